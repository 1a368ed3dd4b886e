"""What the history offers under “⋯”: the audit trail as a file, and the time line."""

import json
from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from ui.conftest import press, settled

from qualcode.app import cases, codebook
from qualcode.app.project import open_project
from qualcode.ui.leaving.dialog import LeavingDialog
from qualcode.ui.panels.history_menu import HistoryMenu
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def menu_of(workspace: Workspace) -> HistoryMenu:
    found = workspace.history.findChild(HistoryMenu)
    assert isinstance(found, HistoryMenu)
    return found


def written_so(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    """Who is named in the sentences is shown; then it is written as it is."""

    def asking() -> list[LeavingDialog]:
        return [one for one in window.findChildren(LeavingDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(asking()), timeout=60_000)
    settled(qtbot, workspace)
    (dialog,) = asking()
    where = {item.text(0): item.text(1) for item in dialog._items() if item.parent() is not None}
    assert where["Ana Lee"] == "sentences of the history"
    dialog.so_button.click()
    settled(qtbot, workspace)


def test_the_audit_trail_of_those_whose_steps_are_listed(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, tmp_path: Path
) -> None:
    with open_project(workspace.project.database.place, coder="Ben") as other:
        codebook.add_code(other, "from Ben")
        cases.add_case(other, "Ana Lee")
    press(qtbot, window, "history")
    settled(qtbot, workspace)
    menu_of(workspace).export_action.trigger()
    dialog = workspace.history.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.defaultSuffix() == "xlsx"
    dialog.filterSelected.emit("Web page (*.html)")
    assert dialog.defaultSuffix() == "html"
    dialog.close()
    everything, mine = tmp_path / "all.json", tmp_path / "mine.json"
    with qtbot.waitSignal(workspace.history.written, timeout=60_000) as heard:
        menu_of(workspace).to(everything)
        written_so(qtbot, window, workspace)
    assert heard.args == [everything]
    workspace.history.who.setCurrentIndex(1)
    with qtbot.waitSignal(workspace.history.written, timeout=60_000):
        menu_of(workspace).to(mine)  # which names nobody
    settled(qtbot, workspace)
    steps = json.loads(everything.read_text("utf-8"))["steps"]
    assert len(steps) == len(workspace.project.history())
    own = json.loads(mine.read_text("utf-8"))["steps"]
    assert {step["coder"] for step in own} == {"AB"}
    assert len(own) < len(steps)


def test_the_time_line_opens_and_closes_from_there(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "history")
    menu_of(workspace).time_action.trigger()
    settled(qtbot, workspace)
    assert workspace.time.strip is not None
    assert workspace.time.strip.isVisible()
    menu_of(workspace).time_action.trigger()
    assert not workspace.time.strip.isVisible()
