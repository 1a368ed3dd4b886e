"""Pictures of operators: bars on a line of text, what is found filled and what it is compared with in outline."""

from PySide6.QtCore import QLineF, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPen, QPixmap, QPolygonF

from ...domain.query_tree import ENCLOSING, FOLLOWED, INSIDE, NEAR, OUTSIDE, OVERLAPPING, PRECEDED, SAME
from ..look import look
from .drafts import ALL, ANY, LEAST, NOT, ONE, ONLY

WIDTH, HEIGHT = 52, 24  # the grid they are drawn on
_TOP, _BOTTOM, _BAR = 2.5, 16.0, 5.5  # where the two bars stand, how high they are
_TEXT = 11.5  # the line of text between them
_FOUND, _OTHER, _LEFT_OUT = "found", "other", "left out"
_HIGH, _LOW = _TOP, _BOTTOM
# of each operator its bars: from, to, row, what it is
_BARS: dict[str, tuple[tuple[float, float, float, str], ...]] = {
    ALL: ((10, 42, _HIGH, _FOUND), (10, 42, _LOW, _FOUND)),
    ANY: ((3, 23, _HIGH, _FOUND), (29, 49, _LOW, _FOUND)),
    NOT: ((4, 22, _HIGH, _LEFT_OUT), (30, 48, _LOW, _FOUND)),
    ONE: ((3, 20, _HIGH, _FOUND), (31, 48, _HIGH, _OTHER), (31, 48, _LOW, _OTHER)),
    LEAST: ((3, 20, _HIGH, _FOUND), (3, 20, _LOW, _FOUND), (31, 48, _HIGH, _OTHER)),
    ONLY: ((3, 20, _HIGH, _FOUND), (31, 48, _HIGH, _LEFT_OUT), (36, 50, _LOW, _OTHER)),
    SAME: ((12, 40, _HIGH, _FOUND), (12, 40, _LOW, _OTHER)),
    OVERLAPPING: ((4, 32, _HIGH, _FOUND), (20, 48, _LOW, _OTHER)),
    INSIDE: ((18, 34, _HIGH, _FOUND), (4, 48, _LOW, _OTHER)),
    ENCLOSING: ((4, 48, _HIGH, _FOUND), (18, 34, _LOW, _OTHER)),
    OUTSIDE: ((3, 20, _HIGH, _FOUND), (32, 49, _LOW, _OTHER)),
    NEAR: ((19, 33, _HIGH, _FOUND), (2, 12, _LOW, _OTHER), (40, 50, _LOW, _OTHER)),
    FOLLOWED: ((3, 20, _HIGH, _FOUND), (32, 49, _LOW, _OTHER)),
    PRECEDED: ((32, 49, _HIGH, _FOUND), (3, 20, _LOW, _OTHER)),
}
# where dashes show that two ends stand on the same letter, or that a stretch is shared
_LINES: dict[str, tuple[float, ...]] = {ALL: (10, 42), SAME: (12, 40), OVERLAPPING: (20, 32)}
_ARROWS: dict[str, tuple[tuple[float, float], ...]] = {
    FOLLOWED: ((21.5, 30.5),),
    PRECEDED: ((30.5, 21.5),),
    NEAR: ((17.5, 8), (34.5, 44)),
}


class RelationIcon(QIconEngine):
    """The picture of one operator in the present colours."""

    def __init__(self, operator: str) -> None:
        super().__init__()
        self._operator = operator

    def clone(self) -> QIconEngine:
        return RelationIcon(self._operator)

    def key(self) -> str:
        return "qualcode-relation"

    def paint(self, painter: QPainter, rect: QRect, _mode: QIcon.Mode, _state: QIcon.State) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = min(rect.width() / WIDTH, rect.height() / HEIGHT)
        painter.translate(
            rect.left() + (rect.width() - WIDTH * size) / 2, rect.top() + (rect.height() - HEIGHT * size) / 2
        )
        painter.scale(size, size)
        draw(painter, self._operator)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap


def draw(painter: QPainter, operator: str) -> None:
    """Draw the picture of an operator on a grid of WIDTH × HEIGHT."""
    colors = look()
    painter.setPen(QPen(colors.color("ink3"), 1.2, c=Qt.PenCapStyle.RoundCap))
    for start, end in ((1, 9), (12, 19), (22, 34), (37, 42), (45, 51)):  # words
        painter.drawLine(QLineF(start, _TEXT, end, _TEXT))
    for x in _LINES.get(operator, ()):
        painter.setPen(QPen(colors.color("ink"), 1.2, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(x, 0.5, x, HEIGHT - 0.5))
    if operator == OVERLAPPING:
        shared = QColor(colors.color("accent"))
        shared.setAlphaF(0.28)
        painter.fillRect(QRectF(20, _TOP, 12, _BOTTOM + _BAR - _TOP), shared)
    for start, end, row, what in _BARS[operator]:
        _bar(painter, QRectF(start, row, end - start, _BAR), what)
    if operator == OUTSIDE:
        painter.setPen(QPen(colors.color("ink"), 1.6, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(QLineF(26, 2, 26, HEIGHT - 2))
    for start, end in _ARROWS.get(operator, ()):
        _arrow(painter, start, end, _TOP + _BAR / 2)


def _bar(painter: QPainter, box: QRectF, what: str) -> None:
    colors = look()
    accent, edge = colors.color("accent"), colors.color("ink2")
    painter.setPen(QPen(accent if what == _FOUND else edge, 1.3))
    painter.setBrush(accent if what == _FOUND else colors.color("paper"))
    painter.drawRoundedRect(box, 1.5, 1.5)
    if what == _LEFT_OUT:
        painter.setPen(QPen(edge, 1.3, c=Qt.PenCapStyle.RoundCap))
        middle = box.center()
        for sign in (1, -1):
            painter.drawLine(
                QPointF(middle.x() - 4, middle.y() - 4.5 * sign), QPointF(middle.x() + 4, middle.y() + 4.5 * sign)
            )


def _arrow(painter: QPainter, start: float, end: float, y: float) -> None:
    ink = look().color("ink")
    painter.setPen(QPen(ink, 1.3, c=Qt.PenCapStyle.RoundCap))
    painter.setBrush(ink)
    way = 1 if end > start else -1
    painter.drawLine(QLineF(start, y, end - 2.5 * way, y))
    head = (QPointF(end, y), QPointF(end - 3.5 * way, y - 2.6), QPointF(end - 3.5 * way, y + 2.6))
    painter.drawPolygon(QPolygonF(head))


def relation_icon(operator: str) -> QIcon:
    """The picture of an operator, painted anew in whatever colours there are."""
    return QIcon(RelationIcon(operator))
