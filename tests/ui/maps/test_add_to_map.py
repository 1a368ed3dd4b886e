"""Codes and themes go on a map from the codebook and from the board."""

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot
from ui.conftest import opened, press, settled
from ui.maps.conftest import picture, steps

from qualcode.app import codebook, theme_maps
from qualcode.app.map_reading import map_picture, maps
from qualcode.ui.maps.add_to_map import codes_of
from qualcode.ui.maps.map_place import MapPlace
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace

Settle = Callable[[], None]


def pick(qtbot: QtBot, workspace: Workspace, text: str) -> None:
    """Choose an entry of the menu of maps as soon as it is open."""
    to_map = workspace.themes.to_map
    qtbot.waitUntil(lambda: to_map.menu is not None and to_map.menu.isVisible(), timeout=60_000)
    menu = to_map.menu
    assert menu is not None
    next(act for act in menu.actions() if act.text() == text).trigger()
    menu.close()


def on_maps(workspace: Workspace) -> dict[str, set[str]]:
    with workspace.project.read() as read:
        return {one.name: {thing.label for thing in map_picture(read, one.id).things} for one in maps(read)}


def choose(workspace: Workspace, name: str) -> None:
    code = next(one for one in workspace.coding.codebook.ordered if one.name == name)
    workspace.codebook.choose(code.id)


def test_a_code_goes_on_a_map_that_is_there(
    qtbot: QtBot, window: MainWindow, map_place: MapPlace, mapped: Workspace, settle: Settle
) -> None:
    choose(mapped, "early")
    assert "Add to map…" in [act.text() for act in mapped.codebook.more_actions]
    number = steps(map_place)
    press(qtbot, window, "add_to_map")
    settle()
    pick(qtbot, mapped, "Main")
    settle()
    assert "early" in {thing.label for thing in picture(map_place).things}
    assert steps(map_place) == number + 1
    assert "“early” put on the map “Main”." in window.toasts.text.text()
    window.toasts.button.click()
    settle()
    assert "early" not in {thing.label for thing in picture(map_place).things}


def test_a_new_map_is_made_of_it_and_taken_back_in_one_step(
    qtbot: QtBot, window: MainWindow, coded_study: Path
) -> None:
    workspace = opened(qtbot, window, coded_study)
    before = on_maps(workspace)
    press(qtbot, window, "add_to_map")  # nothing is chosen
    settled(qtbot, workspace)
    choose(workspace, "who decides")
    press(qtbot, window, "add_to_map")
    settled(qtbot, workspace)
    pick(qtbot, workspace, "New map of it")
    settled(qtbot, workspace)
    assert on_maps(workspace) == {**before, "who decides": {"who decides"}}
    window.toasts.button.click()
    settled(qtbot, workspace)
    assert on_maps(workspace) == before


def test_a_theme_goes_there_from_the_board(
    qtbot: QtBot, map_place: MapPlace, mapped: Workspace, settle: Settle
) -> None:
    tab = mapped.themes.tab
    assert tab is not None
    time = next(one for one in mapped.coding.codebook.ordered if one.name == "Time")
    number = steps(map_place)
    menu = tab.menu.show(tab.data.facts(time.id), QPoint(10, 10))
    entry = next(act for act in menu.actions() if act.text() == "Add to map…")
    menu.close()  # as a click does before the entry is triggered
    entry.trigger()
    settle()
    pick(qtbot, mapped, "Main")
    settle()
    assert steps(map_place) == number  # it stands there already, and that is said
    assert "Already on the map “Main”." in mapped.page.window().toasts.text.text()


def test_names_with_braces_are_said_as_they_are(
    qtbot: QtBot, window: MainWindow, map_place: MapPlace, mapped: Workspace, settle: Settle
) -> None:
    theme_maps.add_map(mapped.project, "About {name}")
    codebook.add_code(mapped.project, "What {map} means")
    settle()
    choose(mapped, "What {map} means")
    press(qtbot, window, "add_to_map")
    settle()
    pick(qtbot, mapped, "About {name}")
    settle()
    assert "“What {map} means” put on the map “About {name}”." in window.toasts.text.text()


def test_what_is_there_no_more_is_not_asked_about(window: MainWindow, mapped: Workspace, settle: Settle) -> None:
    mapped.themes.to_map.ask(codes_of(mapped, [uuid4()]), QPoint(10, 10))
    settle()
    assert mapped.themes.to_map.menu is None
    assert "not in the codebook any more" in window.toasts.text.text()


def test_the_menu_opens_in_the_window_where_the_codebook_is_not_seen(
    qtbot: QtBot, window: MainWindow, mapped: Workspace, settle: Settle
) -> None:
    choose(mapped, "early")
    tree = mapped.codebook.tree
    to_map = mapped.themes.to_map
    row = tree.visualRect(tree.currentIndex())
    assert to_map._below_row(tree) == tree.viewport().mapToGlobal(row.bottomLeft())
    mapped.codebook.hide()
    page = mapped.page
    assert to_map._below_row(tree) == page.mapToGlobal(page.rect().center())
