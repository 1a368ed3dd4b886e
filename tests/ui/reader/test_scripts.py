"""Right-to-left text, CJK, combining marks and emoji: where things stand, and that nobody gets half a letter."""

import unicodedata
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui.reader.conftest import code, place
from ui.reader.test_reader import drag, spot

from qualcode.domain.documents import turns
from qualcode.ui.reader.blocks import LONGEST, mostly_rtl, plan
from qualcode.ui.reader.reader import Reader
from qualcode.ui.reader.showing import Showing
from qualcode.ui.reader.words import whole

ALT = Qt.KeyboardModifier.AltModifier
FAMILY, FLAG, SIGNED = "\U0001f469\u200d\U0001f469\u200d\U0001f467", "\U0001f1f3\U0001f1f1", "e\u0301\u0323"
MIXED = f"ROSA: ab {FAMILY}{FLAG} caf{SIGNED} x 信任很重要 नमस्ते end.\n"
HEBREW = "רוזה: התחלנו ממה שכולנו צריכים.\n\nמראיין: מי מחליט? 2024\n\n123\n"
RULE = r"^(?P<speaker>[^\s:]+): "


def shown(qtbot: QtBot, text: str) -> Reader:
    made = Reader()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    words = text[text.index(": ") + 2 :][:8]
    book = {UUID(int=0): code(0, "give")}
    made.show_document(text, turns(text, RULE), True, [place(0, 0, words, text)], book, {UUID(int=1): "Jun"})
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize("cluster", [FAMILY, FLAG, SIGNED])
def test_the_mouse_takes_all_of_a_letter_or_emoji(qtbot: QtBot, cluster: str) -> None:
    reader = shown(qtbot, MIXED)
    start = MIXED.index(cluster)
    reader.view.set_span(0, 0)
    for first in range(start, start + len(cluster)):
        assert whole(MIXED, first)[0] == start
        assert whole(MIXED, first + 1)[1] == start + len(cluster)
    drag(reader, start - 2, start + len(cluster), ALT)
    span = reader.selection
    assert span is not None
    for edge in span:
        assert whole(MIXED, edge) == (edge, edge)


def test_chinese_words_are_not_cut_and_a_double_click_takes_one(qtbot: QtBot) -> None:
    reader = shown(qtbot, MIXED)
    at = MIXED.index("重")
    qtbot.mouseDClick(reader.view.viewport(), Qt.MouseButton.LeftButton, pos=spot(reader, at))
    span = reader.selection
    assert span is not None
    assert span[0] <= at < span[1]
    assert MIXED[slice(*span)] in "信任很重要"


def test_a_paragraph_cut_for_layout_keeps_its_letters(qtbot: QtBot) -> None:
    text = (SIGNED + FAMILY) * (LONGEST // 4)
    cuts = [block.start for block in plan(text, turns(text, "")) if block.split]
    assert cuts
    for cut in cuts:
        assert whole(text, cut) == (cut, cut)
        assert not unicodedata.combining(text[cut])


def test_right_to_left_text_is_mirrored(qtbot: QtBot) -> None:
    reader = shown(qtbot, HEBREW)
    assert mostly_rtl(HEBREW)
    assert not mostly_rtl(MIXED)
    port = reader.view.viewport().geometry()
    assert reader.margin.geometry().right() < port.left() + 1
    assert reader.gutter.geometry().left() >= port.right()
    scene = reader.view.scene
    assert scene is not None
    first, last = (
        scene.geometry.runs(6, 7)[0],
        scene.geometry.runs(HEBREW.index("צריכים"), HEBREW.index("צריכים") + 1)[0],
    )
    assert first.left > last.left
    number = HEBREW.index("123")  # without a letter of its own it stands as the rest does
    assert scene.geometry.runs(number, number + 3)[0].left > port.width() / 2
    reader.set_showing(Showing(side="left"))  # before the line: on the right
    port = reader.view.viewport().geometry()
    assert port.right() <= reader.gutter.geometry().left() <= reader.margin.geometry().left()


def test_the_ends_of_a_chosen_coding_are_where_its_words_begin_and_end(qtbot: QtBot) -> None:
    for text, mirrored in ((HEBREW, True), (MIXED, False)):
        reader = shown(qtbot, text)
        reader.choose(UUID(int=1000))
        start, end = reader.view.edges()
        assert (start.center().x() > end.center().x()) == mirrored


def test_right_to_left_words_are_selected_and_keep_their_place(qtbot: QtBot) -> None:
    reader = shown(qtbot, HEBREW * 40)
    start = HEBREW.index("ממה")
    drag(reader, start, start + 2)
    span = reader.selection
    assert span is not None
    assert HEBREW[slice(*span)].startswith("ממה")
    bar = reader.view.verticalScrollBar()
    bar.setValue(600)
    top = reader.place()[0]
    reader.resize(700, 500)
    assert abs(reader.place()[0] - top) <= 60


@pytest.mark.parametrize("text", [HEBREW, MIXED])
def test_the_handle_dragged_into_the_margin_reaches_the_lines_end(qtbot: QtBot, text: str) -> None:
    reader = shown(qtbot, text)
    reader.choose(UUID(int=1000))
    scene = reader.view.scene
    assert scene is not None
    line = scene.geometry.runs(*next((one.start, one.end) for one in scene.codings.values()))[0]
    asked: list[tuple[int, int]] = []
    reader.coding_resized.connect(lambda _key, start, end: asked.append((start, end)))
    outside = reader.margin.mapToGlobal(reader.margin.rect().center())
    place_ = reader.view.viewport().mapFromGlobal(outside).toPointF()
    place_.setY(line.baseline - 4)
    reader._handle_moved(False, place_, True, Qt.KeyboardModifier.NoModifier)
    assert asked
    assert text[asked[0][1] - 1 : asked[0][1]] == "."
