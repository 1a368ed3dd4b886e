"""The records behind heat map and network: order, steps, ink, places."""

import math

import numpy as np
import pytest
from analysis.brute_force import Study
from analysis.studies import material_of, studies
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.analysis.cooccurrence import COEFFICIENTS, MEASURES, count
from qualcode.analysis.material import Material
from qualcode.analysis.matrices import (
    ORDERS,
    Filters,
    better_ink,
    binned,
    clustered,
    heat_map,
    luminance,
    number_text,
)
from qualcode.analysis.networks import network
from qualcode.domain.errors import BadInput
from qualcode.domain.palette import HEAT_DARK, HEAT_LIGHT


def two_groups() -> Material:
    """Codes 0, 2 and 4 meet each other, so do 1, 3 and 5; 0 and 1 meet once."""
    codings = []
    for place in range(6):
        for code in (0, 2, 4):
            codings.append((0, code, 0, 100 * place, 100 * place + 30))
        for code in (1, 3, 5):
            codings.append((0, code, 1, 100 * place + 50, 100 * place + 80))
    codings += [(0, 0, 0, 1000, 1010), (0, 1, 0, 1005, 1015)]
    units = {"turn": [[(0, 900), (950, 1400), (1500, 2000)]]}
    return material_of(Study([2000], [-1] * 6, codings, [], units))


def test_likeness_puts_codes_that_meet_beside_each_other() -> None:
    material = two_groups()
    chart = heat_map(material, count(material), order="likeness")
    order = [label.code for label in chart.labels]
    assert {frozenset(order[:3]), frozenset(order[3:])} == {frozenset({0, 2, 4}), frozenset({1, 3, 5})}
    assert len(chart.branches) == 5
    assert max(branch.height for branch in chart.branches) == 1
    assert all(0 < branch.left < branch.right < 6 for branch in chart.branches)
    assert sorted(chart.own.tolist()) == [6, 6, 6, 6, 7, 7]


def test_the_cells_follow_the_codes_into_their_order() -> None:
    material = two_groups()
    plain = heat_map(material, count(material))
    for order in ORDERS:
        chart = heat_map(material, count(material), order=order)
        back = np.argsort([label.code for label in chart.labels])
        assert np.array_equal(chart.values[np.ix_(back, back)], plain.values, equal_nan=True)
    by_use = heat_map(material, count(material), order="frequency")
    assert [label.code for label in by_use.labels] == [0, 1, 2, 3, 4, 5]


@given(study=studies(), measure=st.sampled_from(MEASURES), order=st.sampled_from(ORDERS))
@settings(max_examples=100, deadline=None)
def test_a_cell_shows_a_step_exactly_where_there_is_something(study: Study, measure: str, order: str) -> None:
    material = material_of(study)
    chart = heat_map(material, count(material), measure, order)
    assert chart.bins.shape == chart.values.shape == (len(chart.labels),) * 2
    shown = ~np.isnan(chart.values) if (chart.values < 0).any() else np.nan_to_num(chart.values) > 0
    assert ((chart.bins > 0) == shown).all()
    assert chart.bins.max(initial=0) <= 6
    assert len(chart.legend) <= 7
    assert len(set(chart.legend)) == len(chart.legend)
    for row in range(len(chart.labels)):
        assert chart.text(row, row) == str(chart.own[row])


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=30))
def test_steps_of_counts_hold_the_numbers_their_legend_names(numbers: list[int]) -> None:
    bins, legend = binned(np.array(numbers, dtype=np.float64), "pairs")
    for number, step in zip(numbers, bins.tolist(), strict=True):
        low, _, high = legend[step].rstrip("+").partition("–")
        assert int(low) <= number
        assert step == 6 or number <= int(high or low)


@pytest.mark.parametrize("top", range(7))
def test_small_counts_have_no_steps_in_the_legend_that_cannot_occur(top: int) -> None:
    bins, legend = binned(np.array([0, min(top, 1), top], dtype=np.float64), "pairs")
    assert legend == tuple(str(number) for number in range(top + 1))
    assert bins.max() == top


def test_where_no_coefficient_is_above_0_the_legend_has_nothing_above_it() -> None:
    assert binned(np.array([0.0, np.nan]), "jaccard")[1] == ("0",)
    bins, legend = binned(np.array([-0.5, 0.0, np.nan]), "phi")
    assert [legend[step] for step in bins] == ["< 0", "0", "–"]
    assert len(legend) == 3


@given(st.lists(st.floats(0.001, 1), min_size=1, max_size=30))
def test_steps_of_coefficients_hold_the_numbers_their_legend_names(numbers: list[float]) -> None:
    bins, legend = binned(np.array(numbers), "jaccard")
    for number, step in zip(numbers, bins.tolist(), strict=True):
        name = legend[step]
        if name.startswith("<"):
            assert number < float(name[2:])
        elif name.startswith("≥"):
            assert number >= float(name[2:]) - 1e-9
        else:
            low, high = map(float, name.split("–"))
            assert low - 1e-9 <= number < high + 1e-9


@given(st.lists(st.floats(1e-3, 1) | st.floats(1, 500), min_size=1, max_size=30))
def test_the_last_step_of_coefficients_is_not_empty(numbers: list[float]) -> None:
    bins, _ = binned(np.array(numbers), "lift")
    assert bins.max() == 6


def test_values_below_0_have_a_step_of_their_own() -> None:
    bins, legend = binned(np.array([-0.4, -0.001, 0.0, 0.02, 0.3, 1.0, np.nan]), "phi")
    assert [legend[step] for step in bins] == ["< 0", "< 0", "0–.2", "0–.2", ".2–.4", "≥ .8", "–"]
    assert len(legend) == 7


def test_what_is_not_defined_is_an_empty_cell_and_zero_is_written() -> None:
    # code 0 is in no case, codes 1 and 2 are in one each
    codings = [(0, 0, 0, 0, 9), (1, 1, 0, 0, 9), (2, 2, 0, 0, 9)]
    material = material_of(Study([20, 20, 20], [-1] * 3, codings, [("Ana", 1, 0, 20), ("Ben", 2, 0, 20)], {}))
    chart = heat_map(material, count(material, "case"), "p_b_given_a")
    assert [[chart.text(row, column) for column in range(3)] for row in range(3)] == [
        ["1", "", ""],
        [".00", "1", ".00"],
        [".00", ".00", "1"],
    ]
    assert "In an empty cell the measure is not defined." in chart.caption
    phi = heat_map(material, count(material, "case"), "phi")
    assert phi.text(1, 2) == "-1.00"
    assert phi.legend[phi.bins[1, 2]] == "< 0"


def test_a_few_bright_cells_do_not_black_out_the_rest() -> None:
    values = np.array([1.0] * 40 + [3.0] * 20 + [400.0])
    bins, _ = binned(values, "pairs")
    assert len(set(bins.tolist())) == 3


@pytest.mark.parametrize("ramp", [HEAT_LIGHT, HEAT_DARK])
def test_numbers_are_readable_on_every_step(ramp: tuple[str, ...]) -> None:
    for ground in ramp:
        light, dark = sorted((luminance(better_ink(ground)), luminance(ground)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_numbers_are_written_as_they_are_printed() -> None:
    written = [number_text(*pair) for pair in ((12.0, "pairs"), (0.25, "phi"), (-0.25, "phi"), (1.0, "dice"))]
    assert written == ["12", ".25", "-.25", "1.00"]
    assert number_text(0.001, "jaccard") == "<.01"
    assert number_text(-0.001, "phi") == ">-.01"
    assert [number_text(value, "lift") for value in (3.14, 0.01, 0.0)] == ["3.1", "<0.1", "0.0"]


def test_the_caption_says_what_was_counted() -> None:
    material = two_groups()
    filters = Filters(date="2026-11-22", of_documents=8, of_codes=41, others=("Survey excluded.",))
    text = " ".join(heat_map(material, count(material, "near:2"), "jaccard", codes=[0, 1], filters=filters).caption)
    for part in (
        "touch one stretch of 3 consecutive turns",
        "Jaccard on windows",
        "2 of 41 codes",
        "1 of 8 documents",
        "2026-11-22",
    ):
        assert part in text
    assert "coders coder 0 and coder 1. Survey excluded." in text
    counts = count(material, "near:2")
    assert f"n = {counts.spans[:2].sum()} segments (each once per code), 1 pair of segments" in text
    assert counts.pairs[0] == 1
    assert counts.spans[:2].sum() < counts.spans.sum(), "n is that of the codes shown"


def test_the_caption_says_what_pairs_are_and_what_the_diagonal_holds() -> None:
    material = two_groups()
    by_turn = " ".join(heat_map(material, count(material, "turn")).caption)
    assert "Pairs of segments that share at least one character; on the diagonal the segments of each code." in by_turn
    units = " ".join(heat_map(material, count(material, "turn"), "n_ab").caption)
    assert "Shared turns; on the diagonal the turns of each code." in units


def test_pairs_are_shown_and_counted_whatever_the_rule() -> None:
    material = two_groups()
    chart = heat_map(material, count(material, "same-segment"), codes=[0, 1])
    assert chart.text(0, 1) == "1", "they share text, though no span"
    assert "1 pair of segments" in " ".join(chart.caption)


def test_the_caption_says_whose_share_it_is() -> None:
    material = two_groups()
    counts = count(material, "turn")
    heat = " ".join(heat_map(material, counts, "p_b_given_a").caption)
    assert "Share of the turns of the row's code that carry the column's too" in heat
    lines = " ".join(network(material, counts, "p_a_given_b").caption)
    assert "share of the turns of the second code that carry the first's too (in codebook order)" in lines


def test_steps_promise_no_more_than_there_is() -> None:
    assert binned(np.array([1.0, 5.0]), "pairs")[1][-1] == "5"
    assert binned(np.array([1.0, 20.0]), "pairs")[1][-1].endswith("+")


def test_codes_that_never_meet_can_still_be_ordered() -> None:
    order, branches = clustered(np.full((4, 4), np.nan))
    assert sorted(order.tolist()) == [0, 1, 2, 3]
    assert len(branches) == 3


def test_most_keeps_the_codes_with_most_segments() -> None:
    material = two_groups()
    assert [label.code for label in heat_map(material, count(material), most=2).labels] == [0, 1]


def test_unknown_order_and_measure_are_refused() -> None:
    material = two_groups()
    with pytest.raises(BadInput, match="likeness"):
        heat_map(material, count(material), order="size")
    with pytest.raises(BadInput, match="jaccard"):
        network(material, count(material), "c")


def test_the_network_stands_the_same_every_time_and_keeps_apart() -> None:
    material = two_groups()
    first, second = (network(material, count(material)) for _ in range(2))
    assert first == second
    places = np.array([(node.x, node.y) for node in first.nodes])
    assert ((places >= 0) & (places <= 1)).all()
    gaps = np.abs(places[:, None] - places[None, :])[np.triu_indices(len(places), 1)]
    assert ((gaps[:, 0] > 0.05) | (gaps[:, 1] > 0.05)).all()


def test_a_threshold_leaves_out_weak_lines_and_lonely_codes() -> None:
    material = two_groups()
    assert len(network(material, count(material), threshold=1).edges) == 7
    strong = network(material, count(material), threshold=6, codes=[0, 1, 2])
    assert [(strong.nodes[edge.a].label.code, strong.nodes[edge.b].label.code) for edge in strong.edges] == [(0, 2)]
    assert len(strong.nodes) == 2
    assert network(material, count(material), threshold=99).nodes == ()


def test_the_bound_of_the_lines_is_below_the_weakest_and_above_those_left_out() -> None:
    material = two_groups()
    counts = count(material)
    every = sorted({round(value, 12) for value in counts.measure("jaccard").tolist()})
    for threshold in every:
        chart = network(material, counts, "jaccard", threshold=threshold)
        stated = float(chart.title.removeprefix("Jaccard: ").removesuffix(" or more"))
        assert 0 < stated <= min(edge.value for edge in chart.edges)
        assert sum(value >= stated for value in counts.measure("jaccard")) == len(chart.edges)


def test_the_caption_says_that_codes_were_left_out() -> None:
    material = two_groups()
    said = "Drawn from the 4 codes with most segments of 6."
    assert said in network(material, count(material), most=4).caption
    assert not any("Drawn from" in sentence for sentence in network(material, count(material), most=6).caption)


def test_a_few_codes_stand_near_the_middle_and_tied_ones_side_by_side() -> None:
    codings = [(0, code, 0, start, start + 9) for code, start in ((0, 0), (2, 5), (1, 30), (3, 35))]
    material = material_of(Study([60], [-1] * 4, codings, [], {}))
    pair = network(material, count(material), codes=[0, 2])
    assert [(round(node.x, 3), round(node.y, 3)) for node in pair.nodes] == [(0.312, 0.5), (0.688, 0.5)]
    both = network(material, count(material))
    tied = {frozenset((edge.a, edge.b)) for edge in both.edges}
    ring = sorted(range(4), key=lambda node: math.atan2(both.nodes[node].y - 0.5, both.nodes[node].x - 0.5))
    assert tied <= {frozenset((ring[place], ring[place - 1])) for place in range(4)}
    assert all(0.15 < node.x < 0.85 and 0.15 < node.y < 0.85 for node in both.nodes)


@given(study=studies(), measure=st.sampled_from(("pairs", *COEFFICIENTS)))
@settings(max_examples=60, deadline=None)
def test_any_small_network_can_be_laid_out(study: Study, measure: str) -> None:
    material = material_of(study)
    chart = network(material, count(material), measure)
    assert all(0 <= node.x <= 1 and 0 <= node.y <= 1 and 0.5 <= node.size <= 1 for node in chart.nodes)
    assert all(0 <= edge.width <= 1 and edge.value >= chart.threshold for edge in chart.edges)
