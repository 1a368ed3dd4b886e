"""The Analyse tab: everything that can be asked stands in one list and answers in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
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
