"""The Analyse tab: everything that can be asked stands in one list and answers in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from ui.conftest import opened, press, settled
from ui.views.scenes import build

from qualcode.app import methods
from qualcode.app.analysing.catalogue import ANALYSES
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


def click(qtbot: QtBot, workspace: Workspace, title: str) -> None:
    place = workspace.analyses.place
    assert place is not None
    (item,) = place.list.findItems(title, Qt.MatchFlag.MatchExactly)
    place.list.scrollToItem(item)
    qtbot.mouseClick(place.list.viewport(), Qt.MouseButton.LeftButton, pos=place.list.visualItemRect(item).center())
    settled(qtbot, workspace)


def test_every_analysis_is_listed_once_and_none_is_made_before_it_is_shown(room: Workspace) -> None:
    place = room.analyses.place
    assert place is not None
    offered = {one.name for one in ANALYSES.values() if one.in_window} | {"cooccurrence", "pairs", "cases_by_themes"}
    assert len(place.names) == len(set(place.names))
    assert set(place.names) == offered
    assert room.analyses.others == {}


def test_a_chosen_analysis_answers(qtbot: QtBot, room: Workspace) -> None:
    click(qtbot, room, "Frequencies")
    assert room.analyses.shown == "frequencies"
    view = room.analyses.others["frequencies"]
    qtbot.waitUntil(lambda: view.figure.drawn is not None, timeout=60_000)
    assert view.figure.drawn is not None
    assert view.figure.drawn.marks


def test_a_reflexive_study_is_offered_saturation_only_when_somebody_asks(qtbot: QtBot, room: Workspace) -> None:
    place = room.analyses.place
    assert place is not None
    assert "saturation" in place.names
    methods.set_method(room.project, "reflexive")
    qtbot.waitUntil(lambda: "saturation" not in place.names, timeout=60_000)
    click(qtbot, room, "Show saturation too")
    assert room.analyses.shown == "saturation"
    assert "saturation" in place.names


def hints(room: Workspace, name: str) -> list[str]:
    return [note.text.text() for note in room.analyses.others[name].findChildren(HintNote)]


@pytest.mark.parametrize("name", ["frequencies", "matrix", "bubbles", "spread", "crosstab", "dendrogram"])
def test_a_reflexive_study_says_that_counts_are_no_proof(qtbot: QtBot, room: Workspace, name: str) -> None:
    methods.set_method(room.project, "reflexive")
    room.analyses.show_view(name)
    qtbot.waitUntil(lambda: len(hints(room, name)) == 1, timeout=60_000)
    assert "no proof of a theme" in hints(room, name)[0]
    settled(qtbot, room)


def test_a_reflexive_study_says_what_saturation_is_no_proof_of(qtbot: QtBot, room: Workspace) -> None:
    methods.set_method(room.project, "reflexive")
    room.analyses.show_view("saturation")
    qtbot.waitUntil(lambda: len(hints(room, "saturation")) == 1, timeout=60_000)
    assert hints(room, "saturation")[0].startswith("Neither saturation nor agreement")
    settled(qtbot, room)


def test_a_narrow_tab_has_a_box_in_place_of_the_list(qtbot: QtBot, window: MainWindow, room: Workspace) -> None:
    place = room.analyses.place
    assert place is not None
    assert place.list.isVisible()
    window.resize(1024, 640)
    qtbot.waitUntil(lambda: place.box.isVisible() and not place.list.isVisible(), timeout=60_000)
    place.box.setCurrentIndex(place.box.findData("frequencies"))
    place.box.activated.emit(place.box.currentIndex())
    settled(qtbot, room)
    assert room.analyses.shown == "frequencies"


def test_saturation_asked_for_by_name_is_listed_and_marked(qtbot: QtBot, room: Workspace) -> None:
    place = room.analyses.place
    assert place is not None
    methods.set_method(room.project, "reflexive")
    qtbot.waitUntil(lambda: "saturation" not in place.names, timeout=60_000)
    room.analyses.open("saturation")
    settled(qtbot, room)
    assert (room.analyses.shown, place.shown) == ("saturation", "saturation")


def holder(window: MainWindow, parts: list[QWidget]) -> int:
    """The number of the part that has the keys, -1 for none."""
    focus = window.focusWidget()
    return next((number for number, one in enumerate(parts) if focus is one or one.isAncestorOf(focus)), -1)


def key(qtbot: QtBot, window: MainWindow, which: Qt.Key) -> None:
    """Press a key where the focus is."""
    focus = window.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, which)


def test_f6_goes_from_the_list_through_the_parts_of_a_view(qtbot: QtBot, window: MainWindow, room: Workspace) -> None:
    view, place = room.analyses.cooccurrence, room.analyses.place
    assert view is not None
    assert place is not None
    qtbot.waitUntil(lambda: view.quotes.model.rowCount() > 0, timeout=60_000)
    seen = []
    for _ in range(6):
        press(qtbot, window, "next_panel")
        seen.append(window.focusWidget())
    assert seen == [place.list, view.controls.rule, view.heat, view.network, view.quotes.list, place.list]
    press(qtbot, window, "previous_panel")
    assert window.focusWidget() is view.quotes.list
    assert view.quotes.list.currentIndex().isValid()
    for _ in range(2):
        press(qtbot, window, "previous_panel")
    before = view.heat.cell
    assert before is not None
    key(qtbot, window, Qt.Key.Key_Left if before[1] else Qt.Key.Key_Right)
    assert view.heat.cell not in (None, before)
    settled(qtbot, room)


def test_f6_comes_back_to_the_option_it_left(qtbot: QtBot, window: MainWindow, room: Workspace) -> None:
    view = room.analyses.cooccurrence
    assert view is not None
    view.controls.level.setFocus()
    press(qtbot, window, "next_panel")
    assert window.focusWidget() is view.heat
    press(qtbot, window, "previous_panel")
    assert window.focusWidget() is view.controls.level


def test_down_in_the_list_shows_the_analysis_and_keeps_the_keys(
    qtbot: QtBot, window: MainWindow, room: Workspace
) -> None:
    place = room.analyses.place
    assert place is not None
    press(qtbot, window, "next_panel")
    names = iter(place.names[1:4])
    for name in names:
        key(qtbot, window, Qt.Key.Key_Down)
        qtbot.waitUntil(lambda name=name: room.analyses.shown == name, timeout=60_000)
        settled(qtbot, room)
        qtbot.wait(20)
        assert window.focusWidget() is place.list
    assert "retrieval" in place.names[1:4]


@pytest.mark.parametrize("name", ["matrix", "frequencies", "quotes", "retrieval", "cases_by_themes"])
def test_every_view_can_be_gone_round_with_f6(qtbot: QtBot, window: MainWindow, room: Workspace, name: str) -> None:
    place = room.analyses.place
    assert place is not None
    room.analyses.show_view(name)
    settled(qtbot, room)
    place.list.setFocus()
    parts = room.panels()
    assert len(parts) > 1
    seen = []
    for _ in parts:
        press(qtbot, window, "next_panel")
        seen.append(holder(window, parts))
    assert seen[0] == 1
    assert seen[-1] == 0
    assert -1 not in seen
