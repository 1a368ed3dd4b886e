"""Algebra of spans: half-open ranges `[start, end)` of Unicode code points."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

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


def composed(edits: Sequence[Edit], then: Edit) -> list[Edit]:
    """The edits of a text, and one more in the positions they left, as edits of the text they began with.

    Those that touch become one: a word deleted and typed anew was replaced.
    """
    before: list[Edit] = []
    after: list[Edit] = []
    start, end = then.start, then.end
    grown = shift = inside = 0  # by how much the text has grown: so far, before the place, in what is touched
    for edit in edits:
        place, growth = edit.start + grown, edit.length - (edit.end - edit.start)
        if place + edit.length < then.start:
            before.append(edit)
            shift += growth
        elif place > then.end:
            after.append(edit)
        else:
            start, end = min(start, place), max(end, place + edit.length)
            inside += growth
        grown += growth
    whole = Edit(start - shift, end - shift - inside, end - start + then.length - (then.end - then.start))
    return [*before, *([whole] if whole.end > whole.start or whole.length else []), *after]


class Edits:
    """Several edits of one text, given in old positions, in ascending order and disjoint.

    Where thousands of spans meet thousands of edits, each span looks up its place in sums made once.
    """

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._edits = list(edits)
        self._starts = [edit.start for edit in self._edits]
        self._ends = [edit.end for edit in self._edits]
        changes = (edit.length - (edit.end - edit.start) for edit in self._edits)
        self._grown = [0, *accumulate(changes)]  # by how much the text has grown before each edit

    def moved(self, span: Span) -> Span | None:
        """Where `span` lies after all of them, or None when every character of it is gone.

        Text typed inside a span joins it; text typed at either border stays outside; a replaced piece that
        reaches over a border takes its new text with it to the side where most of the words came from: the span
        keeps what survives of it, and a span wholly inside a replaced piece is gone unless it *is* that piece.
        """
        before = bisect_right(self._ends, span.start)  # so many edits lie before the span
        within = self._within(span, bisect_left(self._starts, span.end))
        if within is None:
            return None
        end, after = within  # edits from `after` on lie behind the span
        start = span.start
        if before < after and self._edits[before].start < start:
            edit = self._edits[before]
            if end <= edit.end:
                return None
            start = edit.start + edit.length
        return Span(start + self._grown[before], end + self._grown[after])

    def anchor(self, at: int) -> int:
        """Where a place without length goes: it stays before what follows it, or behind what came instead."""
        before = bisect_right(self._ends, at)
        moved = at + self._grown[before]
        if before < len(self._edits) and self._edits[before].start < at:
            edit = self._edits[before]
            moved += edit.start + edit.length - at
        return moved

    def _within(self, span: Span, after: int) -> tuple[int, int] | None:
        """The span's end in old positions without what was deleted up to it, and the number of edits before that.

        What was typed where a deletion now ends the span stands at its border, so it stays outside.
        """
        end = span.end
        while after:
            edit = self._edits[after - 1]
            over = edit.end > end
            if edit.start < end and not over and (edit.length or edit.end < end or edit.start < span.start):
                break
            if over and edit.start <= span.start:
                return None
            end = min(end, edit.start)
            if end <= span.start:
                return None
            after -= 1
        return end, after
