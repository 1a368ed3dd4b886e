"""The quote picker in the window: ticks, citations and marks, by mouse and by keyboard."""

from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from ui.views.scenes import build

from qualcode.app import codebook, coding, used_quotes
from qualcode.app.analysing.catalogue import ANALYSES
from qualcode.app.project import Project, open_project
from qualcode.ui.analyses.pick_list import place_of
from qualcode.ui.analyses.quote_picker import QuotePickerView
from qualcode.ui.bridge import Bridge
from qualcode.ui.filters import Filters
from qualcode.ui.look import look
from qualcode.ui.tasks import Tasks

Opened = tuple[QuotePickerView, Project, Callable[[], None]]


@pytest.fixture
def opened(qtbot: QtBot, qapp: object, tmp_path: Path) -> Iterator[Opened]:
    """The picker on the small study, and a way to wait for it."""
    project = open_project(build(tmp_path), coder="AB")
    tasks = Tasks()
    bridge = Bridge(project, tasks)
    view = QuotePickerView(ANALYSES["quotes"], bridge, look(), Filters(bridge))
    deque(view.build(), maxlen=0)
    view.resize(1000, 700)
    view.show()

    def settle() -> None:
        qtbot.waitUntil(lambda: bridge.idle and not view._timer.isActive(), timeout=60_000)

    settle()
    yield view, project, settle
    view.close()
    view.deleteLater()
    bridge.stop()
    tasks.stop()
    project.close()


def choose(view: QuotePickerView, name: str, value: object) -> None:
    view.form.choose(**{name: value})
    view.recompute()


def test_it_shows_what_the_notebook_gives(opened: Opened) -> None:
    view, project, settle = opened
    choose(view, "code", "Exchange > give")
    settle()
    table = project.analyse("quotes", code="Exchange > give")
    assert [quote.text for quote in view.list.picks.quotes] == table["text"].tolist()
    assert len(table) == 3
    assert view.foot.text().startswith("3 of 3 passages")


def test_ticks_by_box_and_by_space_stay_with_their_quotes(opened: Opened) -> None:
    view, _, settle = opened
    picks = view.list.picks
    first = view.list.visualRect(picks.index(0))
    QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=first.topLeft() + QPoint(22, 18))
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    QTest.keyClick(view.list, Qt.Key.Key_Space)
    ticked = picks.ticked
    assert ticked == list(picks.quotes[:2])
    assert view.ticked_words.text() == "2 quotes ticked"
    choose(view, "order", "longest")
    settle()
    assert {quote.text for quote in picks.ticked} == {quote.text for quote in ticked}
    QTest.mouseClick(view.all_button, Qt.MouseButton.LeftButton)
    assert len(picks.ticked) == len(picks.quotes)
    QTest.mouseClick(view.all_button, Qt.MouseButton.LeftButton)
    assert picks.ticked == []


def test_quotes_are_copied_in_the_chosen_form(opened: Opened) -> None:
    view, _, settle = opened
    choose(view, "code", "Exchange > unpaid")
    settle()
    quote = view.list.picks.quotes[0]
    QTest.keyClick(view.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == f"“{quote.text}” ({quote.cited})"
    view.copy("markdown")
    assert clipboard.text() == f"> {quote.text}\n>\n> — {quote.cited}"
    view.list.picks.tick_all(True)
    QTest.mouseClick(view.copy_button, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert clipboard.text().count("\n>\n> — ") == len(view.list.picks.quotes) == 2
    view.copy("plain")


def test_used_quotes_are_marked_and_left_out(opened: Opened, qtbot: QtBot) -> None:
    view, project, settle = opened
    choose(view, "code", "Exchange > give")
    settle()
    marked = view.list.picks.quotes[0]
    view.place.setText(" Chapter 4 ")
    view.list.picks.tick(0)
    with qtbot.waitSignal(view.said) as said:
        QTest.mouseClick(view.used_button, Qt.MouseButton.LeftButton)
    assert said.args[0] == "1 quote marked as used"
    settle()
    found = next(quote for quote in view.list.picks.quotes if quote.text == marked.text)
    assert found.used == "Chapter 4"
    assert view.used_button.isChecked()
    choose(view, "used", "unused")
    settle()
    assert marked.text not in {quote.text for quote in view.list.picks.quotes}
    choose(view, "used", "used")
    settle()
    assert [quote.text for quote in view.list.picks.quotes] == [marked.text]
    QTest.mouseClick(view.used_button, Qt.MouseButton.LeftButton)
    settle()
    assert view.list.picks.quotes == ()
    assert not view.copy_button.isEnabled()
    assert project.check() == []


def test_words_marked_by_another_are_taken_back_where_they_count_as_used(opened: Opened) -> None:
    view, project, settle = opened
    with project.read() as read:
        (whole,) = [one for one in read.where("segment") if one.end - one.start == len("every single week 😀")]
        (around,) = [one for one in read.where("segment") if one.start < whole.start < one.end]
    used_quotes.mark_used(project, [around], "Chapter 4")
    choose(view, "code", "Exchange > give")
    choose(view, "used", "used")
    settle()
    assert [quote.text for quote in view.list.picks.quotes] == ["every single week 😀"]
    assert view.foot.text() == "1 of 3 passages · 1 of 1 case · 2 of the 3 not used yet"
    QTest.mouseClick(view.used_button, Qt.MouseButton.LeftButton)
    settle()
    assert view.list.picks.quotes == ()


def test_enter_opens_the_text(opened: Opened) -> None:
    view, _, _ = opened
    places: list[tuple[object, int, int]] = []
    view.open_segment.connect(lambda *place: places.append(place))
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    quote = view.list.picks.quotes[0]
    assert places == [(quote.document, quote.start, quote.end)]


def test_a_double_click_opens_the_text_once(opened: Opened) -> None:
    view, _, _ = opened
    places: list[tuple[object, ...]] = []
    view.open_segment.connect(lambda *place: places.append(place))
    at = view.list.visualRect(view.list.picks.index(0)).center()
    QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert len(places) == 1


def test_the_list_is_written_for_people(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    view, _, _ = opened
    # a name in the file is asked about first; here nobody is in the way of a plain yes
    with qtbot.waitSignal(view.exported, timeout=60_000):
        view.write(tmp_path / "quotes.docx")
        qtbot.waitUntil(lambda: _answered(view), timeout=60_000)
    words = "\n".join(paragraph.text for paragraph in docx.Document(str(tmp_path / "quotes.docx")).paragraphs)
    for quote in view.list.picks.quotes:
        assert quote.text in words


def _answered(view: QuotePickerView) -> bool:
    from qualcode.ui.leaving.dialog import LeavingDialog

    for dialog in QGuiApplication.instance().topLevelWidgets():  # type: ignore[union-attr]
        if isinstance(dialog, LeavingDialog) and dialog.isVisible():
            dialog.write_wanted.emit(False)
            dialog.close()
            return True
    return (view.list.picks.quotes != ()) and (view._bridge.idle)


def test_the_quote_that_was_read_keeps_the_keys_and_its_place(opened: Opened) -> None:
    view, project, settle = opened
    picks, bar = view.list.picks, view.list.verticalScrollBar()
    view.list.setMaximumHeight(120)
    settle()
    view.list.setCurrentIndex(picks.index(3))
    view.list.scrollToBottom()
    scrolled, chosen = bar.value(), picks.quotes[3]
    assert scrolled > 0
    view.used_button.click()
    settle()
    assert view.list.meant[0].used == ""
    assert (place_of(view.list.meant[0]), bar.value()) == (place_of(chosen), scrolled)
    codebook.add_code(project, "fresh")
    settle()
    view.used_button.click()  # it still is the one that is meant
    settle()
    assert place_of(view.list.meant[0]) == place_of(chosen)
    assert [quote.used for quote in picks.quotes] == [None] * len(picks.quotes)


def test_of_another_question_the_first_quote_has_the_keys(opened: Opened) -> None:
    view, _, settle = opened
    choose(view, "code", "Exchange > give")
    settle()
    view.list.setCurrentIndex(view.list.picks.index(2))
    choose(view, "used", "used")
    settle()
    assert view.list.meant == []
    choose(view, "used", "all")
    settle()
    assert view.list.currentIndex().row() == 0


def test_a_menu_is_about_the_quote_it_was_opened_on(opened: Opened) -> None:
    view, project, settle = opened
    picks = view.list.picks
    last = len(picks.quotes) - 1
    chosen, first = picks.quotes[last], picks.quotes[0]
    view.list.setCurrentIndex(picks.index(last))
    view._menu_at(view.list.visualRect(picks.index(last)).center())
    menu = next(menu for menu in view.findChildren(QMenu) if menu.isVisible() and menu.parent() is view)
    with project.read() as read:
        codings = [coding.id for coding in read.where("coding") if coding.segment in first.segments]
    coding.remove_codings(project, codings)
    settle()
    assert len(picks.quotes) == last
    places: list[tuple[object, int, int]] = []
    view.open_segment.connect(lambda *place: places.append(place))
    menu.actions()[0].trigger()
    assert places == [place_of(chosen)]
    view.list.setCurrentIndex(picks.index(0))
    menu.actions()[1].trigger()
    assert QGuiApplication.clipboard().text() == f"“{chosen.text}” ({chosen.cited})"
