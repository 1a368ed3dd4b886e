"""Communities, measures of the network, trees and planes against other programs and from their definitions."""

import itertools
import math

import numpy as np
import pytest
from analysis.brute_force import Study
from analysis.studies import material_of, studies
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.analysis.communities import communities, modularity
from qualcode.analysis.cooccurrence import count
from qualcode.analysis.graph_measures import graph_measures, network_table
from qualcode.analysis.likeness import (
    Likeness,
    classical,
    likeness_of_codes,
    likeness_of_holders,
    members_of,
    plane_of,
    smacof,
    tree_of,
    tree_table,
)
from qualcode.analysis.networks import network
from qualcode.domain.errors import BadInput

# Zachary 1977, the karate club: who met whom outside of it
CLUB = (
    "2:1 3:1,2 4:1,2,3 5:1 6:1 7:1,5,6 8:1,2,3,4 9:1,3 10:3 11:1,5,6 12:1 13:1,4 14:1,2,3,4 17:6,7 18:1,2 20:1,2 "
    "22:1,2 26:24,25 28:3,24,25 29:3 30:24,27 31:2,9 32:1,25,26,29 33:3,9,15,16,19,21,23,24,30,31,32 "
    "34:9,10,14,15,16,19,20,21,23,24,27,28,29,30,31,32,33"
)


def club() -> np.ndarray:
    weights = np.zeros((34, 34))
    for part in CLUB.split():
        one, others = part.split(":")
        for other in others.split(","):
            weights[int(one) - 1, int(other) - 1] = weights[int(other) - 1, int(one) - 1] = 1
    return weights


def symmetric(values: list[float], size: int) -> np.ndarray:
    weights = np.zeros((size, size))
    weights[np.triu_indices(size, 1)] = values[: size * (size - 1) // 2]
    return weights + weights.T


def test_the_karate_club_falls_into_its_four_groups() -> None:
    """The highest modularity there is for it: 0.4198 (Brandes et al. 2008)."""
    weights = club()
    assert weights.sum() == 2 * 78
    found = communities(weights)
    assert found.max() == 3
    assert modularity(weights, found) == pytest.approx(0.4198, abs=5e-5)
    assert np.array_equal(found, communities(weights, seed=1))


@given(st.integers(2, 5), st.lists(st.integers(0, 4), min_size=15, max_size=15), st.integers(0, 9))
@settings(max_examples=20, deadline=None)
def test_modularity_is_the_formula_and_near_the_best_there_is(size: int, values: list[float], seed: int) -> None:
    weights = symmetric(values, size)
    found = communities(weights, seed)
    assert found[0] >= 0
    assert sorted(set(found.tolist())) == list(range(found.max() + 1))
    if not weights.any():
        assert math.isnan(modularity(weights, found))
        return
    best = -1.0
    for chosen in itertools.product(range(size), repeat=size):
        total, value = weights.sum(), 0.0
        for group in set(chosen):
            inside = [node for node in range(size) if chosen[node] == group]
            value += weights[np.ix_(inside, inside)].sum() / total - (weights[inside].sum() / total) ** 2
        best = max(best, value)
    assert modularity(weights, found) <= best + 1e-9
    assert modularity(weights, found) >= best - 0.06


def test_modularity_is_that_of_networkx() -> None:
    networkx = pytest.importorskip("networkx", reason="networkx is not installed here")
    random = np.random.default_rng(4)
    for _ in range(5):
        weights = symmetric((random.random(435) * (random.random(435) < 0.2)).tolist(), 30)
        graph = networkx.from_numpy_array(weights)
        found = communities(weights)
        groups = [set(np.flatnonzero(found == number).tolist()) for number in range(found.max() + 1)]
        assert modularity(weights, found) == pytest.approx(networkx.community.modularity(graph, groups))
        theirs = networkx.community.louvain_communities(graph, seed=1)
        assert modularity(weights, found) >= networkx.community.modularity(graph, theirs) - 1e-9


def test_the_measures_of_a_network_are_those_of_networkx() -> None:
    networkx = pytest.importorskip("networkx", reason="networkx is not installed here")
    random = np.random.default_rng(2)
    codings = []
    for _ in range(60):
        start = int(random.integers(0, 300))
        codings.append((0, int(random.integers(0, 9)), 0, start, start + int(random.integers(3, 20))))
    material = material_of(Study([330], [-1] * 9, codings, [], {}))
    counts = count(material)
    drawn = network(material, counts, "jaccard", threshold=0.02)
    found = graph_measures(drawn)
    graph = networkx.Graph()
    graph.add_nodes_from(range(len(drawn.nodes)))
    graph.add_weighted_edges_from((edge.a, edge.b, edge.value) for edge in drawn.edges)
    assert found.degree.tolist() == [degree for _, degree in graph.degree()]
    assert found.strength == pytest.approx([strength for _, strength in graph.degree(weight="weight")])
    assert found.betweenness == pytest.approx(list(networkx.betweenness_centrality(graph).values()))
    table = network_table(material, counts, drawn, found)
    assert table["community"].is_monotonic_increasing
    assert table["community"].min() == 1


@given(study=studies(), of=st.sampled_from(["codes", "cases", "documents"]), rollup=st.booleans())
@settings(max_examples=60, deadline=None)
def test_a_tree_is_that_of_average_linkage_by_hand(study: Study, of: str, rollup: bool) -> None:
    study.cases.append(("Dan", 0, 0, study.texts[0]))
    study.parts = {}
    material = material_of(study)
    if of == "codes":
        found = likeness_of_codes(material, count(material, "overlap", rollup))
    else:
        found = likeness_of_holders(material, of, rollup)
    assert ((found.values >= 0) & (found.values <= 1)).all()
    assert np.array_equal(found.values, found.values.T)
    if len(found.names) < 2:
        with pytest.raises(BadInput, match="too few"):
            tree_of(found)
        return
    tree = tree_of(found)
    far = 1 - found.values
    assert sorted(tree.leaves.tolist()) == list(range(len(found.names)))
    for step, (left, right, distance, members) in enumerate(tree.merges):
        groups = [
            [int(side)] if side < len(found.names) else members_of(tree, int(side) - len(found.names))
            for side in (left, right)
        ]
        assert distance == pytest.approx(far[np.ix_(*groups)].mean(), abs=1e-9)
        assert len(members_of(tree, step)) == members
    assert tree_table(found, tree)["distance"].is_monotonic_increasing


def test_documents_are_alike_by_the_codes_they_share() -> None:
    codings = [(0, 0, 0, 0, 3), (0, 1, 0, 4, 6), (1, 1, 0, 0, 3), (1, 2, 0, 5, 6), (2, 2, 0, 1, 2)]
    material = material_of(Study([9] * 4, [-1] * 3, codings, [("Ana", 0, 0, 9), ("Ana", 1, 0, 2)], {}))
    found = likeness_of_holders(material, "documents")
    assert found.names == ("P01", "P02", "P03")
    assert found.values == pytest.approx(np.array([[1, 1 / 3, 0], [1 / 3, 1, 0.5], [0, 0.5, 1]]))
    cases = likeness_of_holders(material, "cases")
    assert (cases.names, cases.shares.tolist()) == (("Ana",), [2])


def test_distances_on_a_plane_come_back_as_they_were() -> None:
    where = np.random.default_rng(3).uniform(0, 0.7, size=(12, 2))
    far = np.linalg.norm(where[:, None] - where[None, :], axis=2)
    placed, stress = smacof(far, classical(far))
    assert stress == pytest.approx(0, abs=1e-6)
    assert np.linalg.norm(placed[:, None] - placed[None, :], axis=2) == pytest.approx(far, abs=1e-6)


@given(st.integers(3, 6), st.lists(st.floats(0, 1), min_size=15, max_size=15), st.integers(0, 5))
@settings(max_examples=30, deadline=None)
def test_stress_never_grows_and_is_no_worse_than_a_search_finds(size: int, values: list[float], seed: int) -> None:
    scipy = pytest.importorskip("scipy.optimize")
    alike = 1 - symmetric(values, size)
    things = Likeness("codes", np.arange(size), tuple("abcdef"[:size]), alike, np.ones(size, np.int64))
    plane = plane_of(things, seed=seed)
    far = 1 - alike
    upper = np.triu_indices(size, 1)
    if not far[upper].any():
        assert math.isnan(plane.stress) or plane.stress >= 0
        return
    gaps = np.linalg.norm(plane.places[:, None] - plane.places[None, :], axis=2)[upper]
    best = gaps * (far[upper] @ far[upper]) / (gaps @ far[upper])  # Kruskal's fraction is least for these distances
    assert plane.stress == pytest.approx(math.sqrt(((best - far[upper]) ** 2).sum() / (best**2).sum()), abs=1e-6)
    assert 0 <= plane.stress <= 1

    def raw(flat: np.ndarray) -> float:
        gaps = flat.reshape(-1, 2)[:, None] - flat.reshape(-1, 2)[None, :]
        return float(((np.linalg.norm(gaps, axis=2) - far)[upper] ** 2).sum())

    ours = raw(plane.places.ravel())
    found = scipy.minimize(raw, plane.places.ravel() + 1e-4, method="Nelder-Mead")
    assert ours <= found.fun + 1e-3
