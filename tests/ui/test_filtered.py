from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui.conftest import code_by_keyboard, opened, press, select, settled

from qualcode.app import cases
from qualcode.app.project import open_project
from qualcode.ui.filters import Choice
from qualcode.ui.models.codebook_model import COUNT
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def code_named(workspace: Workspace, name: str) -> UUID:
    return next(code.id for code in workspace.coding.codebook.ordered if code.name == name)


def count(workspace: Workspace, name: str) -> int:
    index = workspace.codebook.model.index_of(code_named(workspace, name))
    return int(index.data(COUNT))


def click(qtbot: QtBot, workspace: Workspace, name: str, double: bool = False) -> None:
    tree = workspace.codebook.tree
    place = tree.visualRect(workspace.codebook.model.index_of(code_named(workspace, name))).center()
    press = qtbot.mouseDClick if double else qtbot.mouseClick
    press(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settled(qtbot, workspace)


def test_the_filter_reaches_the_list_of_segments_and_the_counts(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust")
    code_by_keyboard(qtbot, workspace, "whoever holds", "who")
    workspace.segments.show_all()
    settled(qtbot, workspace)
    assert workspace.segments.model.rowCount() == 2
    with workspace.project.read() as read:
        first, second = (document.id for document in read.documents())
    workspace.filters.choose(Choice(documents=frozenset([second])))
    settled(qtbot, workspace)
    assert workspace.segments.model.rowCount() == 0
    assert [count(workspace, name) for name in ("trust takes years", "Power", "who decides")] == [0, 0, 0]
    assert workspace.filter_bar.isVisible()
    assert window.status.filter.text() == "Filter on"
    workspace.filters.choose(Choice(documents=frozenset([first])))
    settled(qtbot, workspace)
    code_by_keyboard(qtbot, workspace, "a steering group", "who")
    assert [count(workspace, name) for name in ("trust takes years", "Power", "who decides")] == [1, 2, 2]
    workspace.filters.clear()
    settled(qtbot, workspace)
    assert workspace.segments.model.rowCount() == 3
    assert count(workspace, "Power") == 2


def test_a_filter_for_what_another_program_removes_is_said_in_one_line(
    qtbot: QtBot, window: MainWindow, coded_study: Path
) -> None:
    with open_project(coded_study, coder="AB") as study:
        cases.add_case(study, "Rosa", Paid="no")
        cases.assign(study, "Rosa", "P03 Rosa")
    workspace = opened(qtbot, window, coded_study)
    press(qtbot, window, "tab_analyse")
    workspace.filters.choose(Choice(variables={"Paid": frozenset(["no"])}))
    settled(qtbot, workspace)
    said: list[str] = []
    workspace.said.connect(lambda text, _step: said.append(text))
    workspace.failed.connect(lambda error: said.append(str(error)))
    with open_project(coded_study, coder="Jun") as other:
        cases.remove_case(other, "Rosa")
    qtbot.waitUntil(lambda: not workspace.filters.active, timeout=10_000)
    settled(qtbot, workspace)
    assert said == ["What was filtered for is no longer in the project; everything is shown again."]
    assert window.toasts.text.text() == said[0]
    assert not workspace.filter_bar.isVisible()


def test_a_click_on_a_code_lists_its_segments(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust")
    click(qtbot, workspace, "trust takes years")
    assert window.docks.shown("segments")
    assert workspace.segments.model.rowCount() == 1
    click(qtbot, workspace, "who decides")
    assert workspace.segments.model.rowCount() == 0
    window.actions_["segments"].trigger()
    click(qtbot, workspace, "trust takes years")
    assert not window.docks.shown("segments"), "who closed the panel does not want it back at every click"


def test_a_double_click_codes_the_selection(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    select(workspace, "hands")
    click(qtbot, workspace, "trust takes years")
    assert not window.docks.shown("segments"), "nothing moves while words are selected"
    assert workspace.coding.reader.selection is not None
    click(qtbot, workspace, "trust takes years", double=True)
    assert [workspace.coding.text[coding.start : coding.end] for coding in workspace.coding.codings] == ["hands"]
