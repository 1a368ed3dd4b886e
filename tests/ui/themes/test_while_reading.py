"""Evidence chosen while reading: from a coding, and from words that nobody coded."""

from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from ui.conftest import select, settled

from qualcode.app.theme_facts import chosen_evidence
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def entry(workspace: Workspace, kind: str, target: object, words: str) -> Any:
    workspace.coding.reader.context_menu.emit(kind, target, QPoint(0, 0))
    menu = [one for one in workspace.coding.findChildren(QMenu) if one.isVisible()][-1]
    return menu, next(action for action in menu.actions() if action.text() == words)


def quotes(workspace: Workspace, name: str) -> tuple[list[str], list[str]]:
    with workspace.project.read() as read:
        theme = next(one for one in read.codes() if one.name == name)
        found = chosen_evidence(read, theme.id)
    return [one.passage.quote for one in found[0]], [one.passage.quote for one in found[1]]


def choose_theme(qtbot: QtBot, workspace: Workspace, name: str) -> list[str]:
    dialog = workspace.themes.dialog
    assert dialog is not None
    offered = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    dialog.field.setText(name)
    dialog.accept()
    settled(qtbot, workspace)
    return offered


def test_selected_words_speak_against_a_theme(qtbot: QtBot, window: MainWindow, themed: Workspace) -> None:
    select(themed, "We started from what we both needed")
    menu, action = entry(themed, "text", None, "Evidence against a theme…")
    action.trigger()
    menu.close()
    assert choose_theme(qtbot, themed, "Power") == ["Power", "Time", "Place"], "themes only"
    assert quotes(themed, "Power") == (["a steering group"], ["We started from what we both needed"])
    assert "evidence against “Power”" in window.toasts.text.text()


def test_a_coding_speaks_for_a_theme_it_does_not_stand_in(qtbot: QtBot, themed: Workspace) -> None:
    coding = next(one for one in themed.coding.codings if one.start == themed.coding.text.index("They asked"))
    menu, action = entry(themed, "coding", coding.id, "Evidence for a theme…")
    action.trigger()
    menu.close()
    choose_theme(qtbot, themed, "Place")
    assert quotes(themed, "Place") == (["They asked early"], [])


def test_without_a_theme_the_way_to_one_is_said(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    from qualcode.app import codebook

    workspace.bridge.do(codebook.define_code, "Power", kind="code")
    settled(qtbot, workspace)
    workspace.themes.ask_theme(("P03 Rosa", 0, 3), "for")
    assert workspace.themes.dialog is None
    assert "There is no theme yet" in window.toasts.text.text()
