"""The memos about one thing, by their real widgets."""

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
    dialog.editor.text.setPlainText("A thought")
    dialog.editor.save()
    rest()
    with project.read() as read:
        memo = read.memos()[0]
        assert (memo.about_kind, memo.about) == (kind, about or read.study().id)
    assert dialog.list.count() == 1
    assert "Amara" in dialog.list.item(0).text()
    assert not dialog.editor.dirty


def test_changing_choosing_and_removing(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    for text in ("first", "second"):
        memos.write_memo(project, text)
    dialog = _dialog(bridge, qtbot, rest, "project", None)
    assert dialog.editor.text.toPlainText() == "second"
    dialog.editor.text.setPlainText("second, thought over")
    dialog.list.setCurrentRow(1)
    rest()
    assert dialog.editor.text.toPlainText() == "first"
    assert sorted(_texts(project)) == ["first", "second, thought over"]
    dialog.remove_button.click()
    rest()
    assert _texts(project) == ["second, thought over"]
    bridge.undo()
    rest()
    assert dialog.list.count() == 2


def test_memos_that_lead_to_a_thing_stand_with_its_own(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    with project.read() as read:
        power = next(code for code in read.codes() if code.name == "power")
    memos.write_memo(project, "On power", about=power)
    other = memos.write_memo(project, "All is [[power]].")
    dialog = _dialog(bridge, qtbot, rest, "code", power.id)
    assert [dialog.list.item(row).text().split("\n")[0] for row in range(2)] == ["All is [[power]].", "On power"]
    assert "leads here" in dialog.list.item(0).text()
    dialog.list.setCurrentRow(0)
    rest()
    assert dialog.editor.memo == other
    assert "Study" in dialog.editor.about.text()


def test_links_to_memos_are_followed_in_the_dialog(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    first = memos.write_memo(project, "First", title="The first one", about="power")
    memos.write_memo(project, "See [[The first one]] and [[goodwill]].")
    dialog = _dialog(bridge, qtbot, rest, "project", None)
    led: list[tuple[str, object]] = []
    dialog.opened.connect(lambda kind, key: led.append((kind, key)))
    chips = {chip.thing.name: chip for chip in dialog.editor.linked.links.chips}
    chips["goodwill"].name.click()
    assert [kind for kind, _ in led] == ["code"]
    chips["The first one"].name.click()
    rest()
    assert dialog.editor.memo == first
    assert [chip.thing.kind for chip in dialog.editor.linked.back.chips] == ["memo"]


def test_closing_keeps_what_was_written(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    dialog = _dialog(bridge, qtbot, rest, "project", None)
    dialog.editor.text.setPlainText("not saved yet")
    dialog.close()
    rest()
    assert _texts(project) == ["not saved yet"]
    assert not dialog.isVisible()


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


def test_a_certain_memo_is_shown(bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None]) -> None:
    wanted = memos.write_memo(project, "the one")
    memos.write_memo(project, "a later one")
    window = QMainWindow()
    qtbot.addWidget(window)
    dialog = show_memos(bridge, "project", None, "Study", window, memo=wanted.id)
    rest()
    assert dialog.editor.memo == wanted
    assert dialog.list.currentRow() == 1


def test_typing_on_while_a_memo_is_written_makes_no_second_one(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    dialog = _dialog(bridge, qtbot, rest, "project", None)
    dialog.editor.text.setPlainText("abc")
    dialog.editor.save()
    dialog.editor.text.setPlainText("abcd")
    dialog.start_new()
    rest()
    assert _texts(project) == ["abcd"]
    dialog.editor.text.setPlainText("another")
    dialog.editor.save()
    dialog.editor.text.setPlainText("another one")
    rest()
    dialog.editor.save()
    rest()
    assert sorted(_texts(project)) == ["abcd", "another one"]


def test_what_cannot_be_written_stays_in_the_editor(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    dialog = _dialog(bridge, qtbot, rest, "document", uuid.uuid4())
    dialog.editor.text.setPlainText("about something that has gone")
    with qtbot.waitSignal(bridge.failed):
        dialog.close()
    rest()
    assert dialog.isVisible()
    assert dialog.editor.text.toPlainText() == "about something that has gone"
