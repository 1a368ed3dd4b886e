"""Words in several lines, written or only measured: cards and rows are as high as their words need."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from ..look import letter_pen


def write(painter: QPainter | None, box: QRect, text: str, font: QFont, color: QColor, lines: int) -> int:
    """Words from the top of a box on in at most so many lines, the last one elided; how high they are in px."""
    if not text:
        return 0
    shown = text
    while True:
        layout = QTextLayout(shown, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        height, end = _lay_out(layout, max(box.width(), 1), lines)
        units = shown.encode("utf-16-le")  # what the layout counts in
        if 2 * end >= len(units):
            break
        shown = units[: 2 * max(end - 2, 1)].decode("utf-16-le", "ignore").rstrip(" …") + "…"
    if painter is not None:
        painter.setPen(letter_pen(color, shown))
        layout.draw(painter, QPointF(box.topLeft()))
    return round(height)


def _lay_out(layout: QTextLayout, width: int, lines: int) -> tuple[float, int]:
    """Height of the first lines, and where the last of them ends."""
    height, end = 0.0, 0
    layout.beginLayout()
    for _ in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
        end = line.textStart() + line.textLength()
    layout.endLayout()
    return height, end
