"""Which words of one text are which words of another: a chain in order, and blocks that were moved elsewhere."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# scripts written without blanks between words: Thai, Lao, Burmese, Khmer, kana, Chinese characters
_UNSPACED = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff"
)
_PUNCTUATION = r"!-/:-@\[-`{-~\xa0-\xbf\u2000-\u200b\u200e-\u206f\u3000-\u303f\uff00-\uff65"
# a letter takes along the marks that follow it, an apostrophe stands within a word; else each character by itself
_WORD = re.compile(rf"(?:(?:(?<=\w)['’])?[^\W{_UNSPACED}][^\w\s{_PUNCTUATION}]*)+|\S", re.DOTALL)

_SHINGLES = (8, 4, 2, 1)  # words in a row that are looked for, long ones first: they are rarely alike by chance
_SMALL = 240  # words of both sides together that are compared in full
_WEAK = 3  # a match this many times shorter than what changed on both its sides is held to be chance,
_STRONG = 12  # unless it has so many characters
_MOVED = 3  # words in a row by which a moved passage is known again
_MOST_PLACES = 12  # to which the words of one stretch may have gone
_LEAST_MOVED = 12  # characters that must be the same in a moved passage
_PAIRED = 40  # words of one side of a change that are paired one by one
_ALIKE = 0.5  # similarity from which a word is the other one, written differently

_ENDS = frozenset(".!?。！？…")

Block = tuple[int, int, int]  # first word in the old text, first in the new one, how many


@dataclass(frozen=True, slots=True)
class Slide:
    """A change that may be said to be at several places: `size` words came (or went) before the old word `first`, or
    just as well at another one as far as `last`; `at` is where it is held to be."""

    first: int
    last: int
    at: int
    size: int
    came: bool

    def left(self, a: int, b: int, at: int) -> tuple[int, int]:
        """Where the old words `[a, b)` would be with the change at a place; equal numbers where none is left."""
        if self.came:
            return a + self.size * (at <= a), b + self.size * (at < b)
        start, end = (word if word <= at else max(at, word - self.size) for word in (a, b))
        return (start, end) if start < end else (0, 0)


@dataclass(frozen=True, slots=True)
class Words:
    """A text as words: where each begins and ends, and a number that equal words share. Blanks are no words."""

    text: str
    starts: list[int]
    ends: list[int]
    names: list[str]

    def __len__(self) -> int:
        return len(self.starts)


def words_of(text: str) -> Words:
    """Cut a text into words and signs; Chinese and other scripts without blanks into characters."""
    starts, ends, names = [], [], []
    for match in _WORD.finditer(text):
        starts.append(match.start())
        ends.append(match.end())
        names.append(match.group())
    return Words(text, starts, ends, names)


def _numbered(old: Words, new: Words) -> tuple[list[int], list[int]]:
    known: dict[str, int] = {}
    return [known.setdefault(name, len(known)) for name in old.names], [
        known.setdefault(name, len(known)) for name in new.names
    ]


class Alignment:
    """The matches between two texts, word by word.

    `chain` are equal runs of words in the order of both texts; `moves` runs that are equal but stand elsewhere, as many
    as belong together in a list of their own; `slides` the changes between the matches that words which are repeated
    close together allow at other places as well.
    """

    def __init__(self, old: Words, new: Words) -> None:
        self.old, self.new = old, new
        self._a, self._b = _numbered(old, new)
        whole = (0, len(old), 0, len(new))
        self.slides: list[Slide] = []
        self.chain = self._slid(self._settled(self._match(*whole, 0), whole))
        self.moves = self._moved()

    # ── the chain ──
    def _match(self, i: int, i_end: int, j: int, j_end: int, level: int) -> Iterator[Block]:
        """Equal runs of two stretches: what is the same at both ends, rare words in a row between, and so on inside."""
        a, b = self._a, self._b
        head = 0
        while i + head < i_end and j + head < j_end and a[i + head] == b[j + head]:
            head += 1
        if head:
            yield i, j, head
            i, j = i + head, j + head
        tail = 0
        while i_end > i and j_end > j and a[i_end - 1] == b[j_end - 1]:
            i_end, j_end, tail = i_end - 1, j_end - 1, tail + 1
        if tail:
            yield i_end, j_end, tail
        if i == i_end or j == j_end:
            return
        if i_end - i + j_end - j <= _SMALL:
            matcher = SequenceMatcher(None, a[i:i_end], b[j:j_end], autojunk=False)
            yield from ((i + x, j + y, size) for x, y, size in matcher.get_matching_blocks() if size)
            return
        for finer in range(level, len(_SHINGLES)):
            anchors = self._anchors(i, i_end, j, j_end, _SHINGLES[finer])
            if anchors:
                # the first finds of a stretch are where it is cut; each piece is looked at as closely again
                for x, y, x_end, y_end in _between(anchors, _SHINGLES[finer], i, i_end, j, j_end):
                    yield from self._match(x, x_end, y, y_end, finer + (_SHINGLES[finer] == 1))
                yield from ((x, y, size) for x, y, size in _runs(anchors, _SHINGLES[finer]))
                return

    def _anchors(self, i: int, i_end: int, j: int, j_end: int, size: int) -> list[tuple[int, int]]:
        """Words in a row that occur once in each stretch, as many of them as stand in the same order."""
        old, new = _once(self._a, i, i_end, size), _once(self._b, j, j_end, size)
        return _increasing([(place, new[key]) for key, place in old.items() if key in new])

    def _settled(self, blocks: Iterator[Block], bounds: tuple[int, int, int, int]) -> list[Block]:
        """Blocks that touch as one, without those that are alike by chance amid what was written anew."""
        found = _joined(sorted(blocks))
        while True:
            kept = [block for number, block in enumerate(found) if not self._chance(found, number, bounds)]
            if len(kept) == len(found):
                return kept
            found = kept

    def _chance(self, blocks: Sequence[Block], number: int, bounds: tuple[int, int, int, int]) -> bool:
        i, j, size = blocks[number]
        same = self.old.ends[i + size - 1] - self.old.starts[i]
        if same >= _STRONG:
            return False
        before = blocks[number - 1] if number else (bounds[0], bounds[2], 0)
        after = blocks[number + 1] if number + 1 < len(blocks) else (bounds[1], bounds[3], 0)
        changed = min(
            max(_length(self.old, before[0] + before[2], i), _length(self.new, before[1] + before[2], j)),
            max(_length(self.old, i + size, after[0]), _length(self.new, j + size, after[1])),
        )
        return same * _WEAK <= changed

    def _slid(self, blocks: list[Block]) -> list[Block]:
        """What came or went as a whole begins at a line, where it may be said to begin at several places: where `a b c`
        became `a b a b c` either `a b` may be the new one."""
        found = list(blocks)
        for number in range(len(found) - 1):
            (i, j, size), (x, y, after) = found[number], found[number + 1]
            if i + size == x and j + size < y:
                words, names, start, end = self.new, self._b, j + size, y
            elif j + size == y and i + size < x:
                words, names, start, end = self.old, self._a, i + size, x
            else:
                continue
            least = most = 0
            while -least < size and names[start + least - 1] == names[end + least - 1]:
                least -= 1
            while most < after and names[start + most] == names[end + most]:
                most += 1
            if least == most:
                continue
            breaks = {by: _break(words, start + by) for by in range(least, most + 1)}
            best = max(breaks, key=lambda by: (breaks[by], -abs(by)))
            alike = [by for by, good in breaks.items() if good == breaks[best] or abs(by - best) == end - start]
            if len(alike) > 1:
                old, came = i + size, words is self.new
                self.slides.append(Slide(old + alike[0], old + alike[-1], old + best, end - start, came))
            found[number], found[number + 1] = (i, j, size + best), (x + best, y + best, after - best)
        return [block for block in found if block[2]]

    # ── what was moved ──
    def _moved(self) -> list[list[Block]]:
        """For each stretch of old words outside the chain the runs that were found elsewhere."""
        olds = list(_outside(((i, size) for i, _, size in self.chain), len(self.old)))
        news = list(_outside(sorted((j, size) for _, j, size in self.chain), len(self.new)))
        if not olds or not news:
            return []
        where: dict[tuple[int, ...], int] = {}
        for number, (j, j_end) in enumerate(news):
            for key in _keys(self._b, j, j_end):
                where[key] = number if where.get(key, number) == number else -1
        found: list[list[Block]] = []
        for i, i_end in olds:
            votes = Counter(number for key in _keys(self._a, i, i_end) if (number := where.get(key, -1)) >= 0)
            for number, _ in votes.most_common(_MOST_PLACES):
                bounds = (i, i_end, *news[number])
                here = [self._grown(block) for block in self._settled(self._match(*bounds, 0), bounds)]
                if sum(_length(self.old, x, x + size) for x, _, size in here) >= _LEAST_MOVED:
                    found.append(here)
        return found

    def _grown(self, block: Block) -> Block:
        """A run as long as it can be: its ends may be held to be alike with something else in the chain."""
        i, j, size = block
        a, b = self._a, self._b
        while i and j and a[i - 1] == b[j - 1]:
            i, j, size = i - 1, j - 1, size + 1
        while i + size < len(a) and j + size < len(b) and a[i + size] == b[j + size]:
            size += 1
        return i, j, size


def _keys(names: list[int], start: int, end: int) -> Iterator[tuple[int, ...]]:
    return (tuple(names[at : at + _MOVED]) for at in range(start, end - _MOVED + 1))


def _once(names: list[int], start: int, end: int, size: int) -> dict[object, int]:
    """Where the words in a row are that occur exactly once."""
    found: dict[object, int] = {}
    for at in range(start, end - size + 1):
        key: object = names[at] if size == 1 else tuple(names[at : at + size])
        found[key] = -1 if key in found else at
    return {key: at for key, at in found.items() if at >= 0}


def _increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs (ascending in the first) that ascends in the second."""
    pairs.sort()
    tops: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        at = bisect_left(tops, place)
        if at == len(tops):
            tops.append(place)
            last.append(number)
        else:
            tops[at], last[at] = place, number
        before.append(last[at - 1] if at else -1)
    found = []
    number = last[-1] if last else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]


def _runs(anchors: Sequence[tuple[int, int]], size: int) -> list[Block]:
    """Anchors of `size` words as runs; those that overlap in one text only give way to the one before."""
    found: list[Block] = []
    for x, y in anchors:
        if found:
            i, j, length = found[-1]
            if x - i == y - j and x <= i + length:
                found[-1] = (i, j, x - i + size)
                continue
            over = max(i + length - x, j + length - y, 0)
            if over < size:
                found.append((x + over, y + over, size - over))
        else:
            found.append((x, y, size))
    return found


def _between(
    anchors: Sequence[tuple[int, int]], size: int, i: int, i_end: int, j: int, j_end: int
) -> Iterator[tuple[int, int, int, int]]:
    """The stretches between runs of anchors."""
    for x, y, length in _runs(anchors, size):
        yield i, j, x, y
        i, j = x + length, y + length
    yield i, j, i_end, j_end


def _joined(blocks: Sequence[Block]) -> list[Block]:
    found: list[Block] = []
    for i, j, size in blocks:
        if found and found[-1][0] + found[-1][2] == i and found[-1][1] + found[-1][2] == j:
            found[-1] = (found[-1][0], found[-1][1], found[-1][2] + size)
        else:
            found.append((i, j, size))
    return found


def _outside(runs: Iterator[tuple[int, int]] | list[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    at = 0
    for start, size in runs:
        if start > at:
            yield at, start
        at = start + size
    if at < length:
        yield at, length


def _break(words: Words, at: int) -> int:
    """How good a place for a beginning is: a line, a sentence, or neither."""
    if at == 0 or "\n" in words.text[words.ends[at - 1] : words.starts[at]]:
        return 2
    return int(words.names[at - 1] in _ENDS)


def _length(words: Words, start: int, end: int) -> int:
    return words.ends[end - 1] - words.starts[start] if start < end else 0


# ── words that were written differently ──
def pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """A change of words `old` into `new`, taken apart: `[a, b)` of the one became `[c, d)` of the other.

    Words alike are the same one written differently; as many words as there were stand for each other in order.
    """
    if not old or not new or max(len(old), len(new)) > _PAIRED:
        yield 0, len(old), 0, len(new)
        return
    same = _alike(old, new)
    a = c = 0
    for x, y in [*same, (len(old), len(new))]:
        if x - a == y - c:
            yield from ((a + number, a + number + 1, c + number, c + number + 1) for number in range(x - a))
        elif x > a or y > c:
            yield a, x, c, y
        if x < len(old):
            yield x, x + 1, y, y + 1
        a, c = x + 1, y + 1


def _alike(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Which words are alike, in order and with the greatest likeness altogether."""
    likeness = [[_ratio(one, other) for other in new] for one in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for x in range(len(old) - 1, -1, -1):
        for y in range(len(new) - 1, -1, -1):
            best[x][y] = max(best[x + 1][y], best[x][y + 1], best[x + 1][y + 1] + likeness[x][y])
    found, x, y = [], 0, 0
    while x < len(old) and y < len(new):
        if likeness[x][y] and best[x][y] == best[x + 1][y + 1] + likeness[x][y]:
            found.append((x, y))
            x, y = x + 1, y + 1
        elif best[x][y] == best[x + 1][y]:
            x += 1
        else:
            y += 1
    return found


def _ratio(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if not (one[0].isalnum() and other[0].isalnum()):
        return 0.0
    if 2 * min(len(one), len(other)) < _ALIKE * (len(one) + len(other)):
        return 0.0
    ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return ratio if ratio >= _ALIKE else 0.0
