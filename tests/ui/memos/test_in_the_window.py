"""Memos in the whole window: what a crash left is brought back, what a hit or a link leads to is opened, the journal
is written to a file."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from ui.conftest import opened, press, settled

import qualcode
from qualcode.app import drafts, memos, settings
from qualcode.app.drafts import Draft
from qualcode.ui.dialogs.memos import MemoDialog
from qualcode.ui.memos.links import LinkPopup
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def test_what_a_crash_left_is_a_memo_after_opening(qtbot: QtBot, window: MainWindow, coded_study: Path) -> None:
    with qualcode.open(coded_study, coder="AB") as project, project.read() as read:
        study = read.study().id.hex
    key = "0" * 31 + "7"
    drafts.put_aside(Draft(key, study, "AB", "", "project", "", "Half", "", "", "half a thought", ""))
    [file] = (settings.drafts_folder() / study).iterdir()
    file = file.rename(file.with_name(f"{key}.{'8' * 32}.json"))  # of a run that has ended
    workspace = opened(qtbot, window, coded_study)
    settled(qtbot, workspace)
    with workspace.project.read() as read:
        assert [memo.title for memo in read.memos()] == ["Half"]
    assert "1" in window.toasts.text.text()
    assert list(file.parent.iterdir()) == []


def test_a_link_in_a_dialog_leads_through_the_window(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    memos.write_memo(workspace.project, "See [[P06 刘]].", title="Leading")
    settled(qtbot, workspace)
    workspace.write_memo("project", None)
    settled(qtbot, workspace)
    dialog = window.findChildren(MemoDialog)[0]
    dialog.editor.linked.links.chips[0].name.click()
    settled(qtbot, workspace)
    assert workspace.coding.document is not None
    assert workspace.coding.document.name == "P06 刘"


def test_a_memo_that_two_changed_is_two_and_the_writer_is_led_to_theirs(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    memo = memos.write_memo(workspace.project, "First words", title="Trust")
    press(qtbot, window, "journal")
    panel = workspace.journal.panel
    assert panel is not None
    panel.open_memo(memo.id)
    settled(qtbot, workspace)
    QTest.keyClicks(panel.editor.text, "Mine. ")
    with qualcode.open(Path(window.place), coder="Jun", insist=True) as colleague:
        memos.edit_memo(colleague, memo.id, "Their words")
    panel.editor.save()
    settled(qtbot, workspace)
    told = window.toasts.text.text()
    assert told == "“Trust” was changed elsewhere while you wrote. Both are kept, yours as “Trust (2)”."
    assert panel.editor.text.toPlainText() == "Mine. First words"
    assert [row.title for row in panel.list.chosen()] == ["Trust (2)"]
    window.toasts.button.click()
    settled(qtbot, workspace)
    assert panel.editor.text.toPlainText() == "Their words"


def test_who_empties_a_memo_is_offered_to_remove_it(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    memo = memos.write_memo(workspace.project, "Words", title="Trust")
    workspace.write_memo("project", None)
    settled(qtbot, workspace)
    [dialog] = window.findChildren(MemoDialog)
    dialog.show_memo(memo.id)
    settled(qtbot, workspace)
    dialog.editor.text.clear()
    dialog.close()
    settled(qtbot, workspace)
    assert window.toasts.text.text() == "“Trust” stays as it was: a memo needs some words."
    window.toasts.button.click()
    settled(qtbot, workspace)
    with workspace.project.read() as read:
        assert read.memos() == []


def test_what_is_emptied_when_the_project_closes_is_said_without_an_offer(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    press(qtbot, window, "journal")
    panel = workspace.journal.panel
    assert panel is not None
    memo = memos.write_memo(workspace.project, "Words", title="Trust")
    panel.open_memo(memo.id)
    settled(qtbot, workspace)
    panel.editor.text.clear()
    window.close_project()
    assert window.toasts.text.text() == "“Trust” stays as it was: a memo needs some words."
    assert window.toasts.button.isHidden()


@pytest.mark.parametrize("read_only", [False, True])
def test_in_a_memo_its_own_keys_win_over_those_of_another_program(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, read_only: bool
) -> None:
    memo = memos.write_memo(workspace.project, "See [[P06 刘]].", title="Leading")
    window.commands.set_keys({}, "atlasti")
    press(qtbot, window, "journal")
    panel = workspace.journal.panel
    assert panel is not None
    settled(qtbot, workspace)
    panel.open_memo(memo.id)
    settled(qtbot, workspace)
    editor = panel.editor
    editor.linked.button.setEnabled(not read_only)
    coded: list[bool] = []
    window.commands["code"].triggered.connect(coded.append)
    window.commands["in_vivo"].triggered.connect(coded.append)
    chip = editor.linked.links.chips[0].name
    for part in (editor.title, editor.kind, editor.date, editor.write_button, chip, editor.text):
        part.setFocus()
        QTest.keyClick(part, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        found = window.findChildren(LinkPopup)
        assert len([one for one in found if one.isVisible()]) == (not read_only)
        for popup in found:
            popup.close()
        settled(qtbot, workspace)
    QTest.keyClick(editor.text, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert editor.text.toPlainText().startswith("**")
    assert coded == []


def test_the_journal_is_written_from_the_menu(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memos.write_memo(workspace.project, "**Words**", title="On words")
    offered: list[str] = []

    def choose(_parent: object, _title: str, start: str, filters: str, picked: str) -> tuple[str, str]:
        offered.extend((Path(start).name, filters))
        return str(tmp_path / "journal"), picked

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    press(qtbot, window, "export_memos")
    settled(qtbot, workspace)
    assert offered[0] == "Memos.docx"
    assert "*.md" in offered[1]
    assert (tmp_path / "journal.docx").is_file()
