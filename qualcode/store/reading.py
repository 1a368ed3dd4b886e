"""Reading the present of a project as records; one `Reading` sees one moment through one connection."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec
import sqlalchemy as sa

from ..domain.bookmarks import Bookmark
from ..domain.cases import Assignment, Case, Value, Variable
from ..domain.code_sets import CodeSet, CodeSetMember
from ..domain.codebook import Code, Codebook
from ..domain.coders import Coder
from ..domain.codings import Coding, PlacedCoding, Segment
from ..domain.document_sets import DocumentSet, DocumentSetMember
from ..domain.documents import Document
from ..domain.errors import NotFound
from ..domain.links import Link
from ..domain.memos import Memo, MemoLink
from ..domain.project import Study
from . import contents, tables
from .engine import MOST_IDS, chunks
from .journal_reading import JournalReading
from .records import KINDS, Kind

if TYPE_CHECKING:
    from .engine import Database

# the columns of a `PlacedCoding`: five ids, then the rest
PLACED = (
    tables.coding.c.id,
    tables.coding.c.segment,
    tables.segment.c.document,
    tables.segment.c.coder,
    tables.coding.c.code,
    tables.segment.c.start,
    tables.segment.c.end_pos,
    tables.segment.c.comment,
    tables.coding.c.weight,
    tables.coding.c.created,
    tables.coding.c.certainty,
    tables.coding.c.mark,
    tables.coding.c.discuss,
    tables.segment.c.doubt,
    tables.coding.c.facet,
    tables.segment.c.used,
)

# what a segment stays for: the columns that hold it, by kind; one that nothing stays for is bare, and nobody sees it
HOLDS_SEGMENTS = {
    "coding": "segment",
    "evidence": "segment",
    "relation_evidence": "segment",
    "map_node": "about",
    "summary_segment": "segment",
}


class Reading(JournalReading):
    """Questions to the project. Short lists come as records, long ones through `store.pages`."""

    def __init__(self, database: "Database", connection: sa.Connection) -> None:
        super().__init__(connection)
        self.database = database

    # ── kinds as they are ──────────────────────────────────────────────────────────────────────────────────
    def _all(self, kind: str, *conditions: Any, order: Iterable[Any] = ()) -> list[Any]:
        chosen: Kind = KINDS[kind]
        query = sa.select(chosen.table).where(*conditions).order_by(*order, chosen.table.c.id)
        return [chosen.record_of(row) for row in self.connection.execute(query)]

    def _one(self, kind: str, *conditions: Any) -> Any | None:
        chosen = KINDS[kind]
        row = self.connection.execute(sa.select(chosen.table).where(*conditions).limit(1)).first()
        return None if row is None else chosen.record_of(row)

    def by_id(self, kind: str, key: UUID) -> Any | None:
        """The record of this kind and id, or None."""
        return self._one(kind, KINDS[kind].table.c.id == key.bytes)

    def record(self, kind: str, key: UUID) -> Any:
        """The record of this kind and id. Raises `NotFound` when it is gone."""
        found = self.by_id(kind, key)
        if found is None:
            raise NotFound(
                "That {kind} is not in the project any more. Look in the history for when it went.", kind=kind
            )
        return found

    def records(self, kind: str, ids: Iterable[UUID]) -> list[Any]:
        """The records of these ids that exist, in order of id."""
        chosen = KINDS[kind]
        found: list[Any] = []
        for part in chunks(sorted({key.bytes for key in ids}), MOST_IDS):
            found.extend(self._all(kind, chosen.table.c.id.in_(part)))
        return found

    def where(self, kind: str, **columns: UUID | str | Collection[UUID]) -> list[Any]:
        """The records of a kind whose columns hold these values, in order of `position` where it has one, else of id.

        Of one column there may be several ids to choose from.
        """
        table = KINDS[kind].table
        conditions: list[Any] = []
        several: tuple[sa.Column[Any], list[bytes]] | None = None
        for name, value in columns.items():
            if isinstance(value, (UUID, str)):
                conditions.append(table.c[name] == (value.bytes if isinstance(value, UUID) else value))
            else:
                several = table.c[name], sorted({key.bytes for key in value})
        order = [table.c.position] if "position" in table.c else []
        if several is None:
            return self._all(kind, *conditions, order=order)
        column, keys = several
        found = [one for part in chunks(keys, MOST_IDS) for one in self._all(kind, *conditions, column.in_(part))]
        found.sort(key=lambda one: (one.position if order else 0, one.id))
        return found

    def study(self) -> Study:
        """The study's own row."""
        found = self._one("study")
        assert isinstance(found, Study)
        return found

    def coders(self) -> list[Coder]:
        """Everybody who has coded, in order of arrival."""
        return self._all("coder")

    def coder_named(self, name: str) -> Coder | None:
        """The coder of this name."""
        return self._one("coder", tables.coder.c.name == name)

    def documents(self) -> list[Document]:
        """All documents in order of import."""
        return self._all("document", order=[tables.document.c.position])

    def document_ids(self) -> list[UUID]:
        """The ids of all documents in order of import."""
        document = tables.document
        query = sa.select(document.c.id).order_by(document.c.position, document.c.id)
        return [UUID(bytes=bytes(key)) for key in self.connection.execute(query).scalars()]

    def document_named(self, name: str) -> Document | None:
        """The document of exactly this name."""
        return self._one("document", tables.document.c.name == name)

    def text(self, document: Document) -> str:
        """The text of a document."""
        return contents.text_of(self.connection, document.content)

    def text_of(self, content: str) -> str:
        """The text kept under a hash."""
        return contents.text_of(self.connection, content)

    def structure(self, document: Document) -> dict[str, Any]:
        """Marks, cleaning and encoding of a document as they were read."""
        found = contents.text_of(self.connection, document.structure)
        return dict(msgspec.json.decode(found)) if found else {}

    def original(self, document: Document) -> bytes:
        """The original file, byte by byte."""
        return contents.data_of(self.connection, document.source) if document.source else b""

    @cached_property
    def codebook(self) -> Codebook:
        """All codes as a tree."""
        return Codebook(self._all("code"))

    def codes(self) -> list[Code]:
        """All codes, in no particular order."""
        return self._all("code")

    def cases(self) -> list[Case]:
        """All cases in order of creation."""
        return self._all("case")

    def assignments(self, *, document: UUID | None = None, case: UUID | None = None) -> list[Assignment]:
        """What belongs to which case."""
        conditions = []
        if document is not None:
            conditions.append(tables.assignment.c.document == document.bytes)
        if case is not None:
            conditions.append(tables.assignment.c.case == case.bytes)
        return self._all("assignment", *conditions)

    def variables(self) -> list[Variable]:
        """All variables in order of creation."""
        return self._all("variable")

    def case_named(self, name: str) -> Case | None:
        """The case of that name."""
        return self._one("case", tables.case.c.name == name)

    def variable_named(self, name: str) -> Variable | None:
        """The variable of that name."""
        return self._one("variable", tables.variable.c.name == name)

    def values(self, *, case: UUID | None = None, variable: UUID | None = None) -> list[Value]:
        """What cases have for variables."""
        conditions = []
        if case is not None:
            conditions.append(tables.value.c.case == case.bytes)
        if variable is not None:
            conditions.append(tables.value.c.variable == variable.bytes)
        return self._all("value", *conditions)

    def memos(self, about: UUID | None = None) -> list[Memo]:
        """All memos, or those about one thing, oldest first."""
        return self._all("memo", *([] if about is None else [tables.memo.c.about == about.bytes]))

    def memos_about(self, subjects: Iterable[UUID]) -> list[Memo]:
        """The memos about any of these things."""
        found: list[Memo] = []
        for part in chunks(sorted({key.bytes for key in subjects}), MOST_IDS):
            found.extend(self._all("memo", tables.memo.c.about.in_(part)))
        return found

    def segment_memos(self, document: UUID) -> dict[UUID, list[str]]:
        """The texts of the memos about segments of a document, by segment, oldest first."""
        memo, segment = tables.memo, tables.segment
        query = (
            sa.select(memo.c.about, memo.c.text)
            .join(segment, segment.c.id == memo.c.about)
            .where(segment.c.document == document.bytes)
            .order_by(memo.c.id)
        )
        found: dict[UUID, list[str]] = {}
        for about, text in self.connection.execute(query):
            found.setdefault(UUID(bytes=bytes(about)), []).append(text)
        return found

    def memo_counts(self) -> dict[UUID, int]:
        """How many memos each thing has."""
        query = sa.select(tables.memo.c.about, sa.func.count()).group_by(tables.memo.c.about)
        return {UUID(bytes=bytes(about)): count for about, count in self.connection.execute(query)}

    def memo_links(self, memo: UUID | None = None, about: UUID | None = None) -> list[MemoLink]:
        """What memos are linked to: the links of one memo, or those that lead to one thing, oldest first."""
        table = tables.memo_link
        conditions = []
        if memo is not None:
            conditions.append(table.c.memo == memo.bytes)
        if about is not None:
            conditions.append(table.c.about == about.bytes)
        return self._all("memo_link", *conditions)

    def bookmarks(self, document: UUID | None = None) -> list[Bookmark]:
        """The bookmarks of a document, or all, in text order."""
        table = tables.bookmark
        conditions = [] if document is None else [table.c.document == document.bytes]
        return self._all("bookmark", *conditions, order=[table.c.at])

    # ── sets of codes ──────────────────────────────────────────────────────────────────────────────────────
    def code_sets(self) -> list[CodeSet]:
        """All sets of codes in their order."""
        return self._all("code_set", order=[tables.code_set.c.position])

    def code_set_members(self, code_set: UUID | None = None, code: UUID | None = None) -> list[CodeSetMember]:
        """Which codes stand in which set, in the order of each; of one set or of one code."""
        table = tables.code_set_member
        conditions = []
        if code_set is not None:
            conditions.append(table.c.code_set == code_set.bytes)
        if code is not None:
            conditions.append(table.c.code == code.bytes)
        return self._all("code_set_member", *conditions, order=[table.c.position])

    # ── sets of documents ──────────────────────────────────────────────────────────────────────────────────
    def document_sets(self) -> list[DocumentSet]:
        """All sets of documents in their order."""
        return self._all("document_set", order=[tables.document_set.c.position])

    def document_set_members(
        self, document_set: UUID | None = None, document: UUID | None = None
    ) -> list[DocumentSetMember]:
        """Which documents stand in which set; of one set or of one document."""
        table = tables.document_set_member
        conditions = []
        if document_set is not None:
            conditions.append(table.c.document_set == document_set.bytes)
        if document is not None:
            conditions.append(table.c.document == document.bytes)
        return self._all("document_set_member", *conditions)

    # ── segments and codings ───────────────────────────────────────────────────────────────────────────────
    def segment_at(self, document: UUID, start: int, end: int, coder: UUID) -> Segment | None:
        """This coder's segment of exactly this span."""
        table = tables.segment
        return self._one(
            "segment",
            table.c.document == document.bytes,
            table.c.start == start,
            table.c.end_pos == end,
            table.c.coder == coder.bytes,
        )

    def segments_of(self, document: UUID, starts: Collection[int] | None = None) -> list[Segment]:
        """All segments of a document in text order, or those that begin at one of these (few) places."""
        table = tables.segment
        wanted = table.c.document == document.bytes
        if starts is not None:
            wanted &= table.c.start.in_(sorted(starts))
        return self._all("segment", wanted, order=[table.c.start, table.c.end_pos])

    def doubtful_segments(self) -> list[Segment]:
        """The segments whose place somebody is to confirm, document by document in text order."""
        table = tables.segment
        return self._all("segment", table.c.doubt.is_not(None), order=[table.c.document, table.c.start])

    def left_doubts(self, step: int) -> bool:
        """Whether a step touched a segment whose place somebody is to confirm now."""
        table, change = tables.segment, tables.change
        query = (
            sa.select(table.c.id)
            .join(change, change.c.id == table.c.id)
            .where((change.c.step == step) & (change.c.kind == "segment") & table.c.doubt.is_not(None))
            .limit(1)
        )
        return self.connection.execute(query).first() is not None

    def codings_on(self, segment: UUID) -> list[Coding]:
        """The codings that share a segment."""
        return self._all("coding", tables.coding.c.segment == segment.bytes)

    def bare_segments(self, segments: Iterable[UUID] | None = None) -> list[UUID]:
        """Those of these segments, or of all, that carry no coding, are no evidence, under no summary and on no map."""
        key = tables.segment.c.id
        held = (KINDS[kind].table.c[column] for kind, column in HOLDS_SEGMENTS.items())
        query = sa.select(key).where(*(~sa.exists().where(column == key) for column in held))
        if segments is None:
            return [UUID(bytes=bytes(found)) for found in self.connection.execute(query).scalars()]
        bare: list[UUID] = []
        for part in chunks(sorted({one.bytes for one in segments}), MOST_IDS):
            found = self.connection.execute(query.where(key.in_(part))).scalars()
            bare.extend(UUID(bytes=bytes(one)) for one in found)
        return bare

    def links(self, segments: Iterable[UUID] | None = None) -> list[Link]:
        """All links between segments, or those that begin or end at one of these."""
        if segments is None:
            return self._all("link")
        found: dict[UUID, Link] = {}
        for part in chunks(sorted({key.bytes for key in segments}), MOST_IDS):
            for end in (tables.link.c.source, tables.link.c.target):
                found.update((link.id, link) for link in self._all("link", end.in_(part)))
        return [found[key] for key in sorted(found)]

    def codings_with(self, code: UUID) -> list[Coding]:
        """The codings of one code."""
        return self._all("coding", tables.coding.c.code == code.bytes)

    def placed(
        self,
        *,
        document: UUID | None = None,
        code: UUID | None = None,
        coding: UUID | None = None,
    ) -> list[PlacedCoding]:
        """Codings with their places: of one document or one code (or one alone), in text order."""
        query = sa.select(*PLACED).join(tables.segment, tables.segment.c.id == tables.coding.c.segment)
        if document is not None:
            query = query.where(tables.segment.c.document == document.bytes)
        if code is not None:
            query = query.where(tables.coding.c.code == code.bytes)
        if coding is not None:
            query = query.where(tables.coding.c.id == coding.bytes)
        rows: Sequence[Any] = self.connection.execute(query).all()
        ids: dict[bytes, UUID] = {}

        def uuid(raw: bytes) -> UUID:
            found = ids.get(raw)
            if found is None:
                found = ids[raw] = UUID(bytes=bytes(raw))
            return found

        found = [
            PlacedCoding(uuid(row[0]), uuid(row[1]), uuid(row[2]), uuid(row[3]), uuid(row[4]), *row[5:]) for row in rows
        ]
        found.sort(key=lambda coding: (coding.document, coding.start, -coding.end, coding.id))
        return found

    def spans(self) -> Iterator[tuple[bytes, bytes, bytes, int, int]]:
        """Raw ids of document, code and coder, start and end of every coding, in no particular order."""
        segment, coding = tables.segment, tables.coding
        query = sa.select(segment.c.document, coding.c.code, segment.c.coder, segment.c.start, segment.c.end_pos).join(
            segment, segment.c.id == coding.c.segment
        )
        yield from self.connection.execute(query).yield_per(10_000)

    def count(self, kind: str) -> int:
        """How many rows of a kind there are."""
        return int(self.connection.execute(sa.select(sa.func.count()).select_from(KINDS[kind].table)).scalar() or 0)
