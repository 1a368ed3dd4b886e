"""Where codes are under a rule, as runs of its units; and the same cut into blocks: documents or cases."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..domain.errors import BadInput
from ..domain.progress import SILENT, Progress
from .cooccurrence import kin_of
from .extents import Extent
from .material import FloatArray, IntArray, Material, Spans
from .sweeps import distinct_rows, overlapping, touching, union
from .sweeps import runs as pieces_of
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
    """Stretches of units: block, `[low, high)`, disjoint within a block; `share` is the part of each unit that is the
    block's, so that all blocks together have every unit once.

    `names` are those of the blocks that can be drawn, `keys` what tells them apart: documents by their id, cases by
    their name. One more block, the last, has the units that belong to none of them, where there are any.
    """

    names: tuple[str, ...]
    keys: tuple[Hashable, ...]
    block: IntArray
    low: IntArray
    high: IntArray
    share: FloatArray

    @property
    def size(self) -> int:
        """How many blocks there are, with the one of what belongs to none."""
        return max(len(self.names), int(self.block.max(initial=-1)) + 1)

    def n_units(self) -> FloatArray:
        """Units of each block."""
        units = np.bincount(self.block, (self.high - self.low) * self.share, minlength=self.size)
        return np.asarray(units, dtype=np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class BlockCounts:
    """What every block counts: `n_units` per block, `n` blocks x codes, and of each pair that meets in a block (by its
    number `a * size + b`) the shared units; rows sorted by pair and block.

    A unit that several blocks have counts for each of them in part. The first `drawn` blocks can be drawn; what the one
    after them counts, if there is one, belongs to none of them.
    """

    n_units: FloatArray
    n: FloatArray
    pair: IntArray
    block: IntArray
    n_ab: FloatArray
    drawn: int

    @property
    def fixed(self) -> float:
        """Units that belong to nothing that can be drawn."""
        return float(self.n_units[self.drawn :].sum())


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

    A unit that k cases touch belongs to each of them by 1/k, as in samples of which a unit can come by several ways
    (Sirken 1970); what no case touches is a block of its own. Raises `BadInput` for anything else than documents or
    cases, for cases where there are none, and for documents under the rule case, whose units lie in no one document.
    """
    material, kind = runs.material, runs.rule.kind
    if over not in OVER:
        raise BadInput("“{over}” cannot be drawn anew. Choose one of {choices}.", over=over, choices=", ".join(OVER))
    if over == "documents" and kind == "case":
        raise BadInput("Under the rule case the units are cases: draw cases, not documents.")
    if over == "cases":
        require_cases(material)
    names, case, *parts = parts_of(material)
    documents = material.documents
    if runs.space is None:
        unit = np.arange(runs.n_units, dtype=np.int64)
        if kind == "case":
            return Blocks(names, names, unit, unit, unit + 1, np.ones(unit.size))
        if over == "cases":
            block, home = distinct_rows(case, parts[0])
            return _shared(names, (block, home, home + 1), (unit, unit + 1))
        called = tuple(one.name for one in documents), tuple(one.id for one in documents)
        return Blocks(*called, unit, unit, unit + 1, np.ones(unit.size))
    seen = Extent(material)
    row, low, high = runs.space.place(seen.document, seen.start, seen.end)
    home, low, high = _united(seen.document[row], low, high)
    if over == "cases":
        row, begin, stop = runs.space.place(*parts)
        return _shared(names, _united(case[row], begin, stop), (low, high))
    held, block = np.unique(home, return_inverse=True)
    called = tuple(documents[number].name for number in held), tuple(documents[number].id for number in held)
    return Blocks(*called, block.astype(np.int64), low, high, np.ones(low.size))


def _shared(
    names: tuple[str, ...], stretches: tuple[IntArray, IntArray, IntArray], seen: tuple[IntArray, IntArray]
) -> Blocks:
    """The stretches (block, low, high), cut where others begin or end, and what of all that is looked at (`seen`, low
    and high, disjoint) is in none of them as one block more."""
    block, low, high = stretches
    edges = np.unique(np.concatenate([low, high, *seen]))

    def covering(begin: IntArray, stop: IntArray) -> IntArray:
        steps = np.zeros(edges.size + 1, dtype=np.int64)
        np.add.at(steps, np.searchsorted(edges, begin), 1)
        np.add.at(steps, np.searchsorted(edges, stop), -1)
        return np.cumsum(steps)[: edges.size]

    many = covering(low, high)
    first = np.searchsorted(edges, low).astype(np.int64)
    row, piece = pieces_of(first, np.searchsorted(edges, high).astype(np.int64) - first)
    alone = np.flatnonzero((many == 0) & (covering(*seen) > 0)).astype(np.int64)
    every = np.concatenate([piece, alone])
    return Blocks(
        names,
        names,
        np.concatenate([block[row], np.full(alone.size, len(names), dtype=np.int64)]),
        edges[every],
        edges[every + 1],
        1 / np.maximum(many[every], 1),
    )


def block_counts(runs: CodeRuns, blocks: Blocks, progress: Progress = SILENT) -> BlockCounts:
    """Count every block by itself; all of them add up to the whole."""
    size, many = runs.size, blocks.size
    order = np.argsort(blocks.low, kind="stable")
    block, low, high, share = blocks.block[order], blocks.low[order], blocks.high[order], blocks.share[order]
    n = np.zeros(many * size)
    for run, part in touching(runs.low, runs.high, low, high):
        shared = np.minimum(runs.high[run], high[part]) - np.maximum(runs.low[run], low[part])
        n += np.bincount(block[part] * size + runs.code[run], shared * share[part], minlength=n.size)
    keys = [EMPTY]
    sums: list[FloatArray] = [np.empty(0)]
    for one, other in overlapping(runs.low, runs.high):
        progress.tick(int(one[-1]) if one.size else 0, runs.low.size, "units")
        pair = pair_keys(runs.code[one], runs.code[other], size)
        begin, finish = runs.low[other], np.minimum(runs.high[one], runs.high[other])
        for row, part in touching(begin, finish, low, high):
            shared = np.minimum(finish[row], high[part]) - np.maximum(begin[row], low[part])
            key, place = np.unique(pair[row] * many + block[part], return_inverse=True)
            keys.append(key)
            held = np.bincount(place, shared * share[part], minlength=key.size)
            sums.append(np.asarray(held, dtype=np.float64))
    key, place = np.unique(np.concatenate(keys), return_inverse=True)
    n_ab = np.bincount(place, np.concatenate(sums), minlength=key.size).astype(np.float64)
    pair, block = key // max(many, 1), key % max(many, 1)
    return BlockCounts(blocks.n_units(), n.reshape(many, size), pair, block, n_ab, len(blocks.names))


def pair_keys(first: IntArray, second: IntArray, size: int) -> IntArray:
    """The numbers of pairs, `a * size + b` with a < b."""
    keys: IntArray = np.minimum(first, second) * size + np.maximum(first, second)
    return keys
