"""The coding rules follow what is at hand, in the whole window."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui.conftest import code_by_keyboard, press, select, settled

from qualcode.app import memos
from qualcode.ui.panels.coding_rules import CodingRulesPanel
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


@pytest.fixture
def rules(qtbot: QtBot, workspace: Workspace, window: MainWindow) -> CodingRulesPanel:
    """The panel, opened by its command."""
    assert workspace.rules.panel is None  # nothing is built before it is asked for
    press(qtbot, window, "rules")
    panel = workspace.rules.panel
    assert panel is not None
    assert panel.isVisible()
    return panel


def name(panel: CodingRulesPanel) -> str:
    return panel._name.text() if panel.code is not None else ""


def test_it_follows_the_codebook(
    rules: CodingRulesPanel, workspace: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    assert name(rules) == ""
    for code in workspace.codebook.model.codebook.ordered:
        workspace.codebook.choose(code.id)
        assert name(rules) == code.name
    press(qtbot, window, "rules")
    assert not rules.isVisible()
    workspace.codebook.choose(workspace.codebook.model.codebook.ordered[0].id)
    workspace.codebook.rules_action.trigger()
    assert rules.isVisible()
    assert name(rules) == "Power"
    settled(qtbot, workspace)


def test_it_follows_the_code_panel_and_comes_back(
    rules: CodingRulesPanel, workspace: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    book = workspace.codebook.model.codebook
    workspace.codebook.choose(book.ordered[0].id)
    select(workspace, "two more pairs of hands")
    qtbot.keyClicks(workspace.coding.reader.view, "t")
    panel = workspace.coding.flow.panel
    assert name(rules) == "trust takes years"
    panel.field.clear()
    assert name(rules) == "Power"
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    assert name(rules) == "who decides"
    press(qtbot, window, "rules")
    press(qtbot, window, "rules")  # the keys stay where codes are typed
    assert rules.isVisible()
    assert panel.isVisible()
    assert not rules.area.hasFocus()
    qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    assert name(rules) == "Power"
    code_by_keyboard(qtbot, workspace, "a steering group", "who decides")
    assert name(rules) == "who decides"


def test_it_follows_the_chosen_coding(
    rules: CodingRulesPanel, workspace: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    code_by_keyboard(qtbot, workspace, "a steering group", "who decides")
    workspace.codebook.choose(workspace.codebook.model.codebook.ordered[0].id)
    workspace.coding.reader.choose(workspace.coding.codings[0].id)
    settled(qtbot, workspace)
    assert name(rules) == "who decides"
    qtbot.mouseClick(rules.segments_button, Qt.MouseButton.LeftButton)
    settled(qtbot, workspace)
    assert window.docks.shown("segments")
    assert not window.docks.shown("rules")


def test_a_memo_opens_in_the_journal_and_the_definition_in_its_dialog(
    rules: CodingRulesPanel, workspace: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    power = workspace.codebook.model.codebook.ordered[0]
    memos.write_memo(workspace.project, "Who may say no.", power, "On power", "code")
    workspace.codebook.choose(power.id)
    qtbot.waitUntil(lambda: not rules.memos.isHidden())
    qtbot.mouseClick(rules.edit_button, Qt.MouseButton.LeftButton)
    dialogs = [found for found in workspace._dialogs() if found.windowTitle() == "Define “Power”"]
    assert len(dialogs) == 1
    dialogs[0].close()
    qtbot.mouseClick(rules.memos.rows[0], Qt.MouseButton.LeftButton)
    settled(qtbot, workspace)
    journal = workspace.journal.panel
    assert journal is not None
    assert window.docks.shown("journal")
    assert journal.editor.memo is not None
    assert journal.editor.memo.title == "On power"


def test_a_panel_that_was_open_is_there_again(
    rules: CodingRulesPanel, workspace: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    place = window.place
    window.close_project()
    window.open_place(place)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=60_000)
    again = window.workspace
    assert again is not None
    settled(qtbot, again)
    assert again.rules.panel is not None
    assert again.rules.panel.isVisible()
    assert again.journal.panel is None
