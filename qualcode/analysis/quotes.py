"""The passages behind one cell of the co-occurrence matrix, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..domain.progress import SILENT, Progress
from .extents import Extent
from .material import IntArray, Material, ancestry, text_starts
from .sweeps import distinct, distinct_rows, touching
from .unit_spaces import parse_rule, parts_of, require_cases, unit_space


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage `[start, end)` of the document of that index.

    Under overlap it is what one span of each code share, and stands once however many pairs of spans share just
    that; `a` and `b` are the widest of those pairs. Under another rule it is the shared unit (for case: from the
    first to the last of the spans in one document of that `case`), `a` and `b` the distinct spans of the two
    codes there. `coders` are the indices of whoever coded a span of any of them.
    """

    document: int
    start: int
    end: int
    a: tuple[tuple[int, int], ...]
    b: tuple[tuple[int, int], ...]
    coders: tuple[int, ...]
    case: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Some of `total` quotes, in document order; under overlap they stand for so many `pairs` of spans."""

    total: int
    quotes: tuple[Quote, ...]
    pairs: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class _Coded:
    """The distinct spans of one code, by document and place."""

    document: IntArray
    start: IntArray
    end: IntArray

    def rows(self, rows: IntArray | slice) -> "_Coded":
        return _Coded(self.document[rows], self.start[rows], self.end[rows])

    def spans(self) -> tuple[tuple[int, int], ...]:
        return tuple(zip(self.start.tolist(), self.end.tolist(), strict=True))


def cooccurring_spans(
    material: Material,
    a: int,
    b: int,
    rule: str = "overlap",
    rollup: bool = False,
    *,
    offset: int = 0,
    limit: int | None = None,
    progress: Progress = SILENT,
) -> Page:
    """The quotes in which codes `a` and `b` (indices) meet under `rule`; a == b: the code's own spans.

    Under overlap there is one for every stretch of text that a pair of spans share, and the page's `pairs` are the
    cell's; under another rule one for every shared unit, so `total` is its `n_ab` (under case: one per case and
    document in which one of the codes occurs). Raises `BadInput` as `cooccurrence.count` does.
    """
    chosen = parse_rule(rule)
    one = _coded(material, a, rollup)
    find = _Coders(material, a, b, rollup)
    stop = None if limit is None else offset + limit
    if a == b:
        shown = one.rows(slice(offset, stop))
        return Page(
            one.start.size,
            tuple(
                Quote(document, start, end, ((start, end),), ((start, end),), find(document, [(start, end)]))
                for document, start, end in _rows(shown.document, shown.start, shown.end)
            ),
        )
    other = _coded(material, b, rollup)
    extent = Extent(material)
    if chosen.kind == "overlap":
        return _pairs(material, extent, one, other, find, offset=offset, stop=stop)
    if chosen.kind == "case":
        return _cases(material, extent, one, other, find, offset=offset, stop=stop)
    if chosen.kind == "document":
        home = np.intersect1d(one.document, other.document)
        lengths = np.array([document.characters for document in material.documents], dtype=np.int64)
        units = (home, np.zeros_like(home), lengths[home])
    else:
        space = unit_space(material, chosen, progress)
        looked_at = (one, other) if chosen.kind == "same-segment" else (_pieces(extent, one), _pieces(extent, other))
        occupied = [_occupied(*space.own(x.document, x.start, x.end)) for x in looked_at]
        places = np.intersect1d(occupied[0], occupied[1])
        units = space.bounds(places)
    quotes = []
    sides: list[tuple[tuple[int, int], ...]]
    for document, start, end in _rows(*(column[offset:stop] for column in units)):
        if chosen.kind == "same-segment":
            sides = [((start, end),), ((start, end),)]
        else:
            sides = [_within(extent, coded, document, start, end) for coded in (one, other)]
        quotes.append(Quote(document, start, end, sides[0], sides[1], find(document, sides[0] + sides[1])))
    return Page(units[0].size, tuple(quotes))


def _rows(*columns: IntArray) -> list[tuple[int, ...]]:
    return list(zip(*(column.tolist() for column in columns), strict=True))


def _members(material: Material, code: int, rollup: bool) -> list[int]:
    if not rollup:
        return [code]
    return [number for number, chain in enumerate(ancestry(material)) if code in chain]


def _coded(material: Material, code: int, rollup: bool) -> _Coded:
    mine = np.isin(material.code, _members(material, code, rollup))
    return _Coded(*distinct_rows(material.document[mine], material.start[mine], material.end[mine]))


def _occupied(_: IntArray, low: IntArray, high: IntArray) -> IntArray:
    """Every place of the runs `[low, high)`, once."""
    counts = high - low
    shift = np.repeat(low - np.cumsum(counts) + counts, counts)
    return distinct(np.arange(shift.size, dtype=np.int64) + shift)


def _pieces(extent: Extent, coded: _Coded) -> _Coded:
    row, start, end = extent.cut(coded.document, coded.start, coded.end)
    return _Coded(coded.document[row], start, end)


def _within(extent: Extent, coded: _Coded, document: int, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The spans that share a character that is looked at with `[start, end)` of the document."""
    first, last = np.searchsorted(coded.document, [document, document + 1])
    here = coded.rows(slice(int(first), int(last)))
    held = extent.holds(here.document, np.maximum(here.start, start), np.minimum(here.end, end))
    return here.rows(np.flatnonzero(held)).spans()


def _pairs(
    material: Material,
    extent: Extent,
    one: _Coded,
    other: _Coded,
    find: "_Coders",
    *,
    offset: int,
    stop: int | None,
) -> Page:
    base = text_starts(material)
    shifts = base[one.document], base[other.document]
    found = list(touching(shifts[0] + one.start, shifts[0] + one.end, shifts[1] + other.start, shifts[1] + other.end))
    empty = np.empty(0, np.int64)
    row = np.concatenate([empty, *(pair[0] for pair in found)])
    mate = np.concatenate([empty, *(pair[1] for pair in found)])
    start = np.maximum(one.start[row], other.start[mate])
    end = np.minimum(one.end[row], other.end[mate])
    held = extent.holds(one.document[row], start, end)
    row, mate, start, end = row[held], mate[held], start[held], end[held]
    # the widest pair that shares a stretch comes first and stands for the others
    width = one.end[row] - one.start[row] + other.end[mate] - other.start[mate]
    order = np.lexsort((mate, row, -width, end, start, one.document[row]))
    row, mate, start, end = row[order], mate[order], start[order], end[order]
    place = np.stack([one.document[row], start, end])
    first_of = np.flatnonzero(np.r_[True, (place[:, 1:] != place[:, :-1]).any(axis=0)][: row.size])
    last_of = np.r_[first_of[1:], row.size][: first_of.size]
    quotes = []
    for first, last in _rows(first_of[offset:stop], last_of[offset:stop]):
        sides = [coded.rows(picked[first:last]).spans() for coded, picked in ((one, row), (other, mate))]
        document = int(one.document[row[first]])
        coders = find(document, sides[0] + sides[1])
        quotes.append(Quote(document, int(start[first]), int(end[first]), sides[0][:1], sides[1][:1], coders))
    return Page(first_of.size, tuple(quotes), row.size)


def coders_at(
    material: Material, code: int, document: int, start: int, end: int, rollup: bool = False
) -> tuple[str, ...]:
    """The names of those whose coding with a code (index) covers all of `[start, end)` of a document (index)."""
    mine = np.isin(material.code, _members(material, code, rollup)) & (material.document == document)
    mine &= (material.start <= start) & (material.end >= end)
    return tuple(material.coders[coder] for coder in sorted(set(material.coder[mine].tolist())))


def _cases(
    material: Material,
    extent: Extent,
    one: _Coded,
    other: _Coded,
    find: "_Coders",
    *,
    offset: int,
    stop: int | None,
) -> Page:
    require_cases(material)
    names, case, home, start, end = parts_of(material)
    texts: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for number, document, first, last in _rows(case, home, start, end):
        texts.setdefault((document, number), []).append((first, last))
    found: list[tuple[int, int, tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]] = []
    for (document, number), parts in sorted(texts.items()):
        sides = [
            tuple(sorted({span for part in parts for span in _within(extent, coded, document, *part)}))
            for coded in (one, other)
        ]
        if sides[0] or sides[1]:
            found.append((document, number, sides[0], sides[1]))
    both = {number for _, number, a, _ in found if a} & {number for _, number, _, b in found if b}
    shown = [row for row in found if row[1] in both]
    quotes = []
    for document, number, a, b in shown[offset:stop]:
        spans = a + b
        begin, finish = min(span[0] for span in spans), max(span[1] for span in spans)
        quotes.append(Quote(document, begin, finish, a, b, find(document, spans), names[number]))
    return Page(len(shown), tuple(quotes))


class _Coders:
    """Who coded a span with one of two codes."""

    def __init__(self, material: Material, a: int, b: int, rollup: bool) -> None:
        members = [*_members(material, a, rollup), *_members(material, b, rollup)]
        rows = np.flatnonzero(np.isin(material.code, members))
        rows = rows[np.argsort(material.document[rows], kind="stable")]
        self._document, self._coder = material.document[rows], material.coder[rows]
        self._start, self._end = material.start[rows], material.end[rows]

    def __call__(self, document: int, spans: Sequence[tuple[int, int]]) -> tuple[int, ...]:
        first, last = np.searchsorted(self._document, [document, document + 1])
        here = slice(int(first), int(last))
        wanted = set(spans)
        return tuple(
            sorted(
                {
                    coder
                    for start, end, coder in _rows(self._start[here], self._end[here], self._coder[here])
                    if (start, end) in wanted
                }
            )
        )
