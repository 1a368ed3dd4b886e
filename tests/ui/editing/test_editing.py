"""Writing on a coded transcript in the real window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.conftest import code_by_keyboard, opened, press, put_cursor, select, settled, stored

from qualcode.app import cases, coding, documents
from qualcode.ui.editing.editing import PAUSE_MILLISECONDS
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def words_of(workspace: Workspace) -> list[str]:
    """The words of the codings in the project."""
    document = workspace.coding.document
    assert document is not None
    with workspace.project.read() as read:
        text = read.text(read.record("document", document.id))
        return [text[one.start : one.end] for one in read.placed(document=document.id)]


def shown_words(workspace: Workspace) -> list[str]:
    """The words under the stripes in the reader."""
    reader = workspace.coding.reader
    return [reader.text[one.start : one.end] for one in sorted(reader.codings, key=lambda one: one.start)]


@pytest.fixture
def coded(qtbot: QtBot, workspace: Workspace) -> Workspace:
    """One coding on words of the first document."""
    code_by_keyboard(qtbot, workspace, "a steering group", "who")
    return workspace


def test_the_mode_is_entered_on_purpose(qtbot: QtBot, window: MainWindow, coded: Workspace) -> None:
    view, banner = coded.coding.reader.view, coded.coding.edit_banner
    put_cursor(coded, "On paper")
    qtbot.keyClicks(view, "x")
    assert not banner.isVisible()
    assert "x" not in coded.coding.text
    press(qtbot, window, "edit_text")
    assert banner.isVisible()
    assert banner.accessibleName() == "Editing – codings move with the words."
    assert window.commands["edit_text"].isChecked()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not banner.isVisible()
    assert not window.commands["edit_text"].isChecked()
    select(coded, "On paper")
    qtbot.keyClicks(view, "p")
    assert coded.coding.flow.panel.isVisible()
    coded.coding.flow.panel.dismiss()


def test_a_burst_is_one_step_and_codings_move_while_one_types(
    qtbot: QtBot, window: MainWindow, coded: Workspace
) -> None:
    view = coded.coding.reader.view
    steps = len(coded.project.history())
    press(qtbot, window, "edit_text")
    put_cursor(coded, "On paper")
    qtbot.keyClicks(view, "Well, ")
    assert shown_words(coded) == ["a steering group"]
    assert "Well, On paper" in coded.coding.text
    assert "Well" not in stored(coded)
    put_cursor(coded, "steering")
    qtbot.keyClicks(view, "small ")
    assert shown_words(coded) == ["a small steering group"]
    qtbot.wait(PAUSE_MILLISECONDS + 200)
    settled(qtbot, coded)
    assert len(coded.project.history()) == steps + 1
    assert words_of(coded) == ["a small steering group"]
    assert shown_words(coded) == ["a small steering group"]
    assert coded.project.check() == []


def test_going_on_in_another_paragraph_ends_a_burst(qtbot: QtBot, window: MainWindow, coded: Workspace) -> None:
    view = coded.coding.reader.view
    steps = len(coded.project.history())
    press(qtbot, window, "edit_text")
    put_cursor(coded, "On paper")
    qtbot.keyClicks(view, "Well, ")
    put_cursor(coded, "Trust takes")
    qtbot.keyClicks(view, "Now: ")
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    settled(qtbot, coded)
    assert len(coded.project.history()) == steps + 2
    assert "ROSA: Now: Trust" in stored(coded)


def test_undo_and_redo_work_on_steps_in_the_mode_and_outside(
    qtbot: QtBot, window: MainWindow, coded: Workspace
) -> None:
    view = coded.coding.reader.view
    before = stored(coded)
    press(qtbot, window, "edit_text")
    put_cursor(coded, "steering")
    qtbot.keyClicks(view, "small ")
    press(qtbot, window, "undo")
    settled(qtbot, coded)
    assert stored(coded) == before == coded.coding.reader.text
    assert shown_words(coded) == ["a steering group"]
    assert coded.coding.editing.on
    press(qtbot, window, "redo")
    settled(qtbot, coded)
    assert shown_words(coded) == ["a small steering group"]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    press(qtbot, window, "undo")
    settled(qtbot, coded)
    assert coded.coding.reader.text == before == stored(coded)


def test_the_undo_key_reaches_the_window(qtbot: QtBot, window: MainWindow, coded: Workspace) -> None:
    view = coded.coding.reader.view
    before = stored(coded)
    press(qtbot, window, "edit_text")
    view.setFocus()
    put_cursor(coded, "steering")
    qtbot.keyClicks(view, "small ")
    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, coded)
    assert coded.coding.reader.text == before


def test_parts_of_cases_that_would_vanish_are_said_first(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    tab, banner = workspace.coding, workspace.coding.edit_banner
    at, before = tab.text.index("a steering group"), stored(workspace)
    document = tab.document
    assert document is not None
    workspace.bridge.do(cases.add_case, "North")
    workspace.bridge.do(cases.assign, "North", document.id, at, at + 16)
    settled(qtbot, workspace)
    press(qtbot, window, "edit_text")
    select(workspace, "paper, a steering group. ")
    qtbot.keyClick(tab.reader.view, Qt.Key.Key_Delete)
    qtbot.wait(PAUSE_MILLISECONDS + 200)
    settled(qtbot, workspace)
    assert banner.preview.isVisible()
    assert banner.said.text().endswith("\nNorth – “a steering group”")
    assert stored(workspace) == before
    qtbot.mouseClick(banner.keep, Qt.MouseButton.LeftButton)
    settled(qtbot, workspace)
    assert window.toasts.text.text() == "Parts of “North” lost all their words."
    assert workspace.project.history()[-1].summary.endswith("(0 segments and parts of “North” lost their words)")


def test_codings_that_would_vanish_are_said_first(qtbot: QtBot, window: MainWindow, coded: Workspace) -> None:
    view, banner = coded.coding.reader.view, coded.coding.edit_banner
    before, steps = stored(coded), len(coded.project.history())
    press(qtbot, window, "edit_text")
    select(coded, "paper, a steering group. ")
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert shown_words(coded) == []
    qtbot.wait(PAUSE_MILLISECONDS + 200)
    settled(qtbot, coded)
    assert banner.preview.isVisible()
    assert "who decides – “a steering group”" in banner.said.text()
    assert len(coded.project.history()) == steps, "nothing is written before somebody has said so"
    qtbot.mouseClick(banner.undo, Qt.MouseButton.LeftButton)
    settled(qtbot, coded)
    assert coded.coding.reader.text == before == stored(coded)
    assert shown_words(coded) == ["a steering group"]
    select(coded, "paper, a steering group. ")
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    qtbot.wait(PAUSE_MILLISECONDS + 200)
    qtbot.mouseClick(banner.keep, Qt.MouseButton.LeftButton)
    settled(qtbot, coded)
    assert words_of(coded) == []
    assert window.toasts.isVisible()
    assert "1 coding" in window.toasts.text.text()
    window.toasts.button.click()
    settled(qtbot, coded)
    assert stored(coded) == before
    assert shown_words(coded) == ["a steering group"]


def test_words_typed_anew_in_place_keep_their_coding(qtbot: QtBot, window: MainWindow, coded: Workspace) -> None:
    view = coded.coding.reader.view
    press(qtbot, window, "edit_text")
    select(coded, "a steering group")
    qtbot.keyClicks(view, "the board")
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    settled(qtbot, coded)
    assert words_of(coded) == ["the board"] == shown_words(coded)


def test_what_pasted_words_lose_is_said(qtbot: QtBot, window: MainWindow, coded: Workspace) -> None:
    view, told = coded.coding.reader.view, []
    coded.coding.said.connect(lambda text, _step: told.append(text))
    press(qtbot, window, "edit_text")
    put_cursor(coded, "In the room")
    QApplication.clipboard().setText("one\r\ntwo ")
    view.paste()
    assert told == []
    QApplication.clipboard().setText("o\0n\0e\u2028two\u2029three\ufdd0\ufdd0 ")
    view.paste()
    assert [one.replace("(s)", "s") for one in told] == [
        "Pasted. 2 separators of lines (U+2028, U+2029) became line ends. "
        "2 invisible signs (byte order mark, NUL) left out. 2 signs no text can hold became \ufffd."
    ]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    settled(qtbot, coded)
    assert "one\ntwo one\ntwo\nthree\ufffd\ufffd In the room" in stored(coded)


def test_enter_begins_a_paragraph_and_backspace_joins_it(qtbot: QtBot, window: MainWindow, coded: Workspace) -> None:
    view, reader = coded.coding.reader.view, coded.coding.reader
    before = stored(coded)
    press(qtbot, window, "edit_text")
    put_cursor(coded, "In the room")
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.wait(10)
    assert "group. \nIn the room" in reader.text
    assert len(reader.blocks) == view.document().blockCount()
    assert shown_words(coded) == ["a steering group"]
    qtbot.keyClick(view, Qt.Key.Key_Backspace)
    assert reader.text == before
    qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QApplication.clipboard().setText("😀 emoji 信任 ")
    view.paste()
    qtbot.wait(10)
    qtbot.keyClicks(view, "and ")
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    settled(qtbot, coded)
    assert "group. \n😀 emoji 信任 and In the room" in stored(coded)
    assert words_of(coded) == ["a steering group"]


def test_an_input_method_composes_in_the_text(qtbot: QtBot, window: MainWindow, coded: Workspace) -> None:
    view, reader = coded.coding.reader.view, coded.coding.reader
    before = stored(coded)
    press(qtbot, window, "edit_text")
    put_cursor(coded, "steering")
    QApplication.sendEvent(view, QInputMethodEvent("xin", []))
    assert view.composing_now
    assert reader.text == before
    commit = QInputMethodEvent("", [])
    commit.setCommitString("信任")
    QApplication.sendEvent(view, commit)
    assert not view.composing_now
    assert "a 信任steering group" in reader.text
    assert shown_words(coded) == ["a 信任steering group"]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    settled(qtbot, coded)
    assert words_of(coded) == ["a 信任steering group"]


def test_what_others_write_meanwhile_and_what_is_typed_are_both_kept(
    qtbot: QtBot, window: MainWindow, coded: Workspace
) -> None:
    view = coded.coding.reader.view
    document = coded.coding.document
    assert document is not None
    press(qtbot, window, "edit_text")
    put_cursor(coded, "steering")
    qtbot.keyClicks(view, "small ")
    text = stored(coded)
    place = coded.project.database.place
    import qualcode

    with qualcode.open(place, coder="Ben") as other:
        documents.edit_text(other, document.id, 0, 3, "Interviewer")
        at = other.frames.documents["text"].iloc[0].index("Trust takes years")
        coding.apply_code(other, document.id, at, at + 17, "trust takes years")
    qtbot.waitUntil(lambda: stored(coded) != text, timeout=60_000)
    qtbot.keyClicks(view, "and ")
    qtbot.wait(PAUSE_MILLISECONDS + 300)
    qtbot.waitUntil(lambda: coded.coding.reader.text.startswith("Interviewer"), timeout=60_000)
    settled(qtbot, coded)
    assert coded.coding.reader.text == stored(coded)
    assert "a small and steering group" in stored(coded)
    assert shown_words(coded) == ["a small and steering group", "Trust takes years"] == words_of(coded)
    assert coded.project.check() == []


def test_nothing_typed_is_lost_on_closing(
    qtbot: QtBot, make_window: Callable[[], MainWindow], window: MainWindow, coded: Workspace
) -> None:
    place = coded.project.database.place
    press(qtbot, window, "edit_text")
    put_cursor(coded, "steering")
    qtbot.keyClicks(coded.coding.reader.view, "small ")
    window.close()
    again = opened(qtbot, make_window(), place)
    assert "a small steering group" in again.coding.text
    assert shown_words(again) == ["a small steering group"]


def test_another_document_ends_the_mode_and_keeps_what_was_typed(
    qtbot: QtBot, window: MainWindow, coded: Workspace
) -> None:
    first = coded.coding.document
    press(qtbot, window, "edit_text")
    put_cursor(coded, "steering")
    qtbot.keyClicks(coded.coding.reader.view, "small ")
    with coded.project.read() as read:
        second = next(one for one in read.documents() if one.id != first.id)  # type: ignore[union-attr]
    coded.coding.open_document(second.id)
    settled(qtbot, coded)
    assert not coded.coding.editing.on
    assert not coded.coding.edit_banner.isVisible()
    with coded.project.read() as read:
        assert "a small steering group" in read.text(read.record("document", first.id))  # type: ignore[union-attr]


def test_a_code_put_on_words_just_typed_stands_on_them(qtbot: QtBot, window: MainWindow, coded: Workspace) -> None:
    press(qtbot, window, "edit_text")
    put_cursor(coded, "steering")
    qtbot.keyClicks(coded.coding.reader.view, "small ")
    select(coded, "small steering")
    coded.coding.flow.in_their_words()
    settled(qtbot, coded)
    assert sorted(words_of(coded)) == ["a small steering group", "small steering"]


def test_pasting_brings_words_only(qtbot: QtBot, window: MainWindow, coded: Workspace) -> None:
    view = coded.coding.reader.view
    press(qtbot, window, "edit_text")
    put_cursor(coded, "steering")
    QApplication.clipboard().setText("one\r\ntwo ")
    view.paste()
    assert "a one\ntwo steering group" in coded.coding.reader.text
    view.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    settled(qtbot, coded)
    assert "a one\ntwo steering group" in stored(coded)


def test_a_document_is_not_left_without_text(qtbot: QtBot, window: MainWindow, coded: Workspace) -> None:
    view = coded.coding.reader.view
    before = stored(coded)
    press(qtbot, window, "edit_text")
    view.selectAll()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    qtbot.wait(PAUSE_MILLISECONDS + 200)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    settled(qtbot, coded)
    assert stored(coded) == before == coded.coding.reader.text
    assert shown_words(coded) == ["a steering group"]


def test_undo_brings_back_a_text_that_was_deleted_whole(qtbot: QtBot, window: MainWindow, coded: Workspace) -> None:
    view, before, steps = coded.coding.reader.view, stored(coded), len(coded.project.history())
    press(qtbot, window, "edit_text")
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert coded.coding.text == ""
    press(qtbot, window, "undo")
    settled(qtbot, coded)
    assert coded.coding.text == before == stored(coded)
    assert len(coded.project.history()) == steps, "the coding is no part of what was just done"
    assert shown_words(coded) == ["a steering group"]
