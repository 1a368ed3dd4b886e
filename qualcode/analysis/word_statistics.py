"""What says how strongly words belong together or to a part of the text; counts in, coefficients out, as arrays.

Sources: Dunning, T. (1993), Accurate methods for the statistics of surprise and coincidence, Computational Linguistics
19(1); Church, K. et al. (1991), Using statistics in lexical analysis; Rychlý, P. (2008), A lexicographer-friendly
association score; Hardie, A. (2014), Log Ratio; Gabrielatos, C. (2018), Keyness analysis; Gries, S. Th. (2008),
Dispersions and adjusted frequencies in corpora; Lijffijt, J. & Gries, S. Th. (2012), Correction; Juilland, A. &
Chang-Rodríguez, E. (1964); Benjamini, Y. & Hochberg, Y. (1995).
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from .material import FloatArray

Numbers = npt.NDArray[Any]


def log_likelihood(both: Numbers, first: Numbers, second: Numbers, total: Numbers) -> FloatArray:
    """G² of 2 × 2 tables, 2 Σ O ln(O / E) over their four cells, with 0 ln 0 = 0; never negative.

    `both` of `first` and of `second` lie in both, of `total` altogether; nan where `total` is 0.
    """
    both, first, second, total = (np.asarray(each, dtype=np.float64) for each in (both, first, second, total))
    cells = (both, first - both, second - both, total - first - second + both)
    rows = (first, first, total - first, total - first)
    columns = (second, total - second, second, total - second)
    found = np.zeros(np.broadcast(both, first, second, total).shape)
    with np.errstate(divide="ignore", invalid="ignore"):
        for cell, row, column in zip(cells, rows, columns, strict=True):
            found = found + np.where(cell > 0, cell * np.log(cell * total / (row * column)), 0.0)
    return np.asarray(np.where(total > 0, np.maximum(2 * found, 0.0), np.nan))


def p_value(g2: FloatArray) -> FloatArray:
    """The chance of a G² this large or larger with one degree of freedom, if there were no difference."""
    from scipy.stats import chi2

    return np.asarray(chi2.sf(g2, 1), dtype=np.float64)


def t_score(both: Numbers, first: Numbers, second: Numbers, total: Numbers) -> FloatArray:
    """(O − E) / √O; nan where the two never meet."""
    both, expected = _expected(both, first, second, total)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(both > 0, (both - expected) / np.sqrt(both), np.nan))


def mutual_information(both: Numbers, first: Numbers, second: Numbers, total: Numbers) -> FloatArray:
    """log2(O / E), MI; nan where the two never meet."""
    both, expected = _expected(both, first, second, total)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(both > 0, np.log2(both / expected), np.nan))


def log_dice(both: Numbers, first: Numbers, second: Numbers) -> FloatArray:
    """14 + log2(2 O / (f1 + f2)); at most 14, nan where the two never meet."""
    both, first, second = (np.asarray(each, dtype=np.float64) for each in (both, first, second))
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(both > 0, 14 + np.log2(2 * both / (first + second)), np.nan))


def _expected(both: Numbers, first: Numbers, second: Numbers, total: Numbers) -> tuple[FloatArray, FloatArray]:
    both, first, second, total = (np.asarray(each, dtype=np.float64) for each in (both, first, second, total))
    with np.errstate(divide="ignore", invalid="ignore"):
        return both, first * second / total


def log_ratio(a: Numbers, n_a: Numbers | float, b: Numbers, n_b: Numbers | float) -> FloatArray:
    """log2 of the ratio of relative frequencies; half an occurrence stands for none, as in Hardie (2014)."""
    counts = (np.asarray(each, dtype=np.float64) for each in (a, b))
    x, y = (np.where(each > 0, each, 0.5) for each in counts)
    return np.asarray(np.log2((x / n_a) / (y / n_b)))


def percent_difference(a: Numbers, n_a: Numbers | float, b: Numbers, n_b: Numbers | float) -> FloatArray:
    """%DIFF: by how many per cent the relative frequency in a exceeds that in b; nan where b has none."""
    x, y = np.asarray(a, dtype=np.float64) / n_a, np.asarray(b, dtype=np.float64) / n_b
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(y > 0, (x - y) * 100 / y, np.nan))


def odds_ratio(a: Numbers, n_a: Numbers | float, b: Numbers, n_b: Numbers | float) -> FloatArray:
    """(a / (n_a − a)) / (b / (n_b − b)); nan where b has none or a has nothing else."""
    x, y = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where((y > 0) & (x < n_a), (x * (n_b - y)) / (y * (n_a - x)), np.nan))


def bonferroni(p: FloatArray) -> FloatArray:
    """p times the number of tests, at most 1."""
    return np.asarray(np.minimum(p * p.size, 1.0))


def benjamini_hochberg(p: FloatArray) -> FloatArray:
    """The least false discovery rate at which each test would be called a discovery."""
    if not p.size:
        return p
    order = np.argsort(-p, kind="stable")
    ranks = np.arange(p.size, 0, -1)
    adjusted = np.minimum.accumulate(np.minimum(p[order] * p.size / ranks, 1.0))
    found = np.empty_like(adjusted)
    found[order] = adjusted
    return found


def juilland_d(counts: FloatArray, sizes: FloatArray) -> FloatArray:
    """Juilland's D of each row of counts (words × parts): 1 − (σ / mean) / √(n − 1) of the relative frequencies.

    1: spread evenly; 0: all in one part. Shares, not counts, are compared, so parts may differ in size; nan with
    fewer than two parts that have words.
    """
    used = sizes > 0
    parts = int(used.sum())
    if parts < 2:
        return np.full(counts.shape[0], np.nan)
    share = counts[:, used] / sizes[used]
    mean = share.mean(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(mean > 0, 1 - share.std(axis=1) / mean / np.sqrt(parts - 1), np.nan))


def deviation_of_proportions(counts: FloatArray, sizes: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Gries' DP of each row of counts (words × parts), ½ Σ |v − s|, and DP norm = DP / (1 − min s).

    v: which share of the word lies in a part; s: which share of all words does. 0: spread as the text is; 1: all in the
    smallest part. nan with fewer than two parts that have words, and for a word that never occurs.
    """
    used = sizes > 0
    if int(used.sum()) < 2:
        empty = np.full(counts.shape[0], np.nan)
        return empty, empty
    share = sizes[used] / sizes.sum()
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = counts[:, used] / counts.sum(axis=1, keepdims=True)
        dp = np.abs(parts - share).sum(axis=1) / 2
        return dp, dp / (1 - share.min())
