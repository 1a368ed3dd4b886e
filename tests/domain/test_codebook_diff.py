"""The difference of two codebooks leads from one to the other, whatever they are."""

from dataclasses import replace
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.codebook import Code
from qualcode.domain.codebook_diff import (
    CHANGE_NAMES,
    CHANGES,
    FIELD_NAMES,
    KIND_OF_FIELD,
    MERGED,
    SPLIT,
    Cause,
    Told,
    applied,
    counts,
    differences_of,
    entries,
    stage_of,
    texts_of,
)
from qualcode.domain.differences import CAME, GONE

IDS = [UUID(int=number) for number in range(1, 9)]
WORDS = st.sampled_from(("", "trust", "power", "a longer text, with words", "信任"))


def code(number: int, **fields: object) -> Code:
    blank = Code(IDS[number], None, f"code {number}", "code", "#000000", number, *[""] * 9, IDS[0], "2026")
    return replace(blank, **fields)


@st.composite
def books(draw: st.DrawFn) -> list[Code]:
    """Codes of a tree: each stands below an earlier one, or at the top."""
    made: list[Code] = []
    for number in sorted(draw(st.sets(st.integers(0, 7)))):
        above = draw(st.sampled_from([None, *(one.id for one in made)]))
        fields = {name: draw(WORDS) for name in ("name", "definition", "exclude", "status", "near_miss")}
        fields |= {"stage": draw(st.sampled_from((None, "candidate", "reviewed"))), "concept": draw(st.none() | WORDS)}
        place, kind = draw(st.integers(0, 9)), draw(st.sampled_from(("code", "theme")))
        color = draw(st.sampled_from(("#000000", "#FFFFFF")))
        made.append(code(number, parent=above, position=place, kind=kind, color=color, **fields))
    return made


@given(books(), books(), st.dictionaries(st.sampled_from(IDS), st.sampled_from(IDS)), st.data())
def test_changes_lead_from_one_state_to_the_other(
    old: list[Code], new: list[Code], merged: dict[UUID, UUID], data: st.DataObject
) -> None:
    split = data.draw(st.dictionaries(st.sampled_from(IDS), st.lists(st.sampled_from(IDS), max_size=3)))
    found = differences_of(old, new, merged, split)
    assert applied(old, found) == {one.id: one for one in new}
    there, was = {one.id for one in new}, {one.id for one in old}
    assert all(set(one.others) <= there for one in found if one.change == SPLIT)
    assert all(one.code in was - there and one.others != (one.code,) for one in found if one.change == MERGED)
    order = [CHANGES.index(one.change) for one in found]
    assert order == sorted(order)


@given(books())
def test_the_same_state_has_no_changes(book: list[Code]) -> None:
    assert differences_of(book, book) == []


def test_a_code_that_went_by_way_of_another_is_merged_into_the_last() -> None:
    old = [code(1), code(2), code(3)]
    merged = {IDS[1]: IDS[2], IDS[2]: IDS[3]}
    found = differences_of(old, [code(3)], merged)
    assert [(one.change, one.code, one.others) for one in found] == [
        (MERGED, IDS[1], (IDS[3],)),
        (MERGED, IDS[2], (IDS[3],)),
    ]
    round_about = differences_of(old, [code(3)], {IDS[1]: IDS[2], IDS[2]: IDS[1]})
    assert [(one.change, one.others) for one in round_about] == [("removed", ()), ("removed", ())]


def test_every_field_and_every_change_has_a_name() -> None:
    assert set(CHANGE_NAMES) == set(CHANGES)
    assert set(FIELD_NAMES) == set(KIND_OF_FIELD) == set(Code.__slots__) - {"id", "coder", "created"}


def test_changes_of_one_code_stand_together_with_all_their_causes() -> None:
    first, second = Cause(4, "2026", "Ana", "Define", ""), Cause(9, "2026", "Jun", "Define", "clearer")
    told = [
        Told("redefined", IDS[1], "trust", "code", "definition", "old words", "new words", (first, second), True),
        Told("redefined", IDS[1], "trust", "code", "include", "", "always", (second,), True),
        Told("renamed", IDS[1], "trust", "code", "name", "faith", "trust", (first,), True),
    ]
    found = entries(told)
    assert [(one.change, len(one.told), [cause.step for cause in one.causes]) for one in found] == [
        ("redefined", 2, [4, 9]),
        ("renamed", 1, [4]),
    ]
    assert counts(told) == {"renamed": 1, "redefined": 1}
    assert [(piece.kind, piece.text) for piece in told[0].pieces if piece.kind in (GONE, CAME)] == [
        (GONE, "old"),
        (CAME, "new"),
    ]


def test_a_theme_is_a_candidate_until_more_is_said() -> None:
    assert stage_of(code(1)) == ""
    assert stage_of(code(1, kind="theme")) == "candidate"
    assert stage_of(code(1, kind="theme", stage="named")) == "named"
    assert texts_of(code(1, include="x", concept="y")) == (("include", "x"), ("concept", "y"))
