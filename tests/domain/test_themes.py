"""What belongs to a theme: the tree below it, what is linked to it, and circles that must not be."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.codebook import Code, Codebook
from qualcode.domain.themes import ThemeCode, circle, reach, reaches

NOBODY = UUID(int=0)


def code(number: int, parent: int | None) -> Code:
    above = None if parent is None else UUID(int=parent)
    return Code(UUID(int=number), above, f"c{number}", "theme", "#2067DA", number, *[""] * 9, NOBODY, "")


def link(number: int, theme: int, code: int) -> ThemeCode:
    return ThemeCode(UUID(int=number), UUID(int=theme), UUID(int=code), NOBODY, "")


@st.composite
def books(draw: st.DrawFn) -> tuple[Codebook, list[ThemeCode]]:
    size = draw(st.integers(1, 9))
    codes = [code(number, draw(st.sampled_from([None, *range(1, number)]))) for number in range(1, size + 1)]
    ends = draw(st.lists(st.tuples(st.integers(1, size), st.integers(1, size)), max_size=5, unique=True))
    links = [link(100 + number, one, other) for number, (one, other) in enumerate(ends) if one != other]
    return Codebook(codes), links


@given(books())
def test_what_codes_reach_is_the_same_together_and_one_by_one(given: tuple[Codebook, list[ThemeCode]]) -> None:
    book, links = given
    assert reaches(book, links) == {key: reach(book, links, key) for key in book.by_id}


@given(books())
def test_a_circle_is_found_where_something_belongs_to_itself(given: tuple[Codebook, list[ThemeCode]]) -> None:
    book, links = given
    held = {key: [child.id for child in book.children(key)] for key in book.by_id}
    for one in links:
        held[one.theme].append(one.code)
    own = {key for key in book.by_id if any(key in reach(book, links, below) for below in held[key])}
    found = circle(book, links)
    assert bool(found) == bool(own)
    assert set(found) <= own


def test_a_thousand_levels_are_reached_without_going_down_them_one_by_one() -> None:
    book = Codebook([code(number, number - 1 or None) for number in range(1, 1_001)])
    found = reaches(book, [link(5_000, 1_000, 1_001)])
    assert len(found[UUID(int=1)]) == 1_001
    assert found[UUID(int=1_000)] == {UUID(int=1_000), UUID(int=1_001)}
    assert circle(book, [link(5_000, 1_000, 1)])
