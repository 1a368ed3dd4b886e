"""What a view counts of the whole project: asked for while somebody looks, and again when it may have changed."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from ui.conftest import opened, settled

from qualcode.app import codebook, memos
from qualcode.app.project import Project
from qualcode.domain.errors import BadInput
from qualcode.domain.queries import Scope
from qualcode.ui.while_seen import WhileSeen
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


@pytest.fixture
def workspace(qtbot: QtBot, window: MainWindow, coded_study: Path) -> Workspace:
    return opened(qtbot, window, coded_study)


def test_it_asks_while_somebody_looks_and_no_more_than_that(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    scopes: list[Scope] = []

    def count(project: Project, scope: Scope) -> int:
        scopes.append(scope)
        with project.read() as read:
            return read.count("code")

    data = WhileSeen(workspace.bridge, window, count, ("code",), 0)
    settled(qtbot, workspace)
    assert (data.answer, len(scopes)) == (None, 0), "nobody looks yet"
    data.look(True)
    settled(qtbot, workspace)
    codes = data.answer
    assert len(scopes) == 1
    memos.write_memo(workspace.project, "of no account here")
    settled(qtbot, workspace)
    data.look(True)
    assert len(scopes) == 1, "nothing it counts has changed"
    codebook.add_code(workspace.project, "one more")
    qtbot.waitUntil(lambda: data.answer == codes + 1, timeout=60_000)
    data.look(False)
    for name in ("two more", "three more"):
        codebook.add_code(workspace.project, name)
    data.limit(Scope(documents=frozenset()))
    settled(qtbot, workspace)
    assert data.answer == codes + 1
    data.look(True)
    qtbot.waitUntil(lambda: data.answer == codes + 3, timeout=60_000)
    assert len(scopes) == 3, "what happened meanwhile is asked for once"
    assert scopes[-1] == Scope(documents=frozenset())
    assert data.limited


def test_what_could_not_be_counted_is_said_and_asked_for_again(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    problems: list[Exception] = [BadInput("Not now.")]
    said: list[Exception] = []
    workspace.bridge.failed.connect(said.append)

    def count(_project: Project, _scope: Scope) -> str:
        if problems:
            raise problems.pop()
        return "counted"

    data = WhileSeen(workspace.bridge, window, count, ("code",), 0)
    data.look(True)
    settled(qtbot, workspace)
    assert data.answer is None
    assert [str(one) for one in said] == ["Not now."]
    data.look(False)
    data.look(True)
    qtbot.waitUntil(lambda: data.answer == "counted", timeout=60_000)
