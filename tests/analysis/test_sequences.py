"""Sequences of codes against a slow count from the definitions."""

import math

import numpy as np
import pytest
from analysis import brute_force
from analysis.brute_force import Study, ratio
from analysis.studies import material_of, studies
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.analysis import sweeps
from qualcode.analysis.sequences import UNITS, passages, sequence_table, sequences
from qualcode.domain.errors import BadInput


def limit(study: Study, unit: str, within: int, document: int, end: int) -> int:
    """Up to where another segment must begin to follow one that ends there."""
    spans = study.units[unit][document]
    if not spans:
        return 0
    ends_in = max((number for number, (low, _) in enumerate(spans) if low < end), default=0)
    return spans[min(ends_in + within, len(spans) - 1)][1]


def slow(study: Study, unit: str, within: int, rollup: bool) -> list[dict[str, object]]:
    used = [code for code in range(len(study.parents)) if brute_force.spans_of(study, code, rollup)]
    cases = brute_force.case_text(study)
    rows = []
    for a in used:
        for b in used:
            if rollup and a != b and (a in brute_force.below(study, b) or b in brute_force.below(study, a)):
                continue
            one, other = (sorted(brute_force.spans_of(study, code, rollup)) for code in (a, b))
            pairs, met = 0, []
            for document, start, end in one:
                bound = limit(study, unit, within, document, end)
                behind = [(s, e) for d, s, e in other if d == document and end <= s < bound]
                pairs += len(behind)
                if behind:
                    met.append((document, start, min(behind)[1]))
            expected = 0.0
            for document, length in enumerate(study.texts):
                places = sorted(place for _, place in brute_force.seen(study, document, 0, length))
                good = [
                    place
                    for place in places
                    if any(d == document and place < s < limit(study, unit, within, d, place + 1) for d, s, _ in other)
                ]
                share = ratio(len(good), len(places)) if places else 0.0
                expected += sum(d == document for d, *_ in one) * share
            if a == b:  # a segment that ends elsewhere is not where it was: nothing can be expected of it and itself
                expected = math.nan
            texts = [brute_force.seen(study, *span) for span in met]
            rows.append(
                {
                    "a": a,
                    "b": b,
                    "n_a": len(one),
                    "n_b": len(other),
                    "followed": len(met),
                    "share": len(met) / len(one),
                    "expected": expected,
                    "lift": ratio(len(met), expected),
                    "pairs": pairs,
                    "documents": len({document for document, *_ in met}),
                    "cases": sum(any(text & part for part in texts) for text in cases.values()),
                }
            )
    return rows


@pytest.mark.parametrize("unit", UNITS)
@given(study=studies(), within=st.integers(0, 4), rollup=st.booleans())
@settings(max_examples=60, deadline=None)
def test_equals_the_slow_count(unit: str, study: Study, within: int, rollup: bool) -> None:
    material = material_of(study)
    expected = slow(study, unit, within, rollup)
    found = sequences(material, unit, within, rollup)
    table = sequence_table(material, found, all_pairs=True, ids=True)
    paths = [code.path for code in material.codes]
    assert len(table) == len(expected)
    for (_, ours), theirs in zip(table.iterrows(), expected, strict=True):
        assert (ours["code_a"], ours["code_b"]) == (paths[theirs["a"]], paths[theirs["b"]])
        for name in list(theirs)[2:]:
            assert ours[name] == pytest.approx(theirs[name], nan_ok=True, abs=1e-9), name
        if theirs["followed"] == ours["followed"]:
            assert len(passages(material, unit, within, rollup, theirs["a"], theirs["b"])) == ours["followed"]
    met = sequence_table(material, found)
    assert met["followed"].gt(0).all()
    assert len(met) == sum(row["followed"] > 0 for row in expected)


@given(study=studies(), within=st.integers(0, 3))
@settings(max_examples=40, deadline=None)
def test_shares_and_expectations_lie_in_range(study: Study, within: int) -> None:
    found = sequences(material_of(study), "turn", within)
    assert ((found.share() >= 0) & (found.share() <= 1)).all()
    known = ~np.isnan(found.expected)
    assert (known == ~np.eye(found.codes.size, dtype=bool)).all()
    assert (found.expected <= found.n[:, None] + 1e-9)[known].all()
    assert (found.followed <= found.pairs).all()
    lift = found.lift()
    assert (lift[~np.isnan(lift)] >= 0).all()


def test_small_blocks_count_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    codings = [(0, code, 0, at, at + 5) for code in (0, 1, 2) for at in range(code, 90, 11)]
    turns = [[(at, at + 9) for at in range(0, 100, 10)]]
    material = material_of(Study([100], [-1] * 3, codings, [("Ana", 0, 0, 100)], {"turn": turns}))
    usual = sequence_table(material, sequences(material, "turn", 2))
    monkeypatch.setattr(sweeps.blocks, "__defaults__", (1,))
    assert sequence_table(material, sequences(material, "turn", 2)).equals(usual)


def test_by_hand() -> None:
    """Three turns of ten characters; a in turn 1, b in turns 2 and 3: within 1 turn one pair, within 2 two."""
    turns = [[(0, 10), (10, 20), (20, 30)]]
    material = material_of(
        Study([30], [-1, -1], [(0, 0, 0, 2, 5), (0, 1, 0, 12, 15), (0, 1, 0, 22, 25)], [], {"turn": turns})
    )
    row = sequence_table(material, sequences(material, "turn", 1)).iloc[0]
    assert (row["code_a"], row["code_b"], row["followed"], row["pairs"]) == ("code 0", "code 1", 1, 1)
    # an end at characters 0..11 is followed by the first b, one at 12..21 by the second: 22 of 30
    assert row["expected"] == pytest.approx(22 / 30)
    assert row["lift"] == pytest.approx(30 / 22)
    assert sequence_table(material, sequences(material, "turn", 2)).iloc[0]["pairs"] == 2
    within_turn = sequences(material, "turn", 0)
    assert within_turn.followed[0, 1] == 0
    assert math.isclose(within_turn.expected[0, 1], 4 / 30)


def test_an_unknown_unit_lists_the_units() -> None:
    with pytest.raises(BadInput, match="turn, paragraph, sentence"):
        sequences(material_of(Study([9], [-1], [], [], {})), "word")
