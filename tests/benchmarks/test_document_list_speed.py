"""The list of documents of a big project, in folders: filled, filtered, searched and sorted without being felt.

QUALCODE_BENCH_L names a project file of the big workload (500 documents, 250,000 codings); it is copied, never changed.
"""

import os
import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import qualcode
from qualcode.app import document_sets, folders
from qualcode.ui.bridge import Bridge
from qualcode.ui.filter_choices import choices
from qualcode.ui.filter_popup import FilterPopup
from qualcode.ui.look import look
from qualcode.ui.panels.documents import DocumentsPanel
from qualcode.ui.tasks import Tasks

ROUNDS = 12
Record = Callable[[str, object], None]


@pytest.fixture
def big(tmp_path: Path, qualcode_home: Path) -> Iterator[Bridge]:
    """A bridge to a copy of the big project, its documents in folders of folders and every third in a set."""
    found = os.environ.get("QUALCODE_BENCH_L")
    if not found:
        pytest.skip("QUALCODE_BENCH_L does not name a project file of the big workload")
    place = tmp_path / "big.qualcode"
    shutil.copy(found, place)
    project = qualcode.open(place, coder="Bench")
    with project.read() as read:
        documents = [document.id for document in read.documents()]
    for number in range(0, len(documents), 40):
        folders.move_documents(project, documents[number : number + 40], f"Wave {number % 3}/Site {number}")
    document_sets.add_document_set(project, "Every third", documents[::3])
    tasks = Tasks()
    bridge = Bridge(project, tasks)
    yield bridge
    bridge.stop()
    tasks.stop()
    project.close()


def _held(act: Callable[[int], object]) -> list[float]:
    """Milliseconds of processor time in the window's thread until the effect is painted, sorted."""
    found = []
    for number in range(ROUNDS):
        began = time.thread_time()
        act(number)
        for _ in range(3):  # painting is asked for a few milliseconds later; sleeping takes no processor time
            QApplication.processEvents()
            time.sleep(0.006)
        found.append((time.thread_time() - began) * 1000)
    return sorted(found)


def test_the_list_of_documents(big: Bridge, qtbot: QtBot, record_property: Record) -> None:
    panel = DocumentsPanel(big, look())
    qtbot.addWidget(panel)
    panel.resize(288, 800)
    panel.show()
    qtbot.waitUntil(lambda: big.idle and panel.counts.known, timeout=60_000)
    with big.project.read() as read:
        documents, known = read.documents(), choices(read)
    inside = frozenset(document.id for document in documents[::3])
    orders = ("name", "codings", "date", "own")
    figures = {
        "fill": _held(lambda _number: panel.model.show(documents, frozenset(), {})),
        "filter": _held(lambda number: panel.limit(None if number % 2 else inside)),
        "letter": _held(lambda number: panel.field.setText("p01"[: number % 4])),
        "order": _held(lambda number: panel.sort_by(orders[number % 4])),
        "open folder": _held(lambda number: panel.tree.setExpanded(panel.model.index(0, 0), bool(number % 2))),
    }
    popup = FilterPopup(big, look(), panel.filters, panel)
    qtbot.addWidget(popup)
    popup.show()
    figures["choices"] = _held(lambda _number: popup.show_choices(known))
    figures["what is checked"] = _held(lambda _number: popup.chosen())
    for what, found in figures.items():
        record_property(what, f"median {statistics.median(found):.1f} ms, longest {found[-1]:.1f} ms")
    popup.close()
