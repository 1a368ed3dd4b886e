import sqlite3
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot
from ui.conftest import has_text, settled

import qualcode
from qualcode.app.project import new
from qualcode.ui.tasks import Tasks
from qualcode.ui.window import MainWindow


class Paintings(QObject):
    """Notes that a widget was painted."""

    def __init__(self, order: list[str]) -> None:
        super().__init__()
        self._order = order

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._order.append("text painted")
        return False


def test_the_text_is_painted_before_the_lists_are_asked_for(
    qtbot: QtBot, window: MainWindow, coded_study: Path
) -> None:
    order: list[str] = []
    paintings = Paintings(order)

    def watch(_found: object) -> None:
        assert window.workspace is not None
        assert window.workspace.coding.document is not None  # it came with the project
        window.workspace.coding.reader.view.viewport().installEventFilter(paintings)
        window.workspace.documents.model.modelReset.connect(lambda: order.append("documents listed"))

    window.opening.opened.connect(watch)
    window.open_place(str(coded_study))
    qtbot.waitUntil(lambda: "documents listed" in order)
    assert order[0] == "text painted"


def test_the_lists_come_although_nothing_is_painted(qtbot: QtBot, window: MainWindow, coded_study: Path) -> None:
    window.hide()
    window.open_place(str(coded_study))
    qtbot.waitUntil(lambda: window.workspace is not None and has_text(window.workspace))
    assert window.workspace is not None
    settled(qtbot, window.workspace)
    assert window.workspace.documents.model.rowCount() > 0


def test_a_project_without_documents_has_its_lists(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    place = tmp_path / "empty.qualcode"
    new(str(place)).close()
    window.open_place(str(place))
    qtbot.waitUntil(lambda: window.workspace is not None and window.workspace.facts is not None)
    assert window.workspace is not None
    assert window.workspace.coding.document is None


def test_a_project_closed_before_anything_was_painted(qtbot: QtBot, window: MainWindow, coded_study: Path) -> None:
    window.opening.opened.connect(lambda _found: window.close_project())
    window.open_place(str(coded_study))
    qtbot.waitUntil(lambda: window.tasks.idle)
    assert window.workspace is None
    with qualcode.open(coded_study, coder="AB") as project, project.read() as read:  # nobody holds it any more
        assert read.documents()


def test_questions_that_are_held_wait_for_their_release(qtbot: QtBot) -> None:
    tasks, told = Tasks(), list[int]()
    tasks.hold()
    for number in range(3):
        tasks.read(lambda _progress, number=number: told.append(number))
    tasks.write(lambda _progress: told.append(99))
    qtbot.waitUntil(lambda: told == [99])
    tasks.release()
    qtbot.waitUntil(lambda: tasks.idle)
    assert sorted(told) == [0, 1, 2, 99]
    tasks.stop()


def test_held_questions_end_when_the_project_is_closed(qtbot: QtBot) -> None:
    tasks, ended = Tasks(), list[str]()
    tasks.hold()
    tasks.read(lambda _progress: None).ended.connect(lambda: ended.append("ended"))
    tasks.stop()
    assert ended == ["ended"]
    assert tasks.idle


def test_a_damaged_first_document_does_not_keep_the_others(qtbot: QtBot, window: MainWindow, coded_study: Path) -> None:
    with qualcode.open(coded_study, coder="AB") as project, project.read() as read:
        damaged, sound = read.documents()
    with closing(sqlite3.connect(coded_study)) as file:
        file.execute("DELETE FROM contents WHERE hash = ?", (damaged.content,))
        file.commit()
    window.open_place(str(coded_study))
    qtbot.waitUntil(lambda: window.workspace is not None and window.workspace.facts is not None)
    workspace = window.workspace
    assert workspace is not None
    settled(qtbot, workspace)
    assert workspace.coding.document is None
    workspace.documents.opened.emit(sound.id)
    qtbot.waitUntil(lambda: workspace.coding.document is not None)
