"""The code panel: what keys do, where it stands, and that an input method's Enter applies nothing."""

from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from qualcode.ui.reader.code_panel import WIDTH, CodePanel, PanelEntry
from qualcode.ui.reader.panel_rows import ROW

NAMES = ("unpaid labour", "labelling", "give and take", "trust takes years")
ENTRIES = [
    PanelEntry(UUID(int=n), name, f"Power > {name}", f"About {name}.", n, str(n), "#2067DA", "code")
    for n, name in enumerate(NAMES)
]


@pytest.fixture
def panel(qtbot: QtBot, request: pytest.FixtureRequest) -> CodePanel:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.before = QLineEdit(window)
    made = CodePanel(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    window.before.setFocus()
    request.node.window = window  # or it would go, and the panel with it
    return made


def open_panel(panel: CodePanel, typed: str = "lab", rect: QRect | None = None) -> None:
    window = panel.parentWidget()
    rect = rect or QRect(window.mapToGlobal(QPoint(300, 200)), QSize(80, 28))
    bounds = QRect(window.mapToGlobal(QPoint(100, 0)), window.size()).adjusted(0, 0, -400, 0)
    panel.open_at(rect, typed, ENTRIES, [ENTRIES[2].code_id], "Reciprocity", bounds)
    QApplication.processEvents()


def rows(panel: CodePanel) -> list[str]:
    found = (panel.list.item(number).data(ROW) for number in range(panel.list.count()))
    return [row.hit.entry.name if row.hit else row.text for row in found]


def test_rows_are_hits_first_definition_recents_and_create(panel: CodePanel) -> None:
    open_panel(panel)
    assert rows(panel) == [
        "labelling",
        "About labelling.",
        "unpaid labour",
        "Recent",
        "give and take",
        "Create “lab” under Reciprocity",
    ]


@pytest.mark.parametrize(("key", "stay"), [(Qt.Key.Key_Return, False), (Qt.Key.Key_Tab, True)])
def test_enter_applies_and_closes_tab_applies_and_stays(
    panel: CodePanel, qtbot: QtBot, key: Qt.Key, stay: bool
) -> None:
    open_panel(panel)
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.applied) as applied:
        QTest.keyClick(panel.field, key)
    assert applied.args == [ENTRIES[0].code_id, stay]
    assert panel.isVisible() == stay


def test_shift_enter_creates_even_when_something_fits(panel: CodePanel, qtbot: QtBot) -> None:
    open_panel(panel)
    with qtbot.waitSignal(panel.created) as created:
        QTest.keyClick(panel.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert created.args == ["lab", False]


def test_enter_on_nothing_found_creates_and_never_applies_a_recent_code(panel: CodePanel, qtbot: QtBot) -> None:
    open_panel(panel, "quite  new")
    with qtbot.assertNotEmitted(panel.applied), qtbot.waitSignal(panel.created) as created:
        QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert created.args == ["quite new", False]


def test_a_taken_name_is_not_offered_again(panel: CodePanel) -> None:
    open_panel(panel, "LABELLING")
    assert not any(row.startswith("Create") for row in rows(panel))


def test_the_enter_of_an_input_method_applies_nothing(panel: CodePanel, qtbot: QtBot) -> None:
    open_panel(panel, "")
    QApplication.sendEvent(panel.field, QInputMethodEvent("lab", []))
    committed = QInputMethodEvent("", [])
    committed.setCommitString("lab")
    with qtbot.assertNotEmitted(panel.applied, wait=20):
        QTest.keyClick(panel.field, Qt.Key.Key_Return)
        QApplication.sendEvent(panel.field, committed)
        QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert panel.field.text() == "lab"
    with qtbot.waitSignal(panel.applied):
        QTest.keyClick(panel.field, Qt.Key.Key_Return)


def test_escape_and_a_click_elsewhere_close_and_give_the_focus_back(panel: CodePanel, qtbot: QtBot) -> None:
    window = panel.parentWidget()
    open_panel(panel)
    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(window.before.hasFocus)
    open_panel(panel)
    with qtbot.waitSignal(panel.closed):
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(5, 690))
    assert not panel.isVisible()


def test_their_words_are_asked_for_with_ctrl_i(panel: CodePanel, qtbot: QtBot) -> None:
    open_panel(panel)
    with qtbot.waitSignal(panel.in_vivo):
        QTest.keyClick(panel.field, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)


def card(panel: CodePanel) -> QRect:
    return panel.geometry().adjusted(20, 20, -20, -20)


def test_it_stands_below_the_selection_inside_the_words(panel: CodePanel) -> None:
    open_panel(panel)
    assert (card(panel).top(), card(panel).width()) == (200 + 28 + 8, WIDTH)
    assert card(panel).left() >= 100
    assert card(panel).right() < 700


def test_it_stands_above_where_there_is_no_room_below(panel: CodePanel) -> None:
    window = panel.parentWidget()
    open_panel(panel, rect=QRect(window.mapToGlobal(QPoint(300, 640)), QSize(50, 28)))
    assert card(panel).bottom() < 640
    assert card(panel).top() >= 0
