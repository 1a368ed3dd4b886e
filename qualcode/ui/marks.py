"""The mark of a code: circle, square or diamond in its colour; of a theme: a hexagon ring, lightly filled."""

from functools import lru_cache
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from ..domain.palette import Swatch, swatch

RING = 1.6
RING_FILL = 0.22


def code_color(color: str, dark: bool) -> QColor:
    """The colour to draw a stored code colour with, on light or dark ground."""
    found = swatch(color)
    return QColor(found.dark if dark else found.light)


def mark_path(found: Swatch, theme: bool, box: QRectF) -> QPainterPath:
    """The outline of a mark centred in `box`; shapes are sized to look equally heavy."""
    path = QPainterPath()
    center, side = box.center(), min(box.width(), box.height())
    if theme:
        radius = side / 2 - RING / 2
        corners = [center + QPointF(radius * sin(turn * pi / 3), -radius * cos(turn * pi / 3)) for turn in range(6)]
        path.addPolygon(QPolygonF(corners))
        path.closeSubpath()
    elif found.mark == "square":
        half = side * 0.45
        path.addRect(QRectF(center.x() - half, center.y() - half, 2 * half, 2 * half))
    elif found.mark == "diamond":
        half = side * 0.58
        path.addPolygon(
            QPolygonF([center + QPointF(x * half, y * half) for x, y in ((0, -1), (1, 0), (0, 1), (-1, 0))])
        )
        path.closeSubpath()
    else:
        path.addEllipse(center, side / 2, side / 2)
    return path


def paint_mark(painter: QPainter, box: QRectF, color: str, kind: str, dark: bool) -> None:
    """Paint the mark of a code (`kind` `code`) or theme (`kind` `theme`) centred in `box`."""
    found = swatch(color)
    ink = QColor(found.dark if dark else found.light)
    path = mark_path(found, kind == "theme", box)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if kind == "theme":
        fill = QColor(ink)
        fill.setAlphaF(RING_FILL)
        pen = QPen(ink, RING)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawPath(path)
    else:
        painter.fillPath(path, ink)
    painter.restore()


@lru_cache(maxsize=512)
def mark_icon(color: str, kind: str, dark: bool, side: int = 16) -> QIcon:
    """The mark as an icon of `side` px, sharp up to three times enlarged."""
    icon = QIcon()
    for ratio in (1, 2, 3):
        pixmap = QPixmap(QSize(side, side) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        size = side * (0.75 if kind == "theme" else 0.54)
        paint_mark(painter, QRectF((side - size) / 2, (side - size) / 2, size, size), color, kind, dark)
        painter.end()
        icon.addPixmap(pixmap)
    return icon
