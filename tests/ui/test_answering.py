"""Windows that are closed while an answer to them is under way: nobody hears it, and nothing goes wrong."""

from collections.abc import Callable
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from ui.conftest import settled

from qualcode.app import coding, named_versions, reviews
from qualcode.app.codebook_arrivals import read_plan
from qualcode.app.project import Project
from qualcode.domain.bundle import ReadCode
from qualcode.domain.errors import Refused
from qualcode.ui.answering import while_there
from qualcode.ui.codebook_import.page import CodebookArrivals
from qualcode.ui.dialogs.name_point import NamePointDialog
from qualcode.ui.look import look
from qualcode.ui.maps.generate_dialog import GenerateDialog
from qualcode.ui.memos.journal import JournalPanel
from qualcode.ui.panels.coding_rules import CodingRulesPanel
from qualcode.ui.parts.popup import Popup
from qualcode.ui.reviews.panel import ReviewsPanel
from qualcode.ui.reviews.say import SayDialog
from qualcode.ui.reviews.sign import SignDialog
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace

OPEN = (
    *("settings", "shortcuts", "links", "versions", "review", "replace_words", "autocode", "folders", "bookmarks"),
    *("define_code", "code_history", "move_code", "merge_code", "split_code", "memo", "cases", "name_point"),
    *("codebook_changes", "method", "remark", "send_review", "sign_off"),
)


def delete(widget: QWidget) -> None:
    """Close a window, and let it go at once."""
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Asking(QObject):
    """Asks in each of the ways there are."""

    heard = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []
        self.heard.connect(self.answers.append)

    def method(self, answer: object) -> None:
        self.heard.emit(answer)

    def function(self) -> Callable[[object], None]:
        def told(answer: object) -> None:
            self.heard.emit(answer)

        return told

    def short(self) -> Callable[[object], None]:
        return lambda answer: self.method(answer) if answer else None


@pytest.mark.parametrize("way", ["method", "function", "short", "signal"])
def test_an_answer_finds_whoever_asked_or_nobody(qapp: QApplication, way: str) -> None:
    asking, missed = Asking(), []
    then: Any = {
        "method": asking.method,
        "function": asking.function(),
        "short": asking.short(),
        "signal": asking.heard.emit,
    }[way]
    then = while_there(then, missed.append)
    then(1)
    assert (asking.answers, missed) == ([1], [])
    asking.deleteLater()
    QCoreApplication.sendPostedEvents(asking, QEvent.Type.DeferredDelete.value)
    then(2)
    assert (asking.answers, missed) == ([1], [2])


def test_every_window_can_be_closed_before_its_answers_come(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    with workspace.project.read() as read:
        power = next(code for code in read.codes() if code.name == "Power")
    workspace.codebook.choose(power.id)
    settled(qtbot, workspace)
    closed: list[str] = []

    def shut() -> bool:
        found = [top for top in QApplication.topLevelWidgets() if isinstance(top, QDialog | Popup)]
        seen = [top for top in found if isValid(top) and top.isVisible()]
        for top in seen:
            delete(top)
        return bool(seen)

    for command in OPEN:
        workspace.bridge.tasks.hold()
        window.commands[command].trigger()
        if shut():
            closed.append(command)
        workspace.bridge.tasks.release()
        settled(qtbot, workspace)
        assert not shut()  # none came after it had been left
    assert closed == list(OPEN)


def test_a_panel_can_go_while_what_it_lists_is_worked_out(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    with workspace.project.read() as read:
        power = next(code for code in read.codes() if code.name == "Power")
    rules = CodingRulesPanel(workspace.bridge, look(), lambda: workspace.coding.codebook)
    rules.show()
    rules.show_code(power.id)
    journal = JournalPanel(workspace.bridge, look(), list)
    journal.show()
    settled(qtbot, workspace)
    workspace.bridge.tasks.hold()
    rules._ask()
    journal._list()
    delete(rules)
    delete(journal)
    workspace.bridge.tasks.release()
    settled(qtbot, workspace)  # the test fails where an answer goes to what is there no more


def _arrivals(workspace: Workspace) -> CodebookArrivals:
    with workspace.project.read() as read:
        rows = [ReadCode((code.name,), code.kind, "", {"definition": "Other words."}) for code in read.codes()]
        plan = read_plan(read, rows)
    return CodebookArrivals(workspace.bridge, "codes.csv", plan, ["" for _ in plan], workspace.page.window())


def test_a_page_of_arrivals_can_be_left_while_its_outcome_is_worked_out(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    workspace.bridge.tasks.hold()
    delete(_arrivals(workspace))
    workspace.bridge.tasks.release()
    settled(qtbot, workspace)


class Writer:
    """Something is being written: what comes after it waits."""

    def __init__(self, workspace: Workspace) -> None:
        self._go = Event()
        workspace.bridge.tasks.write(lambda _progress: self._go.wait(20))

    def go(self) -> None:
        self._go.set()


def _remark(workspace: Workspace) -> tuple[QDialog, Callable[[], None]]:
    dialog = workspace.reviews.remark()
    assert isinstance(dialog, SayDialog)

    def press() -> None:
        dialog.text.setPlainText("Who?")
        dialog.add.click()

    return dialog, press


def _sign(workspace: Workspace) -> tuple[QDialog, Callable[[], None]]:
    dialog = workspace.reviews.sign_off()
    assert isinstance(dialog, SignDialog)
    return dialog, dialog.sign.click


def _name(workspace: Workspace) -> tuple[QDialog, Callable[[], None]]:
    dialog = NamePointDialog(workspace.bridge, lambda step: step.summary, "Now", None, workspace.page.window())

    def press() -> None:
        dialog.name.setText("Round 1")
        dialog._name()

    return dialog, press


def _unname(workspace: Workspace) -> tuple[QDialog, Callable[[], None]]:
    named_versions.name_version(workspace.project, "Round 0")
    dialog = NamePointDialog(workspace.bridge, lambda step: step.summary, "Now", None, workspace.page.window())

    def press() -> None:
        dialog.list.setCurrentItem(dialog.list.topLevelItem(0))
        dialog._remove()

    return dialog, press


def _generate(workspace: Workspace) -> tuple[QDialog, Callable[[], None]]:
    for name in ("who decides", "trust takes years"):
        coding.apply_code(workspace.project, "P03 Rosa", 40, 60, name)
    dialog = GenerateDialog(workspace.bridge, look(), dict, workspace.page.window())
    return dialog, dialog._make


@pytest.mark.parametrize("opened", [_remark, _sign, _name, _unname, _generate])
def test_what_is_closed_while_it_is_written_is_written_all_the_same(
    qtbot: QtBot,
    window: MainWindow,
    workspace: Workspace,
    opened: Callable[[Workspace], tuple[QDialog, Callable[[], None]]],
) -> None:
    dialog, press = opened(workspace)
    dialog.show()
    settled(qtbot, workspace)
    if isinstance(dialog, GenerateDialog):  # the map to be is counted a moment later
        qtbot.waitUntil(dialog.make.isEnabled, timeout=60_000)
    before = len(workspace.project.history())
    writer = Writer(workspace)
    press()
    delete(dialog)
    writer.go()
    settled(qtbot, workspace)
    assert len(workspace.project.history()) == before + 1


def test_an_answer_given_as_the_panel_goes_is_given(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    made = reviews.comment_on(workspace.project, None, "Who?")
    panel = ReviewsPanel(workspace.bridge, look())
    settled(qtbot, workspace)
    panel.choose(made.id)
    panel.answer.setText("They do.")
    writer = Writer(workspace)
    panel.reply.click()
    delete(panel)
    writer.go()
    settled(qtbot, workspace)
    with workspace.project.read() as read:
        assert [note.text for note in read.where("review_note", reply_to=made.id)] == ["They do."]


def _refuse(_project: Project) -> None:
    raise Refused("No.")


def test_a_failure_is_told_to_whoever_asked_else_to_the_window(qtbot: QtBot, workspace: Workspace) -> None:
    said: list[object] = []
    workspace.bridge.failed.connect(said.append)
    asking = Asking()
    workspace.bridge.act(_refuse, then=asking.method, failed=asking.method)
    settled(qtbot, workspace)
    assert (len(asking.answers), said) == (1, [])
    writer = Writer(workspace)
    workspace.bridge.act(_refuse, then=asking.method, failed=asking.method)
    asking.deleteLater()
    QCoreApplication.sendPostedEvents(asking, QEvent.Type.DeferredDelete.value)
    writer.go()
    settled(qtbot, workspace)
    assert [str(error) for error in said] == ["No."]
