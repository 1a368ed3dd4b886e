"""Words in several lines, written or only measured: cards and rows are as high as their words need."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from ..look import letter_pen

_ALL = 10_000  # lines: no limit
Run = tuple[str, QFont, QColor]  # words of one look within a text


def write(painter: QPainter | None, box: QRect, text: str, font: QFont, color: QColor, lines: int) -> int:
    """Words from the top of a box on in at most so many lines, the last one elided; how high they are in px."""
    if not text:
        return 0
    shown = shortened(text, font, box.width(), lines)
    layout = _layout(shown, font)
    height, _ = _lay_out(layout, box.width(), lines)
    if painter is not None:
        painter.setPen(letter_pen(color, shown))
        layout.draw(painter, QPointF(box.topLeft()))
    return round(height)


def write_runs(painter: QPainter | None, box: QRect, runs: Sequence[Run]) -> int:
    """Words of several looks as one text, from the top of a box on; how high it is in px."""
    layout = _layout("".join(text for text, _, _ in runs), runs[0][1])
    formats, at = [], 0
    for text, font, color in runs:
        style = QTextCharFormat()
        style.setFont(font)
        style.setForeground(letter_pen(color, text).brush())
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = at, len(_units(text)) // 2, style
        formats.append(one)
        at += one.length
    layout.setFormats(formats)
    height, _ = _lay_out(layout, box.width(), _ALL)
    if painter is not None:
        layout.draw(painter, QPointF(box.topLeft()))
    return round(height)


def shortened(text: str, font: QFont, width: int, lines: int) -> str:
    """As much of a text as so many lines of a width (px) hold, with an ellipsis where it was cut."""
    while True:
        _, end = _lay_out(_layout(text, font), width, lines)
        units = _units(text)
        if 2 * end >= len(units):
            return text
        text = units[: 2 * max(end - 2, 1)].decode("utf-16-le", "ignore").rstrip(" …") + "…"


def end_of(text: str, font: QFont, width: int, lines: int) -> str:
    """The end of a text, as much of it as so many lines of a width (px) hold, with an ellipsis where it was cut."""
    layout = _layout(text, font)
    _lay_out(layout, width, _ALL)
    extra = layout.lineCount() - lines
    if extra <= 0:
        return text
    units = _units(text)[2 * layout.lineAt(extra).textStart() :]
    return "…" + units.decode("utf-16-le", "ignore").lstrip()


def _units(text: str) -> bytes:
    """A text as what a layout counts in, two bytes each."""
    return text.encode("utf-16-le")


def _layout(text: str, font: QFont) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    return layout


def _lay_out(layout: QTextLayout, width: int, lines: int) -> tuple[float, int]:
    """Height of the first lines, and where the last of them ends."""
    height, end = 0.0, 0
    layout.beginLayout()
    for _ in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, height))
        height += line.height()
        end = line.textStart() + line.textLength()
    layout.endLayout()
    return height, end
