"""Algebra of spans: half-open ranges `[start, end)` of Unicode code points."""

from collections.abc import Sequence
from dataclasses import dataclass

from .errors import BadInput


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points; `start < end` for a segment."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether every character of `other` is in this span."""
        return self.start <= other.start and other.end <= self.end


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends, checked against the text.

    Raises `BadInput` when it leaves the text or holds nothing but white space.
    """
    if not 0 <= start < end <= len(text):
        raise BadInput(
            "Characters {start} to {end} are not in the document, which has {length}. Give a start below the "
            "end, both inside the text.",
            start=start,
            end=end,
            length=len(text),
        )
    piece = text[start:end]
    kept = piece.strip()
    if not kept:
        raise BadInput("There is only white space between {start} and {end}. Select words.", start=start, end=end)
    first = start + len(piece) - len(piece.lstrip())
    return Span(first, first + len(kept))


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters `[start, end)` of the old text became `length` new ones."""

    start: int
    end: int
    length: int


def shifted(span: Span, edit: Edit) -> Span | None:
    """Where `span` lies after `edit`, or None when every character of it is gone.

    Text typed inside a span joins it; text typed at either border stays outside; a replaced piece that
    reaches over a border takes its new text with it to the side where most of the words came from: the span
    keeps what survives of it, and a span wholly inside a replaced piece is gone unless it *is* that piece.
    """
    change = edit.length - (edit.end - edit.start)
    if edit.end <= span.start:
        return Span(span.start + change, span.end + change)
    if edit.start >= span.end:
        return span
    if span.start <= edit.start and edit.end <= span.end:
        end = span.end + change
        return Span(span.start, end) if end > span.start else None
    if edit.start <= span.start and span.end <= edit.end:
        return None
    if edit.start < span.start:
        return Span(edit.start + edit.length, span.end + change)
    return Span(span.start, edit.start)


def shifted_through(span: Span, edits: Sequence[Edit]) -> Span | None:
    """`span` after several edits of one text, given in old positions and in ascending order."""
    moved: Span | None = span
    for edit in reversed(edits):
        if moved is None:
            return None
        moved = shifted(moved, edit)
    return moved
