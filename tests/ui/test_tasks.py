"""Work beside the window: what takes long keeps nothing waiting that is shown at once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from matplotlib.figure import Figure
from pytestqt.qtbot import QtBot

from qualcode.analysis.drawn import Drawn
from qualcode.analysis.sheets import DRAWING
from qualcode.domain.progress import Progress
from qualcode.ui.analyses.figure_view import painted
from qualcode.ui.tasks import _AT_LENGTH, Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.stop()


def test_what_takes_long_keeps_nothing_waiting_that_is_shown_at_once(qtbot: QtBot, tasks: Tasks) -> None:
    go_on, told = Event(), []
    for number in range(_AT_LENGTH + 2):
        if number % 2:
            tasks.read(lambda _progress: go_on.wait(60), told.append, what="Counting words")
        else:
            tasks.read(lambda _progress: go_on.wait(60), told.append, long=True)
    try:
        tasks.read(lambda _progress: "at once", told.append)
        qtbot.waitUntil(lambda: bool(told), timeout=30_000)
        assert told == ["at once"]
    finally:
        go_on.set()
    qtbot.waitUntil(lambda: tasks.idle, timeout=60_000)
    assert len(told) == _AT_LENGTH + 3


def test_what_was_cancelled_before_its_turn_is_not_begun(qtbot: QtBot, tasks: Tasks) -> None:
    go_on, begun = Event(), []
    for _ in range(_AT_LENGTH):
        tasks.read(lambda _progress: go_on.wait(60), what="Counting words")
    waiting = tasks.read(lambda _progress: begun.append(True), what="Counting more")
    waiting.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: tasks.idle, timeout=60_000)
    assert begun == []


def test_a_chart_that_nobody_waits_for_does_not_wait_until_another_is_drawn(qtbot: QtBot, tasks: Tasks) -> None:
    drawing, go_on = Event(), Event()

    def draw() -> None:
        with DRAWING:
            drawing.set()
            assert go_on.wait(60)

    def paint(progress: Progress) -> object:
        return painted(Drawn(Figure(), 10, 10, ()), 1, 1, "#FFFFFF", progress)

    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(draw)
        assert drawing.wait(60)
        try:
            task = tasks.read(paint, long=True)
            qtbot.waitUntil(lambda: task.future is not None and task.future.running(), timeout=60_000)
            task.cancel()
            qtbot.waitUntil(lambda: tasks.idle, timeout=30_000)
        finally:
            go_on.set()
        other.result()
