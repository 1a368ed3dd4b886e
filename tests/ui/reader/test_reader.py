"""The reader as a researcher uses it: mouse, keyboard, drag, on real widgets."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from qualcode.domain.codings import PlacedCoding
from qualcode.domain.documents import turns
from qualcode.ui.look import look
from qualcode.ui.reader.mime import put_code, span_of
from qualcode.ui.reader.reader import Reader

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
Span = Callable[[str], tuple[int, int]]


def spot(reader: Reader, point: int) -> QPoint:
    """Where a code point stands in the viewport, a little inside its character."""
    scene = reader.view.scene
    assert scene is not None
    run = scene.geometry.runs(point, point + 1)[0]
    y = run.baseline - 5 - reader.view.verticalScrollBar().value()
    return QPointF(run.left + 1, y).toPoint()


def drag(reader: Reader, start: int, end: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    port = reader.view.viewport()
    QTest.mousePress(port, LEFT, modifiers, spot(reader, start))
    for point in range(start, end + 1):
        place = QPointF(spot(reader, point))
        over = port.mapToGlobal(place)
        move = QMouseEvent(QMouseEvent.Type.MouseMove, place, over, Qt.MouseButton.NoButton, LEFT, modifiers)
        QApplication.sendEvent(port, move)
    QTest.mouseRelease(port, LEFT, modifiers, spot(reader, end))


def test_the_mouse_selects_whole_words(reader: Reader, span: Span) -> None:
    start, end = span("both needed")
    drag(reader, start + 2, end - 3)
    assert reader.selection == (start, end)


def test_with_alt_the_mouse_selects_exactly(reader: Reader, span: Span) -> None:
    start, end = span("both needed")
    drag(reader, start + 2, end - 3, Qt.KeyboardModifier.AltModifier)
    assert reader.selection == (start + 2, end - 3)


def test_three_clicks_take_the_words_without_the_label(reader: Reader, span: Span) -> None:
    place = spot(reader, span("Who decides?")[0] + 2)
    port = reader.view.viewport()
    QTest.mouseDClick(port, LEFT, NONE, place)
    assert reader.selection == span("Who")
    QTest.mouseClick(port, LEFT, NONE, place)
    assert reader.selection == span("Who decides?")


def test_the_keyboard_selects_exactly_and_by_grapheme(reader: Reader, span: Span, qtbot: QtBot) -> None:
    start = span("d 😀 f")[0]
    reader.select(start, start)
    with qtbot.waitSignal(reader.selection_changed) as told:
        for _ in range(3):
            QTest.keyClick(reader.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert reader.selection == (start, start + 3)
    assert told.args == [start, start + 1]


def test_typing_with_a_selection_asks_for_a_code(reader: Reader, span: Span, qtbot: QtBot) -> None:
    reader.select(*span("steering"))
    with qtbot.waitSignal(reader.code_requested) as asked:
        QTest.keyClicks(reader.view, "u")
    assert asked.args == [*span("steering"), "u"]
    with qtbot.waitSignal(reader.code_requested) as asked:
        QTest.keyClick(reader.view, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [*span("steering"), ""]
    reader.select(5, 5)
    with qtbot.assertNotEmitted(reader.code_requested):
        QTest.keyClicks(reader.view, "u")


def test_an_input_method_opens_the_panel_too(reader: Reader, span: Span, qtbot: QtBot) -> None:
    reader.select(*span("steering"))
    with qtbot.waitSignals([reader.code_requested, reader.composition_started]):
        QApplication.sendEvent(reader.view, QInputMethodEvent("fu", []))
    committed = QInputMethodEvent("", [])
    committed.setCommitString("付")
    with qtbot.waitSignal(reader.code_requested) as asked:
        QApplication.sendEvent(reader.view, committed)
    assert asked.args[2] == "付"


def test_copying_gives_the_stored_text(reader: Reader, span: Span) -> None:
    start, end = span("hands.")[0], span("INT: Who")[1]
    reader.select(start, end)
    data = reader.view.createMimeDataFromSelection()
    assert data.text() == "hands.\n\nINT: Who"
    assert span_of(data) == (start, end)


def stripe_place(reader: Reader, coding: PlacedCoding) -> QPoint:
    scene = reader.view.scene
    assert scene is not None
    found = scene.find(coding.id)
    assert found is not None
    stripe, offset = found[1], reader.view.verticalScrollBar().value()
    middle = (stripe.top + stripe.bottom) / 2
    return QPointF(reader.margin._lane_x(stripe.lane), middle - offset).toPoint()


def test_a_stripe_chooses_its_coding_and_escape_lets_go(
    reader: Reader, codings: list[PlacedCoding], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(reader.coding_chosen) as chose:
        QTest.mouseClick(reader.margin, LEFT, NONE, stripe_place(reader, codings[1]))
    assert chose.args == [codings[1].id]
    with qtbot.waitSignal(reader.remove_requested) as removed:
        QTest.keyClick(reader.view, Qt.Key.Key_Delete)
    assert removed.args == [codings[1].id]
    with qtbot.waitSignal(reader.coding_chosen) as chose:
        QTest.keyClick(reader.view, Qt.Key.Key_Escape)
    assert chose.args == [None]
    assert reader.chosen is None


def test_a_name_in_the_margin_chooses_its_coding(reader: Reader, codings: list[PlacedCoding]) -> None:
    scene = reader.view.scene
    assert scene is not None
    for laid in scene.visible(reader.view.window()):
        for label in laid.labels:
            QTest.mouseClick(reader.margin, LEFT, NONE, reader.margin._label_box(laid, label).center().toPoint())
            assert reader.chosen == label.coding.id


@pytest.mark.parametrize(("modifier", "cut"), [(NONE, "pairs of"), (Qt.KeyboardModifier.AltModifier, "pairs o")])
def test_the_end_of_the_chosen_coding_can_be_dragged(
    reader: Reader,
    codings: list[PlacedCoding],
    span: Span,
    qtbot: QtBot,
    modifier: Qt.KeyboardModifier,
    cut: str,
) -> None:
    coding = codings[1]
    reader.choose(coding.id)
    port, offset = reader.view.viewport(), reader.view.verticalScrollBar().value()
    grip = reader.view.edges()[1].translated(0, -offset).center()
    target = QPointF(spot(reader, span(cut)[1]))
    QTest.mousePress(port, LEFT, modifier, grip.toPoint())
    move = QMouseEvent(
        QMouseEvent.Type.MouseMove, target, port.mapToGlobal(target), Qt.MouseButton.NoButton, LEFT, modifier
    )
    QApplication.sendEvent(port, move)
    with qtbot.waitSignal(reader.coding_resized) as resized:
        QTest.mouseRelease(port, LEFT, modifier, target.toPoint())
    assert resized.args == [coding.id, coding.start, span(cut)[1]]
    # until the caller answers, what is stored is shown
    assert reader.view.scene is not None
    assert reader.view.scene.codings[coding.id] == coding


def test_a_handle_in_the_margin_moves_the_end_by_lines(
    reader: Reader, codings: list[PlacedCoding], qtbot: QtBot
) -> None:
    coding = codings[2]
    reader.choose(coding.id)
    scene = reader.view.scene
    assert scene is not None
    found = scene.find(coding.id)
    assert found is not None
    stripe = found[1]
    grip = QPointF(reader.margin._lane_x(stripe.lane), stripe.bottom)
    below = grip + QPointF(0, scene.geometry.line_height)
    QTest.mousePress(reader.margin, LEFT, NONE, grip.toPoint())
    with qtbot.waitSignal(reader.coding_resized) as resized:
        QTest.mouseRelease(reader.margin, LEFT, NONE, below.toPoint())
    assert resized.args[:2] == [coding.id, coding.start]
    assert resized.args[2] > coding.end


def drop(reader: Reader, place: QPoint, code: UUID) -> QDropEvent:
    data = QMimeData()
    put_code(data, code)
    event = QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, LEFT, NONE)
    reader.view.dropEvent(event)
    return event


def test_a_dropped_code_goes_to_the_selection_or_else_to_the_turn(reader: Reader, span: Span, qtbot: QtBot) -> None:
    inside = spot(reader, span("steering")[0] + 3)
    with qtbot.waitSignal(reader.code_dropped) as dropped:
        drop(reader, inside, UUID(int=8))
    turn = span("On paper, a steering group. In the room it is whoever holds the timetable.")
    assert dropped.args == [UUID(int=8), *turn]
    reader.select(*span("steering group"))
    with qtbot.waitSignal(reader.code_dropped) as dropped:
        drop(reader, inside, UUID(int=8))
    assert dropped.args == [UUID(int=8), *span("steering group")]


def test_new_codings_leave_place_and_selection_alone(reader: Reader, codings: list[PlacedCoding], span: Span) -> None:
    reader.select(*span("number 40,"))
    reader.reveal(*span("number 40,"))
    before = reader.view.verticalScrollBar().value()
    assert before > 0
    reader.update_codings(codings[:1])
    assert reader.view.verticalScrollBar().value() == before
    assert reader.selection == span("number 40,")
    assert [name for _, name in reader.describe_codings()] == ["give, Jun, turn 2"]


def test_revealing_what_is_in_sight_moves_nothing(reader: Reader, span: Span) -> None:
    reader.reveal(*span("steering"))
    assert reader.view.verticalScrollBar().value() == 0
    reader.show_hits([span("number 20"), span("number 50")], 1)
    top = spot(reader, span("number 50")[0]).y()
    assert 0 < top < reader.view.viewport().height()


@pytest.mark.parametrize("change", ["size", "scheme", "scale", "width"])
def test_the_line_at_the_top_stays_when_the_text_is_laid_out_afresh(
    reader: Reader, span: Span, change: str, qtbot: QtBot
) -> None:
    reader.reveal(*span("number 40,"))
    reader.select(*span("number 41"))
    place = QPointF(reader.view.viewport().width() / 2, 4)
    before = reader.view.point_at(place)
    try:
        if change == "size":
            QTest.keyClick(reader.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
            assert reader.text_size == 18
        elif change == "scheme":
            look().choose("dark" if look().current.name != "dark" else "light")
        elif change == "scale":
            look().set_scale(150)
        else:
            reader.resize(620, 600)
        look().finish()
        QApplication.processEvents()
        after = reader.view.point_at(QPointF(reader.view.viewport().width() / 2, 4))
        assert abs(after - before) < 130
        assert reader.selection == span("number 41")
    finally:
        look().choose("system")
        look().set_scale(100)
        look().finish()


def test_words_begin_at_the_column_on_every_line(reader: Reader) -> None:
    scene = reader.view.scene
    assert scene is not None
    lefts = [line.left for number in range(8) for line in scene.geometry.lines(number) if line.end > line.start]
    assert max(lefts) - min(lefts) < 1.5
    assert min(lefts) > 60


def test_underlines_stand_under_their_words(reader: Reader, codings: list[PlacedCoding]) -> None:
    image = reader.view.viewport().grab().toImage()
    scene = reader.view.scene
    assert scene is not None
    for coding in codings:
        underline = next(
            found
            for laid in scene.visible(reader.view.window())
            for found in laid.underlines
            if found.coding.id == coding.id
        )
        run = underline.runs[0]
        ground = look().color("paper")
        row = round(run.baseline + 4.5 + 3 * underline.level)
        columns = range(round(run.left) + 2, round(run.right) - 2)
        inked = [x for x in columns if any(image.pixelColor(x, row + nudge) != ground for nudge in (-1, 0, 1))]
        assert len(inked) > 0.4 * len(columns)


def test_the_card_escapes_what_people_wrote(reader: Reader, codings: list[PlacedCoding]) -> None:
    card = reader.card(codings[0])
    assert "a &lt;comment&gt;" in card
    assert "Jun" in card


def test_lanes_beyond_the_margin_become_a_density_bar(reader: Reader, codings: list[PlacedCoding]) -> None:
    from dataclasses import replace

    many = [replace(codings[0], id=UUID(int=5000 + number)) for number in range(20)]
    reader.update_codings(many)
    scene = reader.view.scene
    assert scene is not None
    (laid,) = scene.visible(reader.view.window())
    assert (laid.lanes, len([stripe for stripe in laid.stripes if stripe.lane is None])) == (12, 8)
    assert {count for _, _, count in laid.density} == {8}
    shown = sum(1 if not label.more else len(label.more) for label in laid.labels)
    assert shown == 20
    reader.choose(many[-1].id)
    assert not reader.margin.grab().isNull()


def test_odd_texts_are_shown_and_keep_their_positions(qtbot: QtBot) -> None:
    texts = [
        "",
        "\n\n",
        "a\u2028b\u2029c",
        "😀" * 9_000,
        "x" * 20_000 + "\nend",
        "اللغة العربية\nلا",
        "\ufffc\ufdd0z",
    ]
    for text in texts:
        made = Reader()
        qtbot.addWidget(made)
        made.resize(700, 500)
        made.show()
        made.show_document(text, turns(text, ""), False, [], {}, {})
        made.grab()
        made.select(0, len(text))
        assert made.selection == ((0, len(text)) if text else None)
        assert made.view.createMimeDataFromSelection().text() == text
        made.reveal(max(0, len(text) - 1), len(text))


def test_the_margin_keeps_room_for_names_in_a_narrow_window(reader: Reader) -> None:
    for width in (500, 736, 840, 1600):
        reader.resize(width, 600)
        QApplication.processEvents()
        whole = QRectF(reader.rect())
        margin = QRectF(reader.margin.geometry())
        assert whole.contains(margin)
        assert margin.width() >= 64
        assert reader.view.viewport().width() <= 680 + 128
        assert not margin.intersects(QRectF(reader.view.viewport().geometry()))


def test_the_selection_grows_and_shrinks_and_moves_by_turns(reader: Reader, span: Span) -> None:
    words, turn = span("steering"), "On paper, a steering group. In the room it is whoever holds the timetable."
    reader.select(words[0] + 2, words[0] + 2)
    for wanted in (words, span("On paper, a steering group."), span(turn)):
        reader.grow_selection()
        assert reader.selection == wanted
    reader.shrink_selection()
    assert reader.selection == span("On paper, a steering group.")
    reader.select(*span("number 7,"))
    reader.shrink_selection()
    assert reader.selection == span("number 7,")
    reader.select(*words)
    reader.go_turn(-1)
    reader.grow_selection()
    assert reader.selection == span("Who")


def test_the_document_that_was_shown_before_is_destroyed(qtbot: QtBot, reader: Reader) -> None:
    before = reader.view.document()
    reader.set_text_size(reader.text_size + 2)
    present = reader.view.document()
    qtbot.waitUntil(lambda: not isValid(before))
    assert isValid(present)
