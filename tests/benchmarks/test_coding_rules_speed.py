"""The coding rules on a big project: from an arrow key in the code panel to the rules of the next code on the screen,
and the journal of 5,000 memos from a letter to the shorter list.

QUALCODE_BENCH_L names a project file of the big workload; it is copied, never changed.
"""

import os
import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qualcode.app import codebook, marking, memos, settings
from qualcode.app.project import Project, open_project
from qualcode.ui.look import look
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace

MEMOS = 5_000
STEPS = 60
WORDS = ("trust takes years", "nobody counted the hours", "who holds the timetable", "goodwill", "the letter came late")

# waiting, not spinning: a busy loop would keep the interpreter's lock from the readers
WAITING = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
Record = Callable[[str, object], None]


class Seen(QObject):
    """Knows whether a widget was painted."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self.painted = False
        part.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.painted = self.painted or event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A copy of the big project with definitions, marks and many memos."""
    source = os.environ.get("QUALCODE_BENCH_L")
    if not source:
        pytest.skip("QUALCODE_BENCH_L does not name a project file of the big workload")
    copy = tmp_path / "big.qualcode"
    shutil.copyfile(source, copy)
    with open_project(str(copy), coder="Ana") as project:
        _write(project)
    return copy


def _write(project: Project) -> None:
    with project.read() as read:
        codes, documents = read.codebook.ordered, read.documents()
        placed = {code.id: read.placed(code=code.id)[:6] for code in codes[:STEPS]}
    for code in codes[:STEPS]:
        codebook.define_code(
            project, code.id, definition="What it means in a line. " * 4, full_definition="At length. " * 60,
            include="When somebody says so. " * 6, exclude="When nobody does. " * 6, example="We gave time. " * 5,
        )  # fmt: skip
        for number, one in enumerate(placed[code.id]):
            marking.mark_coding(project, one.id, "exemplar" if number % 2 else "near-miss")
    about: list[object] = [None, *(document.id for document in documents), *(code.id for code in codes)]
    for number in range(MEMOS):
        words = " ".join(WORDS[(number + step) % len(WORDS)] for step in range(60))
        memos.write_memo(
            project, words, about[number % len(about)], f"Memo {number}", ("theory", "method", "")[number % 3]
        )


@pytest.fixture
def workspace(qtbot: QtBot, qapp: QApplication, qualcode_home: Path, place: Path) -> Iterator[Workspace]:
    settings.save(settings.Settings(coder="Ana", language="en", look="light"))
    window = MainWindow(look())
    window.resize(1440, 900)
    window.show()
    window.open_place(str(place))
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=120_000)
    made = window.workspace
    assert made is not None
    qtbot.waitUntil(lambda: made.coding.document is not None and made.bridge.idle, timeout=120_000)
    yield made
    window.close()
    window.deleteLater()


def tell(record: Record, name: str, spans: list[float]) -> None:
    ordered = sorted(spans)
    for share, value in (("median", statistics.median(ordered)), ("p95", ordered[int(len(ordered) * 0.95)])):
        record(f"{name}: {share} ms", round(1_000 * value, 2))
        print(f"{name}: {share} {1_000 * value:.2f} ms")  # noqa: T201


def test_the_rules_follow_the_arrow_keys(workspace: Workspace, qtbot: QtBot, record_property: Record) -> None:
    window = workspace.page.window()
    flow = workspace.coding.flow
    for shown in (False, True):
        if shown:
            window.docks.show("rules")
        workspace.coding.reader.select(300, 360)
        flow.open_panel()
        qtbot.wait(300)
        panel = workspace.rules.panel
        parts = [Seen(flow.panel.list.viewport()), *([Seen(panel.area.widget())] if shown else [])]
        spans, busy = [], []
        for _ in range(STEPS):
            for part in parts:
                part.painted = False
            began, work = time.perf_counter(), time.thread_time()
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(
                    flow.panel.field, QKeyEvent(kind, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
                )
            while not all(part.painted for part in parts):
                QApplication.processEvents(WAITING)
            spans.append(time.perf_counter() - began)
            busy.append(time.thread_time() - work)
            qtbot.wait(30)
        name = "with the rules" if shown else "without the rules"
        tell(record_property, f"arrow key, {name}", spans)
        tell(record_property, f"arrow key, {name}, of the processor", busy)
        flow.panel.dismiss()
    code = workspace.rules.panel.code
    began = time.perf_counter()
    qtbot.waitUntil(lambda: code in workspace.rules.panel._kept, timeout=10_000)
    tell(record_property, "examples after the last key", [time.perf_counter() - began])


def test_five_thousand_memos(workspace: Workspace, qtbot: QtBot, record_property: Record) -> None:
    window = workspace.page.window()
    began = time.perf_counter()
    window.docks.show("journal")
    journal = workspace.journal.panel
    qtbot.waitUntil(lambda: journal.model.count >= MEMOS, timeout=60_000)
    tell(record_property, "journal opened", [time.perf_counter() - began])
    spans, busy = [], []
    for typed in ("t", "tr", "tru", "trus", "trust", "memo 49", "memo 4", "memo 42 trust", "") * 4:
        before = journal.model
        began, work = time.perf_counter(), time.thread_time()
        told: list[bool] = []
        connection = before.modelReset.connect(lambda told=told: told.append(True))
        journal.filters.words.setText(typed)
        while not told:
            QApplication.processEvents(WAITING)
        journal.list.viewport().repaint()
        spans.append(time.perf_counter() - began)
        busy.append(time.thread_time() - work)
        before.modelReset.disconnect(connection)
        qtbot.wait(20)
    tell(record_property, "letter to list", spans)
    tell(record_property, "letter to list, of the window's thread", busy)
    bar, scrolls = journal.list.verticalScrollBar(), []
    for step in range(60):
        began = time.thread_time()
        bar.setValue(bar.maximum() * step // 60)
        journal.list.viewport().repaint()
        scrolls.append(time.thread_time() - began)
    tell(record_property, "scroll", scrolls)
    assert journal.model.count >= MEMOS
