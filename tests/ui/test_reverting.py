from threading import Event

from pytestqt.qtbot import QtBot
from ui.conftest import code_by_keyboard, settled

from qualcode.app import codebook, coding
from qualcode.domain.codings import PlacedCoding
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def spans(codings: list[PlacedCoding]) -> list[tuple[int, int]]:
    return sorted((one.start, one.end) for one in codings)


def kept(workspace: Workspace) -> list[tuple[int, int]]:
    document = workspace.coding.document
    assert document is not None
    with workspace.project.read() as read:
        return spans(read.placed(document=document.id))


def hold_writer(workspace: Workspace) -> Event:
    """Nothing is written until the event is set."""
    go = Event()
    workspace.tasks.write(lambda _progress: go.wait(10))
    return go


def test_what_is_taken_back_goes_before_it_is_written(qtbot: QtBot, workspace: Workspace) -> None:
    before = spans(workspace.coding.reader.codings)
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust")
    settled(qtbot, workspace)
    after = spans(workspace.coding.reader.codings)
    assert len(after) == len(before) + 1

    go = hold_writer(workspace)
    workspace.undo()
    assert spans(workspace.coding.reader.codings) == before
    assert kept(workspace) == after, "not written yet"
    go.set()
    settled(qtbot, workspace)
    assert spans(workspace.coding.reader.codings) == kept(workspace) == before

    go = hold_writer(workspace)
    workspace.redo()
    assert spans(workspace.coding.reader.codings) == after
    go.set()
    settled(qtbot, workspace)
    assert spans(workspace.coding.reader.codings) == kept(workspace) == after


def test_an_undo_that_is_refused_shows_what_is_there(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust")
    settled(qtbot, workspace)
    one = workspace.coding.reader.codings[-1]
    step = workspace.project.history()[-1].number
    workspace.bridge.do(coding.resize_coding, one.id, one.start, one.end - 2)
    settled(qtbot, workspace)
    there = kept(workspace)
    go = hold_writer(workspace)
    workspace.undo(step)  # the later step stands on it
    assert spans(workspace.coding.reader.codings) != there
    go.set()
    settled(qtbot, workspace)
    assert spans(workspace.coding.reader.codings) == kept(workspace) == there


def test_a_step_that_came_meanwhile_is_not_guessed_at(qtbot: QtBot, workspace: Workspace) -> None:
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust")
    settled(qtbot, workspace)
    there = spans(workspace.coding.reader.codings)
    code = workspace.coding.codebook.ordered[0]
    with qtbot.waitSignal(workspace.bridge.changed, timeout=60_000):
        workspace.bridge.do(codebook.rename_code, code.id, "another name")
    go = hold_writer(workspace)
    workspace.undo()  # means the new name, which the window has not been told yet
    assert spans(workspace.coding.reader.codings) == there
    go.set()
    settled(qtbot, workspace)
    assert kept(workspace) == there
    assert workspace.coding.codebook.by_id[code.id].name == code.name
