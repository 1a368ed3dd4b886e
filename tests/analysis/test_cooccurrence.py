"""Co-occurrence against a slow count from the definitions, published numbers and hand-made edges."""

import math
from dataclasses import replace

import numpy as np
import pytest
from analysis import brute_force
from analysis.brute_force import Study
from analysis.studies import material_of, studies
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.analysis import sweeps
from qualcode.analysis.cooccurrence import MEASURES, coefficients, cooccurrence, count
from qualcode.domain.errors import BadInput, Cancelled
from qualcode.domain.progress import CallbackProgress

RULES = (
    "overlap",
    "same-segment",
    "sentence",
    "turn",
    "paragraph",
    "near:0",
    "near:1",
    "near:3",
    "near:50",
    "document",
    "case",
)
COLUMNS = [
    "code_a",
    "code_b",
    "unit",
    "n_units",
    "n_a",
    "n_b",
    "n_ab",
    "pairs",
    "jaccard",
    "dice",
    "overlap",
    "p_b_given_a",
    "p_a_given_b",
    "lift",
    "phi",
    "documents",
    "cases",
]
UNITS = {"overlap": "character", "same-segment": "span"}


def study_of(codings: list[tuple[int, int, int, int, int]], codes: int = 2, length: int = 100) -> Study:
    documents = max((coding[0] for coding in codings), default=0) + 1
    turns = [[(0, 48), (50, length)]] * documents
    units = {"sentence": turns, "turn": turns, "paragraph": turns}
    return Study([length] * documents, [-1] * codes, codings, [], units)


@pytest.mark.parametrize("rule", RULES)
@given(study=studies(), rollup=st.booleans(), all_pairs=st.booleans())
@settings(max_examples=60, deadline=None)
def test_equals_the_slow_count(rule: str, study: Study, rollup: bool, all_pairs: bool) -> None:
    material = material_of(study)
    if rule == "case" and not brute_force.case_text(study):
        with pytest.raises(BadInput, match="belongs to a case"):
            cooccurrence(material, rule, rollup, all_pairs=all_pairs)
        return
    table = cooccurrence(material, rule, rollup, all_pairs=all_pairs)
    expected = brute_force.rows(study, rule, rollup, all_pairs)
    assert list(table.columns) == COLUMNS
    assert len(table) == len(expected)
    assert set(table["unit"]) <= {UNITS.get(rule, "window" if rule.startswith("near") else rule)}
    paths = [code.path for code in material.codes]
    for (_, ours), theirs in zip(table.iterrows(), expected, strict=True):
        assert (ours["code_a"], ours["code_b"]) == (paths[theirs["code_a"]], paths[theirs["code_b"]])
        for name in COLUMNS[3:]:
            assert ours[name] == pytest.approx(theirs[name], nan_ok=True, abs=1e-12), name


@pytest.mark.parametrize("rule", RULES)
@given(study=studies(), rollup=st.booleans())
@settings(max_examples=20, deadline=None)
def test_every_coefficient_lies_in_its_range(rule: str, study: Study, rollup: bool) -> None:
    study.cases.append(("Dan", 0, 0, study.texts[0]))
    found = count(material_of(study), rule, rollup, all_pairs=True).coefficients()
    for name, values in found.items():
        low, high = {"phi": (-1, 1), "lift": (0, math.inf)}.get(name, (0, 1))
        known = values[~np.isnan(values)]
        assert ((known >= low) & (known <= high)).all(), name


@given(study=studies(), rule=st.sampled_from(RULES), rollup=st.booleans())
@settings(max_examples=80, deadline=None)
def test_small_blocks_and_sparse_tallies_count_the_same(study: Study, rule: str, rollup: bool) -> None:
    """What only a huge project would use gives what a small one does."""
    study.cases.append(("Dan", 0, 0, study.texts[0]))
    material = material_of(study)
    usual = cooccurrence(material, rule, rollup, all_pairs=True)
    tally, gathered = sweeps.Tally.__init__.__defaults__, sweeps.Gathered.__init__.__defaults__
    split = sweeps.blocks.__defaults__
    try:
        sweeps.Tally.__init__.__defaults__ = (0,)
        sweeps.Gathered.__init__.__defaults__ = (1,)
        sweeps.blocks.__defaults__ = (1,)
        assert cooccurrence(material, rule, rollup, all_pairs=True).equals(usual)
    finally:
        sweeps.Tally.__init__.__defaults__, sweeps.Gathered.__init__.__defaults__ = tally, gathered
        sweeps.blocks.__defaults__ = split


def test_published_units_of_one_hundred_and_ten_sharing_five() -> None:
    """Units of two codes: 100 and 10, both on 5."""
    found = coefficients(np.array([100]), np.array([10]), np.array([5]), 1000)
    values = [float(found[name][0]) for name in ("jaccard", "dice", "overlap", "p_b_given_a", "p_a_given_b")]
    assert values == pytest.approx([5 / 105, 10 / 110, 0.5, 0.05, 0.5])
    assert [round(value, 4) for value in values] == [0.0476, 0.0909, 0.5, 0.05, 0.5]
    in_text = study_of([(0, 0, 0, 0, 100), (0, 1, 0, 95, 105)], length=1000)
    row = cooccurrence(material_of(in_text)).iloc[0]
    assert (row["n_a"], row["n_b"], row["n_ab"]) == (100, 10, 5)
    assert row["jaccard"] == pytest.approx(5 / 105)
    assert row["lift"] == pytest.approx(5.0)


def test_one_segment_across_three_counts_three_pairs_and_stays_in_range() -> None:
    """Where overlapping pairs are put into c = n12 / (n1 + n2 - n12) it becomes 3."""
    study = study_of([(0, 0, 0, 0, 90), (0, 1, 0, 0, 20), (0, 1, 0, 30, 50), (0, 1, 0, 60, 80)])
    row = cooccurrence(material_of(study)).iloc[0]
    assert row["pairs"] == 3
    assert row["jaccard"] == pytest.approx(60 / 90)


def test_two_coders_on_one_passage_count_once() -> None:
    study = study_of([(0, 0, 0, 5, 25), (0, 0, 1, 5, 25), (0, 1, 0, 5, 25), (0, 1, 1, 5, 25)])
    row = cooccurrence(material_of(study), "same-segment").iloc[0]
    assert (row["n_units"], row["n_ab"], row["pairs"]) == (1, 1, 1)


def test_spans_that_only_touch_share_no_character() -> None:
    study = study_of([(0, 0, 0, 0, 10), (0, 1, 0, 10, 20)])
    assert cooccurrence(material_of(study)).empty
    rest = cooccurrence(material_of(study), all_pairs=True)
    assert (rest["n_ab"].tolist(), rest["pairs"].tolist()) == ([0], [0])


def test_the_end_of_one_document_is_not_the_start_of_the_next() -> None:
    study = study_of([(0, 0, 0, 90, 100), (1, 1, 0, 0, 10)])
    assert cooccurrence(material_of(study)).empty
    assert cooccurrence(material_of(study), "near:5").empty


def test_near_reaches_over_turns_and_near_0_is_turn() -> None:
    study = study_of([(0, 0, 0, 0, 10), (0, 1, 0, 60, 70)])
    material = material_of(study)
    assert cooccurrence(material, "turn").empty
    assert cooccurrence(material, "near:1").iloc[0]["n_units"] == 1
    touching = material_of(study_of([(0, 0, 0, 0, 60), (0, 1, 0, 60, 70)]))
    turn, near = cooccurrence(touching, "turn"), cooccurrence(touching, "near:0")
    assert turn.drop(columns="unit").equals(near.drop(columns="unit"))


def test_rollup_takes_in_the_codes_below_and_pairs_no_code_with_its_own() -> None:
    study = study_of([(0, 1, 0, 0, 20), (0, 2, 0, 10, 30)], codes=3)
    study.parents = [-1, 0, -1]
    table = cooccurrence(material_of(study), rollup=True)
    assert table[["code_a", "code_b"]].to_numpy().tolist() == [
        ["code 0", "code 2"],
        ["code 0 > code 1", "code 2"],
    ]
    assert table["n_ab"].tolist() == [10, 10]


def test_square_has_both_halves_and_what_a_code_has_itself() -> None:
    study = study_of([(0, 0, 0, 0, 20), (0, 0, 0, 40, 45), (0, 1, 0, 10, 30)])
    material = material_of(study)
    pairs = cooccurrence(material, square=True)
    assert list(pairs.columns) == ["code", "code 0", "code 1"]
    assert pairs.iloc[:, 1:].to_numpy().tolist() == [[2, 1], [1, 1]]
    characters = cooccurrence(material, square=True, measure="n_ab")
    assert characters.iloc[:, 1:].to_numpy().tolist() == [[25, 10], [10, 20]]
    share = cooccurrence(material, square=True, measure="p_b_given_a").iloc[:, 1:].to_numpy()
    assert (share[0, 1], share[1, 0]) == (pytest.approx(0.4), pytest.approx(0.5))
    assert np.isnan(np.diag(share)).all()


@given(study=studies(), rule=st.sampled_from(RULES), rollup=st.booleans(), measure=st.sampled_from(MEASURES))
@settings(max_examples=150, deadline=None)
def test_the_square_has_the_values_of_all_pairs(study: Study, rule: str, rollup: bool, measure: str) -> None:
    if rule == "case" and not brute_force.case_text(study):
        return
    material = material_of(study)
    table = cooccurrence(material, rule, rollup, square=True, measure=measure, ids=True)
    numbers = [code.id.int - 1 for code in material.codes if str(code.id) in set(table["code_id"])]
    values = table.iloc[:, 2:].to_numpy(dtype=np.float64, na_value=np.nan)
    turned = {"p_b_given_a": "p_a_given_b", "p_a_given_b": "p_b_given_a"}.get(measure, measure)
    expected = np.full(values.shape, np.nan)
    for row in brute_force.rows(study, rule, rollup, all_pairs=True):
        a, b = numbers.index(row["code_a"]), numbers.index(row["code_b"])
        expected[a, b], expected[b, a] = row[measure], row[turned]
    off = ~np.eye(len(numbers), dtype=bool)
    assert values[off] == pytest.approx(expected[off], nan_ok=True), "codes that never meet, and kin, included"


def test_nothing_coded_is_an_empty_table_with_all_columns() -> None:
    material = material_of(study_of([]))
    for rule in ("overlap", "same-segment", "sentence", "near:2", "document"):
        table = cooccurrence(material, rule, all_pairs=True)
        assert table.empty
        assert list(table.columns) == COLUMNS
    assert cooccurrence(replace(material, documents=())).empty


def test_ids_are_added_at_the_end() -> None:
    material = material_of(study_of([(0, 0, 0, 0, 20), (0, 1, 0, 10, 30)]))
    table = cooccurrence(material, ids=True)
    assert list(table.columns) == [*COLUMNS, "code_a_id", "code_b_id"]
    assert table.iloc[0]["code_b_id"] == str(material.codes[1].id)


@pytest.mark.parametrize("rule", ["", "overlaps", "near", "near:", "near:-1", "near:N", "near:1.5", "character"])
def test_an_unknown_rule_lists_the_rules(rule: str) -> None:
    with pytest.raises(BadInput, match=r"overlap, same-segment, sentence, .*near:N, document, case"):
        cooccurrence(material_of(study_of([])), rule)


def test_an_unknown_measure_lists_the_measures() -> None:
    with pytest.raises(BadInput, match="jaccard"):
        cooccurrence(material_of(study_of([(0, 0, 0, 0, 9)])), square=True, measure="c")


def test_counting_can_be_cancelled() -> None:
    material = material_of(study_of([(0, 0, 0, 0, 20), (0, 1, 0, 10, 30)]))
    with pytest.raises(Cancelled):
        cooccurrence(material, progress=CallbackProgress(lambda *_: None, cancelled=lambda: True))
