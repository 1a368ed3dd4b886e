"""Which passages rules propose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.autocoding import answers, bare, between, of_speakers, widened
from qualcode.domain.documents import turns

TEXT = "I: Where from?\nA: North.\nB: South.\nI: And work?\nI: Do you?\nA: Yes, work.\nB: No."
TURNS = turns(TEXT, r"^(?P<speaker>\w+): ")


def words(spans: list[tuple[int, int]]) -> list[str]:
    return [TEXT[start:end] for start, end in spans]


def test_turns_of_speakers() -> None:
    assert words(of_speakers(TURNS, {"a"})) == ["A: North.", "A: Yes, work."]
    assert of_speakers(TURNS, {"nobody"}) == []


def test_answers_go_to_the_next_question() -> None:
    assert words(answers(TURNS, {"i"}, None, question=False)) == ["A: North.\nB: South.", "A: Yes, work.\nB: No."]
    assert words(answers(TURNS, {"i"}, None, question=True)) == [
        "I: Where from?\nA: North.\nB: South.",
        "I: And work?\nI: Do you?\nA: Yes, work.\nB: No.",
    ]
    asked = [(TEXT.index("from"), TEXT.index("from") + 4)]
    assert words(answers(TURNS, {"i"}, asked, question=False)) == ["A: North.\nB: South."]
    in_two_turns = [(TEXT.index("And work"), TEXT.index("And work") + 3)]
    assert words(answers(TURNS, {"i"}, in_two_turns, question=False)) == ["A: Yes, work.\nB: No."]
    assert answers(TURNS, {"b"}, [], question=False) == []
    assert answers(TURNS, {"nobody"}, None, question=True) == []


def test_between_marks() -> None:
    text = "Q1 aa Q2 bb END cc Q3 dd"
    starts = [(0, 2), (6, 8), (19, 21)]
    ends = [(12, 15)]

    def found(closing: list[tuple[int, int]] | None, marks: bool) -> list[str]:
        return [text[start:end] for start, end in between(starts, closing, len(text), marks)]

    assert found(None, marks=False) == [" aa ", " bb END cc ", " dd"]
    assert found(None, marks=True) == ["Q1 aa ", "Q2 bb END cc ", "Q3 dd"]
    assert found(ends, marks=False) == [" aa Q2 bb "]  # Q2 lies inside, Q3 is never closed
    assert found(ends, marks=True) == ["Q1 aa Q2 bb END"]
    assert between([(0, 2)], [(2, 3)], 9, marks=False) == []
    assert between([], None, 9, marks=True) == []


units = st.lists(st.integers(1, 6), max_size=8).map(
    lambda sizes: [(sum(sizes[:n]) + n, sum(sizes[: n + 1]) + n) for n in range(len(sizes))]
)


@given(units=units, spans=st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=6))
def test_widening_touches_just_what_was_touched(units: list[tuple[int, int]], spans: list[tuple[int, int]]) -> None:
    for start, length in spans:
        end = start + length
        touched = [unit for unit in units if unit[0] < end and start < unit[1]]
        expected = [(touched[0][0], touched[-1][1])] if touched else [(start, end)]
        assert widened([(start, end)], units) == expected
    given_spans = [(start, start + length) for start, length in spans]
    found = widened(given_spans, units)
    assert found == sorted(set(found))


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [("  ab \n", [(0, 6)], [(2, 4)]), ("  ", [(0, 2)], []), ("ab", [(0, 2), (0, 2)], [(0, 2)])],
)
def test_bare(text: str, spans: list[tuple[int, int]], expected: list[tuple[int, int]]) -> None:
    assert bare(text, spans) == expected
