"""What of a text is coded, against a count character by character."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.coverage import gaps, merged, share, share_within
from qualcode.domain.percents import whole_percent

LENGTH = 40
SPANS = st.lists(st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)), max_size=8)


def characters(spans: list[tuple[int, int]]) -> set[int]:
    return {point for start, end in spans for point in range(start, end)}


@given(SPANS)
def test_merged_spans_are_disjoint_ascending_and_cover_the_same(spans: list[tuple[int, int]]) -> None:
    found = merged(spans)
    assert characters(found) == characters(spans)
    assert all(start < end for start, end in found)
    assert all(before[1] < after[0] for before, after in pairwise(found))
    assert share(found, LENGTH) == len(characters(spans)) / LENGTH


@given(SPANS, st.integers(0, LENGTH), st.integers(0, LENGTH))
def test_gaps_are_what_is_left_of_a_window(spans: list[tuple[int, int]], one: int, other: int) -> None:
    start, end = sorted((one, other))
    found = gaps(merged(spans), start, end)
    assert characters(found) == set(range(start, end)) - characters(spans)
    assert found == merged(found)


def test_a_text_without_characters_is_not_coded() -> None:
    assert share([], 0) == 0


def test_nothing_and_everything_are_said_only_of_these() -> None:
    parts = (0, 0.0004, 0.01, 0.345, 0.99, 0.9996, 1)
    assert [whole_percent(part) for part in parts] == ["0", "< 1", "1", "34", "99", "> 99", "100"]


def test_the_share_within_places_counts_only_them() -> None:
    assert share_within([(0, 4), (8, 10)], [(2, 6), (9, 11)]) == 0.5  # "cc--" and "c-"
    assert share_within([], [(0, 5)]) == 0
    assert share_within([(0, 5)], []) == 0
    assert share_within([(0, 50)], [(3, 5), (7, 9)]) == 1
