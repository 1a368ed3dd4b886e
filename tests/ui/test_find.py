"""Finding words in the open document and in the project."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui.conftest import opened, press, select, settled

from qualcode.app import documents
from qualcode.app.project import new
from qualcode.app.search import Hit
from qualcode.ui.panels.search import PAGE
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def hits(workspace: Workspace) -> list[str]:
    """The words found in the project."""
    return [row.text for row in workspace.search._model.rows if isinstance(row, Hit)]


def test_the_bar_counts_and_goes_round(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "find")
    bar, view = workspace.coding.find_bar, workspace.coding.reader.view
    bar.field.setText("TRÜST")
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 3")
    assert [workspace.coding.text[slice(*hit)] for hit in view.marking.hits] == ["trust", "Trust", "trust"]
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "3 of 3"
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert view.marking.current_hit == 0
    bar.field.setText("nowhere")
    qtbot.waitUntil(lambda: bar.count.text() == "Nothing found")
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden()
    settled(qtbot, workspace)
    assert view.marking.hits == []


def test_the_bar_opens_with_the_selected_words(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    select(workspace, "the timetable")
    press(qtbot, window, "find")
    assert workspace.coding.find_bar.field.text() == "the timetable"
    settled(qtbot, workspace)


def test_the_project_is_searched_and_a_hit_opens_its_document(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    window.bar.find.setText("信任")
    qtbot.keyClick(window.bar.find, Qt.Key.Key_Return)
    assert window.docks.shown("search")
    qtbot.waitUntil(lambda: hits(workspace) == ["信任", "信任"], timeout=10_000)
    assert workspace.search.state.text() == "2 hits · 1 document"
    workspace.search._open(workspace.search._model.index(2))
    qtbot.waitUntil(lambda: workspace.coding.document.name == "P06 刘")
    settled(qtbot, workspace)
    start, end = workspace.coding.reader.selection
    assert workspace.coding.text[start:end] == "信任"


def test_ways_to_look_and_what_is_no_expression(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "find_all")
    workspace.search.look_for("years?")
    workspace.search.how.setCurrentIndex(2)
    qtbot.waitUntil(lambda: hits(workspace) == ["years"], timeout=10_000)
    workspace.search.look_for("(")
    assert "not a regular expression" in workspace.search.state.text()
    workspace.search.how.setCurrentIndex(1)
    workspace.search.look_for("metab")
    qtbot.waitUntil(lambda: hits(workspace) == ["metab"], timeout=10_000)
    workspace.search.look_for("elsewhere")
    qtbot.waitUntil(lambda: workspace.search.state.text() == "Nothing found.", timeout=10_000)


def test_many_hits_come_page_by_page(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    files = []
    for number in range(5):
        file = tmp_path / f"P{number}.txt"
        file.write_text(f"ANN: document {number}\n\n" + "\n\n".join(f"ANN: bus {line}" for line in range(90)), "utf-8")
        files.append(file)
    place = tmp_path / "bus.qualcode"
    with new(place, coder="AB") as project:
        documents.import_files(project, files)
    workspace = opened(qtbot, window, place)
    press(qtbot, window, "find_all")
    workspace.search.look_for("bus")
    qtbot.waitUntil(lambda: len(hits(workspace)) == 270, timeout=10_000)
    assert len(hits(workspace)) >= PAGE
    assert workspace.search._model.more
    workspace.search.list.scrollToBottom()
    qtbot.waitUntil(lambda: len(hits(workspace)) == 450, timeout=10_000)
    assert not workspace.search._model.more
