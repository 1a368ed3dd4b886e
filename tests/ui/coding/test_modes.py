"""One code for every selection, and a new code for every selection."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from ui.conftest import press, select, settled

from qualcode.ui.coding.modes import OFF, ONE_CODE, OPEN
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


def coded(workspace: Workspace) -> list[tuple[str, str]]:
    tab = workspace.coding
    return [(tab.text[one.start : one.end], tab.codebook.by_id[one.code].name) for one in tab.reader.codings]


def begin(qtbot: QtBot, window: MainWindow, workspace: Workspace, typed: str) -> None:
    """Choose the code that every selection gets."""
    press(qtbot, window, "one_code")
    panel = workspace.coding.flow.panel
    qtbot.keyClicks(panel.field, typed)
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    qtbot.wait(5)


def caret(workspace: Workspace, words: str) -> None:
    at = workspace.coding.text.index(words)
    workspace.coding.reader.select(at, at)
    workspace.coding.reader.reveal(at, at)
    workspace.coding.reader.setFocus()


def extend(qtbot: QtBot, workspace: Workspace, times: int) -> None:
    """Select word by word with the keys, and let them go."""
    view = workspace.coding.reader.view
    both = SHIFT | Qt.KeyboardModifier.ControlModifier
    qtbot.keyPress(view, Qt.Key.Key_Shift, SHIFT)
    for _ in range(times):
        qtbot.keyClick(view, Qt.Key.Key_Right, both)
    qtbot.keyRelease(view, Qt.Key.Key_Shift)
    qtbot.wait(10)


def test_every_selection_gets_the_code_until_esc(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    tab = workspace.coding
    assert tab.mode_bar.isHidden()
    caret(workspace, "In the room")
    begin(qtbot, window, workspace, "trust")
    assert tab.modes.mode == ONE_CODE
    assert tab.mode_bar.isVisible()
    assert tab.mode_bar.text.text() == "“trust takes years” for every selection"
    assert window.commands["one_code"].isChecked()
    extend(qtbot, workspace, 3)
    assert coded(workspace) == [("In the room ", "trust takes years")] or coded(workspace) == [
        ("In the room", "trust takes years")
    ]
    settled(qtbot, workspace)
    caret(workspace, "Who decides")
    extend(qtbot, workspace, 2)
    settled(qtbot, workspace)
    assert {words for words, _ in coded(workspace)} == {"In the room", "Who decides"}
    qtbot.keyClick(tab.reader.view, Qt.Key.Key_Escape)
    assert tab.modes.mode == OFF
    assert tab.mode_bar.isHidden()
    assert not window.commands["one_code"].isChecked()
    caret(workspace, "They asked")
    extend(qtbot, workspace, 2)
    settled(qtbot, workspace)
    assert len(coded(workspace)) == 2


def test_what_is_selected_when_the_mode_begins_is_coded_at_once(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    select(workspace, "a steering group")
    begin(qtbot, window, workspace, "who")
    settled(qtbot, workspace)
    assert coded(workspace) == [("a steering group", "who decides")]


def test_growing_by_keys_codes_when_they_are_let_go(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    caret(workspace, "steering")
    begin(qtbot, window, workspace, "who")
    view = workspace.coding.reader.view
    qtbot.keyPress(view, Qt.Key.Key_Alt, ALT)
    for _ in range(2):
        press(qtbot, window, "grow")
        assert coded(workspace) == []
    qtbot.keyRelease(view, Qt.Key.Key_Alt)
    qtbot.wait(10)
    assert coded(workspace) == [("On paper, a steering group.", "who decides")]
    settled(qtbot, workspace)


def test_a_passage_gone_to_waits_for_enter(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    begin(qtbot, window, workspace, "who")
    view = workspace.coding.reader.view
    workspace.coding.reader.setFocus()
    qtbot.keyPress(view, Qt.Key.Key_Shift, SHIFT)
    press(qtbot, window, "next_uncoded")
    qtbot.keyRelease(view, Qt.Key.Key_Shift)
    qtbot.wait(10)
    assert coded(workspace) == []
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert coded(workspace) == [("What changed after that?", "who decides")]
    settled(qtbot, workspace)


def test_the_mouse_codes_when_it_is_let_go_and_three_clicks_are_one_selection(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(qtbot, window, workspace, "who")
    reader = workspace.coding.reader
    port = reader.view.viewport()

    def place(words: str) -> QPoint:
        at = workspace.coding.text.index(words)
        reader.select(at, at)
        return reader.view.cursorRect().center() + QPoint(2, 0)

    start, end = place("We started"), place("from what")
    reader.select(0, 0)
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(port, end)
    assert coded(workspace) == []
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    qtbot.waitUntil(lambda: len(coded(workspace)) == 1)
    assert coded(workspace)[0][0].startswith("We started")
    settled(qtbot, workspace)
    there = place("steering")
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=there)
    qtbot.mouseDClick(port, Qt.MouseButton.LeftButton, pos=there)
    qtbot.waitUntil(lambda: ("steering", "who decides") in coded(workspace))
    settled(qtbot, workspace)


def test_another_code_is_chosen_and_a_removed_one_ends_the_mode(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    from qualcode.app import codebook

    begin(qtbot, window, workspace, "who")
    workspace.coding.mode_bar.other.click()
    panel = workspace.coding.flow.panel
    qtbot.keyClicks(panel.field, "power")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    qtbot.wait(5)
    assert workspace.coding.mode_bar.text.text() == "“Power” for every selection"
    code = next(found for found in workspace.coding.codebook.ordered if found.name == "Power")
    workspace.bridge.do(codebook.rename_code, code.id, "Might")
    settled(qtbot, workspace)
    assert workspace.coding.mode_bar.text.text() == "“Might” for every selection"
    workspace.bridge.do(codebook.remove_code, code.id)
    settled(qtbot, workspace)
    qtbot.waitUntil(lambda: workspace.coding.modes.mode == OFF)
    assert workspace.coding.mode_bar.isHidden()


def test_esc_in_the_panel_begins_no_mode(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "one_code")
    qtbot.keyClick(workspace.coding.flow.panel.field, Qt.Key.Key_Escape)
    qtbot.wait(5)
    assert workspace.coding.modes.mode == OFF
    assert not window.commands["one_code"].isChecked()
    begin(qtbot, window, workspace, "who")
    press(qtbot, window, "one_code")
    assert workspace.coding.modes.mode == OFF


def test_open_coding_asks_for_a_new_code_at_every_selection(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    tab = workspace.coding
    workspace.use.used(tab.codebook.ordered[0].id)
    press(qtbot, window, "open_coding")
    assert tab.modes.mode == OPEN
    assert "Open coding" in tab.mode_bar.text.text()
    panel = tab.flow.panel
    for words, name in (("In the room", "where it is decided"), ("They asked", "asking")):
        caret(workspace, words)
        extend(qtbot, workspace, 2)
        assert panel.isVisible()
        assert panel.field.text() == ""
        assert panel.list.count() == 0
        qtbot.keyClicks(panel.field, name)
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
        settled(qtbot, workspace)
    assert {name for _, name in coded(workspace)} == {"where it is decided", "asking"}
    workspace.coding.reader.setFocus()
    qtbot.keyClick(tab.reader.view, Qt.Key.Key_Escape)
    assert tab.modes.mode == OFF
    select(workspace, "Trust takes")
    press(qtbot, window, "code")
    assert panel.list.count() > 0, "suggestions are back"
    press(qtbot, window, "open_coding")


def test_open_coding_with_a_parent_makes_it_in_the_same_step(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    tab = workspace.coding
    select(workspace, "In the room")
    press(qtbot, window, "code_new")
    qtbot.keyClicks(tab.flow.panel.field, "Place > room")
    qtbot.keyClick(tab.flow.panel.field, Qt.Key.Key_Return)
    settled(qtbot, workspace)
    book = tab.codebook
    assert {book.path(code.id) for code in book.ordered if code.name in ("Place", "room")} == {"Place", "Place > room"}
    press(qtbot, window, "undo")
    settled(qtbot, workspace)
    assert not {code.name for code in tab.codebook.ordered} & {"Place", "room"}
