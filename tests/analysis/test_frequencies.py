"""Frequencies against a slow count."""

from typing import Any

import pytest
from analysis import brute_force
from analysis.brute_force import Study
from analysis.studies import material_of, studies
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.analysis.frequencies import frequencies, frequency_chart


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


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        ("segments", "n = 4 segments (each once per code)."),
        ("codings", "n = 5 codings."),
        ("documents", "n = 2 (documents with one of these codes)."),
        ("cases", "n = 1 (cases with one of these codes)."),
        ("coders", "n = 2 (coders with one of these codes)."),
        ("characters", "n = 13 (characters with one of these codes)."),
        ("share_of_text", "n = 60 characters."),
    ],
)
def test_n_is_what_the_bars_count(measure: str, said: str) -> None:
    """Two codes on [0, 10) of the first text, one of them twice and on [8, 12) too, and one on the second text."""
    codings: list[Any] = [(0, 0, 0, 0, 10), (0, 1, 0, 0, 10), (0, 0, 1, 0, 10), (0, 0, 0, 8, 12), (1, 1, 0, 2, 3)]
    study = Study([40, 20], [-1, -1], codings, [("Ann", 0, 0, 40)], {})
    assert said in [str(sentence) for sentence in frequency_chart(material_of(study), measure).caption]
