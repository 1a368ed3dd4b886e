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
    test = range_test(f"{low}..{high}", "number")
    assert test(written(value, "number")) == (low <= value <= high)
    assert range_test(f">{low}", "number")(written(value, "number")) == (value > low)
    assert range_test(f"<{high}", "number")(written(value, "number")) == (value < high)


@given(low=st.dates(), high=st.dates(), value=st.dates())
def test_a_range_of_dates(low: date, high: date, value: date) -> None:
    assert range_test(f"{low}..{high}", "date")(value.isoformat()) == (low <= value <= high)
    assert range_test(f">={low.isoformat()[:7]}", "date")(value.isoformat()) == (value >= low.replace(day=1))
    assert range_test(f"<={high.isoformat()[:4]}", "date")(value.isoformat()) == (value.year <= high.year)


def test_what_is_no_range() -> None:
    assert not is_range(">=30", "text"), "words may look like anything"
    assert not is_range("30", "number")
    assert not range_test(">=3", "number")("three")
    for text, kind in ((">=old", "number"), (">=soon", "date"), ("30", "number"), (">=3", "choice")):
        with pytest.raises(BadInput):
            range_test(text, kind)


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
