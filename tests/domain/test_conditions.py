"""Ranges of numbers and dates, and paths of folders."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.cases import written
from qualcode.domain.conditions import is_range, range_ends, range_test, range_text
from qualcode.domain.errors import BadInput
from qualcode.domain.folders import clean_folder, joined, name_of, parent_of, with_those_above, within, within_any

NUMBERS = st.integers(-10_000, 10_000) | st.floats(-1e6, 1e6, allow_nan=False)


@given(low=NUMBERS, high=NUMBERS, value=NUMBERS)
def test_a_range_of_numbers_holds_both_its_ends(low: float, high: float, value: float) -> None:
    low, high = sorted((low, high))
    test = range_test(f"{low}..{high}", "number")
    assert test(written(value, "number")) == (low <= value <= high)
    assert range_test(f">{low}", "number")(written(value, "number")) == (value > low)
    assert range_test(f"<{high}", "number")(written(value, "number")) == (value < high)


@given(low=st.dates(), high=st.dates(), value=st.dates())
def test_a_range_of_dates(low: date, high: date, value: date) -> None:
    low, high = sorted((low, high))
    assert range_test(f"{low}..{high}", "date")(value.isoformat()) == (low <= value <= high)
    assert range_test(f">={low.isoformat()[:7]}", "date")(value.isoformat()) == (value >= low.replace(day=1))
    assert range_test(f"<={high.isoformat()[:4]}", "date")(value.isoformat()) == (value.year <= high.year)


def test_what_is_no_range() -> None:
    assert not is_range(">=30", "text"), "words may look like anything"
    assert not is_range("30", "number")
    assert not range_test(">=3", "number")("three")
    for text, kind in (
        (">=old", "number"),
        (">=soon", "date"),
        ("30", "number"),
        (">=3", "choice"),
        (">=2024-13", "date"),
        ("<2024-00", "date"),
    ):
        with pytest.raises(BadInput):
            range_test(text, kind)


def test_a_range_upside_down_is_refused() -> None:
    for text, kind in (
        ("5..3", "number"),
        ("4...6", "number"),
        ("2024-05..2023", "date"),
        ("2024-05..2024-04", "date"),
    ):
        with pytest.raises(BadInput, match="holds nothing"):
            range_test(text, kind)
    assert range_test("2024-05..2024", "date")("2024-07-01")
    assert range_test("2024..2024-05", "date")("2024-02-01")


@pytest.mark.parametrize(("low", "high"), [("3", "4"), ("3", ""), ("", "4"), ("", "")])
def test_the_ends_of_a_range_and_its_text(low: str, high: str) -> None:
    assert range_ends([range_text(low, high)]) == (low, high)


def test_ends_of_open_ranges() -> None:
    assert range_ends(["30", ">30"]) == ("30", "")
    assert range_ends(["<30"]) == ("", "30")


NAMES = st.text("abc信 ", min_size=1, max_size=4).filter(lambda name: name.strip())


@given(st.lists(NAMES, min_size=1, max_size=5))
def test_paths_of_folders(names: list[str]) -> None:
    path = clean_folder(" / ".join(names))
    assert clean_folder(path) == path
    assert joined(parent_of(path), name_of(path)) == path
    above = with_those_above([path])
    assert len(above) == len(names)
    assert all(within(path, one) and within_any(path, {one}) for one in above)
    assert within(path, "")
    assert not within_any(path + "x", {path})
    assert with_those_above([""]) == []
