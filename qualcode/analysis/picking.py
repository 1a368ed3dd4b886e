"""A few of many passages to quote: by their length or what they are, and by turns, so that everybody is heard."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from .material import BoolArray, CasePart, FloatArray, IntArray, Material, case_names, text_starts
from .sweeps import distinct_rows, heads, touching

TELLING, TYPICAL, SHORTEST, LONGEST, TEXT = "telling", "typical", "shortest", "longest", "text"
ORDERS = (TELLING, TYPICAL, SHORTEST, LONGEST, TEXT)
GOOD_LENGTH = 180  # characters: about three lines, enough to hear somebody and no page
_NOBODY: tuple[int, ...] = (-1,)


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Distinct passages in the order of the documents and texts.

    `who` has for each of them whose words they are, an index into `speakers`: the cases it touches (numbers of
    `material.case_names`), -1 where it touches none; `by_case` is false where nothing that is looked at belongs to a
    case, then it is its document.
    """

    document: IntArray
    start: IntArray
    end: IntArray
    who: IntArray
    speakers: tuple[tuple[int, ...], ...]
    by_case: bool

    @property
    def size(self) -> int:
        """How many there are."""
        return int(self.start.size)


def candidates(material: Material, codings: BoolArray) -> Candidates:
    """The passages of these codings of a material; those at one place are one, whoever coded them."""
    document, start, end = distinct_rows(material.document[codings], material.start[codings], material.end[codings])
    parts = [part for part in material.case_parts if part.start < part.end]
    if not parts:
        found, who = np.unique(document, return_inverse=True)
        return Candidates(document, start, end, who.astype(np.int64), tuple((int(one),) for one in found), False)
    row, case = _cases(material, parts, document, start, end)
    counts = np.bincount(row, minlength=start.size)
    firsts = np.cumsum(counts) - counts
    groups: dict[tuple[int, ...], int] = {}
    who = np.full(start.size, -1, np.int64)
    alone = np.flatnonzero(counts == 1)
    single = case[firsts[alone]]
    for one in np.unique(single).tolist():
        groups[(one,)] = len(groups)
    if alone.size:
        numbers = np.full(int(single.max()) + 1, -1, np.int64)
        for key, number in groups.items():
            numbers[key[0]] = number
        who[alone] = numbers[single]
    for passage in np.flatnonzero(counts > 1).tolist():  # few: most passages are one person's words
        key = tuple(case[firsts[passage] : firsts[passage] + counts[passage]].tolist())
        who[passage] = groups.setdefault(key, len(groups))
    if (counts == 0).any():
        who[counts == 0] = groups.setdefault(_NOBODY, len(groups))
    return Candidates(document, start, end, who, tuple(groups), True)


def _cases(
    material: Material, parts: Sequence[CasePart], document: IntArray, start: IntArray, end: IntArray
) -> tuple[IntArray, IntArray]:
    """The cases that passages touch: passage and number of the case, each pair once, in order."""
    base = text_starts(material)
    numbers = {name: number for number, name in enumerate(case_names(material))}
    columns = [(numbers[part.case], part.document, part.start, part.end) for part in parts]
    number, home, low, high = np.array(columns, dtype=np.int64).reshape(-1, 4).T
    rows, cases = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    begin, stop = base[document] + start, base[document] + end
    for row, part in touching(begin, stop, base[home] + low, base[home] + high):
        rows.append(row)
        cases.append(number[part])
    row, case = distinct_rows(np.concatenate(rows), np.concatenate(cases))
    return row, case


def ranks(found: Candidates, allowed: BoolArray, order: str, exemplar: BoolArray) -> IntArray:
    """Which of the allowed passages come first, by number: 0 is the first of all; the others have none (-1).

    `telling`: exemplars, then what is nearest to three lines; `typical`: nearest to the median length (lengths are
    compared by their logarithm); `shortest`, `longest`; `text`: as they stand. Among equals the first of the texts.
    """
    rows = np.flatnonzero(allowed)
    length = np.maximum(found.end[rows] - found.start[rows], 1).astype(np.float64)
    keys: dict[str, tuple[FloatArray, ...]] = {
        TELLING: (_off(np.log(length / GOOD_LENGTH)), (~exemplar[rows]).astype(np.float64)),
        TYPICAL: (_off(np.log(length) - np.median(np.log(length))) if rows.size else length,),
        SHORTEST: (length,),
        LONGEST: (-length,),
        TEXT: (),
    }
    order_of = np.lexsort((np.arange(rows.size), *keys[order]))
    found_ranks = np.full(found.size, -1, np.int64)
    found_ranks[rows[order_of]] = np.arange(rows.size)
    return found_ranks


def _off(distance: FloatArray) -> FloatArray:
    """How far off, whichever way; what differs by rounding alone is equally far."""
    return np.asarray(np.round(np.abs(distance), 12), np.float64)


def words_used(material: Material, found: Candidates, spans: Sequence[tuple[int, int, int]]) -> BoolArray:
    """Which passages have more than half of their characters in these spans (document number, start, end)."""
    if not spans or not found.size:
        return np.zeros(found.size, np.bool_)
    base = text_starts(material)
    document, low, high = distinct_rows(*np.array(spans, np.int64).T)
    low, high = base[document] + low, base[document] + high  # the texts in one row: one order for all of them
    reach = np.maximum.accumulate(high)
    fresh = np.maximum(low, np.concatenate((low[:1], reach[:-1])))  # where each span brings characters of its own
    sizes = np.maximum(reach - fresh, 0)
    before = np.concatenate(([0], np.cumsum(sizes)))

    def until(place: IntArray) -> IntArray:
        """How many used characters stand before each place."""
        spans_begun = np.searchsorted(fresh, place, side="left")
        last = np.maximum(spans_begun - 1, 0)
        inside = np.minimum(sizes[last], np.maximum(place - fresh[last], 0))
        return np.where(spans_begun > 0, before[last] + inside, 0)

    begin, stop = base[found.document] + found.start, base[found.document] + found.end
    used: BoolArray = 2 * (until(stop) - until(begin)) > stop - begin
    return used


def picked(
    found: Candidates,
    rank: IntArray,
    most: int,
    balanced: bool,
    alike: Callable[[int, int], bool] = lambda _one, _other: True,
) -> IntArray:
    """At most `most` of the passages that have a rank, the first ones first.

    One that shares more than half of its characters, or of those of a picked one, with that is passed over where the
    two are `alike`: the same words are offered once. `balanced`: whoever has been heard least gives the next one, of
    several the first of the texts; words of two cases count for both, and they wait like the one of the two who was
    heard least.
    """
    rows = np.flatnonzero(rank >= 0)
    taken: list[int] = []
    places: dict[int, list[tuple[int, int, int]]] = {}  # of what is taken, by document

    def take(passage: int) -> bool:
        start, end = int(found.start[passage]), int(found.end[passage])
        there = places.setdefault(int(found.document[passage]), [])
        for low, high, other in there:
            if 2 * (min(end, high) - max(start, low)) > min(end - start, high - low) and alike(passage, other):
                return False
        there.append((start, end, passage))
        taken.append(passage)
        return True

    if not balanced:
        for passage in rows[np.argsort(rank[rows])].tolist():
            if len(taken) >= most:
                break
            take(passage)
        return np.array(taken, dtype=np.int64)
    by_who = rows[np.lexsort((rank[rows], found.who[rows]))]
    begins = np.flatnonzero(np.diff(found.who[by_who], prepend=-1))
    waiting = {
        int(found.who[mine[0]]): mine[::-1].tolist()  # the first one last, where it is taken from
        for mine in np.split(by_who, begins[1:])
        if mine.size
    }
    first: dict[int, int] = {}
    for passage in rows[np.unique(found.who[rows], return_index=True)[1]].tolist():
        first[int(found.who[passage])] = passage
    heard: Counter[int] = Counter()
    while len(taken) < most and waiting:
        who = min(waiting, key=lambda one: (min(heard[case] for case in found.speakers[one]), first[one]))
        if take(waiting[who].pop()):
            heard.update(found.speakers[who])
        if not waiting[who]:
            del waiting[who]
    chosen: IntArray = np.array(taken, dtype=np.int64)
    return chosen[np.argsort(rank[chosen])]


class SharedCodes:
    """Whether two passages carry a code in common, of the codings they were found by; looked up when first asked."""

    def __init__(self, material: Material, codings: BoolArray) -> None:
        self._material, self._codings = material, codings
        self._codes: IntArray | None = None
        self._begins = np.empty(0, np.int64)

    def __call__(self, one: int, other: int) -> bool:
        return not self._of(one).isdisjoint(self._of(other))

    def _of(self, passage: int) -> set[int]:
        if self._codes is None:
            material, rows = self._material, np.flatnonzero(self._codings)
            document, start, end = (column[rows] for column in (material.document, material.start, material.end))
            order = np.lexsort((end, start, document))
            new = heads(document[order]) | heads(start[order]) | heads(end[order])
            self._codes, self._begins = material.code[rows[order]], np.append(np.flatnonzero(new), rows.size)
        return set(self._codes[self._begins[passage] : self._begins[passage + 1]].tolist())
