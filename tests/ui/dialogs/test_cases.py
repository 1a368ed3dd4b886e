"""Speakers and definitions, by their real widgets."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from qualcode.app import documents
from qualcode.app.project import Project
from qualcode.ui.bridge import Bridge
from qualcode.ui.dialogs.define_code import DefineCodeDialog
from qualcode.ui.dialogs.speakers import SpeakersDialog


def _shown(dialog: object, qtbot: QtBot, rest: Callable[[], None]) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    rest()


def _first(project: Project) -> object:
    with project.read() as read:
        return read.documents()[0]


def test_speakers_are_corrected(bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None]) -> None:
    document = _first(project)
    dialog = SpeakersDialog(bridge, document.id)
    _shown(dialog, qtbot, rest)
    editor = dialog.editor
    assert [editor.table.item(row, 0).text() for row in range(editor.table.rowCount())] == ["INT", "ROSA"]
    assert not dialog.save_button.isEnabled()
    editor.pattern.setChecked(True)
    editor.field.setText("(")
    editor._try_pattern()
    rest()
    assert "regular expression" in editor.problem.text()
    assert not dialog.save_button.isEnabled()
    editor.none.click()
    rest()
    dialog.save_button.click()
    rest()
    assert _first(project).speakers == ""


def test_speakers_are_proposed_where_there_are_none(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    before = _first(project)
    documents.set_speakers(project, before.id, "")
    dialog = SpeakersDialog(bridge, before.id)
    _shown(dialog, qtbot, rest)
    assert dialog.editor.none.isChecked()
    dialog.editor.labels.click()
    rest()
    dialog.save_button.click()
    rest()
    assert _first(project).speakers == before.speakers


def test_a_definition_is_written_in_one_step(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    with project.read() as read:
        code = next(code for code in read.codes() if code.name == "power")
    steps = len(project.history())
    dialog = DefineCodeDialog(bridge, code)
    _shown(dialog, qtbot, rest)
    for field in dialog.findChildren(QLineEdit):
        if field.accessibleName() == "Status":
            field.setText("draft")
    dialog.kind.setCurrentIndex(dialog.kind.findData("theme"))
    dialog.accept()
    rest()
    with project.read() as read:
        changed = read.by_id("code", code.id)
    assert (changed.status, changed.kind) == ("draft", "theme")
    assert len(project.history()) == steps + 1
