"""Layouts of theme maps: no box on another, groups together, the same every time, and a small change moves little."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.analysis import map_layouts
from qualcode.analysis.map_layouts import GAP, LAYOUTS, Graph, free_places, overlapping, without_overlap

NAMES = sorted(LAYOUTS)


def graph(count, edges, groups=None, sizes=None):
    return Graph(
        np.tile([256.0, 92.0], (count, 1)) if sizes is None else np.array(sizes, dtype=np.float64),
        np.array(edges, dtype=np.int64).reshape(-1, 2),
        np.ones(len(edges)),
        np.full(count, -1) if groups is None else np.array(groups),
    )


@st.composite
def graphs(draw):
    count = draw(st.integers(1, 24))
    node = st.integers(0, count - 1)
    edges = draw(st.lists(st.tuples(node, node), max_size=40))
    groups = draw(st.lists(st.integers(-1, 2), min_size=count, max_size=count))
    side = st.sampled_from([24.0, 92.0, 256.0, 700.0])
    sizes = draw(st.lists(st.tuples(side, side), min_size=count, max_size=count))
    strengths = draw(st.lists(st.floats(0, 1), min_size=len(edges), max_size=len(edges)))
    made = graph(count, edges, groups, sizes)
    return Graph(made.sizes, made.edges, np.array(strengths), made.groups)


@pytest.mark.parametrize("name", NAMES)
@given(made=graphs(), seed=st.integers(0, 2**40))
@settings(max_examples=40, deadline=None)
def test_nothing_overlaps_and_the_same_comes_out_again(name, made, seed):
    places = LAYOUTS[name](made, None, seed)
    assert places.shape == made.sizes.shape
    assert np.isfinite(places).all()
    assert not overlapping(places, made.sizes).any()
    assert (LAYOUTS[name](made, None, seed) == places).all()
    again = LAYOUTS[name](made, places, seed)
    assert not overlapping(again, made.sizes).any()


@pytest.mark.parametrize("name", NAMES)
@given(made=graphs(), seed=st.integers(0, 9))
@settings(max_examples=30, deadline=None)
def test_a_group_stands_together_with_nothing_else_between(name, made, seed):
    places = LAYOUTS[name](made, None, seed)
    for group in set(made.groups.tolist()) - {-1}:
        members = made.groups == group
        low = (places - made.sizes / 2)[members].min(axis=0) - 24
        high = (places + made.sizes / 2)[members].max(axis=0) + 24
        low[1] -= 28
        others = places[~members], made.sizes[~members] / 2
        apart = ((others[0] + others[1] <= low) | (others[0] - others[1] >= high)).any(axis=1)
        assert apart.all()


@pytest.mark.parametrize("name", NAMES)
def test_a_heap_is_spread_out(name):
    made = graph(8, [(0, 1), (1, 2), (0, 3)])
    heap = LAYOUTS[name](made, np.zeros((8, 2)), 20)
    assert not overlapping(heap, made.sizes, GAP).any()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_laid_out_as_nothing(name):
    assert LAYOUTS[name](graph(0, []), None, 1).shape == (0, 2)


def test_what_is_related_to_nothing_stands_in_rows():
    places = map_layouts.force(graph(7, []), None, 1)
    assert len(set(places[:, 0].tolist())) == 3
    assert len(set(places[:, 1].tolist())) == 3
    assert (map_layouts.force(graph(7, []), places, 1) == places).all()


def test_another_seed_gives_another_picture():
    made = graph(14, [(number, (number * 5 + 1) % 14) for number in range(14)])
    assert (map_layouts.force(made, None, 1) != map_layouts.force(made, None, 2)).any()


def test_a_small_change_moves_little():
    edges = [(0, 1), (0, 2), (0, 3), (1, 4), (2, 5), (3, 6), (6, 7), (5, 8), (4, 9)]
    before = map_layouts.force(graph(10, edges), None, 20)
    assert np.abs(map_layouts.force(graph(10, edges), before, 20) - before).max() < 30
    start = np.vstack([before, before[9] + [300, 100]])
    after = map_layouts.force(graph(11, [*edges, (9, 10)]), start, 20)
    # the whole may shift to keep the middle: what counts is how things lie to one another
    shift = np.median(after[:10] - before, axis=0)
    assert np.abs(after[:10] - before - shift).max() < 300
    scattered = map_layouts.force(graph(11, [*edges, (9, 10)]), None, 7)
    assert np.abs(scattered[:10] - before).max() > 300


def test_related_things_stand_nearer_than_others():
    chain = [(number, number + 1) for number in range(9)]
    places = map_layouts.force(graph(10, chain), None, 3) / np.array(map_layouts.CELL)
    far = np.linalg.norm(places[:, None] - places[None], axis=2)
    related = np.mean([far[a, b] for a, b in chain])
    assert related < 0.5 * far[np.triu_indices(10, 2)].mean()


def test_strong_relations_are_shorter():
    made = graph(3, [(0, 1), (1, 2)])
    strong = Graph(made.sizes, made.edges, np.array([1.0, 0.0]), made.groups)
    wanted = map_layouts.distances(strong)
    assert wanted[0, 1] < wanted[1, 2]
    assert wanted[0, 2] == pytest.approx(wanted[0, 1] + wanted[1, 2])


def test_what_leads_stands_above_what_follows():
    edges = [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (0, 4)]
    places = map_layouts.hierarchical(graph(6, edges), None, 1)
    for above, below in edges:
        assert places[above, 1] < places[below, 1]
    assert places[5, 1] > places[4, 1], "what is related to nothing stands below"


def test_a_circle_is_opened_in_one_place():
    places = map_layouts.hierarchical(graph(4, [(0, 1), (1, 2), (2, 3), (3, 0)]), None, 1)
    turned = sum(places[a, 1] >= places[b, 1] for a, b in [(0, 1), (1, 2), (2, 3), (3, 0)])
    assert turned == 1


def test_layers_are_ordered_to_cross_little():
    # two trees whose leaves are given alternately: a good order crosses nothing
    edges = [(0, 2), (1, 3), (0, 4), (1, 5), (0, 6), (1, 7)]
    for seed in range(5):
        places = map_layouts.hierarchical(graph(8, edges), None, seed)
        for a, b in edges:
            for c, d in edges:
                assert (places[a, 0] - places[c, 0]) * (places[b, 0] - places[d, 0]) >= 0


def test_what_is_to_stand_last_does():
    edges = [(0, 1), (1, 2), (0, 3), (2, 4)]
    made = graph(5, edges)
    last = Graph(made.sizes, made.edges, made.strengths, made.groups, last=np.array([False, True, False, True, False]))
    places = map_layouts.hierarchical(last, None, 1)
    assert places[3, 1] > places[4, 1]
    assert places[1, 1] < places[2, 1], "but not where something follows it"


def test_a_long_layer_is_folded():
    places = map_layouts.hierarchical(graph(41, [(0, number) for number in range(1, 41)]), None, 1)
    assert len(set(places[1:, 1].tolist())) > 2


def test_rings_go_round_what_is_related_most():
    edges = [(0, number) for number in range(1, 7)] + [(1, 7), (2, 8)]
    places = map_layouts.radial(graph(9, edges), None, 4)
    far = np.linalg.norm((places - places[0]) / np.array(map_layouts.CELL), axis=1)
    assert far[1:7].max() < far[7:].min()
    again = map_layouts.radial(graph(9, edges), places, 9)
    assert np.abs(again - places).max() < 60


def test_strengths_become_shares():
    assert map_layouts.shares([None, 2.0, 4.0, -1.0]).tolist() == [1.0, 0.5, 1.0, 0.25]
    assert map_layouts.shares([None, 0.0]).tolist() == [1.0, 0.0]
    assert map_layouts.shares([]).tolist() == []


@given(st.lists(st.tuples(*[st.floats(-500, 500)] * 2, *[st.floats(20, 600)] * 2), max_size=8), st.integers(1, 8))
@settings(max_examples=60, deadline=None)
def test_free_places_lie_on_nothing(boxes, count):
    found = free_places(boxes, count)
    places = np.array([box[:2] for box in boxes] + found)
    sizes = np.array([box[2:] for box in boxes] + [(256.0, 92.0)] * count)
    clash = overlapping(places, sizes)
    assert not clash[len(boxes) :].any()


@given(st.lists(st.tuples(st.floats(-300, 300), st.floats(-300, 300)), min_size=2, max_size=30))
@settings(max_examples=60, deadline=None)
def test_boxes_are_pushed_apart(places):
    sizes = np.tile([256.0, 92.0], (len(places), 1))
    moved = without_overlap(np.array(places), sizes)
    assert not overlapping(moved, sizes, (GAP[0] - 1, GAP[1] - 1)).any()


def test_what_lies_apart_stays():
    places = np.array([[0.0, 0.0], [500.0, 0.0], [0.0, 300.0]])
    assert (without_overlap(places, np.tile([256.0, 92.0], (3, 1))) == places).all()
