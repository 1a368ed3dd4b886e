"""What of a text carries no code yet: the passages worth going to."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from ...domain.coverage import merged, share_within
from ...domain.documents import Turn
from .blocks import is_asking

FEWEST_WORDS = 4  # what lies between two segments is a passage from so many words on
# a Chinese or Japanese character says about as much as a word
_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")


def counted(turns: Iterable[Turn], participants: bool) -> list[Turn]:
    """The turns that are counted: all, or only those of the participants, without whom the reader takes for the
    interviewer."""
    return [turn for turn in turns if not (participants and is_asking(turn.speaker))]


def coded_share(turns: Iterable[Turn], spans: Iterable[tuple[int, int]], participants: bool) -> float:
    """Which part of what is said carries a code, 0 to 1; speakers' labels and empty lines are not said."""
    return share_within(merged(spans), [(turn.body, turn.end) for turn in counted(turns, participants)])


def uncoded_passages(text: str, turns: Sequence[Turn], spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where nothing is coded, in order: whole turns, and parts of turns of at least four words.

    `spans` are the coded ones; the speaker's label belongs to no passage, nor does white space at its ends.
    """
    covered = merged(list(spans))
    ends = [end for _, end in covered]
    found: list[tuple[int, int]] = []
    for turn in turns:
        at = bisect_right(ends, turn.body)
        start = turn.body
        while start < turn.end:
            coded = covered[at] if at < len(covered) else (turn.end, turn.end)
            end = min(coded[0], turn.end)
            if start < end:
                piece = _trimmed(text, start, end)
                if piece is not None and (piece == (turn.body, turn.end) or _is_passage(text, *piece)):
                    found.append(piece)
            start = max(start, coded[1])
            at += 1
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _is_passage(text: str, start: int, end: int) -> bool:
    words = _WORD.finditer(text, start, end)
    return sum(1 for _, _ in zip(range(FEWEST_WORDS), words, strict=False)) == FEWEST_WORDS
