"""What a hand takes hold of on the canvas: the points lines are drawn from, the corner that gives a size."""

from collections.abc import Iterator
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ..look import Look
from .map_view import MapView

REACH = 12  # px: as far as a handle is hit
_HANDLE = 5


class HandledView(MapView):
    """A map whose things can be taken hold of, unless it is `locked`."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.locked = False
        self.hover: UUID | None = None  # the thing under the pointer
        self.relating: UUID | None = None  # what a relation is drawn from, by key
        self.band: QRectF | None = None  # of rubber
        self.draft: tuple[UUID, QPointF] | None = None  # a relation that is being drawn: from what, to where
        self.resting = True  # nothing is in hand

    def handles(self, key: UUID) -> list[QPointF]:
        """Where a line can be drawn from: the middles of the four edges."""
        box = self.box_in_widget(key)
        middle = box.center()
        return [
            QPointF(box.right(), middle.y()),
            QPointF(middle.x(), box.bottom()),
            QPointF(box.left(), middle.y()),
            QPointF(middle.x(), box.top()),
        ]

    def _offers_handles(self, key: UUID | None) -> bool:
        return key in self.scene.things and not self.locked and self.zoom >= 0.3

    def handle_at(self, place: QPointF) -> UUID | None:
        """The thing whose handle is at a place."""
        reach = self.look.px(REACH)
        for key in (self.hover, self.current):
            if key is not None and self._offers_handles(key):
                for spot in self.handles(key):
                    if (spot - place).manhattanLength() <= reach:
                        return key
        return None

    def sizing_corner(self, place: QPointF) -> UUID | None:
        """The chosen note or group whose lower right corner is here."""
        for key in self._sizable():
            away = self.box_in_widget(key).bottomRight() - place
            if max(abs(away.x()), abs(away.y())) <= self.look.px(10):
                return key
        return None

    def _sizable(self) -> Iterator[UUID]:
        """What is chosen and has a size of its own."""
        for key in self.chosen if not self.locked else ():
            thing = self.scene.things.get(key)
            if thing is not None and thing.kind in ("note", "group"):
                yield key

    # ── what a hand is drawing ──
    def paint_above(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.band is not None:
            fill = QColor(self.pens.color("accent"))
            fill.setAlphaF(0.12)
            painter.setPen(QPen(self.pens.color("accent"), 1))
            painter.setBrush(fill)
            painter.drawRect(self.band)
        things = self.scene.things
        if self.draft is not None and self.draft[0] in things:
            self._paint_draft(painter, *self.draft)
        if self.relating in things and self.current in things and self.current != self.relating:
            self._paint_draft(painter, self.relating, self.box_in_widget(self.current).center())
        if self.resting or self.draft is not None:
            self._paint_handles(painter)
        for key in self._sizable():
            self._paint_corner(painter, key)

    def _paint_draft(self, painter: QPainter, key: UUID, to: QPointF) -> None:
        painter.setPen(QPen(self.pens.color("accent"), 2, Qt.PenStyle.DashLine))
        begin = min(self.handles(key), key=lambda spot: (spot - to).manhattanLength())
        painter.drawLine(begin, to)
        painter.setBrush(self.pens.color("accent"))
        painter.drawEllipse(to, 4, 4)

    def _paint_handles(self, painter: QPainter) -> None:
        key = self.hover if self.hover is not None else self.current if self.hasFocus() else None
        if key is None or not self._offers_handles(key):
            return
        painter.setPen(QPen(self.pens.color("accent"), 1.6))
        painter.setBrush(self.pens.color("paper"))
        radius = self.look.px(_HANDLE)
        for spot in self.handles(key):
            painter.drawEllipse(spot, radius, radius)

    def _paint_corner(self, painter: QPainter, key: UUID) -> None:
        corner, side = self.box_in_widget(key).bottomRight(), self.look.px(8)
        painter.setPen(QPen(self.pens.color("accent"), 1.6))
        painter.setBrush(self.pens.color("paper"))
        painter.drawRect(QRectF(corner.x() - side / 2, corner.y() - side / 2, side, side))
