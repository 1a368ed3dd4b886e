"""Long lists of codings: their order first, their rows page by page, and what one step changed of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import msgspec
import sqlalchemy as sa

from ..domain.carrying import Carrying
from ..domain.codings import PlacedCoding
from ..domain.history import ANYTHING
from ..domain.links import Link
from ..domain.queries import Parts, Scope, touching
from . import tables
from .engine import MOST_IDS, chunks
from .reading import PLACED, Reading
from .records import KINDS

_SEGMENT, _CODING, _CHANGE = tables.segment, tables.coding, tables.change
_LINK, _MEMO = tables.link, tables.memo
EVERYTHING = Scope()
_FETCHED = 2_000  # rows fetched at once
_MOST_CHANGES = 10_000  # a step that touched more codings is answered by "anything may have changed"


@dataclass(frozen=True, slots=True)
class Touched:
    """The codes and documents whose codings a step changed; None: too many to name."""

    codes: frozenset[UUID] | None
    documents: frozenset[UUID] | None


def counts_by_document(read: Reading, scope: Scope) -> dict[UUID, int]:
    """How many codings inside the scope each document has; documents with none are left out."""
    query = sa.select(_SEGMENT.c.document, sa.func.count()).join(_CODING, _CODING.c.segment == _SEGMENT.c.id)
    query = _inside(query, scope).group_by(_SEGMENT.c.document)
    return {UUID(bytes=bytes(document)): count for document, count in read.connection.execute(query)}


def counts_by_code(read: Reading, scope: Scope) -> dict[UUID, tuple[int, int, int]]:
    """Per code, inside the scope: distinct spans, documents, codings; codes with none are left out."""
    span = (_CODING.c.code, _SEGMENT.c.document, _SEGMENT.c.start, _SEGMENT.c.end_pos)
    query = sa.select(*span, sa.func.count().label("codings")).join(_SEGMENT, _SEGMENT.c.id == _CODING.c.segment)
    spans = _inside(query, scope).group_by(*span).subquery()
    counted = sa.select(
        spans.c.code, sa.func.count(), sa.func.count(sa.distinct(spans.c.document)), sa.func.sum(spans.c.codings)
    ).group_by(spans.c.code)
    return {
        UUID(bytes=bytes(code)): (int(segments), int(documents), int(codings))
        for code, segments, documents, codings in read.connection.execute(counted)
    }


def codings_of(read: Reading, document: UUID, scope: Scope) -> list[PlacedCoding]:
    """The codings of one document that are inside the scope, in text order."""
    if scope.carrying is not None:
        return codings_by_id(read, in_text_order(read, replace(scope, documents=frozenset((document,)))))
    own = next((touching(spans) for key, spans in scope.parts if key == document), None)
    return [
        coding
        for coding in read.placed(document=document)
        if (scope.codes is None or coding.code in scope.codes)
        and (scope.coders is None or coding.coder in scope.coders)
        and (own is None or own(coding.start, coding.end))
    ]


def newest_first(read: Reading, scope: Scope) -> bytes:
    """The ids of the codings inside the scope, 16 bytes each, the newest first."""
    query = sa.select(_CODING.c.id).order_by(_CODING.c.id.desc())
    if scope.documents is not None or scope.coders is not None or scope.carrying is not None or scope.parts:
        query = query.join(_SEGMENT, _SEGMENT.c.id == _CODING.c.segment)
    return _packed(read, _inside(query, scope))


def in_text_order(read: Reading, scope: Scope) -> bytes:
    """The ids of the codings inside the scope, 16 bytes each, in document and text order."""
    return _packed(read, _in_text_order(scope, _CODING.c.id))


def _in_text_order(scope: Scope, *columns: sa.Column[Any]) -> sa.Select[Any]:
    document = tables.document
    query = (
        sa.select(*columns)
        .join(_SEGMENT, _SEGMENT.c.id == _CODING.c.segment)
        .join(document, document.c.id == _SEGMENT.c.document)
        .order_by(document.c.position, _SEGMENT.c.start, _SEGMENT.c.end_pos.desc(), _CODING.c.id)
    )
    return _inside(query, scope)


def by_code(read: Reading, scope: Scope) -> bytes:
    """The ids of the codings inside the scope, 16 bytes each: code by code in codebook order, then as they stand."""
    if scope.carrying is not None:  # mostly few: going through all of them once beats going through them for each code
        found: dict[bytes, list[bytes]] = {code.id.bytes: [] for code in read.codebook.ordered}
        query = _in_text_order(scope, _CODING.c.code, _CODING.c.id)
        for part in read.connection.execute(query).yield_per(_FETCHED).partitions():
            for code, key in part:
                found[bytes(code)].append(bytes(key))
        return b"".join(b"".join(ids) for ids in found.values())
    # one query a code: a sort of everything would keep other threads waiting
    return b"".join(
        in_text_order(read, replace(scope, codes=frozenset((code.id,))))
        for code in read.codebook.ordered
        if scope.codes is None or code.id in scope.codes
    )


def by_weight(read: Reading, scope: Scope) -> bytes:
    """The ids of the codings inside the scope, 16 bytes each: the heaviest first, those without a weight last, then
    the newest first."""
    query = sa.select(_CODING.c.id).order_by(_CODING.c.weight.desc().nulls_last(), _CODING.c.id.desc())
    query = query.join(_SEGMENT, _SEGMENT.c.id == _CODING.c.segment)
    return _packed(read, _inside(query, scope))


def codings_by_id(read: Reading, ids: bytes) -> list[PlacedCoding]:
    """The codings of packed ids (16 bytes each), in that order; those that are gone are left out."""
    keys = [ids[at : at + 16] for at in range(0, len(ids), 16)]
    query = sa.select(*PLACED).join(_SEGMENT, _SEGMENT.c.id == _CODING.c.segment)
    found: dict[bytes, PlacedCoding] = {}
    for part in chunks(keys, MOST_IDS):
        rows: Iterable[Any] = read.connection.execute(query.where(_CODING.c.id.in_(part)))
        for row in rows:
            identities: list[Any] = [UUID(bytes=bytes(raw)) for raw in row[:5]]
            found[bytes(row[0])] = PlacedCoding(*identities, *row[5:])
    return [found[key] for key in keys if key in found]


def codings_on(read: Reading, segments: Iterable[UUID]) -> dict[UUID, PlacedCoding]:
    """The first coding on each of these segments, whose words and place stand for it."""
    query = sa.select(_CODING.c.id).order_by(_CODING.c.id)
    ids: list[bytes] = []
    for part in chunks(sorted({key.bytes for key in segments}), MOST_IDS):
        ids += map(bytes, read.connection.execute(query.where(_CODING.c.segment.in_(part))).scalars())
    found: dict[UUID, PlacedCoding] = {}
    for coding in codings_by_id(read, b"".join(ids)):
        found.setdefault(coding.segment, coding)
    return found


def counts_on(read: Reading, segments: Iterable[UUID]) -> tuple[dict[UUID, int], dict[UUID, int]]:
    """How many links begin or end at each of these segments, and how many memos are about it; none: left out."""
    links: dict[UUID, int] = {}
    memos: dict[UUID, int] = {}
    for part in chunks(sorted({key.bytes for key in segments}), MOST_IDS):
        for column, counts in ((_LINK.c.source, links), (_LINK.c.target, links), (_MEMO.c.about, memos)):
            query = sa.select(column, sa.func.count()).where(column.in_(part)).group_by(column)
            for key, count in read.connection.execute(query):
                segment = UUID(bytes=bytes(key))
                counts[segment] = counts.get(segment, 0) + count
    return links, memos


def anything_said(read: Reading) -> bool:
    """Whether any coding has a certainty, a mark, a question or a new facet, or any segment a link or
    a place in a draft."""
    said = _CODING.c.certainty.is_not(None) | _CODING.c.mark.is_not(None) | _CODING.c.discuss.is_not(None)
    said |= _CODING.c.facet.is_not(None)
    used = sa.select(tables.segment.c.id).where(tables.segment.c.used.is_not(None))
    for query in (sa.select(_LINK.c.id), sa.select(_CODING.c.id).where(said), used):
        if read.connection.execute(query.limit(1)).first() is not None:
            return True
    return False


def relations(read: Reading) -> dict[str, int]:
    """Every relation of the project's links, with how many have it."""
    query = sa.select(_LINK.c.relation, sa.func.count()).group_by(_LINK.c.relation)
    return {relation: int(count) for relation, count in read.connection.execute(query)}


def links_with(read: Reading, relation: str | None = None, scope: Scope = EVERYTHING) -> list[Link]:
    """The links of a relation (None: all) of which an end is a segment inside a scope of documents, parts and coders,
    the newest first."""
    query = sa.select(_LINK).order_by(_LINK.c.id.desc())
    if relation is not None:
        query = query.where(_LINK.c.relation == relation)
    if not scope.everything:
        inside = _inside(sa.select(_SEGMENT.c.id), scope)
        query = query.where(_LINK.c.source.in_(inside) | _LINK.c.target.in_(inside))
    kind = KINDS["link"]
    return [kind.record_of(row) for row in read.connection.execute(query)]


def counts_of_groups(
    read: Reading, groups: Mapping[UUID, Iterable[UUID]], scope: Scope = EVERYTHING
) -> dict[UUID, tuple[int, int]]:
    """Distinct spans and documents inside the scope coded with any code of each group, so that a theme counts a
    passage once."""
    found = {}
    for group, codes in groups.items():
        coded = (
            sa.select(_SEGMENT.c.document, _SEGMENT.c.start, _SEGMENT.c.end_pos)
            .join(_CODING, _CODING.c.segment == _SEGMENT.c.id)
            .where(_CODING.c.code.in_([code.bytes for code in codes]))
            .distinct()
        )
        spans = _inside(coded, scope).subquery()
        counted = sa.select(sa.func.count(), sa.func.count(sa.distinct(spans.c.document))).select_from(spans)
        segments, documents = read.connection.execute(counted).one()
        found[group] = (int(segments), int(documents))
    return found


def touched(read: Reading, step: int) -> Touched:
    """Whose codings a step changed, from the rows it left and the images of those it took away.

    A code that was moved counts, and so does the one it stood below: their rolled-up numbers differ.
    """
    if step == ANYTHING:
        return Touched(None, None)
    query = (
        sa.select(_CHANGE.c.kind, _CHANGE.c.id, _CHANGE.c.before)
        .where(_CHANGE.c.step == step, _CHANGE.c.kind.in_(("code", "coding", "segment")))
        .limit(_MOST_CHANGES + 1)
    )
    rows = read.connection.execute(query).all()
    if len(rows) > _MOST_CHANGES:
        return Touched(None, None)
    codes: set[bytes] = set()
    documents: set[bytes] = set()
    changed: dict[str, set[bytes]] = {"code": codes, "coding": set(), "segment": set()}
    for kind, key, before in rows:
        changed[kind].add(bytes(key))
        if before is None:
            continue
        image = msgspec.json.decode(before)
        if kind == "code":
            codes.update([bytes.fromhex(image["parent"])] if "parent" in image else [])
        elif kind == "coding":
            codes.add(bytes.fromhex(image["code"]))
            changed["segment"].add(bytes.fromhex(image["segment"]))
        else:
            documents.add(bytes.fromhex(image["document"]))
    for key, code in _pairs(read, _CODING.c.segment, _CODING.c.code, _CODING.c.id, changed["coding"]):
        changed["segment"].add(key)
        codes.add(code)
    documents.update(
        document for _, document in _pairs(read, _SEGMENT.c.id, _SEGMENT.c.document, _SEGMENT.c.id, changed["segment"])
    )
    codes.update(
        code for _, code in _pairs(read, _CODING.c.segment, _CODING.c.code, _CODING.c.segment, changed["segment"])
    )
    return Touched(_ids(codes), _ids(documents))


def changed_codings(read: Reading, steps: Iterable[int]) -> tuple[frozenset[UUID], list[PlacedCoding]] | None:
    """The ids of all codings that steps added, changed, moved or removed, and those of them that are there now;
    None: too many to name."""
    steps = list(steps)
    if ANYTHING in steps:
        return None
    query = (
        sa.select(_CHANGE.c.kind, _CHANGE.c.id)
        .where(_CHANGE.c.step.in_(steps), _CHANGE.c.kind.in_(("coding", "segment")))
        .limit(_MOST_CHANGES + 1)
    )
    rows = read.connection.execute(query).all()
    if len(rows) > _MOST_CHANGES:
        return None
    found = {bytes(key) for kind, key in rows if kind == "coding"}
    segments = {bytes(key) for kind, key in rows if kind == "segment"}
    found.update(key for key, _ in _pairs(read, _CODING.c.id, _CODING.c.segment, _CODING.c.segment, segments))
    return _ids(found), codings_by_id(read, b"".join(sorted(found)))


def _pairs(
    read: Reading, first: Any, second: Any, key: sa.Column[Any], wanted: set[bytes]
) -> list[tuple[bytes, bytes]]:
    """Two columns of the rows whose key is wanted."""
    found: list[tuple[bytes, bytes]] = []
    for part in chunks(sorted(wanted), MOST_IDS):
        rows = read.connection.execute(sa.select(first, second).where(key.in_(part)))
        found.extend((bytes(one), bytes(other)) for one, other in rows)
    return found


def _ids(raw: set[bytes]) -> frozenset[UUID]:
    return frozenset(UUID(bytes=key) for key in raw)


def _inside(query: sa.Select[Any], scope: Scope) -> sa.Select[Any]:
    for column, chosen in (
        (_SEGMENT.c.document, scope.documents),
        (_SEGMENT.c.coder, scope.coders),
        (_CODING.c.code, scope.codes),
    ):
        if chosen is not None:
            query = query.where(column.in_([key.bytes for key in chosen]))
    if scope.parts:
        query = query.where(_own(scope.parts))
    return query if scope.carrying is None else query.where(*_conditions(scope.carrying))


def _own(parts: Parts) -> sa.ColumnElement[bool]:
    """Whether a segment lies in none of these documents, or touches one of its spans there."""
    found: list[sa.ColumnElement[bool]] = [_SEGMENT.c.document.not_in([key.bytes for key, _ in parts])]
    columns = (sa.column("first", sa.Integer), sa.column("last", sa.Integer))
    for number, (key, spans) in enumerate(parts):
        if spans:
            # as rows: a database refuses a condition of thousands of parts
            own = sa.values(*columns, name=f"own_{number}", literal_binds=True).data(list(spans)).cte()
            meets = (_SEGMENT.c.start < own.c.last) & (_SEGMENT.c.end_pos > own.c.first)
            found.append((_SEGMENT.c.document == key.bytes) & sa.select(own.c.first).where(meets).exists())
    return sa.or_(*found)


def _conditions(wanted: Carrying) -> list[sa.ColumnElement[bool]]:
    """What a query of codings and their segments asks for of `domain.carrying.Carrying`."""
    conditions: list[sa.ColumnElement[bool]] = []
    for column, values in ((_CODING.c.certainty, wanted.certainties), (_CODING.c.mark, wanted.marks)):
        if values is not None:
            chosen: sa.ColumnElement[bool] = column.in_(sorted(values - {""}))
            conditions.append(sa.or_(chosen, column.is_(None)) if "" in values else chosen)
    if wanted.least is not None:
        conditions.append(_CODING.c.weight >= wanted.least)
    if wanted.most is not None:
        conditions.append(_CODING.c.weight <= wanted.most)
    for yes, there in (
        (wanted.discuss, _CODING.c.discuss.is_not(None)),
        (wanted.comment, _SEGMENT.c.comment != ""),
        (wanted.memo, _SEGMENT.c.id.in_(sa.select(_MEMO.c.about))),
        (wanted.links, _SEGMENT.c.id.in_(sa.union_all(sa.select(_LINK.c.source), sa.select(_LINK.c.target)))),
        (wanted.doubt, _SEGMENT.c.doubt.is_not(None)),
    ):
        if yes is not None:
            conditions.append(there if yes else sa.not_(there))
    return conditions


def _packed(read: Reading, query: sa.Select[Any]) -> bytes:
    # in small parts: one call for a quarter of a million rows would keep every other thread waiting
    found = read.connection.execute(query).yield_per(_FETCHED).scalars()
    return b"".join(b"".join(map(bytes, part)) for part in found.partitions())
