"""The edits that lead from one text to another, so that what stands on the old one can move along."""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, takewhile

from .segments import Edit

# scripts written without blanks between words: Thai, Lao, Burmese, Khmer, kana, Chinese characters
_UNSPACED = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff"
)


_PUNCTUATION = r"!-/:-@\[-`{-~\xa0-\xbf\u2000-\u200b\u200e-\u206f\u3000-\u303f\uff00-\uff65"


# a letter takes along the marks that follow it, an apostrophe stands within a word; else each character by itself
_WORD = re.compile(rf"(?:(?:(?<=\w)['’])?[^\W{_UNSPACED}][^\w\s{_PUNCTUATION}]*)+|.", re.DOTALL)


_SENTENCE = re.compile(r"[^.!?。！？…]*[.!?。！？…]*\s*", re.DOTALL)


_MOST_PIECES = 6_000  # compared at once; matching takes time that grows with their square


def differences(old: str, new: str) -> list[Edit]:
    """The edits that lead from one text to another, in old positions: found by lines, within those that differ by
    sentences, within these by words (longest matching blocks, Ratcliff & Obershelp).

    By words, not characters: a replaced word leaves none of its letters behind. Chinese, Japanese and other
    scripts without blanks are compared character by character.
    """
    return list(_edits(old, new, 0, (_lines, _SENTENCE.findall, _WORD.findall)))


def _edits(old: str, new: str, start: int, ways: Sequence[Callable[[str], list[str]]]) -> Iterator[Edit]:
    """The edits between two stretches, cut up in the first of `ways`; `start` is where the old one begins."""
    cut, *finer = ways
    before, after = cut(old), cut(new)
    at = list(accumulate(map(len, before), initial=start))
    for a, b, c, d in _changes(before, after, words=not finer):
        if finer and a < b and c < d:
            yield from _edits("".join(before[a:b]), "".join(after[c:d]), at[a], finer)
        else:
            yield Edit(at[a], at[b], sum(map(len, after[c:d])))


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _changes(old: list[str], new: list[str], words: bool) -> Iterator[tuple[int, int, int, int]]:
    """Where two sequences differ: `[a, b)` of the old one became `[c, d)` of the new one."""
    head = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    rest = zip(reversed(old[head:]), reversed(new[head:]), strict=False)
    tail = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], rest))
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    if not before and not after:
        return
    if not before or not after:
        yield head, head + len(before), head, head + len(after)
    elif len(before) + len(after) > _MOST_PIECES:
        yield from _paired(before, after, head, head)
    else:
        # blanks are no landmarks: else two texts would seem alike by the spaces between their words
        for tag, a, b, c, d in SequenceMatcher(str.isspace, before, after).get_opcodes():
            if tag == "equal":
                continue
            if words:
                yield from _paired(before[a:b], after[c:d], head + a, head + c)
            else:
                yield head + a, head + b, head + c, head + d


def _paired(before: list[str], after: list[str], old: int, new: int) -> Iterator[tuple[int, int, int, int]]:
    """Piece for piece, where as many came as went and the blanks are where they were; else all as one change."""
    if [piece.isspace() and piece for piece in before] != [piece.isspace() and piece for piece in after]:
        yield old, old + len(before), new, new + len(after)
        return
    for place, (gone, came) in enumerate(zip(before, after, strict=True)):
        if gone != came:
            yield old + place, old + place + 1, new + place, new + place + 1
