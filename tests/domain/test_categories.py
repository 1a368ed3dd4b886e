"""Cases grouped by the values of a variable."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.cases import Variable
from qualcode.domain.categories import categories


def variable(kind: str) -> Variable:
    return Variable(UUID(int=1), "v", kind, "2026-01-01")


def names(kind: str, values: list[str], bins: int | None = None) -> list[str]:
    held = {f"C{number}": value for number, value in enumerate(values)}
    return [group.name for group in categories(variable(kind), held, tuple(held), bins).groups]


def test_answers_are_listed_in_their_order() -> None:
    assert names("yes/no", ["no", "yes", "", "no"]) == ["yes", "no"]
    assert names("choice", ["west", "East", "", "north"]) == ["East", "north", "west"]
    assert names("number", ["10", "9", "2.5"]) == ["2.5", "9", "10"]


def test_many_dates_stand_by_year_or_month() -> None:
    days = [f"2024-0{month}-1{day}" for month in (1, 2, 3) for day in range(3)]
    assert names("date", days) == ["2024-01", "2024-02", "2024-03"]
    assert names("date", [*days, "2025-01-01"]) == ["2024", "2025"]
    assert names("date", days, bins=0) == days
    assert names("date", days, bins=2) == ["2024-01-10–2024-02-11", "2024-02-12–2024-03-12"]


@given(st.lists(st.integers(0, 20), max_size=40), st.integers(1, 6))
def test_groups_hold_each_case_once_and_keep_equal_values_together(values: list[int], bins: int) -> None:
    held = {f"C{number}": str(value) for number, value in enumerate(values)}
    cases = (*held, "silent")
    made = categories(variable("number"), held, cases, bins)
    assert made.without == {"silent"}
    placed = [case for group in made.groups for case in group.cases]
    assert sorted(placed) == sorted(held)
    assert len(made.groups) <= bins
    highest = -1
    for group in made.groups:
        own = sorted(int(held[case]) for case in group.cases)
        assert own[0] > highest, "in order, and no value in two groups"
        highest = own[-1]
        assert group.name == (str(own[0]) if own[0] == own[-1] else f"{own[0]}–{own[-1]}")
