"""Whole columns for analyses: raw tuples, read as fast as the database gives them."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from . import tables
from .reading import Reading

_FETCHED = 500  # rows at once

# document, code, coder, start, end
CodingRow = tuple[bytes, bytes, bytes, int, int]


def coding_rows(read: Reading) -> Iterator[list[CodingRow]]:
    """One row per coding, some hundreds at a time: raw ids of document, code and coder, start and end.

    A quarter of a million rows held at once take twice the time: new memory for each, and the garbage collector
    looking through them.
    """
    segment, coding = tables.segment, tables.coding
    query = sa.select(segment.c.document, coding.c.code, segment.c.coder, segment.c.start, segment.c.end_pos).join(
        segment, segment.c.id == coding.c.segment
    )
    # the driver's own cursor: SQLAlchemy's row objects would double the time as well
    cursor = read.connection.connection.cursor()
    try:
        cursor.execute(str(query.compile(read.connection)))
        while rows := cursor.fetchmany(_FETCHED):
            yield list(rows)
    finally:
        cursor.close()


def placed_rows(read: Reading, document: UUID) -> Sequence[Sequence[Any]]:
    """A row per coding of one document, in no particular order: start, end, raw ids of code and coder, weight,
    created, comment, raw ids of coding and segment, certainty, mark, discuss."""
    segment, coding = tables.segment, tables.coding
    query = (
        sa.select(
            segment.c.start,
            segment.c.end_pos,
            coding.c.code,
            segment.c.coder,
            coding.c.weight,
            coding.c.created,
            segment.c.comment,
            coding.c.id,
            segment.c.id,
            coding.c.certainty,
            coding.c.mark,
            coding.c.discuss,
        )
        .join(segment, segment.c.id == coding.c.segment)
        .where(segment.c.document == document.bytes)
    )
    return read.connection.execute(query).all()


def segment_ids(connection: sa.Connection, document: UUID, coder: UUID) -> dict[tuple[int, int], bytes]:
    """The raw ids of a coder's segments in a document, by start and end."""
    table = tables.segment
    query = sa.select(table.c.start, table.c.end_pos, table.c.id).where(
        (table.c.document == document.bytes) & (table.c.coder == coder.bytes)
    )
    return {(start, end): bytes(key) for start, end, key in connection.execute(query)}


def carries(code: UUID) -> sa.ColumnElement[bool]:
    """Of a row of codings: whether its segment carries a code, too."""
    other = tables.coding.alias()
    return tables.coding.c.segment.in_(sa.select(other.c.segment).where(other.c.code == code.bytes))
