"""Writing a memo in a big project: a key is seen at once, and linking finds names as they are typed.

QUALCODE_BENCH_L names a project file of the big workload (500 documents, 250,000 codings); it is copied, never changed.
"""

import os
import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import qualcode
from qualcode.app import memos
from qualcode.ui.bridge import Bridge
from qualcode.ui.memos.editor import MemoEditor
from qualcode.ui.memos.links import LinkPopup
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


def _until(done: Callable[[], bool]) -> tuple[float, float]:
    """Milliseconds until the window has done it, and those its thread had to work."""
    began, worked = time.perf_counter(), time.thread_time()
    while not done():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.perf_counter() - began > 60:
            raise AssertionError("that did not come within a minute")
    return (time.perf_counter() - began) * 1000, (time.thread_time() - worked) * 1000


def test_typing_showing_and_linking(big: Bridge, qtbot: QtBot) -> None:
    """Prints the window thread's milliseconds for a key, for showing a memo, for the preview and for the list of
    what it can be linked to."""
    with big.project.read() as read:
        code, document = read.codebook.ordered[0], read.documents()[0]
    text = "\n\n".join(f"Paragraph {number} with **bold** words on the matter at hand." for number in range(200))
    memo = memos.write_memo(big.project, f"{text}\n\n[[{document.name}]]", about=code, links=[document])
    editor = MemoEditor(big)
    qtbot.addWidget(editor)
    editor.resize(480, 640)
    editor.show()
    editor.show_memo(memo.id)
    shown = _until(lambda: editor.memo is not None and bool(editor.linked.links.chips))
    editor.text.moveCursor(editor.text.textCursor().MoveOperation.End)
    keys = []
    for letter in "and so on, and so on, it goes and on " * 4:
        began = time.thread_time()
        QTest.keyClick(editor.text, letter)
        editor.text.viewport().repaint()
        keys.append((time.thread_time() - began) * 1000)
    began = time.thread_time()
    editor.show_preview(True)
    editor.preview.viewport().repaint()
    preview = (time.thread_time() - began) * 1000
    editor.choose_link()
    popup = editor.findChildren(LinkPopup)[0]
    QTest.keyClicks(popup.field, "e")
    offered = _until(lambda: popup.list.count() > 0)
    popup.close()
    keys.sort()
    print(  # noqa: T201
        f"\nkey {statistics.median(keys):.1f} ms median, {keys[int(len(keys) * 0.95)]:.1f} ms p95; shown "
        f"{shown[0]:.0f} ({shown[1]:.0f}) ms; preview {preview:.0f} ms; "
        f"what to link to {offered[0]:.0f} ({offered[1]:.0f}) ms"
    )
    assert keys
    editor.save()
    _until(lambda: not editor.under_way)
