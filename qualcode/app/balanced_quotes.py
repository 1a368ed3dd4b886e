"""A few quotes for a theme in which every participant is heard: chosen ones first, then the participants in turn."""

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from ..domain.progress import SILENT, Progress
from ..domain.queries import Scope
from ..store.reading import Reading
from .tables import segment_rows

_GOOD_LENGTH = 180  # characters: about three lines, enough to hear somebody and no page
_EXEMPLAR = "exemplar"


@dataclass(frozen=True, slots=True)
class Passage:
    """A coded passage that may be quoted; `who` names whose words they are: the cases, in a study without any the
    document."""

    segment: UUID
    document: UUID
    start: int
    end: int
    who: tuple[str, ...]
    exemplar: bool


def passages_by_code(read: Reading, codes: Collection[UUID], progress: Progress = SILENT) -> dict[UUID, list[Passage]]:
    """The passages of codes, in document and text order, each span once."""
    found: dict[UUID, dict[tuple[UUID, int, int], Passage]] = {}
    by_case = read.count("case") > 0
    for row in segment_rows(read, Scope(codes=frozenset(codes)), ids=True, progress=progress, marks=True):
        name, case, start, end = row[:4]
        segment, document, code = UUID(row[13]), UUID(row[14]), UUID(row[15])
        who = tuple(filter(None, case.split("; "))) if by_case else (name,)
        passage = Passage(segment, document, start, end, who, row[18] == _EXEMPLAR)
        spans = found.setdefault(code, {})
        if passage.exemplar or (document, start, end) not in spans:
            spans[document, start, end] = passage
    return {code: list(spans.values()) for code, spans in found.items()}


def voices(passages: Iterable[Passage]) -> set[str]:
    """Who speaks in these passages."""
    return {who for passage in passages for who in passage.who}


def balanced(passages: Iterable[Passage], most: int, chosen: Iterable[UUID] = ()) -> list[Passage]:
    """At most `most` of the passages (in document order), again in that order.

    Those whose segment is among `chosen` come first, then the participants take turns, beginning with who has been
    heard least; each gives exemplars before others, and then what is nearest to three lines.
    """
    order: dict[tuple[UUID, int, int], Passage] = {}
    for passage in passages:
        order.setdefault((passage.document, passage.start, passage.end), passage)
    wanted = set(chosen)
    taken = [passage for passage in order.values() if passage.segment in wanted][:most]
    waiting: dict[tuple[str, ...], list[Passage]] = {}
    for passage in order.values():
        if passage not in taken:
            waiting.setdefault(passage.who, []).append(passage)
    for mine in waiting.values():
        mine.sort(key=_worse)
    heard = {who: sum(passage.who == who for passage in taken) for who in waiting}
    while len(taken) < most and waiting:
        who = min(waiting, key=lambda one: heard[one])  # of several the first of the documents
        taken.append(waiting[who].pop(0))
        heard[who] += 1
        if not waiting[who]:
            del waiting[who]
    places = {passage: number for number, passage in enumerate(order.values())}
    return sorted(taken, key=places.__getitem__)


def _worse(passage: Passage) -> tuple[bool, float]:
    return not passage.exemplar, abs(math.log((passage.end - passage.start) / _GOOD_LENGTH))
