"""What is painted, in every scheme and size: nothing clipped, nothing lost from far away."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetricsF, QImage
from pytestqt.qtbot import QtBot
from ui.maps.test_scene import key, thing, tie

from qualcode.domain.palette import PALETTE
from qualcode.ui.look import look
from qualcode.ui.maps.canvas import MapCanvas
from qualcode.ui.maps.scene import Thing, Tie
from qualcode.ui.maps.tie_painter import style_of

LONG = "A theme whose name is much too long to stand in a box of two hundred and fifty-six points"


def all_kinds() -> list[Thing]:
    colour = PALETTE[0].light
    return [
        thing(1, -400, -200, "theme", color=colour, stage=4, stage_key="named", segments=60, cases=7, all_cases=8),
        thing(2, 100, -200, "theme", color=PALETTE[3].light, stage=1, stage_key="candidate", caution="Unfinished"),
        thing(3, -400, 100, "code", color=PALETTE[9].light, segments=3),
        thing(4, 100, 100, "case", segments=12),
        thing(5, -400, 300, "memo", words="It began with a key. " * 9),
        thing(6, 100, 300, "segment", words="我们一起工作，信任要很多年。" * 6, source="P06"),
        thing(7, 500, 0, "note", words="What of the others?", width=200.0, height=96.0),
        thing(8, 500, 260, "group", width=320.0, height=200.0),
    ]


def all_ties() -> list[Tie]:
    kinds = ("leads to", "contradicts", "part of", "condition for", "co-occurs with", "in my own words")
    return [
        tie(number, 1, 2 + number % 5, kind, directed=kind != "co-occurs with", quotes=number)
        for number, kind in enumerate(kinds)
    ]


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[MapCanvas]:
    made = MapCanvas(look())
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.show_things(all_kinds(), all_ties())
    yield made
    look().choose("light")
    look().set_scale(100)
    look().finish()


def painted(canvas: MapCanvas) -> QImage:
    return canvas.grab().toImage()


def colors_at(image: QImage, place: QPointF, reach: int = 3) -> set[str]:
    middle = place.toPoint()
    return {
        image.pixelColor(middle.x() + dx, middle.y() + dy).name()
        for dx in range(-reach, reach + 1)
        for dy in range(-reach, reach + 1)
    }


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("zoom", [1.0, 0.45, 0.2, 0.1])
def test_every_kind_is_painted_at_every_size(canvas: MapCanvas, scheme: str, zoom: float) -> None:
    look().choose(scheme)
    look().finish()
    canvas.zoom, canvas.middle = zoom, (50.0, 50.0)
    canvas.redraw()
    image = painted(canvas)
    paper = look().color("paper").name()
    for one in canvas.scene.things:
        box = canvas.box_in_widget(one)
        edge = QPointF(box.left(), box.center().y())
        assert colors_at(image, edge) - {paper}, canvas.words_of(one)


def test_a_theme_has_the_edge_of_its_colour(canvas: MapCanvas) -> None:
    canvas.zoom, canvas.middle = 1.0, (0.0, 0.0)
    canvas.redraw()
    image = painted(canvas)
    edge = canvas.from_map(-400 - 127, -200)
    assert QColor(PALETTE[0].light).name() in colors_at(image, edge)


def test_a_chosen_line_is_painted_in_the_accent(canvas: MapCanvas) -> None:
    canvas.zoom, canvas.middle = 1.0, (0.0, 0.0)
    canvas.choose({key(500)})
    image = painted(canvas)
    middle = canvas.from_map(*canvas.scene.curve(key(500)).at(0.2))
    assert look().color("accent").name() in colors_at(image, middle)


@pytest.mark.parametrize("scale", [100, 200])
def test_names_are_cut_with_an_ellipsis_and_whole_in_the_tip(canvas: MapCanvas, scale: int) -> None:
    look().set_scale(scale)
    look().finish()
    long = Thing(key(9), "theme", key(99), LONG, 0, 0, color=PALETTE[0].light)
    canvas.show_things([long], [])
    for size, width in ((14, 206), (30, 240)):
        font, metrics = canvas.pens.font(size, True)
        shown = canvas.pens.elide(LONG, width, size, True)
        assert shown.endswith("…")
        assert QFontMetricsF(font).horizontalAdvance(shown) <= width
        lines = canvas.pens.wrap(LONG, width, 2, size, bold=True)
        assert len(lines) == 2
        assert all(metrics.horizontalAdvance(line) <= width for line in lines)
    assert LONG in canvas.words_of(key(9))


def test_each_kind_has_a_line_of_its_own() -> None:
    styles = {one.kind: style_of(one) for one in all_ties()}
    assert styles["leads to"].head == "filled"
    assert styles["condition for"].head == "open"
    assert styles["part of"].head == "diamond"
    assert styles["contradicts"].head == "bars"
    assert styles["contradicts"].dashes
    assert styles["co-occurs with"].head == "none"
    assert len({(one.dashes, one.head) for one in styles.values()}) == 6
    assert style_of(tie(9, 1, 2, "leads to", directed=False)).head == "none"


def test_panning_paints_what_a_new_picture_would_show(canvas: MapCanvas) -> None:
    canvas.zoom, canvas.middle = 1.0, (0.0, 0.0)
    canvas.redraw()
    painted(canvas)
    for step in ((-37, 21), (64, -90), (-200, 33)):
        canvas.pan(*step)
    moved = painted(canvas)
    canvas.redraw()
    fresh = painted(canvas)
    differ = sum(
        moved.pixelColor(x, y) != fresh.pixelColor(x, y)
        for x in range(0, canvas.width(), 7)
        for y in range(0, canvas.height(), 7)
    )
    assert differ < 60  # single pixels at the edges of letters


def test_a_change_of_zoom_in_a_large_map_is_stretched_first(canvas: MapCanvas, qtbot: QtBot) -> None:
    things = [thing(number, 300 * (number % 20), 160 * (number // 20)) for number in range(1, 300)]
    canvas.show_things(things, [])
    canvas.fit()
    painted(canvas)
    canvas.zoom_by(1)
    stretched = canvas._drawn
    painted(canvas)
    assert canvas._drawn == stretched
    qtbot.waitUntil(lambda: not canvas._settle.isActive())
    painted(canvas)
    assert canvas._drawn == (canvas.scale, canvas.middle)


def test_lifted_things_are_painted_where_they_are(canvas: MapCanvas) -> None:
    canvas.zoom, canvas.middle = 1.0, (0.0, 0.0)
    canvas.redraw()
    things = [thing(number, 300 * (number % 4) - 450, 120 * (number // 4) - 250) for number in range(1, 20)]
    canvas.show_things(things, [tie(1, 1, 2), tie(2, 1, 19)])
    keys = [one.id for one in things if one.id != key(19)]
    canvas.lift(keys)
    canvas.scene.move(keys, 0, 40)
    lifted = painted(canvas)
    canvas.put_down()
    down = painted(canvas)
    box = canvas.box_in_widget(key(5))
    for place in (box.topLeft() + QPointF(8, 1), box.center(), QPointF(box.left(), box.center().y())):
        assert colors_at(lifted, place) & colors_at(down, place)


@pytest.mark.parametrize("zoom", [1.0, 0.57])
def test_the_sign_of_a_comparison_does_not_lie_over_the_name(canvas: MapCanvas, zoom: float) -> None:
    changed = thing(1, 0, 0, "theme", color=PALETTE[0].light, stage=1, stage_key="candidate", mark="changed")
    canvas.show_things([changed], [])
    canvas.set_zoom(zoom)
    canvas.middle = (0.0, 0.0)
    canvas.redraw()
    box, ground = canvas.box_in_widget(key(1)), look().color("warn_ground").name()
    image = painted(canvas)

    def rows() -> list[int]:
        """The heights, from the box's upper edge and in the map's points, at which the sign is seen."""
        x = int(box.right() - 12 * max(1.0, zoom))
        seen = [y for y in range(image.height()) if image.pixelColor(x, y).name() == ground]
        return [round((y - box.top()) / zoom) for y in seen]

    found = rows()
    assert found
    assert max(found) <= 8
