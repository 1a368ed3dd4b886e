"""The whole program in a process of its own: when its window is seen, and what a big project costs in it.

`window_probe.py bare` shows a bare Qt window, `window_probe.py empty` ours, `window_probe.py study FILE DOCUMENT`
opens a copy of a project that may be changed. Prints JSON: moments in seconds (`seen` since the epoch), MB.
"""

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit, QWidget

PATIENCE = 120  # seconds
CODINGS = 5  # made one after the other, the median counts


class Painted(QObject):
    """Knows whether each of some widgets was painted since something to be seen was there."""

    def __init__(self, *parts: QWidget, there: Callable[[], bool] = lambda: True) -> None:
        super().__init__()
        self._parts, self._there = set(parts), there
        self._seen: set[QObject] = set()
        for part in parts:
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._there():
            self._seen.add(watched)
        return False

    def __call__(self) -> bool:
        return self._parts <= self._seen


def until(done: Callable[[], bool]) -> float:
    """Let the window work until it is done; the moment."""
    limit = time.perf_counter() + PATIENCE
    beat = QTimer()  # where nothing more happens the patience ends all the same
    beat.start(100)
    while not done():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.perf_counter() > limit:
            raise TimeoutError("the window did not get there")
    return time.perf_counter()


def memory() -> dict[str, float]:
    """What the process has now and had at most, in MB. Not `getrusage`, which counts in the parent before exec."""
    lines = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text("ascii").splitlines())
    return {name: int(lines[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM")}


def bare() -> dict[str, Any]:
    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QTextEdit(window))
    window.resize(1440, 900)
    painted = Painted(window)
    window.show()
    until(painted)
    seen = time.time()
    application.processEvents()
    return {"seen": seen, **memory()}


def shell(application: QApplication) -> Any:
    from qualcode.ui.application import Shell
    from qualcode.ui.crash import Crashes

    application.setApplicationName("qualcode")
    return Shell(application, Crashes(application))


def empty() -> dict[str, Any]:
    application = QApplication([])
    made = shell(application)
    painted = Painted(made.window)
    made.show(None)
    until(painted)
    seen = time.time()
    application.processEvents()
    found = {"seen": seen, **memory()}
    made.window.close()
    return found


def settle() -> None:
    """Let everything under way come to its end."""
    rest = time.perf_counter() + 1.5
    while time.perf_counter() < rest:
        QApplication.processEvents()
        time.sleep(0.005)


def study(place: str, name: str) -> dict[str, Any]:
    from qualcode.app import settings
    from qualcode.ui.bar import ANALYSE

    kept = settings.load()
    kept.coder = "Ana"
    settings.save(kept)
    application = QApplication([])
    window = shell(application).window
    window.show()
    window.start(None)
    settle()
    until(lambda: window.tasks.idle)  # the modules a project needs are loaded behind the welcome page
    found: dict[str, Any] = {}

    first: list[Painted] = []

    def watch(_found: object) -> None:
        reader = window.workspace.coding.reader
        first.append(Painted(reader.view.viewport(), reader.margin, there=lambda: reader.text != ""))

    window.opening.opened.connect(watch)  # in the turn in which the window builds it: nothing is painted unseen
    began = time.perf_counter()
    window.open_place(place)
    found["opened"] = until(lambda: bool(first) and first[0]()) - began
    work = window.workspace
    tab = work.coding
    parts = (tab.reader.view.viewport(), tab.reader.margin)
    settle()

    with work.project.read() as read:
        document = next(one for one in read.documents() if one.name == name)
        codes = [code.id for code in read.codebook.ordered]
    shown = Painted(*parts, there=lambda: tab.document.id == document.id)
    began = time.perf_counter()
    tab.open_document(document.id)
    found["document"] = until(shown) - began
    found["codings"] = len(tab.codings)
    settle()

    seen, kept = [], []
    for number in range(CODINGS):
        more = len(tab.codings) + 1
        coded = Painted(*parts, there=lambda more=more: len(tab.reader.codings) == more)
        began = time.perf_counter()
        tab.flow.apply(codes[number], (300 + number, 500 + 3 * number))
        seen.append(until(coded) - began)
        kept.append(until(lambda more=more: len(tab.codings) == more) - began)
        settle()
    found["coding seen"], found["coding kept"] = statistics.median(seen), statistics.median(kept)

    began = time.perf_counter()
    window.show_tab(ANALYSE)
    until(lambda: hasattr(work.analyses.cooccurrence, "heat"))  # the view is built in turns
    heat = Painted(
        work.analyses.cooccurrence.heat.viewport(), there=lambda: work.analyses.cooccurrence.picture is not None
    )
    found["cooccurrence"] = until(heat) - began
    settle()
    found.update(memory())
    window.close()
    return found


if __name__ == "__main__":
    act, *rest = sys.argv[1:]
    print(json.dumps({"bare": bare, "empty": empty, "study": study}[act](*rest)))  # noqa: T201
    sys.stdout.flush()
    os._exit(0)  # what is measured is over; Qt's taking down is not part of it
