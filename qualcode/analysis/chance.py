"""Co-occurrence by chance: every code is turned round within each document, as if its text were a ring."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..domain.errors import BadInput
from ..domain.progress import SILENT, Progress
from .code_runs import CodeRuns, blocks_of, pair_keys
from .extents import Extent
from .material import BoolArray, FloatArray, IntArray
from .sweeps import overlapping, touching

LEVEL = 0.05
_UNSHIFTED = ("same-segment", "document", "case")


@dataclass(frozen=True, slots=True, eq=False)
class Chance:
    """What chance gives each pair, as codes x codes over the codes in use, both halves; the diagonal means nothing.

    `expected` shared units (exact), `sd` their spread over the turns drawn, `z` the distance of what was observed in
    that spread (nan where it is 0), `p` two-sided, `p_adjusted` for all `n_tested` pairs that have a p.
    """

    n_tested: int
    expected: FloatArray
    sd: FloatArray
    z: FloatArray
    p: FloatArray
    p_adjusted: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class _Rings:
    """The runs on rings, one for each document: `group` numbers the (document, code) that turn together, `ring` and
    `length` are the start and size of the ring a group lies on, `low` is counted from the ring's start. `expected` is
    what chance expects of every pair; a pair `moves` if some document has both codes on a part of it only."""

    group: IntArray
    code: IntArray
    low: IntArray
    width: IntArray
    ring: IntArray
    length: IntArray
    expected: FloatArray
    moves: BoolArray


def chance(runs: CodeRuns, number: int, seed: int = 1, progress: Progress = SILENT) -> Chance:
    """Compare the shared units of every pair with `number` random turns.

    In every document each code is moved by its own number of units, drawn evenly from 0 to the document's units
    (those looked at) less one, and what leaves at the end comes in at the start: how much of a code there is, and
    how it is bunched, stays; where it stands beside other codes is left to chance. So a pair shares on average n_a
    n_b / n units of a document with n of them: `expected` is the sum of these. p = (r + 1) / (number + 1) with r
    the draws at least as far from what is expected as the observed (Phipson and Smyth 2010), adjusted after
    Benjamini and Hochberg 1995. Where in every document one of the two codes is on all units or on none, every turn
    gives what was observed: there is nothing to test, and p is nan. Of characters those count that a coding by
    hand reaches: white space at the ends of paragraphs is none. Raises `BadInput` for rules without an order of
    units in a document.
    """
    if runs.rule.kind in _UNSHIFTED:
        raise BadInput(
            "Under the rule {rule} nothing can be turned within a document. Choose overlap, sentence, turn, paragraph "
            "or near:N.",
            rule=runs.rule.text,
        )
    size = runs.size
    rings = _rings(runs)
    observed = _shared(runs.code, runs.low, runs.high, size)
    upper = np.triu_indices(size, 1)
    keys = upper[0] * size + upper[1]
    flat = rings.expected[upper]
    distance = np.abs(observed[keys] - flat) * (1 - 1e-9)  # sums of fractions differ by their last bits
    reached = np.zeros(keys.size, dtype=np.int64)
    squares = np.zeros(keys.size)
    random = np.random.default_rng(seed)
    for turn in range(number):
        progress.tick(turn, number, "chance")
        away = _turned(rings, random, size)[keys] - flat
        squares += away * away
        reached += np.abs(away) >= distance
    sd = np.sqrt(squares / number)
    moves = rings.moves[upper]
    p = np.where(moves, (reached + 1) / (number + 1), np.nan)
    with np.errstate(divide="ignore", invalid="ignore"):
        z = np.where(sd > 1e-9, (observed[keys] - flat) / sd, np.nan)
    tested = moves & ~np.isin(keys, runs.kin)
    adjusted = np.full(keys.size, np.nan)
    adjusted[tested] = benjamini_hochberg(p[tested])
    of_pairs = [_square(values, upper, size) for values in (sd, z, p, adjusted)]
    return Chance(int(tested.sum()), rings.expected, *of_pairs)


def _square(values: FloatArray, upper: tuple[IntArray, IntArray], size: int) -> FloatArray:
    square = np.full((size, size), np.nan)
    square[upper] = values
    square.T[upper] = values
    return square


def _rings(runs: CodeRuns) -> _Rings:
    """The runs on rings made of the units looked at."""
    seen = blocks_of(runs, "documents")
    order = np.argsort(seen.low, kind="stable")
    low, high, block = seen.low[order], seen.high[order], seen.block[order]
    lengths = seen.n_units().astype(np.int64)  # a unit lies in one document only
    starts = np.cumsum(lengths) - lengths
    before = np.cumsum(high - low) - (high - low)  # documents stand in the order of their places
    part = np.searchsorted(low, runs.low, side="right") - 1
    home = block[part]
    place = before[part] - starts[home] + runs.low - low[part]
    width = runs.high - runs.low
    n = np.bincount(home * runs.size + runs.code, width, minlength=lengths.size * runs.size)
    n = n.reshape(lengths.size, runs.size)
    expected = (n / np.maximum(lengths, 1)[:, None]).T @ n
    whole = (n >= lengths[:, None]) | _all_words(runs, n, lengths, low[np.searchsorted(block, np.arange(lengths.size))])
    partly = ((n > 0) & ~whole).astype(np.float64)
    moves = partly.T @ partly > 0
    key, group = np.unique(home * runs.size + runs.code, return_inverse=True)
    owner = key // max(runs.size, 1)
    own = starts[owner], lengths[owner]
    return _Rings(group.astype(np.int64), runs.code, place, width, *own, expected, moves)


def _all_words(runs: CodeRuns, n: Any, lengths: IntArray, first: IntArray) -> BoolArray:
    """Which code of each ring has all of its characters but white space at the ends of paragraphs, which no coding by
    hand reaches: nothing of it can stand elsewhere. `n` are the characters that each has, `first` a place of each."""
    found = np.zeros(n.shape, dtype=np.bool_)
    if runs.space is None or runs.rule.kind != "overlap":
        return found
    material, looked_at = runs.material, Extent(runs.material)
    near = (2 * n > lengths[:, None]) & (n < lengths[:, None])  # rarely is half of a text white space
    for ring in np.flatnonzero(near.any(axis=1)).tolist():
        number = int(runs.space.document_of(first[ring : ring + 1])[0])
        base, units = runs.space.starts[number], material.units(number, "paragraph")
        mine = looked_at.document == number
        start = np.maximum(units[:, :1], looked_at.start[mine]).ravel() + base
        end = np.minimum(units[:, 1:], looked_at.end[mine]).ravel() + base
        start, end = start[end > start], end[end > start]
        order = np.argsort(start)
        start, end = start[order], end[order]
        for code in np.flatnonzero(near[ring]).tolist():
            own = runs.code == code
            low, high = runs.low[own], runs.high[own]
            covered = 0
            for run, unit in touching(low, high, start, end):
                covered += int((np.minimum(high[run], end[unit]) - np.maximum(low[run], start[unit])).sum())
            found[ring, code] = 0 < covered == int((end - start).sum())
    return found


def _turned(rings: _Rings, random: np.random.Generator, size: int) -> FloatArray:
    """The shared units of every pair (by its number) after one random turn of every code in every document."""
    by = (random.random(rings.length.size) * rings.length).astype(np.int64)
    length = rings.length[rings.group]
    low = rings.low + by[rings.group]
    low -= np.where(low >= length, length, 0)
    high = low + rings.width
    over = np.flatnonzero(high > length)
    base = rings.ring[rings.group]
    start = np.concatenate([base + low, base[over]])
    end = np.concatenate([base + np.minimum(high, length), base[over] + (high - length)[over]])
    # the number of the row rides in the lower bits: sorting numbers is several times faster than sorting rows
    bits = int(start.size).bit_length()
    packed = np.sort((start << bits) | np.arange(start.size, dtype=np.int64))
    rows = packed & ((1 << bits) - 1)
    return _shared(np.concatenate([rings.code, rings.code[over]])[rows], packed >> bits, end[rows], size)


def _shared(code: IntArray, low: IntArray, high: IntArray, size: int) -> FloatArray:
    """The shared units of every pair of codes by its number; runs sorted by `low`."""
    shared = np.zeros(size * size)
    for one, other in overlapping(low, high):
        units = np.minimum(high[one], high[other]) - low[other]
        shared += np.bincount(pair_keys(code[one], code[other], size), units, minlength=shared.size)
    return shared


def best_adjusted(n_tested: int, number: int) -> float:
    """The smallest adjusted p that one pair alone can have: 1 / (number + 1) is the smallest p there is, and one
    alone is multiplied by the number of pairs tested."""
    return min(n_tested / (number + 1), 1.0)


def draws_needed(n_tested: int, level: float = LEVEL) -> int:
    """With how many draws the smallest adjusted p of one pair alone is at most `level`."""
    return math.ceil(round(n_tested / level, 6)) - 1


def pairs_needed(n_tested: int, number: int, level: float = LEVEL) -> int:
    """How many pairs must have the smallest p at once for their adjusted p to be at most `level`; more than there are
    where none can."""
    return math.ceil(round(n_tested / (level * (number + 1)), 6))


def benjamini_hochberg(p: FloatArray) -> FloatArray:
    """Adjusted p-values that keep the false discovery rate (Benjamini and Hochberg 1995)."""
    order = np.argsort(p)
    ranked = p[order] * p.size / np.arange(1, p.size + 1)
    adjusted = np.empty_like(p)
    adjusted[order] = np.minimum(np.minimum.accumulate(ranked[::-1])[::-1], 1)
    return adjusted
