"""A study of four cases and four variables in a window of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qualcode.app import cases, documents
from qualcode.app.project import Project, new
from qualcode.ui.bridge import Bridge
from qualcode.ui.cases.window import CasesWindow
from qualcode.ui.tasks import Tasks

GROUP = "MOD: Who begins?\n\nMARY: I do. Trust first.\n\nBEN: No, pay first.\n\nMARY: Fine.\n"


@pytest.fixture
def project(tmp_path: Path, qapp: QApplication) -> Iterator[Project]:
    """Two interviews and a focus group."""
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, text in (
        ("P01 Rosa", "INT: Why?\n\nROSA: So.\n"),
        ("P02 Liu", "INT: Why?\n\nLIU: So.\n"),
        ("P09 Group", GROUP),
    ):
        (texts / f"{name}.txt").write_text(text, "utf-8")
    with new(tmp_path / "study.qualcode", "Study", coder="AB") as made:
        documents.import_files(made, sorted(texts.iterdir()))
        for name, kind in (
            ("Age", "number"),
            ("Sector", "choice"),
            ("Paid", "yes/no"),
            ("Since", "date"),
            ("Note", "text"),
        ):
            cases.add_variable(made, name, kind)
        cases.add_case(made, "Rosa", Age=31, Sector="food", Paid="yes")
        cases.add_case(made, "Liu", Age=44, Sector="care", Since="2020-01-31")
        cases.add_case(made, "Ana", Age=5)
        cases.assign(made, "Rosa", "P01 Rosa")
        cases.assign(made, "Liu", "P02 Liu")
        yield made


@pytest.fixture
def bridge(project: Project, qapp: QApplication) -> Iterator[Bridge]:
    """The project as widgets see it."""
    tasks = Tasks(qapp)
    made = Bridge(project, tasks)
    failures: list[object] = []
    made.failed.connect(failures.append)
    yield made
    made.stop()
    tasks.stop()


@pytest.fixture
def rest(bridge: Bridge, qtbot: QtBot) -> Callable[[], None]:
    """Wait until nothing is under way."""

    def wait() -> None:
        for _ in range(3):
            qtbot.waitUntil(lambda: bridge.idle, timeout=60_000)
            qtbot.wait(10)

    return wait


@pytest.fixture
def grid(bridge: Bridge, qtbot: QtBot, rest: Callable[[], None]) -> Iterator[CasesWindow]:
    """The window of cases, shown."""
    host = QWidget()
    qtbot.addWidget(host)
    window = CasesWindow(bridge, None, host)  # type: ignore[arg-type]
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    window.undo_wanted.connect(lambda step: bridge.undo(step))  # noqa: PLW0108
    window.redo_wanted.connect(lambda: bridge.redo())  # noqa: PLW0108  a signal would give it an argument
    window.show()
    window.activateWindow()
    window.view.setFocus()
    rest()
    yield window
    window.close()
