"""Names typed into a condition of which one is how another begins."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.queries.desks import Desk

from qualcode.app import cases, codebook
from qualcode.ui.look import look
from qualcode.ui.queries.drafts import VARIABLE, Condition
from qualcode.ui.queries.value_field import ValueField


@pytest.fixture
def variables(desk: Desk) -> Desk:
    """Two variables, one of them a date, and a condition about one that is not chosen yet."""
    cases.set_value(desk.project, "Anna", "age", 41)
    cases.add_variable(desk.project, "age group", "text")
    cases.set_value(desk.project, "Anna", "age group", "forties")
    cases.add_variable(desk.project, "aged since", "date")
    desk.settle()
    desk.view.builder.show_draft(Condition(VARIABLE), tell=True)
    desk.view.activateWindow()
    desk.row().begin()
    return desk


def test_the_longer_name_can_be_typed_to_its_end(variables: Desk, qtbot: QtBot) -> None:
    row = variables.row()
    field = row.variable
    assert field is not None
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(QApplication.focusWidget(), "age")
    qtbot.wait(500)  # longer than it waits after the last key
    assert variables.row() is row  # the controls are the same, and so is what has the keyboard
    assert field.hasFocus()
    QTest.keyClicks(QApplication.focusWidget(), " group")
    variables.settle()
    assert variables.row() is row
    assert row.condition.variable == "age group"
    assert field.currentText() == "age group"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert isinstance(row.value, ValueField)
    qtbot.waitUntil(row.value.hasFocus)
    assert [row.value.itemText(number) for number in range(row.value.count())] == ["forties"]
    variables.write("forties")
    assert variables.view.builder.text.text() == 'case:"age group"=forties'
    assert len(variables.shown()) == len(variables.told('case:"age group"=forties')) - 1


def test_another_variable_empties_the_value_and_says_how_a_date_is_compared(variables: Desk) -> None:
    row = variables.row()
    assert row.variable is not None
    assert row.sign is not None
    QTest.keyClicks(row.variable.line, "age")
    QTest.keyClick(row.variable.line, Qt.Key.Key_Return)
    assert row.sign.itemText(1) == "at least"
    variables.write("41")
    assert variables.view.builder.text.text() == "case:age=41"
    row.variable.line.selectAll()
    QTest.keyClicks(row.variable.line, "aged since")
    variables.settle()
    assert row.sign.itemText(1) == "from"
    assert isinstance(row.value, ValueField)
    assert row.value.currentText() == ""
    assert variables.view.builder.query is None


def test_a_shorter_code_is_not_asked_for_on_the_way_to_a_longer_one(desk: Desk, qtbot: QtBot) -> None:
    codebook.add_code(desk.project, "trustworthy")
    desk.settle()
    row = desk.row()
    asked: list[str] = []
    desk.view.builder.changed.connect(lambda: asked.append(desk.view.builder.written))
    assert isinstance(row.value, ValueField)
    QTest.keyClicks(row.value.line, "trustworthy")
    desk.settle()
    assert asked == ["trustworthy"]
    row.value.line.selectAll()
    QTest.keyClicks(row.value.line, "trust")
    qtbot.waitUntil(lambda: asked == ["trustworthy", "trust"])


def test_what_is_half_typed_stays_when_a_condition_is_added(desk: Desk) -> None:
    row = desk.row()
    assert isinstance(row.value, ValueField)
    QTest.keyClicks(row.value.line, "unpaid h")
    desk.view.builder.add_button.click()
    assert desk.row(0).condition.value == "unpaid h"


def test_what_is_half_typed_stays_when_the_letters_grow(desk: Desk) -> None:
    row = desk.row()
    assert isinstance(row.value, ValueField)
    QTest.keyClicks(row.value.line, "unpaid h")
    look().set_scale(125)
    look().finish()
    look().set_scale(100)
    look().finish()
    assert desk.row().condition.value == "unpaid h"


def test_what_is_half_typed_goes_with_its_field(desk: Desk, qtbot: QtBot) -> None:
    desk.ask("give AND get")
    desk.view.activateWindow()
    row = desk.row(1)
    row.begin()
    assert isinstance(row.value, ValueField)
    qtbot.waitUntil(row.value.hasFocus)
    row.value.line.selectAll()
    QTest.keyClicks(row.value.line, "unpa")
    desk.view.builder.clear_button.click()
    desk.settle()
    assert desk.view.builder.draft == Condition()
    assert desk.view.builder.query is None
    assert desk.view.builder.problem.isHidden()


def test_enter_takes_the_one_code_that_is_offered(desk: Desk, qtbot: QtBot) -> None:
    desk.view.activateWindow()
    row = desk.row()
    row.begin()
    assert isinstance(row.value, ValueField)
    qtbot.waitUntil(row.value.hasFocus)
    desk.write("unpa")
    assert desk.row().condition.value == "Exchange > unpaid"
    assert desk.view.builder.problem.isHidden()
    assert len(desk.shown()) == len({(r["document"], r["start"]) for r in desk.told("unpaid")})
    desk.write("g")  # several have it
    assert desk.row().condition.value == "g"
    assert not desk.view.builder.problem.isHidden()


def test_a_code_is_shown_by_its_end_when_its_field_is_left(desk: Desk, qtbot: QtBot) -> None:
    parent = codebook.add_code(desk.project, "what takes years between two partners", "theme")
    codebook.add_code(desk.project, "first contact", parent=parent)
    desk.settle()
    desk.view.activateWindow()
    row = desk.row()
    row.begin()
    assert isinstance(row.value, ValueField)
    qtbot.waitUntil(row.value.hasFocus)
    desk.write("first con")
    field = desk.row().value
    assert isinstance(field, ValueField)
    field.completer().popup().hide()
    assert field.currentText().endswith("> first contact")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(field, Qt.Key.Key_Home)  # to read the rest of it
    assert field.line.cursorPosition() == 0
    desk.row().kind.setFocus()
    assert field.line.cursorPosition() == len(field.currentText())
