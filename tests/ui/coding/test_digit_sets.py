"""The digits follow the set of codes that is looked at."""

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from ui.conftest import press, select, settled

from qualcode.app import code_sets
from qualcode.ui.coding.code_sets import active_code_set
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def make(qtbot: QtBot, workspace: Workspace, name: str, *codes: str) -> None:
    workspace.bridge.do(code_sets.add_code_set, name, list(codes))
    settled(qtbot, workspace)


def coded(workspace: Workspace) -> list[str]:
    tab = workspace.coding
    return [tab.codebook.by_id[one.code].name for one in tab.reader.codings]


def test_digits_mean_the_codes_of_the_chosen_set_and_then_those_used_most(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    power = next(code for code in workspace.coding.codebook.ordered if code.name == "Power")
    workspace.use.assign("1", power.id)
    press(qtbot, window, "next_code_set")
    assert "no code sets yet" in window.status.spot.text()
    make(qtbot, workspace, "First pass", "trust takes years", "who decides")
    press(qtbot, window, "next_code_set")
    assert window.status.spot.text() == "The digits stand for the set “First pass”."
    select(workspace, "a steering group")
    press(qtbot, window, "digit_2")
    settled(qtbot, workspace)
    assert coded(workspace) == ["who decides"]
    select(workspace, "a steering group")
    press(qtbot, window, "digit_3")
    assert window.toasts.text.text() == "No code has the digit 3."
    press(qtbot, window, "next_code_set")
    assert window.status.spot.text() == "The digits stand for the codes used most."
    select(workspace, "a steering group")
    press(qtbot, window, "digit_1")
    settled(qtbot, workspace)
    assert sorted(coded(workspace)) == ["Power", "who decides"]


def test_digits_change_with_the_set_and_go_back_when_it_is_removed(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    make(qtbot, workspace, "First pass", "who decides")
    found = active_code_set(workspace.bridge).sets[0]
    workspace.digit_sets.choose(found.id)
    ids = {code.name: code.id for code in workspace.coding.codebook.ordered}
    assert workspace.use.digits() == {ids["who decides"]: "1"}
    workspace.bridge.do(code_sets.add_to_code_set, found.id, [ids["Power"]])
    settled(qtbot, workspace)
    assert workspace.use.digits() == {ids["who decides"]: "1", ids["Power"]: "2"}
    workspace.bridge.do(code_sets.remove_code_set, found.id)
    settled(qtbot, workspace)
    assert not workspace.use.follows_set
    press(qtbot, window, "undo")
    settled(qtbot, workspace)


def test_the_menu_of_digits_chooses_the_set(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    make(qtbot, workspace, "First pass", "who decides")
    menus = [menu for menu in window.menuBar().findChildren(QMenu) if menu.title() == "Code by digit"]
    menus[0].aboutToShow.emit()
    inside = next(menu for menu in menus[0].findChildren(QMenu) if menu.title() == "Digits stand for")
    assert [action.text() for action in inside.actions()] == ["The codes used most", "First pass"]
    assert inside.actions()[0].isChecked()
    inside.actions()[1].trigger()
    assert workspace.use.follows_set
    menus[0].aboutToShow.emit()
    assert menus[0].actions()[0].text().startswith("who decides")
