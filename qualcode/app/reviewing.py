"""Segments whose place is in doubt since a newer text came: looking at them, confirming, adjusting, removing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from ..domain.codings import Segment
from ..domain.documents import Document
from ..domain.errors import NotFound, cut_short
from ..domain.history import ANYTHING
from ..domain.segments import trimmed
from ..store.reading import Reading
from ..store.work import Work
from .action import action
from .coding import absorb
from .standing import drop_segments

_AROUND = 80  # characters of context on either side
_LONGEST = 400  # characters of a passage that are shown


@dataclass(frozen=True, slots=True)
class Doubt:
    """A segment somebody should look at: what it stood on, where it stands now, and what is around it."""

    segment: Segment
    document: Document
    codes: tuple[str, ...]
    coder: str
    old: str
    new: str
    before: str
    after: str


def count_doubts(read: Reading, since: int | None = None) -> int:
    """How many segments wait for somebody to look at them.

    Where none waited before step `since`, only what it touched is looked at first: among 250,000 that is quick.
    """
    if since is not None and since != ANYTHING and not read.left_doubts(since):
        return 0
    return len(read.doubtful_segments())


def doubts(read: Reading) -> list[Doubt]:
    """The segments that wait for somebody to look at them, document by document in text order."""
    segments = read.doubtful_segments()
    documents = {document.id: document for document in read.records("document", {one.document for one in segments})}
    texts = {key: read.text(document) for key, document in documents.items()}
    names = {code.id: code.name for code in read.codes()} if segments else {}
    coders = {coder.id: coder.name for coder in read.coders()}
    found = []
    for segment in segments:
        text = texts[segment.document]
        codes = tuple(sorted(names[coding.code] for coding in read.codings_on(segment.id)))
        found.append(
            Doubt(
                segment,
                documents[segment.document],
                codes,
                coders.get(segment.coder, ""),
                _short(segment.doubt or ""),
                _short(text[segment.start : segment.end]),
                " ".join(text[max(0, segment.start - _AROUND) : segment.start].split()),
                " ".join(text[segment.end : segment.end + _AROUND].split()),
            )
        )
    return sorted(found, key=lambda doubt: (doubt.document.position, doubt.segment.start, doubt.segment.end))


def _short(words: str) -> str:
    words = " ".join(words.split())
    return cut_short(words, _LONGEST)


@action("Confirm the places of {count} segments")
def confirm_places(work: Work, segments: Iterable[Segment | UUID | str]) -> list[Segment]:
    """Say that segments stand where they belong."""
    found = [replace(segment, doubt=None) for segment in _found(work, segments)]
    work.replace(found)
    work.say(count=len(found))
    if len(found) == 1:
        document = work.read.record("document", found[0].document)
        work.say("Confirm the place of a segment in {document}", document=document.name)
    return found


@action("Put a segment of {document} in its place")
def adjust_place(work: Work, segment: Segment, start: int, end: int) -> Segment:
    """Move a segment whose place was in doubt to the words it belongs to, whoever made it."""
    document = work.read.record("document", segment.document)
    work.say(document=document.name)
    span = trimmed(work.read.text(document), start, end)
    there = work.read.segment_at(document.id, span.start, span.end, segment.coder)
    if there is None or there.id == segment.id:
        moved = replace(segment, start=span.start, end=span.end, doubt=None)
        work.replace(moved)
        return moved
    return absorb(work, segment, there)


@action("Remove {codings} codings whose words are gone")
def remove_doubtful(work: Work, segments: Iterable[Segment | UUID | str]) -> list[Segment]:
    """Take segments away, with their codings, whose words nobody finds in the text."""
    found = _found(work, segments)
    codings = [coding for segment in found for coding in work.read.codings_on(segment.id)]
    work.say(codings=len(codings))
    drop_segments(work, [segment.id for segment in found])
    return found


def _found(work: Work, segments: Iterable[Segment | UUID | str]) -> list[Segment]:
    """The doubtful ones of these segments; those that are gone or settled meanwhile are passed over."""
    try:
        keys = {one.id if isinstance(one, Segment) else UUID(str(one)) for one in segments}
    except ValueError:
        raise NotFound("A {kind} is named by its record or id; one of these is neither.", kind="segment") from None
    found = [one for one in work.read.records("segment", keys) if one.doubt is not None]
    if not found:
        raise NotFound("Nobody doubts the place of these segments any more.")
    return found
