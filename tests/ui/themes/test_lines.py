"""Words in several lines: how high they are, and what of them is shown where there is no room for all."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from qualcode.ui.themes.lines import end_of, shortened, write, write_runs

WORDS = "We started from what we both needed and it took years before anybody believed in it"
INK = QColor("black")


@pytest.fixture
def font(qapp: QApplication) -> QFont:
    font = QFont()
    font.setPixelSize(15)
    return font


def test_a_quote_goes_on_in_the_words_around_it(font: QFont) -> None:
    """Three pieces take the room of one text: no piece begins a line of its own."""
    box = QRect(0, 0, 220, 0)
    pieces = [(WORDS[:20], font, INK), (WORDS[20:51], font, INK), (WORDS[51:], font, INK)]
    assert write_runs(None, box, pieces) == write(None, box, WORDS, font, INK, 99)
    assert sum(write(None, box, text, font, INK, 99) for text, _, _ in pieces) > write_runs(None, box, pieces)


def test_each_piece_has_its_own_colour(font: QFont) -> None:
    image = QImage(300, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    write_runs(painter, QRect(0, 0, 300, 60), [("😀 quiet ", font, QColor("blue")), ("loud", font, QColor("red"))])
    painter.end()
    seen = {
        name
        for x in range(image.width())
        for y in range(image.height())
        for name, one in (("blue", image.pixelColor(x, y)), ("red", image.pixelColor(x, y)))
        if one == QColor(name)
    }
    assert seen == {"blue", "red"}


def test_of_words_before_a_quote_the_end_is_kept_and_of_those_behind_the_beginning(font: QFont) -> None:
    assert end_of(WORDS, font, 220, 99) == shortened(WORDS, font, 220, 99) == WORDS
    end, beginning = end_of(WORDS, font, 120, 2), shortened(WORDS, font, 120, 2)
    assert end.startswith("…")
    assert WORDS.endswith(end[1:])
    assert beginning.endswith("…")
    assert WORDS.startswith(beginning[:-1])
    faces = end_of("😀" * 40, font, 120, 1)
    assert faces[1:] == "😀" * (len(faces) - 1), "no sign is cut in two"
