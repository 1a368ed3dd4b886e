"""Which codings answer a query: every operator on sets of passages, by sorting, never pair by pair.

A *passage* is a distinct coded span (document, start, end), whoever coded it. A set of codings stands for the passages
it lies on. With M the codings that are looked at, each question gives a set of codings:

- a code: the codings of M with it; a property of the passage: the codings of M on passages that have it;
- a condition (who coded, when, how): the codings of M that meet it;
- AND: conditions among the parts take codings out of M first, for all other parts; the passages are those that all
  other parts have; the codings those that the parts give there;
- OR: the codings of all parts;
- NOT: the codings of M on passages that the part has not; of a condition: the codings of M that do not meet it;
- exactly one of, at least k of: the passages that so many parts have, and the codings that these parts give there;
- only: the codings of the part whose passage shares no character with a passage of M of a code the part does not name;
- relations: the codings of the left side whose passage lies so to a passage of the right side. *same*: start and end
  are equal. *overlapping*: a.start < b.end and b.start < a.end. *outside*: that holds for no b. *inside*:
  b.start <= a.start and a.end <= b.end. *enclosing*: a.start <= b.start and b.end <= a.end. *followed*: a.end <=
  b.start; *preceded*: b.end <= a.start. *near* and these two `within` N: the unit of one is at most N units from one of
  the other (of followed: from the last a touches to the first b touches; of preceded the other way round).

Parts that name no code of their own (properties, NOT) give their codings only where no part beside them names one.
Where only parts of a document are looked at, overlapping, outside, only and units count within these parts.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import numpy as np

from ..domain.query_tree import (
    ENCLOSING,
    FOLLOWED,
    INSIDE,
    NEAR,
    OUTSIDE,
    OVERLAPPING,
    PRECEDED,
    SAME,
    AllOf,
    AnyOf,
    AtLeast,
    Coded,
    ExactlyOne,
    Holds,
    Is,
    Not,
    Only,
    Query,
    Relation,
    SmartCode,
    Valued,
    is_condition,
    walk,
)
from .extents import Extent
from .material import BoolArray, IntArray, Material, text_starts
from .sweeps import distinct
from .unit_spaces import Rule, unit_space


class Facts(Protocol):
    """What leaves mean in the material at hand."""

    def codes(self, leaf: Coded) -> BoolArray:
        """Which codes (of the material's) a leaf means."""

    def codings(self, leaf: Is | Valued | Holds) -> BoolArray:
        """Which codings meet a leaf; of a property of the passage: those on such passages."""


@dataclass(frozen=True, slots=True, eq=False)
class _Units:
    """Where passages lie among units: per piece its passage, the half-open run of places it touches, and those its
    document has."""

    passage: IntArray
    low: IntArray
    high: IntArray
    first: IntArray  # per passage the first and last place it touches, -1 for none
    last: IntArray
    floor: IntArray
    ceiling: IntArray


class Passages:
    """The distinct coded spans of a material, in document order, and how they lie to each other.

    `number` has the passage of every coding; sets of passages are Boolean arrays as long as there are passages.
    """

    def __init__(self, material: Material) -> None:
        self.material = material
        base = text_starts(material)
        length = int(material.end.max(initial=0)) + 1
        # the place in all text and the length of the span in one number, in document order, long spans first
        begin = base[material.document] + material.start if base.size else material.start
        keys = begin * length + (length - 1 - (material.end - material.start))
        found = distinct(keys) if keys.size else keys
        self.number: IntArray = np.searchsorted(found, keys).astype(np.int64)
        self.begin: IntArray = found // length
        self.finish: IntArray = self.begin + (length - 1 - found % length)
        self.document: IntArray = np.searchsorted(base, self.begin, side="right").astype(np.int64) - 1
        self.start: IntArray = self.begin - base[self.document] if base.size else self.begin
        self.end: IntArray = self.start + self.finish - self.begin

    @property
    def count(self) -> int:
        """How many passages there are."""
        return int(self.begin.size)

    def of(self, codings: BoolArray) -> BoolArray:
        """The passages on which these codings lie."""
        held = np.zeros(self.count, dtype=np.bool_)
        held[self.number[codings]] = True
        return held

    def touching(self, own: BoolArray, other: BoolArray) -> BoolArray:
        """Those of `own` that share a character that is looked at with one of `other`."""
        if not self._cut:
            return own & _meets(self.begin, self.finish, *_sorted(self.begin[other], self.finish[other]))
        passage, begin, finish = self._pieces
        mine = other[passage]
        met = _meets(begin, finish, *_sorted(begin[mine], finish[mine]))
        held = np.zeros(self.count, dtype=np.bool_)
        held[passage[met]] = True
        return own & held

    def inside(self, own: BoolArray, other: BoolArray) -> BoolArray:
        """Those of `own` that lie wholly in one of `other`, or are it."""
        rows = np.flatnonzero(other)
        reach = np.maximum.accumulate(self.finish[rows])
        at = np.searchsorted(self.begin[rows], self.begin, side="right")
        held: BoolArray = own & (at > 0) & (np.append(reach, 0)[at - 1] >= self.finish)
        return held

    def enclosing(self, own: BoolArray, other: BoolArray) -> BoolArray:
        """Those of `own` that hold one of `other` wholly, or are it."""
        rows = np.flatnonzero(other)
        return own & _encloses(self.begin, self.finish, self.begin[rows], self.finish[rows])

    def holding(self, document: IntArray, start: IntArray, end: IntArray) -> BoolArray:
        """The passages that hold one of these spans wholly; spans in order of document and start."""
        base = text_starts(self.material)
        return _encloses(self.begin, self.finish, base[document] + start, base[document] + end)

    def touched(self, document: IntArray, start: IntArray, end: IntArray) -> BoolArray:
        """The passages that share a character with one of these spans of text."""
        base = text_starts(self.material)
        begin, finish = base[document] + start, base[document] + end
        some = begin < finish
        return _meets(self.begin, self.finish, *_sorted(begin[some], finish[some]))

    def followed(self, own: BoolArray, other: BoolArray, within: int | None, unit: str) -> BoolArray:
        """Those of `own` behind whose end one of `other` begins, at most so many units on."""
        rows, touched = np.flatnonzero(other), None
        if within is not None:
            touched = self._units(unit)
            rows = rows[touched.first[rows] >= 0]
        at = np.searchsorted(self.begin[rows], self.finish, side="left")
        next_one = np.append(rows, -1)[at]  # the first one to begin: none is nearer
        found: BoolArray = own & (next_one >= 0) & (self.document[next_one] == self.document)
        if touched is not None and within is not None:
            found &= (touched.last >= 0) & (touched.first[next_one] - touched.last <= within)
        return found

    def preceded(self, own: BoolArray, other: BoolArray, within: int | None, unit: str) -> BoolArray:
        """Those of `own` before whose start one of `other` ends, at most so many units back."""
        rows, touched = np.flatnonzero(other), None
        if within is not None:
            touched = self._units(unit)
            rows = rows[touched.last[rows] >= 0]
        rows = rows[np.argsort(self.finish[rows], kind="stable")]
        at = np.searchsorted(self.finish[rows], self.begin, side="right")
        last_one = np.append(rows, -1)[at - 1]  # the last one to end; before the first of all comes the -1 at the end
        found: BoolArray = own & (last_one >= 0) & (self.document[last_one] == self.document)
        if touched is not None and within is not None:
            found &= (touched.first >= 0) & (touched.first - touched.last[last_one] <= within)
        return found

    def near(self, own: BoolArray, other: BoolArray, within: int, unit: str) -> BoolArray:
        """Those of `own` that touch a unit at most so many units away from one that one of `other` touches."""
        units = self._units(unit)
        mine, theirs = own[units.passage], other[units.passage]
        low = np.maximum(units.low - within, units.floor)[mine]
        high = np.minimum(units.high + within, units.ceiling)[mine]
        met = _meets(low, high, *_sorted(units.low[theirs], units.high[theirs]))
        held = np.zeros(self.count, dtype=np.bool_)
        held[units.passage[mine][met]] = True
        return held

    @property
    def _cut(self) -> bool:
        return bool(self.material.parts)

    @cached_property
    def _pieces(self) -> tuple[IntArray, IntArray, IntArray]:
        """What of the passages is looked at: passage, begin and end of every piece."""
        row, start, end = Extent(self.material).cut(self.document, self.start, self.end)
        shift = self.begin[row] - self.start[row]
        return row, start + shift, end + shift

    @cached_property
    def _known_units(self) -> dict[str, _Units]:
        return {}

    def _units(self, kind: str) -> _Units:
        if kind not in self._known_units:
            space = unit_space(self.material, Rule(kind))
            passage, begin, finish = self._pieces
            home = self.document[passage]
            shift = self.begin[passage] - self.start[passage]
            row, low, high = space.place(home, begin - shift, finish - shift)
            passage = passage[row]
            first = np.full(self.count, -1, np.int64)
            last = np.full(self.count, -1, np.int64)
            # pieces stand in the order of the text: the first one written last, the last one written last
            first[passage[::-1]] = low[::-1]
            last[passage] = high - 1
            ends = np.append(space.starts[1:] - 1, np.iinfo(np.int64).max)  # a blank place parts two documents
            floor, ceiling = space.starts[self.document[passage]], ends[self.document[passage]]
            self._known_units[kind] = _Units(passage, low, high, first, last, floor, ceiling)
        return self._known_units[kind]


def answer(passages: Passages, query: Query, facts: Facts) -> BoolArray:
    """Which codings of the material answer a query; smart codes in it have their meaning filled in."""
    everything = np.ones(passages.material.code.size, dtype=np.bool_)
    return _Evaluation(passages, facts).codings(query, everything)[0]


class _Evaluation:
    """One query, worked out part by part."""

    def __init__(self, passages: Passages, facts: Facts) -> None:
        self._passages, self._facts = passages, facts
        self._smart_ones: dict[tuple[str, bytes], BoolArray] = {}  # answers of smart codes, by what was looked at
        self._ways: dict[type[Any], Callable[[Any, BoolArray], tuple[BoolArray, bool]]] = {
            Coded: self._coded,
            SmartCode: self._smart,
            AllOf: self._all,
            AnyOf: self._any,
            Not: self._not,
            ExactlyOne: self._counted,
            AtLeast: self._counted,
            Only: self._only,
            Relation: self._relation,
            **dict.fromkeys((Is, Valued, Holds), self._leaf),
        }
        self._relations: dict[str, Callable[[BoolArray, BoolArray], BoolArray]] = {
            SAME: lambda left, right: left & right,
            OVERLAPPING: passages.touching,
            OUTSIDE: lambda left, right: left & ~passages.touching(left, right),
            INSIDE: passages.inside,
            ENCLOSING: passages.enclosing,
        }

    def codings(self, query: Query, looked_at: BoolArray) -> tuple[BoolArray, bool]:
        """The codings that answer, and whether the query names codes of its own."""
        return self._ways[type(query)](query, looked_at)

    def _coded(self, query: Coded, looked_at: BoolArray) -> tuple[BoolArray, bool]:
        return looked_at & self._facts.codes(query)[self._passages.material.code], True

    def _smart(self, query: SmartCode, looked_at: BoolArray) -> tuple[BoolArray, bool]:
        assert query.meaning is not None
        asked = query.query, np.packbits(looked_at).tobytes()
        if asked not in self._smart_ones:  # layers of smart codes that share a part ask for it ever so often
            self._smart_ones[asked] = self.codings(query.meaning, looked_at)[0]
        return self._smart_ones[asked], True

    def _leaf(self, query: Is | Valued | Holds, looked_at: BoolArray) -> tuple[BoolArray, bool]:
        return looked_at & self._facts.codings(query), False

    def _any(self, query: AnyOf, looked_at: BoolArray) -> tuple[BoolArray, bool]:
        found = [self.codings(part, looked_at) for part in query.parts]
        return np.logical_or.reduce([one for one, _ in found]), any(names for _, names in found)

    def _not(self, query: Not, looked_at: BoolArray) -> tuple[BoolArray, bool]:
        inner = self.codings(query.part, looked_at)[0]
        if is_condition(query):
            return looked_at & ~inner, False
        return looked_at & ~self._passages.of(inner)[self._passages.number], False

    def _only(self, query: Only, looked_at: BoolArray) -> tuple[BoolArray, bool]:
        found, names = self.codings(query.part, looked_at)
        return self._on(found, self._alone(query.part, found, looked_at)), names

    def _relation(self, query: Relation, looked_at: BoolArray) -> tuple[BoolArray, bool]:
        found, names = self.codings(query.left, looked_at)
        other = self.codings(query.right, looked_at)[0]
        return self._on(found, self._related(query, self._passages.of(found), self._passages.of(other))), names

    def _all(self, query: AllOf, looked_at: BoolArray) -> tuple[BoolArray, bool]:
        for part in query.parts:
            if is_condition(part):
                looked_at = looked_at & self.codings(part, looked_at)[0]
        rest = [part for part in query.parts if not is_condition(part)]
        if not rest:
            return looked_at, False
        found = [self.codings(part, looked_at) for part in rest]
        common = np.logical_and.reduce([self._passages.of(one) for one, _ in found])
        return self._given(found, common)

    def _counted(self, query: ExactlyOne | AtLeast, looked_at: BoolArray) -> tuple[BoolArray, bool]:
        found = [self.codings(part, looked_at) for part in query.parts]
        times = np.add.reduce([self._passages.of(one).astype(np.int64) for one, _ in found])
        return self._given(found, times == 1 if isinstance(query, ExactlyOne) else times >= query.number)

    def _given(self, found: Sequence[tuple[BoolArray, bool]], passages: BoolArray) -> tuple[BoolArray, bool]:
        """The codings that the parts give on these passages; where a part there names codes, those of such parts."""
        naming = [one for one, names in found if names]
        every = np.logical_or.reduce([one for one, _ in found])
        if not naming:
            return self._on(every, passages), False
        named = np.logical_or.reduce(naming)
        # a passage may be there for a part that names no code alone: it has the codings of that one
        unnamed = passages & ~self._passages.of(named)
        return self._on(named, passages) | self._on(every, unnamed), True

    def _on(self, codings: BoolArray, passages: BoolArray) -> BoolArray:
        on: BoolArray = codings & passages[self._passages.number]
        return on

    def _alone(self, part: Query, found: BoolArray, looked_at: BoolArray) -> BoolArray:
        own = np.zeros(len(self._passages.material.codes), dtype=np.bool_)
        for one in walk(part):
            if isinstance(one, Coded):
                own |= self._facts.codes(one)
        others = looked_at & ~own[self._passages.material.code]
        mine = self._passages.of(found)
        return mine & ~self._passages.touching(mine, self._passages.of(others))

    def _related(self, query: Relation, left: BoolArray, right: BoolArray) -> BoolArray:
        if query.kind == FOLLOWED:
            return self._passages.followed(left, right, query.within, query.unit)
        if query.kind == PRECEDED:
            return self._passages.preceded(left, right, query.within, query.unit)
        if query.kind == NEAR:
            assert query.within is not None
            return self._passages.near(left, right, query.within, query.unit)
        return self._relations[query.kind](left, right)


def _sorted(begin: IntArray, finish: IntArray) -> tuple[IntArray, IntArray]:
    """Spans by their begin, and of each the farthest end up to it."""
    order = np.argsort(begin, kind="stable")
    return begin[order], np.maximum.accumulate(finish[order])


def _meets(begin: IntArray, finish: IntArray, others: IntArray, reach: IntArray) -> BoolArray:
    """Which spans share a place with one of the others, which come as `_sorted` gives them."""
    at = np.searchsorted(others, finish, side="left")
    met: BoolArray = (at > 0) & (np.append(reach, 0)[at - 1] > begin)
    return met


def _encloses(begin: IntArray, finish: IntArray, others: IntArray, ends: IntArray) -> BoolArray:
    """Which spans hold one of the others wholly; these are in order of their begin."""
    nearest = np.minimum.accumulate(ends[::-1])[::-1]  # the first end among those from here on
    at = np.searchsorted(others, begin, side="left")
    held: BoolArray = np.append(nearest, np.iinfo(np.int64).max)[at] <= finish
    return held
