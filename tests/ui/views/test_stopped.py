"""A counting that is stopped in the status line: what is said, the way to ask again, and who has the keys."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot
from ui.views.scenes import build

from qualcode.app.analysing.catalogue import ANALYSES
from qualcode.app.project import open_project
from qualcode.ui.analyses import analysis_view
from qualcode.ui.analyses.analysis_view import AnalysisView
from qualcode.ui.bridge import Bridge
from qualcode.ui.filters import Filters
from qualcode.ui.look import look
from qualcode.ui.status import StatusLine
from qualcode.ui.tasks import Tasks
from qualcode.ui.views import cooccurrence
from qualcode.ui.views.cooccurrence import CooccurrenceView


@dataclass
class Desk:
    """A view above a status line, with what it counts by."""

    window: QMainWindow
    view: Any
    line: StatusLine
    settle: Callable[[], None]
    counted_by: tuple[Any, str]


@pytest.fixture(params=["frequencies", "cooccurrence"])
def desk(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    project = open_project(build(tmp_path), coder="AB")
    tasks = Tasks()
    bridge = Bridge(project, tasks)
    window = QMainWindow()
    qtbot.addWidget(window)
    if request.param == "cooccurrence":
        view: Any = CooccurrenceView(bridge, look(), Filters(bridge))
        counted_by = (cooccurrence, "cooccurrence_view")
    else:
        view = AnalysisView(ANALYSES[request.param], bridge, look(), Filters(bridge))
        counted_by = (analysis_view, "table_of")
    deque(view.build(), maxlen=0)
    line = StatusLine(window)
    line._line.setInterval(0)  # nobody has to wait for it here
    line._detail.setInterval(0)
    line.follow(tasks)
    window.setCentralWidget(view)
    window.setStatusBar(line)
    window.resize(1200, 800)

    def settle() -> None:
        qtbot.waitUntil(lambda: bridge.idle and not view._timer.isActive(), timeout=60_000)

    view.as_table.setChecked(True)
    with qtbot.waitActive(window, timeout=60_000):
        window.show()
    settle()
    yield Desk(window, view, line, settle, counted_by)
    window.close()
    bridge.stop()
    tasks.stop()
    project.close()


def begin_long(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Event:
    """Count anew, and wait until the button that cancels is there. The event lets the counting go on."""
    place, name = desk.counted_by
    real, begun, go = getattr(place, name), Event(), Event()

    def slow(project: Any, *asked: Any, **given: Any) -> Any:
        begun.set()
        go.wait(60)
        return real(project, *asked, **given)

    monkeypatch.setattr(place, name, slow)
    desk.view.recompute()
    qtbot.waitUntil(begun.is_set, timeout=60_000)
    qtbot.waitUntil(desk.line.cancel.isVisible, timeout=60_000)
    monkeypatch.setattr(place, name, real)
    return go


def test_it_says_so_and_counts_again_when_asked(
    desk: Desk, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = desk.view
    go = begin_long(desk, qtbot, monkeypatch)
    qtbot.waitUntil(view.busy.isVisible, timeout=60_000)
    desk.line.cancel.click()
    go.set()
    desk.settle()
    assert view.busy.isHidden(), "nothing is counted any more"
    assert view.pages.currentWidget() is view.message, "the former numbers do not stand under other options"
    assert "stopped" in view.message.text.text()
    view.message.button.click()
    desk.settle()
    assert view.pages.currentWidget() is view.body


@pytest.mark.parametrize("by_key", [False, True], ids=["by mouse", "by key"])
def test_the_keys_stay_where_they_were(
    desk: Desk, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, by_key: bool
) -> None:
    view, cancel = desk.view, desk.line.cancel
    view.filter_button.setFocus(Qt.FocusReason.TabFocusReason)
    go = begin_long(desk, qtbot, monkeypatch)
    if by_key:
        cancel.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(cancel, Qt.Key.Key_Space)
    else:
        qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    go.set()
    desk.settle()
    assert cancel.isHidden()
    assert qapp.focusWidget() is view.filter_button


def test_whoever_read_the_table_finds_the_way_to_ask_again_under_the_keys(
    desk: Desk, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = desk.view
    inside = next(part for part in view.body.findChildren(type(view.table)) if part.isVisible())
    inside.setFocus(Qt.FocusReason.TabFocusReason)
    go = begin_long(desk, qtbot, monkeypatch)
    qtbot.mouseClick(desk.line.cancel, Qt.MouseButton.LeftButton)
    go.set()
    desk.settle()
    assert qapp.focusWidget() is view.message.button


def test_an_answer_that_nobody_waits_for_any_more_is_not_called_stopped(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = desk.view
    go = begin_long(desk, qtbot, monkeypatch)
    view.recompute()  # another option
    go.set()
    desk.settle()
    assert view.pages.currentWidget() is view.body
