"""Giving a document another text, and moving everything that stands on it."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..domain.bundle import ReadDocument
from ..domain.cases import Assignment
from ..domain.codings import Segment
from ..domain.documents import TEXT_LIMIT, Document
from ..domain.errors import BadInput, Phrase, cut_short, listed
from ..domain.reanchoring import Anchoring, Place
from ..domain.segments import Edit, Edits, Span
from ..store.reading import Reading
from ..store.work import Work
from .bookmarks import move_bookmarks
from .coding import absorb
from .redactions import move_redactions
from .standing import drop_segments

_WORDS = 160  # characters of a passage that is named


@dataclass(frozen=True, slots=True)
class Lost:
    """A segment whose words are gone: the codes it carried, and the words."""

    codes: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class CasePart:
    """A part of the text that belongs to a case: the name of the case, and the words."""

    case: str
    words: str


@dataclass(frozen=True, slots=True)
class Moved:
    """What a new text did to what stands on it: how many segments moved along, how many stand somewhere that
    somebody should confirm, those that lost all their words, the parts of cases that did, and those whose words were
    changed, as they were: they have moved, and nobody is asked to confirm them."""

    document: Document
    moved: int
    doubtful: int
    lost: tuple[Lost, ...]
    parts: tuple[CasePart, ...] = ()
    doubtful_parts: tuple[CasePart, ...] = ()

    @property
    def cases(self) -> Phrase:
        """The cases that lost a part of the text, named."""
        return listed(dict.fromkeys(part.case for part in self.parts))

    @property
    def gone(self) -> int:
        """How many segments lost all their words."""
        return len(self.lost)


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the segments of a document go: those that move, those whose place is in doubt, those that go."""

    moved: list[Segment]
    doubtful: list[Segment]
    gone: list[Segment]


def plan(segments: Sequence[Segment], text: str, place: Callable[[Span], Place | None], new: str = "") -> Plan:
    """Where segments on `text` go; what somebody should look at remembers the words it stood on.

    Where they are looked for in a `new` text, words that are back at their place settle a doubt of earlier.
    """
    found = Plan([], [], [])
    for segment in segments:
        there = place(Span(segment.start, segment.end))
        if there is None:
            found.gone.append(segment)
            continue
        doubt = segment.doubt
        back = _back(segment, text, there.span, new)
        if back is not None:
            doubt, there = None, Place(back, sure=True)
        if not there.sure:
            doubt = doubt or text[segment.start : segment.end]
        after = replace(segment, start=there.span.start, end=there.span.end, doubt=doubt)
        if after != segment:
            found.moved.append(after)
        if doubt is not None and segment.doubt is None:
            found.doubtful.append(after)
    return found


def _back(segment: Segment, text: str, there: Span, new: str) -> Span | None:
    """Where the words are that a segment in doubt stood on at first, if they came back to its place with a new text."""
    words = segment.doubt
    if not words or text[segment.start : segment.end] == words:  # found elsewhere: they never went
        return None
    at = new.find(words, max(0, there.start - len(words) + 1), there.end + len(words) - 1)
    return None if at < 0 else Span(at, at + len(words))


def lost(read: Reading, segments: Sequence[Segment], text: str) -> tuple[Lost, ...]:
    """Segments that go, as people know them: by codes and words."""
    names = {code.id: code.name for code in read.codebook.ordered} if segments else {}
    found = []
    for segment in segments:
        codes = tuple(sorted(names[coding.code] for coding in read.codings_on(segment.id)))
        found.append(Lost(codes, _short(text[segment.start : segment.end])))
    return tuple(found)


def parts(read: Reading, document: Document) -> list[tuple[Assignment, Span]]:
    """The parts of a document's text that belong to a case, each with its place."""
    return [
        (one, Span(one.start, one.end))
        for one in read.assignments(document=document.id)
        if one.start is not None and one.end is not None
    ]


def case_parts(read: Reading, some: Sequence[tuple[Assignment, Span]], text: str) -> tuple[CasePart, ...]:
    """Parts of cases as people know them, in the order of the text."""
    names = {case.id: case.name for case in read.records("case", {one.case for one, _ in some})}
    found = sorted(some, key=lambda part: (part[1], names[part[0].case]))
    return tuple(CasePart(names[one.case], _short(text[span.start : span.end])) for one, span in found)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return cut_short(words, _WORDS)


def rewrite(
    work: Work,
    document: Document,
    text: str,
    edits: Sequence[Edit],
    place: Callable[[Span], Place | None] | None = None,
) -> Moved:
    """Give a document a new text that came about by `edits`, and move everything that stands on it.

    `place` says where a span goes, when that is not known from the edits alone.
    """
    if not text.strip():
        raise BadInput("“{name}” would have no text left. Remove the document instead.", name=document.name)
    if len(text) > TEXT_LIMIT:
        raise BadInput(
            "A text may have {limit} characters; this one has {length}. Split it.",
            limit=TEXT_LIMIT,
            length=len(text),
        )
    together = Edits(edits)
    goes = place or exactly(together)
    structure = work.read.structure(document)
    structure["marks"] = [
        [*along, *mark[2:]] for mark in structure.get("marks", []) if (along := _along(mark[0], mark[1], together))
    ]
    edited = replace(
        document,
        content=work.keep(text),
        structure=work.keep(json.dumps(structure, ensure_ascii=False, separators=(",", ":"))),
        characters=len(text),
    )
    old = work.read.text(document)
    found = plan(work.read.segments_of(document.id), old, goes, text if place else "")
    told = lost(work.read, found.gone, old)
    drop_segments(work, [segment.id for segment in found.gone])
    _settle(work, found.moved)
    move_bookmarks(work, document, together)
    move_redactions(work, document, edits, text, place)
    parted, unsure = [], []
    for assignment, span in parts(work.read, document):
        there = goes(span)
        if there is None:
            parted.append((assignment, span))
        else:
            if not there.sure:
                unsure.append((assignment, span))
            work.replace(replace(assignment, start=there.span.start, end=there.span.end))
    without, doubted = case_parts(work.read, parted, old), case_parts(work.read, unsure, old)
    work.remove([assignment for assignment, _ in parted])
    work.replace(edited)
    if doubted:
        changed = listed(dict.fromkeys(part.case for part in doubted))
        work.also("look at the parts of {changed_cases}, whose words were changed", changed_cases=changed)
    return Moved(edited, len(found.moved), len(found.doubtful), told, without, doubted)


def exactly(edits: Edits) -> Callable[[Span], Place | None]:
    """Where spans go by edits that are known: beyond doubt."""

    def place(span: Span) -> Place | None:
        moved = edits.moved(span)
        return None if moved is None else Place(moved, True)

    return place


def anchor_again(work: Work, document: Document, text: str) -> Moved:
    """Give a document another version of its text; what stands on it is looked for there."""
    anchoring = Anchoring(work.read.text(document), text)
    return rewrite(work, document, text, anchoring.edits, anchoring.place)


def renew(work: Work, known: Document, read: ReadDocument, file: str, source: str) -> Moved:
    """Put what a newer file holds in the place of a document."""
    result = anchor_again(work, known, read.text)
    document = replace(
        result.document,
        structure=work.keep(structure_of(read)),
        source=source,
        source_name=file,
        format=read.format,
        speakers=read.speakers or known.speakers,
    )
    work.replace(document)
    return replace(result, document=document)


def structure_of(read: ReadDocument) -> str:
    """Marks, cleaning and encoding of a document as they are kept."""
    return json.dumps(
        {
            "marks": [[mark.start, mark.end, mark.kind, mark.value] for mark in read.marks],
            "cleaning": read.cleaning,
            "encoding": read.encoding,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _along(start: int, end: int, edits: Edits) -> tuple[int, int] | None:
    """Where a mark goes; an anchor has no length."""
    if start < end:
        span = edits.moved(Span(start, end))
        return (span.start, span.end) if span else None
    at = edits.anchor(start)
    return (at, at)


def _settle(work: Work, moved: list[Segment]) -> None:
    """Write moved segments; two of one coder that now cover the same words become one."""
    standing = {
        (one.document, one.coder, one.start, one.end): one
        for document in {segment.document for segment in moved}
        for one in work.read.segments_of(document)
    }
    places: dict[tuple[Any, ...], Segment] = {}
    doubled = []
    moving = {segment.id for segment in moved}
    for segment in moved:
        place = (segment.document, segment.coder, segment.start, segment.end)
        there = places.get(place) or standing.get(place)
        if there is not None and there.id != segment.id and (there.id not in moving or place in places):
            doubled.append((segment, there))
        else:
            places[place] = segment
    for segment, there in doubled:
        place = (segment.document, segment.coder, segment.start, segment.end)
        joined = absorb(work, segment, work.read.record("segment", there.id))
        # of the two, one may stand where nobody has looked yet
        if place in places:
            doubt = places[place].doubt or segment.doubt
            places[place] = replace(places[place], comment=joined.comment, doubt=doubt, used=joined.used)
        elif segment.doubt and not joined.doubt:
            work.replace(replace(joined, doubt=segment.doubt))
    work.replace(list(places.values()))
