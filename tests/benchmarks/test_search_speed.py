"""Search as one types, in the panel: until its first hits are there, and what that costs the window's thread.

QUALCODE_BENCH_L names a project file of the big workload (5 million words); it is copied, never changed. Milliseconds
are printed and recorded; run with `-s`.
"""

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import qualcode
from qualcode.language.sentences import sentence_spans, work_apart
from qualcode.ui.bridge import Bridge
from qualcode.ui.look import look
from qualcode.ui.panels.search import SearchPanel
from qualcode.ui.tasks import Tasks

WORDS = ("house", "think", "money", "people", "school", "remember", "child")
QUERIES = {
    "beginnings": WORDS,
    "words": WORDS,
    "lemma": WORDS,
    "substring": WORDS,
    "regex": tuple(rf"\b{word}\w*" for word in WORDS),
    "near": tuple(f"{word} NEAR/5 work" for word in WORDS),
    "one speaker": tuple(f"speaker:P07 {word}" for word in WORDS),
}
Record = Callable[[str, object], None]


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


def until(done: Callable[[], bool]) -> tuple[float, float]:
    """Milliseconds until the window has done it, and the longest time it was held meanwhile."""
    began = last = time.perf_counter()
    longest = 0.0
    while not done():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
        time.sleep(0.001)  # a busy loop would keep the interpreter's lock from the readers
        if now - began > 60:
            raise AssertionError("no answer within a minute")
    return (time.perf_counter() - began) * 1_000, longest * 1_000


def tell(record: Record, name: str, values: list[float]) -> None:
    middle, most = statistics.median(values), max(values)
    record(name, round(middle, 2))
    print(f"{name}: median {middle:.1f}, most {most:.1f}")  # noqa: T201


@pytest.mark.parametrize("way", list(QUERIES))
def test_first_hits(big: Bridge, qtbot: QtBot, record_property: Record, way: str) -> None:
    panel = SearchPanel(big, look())
    qtbot.addWidget(panel)
    panel.resize(312, 800)
    panel.show()
    until(lambda: big.tasks.idle)
    panel.how.setCurrentIndex(panel.how.findData("words" if way in ("near", "one speaker") else way))
    shown, own, held = [], [], []
    for query in QUERIES[way]:
        began, spent = time.perf_counter(), time.thread_time()
        panel.look_for(query)
        _, longest = until(lambda: panel.list.model().rowCount() > 0 or big.tasks.idle)
        panel.list.viewport().repaint()
        shown.append((time.perf_counter() - began) * 1_000)
        own.append((time.thread_time() - spent) * 1_000)
        held.append(longest)
        panel.field.clear()
        until(lambda: big.tasks.idle)
    tell(record_property, f"{way}: the first, ms", shown[:1])
    tell(record_property, f"{way}: first hits after ms", shown)
    tell(record_property, f"{way}: of the window's own time, ms", own)
    tell(record_property, f"{way}: the window was held, ms", held)
    assert min(shown) > 0


def test_typing(big: Bridge, qtbot: QtBot, record_property: Record) -> None:
    """Every key of some words, one after the other, each before the answer to the one before."""
    panel = SearchPanel(big, look())
    qtbot.addWidget(panel)
    panel.resize(312, 800)
    panel.show()
    until(lambda: big.tasks.idle)
    keys = []
    for word in WORDS:
        panel.field.clear()
        for letter in word:
            spent = time.thread_time()
            panel.field.insert(letter)
            panel._begin()  # what the timer does when the fingers rest
            keys.append((time.thread_time() - spent) * 1_000)
            QApplication.processEvents()
    until(lambda: big.tasks.idle)
    assert panel.field.text() == WORDS[-1]
    tell(record_property, "a key, of the window's own time, ms", keys)


def test_hits_are_counted_while_the_window_works(big: Bridge, qtbot: QtBot, record_property: Record) -> None:
    panel = SearchPanel(big, look())
    qtbot.addWidget(panel)
    panel.resize(312, 800)
    panel.show()
    until(lambda: big.tasks.idle)
    panel.how.setCurrentIndex(panel.how.findData("words"))
    panel.look_for("the")
    took, held = until(lambda: big.tasks.idle)
    tell(record_property, "5,000 hits listed, ms", [took])
    tell(record_property, "longest time the window was held, ms", [held])


def test_sentences_are_loaded_beside_the_window(qapp: QApplication, record_property: Record) -> None:
    """The first sentences of a session, while the window goes on: in a process of their own, and in a thread."""
    from concurrent.futures import ThreadPoolExecutor

    for name, apart in (("apart", True), ("in a thread", False)):
        if apart:
            work_apart()
            with ThreadPoolExecutor(1) as pool:
                asked = pool.submit(sentence_spans, "One. Two.", "en")
                took, held = until(asked.done)
            work_apart(False)
        else:
            code = (
                "import threading, time\n"
                "from qualcode.language.sentences import sentence_spans\n"
                "thread = threading.Thread(target=sentence_spans, args=('One. Two.', 'en'))\n"
                "thread.start()\nlast, longest, began = time.perf_counter(), 0, time.perf_counter()\n"
                "while thread.is_alive():\n    time.sleep(.001)\n    now = time.perf_counter()\n"
                "    longest, last = max(longest, now - last), now\nprint(last - began, longest)\n"
            )
            done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
            took, held = (1_000 * float(part) for part in done.stdout.split())
        tell(record_property, f"first sentences, {name}, ms", [took])
        tell(record_property, f"first sentences, {name}: the window was held, ms", [held])
        assert took > 0
