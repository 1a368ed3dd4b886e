"""Passages that must not leave the project: exports print […] in their place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from .reanchoring import Place
from .segments import Edit, Span

REDACTED = "[…]"


@dataclass(frozen=True, slots=True)
class Redaction:
    """A half-open span of a document's text, in code points, that is not to be printed; `reason` may be empty."""

    id: UUID
    document: UUID
    start: int
    end: int
    reason: str
    coder: UUID
    created: str


@dataclass(frozen=True, slots=True)
class Former:
    """A redaction as it stood on a text, named by its hash, until step number `step` took or changed that text."""

    step: int
    redaction: Redaction
    content: str


def followed(
    span: Span, edits: Sequence[Edit], new: str, place: Callable[[Span], Place | None] | None = None
) -> list[Span]:
    """What of the `new` text is to be redacted after edits (in old positions, in order, apart), where `span` was.

    Rather too much than too little: every character of it that is left, what was typed within it, what replaced any of
    it, and what was typed on to its first or last word. Nothing only when all its words were deleted. Where words are
    looked for in a whole new version, `place` says where they stand now; in doubt both places are redacted.
    """
    along = _along(span, edits, new)
    there = place(span) if place is not None else None
    if there is None:
        return [] if along is None else [along]
    if along is None:
        return [there.span]
    if along.overlaps(there.span):
        return [Span(min(along.start, there.span.start), max(along.end, there.span.end))]
    return [there.span] if there.sure else sorted((along, there.span))


def _along(span: Span, edits: Sequence[Edit], new: str) -> Span | None:
    """The stretch of the new text from the first to the last thing that is left of a span or came in its place."""
    covered: list[int] = []
    grown = 0  # by how much the text has grown before the edit
    left = span.start  # up to here the old text is dealt with
    for edit in edits:
        if edit.start > span.end:
            break
        if left < edit.start:
            covered += left + grown, min(edit.start, span.end) + grown
        start = edit.start + grown
        end = start + edit.length
        grown += edit.length - (edit.end - edit.start)
        left = max(left, edit.end)
        if not edit.length or edit.end < span.start:
            continue
        if edit.start < span.end and edit.end > span.start:
            covered += start, end
        elif edit.end == span.start:
            covered += _word_before(new, start, end), end
        else:
            covered += start, _word_behind(new, start, end)
    if left < span.end:
        covered += left + grown, span.end + grown
    first, last = min(covered, default=0), max(covered, default=0)
    return Span(first, last) if first < last else None


def _word_before(text: str, start: int, end: int) -> int:
    """Where the word begins that `[start, end)` ends with; its end where it ends with none."""
    while end > start and text[end - 1].isalnum():
        end -= 1
    return end


def _word_behind(text: str, start: int, end: int) -> int:
    """Where the word ends that `[start, end)` begins with; its start where it begins with none."""
    while start < end and text[start].isalnum():
        start += 1
    return start
