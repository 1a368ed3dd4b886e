"""Redacting words in the reader: seen there, said in a tip, taken back, and kept while one types."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot
from ui.conftest import ROSA, press, select, settled

from qualcode.app import documents, redactions
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace

WORDS = "a steering group"


@pytest.fixture
def said(workspace: Workspace) -> list[tuple[str, object]]:
    """What the toasts said, and what they offer to take back."""
    found: list[tuple[str, object]] = []
    workspace.said.connect(lambda text, step: found.append((text, step)))
    return found


def redacted(workspace: Workspace) -> list[str]:
    text = workspace.coding.text
    return [text[start:end] for start, end in workspace.coding.reader.view.marking.redacted]


def menu_of(workspace: Workspace, target: tuple[int, int]) -> list[str]:
    workspace.coding.reader.context_menu.emit("text", target, QPoint(10, 10))
    menu = next(one for one in workspace.coding.findChildren(QMenu) if one.isVisible())
    names = [action.text() for action in menu.actions()]
    menu.close()
    return names


def test_words_are_redacted_set_off_and_taken_back(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, said: list[tuple[str, object]]
) -> None:
    span = select(workspace, WORDS)
    assert "Redact in exports" in menu_of(workspace, span)
    assert "Take back redaction" not in menu_of(workspace, span)
    press(qtbot, window, "redact")
    settled(qtbot, workspace)
    assert redacted(workspace) == [WORDS]
    assert said[-1][0] == "Redacted: exports print […] here."
    assert said[-1][1] is not None
    press(qtbot, window, "redact")
    settled(qtbot, workspace)
    assert said[-1] == ("These words are redacted already.", None)
    workspace.coding.reader.select(span[0], span[0])
    assert "Take back redaction" in menu_of(workspace, (span[0] + 2, span[0] + 2))
    press(qtbot, window, "unredact")
    settled(qtbot, workspace)
    assert redacted(workspace) == []
    assert said[-1][0].startswith("1 redaction")
    press(qtbot, window, "unredact")
    assert said[-1] == ("Nothing is redacted here.", None)
    workspace.undo()
    settled(qtbot, workspace)
    assert redacted(workspace) == [WORDS]


def test_without_a_selection_the_window_asks_for_one(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, said: list[tuple[str, object]]
) -> None:
    press(qtbot, window, "redact")
    assert said == [("Select the words that exports are not to print.", None)]
    assert "Redact in exports" not in menu_of(workspace, (3, 3))


def test_a_tip_says_why_and_a_copied_citation_leaves_the_words_out(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    tab = workspace.coding
    start, end = select(workspace, WORDS)
    redactions.redact(workspace.project, "P03 Rosa", start + 2, end, "names the board")
    settled(qtbot, workspace)
    view = tab.reader.view
    box = view.scene.geometry.boxes(start + 2, end, view.window())[0]
    place = QPoint(int(box.center().x()), int(box.center().y()) - view.verticalScrollBar().value())
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    assert QToolTip.text() == "Redacted: exports print […] here.\nnames the board"
    QToolTip.hideText()
    assert tab.redacting._at(QPointF(1, 1)) is None
    press(qtbot, window, "copy_citation")
    assert QGuiApplication.clipboard().text() == "“a […]” (P03 Rosa, turn 4)"


def test_what_is_redacted_follows_the_text(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    select(workspace, WORDS)
    press(qtbot, window, "redact")
    settled(qtbot, workspace)
    documents.edit_text(workspace.project, "P03 Rosa", 0, 0, "A note.\n")
    qtbot.waitUntil(lambda: workspace.coding.text.startswith("A note."), timeout=60_000)
    settled(qtbot, workspace)
    assert redacted(workspace) == [WORDS]


def test_what_is_redacted_moves_while_one_types(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    select(workspace, WORDS)
    press(qtbot, window, "redact")
    settled(qtbot, workspace)
    tab = workspace.coding
    press(qtbot, window, "edit_text")
    tab.reader.select(0, 0)
    qtbot.keyClicks(tab.reader.view, "Well ")
    assert tab.text.startswith("Well INT")
    assert redacted(workspace) == [WORDS]
    press(qtbot, window, "edit_text")
    settled(qtbot, workspace)
    assert redacted(workspace) == [WORDS]
    assert tab.text == "Well " + ROSA


def test_a_reader_may_not_redact(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    span = select(workspace, WORDS)
    redactions.redact(workspace.project, "P03 Rosa", *span)
    settled(qtbot, workspace)
    workspace.project.reviewing = True
    window.commands.set_state(workspace.project, document=True)
    assert not window.commands["redact"].isEnabled()
    assert not window.commands["unredact"].isEnabled()
    assert redacted(workspace) == [WORDS]


def test_several_redactions_of_a_selection_go_together(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, said: list[tuple[str, object]]
) -> None:
    for words in (WORDS, "Trust takes years"):
        select(workspace, words)
        press(qtbot, window, "redact")
        settled(qtbot, workspace)
    assert redacted(workspace) == [WORDS, "Trust takes years"]
    workspace.coding.reader.select(0, len(ROSA))
    press(qtbot, window, "unredact")
    settled(qtbot, workspace)
    assert redacted(workspace) == []
    assert said[-1][0].startswith("2 redaction")
