"""Which stripes are shown, in whose colour, in which lanes; and what is remembered of the choice."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui.reader.conftest import code

from qualcode.domain.codings import PlacedCoding
from qualcode.domain.palette import PALETTE
from qualcode.ui.reader.lanes import allocate, allocate_ranked
from qualcode.ui.reader.reader import Reader
from qualcode.ui.reader.showing import SIDES, WAYS, Showing, dress, showing_of, shown

JUN, ANA = UUID(int=1), UUID(int=2)


@given(
    st.builds(
        Showing,
        st.sampled_from(WAYS),
        st.frozensets(st.integers(0, 9).map(lambda number: UUID(int=number)), max_size=4),
        st.sampled_from(SIDES),
    )
)
def test_a_choice_is_remembered(showing: Showing) -> None:
    assert showing_of(showing.written()) == showing


@pytest.mark.parametrize("written", ["", "all", "sideways right", "all up", "chosen right no-id"])
def test_what_is_no_choice_is_the_usual(written: str) -> None:
    assert showing_of(written) == Showing()


def test_only_some_codes_and_what_was_asked_for(codings: list[PlacedCoding]) -> None:
    first, second, third = codings
    assert shown(Showing(), codings, []) == codings
    assert shown(Showing("chosen", frozenset([first.code])), codings, []) == [first]
    assert shown(Showing("chosen", frozenset([first.code])), codings, [], third.id) == [first, third]
    assert shown(Showing("recent"), codings, [third.code, second.code]) == [second, third]
    assert shown(Showing("coder"), codings, []) == codings


def test_by_coder_each_has_a_colour_and_stands_together(codings: list[PlacedCoding]) -> None:
    found = dress(Showing("coder"), {}, {JUN: "Jun", ANA: "Ana"})
    mine, hers = codings[0], replace(codings[1], coder=ANA)
    assert found.color(mine, code(5, "give")) == PALETTE[0].light
    assert found.color(hers, code(5, "give")) == PALETTE[1].light
    assert found.rank(mine) < found.rank(hers)
    assert found.name(hers, code(5, "give")) == "give · Ana"


def test_by_theme_codes_take_the_colour_of_the_top(codings: list[PlacedCoding]) -> None:
    theme, below = code(1, "Power"), replace(code(0, "give"), parent=UUID(int=1))
    deep, other = replace(code(8, "hands"), parent=UUID(int=0)), code(16, "power")
    book = {one.id: one for one in (below, theme, deep, other)}
    found = dress(Showing("theme"), book, {})
    assert found.color(codings[1], deep) == theme.color
    assert found.name(codings[1], deep) == "hands · Power"
    assert found.name(codings[2], other) == "power"
    assert found.rank(codings[0]) == found.rank(codings[1]) < found.rank(codings[2])


EXTENTS = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 8)).map(lambda pair: (pair[0], sum(pair))), max_size=12)


@given(EXTENTS, st.data())
def test_groups_stand_side_by_side_and_no_lane_holds_two_at_once(
    extents: list[tuple[int, int]], data: st.DataObject
) -> None:
    ranks = data.draw(st.lists(st.integers(0, 2), min_size=len(extents), max_size=len(extents)))
    lanes = allocate_ranked(extents, ranks, 6)
    placed = [
        (lane, extent, rank) for lane, extent, rank in zip(lanes, extents, ranks, strict=True) if lane is not None
    ]
    assert all(lane < 6 for lane, _, _ in placed)
    for number, (lane, (start, end), rank) in enumerate(placed):
        for other, (first, last), group in placed[number + 1 :]:
            assert lane != other or end <= first or last <= start
            assert rank == group or (lane < other) == (rank < group)
    if len(set(ranks)) == 1:
        assert lanes == allocate(extents, 6)


def test_the_reader_hides_stripes_but_keeps_the_codings(reader: Reader, codings: list[PlacedCoding]) -> None:
    reader.set_showing(Showing("chosen", frozenset([codings[0].code])))
    assert [key for key, _ in reader.describe_codings()] == [codings[0].id]
    assert reader.hidden == 2
    assert list(reader.codings) == codings
    reader.choose(codings[2].id)  # somebody goes to one that is hidden: its stripe is shown
    assert reader.chosen == codings[2].id
    assert codings[2].id in [key for key, _ in reader.describe_codings()]
    assert reader.hidden == 2
    reader.set_showing(Showing())
    assert reader.hidden == 0
    assert len(reader.describe_codings()) == 3


def test_stripes_stand_on_the_side_that_was_chosen(reader: Reader, codings: list[PlacedCoding]) -> None:
    port = reader.view.viewport().geometry()
    assert reader.margin.geometry().left() >= port.right()
    reader.set_showing(Showing(side="left"))
    port = reader.view.viewport().geometry()
    assert reader.margin.geometry().right() <= reader.gutter.geometry().left() <= port.left()
    scene = reader.view.scene
    assert scene is not None
    laid, stripe = scene.find(codings[0].id)
    x = reader.margin._lane_x(stripe.lane)
    assert x > reader.margin.width() / 2  # near the text
    assert reader.margin._label_box(laid, laid.labels[0]).right() < x


def test_a_narrow_margin_has_fewer_lanes_and_then_a_density_bar(
    reader: Reader, codings: list[PlacedCoding], span: Callable[[str], tuple[int, int]]
) -> None:
    start, end = span("steering group")
    many = [replace(codings[2], id=UUID(int=5000 + n), start=start, end=end) for n in range(14)]
    reader.resize(1400, 600)
    reader.update_codings(many)
    scene = reader.view.scene
    assert scene is not None
    wide, _ = scene.find(many[0].id)
    assert (wide.lanes, bool(wide.density)) == (12, True)
    reader.resize(420, 600)
    narrow, _ = scene.find(many[0].id)
    assert narrow.lanes < 12
    assert reader.margin._lane_x(None) <= reader.margin.width()
