"""Saturation against the published examples, slow counts and the expectation over all orders."""

import math
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.analysis.saturation import Bands, bands, chao2, chao2_of, curve, needed, new_by_document, random_order

INCIDENCE = st.lists(st.sets(st.integers(0, 7)), min_size=1, max_size=7)


def arrays(held: list[set[int]]) -> tuple[np.ndarray, np.ndarray, int, list[int]]:
    """Documents and items as pairs of numbers, the items numbered anew, and which they are."""
    known = sorted(set().union(*held))
    pairs = [(document, known.index(item)) for document, items in enumerate(held) for item in items]
    table = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)
    return table[:, 0].copy(), table[:, 1].copy(), len(known), known


def test_guest_namey_chen_2020_ratio_of_the_first_run() -> None:
    found = curve(np.array([20, 9, 5, 3, 4, 3, 0, 1]), base=4, run=2)
    assert found.base_codes == 37
    assert found.run_new[5] == 7
    assert f"{found.ratio[5]:.0%}" == "19%"
    assert np.isnan(found.ratio[:5]).all()
    assert found.run_new.tolist()[5:] == [7, 3, 1]
    assert found.stop_at(0.05) == 8
    assert found.stop_at(0.01) is None


def test_chao_1987_worked_example_and_its_interval() -> None:
    found = chao2(documents=12, codes=40, uniques=8, duplicates=6)
    assert found.value == pytest.approx(44.8889, abs=1e-4)
    # by hand: variance 20.823, unseen 4.889, factor 4.718
    assert (found.low, found.high) == (pytest.approx(41.036, abs=1e-3), pytest.approx(63.067, abs=2e-3))


def test_chao2_without_codes_in_two_documents() -> None:
    assert chao2(10, 20, 4, 0).value == pytest.approx(20 + 0.9 * 4 * 3 / 2)
    nothing_more = chao2(10, 20, 0, 3)
    assert nothing_more.value == 20
    assert math.isnan(nothing_more.low)
    assert math.isnan(chao2(0, 0, 0, 0).value)


@given(
    documents=st.integers(1, 60), codes=st.integers(0, 200), uniques=st.integers(0, 60), duplicates=st.integers(0, 60)
)
def test_chao2_never_falls_below_what_was_seen(documents: int, codes: int, uniques: int, duplicates: int) -> None:
    codes = max(codes, uniques + duplicates)
    found = chao2(documents, codes, uniques, duplicates)
    assert found.value >= codes
    if not math.isnan(found.low):
        assert codes <= found.low <= found.value <= found.high


@pytest.mark.parametrize(("share", "interviews"), [(0.05, 59), (0.1, 29), (0.2, 14), (0.3, 9)])
def test_interviews_needed_to_hear_a_theme_once(share: float, interviews: int) -> None:
    assert needed(share) == interviews
    assert 1 - (1 - share) ** interviews >= 0.95 > 1 - (1 - share) ** (interviews - 1)


@given(held=INCIDENCE, base=st.integers(1, 4), run=st.integers(1, 3))
def test_the_curve_equals_the_slow_count(held: list[set[int]], base: int, run: int) -> None:
    document, item, items, _ = arrays(held)
    new = new_by_document(document, item, len(held), items)
    found = curve(new, base, run)
    known: set[int] = set()
    gains = []
    for position, codes in enumerate(held, 1):
        gains.append(len(codes - known))
        known |= codes
        assert found.new[position - 1] == gains[-1]
        assert found.cumulative[position - 1] == len(known)
        if position < base + run:
            assert math.isnan(found.run_new[position - 1])
        else:
            assert found.run_new[position - 1] == sum(gains[-run:])
            if found.base_codes:
                assert found.ratio[position - 1] == pytest.approx(sum(gains[-run:]) / sum(gains[:base]))
            else:
                assert math.isnan(found.ratio[position - 1])
    counts = [sum(code in codes for codes in held) for code in set().union(*held)]
    estimate = chao2_of(item, len(held), items)
    assert (estimate.uniques, estimate.duplicates) == (counts.count(1), counts.count(2))


def test_random_orders_approach_all_orders() -> None:
    held = [{0, 1, 2}, {0, 3}, {0, 1}, {4}, {0, 1, 2, 5}]
    document, item, items, _ = arrays(held)
    found = bands(document, item, 5, items, base=2, run=1, threshold=0.05, orders=4000, seed=7)
    curves, stops = [], []
    for order in permutations(held):
        sizes = [len(set().union(*order[: place + 1])) for place in range(5)]
        curves.append(sizes)
        ratios = [(sizes[place] - sizes[place - 1]) / sizes[1] for place in range(2, 5)]
        stops.append(next((place + 3 for place, ratio in enumerate(ratios) if ratio <= 0.05), 0))
    assert found.mean == pytest.approx(np.mean(curves, axis=0), abs=0.05)
    assert found.low.tolist() == np.percentile(curves, 2.5, axis=0).tolist()
    assert found.high.tolist() == np.percentile(curves, 97.5, axis=0).tolist()
    assert found.never == pytest.approx(stops.count(0) / len(stops), abs=0.02)
    assert found.stop(0.5) == sorted(stop or 99 for stop in stops)[len(stops) // 2]
    again = bands(document, item, 5, items, base=2, run=1, threshold=0.05, orders=4000, seed=7)
    assert again.stops.tolist() == found.stops.tolist()
    assert sorted(random_order(5, 3).tolist()) == [0, 1, 2, 3, 4]


def test_where_a_share_of_the_orders_has_stopped() -> None:
    nothing = np.zeros(1)
    found = Bands(nothing, nothing, nothing, (0.0, 0.0), np.array([7, 0, 5, 6]))
    assert [found.stop(share) for share in (0.25, 0.5, 0.75)] == [5, 6, 7]
    assert [found.stop(share) for share in (0.0, 0.26, 0.51)] == [5, 6, 7], "so many at least"
    assert math.isnan(found.stop(0.76))
    assert math.isnan(found.stop(1.0)), "one of them never stops"
