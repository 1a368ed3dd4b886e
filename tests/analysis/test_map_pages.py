"""A map on a page of a report: its letters can be read, nothing covers anything, and it keeps to the page."""

from dataclasses import replace
from itertools import combinations
from random import Random
from uuid import UUID

import pytest
from matplotlib.text import Text

from qualcode.analysis.map_drawings import Card, Drawing, Line
from qualcode.analysis.map_geometry import touch
from qualcode.analysis.map_pages import TURNED, UPRIGHT, on_page
from qualcode.analysis.map_pictures import map_figure

LEAST = 7.5  # points


def card(number: int, x: float, y: float, kind: str = "code", name: str = "", **more: object) -> Card:
    told = {"mark": "circle", "line": "12 segments · 3 of 12 cases"} if kind in ("code", "theme") else {}
    size = (200.0, 96.0) if kind == "note" else (256.0, 92.0)
    given = {"color": "#2067DA", **told, **more}
    return Card(UUID(int=number), kind, name or f"keeping in touch {number}", x, y, *size, **given)  # type: ignore[arg-type]


def line(number: int, source: int, target: int, kind: str = "leads to") -> Line:
    return Line(UUID(int=number), UUID(int=source), UUID(int=target), kind, True, "3 quotes")


def drawing(cards: list[Card], lines: list[Line] | None = None) -> Drawing:
    return Drawing("", tuple(cards), tuple(lines or ()), ("Map of 2026-11-23.",))


def scattered(count: int, relations: int, wide: float = 2400.0, high: float = 1800.0) -> Drawing:
    random = Random(4)
    cards = [card(number, random.uniform(0, wide), random.uniform(0, high)) for number in range(1, count + 1)]
    pairs = random.sample(list(combinations(range(1, count + 1), 2)), relations)
    return drawing(cards, [line(1000 + number, *pair) for number, pair in enumerate(pairs)])


def letters(made: Drawing) -> list[float]:
    """Sizes in points of all that is written: the page is as wide as the picture."""
    return [text.get_fontsize() for text in map_figure(made).figure.findobj(Text) if text.get_text().strip()]


def covering(made: Drawing) -> list[tuple[str, str]]:
    solid = [one for one in made.cards if one.kind != "group"]
    return [(one.name, other.name) for one, other in combinations(solid, 2) if touch(one.box, other.box)]


@pytest.mark.parametrize(("count", "relations"), [(7, 8), (20, 30), (60, 80)])
def test_letters_of_a_map_can_be_read_on_a_page(count: int, relations: int) -> None:
    found = on_page(scattered(count, relations))
    assert found is not None
    made, turned = found
    size = map_figure(made).size
    room = TURNED if turned else UPRIGHT
    assert size[0] == room[0]
    assert size[1] <= room[1] + 8
    assert min(letters(made)) >= LEAST
    assert covering(made) == []
    names = " ".join(text.get_text() for text in map_figure(made).figure.findobj(Text))
    assert all(f" {number}" in names for number in range(1, count + 1)), "every box has its name"
    assert all(one.small for one in made.cards) == (count == 60)


def test_what_stands_left_or_above_stays_there() -> None:
    cards = [card(1, 0, 0), card(2, 900, 0), card(3, 450, 500), card(4, 450, 900)]
    found = on_page(drawing(cards, [line(10, 1, 3), line(11, 2, 3), line(12, 3, 4)]))
    assert found is not None
    one, two, three, four = found[0].cards
    assert one.x < three.x < two.x
    assert one.y < three.y < four.y
    assert abs(one.y - two.y) < 1


def test_a_wide_map_stands_on_a_page_that_is_turned() -> None:
    for down in (200, 0):  # beside one another they have no room, below one another they do
        found = on_page(drawing([card(number, 300 * number, down * (number % 2)) for number in range(1, 7)]))
        assert found is not None
        assert found[1]
        assert covering(found[0]) == []
        assert not any(one.small for one in found[0].cards)


def test_what_is_in_a_group_stays_in_it_and_nothing_else_comes_there() -> None:
    group = replace(card(9, 200, 200, "group", "People who stay"), width=900.0, height=600.0, line="", mark="")
    inside = [card(number, 150 * number, 150 * number, inside=group.key) for number in range(1, 4)]
    outside = [card(number, 300 * (number - 3), -420) for number in range(4, 8)]
    found = on_page(drawing([group, *inside, *outside], [line(20, 1, 4), line(21, 2, 3)]))
    assert found is not None
    made = {one.key: one for one in found[0].cards}
    frame = made[group.key].box
    for one in inside:
        left, top, right, bottom = made[one.key].box
        assert frame[0] <= left
        assert frame[1] <= top
        assert right <= frame[2]
        assert bottom <= frame[3]
    assert not any(touch(made[one.key].box, frame) for one in outside)
    assert covering(found[0]) == []


def test_boxes_that_show_how_much_there_is_keep_to_that_while_the_letters_are_alike() -> None:
    cards = [card(number, 400.0 * number, 0, grown=grown) for number, grown in enumerate((0.9, 1.3, 1.7), 1)]
    found = on_page(replace(drawing(cards), sizes=((0.9, "2 segments"), (1.7, "40 segments"))))
    assert found is not None
    widths = [one.width * one.grown for one in found[0].cards]
    assert widths[2] / widths[0] == pytest.approx(1.7 / 0.9)
    assert min(letters(found[0])) >= LEAST


def test_notes_and_quotes_are_as_high_as_what_they_say() -> None:
    words = "If the work were counted, would it still be a gift? Ask the forum in March, and ask the partners first."
    found = on_page(drawing([card(1, 0, 0), card(2, 500, 0, "note", words=words)]))
    assert found is not None
    written = " ".join(text.get_text() for text in map_figure(found[0]).figure.findobj(Text))
    assert words in " ".join(written.split())


def test_a_map_too_large_for_any_page_is_told_so_and_an_empty_one_is_not() -> None:
    assert on_page(scattered(300, 20, 9000, 7000)) is None
    found = on_page(drawing([]))
    assert found is not None
    assert map_figure(found[0]).size[0] == UPRIGHT[0]


def test_the_same_map_comes_out_the_same() -> None:
    cards = [card(number, 0, 0) for number in range(1, 6)]  # all in one place
    one, other = on_page(drawing(cards)), on_page(drawing(cards))
    assert one == other
    assert one is not None
    assert covering(one[0]) == []
