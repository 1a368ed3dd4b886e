"""The journal in the whole window: opened by a key, what memos can be about, and the way there."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from ui.conftest import code_by_keyboard, press, settled

from qualcode.app import cases, memos
from qualcode.app.settings import drafts_folder
from qualcode.ui.memos.journal import JournalPanel
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


@pytest.fixture
def journal(qtbot: QtBot, workspace: Workspace, window: MainWindow) -> JournalPanel:
    """The panel, opened by its command."""
    assert workspace.journal.panel is None
    press(qtbot, window, "journal")
    panel = workspace.journal.panel
    assert panel is not None
    assert panel.isVisible()
    assert window.commands["journal"].isChecked()
    settled(qtbot, workspace)
    return panel


def test_an_empty_journal_says_how_to_begin(journal: JournalPanel) -> None:
    assert journal._stack.currentIndex() == 1
    assert journal._hint.text() == "No memos yet. Write the first with +."
    assert not journal.export_action.isEnabled()


def test_a_memo_can_be_about_what_is_chosen(journal: JournalPanel, workspace: Workspace, qtbot: QtBot) -> None:
    assert [kind for kind, _, _ in workspace.journal.subjects()] == ["document", "project"]
    code_by_keyboard(qtbot, workspace, "a steering group", "who decides")
    coding = workspace.coding.codings[0]
    workspace.coding.reader.choose(coding.id)
    workspace.codebook.choose(coding.code)
    assert workspace.journal.subjects() == [
        ("segment", coding.segment, "Segment “a steering group”"),
        ("document", coding.document, "Document “P03 Rosa”"),
        ("code", coding.code, "Code “who decides”"),
        ("project", None, "The project"),
    ]
    journal.start("segment", coding.segment, "theory")
    journal.editor.text.setPlainText("On paper only.")
    settled(qtbot, workspace)
    workspace.undo()  # what is typed is written first
    settled(qtbot, workspace)
    workspace.redo()
    settled(qtbot, workspace)
    row = next(iter(journal.index.rows.values()))
    assert (row.kind, row.about_kind, row.subject, row.place) == ("theory", "segment", "a steering group", "P03 Rosa")


def test_the_way_to_what_a_memo_is_about(
    journal: JournalPanel, workspace: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    code_by_keyboard(qtbot, workspace, "a steering group", "who decides")
    coding = workspace.coding.codings[0]
    with workspace.project.read() as read:
        other = next(one for one in read.documents() if one.id != coding.document)
    workspace.journal.go("document", other.id)
    settled(qtbot, workspace)
    assert workspace.coding.document is not None
    assert workspace.coding.document.id == other.id
    workspace.journal.go("segment", coding.segment)
    settled(qtbot, workspace)
    assert workspace.coding.document.id == coding.document
    assert workspace.coding.reader.selection == (coding.start, coding.end)
    workspace.journal.go("code", coding.code)
    current = workspace.codebook.current()
    assert current is not None
    assert current.id == coding.code
    memo = memos.write_memo(workspace.project, "Linked", None)
    window.docks.hide("journal")
    workspace.journal.go("memo", memo.id)
    settled(qtbot, workspace)
    assert journal.isVisible()
    assert journal.editor.memo is not None
    assert journal.editor.memo.id == memo.id
    case = cases.add_case(workspace.project, "Rosa")
    settled(qtbot, workspace)
    workspace.journal.go("case", case.id)
    settled(qtbot, workspace)
    assert workspace.cases.window is not None
    workspace.cases.window.close()


def test_closing_keeps_what_is_typed(
    journal: JournalPanel, workspace: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    journal.start("project", None, "reflexive")
    journal.editor.text.setPlainText("Half a thought")
    place = window.place
    window.close_project()
    window.open_place(place)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=60_000)
    again = window.workspace
    assert again is not None
    settled(qtbot, again)
    with again.project.read() as read:
        assert [memo.title for memo in read.memos()] == ["Half a thought"]


def draft_files(workspace: Workspace) -> list[Path]:
    return sorted((drafts_folder() / workspace.study.id.hex).glob("*.json"))


def reopened(window: MainWindow, qtbot: QtBot) -> Workspace:
    place = window.place
    window.close_project()
    window.open_place(place)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=60_000)
    again = window.workspace
    assert again is not None
    settled(qtbot, again)
    return again


def test_closing_leaves_no_draft_of_what_was_written(
    journal: JournalPanel, workspace: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    journal.editor._keeper._aside.setInterval(20)
    journal.start("project", None)
    journal.editor.text.setPlainText("Half a thought")
    qtbot.waitUntil(lambda: len(draft_files(workspace)) == 1)
    again = reopened(window, qtbot)
    assert draft_files(again) == []
    with again.project.read() as read:
        assert [memo.title for memo in read.memos()] == ["Half a thought"]


def test_a_memo_that_could_not_be_written_at_the_end_is_there_again(
    journal: JournalPanel, workspace: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    case = cases.add_case(workspace.project, "Rosa")
    settled(qtbot, workspace)
    journal.start("case", case.id)
    journal.editor.text.setPlainText("About her")
    cases.remove_case(workspace.project, case)
    again = reopened(window, qtbot)
    with again.project.read() as read:
        assert [memo.text for memo in read.memos()] == ["About her"]
    assert draft_files(again) == []
