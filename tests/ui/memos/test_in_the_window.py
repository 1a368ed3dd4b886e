"""Memos in the whole window: what a crash left is brought back, what a hit or a link leads to is opened, the journal
is written to a file."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from ui.conftest import opened, press, settled

import qualcode
from qualcode.app import drafts, memos, settings
from qualcode.app.drafts import Draft
from qualcode.ui.dialogs.memos import MemoDialog
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def test_what_a_crash_left_is_a_memo_after_opening(qtbot: QtBot, window: MainWindow, coded_study: Path) -> None:
    with qualcode.open(coded_study, coder="AB") as project, project.read() as read:
        study = read.study().id.hex
    key = "0" * 31 + "7"
    drafts.put_aside(Draft(key, study, "AB", "", "project", "", "Half", "", "", "half a thought", ""))
    file = settings.drafts_folder() / study / f"{key}.json"
    file.write_text(file.read_text("utf-8").replace(f'"process": {os.getpid()}', '"process": 4194305'), "utf-8")
    drafts._ours.discard(key)
    workspace = opened(qtbot, window, coded_study)
    settled(qtbot, workspace)
    with workspace.project.read() as read:
        assert [memo.title for memo in read.memos()] == ["Half"]
    assert "1" in window.toasts.text.text()
    assert not file.exists()


def test_a_link_in_a_dialog_leads_through_the_window(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    memos.write_memo(workspace.project, "See [[P06 刘]].", title="Leading")
    settled(qtbot, workspace)
    workspace.write_memo("project", None)
    settled(qtbot, workspace)
    dialog = window.findChildren(MemoDialog)[0]
    dialog.editor.links.chips[0].name.click()
    settled(qtbot, workspace)
    assert workspace.coding.document is not None
    assert workspace.coding.document.name == "P06 刘"


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
