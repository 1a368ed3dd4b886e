"""How long each act holds the window's thread at most, in a process of its own, on a big project.

`holds_probe.py FILE DOCUMENT` works on a copy that may be changed. Prints JSON: for each act the longest piece of wall
time and of the thread's own processor time between two turns of the event loop, in milliseconds.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from window_probe import shell, until

from qualcode.app import codebook, settings


class Holds:
    """Watches the turns of the event loop."""

    def __init__(self) -> None:
        self.found: dict[str, tuple[float, float]] = {}
        self._before = (0.0, 0.0)
        self._worst = [0.0, 0.0]
        self._timer = QTimer()
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def _turn(self) -> None:
        now = (time.perf_counter(), time.thread_time())
        self._worst = [max(worst, 1000 * (n - b)) for worst, n, b in zip(self._worst, now, self._before, strict=True)]
        self._before = now

    def act(self, name: str, what: Callable[[], object], seconds: float = 2) -> None:
        """Do something, let the window work for a while, and keep the longest hold."""
        self._before, self._worst = (time.perf_counter(), time.thread_time()), [0.0, 0.0]
        what()
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        self.found[name] = (round(self._worst[0], 1), round(self._worst[1], 1))


def holds(place: str, document: str) -> dict[str, Any]:
    application = QApplication([])
    kept = settings.load()
    kept.coder, kept.look = "Ana", "light"
    settings.save(kept)
    window = shell(application).window
    window.show()
    watch = Holds()
    watch.act("open the project", lambda: window.open_place(place), 8)
    until(lambda: window.workspace is not None and window.workspace.coding.document is not None)
    work = window.workspace
    with work.project.read() as read:
        densest = next(one.id for one in read.documents() if one.name == document)
        codes = [code.id for code in read.codebook.ordered if code.parent is not None]
    watch.act("open the densest document", lambda: work.coding.open_document(densest))
    watch.act("code", lambda: work.coding.flow.apply(codes[0], (300, 500)))
    watch.act("undo", work.undo)
    watch.act("redo", work.redo)
    for panel in ("segments", "history", "rules", "journal"):
        watch.act(f"open the panel {panel}", lambda panel=panel: window.commands[panel].trigger())
    watch.act("list all segments", work.segments.show_all)
    watch.act("search for the", lambda: window.find_everywhere("the"), 4)
    watch.act("rename a code", lambda: work.bridge.do(codebook.rename_code, codes[1], "another name"))
    watch.act("open the analysis", lambda: window.show_tab(1), 6)
    watch.act("back to the text", lambda: window.show_tab(0))
    watch.act("the analysis again", lambda: window.show_tab(1))
    watch.act("dark", lambda: window.choose_look("dark"))
    watch.act("150 %", lambda: window.choose_scale(150))
    watch.act("back to 100 %", lambda: window.choose_scale(100))
    watch.act("back to the text, dark", lambda: window.show_tab(0))
    watch.act("light", lambda: window.choose_look("light"))
    watch.act("the cases", window.commands["cases"].trigger)
    watch.act("the command palette", window.commands["palette"].trigger)
    return watch.found


if __name__ == "__main__":
    print(json.dumps(holds(*sys.argv[1:])))  # noqa: T201
    sys.stdout.flush()
    os._exit(0)  # what is measured is over
