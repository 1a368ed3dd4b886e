"""Spans after edits, against a text in which every character knows whether it is covered."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.differences import differences
from qualcode.domain.errors import BadInput
from qualcode.domain.segments import Edit, Edits, Span, trimmed

LENGTH = 24
positions = st.integers(0, LENGTH)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, LENGTH - 1))
    return Span(start, draw(st.integers(start + 1, LENGTH)))


@st.composite
def some_edits(draw: st.DrawFn) -> list[Edit]:
    """Edits of one text in ascending order, apart from one another."""
    bounds = sorted(draw(st.lists(positions, min_size=2, max_size=8)))
    pairs = list(zip(bounds[::2], bounds[1::2], strict=False))
    return [
        Edit(start, end, draw(st.integers(0, 4)))
        for number, (start, end) in enumerate(pairs)
        if number == 0 or start > pairs[number - 1][1]
    ]


def survivors(edits: list[Edit]) -> list[int | None]:
    """The new text as old positions; None where a character is new."""
    found: list[int | None] = []
    at = 0
    for edit in edits:
        found += range(at, edit.start)
        found += [None] * edit.length
        at = edit.end
    return [*found, *range(at, LENGTH)]


@given(span=spans(), edits=some_edits())
def test_characters_keep_their_membership(span: Span, edits: list[Edit]) -> None:
    new = survivors(edits)
    kept = [place for place, old in enumerate(new) if old is not None and span.start <= old < span.end]
    moved = Edits(edits).moved(span)
    if moved is None:
        assert kept == []
        return
    assert 0 <= moved.start < moved.end <= len(new)
    for place, old in enumerate(new):
        if old is not None:
            assert (moved.start <= place < moved.end) == (span.start <= old < span.end)
    if not kept:
        inside = [e for e in edits if span.start <= e.start and e.end <= span.end and e.length]
        assert inside, "a span without a word of its own is one that was replaced inside its borders"


@st.composite
def touching_edits(draw: st.DrawFn) -> list[Edit]:
    """Edits in ascending order that may touch, several insertions at one place included."""
    bounds = sorted(draw(st.lists(positions, max_size=12)))
    pairs = zip(bounds[::2], bounds[1::2], strict=False)
    return [Edit(start, end, draw(st.sampled_from((0, 0, 1, 3)))) for start, end in pairs]


def shifted(span: Span, edit: Edit) -> Span | None:
    """One edit at a time, by its definition."""
    change = edit.length - (edit.end - edit.start)
    if edit.end <= span.start:
        return Span(span.start + change, span.end + change)
    if edit.start >= span.end:
        return span
    if span.start <= edit.start and edit.end <= span.end:
        end = span.end + change
        return Span(span.start, end) if end > span.start else None
    if edit.start <= span.start and span.end <= edit.end:
        return None
    if edit.start < span.start:
        return Span(edit.start + edit.length, span.end + change)
    return Span(span.start, edit.start)


def one_by_one(span: Span, edits: list[Edit]) -> Span | None:
    moved: Span | None = span
    for edit in reversed(edits):
        moved = shifted(moved, edit) if moved else None
    return moved


@given(span=spans(), edits=touching_edits())
def test_all_edits_together_are_the_edits_one_by_one(span: Span, edits: list[Edit]) -> None:
    assert Edits(edits).moved(span) == one_by_one(span, edits)


@given(at=positions, edits=touching_edits())
def test_a_place_without_length_keeps_what_lies_on_either_side(at: int, edits: list[Edit]) -> None:
    moved = Edits(edits).anchor(at)
    lengths = [edit.length - (min(edit.end, at) - edit.start) for edit in edits if edit.start < at or edit.end <= at]
    assert moved == at + sum(lengths)


@given(span=spans(), at=positions, length=st.integers(1, 5))
def test_typing_joins_inside_and_stays_outside_at_borders(span: Span, at: int, length: int) -> None:
    moved = Edits([Edit(at, at, length)]).moved(span)
    if at <= span.start:
        assert moved == Span(span.start + length, span.end + length)
    elif at >= span.end:
        assert moved == span
    else:
        assert moved == Span(span.start, span.end + length)


@given(span=spans())
def test_deleting_and_replacing_the_whole(span: Span) -> None:
    assert Edits([Edit(span.start, span.end, 0)]).moved(span) is None
    assert Edits([Edit(span.start, span.end, 3)]).moved(span) == Span(span.start, span.start + 3)
    if span.start > 0:
        assert Edits([Edit(span.start - 1, span.end, 3)]).moved(span) is None
    if span.end < LENGTH:
        assert Edits([Edit(span.start, span.end + 1, 3)]).moved(span) is None


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (Edit(2, 6, 1), Span(3, 7)),  # reaches over the start: the new text stays outside
        (Edit(8, 12, 1), Span(4, 8)),  # reaches over the end
        (Edit(5, 7, 0), Span(4, 8)),
        (Edit(4, 6, 9), Span(4, 17)),  # from the very start: inside, so it joins
        (Edit(0, 4, 0), Span(0, 6)),
        (Edit(10, 20, 0), Span(4, 10)),
    ],
)
def test_edits_of_a_span_from_4_to_10(edit: Edit, expected: Span) -> None:
    assert shifted(Span(4, 10), edit) == expected


@given(old=st.text("ab \n", max_size=30), new=st.text("ab \n", max_size=30))
def test_differences_lead_from_one_text_to_the_other(old: str, new: str) -> None:
    edits = differences(old, new)
    assert all(first.end <= second.start for first, second in pairwise(edits))
    built, at, before = "", 0, 0
    for edit in edits:
        built += old[before : edit.start]
        at = len(built)
        built += new[at : at + edit.length]
        before = edit.end
    assert built + old[before:] == new


@given(a=spans(), b=spans())
def test_overlap_and_containment(a: Span, b: Span) -> None:
    shared = set(range(a.start, a.end)) & set(range(b.start, b.end))
    assert a.overlaps(b) == bool(shared)
    assert a.contains(b) == (len(shared) == len(b))


@given(text=st.text("ab \n\u3000\u00a0", max_size=12), start=st.integers(-2, 14), end=st.integers(-2, 14))
def test_trimming(text: str, start: int, end: int) -> None:
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        with pytest.raises(BadInput):
            trimmed(text, start, end)
        return
    span = trimmed(text, start, end)
    assert text[span.start : span.end] == text[start:end].strip()
    assert start <= span.start < span.end <= end


def carried(old: str, new: str, words: str) -> str | None:
    """What a segment on `words` of the old text stands on in the new one."""
    start = old.index(words)
    span = Edits(differences(old, new)).moved(Span(start, start + len(words)))
    return None if span is None else new[span.start : span.end]


def test_segments_on_untouched_words_stay_and_replaced_words_leave_no_letters() -> None:
    old, new = "The old house stood by the river. We left.", "The new home stood by a river. We left."
    assert carried(old, new, "stood by") == "stood by"
    assert carried(old, new, "river. We left") == "river. We left"
    assert carried(old, new, "house") == "home"
    assert carried(old, new, "old house stood") == "new home stood"
    assert carried("we trust them", "we them", "trust") is None
    assert [edit.end - edit.start for edit in differences("interviewer", "view")] == [len("interviewer")]


def test_chinese_is_compared_by_characters() -> None:
    assert carried("信任是慢慢来的。", "信任不是慢慢来的。", "慢慢来") == "慢慢来"
    assert carried("信任是慢慢来的。", "信赖是慢慢来的。", "信任") == "信赖"


def test_changes_far_apart_in_a_long_text_leave_what_lies_between() -> None:
    lines = [f"P1: line {number} says something" if number % 2 else "" for number in range(20_000)]
    old = "\n".join(lines)
    new = old.replace("P1:", "Anna:")
    assert carried(old, new, "line 9001 says") == "line 9001 says"
    assert carried(old.replace("\n", " "), new.replace("\n", " "), "line 9001 says") == "line 9001 says"
