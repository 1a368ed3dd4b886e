"""A project that is open for review stays the analyst's, on every way in and out of it."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from ui.conftest import has_text, settled

from qualcode.domain.errors import Damaged
from qualcode.ui.dialogs.problem import ProblemDialog
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def asked(qtbot: QtBot, window: MainWindow) -> ProblemDialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(ProblemDialog)), timeout=60_000)
    found: ProblemDialog = window.findChildren(ProblemDialog)[-1]
    return found


def ways(problem: ProblemDialog) -> list[str]:
    return [each.text() for each in problem.findChildren(QPushButton)]


def waited(qtbot: QtBot, window: MainWindow) -> Workspace:
    qtbot.waitUntil(lambda: window.workspace is not None and has_text(window.workspace), timeout=60_000)
    assert window.workspace is not None
    settled(qtbot, window.workspace)
    return window.workspace


def test_no_backup_is_put_in_the_place_of_what_is_reviewed(qtbot: QtBot, window: MainWindow, coded_study: Path) -> None:
    assert window.commands["restore"].isEnabled()
    window.open_place(str(coded_study), reviewing=True)
    workspace = waited(qtbot, window)
    assert workspace.coding.document is not None
    workspace.seen_changed()
    for name in ("restore", "name_point"):
        assert not window.commands[name].isEnabled(), name
    assert window.commands["remark"].isEnabled()
    with workspace.project.as_of(2) as then:  # nor while one looks at the past
        workspace.bridge.look_at(then)
        settled(qtbot, workspace)
        workspace.seen_changed()
        assert not window.commands["restore"].isEnabled()
        workspace.bridge.look_at(workspace.project)
        settled(qtbot, workspace)
    window.close_project()
    assert window.commands["restore"].isEnabled()


@pytest.mark.parametrize("reviewing", [True, False])
def test_what_is_wrong_with_a_reviewed_file_is_for_the_analyst_to_restore(
    qtbot: QtBot, window: MainWindow, coded_study: Path, reviewing: bool
) -> None:
    offered = not reviewing
    window.opening._explain(str(coded_study), Damaged("{name} is damaged.", name="study"), reviewing=reviewing)
    problem = asked(qtbot, window)
    assert ("Restore a backup…" in ways(problem)) == offered
    problem.reject()
    copy = coded_study.with_name("study (conflicted copy 2026-11-02).qualcode")
    copy.write_bytes(coded_study.read_bytes())
    qtbot.waitUntil(lambda: not window.findChildren(ProblemDialog), timeout=60_000)
    window.open_place(str(coded_study), reviewing=reviewing)
    problem = asked(qtbot, window)
    assert any(copy.name in each.text() for each in problem.findChildren(QLabel))
    assert ("Restore a backup…" in ways(problem)) == offered
    problem.reject()
    waited(qtbot, window)


@pytest.mark.parametrize(("way", "speaks"), [("Open anyway", True), ("Open for reading only", False)])
def test_a_project_that_is_open_elsewhere_is_still_only_reviewed(
    qtbot: QtBot, window: MainWindow, coded_study: Path, way: str, speaks: bool
) -> None:
    note = coded_study.with_name(f".{coded_study.name}.other_machine-77.open")
    note.write_text(json.dumps({"host": "other-machine", "process": 77, "user": "jun", "since": "2026-11-01"}))
    window.open_place(str(coded_study), reviewing=True)
    problem = asked(qtbot, window)
    next(each for each in problem.findChildren(QPushButton) if each.text() == way).click()
    workspace = waited(qtbot, window)
    assert workspace.project.reviewing
    assert workspace.project.takes_remarks == speaks
    assert window.commands["remark"].isEnabled() == speaks
    for name in ("new_code", "import", "undo", "restore"):
        assert not window.commands[name].isEnabled(), name


def test_a_file_dropped_on_what_is_reviewed_is_not_brought_in(
    qtbot: QtBot, window: MainWindow, coded_study: Path, tmp_path: Path
) -> None:
    window.open_place(str(coded_study), reviewing=True)
    workspace = waited(qtbot, window)
    file = tmp_path / "more.txt"
    file.write_text("More.", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(10, 10), Qt.DropAction.CopyAction, data, buttons, keys))
    settled(qtbot, workspace)
    assert "open for reading or review only" in window.toasts.text.text()


def test_no_code_is_offered_for_words_that_are_reviewed(qtbot: QtBot, window: MainWindow, coded_study: Path) -> None:
    window.open_place(str(coded_study), reviewing=True)
    workspace = waited(qtbot, window)
    start = workspace.coding.text.index("Trust takes years")
    workspace.coding.reader.select(start, start + 17)
    qtbot.keyClicks(workspace.coding.reader.view, "new name")
    assert not workspace.coding.flow.panel.isVisible()
    assert "open for review" in window.toasts.text.text()
    settled(qtbot, workspace)
