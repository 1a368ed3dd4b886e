import shutil
import time
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot
from ui.conftest import code_by_keyboard, opened, press, settled

import qualcode
from qualcode.app import codebook
from qualcode.ui.tasks import Task, Tasks
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def comments(place: Path) -> list[str]:
    with qualcode.open(place, coder="AB", read_only=True) as project, project.read() as read:
        return [coding.comment for coding in read.placed() if coding.comment]


def memos(place: Path) -> list[str]:
    with qualcode.open(place, coder="AB", read_only=True) as project, project.read() as read:
        return [memo.text for memo in read.memos()]


def test_a_comment_being_written_is_kept(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, coded_study: Path
) -> None:
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust")
    workspace.coding.reader.choose(workspace.coding.codings[0].id)
    settled(qtbot, workspace)
    workspace.segments.card.comment.setPlainText("hard won")
    window.close()
    assert comments(coded_study) == ["hard won"]


def test_an_open_memo_is_kept_and_its_window_goes(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, coded_study: Path
) -> None:
    press(qtbot, window, "memo")
    settled(qtbot, workspace)
    dialog: Any = window.findChild(QDialog)
    dialog.editor.text.setPlainText("a thought")
    press(qtbot, window, "close")
    qtbot.waitUntil(lambda: window.tasks.idle)
    assert not [found for found in window.findChildren(QDialog) if found.isVisible()]
    assert memos(coded_study) == ["a thought"]


def test_a_project_closed_in_the_middle_of_a_task(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    begun = Event()

    def job(_project: object, progress: Any) -> None:
        begun.set()
        while True:
            progress.tick(0, 1)

    workspace.run(job, lambda _made: None, "Counting")
    assert begun.wait(5)
    qtbot.waitUntil(window.status.what.isVisible)
    press(qtbot, window, "close")
    assert not window.status.what.isVisible()


@pytest.mark.parametrize("late", [0, 0.2])
def test_a_project_closed_in_the_middle_of_a_question(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, endless: str, late: float
) -> None:
    begun, answers = Event(), []

    def question(read: Any) -> int:
        begun.set()
        time.sleep(late)  # the statement may begin after it was to be broken off
        return int(read.connection.exec_driver_sql(endless).scalar_one())

    workspace.bridge.ask(question, answers.append, answers.append)
    assert begun.wait(5)
    press(qtbot, window, "close")  # would never come back
    assert window.workspace is None
    assert answers == []


def test_nobody_asks_workers_that_have_stopped(qtbot: QtBot) -> None:
    tasks = Tasks()
    go, ended = Event(), []
    task = tasks.read(lambda _progress: go.wait(5))
    task.ended.connect(lambda: ended.append(task))
    go.set()
    tasks.stop()
    assert ended == [task]
    late: list[Task] = []
    refused = tasks.write(late.append, late.append, late.append)
    assert not refused.running
    qtbot.wait(20)
    assert (ended, late) == ([task], [])


def test_a_window_closed_while_it_opens_a_project(qtbot: QtBot, window: MainWindow, coded_study: Path) -> None:
    window.open_place(str(coded_study))
    window.close()
    qtbot.wait(20)
    assert window.workspace is None
    with qualcode.open(coded_study, coder="AB") as project:
        assert project.check() == []


def test_one_project_after_another(qtbot: QtBot, window: MainWindow, coded_study: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.qualcode"
    qualcode.new(other, "Other", coder="AB").close()
    for place, name in ((coded_study, "Night bus study"), (other, "Other"), (coded_study, "Night bus study")):
        window.open_place(str(place))
        qtbot.waitUntil(lambda name=name: window.workspace is not None and window.workspace.study.name == name)
    assert opened(qtbot, window, coded_study).coding.text


def test_a_step_said_while_closing_is_not_undone_in_the_next_project(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, coded_study: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.qualcode"
    with qualcode.open(coded_study, coder="AB") as project:
        step = len(project.history()) + 1
    shutil.copy(coded_study, other)
    with qualcode.open(other, coder="AB") as project:
        codebook.add_code(project, "of the other project")
        assert project.history()[-1].number == step
    code = next(one.id for one in workspace.coding.codebook.ordered if one.kind == "code")
    workspace.coding.flow.apply(code, (0, 3))
    window.close_project()
    again = opened(qtbot, window, other)
    if window.toasts.isVisible() and window.toasts.button.isVisible():
        window.toasts.button.click()
    settled(qtbot, again)
    assert "of the other project" in [one.name for one in again.coding.codebook.ordered]
    with qualcode.open(coded_study, coder="AB", read_only=True) as project:
        assert project.history()[-1].number == step


def test_a_menu_that_fills_itself_keeps_nothing_of_a_closed_project(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    workspace.codebook.choose(next(one.id for one in workspace.coding.codebook.ordered if one.kind == "code"))
    menus = [one for one in window.findChildren(QMenu) if one.title() == "Code by digit"]
    for _ in range(5):
        menus[0].aboutToShow.emit()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(menus[0].findChildren(QMenu)) == 1


def test_a_closed_project_leaves_nothing_in_the_window(qtbot: QtBot, window: MainWindow, coded_study: Path) -> None:
    def left_over() -> int:
        opened(qtbot, window, coded_study)
        window.close_project()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return len(window.findChildren(QWidget))

    assert left_over() == left_over()
