"""The whole job on the real window: a new project, two files, ten codings, undo, a restart, undo again, a chart."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from ui.conftest import code_by_keyboard, opened, press, select, settled

from qualcode.ui.dialogs.import_files import ImportDialog
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace

BY_KEYBOARD = (
    ("We started from what we both needed", "shared purpose"),
    ("two more pairs of hands", "give and take"),
    ("a steering group", "who decides"),
    ("whoever holds the timetable", "who decides"),
    ("Trust takes years", "trust"),
)
BY_MOUSE = (
    ("They asked early", "trust"),
    ("the beginning of trust", "trust"),
    ("On paper", "who decides"),
    ("In the room", "shared purpose"),
    ("And trust", "trust"),
)


def drag_over(qtbot: QtBot, workspace: Workspace, words: str) -> None:
    """Select words with the mouse."""
    reader = workspace.coding.reader
    start = workspace.coding.text.index(words)
    reader.reveal(start, start + len(words))
    boxes = reader._scene.geometry.boxes(start, start + len(words), reader.view.window())
    offset = reader.view.verticalScrollBar().value()
    first, last = boxes[0], boxes[-1]
    press_at = QPoint(round(first.left()) + 2, round(first.center().y() - offset))
    release_at = QPoint(round(last.right()) - 2, round(last.center().y() - offset))
    port = reader.view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=press_at)
    qtbot.mouseMove(port, release_at)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=release_at)


def count(workspace: Workspace) -> int:
    with workspace.project.read() as read:
        return read.count("coding")


def test_from_a_new_project_to_a_chart(
    qtbot: QtBot, make_window: Callable[[], MainWindow], tmp_path: Path, transcripts: list[Path]
) -> None:
    place = tmp_path / "Night bus.qualcode"
    window = make_window()
    window.new_project(str(place))
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=60_000)
    workspace = window.workspace
    window.import_files(transcripts)
    dialog = window.findChild(ImportDialog)
    qtbot.waitUntil(dialog.import_button.isEnabled, timeout=60_000)
    dialog.import_button.click()
    qtbot.waitUntil(lambda: workspace.coding.document is not None, timeout=60_000)
    settled(qtbot, workspace)
    assert workspace.coding.document.name == "P03 Rosa"

    for words, code in BY_KEYBOARD:
        code_by_keyboard(qtbot, workspace, words, code)
    for words, code in BY_MOUSE:
        drag_over(qtbot, workspace, words)
        start, end = workspace.coding.reader.selection
        assert workspace.coding.text[start:end] == words
        found = next(there.id for there in workspace.coding.codebook.ordered if there.name == code)
        workspace.codebook.apply_requested.emit(found)
        settled(qtbot, workspace)
    assert count(workspace) == 10

    for _ in range(5):
        press(qtbot, window, "undo")
        settled(qtbot, workspace)
    assert count(workspace) == 5
    press(qtbot, window, "redo")
    settled(qtbot, workspace)
    assert count(workspace) == 6

    window.close()
    window = make_window()
    workspace = opened(qtbot, window, place)
    assert count(workspace) == 6
    for left in (5, 4, 3):
        press(qtbot, window, "undo")
        settled(qtbot, workspace)
        assert count(workspace) == left
    for left in (4, 5):
        press(qtbot, window, "redo")
        settled(qtbot, workspace)
        assert count(workspace) == left
    assert workspace.project.check() == []

    # two codes on the same words meet in the chart, and their cell opens the words
    select(workspace, "We started from what we both needed")
    workspace.codebook.apply_requested.emit(
        next(code.id for code in workspace.coding.codebook.ordered if code.name == "give and take")
    )
    settled(qtbot, workspace)
    press(qtbot, window, "tab_analyse")
    view = workspace.analyses.cooccurrence
    qtbot.waitUntil(lambda: view.picture is not None, timeout=60_000)
    settled(qtbot, workspace)
    places = {code.name: view.picture.places[code.id] for code in workspace.coding.codebook.ordered}
    row, column = places["shared purpose"], places["give and take"]
    cell = view.heat.cell_rect(row, column).center()
    qtbot.mouseClick(view.heat.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert view.heat.cell == (row, column)
    settled(qtbot, workspace)
