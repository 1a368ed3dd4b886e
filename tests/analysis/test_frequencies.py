"""Frequencies against a slow count."""

import pytest
from analysis import brute_force
from analysis.brute_force import Study
from analysis.studies import material_of, studies
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.analysis.frequencies import frequencies


@given(study=studies(), rollup=st.booleans())
@settings(max_examples=100, deadline=None)
def test_equals_the_slow_count(study: Study, rollup: bool) -> None:
    table = frequencies(material_of(study), rollup)
    assert ["code", *brute_force.frequency_rows(study, rollup)[0]] == list(table.columns)
    for (_, ours), theirs in zip(table.iterrows(), brute_force.frequency_rows(study, rollup), strict=True):
        for name, value in theirs.items():
            assert ours[name] == pytest.approx(value, nan_ok=True), name


def test_ids_are_added_at_the_end() -> None:
    study = Study([10], [-1], [(0, 0, 0, 2, 5)], [], {})
    assert frequencies(material_of(study), ids=True).iloc[0]["code_id"].endswith("0001")
