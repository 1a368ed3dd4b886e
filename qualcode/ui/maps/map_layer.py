"""The map as a picture as large as its widget: painted once, moved along, and stretched for a moment by a zoom."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPen, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from ...analysis.map_geometry import Box, Point, grown
from ..look import Look
from .pens import Pens
from .scene import Scene
from .thing_painter import NEAR

ZOOMS = 0.05, 3.0
_STEP = 1.2  # one step of the wheel or of a key
_DOTS = 32  # points between the dots of the ground
_MANY = 220  # things and relations; with more, a change of zoom shows the old picture stretched first
_SETTLE_MILLISECONDS = 70
_MARGIN = 48  # px around what is fitted into the canvas


class MapLayer(QWidget):
    """A part of the map's plane in view; who derives from it paints what is on it (`paint_map`)."""

    zoomed = Signal(float)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.scene = Scene()
        self.pens = Pens(look)
        self.zoom = 1.0
        self.middle: Point = (0.0, 0.0)  # what stands in the middle of the widget
        self._fitted = True  # everything is shown, and goes on to be in another size of the widget
        self.foot = 0  # px at its foot that something else stands on
        self._layer: QPixmap | None = None
        self._drawn: tuple[float, Point] = (1.0, (0.0, 0.0))  # scale and middle of the layer
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MILLISECONDS)
        self._settle.timeout.connect(self.redraw)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paint_map(self, painter: QPainter, view: Box) -> None:
        """Paint what is in view, in points of the map."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(640), self.look.px(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(240), self.look.px(200))

    # ── places ──
    @property
    def scale(self) -> float:
        """Pixels to a point of the map."""
        return self.zoom * self.look.scale / 100

    def to_map(self, place: QPointF | QPoint) -> Point:
        """A place of the widget as one of the map."""
        scale = self.scale
        return (
            self.middle[0] + (place.x() - self.width() / 2) / scale,
            self.middle[1] + (place.y() - self.height() / 2) / scale,
        )

    def from_map(self, x: float, y: float) -> QPointF:
        """A place of the map as one of the widget."""
        scale = self.scale
        return QPointF(
            (x - self.middle[0]) * scale + self.width() / 2, (y - self.middle[1]) * scale + self.height() / 2
        )

    # ── moving about ──
    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Enlarge around a place of the widget, the middle without one."""
        zoom = min(max(zoom, ZOOMS[0]), ZOOMS[1])
        self._fitted = False
        if zoom == self.zoom:
            return
        at = at or QPointF(self.width() / 2, self.height() / 2)
        x, y = self.to_map(at)
        self.zoom = zoom
        scale = self.scale
        self.middle = x - (at.x() - self.width() / 2) / scale, y - (at.y() - self.height() / 2) / scale
        self._show_later()
        self.zoomed.emit(zoom)

    def zoom_by(self, steps: float, at: QPointF | None = None) -> None:
        """Enlarge by steps of the wheel."""
        self.set_zoom(self.zoom * _STEP**steps, at)

    def fit(self) -> None:
        """Show everything, not larger than it is."""
        self._fitted = True
        box = self.scene.extent()
        if box is None:
            self.zoom, self.middle = 1.0, (0.0, 0.0)
        else:
            self.middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
            room = min(self.look.px(_MARGIN), round(0.06 * min(self.width(), self.height())))
            per_point = self.look.scale / 100
            across = (self.width() - 2 * room) / max((box[2] - box[0]) * per_point, 1)
            down = (self.height() - self.foot - 2 * room) / max((box[3] - box[1]) * per_point, 1)
            self.zoom = min(max(min(across, down), ZOOMS[0]), 1.0)
            self.middle = self.middle[0], self.middle[1] + self.foot / 2 / self.scale
        self.redraw()
        self.zoomed.emit(self.zoom)

    def stay_fitted(self) -> None:
        """Where everything was shown, show everything again."""
        if self._fitted:
            self.fit()

    def pan(self, dx: int, dy: int) -> None:
        """Move the view by pixels; only what comes into view is painted."""
        self._fitted = False
        scale = self.scale
        self.middle = self.middle[0] - dx / scale, self.middle[1] - dy / scale
        layer, ratio = self._layer, self.devicePixelRatioF()
        if layer is None or self._drawn[0] != scale or ratio != int(ratio) or self._settle.isActive():
            self._show_later()
            return
        exposed = QRegion()
        layer.scroll(round(dx * ratio), round(dy * ratio), layer.rect(), exposed)
        self._drawn = scale, self.middle
        for rect in exposed:
            part = QRectF(QPointF(rect.topLeft()) / ratio, rect.size() / ratio).adjusted(-1, -1, 1, 1)
            self._draw(part)
        self.update()

    def in_view(self) -> Box:
        """The part of the map that can be seen."""
        left, top = self.to_map(QPointF(0, 0))
        right, bottom = self.to_map(QPointF(self.width(), self.height()))
        return left, top, right, bottom

    # ── the layer ──
    def redraw(self, box: Box | None = None) -> None:
        """Paint the layer anew, or a part of the map in it."""
        self._settle.stop()
        if box is None or self._layer is None or self._drawn != (self.scale, self.middle):
            self._layer = None
        else:
            part = QRectF(self.from_map(box[0], box[1]), self.from_map(box[2], box[3])).adjusted(-2, -2, 2, 2)
            self._draw(QRectF(part.toAlignedRect() & self.rect()))
        self.update()

    def _show_later(self) -> None:
        """Another zoom: at once where that is quick, else what there is, stretched, and the picture a moment later."""
        if self._layer is None or len(self.scene.things) + len(self.scene.ties) <= _MANY:
            self.redraw()
        else:
            self._settle.start()
            self.update()

    def _make_layer(self) -> None:
        ratio = self.devicePixelRatioF()
        self._layer = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        self._layer.setDevicePixelRatio(ratio)
        self._layer.fill(self.pens.color("paper"))  # without transparency it is copied, not blended
        self._drawn = self.scale, self.middle
        self._draw(QRectF(self.rect()))

    def _draw(self, part: QRectF) -> None:
        """Paint a part of the widget into the layer."""
        assert self._layer is not None
        if part.isEmpty():
            return
        painter = QPainter(self._layer)
        painter.setClipRect(part)
        painter.fillRect(part, self.pens.color("paper"))
        left, top = self.to_map(part.topLeft())
        right, bottom = self.to_map(part.bottomRight())
        view = grown((left, top, right, bottom), 14 / max(self.zoom, 0.1))
        self._dots(painter, view)
        self.go_to_map(painter)
        self.paint_map(painter, view)
        painter.end()

    def go_to_map(self, painter: QPainter) -> None:
        """Let the painter count in points of the map."""
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(self.scale, self.scale)
        painter.translate(-self.middle[0], -self.middle[1])

    def _dots(self, painter: QPainter, view: Box) -> None:
        if self.zoom < NEAR or self.look.current.high:
            return
        left, top = int(view[0] // _DOTS) * _DOTS, int(view[1] // _DOTS) * _DOTS
        places = [
            self.from_map(x, y)
            for x in range(left, int(view[2]) + _DOTS, _DOTS)
            for y in range(top, int(view[3]) + _DOTS, _DOTS)
        ]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(self.pens.color("line"), max(1, round(1.5 * self.look.scale / 100))))
        painter.drawPoints(places)

    def paint_layer(self, painter: QPainter) -> None:
        """Paint the layer, made anew where it must be."""
        stale = self._layer is not None and self._drawn != (self.scale, self.middle)
        if self._layer is None or (stale and not self._settle.isActive()):
            self._make_layer()
            stale = False
        assert self._layer is not None
        if stale:
            self._paint_stretched(painter)
        else:
            painter.drawPixmap(0, 0, self._layer)

    def _paint_stretched(self, painter: QPainter) -> None:
        assert self._layer is not None
        scale, middle = self._drawn
        by = self.scale / scale
        painter.fillRect(self.rect(), self.pens.color("paper"))
        x = (middle[0] - self.middle[0]) * self.scale + self.width() / 2 - self.width() * by / 2
        y = (middle[1] - self.middle[1]) * self.scale + self.height() / 2 - self.height() * by / 2
        painter.drawPixmap(QRectF(x, y, self.width() * by, self.height() * by), self._layer, QRectF(self._layer.rect()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.redraw()
        self.stay_fitted()
