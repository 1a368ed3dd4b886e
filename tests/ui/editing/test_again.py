"""Entering the edit mode again, and what else goes on while one types."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.conftest import code_by_keyboard, opened, press, put_cursor, select, settled, stored

from qualcode.app import settings
from qualcode.domain.history import Step
from qualcode.store.reading import Reading
from qualcode.ui.coding.opened import first_document
from qualcode.ui.dialogs.versions import VersionsDialog
from qualcode.ui.editing import editing
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def test_a_key_is_one_letter_however_often_the_mode_was_entered(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    view, reader = workspace.coding.reader.view, workspace.coding.reader
    for number in range(3):
        press(qtbot, window, "edit_text")
        put_cursor(workspace, "steering")
        qtbot.keyClicks(view, f"n{number} ")
        assert reader.text == view.toPlainText()
        press(qtbot, window, "edit_text")
        settled(qtbot, workspace)
    assert "a n0 n1 n2 steering group" in stored(workspace)
    press(qtbot, window, "edit_text")
    press(qtbot, window, "undo")  # shows another text within the mode
    settled(qtbot, workspace)
    put_cursor(workspace, "steering")
    qtbot.keyClicks(view, "ok ")
    press(qtbot, window, "edit_text")
    settled(qtbot, workspace)
    assert "a n0 n1 ok steering group" in stored(workspace)
    assert stored(workspace) == reader.text


def test_words_still_being_composed_are_kept_on_leaving(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    view, banner = workspace.coding.reader.view, workspace.coding.edit_banner
    press(qtbot, window, "edit_text")
    put_cursor(workspace, "steering")
    QApplication.sendEvent(view, QInputMethodEvent("xin ", []))
    qtbot.mouseClick(banner.done, Qt.MouseButton.LeftButton)
    settled(qtbot, workspace)
    assert "a xin steering group" in stored(workspace)
    assert stored(workspace) == workspace.coding.reader.text
    assert view.textCursor().block().layout().preeditAreaText() == ""


def test_hits_found_before_typing_are_looked_for_anew(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    tab = workspace.coding
    tab.find()
    tab.find_bar.field.setText("beginning")
    qtbot.keyClick(tab.find_bar.field, Qt.Key.Key_Return)
    settled(qtbot, workspace)
    assert len(tab.reader.view.marking.hits) == 1
    press(qtbot, window, "edit_text")
    put_cursor(workspace, "INT: What")
    qtbot.keyClicks(tab.reader.view, "Well ")
    press(qtbot, window, "find_next")
    settled(qtbot, workspace)
    assert [tab.text[slice(*hit)] for hit in tab.reader.view.marking.hits] == ["beginning"]
    start = tab.text.index("We started")
    tab.reader.select(start, len(tab.text) - 1)
    qtbot.keyClick(tab.reader.view, Qt.Key.Key_Delete)
    press(qtbot, window, "find_next")
    settled(qtbot, workspace)
    assert list(tab.reader.view.marking.hits) == []


def test_enter_writes_a_line_while_a_link_is_under_way(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    code_by_keyboard(qtbot, workspace, "a steering group", "who")
    code_by_keyboard(qtbot, workspace, "Trust takes years", "tru")
    tab, linking = workspace.coding, workspace.segment_work.linking
    first, second = sorted(tab.codings, key=lambda one: one.start)
    linking.begin(first.id)
    settled(qtbot, workspace)
    linking.choose(second.id)
    settled(qtbot, workspace)
    press(qtbot, window, "edit_text")
    put_cursor(workspace, "In the room")
    qtbot.keyClick(tab.reader.view, Qt.Key.Key_Return)
    assert "group. \nIn the room" in tab.reader.text
    assert linking.under_way


def test_an_undo_from_the_history_comes_after_what_was_typed(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    code_by_keyboard(qtbot, workspace, "a steering group", "who")
    press(qtbot, window, "history")
    settled(qtbot, workspace)
    panel = workspace.history
    newest = next(row for row, one in enumerate(panel.model.rows) if isinstance(one, Step))
    panel.list.setCurrentIndex(panel.model.index(newest))
    press(qtbot, window, "edit_text")
    put_cursor(workspace, "Trust takes")
    qtbot.keyClicks(workspace.coding.reader.view, "Well, ")
    panel.undo.click()
    settled(qtbot, workspace)
    actions = [one.action for one in workspace.project.history()[-2:]]
    assert actions == ["documents.edit_passages", "undo"]


def test_the_modes_of_coding_end_where_the_text_is_edited(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    tab = workspace.coding
    press(qtbot, window, "edit_text")
    press(qtbot, window, "open_coding")
    assert not tab.editing.on
    select(workspace, "a steering group")
    assert tab.mode_bar.isVisible()
    assert not tab.edit_banner.isVisible()
    press(qtbot, window, "edit_text")
    assert not tab.mode_bar.isVisible()


def test_what_is_set_off_and_bookmarked_is_painted_while_the_end_is_deleted(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    tab = workspace.coding
    press(qtbot, window, "uncoded")
    put_cursor(workspace, "Trust takes")
    press(qtbot, window, "bookmark")
    settled(qtbot, workspace)
    press(qtbot, window, "edit_text")
    start = tab.text.index("We started")
    tab.reader.select(start, len(tab.text))
    qtbot.keyClick(tab.reader.view, Qt.Key.Key_Delete)
    assert all(end <= len(tab.reader.text) for _, end in tab.reader.view.marking.uncoded)
    tab.grab()
    press(qtbot, window, "next_bookmark")
    press(qtbot, window, "edit_text")
    settled(qtbot, workspace)
    assert stored(workspace) == tab.reader.text == tab.reader.view.toPlainText()


def test_two_panes_write_on_the_same_document(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    left = workspace.coding
    press(qtbot, window, "beside")
    settled(qtbot, workspace)
    right = workspace.coding
    assert right is not left
    for tab, words in ((left, "steering"), (right, "Trust takes")):
        workspace.pair.activate(tab)
        press(qtbot, window, "edit_text")
        put_cursor(workspace, words)
        qtbot.keyClicks(tab.reader.view, "so ")
    for tab, words in ((left, "In the room"), (right, "And trust")):
        workspace.pair.activate(tab)
        put_cursor(workspace, words)
        qtbot.keyClicks(tab.reader.view, "er ")
    settled(qtbot, workspace)
    qtbot.wait(1_000)
    settled(qtbot, workspace)
    for words in ("a so steering group", "so Trust takes", "er In the room", "er And trust"):
        assert words in stored(workspace)
    assert [tab.reader.text for tab in (left, right)] == [stored(workspace)] * 2
    assert [tab.reader.view.toPlainText() for tab in (left, right)] == [stored(workspace)] * 2
    press(qtbot, window, "close_beside")
    settled(qtbot, workspace)
    assert workspace.coding.editing.on == window.commands["edit_text"].isChecked()


def test_a_closed_pane_does_not_go_on_coding(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "beside")
    settled(qtbot, workspace)
    right = workspace.coding
    press(qtbot, window, "open_coding")
    assert right.mode_bar.isVisible()
    workspace.pair.close_tab(right)
    press(qtbot, window, "beside")
    settled(qtbot, workspace)
    assert workspace.coding is right
    assert not right.mode_bar.isVisible()
    assert not window.commands["open_coding"].isChecked()


def test_the_menu_says_the_mode_of_the_document_in_use(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    left = workspace.coding
    press(qtbot, window, "beside")
    settled(qtbot, workspace)
    right = workspace.coding
    press(qtbot, window, "open_coding")
    workspace.pair.activate(left)  # a button over it takes no focus from the text
    assert not window.commands["open_coding"].isChecked()
    press(qtbot, window, "open_coding")
    right.modes.end()
    assert window.commands["open_coding"].isChecked()


def test_a_pane_keeps_its_selection_and_chosen_coding_while_the_other_is_written_on(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    code_by_keyboard(qtbot, workspace, "a steering group", "who")
    left = workspace.coding
    press(qtbot, window, "beside")
    settled(qtbot, workspace)
    right = workspace.coding
    left.reader.choose(left.codings[0].id)
    right.reader.choose(right.codings[0].id)
    for place, words in enumerate(("the timetable", "Trust takes years")):
        press(qtbot, window, "edit_text")
        put_cursor(workspace, "We started" if place else "On paper")
        if place:
            left.reader.choose(None)
            start = left.text.index(words)
            left.reader.select(start, start + len(words))
        qtbot.keyClicks(right.reader.view, "so ")
        press(qtbot, window, "edit_text")
        settled(qtbot, workspace)
        assert "so " in left.text
        if place:
            assert left.reader.selection is not None
            assert left.text[slice(*left.reader.selection)] == words
        else:
            assert left.reader.chosen == left.codings[0].id


def test_bookmarks_move_while_one_types(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    tab = workspace.coding
    put_cursor(workspace, "Trust takes")
    press(qtbot, window, "bookmark")
    settled(qtbot, workspace)
    press(qtbot, window, "edit_text")
    put_cursor(workspace, "On paper")
    qtbot.keyClicks(tab.reader.view, "Well, ")
    (shown,) = tab.reader.gutter.bookmarks
    assert tab.text[shown.at :].startswith("Trust takes")
    press(qtbot, window, "next_bookmark")
    assert tab.text[tab.reader.cursor :].startswith("Trust takes")
    settled(qtbot, workspace)
    (shown,) = tab.reader.gutter.bookmarks
    assert tab.text[shown.at :].startswith("Trust takes")


def test_undo_takes_back_the_first_burst_of_somebody_without_a_step(
    qtbot: QtBot, make_window: Callable[[], MainWindow], coded_study: Path
) -> None:
    settings.save(replace(settings.load(), coder="New"))
    window = make_window()
    workspace = opened(qtbot, window, coded_study)
    before = stored(workspace)
    assert not window.commands["undo"].isEnabled()
    press(qtbot, window, "edit_text")
    put_cursor(workspace, "On paper")
    qtbot.keyClicks(workspace.coding.reader.view, "Well, ")
    assert window.commands["undo"].isEnabled()
    qtbot.keyClick(workspace.coding.reader.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, workspace)
    assert workspace.coding.reader.text == before == stored(workspace)


def test_typing_without_a_rest_is_a_step_after_a_while(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editing, "LONGEST_MILLISECONDS", 300)
    steps = len(workspace.project.history())
    press(qtbot, window, "edit_text")
    put_cursor(workspace, "On paper")
    for _ in range(20):  # never as long a pause as ends a burst
        qtbot.keyClicks(workspace.coding.reader.view, "a")
        qtbot.wait(40)
    assert len(workspace.project.history()) > steps


def test_a_document_opened_beside_is_the_only_one_that_is_read(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[object] = []

    def noted(reading: Reading, wanted: str) -> object:
        read.append(wanted)
        return first_document(reading, wanted)

    monkeypatch.setattr("qualcode.ui.workspace.first_document", noted)
    press(qtbot, window, "beside")
    settled(qtbot, workspace)
    assert len(workspace.pair.tabs) == 2
    assert read == []


def test_the_versions_of_a_document_open_once(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    for _ in range(2):
        press(qtbot, window, "versions")
        settled(qtbot, workspace)
    assert len([one for one in window.findChildren(VersionsDialog) if one.isVisible()]) == 1
