"""The code panel: what keys do, where it stands, and that an input method's Enter applies nothing."""

from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from qualcode.ui.reader.code_panel import CHOOSE, CODE, NEW, WIDTH, CodePanel, PanelEntry
from qualcode.ui.reader.matching import Draft
from qualcode.ui.reader.panel_rows import ROW

NAMES = ("unpaid labour", "labelling", "give and take", "trust takes years")
ENTRIES = [
    PanelEntry(UUID(int=n), name, f"Power > {name}", f"About {name}.", n, str(n), "#2067DA", "code")
    for n, name in enumerate(NAMES)
]
POWER = PanelEntry(UUID(int=9), "Power", "Power", "Who decides.", 0, "", "#2067DA", "theme")
ENTRIES.append(POWER)


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


def open_panel(panel: CodePanel, typed: str = "lab", rect: QRect | None = None, purpose: str = CODE) -> None:
    window = panel.parentWidget()
    rect = rect or QRect(window.mapToGlobal(QPoint(300, 200)), QSize(80, 28))
    bounds = QRect(window.mapToGlobal(QPoint(100, 0)), window.size()).adjusted(0, 0, -400, 0)
    panel.open_at(rect, typed, ENTRIES, [ENTRIES[2].code_id], POWER.code_id, bounds, purpose)
    QApplication.processEvents()


def rows(panel: CodePanel) -> list[str]:
    found = (panel.list.item(number).data(ROW) for number in range(panel.list.count()))
    return [row.hit.entry.name if row.hit else row.text for row in found]


def test_rows_are_hits_recents_and_create(panel: CodePanel) -> None:
    open_panel(panel)
    assert rows(panel) == ["labelling", "unpaid labour", "Recent", "give and take", "Create “lab” under Power"]


def test_the_definition_is_that_of_the_code_that_stands_out_and_the_card_does_not_jump(panel: CodePanel) -> None:
    open_panel(panel)
    assert panel.definition.text() == "About labelling."
    before = panel.geometry()
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.definition.text() == "About unpaid labour."
    assert panel.geometry() == before


def test_a_long_definition_is_cut_and_whole_in_its_tip(panel: CodePanel, qtbot: QtBot) -> None:
    long = "When people say what it costs them to wait. " * 30
    entries = [PanelEntry(UUID(int=1), "waiting", "waiting", long, 0, "", "#2067DA", "code")]
    panel.open_at(QRect(0, 0, 10, 10), "wait", entries, [], None)
    assert panel.definition.text().endswith("…")
    assert panel.definition.toolTip() == long
    needed = panel.definition.heightForWidth(panel.definition.width())
    assert needed <= panel.definition.height()


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
    assert created.args == [Draft("lab", POWER.code_id), False]


def test_enter_on_nothing_found_creates_and_never_applies_a_recent_code(panel: CodePanel, qtbot: QtBot) -> None:
    open_panel(panel, "quite  new")
    with qtbot.assertNotEmitted(panel.applied), qtbot.waitSignal(panel.created) as created:
        QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert created.args == [Draft("quite new", POWER.code_id), False]


@pytest.mark.parametrize(
    ("typed", "row", "made"),
    [
        ("Power > gate", "Create “gate” under Power", Draft("gate", POWER.code_id)),
        ("power>gate", "Create “gate” under Power", Draft("gate", POWER.code_id)),
        ("Trust > gate", "Create “gate” under Trust", Draft("gate", None, ("Trust",))),
        ("labelling > gate", "Create “gate” under labelling", Draft("gate", UUID(int=1))),
        ("Power > Trust > gate", "Create “gate” under Power > Trust", Draft("gate", POWER.code_id, ("Trust",))),
        ("> gate", "Create “gate”", Draft("gate")),
    ],
)
def test_a_path_names_the_parent_of_a_new_code(
    panel: CodePanel, qtbot: QtBot, typed: str, row: str, made: Draft
) -> None:
    open_panel(panel, typed)
    assert rows(panel)[-1] == row
    with qtbot.waitSignal(panel.created) as created:
        QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert created.args == [made, False]


def test_a_path_that_is_there_finds_its_code(panel: CodePanel, qtbot: QtBot) -> None:
    open_panel(panel, "power > labelling")
    assert not any(row.startswith("Create") for row in rows(panel))
    with qtbot.waitSignal(panel.applied) as applied:
        QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert applied.args == [ENTRIES[1].code_id, False]


def test_the_greater_than_key_makes_the_code_that_stands_out_the_parent(panel: CodePanel, qtbot: QtBot) -> None:
    open_panel(panel, "")
    QTest.keyClicks(panel.field, "lab")
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    QTest.keyClicks(panel.field, ">")
    assert panel.field.text() == "Power > unpaid labour > "
    QTest.keyClicks(panel.field, "at night")
    with qtbot.waitSignal(panel.created) as created:
        QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert created.args == [Draft("at night", UUID(int=0)), False]


def test_open_coding_suggests_nothing(panel: CodePanel, qtbot: QtBot) -> None:
    open_panel(panel, "", purpose=NEW)
    assert rows(panel) == []
    QTest.keyClicks(panel.field, "lab")
    assert rows(panel) == ["Create “lab” under Power"]
    with qtbot.assertNotEmitted(panel.applied), qtbot.waitSignal(panel.created) as created:
        QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert created.args == [Draft("lab", POWER.code_id), False]


def test_open_coding_takes_the_code_that_has_the_very_name(panel: CodePanel, qtbot: QtBot) -> None:
    open_panel(panel, "Labelling", purpose=NEW)
    assert rows(panel) == ["labelling"]
    with qtbot.waitSignal(panel.applied) as applied:
        QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert applied.args == [ENTRIES[1].code_id, False]


def test_choosing_a_code_neither_applies_nor_makes_one(panel: CodePanel, qtbot: QtBot) -> None:
    open_panel(panel, "lab", purpose=CHOOSE)
    assert not any(row.startswith("Create") for row in rows(panel))
    with qtbot.assertNotEmitted(panel.applied), qtbot.waitSignal(panel.chosen) as chosen:
        QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert chosen.args == [ENTRIES[1].code_id]
    assert not panel.isVisible()
    open_panel(panel, "nobody", purpose=CHOOSE)
    with qtbot.assertNotEmitted(panel.created):
        QTest.keyClick(panel.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)


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
