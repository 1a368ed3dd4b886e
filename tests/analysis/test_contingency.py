"""Tests and effect sizes against SciPy, statsmodels and slow enumeration."""

import math
from itertools import product

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qualcode.analysis.contingency import contingency, cramers_v, exact_p, holm, wilson

stats = pytest.importorskip("scipy.stats")
CELLS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=2, max_size=5)
TWO = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=2, max_size=2)


def usable(cells: list[tuple[int, int]]) -> np.ndarray | None:
    counts = np.array(cells)
    return counts if (counts.sum(axis=0) > 0).all() and (counts.sum(axis=1) > 0).all() else None


@given(CELLS)
def test_expected_and_chi_squared_are_scipys(cells: list[tuple[int, int]]) -> None:
    counts = usable(cells)
    ours = contingency(np.array(cells))
    if counts is None:
        return
    theirs = stats.chi2_contingency(counts, correction=False)
    assert ours.chi2 == pytest.approx(theirs.statistic, abs=1e-9)
    assert ours.df == theirs.dof
    assert ours.expected == pytest.approx(theirs.expected_freq)
    if ours.test == "chi2":
        assert ours.p == pytest.approx(theirs.pvalue)
    assert ours.v[0] == pytest.approx(stats.contingency.association(counts, "cramer"), abs=1e-9)


@given(TWO)
@example([(1, 2), (1, 6)])  # other tables are as likely, but for the last digit of their logarithm
def test_fisher_is_scipys(cells: list[tuple[int, int]]) -> None:
    counts = usable(cells)
    if counts is not None:
        assert exact_p(counts) == pytest.approx(stats.fisher_exact(counts).pvalue, rel=1e-6)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=3, max_size=4))
def test_freeman_and_halton_by_enumeration(cells: list[tuple[int, int]]) -> None:
    counts = usable(cells)
    if counts is None:
        return
    sums, with_it = counts.sum(axis=1).tolist(), int(counts[:, 0].sum())

    def chance(table: tuple[int, ...]) -> float:
        return math.prod(map(math.comb, sums, table)) / math.comb(sum(sums), with_it)

    here = chance(tuple(counts[:, 0].tolist()))
    every = [table for table in product(*(range(n + 1) for n in sums)) if sum(table) == with_it]
    slow = sum(chance(table) for table in every if chance(table) <= here * (1 + 1e-7))
    assert exact_p(counts) == pytest.approx(slow)


@given(TWO)
def test_two_groups_against_statsmodels(cells: list[tuple[int, int]]) -> None:
    tables = pytest.importorskip("statsmodels.stats.contingency_tables")
    proportion = pytest.importorskip("statsmodels.stats.proportion")
    counts = usable(cells)
    if counts is None:
        return
    ours = contingency(counts)
    theirs = tables.Table2x2(counts + 0.5 * (counts == 0).any(), shift_zeros=False)
    assert ours.odds_ratio[0] == pytest.approx(theirs.oddsratio)
    assert ours.odds_ratio[1:] == pytest.approx(theirs.oddsratio_confint())
    assert ours.corrected == (counts == 0).any()
    (a, _), (c, _) = counts.tolist()
    n, m = counts.sum(axis=1).tolist()
    assert ours.difference[0] == pytest.approx(a / n - c / m)
    newcombe = proportion.confint_proportions_2indep(a, n, c, m, method="newcomb", compare="diff")
    assert ours.difference[1:] == pytest.approx(newcombe, abs=1e-7)
    assert wilson(a, n) == pytest.approx(proportion.proportion_confint(a, n, method="wilson"), abs=1e-9)
    residuals = tables.Table(counts, shift_zeros=False).standardized_resids
    assert ours.residuals == pytest.approx(residuals)


@given(CELLS)
def test_everything_stays_in_its_range(cells: list[tuple[int, int]]) -> None:
    ours = contingency(np.array(cells))
    if not ours.test:
        assert math.isnan(ours.p)
        return
    v, low, high = ours.v
    assert 0 <= low <= v <= high <= 1
    assert 0 <= ours.p <= 1
    if not math.isnan(ours.difference[0]):
        assert -1 <= ours.difference[1] <= ours.difference[0] <= ours.difference[2] <= 1


def test_the_interval_of_v_holds_chi_squared_at_its_ends() -> None:
    v, low, high = cramers_v(12.0, 3, 80)
    assert v == pytest.approx(math.sqrt(12 / 80))
    assert stats.ncx2.cdf(12, 3, low**2 * 80) == pytest.approx(0.975)
    assert stats.ncx2.cdf(12, 3, high**2 * 80) == pytest.approx(0.025)


def test_nothing_to_test() -> None:
    for cells in ([[3, 0], [4, 0]], [[0, 2], [0, 5]], [[2, 3]], [[2, 3], [0, 0]], []):
        assert contingency(np.array(cells)).test == ""


def test_holm_is_statsmodels() -> None:
    multipletests = pytest.importorskip("statsmodels.stats.multitest").multipletests
    ps = np.array([0.01, 0.04, 0.03, 0.9, 0.005])
    assert holm(ps) == pytest.approx(multipletests(ps, method="holm")[1])
    assert np.isnan(holm(np.array([0.2, np.nan]))).tolist() == [False, True]
