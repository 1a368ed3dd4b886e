"""The passages found: looked at with more around them, opened, and coded, uncoded and given a memo."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.queries.desks import Desk

from qualcode.app import codebook, coding, documents
from qualcode.app.autocoding import autocode
from qualcode.app.passages import PAGE
from qualcode.domain.errors import Refused
from qualcode.ui.analyses.pick_list import place_of
from qualcode.ui.dialogs.choose_code import ChooseCodeDialog


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


def test_passages_whose_text_has_changed_meanwhile_are_left_alone(desk: Desk) -> None:
    new = codebook.add_code(desk.project, "fresh")
    desk.ask("give")
    found = desk.view.found
    meant = found.meant
    assert meant is not None
    found.code_button.click()
    desk.settle()
    dialog = found.bulk.dialog
    documents.edit_text(desk.project, found.list.results.quotes[0].document, 0, 0, "A new first line of this.\n")
    desk.settle()  # the list behind the dialog has followed; the dialog is still about what it was opened for
    rows = desk.told("give")
    dialog.chose.emit(new.id)  # type: ignore[union-attr]
    desk.settle()
    with desk.project.read() as read:
        give = next(one for one in read.codebook.ordered if one.name == "give")
    found.bulk.take_off(meant, give.id)
    desk.settle()
    found.bulk.write(meant, "They give and give.")
    desk.settle()
    assert [type(one) for one in desk.failures] == [Refused] * 3
    desk.failures.clear()
    assert desk.told("fresh") == []
    assert desk.told("give") == rows
    with desk.project.read() as read:
        assert not any(one.title.startswith("They give") for one in read.where("memo"))

    # looked at again, the same is done, and nobody types the memo twice
    found.memo_button.click()
    popup = found.bulk.dialog
    assert popup.text.toPlainText() == "They give and give."  # type: ignore[union-attr]
    popup.button.click()  # type: ignore[union-attr]
    desk.settle()
    found.memo_button.click()
    assert found.bulk.dialog.text.toPlainText().startswith("Found are the segments")  # type: ignore[union-attr]
    found.bulk.dialog.close()  # type: ignore[union-attr]
    assert found.meant is not None
    found.bulk.apply(found.meant, new.id)
    desk.settle()
    assert [row["text"] for row in desk.told("fresh")] == list(dict.fromkeys(row["text"] for row in rows))
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


def test_a_double_click_opens_a_passage_once(desk: Desk) -> None:
    desk.ask("give")
    found = desk.view.found.list
    places: list[tuple[object, int, int]] = []
    desk.view.open_segment.connect(lambda *place: places.append(place))
    middle = found.visualRect(found.results.index(0)).center()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseDClick(found.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert places == [place_of(found.results.quotes[0])]


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


def test_the_list_keeps_its_length_and_place_whatever_is_written(desk: Desk, tmp_path: Path) -> None:
    lines = [f"Line number {number} is here." for number in range(120)]
    (tmp_path / "Long.txt").write_text("\n".join(lines), "utf-8")
    documents.import_files(desk.project, [tmp_path / "Long.txt"])
    with desk.project.read() as read:
        long = next(one for one in read.documents() if one.name == "Long")
    spans = []
    for line in lines:
        at = spans[-1][2] + 1 if spans else 0
        spans.append((long.id, at, at + len(line)))
    autocode(desk.project, "give", spans)
    desk.ask("give")
    view = desk.view.found.list
    while view.results.canFetchMore(QModelIndex()):
        view.results.fetchMore(QModelIndex())
        desk.settle()
    held = view.results.rowCount()
    assert held == view.results.total > 2 * PAGE
    view.setCurrentIndex(view.results.index(100))
    view.scrollTo(view.results.index(90), view.ScrollHint.PositionAtTop)
    view.results.tick(95)
    desk.settle()

    def sight() -> tuple[object, ...]:
        top, quotes = view.indexAt(QPoint(1, 1)), view.results.quotes
        shown = quotes[top.row()].text, view.visualRect(top).top(), quotes[view.currentIndex().row()].text
        return (len(quotes), *shown, [one.text for one in view.results.ticked])

    before = sight()
    codebook.add_code(desk.project, "something else")
    desk.settle()
    assert sight() == before
    # words before all of it, and a passage less: the same words stay in sight, and those that were ticked are
    documents.edit_text(desk.project, long, 0, 0, "A new first line.\n")
    with desk.project.read() as read:
        first = next(one for one in read.placed(document=long.id))
    coding.remove_coding(desk.project, first)
    desk.settle()
    assert sight() == (held - 1, *before[1:])
    desk.ask("unpaid")
    assert view.currentIndex().row() == 0
    assert view.verticalScrollBar().value() == 0
    assert view.results.rowCount() <= PAGE


def test_passages_are_coded_with_a_code_made_for_them_in_one_step(desk: Desk, qtbot: QtBot) -> None:
    desk.ask("give")
    found = desk.view.found
    said: list[tuple[str, int | None]] = []
    desk.view.said.connect(lambda text, step: said.append((text, step)))
    with desk.project.read() as read:
        before, codes = read.last_step()[0], read.count("code")
    found.code_button.click()
    qtbot.waitUntil(lambda: isinstance(found.bulk.dialog, ChooseCodeDialog))
    dialog = found.bulk.dialog
    assert isinstance(dialog, ChooseCodeDialog)
    offered = [dialog.list.item(row) for row in range(dialog.list.count())]
    QTest.keyClicks(dialog.field, "give")  # a code is called so: nothing is to be made
    assert not any("Create" in item.text() for item in offered if not item.isHidden())
    dialog.field.clear()
    QTest.keyClicks(dialog.field, "Exchange > gifts")
    assert [item.text() for item in offered if not item.isHidden()] == ["Create “gifts” under Exchange"]
    assert dialog.nothing.isHidden()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    desk.settle()
    assert said == [("3 passages coded with “gifts”", before + 1)]
    with desk.project.read() as read:
        made = next(one for one in read.codebook.ordered if one.name == "gifts")
        assert read.codebook.paths()[made.id] == "Exchange > gifts"
    assert len({(row["document"], row["start"]) for row in desk.told("gifts")}) == 3
    desk.project.undo()
    desk.settle()
    with desk.project.read() as read:
        assert read.count("code") == codes
