"""What documents were coded with when they were coded: the journal of codings, read back."""

from collections.abc import Callable
from uuid import UUID

import sqlalchemy as sa

from ..domain.history import Step
from . import tables
from .reading import Reading
from .records import KINDS

_Row = tuple[bytes, bytes]  # segment, code
_Journal = list[tuple[int, _Row | None]]  # step, and what it found (None: it added the row), oldest first
_NOW = 1 << 62


def codes_then(read: Reading, codes: Callable[[Step], bool]) -> dict[UUID, frozenset[tuple[UUID, UUID]]]:
    """By document the codes it carried, each with its coder, right after the last step that coded it.

    That is the last step, not undone at present, that added a coding to it and for which `codes` is true. What was
    merged, split, moved or removed later is as it was then; a code that is gone keeps its id. A document that no such
    step coded is as it is now, one that was left without codings is not among the answers.
    """
    homes = _segments(read)
    present: dict[bytes, _Row] = {
        bytes(key): (bytes(segment), bytes(code))
        for key, segment, code in read.connection.execute(
            sa.select(tables.coding.c.id, tables.coding.c.segment, tables.coding.c.code)
        )
    }
    journals = _journals(read)
    standing = {step.number for step in read.steps() if not step.undone and codes(step)}
    moments: dict[bytes, int] = {}
    for key, journal in journals.items():
        for step, before in journal:
            row = _state(journal, present.get(key), step) if before is None and step in standing else None
            if row is not None:
                document = homes[row[0]][0]
                moments[document] = max(moments.get(document, 0), step)
    found: dict[UUID, set[tuple[UUID, UUID]]] = {}
    for key in journals.keys() | present.keys():
        journal, now = journals.get(key, []), present.get(key)
        rows = [now, *(before for _, before in journal)]
        for document in {homes[row[0]][0] for row in rows if row is not None}:
            row = _state(journal, now, moments.get(document, _NOW))
            if row is not None and homes[row[0]][0] == document:
                own = found.setdefault(UUID(bytes=document), set())
                own.add((UUID(bytes=row[1]), UUID(bytes=homes[row[0]][1])))
    return {document: frozenset(own) for document, own in found.items()}


def _state(journal: _Journal, now: _Row | None, step: int) -> _Row | None:
    """The row right after a step."""
    return next((before for number, before in journal if number > step), now)


def _journals(read: Reading) -> dict[bytes, _Journal]:
    """What became of every coding there is or was."""
    change, kind = tables.change, KINDS["coding"]
    segment, code = kind.names.index("segment"), kind.names.index("code")
    found: dict[bytes, _Journal] = {}
    query = sa.select(change.c.id, change.c.step, change.c.before).where(change.c.kind == "coding")
    for key, step, before in read.connection.execute(query.order_by(change.c.step)):
        row = None if before is None else kind.row_of_image(before)
        found.setdefault(bytes(key), []).append(
            (step, None if row is None else (bytes(row[segment]), bytes(row[code])))
        )
    return found


def _segments(read: Reading) -> dict[bytes, tuple[bytes, bytes]]:
    """Document and coder of every segment there is or was."""
    change, kind, table = tables.change, KINDS["segment"], tables.segment
    document, coder = kind.names.index("document"), kind.names.index("coder")
    found: dict[bytes, tuple[bytes, bytes]] = {}
    gone = sa.select(change.c.id, change.c.before).where((change.c.kind == "segment") & change.c.before.is_not(None))
    for key, before in read.connection.execute(gone):
        row = kind.row_of_image(before)
        found[bytes(key)] = (bytes(row[document]), bytes(row[coder]))
    for key, home, who in read.connection.execute(sa.select(table.c.id, table.c.document, table.c.coder)):
        found[bytes(key)] = (bytes(home), bytes(who))
    return found


def facet_rows(read: Reading) -> list[tuple[UUID, UUID, UUID, str, UUID]]:
    """Document, code, coder, what is new, and coding, of every coding that is marked as a new facet of its code."""
    segment, coding = tables.segment, tables.coding
    query = (
        sa.select(segment.c.document, coding.c.code, segment.c.coder, coding.c.facet, coding.c.id)
        .join(segment, segment.c.id == coding.c.segment)
        .where(coding.c.facet.is_not(None))
        .order_by(segment.c.start, segment.c.end_pos, coding.c.id)
    )
    return [
        (UUID(bytes=bytes(document)), UUID(bytes=bytes(code)), UUID(bytes=bytes(coder)), facet, UUID(bytes=bytes(key)))
        for document, code, coder, facet, key in read.connection.execute(query)
    ]
