"""A theme map of a small study in the real window: two themes, a code, a case, a note; two relations between two."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.conftest import ROSA, opened, press, settled

from qualcode.app import cases, codebook, coding, theme_maps, themes
from qualcode.app.map_reading import MapPicture, map_picture
from qualcode.app.project import open_project
from qualcode.ui.maps.map_place import MapPlace
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace

PLACES = [(-300, -160), (300, -160), (-300, 160), (300, 160)]


@pytest.fixture
def mapped(qtbot: QtBot, window: MainWindow, coded_study: Path) -> Workspace:
    """The window with the study open; the map “Main” has things, a note and two relations."""
    with open_project(coded_study, coder="AB") as project:
        codebook.add_code(project, "Time", "theme")
        codebook.add_code(project, "early", parent="Time")
        themes.set_stage(project, "Time", "named")
        for words, code in (
            ("whoever holds the timetable", "who decides"),
            ("They asked early", "early"),
            ("They asked early", "trust takes years"),
            ("Trust takes years", "trust takes years"),
        ):
            at = ROSA.index(words)
            coding.apply_code(project, "P03 Rosa", at, at + len(words), code)
        cases.add_case(project, "Rosa")
        cases.assign(project, "Rosa", "P03 Rosa")
        theme_maps.add_map(project, "Main")
        theme_maps.add_nodes(project, "Main", ["Power", "Time", "trust takes years", "Rosa"], PLACES)
        theme_maps.add_note(project, "Main", "What of the others?", 0, 320)
        theme_maps.relate(project, "Main", "Power", "Time", "leads to")
        theme_maps.relate(project, "Main", "Time", "trust takes years", "contradicts", "by turns")
    return opened(qtbot, window, coded_study)


@pytest.fixture
def map_place(qtbot: QtBot, window: MainWindow, mapped: Workspace) -> MapPlace:
    """The page of the map, shown and filled, everything as large as it is, the middle of the map in its middle."""
    press(qtbot, window, "tab_themes")
    qtbot.waitUntil(lambda: mapped.themes.maps is not None, timeout=60_000)  # it is built in turns
    tab = mapped.themes.tab
    assert tab is not None
    tab.show_page("map")
    settled(qtbot, mapped)
    found = mapped.themes.maps.place
    assert found is not None
    qtbot.waitUntil(lambda: len(found.canvas.scene.things) == 5, timeout=60_000)
    settled(qtbot, mapped)
    found.canvas.set_zoom(1.0)
    found.canvas.middle = (0.0, 0.0)
    found.canvas.redraw()
    return found


@pytest.fixture
def settle(qtbot: QtBot, mapped: Workspace) -> Callable[[], None]:
    """Waits until everything is written and shown."""
    return lambda: settled(qtbot, mapped)


def picture(place: MapPlace) -> MapPicture:
    """The map as the project has it."""
    assert place.acts.map is not None
    with place._bridge.project.read() as read:
        return map_picture(read, place.acts.map)


def steps(place: MapPlace) -> int:
    """How many steps there are."""
    return len(place._bridge.project.history())


def thing(place: MapPlace, name: str) -> UUID:
    """The thing of that name on the canvas; of a note its words."""
    return next(one.id for one in place.canvas.scene.things.values() if name in (one.name, one.words))


def tie(place: MapPlace, kind: str) -> UUID:
    """The relation of a kind."""
    return next(one.id for one in place.canvas.scene.ties.values() if one.kind == kind)


def at(place: MapPlace, key: UUID, dx: float = 0, dy: float = 0) -> QPoint:
    """The middle of a thing in the canvas, or beside it."""
    return (place.canvas.box_in_widget(key).center() + QPointF(dx, dy)).toPoint()


def drag(place: MapPlace, start: QPoint, end: QPoint, keys: Any = Qt.KeyboardModifier.NoModifier) -> None:
    """Press, move in three steps, and let go."""
    canvas, left = place.canvas, Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, left, keys, start)
    for share in (0.3, 0.7, 1.0):
        spot = start + (QPointF(end - start) * share).toPoint()
        QTest.mouseMove(canvas, spot)
        QTest.qWait(1)
    QTest.mouseRelease(canvas, left, keys, end)


def centre(place: MapPlace, name: str) -> tuple[float, float]:
    """Where a thing stands in the project."""
    node = next(one.node for one in picture(place).things if name in (one.label, one.words))
    return node.x, node.y
