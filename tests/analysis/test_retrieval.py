"""Queries against a slow count of their definitions, and against the co-occurrence that counts the same."""

from typing import Any

import numpy as np
import pytest
from analysis.brute_force import Study
from analysis.brute_queries import Coding, answer, spans
from analysis.studies import material_of, studies
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.analysis.cooccurrence import cooccurrence
from qualcode.analysis.material import BoolArray, Material
from qualcode.analysis.retrieval import Passages
from qualcode.analysis.retrieval import answer as fast_answer
from qualcode.domain.query_tree import (
    DISTANT,
    RELATIONS,
    UNITS,
    AllOf,
    AnyOf,
    AtLeast,
    Coded,
    ExactlyOne,
    Holds,
    Is,
    Not,
    Only,
    Query,
    Relation,
    SmartCode,
    Valued,
    walk,
)


class Numbers:
    """Leaves that name codes, documents and coders by number."""

    def __init__(self, material: Material) -> None:
        self._material = material

    def codes(self, leaf: Coded) -> BoolArray:
        wanted = {int(leaf.code)}
        for number, code in enumerate(self._material.codes):
            if leaf.below and code.parent in wanted:
                wanted.add(number)
        return np.isin(np.arange(len(self._material.codes)), list(wanted))

    def codings(self, leaf: Is | Valued | Holds) -> BoolArray:
        assert isinstance(leaf, Is)
        column = self._material.coder if leaf.kind == "coder" else self._material.document
        return np.asarray(column == int(leaf.value))


def found(material: Material, query: Query) -> set[Coding]:
    kept = fast_answer(Passages(material), query, Numbers(material))
    columns = (material.document, material.code, material.coder, material.start, material.end)
    return set(zip(*(column[kept].tolist() for column in columns), strict=True))


def _relation(kind: str, left: Query, right: Query, within: int | None, unit: str) -> Query:
    if kind not in DISTANT:
        return Relation(kind, left, right)
    return Relation(kind, left, right, within if within is not None or kind != "near" else 0, unit)


def _grown(inner: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    parts = st.lists(inner, min_size=2, max_size=3).map(tuple)
    distances = st.sampled_from([None, 0, 1, 2, 5])
    relations: Any = st.builds(_relation, st.sampled_from(RELATIONS), inner, inner, distances, st.sampled_from(UNITS))
    return st.one_of(
        parts.map(AllOf),
        parts.map(AnyOf),
        inner.map(Not),
        parts.map(ExactlyOne),
        parts.map(lambda found: AtLeast(2, found)),
        inner.filter(lambda one: any(isinstance(part, Coded) for part in walk(one))).map(Only),
        inner.map(lambda one: SmartCode("smart", one)),
        relations,
    )


@st.composite
def questions(draw: st.DrawFn) -> tuple[Study, Query]:
    study = draw(studies())
    codes = st.integers(0, len(study.parents) - 1).map(str)
    leaves: st.SearchStrategy[Query] = st.one_of(
        st.builds(Coded, codes, st.booleans()),
        st.builds(Coded, codes, st.booleans()),
        st.integers(0, 2).map(lambda coder: Is("coder", str(coder))),
        st.integers(0, len(study.texts) - 1).map(lambda document: Is("document", str(document))),
    )
    return study, draw(st.recursive(leaves, _grown, max_leaves=6))


@settings(max_examples=300)
@given(questions())
def test_every_query_answers_as_defined(asked: tuple[Study, Query]) -> None:
    study, query = asked
    assert found(material_of(study), query) == answer(study, query)


@settings(max_examples=150)
@given(studies(), st.sampled_from(RELATIONS), st.sampled_from([0, 1, 3]), st.sampled_from(UNITS), st.booleans())
def test_each_relation_of_each_pair_of_codes(study: Study, kind: str, within: int, unit: str, anywhere: bool) -> None:
    material = material_of(study)
    for a in range(len(study.parents)):
        for b in range(len(study.parents)):
            query = _relation(kind, Coded(str(a)), Coded(str(b)), None if anywhere else within, unit)
            assert found(material, query) == answer(study, query)


@settings(max_examples=100)
@given(studies())
def test_and_counts_what_cooccurrence_counts(study: Study) -> None:
    material = material_of(study)
    table = cooccurrence(material, "same-segment", all_pairs=True)
    numbers = {code.path: str(number) for number, code in enumerate(material.codes)}
    for row in table.itertuples():
        both = AllOf((Coded(numbers[row.code_a]), Coded(numbers[row.code_b])))
        assert len(spans(found(material, both))) == row.n_ab


@pytest.mark.parametrize("kind", DISTANT)
@pytest.mark.parametrize("within", [0, 1, 7])
def test_no_distance_reaches_into_another_document(kind: str, within: int) -> None:
    turns = [[(0, 2), (2, 4)], [(0, 2), (2, 4)], [(0, 2), (2, 4)]]
    units = dict.fromkeys(UNITS, turns)
    others = [(0, 1, 0, 2, 4), (2, 1, 0, 0, 2)]
    alone = Study([4, 4, 4], [-1, -1], [(1, 0, 0, 0, 4), *others], [], units)
    query = Relation(kind, Coded("0"), Coded("1"), within)
    assert found(material_of(alone), query) == set()
    beside = Study([4, 4, 4], [-1, -1], [(1, 0, 0, 0, 2), (1, 1, 0, 2, 4), *others], [], units)
    met = kind != "preceded" and within > 0
    assert found(material_of(beside), query) == ({(1, 0, 0, 0, 2)} if met else set())


@pytest.mark.parametrize("kind", DISTANT)
def test_distances_count_from_the_nearest_turns(kind: str) -> None:
    """One segment over turns 0 and 1, the other one over 3 and 4: two turns apart."""
    turns = [(place, place + 2) for place in range(0, 10, 2)]
    first, second = (0, 0, 0, 0, 4), (0, 1, 0, 6, 10)
    study = Study([10], [-1, -1], [first, second], [], {unit: [turns] for unit in UNITS})
    asked, other = ("1", "0") if kind == "preceded" else ("0", "1")
    for within, met in ((1, False), (2, True), (3, True)):
        kept = found(material_of(study), Relation(kind, Coded(asked), Coded(other), within))
        assert kept == ({second if kind == "preceded" else first} if met else set())


@pytest.mark.parametrize("kind", RELATIONS)
def test_nothing_lies_to_nothing(kind: str) -> None:
    study = Study([5], [-1, -1], [(0, 0, 0, 0, 5)], [], {unit: [[(0, 5)]] for unit in UNITS})
    query = _relation(kind, Coded("0"), Coded("1"), 1, "turn")
    assert len(found(material_of(study), query)) == (1 if kind == "outside" else 0)
