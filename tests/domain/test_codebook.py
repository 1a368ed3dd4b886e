"""The tree of codes, its order and paths, names and colours."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.codebook import PATH_SEPARATOR, Code, Codebook, clean_name
from qualcode.domain.errors import BadInput
from qualcode.domain.palette import PALETTE, next_color, swatch


def code(number: int, parent: int | None, position: int) -> Code:
    texts = dict.fromkeys(
        ("definition", "full_definition", "include", "exclude", "example", "example_document", "near_miss", "origin"),
        "",
    )
    return Code(
        id=UUID(int=number),
        parent=None if parent is None else UUID(int=parent),
        name=f"c{number}",
        kind="code",
        color="#2067DA",
        position=position,
        **texts,
        status="",
        coder=UUID(int=0),
        created="",
    )


@st.composite
def trees(draw: st.DrawFn) -> list[Code]:
    size = draw(st.integers(0, 12))
    codes = [
        code(number, draw(st.sampled_from([None, *range(1, number)])), draw(st.integers(0, 3)))
        for number in range(1, size + 1)
    ]
    return draw(st.permutations(codes))


@given(codes=trees())
def test_order_is_depth_first_and_siblings_by_position(codes: list[Code]) -> None:
    codebook = Codebook(codes)
    by_id = {one.id: one for one in codes}

    def key(one: Code) -> list[tuple[int, UUID]]:
        above = [] if one.parent is None else key(by_id[one.parent])
        return [*above, (one.position, one.id)]

    assert list(codebook.ordered) == sorted(codes, key=key)
    assert list(codebook.paths()) == [one.id for one in codebook.ordered]
    for one in codes:
        path = codebook.path(one.id)
        assert path == codebook.paths()[one.id]
        assert path.split(PATH_SEPARATOR)[-1] == one.name
        ancestors = codebook.ancestors(one.id)
        assert PATH_SEPARATOR.join([*(a.name for a in reversed(ancestors)), one.name]) == path
        assert all(one in codebook.descendants(above.id) for above in ancestors)
        assert codebook.next_position(one.parent) > one.position
    assert codebook.next_position(UUID(int=999)) == 0


def test_a_very_deep_tree_is_no_problem() -> None:
    codes = [code(number, number - 1 if number > 1 else None, 0) for number in range(1, 3001)]
    codebook = Codebook(reversed(codes))
    assert list(codebook.ordered) == codes
    assert codebook.path(codes[-1].id).count(PATH_SEPARATOR) == 2999


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [(" a\t b\n", "a b"), ("e\u0301", "é"), ("a\x07b", "ab"), ("信任", "信任"), ("a>b", "a>b"), ("x" * 200, "x" * 200)],
)
def test_names(name: str, cleaned: str) -> None:
    assert clean_name(name) == cleaned


@pytest.mark.parametrize("sign", ["\ufeff", "\u200b", "\u2060", "\u00ad", "\u206a"])
def test_signs_without_a_trace_do_not_tell_names_apart(sign: str) -> None:
    assert clean_name(f"{sign}Tr{sign}ust{sign} {sign}") == "Trust"
    assert clean_name("می\u200cخواهم \u200fא") == "می\u200cخواهم \u200fא", "these change what is seen"


@pytest.mark.parametrize("name", ["", " \n", "\x00\x07", "\ud800", "x" * 201, "a > b", ">"])
def test_names_that_are_none(name: str) -> None:
    with pytest.raises(BadInput):
        clean_name(name)


def test_a_document_may_have_an_arrow_in_its_name() -> None:
    assert clean_name("a > b", "document") == "a > b"


def test_the_palette_gives_every_colour_once_before_one_comes_again() -> None:
    used: list[str] = []
    for _ in range(2 * len(PALETTE)):
        used.append(next_color(used))
    assert used[: len(PALETTE)] == [one.light for one in PALETTE]
    assert sorted(used[len(PALETTE) :]) == sorted(used[: len(PALETTE)])
    assert next_color(["#123456"]) == PALETTE[0].light


def test_swatches() -> None:
    assert len({(one.light, one.mark) for one in PALETTE}) == 24
    assert len({one.mark for one in PALETTE}) == 3
    for one in PALETTE:
        assert swatch(one.light) == swatch(one.light.lower()) == one
    own = swatch("#101010")
    assert (own.light, own.mark, own.dashes) == ("#101010", "circle", ())
    assert own.dark != own.light, "too dark for dark ground"
    assert swatch("#FFEE00").dark == "#FFEE00"


@pytest.mark.parametrize("name", ["\u200b", "\u202e\u200b", "\u00ad \u2060", "\u0301", "\u2800", "\u3164", "\ufe0f"])
@pytest.mark.parametrize("what", ["code", "theme", "version", "document", "case"])
def test_a_name_that_nobody_can_see_is_none(name: str, what: str) -> None:
    with pytest.raises(BadInput, match=f"A {what} needs a name with at least one visible character"):
        clean_name(name, what)
    assert clean_name(f"a{name}", what).startswith("a") or name == "\u0301"
