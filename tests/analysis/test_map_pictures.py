"""The picture of a map: everything inside it, long names in lines, kinds of relations told by their lines."""

import itertools
from uuid import UUID

import numpy as np
import pytest
from matplotlib.text import Text

from qualcode.analysis.figures import drawn
from qualcode.analysis.map_drawings import Card, Drawing, Drawn, Line, crowded, kind_name, style_of
from qualcode.analysis.map_geometry import curve_between, label_place, next_in_direction, touch
from qualcode.analysis.map_pictures import map_figure
from qualcode.domain.theme_maps import RELATION_KINDS


def card(number, x=0.0, y=0.0, kind="code", name="", **more):
    return Card(UUID(int=number), kind, name or f"code {number}", x, y, 256.0, 92.0, "#2067DA", "circle", **more)


def line(number, source, target, kind="leads to", directed=True, **more):
    return Line(UUID(int=number), UUID(int=source), UUID(int=target), kind, directed, **more)


def picture(cards, lines=(), title="Map", caption=("1 code.",)):
    return Drawing(title, tuple(cards), tuple(lines), tuple(caption))


def pixels(made: Drawn) -> np.ndarray:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    canvas = FigureCanvasAgg(made.figure)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())[..., :3]


def inside(made, box):
    left, top, width, height = box
    return left >= 0 and top >= 0 and left + width <= made.size[0] and top + height <= made.size[1]


def test_all_of_it_is_inside_and_the_words_of_a_line_lie_on_no_card():
    cards = [card(1, -900, -40), card(2, 500, 700), card(3, 900, -400), card(4, 0, 100, "note", words="A note")]
    lines = [line(10, 1, 2), line(11, 2, 3, "contradicts"), line(12, 3, 1, "my own"), line(13, 1, 2, "part of")]
    made = map_figure(picture(cards, lines))
    assert set(made.cards) == {one.key for one in cards}
    assert set(made.labels) == {one.key for one in lines}
    boxes = [*made.cards.values(), *made.labels.values()]
    assert all(inside(made, box) for box in boxes)
    corners = [(x, y, x + width, y + height) for x, y, width, height in boxes]
    for number, one in enumerate(corners):
        assert not any(touch(one, other) for other in corners[:number])


def test_a_large_map_is_drawn_smaller():
    made = map_figure(picture([card(1, 0, 0), card(2, 12_000, 3_000)], [line(10, 1, 2)]))
    assert max(made.size) < 3_200
    assert made.cards[UUID(int=1)][2] < 80


def test_an_empty_map_has_its_name_and_caption():
    made = map_figure(picture([], title="Nothing yet", caption=("0 relations.",)))
    assert made.cards == made.labels == {}
    assert (pixels(made) < 128).any()


@pytest.mark.parametrize("kind", [*RELATION_KINDS, "my own"])
def test_each_kind_of_relation_looks_different_without_colour(kind):
    def drawing(of):
        return map_figure(picture([card(1), card(2, 700, 0)], [line(10, 1, 2, of, directed=of != "co-occurs with")]))

    def stroke(of):
        # only the line: the words are left out
        made = drawing(of)
        grey = pixels(made).mean(axis=2)
        for left, top, width, height in (*made.labels.values(), *made.cards.values()):
            grey[int(top) - 2 : int(top + height) + 3, int(left) - 2 : int(left + width) + 3] = 255
        return grey[: int(made.cards[UUID(int=1)][1] + 92)]

    mine = stroke(kind)
    for other in (*RELATION_KINDS, "another"):
        if other != kind and not (kind == "my own" and other == "another"):
            assert np.abs(mine - stroke(other)).max() > 60


def test_styles_of_relations_that_lead_nowhere():
    assert style_of("leads to", True) == ((), "filled")
    assert style_of("leads to", False) == ((), "none")
    assert style_of("contradicts", False)[1] == "bars"
    assert style_of("co-occurs with", True)[1] == "filled"
    assert style_of("anything", True) == ((1.8, 3.2), "filled")
    assert kind_name("anything") == "anything"
    assert getattr(kind_name("leads to"), "template", None) == "leads to"


def test_stronger_lines_are_thicker():
    def dark(strength):
        lines = [line(10, 1, 2, "co-occurs with", False, strength=strength), line(11, 3, 4, strength=10.0)]
        cards = [card(1), card(2, 900, 0), card(3, 0, 400), card(4, 900, 400)]
        made = map_figure(picture(cards, lines))
        left, top, _, _ = made.labels[UUID(int=10)]
        column = pixels(made)[int(top) - 40 : int(top) + 60, int(left - 40)].mean(axis=1)
        return (255 - column).sum()

    assert dark(10.0) > 2 * dark(0.5)


def test_long_names_are_broken_and_cut_within_their_card():
    long = "a very long name of a code that goes on and on and on beyond two lines of its card, and then some more"
    for kind in ("theme", "code", "memo", "segment", "note", "group", "case"):
        made = map_figure(picture([card(1, kind=kind, name=long, words=long * 3, line=long)]))
        left, top, width, height = (round(value) for value in made.cards[UUID(int=1)])
        image = pixels(made).mean(axis=2)
        outside = image[top : top + height].copy()
        outside[:, left - 2 : left + width + 3] = 255
        assert (outside > 250).all(), kind


def test_many_lines_have_numbers_only_and_very_many_none():
    cards = [card(number, (number % 8) * 400, (number // 8) * 300) for number in range(1, 48)]
    lines = [
        line(100 + n, 1 + n % 47, 1 + (n * 7 + 3) % 47, words="2") for n in range(45) if n % 47 != (n * 7 + 3) % 47
    ]
    few = map_figure(picture(cards, lines))
    assert 0 < len(few.labels) <= len(lines)
    assert max(box[2] for box in few.labels.values()) < 40
    solid = [(x, y, x + w, y + h) for x, y, w, h in few.cards.values()]
    for x, y, width, height in few.labels.values():
        assert not any(touch((x, y, x + width, y + height), box) for box in solid)
    own = [line(one.key.int, one.source.int, one.target.int, f"own {n % 2}") for n, one in enumerate(lines)]
    assert map_figure(picture(cards, own)).labels, "kinds that are drawn alike keep their names"
    many = [line(200 + n, 1 + n % 47, 1 + (n + 1 + n // 47) % 47) for n in range(47 * 4)]
    assert crowded(picture(cards, many))
    assert map_figure(picture(cards, many)).labels == {}


def test_the_same_drawing_gives_the_same_bytes():
    data = picture([card(1), card(2, 500, 90, "theme", stage="Named", steps=4, caution=True)], [line(10, 1, 2)])
    for suffix in (".svg", ".pdf", ".png"):
        assert drawn(map_figure(data).figure, suffix, "2026-11-23") == drawn(
            map_figure(data).figure, suffix, "2026-11-23"
        )


def test_words_are_said_in_the_language_of_the_reader():
    said = []
    map_figure(picture([card(1), card(2, 500, 0)], [line(10, 1, 2)]), lambda text: said.append(str(text)) or "x")
    assert {"leads to", "1 code."} <= set(said)


def test_curves_begin_and_end_at_their_boxes():
    one, other = (-128.0, -46.0, 128.0, 46.0), (372.0, 254.0, 628.0, 346.0)
    ends = set()
    for place in range(3):
        curve = curve_between(one, other, place, 3)
        assert not (one[0] < curve.x0 < one[2] and one[1] < curve.y0 < one[3])
        assert not (other[0] < curve.x1 < other[2] and other[1] < curve.y1 < other[3])
        assert curve.away(*curve.at(0.5)) < 1
        ends.add(curve.at(0.5))
    assert len(ends) == 3
    there, back = curve_between(one, other, 0, 2), curve_between(other, one, 1, 2, turned=True)
    assert there.away(*back.at(0.5)) > 40


def test_words_avoid_boxes_if_they_can():
    curve = curve_between((-128.0, -46.0, 128.0, 46.0), (872.0, -46.0, 1128.0, 46.0))
    x, y = curve.at(0.5)
    in_the_way = (x - 40, y - 40, x + 40, y + 40)
    place = label_place(curve, 60, 20, [in_the_way])
    mine = (place[0] - 30, place[1] - 10, place[0] + 30, place[1] + 10)
    assert not touch(mine, in_the_way)
    everywhere = (-5_000.0, -5_000.0, 5_000.0, 5_000.0)
    assert curve.away(*label_place(curve, 60, 20, [everywhere])) < 1


def test_the_next_thing_in_a_direction():
    places = {"right": (500.0, 20.0), "far": (2000.0, 0.0), "below": (0.0, 300.0)}
    assert next_in_direction((0.0, 0.0), places, 1, 0) == "right"
    assert next_in_direction((0.0, 0.0), places, 0, 1) == "below"
    assert next_in_direction((0.0, 0.0), places, -1, 0) is None


def test_grown_cards_make_room_for_one_another() -> None:
    spots = [(0.0, 0.0), (300.0, 0.0), (0.0, 110.0), (20.0, 10.0)]  # the last one lies on the first already
    cards = [
        Card(UUID(int=number), "code", f"code {number}", x, y, 256.0, 92.0, grown=1.7)
        for number, (x, y) in enumerate(spots)
    ]
    drawn = map_figure(Drawing("Map", tuple(cards), (), (), ((0.9, "1 segment"), (1.7, "9 segments"))))
    boxes = [drawn.cards[card.key] for card in cards[:3]]
    sides = {(round(box[2]), round(box[3])) for box in boxes}
    assert sides == {(round(256 * 1.7), round(92 * 1.7))}
    for one, other in itertools.combinations([(x, y, x + wide, y + high) for x, y, wide, high in boxes], 2):
        assert not touch(one, other)
    words = {text.get_text() for text in drawn.figure.findobj(Text)}
    assert {"1 segment", "9 segments"} <= words


def test_words_stand_beside_a_short_line_rather_than_on_what_it_joins() -> None:
    one, other = (0.0, 0.0, 256.0, 92.0), (0.0, 132.0, 256.0, 224.0)
    wide = curve_between(one, other)
    x, y = label_place(wide, 60, 60, [one, other, (200.0, 92.0, 400.0, 132.0)])
    assert not touch((x - 30, y - 20, x + 30, y + 20), (200.0, 92.0, 400.0, 132.0))
    short = curve_between((0.0, 0.0, 100.0, 40.0), (140.0, 0.0, 240.0, 40.0))
    boxes = [(0.0, 0.0, 100.0, 40.0), (140.0, 0.0, 240.0, 40.0)]
    x, y = label_place(short, 120, 22, boxes)
    assert not any(touch((x - 60, y - 11, x + 60, y + 11), box) for box in boxes) or abs(y - 20) > 11
