"""Queries that are kept under a name, and smart codes made of them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.queries.desks import Desk

from qualcode.app.queries import saved_queries


def test_queries_are_saved_renamed_made_smart_changed_opened_and_removed(desk: Desk) -> None:
    saved = desk.view.saved
    desk.ask("give OVERLAPPING get")

    def kept() -> list[tuple[str, int]]:
        desk.settle()
        with desk.project.read() as read:
            return [(one.name, one.smart) for one in saved_queries(read)]

    saved.save_button.click()
    QTest.keyClicks(saved.name, "Both ways")
    QTest.keyClick(saved.name, Qt.Key.Key_Return)
    assert kept() == [("Both ways", 0)]
    assert saved.box.currentText() == "Both ways"
    assert not saved.save_button.isEnabled()
    saved._ask_name("rename")
    saved.name.setText("Mutual")
    QTest.keyClick(saved.name, Qt.Key.Key_Return)
    assert kept() == [("Mutual", 0)]
    saved.switch_smart()
    assert kept() == [("Mutual", 1)]
    desk.ask("smart:Mutual")
    assert sorted(desk.shown()) == sorted(
        {(r["document"], r["start"], r["end"]) for r in desk.told("give OVERLAPPING get")}
    )
    desk.ask("give")
    assert saved.save_button.isEnabled()
    saved.save()
    assert kept() == [("Mutual", 1)]
    desk.ask("smart:Mutual")
    assert len(desk.shown()) == 3  # it asks something else now
    saved.box.setCurrentIndex(1)
    saved.box.activated.emit(1)
    desk.settle()
    assert desk.view.builder.text.text() == '"Exchange > give"'
    saved._ask_name("save")
    saved.name.setText("Mutual")
    QTest.keyClick(saved.name, Qt.Key.Key_Return)
    desk.settle()
    assert saved.problem.text() == "There is a query “Mutual” already. Choose another name."
    QTest.keyClick(saved.name, Qt.Key.Key_Escape)
    assert saved.problem.isHidden()
    saved.remove()
    assert kept() == []
    assert desk.project.check() == []
