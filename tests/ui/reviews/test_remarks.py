"""Remarks and answers while they are typed: kept by what they are about, written once, never more than was chosen."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from ui.conftest import settled

from qualcode.app import codebook, reviews
from qualcode.domain.errors import Refused
from qualcode.ui.look import look
from qualcode.ui.reviews import panel as module
from qualcode.ui.reviews import send as sending
from qualcode.ui.reviews.panel import ReviewsPanel
from qualcode.ui.reviews.say import SayDialog
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def code_of(workspace: Workspace, name: str) -> Any:
    with workspace.project.read() as read:
        return next(code for code in read.codes() if code.name == name)


def notes(workspace: Workspace) -> list[Any]:
    with workspace.project.read() as read:
        return list(read.where("review_note"))


@pytest.fixture
def panel(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> ReviewsPanel:
    """The panel with a remark on each of two codes."""
    for name in ("Power", "trust takes years"):
        reviews.comment_on(workspace.project, code_of(workspace, name), f"About {name}")
    window.commands["reviews"].trigger()
    settled(qtbot, workspace)
    found = workspace.reviews.panel
    assert found is not None
    return found


@pytest.fixture
def remark(qtbot: QtBot, workspace: Workspace) -> SayDialog:
    """A new remark, about a code."""
    workspace.codebook.choose(code_of(workspace, "Power").id)
    settled(qtbot, workspace)
    dialog = workspace.reviews.remark()
    assert dialog is not None
    dialog.about.setCurrentIndex(next(at for at in range(9) if dialog.about.itemData(at)[0] == "code"))
    settled(qtbot, workspace)
    return dialog


class Held:
    """Keeps the writer busy until it is let go."""

    def __init__(self, workspace: Workspace) -> None:
        self._go = Event()
        workspace.bridge.tasks.write(lambda _progress: self._go.wait(20))

    def go(self) -> None:
        self._go.set()


# ── answers ──
def test_an_answer_that_was_begun_stays_with_its_remark(
    qtbot: QtBot, workspace: Workspace, panel: ReviewsPanel
) -> None:
    first, second = notes(workspace)
    panel.choose(first.id)
    panel.answer.setText("For the first")
    panel.choose(second.id)
    assert panel.answer.text() == ""
    assert not panel.reply.isEnabled()
    panel.answer.setText("For the second")
    panel.choose(first.id)
    assert panel.answer.text() == "For the first"
    panel.reply.click()
    settled(qtbot, workspace)
    panel.choose(second.id)
    panel.reply.click()
    settled(qtbot, workspace)
    assert {one.text: one.reply_to for one in notes(workspace) if one.reply_to} == {
        "For the first": first.id,
        "For the second": second.id,
    }


def test_what_somebody_else_settles_does_not_hand_the_answer_to_the_next_remark(
    qtbot: QtBot, workspace: Workspace, panel: ReviewsPanel
) -> None:
    first = next(one for one in notes(workspace) if one.about_name == "Power")
    panel.choose(first.id)
    panel.answer.setText("For the first")
    reviews.settle_note(workspace.project, first.id)
    settled(qtbot, workspace)
    assert panel.chosen is not None
    assert panel.chosen.note.id != first.id
    assert panel.answer.text() == ""
    panel.choose(first.id)
    assert panel.answer.text() == "For the first"


def test_what_is_typed_while_an_answer_is_written_stays(
    qtbot: QtBot, workspace: Workspace, panel: ReviewsPanel
) -> None:
    first = notes(workspace)[0]
    panel.choose(first.id)
    panel.answer.setText("One")
    writer = Held(workspace)
    panel.reply.click()
    panel.answer.setText("Another one")
    assert not panel.reply.isEnabled()
    assert not panel.settle.isEnabled()
    qtbot.keyClick(panel.answer, Qt.Key.Key_Return)
    writer.go()
    settled(qtbot, workspace)
    assert [one.text for one in notes(workspace) if one.reply_to] == ["One"]
    assert panel.answer.text() == "Another one"
    assert panel.reply.isEnabled()


def test_an_answer_to_an_answer_is_shown(qtbot: QtBot, workspace: Workspace, panel: ReviewsPanel) -> None:
    first = notes(workspace)[0]
    second = reviews.answer_note(workspace.project, first.id, "They do.")
    third = reviews.answer_note(workspace.project, second.id, "All of them?")
    settled(qtbot, workspace)
    assert panel.model.place_of(third.id) == panel.model.place_of(second.id) + 1


def test_a_list_that_could_not_be_read_is_read_again(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, panel: ReviewsPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_read: object) -> None:
        raise Refused("Not now.")

    assert len(panel.model.rows) == 4
    with monkeypatch.context() as broken:
        broken.setattr(module, "threads", fails)
        reviews.comment_on(workspace.project, None, "More")
        settled(qtbot, workspace)
    assert len(panel.model.rows) == 4
    window.commands["reviews"].trigger()
    window.commands["reviews"].trigger()
    settled(qtbot, workspace)
    assert len(panel.model.rows) == 6


def test_the_panel_is_no_wider_than_a_panel_at_twice_the_size(
    qtbot: QtBot, workspace: Workspace, panel: ReviewsPanel
) -> None:
    look().set_scale(200)
    look().finish()
    suggested = reviews.suggest(workspace.project, code_of(workspace, "Power"), "rename", "Might", "So. " * 200)
    settled(qtbot, workspace)
    panel.choose(suggested.id)
    assert panel.accept.isVisible()
    assert panel.minimumSizeHint().width() < look().px(300)
    panel.resize(look().px(300), 640)
    assert panel._told.height() <= 640 // 4


# ── remarks ──
def test_only_what_belongs_to_the_remark_is_shown_from_the_start(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    workspace.bridge.tasks.hold()
    dialog = workspace.reviews.remark()
    assert dialog is not None
    assert [part for part in dialog._parts if part.isVisible()] == []
    assert not dialog.add.isEnabled()
    dialog.text.setPlainText("Too early")
    assert not dialog.add.isEnabled()
    small = dialog.height()
    workspace.bridge.tasks.release()
    settled(qtbot, workspace)
    assert dialog.height() == small
    assert dialog.add.isEnabled()


def test_the_dialog_grows_for_what_comes_into_it(qtbot: QtBot, window: MainWindow, remark: SayDialog) -> None:
    before = remark.height()
    remark.what.setCurrentIndex(remark.what.findData("redefine"))
    assert remark.height() > before


def test_what_was_typed_stays_when_another_sort_or_part_is_chosen(
    qtbot: QtBot, window: MainWindow, remark: SayDialog
) -> None:
    remark.what.setCurrentIndex(remark.what.findData("rename"))
    remark.name.setText("Might")
    remark.what.setCurrentIndex(remark.what.findData("redefine"))
    remark.words.setPlainText("Who decides.")
    remark.field.setCurrentIndex(1)
    remark.words.setPlainText("In full.")
    remark.what.setCurrentIndex(remark.what.findData("move"))
    assert remark.target.findData("") == 0
    remark.what.setCurrentIndex(remark.what.findData("merge"))
    assert remark.target.findData("") == -1
    remark.what.setCurrentIndex(remark.what.findData("rename"))
    assert remark.name.text() == "Might"
    remark.what.setCurrentIndex(remark.what.findData("redefine"))
    assert remark.words.toPlainText() == "In full."
    remark.field.setCurrentIndex(0)
    assert remark.words.toPlainText() == "Who decides."


def test_two_presses_say_it_once(qtbot: QtBot, window: MainWindow, workspace: Workspace, remark: SayDialog) -> None:
    remark.text.setPlainText("Whose?")
    writer = Held(workspace)
    remark.add.click()
    remark.add.click()
    writer.go()
    settled(qtbot, workspace)
    assert len(notes(workspace)) == 1
    sign = workspace.reviews.sign_off()
    writer = Held(workspace)
    sign.sign.click()
    sign.sign.click()
    writer.go()
    settled(qtbot, workspace)
    with workspace.project.read() as read:
        assert read.count("sign_off") == 1


def test_what_is_being_written_cannot_be_typed_in(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, remark: SayDialog
) -> None:
    sign = workspace.reviews.sign_off()
    settled(qtbot, workspace)
    for dialog, field, button in ((remark, remark.text, remark.add), (sign, sign.signer, sign.sign)):
        dialog.activateWindow()
        field.setFocus()
        QTest.keyClicks(field, "Whose?")
        writer = Held(workspace)
        button.click()
        QTest.keyClicks(field, "!")  # to type used to let it be sent once more
        assert not button.isEnabled()
        button.click()
        dialog.buttons.accepted.emit()
        writer.go()
        settled(qtbot, workspace)
    assert [note.text for note in notes(workspace)] == ["Whose?"]
    with workspace.project.read() as read:
        assert [one.signer for one in read.where("sign_off")] == ["ABWhose?"]


def test_what_is_said_of_one_thing_is_not_offered_of_another_before_that_is_known(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, remark: SayDialog
) -> None:
    remark.what.setCurrentIndex(remark.what.findData("accept"))
    assert remark.add.isEnabled()
    workspace.bridge.tasks.hold()
    study = next(at for at in range(9) if remark.about.itemData(at)[0] == "project")
    remark.about.setCurrentIndex(study)
    assert remark.what.count() == 0
    assert not remark.add.isEnabled()
    workspace.bridge.tasks.release()
    settled(qtbot, workspace)
    assert remark.what.currentData() == "accept"  # the sort stays where there is one
    assert remark.what.findData("rename") == -1
    assert remark.add.isEnabled()


def test_a_code_is_offered_the_top_first(remark: SayDialog) -> None:
    remark.what.setCurrentIndex(remark.what.findData("move"))
    assert remark.target.currentData() == ""
    remark.what.setCurrentIndex(remark.what.findData("merge"))
    assert remark.target.currentIndex() == 0


def test_what_was_refused_can_be_said_again(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, remark: SayDialog
) -> None:
    codebook.remove_code(workspace.project, "who decides")
    codebook.remove_code(workspace.project, "Power")
    remark.text.setPlainText("Whose?")
    remark.add.click()
    settled(qtbot, workspace)
    assert "not in the project any more" in remark.problem.text()
    assert remark.add.isEnabled()
    assert remark.text.isEnabled()
    assert remark.text.toPlainText() == "Whose?"


def test_a_refusal_is_not_shown_under_another_remark(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, panel: ReviewsPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Refused("That cannot be settled.")

    monkeypatch.setattr(module.actions, "settle_note", refuse)
    first, second = notes(workspace)
    panel.choose(first.id)
    panel.settle.click()
    settled(qtbot, workspace)
    assert panel.problem.text() == "That cannot be settled."
    assert panel.problem.isVisible()
    writer = Held(workspace)
    panel.settle.click()
    panel.choose(second.id)
    writer.go()
    settled(qtbot, workspace)
    assert not panel.problem.isVisible()
    assert panel.settle.isEnabled()
    assert "That cannot be settled." in window.toasts.text.text()


# ── what goes out ──
def test_what_could_not_be_read_for_a_page_is_said(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_read: object) -> None:
        raise Refused("The project cannot be read now.")

    monkeypatch.setattr(sending, "_question", refuse)
    dialog = workspace.reviews.send()
    settled(qtbot, workspace)
    assert dialog.problem.text() == "The project cannot be read now."
    assert not dialog.write.isEnabled()
    dialog.reject()


def test_a_page_that_cannot_be_written_is_told(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "not there" / "page.html"), ""))
    dialog = workspace.reviews.send()
    settled(qtbot, workspace)
    dialog.write.click()
    settled(qtbot, workspace)
    assert "not there" in window.toasts.text.text()


def test_nothing_is_sent_before_one_could_choose_and_nothing_ticked_says_why(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "page.html"), ""))
    workspace.bridge.tasks.hold()
    dialog = workspace.reviews.send()
    chosen: list[object] = []
    dialog.chosen.connect(lambda options, _path: chosen.append(options))
    dialog.write.click()
    assert chosen == []
    workspace.bridge.tasks.release()
    settled(qtbot, workspace)
    assert dialog.write.isEnabled()
    assert dialog.problem.isHidden()
    theme = dialog.themes.item(0)
    theme.setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.write.isEnabled()
    assert "Tick at least one theme" in dialog.problem.text()
    assert dialog.problem.isVisible()
    theme.setCheckState(Qt.CheckState.Checked)
    assert dialog.write.isEnabled()
    assert dialog.problem.isHidden()
