"""What an analysis writes is looked through first; a narrow window shows all of it, one below the other."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui.conftest import opened, press, settled, write_so
from ui.views.scenes import build

from qualcode.app import display_names, methods
from qualcode.ui.analyses.analysis_view import AnalysisView
from qualcode.ui.leaving.dialog import LeavingDialog
from qualcode.ui.parts.hint_note import HintNote
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


@pytest.fixture
def room(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Workspace:
    workspace = opened(qtbot, window, build(tmp_path))
    window.resize(1440, 900)
    press(qtbot, window, "tab_analyse")
    settled(qtbot, workspace)
    return workspace


def shown(qtbot: QtBot, workspace: Workspace, name: str) -> AnalysisView:
    workspace.analyses.show_view(name)
    view = workspace.analyses.others[name]
    qtbot.waitUntil(lambda: view._built and view._answer is not None and view._task is None, timeout=60_000)
    settled(qtbot, workspace)
    return view


@pytest.mark.parametrize("file", ["matrix.csv", "matrix.svg"])
def test_names_are_asked_about_and_can_be_written_as_display_ids(
    qtbot: QtBot, window: MainWindow, room: Workspace, tmp_path: Path, file: str
) -> None:
    with room.project.read() as read:
        names = [case.name for case in read.cases()]
    for number, name in enumerate(names):
        display_names.set_display(room.project, name, f"K{number}")
    view = shown(qtbot, room, "matrix")
    view.form.choose(columns="case")
    place = tmp_path / file
    view.write(place)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(LeavingDialog)), timeout=60_000)
    assert not place.exists()
    (dialog,) = [one for one in window.findChildren(LeavingDialog) if one.isVisible()]
    qtbot.waitUntil(dialog.display_button.isVisible, timeout=60_000)
    dialog.display_button.click()
    qtbot.waitUntil(place.exists, timeout=60_000)
    settled(qtbot, room)
    if file.endswith(".csv"):
        head = place.read_text("utf-8-sig").splitlines()[0]
        assert "K0" in head
        assert not any(name in head for name in names)


def test_what_names_nobody_is_written_at_once(qtbot: QtBot, room: Workspace, tmp_path: Path) -> None:
    view = shown(qtbot, room, "frequencies")
    with qtbot.waitSignal(view.exported, timeout=60_000):
        view.write(tmp_path / "counts.xlsx")
    assert (tmp_path / "counts.xlsx").exists()


def test_quotes_are_written_so_if_somebody_wants(
    qtbot: QtBot, window: MainWindow, room: Workspace, tmp_path: Path
) -> None:
    view = shown(qtbot, room, "codeline")
    view.write(tmp_path / "line.csv")
    write_so(qtbot, window)
    qtbot.waitUntil((tmp_path / "line.csv").exists, timeout=60_000)
    settled(qtbot, room)


def test_a_narrow_view_has_its_quotes_below_and_a_chart_shrinks_to_fit(
    qtbot: QtBot, window: MainWindow, room: Workspace
) -> None:
    view = shown(qtbot, room, "frequencies")
    assert view.body.orientation() == Qt.Orientation.Horizontal
    assert view.title.isVisible()
    drawn = view.figure.drawn
    assert drawn is not None
    view.setFixedWidth(640)
    qtbot.waitUntil(lambda: view.body.orientation() == Qt.Orientation.Vertical, timeout=60_000)
    assert not view.title.isVisible(), "the box above says it"
    least = 0.78 * drawn.width
    qtbot.waitUntil(lambda: view.figure.canvas.width() <= max(view.results.width(), least), timeout=60_000)
    assert view.figure.canvas.width() >= int(least), "words stay readable"
    assert view.pages.height() >= view.pages.minimumHeight()


def test_numbers_that_may_be_taken_for_a_proof_say_what_they_are_evidence_of(qtbot: QtBot, room: Workspace) -> None:
    methods.set_method(room.project, "reflexive")
    settled(qtbot, room)
    assert shown(qtbot, room, "sequences").findChildren(HintNote)
    assert not shown(qtbot, room, "coverage").findChildren(HintNote)


def test_an_empty_table_says_what_is_missing(qtbot: QtBot, room: Workspace) -> None:
    view = shown(qtbot, room, "summaries")
    assert view.pages.currentWidget() is view.message
    assert "No summary is written yet" in view.message.text.text()
    assert not view.message.button.isVisible()
