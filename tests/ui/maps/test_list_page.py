"""The lists of a map: they say the same as the canvas, and what is done in them is done to the map."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from ui.conftest import press
from ui.maps.conftest import picture, steps, thing, tie

from qualcode.ui.maps.map_list import RowsTable, ThingRows, TieRows
from qualcode.ui.maps.map_place import MapPlace
from qualcode.ui.window import MainWindow

Settle = Callable[[], None]


def cells(table: RowsTable, column: int) -> list[str]:
    model = table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def row(table: RowsTable, text: str) -> int:
    """The row in whose cells a text stands."""
    model = table.model()
    return next(
        at
        for at in range(model.rowCount())
        if any(model.index(at, column).data() == text for column in range(model.columnCount()))
    )


def write(table: RowsTable, at: int, column: int, text: str) -> None:
    """Write in a cell as a person does: F2, the words, Enter."""
    table.setFocus()
    table.setCurrentIndex(table.model().index(at, column))
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    editor.setText(text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def test_the_lists_say_what_the_canvas_shows(map_place: MapPlace) -> None:
    map_place.bar.pages["list"].click()
    lists = map_place.lists
    assert lists.isVisible()
    assert sorted(cells(lists.things, ThingRows.NAME)) == [
        "Power",
        "Rosa",
        "Time",
        "What of the others?",
        "trust takes years",
    ]
    at = row(lists.things, "Time")
    values = [lists.things.model().index(at, column).data() for column in range(7)]
    assert values == ["Time", "Theme", "1", "1", "Named", "", "2"]
    at = row(lists.ties, "contradicts")
    assert [lists.ties.model().index(at, column).data() for column in range(6)] == [
        "Time",
        "contradicts",
        "trust takes years",
        "0",
        "",
        "by turns",
    ]


def test_what_is_written_in_the_lists_is_written_on_the_map(
    qtbot: QtBot, window: MainWindow, map_place: MapPlace, settle: Settle
) -> None:
    map_place.show_page("list")
    lists = map_place.lists
    write(lists.ties, row(lists.ties, "contradicts"), TieRows.COMMENT, "only at first")
    settle()
    write(lists.ties, row(lists.ties, "leads to"), TieRows.KIND, "part of")
    settle()
    write(lists.things, row(lists.things, "Note"), ThingRows.NAME, "What of the rest?")
    settle()
    found = picture(map_place)
    assert {one.relation.comment for one in found.relations} == {"", "only at first"}
    assert {one.relation.kind for one in found.relations} == {"part of", "contradicts"}
    assert "What of the rest?" in {one.words for one in found.things}
    press(qtbot, window, "undo")
    settle()
    assert "What of the others?" in cells(lists.things, ThingRows.NAME)


def test_a_name_that_stands_elsewhere_is_not_written_here(map_place: MapPlace) -> None:
    map_place.show_page("list")
    table = map_place.lists.things
    index = table.model().index(row(table, "Power"), ThingRows.NAME)
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable


def test_what_is_chosen_here_is_chosen_there(map_place: MapPlace) -> None:
    map_place.show_page("list")
    lists, canvas = map_place.lists, map_place.canvas
    lists.ties.selectRow(row(lists.ties, "leads to"))
    assert canvas.chosen == {tie(map_place, "leads to")}
    assert map_place.inspected() == ("relation", tie(map_place, "leads to"))
    lists.things.selectRow(row(lists.things, "Rosa"))
    assert canvas.chosen == {thing(map_place, "Rosa")}
    assert not lists.ties.keys()
    canvas.choose({thing(map_place, "Power")})
    assert lists.things.keys() == {thing(map_place, "Power")}


def test_two_are_related_and_one_is_taken_off(map_place: MapPlace, settle: Settle) -> None:
    map_place.show_page("list")
    lists = map_place.lists
    lists.things.selectRow(row(lists.things, "Rosa"))
    assert not lists.buttons["relate"].isEnabled()
    map_place.canvas.choose({thing(map_place, "Rosa"), thing(map_place, "Power")})
    lists.buttons["relate"].click()
    menu = map_place.work.menu
    next(act for act in menu.actions() if act.text() == "part of").trigger()
    menu.close()
    settle()
    assert "part of" in cells(lists.ties, TieRows.KIND)
    number = steps(map_place)
    lists.things.selectRow(row(lists.things, "Rosa"))
    lists.things.setFocus()
    QTest.keyClick(lists.things, Qt.Key.Key_Delete)
    settle()
    assert steps(map_place) == number + 1
    assert "Rosa" not in cells(lists.things, ThingRows.NAME)
    assert "part of" not in cells(lists.ties, TieRows.KIND)


def test_lists_are_sorted_by_a_column(map_place: MapPlace) -> None:
    map_place.show_page("list")
    table = map_place.lists.things
    table.sortByColumn(ThingRows.NAME, Qt.SortOrder.AscendingOrder)
    assert cells(table, ThingRows.NAME)[:2] == ["Power", "Rosa"]
    table.sortByColumn(ThingRows.NAME, Qt.SortOrder.DescendingOrder)
    assert cells(table, ThingRows.NAME)[-1] == "Power"


def test_a_note_is_written_from_the_lists(map_place: MapPlace, settle: Settle) -> None:
    map_place.show_page("list")
    map_place.lists.buttons["note"].click()
    field = map_place.work.field
    assert field.isVisible()
    QTest.keyClicks(field, "From the list")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert "From the list" in cells(map_place.lists.things, ThingRows.NAME)
