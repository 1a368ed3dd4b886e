"""Cases with and without a code in groups: expected counts, tests, effect sizes with their intervals.

Pearson's chi-squared without correction; the exact test of Fisher, for more than two groups of Freeman & Halton (1951);
Cramér's V with the interval of Smithson (2003) from the non-central chi-squared distribution; odds ratio with Woolf's
interval; difference of shares with Newcombe's (1998) hybrid score interval; shares with Wilson's.
"""

import math
from dataclasses import dataclass

import numpy as np

from .material import FloatArray, IntArray

Z = 1.959963984540054  # the 97.5 % point of the normal distribution
_MOST_TABLES = 2_000_000  # tables looked at by the exact test
NAN = float("nan")
_NOTHING = (NAN, NAN, NAN)


@dataclass(frozen=True, slots=True, eq=False)
class Contingency:
    """A table of two columns (with and without) by groups, worked out; nan where something is not defined.

    `test` is `chi2`, `fisher` or empty, `p` that of the test; `v`, `odds_ratio` and `difference` come with the ends of
    their intervals of 95 %. Odds ratio and difference compare the first of two groups with the second. `corrected` says
    that 0.5 was added to all cells for the odds ratio. `residuals` are adjusted standardised ones (Haberman 1973).
    """

    expected: FloatArray
    residuals: FloatArray
    test: str = ""
    chi2: float = NAN
    df: int = 0
    p: float = NAN
    v: tuple[float, float, float] = _NOTHING
    odds_ratio: tuple[float, float, float] = _NOTHING
    difference: tuple[float, float, float] = _NOTHING
    corrected: bool = False
    least_expected: float = NAN


def contingency(counts: IntArray) -> Contingency:
    """Work out a table: `counts[group]` are the cases with and without. Groups without cases are left out of the test.

    With fewer than two groups, or where all cases have the code or none has, there is no test. Where a cell expects
    fewer than 5 cases the exact test is used, if it can be worked out.
    """
    from scipy import stats

    counts = np.asarray(counts, dtype=np.int64).reshape(-1, 2)
    total = int(counts.sum())
    sums, columns = counts.sum(axis=1), counts.sum(axis=0)
    expected = np.outer(sums, columns) / total if total else np.full(counts.shape, np.nan)
    spread = np.sqrt(expected * np.outer(1 - sums / max(total, 1), 1 - columns / max(total, 1)))
    with np.errstate(invalid="ignore", divide="ignore"):
        residuals = np.where(spread > 0, (counts - expected) / spread, np.nan)
    held = counts[sums > 0]
    if len(held) < 2 or (columns == 0).any():
        return Contingency(expected, residuals)
    own = expected[sums > 0]
    chi2, df, least = float(((held - own) ** 2 / own).sum()), len(held) - 1, float(own.min())
    exact = exact_p(held) if least < 5 else None
    p = float(stats.chi2.sf(chi2, df)) if exact is None else exact
    two = len(counts) == 2 and len(held) == 2
    odds, corrected = odds_ratio(held) if two else (_NOTHING, False)
    return Contingency(
        expected,
        residuals,
        "chi2" if exact is None else "fisher",
        chi2,
        df,
        p,
        cramers_v(chi2, df, total),
        odds,
        share_difference(held) if two else _NOTHING,
        corrected,
        least,
    )


def exact_p(counts: IntArray) -> float | None:
    """The exact test: the probability, with all margins as they are, of tables no likelier than this one.

    None where there are too many tables to look at.
    """
    sums, with_it = counts.sum(axis=1), int(counts[:, 0].sum())
    size = math.prod(min(int(one), with_it) + 1 for one in sums[:-1].tolist())
    if size > _MOST_TABLES:
        return None
    from scipy.special import gammaln

    def ways(n: int) -> FloatArray:
        k = np.arange(n + 1)
        return np.asarray(gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1))

    # number of cases with the code so far, and the logarithm of the ways to get there, for every table
    held, weight = np.zeros(1, np.int64), np.zeros(1)
    for n in sums.tolist():
        more = ways(n)
        held = (held[:, None] + np.arange(n + 1)[None, :]).ravel()
        weight = (weight[:, None] + more[None, :]).ravel()
        kept = held <= with_it
        held, weight = held[kept], weight[kept]
        if held.size > _MOST_TABLES:
            return None
    weight = weight[held == with_it]
    here = sum(float(ways(int(n))[int(k)]) for n, k in zip(sums.tolist(), counts[:, 0].tolist(), strict=True))
    chances = np.exp(weight - ways(int(sums.sum()))[with_it])
    limit = math.exp(here - float(ways(int(sums.sum()))[with_it]))
    return float(min(chances[chances <= limit * (1 + 1e-7)].sum(), 1.0))


def cramers_v(chi2: float, df: int, total: int) -> tuple[float, float, float]:
    """Cramér's V of a table with two columns and the ends of its interval, which holds V itself."""
    v = math.sqrt(chi2 / total)
    low, high = (math.sqrt(_noncentrality(chi2, df, share) / total) for share in (0.975, 0.025))
    return v, min(low, v), min(max(high, v), 1.0)


def _noncentrality(chi2: float, df: int, share: float) -> float:
    """The non-centrality with which so large a share lies below this chi-squared; 0 where none does."""
    from scipy import optimize, stats

    if chi2 <= 0 or stats.chi2.cdf(chi2, df) <= share:
        return 0.0
    top = chi2 + df + 10
    while stats.ncx2.cdf(chi2, df, top) > share:
        top *= 2
    return float(optimize.brentq(lambda nc: stats.ncx2.cdf(chi2, df, nc) - share, 1e-9, top))


def odds_ratio(counts: IntArray) -> tuple[tuple[float, float, float], bool]:
    """The odds ratio of two groups with Woolf's interval; 0.5 is added to all cells (Haldane 1956, Anscombe 1956) where
    one is empty, and the second value says so."""
    corrected = bool((counts == 0).any())
    (a, b), (c, d) = (counts + 0.5 if corrected else counts).tolist()
    ratio = a * d / (b * c)
    width = Z * math.sqrt(1 / a + 1 / b + 1 / c + 1 / d)
    return (ratio, ratio * math.exp(-width), ratio * math.exp(width)), corrected


def share_difference(counts: IntArray) -> tuple[float, float, float]:
    """The share in the first group less that in the second, with Newcombe's hybrid score interval."""
    (a, b), (c, d) = counts.tolist()
    one, other = a / (a + b), c / (c + d)
    (low1, high1), (low2, high2) = wilson(a, a + b), wilson(c, c + d)
    gap = one - other
    low = gap - math.sqrt((one - low1) ** 2 + (high2 - other) ** 2)
    high = gap + math.sqrt((high1 - one) ** 2 + (other - low2) ** 2)
    return gap, low, high


def wilson(held: int, total: int) -> tuple[float, float]:
    """The ends of Wilson's interval of 95 % of a share; nan for a share of nothing."""
    if not total:
        return NAN, NAN
    share, z2 = held / total, Z * Z / total
    middle = (share + z2 / 2) / (1 + z2)
    reach = Z * math.sqrt(share * (1 - share) / total + z2 / total / 4) / (1 + z2)
    return max(0.0, middle - reach) if held else 0.0, min(1.0, middle + reach) if held < total else 1.0


def holm(ps: FloatArray) -> FloatArray:
    """Holm's (1979) adjustment of p-values for their number; nan stays nan and does not count."""
    adjusted = np.full(ps.size, np.nan)
    known = np.flatnonzero(~np.isnan(ps))
    order = known[np.argsort(ps[known], kind="stable")]
    factors = known.size - np.arange(known.size)
    adjusted[order] = np.minimum(np.maximum.accumulate(ps[order] * factors), 1.0)
    return adjusted
