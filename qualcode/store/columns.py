"""Whole columns for analyses: raw tuples, read as fast as the database gives them."""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain, groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from . import tables
from .reading import Reading
from .records import KINDS

_FETCHED = 500  # rows at once

# document, code, coder, start, end
CodingRow = tuple[bytes, bytes, bytes, int, int]


def coding_rows(
    read: Reading, created: bool = False, documents: Collection[bytes] | None = None
) -> Iterator[list[Any]]:
    """One row per coding, some hundreds at a time: a `CodingRow`, raw ids of document, code and coder, start and end;
    with `created` also when the coding was made; with `documents` (raw ids) of these few alone.

    A quarter of a million rows held at once take twice the time: new memory for each, and the garbage collector
    looking through them.
    """
    segment, coding = tables.segment, tables.coding
    columns = [segment.c.document, coding.c.code, segment.c.coder, segment.c.start, segment.c.end_pos]
    if created:
        columns.append(coding.c.created)
    query = sa.select(*columns).join(segment, segment.c.id == coding.c.segment)
    if documents is not None:
        result = read.connection.execute(query.where(segment.c.document.in_(sorted(documents))))
        yield from (list(map(tuple, rows)) for rows in result.partitions(_FETCHED))
        return
    # the driver's own cursor: SQLAlchemy's row objects would double the time as well
    cursor = read.connection.connection.cursor()
    try:
        cursor.execute(str(query.compile(read.connection)))
        while rows := cursor.fetchmany(_FETCHED):
            yield list(rows)
    finally:
        cursor.close()


def recoded_documents(read: Reading, since: int, most: int = 2_000) -> set[bytes] | None:
    """The raw ids of the documents on which codings or segments were added, changed or removed after a step; None where
    more than so many were."""
    change, segment, coding = tables.change, tables.segment, tables.coding
    later = (change.c.step > since) & change.c.kind.in_(("segment", "coding"))
    rows = read.connection.execute(sa.select(change.c.kind, change.c.id, change.c.before).where(later).limit(most + 1))
    changed: dict[str, set[bytes]] = {"segment": set(), "coding": set()}
    documents: set[bytes] = set()
    seen = 0
    for kind, key, before in rows:
        seen += 1
        changed[kind].add(bytes(key))
        if before is not None:
            old = dict(zip(KINDS[kind].names, KINDS[kind].row_of_image(before), strict=False))
            if kind == "segment":
                documents.add(old["document"])
            else:
                changed["segment"].add(old["segment"])
    if seen > most:
        return None
    now = sa.select(coding.c.segment).where(coding.c.id.in_(sorted(changed["coding"])))
    changed["segment"].update(map(bytes, read.connection.execute(now).scalars()))
    now = sa.select(segment.c.document).where(segment.c.id.in_(sorted(changed["segment"]))).distinct()
    return documents | set(map(bytes, read.connection.execute(now).scalars()))


def coding_details(read: Reading) -> Iterator[list[tuple[Any, ...]]]:
    """One row for each coding of which something was said, some hundreds at a time: a `CodingRow`, then weight,
    certainty, mark, comment."""
    segment, coding = tables.segment, tables.coding
    query = sa.select(
        segment.c.document,
        coding.c.code,
        segment.c.coder,
        segment.c.start,
        segment.c.end_pos,
        coding.c.weight,
        coding.c.certainty,
        coding.c.mark,
        segment.c.comment,
    ).join(segment, segment.c.id == coding.c.segment)
    said = (coding.c.weight, coding.c.certainty, coding.c.mark)
    query = query.where(sa.or_(*(column.is_not(None) for column in said), segment.c.comment != ""))
    result = read.connection.execute(query)
    for rows in result.partitions(_FETCHED):
        yield [tuple(row) for row in rows]


def placed_rows(read: Reading, document: UUID) -> Sequence[Sequence[Any]]:
    """A row per coding of one document, in no particular order: start, end, raw ids of code and coder, weight,
    created, comment, raw ids of coding and segment, certainty, mark, discuss, used, facet."""
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
            segment.c.used,
            coding.c.facet,
        )
        .join(segment, segment.c.id == coding.c.segment)
        .where(segment.c.document == document.bytes)
    )
    return read.connection.execute(query).all()


def used_places(read: Reading) -> list[tuple[UUID, int, int]]:
    """Document, start and end of every segment that is quoted in a draft."""
    table = tables.segment
    query = sa.select(table.c.document, table.c.start, table.c.end_pos).where(table.c.used.is_not(None))
    return [(UUID(bytes=bytes(key)), start, end) for key, start, end in read.connection.execute(query)]


# document, start, end, code, coder, coding, comment, segment, question to discuss, place in a draft, facet
Coded = tuple[bytes, int, int, bytes, bytes, bytes | None, str, bytes | None, str | None, str | None, str | None]


def coded_by_document(read: Reading, whole: bool) -> Iterator[tuple[UUID, list[Coded]]]:
    """Of every document that has codings a row for each, in no particular order: raw id of the document, start, end,
    raw ids of code, coder and coding, comment, raw id of the segment, question to discuss, where a draft quotes it,
    what is new there. Unless `whole`, the ids of coding and segment and the last three are None: without them an index
    has it all."""
    segment, coding = tables.segment, tables.coding
    wanted = [coding.c.id, segment.c.id, coding.c.discuss, segment.c.used, coding.c.facet]
    more = wanted if whole else [sa.null().label(f"no{at}") for at in range(len(wanted))]
    query = (
        sa.select(
            segment.c.document,
            segment.c.start,
            segment.c.end_pos,
            coding.c.code,
            segment.c.coder,
            more[0],
            segment.c.comment,
            *more[1:],
        )
        .join_from(segment, coding, segment.c.id == coding.c.segment)
        .order_by(segment.c.document)
    )
    cursor = read.connection.connection.cursor()  # as for `coding_rows`
    try:
        cursor.execute(str(query.compile(read.connection)))
        fetched = chain.from_iterable(iter(lambda: cursor.fetchmany(_FETCHED), []))
        for key, rows in groupby(fetched, key=itemgetter(0)):
            yield UUID(bytes=bytes(key)), list(rows)
    finally:
        cursor.close()


def coded_places(read: Reading, document: UUID) -> list[tuple[int, int, str, bytes, bytes, bytes, str | None]]:
    """A row per coding of one document in text order, those of one span by coder and then as they were made: start,
    end, name of the coder, raw ids of coding, segment and code, mark."""
    segment, coding, coder = tables.segment, tables.coding, tables.coder
    query = (
        sa.select(
            segment.c.start, segment.c.end_pos, coder.c.name, coding.c.id, segment.c.id, coding.c.code, coding.c.mark
        )
        .join(segment, segment.c.id == coding.c.segment)
        .join(coder, coder.c.id == segment.c.coder)
        .where(segment.c.document == document.bytes)
    )
    return sorted(map(tuple, read.connection.execute(query)))  # here: servers have orders of their own for names


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
