"""The first page by the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qualcode.ui.welcome import Card, Welcome


def test_enter_starts_a_project_at_once(qtbot: QtBot) -> None:
    welcome = Welcome()
    qtbot.addWidget(welcome)
    wanted: list[str] = []
    welcome.new_wanted.connect(lambda: wanted.append("new"))
    welcome.sample_wanted.connect(lambda: wanted.append("sample"))
    welcome.show()
    welcome.show_recent([])
    focus: QWidget | None = welcome.focusWidget()
    assert isinstance(focus, Card)
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    qtbot.keyClick(focus, Qt.Key.Key_Tab)
    qtbot.keyClick(welcome.focusWidget(), Qt.Key.Key_Enter)
    assert wanted == ["new", "sample"]
