"""The canvas in somebody's hands: what is dragged, drawn and pressed becomes one step, which can be taken back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.conftest import press
from ui.maps.conftest import at, centre, drag, picture, steps, thing, tie

from qualcode.app import theme_maps
from qualcode.ui.maps.map_place import MapPlace
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace

Settle = Callable[[], None]
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


# ── moving ──
def test_a_drag_is_one_step_and_can_be_taken_back(
    qtbot: QtBot, window: MainWindow, map_place: MapPlace, settle: Settle
) -> None:
    power = thing(map_place, "Power")
    before, number = centre(map_place, "Power"), steps(map_place)
    drag(map_place, at(map_place, power), at(map_place, power) + QPoint(61, 42))
    settle()
    x, y = centre(map_place, "Power")
    assert (x, y) == (before[0] + 60, before[1] + 40)  # on the grid of four
    assert steps(map_place) == number + 1
    press(qtbot, window, "undo")
    settle()
    assert centre(map_place, "Power") == before
    shown = map_place.canvas.scene.things[power]
    assert (shown.x, shown.y) == before


def test_alt_leaves_the_grid(map_place: MapPlace, settle: Settle) -> None:
    power, before = thing(map_place, "Power"), centre(map_place, "Power")
    canvas, start = map_place.canvas, at(map_place, thing(map_place, "Power"))
    QTest.mousePress(canvas, LEFT, Qt.KeyboardModifier.NoModifier, start)
    for step in (QPoint(30, 10), QPoint(41, 13)):
        where = QPointF(start + step)
        global_place = QPointF(canvas.mapToGlobal(where.toPoint()))
        move = QMouseEvent(
            QEvent.Type.MouseMove, where, global_place, Qt.MouseButton.NoButton, LEFT, Qt.KeyboardModifier.AltModifier
        )
        QApplication.sendEvent(canvas, move)
    QTest.mouseRelease(canvas, LEFT, Qt.KeyboardModifier.AltModifier, start + QPoint(41, 13))
    settle()
    assert centre(map_place, "Power") == pytest.approx((before[0] + 41, before[1] + 13), abs=0.6)
    assert power in canvas.scene.things


def test_several_move_together(map_place: MapPlace, settle: Settle) -> None:
    canvas = map_place.canvas
    QTest.mouseClick(canvas, LEFT, Qt.KeyboardModifier.NoModifier, at(map_place, thing(map_place, "Power")))
    QTest.mouseClick(canvas, LEFT, SHIFT, at(map_place, thing(map_place, "Time")))
    before = {name: centre(map_place, name) for name in ("Power", "Time", "Rosa")}
    number = steps(map_place)
    start = at(map_place, thing(map_place, "Time"))
    drag(map_place, start, start + QPoint(-40, 80))
    settle()
    for name in ("Power", "Time"):
        assert centre(map_place, name) == (before[name][0] - 40, before[name][1] + 80)
    assert centre(map_place, "Rosa") == before["Rosa"]
    assert steps(map_place) == number + 1


def test_a_rubber_band_chooses(map_place: MapPlace) -> None:
    canvas = map_place.canvas
    first = at(map_place, thing(map_place, "Power"), -150, -70)
    last = at(map_place, thing(map_place, "trust takes years"), 150, 70)
    drag(map_place, first, last, SHIFT)
    names = {canvas.scene.things[key].name for key in canvas.chosen}
    assert names == {"Power", "trust takes years"}


def test_a_press_on_empty_ground_moves_the_map_and_nothing_on_it(map_place: MapPlace, settle: Settle) -> None:
    canvas, number = map_place.canvas, steps(map_place)
    canvas.choose({thing(map_place, "Power")})
    middle = canvas.rect().center()
    drag(map_place, middle, middle + QPoint(50, 30))
    settle()
    assert canvas.middle == (-50.0, -30.0)
    assert canvas.chosen == set()
    assert steps(map_place) == number


def test_escape_lets_go_where_it_was(map_place: MapPlace, settle: Settle) -> None:
    canvas, power = map_place.canvas, thing(map_place, "Power")
    before, number = centre(map_place, "Power"), steps(map_place)
    start = at(map_place, power)
    QTest.mousePress(canvas, LEFT, Qt.KeyboardModifier.NoModifier, start)
    for step in (20, 60):
        QTest.mouseMove(canvas, start + QPoint(step, step))
        QTest.qWait(1)
    assert canvas.lifted == {power}
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, Qt.KeyboardModifier.NoModifier, start + QPoint(60, 60))
    settle()
    assert (canvas.scene.things[power].x, canvas.scene.things[power].y) == before
    assert steps(map_place) == number


# ── groups ──
def test_what_is_dropped_in_a_group_belongs_to_it(map_place: MapPlace, settle: Settle) -> None:
    map_place._bridge.do(theme_maps.add_group, map_place.acts.map, "Ends", ["Rosa"])
    settle()
    number = steps(map_place)
    drag(map_place, at(map_place, thing(map_place, "Time")), at(map_place, thing(map_place, "Rosa"), 4, -86))
    settle()
    found = {one.label: one.node.inside for one in picture(map_place).things}
    group = thing(map_place, "Ends")
    assert found["Time"] == group
    assert steps(map_place) == number + 1
    drag(map_place, at(map_place, thing(map_place, "Time")), at(map_place, thing(map_place, "Power"), 0, 120))
    settle()
    assert {one.label: one.node.inside for one in picture(map_place).things}["Time"] is None
    assert steps(map_place) == number + 2


def test_a_group_takes_along_what_is_in_it(map_place: MapPlace, settle: Settle) -> None:
    map_place._bridge.do(theme_maps.add_group, map_place.acts.map, "Ends", ["Rosa"])
    settle()
    group, rosa = thing(map_place, "Ends"), centre(map_place, "Rosa")
    box = map_place.canvas.box_in_widget(group)
    frame = QPoint(int(box.left()) + 60, int(box.top()) + 10)
    drag(map_place, frame, frame + QPoint(-80, 20))
    settle()
    assert centre(map_place, "Rosa") == pytest.approx((rosa[0] - 80, rosa[1] + 20), abs=2)  # the frame snaps
    inside = {one.label: one.node.inside for one in picture(map_place).things}
    assert inside["Rosa"] == group


def test_a_note_takes_another_size_by_its_corner(map_place: MapPlace, settle: Settle) -> None:
    note = thing(map_place, "What of the others?")
    map_place.canvas.choose({note})
    corner = map_place.canvas.box_in_widget(note).bottomRight().toPoint()
    drag(map_place, corner, corner + QPoint(40, 24))
    settle()
    node = next(one.node for one in picture(map_place).things if one.kind == "note")
    assert (node.width, node.height) == (240, 120)
    assert (node.x, node.y) == (20, 332)


# ── relations ──
def test_a_relation_is_drawn_from_an_edge(map_place: MapPlace, settle: Settle) -> None:
    canvas = map_place.canvas
    rosa, time = thing(map_place, "Rosa"), thing(map_place, "Time")
    QTest.mouseMove(canvas, at(map_place, rosa))
    QTest.qWait(1)
    top = canvas.handles(rosa)[3].toPoint()
    drag(map_place, top, at(map_place, time, 60, 20))
    menu = map_place.work.menu
    assert menu is not None
    next(act for act in menu.actions() if act.text() == "condition for").trigger()
    menu.close()
    settle()
    made = next(one for one in picture(map_place).relations if one.relation.kind == "condition for")
    assert (made.source, made.target) == ("Rosa", "Time")
    assert canvas.chosen == {made.id}  # it is shown beside the map


def test_a_relation_is_drawn_by_keys(map_place: MapPlace, settle: Settle) -> None:
    canvas = map_place.canvas
    canvas.setFocus()
    canvas.choose({thing(map_place, "Power")})
    QTest.keyClick(canvas, Qt.Key.Key_R)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    tool = map_place.tools.add
    tool.setFocus()
    QTest.keyClick(tool, Qt.Key.Key_R)
    assert canvas.window().focusWidget() is canvas, "the arrows choose its end"
    assert map_place.hint.isVisibleTo(map_place)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.current == thing(map_place, "Time")
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    menu = map_place.work.menu
    assert menu is not None
    words = [act.text() for act in menu.actions() if act.text()]
    assert words[0] == "leads to"
    next(act for act in menu.actions() if act.text().startswith("In my own words")).trigger()
    menu.close()
    field = map_place.work.field
    assert field is not None
    QTest.keyClicks(field, "quietly feeds")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    kinds = {one.relation.kind for one in picture(map_place).relations if one.source == "Power"}
    assert kinds == {"leads to", "quietly feeds"}
    assert not map_place.hint.isVisibleTo(map_place)
    one, other = (canvas.scene.curve(tie(map_place, kind)) for kind in sorted(kinds))
    assert abs(one.at(0.5)[1] - other.at(0.5)[1]) > 24  # two lines, two labels


def test_escape_stops_relating(map_place: MapPlace) -> None:
    canvas = map_place.canvas
    canvas.choose({thing(map_place, "Power")})
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_R)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.relating is None
    assert canvas.chosen == {thing(map_place, "Power")}


def test_a_line_is_chosen_by_a_click_and_its_words_too(map_place: MapPlace) -> None:
    canvas, key = map_place.canvas, tie(map_place, "leads to")
    canvas.grab()  # the words get their place when they are painted
    label = canvas.scene.placed_label(key)
    assert label is not None
    x, y = canvas.scene.curve(key).at(0.2)
    for place in ((x, y), (label.x + label.width / 2 - 3, label.y)):
        canvas.choose(())
        QTest.mouseClick(canvas, LEFT, Qt.KeyboardModifier.NoModifier, canvas.from_map(*place).toPoint())
        assert canvas.chosen == {key}


# ── keys ──
def test_tab_and_arrows_go_through_the_map(map_place: MapPlace) -> None:
    canvas = map_place.canvas
    canvas.setFocus()
    canvas.choose(())
    seen = []
    for _ in range(5):
        QTest.keyClick(canvas, Qt.Key.Key_Tab)
        assert canvas.current is not None
        seen.append(canvas.name_of(canvas.current))
    assert seen == ["Power", "Time", "trust takes years", "Rosa", "What of the others?"]
    assert "Note" in canvas.accessibleDescription()
    canvas.choose({thing(map_place, "Power")})
    for key, name in ((Qt.Key.Key_Right, "Time"), (Qt.Key.Key_Down, "Rosa"), (Qt.Key.Key_Left, "trust takes years")):
        QTest.keyClick(canvas, key)
        assert canvas.chosen == {thing(map_place, name)}


def test_tab_leaves_the_canvas_behind_the_last(map_place: MapPlace) -> None:
    canvas = map_place.canvas
    canvas.setFocus()
    canvas.choose({thing(map_place, "What of the others?")})
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert not canvas.hasFocus()


def test_shift_and_arrows_move_in_one_step(map_place: MapPlace, settle: Settle, qtbot: QtBot) -> None:
    canvas, before, number = map_place.canvas, centre(map_place, "Time"), steps(map_place)
    canvas.choose({thing(map_place, "Time")})
    canvas.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(canvas, key, SHIFT)
    QTest.keyClick(canvas, Qt.Key.Key_Down, SHIFT | CTRL)
    qtbot.waitUntil(lambda: steps(map_place) == number + 1, timeout=60_000)
    settle()
    assert centre(map_place, "Time") == (before[0] + 8, before[1] + 36)
    assert steps(map_place) == number + 1


def test_t_goes_round_the_relations_of_a_thing(map_place: MapPlace) -> None:
    canvas = map_place.canvas
    canvas.setFocus()
    canvas.choose({thing(map_place, "Time")})
    seen = []
    for _ in range(3):
        QTest.keyClick(canvas, Qt.Key.Key_T)
        seen.append(canvas.current)
    assert set(seen[:2]) == {tie(map_place, "leads to"), tie(map_place, "contradicts")}
    assert seen[2] == thing(map_place, "Time")


def test_delete_takes_off_the_map_only(
    qtbot: QtBot, window: MainWindow, map_place: MapPlace, mapped: Workspace, settle: Settle
) -> None:
    canvas = map_place.canvas
    canvas.choose({thing(map_place, "Time")})
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    settle()
    assert len(canvas.scene.things) == 4
    assert not canvas.scene.ties
    assert "Time" in {code.name for code in mapped.coding.codebook.ordered}
    assert "stays in the project" in window.toasts.text.text()
    window.toasts.button.click()
    settle()
    assert len(canvas.scene.things) == 5
    assert len(canvas.scene.ties) == 2


def test_keys_and_wheel_enlarge(map_place: MapPlace) -> None:
    canvas = map_place.canvas
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.zoom == pytest.approx(1.2)
    assert map_place.tools.zoom.text() == "120 %"
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.zoom == pytest.approx(1.0)
    place = QPointF(200, 150)
    under = canvas.to_map(place)
    wheel = QWheelEvent(
        place,
        QPointF(canvas.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, wheel)
    assert canvas.zoom == pytest.approx(1.44)
    assert canvas.to_map(place) == pytest.approx(under)  # what is under the pointer stays there
    QTest.keyClick(canvas, Qt.Key.Key_F)
    seen = canvas.in_view()
    for key in canvas.scene.things:
        box = canvas.scene.box(key)
        assert seen[0] <= box[0]
        assert box[3] <= seen[3]


def test_enter_goes_to_the_inspector(map_place: MapPlace, mapped: Workspace, settle: Settle) -> None:
    canvas = map_place.canvas
    canvas.setFocus()
    canvas.choose({tie(map_place, "contradicts")})
    settle()
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    relation = mapped.themes.maps.relation
    assert relation is not None
    assert mapped.themes.tab.side.currentWidget() is relation
    assert relation.isAncestorOf(QApplication.focusWidget())
    canvas.setFocus()
    canvas.choose({thing(map_place, "Time")})
    settle()
    assert mapped.themes.tab.theme == canvas.scene.things[thing(map_place, "Time")].about
    assert mapped.themes.tab.side.currentWidget() is mapped.themes.tab.inspector


# ── menus ──
def chosen_from_menu(map_place: MapPlace, key: object, words: str) -> None:
    """Open the menu of a thing or a relation by its key, and choose from it."""
    map_place.canvas.choose({key} if key is not None else ())
    map_place.canvas.menu_wanted.emit(map_place.canvas.mapToGlobal(QPoint(9, 9)))
    menu = map_place.work.menu
    found = next(act for act in menu.actions() if act.text() == words)
    found.trigger()
    menu.close()


def test_menus_do_what_keys_do(map_place: MapPlace, settle: Settle) -> None:
    chosen_from_menu(map_place, tie(map_place, "leads to"), "Turn round")
    settle()
    turned = next(one for one in picture(map_place).relations if one.relation.kind == "leads to")
    assert (turned.source, turned.target) == ("Time", "Power")
    chosen_from_menu(map_place, tie(map_place, "contradicts"), "Remove the relation")
    settle()
    assert {one.relation.kind for one in picture(map_place).relations} == {"leads to"}
    chosen_from_menu(map_place, thing(map_place, "Rosa"), "Take off the map")
    settle()
    assert len(picture(map_place).things) == 4
    chosen_from_menu(map_place, thing(map_place, "Power"), "Relate to…")
    assert map_place.canvas.relating == thing(map_place, "Power")
    map_place.canvas.stop_relating()
    chosen_from_menu(map_place, None, "Write a note")
    assert map_place.work.field.isVisible()
    QTest.keyClick(map_place.work.field, Qt.Key.Key_Escape)


def test_a_colour_of_this_map_only(map_place: MapPlace, settle: Settle) -> None:
    power = thing(map_place, "Power")
    own = map_place.canvas.scene.things[power].color
    map_place.acts.recolor([power], "#830F05")
    settle()
    assert map_place.canvas.scene.things[power].color == "#830F05"
    chosen_from_menu(map_place, power, "Back to its own colour")
    settle()
    assert map_place.canvas.scene.things[power].color == own


# ── what is read-only ──
def test_a_locked_canvas_only_looks(map_place: MapPlace, settle: Settle) -> None:
    canvas, number = map_place.canvas, steps(map_place)
    canvas.locked = True
    power = thing(map_place, "Power")
    drag(map_place, at(map_place, power), at(map_place, power) + QPoint(60, 60))
    canvas.setFocus()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_R, Qt.Key.Key_N, Qt.Key.Key_G, Qt.Key.Key_A):
        QTest.keyClick(canvas, key)
    settle()
    assert steps(map_place) == number
    assert canvas.relating is None
    assert canvas.chosen == {power}


def test_escape_gives_back_the_size(map_place: MapPlace, settle: Settle) -> None:
    canvas, note = map_place.canvas, thing(map_place, "What of the others?")
    canvas.choose({note})
    before, number = canvas.scene.box(note), steps(map_place)
    corner = canvas.box_in_widget(note).bottomRight().toPoint()
    QTest.mousePress(canvas, LEFT, Qt.KeyboardModifier.NoModifier, corner)
    QTest.mouseMove(canvas, corner + QPoint(60, 40))
    QTest.qWait(1)
    assert canvas.scene.box(note) != before
    theme_maps.add_note(map_place._bridge.project, "Main", "Meanwhile", 0, 500)  # does not snatch it away
    settle()
    assert canvas.scene.box(note) != before
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.scene.box(note) == before
    QTest.mouseRelease(canvas, LEFT, Qt.KeyboardModifier.NoModifier, corner + QPoint(60, 40))
    settle()
    assert canvas.scene.box(note) == before
    assert steps(map_place) == number + 1
    assert thing(map_place, "Meanwhile")


def test_many_relations_go_in_one_step(map_place: MapPlace, window: MainWindow, settle: Settle) -> None:
    number = steps(map_place)
    map_place.canvas.choose(set(map_place.canvas.scene.ties))
    map_place.canvas.setFocus()
    QTest.keyClick(map_place.canvas, Qt.Key.Key_Delete)
    settle()
    assert not picture(map_place).relations
    assert steps(map_place) == number + 1
    window.toasts.button.click()
    settle()
    assert len(picture(map_place).relations) == 2
