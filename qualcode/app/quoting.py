"""Quotes and the names beside them as they leave the program: redacted, and with display ids on request."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from ..domain.cases import Assignment, Case
from ..domain.codings import PlacedCoding, Segment
from ..domain.documents import Document, Turn, first_touched, turns
from ..domain.errors import Phrase
from ..domain.privacy import CASE, SPEAKER, Names, replaced
from ..domain.redacted_words import AROUND, RedactedWords, found_in, put_back
from ..domain.redactions import REDACTED, Redaction
from ..store import trails
from ..store.reading import Reading
from ..store.redacted_once import redacted_once

_KEPT = 32  # documents whose texts are kept at hand


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a segment as they are printed, and where they stand; `turn` is 0 where there is none."""

    text: str
    document: str
    turn: int
    speaker: str
    citation: str


def quote(read: Reading, segment: Segment | PlacedCoding, quoting: "Quoting | None" = None) -> Quote:
    """The words of one segment, or of the segment of a coding."""
    return quotes(read, [segment], quoting)[0]


def quotes(read: Reading, segments: Iterable[Segment | PlacedCoding], quoting: "Quoting | None" = None) -> list[Quote]:
    """The words of many segments, in their order; without a `quoting` only what is redacted is left out."""
    wanted = list(segments)
    asked = quoting or Quoting(read)
    order = sorted(range(len(wanted)), key=lambda place: wanted[place].document)
    found: dict[int, Quote] = {place: asked.quote(wanted[place]) for place in order}
    return [found[place] for place in range(len(wanted))]


@dataclass(frozen=True, slots=True)
class Paper:
    """A document at hand: its text and turns, the stretches that are not printed as they stand, in order and apart,
    with what is printed instead, and how passages of it are cut out."""

    text: str
    turns: Sequence[Turn]
    hidden: Sequence[tuple[int, int, str]]
    cut: Callable[[int, int], str]


class Quoting:
    """What is printed for passages, documents, cases and speakers, at the moment of one reading.

    Redacted words are never printed: […] stands for them. With `display_ids`, cases and speakers that have one are
    called by it: in columns and citations, in the names of documents that contain theirs, and where a turn in a quote
    begins with a speaker's label. Names within what people say stay; `app.leaving` lists them. Documents and cases are
    given as records or ids. The texts of a few documents are kept: where there is much to print, ask document by
    document.
    """

    def __init__(self, read: Reading, display_ids: bool = False) -> None:
        self.display_ids = display_ids
        self._read = read
        self._documents = {document.id: document for document in read.documents()}
        self._cases: dict[UUID, Case] = {case.id: case for case in read.cases()}
        self._redactions: dict[UUID, list[Redaction]] = {}
        for redaction in read.where("redaction"):
            self._redactions.setdefault(redaction.document, []).append(redaction)
        self._labels: dict[str, str] = {}  # label → display id, where that is another word
        self._instead: dict[str, str] = {}  # names of cases, too
        if display_ids:
            labels = {one.label: one.display for one in read.where("speaker_name")}
            self._labels = {label: display for label, display in labels.items() if display not in ("", label)}
            named = {case.name: case.display for case in self._cases.values() if case.display}
            self._instead = {**_former_names(read, self._cases), **self._labels, **named}
        self._names = Names((SPEAKER if name in self._labels else CASE, name) for name in self._instead)
        self._papers: OrderedDict[UUID, Paper] = OrderedDict()
        self._titles: dict[UUID, str] = {}
        self._assigned: dict[UUID, list[Assignment]] | None = None

    # ── passages ───────────────────────────────────────────────────────────────────────────────────────────
    def text(self, document: Document | UUID, start: int, end: int) -> str:
        """The words of `[start, end)` of a document, as they may be printed."""
        return self.paper(document).cut(start, end)

    def quote(self, segment: Segment | PlacedCoding) -> Quote:
        """A segment, or the segment of a coding, as it is printed."""
        paper = self.paper(segment.document)
        turn = first_touched(paper.turns, segment.start, segment.end)
        return Quote(
            text=paper.cut(segment.start, segment.end),
            document=self.document(segment.document),
            turn=turn.number if turn else 0,
            speaker=self.speaker(turn.speaker) if turn else "",
            citation=self.citation(segment.document, segment.start),
        )

    def excerpt(self, text: str) -> str:
        """Words that somebody wrote, such as an example in the codebook, without the redacted ones that were copied
        into them, in whatever form (`domain.redacted_words`)."""
        return self._without(text, self.copied(text)) if text else text

    def copied(self, text: str) -> list[tuple[int, int]]:
        """Where redacted words stand in what somebody wrote, in its order and apart."""
        return self._redacted.spans(text)

    @cached_property
    def _redacted(self) -> RedactedWords:
        here = ((self._read.text(self._documents[key]), self.redactions(key)) for key in self._redactions)
        once = ((around, [(start, end)]) for around, start, end in self._once)
        return RedactedWords((*here, *once), self._elsewhere)

    def settled(self) -> "Quoting":
        """The same when all has been read that `sentence`, `excerpt` and `names` need: they may be asked for when the
        reading has ended."""
        self._redacted.settle()
        return self

    @cached_property
    def _once(self) -> set[tuple[str, int, int]]:
        """What was redacted when it went: its place in a piece of the text it stood in."""
        by_text: dict[str, set[tuple[int, int]]] = {}
        for former in redacted_once(self._read):
            by_text.setdefault(former.content, set()).add((former.redaction.start, former.redaction.end))
        found = set()
        for content, spans in by_text.items():
            text = self._read.text_of(content)
            for start, end in spans:
                left = max(0, start - AROUND)
                found.add((text[left : end + AROUND], start - left, end - left))
        return found

    def put_back(self, new: str, old: str) -> str | None:
        """What comes back from outside for `old`, with the redacted words of `old` in the place of […]; None where it
        cannot be told which words belong where."""
        return put_back(new, old, self.copied(old)) if REDACTED in new else new

    @staticmethod
    def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
        pieces, last = [], 0
        for start, end in spans:
            pieces += [text[last:start], REDACTED]
            last = end
        return "".join([*pieces, text[last:]])

    def _elsewhere(self, words: set[str]) -> set[str]:
        """Which of these words, folded, also stand in the documents where nothing is redacted."""
        found: set[str] = set()
        for document in self._documents.values():
            if words <= found:
                break  # so it is soon with ordinary words
            text = self._read.text(document)
            labels = [(turn.start, turn.body) for turn in turns(text, document.speakers) if turn.speaker]
            # a label says who speaks; that is no place where the name is said aloud
            hidden = joined((start, end, REDACTED) for start, end in (*self.redactions(document), *labels))
            spans = [(start, end) for start, end, _ in hidden]
            found |= found_in(self._without(text, spans) if spans else text, words - found)
        return found

    def redactions(self, document: Document | UUID) -> list[tuple[int, int]]:
        """The stretches of a document that are redacted, in order and apart."""
        there = self._redactions.get(_id(document), ())
        return [(start, end) for start, end, _ in joined((one.start, one.end, REDACTED) for one in there)]

    def redacted_words(self) -> set[str]:
        """The words of all redactions, of those too that went with their words."""
        found = {around[start:end] for around, start, end in self._once}
        for key, redactions in self._redactions.items():
            text = self.paper(key).text
            found |= {text[one.start : one.end] for one in redactions}
        return found

    def citation(self, document: Document | UUID, start: int) -> Phrase:
        """Where a passage is from: “P03 Larder Street, turn 43”, with display ids “P07, turn 43”."""
        key = _id(document)
        turn = first_touched(self.paper(key).turns, start, start + 1)
        name = (self._who(key, start, turn) if self.display_ids else "") or self.document(key)
        if turn is None:
            return Phrase("{document}", document=name)
        return Phrase("{document}, turn {number}", document=name, number=turn.number)

    def cutter(self, document: Document, text: str, found: Sequence[Turn]) -> Callable[[int, int], str] | None:
        """How passages are cut out of a text at hand with its turns; None where they are printed as they stand."""
        hidden = self._hidden(document.id, text, found)
        return cutter_of(text, hidden) if hidden else None

    # ── names ──────────────────────────────────────────────────────────────────────────────────────────────
    def document(self, document: Document | UUID) -> str:
        """The name of a document; display ids stand for the names in it."""
        key = _id(document)
        if key not in self._titles:
            self._titles[key] = self.names(self._documents[key].name)
        return self._titles[key]

    def case(self, case: Case | UUID) -> str:
        """What a case is called."""
        found = self._cases[_id(case)]
        return (found.display or found.name) if self.display_ids else found.name

    def speaker(self, label: str) -> str:
        """What a speaker is called whose turns begin with `label`."""
        return self._labels.get(label, label)

    def names(self, title: str) -> str:
        """A title (of a file, a link, a chart) with display ids for the names of cases and speakers in it."""
        return replaced(title, self._names, self._instead) if self._names else title

    def sentence(self, told: str) -> str:
        """What a step says it did, or why: without redacted words, and with display ids."""
        return self.names(self.excerpt(told))

    # ── how it is done ─────────────────────────────────────────────────────────────────────────────────────
    def paper(self, document: Document | UUID) -> Paper:
        """A document to print passages of."""
        key = _id(document)
        paper = self._papers.get(key)
        if paper is None:
            record = self._documents[key]
            text = self._read.text(record)
            found = turns(text, record.speakers)
            hidden = self._hidden(key, text, found)
            paper = Paper(text, found, hidden, cutter_of(text, hidden))
            self._papers[key] = paper
            if len(self._papers) > _KEPT:
                self._papers.popitem(last=False)
        self._papers.move_to_end(key)
        return paper

    def _hidden(self, document: UUID, text: str, found: Sequence[Turn]) -> list[tuple[int, int, str]]:
        redactions = self._redactions.get(document, ())
        if not redactions and not self._labels:
            return []
        places = [(one.start, one.end, REDACTED) for one in redactions]
        for turn in found if self._labels else ():
            display = self._labels.get(turn.speaker)
            start = text.find(turn.speaker, turn.start, turn.body) if display else -1
            if display and start >= 0:
                places.append((start, start + len(turn.speaker), display))
        return joined(places)

    def _who(self, document: UUID, start: int, turn: Turn | None) -> str:
        """The display id of the one case, or else of the speaker, that words belong to; empty where there is none."""
        if self._assigned is None:
            self._assigned = {}
            for one in self._read.assignments():
                self._assigned.setdefault(one.document, []).append(one)
        speaker = turn.speaker if turn else ""
        cases = {one.case for one in self._assigned.get(document, ()) if _holds(one, start, speaker)}
        shown = {self._cases[case].display for case in cases}
        if len(shown) == 1 and (display := shown.pop()):
            return display
        return self._labels.get(speaker, "")


def _former_names(read: Reading, cases: Mapping[UUID, Case]) -> dict[str, str]:
    """The names that cases had once, and those of cases that are gone, with the display ids of these cases."""
    taken = {case.name for case in cases.values()}
    found: dict[str, str] = {}
    last: dict[UUID, str] = {}
    for one in reversed(trails.found_by_steps(read, "case")):
        display = cases[one.id].display if one.id in cases else last.setdefault(one.id, one.display or "")
        if display and one.name not in taken:
            found.setdefault(one.name, display)
    return found


def _id(thing: Document | Case | UUID) -> UUID:
    return thing if isinstance(thing, UUID) else thing.id


def _holds(assignment: Assignment, start: int, speaker: str) -> bool:
    if assignment.speaker:
        return assignment.speaker == speaker
    if assignment.start is None or assignment.end is None:
        return True
    return assignment.start <= start < assignment.end


def joined(places: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Stretches in order; those that overlap, and redactions that touch, become one: what is redacted stays hidden."""
    found: list[tuple[int, int, str]] = []
    for start, end, instead in sorted(places):
        if found and (start < found[-1][1] or (start == found[-1][1] and instead == found[-1][2] == REDACTED)):
            first, last, before = found[-1]
            found[-1] = first, max(end, last), REDACTED if REDACTED in (instead, before) else before
        else:
            found.append((start, end, instead))
    return found


def cutter_of(text: str, hidden: Sequence[tuple[int, int, str]]) -> Callable[[int, int], str]:
    """What cuts the words between two code points out of a text, with what is `hidden` (start, end and the words that
    stand there instead, in order, none overlapping) replaced; a place that is cut through is hidden whole."""
    ends = [end for _, end, _ in hidden]

    def cut(start: int, end: int) -> str:
        at = bisect_right(ends, start)
        if at == len(hidden) or hidden[at][0] >= end:
            return text[start:end]
        pieces = []
        while at < len(hidden) and hidden[at][0] < end:
            first, last, instead = hidden[at]
            pieces += [text[start:first], instead]
            start = max(start, last)
            at += 1
        return "".join([*pieces, text[start:end]])

    return cut
