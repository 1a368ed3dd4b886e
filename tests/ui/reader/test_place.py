from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot
from ui.conftest import opened, settled

from qualcode.app import codebook, coding, documents
from qualcode.app.project import new
from qualcode.ui.window import MainWindow

TURNS = 80


def test_panels_that_open_and_close_leave_the_reading_place(
    qtbot: QtBot, make_window: Callable[[], MainWindow], tmp_path: Path
) -> None:
    words = "We asked again and again who would stand in for her, and nobody in the room had an answer to that. "
    file = tmp_path / "long.txt"
    file.write_text("".join(f"ROSA: Turn {turn}. {words * 4}\n\n" for turn in range(TURNS)), "utf-8")
    place = tmp_path / "long.qualcode"
    with new(place, "Long", coder="AB") as project:
        documents.import_files(project, [file])
        code = codebook.add_code(project, "standing in")
        coding.apply_code(project, "long", 40, 80, code.id)
    window = make_window()
    window.resize(1300, 800)
    workspace = opened(qtbot, window, place)
    reader = workspace.coding.reader
    window.docks.show("segments")
    settled(qtbot, workspace)
    bar = reader.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = reader.view.point_at(reader.view.viewport().rect().topLeft())
    line = 120  # code points: what one line more or less makes out
    for change in (
        lambda: window.docks.hide("segments"),
        lambda: window.docks.show("history"),
        lambda: window.docks.hide("codebook") or window.docks.hide("documents"),
        lambda: window.resize(1024, 700),
        lambda: window.resize(1400, 900),
        lambda: window.docks.hide("history"),
    ):
        change()
        settled(qtbot, workspace)
        after = reader.view.point_at(reader.view.viewport().rect().topLeft())
        assert abs(after - before) <= line
