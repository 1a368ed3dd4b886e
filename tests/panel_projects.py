"""A small study with two documents and a bridge to it, for the tests of panels and dialogs."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import qualcode
from qualcode.app import codebook, coding, documents
from qualcode.app.project import Project
from qualcode.ui.bridge import Bridge
from qualcode.ui.tasks import Tasks

TEXTS = {
    "P01 Larder.txt": "INT: How did it start?\n\nROSA: We gave time, and nobody counted it.\n\n"
    "INT: And then?\n\nROSA: The goodwill is ours.\n",
    "P02 Kite.txt": "INT: Who decides?\n\nSAM: They hold the timetable.\n\nINT: Always?\n\nSAM: Nearly.\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Two interviews, a theme with two codes, a code of its own, three codings by Amara."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with qualcode.new(tmp_path / "study.qualcode", "Study", coder="Amara") as opened:
        documents.import_files(opened, [tmp_path / name for name in TEXTS], folder="Interviews")
        theme = codebook.add_code(opened, "Reciprocity", "theme")
        labour = codebook.add_code(opened, "unpaid labour", parent=theme, definition="Time nobody pays for.")
        codebook.add_code(opened, "goodwill", parent=theme)
        codebook.add_code(opened, "power")
        for document, words, code in (
            ("P01 Larder", "We gave time", labour),
            ("P01 Larder", "The goodwill is ours", "goodwill"),
            ("P02 Kite", "They hold the timetable", "power"),
        ):
            at = TEXTS[f"{document}.txt"].index(words)
            coding.apply_code(opened, document, at, at + len(words), code)
        yield opened


@pytest.fixture
def bridge(project: Project, qtbot: QtBot) -> Iterator[Bridge]:
    """The window's way to the project; nothing may have failed at the end unless a test looked."""
    tasks = Tasks()
    made = Bridge(project, tasks)
    yield made
    made.stop()
    tasks.stop()


@pytest.fixture
def rest(bridge: Bridge, qtbot: QtBot) -> Callable[[], None]:
    """Wait until nothing is under way."""

    def wait() -> None:
        for _ in range(3):  # an answer may ask the next question
            qtbot.waitUntil(lambda: bridge.idle, timeout=10_000)
            qtbot.wait(10)
        qtbot.waitUntil(lambda: bridge.idle, timeout=10_000)

    return wait
