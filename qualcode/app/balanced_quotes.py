"""A few quotes for each theme in which every case is heard: chosen ones first, then the cases in turn, through the
whole of a report or a review page."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from ..domain.codings import Segment
from ..domain.progress import SILENT, Progress
from ..domain.themes import Evidence
from ..store.columns import coded_places
from ..store.reading import Reading
from .tables import cases_heard

_GOOD_LENGTH = 180  # characters: about three lines, enough to hear somebody and no page
_EXEMPLAR = "exemplar"
_NOBODY = ("",)  # whose words they are that belong to no case
_NONE: Mapping[str, int] = MappingProxyType({})

Place = tuple[UUID, int, int]  # document, start, end


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that may be quoted; `who` names whose words they are: the cases, in a study without any the
    document."""

    segment: UUID
    document: UUID
    start: int
    end: int
    who: tuple[str, ...]
    exemplar: bool

    @property
    def place(self) -> Place:
        """Where it stands: two segments at one place are one passage."""
        return self.document, self.start, self.end


def passages_by_code(read: Reading, codes: Collection[UUID], progress: Progress = SILENT) -> dict[UUID, list[Passage]]:
    """The passages of codes, in document and text order, each span once."""
    by_case, heard = read.count("case") > 0, cases_heard(read)
    wanted = {code.bytes: code for code in codes}
    found: dict[UUID, list[Passage]] = {}
    documents = read.documents()
    for number, document in enumerate(documents):
        progress.tick(number, len(documents), document.name)
        cases = heard(document)
        spans: dict[tuple[bytes, int, int], Passage] = {}
        shared: dict[tuple[bytes, bool], Passage] = {}  # by the codes of one segment: there are many
        for start, end, _coder, _coding, segment, code, mark in coded_places(read, document.id):
            exemplar = mark == _EXEMPLAR
            if code not in wanted or ((code, start, end) in spans and not exemplar):
                continue
            passage = shared.get((segment, exemplar))
            if passage is None:
                who = cases(start, end) if by_case else (document.name,)
                passage = Passage(UUID(bytes=bytes(segment)), document.id, start, end, who, exemplar)
                shared[segment, exemplar] = passage
            spans[code, start, end] = passage
        for (code, _, _), passage in spans.items():
            found.setdefault(wanted[code], []).append(passage)
    return found


def voices(passages: Iterable[Passage]) -> set[str]:
    """Who speaks in these passages."""
    return {who for passage in passages for who in passage.who}


class QuoteChoice:
    """The quotes of one theme after another, as they stand in a report or on a review page.

    Evidence is known by its place: the same words that another coder coded, or nobody, are the same passage. What was
    chosen for a theme is quoted first, coded or not, in the order of the choice; what was chosen against it never
    stands among its quotes. Who was heard under the themes before waits longer under the next, and what stands there
    already comes last.
    """

    def __init__(self, read: Reading, evidence: Iterable[Evidence]) -> None:
        rows = list(evidence)
        segments: dict[UUID, Segment] = {one.id: one for one in read.records("segment", {row.segment for row in rows})}
        self._order = {document.id: number for number, document in enumerate(read.documents())}
        passages = _passages_of(read, segments.values())
        self._chosen: dict[tuple[UUID | None, str], dict[Place, Passage]] = {}
        self._said: dict[tuple[UUID | None, str, Place], dict[str, None]] = {}  # comments, each once
        for row in rows:
            if (passage := passages.get(row.segment)) is not None:
                self._chosen.setdefault((row.theme, row.side), {}).setdefault(passage.place, passage)
                self._said.setdefault((row.theme, row.side, passage.place), {})[row.comment] = None
        self._heard: Counter[str] = Counter()
        self._printed: set[Place] = set()

    def quotes(self, theme: UUID | None, coded: Iterable[Passage], most: int) -> list[Passage]:
        """At most `most` quotes of a theme whose codes stand on `coded`, in text order; call it theme by theme."""
        chosen = self._chosen.get((theme, "for"), {})
        against = self._chosen.get((theme, "against"), {})
        there = {one.place: one for one in coded} | chosen
        found = [one for place, one in there.items() if place not in against]
        found.sort(key=lambda one: (self._order[one.document], one.start, one.end))
        taken = balanced(found, most, chosen, self._heard, self._printed)
        self._keep(taken)
        return taken

    def against(self, theme: UUID, most: int) -> list[Passage]:
        """What was chosen to speak against a theme, at most `most`, in the order of the choice."""
        taken = list(self._chosen.get((theme, "against"), {}).values())[:most]
        self._keep(taken)
        return taken

    def said(self, theme: UUID, side: str, passage: Passage) -> str:
        """What was said of a passage that was chosen to speak for or against a theme, whoever chose it."""
        return "\n".join(filter(None, self._said.get((theme, side, passage.place), ())))

    def _keep(self, taken: Iterable[Passage]) -> None:
        for one in taken:
            self._heard.update(one.who or _NOBODY)
            self._printed.add(one.place)


def balanced(
    passages: Iterable[Passage],
    most: int,
    chosen: Iterable[Place] = (),
    before: Mapping[str, int] = _NONE,
    printed: Collection[Place] = (),
) -> list[Passage]:
    """At most `most` of the passages (in document order), again in that order.

    Those at the places `chosen` come first. Then whoever has been heard least takes a turn; of several who was heard
    least `before`, then the first of the documents. Each gives what is not `printed` yet before what is, exemplars
    before others, and then what is nearest to three lines.
    """
    order: dict[Place, Passage] = {}
    for passage in passages:
        order.setdefault(passage.place, passage)
    taken = [order[place] for place in dict.fromkeys(chosen) if place in order][:most]
    waiting: dict[tuple[str, ...], list[Passage]] = {}
    for passage in order.values():
        if passage not in taken:
            waiting.setdefault(passage.who or _NOBODY, []).append(passage)
    for mine in waiting.values():
        mine.sort(key=lambda one: (one.place in printed, not one.exemplar, _off_length(one)))
    heard = Counter(name for passage in taken for name in passage.who or _NOBODY)
    while len(taken) < most and waiting:
        who = min(waiting, key=lambda names: _least(names, heard, before))
        taken.append(waiting[who].pop(0))
        heard.update(who)
        if not waiting[who]:
            del waiting[who]
    places = {place: number for number, place in enumerate(order)}
    return sorted(taken, key=lambda one: places[one.place])


def _least(names: tuple[str, ...], heard: Mapping[str, int], before: Mapping[str, int]) -> tuple[int, int]:
    """How often the one of them who was heard least was heard, here and before."""
    return min((heard.get(name, 0), before.get(name, 0)) for name in names)


def _off_length(passage: Passage) -> float:
    return abs(math.log((passage.end - passage.start) / _GOOD_LENGTH))


def _passages_of(read: Reading, segments: Iterable[Segment]) -> dict[UUID, Passage]:
    """Segments as passages, by their ids."""
    by_case, heard = read.count("case") > 0, cases_heard(read)
    of_document: dict[UUID, list[Segment]] = {}
    for segment in segments:
        of_document.setdefault(segment.document, []).append(segment)
    found = {}
    for key, mine in of_document.items():
        document = read.record("document", key)
        cases = heard(document)
        for one in mine:
            who = cases(one.start, one.end) if by_case else (document.name,)
            found[one.id] = Passage(one.id, key, one.start, one.end, who, exemplar=False)
    return found
