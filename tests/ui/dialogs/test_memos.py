"""Memos, by their real widgets."""

import uuid
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from qualcode.app import memos
from qualcode.app.project import Project
from qualcode.ui.bridge import Bridge
from qualcode.ui.dialogs.memos import MemoDialog, show_memos


def _dialog(bridge: Bridge, qtbot: QtBot, rest: Callable[[], None], kind: str, about: object) -> MemoDialog:
    dialog = MemoDialog(bridge, kind, about, "thing")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    rest()
    return dialog


def _texts(project: Project) -> list[str]:
    with project.read() as read:
        return [memo.text for memo in read.memos()]


@pytest.mark.parametrize("kind", ["project", "document", "code", "segment"])
def test_a_memo_is_written_about_everything(
    kind: str, bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    with project.read() as read:
        document = read.documents()[0].id
        about = {
            "project": None,
            "document": document,
            "code": read.codes()[0].id,
            "segment": read.segments_of(document)[0].id,
        }[kind]
    dialog = _dialog(bridge, qtbot, rest, kind, about)
    dialog.text.setPlainText("A thought")
    dialog.save_button.click()
    rest()
    with project.read() as read:
        memo = read.memos()[0]
        assert (memo.about_kind, memo.about) == (kind, about or read.study().id)
    assert dialog.list.count() == 1
    assert "Amara" in dialog.list.item(0).text()
    assert not dialog.dirty


def test_changing_choosing_and_removing(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    for text in ("first", "second"):
        memos.write_memo(project, text)
    dialog = _dialog(bridge, qtbot, rest, "project", None)
    assert dialog.text.toPlainText() == "second"
    dialog.text.setPlainText("second, thought over")
    dialog.list.setCurrentRow(1)
    rest()
    assert dialog.text.toPlainText() == "first"
    assert sorted(_texts(project)) == ["first", "second, thought over"]
    dialog.remove_button.click()
    rest()
    assert _texts(project) == ["second, thought over"]
    bridge.undo()
    rest()
    assert dialog.list.count() == 2


def test_closing_keeps_what_was_written(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    dialog = _dialog(bridge, qtbot, rest, "project", None)
    dialog.text.setPlainText("not saved yet")
    dialog.close()
    rest()
    assert _texts(project) == ["not saved yet"]


def test_the_memos_about_one_thing_open_once(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    with project.read() as read:
        code, other = (code.id for code in read.codes()[:2])
    window = QMainWindow()
    qtbot.addWidget(window)
    first = show_memos(bridge, "code", code, "thing", window)
    assert show_memos(bridge, "code", code, "thing", window) is first
    assert show_memos(bridge, "code", other, "another", window) is not first
    first.reject()
    assert show_memos(bridge, "code", code, "thing", window) is not first
    rest()


def test_typing_on_while_a_memo_is_written_makes_no_second_one(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    dialog = _dialog(bridge, qtbot, rest, "project", None)
    dialog.text.setPlainText("abc")
    dialog.save()
    dialog.text.setPlainText("abcd")
    dialog.start_new()
    rest()
    assert _texts(project) == ["abcd"]
    dialog.text.setPlainText("another")
    dialog.save()
    dialog.text.setPlainText("another one")
    rest()
    dialog.save()
    rest()
    assert sorted(_texts(project)) == ["abcd", "another one"]


def test_what_cannot_be_written_stays_in_the_editor(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    dialog = _dialog(bridge, qtbot, rest, "document", uuid.uuid4())
    dialog.text.setPlainText("about something that has gone")
    with qtbot.waitSignal(bridge.failed):
        dialog.close()
    rest()
    assert dialog.isVisible()
    assert dialog.text.toPlainText() == "about something that has gone"
