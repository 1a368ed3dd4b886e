"""The check before anything with quotes leaves the project: who could be recognised in what is about to be written."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ..domain.carrying import Carrying
from ..domain.documents import Turn
from ..domain.privacy import CASE, CODER, EMAIL, FILE, KINDS, PHONE, REDACTED_WORDS, SPEAKER, Names, Sighting, sightings
from ..domain.progress import SILENT, Progress
from ..domain.queries import Scope
from ..domain.speakers import is_asking
from ..formats.losses import counted
from ..store import pages
from ..store.reading import Reading
from .display_names import labels_of
from .memo_export import Wanted, memo_table
from .quoting import TELLING, Paper, Quoting
from .scoping import make_scope
from .tables import CodingPlace, segment_rows

if TYPE_CHECKING:
    from .project import Project

CHECKED = ("segments", "memos", "codebook")  # the exports of `app.export` that may quote somebody
TEXT = "text"  # where something stands that is quoted from a document
CHECK_COLUMNS = ("kind", "found", "times", "where", "about", "document", "start", "end")
_CALLED = {
    CASE: "case name",
    SPEAKER: "speaker label",
    FILE: "file name",
    CODER: "coder",
    EMAIL: "e-mail address",
    PHONE: "phone number",
    REDACTED_WORDS: "redacted passage",
}
_PLURALS = {EMAIL: "e-mail addresses"}
_ENTRY_FIELDS = ("name", "definition", "full_definition", "include", "exclude", "example", "near_miss", "memo")
_EXEMPLARS = Scope(carrying=Carrying(marks=frozenset({"exemplar"})))


@dataclass(frozen=True, slots=True)
class Words:
    """Words beside the quotes that are written `times` times: `where` is the column or the part of the file, `about`
    the title of what they belong to, `[start, end)` of a document the passage they are about."""

    where: str
    text: str
    times: int = 1
    about: str = ""
    document: UUID | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was found, and how often it is written there; see `Words`. In a quote (`where` is `TEXT`) `start`
    and `end` are its own place in the document."""

    where: str
    times: int
    about: str = ""
    document: UUID | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """A name, address or number in what is about to be written; `kind` is one of `domain.privacy.KINDS`."""

    kind: str
    name: str
    places: tuple[Place, ...]

    @property
    def times(self) -> int:
        """How often it is written."""
        return sum(place.times for place in self.places)


@dataclass(frozen=True, slots=True)
class Leaving:
    """What was found, by kind, the most frequent first; `documents` are the names of those that are named, `redacted`
    the passages that […] stands for in these quotes."""

    found: tuple[Found, ...]
    documents: Mapping[UUID, str]
    redacted: tuple[Place, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many different ones of each kind."""
        counts = Counter(one.kind for one in self.found)
        return {kind: counts[kind] for kind in KINDS if counts[kind]}

    @property
    def telling(self) -> bool:
        """Whether somebody besides the coders could be recognised."""
        return any(one.kind != CODER for one in self.found)

    def __str__(self) -> str:
        parts = [
            f"{number:,} {_PLURALS[kind]}" if number != 1 and kind in _PLURALS else counted(number, _CALLED[kind])
            for kind, number in self.counts.items()
        ]
        return f"In this file: {', '.join(parts)}." if parts else "No names, addresses or numbers were found in it."

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """The table with `CHECK_COLUMNS`: a row per place."""
        for one in self.found:
            for place in one.places:
                name = self.documents.get(place.document, "") if place.document else ""
                where = (name, place.start, place.end) if name else ("", None, None)
                yield one.kind, one.name, place.times, place.where, place.about, *where


def names_of(read: Reading, quoting: Quoting) -> Names:
    """The names the project knows. Left out are interviewers, and whoever is called by their own name outside it."""
    known: list[tuple[str, str]] = [(CASE, case.name) for case in read.cases() if case.display != case.name]
    own = {one.label for one in read.where("speaker_name") if one.display == one.label}
    known += [(SPEAKER, label) for label in labels_of(read) if label not in own and not is_asking(label)]
    safe = {*own, *(case.name for case in read.cases() if case.display == case.name)}
    for document in read.documents():
        titles = {document.name, document.source_name, PurePath(document.source_name).stem} - safe
        known += [(FILE, title) for title in sorted(titles, key=len, reverse=True)]
    known += [(CODER, coder.name) for coder in read.coders()]
    known += [(REDACTED_WORDS, words) for words in quoting.redacted_words() if len(words) >= TELLING]
    return Names(known)


def look_through(
    read: Reading,
    quoting: Quoting,
    quotes: Iterable[tuple[UUID, int, int]],
    words: Iterable[Words] = (),
    progress: Progress = SILENT,
) -> Leaving:
    """What is found in quotes `(document, start, end)` as `quoting` prints them, and in the words that stand beside
    them as they are. Whatever writes passages of documents into a file asks this first."""
    names = names_of(read, quoting)
    places: dict[tuple[str, str], list[Place]] = {}
    told = {document.id: document.name for document in read.documents()}
    by_document = [
        (key, [span[1:] for span in spans])
        for key, spans in groupby(sorted(quotes, key=itemgetter(0)), key=itemgetter(0))
    ]
    redacted: list[Place] = []
    for number, (key, spans) in enumerate(by_document):
        progress.tick(number, len(by_document), told[key])
        redacted += _redacted(quoting, key, spans)
        for one, times in _in_quotes(quoting.paper(key), names, spans):
            place = Place(TEXT, times, "", key, one.start, one.end)
            places.setdefault((one.kind, one.name), []).append(place)
    for some in words:
        seen = Counter((one.kind, one.name) for one in _in_words(some.text, names))
        for known, times in seen.items():
            place = Place(some.where, times * some.times, some.about, some.document, some.start, some.end)
            places.setdefault(known, []).append(place)
    found = [Found(kind, name, tuple(there)) for (kind, name), there in places.items()]
    found.sort(key=lambda one: (KINDS.index(one.kind), -one.times, one.name))
    return Leaving(tuple(found), told, tuple(redacted))


def _redacted(quoting: Quoting, document: UUID, spans: Sequence[tuple[int, ...]]) -> Iterator[Place]:
    """The redactions of a document that hide something of these quotes, and in how many."""
    for start, end in quoting.redactions(document):
        times = sum(first < end and start < last for first, last in spans)
        if times:
            yield Place(TEXT, times, "", document, start, end)


def _in_words(text: str, names: Names) -> list[Sighting]:
    whole = names.alone(text)
    return sightings(text, names) if whole is None else [whole]


def _in_quotes(paper: Paper, names: Names, spans: Iterable[tuple[int, ...]]) -> Iterator[tuple[Sighting, int]]:
    """What is found in the passages of a document as they are printed, and in how many of them."""
    found = _visible(paper, names)
    if not found:
        return
    starts, ends = [one.start for one in found], [one.end for one in found]
    change = [0] * (len(found) + 1)  # by how many more passages hold this one than the one before
    for start, end in spans:
        first, behind = bisect_left(starts, start), bisect_right(ends, end)
        if first < behind:
            change[first] += 1
            change[behind] -= 1
    times = 0
    for one, more in zip(found, change, strict=False):
        times += more
        if times:
            yield one, times


def _visible(paper: Paper, names: Names) -> list[Sighting]:
    """What is found in a document, in its order, but for what is hidden; a label at the beginning of a turn is that."""
    labels = [label for turn in paper.turns if turn.speaker and (label := _label(paper.text, turn, names))]
    hidden = [(start, end) for start, end, _ in paper.hidden]
    taken = _merged([*hidden, *((one.start, one.end) for one in labels)])
    said = [one for one in sightings(paper.text, names) if _apart(one, taken)]
    return sorted([*said, *(one for one in labels if _apart(one, hidden))], key=lambda one: one.start)


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _apart(one: Sighting, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether it shares no character with any of these spans, which are in order and apart."""
    at = bisect_right(spans, one.start, key=itemgetter(1))
    return at == len(spans) or spans[at][0] >= one.end


def _label(text: str, turn: Turn, names: Names) -> Sighting | None:
    """The label at the beginning of a turn, where it is a name."""
    start = text.find(turn.speaker, turn.start, turn.body)
    known = names.alone(turn.speaker)
    return None if start < 0 or known is None else replace(known, start=start, end=start + len(turn.speaker))


# ── the exports ────────────────────────────────────────────────────────────────────────────────────────────
def check_export(
    project: "Project",
    kind: str,
    marks: bool = False,
    progress: Progress = SILENT,
    display_ids: bool = False,
    **filters: Any,
) -> Leaving:
    """What is found in the file `app.export.export_file` would write of segments, memos or the codebook (`CHECKED`),
    asked for in the same way."""
    with project.read() as read:
        quoting = Quoting(read, display_ids)
        if kind == "segments":
            carrying, query = filters.pop("carrying", None), filters.pop("query", "")
            scope = replace(make_scope(read, **filters), carrying=carrying)
            only = project.analyses.retrieval.places(query, scope, progress) if query else None
            quotes, words = _segments(read, quoting, scope, marks, progress, only)
        elif kind == "memos":
            quotes, words = _memos(read, quoting, filters.pop("wanted", Wanted()))
        else:
            quotes, words = _codebook(read, quoting)
        return look_through(read, quoting, quotes, words, progress)


_Both = tuple[list[tuple[UUID, int, int]], list[Words]]


def _segments(
    read: Reading,
    quoting: Quoting,
    scope: Scope,
    marks: bool,
    progress: Progress,
    only: Mapping[UUID, Collection[CodingPlace]] | None,
) -> _Both:
    ids = {document.name: document.id for document in read.documents()}
    quotes: list[tuple[UUID, int, int]] = []
    cells: Counter[tuple[str, str]] = Counter()
    comments: Counter[tuple[str, str, UUID, int, int]] = Counter()
    for row in segment_rows(read, scope, progress=progress, marks=marks, only=only):
        name, case, start, end, _, speaker, code, coder, _, _, comment, _, *said = row
        document = ids[name]
        quotes.append((document, start, end))
        cells["document", name] += 1
        cells["case", case] += 1
        cells["speaker", speaker] += 1
        cells["code", code] += 1
        cells["coder", coder] += 1
        if comment:
            comments["comment", comment, document, start, end] += 1
        for where, text in zip(("discuss", "links", "used", "facet"), said[2:], strict=False):
            if text:
                comments[where, text, document, start, end] += 1
    words = [Words(where, _printed(where, text, quoting), times) for (where, text), times in cells.items() if text]
    words += [
        Words(where, _printed(where, text, quoting), times, "", document, start, end)
        for (where, text, document, start, end), times in comments.items()
    ]
    return quotes, words


def _printed(where: str, text: str, quoting: Quoting) -> str:
    if where == "speaker":
        return quoting.speaker(text)
    return quoting.names(text) if where in ("case", "document", "links") else text


def _memos(read: Reading, quoting: Quoting, wanted: Wanted) -> _Both:
    table = memo_table(read, wanted, quoting=quoting)
    words = [
        Words("text of a memo" if where == "text" else where, row[where], about=row["title"])
        for row in table
        for where in ("title", "type", "coder", "about", "document", "links", "text")
        if row[where]
    ]
    memos = read.records("memo", [UUID(row["id"]) for row in table])
    segments = read.records("segment", [memo.about for memo in memos if memo.about_kind == "segment"])
    return [(one.document, one.start, one.end) for one in segments], words


def _codebook(read: Reading, quoting: Quoting) -> _Both:
    from .codebook_entries import codebook_entries

    words = []
    for entry in codebook_entries(read, quoting):
        fields = {
            **{field: getattr(entry, field) for field in _ENTRY_FIELDS},
            "example_document": entry.example_document,
        }
        fields["examples"] = " ".join(example.citation for example in entry.examples)
        words += [Words(where, text, about=entry.path) for where, text in fields.items() if text]
    pinned = pages.codings_by_id(read, pages.in_text_order(read, _EXEMPLARS))
    return [(one.document, one.start, one.end) for one in pinned], words
