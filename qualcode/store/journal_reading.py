"""Reading the journal of a project: its steps, which of them are taken back, and when things were changed."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

import msgspec
import sqlalchemy as sa

from ..domain.history import Step
from . import tables
from .engine import MOST_IDS, chunks
from .records import KINDS


class JournalReading:
    """Questions to the journal, through one connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection

    def last_step(self) -> tuple[int, str]:
        """Number and digest of the newest step; (0, "") before the first."""
        row = self.connection.execute(
            sa.select(tables.step.c.number, tables.step.c.digest).order_by(tables.step.c.number.desc()).limit(1)
        ).first()
        return (row[0], bytes(row[1]).hex()) if row else (0, "")

    def knows(self, step: tuple[int, str]) -> bool:
        """Whether the history has a step of this number and digest; where a backup was taken back, others may have the
        same numbers."""
        query = sa.select(tables.step.c.digest).where(tables.step.c.number == step[0])
        found = self.connection.execute(query).scalar()
        return found is not None and bytes(found).hex() == step[1]

    def steps(self, since: int = 0, before: int | None = None, most: int | None = None) -> list[Step]:
        """Steps with a number above `since` (and below `before`), oldest first; with `most` the newest of them."""
        query = sa.select(tables.step).where(tables.step.c.number > since)
        if before is not None:
            query = query.where(tables.step.c.number < before)
        query = query.order_by(tables.step.c.number.desc())
        rows = self.connection.execute(query if most is None else query.limit(most)).all()
        undone = self.undone()
        return [_step(row, undone) for row in reversed(rows)]

    def texts_before(self, document: UUID) -> list[tuple[int, str | None]]:
        """The journal of a document: the numbers of the steps that changed its row, and the hash of the text each of
        them found (None: it brought the document in)."""
        change = tables.change
        kind = KINDS["document"]
        place = kind.names.index("content")
        query = (
            sa.select(change.c.step, change.c.before)
            .where((change.c.kind == "document") & (change.c.id == document.bytes))
            .order_by(change.c.step)
        )
        return [
            (number, None if before is None else str(kind.row_of_image(before)[place]))
            for number, before in self.connection.execute(query)
        ]

    def last_changes(self, kind: str) -> dict[UUID, str]:
        """When each thing of a kind was last changed."""
        change, step = tables.change, tables.step
        query = (
            sa.select(change.c.id, sa.func.max(step.c.time))
            .join(step, step.c.number == change.c.step)
            .where(change.c.kind == kind)
            .group_by(change.c.id)
        )
        return {UUID(bytes=bytes(key)): time for key, time in self.connection.execute(query)}

    def step(self, number: int) -> Step | None:
        """One step by its number."""
        if not 0 < number < 1 << 63:  # what a database counts to
            return None
        row = self.connection.execute(sa.select(tables.step).where(tables.step.c.number == number)).first()
        return None if row is None else _step(row, self.undone())

    def steps_numbered(self, numbers: Iterable[int]) -> dict[int, Step]:
        """The steps of these numbers."""
        undone = self.undone()
        found: dict[int, Step] = {}
        for part in chunks(sorted(set(numbers)), MOST_IDS):
            rows = self.connection.execute(sa.select(tables.step).where(tables.step.c.number.in_(part)))
            found.update((row.number, _step(row, undone)) for row in rows)
        return found

    def steps_of(self, action: str) -> list[Step]:
        """The steps of one action, oldest first."""
        rows = self.connection.execute(
            sa.select(tables.step).where(tables.step.c.action == action).order_by(tables.step.c.number)
        ).all()
        undone = self.undone() if rows else frozenset[int]()
        return [_step(row, undone) for row in rows]

    def undone(self) -> frozenset[int]:
        """Numbers of the steps that are taken back at present: a step is, when some step that reverts it is not."""
        reverts: Mapping[int, int] = dict(
            self.connection.execute(
                sa.select(tables.step.c.number, tables.step.c.reverts).where(tables.step.c.reverts.is_not(None))
            ).all()
        )
        taken_back: set[int] = set()
        for number in sorted(reverts, reverse=True):
            if number not in taken_back:
                taken_back.add(reverts[number])
        return frozenset(taken_back)


def _step(row: Any, undone: frozenset[int]) -> Step:
    return Step(
        number=row.number,
        time=row.time,
        coder=row.coder,
        action=row.action,
        summary=row.summary,
        template=row.template,
        values=_values(row.field_values),
        reverts=row.reverts,
        digest=bytes(row.digest).hex(),
        undone=row.number in undone,
        kinds=frozenset(filter(None, row.kinds.split(","))),
    )


def _values(written: str) -> dict[str, str]:
    """What a step's summary was filled with; nothing where it cannot be read, which `check` names."""
    try:
        return msgspec.json.decode(written, type=dict[str, str])
    except msgspec.MsgspecError:
        return {}
