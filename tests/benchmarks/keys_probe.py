"""From a key to what is seen of it, in a process of its own, on a big project.

`keys_probe.py FILE DOCUMENT` works on a copy that may be changed. Prints JSON: for each thing one does with keys the
median and the 95th percentile of the wall time from a key until what it changes has been painted, in milliseconds, and
how many keys there were.
"""

import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from window_probe import Painted, settle, shell, until

from qualcode.app import settings
from qualcode.ui.commands.palette import Palette

PATIENCE = 0.5  # seconds: a key that changes nothing to be seen
REST, PAUSE = 0.12, 0.6  # seconds between two keys of a quick hand, and between two acts of a quick mind
WORDS = ("trust", "people", "because")


class Keys:
    """Presses keys and waits for the painting of what they change."""

    def __init__(self) -> None:
        self.found: dict[str, dict[str, float]] = {}

    def press(self, name: str, presses: Iterable[Callable[[], object]], *parts: QWidget, rest: float = REST) -> None:
        """Do one after the other and keep how long each took until all these parts were painted."""
        spans = []
        for press in presses:
            self._rest(rest)
            painted = Painted(*parts)
            began = time.perf_counter()
            press()
            while not painted() and time.perf_counter() - began < PATIENCE:
                QApplication.processEvents()
                time.sleep(0.0002)  # a busy loop would keep the interpreter's lock from the readers
            if painted():
                spans.append(time.perf_counter() - began)
        spans.sort()
        self.found[name] = {
            "median": round(1_000 * statistics.median(spans), 1),
            "p95": round(1_000 * spans[int(0.95 * len(spans))], 1),
            "keys": len(spans),
        }

    def _rest(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            QApplication.processEvents()
            time.sleep(0.002)


def typing(field: QWidget) -> list[Callable[[], object]]:
    """The letters of some words into a field, each word taken away again."""
    found: list[Callable[[], object]] = []
    for word in WORDS:
        found += [lambda letter=letter: QTest.keyClick(field, letter) for letter in word]
        found += [lambda: QTest.keyClick(field, Qt.Key.Key_Backspace)] * len(word)
    return found


def keys(place: str, document: str) -> dict[str, Any]:
    application = QApplication([])
    kept = settings.load()
    kept.coder, kept.look = "Ana", "light"
    settings.save(kept)
    window = shell(application).window
    window.show()
    window.open_place(place)
    until(lambda: window.workspace is not None and window.workspace.coding.document is not None)
    work = window.workspace
    tab = work.coding
    with work.project.read() as read:
        densest = next(one.id for one in read.documents() if one.name == document)
    tab.open_document(densest)
    until(lambda: tab.document is not None and tab.document.id == densest)
    settle()
    hand, text, margin = Keys(), tab.reader.view.viewport(), tab.reader.margin

    def command(name: str, times: int) -> list[Callable[[], object]]:
        return [window.commands[name].trigger] * times

    tab.reader.select(300, 304)
    hand.press("grow and shrink the selection", command("grow", 3) + command("shrink", 2), text)
    for name in ("next_turn", "next_coding", "next_same", "next_uncoded"):
        hand.press(name, command(name, 20), text)
    hand.press("scroll by a page", [lambda: QTest.keyClick(tab.reader.view, Qt.Key.Key_PageDown)] * 20, text)

    tab.reader.select(300, 360)
    tab.flow.open_panel()
    settle()
    panel = tab.flow.panel
    hand.press("type in the code panel", typing(panel.field), panel.list.viewport())
    down = [lambda: QTest.keyClick(panel.field, Qt.Key.Key_Down)] * 20
    hand.press("arrow in the code panel", down, panel.list.viewport())
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    settle()

    def code(number: int) -> None:
        tab.reader.select(400 + 60 * number, 430 + 61 * number)
        window.commands["again"].trigger()

    hand.press(
        "code with the last code",
        [lambda number=number: code(number) for number in range(15)],
        text,
        margin,
        rest=PAUSE,
    )
    hand.press("undo", command("undo", 10), margin, rest=PAUSE)
    hand.press("redo", command("redo", 10), margin, rest=PAUSE)
    window.commands["find"].trigger()
    hand.press("find in the document", typing(tab.find_bar.field), text)
    QTest.keyClick(tab.find_bar.field, Qt.Key.Key_Escape)
    work.codebook.find()
    hand.press("find a code", typing(work.codebook.field), work.codebook.tree.viewport())
    work.codebook.field.clear()
    window.commands["palette"].trigger()
    palette = window.findChild(Palette)
    settle()
    hand.press("type in the command palette", typing(palette.field), palette.list.viewport())
    palette.close()
    work.segments.show_all()
    window.docks.show("segments")
    settle()
    rows = work.segments.list
    hand.press("arrow in all segments", [lambda: QTest.keyClick(rows, Qt.Key.Key_Down)] * 20, rows.viewport())
    return hand.found


if __name__ == "__main__":
    print(json.dumps(keys(*sys.argv[1:])))  # noqa: T201
    sys.stdout.flush()
    os._exit(0)  # what is measured is over
