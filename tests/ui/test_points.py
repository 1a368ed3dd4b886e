"""Naming a point and the codebook's changes, in the real window."""

import json
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot
from ui.conftest import press, settled

from qualcode.app import codebook, named_versions
from qualcode.app.named_versions import Named
from qualcode.domain.history import Step
from qualcode.ui.dialogs.codebook_changes import CodebookChangesDialog
from qualcode.ui.dialogs.name_point import NamePointDialog
from qualcode.ui.leaving.dialog import LeavingDialog
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace

Shown = TypeVar("Shown", bound=QDialog)


def dialog(window: MainWindow, kind: type[Shown]) -> Shown:
    """The dialog of this kind that is open."""
    return next(found for found in window.findChildren(kind) if found.isVisible())


def versions(workspace: Workspace) -> list[Named]:
    with workspace.project.read() as read:
        return named_versions.named_versions(read)


def name_point(qtbot: QtBot, window: MainWindow, workspace: Workspace, name: str) -> None:
    """Press the key, type, press Enter."""
    press(qtbot, window, "name_point")
    settled(qtbot, workspace)
    shown = dialog(window, NamePointDialog)
    qtbot.keyClicks(shown.name, name)
    qtbot.keyClick(shown.name, Qt.Key.Key_Return)
    settled(qtbot, workspace)


def lines(shown: CodebookChangesDialog) -> dict[str, list[str]]:
    """What the list says, by its headings."""

    def text(*rows: int) -> str:
        index = QModelIndex()
        for row in rows:
            index = shown.model.index(row, 0, index)
        return str(shown.model.data(index))

    inside = {row: shown.model.rowCount(shown.model.index(row, 0)) for row in range(shown.model.rowCount())}
    return {text(group): [text(group, row) for row in range(number)] for group, number in inside.items()}


def choose(shown: CodebookChangesDialog, words: str) -> None:
    """Select the entry whose line begins so."""
    flags = Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive
    found = shown.model.match(shown.model.index(0, 0), Qt.ItemDataRole.DisplayRole, words, -1, flags)
    shown.tree.setCurrentIndex(found[-1])


@pytest.fixture
def changed(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> Workspace:
    """A named point, and what two people did to the codebook after it."""
    project = workspace.project
    codebook.define_code(project, "who decides", definition="Who sets the agenda in work with the school.")
    named_versions.name_version(project, "Before supervision")
    codebook.define_code(
        project, "who decides", definition="Who sets times and rooms in work with the school.", reason="about rooms"
    )
    codebook.rename_code(project, "trust takes years", "slow trust", reason="shorter")
    project.coder = "Jun"
    codebook.add_code(project, "token invitation", definition="Asked so that somebody was asked.")
    project.coder = "AB"
    settled(qtbot, workspace)
    return workspace


# ── naming ──
def test_a_point_is_named_by_keyboard_and_the_toast_takes_it_back(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    assert window.commands["name_point"].shortcut().toString() == "Ctrl+S"
    last = workspace.project.history()[-1].number
    name_point(qtbot, window, workspace, "First codes")
    assert [(one.version.name, one.version.step) for one in versions(workspace)] == [("First codes", last)]
    assert window.toasts.text.text() == "Named “First codes”"
    assert not any(one.isVisible() for one in window.findChildren(NamePointDialog))
    window.toasts.button.click()
    settled(qtbot, workspace)
    assert versions(workspace) == []


def test_the_fields_stand_together_while_no_point_has_a_name(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    press(qtbot, window, "name_point")
    settled(qtbot, workspace)
    shown = dialog(window, NamePointDialog)
    assert shown.name.geometry().top() - shown.title.geometry().top() < 4 * shown.name.height()


def test_a_name_that_is_taken_is_said_where_it_was_typed(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    named_versions.name_version(workspace.project, "First codes")
    settled(qtbot, workspace)
    name_point(qtbot, window, workspace, "First codes")
    shown = dialog(window, NamePointDialog)
    assert shown.problem.isVisible()
    assert "already" in shown.problem.text()
    assert shown.name.text() == "First codes"
    shown.name.clear()
    assert not shown.use.isEnabled()
    shown.close()


def test_named_points_are_renamed_commented_and_let_go_in_the_list(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    named_versions.name_version(workspace.project, "First codes", step=4)
    press(qtbot, window, "name_point")
    settled(qtbot, workspace)
    shown = dialog(window, NamePointDialog)
    assert "The state after: Name the point after step 4 “First codes”" in shown.point.text()
    item = shown.list.topLevelItem(0)
    item.setText(0, "Codebook 1")
    settled(qtbot, workspace)
    shown.list.topLevelItem(0).setText(3, "rough")
    settled(qtbot, workspace)
    assert [(one.version.name, one.version.comment) for one in versions(workspace)] == [("Codebook 1", "rough")]
    shown.list.topLevelItem(0).setText(0, "7")
    settled(qtbot, workspace)
    assert shown.problem.isVisible()
    assert shown.list.topLevelItem(0).text(0) == "Codebook 1"
    qtbot.keyClick(shown.list, Qt.Key.Key_Delete)
    settled(qtbot, workspace)
    assert versions(workspace) == []
    assert not shown.list.isVisible()
    assert window.toasts.text.text().startswith("“Codebook 1” has no name any more")
    shown.close()


def test_the_history_shows_flags_and_names_an_earlier_step(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    press(qtbot, window, "history")
    settled(qtbot, workspace)
    model = workspace.history.model
    row = next(n for n, one in enumerate(model.rows) if isinstance(one, Step) and "who decides" in model.words(one))
    workspace.history.list.setCurrentIndex(model.index(row))
    workspace.history.buttons.name.click()
    settled(qtbot, workspace)
    shown = dialog(window, NamePointDialog)
    qtbot.keyClicks(shown.name, "With decisions")
    qtbot.keyClick(shown.name, Qt.Key.Key_Return)
    settled(qtbot, workspace)
    step = versions(workspace)[0].version.step
    assert model.flagged == {step: "With decisions"}
    index = next(i for i, one in enumerate(model.rows) if isinstance(one, Step) and one.number == step)
    assert "With decisions" in model.index(index).data(Qt.ItemDataRole.AccessibleTextRole)
    before = workspace.history.grab().toImage()
    model.flag({})
    assert workspace.history.grab().toImage() != before


# ── changes ──
def test_changes_since_the_last_named_point_in_words(qtbot: QtBot, window: MainWindow, changed: Workspace) -> None:
    press(qtbot, window, "codebook_changes")
    settled(qtbot, changed)
    shown = dialog(window, CodebookChangesDialog)
    assert shown.since.currentText().startswith("Before supervision · ")
    assert shown.until.currentText() == "Now"
    assert lines(shown) == {
        "Added (1)": ["token invitation"],
        "Renamed (1)": ["trust takes years → slow trust"],
        "Redefined (1)": ["who decides: Definition"],
    }
    assert shown.summary.text() == "1 added · 1 renamed · 1 redefined"
    choose(shown, "who decides")
    html = shown.text.toHtml()
    assert "line-through" in html
    assert "underline" in html
    words = shown.text.toPlainText()
    assert "agenda" in words
    assert "and rooms" in words
    assert "AB · Define “who decides”" in words
    assert "Why: about rooms" in words
    choose(shown, "token")
    assert "Asked so that somebody was asked." in shown.text.toPlainText()
    shown.close()


def test_changes_are_filtered_and_lead_to_the_code(qtbot: QtBot, window: MainWindow, changed: Workspace) -> None:
    codebook.remove_code(changed.project, "token invitation", reason="empty")
    settled(qtbot, changed)
    shown = changed.points.codebook_changes("beginning")
    settled(qtbot, changed)
    assert shown.since.currentText() == "The beginning"
    assert "Added (3)" in lines(shown)
    shown.since.setCurrentIndex(shown.since.findData("Before supervision"))
    shown.since.activated.emit(shown.since.currentIndex())
    settled(qtbot, changed)
    assert list(lines(shown)) == ["Renamed (1)", "Redefined (1)"]
    shown.kinds.setCurrentIndex(shown.kinds.findData("renamed"))
    assert list(lines(shown)) == ["Renamed (1)"]
    window.docks.hide("codebook")
    shown.go_button.click()
    current = changed.codebook.current()
    assert current is not None
    assert current.name == "slow trust"
    assert window.docks.shown("codebook")
    shown.kinds.setCurrentIndex(0)
    assert shown.people.findData("Jun") < 0
    shown.people.setCurrentIndex(shown.people.findData("AB"))
    assert len(lines(shown)) == 2
    shown.close()


def test_a_moment_is_written_and_a_wrong_one_is_said(qtbot: QtBot, window: MainWindow, changed: Workspace) -> None:
    shown = changed.points.codebook_changes()
    settled(qtbot, changed)
    field = shown.since.lineEdit()
    assert field is not None
    field.setText("Sometime")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settled(qtbot, changed)
    assert shown.problem.isVisible()
    assert "Sometime" in shown.problem.text()
    assert shown.isVisible()
    field.setText("2")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settled(qtbot, changed)
    assert not shown.problem.isVisible()
    assert "Added (4)" in lines(shown)
    codebook.recolor_code(changed.project, "slow trust", "#123456")
    settled(qtbot, changed)
    assert field.text() == "2"
    shown.since.setEditText(str(changed.project.history()[-2].number))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settled(qtbot, changed)
    assert shown.summary.text() == "Nothing has changed."
    shown.small.click()
    settled(qtbot, changed)
    assert lines(shown) == {"Colour changed (1)": ["slow trust"]}
    shown.close()


def test_changes_are_written_to_a_file(
    qtbot: QtBot, window: MainWindow, changed: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = changed.points.codebook_changes()
    settled(qtbot, changed)
    asked: list[Any] = []

    def save(*arguments: Any) -> tuple[str, str]:
        asked.append(arguments)
        return str(tmp_path / "changes"), "JSON (*.json)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    shown.export_button.click()
    settled(qtbot, changed)
    assert len(asked) == 1
    rows = json.loads((tmp_path / "changes.json").read_text("utf-8"))
    assert [row["change"] for row in rows] == ["added", "renamed", "redefined"]
    assert window.toasts.text.text() == "Written: changes.json"
    shown.close()


def test_changes_that_name_somebody_are_shown_before_they_leave(
    qtbot: QtBot, window: MainWindow, changed: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codebook.define_code(changed.project, "who decides", example="Ask ben@ott.org", reason="as ben@ott.org asked")
    settled(qtbot, changed)
    shown = changed.points.codebook_changes()
    settled(qtbot, changed)
    target = tmp_path / "changes.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(target), ""))
    shown.export_button.click()
    settled(qtbot, changed)
    shown.close()  # what it sent off goes its way
    leaving = dialog(window, LeavingDialog)
    assert not target.exists()
    found = {item.text(0): item.text(1) for item in leaving._items() if item.parent() is not None}
    assert found["ben@ott.org"] == "changes of the codebook, reasons"
    leaving.so_button.click()
    settled(qtbot, changed)
    assert "ben@ott.org" in target.read_text("utf-8-sig")
    assert window.toasts.text.text() == "Written: changes.csv"


def test_what_changed_since_a_named_point_is_asked_from_the_list(
    qtbot: QtBot, window: MainWindow, changed: Workspace
) -> None:
    named_versions.name_version(changed.project, "Start", step=2)
    press(qtbot, window, "name_point")
    settled(qtbot, changed)
    naming = dialog(window, NamePointDialog)
    naming.list.setCurrentItem(naming.list.topLevelItem(1))
    naming.changes_button.click()
    settled(qtbot, changed)
    shown = dialog(window, CodebookChangesDialog)
    assert shown.since.currentText().startswith("Start · ")
    naming.list.setCurrentItem(naming.list.topLevelItem(0))
    naming.changes_button.click()
    settled(qtbot, changed)
    assert [one for one in window.findChildren(CodebookChangesDialog) if one.isVisible()] == [shown]
    assert shown.since.currentText().startswith("Before supervision · ")
    naming.close()
    shown.close()
