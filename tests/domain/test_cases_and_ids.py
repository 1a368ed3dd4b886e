"""The written forms of values, and ids in the order of their making."""

import threading
from uuid import RFC_4122, UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.cases import VARIABLE_TYPES, guess_type, written
from qualcode.domain.errors import BadInput, fill, listed
from qualcode.domain.ids import new_id, new_ids, now


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        ("Ja", "yes/no", "yes"), ("NO", "yes/no", "no"), ("否", "yes/no", "no"), (1, "yes/no", "yes"),
        ("3", "number", "3"), ("3.0", "number", "3"), ("3,5", "number", "3.5"), (-0.25, "number", "-0.25"),
        ("1e3", "number", "1000"), ("0,125", "number", "0.125"), ("1234,567", "number", "1234.567"),
        (" 7 ", "number", "7"),
        ("2026-11-22", "date", "2026-11-22"), ("2026-11-22T10:00:00", "date", "2026-11-22"),
        ("2026-11-22 10:00", "date", "2026-11-22"),
        (" free text ", "text", "free text"), ("A", "choice", "A"),
    ],
)  # fmt: skip
def test_written(value: object, kind: str, text: str) -> None:
    assert written(value, kind) == text
    assert written(text, kind) == text, "what is written stays as it is"


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("perhaps", "yes/no"), ("", "yes/no"), ("many", "number"), ("nan", "number"), ("inf", "number"),
        ("1e999", "number"), ("1,000", "number"), ("-12,345", "number"), ("1_000", "number"),
        ("22.11.2026", "date"), ("2026-13-01", "date"), ("2026-11-22 or so", "date"),
    ],
)  # fmt: skip
def test_not_of_the_type(value: str, kind: str) -> None:
    with pytest.raises(BadInput):
        written(value, kind)


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([], "text"), (["", " "], "text"), (["yes", "No", ""], "yes/no"), (["1", "0", "1"], "number"),
        (["2026-01-01", "2026-02-28"], "date"), (["1", "2,5", "-3"], "number"),
        (["north", "south", "north", "north"], "choice"),
        (["a", "b", "c", "d", "e"], "text"), (["x" * 80] * 9, "text"),
        (["1.000", "2.500", "950"], "text"), (["1.250", "2.5"], "number"), (["0.125", "3.250"], "number"),
        (["1,000", "2,500"], "text"), (["1,000", "2,5", "3"], "text"), (["0,125", "0,250"], "number"),
        (["01234", "90210", "01234"], "text"), (["0", "0.5", "10"], "number"),
        (["+442079460958", "+442079460959"], "text"), (["5551234567", "5551234568"], "text"),
        (["2019", "2021", "1998"], "number"), (["5", "3", "4", "5"], "number"),
        (["Agree", "Strongly agree", "Agree", "Neither", "Agree", "Neither"], "choice"),
        (["2026-02-30", "2026-02-28", "2026-03-01", "2026-04-01"], "text"),
    ],
)  # fmt: skip
def test_guessed_type(values: list[str], kind: str) -> None:
    assert guess_type(values) == kind


@given(
    values=st.lists(
        st.sampled_from(["yes", "no", "1", "2.5", "0", "2026-01-01", "nan", "north", "", "1,000", "2026-02-30", "007"]),
        max_size=6,
    )
)
def test_every_value_fits_the_guessed_type(values: list[str]) -> None:
    kind = guess_type(values)
    assert kind in VARIABLE_TYPES
    for value in values:
        if value:
            written(value, kind)


def test_ids_increase_in_one_process() -> None:
    found: list[UUID] = [new_id()]
    found += new_ids(5000)
    found += [new_id() for _ in range(200)]
    assert found == sorted(set(found))
    assert {one.version for one in found} == {7}
    assert {one.variant for one in found} == {RFC_4122}


def test_ids_of_threads_never_meet() -> None:
    made: list[list[UUID]] = []
    threads = [threading.Thread(target=lambda: made.append([new_id() for _ in range(500)])) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({one for part in made for one in part}) == 2000
    assert all(part == sorted(part) for part in made)


def test_moments_are_ordered_as_text() -> None:
    moments = [now() for _ in range(50)]
    assert moments == sorted(moments)
    assert {len(moment) for moment in moments} == {27}


def test_values_in_a_message_are_never_read_as_a_message() -> None:
    assert fill("{a} and {b.c}", {"a": "{b.c}", "b.c": "{a}"}) == "{b.c} and {a}"
    assert fill("{a} {unknown}", {"a": 1}) == "1 {unknown}"
    assert str(BadInput("Not {name}.", name="{reason}", reason="x")) == "Not {reason}."


def test_long_lists_are_cut() -> None:
    assert listed(["a", "b"]) == "“a”, “b”"
    assert listed(map(str, range(7))).endswith("“4” and 2 more")
