"""The segment list of a big project: painted and at its end at once, whatever its length.

QUALCODE_BENCH_L names a project file of the big workload (250,000 codings); it is copied, never changed.
"""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import qualcode
from qualcode.app import coding
from qualcode.ui.bridge import Bridge
from qualcode.ui.look import look
from qualcode.ui.models.segments_model import ROW
from qualcode.ui.panels.segments import SegmentsPanel
from qualcode.ui.tasks import Tasks


@pytest.fixture
def big(tmp_path: Path) -> Iterator[Bridge]:
    """A bridge to a copy of the big project."""
    found = os.environ.get("QUALCODE_BENCH_L")
    if not found:
        pytest.skip("QUALCODE_BENCH_L does not name a project file of the big workload")
    place = tmp_path / "big.qualcode"
    shutil.copy(found, place)
    project = qualcode.open(place, coder="Bench")
    tasks = Tasks()
    bridge = Bridge(project, tasks)
    yield bridge
    bridge.stop()
    tasks.stop()
    project.close()


def _until(done: Callable[[], bool]) -> float:
    """Milliseconds until the window has done it."""
    began = time.perf_counter()
    while not done():
        # waiting, not spinning: a busy loop would keep the interpreter's lock from the readers
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.perf_counter() - began > 60:
            raise AssertionError("the list did not arrive within a minute")
    return (time.perf_counter() - began) * 1000


def _painted(panel: SegmentsPanel) -> bool:
    """Whether the rows at the top and the bottom of the viewport have their words."""
    view = panel.list
    first, last = view.indexAt(view.rect().topLeft()), view.indexAt(view.viewport().rect().bottomLeft())
    last = last if last.isValid() else panel.model.index(panel.model.rowCount() - 1)
    return first.isValid() and first.data(ROW) is not None and last.data(ROW) is not None


def test_the_list_paints_and_jumps(big: Bridge, qtbot: QtBot, record_property: Callable[[str, object], None]) -> None:
    panel = SegmentsPanel(big, look())
    qtbot.addWidget(panel)
    panel.resize(312, 800)
    panel.show()
    _until(lambda: panel.counts.known and big.tasks.idle)
    began = time.perf_counter()
    panel.show_all()
    returned = (time.perf_counter() - began) * 1000
    listed = returned + _until(lambda: panel.model.rowCount() > 0)
    painted = _until(lambda: _painted(panel))
    panel.grab()
    began = time.perf_counter()
    panel.list.scrollToBottom()
    panel.list.viewport().repaint()
    held = (time.perf_counter() - began) * 1000
    _until(lambda: _painted(panel))
    panel.list.viewport().repaint()
    jumped = (time.perf_counter() - began) * 1000
    began = time.perf_counter()
    panel.list.verticalScrollBar().setValue(panel.list.verticalScrollBar().maximum() // 2)
    _until(lambda: _painted(panel))
    middle = (time.perf_counter() - began) * 1000
    last = panel.model.index(panel.model.rowCount() - 1).data(ROW)
    assert panel.model.rowCount() == 250_000
    with big.project.read() as read:
        expected = read.placed(document=read.documents()[-1].id)
    assert last is None or last.coding.id == expected[-1].id

    steps = len(big.project.history())
    target = expected[-1]
    began = time.perf_counter()
    big.do(coding.remove_coding, target.id)
    changed = _until(lambda: panel.model.rowCount() == 249_999) + 0.0
    assert len(big.project.history()) > steps
    figures = {
        "held by show_all": returned,
        "listed": listed,
        "then painted": painted,
        "held by the jump": held,
        "jump painted": jumped,
        "middle painted": middle,
        "a removal shown": changed,
    }
    for name, value in figures.items():
        record_property(name, round(value, 1))
        print(f"{name}: {value:.1f} ms")  # noqa: T201
