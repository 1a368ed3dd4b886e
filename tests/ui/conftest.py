"""The real window on real projects."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qualcode.app import codebook, documents, settings
from qualcode.app.project import new
from qualcode.ui.leaving.dialog import LeavingDialog
from qualcode.ui.look import look
from qualcode.ui.translation import speak
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace

ROSA = (
    "INT: What changed after that?\n\n"
    "ROSA: We started from what we both needed. I wanted two more pairs of hands.\n\n"
    "INT: Who decides?\n\n"
    "ROSA: On paper, a steering group. In the room it is whoever holds the timetable.\n\n"
    "INT: And trust?\n\n"
    "ROSA: Trust takes years. They asked early, and that was the beginning of trust.\n"
)
LIU = "访谈者：信任是怎么来的？\n\n刘：信任要很多年。他们问得早。\n"


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    """Every test starts in English, whatever test spoke before it."""
    speak(qapp, "en")


@pytest.fixture(autouse=True)
def no_key_held(qapp: QApplication) -> None:
    """Shift of a click of another test is let go: Qt takes it for held until it hears otherwise."""
    QTest.keyRelease(QWidget(), Qt.Key.Key_Shift)


@pytest.fixture
def transcripts(tmp_path: Path) -> list[Path]:
    """Two transcripts as files."""
    folder = tmp_path / "transcripts"
    folder.mkdir()
    files = [folder / "P03 Rosa.txt", folder / "P06 刘.txt"]
    for file, text in zip(files, (ROSA, LIU), strict=True):
        file.write_text(text, "utf-8")
    return files


@pytest.fixture
def coded_study(tmp_path: Path, transcripts: list[Path]) -> Path:
    """A project of AB with two documents and three codes."""
    place = tmp_path / "study.qualcode"
    with new(place, "Night bus study", coder="AB") as project:
        documents.import_files(project, transcripts)
        power = codebook.add_code(project, "Power", "theme")
        codebook.add_code(project, "who decides", parent=power)
        codebook.add_code(project, "trust takes years")
    return place


@pytest.fixture
def make_window(qtbot: QtBot, qapp: QApplication, qualcode_home: Path) -> Iterator[Callable[[], MainWindow]]:
    """Builds windows of AB, and closes those that are still open."""
    settings.save(settings.Settings(coder="AB", language="en", look="light"))
    speak(qapp, "en")
    look().choose("light")
    look().set_scale(100)
    look().finish()
    made: list[MainWindow] = []
    failures: list[object] = []

    def make() -> MainWindow:
        window = MainWindow(look())
        window.unforeseen.connect(failures.append)
        made.append(window)
        window.resize(1440, 900)
        window.show()
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    qtbot.wait(0)
    look().choose("light")
    look().set_scale(100)
    look().finish()
    assert failures == []


@pytest.fixture
def window(make_window: Callable[[], MainWindow]) -> MainWindow:
    """A window without a project."""
    return make_window()


@pytest.fixture
def workspace(qtbot: QtBot, window: MainWindow, coded_study: Path) -> Workspace:
    """The window with the coded study open at its first document."""
    return opened(qtbot, window, coded_study)


def opened(qtbot: QtBot, window: MainWindow, place: Path) -> Workspace:
    """Open a project in a window and wait until it can be worked with."""
    window.open_place(str(place))
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=60_000)
    workspace = window.workspace
    assert workspace is not None
    qtbot.waitUntil(lambda: workspace.facts is not None and (not workspace.facts.documents or has_text(workspace)))
    settled(qtbot, workspace)
    return workspace


def has_text(workspace: Workspace) -> bool:
    """Whether a document is in the reader."""
    return workspace.coding.document is not None


def settled(qtbot: QtBot, workspace: Workspace) -> None:
    """Wait until the workers have nothing to do and the window has heard about it."""
    for _ in range(3):
        qtbot.waitUntil(lambda: workspace.bridge.idle, timeout=60_000)
        qtbot.wait(10)


def press(qtbot: QtBot, window: MainWindow, identity: str) -> None:
    """Choose a command, as its menu entry or key would."""
    window.commands[identity].trigger()
    qtbot.wait(0)


def write_so(qtbot: QtBot, window: MainWindow) -> None:
    """Somebody could be recognised in what is about to be written: write it all the same."""
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(LeavingDialog)), timeout=60_000)
    for dialog in window.findChildren(LeavingDialog):
        if dialog.isVisible():
            dialog.so_button.click()


def select(workspace: Workspace, words: str) -> tuple[int, int]:
    """Select the first occurrence of some words in the reader."""
    start = workspace.coding.text.index(words)
    workspace.coding.reader.select(start, start + len(words))
    workspace.coding.reader.reveal(start, start + len(words))
    return start, start + len(words)


def code_by_keyboard(qtbot: QtBot, workspace: Workspace, words: str, typed: str) -> None:
    """Select words, type into the code panel, press Enter."""
    select(workspace, words)
    view = workspace.coding.reader.view
    qtbot.keyClicks(view, typed[0])
    field = workspace.coding.flow.panel.field
    qtbot.keyClicks(field, typed[1:])
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settled(qtbot, workspace)


def put_cursor(workspace: Workspace, words: str, behind: bool = False) -> None:
    start = workspace.coding.text.index(words)
    at = start + len(words) if behind else start
    workspace.coding.reader.select(at, at)


def stored(workspace: Workspace) -> str:
    """The text of the open document as the project has it."""
    document = workspace.coding.document
    assert document is not None
    with workspace.project.read() as read:
        return read.text(read.record("document", document.id))
