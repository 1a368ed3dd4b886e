"""Bootstrap intervals of co-occurrence: documents or cases drawn anew, from what each of them counts."""

from collections.abc import Sequence

import numpy as np

from ..domain.errors import BadInput
from ..domain.progress import SILENT, Progress
from .code_runs import BlockCounts
from .cooccurrence import COEFFICIENTS, coefficients
from .material import FloatArray, IntArray

MEASURES = ("n_ab", *COEFFICIENTS)
LEVEL = 0.95
_AT_ONCE = 2048  # pairs held at once: a thousand samples of them are 16 MB


def weights(blocks: int, number: int, seed: int) -> FloatArray:
    """How often each block was drawn in each of `number` samples of `blocks` blocks, with replacement.

    Raises `BadInput` for fewer than two blocks.
    """
    if blocks < 2:
        raise BadInput("Intervals need two documents or cases at least: one drawn anew is always itself.")
    random = np.random.default_rng(seed)
    return random.multinomial(blocks, np.full(blocks, 1 / blocks), size=number).astype(np.float64)


def samples(counts: BlockCounts, drawn: FloatArray, pairs: IntArray, measures: Sequence[str]) -> dict[str, FloatArray]:
    """Measures of these pairs (by number) in every sample, each samples x pairs; nan where one is not defined.

    `drawn` says how often each block that can be drawn is in each sample. The counts of what was drawn are added up, a
    block drawn twice counting twice, what belongs to no such block once in each sample, and put into the formula.
    """
    size = counts.n.shape[1]
    drawn = np.hstack([drawn, np.ones((drawn.shape[0], counts.n_units.size - counts.drawn))])
    n = _whole(drawn @ counts.n)
    units = _whole(drawn @ counts.n_units)[:, None]
    held = np.zeros((counts.n_units.size, pairs.size))
    low = np.searchsorted(counts.pair, pairs, side="left")
    many = np.searchsorted(counts.pair, pairs, side="right") - low
    column = np.repeat(np.arange(pairs.size), many)
    row = np.arange(column.size) + np.repeat(low - np.cumsum(many) + many, many)
    held[counts.block[row], column] = counts.n_ab[row]
    both = _whole(drawn @ held)
    found: dict[str, FloatArray] = {"n_ab": both}
    if set(measures) - {"n_ab"}:
        found |= coefficients(n[:, pairs // size], n[:, pairs % size], both, units)  # type: ignore[arg-type]
    return {name: found[name] for name in measures}


def _whole(sums: FloatArray) -> FloatArray:
    """Sums of parts of units without what adding thirds leaves behind: 0 / 0 would not be seen as undefined."""
    return np.round(sums, 6)


def intervals(
    counts: BlockCounts,
    pairs: IntArray,
    measures: Sequence[str],
    number: int,
    seed: int = 1,
    progress: Progress = SILENT,
) -> dict[str, tuple[FloatArray, FloatArray]]:
    """Percentile intervals (95 %) of measures of these pairs: low and high of each, by name (Efron 1979).

    Samples in which a measure is not defined are left out; where it is defined in fewer than half of them, there is no
    interval, and neither where only one block has any of the two codes: drawn again and again it looks certain.
    Raises `BadInput` for an unknown measure, and for fewer than two blocks.
    """
    for name in measures:
        if name not in MEASURES:
            raise BadInput(
                "There are no intervals of “{name}”. Choose from {measures}.", name=name, measures=", ".join(MEASURES)
            )
    drawn = weights(counts.drawn, number, seed)
    low = {name: np.full(pairs.size, np.nan) for name in measures}
    high = {name: np.full(pairs.size, np.nan) for name in measures}
    for begin in range(0, pairs.size, _AT_ONCE):
        progress.tick(begin, pairs.size, "intervals")
        stop = min(begin + _AT_ONCE, pairs.size)
        for name, values in samples(counts, drawn, pairs[begin:stop], measures).items():
            low[name][begin:stop], high[name][begin:stop] = percentiles(values)
    lone = rests_on(counts, pairs) < 2
    for ends in (low, high):
        for values in ends.values():
            values[lone] = np.nan
    return {name: (low[name], high[name]) for name in measures}


def rests_on(counts: BlockCounts, pairs: IntArray) -> IntArray:
    """How many blocks that can be drawn carry at least one of the two codes of each pair."""
    size = counts.n.shape[1]
    carries = (counts.n[: counts.drawn] > 0).astype(np.float64)
    both = carries.T @ carries
    alone = np.diag(both)
    a, b = pairs // max(size, 1), pairs % max(size, 1)
    return np.asarray(np.rint(alone[a] + alone[b] - both[a, b]), dtype=np.int64)


def percentiles(values: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The middle 95 % of every column of samples, nan left out; between two samples by straight line."""
    ordered = np.sort(values, axis=0)  # nan come last
    known = (~np.isnan(ordered)).sum(axis=0)
    columns = np.arange(values.shape[1])
    ends = []
    for share in ((1 - LEVEL) / 2, (1 + LEVEL) / 2):
        place = share * np.maximum(known - 1, 0)
        under = np.floor(place).astype(np.int64)
        over = np.minimum(under + 1, np.maximum(known - 1, 0))
        below, above = ordered[under, columns], ordered[over, columns]
        with np.errstate(invalid="ignore"):
            found = np.where(below == above, below, below + (above - below) * (place - under))
        ends.append(np.where(2 * known >= max(values.shape[0], 1), found, np.nan))
    return ends[0], ends[1]
