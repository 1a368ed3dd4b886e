"""Surgery in the real window: the toast has room for a reason, and the history shows it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot
from ui.conftest import code_by_keyboard, press, select, settled

import qualcode
from qualcode.domain.history import Step
from qualcode.ui.dialogs.choose_code import ChooseCodeDialog
from qualcode.ui.dialogs.code_history import CodeHistoryDialog
from qualcode.ui.dialogs.define_code import DefineCodeDialog
from qualcode.ui.dialogs.split_code import SplitCodeDialog
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def _id(workspace: Workspace, name: str) -> object:
    return next(code.id for code in workspace.codebook.model.codebook.ordered if code.name == name)


def _steps(workspace: Workspace) -> list[Step]:
    return [row for row in workspace.history.model.rows if isinstance(row, Step)]


def test_after_a_drag_the_toast_takes_a_reason(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    workspace.codebook.surgery.move([_id(workspace, "trust takes years")], _id(workspace, "Power"))
    settled(qtbot, workspace)
    assert window.toasts.text.text() == "“trust takes years” moved to “Power”."
    assert window.toasts.why.isVisible()
    qtbot.keyClicks(window.toasts.why, "trust is power")
    qtbot.keyClick(window.toasts.why, Qt.Key.Key_Return)
    settled(qtbot, workspace)
    assert not window.toasts.isVisible()
    model = workspace.history.model
    moved = next(step for step in _steps(workspace) if step.action == "codebook.move_code")
    assert model.why(moved) == "Why: trust is power"
    press(qtbot, window, "history")
    workspace.history.words.setText("trust is power")
    qtbot.waitUntil(lambda: len(_steps(workspace)) == 2)
    workspace.undo()
    settled(qtbot, workspace)
    assert model.why(moved) == ""
    assert not window.toasts.why.isVisible(), "an undo needs no reason"


def test_the_toast_of_a_merge_undoes_it(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    names = [code.name for code in workspace.codebook.model.codebook.ordered]
    workspace.codebook.surgery.merge([_id(workspace, "who decides")], _id(workspace, "trust takes years"))
    settled(qtbot, workspace)
    qtbot.mouseClick(window.toasts.button, Qt.MouseButton.LeftButton)
    settled(qtbot, workspace)
    assert [code.name for code in workspace.codebook.model.codebook.ordered] == names


def test_commands_work_on_the_chosen_code(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "split_code")
    assert window.toasts.text.text() == "Choose a code in the codebook first."
    workspace.codebook.choose(_id(workspace, "who decides"))
    for command, kind in (
        ("split_code", SplitCodeDialog),
        ("merge_code", ChooseCodeDialog),
        ("code_history", CodeHistoryDialog),
        ("define_code", DefineCodeDialog),
    ):
        press(qtbot, window, command)
        dialog = next(found for found in window.findChildren(kind) if found.isVisible())
        settled(qtbot, workspace)
        dialog.close()
    press(qtbot, window, "new_code_set")
    qtbot.keyClicks(workspace.codebook.name, "Round one")
    qtbot.keyClick(workspace.codebook.name, Qt.Key.Key_Return)
    settled(qtbot, workspace)
    assert workspace.codebook.sets.codes == (_id(workspace, "who decides"),)
    assert workspace.use.digit_of(_id(workspace, "who decides")) == "1"


def test_a_double_click_with_words_selected_codes_them(qtbot: QtBot, workspace: Workspace) -> None:
    select(workspace, "a steering group")
    workspace.codebook.tree.double_clicked.emit(_id(workspace, "who decides"))
    settled(qtbot, workspace)
    assert [coding.code for coding in workspace.coding.codings] == [_id(workspace, "who decides")]


def test_segments_of_the_list_go_to_another_code(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust")
    code_by_keyboard(qtbot, workspace, "a steering group", "trust")
    workspace.show_segments(_id(workspace, "trust takes years"))
    settled(qtbot, workspace)
    workspace.segments.list.selectAll()
    workspace.segments.moves.ask()
    dialog = next(found for found in window.findChildren(ChooseCodeDialog) if found.isVisible())
    qtbot.keyClicks(dialog.field, "who")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    settled(qtbot, workspace)
    assert {coding.code for coding in workspace.coding.codings} == {_id(workspace, "who decides")}
    assert len(workspace.coding.codings) == 2


@pytest.mark.parametrize("end", ["another message", "closing"])
def test_a_reason_half_written_is_kept(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, coded_study: Path, end: str
) -> None:
    workspace.codebook.surgery.rename(_id(workspace, "who decides"), "who decided")
    settled(qtbot, workspace)
    qtbot.keyClicks(window.toasts.why, "they spoke of the past")
    if end == "closing":
        window.close_project()
        qtbot.waitUntil(lambda: window.tasks.idle)
    else:
        window.toast("Copied")
        assert window.toasts.text.text() == "Copied"
        assert window.toasts.why.text() == ""
        settled(qtbot, workspace)
    with qualcode.open(coded_study, coder="AB", read_only=True) as project:
        assert project.history()[-1].action.endswith("say_why")


def test_a_definition_that_is_saved_is_said_and_can_be_taken_back(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    workspace.codebook.choose(_id(workspace, "who decides"))
    press(qtbot, window, "define_code")
    dialog = next(found for found in window.findChildren(DefineCodeDialog) if found.isVisible())
    qtbot.keyClicks(dialog.findChild(QPlainTextEdit), "Who has the last word")
    dialog.accept()
    settled(qtbot, workspace)
    assert window.toasts.text.text() == "Definition of “who decides” saved"
    window.toasts.button.click()
    settled(qtbot, workspace)
    with workspace.project.read() as read:
        assert read.codebook.by_id[_id(workspace, "who decides")].definition == ""
