"""Statistics of words against NLTK, SciPy and published examples."""

import math
from fractions import Fraction
from statistics import mean, pvariance

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2_contingency, power_divergence

from qualcode.analysis.word_statistics import (
    benjamini_hochberg,
    bonferroni,
    deviation_of_proportions,
    juilland_d,
    log_dice,
    log_likelihood,
    log_ratio,
    mutual_information,
    odds_ratio,
    p_value,
    percent_difference,
    t_score,
)


@st.composite
def tables(draw: st.DrawFn) -> tuple[int, int, int, int]:
    """Both, first, second and total of a 2 × 2 table."""
    cells = [draw(st.integers(0, 500)) for _ in range(4)]
    return cells[0], cells[0] + cells[1], cells[0] + cells[2], sum(cells)


@given(tables())
def test_log_likelihood_is_scipys(table: tuple[int, int, int, int]) -> None:
    both, first, second, total = table
    cells = np.array([[both, first - both], [second - both, total - first - second + both]])
    ours = float(log_likelihood(*(np.array([each]) for each in table))[0])
    if not total:
        assert math.isnan(ours)
        return
    if cells.sum(axis=0).all() and cells.sum(axis=1).all():
        found = chi2_contingency(cells, correction=False, lambda_="log-likelihood")
        assert ours == pytest.approx(found.statistic, abs=1e-9)
        divided = power_divergence(cells.ravel(), found.expected_freq.ravel(), ddof=2, lambda_="log-likelihood")
        assert ours == pytest.approx(divided.statistic, abs=1e-9)
        assert float(p_value(np.array([ours]))[0]) == pytest.approx(divided.pvalue, abs=1e-9)
    else:
        assert ours == pytest.approx(0, abs=1e-9)


@given(tables())
def test_association_is_nltks(table: tuple[int, int, int, int]) -> None:
    association = pytest.importorskip("nltk.metrics.association", reason="NLTK is not installed")
    both, first, second, total = table
    columns = [np.array([each]) for each in table]
    ours = [float(each[0]) for each in (t_score(*columns), mutual_information(*columns), log_dice(*columns[:3]))]
    if not both:
        assert all(map(math.isnan, ours))
        return
    measures, marginals = association.BigramAssocMeasures, (both, (first, second), total)
    assert ours[0] == pytest.approx(measures.student_t(*marginals), rel=1e-9, abs=1e-9)
    assert ours[1] == pytest.approx(measures.pmi(*marginals), rel=1e-9, abs=1e-9)
    assert ours[2] == pytest.approx(14 + math.log2(measures.dice(*marginals)), rel=1e-9)
    assert ours[2] <= 14
    if min(first, second, total - first, total - second):
        g2 = float(log_likelihood(*columns)[0])
        assert g2 == pytest.approx(measures.likelihood_ratio(*marginals), rel=1e-6, abs=1e-6)


def test_log_ratio_of_hardie_2014_doubles_with_each_step() -> None:
    a, b = np.array([1, 2, 4, 8, 0, 3]), np.array([1, 1, 1, 1, 1, 0])
    assert log_ratio(a, 100, b, 100).tolist() == [0, 1, 2, 3, -1, math.log2(6)]


def test_effect_sizes_without_an_occurrence() -> None:
    a, b = np.array([10, 0, 4, 5]), np.array([5, 7, 0, 5])
    percent = percent_difference(a, 100, b, 100)
    assert percent[:2].tolist() == [100, -100]
    assert math.isnan(percent[2])
    odds = odds_ratio(a, 100, b, 200)
    assert odds[0] == pytest.approx(10 / 90 / (5 / 195))
    assert odds[1] == 0
    assert math.isnan(odds[2])
    assert math.isnan(odds_ratio(np.array([3]), 3, np.array([1]), 9)[0])


@given(st.lists(st.floats(0, 1), max_size=30))
def test_corrections_are_scipys(chances: list[float]) -> None:
    from scipy.stats import false_discovery_control

    p = np.array(chances)
    assert bonferroni(p).tolist() == [min(each * len(chances), 1.0) for each in chances]
    wanted = false_discovery_control(p).tolist() if chances else []
    assert benjamini_hochberg(p).tolist() == pytest.approx(wanted)


def test_dispersion_of_gries_2020_example() -> None:
    """Gries, S. Th. (2020), Analyzing dispersion, in Paquot & Gries: the word “a” in his corpus of five parts."""
    text = "b a m n i b e u p|b a s a t b e w q n|b c a g a b e s t a|b a g h a b e a a t|b a h a a b e a x a t"
    parts = [part.split() for part in text.split("|")]
    counts = np.array([[part.count("a") for part in parts]], dtype=float)
    sizes = np.array([len(part) for part in parts], dtype=float)
    assert (counts.sum(), sizes.sum()) == (15, 50)
    assert juilland_d(counts, sizes)[0] == pytest.approx(0.785, abs=0.0005)
    dp, norm = deviation_of_proportions(counts, sizes)
    assert dp[0] == pytest.approx(0.18)
    assert norm[0] == pytest.approx(0.2195, abs=0.0001)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), min_size=2, max_size=9))
def test_dispersion_is_what_its_definitions_say(parts: list[tuple[int, int]]) -> None:
    """Juilland & Chang-Rodríguez (1964), of shares; Gries (2008); Lijffijt & Gries (2012): part by part, exactly."""
    counts = [Fraction(count) for count, _ in parts]
    sizes = [Fraction(count + more) for count, more in parts]
    if not sum(counts):
        return
    shares = [count / size for count, size in zip(counts, sizes, strict=True)]
    variation = math.sqrt(pvariance(shares)) / float(mean(shares))
    expected = [size / sum(sizes) for size in sizes]
    dp = sum(abs(count / sum(counts) - share) for count, share in zip(counts, expected, strict=True)) / 2
    given_counts, given_sizes = np.array([[float(one) for one in counts]]), np.array([float(one) for one in sizes])
    assert juilland_d(given_counts, given_sizes)[0] == pytest.approx(
        1 - variation / math.sqrt(len(parts) - 1), abs=1e-9
    )
    ours = deviation_of_proportions(given_counts, given_sizes)
    assert [float(each[0]) for each in ours] == pytest.approx([float(dp), float(dp / (1 - min(expected)))], abs=1e-9)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=12))
def test_dispersion_stays_in_range(parts: list[tuple[int, int]]) -> None:
    counts = np.array([[count for count, _ in parts]], dtype=float)
    sizes = np.array([count + more for count, more in parts], dtype=float)
    d = juilland_d(counts, sizes)[0]
    dp, norm = (each[0] for each in deviation_of_proportions(counts, sizes))
    if (sizes > 0).sum() < 2 or not counts.sum():
        assert all(map(math.isnan, (d, dp, norm)))
        return
    assert -1e-9 <= d <= 1 + 1e-9
    assert -1e-9 <= dp <= norm <= 1 + 1e-9
