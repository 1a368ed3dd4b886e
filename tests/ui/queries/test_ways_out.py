"""The query view by keyboard, and a question that is stopped while it is asked."""

from threading import Event
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from ui.queries.desks import Desk


def test_a_question_that_is_stopped_stays_and_is_asked_again_when_wanted(desk: Desk, qtbot: QtBot) -> None:
    view, begun, go = desk.view, Event(), Event()
    real = view._job

    def job() -> Any:
        asked = real()

        def slow(project: Any, progress: Any) -> Any:
            begun.set()
            go.wait(60)
            return asked(project, progress)

        return slow

    view._job = job  # type: ignore[method-assign]
    view.show_query("trust")
    qtbot.waitUntil(begun.is_set, timeout=60_000)
    assert view._task is not None
    view._task.cancel()  # as the status line does
    go.set()
    desk.settle()
    assert view.found.pages.currentWidget() is view.stopped
    assert view.builder.isVisible()
    view._job = real  # type: ignore[method-assign]
    view.stopped.button.click()
    desk.settle()
    assert desk.shown()


def test_tab_goes_from_saved_questions_over_the_question_and_its_answer_to_the_export(desk: Desk) -> None:
    view = desk.view
    desk.ask("trust")
    view.activateWindow()
    view.choose_button.setFocus(Qt.FocusReason.TabFocusReason)
    visited: list[QWidget] = []
    while (there := QApplication.focusWidget()) not in visited and len(visited) < 60:
        visited.append(there)
        QTest.keyClick(there, Qt.Key.Key_Tab)
    row = desk.row()
    parts = [view.choose_button, view.saved.save_button, row.value, view.builder.add_button, view.found.list]
    places = [next(at for at, one in enumerate(visited) if part in (one, one.parent())) for part in parts]
    assert places == sorted(places)
    assert view.export_button in visited
