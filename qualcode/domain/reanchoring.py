"""Where what stood on one version of a text stands on another one that nobody typed here."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, takewhile

from .alignment import Alignment, Block, words_of
from .differences import edits_between
from .segments import Edit, Edits, Span

_SURE = 0.5  # of the letters must have stayed, else somebody should look
_LONGEST_PIECE = 2_000  # characters of a replaced piece that is compared letter by letter
_ALIKE = 0.5
_PASSAGE = 24  # characters of what was moved, from which it is not alike by chance
_GAP = 60  # words that may have come or gone between two runs of a moved passage
_GREW = 4  # a piece so many times longer than the words it came instead of is no longer about them


@dataclass(frozen=True, slots=True)
class Place:
    """Where a span lies now, and whether that is beyond doubt."""

    span: Span
    sure: bool


@dataclass(frozen=True, slots=True)
class _Region:
    """A stretch of the old text with edits of its own: the whole, or what was moved elsewhere."""

    start: int
    end: int
    target: int  # where it begins in the new text
    edits: tuple[Edit, ...]
    moved: Edits
    kept: "_Kept"


class _Kept:
    """How many characters of a stretch the edits left alone."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._starts = [edit.start for edit in edits]
        self._ends = [edit.end for edit in edits]
        self._gone = [0, *accumulate(edit.end - edit.start for edit in edits)]

    def of(self, start: int, end: int) -> int:
        return end - start - (self._before(end) - self._before(start))

    def _before(self, place: int) -> int:
        """Characters before a place that are gone."""
        number = bisect_right(self._starts, place)
        gone = self._gone[number]
        return gone - max(0, self._ends[number - 1] - place) if number else gone


class Anchoring:
    """Finds spans of an old text in a new one.

    Words that stayed are where they are; a word written differently is still that word; a passage that stands elsewhere
    now is found there by the rare words in it. What is uncertain is said to be so.
    """

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        alignment = Alignment(words_of(old), words_of(new))
        words, others = alignment.old, alignment.new
        self.edits = list(edits_between(words, others, alignment.chain, (0, len(old)), (0, len(new))))
        self._whole = _region(0, len(old), 0, self.edits)
        self._elsewhere: list[_Region] = []
        for blocks in alignment.moves:
            # each passage goes from its first run of equal words to its last, as far as they stand together
            for part in _together(blocks):
                x, y, _ = part[0]
                last, to, size = part[-1]
                here = (words.starts[x], words.ends[last + size - 1])
                there = (others.starts[y], others.ends[to + size - 1])
                edits = edits_between(words, others, part, here, there)
                self._elsewhere.append(_region(*here, there[0], list(edits)))
        self._elsewhere.sort(key=lambda region: region.start)
        self._starts = [region.start for region in self._elsewhere]
        self._finer: dict[Edit, list[Edit]] = {}

    def anchor(self, at: int) -> int:
        """Where a place without length goes."""
        return self._whole.moved.anchor(at)

    def place(self, span: Span) -> Place | None:
        """Where a span lies now; None when nothing is left of its words."""
        best, kept = self._whole, self._kept(self._whole, span)
        letters = span.end - span.start
        if kept < letters:
            for region in self._moved_near(span):
                here = self._kept(region, span)
                if here > kept:
                    best, kept = region, here
        moved = self._in(best, span) if kept else None
        if moved is not None:
            known = best is self._whole or best.end - best.start >= _PASSAGE
            return Place(moved, known and kept >= _SURE * letters)
        same = self._whole.moved.moved(span)
        if same is not None and not self._new[same.start : same.end].strip():
            same = None
        if same is not None and self._resembles(span, same):
            return Place(same, True)
        # other words in its place are less than the same words elsewhere
        return self._by_words(span) or (Place(same, False) if same is not None else self._instead(span))

    def _moved_near(self, span: Span) -> Sequence[_Region]:
        last = bisect_left(self._starts, span.end)
        first = last
        while first and self._elsewhere[first - 1].end > span.start:
            first -= 1
        return self._elsewhere[first:last]

    def _kept(self, region: _Region, span: Span) -> int:
        """How many of its characters a region still has, letters of words written differently included."""
        start, end = max(span.start, region.start), min(span.end, region.end)
        if start >= end:
            return 0
        kept = region.kept.of(start, end)
        if kept < end - start:
            for edit in self._touching(region, start, end):
                letters = self._letters(region, edit)
                if letters != [edit]:  # of a word that was written differently most letters are there
                    kept += _shared(edit, start, end) - sum(_shared(one, start, end) for one in letters)
        return kept

    def _in(self, region: _Region, span: Span) -> Span | None:
        """Where a span lies in a region of its own edits."""
        start, end = max(span.start, region.start), min(span.end, region.end)
        touching = self._touching(region, start, end)
        cut = [edit for edit in touching if edit.start < start or end < edit.end]
        moved = region.moved
        if cut:
            finer: list[Edit] = []
            for edit in region.edits:
                finer += self._letters(region, edit) if edit in cut else [edit]
            moved = Edits(finer)
        found = moved.moved(Span(start, end))
        if found is None:
            return None
        # a region of its own counts from where it begins in the old text
        shift = region.target - region.start
        place = Span(found.start + shift, found.end + shift)
        words = self._new[place.start : place.end]
        if not words.strip():
            return None if self._old[span.start : span.end].strip() else place
        if self._old[span.start].isspace() or self._old[span.end - 1].isspace():
            return place
        first = place.start + len(words) - len(words.lstrip())
        return Span(first, first + len(words.strip()))

    @staticmethod
    def _touching(region: _Region, start: int, end: int) -> Sequence[Edit]:
        return region.edits[bisect_right(region.edits, start, key=_end) : bisect_left(region.edits, end, key=_start)]

    def _letters(self, region: _Region, edit: Edit) -> list[Edit]:
        """The edits inside what was replaced, letter by letter where it is alike."""
        known = self._finer.get(edit)
        if known is not None:
            return known
        found = [edit]
        if edit.length and edit.end > edit.start and max(edit.length, edit.end - edit.start) <= _LONGEST_PIECE:
            to = self._target(region, edit)
            old, new = self._old[edit.start : edit.end], self._new[to : to + edit.length]
            matcher = SequenceMatcher(None, old, new, autojunk=False)
            if matcher.ratio() >= _ALIKE:
                changes = [(a, b, d - c) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]
            else:
                head = _same(old, new)
                tail = _same(old[:head:-1], new[:head:-1])
                changes = [(head, len(old) - tail, len(new) - tail - head)]
            found = [Edit(edit.start + a, edit.start + b, length) for a, b, length in changes]
        self._finer[edit] = found
        return found

    @staticmethod
    def _target(region: _Region, edit: Edit) -> int:
        """Where the new piece of an edit begins."""
        return region.target - region.start + region.moved.anchor(edit.start)

    def _resembles(self, span: Span, place: Span) -> bool:
        """Whether words that came instead of others are those, written differently."""
        old, new = self._old[span.start : span.end], self._new[place.start : place.end]
        if max(len(old), len(new)) > _LONGEST_PIECE:
            return False
        return SequenceMatcher(None, old, new, autojunk=False).ratio() >= _ALIKE

    def _by_words(self, span: Span) -> Place | None:
        """The same words elsewhere: where they stand alone, or nearest to where they were looked for."""
        words = self._old[span.start : span.end]
        if len(words.split()) < 2 and len(words) < 8:
            return None
        near = self.anchor(span.start)
        found: list[int] = []
        at = self._new.find(words)
        while at >= 0 and len(found) < 100:
            found.append(at)
            at = self._new.find(words, at + 1)
        if not found:
            return None
        start = min(found, key=lambda at: abs(at - near))
        return Place(Span(start, start + len(words)), False)

    def _instead(self, span: Span) -> Place | None:
        """What was written in the place of words that are gone, where it is a piece of their kind."""
        edits = self._touching(self._whole, span.start, span.end)
        if len(edits) != 1 or not edits[0].length or edits[0].length > max(40, _GREW * len(span)):
            return None
        edit = edits[0]
        to = self._target(self._whole, edit)
        words = self._new[to : to + edit.length]
        taken = edit.end - edit.start
        if not words.strip() or taken > max(40, _GREW * min(len(span), edit.length)):
            return None
        first = to + len(words) - len(words.lstrip())
        return Place(Span(first, first + len(words.strip())), False)


def _same(one: str, other: str) -> int:
    """How many letters two words begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _shared(edit: Edit, start: int, end: int) -> int:
    return max(0, min(edit.end, end) - max(edit.start, start))


def _start(edit: Edit) -> int:
    return edit.start


def _end(edit: Edit) -> int:
    return edit.end


def _region(start: int, end: int, target: int, edits: list[Edit]) -> _Region:
    return _Region(start, end, target, tuple(edits), Edits(edits), _Kept(edits))


def _together(blocks: Sequence[Block]) -> list[list[Block]]:
    """Runs of a moved passage that stand one behind the other in both texts; what overlaps is a passage of its own."""
    found: list[list[Block]] = []
    for block in sorted(set(blocks)):
        for group in found:
            x, y, size = group[-1]
            if 0 <= block[0] - x - size <= _GAP and 0 <= block[1] - y - size <= _GAP:
                group.append(block)
                break
        else:
            found.append([block])
    return found
