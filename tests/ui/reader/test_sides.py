"""The gutter, the margin by keyboard, the coverage strip, uncoded text and the style, on real widgets."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot
from ui.reader.conftest import RULE, TEXT, place
from ui.reader.test_reader import spot

from qualcode.domain.bookmarks import Bookmark
from qualcode.domain.codings import PlacedCoding
from qualcode.domain.documents import turns
from qualcode.ui.reader.reader import Reader
from qualcode.ui.reader.style import ReadingStyle

LEFT = Qt.MouseButton.LeftButton
Span = Callable[[str], tuple[int, int]]


def tip(widget: QWidget, place: QPoint) -> str:
    QToolTip.hideText()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))
    return QToolTip.text()


def bookmark(at: int, name: str = "here") -> Bookmark:
    return Bookmark(UUID(int=at + 1), UUID(int=9), at, name, UUID(int=1), "")


# ── the margin by keyboard ──
def test_the_arrow_keys_walk_the_stripes_as_a_list(reader: Reader, codings: list[PlacedCoding], qtbot: QtBot) -> None:
    margin = reader.margin
    margin.setFocus()
    keys = Qt.Key
    for key, expected in (
        (keys.Key_Down, 0),
        (keys.Key_Down, 1),
        (keys.Key_End, 2),
        (keys.Key_Up, 1),
        (keys.Key_Home, 0),
    ):
        qtbot.keyClick(margin, key)
        assert reader.chosen == codings[expected].id
        assert margin.accessibleDescription() == reader.describe_coding(codings[expected])
    qtbot.keyClick(margin, keys.Key_Space)
    assert "give" in QToolTip.text()
    assert "a &lt;comment&gt;" in QToolTip.text()
    with qtbot.waitSignal(reader.remove_requested) as asked:
        qtbot.keyClick(margin, keys.Key_Delete)
    assert asked.args == [codings[0].id]
    with qtbot.waitSignal(reader.context_menu) as menu:
        qtbot.keyClick(margin, keys.Key_Menu)
    assert menu.args[:2] == ["coding", codings[0].id]
    with qtbot.waitSignal(margin.left):
        qtbot.keyClick(margin, keys.Key_Escape)
    assert margin.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_walking_begins_at_what_is_in_sight(reader: Reader, codings: list[PlacedCoding], qtbot: QtBot) -> None:
    late = place(7, 0, "Turn after turn, number 40")
    reader.update_codings([*codings, late])
    reader.reveal(late.start, late.end)
    qtbot.keyClick(reader.margin, Qt.Key.Key_Down)
    assert reader.chosen == late.id
    reader.update_codings([])
    qtbot.keyClick(reader.margin, Qt.Key.Key_Down)
    assert reader.chosen is None


def test_the_card_names_place_and_memos(reader: Reader, codings: list[PlacedCoding]) -> None:
    reader.telling.title = "P07"
    reader.telling.memos = {codings[0].segment: ["It turns <here>.", "x" * 900]}
    card = reader.card(codings[0])
    assert "P07, turn 2" in card
    assert "Memo: It turns &lt;here&gt;." in card
    assert "x" * 300 in card
    assert "x" * 900 not in card


# ── the gutter ──
def test_the_gutter_tells_the_place_and_its_bookmark(reader: Reader, span: Span, qtbot: QtBot) -> None:
    reader.telling.title = "P07"
    start = span("Who decides?")[0]
    reader.set_bookmarks([bookmark(3, "the start"), bookmark(start, "deciding")])
    reader.gutter.grab()
    y = spot(reader, start).y()
    assert tip(reader.gutter, QPoint(10, y)) == "deciding · P07, turn 3"
    assert tip(reader.gutter, QPoint(10, spot(reader, span("On paper")[0]).y())) == "P07, turn 4"
    with qtbot.waitSignal(reader.bookmark_wanted) as asked:
        qtbot.mouseDClick(reader.gutter, LEFT, pos=QPoint(10, y))
    assert asked.args == [start]
    with qtbot.waitSignal(reader.bookmark_wanted) as asked:
        qtbot.mouseDClick(reader.gutter, LEFT, pos=QPoint(10, spot(reader, span("On paper")[0]).y()))
    assert asked.args == [span("On paper")[0]]


# ── coverage ──
def test_the_strip_says_how_much_is_coded_and_goes_there(reader: Reader, qtbot: QtBot) -> None:
    strip = reader.covering.strip
    assert reader.covering.tell() in tip(strip, QPoint(3, 3))
    assert not reader.covering.tell().startswith("0 %")
    before = strip.grab().toImage()
    reader.update_codings([])
    assert strip.grab().toImage() != before
    assert "0 % of what is said is coded." in tip(strip, QPoint(3, 3))
    qtbot.mouseClick(strip, LEFT, pos=QPoint(3, strip.height() - 1))
    assert reader.view.verticalScrollBar().value() > 500
    qtbot.mouseClick(strip, LEFT, pos=QPoint(3, 0))
    assert reader.view.verticalScrollBar().value() == 0


def test_uncoded_text_is_set_off_and_follows_the_codings(
    reader: Reader, codings: list[PlacedCoding], span: Span
) -> None:
    reader.covering.set_uncoded(True)
    marked = list(reader.view.marking.uncoded)
    assert span("Who decides?") in marked
    assert all(one.end <= start or end <= one.start for start, end in marked for one in codings)
    reader.update_codings([*codings, place(9, 0, "Who decides?")])
    assert span("Who decides?") not in reader.view.marking.uncoded
    plain = reader.view.viewport().grab().toImage()
    reader.covering.set_uncoded(False)
    assert list(reader.view.marking.uncoded) == []
    assert reader.view.viewport().grab().toImage() != plain


# ── letters ──
def test_the_style_changes_the_text_and_keeps_the_place(reader: Reader, span: Span) -> None:
    reader.reveal(*span("Turn after turn, number 40"))
    top = reader.place()[0]
    reader.select(*span("Turn after turn, number 41"))
    reader.set_style(ReadingStyle("DejaVu Sans", 22, 140, 420, "line"))
    assert reader.view.document().defaultFont().families()[0] == "DejaVu Sans"
    assert reader.text_size == 22
    scene = reader.view.scene
    assert scene is not None
    assert scene.geometry.line_height == round(22 * 28 / 17 * 1.4)
    assert reader.view.viewport().width() <= 420 + 128
    assert abs(reader.place()[0] - top) <= 120  # two lines
    assert reader.selection == span("Turn after turn, number 41")
    assert reader.gutter.numbers[2] == 3


def test_numbers_change_without_another_layout(reader: Reader) -> None:
    document = reader.view.document()
    reader.set_style(ReadingStyle(numbers="none"))
    assert reader.gutter.numbers == {}
    assert reader.view.document() is document


@pytest.mark.parametrize(("asked", "size"), [(3, 12), (99, 32)])
def test_a_style_stays_within_its_bounds(reader: Reader, asked: int, size: int) -> None:
    reader.set_style(ReadingStyle(size=asked, spacing=asked * 10**4, width=1, numbers="page"))
    assert reader.style_of_text == ReadingStyle("", size, 160, 360, "turn")


def test_a_reader_that_is_laid_out_before_it_is_seen_measures_right(qtbot: QtBot) -> None:
    made = Reader()
    qtbot.addWidget(made)
    made.resize(30, 30)
    made.show_document(TEXT, turns(TEXT, RULE), True, [], {}, {})
    made.covering.set_uncoded(True)
    scene = made.view.scene
    assert scene is not None
    scene.geometry.runs(0, 60)
    made.resize(840, 600)
    made.show()
    qtbot.waitExposed(made)
    block = made.view.document().findBlockByNumber(2)
    assert len(scene.geometry.lines(2)) == block.layout().lineCount()
