"""Codes crossed with what they are in: how many segments and characters of each lie in each part of the material.

The parts are *sides*: documents, coders, or stretches of text (cases, speakers, the values of a variable).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from ..domain.selections import Place
from .extents import Extent
from .material import IntArray, Material, text_starts
from .sweeps import blocks, distinct, distinct_rows, runs, touching, union

DOCUMENTS, CODERS, TEXTS = "documents", "coders", "texts"
_EMPTY: IntArray = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Sides:
    """What codes are crossed with: `size` parts of the material, which may overlap.

    `kind` is DOCUMENTS (part `part[i]` holds document `document[i]`), CODERS (part n is coder n of the material), or
    TEXTS (part `part[i]` holds `[start[i], end[i])` of document `document[i]`). The part `rest` of TEXTS (-1: none)
    takes in besides what lies in no part: text, and segments that touch none.
    """

    kind: str
    size: int
    part: IntArray = field(default_factory=lambda: _EMPTY)
    document: IntArray = field(default_factory=lambda: _EMPTY)
    start: IntArray = field(default_factory=lambda: _EMPTY)
    end: IntArray = field(default_factory=lambda: _EMPTY)
    rest: int = -1


@dataclass(frozen=True, slots=True, eq=False)
class Crossing:
    """Segments and characters by group of codes (row) and side (column).

    Both have a last row for all groups together and a last column for all the material that is looked at, in which
    every span, and every character, counts once. Where characters were not asked for, they are 0.
    """

    segments: IntArray
    characters: IntArray

    @property
    def presence(self) -> IntArray:
        """1 where a group has a segment in a side, else 0; the last row and column count these."""
        cells = (self.segments[:-1, :-1] > 0).astype(np.int64)
        return np.block([[cells, cells.sum(axis=1)[:, None]], [cells.sum(axis=0)[None, :], cells.sum()]])


def crossing(
    material: Material, groups: Sequence[frozenset[int]], sides: Sides, with_characters: bool = True
) -> Crossing:
    """Cross groups of codes (indices into the material's) with sides.

    A segment is a distinct span: two coders, or two codes of one group, on one span count once. It is in a text that
    it shares a character with; in a document, and with a coder, that it belongs to.
    """
    row, coding = _grouped(material, groups)
    shape = (len(groups) + 1, sides.size + 1)
    columns = (material.document, material.start, material.end)
    whole = distinct_rows(row, *(column[coding] for column in columns))
    segments, characters = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    segments[:, -1] = np.bincount(whole[0], minlength=shape[0])
    own = whole
    if sides.kind == CODERS:
        own = distinct_rows(row * sides.size + material.coder[coding], *(column[coding] for column in columns))
        segments[:, :-1] = _summed(own[0], None, shape)
    else:
        find = _members if sides.kind == DOCUMENTS else _parts_touched
        found, part = find(material, sides, *whole[1:])
        segments[:, :-1] = _summed(whole[0][found] * sides.size + part, None, shape)
    if with_characters:
        pieces = _united(material, *whole)
        characters[:, -1] = np.bincount(pieces[0], pieces[3] - pieces[2], minlength=shape[0])
        characters[:, :-1] = _shared(material, sides, pieces if own is whole else _united(material, *own), shape)
    return Crossing(segments, characters)


def places_in(material: Material, group: frozenset[int], sides: Sides, part: int) -> tuple[Place, ...]:
    """The distinct spans of a group of codes in one part of sides that are TEXTS, in document order."""
    kept = np.isin(material.code, sorted(group))
    spans = distinct_rows(material.document[kept], material.start[kept], material.end[kept])
    row, touched = _parts_touched(material, sides, *spans)
    chosen = np.sort(row[touched == part])
    return tuple(
        (material.documents[document].id, start, end)
        for document, start, end in zip(*(column[chosen].tolist() for column in spans), strict=True)
    )


def case_sides(material: Material, groups: Sequence[frozenset[str]], rest: int = -1) -> Sides:
    """The texts of groups of cases, given by their names."""
    homes: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        for case in group:
            homes.setdefault(case, []).append(number)
    return _texts(
        len(groups),
        [
            (number, part.document, part.start, part.end)
            for part in material.case_parts
            for number in homes.get(part.case, ())
        ],
        rest,
    )


def speaker_sides(material: Material) -> tuple[tuple[str, ...], Sides]:
    """Who speaks in what is looked at, in order of appearance, and the texts of their turns; what nobody says is a
    last part of its own."""
    homes: dict[str, int] = {}
    found: list[tuple[int, int, int, int]] = []
    for number in range(len(material.documents)):
        turns = material.units(number, "turn").tolist()
        for (start, end), who in zip(turns, material.speakers(number), strict=True):
            if who:
                found.append((homes.setdefault(who, len(homes)), number, start, end))
    sides = _texts(len(homes) + 1, found, len(homes))
    extent = Extent(material)
    row, start, end = extent.cut(sides.document, sides.start, sides.end)
    part = sides.part[row]
    heard = np.unique(part)  # of a document in parts some never speak in what is looked at
    numbers = np.searchsorted(heard, part)
    names = tuple(name for name, home in homes.items() if home in set(heard.tolist()))
    kept = Sides(TEXTS, len(names) + 1, numbers, sides.document[row], start, end, len(names))
    return names, kept


def _texts(size: int, rows: list[tuple[int, int, int, int]], rest: int) -> Sides:
    part, document, start, end = np.array(rows, dtype=np.int64).reshape(-1, 4).T
    kept = end > start
    return Sides(TEXTS, size, part[kept], document[kept], start[kept], end[kept], rest)


def _grouped(material: Material, groups: Sequence[frozenset[int]]) -> tuple[IntArray, IntArray]:
    """Group and coding of every coding of every group; all groups together are one more."""
    every: frozenset[int] = frozenset().union(*groups)
    pairs = [(code, row) for row, group in enumerate([*groups, every]) for code in group]
    codes, rows = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2).T
    counts = np.bincount(codes, minlength=len(material.codes)).astype(np.int64)
    first = np.cumsum(counts) - counts
    coding, place = runs(first[material.code], counts[material.code])
    return rows[place], coding


def _summed(keys: IntArray, weights: IntArray | None, shape: tuple[int, int]) -> IntArray:
    rows, columns = shape[0], shape[1] - 1
    sums = np.bincount(keys, weights, minlength=rows * columns)
    return sums.astype(np.int64).reshape(rows, columns)


def _united(
    material: Material, group: IntArray, document: IntArray, start: IntArray, end: IntArray
) -> tuple[IntArray, IntArray, IntArray, IntArray]:
    """What is looked at of the spans of each group, disjoint: group, document, and start and end on the line of
    `text_starts`. The rows are distinct and sorted."""
    if material.parts:
        row, start, end = Extent(material).cut(document, start, end)
        group, document, start, end = distinct_rows(group[row], document[row], start, end)
    base = text_starts(material)[document]
    first, last = union(group, base + start, base + end)
    return group[first], document[first], (base + start)[first], last


def _members(
    _material: Material, sides: Sides, document: IntArray, _start: IntArray, _end: IntArray
) -> tuple[IntArray, IntArray]:
    """Row and part of all the parts that hold these documents."""
    order = np.argsort(sides.document, kind="stable")
    homes, parts = sides.document[order], sides.part[order]
    low = np.searchsorted(homes, document, side="left").astype(np.int64)
    row, place = runs(low, np.searchsorted(homes, document, side="right") - low)
    return row, parts[place]


def _line(material: Material, sides: Sides) -> tuple[IntArray, IntArray, IntArray]:
    """Part, start and end of the texts that are looked at, on the line of `text_starts`; those of a part disjoint."""
    row, start, end = Extent(material).cut(sides.document, sides.start, sides.end)
    part, document, start, end = distinct_rows(sides.part[row], sides.document[row], start, end)
    base = text_starts(material)[document]
    first, last = union(part, base + start, base + end)
    return part[first], (base + start)[first], last


def _parts_touched(
    material: Material, sides: Sides, document: IntArray, start: IntArray, end: IntArray
) -> tuple[IntArray, IntArray]:
    """Row and part of every part that a span shares a character with, each once."""
    base = text_starts(material)[document]
    part, low, high = _line(material, sides)
    row, touched = [_EMPTY], [_EMPTY]
    met = np.zeros(start.size, dtype=np.bool_)
    for found, other in _sharing(base + start, base + end, low, high):
        row.append(found)
        touched.append(part[other])
        met[found] = True
    if sides.rest >= 0:
        row.append(np.flatnonzero(~met).astype(np.int64))
        touched.append(np.full(row[-1].size, sides.rest, np.int64))
    keys = distinct(np.concatenate(row) * sides.size + np.concatenate(touched))
    return keys // sides.size, keys % sides.size


def _sharing(start: IntArray, end: IntArray, low: IntArray, high: IntArray) -> Iterator[tuple[IntArray, IntArray]]:
    """All pairs (row, other row) that share a place; faster where the others are disjoint, as they mostly are."""
    order = np.argsort(low, kind="stable")
    lows, highs = low[order], high[order]
    if (lows[1:] < highs[:-1]).any():
        yield from touching(start, end, low, high)
        return
    first = np.searchsorted(highs, start, side="right").astype(np.int64)
    counts = np.maximum(np.searchsorted(lows, end, side="left") - first, 0)
    for block in blocks(counts):
        row, place = runs(first[block], counts[block])
        yield row + block.start, order[place]


def _shared(
    material: Material, sides: Sides, pieces: tuple[IntArray, IntArray, IntArray, IntArray], shape: tuple[int, int]
) -> IntArray:
    """Characters of every group in every part."""
    group, document, start, end = pieces
    if sides.kind == CODERS:
        return _summed(group, end - start, shape)
    if sides.kind == DOCUMENTS:
        found, part = _members(material, sides, document, start, end)
        return _summed(group[found] * sides.size + part, (end - start)[found], shape)
    part, low, high = _line(material, sides)
    total = np.zeros((shape[0], shape[1] - 1), np.int64)
    for row, other in _sharing(start, end, low, high):
        lengths = np.minimum(end[row], high[other]) - np.maximum(start[row], low[other])
        total += _summed(group[row] * sides.size + part[other], lengths, shape)
    if sides.rest >= 0:
        order = np.argsort(low, kind="stable")
        first, stop = union(np.zeros(low.size, np.int64), low[order], high[order])
        begin = low[order][first]
        inside = np.zeros(shape[0], np.int64)
        for row, other in _sharing(start, end, begin, stop):
            lengths = np.minimum(end[row], stop[other]) - np.maximum(start[row], begin[other])
            inside += np.bincount(group[row], lengths, minlength=shape[0]).astype(np.int64)
        total[:, sides.rest] += np.bincount(group, end - start, minlength=shape[0]).astype(np.int64) - inside
    return total
