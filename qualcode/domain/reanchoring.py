"""Where what stood on one version of a text stands on another one that nobody typed here."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, takewhile

from .alignment import Alignment, Block, Slide, words_of
from .differences import edits_between
from .segments import Edit, Edits, Span

_SURE = 0.5  # of the letters must have stayed, else somebody should look
_LONGEST_PIECE = 2_000  # characters of a replaced piece that is compared letter by letter
_ALIKE = 0.5
_PASSAGE = 24  # characters of what was moved, from which it is not alike by chance
_GAP = 60  # words that may have come or gone between two runs of a moved passage
_NEXT_TO = 40  # characters between a span and a change that may have put another one in its place
_FAR = 1_500  # characters to where a twin of a few words is looked for
_TELLING = 12  # characters from which words are looked for in the whole text
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
        self._words, self._slides = words, alignment.slides
        self._went = [(edit.start, edit.end) for edit in self.edits]
        self._came, grown = [], 0
        for edit in self.edits:
            start = edit.start + grown
            self._came.append((start, start + edit.length))
            grown += edit.length - (edit.end - edit.start)
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
        self._reach = list(accumulate((region.end for region in self._elsewhere), max))  # one may lie in another
        self._finer: dict[Edit, list[Edit]] = {}

    def anchor(self, at: int) -> int:
        """Where a place without length goes."""
        return self._whole.moved.anchor(at)

    def place(self, span: Span) -> Place | None:
        """Where a span lies now; None when nothing is left of its words.

        Never beyond doubt where the same words stand close to the same change twice: which of them went, or came,
        nobody can tell from the texts.
        """
        slid = self._slid(span)
        found = self._place(span)
        if found is None and slid is not None and slid != span:
            found = self._place(slid)  # of the two that were alike the other one may have gone
        if found is None or not found.sure or (slid is None and not self._twinned(span, found.span)):
            return found
        return Place(found.span, sure=False)

    def _slid(self, span: Span) -> Span | None:
        """The words a span may be taken for, itself among them, where a change may have been at another place as well;
        None where every such place leaves it the same."""
        a, b = bisect_right(self._words.ends, span.start), bisect_left(self._words.starts, span.end)
        slides = self._slides
        number = bisect_left(slides, a, key=_last_word)
        for slide in slides[number : bisect_right(slides, b, key=_first_word)]:
            one, other = slide.left(a, b, slide.first), slide.left(a, b, slide.last)
            if one == other:
                continue
            if not slide.came and slide.at <= a and b <= slide.at + slide.size:
                by = slide.size if slide.at < slide.last and b <= slide.last else -slide.size
                if a + by >= 0 and b + by <= len(self._words):
                    return Span(self._words.starts[a + by], self._words.ends[b + by - 1])
            return span
        return None

    def _twinned(self, span: Span, place: Span) -> bool:
        """Whether next to a change a span has a twin that came or went with some change."""
        if not _near(self._went, span, _NEXT_TO):
            return False
        words = self._old[span.start : span.end]
        return _twin(self._new, words, place, self._came) or _twin(self._old, words, span, self._went)

    def _place(self, span: Span) -> Place | None:
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
            return Place(moved, known and kept >= _SURE * letters and not self._torn(best, span))
        same = self._whole.moved.moved(span)
        if same is not None and not self._new[same.start : same.end].strip():
            same = None
        if same is not None and self._resembles(span, same):
            return Place(same, True)
        # other words in its place are less than the same words elsewhere
        return self._by_words(span) or (Place(same, False) if same is not None else self._instead(span))

    def _torn(self, region: _Region, span: Span) -> bool:
        """Whether a span that ends inside a word lost the letter there: the word may have been taken for another."""
        for at, beyond in ((span.start, span.start - 1), (span.end - 1, span.end)):
            if not (0 <= beyond < len(self._old) and self._old[at].isalnum() and self._old[beyond].isalnum()):
                continue
            for edit in self._touching(region, at, at + 1):
                if any(_shared(one, at, at + 1) for one in self._letters(region, edit)):
                    return True
        return False

    def _moved_near(self, span: Span) -> Sequence[_Region]:
        last = bisect_left(self._starts, span.end)
        first = last
        while first and self._reach[first - 1] > span.start:
            first -= 1
        return [region for region in self._elsewhere[first:last] if region.end > span.start]

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


def _near(pieces: Sequence[tuple[int, int]], span: Span, reach: int) -> bool:
    """Whether one of some pieces of a text, in order, touches a span or what is so close to it."""
    number = bisect_left(pieces, span.start - reach, key=_second)
    return number < len(pieces) and pieces[number][0] <= span.end + reach


def _twin(text: str, words: str, here: Span, pieces: Sequence[tuple[int, int]]) -> bool:
    """Whether words stand at some other place as well, in one of the pieces or across its borders."""
    reach = _FAR if len(words) < _TELLING else len(text)
    at, end = max(0, here.start - reach), here.end + reach
    while (at := text.find(words, at, end)) >= 0:
        if at != here.start:
            number = bisect_right(pieces, at, key=_second)
            if number < len(pieces) and pieces[number][0] < at + len(words):
                return True
        at += 1
    return False


def _first_word(slide: Slide) -> int:
    return slide.first


def _last_word(slide: Slide) -> int:
    return slide.last + (0 if slide.came else slide.size)


def _second(piece: tuple[int, int]) -> int:
    return piece[1]


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
