"""The query view on a project of its own."""

from collections import deque
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.queries.desks import Desk
from ui.views.scenes import build

from qualcode.app.analysing.catalogue import ANALYSES
from qualcode.app.project import open_project
from qualcode.ui.bridge import Bridge
from qualcode.ui.filters import Filters
from qualcode.ui.look import look
from qualcode.ui.queries.view import QueryView
from qualcode.ui.tasks import Tasks


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Desk]:
    place = build(tmp_path)
    project = open_project(place, coder="AB")
    tasks = Tasks()
    bridge = Bridge(project, tasks)
    failures: list[object] = []
    bridge.failed.connect(failures.append)
    view = QueryView(ANALYSES["retrieval"], bridge, look(), Filters(bridge))
    deque(view.build(), maxlen=0)
    view.resize(1200, 760)
    view.show()

    def settle() -> None:
        for _ in range(3):
            qtbot.waitUntil(lambda: bridge.idle and not view._timer.isActive(), timeout=60_000)
            qtbot.wait(1)

    settle()
    yield Desk(view, project, place, settle, capsys, failures)
    view.close()
    view.deleteLater()
    bridge.stop()
    tasks.stop()
    project.close()
    assert failures == []
