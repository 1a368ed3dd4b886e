"""Codes and documents that are ticked, and their passages."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from ui.queries.desks import Desk

from qualcode.ui.queries.activation import Activation, TickedList


def test_codes_and_documents_that_are_ticked_fill_the_same_tree(desk: Desk) -> None:
    desk.view.choose_button.click()
    (popup,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, Activation) and one.isVisible()]
    for names, wanted in ((popup.codes, ("Exchange > give", "Exchange > get")), (popup.documents, ("P01",))):
        for row in range(names.list.count()):
            if names.list.item(row).text() in wanted:
                names.list.item(row).setCheckState(Qt.CheckState.Checked)
    QTest.qWait(200)
    desk.settle()
    asked = '("Exchange > give" OR "Exchange > get") AND document:P01'
    assert desk.view.builder.text.text() == asked
    assert sorted(desk.shown()) == sorted({(r["document"], r["start"], r["end"]) for r in desk.told(asked)})
    popup.close()
    desk.view.choose_button.click()
    (again,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, Activation) and one.isVisible()]
    assert again.codes.ticked == ["Exchange > give", "Exchange > get"]
    assert again.documents.ticked == ["P01"]
    again.close()


def test_the_last_tick_counts_though_the_list_is_closed_at_once(desk: Desk) -> None:
    desk.view.choose_button.click()
    (popup,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, Activation) and one.isVisible()]
    popup.codes.list.item(1).setCheckState(Qt.CheckState.Checked)
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    desk.settle()
    assert desk.view.builder.text.text() == '"Exchange > give"'
    assert len(desk.shown()) == 3


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
