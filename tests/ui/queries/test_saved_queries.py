"""Queries that are kept under a name, and smart codes made of them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.queries.desks import Desk

from qualcode.app import queries
from qualcode.app.queries import saved_queries, shown_queries
from qualcode.ui.queries.saved import SavedQueries


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


def kept(desk: Desk) -> dict[str, str]:
    """What is saved: names and questions."""
    desk.settle()
    with desk.project.read() as read:
        return {one.saved.name: one.text for one in shown_queries(read)}


def name_it(desk: Desk, name: str) -> None:
    saved = desk.view.saved
    saved.name.setText(name)
    QTest.keyClick(saved.name, Qt.Key.Key_Return)
    desk.settle()


def begin(desk: Desk) -> SavedQueries:
    """“Mine” asks for `give`, and is open."""
    desk.ask("give")
    desk.view.saved.save_button.click()
    name_it(desk, "Mine")
    assert kept(desk) == {"Mine": '"Exchange > give"'}
    return desk.view.saved


def undo(desk: Desk) -> None:
    desk.project.undo()
    desk.settle()


def test_a_change_that_is_undone_can_be_saved_again(desk: Desk) -> None:
    saved = begin(desk)
    desk.ask("get")
    saved.save_button.click()
    assert kept(desk) == {"Mine": '"Exchange > get"'}
    assert not saved.save_button.isEnabled()
    undo(desk)
    assert kept(desk) == {"Mine": '"Exchange > give"'}
    assert saved.chosen is not None
    assert saved.save_button.isEnabled()  # the builder asks for `get`, what is kept does not
    saved.save_button.click()
    assert kept(desk) == {"Mine": '"Exchange > get"'}
    assert not saved.save_button.isEnabled()
    undo(desk)
    desk.ask("give")
    assert kept(desk) == {"Mine": '"Exchange > give"'}


def test_a_query_whose_making_is_undone_is_saved_anew_and_a_redo_opens_it(desk: Desk) -> None:
    saved = begin(desk)
    undo(desk)
    assert kept(desk) == {}
    assert saved.chosen is None
    assert saved.box.currentIndex() == 0
    desk.project.redo()
    desk.settle()
    assert saved.box.currentText() == "Mine"
    assert not saved.save_button.isEnabled()
    undo(desk)
    saved.save_button.click()
    assert saved.name.isVisible()  # it asks for a name: there is none to save into
    name_it(desk, "Again")
    assert kept(desk) == {"Again": '"Exchange > give"'}
    desk.ask("get")
    saved.save_button.click()
    assert kept(desk) == {"Again": '"Exchange > get"'}


def test_a_removed_query_that_comes_back_is_the_one_that_is_open(desk: Desk) -> None:
    saved = begin(desk)
    saved.remove()
    assert kept(desk) == {}
    undo(desk)
    assert saved.box.currentText() == "Mine"
    desk.ask("get")
    saved.save_button.click()
    assert kept(desk) == {"Mine": '"Exchange > get"'}


def test_nothing_is_saved_before_it_is_known_what_a_step_has_changed(desk: Desk) -> None:
    saved = begin(desk)
    desk.ask("get")
    assert saved.save_button.isEnabled()
    desk.project.undo()
    assert not saved.save_button.isEnabled()  # the list is not there yet
    saved.save()
    desk.settle()
    assert kept(desk) == {}
    assert saved.problem.isHidden()
    assert saved.save_button.isEnabled()


def test_a_name_is_not_given_to_what_an_undo_took_away(desk: Desk) -> None:
    saved = begin(desk)
    saved._ask_name("rename")
    undo(desk)
    assert saved.name.isHidden()
    assert kept(desk) == {}
    desk.project.redo()
    desk.settle()
    saved._ask_name("rename")
    name_it(desk, "Ours")
    assert kept(desk) == {"Ours": '"Exchange > give"'}
    undo(desk)
    assert saved.box.currentText() == "Mine"
    desk.ask("get")
    assert "“Mine”" in saved.save_button.toolTip()
    saved.save_button.click()
    assert kept(desk) == {"Mine": '"Exchange > get"'}


def test_what_is_opened_while_another_one_is_saved_stays_open(desk: Desk) -> None:
    saved = begin(desk)
    queries.save_query(desk.project, "Other", "trust")
    desk.settle()
    desk.ask("get")
    saved.save()
    saved.open(next(one for one in saved.known.queries if one.name == "Other"))
    desk.settle()
    assert saved.chosen is not None
    assert saved.chosen.name == "Other"
    assert desk.view.builder.text.text() == "trust"
    desk.ask("unpaid")
    saved.save()
    assert kept(desk) == {"Mine": '"Exchange > get"', "Other": '"Exchange > unpaid"'}
