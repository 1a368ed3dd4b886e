"""Whole columns for analyses: raw tuples, read as fast as the database gives them."""

from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa

from ..domain.queries import Scope
from . import tables
from .reading import Reading

# document, code, coder, start, end
CodingRow = tuple[bytes, bytes, bytes, int, int]


def coding_rows(read: Reading, scope: Scope) -> list[CodingRow]:
    """One row per coding inside the scope: raw ids of document, code and coder, start and end."""
    segment, coding = tables.segment, tables.coding
    query = sa.select(segment.c.document, coding.c.code, segment.c.coder, segment.c.start, segment.c.end_pos).join(
        segment, segment.c.id == coding.c.segment
    )
    for column, chosen in (
        (segment.c.document, scope.documents),
        (coding.c.code, scope.codes),
        (segment.c.coder, scope.coders),
    ):
        if chosen is not None:
            query = query.where(column.in_(_raw(chosen)))
    compiled = query.compile(read.connection, compile_kwargs={"render_postcompile": True})
    # without SQLAlchemy's row objects, which would double the time for a quarter of a million rows
    cursor = read.connection.connection.cursor()
    try:
        if compiled.positional:
            names = compiled.positiontup or []
            cursor.execute(str(compiled), tuple(compiled.params[name] for name in names))
        else:
            cursor.execute(str(compiled), compiled.params)
        return list(cursor.fetchall())
    finally:
        cursor.close()


def _raw(ids: Iterable[UUID]) -> list[bytes]:
    return [key.bytes for key in ids]
