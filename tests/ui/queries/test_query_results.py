"""The passages found: looked at with more around them, opened, and coded, uncoded and given a memo."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.queries.desks import Desk

from qualcode.app import codebook
from qualcode.ui.analyses.pick_list import place_of


def test_a_quote_opens_the_text_and_gets_more_around_it(desk: Desk) -> None:
    desk.ask("document:P01 AND get")
    found = desk.view.found
    while found.less.isEnabled():
        found.less.click()
    desk.settle()
    assert [(quote.before, quote.after) for quote in found.list.results.quotes] == [("", "")]
    found.more.click()
    desk.settle()
    assert found.list.results.quotes[0].before == "We give a lot and "
    found.more.click()
    desk.settle()
    assert found.list.results.quotes[0].after.endswith("INT: How so?")
    places: list[tuple[object, int, int]] = []
    desk.view.open_segment.connect(lambda *place: places.append(place))
    box = found.list.visualRect(found.list.results.index(0))
    QTest.mouseClick(found.list.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(22, 18))
    assert places == []  # the box was ticked
    assert len(found.list.ticked) == 1
    QTest.mouseClick(found.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    quote = found.list.results.quotes[0]
    assert places == [(quote.document, quote.start, quote.end)]
    QTest.keyClick(found.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert quote.text in QGuiApplication.clipboard().text()


def test_passages_are_coded_uncoded_and_given_a_memo_in_one_step_each(desk: Desk, qtbot: QtBot) -> None:
    new = codebook.add_code(desk.project, "fresh")
    desk.ask("give")
    found = desk.view.found
    said: list[tuple[str, int | None]] = []
    desk.view.said.connect(lambda text, step: said.append((text, step)))

    def step() -> int:
        with desk.project.read() as read:
            return int(read.last_step()[0])

    before = step()
    assert found.meant is not None
    found.bulk.apply(found.meant, new.id)
    desk.settle()
    assert step() == before + 1
    assert len({(r["document"], r["start"]) for r in desk.told("fresh")}) == 3
    assert said[-1] == ("3 passages coded with “fresh”", before + 1)
    desk.project.undo()
    desk.settle()
    assert desk.told("fresh") == []

    # only what is ticked, and only the codings found
    found.list.results.tick(0)
    with desk.project.read() as read:
        give = next(one for one in read.codebook.ordered if one.name == "give")
    rows = len(desk.told("give"))
    ticked = found.list.ticked[0]
    on_it = sum(int(r["start"]) == ticked[1] and int(r["end"]) == ticked[2] for r in desk.told("give"))
    before = step()
    found.bulk.take_off(found.meant, give.id)
    desk.settle()
    assert step() == before + 1
    assert len(desk.told("give")) == rows - on_it
    desk.project.undo()
    desk.settle()
    assert len(desk.told("give")) == rows

    before = step()
    found.list.results.tick_all(False)
    found.bulk.write(found.meant, "They give and give.")
    desk.settle()
    assert step() == before + 1
    with desk.project.read() as read:
        memo = next(one for one in read.where("memo") if one.title.startswith("They give"))
        linked = {one.about for one in read.memo_links(memo=memo.id)}
        places = {(one.document, one.start, one.end) for one in read.records("segment", linked)}
    assert places == {(quote.document, quote.start, quote.end) for quote in found.list.results.quotes}
    assert desk.project.check() == []


def test_what_is_asked_before_something_is_done_to_passages(desk: Desk, qtbot: QtBot) -> None:
    desk.ask("give OVERLAPPING get")
    found = desk.view.found
    found.uncode_button.click()
    qtbot.waitUntil(lambda: found.bulk.dialog is not None)
    dialog = found.bulk.dialog
    listed = [dialog.list.item(row).text() for row in range(dialog.list.count())]  # type: ignore[union-attr]
    assert listed == ["Exchange > give"]  # only what was found
    dialog.close()
    found.bulk.dialog = None
    found.memo_button.click()
    popup = found.bulk.dialog
    assert popup.text.toPlainText().startswith("Found are the segments")  # type: ignore[union-attr]
    popup.close()  # type: ignore[attr-defined]


def test_a_passage_opens_only_if_the_mouse_goes_down_and_up_on_it(desk: Desk) -> None:
    desk.ask("give")
    found = desk.view.found.list
    places: list[tuple[object, int, int]] = []
    desk.view.open_segment.connect(lambda *place: places.append(place))
    left, port = Qt.MouseButton.LeftButton, found.viewport()
    middle = found.visualRect(found.results.index(0)).center()
    first = found.results.quotes[0]
    QTest.mousePress(port, left, pos=middle)
    desk.ask("unpaid")  # other passages come while the button is down
    assert found.results.quotes[0] != first
    QTest.mouseRelease(port, left, pos=found.visualRect(found.results.index(0)).center())
    assert places == []
    middle = found.visualRect(found.results.index(0)).center()
    QTest.mousePress(port, left, pos=middle)
    QTest.mouseRelease(port, left, pos=found.visualRect(found.results.index(1)).center())
    assert places == []
    QTest.mousePress(port, left, pos=middle)
    desk.ask("unpaid OR unpaid")  # the same one is still there
    QTest.mouseRelease(port, left, pos=middle)
    assert places == [place_of(found.results.quotes[0])]
