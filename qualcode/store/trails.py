"""The journal row by row: what a step found and left, and the way of a row through all steps."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from ..domain.history import ANYTHING
from . import tables
from .engine import MOST_IDS, chunks
from .reading import Reading
from .records import KINDS

_CHANGE, _STEP = tables.change, tables.step
Passed = tuple[int, Any | None]  # number of a step, and the record it found (None: it made the row)


def trail(read: Reading, kind: str, ids: Iterable[UUID]) -> dict[UUID, list[Passed]]:
    """Per row: the steps that changed it, oldest first, with the record each of them found."""
    chosen = KINDS[kind]
    found: dict[UUID, list[Passed]] = {}
    for part in chunks(sorted({key.bytes for key in ids}), MOST_IDS):
        query = (
            sa.select(_CHANGE.c.id, _CHANGE.c.step, _CHANGE.c.before)
            .where(_CHANGE.c.id.in_(part) & (_CHANGE.c.kind == kind))
            .order_by(_CHANGE.c.step)
        )
        for key, step, before in read.connection.execute(query):
            record = None if before is None else chosen.record_of(chosen.row_of_image(before))
            found.setdefault(UUID(bytes=bytes(key)), []).append((step, record))
    return found


def around(read: Reading, step: int, kind: str) -> list[tuple[UUID, Any | None, Any | None]]:
    """Every row of a kind that a step changed: its id, the record before and the record after (None: none)."""
    chosen = KINDS[kind]
    query = sa.select(_CHANGE.c.id, _CHANGE.c.before, _CHANGE.c.after).where(
        (_CHANGE.c.step == step) & (_CHANGE.c.kind == kind)
    )
    rows = [(bytes(key), before, after) for key, before, after in read.connection.execute(query)]
    left = [key for key, _, after in rows if after is not None]
    later: dict[bytes, Any] = {}
    for part in chunks(left, MOST_IDS):
        newer = (
            sa.select(_CHANGE.c.id, _CHANGE.c.before)
            .where(_CHANGE.c.id.in_(part) & (_CHANGE.c.kind == kind) & (_CHANGE.c.step > step))
            .order_by(_CHANGE.c.step)
        )
        for key, before in read.connection.execute(newer):
            if bytes(key) not in later and before is not None:
                later[bytes(key)] = chosen.record_of(chosen.row_of_image(before))
    there = {record.id.bytes: record for record in read.records(kind, (UUID(bytes=key) for key in left))}
    return [
        (
            UUID(bytes=key),
            None if before is None else chosen.record_of(chosen.row_of_image(before)),
            None if after is None else later.get(key) or there.get(key),
        )
        for key, before, after in sorted(rows)
    ]


def record_before(read: Reading, kind: str, key: UUID, step: int) -> Any | None:
    """A row as a step found it, whether the step changed it or not; None where it was not there."""
    query = (
        sa.select(_CHANGE.c.before)
        .where((_CHANGE.c.id == key.bytes) & (_CHANGE.c.kind == kind) & (_CHANGE.c.step >= step))
        .order_by(_CHANGE.c.step)
        .limit(1)
    )
    first = read.connection.execute(query).first()
    if first is None:
        return read.by_id(kind, key)
    chosen = KINDS[kind]
    return None if first[0] is None else chosen.record_of(chosen.row_of_image(first[0]))


def found_by_steps(read: Reading, kind: str) -> list[Any]:
    """The records of a kind as every step that changed one found it, oldest first; for kinds that few steps change."""
    chosen = KINDS[kind]
    steps = sa.select(_STEP.c.number).where(_STEP.c.kinds.contains(kind))
    query = (
        sa.select(_CHANGE.c.before)
        .where(_CHANGE.c.step.in_(steps) & (_CHANGE.c.kind == kind) & _CHANGE.c.before.is_not(None))
        .order_by(_CHANGE.c.step, _CHANGE.c.id)
    )
    return [chosen.record_of(chosen.row_of_image(before)) for before in read.connection.execute(query).scalars()]


def removed_from(read: Reading, actions: Iterable[str], segment: UUID) -> list[tuple[int, Any]]:
    """The codings that steps of these actions took off a segment, with the steps' numbers, oldest first."""
    chosen = KINDS["coding"]
    query = (
        sa.select(_CHANGE.c.step, _CHANGE.c.before)
        .join(_STEP, _STEP.c.number == _CHANGE.c.step)
        .where(
            _STEP.c.action.in_(list(actions))
            & (_CHANGE.c.kind == "coding")
            & _CHANGE.c.after.is_(None)
            & _CHANGE.c.before.contains(f'"{segment.hex}"')
        )
        .order_by(_CHANGE.c.step, _CHANGE.c.id)
    )
    found = [
        (step, chosen.record_of(chosen.row_of_image(before))) for step, before in read.connection.execute(query).all()
    ]
    return [(step, coding) for step, coding in found if coding.segment == segment]


def steps_about(read: Reading, code: UUID, actions: Iterable[str]) -> set[int]:
    """Numbers of the steps that say of themselves that they belong to a code's history, of those that touched the
    code's memos, sets, links to themes and evidence, and of those of `actions` from before steps said so whose codings
    carry the code now."""
    said = sa.select(_STEP.c.number).where(_STEP.c.field_values.contains(code.hex))
    found = set(read.connection.execute(said).scalars())
    for kind in ("memo", "memo_link", "code_set_member", "theme_code", "evidence"):
        query = (
            sa.select(_CHANGE.c.step)
            .join(_STEP, _STEP.c.number == _CHANGE.c.step)
            .where(_STEP.c.kinds.contains(kind) & (_CHANGE.c.kind == kind))
            .where(_CHANGE.c.before.contains(f'"{code.hex}"') | _CHANGE.c.id.in_(_standing_on(kind, code)))
        )
        found.update(read.connection.execute(query).scalars())
    older = (
        sa.select(_CHANGE.c.step)
        .join(_STEP, _STEP.c.number == _CHANGE.c.step)
        .join(tables.coding, tables.coding.c.id == _CHANGE.c.id)
        .where(_STEP.c.action.in_(list(actions)) & (_CHANGE.c.kind == "coding") & (tables.coding.c.code == code.bytes))
        .where(~_STEP.c.field_values.contains('"codes"'))
        .distinct()
    )
    found.update(read.connection.execute(older).scalars())
    return found


def steps_on(read: Reading, key: UUID, columns: Iterable[tuple[str, str]]) -> set[int]:
    """Numbers of the steps that changed rows which stand on a thing, by (kind, column that holds its id)."""
    found: set[int] = set()
    for kind, column in columns:
        table = KINDS[kind].table
        there = sa.select(table.c.id).where(table.c[column] == key.bytes)
        query = sa.select(_CHANGE.c.step).where(
            (_CHANGE.c.kind == kind) & (_CHANGE.c.before.contains(f'"{key.hex}"') | _CHANGE.c.id.in_(there))
        )
        found.update(read.connection.execute(query).scalars())
    return found


def _standing_on(kind: str, code: UUID) -> sa.Select[Any]:
    table = KINDS[kind].table
    names = {"memo": ("about",), "memo_link": ("about",), "theme_code": ("theme", "code"), "evidence": ("theme",)}
    columns = [table.c[name] for name in names.get(kind, ("code",))]
    return sa.select(table.c.id).where(sa.or_(*(column == code.bytes for column in columns)))


def changed_rows(
    read: Reading, steps: Iterable[int], kinds: Iterable[str], most: int = 10_000
) -> dict[str, set[UUID]] | None:
    """The ids of the rows of each kind that steps added, changed or removed; None: more than `most`."""
    steps = list(steps)
    if ANYTHING in steps:
        return None
    query = (
        sa.select(_CHANGE.c.kind, _CHANGE.c.id)
        .where(_CHANGE.c.step.in_(steps) & _CHANGE.c.kind.in_(list(kinds)))
        .limit(most + 1)
    )
    rows = read.connection.execute(query).all()
    if len(rows) > most:
        return None
    found: dict[str, set[UUID]] = {kind: set() for kind in kinds}
    for kind, key in rows:
        found[kind].add(UUID(bytes=bytes(key)))
    return found
