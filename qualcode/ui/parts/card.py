"""The ground of what floats over the window: a card with round corners and its shadow."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPixmapCache
from PySide6.QtWidgets import QWidget

from ..look import look

SHADOW = 20  # px round the card that belong to the widget
_ROUND = 10
_CORNER = SHADOW + _ROUND + 24  # px in which shadow and corner are not yet alike along the edge


def paint_card(widget: QWidget) -> None:
    """Paint the card of a widget that leaves `SHADOW` px free on every side."""
    box = widget.rect()
    ratio = widget.devicePixelRatioF()
    painter = QPainter(widget)
    if box.width() < 2 * _CORNER or box.height() < 2 * _CORNER:
        _paint(painter, QRectF(box))
    else:
        _stretch(painter, box, _drawn(ratio), ratio)
    painter.end()


def _drawn(ratio: float) -> QPixmap:
    """A card just large enough for its corners, drawn once for each scheme: shadows are slow."""
    key = f"card/{look().current.name}/{look().current.edge}/{ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    side = 2 * _CORNER + 1
    made = QPixmap(round(side * ratio), round(side * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    _paint(painter, QRectF(0, 0, side, side))
    painter.end()
    QPixmapCache.insert(key, made)
    return made


def _stretch(painter: QPainter, box: QRect, card: QPixmap, ratio: float) -> None:
    """The corners as they are, the pixel between them drawn out."""
    across = (
        (0, 0, _CORNER),
        (_CORNER, _CORNER, box.width() - 2 * _CORNER),
        (_CORNER + 1, box.width() - _CORNER, _CORNER),
    )
    down = (
        (0, 0, _CORNER),
        (_CORNER, _CORNER, box.height() - 2 * _CORNER),
        (_CORNER + 1, box.height() - _CORNER, _CORNER),
    )
    for from_x, x, width in across:
        for from_y, y, height in down:
            source = QRectF(
                from_x * ratio,
                from_y * ratio,
                (1 if from_x == _CORNER else _CORNER) * ratio,
                (1 if from_y == _CORNER else _CORNER) * ratio,
            )
            painter.drawPixmap(QRectF(x, y, width, height), card, source)


def _paint(painter: QPainter, box: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    card = box.adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
    if not look().current.high:
        painter.setPen(Qt.PenStyle.NoPen)
        for reach in range(SHADOW, 0, -2):
            # layers add up: dense at the card, gone at the rim, fallen a little as with light from above
            painter.setBrush(QColor(0, 0, 0, 4 if not look().current.dark else 11))
            shade = card.adjusted(-reach * 0.8, 8 - reach, reach * 0.8, reach)
            painter.drawRoundedRect(shade, _ROUND + reach, _ROUND + reach)
    edge = look().current.edge
    painter.setPen(QPen(look().color("line2"), edge))
    painter.setBrush(look().color("raised"))
    inset = edge / 2
    painter.drawRoundedRect(card.adjusted(inset, inset, -inset, -inset), _ROUND, _ROUND)
