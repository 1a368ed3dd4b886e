"""The history: newest first, by day, filtered, and one step undone out of turn."""

from pathlib import Path

from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot
from ui.conftest import code_by_keyboard, opened, press, settled

from qualcode.app import codebook
from qualcode.app.project import new, open_project
from qualcode.domain.history import Step
from qualcode.ui.panels.history import PAGE
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def shown(workspace: Workspace) -> list[str]:
    """The steps as the list says them."""
    model = workspace.history.model
    return [model.words(row) for row in model.rows if isinstance(row, Step)]


def choose(workspace: Workspace, words: str) -> None:
    """Select the newest step of those words."""
    model = workspace.history.model
    row = next(number for number, row in enumerate(model.rows) if isinstance(row, Step) and model.words(row) == words)
    workspace.history.list.setCurrentIndex(model.index(row))


def test_steps_stand_newest_first_below_their_day(qtbot: QtBot, workspace: Workspace) -> None:
    assert isinstance(workspace.history.model.rows[0], QDate)
    assert shown(workspace)[:2] == ["Add code “trust takes years”", "Add code “who decides”"]
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust")
    assert shown(workspace)[0] == "Code “trust takes years” in P03 Rosa"


def test_a_step_is_undone_out_of_turn_and_struck_through(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust")
    code_by_keyboard(qtbot, workspace, "a steering group", "who")
    press(qtbot, window, "history")
    choose(workspace, "Code “trust takes years” in P03 Rosa")
    step = workspace.history.chosen
    qtbot.mouseClick(workspace.history.undo, Qt.MouseButton.LeftButton)
    settled(qtbot, workspace)
    assert step.number in workspace.history.model.undone
    assert shown(workspace)[0] == "Undo: Code “trust takes years” in P03 Rosa"
    assert len(workspace.coding.codings) == 1
    assert not workspace.history.undo.isEnabled()


def test_a_step_that_others_stand_on_says_so_in_place(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust")
    press(qtbot, window, "history")
    choose(workspace, "Add code “trust takes years”")
    workspace.history.undo.click()
    settled(qtbot, workspace)
    assert workspace.history.problem.isVisible()
    assert "Code “trust takes years” in P03 Rosa" in workspace.history.problem.text()
    assert len(workspace.coding.codings) == 1


def test_the_list_can_be_searched_and_kept_to_ones_own(qtbot: QtBot, workspace: Workspace, coded_study: Path) -> None:
    with open_project(coded_study, coder="Jun") as other:
        codebook.add_code(other, "gatekeeping")
    qtbot.waitUntil(lambda: "Add code “gatekeeping”" in shown(workspace), timeout=60_000)
    workspace.history.words.setText("GÂTE")
    qtbot.waitUntil(lambda: shown(workspace) == ["Add code “gatekeeping”"])
    workspace.history.who.setCurrentIndex(1)
    assert shown(workspace) == []
    workspace.history.words.clear()
    qtbot.waitUntil(lambda: "Add code “who decides”" in shown(workspace))
    assert "Add code “gatekeeping”" not in shown(workspace)


def test_a_long_history_comes_page_by_page(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    place = tmp_path / "long.qualcode"
    with new(place, coder="AB") as project:
        for number in range(PAGE + 30):
            codebook.add_code(project, f"code {number}")
    workspace = opened(qtbot, window, place)
    model = workspace.history.model
    qtbot.waitUntil(lambda: len(model.steps) == PAGE)
    assert model.canFetchMore(model.index(-1))
    press(qtbot, window, "history")
    workspace.history.list.scrollToBottom()
    qtbot.waitUntil(lambda: len(model.steps) == PAGE + 31, timeout=60_000)
    assert not model.more
    assert shown(workspace)[-1] == "Make the project"
