"""Sequences: how often one code is followed by another within so many turns, paragraphs or sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..domain.errors import BadInput
from ..domain.progress import SILENT, Progress
from .cooccurrence import kin_of
from .extents import Extent
from .holders import holders_in_text
from .material import FloatArray, IntArray, Material, Spans, text_starts
from .sweeps import blocks, distinct_rows, runs, union
from .unit_spaces import EMPTY, distinct_spans

if TYPE_CHECKING:
    import pandas as pd

UNITS = ("turn", "paragraph", "sentence")


@dataclass(frozen=True, slots=True, eq=False)
class Sequences:
    """How the codes in use (`codes`, indices into the material's) follow each other; matrices are first code x second.

    `n` are the segments of each code. Of the segments of the first code `followed` are followed by one of the second,
    in `pairs` pairs of segments, in `documents` and `cases`; chance gives `expected`, nan for a code and itself.
    `kin` marks a code with one below it, which are no pair when codes take in what is below them.
    """

    unit: str
    within: int
    codes: IntArray
    n: IntArray
    followed: IntArray
    pairs: IntArray
    documents: IntArray
    cases: IntArray
    expected: FloatArray
    kin: FloatArray

    def share(self) -> FloatArray:
        """followed / n of the first code, 0 to 1."""
        return self.followed / self.n[:, None]

    def lift(self) -> FloatArray:
        """followed / expected: 1 = as often as by chance; nan where nothing is expected, and for a code and itself."""
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(self.expected > 0, self.followed / self.expected, np.nan)


@dataclass(frozen=True, slots=True, eq=False)
class _Line:
    """All text in one row: the spans sorted by their start, and the units as they stand in it."""

    material: Material
    spans: Spans
    start: IntArray
    end: IntArray
    unit_low: IntArray
    unit_high: IntArray
    first: IntArray  # number of each document's first unit
    last: IntArray  # of its last; first - 1 where it has none
    within: int

    def limit(self) -> IntArray:
        """Up to where another segment must begin to follow each segment: the end of the unit `within` units behind the
        one in which the segment ends."""
        home = self.spans.document
        ends_in = np.searchsorted(self.unit_low, self.end, side="left") - 1
        reached = np.minimum(np.maximum(ends_in, self.first[home]) + self.within, self.last[home])
        known = self.last[home] >= self.first[home]
        return np.where(known, self.unit_high[np.where(known, reached, 0)] if self.unit_high.size else 0, 0)

    def following(self) -> Iterator[tuple[IntArray, IntArray]]:
        """All pairs of rows of which the second follows the first, those that begin first before the others."""
        low = np.searchsorted(self.start, self.end, side="left").astype(np.int64)
        counts = np.maximum(np.searchsorted(self.start, self.limit(), side="left") - low, 0)
        for block in blocks(counts):
            row, other = runs(low[block], counts[block])
            yield row + block.start, other


def sequences(
    material: Material, unit: str = "turn", within: int = 2, rollup: bool = False, progress: Progress = SILENT
) -> Sequences:
    """Count which codes follow which.

    A segment (distinct span) of b *follows* one of a when it begins where that ends or behind it, in the same
    document, and at the latest in the unit that comes `within` units (turn, paragraph or sentence) after the one in
    which it ends; 0: in that very one. `documents` and `cases` hold at least one such passage, from the start of
    a's segment to the end of the first of b's that follow it; a case holds it when they share a character.
    `expected` is how many of a's segments would be followed, on average, if each ended at any character of its
    document (of those looked at) with equal chance: the sum over documents of n_a times the share of characters
    from which b follows. Of a code and itself it is nan: a segment that ends elsewhere is no longer where it was, so
    it would be counted among what follows it. Raises `BadInput` for an unknown unit.
    """
    line, codes, kin = _line(material, unit, within, rollup, progress)
    size, code = codes.size, line.spans.code
    pairs, followed = (np.zeros(size * size, dtype=np.int64) for _ in range(2))
    held = holders_in_text(material)
    for row, other in line.following():
        progress.tick(int(row[-1]) if row.size else 0, code.size, "sequences")
        pairs += np.bincount(code[row] * size + code[other], minlength=pairs.size)
        found, place = np.unique(row * size + code[other], return_index=True)
        one, first = row[place], other[place]  # the first of each code that follows
        keys = code[one] * size + found % max(size, 1)
        followed += np.bincount(keys, minlength=followed.size)
        held.add(keys, line.spans.document[one], line.start[one], np.maximum(line.end[one], line.end[first]))
    table = np.zeros((size, size), dtype=np.float64)
    first, second = np.divmod(kin, max(size, 1))
    table[first, second] = table[second, first] = 1
    shape = (size, size)
    return Sequences(
        unit,
        within,
        codes,
        np.bincount(code, minlength=size).astype(np.int64),
        followed.reshape(shape),
        pairs.reshape(shape),
        held.documents(size * size).reshape(shape),
        held.cases(size * size).reshape(shape),
        _expected(line, size),
        table,
    )


def _line(
    material: Material, unit: str, within: int, rollup: bool, progress: Progress, only: tuple[int, ...] = ()
) -> tuple[_Line, IntArray, IntArray]:
    if unit not in UNITS:
        raise BadInput("There is no unit “{unit}”. Choose one of {units}.", unit=unit, units=", ".join(UNITS))
    spans = distinct_spans(material, rollup)
    if only:
        kept = np.isin(spans.code, only)
        spans = Spans(*(column[kept] for column in (spans.code, spans.document, spans.start, spans.end)))
    codes = np.unique(spans.code).astype(np.int64)
    base = text_starts(material)
    order = np.lexsort((spans.end, base[spans.document] + spans.start))
    document = spans.document[order]
    placed = Spans(
        np.searchsorted(codes, spans.code[order]).astype(np.int64), document, spans.start[order], spans.end[order]
    )
    tables = [np.empty((0, 2), np.int64)]
    for number in range(len(material.documents)):
        progress.tick(number, len(material.documents), f"{unit}s")
        tables.append(np.asarray(material.units(number, unit), dtype=np.int64).reshape(-1, 2) + base[number])
    counts = np.array([len(table) for table in tables[1:]], dtype=np.int64)
    first = np.cumsum(counts) - counts
    low, high = np.concatenate(tables).T
    shift = base[document]
    line = _Line(
        material, placed, shift + placed.start, shift + placed.end, low, high, first, first + counts - 1, within
    )
    return line, codes, kin_of(material, codes) if rollup else EMPTY


def _expected(line: _Line, size: int) -> FloatArray:
    """First code x second: how many segments of the first would be followed if they ended anywhere."""
    material, spans = line.material, line.spans
    many = len(material.documents)
    base = text_starts(material)
    seen = Extent(material)
    lengths = np.bincount(seen.document, seen.end - seen.start, minlength=many)
    home = spans.document
    begins_in = np.searchsorted(line.unit_high, line.start, side="right")
    kept = begins_in <= line.last[home]
    home, code, start, begins_in = home[kept], spans.code[kept], spans.start[kept], begins_in[kept]
    earliest = begins_in - line.within
    inner = earliest > line.first[home]
    low = np.where(inner, line.unit_low[np.maximum(earliest, 0)] - base[home], 0) if home.size else start
    row, low, high = seen.cut(home, np.minimum(low, start), start)  # where the last character of the first may stand
    code, home, low, high = distinct_rows(code[row], home[row], low, high)
    group = code * many + home
    firsts, high = union(group, low, high)
    reach = np.bincount(group[firsts], high - low[firsts], minlength=size * many).reshape(size, many)
    n = np.bincount(spans.code * many + spans.document, minlength=size * many).reshape(size, many)
    shares = np.divide(reach, lengths, out=np.zeros(reach.shape), where=lengths > 0)
    expected: FloatArray = n.astype(np.float64) @ shares.T
    np.fill_diagonal(expected, np.nan)
    return expected


def sequence_table(material: Material, found: Sequences, all_pairs: bool = False, ids: bool = False) -> "pd.DataFrame":
    """One row for each ordered pair of codes of which the second follows the first (`all_pairs`: every one), in
    codebook order; a code may follow itself."""
    import pandas as pd

    a, b = np.nonzero(((found.followed > 0) | all_pairs) & (found.kin == 0))
    paths = np.array([material.codes[code].path for code in found.codes], dtype=object)
    columns: dict[str, object] = {
        "code_a": paths[a],
        "code_b": paths[b],
        "unit": np.full(a.size, found.unit, dtype=object),
        "within": np.full(a.size, found.within, dtype=np.int64),
        "n_a": found.n[a],
        "n_b": found.n[b],
        "followed": found.followed[a, b],
        "share": found.share()[a, b],
        "expected": found.expected[a, b],
        "lift": found.lift()[a, b],
        "pairs": found.pairs[a, b],
        "documents": found.documents[a, b],
        "cases": found.cases[a, b],
    }
    if ids:
        known = np.array([str(material.codes[code].id) for code in found.codes], dtype=object)
        columns |= {"code_a_id": known[a], "code_b_id": known[b]}
    table = pd.DataFrame(columns)
    table.attrs = {
        "rule": "sequence",
        "unit": found.unit,
        "within": found.within,
        "n_codes": int(found.codes.size),
        "n_segments": int(found.n.sum()),
    }
    return table


def passages(
    material: Material, unit: str, within: int, rollup: bool, first: int, second: int
) -> tuple[tuple[int, int, int], ...]:
    """The passages behind a pair (indices of codes): document, start of a's segment, end of the first of b's."""
    only = (first, second)
    line, codes, _ = _line(material, unit, within, rollup, SILENT, only)
    if not np.isin(only, codes).all():
        return ()
    a, b = np.searchsorted(codes, only)
    found: dict[int, tuple[int, int, int]] = {}
    spans = line.spans
    for rows, others in line.following():
        wanted = (spans.code[rows] == a) & (spans.code[others] == b)
        for row, other in zip(rows[wanted].tolist(), others[wanted].tolist(), strict=True):
            end = int(max(spans.end[row], spans.end[other]))
            found.setdefault(row, (int(spans.document[row]), int(spans.start[row]), end))
    return tuple(found.values())
