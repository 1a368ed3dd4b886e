"""Which passages a rule proposes for coding: pure functions from turns, marks and units to spans."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from .documents import Turn
from .folding import fold
from .queries import Scope

KINDS = ("words", "beginnings", "lemma", "substring", "regex", "speaker", "question", "marks")
UNITS = ("match", "sentence", "turn", "paragraph")
EVERYTHING = Scope()
Spans = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Autocoding:
    """What is to be coded.

    `kind` is one of `KINDS`: for the first five `text` is what to look for and `unit` (one of `UNITS`) how much
    around each match is coded. *speaker*: all turns of the `speakers`. *question*: what is answered between a turn of
    the `speakers` (that holds the words `text`, if there are any) and their next one; *marks*: what stands between a
    match of the expression `text` and the next one of `until` (empty: the next of `text`, or the end); with `marks`
    the question or the marks themselves are coded, too. `first`: only the first passage of each document. `inside`:
    only what lies in segments of this code or one below it. `scope`: the documents and coders to look at.
    """

    kind: str = "words"
    text: str = ""
    until: str = ""
    speakers: tuple[str, ...] = ()
    unit: str = "match"
    marks: bool = False
    first: bool = False
    inside: UUID | None = None
    scope: Scope = EVERYTHING


def of_speakers(turns: Iterable[Turn], speakers: Collection[str]) -> Spans:
    """The turns of speakers, given by their folded names."""
    return [(turn.start, turn.end) for turn in turns if turn.speaker and fold(turn.speaker) in speakers]


def answers(
    turns: Sequence[Turn], speakers: Collection[str], asked: Sequence[tuple[int, int]] | None, question: bool
) -> Spans:
    """What follows each turn of those who ask, up to their next turn; with the `question` itself or without.

    `asked` are the places that a question has to touch, None: every question counts. Turns of those who ask that
    follow one another are one question, asked in all of them; one that nobody answers gives nothing.
    """
    asking = [number for number, turn in enumerate(turns) if turn.speaker and fold(turn.speaker) in speakers]
    found: Spans = []
    first = asking[0] if asking else 0
    for number, following in zip(asking, [*asking[1:], len(turns)], strict=False):
        if following == number + 1:
            continue
        begin, first = first, following
        if asked is None or any(_touches(asked, turn.start, turn.end) for turn in turns[begin : number + 1]):
            found.append((turns[begin if question else number + 1].start, turns[following - 1].end))
    return found


def between(
    starts: Sequence[tuple[int, int]], ends: Sequence[tuple[int, int]] | None, length: int, marks: bool
) -> Spans:
    """What stands between marks: from each of `starts` to the first of `ends` behind it, with the `marks` themselves
    or without.

    A start inside a passage begins none; one that no end follows gives nothing. Where `ends` is None, the next
    start ends a passage, the last one the text of `length` characters.
    """
    found: Spans = []
    if ends is None:
        for (start, body), following in zip(starts, [*(start for start, _ in starts[1:]), length], strict=False):
            found.append((start if marks else body, following))
        return [(start, end) for start, end in found if start < end]
    ended = 0
    closing = [start for start, _ in ends]
    for start, body in starts:
        if start < ended:
            continue
        number = bisect_left(closing, body)
        if number == len(ends):
            break
        ended = ends[number][1]
        span = (start, ended) if marks else (body, ends[number][0])
        if span[0] < span[1]:
            found.append(span)
    return found


def widened(spans: Iterable[tuple[int, int]], units: Sequence[tuple[int, int]]) -> Spans:
    """Each span grown to the units it touches (disjoint, in order), each passage once; one that touches no unit
    stays as it is."""
    starts = [int(start) for start, _ in units]
    ends = [int(end) for _, end in units]
    found: dict[tuple[int, int], None] = {}
    for start, end in spans:
        first = bisect_right(ends, start)
        last = bisect_left(starts, end) - 1
        found[(starts[first], ends[last]) if first <= last else (start, end)] = None
    return sorted(found)


def bare(text: str, spans: Iterable[tuple[int, int]]) -> Spans:
    """The spans without white space at their ends; blank ones left out, each once."""
    found: dict[tuple[int, int], None] = {}
    for start, end in spans:
        piece = text[start:end]
        kept = piece.strip()
        if kept:
            begin = start + len(piece) - len(piece.lstrip())
            found[begin, begin + len(kept)] = None
    return sorted(found)


def _touches(places: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    number = bisect_right(places, start, key=lambda place: place[1])
    return number < len(places) and places[number][0] < end
