"""The edits that lead from one text to another, and the changes as people read them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .alignment import Alignment, Block, Words, pairs, words_of
from .segments import Edit

SAME, GONE, CAME = "same", "gone", "came"


def differences(old: str, new: str) -> list[Edit]:
    """The edits that lead from one text to another, in old positions.

    By words, not characters: a replaced word leaves none of its letters behind. Chinese, Japanese and other
    scripts without blanks are compared character by character.
    """
    if old == new:
        return []
    alignment = Alignment(words_of(old), words_of(new))
    return list(edits_between(alignment.old, alignment.new, alignment.chain, (0, len(old)), (0, len(new))))


def edits_between(
    old: Words, new: Words, blocks: Sequence[Block], here: tuple[int, int], there: tuple[int, int]
) -> Iterator[Edit]:
    """The edits between equal runs of words that make the stretch `here` of one text the stretch `there` of another."""
    at, to = here[0], there[0]
    i = j = 0
    if blocks:
        i, j = _word_at(old, here[0]), _word_at(new, there[0])
    for x, y, size in blocks:
        yield from _gap(old, new, (i, x), (j, y), (at, old.starts[x]), (to, new.starts[y]))
        yield from _run(old, new, x, y, size)
        i, j = x + size, y + size
        at, to = old.ends[i - 1], new.ends[j - 1]
    if not blocks:
        i, j = _word_at(old, here[0]), _word_at(new, there[0])
    i_end, j_end = _word_at(old, here[1]), _word_at(new, there[1])
    yield from _gap(old, new, (i, i_end), (j, j_end), (at, here[1]), (to, there[1]))


def _word_at(words: Words, place: int) -> int:
    return bisect_left(words.starts, place)


def _run(old: Words, new: Words, x: int, y: int, size: int) -> Iterator[Edit]:
    """Inside an equal run of words only blanks may differ."""
    if old.text[old.starts[x] : old.ends[x + size - 1]] == new.text[new.starts[y] : new.ends[y + size - 1]]:
        return
    for number in range(size - 1):
        before, after = x + number, y + number
        yield from _stretch(
            old.text, new.text, (old.ends[before], old.starts[before + 1]), (new.ends[after], new.starts[after + 1])
        )


def _gap(
    old: Words,
    new: Words,
    words: tuple[int, int],
    others: tuple[int, int],
    here: tuple[int, int],
    there: tuple[int, int],
) -> Iterator[Edit]:
    """What lies between two equal runs: `words` of the old text became `others`, blanks around them included."""
    (i, i_end), (j, j_end) = words, others
    if i == i_end or j == j_end:
        yield from _stretch(old.text, new.text, here, there)
        return
    at, to = here[0], there[0]
    for a, b, c, d in pairs(old.names[i:i_end], new.names[j:j_end]):
        if a == b or c == d:
            continue  # with the next, or the rest: blanks beside what came or went belong to it
        yield from _stretch(old.text, new.text, (at, old.starts[i + a]), (to, new.starts[j + c]))
        at, to = old.ends[i + b - 1], new.ends[j + d - 1]
        yield from _replaced(old.text, new.text, (old.starts[i + a], at), (new.starts[j + c], to))
    yield from _stretch(old.text, new.text, (at, here[1]), (to, there[1]))


def _replaced(old: str, new: str, here: tuple[int, int], there: tuple[int, int]) -> Iterator[Edit]:
    """Words that became others; where they only grew at one end the rest was not touched."""
    before, after = old[slice(*here)], new[slice(*there)]
    if before == after:
        return
    if after.startswith(before):
        yield Edit(here[1], here[1], len(after) - len(before))
    elif after.endswith(before):
        yield Edit(here[0], here[0], len(after) - len(before))
    else:
        yield Edit(*here, len(after))


def _stretch(old: str, new: str, here: tuple[int, int], there: tuple[int, int]) -> Iterator[Edit]:
    """One change, without the blanks that both sides have at its ends."""
    (start, end), (to, to_end) = here, there
    while start < end and to < to_end and old[start] == new[to] and old[start].isspace():
        start, to = start + 1, to + 1
    while start < end and to < to_end and old[end - 1] == new[to_end - 1] and old[end - 1].isspace():
        end, to_end = end - 1, to_end - 1
    if start < end or to < to_end:
        yield Edit(start, end, to_end - to)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of two texts side by side: `kind` is SAME, GONE (only in the old one) or CAME (only in the new one)."""

    kind: str
    text: str


def readable(old: str, new: str) -> list[Piece]:
    """The two texts as one, with what went and what came marked, in reading order."""
    found: list[Piece] = []
    at = to = 0
    for edit in differences(old, new):
        found.append(Piece(SAME, old[at : edit.start]))
        to += edit.start - at
        found.append(Piece(GONE, old[edit.start : edit.end]))
        found.append(Piece(CAME, new[to : to + edit.length]))
        to += edit.length
        at = edit.end
    found.append(Piece(SAME, old[at:]))
    return [piece for piece in found if piece.text]
