"""Rows of the lists people look at: codings with their words and turn, documents with short names."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from uuid import UUID

from ..domain.codings import PlacedCoding, Segment
from ..domain.documents import Document, turns
from ..domain.links import Link
from ..domain.queries import Scope
from ..store import pages
from ..store.pages import Touched
from ..store.reading import Reading

ORDERS = ("document", "code", "newest", "weight")
ROWS_ASKED = 64  # rows fetched at once where the order is a list of ids
_QUOTE_LENGTH = 320  # characters of a quote: more than a row can show
_TEXTS_KEPT = 1_000


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """One coding as a list shows it. `quote` is one line, cut with an ellipsis; `turn` 0 where there is none; `links`
    and `memos` are how many its segment has."""

    coding: PlacedCoding
    quote: str
    turn: int
    speaker: str
    links: int = 0
    memos: int = 0


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One link with both its ends, each standing for its segment: the first coding on it."""

    link: Link
    source: SegmentRow
    target: SegmentRow

    def other(self, segment: UUID) -> SegmentRow:
        """The end that is not this segment."""
        return self.source if self.link.target == segment else self.target


@dataclass(frozen=True, slots=True)
class Listing:
    """The order of a list of codings: documents with their numbers of rows, or packed ids of 16 bytes each."""

    scope: Scope
    groups: tuple[tuple[UUID, int], ...]
    ids: bytes

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.ids) // 16 if self.ids else sum(count for _, count in self.groups)


class _Turns:
    """Where the turns of texts end, kept by the text's hash and rule: lists ask for them page after page."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], tuple[list[int], list[tuple[int, int, str]]]] = OrderedDict()
        self._lock = Lock()

    def of(self, document: Document, text: str) -> tuple[list[int], list[tuple[int, int, str]]]:
        """The ends of a document's turns, and their starts, numbers and speakers."""
        key = (document.content, document.speakers)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        found = turns(text, document.speakers)
        value = ([turn.end for turn in found], [(turn.start, turn.number, turn.speaker) for turn in found])
        with self._lock:
            self._kept[key] = value
            if len(self._kept) > _TEXTS_KEPT:
                self._kept.popitem(last=False)
        return value


_turns = _Turns()


def listing(read: Reading, scope: Scope, order: str = "document", counted: Mapping[UUID, int] | None = None) -> Listing:
    """The order of the codings inside a scope: `document`, `code`, `newest` or `weight` (the heaviest first).

    `counted` are the codings of each document, for who knows them already and asks for everything.
    """
    if order == "newest":
        return Listing(scope, (), pages.newest_first(read, scope))
    if order == "weight":
        return Listing(scope, (), pages.by_weight(read, scope))
    if order == "code":
        return Listing(scope, (), pages.by_code(read, scope))
    if scope.codes is not None or scope.carrying is not None:
        return Listing(scope, (), pages.in_text_order(read, scope))
    known = counted if counted is not None and scope.everything else None
    counts = pages.counts_by_document(read, scope) if known is None else known
    documents = [document.id for document in read.documents() if counts.get(document.id)]
    return Listing(scope, tuple((document, counts[document]) for document in documents), b"")


def document_rows(read: Reading, document: UUID, scope: Scope) -> list[SegmentRow]:
    """The rows of one document of a listing by documents."""
    return _rows(read, pages.codings_of(read, document, scope))


def rows_by_id(read: Reading, ids: bytes) -> list[SegmentRow]:
    """The rows of packed coding ids, in that order; those that are gone are left out."""
    return _rows(read, pages.codings_by_id(read, ids))


def coding_row(read: Reading, coding: UUID) -> SegmentRow | None:
    """The row of one coding, or None when it is gone."""
    return next(iter(rows_by_id(read, coding.bytes)), None)


def links_of(read: Reading, segment: UUID) -> list[LinkRow]:
    """The links of a segment: first those that begin at it, each in the order they were made."""
    links = read.links([segment])
    return link_rows(read, sorted(links, key=lambda link: (link.source != segment, link.id)))


def link_rows(read: Reading, links: Sequence[Link]) -> list[LinkRow]:
    """Links with their ends; those of which an end is gone are left out."""
    ends = pages.codings_on(read, {key for link in links for key in (link.source, link.target)})
    rows = {row.coding.segment: row for row in _rows(read, list(ends.values()))}
    return [
        LinkRow(link, rows[link.source], rows[link.target])
        for link in links
        if link.source in rows and link.target in rows
    ]


def links_with(
    read: Reading, relation: str | None = None, scope: Scope = pages.EVERYTHING
) -> tuple[list[Link], dict[str, int]]:
    """The links of a relation (None: all) of which an end is a segment inside a scope of documents, parts and coders,
    the newest first; and all relations with how many links have them."""
    return pages.links_with(read, relation, scope), pages.relations(read)


def _rows(read: Reading, codings: Sequence[PlacedCoding]) -> list[SegmentRow]:
    documents: dict[UUID, Document] = {
        document.id: document for document in read.records("document", {coding.document for coding in codings})
    }
    texts = {key: read.text(document) for key, document in documents.items()}
    links, memos = pages.counts_on(read, {coding.segment for coding in codings})
    found = []
    for coding in codings:
        text = texts[coding.document]
        number, speaker = _turn_at(documents[coding.document], text, coding.start, coding.end)
        quote = _quote(text, coding.start, coding.end)
        beside = (links.get(coding.segment, 0), memos.get(coding.segment, 0))
        found.append(SegmentRow(coding, quote, number, speaker, *beside))
    return found


def _quote(text: str, start: int, end: int) -> str:
    if end - start <= _QUOTE_LENGTH:
        return " ".join(text[start:end].split())
    return " ".join(text[start : start + _QUOTE_LENGTH].split()) + "…"


def short_names(documents: Iterable[Document]) -> dict[UUID, str]:
    """A short name for each document: its first word where that holds a digit and is the only such one (`P03`)."""
    named = [(document, document.name.split()[0] if document.name.split() else "") for document in documents]
    times: dict[str, int] = {}
    for _, first in named:
        times[first] = times.get(first, 0) + 1
    return {
        document.id: first if times[first] == 1 and any(map(str.isdigit, first)) else document.name
        for document, first in named
    }


def touched(read: Reading, step: int) -> Touched:
    """The codes and documents whose codings a step changed."""
    return pages.touched(read, step)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A segment with its words, whether it is coded or not: `quote` is one line, cut with an ellipsis; `short` the
    document's short name; `turn` 0 where there is none."""

    segment: Segment
    document: str
    short: str
    quote: str
    turn: int
    speaker: str


def quoted(read: Reading, segments: Iterable[UUID]) -> dict[UUID, Quoted]:
    """The words of segments and where they stand, by the segments' ids; those that are gone are left out."""
    documents = {document.id: document for document in read.documents()}
    short = short_names(documents.values())
    texts: dict[UUID, str] = {}
    found: dict[UUID, Quoted] = {}
    for segment in read.records("segment", segments):
        document = documents[segment.document]
        if document.id not in texts:
            texts[document.id] = read.text(document)
        text = texts[document.id]
        turn, speaker = _turn_at(document, text, segment.start, segment.end)
        quote = _quote(text, segment.start, segment.end)
        found[segment.id] = Quoted(segment, document.name, short[document.id], quote, turn, speaker)
    return found


def _turn_at(document: Document, text: str, start: int, end: int) -> tuple[int, str]:
    """Number and speaker of the first turn that a span touches."""
    ends, labels = _turns.of(document, text)
    at = bisect_right(ends, start)
    touched = at < len(labels) and labels[at][0] < end
    return (labels[at][1], labels[at][2]) if touched else (0, "")
