"""Typed words are never dropped: a write that fails, a document that goes, a project that is closed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.conftest import code_by_keyboard, opened, press, put_cursor, select, settled

from qualcode.app import documents, rewriting
from qualcode.app.project import open_project
from qualcode.domain.documents import TEXT_LIMIT
from qualcode.ui.dialogs.unwritten import UnwrittenDialog
from qualcode.ui.editing.unwritten import unwritten_words
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def texts(workspace: Workspace) -> dict[str, str]:
    """The documents of the project and what they hold."""
    with workspace.project.read() as read:
        return {one.name: read.text(one) for one in read.documents()}


def other(workspace: Workspace) -> object:
    """The id of a document that is not open."""
    with workspace.project.read() as read:
        return next(one.id for one in read.documents() if workspace.coding.document != one)


def write_on(qtbot: QtBot, window: MainWindow, workspace: Workspace, words: str) -> None:
    press(qtbot, window, "edit_text")
    put_cursor(workspace, "On paper")
    qtbot.keyClicks(workspace.coding.reader.view, words)


def shown(window: MainWindow) -> UnwrittenDialog:
    window.workspace.texts._unwritten.button.click()
    return next(one for one in window.findChildren(UnwrittenDialog) if one.isVisible())


@pytest.fixture
def refused(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], None]:
    """Words were typed that are not written, and another document is open; call it to let the project write again."""
    write_on(qtbot, window, workspace, "Well, ")
    monkeypatch.setattr(rewriting, "TEXT_LIMIT", 10)
    workspace.coding.open_document(other(workspace))
    settled(qtbot, workspace)
    return lambda: monkeypatch.setattr(rewriting, "TEXT_LIMIT", TEXT_LIMIT)


def test_words_whose_write_fails_under_another_document_are_kept_and_written_again(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, refused: Callable[[], None]
) -> None:
    assert window.toasts.text.text() == "What was typed into “P03 Rosa” is not written. It is kept."
    assert workspace.coding.document.name == "P06 刘"
    dialog = shown(window)
    assert dialog.text.toPlainText() == "Well, "
    assert "A text may have 10 characters" in dialog.problem.text()
    dialog.again.click()
    settled(qtbot, workspace)
    assert dialog.isVisible(), "still refused"
    refused()
    dialog.again.click()
    settled(qtbot, workspace)
    assert "Well, On paper" in texts(workspace)["P03 Rosa"]
    assert not [one for one in window.findChildren(UnwrittenDialog) if one.isVisible()]
    assert not workspace.texts._unwritten.button.isVisible()
    assert workspace.project.history()[-1].action == "documents.edit_passages"
    press(qtbot, window, "undo")
    settled(qtbot, workspace)
    assert "Well" not in texts(workspace)["P03 Rosa"]


def test_they_can_be_copied_and_only_go_when_it_is_said_twice(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, refused: Callable[[], None]
) -> None:
    dialog = shown(window)
    dialog.copy.click()
    assert QApplication.clipboard().text() == "Well, "
    dialog.drop.click()
    assert unwritten_words(workspace.bridge).kept
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert workspace.texts._unwritten.button.isVisible(), "closing lets nothing go"
    dialog = shown(window)
    dialog.drop.click()
    dialog.drop.click()
    assert unwritten_words(workspace.bridge).kept == []
    assert not workspace.texts._unwritten.button.isVisible()


def test_words_typed_into_a_document_that_somebody_removes_become_one_of_their_own(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    write_on(qtbot, window, workspace, "Well, ")
    with open_project(Path(window.place), coder="Jun", insist=True) as colleague:
        documents.remove_document(colleague, "P03 Rosa")
    qtbot.waitUntil(lambda: unwritten_words(workspace.bridge).kept != [], timeout=60_000)
    settled(qtbot, workspace)
    dialog = shown(window)
    assert dialog.text.toPlainText() == "Well, "
    dialog.apart.click()
    settled(qtbot, workspace)
    assert "Well, On paper" in texts(workspace)["P03 Rosa"]
    assert workspace.coding.document.name == "P03 Rosa"
    assert unwritten_words(workspace.bridge).kept == []


def test_what_cannot_be_written_on_closing_is_offered_when_the_project_is_opened_again(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Path(window.place)
    write_on(qtbot, window, workspace, "Well, ")
    monkeypatch.setattr(rewriting, "TEXT_LIMIT", 10)
    window.close_project()
    monkeypatch.setattr(rewriting, "TEXT_LIMIT", TEXT_LIMIT)
    assert "P03 Rosa" in window.toasts.text.text()
    again = opened(qtbot, window, place)
    qtbot.waitUntil(again.texts._unwritten.button.isVisible, timeout=60_000)
    shown(window).again.click()
    settled(qtbot, again)
    assert "Well, On paper" in texts(again)["P03 Rosa"]
    window.close_project()
    third = opened(qtbot, window, place)
    settled(qtbot, third)
    assert not third.texts._unwritten.button.isVisible()


def test_two_bursts_that_were_refused_are_one_text(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_on(qtbot, window, workspace, "Well, ")
    monkeypatch.setattr(rewriting, "TEXT_LIMIT", 10)
    put_cursor(workspace, "Trust takes")
    qtbot.keyClicks(workspace.coding.reader.view, "Now ")
    workspace.coding.open_document(other(workspace))
    settled(qtbot, workspace)
    monkeypatch.setattr(rewriting, "TEXT_LIMIT", TEXT_LIMIT)
    (one,) = unwritten_words(workspace.bridge).kept
    assert one.words == "Well, \n\nNow "
    shown(window).again.click()
    settled(qtbot, workspace)
    text = texts(workspace)["P03 Rosa"]
    assert "Well, On paper" in text
    assert "Now Trust takes" in text


def test_what_comes_while_the_words_before_it_are_written_is_kept(
    qtbot: QtBot, workspace: Workspace, refused: Callable[[], None]
) -> None:
    words = unwritten_words(workspace.bridge)
    (first,) = words.kept
    refused()
    words.retry(first, lambda _made, _step: None)
    then = replace(
        first, key="0" * 32, base=first.text, text=f"{first.text} More.", edits=((len(first.text),) * 2 + (6,),)
    )
    words.keep(then, "")
    settled(qtbot, workspace)
    assert words.kept == [then]
    words.forget(then)


def test_what_waits_for_an_answer_is_in_a_file_meanwhile(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, qualcode_home: Path
) -> None:
    def kept() -> list[Path]:
        return list(qualcode_home.rglob("typed/*.json"))

    code_by_keyboard(qtbot, workspace, "a steering group", "who")
    press(qtbot, window, "edit_text")
    select(workspace, "paper, a steering group. ")
    qtbot.keyClick(workspace.coding.reader.view, Qt.Key.Key_Delete)
    assert kept() == []
    qtbot.waitUntil(lambda: kept() != [], timeout=60_000)
    qtbot.mouseClick(workspace.coding.edit_banner.keep, Qt.MouseButton.LeftButton)
    settled(qtbot, workspace)
    assert kept() == []
