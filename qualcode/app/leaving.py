"""The check before anything with quotes leaves the project: who could be recognised in what is about to be written."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from pathlib import PurePath
from typing import Any
from uuid import UUID

from ..domain.privacy import CASE, CODER, EMAIL, FILE, KINDS, PHONE, REDACTED_WORDS, SPEAKER, Names, Sighting, sightings
from ..domain.progress import SILENT, Progress
from ..domain.redacted_words import TELLING
from ..domain.speakers import is_asking
from ..formats.losses import counted
from ..store.reading import Reading
from .display_names import labels_of
from .quoting import Paper, Quoting

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


class Looking:
    """Looks through what is about to be written, piece by piece."""

    def __init__(self, read: Reading, quoting: Quoting) -> None:
        self._quoting = quoting
        self._names = names_of(read, quoting)
        self._documents = {document.id: document.name for document in read.documents()}
        self._places: dict[tuple[str, str], list[Place]] = {}
        self._redacted: list[Place] = []
        self._known: dict[str, Counter[tuple[str, str]]] = {}  # what was found in words: many stand there again

    def quotes(self, document: UUID, spans: Mapping[tuple[int, int], int]) -> None:
        """Passages of a document as they are printed, each with how often it is."""
        for start, end in self._quoting.redactions(document):
            times = sum(number for (first, last), number in spans.items() if first < end and start < last)
            if times:
                self._redacted.append(Place(TEXT, times, "", document, start, end))
        for one, times in _in_quotes(self._quoting.paper(document), self._names, spans):
            place = Place(TEXT, times, "", document, one.start, one.end)
            self._places.setdefault((one.kind, one.name), []).append(place)

    def words(self, some: Words) -> None:
        """Words that stand beside the quotes, as they are."""
        if not some.text:
            return
        seen = self._known.get(some.text)
        if seen is None:
            seen = self._known[some.text] = Counter((one.kind, one.name) for one in _in_words(some.text, self._names))
        for known, times in seen.items():
            place = Place(some.where, times * some.times, some.about, some.document, some.start, some.end)
            self._places.setdefault(known, []).append(place)

    def leaving(self) -> Leaving:
        """What was found."""
        found = [Found(kind, name, tuple(there)) for (kind, name), there in self._places.items()]
        found.sort(key=lambda one: (KINDS.index(one.kind), -one.times, one.name))
        return Leaving(tuple(found), self._documents, tuple(self._redacted))


def look_through(
    read: Reading,
    quoting: Quoting,
    quotes: Iterable[tuple[UUID, int, int]],
    words: Iterable[Words] = (),
    progress: Progress = SILENT,
) -> Leaving:
    """What is found in quotes `(document, start, end)` as `quoting` prints them, and in the words that stand beside
    them as they are. Whatever writes passages of documents into a file asks this first."""
    by_document: dict[UUID, Counter[tuple[int, int]]] = {}
    for document, start, end in quotes:
        by_document.setdefault(document, Counter())[start, end] += 1
    looking = Looking(read, quoting)
    for number, (document, spans) in enumerate(by_document.items()):
        progress.tick(number, len(by_document))
        looking.quotes(document, spans)
    for some in words:
        looking.words(some)
    return looking.leaving()


def _in_words(text: str, names: Names) -> list[Sighting]:
    whole = names.alone(text)
    return sightings(text, names) if whole is None else [whole]


def _in_quotes(paper: Paper, names: Names, spans: Mapping[tuple[int, int], int]) -> Iterator[tuple[Sighting, int]]:
    """What is found in the passages of a document as they are printed, and how often."""
    found = _visible(paper, names)
    if not found:
        return
    starts, ends = [one.start for one in found], [one.end for one in found]
    change = [0] * (len(found) + 1)  # by how much oftener this one is written than the one before
    for (start, end), number in spans.items():
        first, behind = bisect_left(starts, start), bisect_right(ends, end)
        if first < behind:
            change[first] += number
            change[behind] -= number
    times = 0
    for one, more in zip(found, change, strict=False):
        times += more
        if times:
            yield one, times


def _visible(paper: Paper, names: Names) -> list[Sighting]:
    """What is found in a document, in its order, but for what is hidden; a label at the beginning of a turn is that."""
    known = {speaker: names.alone(speaker) for speaker in {turn.speaker for turn in paper.turns} if speaker}
    hidden = [(start, end) for start, end, _ in paper.hidden]
    labels = []
    for turn in paper.turns:
        who = known.get(turn.speaker)
        start = paper.text.find(turn.speaker, turn.start, turn.body) if who else -1
        if who and start >= 0:
            labels.append(Sighting(start, start + len(turn.speaker), who.kind, who.name))
    said = _without(paper.text, sorted([*hidden, *((one.start, one.end) for one in labels)]))
    shown = labels if not hidden else [one for one in labels if _apart(one, hidden)]
    return sorted([*sightings(said, names), *shown], key=attrgetter("start"))


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text with a sign of no word in place of each character of these spans, which are in order."""
    pieces, last = [], 0
    for start, end in spans:
        pieces += [text[last:start], "\0" * (end - max(start, last))]
        last = max(last, end)
    return "".join([*pieces, text[last:]])


def _apart(one: Sighting, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether it shares no character with any of these spans, which are in order and apart."""
    at = bisect_right(spans, one.start, key=itemgetter(1))
    return at == len(spans) or spans[at][0] >= one.end
