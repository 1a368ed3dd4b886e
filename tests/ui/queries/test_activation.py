"""The codes and documents to tick: what is found by typing is what the keys tick."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qualcode.ui.queries.activation import TickedList


def test_space_ticks_what_was_found_and_nothing_that_is_hidden(qtbot: QtBot) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    found = TickedList("Codes", "Find codes", ["Power", "trust", "give and take"], [], home)
    home.show()
    qtbot.keyClicks(found.find, "give")
    qtbot.keyClick(found.find, Qt.Key.Key_Down)
    qtbot.keyClick(found.list, Qt.Key.Key_Space)
    assert found.ticked == ["give and take"]
    found.find.setText("nobody is called so")
    qtbot.keyClick(found.list, Qt.Key.Key_Space)
    assert found.ticked == ["give and take"]
    found.find.clear()
    assert found.list.currentRow() == 0
