"""What is written on the canvas of a map and added to it: notes, groups, codes, themes and quotes."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from ui.maps.conftest import at, centre, picture, steps, thing

from qualcode.app import theme_maps
from qualcode.ui.maps.map_place import MapPlace
from qualcode.ui.reader.mime import put_codes
from qualcode.ui.workspace import Workspace

Settle = Callable[[], None]
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def test_a_note_is_written_in_its_place(map_place: MapPlace, settle: Settle) -> None:
    canvas = map_place.canvas
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_N)
    field = map_place.work.field
    QTest.keyClicks(field, "Ask again")
    QTest.keyClick(field, Qt.Key.Key_Return, CTRL)
    settle()
    note = thing(map_place, "Ask again")
    assert canvas.chosen == {note}
    QTest.mouseDClick(canvas, LEFT, Qt.KeyboardModifier.NoModifier, at(map_place, note))
    field = map_place.work.field
    field.setPlainText("Ask Rosa again")
    canvas.setFocus()
    settle()
    assert "Ask Rosa again" in {one.words for one in picture(map_place).things}


def test_escape_writes_nothing(map_place: MapPlace, settle: Settle) -> None:
    number = steps(map_place)
    map_place.tools.note.click()
    field = map_place.work.field
    QTest.keyClicks(field, "Not this")
    assert field.keys.isVisible()
    assert "Ctrl+Enter" in field.keys.text()
    assert not field.keys.geometry().intersects(field.geometry())
    assert field.parentWidget().rect().contains(field.keys.geometry())
    QTest.keyClick(field, Qt.Key.Key_Escape)
    settle()
    assert steps(map_place) == number


def test_a_group_goes_round_what_is_chosen(map_place: MapPlace, settle: Settle) -> None:
    map_place.canvas.choose({thing(map_place, "Rosa"), thing(map_place, "Time")})
    map_place.canvas.setFocus()
    QTest.keyClick(map_place.canvas, Qt.Key.Key_G)
    QTest.keyClicks(map_place.work.field, "Early days")
    QTest.keyClick(map_place.work.field, Qt.Key.Key_Return)
    settle()
    group = thing(map_place, "Early days")
    inside = {one.label for one in picture(map_place).members(group)}
    assert inside == {"Rosa", "Time"}


def test_things_are_found_and_added(map_place: MapPlace, settle: Settle) -> None:
    map_place.tools.add.click()
    popup = map_place.work.field
    settle()
    shown = [popup.list.item(row).text() for row in range(popup.list.count())]
    assert not any("Power" in text for text in shown if "who decides" not in text)  # it stands there already
    QTest.keyClicks(popup.field, "whoever holds")
    QTest.qWait(150)
    settle()
    assert popup.list.item(0).text().startswith("Quote: whoever holds")
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    settle()
    quote = next(one for one in map_place.canvas.scene.things.values() if one.kind == "segment")
    assert quote.words == "whoever holds the timetable"
    assert map_place.canvas.chosen == {quote.id}


def test_codes_are_dropped_from_a_list(map_place: MapPlace, mapped: Workspace, settle: Settle) -> None:
    code = next(one for one in mapped.coding.codebook.ordered if one.name == "who decides")
    data = QMimeData()
    put_codes(data, [code.id])
    canvas = map_place.canvas
    place = canvas.from_map(10, 20)
    drop = QDropEvent(place, Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    map_place.window().activateWindow()
    mapped.codebook.setFocus()
    canvas.dropEvent(drop)
    settle()
    assert drop.isAccepted()
    assert map_place.window().focusWidget() is canvas
    assert centre(map_place, "who decides") == pytest.approx((10, 20), abs=1)


def test_a_theme_is_dropped_from_the_list_of_stages(map_place: MapPlace, mapped: Workspace, settle: Settle) -> None:
    theme_maps.remove_nodes(mapped.project, "Main", "Time")
    settle()
    stages = mapped.themes.tab.stages
    row = next(at for at, entry in enumerate(stages.model.entries) if entry.facts and entry.facts.theme.name == "Time")
    index = stages.model.index(row)
    assert index.flags() & Qt.ItemFlag.ItemIsDragEnabled
    data = stages.model.mimeData([index])
    place = map_place.canvas.from_map(-40, 60)
    drop = QDropEvent(place, Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    map_place.canvas.dropEvent(drop)
    settle()
    assert centre(map_place, "Time") == pytest.approx((-40, 60), abs=1)


def test_a_quote_on_the_map_leads_to_its_text(map_place: MapPlace, mapped: Workspace, settle: Settle) -> None:
    with mapped.project.read() as read:
        segment = read.where("segment")[0]
    map_place.acts.add([segment.id])
    settle()
    quote = next(one for one in map_place.canvas.scene.things.values() if one.kind == "segment")
    map_place.canvas.choose({quote.id})
    map_place.canvas.setFocus()
    QTest.keyClick(map_place.canvas, Qt.Key.Key_Return)
    settle()
    assert mapped.views.currentWidget() is mapped.pair
