"""The view on the small study, opened and closed for each test."""

from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.views.scenes import Scene, build

from qualcode.app.project import new, open_project
from qualcode.ui.bridge import Bridge
from qualcode.ui.filters import Filters
from qualcode.ui.look import look as look_of
from qualcode.ui.tasks import Tasks
from qualcode.ui.views.cooccurrence import CooccurrenceView


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return build(tmp_path)


@pytest.fixture
def empty_study(tmp_path: Path) -> Path:
    place = tmp_path / "empty.qualcode"
    with new(place, "Empty", coder="AB"):
        pass
    return place


@pytest.fixture
def scene_of(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Path], Scene]]:
    """Opens the view on the project at a path."""
    opened: list[Scene] = []

    def make(place: Path) -> Scene:
        project = open_project(place, coder="AB")
        tasks = Tasks(qapp)
        bridge = Bridge(project, tasks, qapp)
        look = look_of()
        filters = Filters(bridge)
        view = CooccurrenceView(bridge, look, filters)
        deque(view.build(), maxlen=0)
        view.resize(1440, 800)

        def settle() -> None:
            def quiet() -> bool:
                timers = (view._timer, view._quotes_timer)
                return bridge.idle and not any(timer.isActive() for timer in timers)

            qtbot.waitUntil(quiet, timeout=60_000)

        scene = Scene(project, bridge, look, filters, view, settle)
        opened.append(scene)
        view.show()
        settle()
        return scene

    yield make
    for scene in opened:
        scene.view.close()
        scene.view.deleteLater()
        scene.bridge.stop()
        scene.bridge.tasks.stop()
        scene.project.close()
        scene.bridge.tasks.deleteLater()
        scene.bridge.deleteLater()
    qapp.processEvents()
