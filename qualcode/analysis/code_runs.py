"""Where codes are under a rule, as runs of its units; and the same cut into blocks: documents or cases."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..domain.errors import BadInput
from ..domain.progress import SILENT, Progress
from .cooccurrence import kin_of
from .extents import Extent
from .material import IntArray, Material, Spans
from .sweeps import distinct_rows, overlapping, touching, union
from .unit_spaces import EMPTY, Rule, UnitSpace, distinct_spans, parse_rule, parts_of, require_cases, unit_space

OVER = ("documents", "cases")


@dataclass(frozen=True, slots=True, eq=False)
class CodeRuns:
    """The units that carry each code in use, as half-open runs `[low, high)` sorted by `low`.

    `code` are places in `codes` (indices into the material's codes). Under the rules document and case a unit is
    the document or case of that index, else a place of `space`. The runs of one code are disjoint. `spans` are the
    distinct spans of the codes, by the same places. `n_units` counts all units, `kin` numbers the pairs
    (`a * size + b`) that are none: a code and one below it.
    """

    material: Material
    rule: Rule
    codes: IntArray
    spans: Spans
    space: UnitSpace | None
    code: IntArray
    low: IntArray
    high: IntArray
    n_units: int
    kin: IntArray

    @property
    def size(self) -> int:
        """How many codes are in use."""
        return int(self.codes.size)


@dataclass(frozen=True, slots=True, eq=False)
class Blocks:
    """Stretches of units: block, `[low, high)`, disjoint within a block; `names` of the blocks, `n_units` of each."""

    names: tuple[str, ...]
    block: IntArray
    low: IntArray
    high: IntArray

    def n_units(self) -> IntArray:
        """Units of each block."""
        return np.bincount(self.block, self.high - self.low, minlength=len(self.names)).astype(np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class BlockCounts:
    """What every block counts: `n_units` per block, `n` blocks x codes, and of each pair that meets in a block (by its
    number `a * size + b`) the shared units; rows sorted by pair and block."""

    n_units: IntArray
    n: IntArray
    pair: IntArray
    block: IntArray
    n_ab: IntArray


def code_runs(material: Material, rule: str, rollup: bool = False, progress: Progress = SILENT) -> CodeRuns:
    """The units that carry each code. Raises `BadInput` for an unknown rule, or for case when there is no case."""
    chosen = parse_rule(rule)
    spans = distinct_spans(material, rollup)
    used = np.bincount(spans.code, minlength=len(material.codes)) > 0
    codes = np.flatnonzero(used).astype(np.int64)
    spans = Spans((np.cumsum(used) - 1)[spans.code].astype(np.int64), spans.document, spans.start, spans.end)
    kin = kin_of(material, codes) if rollup else EMPTY
    if chosen.kind in ("document", "case"):
        code, unit, n_units = _in_groups(material, spans, chosen.kind)
        order = np.argsort(unit, kind="stable")
        code, unit = code[order], unit[order]
        return CodeRuns(material, chosen, codes, spans, None, code, unit, unit + 1, n_units, kin)
    space = unit_space(material, chosen, progress)
    placed = spans if chosen.kind == "same-segment" else Extent(material).pieces(spans)
    row, low, high = space.own(placed.document, placed.start, placed.end)
    code, low, high = _united(placed.code[row], low, high)
    order = np.argsort(low, kind="stable")
    return CodeRuns(material, chosen, codes, spans, space, code[order], low[order], high[order], space.count, kin)


def only_codes(runs: CodeRuns, numbers: Sequence[int]) -> CodeRuns:
    """The runs of these codes (indices into the material's) alone; the codes in use keep their places."""
    places = np.flatnonzero(np.isin(runs.codes, numbers))
    kept, spans = np.isin(runs.code, places), runs.spans
    mine = np.isin(spans.code, places)
    return replace(
        runs,
        spans=Spans(spans.code[mine], spans.document[mine], spans.start[mine], spans.end[mine]),
        code=runs.code[kept],
        low=runs.low[kept],
        high=runs.high[kept],
    )


def _united(group: IntArray, low: IntArray, high: IntArray) -> tuple[IntArray, IntArray, IntArray]:
    group, low, high = distinct_rows(group, low, high)
    first, high = union(group, low, high)
    return group[first], low[first], high


def _in_groups(material: Material, spans: Spans, kind: str) -> tuple[IntArray, IntArray, int]:
    if kind == "document":
        code, document = distinct_rows(spans.code, spans.document)
        return code, document, len(material.documents)
    require_cases(material)
    names, case, document, start, end = parts_of(material)
    code, unit = cases_touched(material, spans, (case, document, start, end))
    return code, unit, len(names)


def cases_touched(
    material: Material, spans: Spans, parts: tuple[IntArray, IntArray, IntArray, IntArray]
) -> tuple[IntArray, IntArray]:
    """The distinct (group, case) where a span of the group (`spans.code`) shares a character with a part of a case."""
    from .material import text_starts

    base = text_starts(material)
    case, document, start, end = parts
    found = [(EMPTY, EMPTY)]
    shift, home = base[spans.document], base[document]
    for row, part in touching(shift + spans.start, shift + spans.end, home + start, home + end):
        found.append(distinct_rows(spans.code[row], case[part]))  # type: ignore[arg-type]
    group, cases = distinct_rows(*(np.concatenate(column) for column in zip(*found, strict=True)))
    return group, cases


def blocks_of(runs: CodeRuns, over: str) -> Blocks:
    """The units of every chosen document that has any, or of every case.

    A unit that two cases touch belongs to both. Raises `BadInput` for anything else than documents or cases, for
    cases where there are none, and for documents under the rule case, whose units lie in no one document.
    """
    material, kind = runs.material, runs.rule.kind
    if over not in OVER:
        raise BadInput("“{over}” cannot be drawn anew. Choose one of {choices}.", over=over, choices=", ".join(OVER))
    if over == "documents" and kind == "case":
        raise BadInput("Under the rule case the units are cases: draw cases, not documents.")
    if over == "cases":
        require_cases(material)
    names, case, *parts = parts_of(material)
    if runs.space is None:
        if kind == "case" or over == "documents":
            unit = np.arange(runs.n_units, dtype=np.int64)
            labels = names if kind == "case" else tuple(one.name for one in material.documents)
            return Blocks(labels, unit, unit, unit + 1)
        block, unit = distinct_rows(case, parts[0])
        return Blocks(names, block, unit, unit + 1)
    if over == "cases":
        row, low, high = runs.space.place(*parts)
        return Blocks(names, *_united(case[row], low, high))
    seen = Extent(material)
    row, low, high = runs.space.place(seen.document, seen.start, seen.end)
    home, low, high = _united(seen.document[row], low, high)
    held, block = np.unique(home, return_inverse=True)
    return Blocks(tuple(material.documents[number].name for number in held), block.astype(np.int64), low, high)


def block_counts(runs: CodeRuns, blocks: Blocks, progress: Progress = SILENT) -> BlockCounts:
    """Count every block by itself; blocks that share no unit and hold all of them add up to the whole."""
    size, many = runs.size, len(blocks.names)
    order = np.argsort(blocks.low, kind="stable")
    block, low, high = blocks.block[order], blocks.low[order], blocks.high[order]
    n = np.zeros(many * size, dtype=np.int64)
    for run, part in touching(runs.low, runs.high, low, high):
        shared = np.minimum(runs.high[run], high[part]) - np.maximum(runs.low[run], low[part])
        n += np.bincount(block[part] * size + runs.code[run], shared, minlength=n.size).astype(np.int64)
    keys, sums = [EMPTY], [EMPTY]
    for one, other in overlapping(runs.low, runs.high):
        progress.tick(int(one[-1]) if one.size else 0, runs.low.size, "units")
        pair = pair_keys(runs.code[one], runs.code[other], size)
        begin, finish = runs.low[other], np.minimum(runs.high[one], runs.high[other])
        for row, part in touching(begin, finish, low, high):
            shared = np.minimum(finish[row], high[part]) - np.maximum(begin[row], low[part])
            key, place = np.unique(pair[row] * many + block[part], return_inverse=True)
            keys.append(key)
            sums.append(np.bincount(place, shared, minlength=key.size).astype(np.int64))
    key, place = np.unique(np.concatenate(keys), return_inverse=True)
    n_ab = np.bincount(place, np.concatenate(sums), minlength=key.size).astype(np.int64)
    return BlockCounts(blocks.n_units(), n.reshape(many, size), key // max(many, 1), key % max(many, 1), n_ab)


def pair_keys(first: IntArray, second: IntArray, size: int) -> IntArray:
    """The numbers of pairs, `a * size + b` with a < b."""
    keys: IntArray = np.minimum(first, second) * size + np.maximum(first, second)
    return keys
