"""Display ids of speakers, in the dialog that says who speaks in a document."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidgetItem
from pytestqt.qtbot import QtBot
from ui.conftest import settled

from qualcode.app import display_names
from qualcode.app.project import Project
from qualcode.ui.cases.pattern import PatternDialog
from qualcode.ui.dialogs.speakers import SpeakersDialog
from qualcode.ui.workspace import Workspace

DISPLAY = 3


@pytest.fixture
def dialog(qtbot: QtBot, workspace: Workspace) -> SpeakersDialog:
    """The speakers of the first document, whose Rosa has a display id."""
    display_names.set_speaker_name(workspace.project, "ROSA", "P03")
    found = SpeakersDialog(workspace.bridge, workspace.coding.document.id, workspace.page)
    found.show()
    settled(qtbot, workspace)
    return found


def shown(dialog: SpeakersDialog) -> dict[str, str]:
    table = dialog.editor.table
    return {table.item(row, 0).text(): table.item(row, DISPLAY).text() for row in range(table.rowCount())}


def cell(dialog: SpeakersDialog, label: str) -> QTableWidgetItem:
    table = dialog.editor.table
    return next(table.item(row, DISPLAY) for row in range(table.rowCount()) if table.item(row, 0).text() == label)


def names(project: Project) -> dict[str, str]:
    with project.read() as read:
        return {one.label: one.display for one in read.where("speaker_name")}


def test_display_ids_are_shown_typed_and_saved_in_one_step(
    qtbot: QtBot, workspace: Workspace, dialog: SpeakersDialog
) -> None:
    assert shown(dialog) == {"INT": "", "ROSA": "P03"}
    table = dialog.editor.table
    assert table.horizontalHeaderItem(DISPLAY).text() == "Display id"
    assert table.horizontalHeader().visualIndex(DISPLAY) == 1
    assert table.item(0, 1).flags() & Qt.ItemFlag.ItemIsEditable == Qt.ItemFlag.NoItemFlags
    assert not dialog.save_button.isEnabled()
    cell(dialog, "INT").setText("Interviewer 1")
    cell(dialog, "ROSA").setText("")
    assert dialog.save_button.isEnabled()
    steps = len(workspace.project.history())
    dialog.accept()
    settled(qtbot, workspace)
    assert names(workspace.project) == {"INT": "Interviewer 1"}
    assert [step.action for step in workspace.project.history()[steps:]] == ["display_names.set_speaker_names"]


def test_those_without_one_get_one_by_a_pattern_and_what_was_typed_stays(
    qtbot: QtBot, workspace: Workspace, dialog: SpeakersDialog
) -> None:
    assert not dialog.give_button.isEnabled()  # Rosa has one, and interviewers need none
    assert dialog.give_button.toolTip() == "Everybody who answers has a display id"
    display_names.set_speaker_name(workspace.project, "ROSA", "")
    dialog._read_again()
    settled(qtbot, workspace)
    cell(dialog, "INT").setText("Asks")
    dialog.give_button.click()
    pattern = dialog.findChild(PatternDialog)
    pattern.field.setText("Partner {A}")
    pattern.accept()
    settled(qtbot, workspace)
    assert shown(dialog) == {"INT": "Asks", "ROSA": "Partner A"}
    assert names(workspace.project) == {"ROSA": "Partner A"}
    dialog.editor.none.setChecked(True)
    dialog.editor.labels.setChecked(True)
    dialog.accept()
    settled(qtbot, workspace)
    assert names(workspace.project) == {"ROSA": "Partner A", "INT": "Asks"}


def test_a_display_id_that_is_taken_is_refused(qtbot: QtBot, workspace: Workspace, dialog: SpeakersDialog) -> None:
    failures: list[Exception] = []
    workspace.bridge.failed.connect(failures.append)
    cell(dialog, "INT").setText("P03")
    dialog.accept()
    settled(qtbot, workspace)
    assert "stands for “ROSA” already" in str(failures[0])
    assert names(workspace.project) == {"ROSA": "P03"}
