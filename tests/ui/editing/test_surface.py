"""Qt's document against our text: after whatever is done to it, both say the same."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualcode.domain.documents import turns
from qualcode.domain.segments import Edit, composed
from qualcode.ui.editing.surface import Surface
from qualcode.ui.reader.positions import shown
from qualcode.ui.reader.reader import Reader

RULE = r"^(?P<speaker>[A-Z]+): "
TALK = (
    "INT: What changed?\n\nROSA: We started 😀 from what we both needed.\n\nINT: Who?\n\nROSA: It was us, 我们一起.\n"
)
LONG = "ROSA: " + "all in one paragraph without an end " * 600 + "\nINT: Yes.\n"
HEBREW = "INT: מה השתנה?\nROSA: התחלנו ממה ששנינו צריכים.\n"


def written(qtbot: QtBot, text: str) -> tuple[Reader, list[Edit]]:
    """A reader whose text is written on, and the edits it tells of."""
    reader = Reader()
    qtbot.addWidget(reader)
    reader.resize(840, 600)
    found = turns(text, RULE)
    reader.show_document(text, found, True, [], {}, {})
    reader.show()
    surface = Surface(reader)
    edits: list[Edit] = []
    surface.edited.connect(lambda start, end, words: edits.append(Edit(start, end, len(words))))
    surface.start(RULE)
    return reader, edits


def require_same(reader: Reader) -> None:
    """The document holds our text, in our blocks."""
    document = reader.view.document()
    assert document.blockCount() == len(reader.blocks)
    for number, block in enumerate(reader.blocks):
        assert document.findBlockByNumber(number).text() == shown(reader.text[block.start : block.end])
    joined = "".join(
        ("\n" if number and not block.split else "") + reader.text[block.start : block.end]
        for number, block in enumerate(reader.blocks)
    )
    assert joined == reader.text


def length_after(text: str, edits: list[Edit]) -> int:
    known: list[Edit] = []
    for edit in edits:
        known = composed(known, edit)
    return len(text) + sum(edit.length - (edit.end - edit.start) for edit in known)


@pytest.mark.parametrize("text", [TALK, LONG, HEBREW])
@pytest.mark.parametrize("number", range(6))
def test_whatever_is_done_both_say_the_same(qtbot: QtBot, text: str, number: int) -> None:
    reader, edits = written(qtbot, text)
    seed = random.Random(number)
    for _ in range(25):
        at = seed.randrange(len(reader.text) + 1)
        to = min(len(reader.text), at + seed.choice((0, 0, 1, 8, 60)))
        reader.select(at, to)
        cursor, act = reader.view.textCursor(), seed.randrange(6)
        if act == 0:
            cursor.insertText(seed.choice(("x", "two words", "信任", "😀", "שלום")))
        elif act == 1:
            cursor.insertText("one\ntwo\n")
        elif act == 2:
            cursor.deletePreviousChar()
        elif act == 3:
            cursor.deleteChar()
        elif act == 4:
            qtbot.keyClick(reader.view, Qt.Key.Key_Return)
        else:
            commit = QInputMethodEvent("", [])
            commit.setCommitString("任")
            QApplication.sendEvent(reader.view, QInputMethodEvent("ren", []))
            QApplication.sendEvent(reader.view, commit)
        require_same(reader)
        if seed.randrange(3) == 0:
            qtbot.wait(1)  # lines that are other ones now are laid out anew
            require_same(reader)
    assert length_after(text, edits) == len(reader.text)


def test_where_a_long_paragraph_is_cut_for_layout_there_is_no_line_break(qtbot: QtBot) -> None:
    reader, edits = written(qtbot, LONG)
    cut = next(block.start for block in reader.blocks if block.split)
    reader.select(cut, cut)
    qtbot.keyClick(reader.view, Qt.Key.Key_Backspace)
    qtbot.wait(1)
    require_same(reader)
    assert "\n" not in reader.text[: cut + 20]
    assert length_after(LONG, edits) == len(reader.text)


def test_words_typed_behind_a_label_do_not_look_like_it(qtbot: QtBot) -> None:
    reader, _ = written(qtbot, TALK)
    at = TALK.index("We started")
    reader.select(at, at)
    qtbot.keyClicks(reader.view, "So ")
    cursor = QTextCursor(reader.view.document())
    place = reader.view.scene.geometry.positions.to_qt(at) + 1  # type: ignore[union-attr]
    cursor.setPosition(place)
    assert not cursor.charFormat().font().bold()
    assert "ROSA: So We started" in reader.text
