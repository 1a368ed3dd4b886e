"""Values of variables as whole tables, and which of their cells a step changed."""

from collections.abc import Iterable
from uuid import UUID

import msgspec
import sqlalchemy as sa

from . import tables
from .engine import MOST_IDS, chunks
from .reading import Reading

_FETCHED = 1_000
_MOST_CHANGES = 5_000  # a step that changed more cells is answered by "read the table anew"
Row = dict[UUID, str]


def value_table(read: Reading, known: Iterable[UUID] = ()) -> dict[UUID, Row]:
    """What every case has, by case and variable; cases that have nothing are left out.

    The keys are the very objects in `known` where they are among these: to look those up is several times as fast.
    """
    value = tables.value
    query = sa.select(value.c.case, value.c.variable, value.c.text)
    found: dict[UUID, Row] = {}
    ids: dict[bytes, UUID] = {key.bytes: key for key in known}

    def uuid(raw: bytes) -> UUID:
        key = ids.get(raw)
        if key is None:
            key = ids[raw] = UUID(bytes=bytes(raw))
        return key

    for part in read.connection.execute(query).yield_per(_FETCHED).partitions():
        for case, variable, text in part:
            found.setdefault(uuid(bytes(case)), {})[uuid(bytes(variable))] = text
    return found


def changed_cells(read: Reading, steps: Iterable[int]) -> list[tuple[UUID, UUID, str]] | None:
    """The cells that steps changed, as case, variable and what stands there now ("": nothing); None: too many."""
    change, value = tables.change, tables.value
    query = sa.select(change.c.id, change.c.before).where(change.c.step.in_(list(steps)), change.c.kind == "value")
    rows = read.connection.execute(query.limit(_MOST_CHANGES + 1)).all()
    if len(rows) > _MOST_CHANGES:
        return None
    cells: dict[tuple[UUID, UUID], str] = {}
    for _, before in rows:
        if before is not None:
            image = msgspec.json.decode(before)
            cells[UUID(hex=image["case"]), UUID(hex=image["variable"])] = ""
    present = sa.select(value.c.case, value.c.variable, value.c.text)
    for part in chunks(sorted({bytes(key) for key, _ in rows}), MOST_IDS):
        for case, variable, text in read.connection.execute(present.where(value.c.id.in_(part))):
            cells[UUID(bytes=bytes(case)), UUID(bytes=bytes(variable))] = text
    # what was taken away and written again under another id stands there too
    gone = sorted({case.bytes for (case, _), text in cells.items() if not text})
    for part in chunks(gone, MOST_IDS):
        for case, variable, text in read.connection.execute(present.where(value.c.case.in_(part))):
            key = UUID(bytes=bytes(case)), UUID(bytes=bytes(variable))
            if key in cells:
                cells[key] = text
    return [(*key, text) for key, text in cells.items()]
