"""The cells of a heat map: boxes by colour and numbers that fit, or one picture where cells are tiny."""

import time
from collections import OrderedDict
from collections.abc import Sequence
from itertools import product
from math import inf, isfinite
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QStaticText

from ...domain.palette import HEAT_DARK, HEAT_LIGHT
from ..look import HINT, Look

if TYPE_CHECKING:
    from ...analysis.matrices import HeatMap

_NUMBERS_FROM = 16  # smaller cells show no numbers
_IMAGE_BELOW = 9  # smaller cells are painted as one picture
_SMALL = 9  # size of the numbers in all but the largest cells
_TILE = 256  # pixels that a side of a tile has at most
_SPARE = 24  # tiles kept beside those in view


class CellPainter:
    """Paints the cells of one heat map in one scheme and size; made anew when any of them changes."""

    def __init__(self, look: Look, heat: "HeatMap", side: int) -> None:
        self._look = look
        self._heat = heat
        self._side = side
        self._ramp: Sequence[str] = HEAT_DARK if look.current.dark else HEAT_LIGHT
        self._texts: dict[str, QStaticText] = {}
        self._image: QImage | None = None
        self._tiles: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._waited = False  # whether the last turn had no time for any new tile
        self.tiles_painted = 0

    @property
    def gap(self) -> int:
        """The space between two cells."""
        if self._side < self._look.px(_IMAGE_BELOW):
            return 0
        return 1 if self._side < self._look.px(13) else 2

    def paint(self, painter: QPainter, origin: QPoint, rows: range, columns: range, until: float = inf) -> bool:
        """Paint these rows and columns; the first cell of all has its corner at `origin`. Whether all are there.

        Cells are painted by tiles, which are kept. New ones are begun until a time of `time.perf_counter()`, the rest
        is shown by its colours alone until the next turn.
        """
        if self._side < self._look.px(_IMAGE_BELOW):
            size = QSize(len(self._heat.labels), len(self._heat.labels)) * self._side
            painter.drawImage(QRect(origin, size), self._colors())
            return True
        across = max(1, _TILE // self._side)
        count, ratio = len(self._heat.labels), painter.device().devicePixelRatioF()
        shown = list(product(*(range(part.start // across, -(-part.stop // across)) for part in (rows, columns))))
        whole, new = True, 0
        for key in shown:
            down, right = (range(place * across, min((place + 1) * across, count)) for place in key)
            corner = origin + QPoint(right.start, down.start) * self._side
            # one at least every other turn: however slow the machine, some time all are there
            if key not in self._tiles and (time.perf_counter() < until or (self._waited and not new)):
                self._tiles[key] = self._tile(down, right, ratio)
                new += 1
            if key in self._tiles:
                self._tiles.move_to_end(key)
                painter.drawImage(corner, self._tiles[key])
            else:
                whole = False
                cells = QRect(right.start, down.start, len(right), len(down))
                painter.drawImage(QRect(corner, cells.size() * self._side), self._colors(), cells)
        self._waited = not whole and not new
        while len(self._tiles) > len(shown) + _SPARE:
            self._tiles.popitem(last=False)
        return whole

    def _tile(self, rows: range, columns: range, ratio: float) -> QImage:
        """These cells as a picture of `ratio` dots to a pixel."""
        self.tiles_painted += 1
        size = QSize(len(columns), len(rows)) * self._side
        tile = QImage(size * ratio, QImage.Format.Format_RGB32)
        tile.setDevicePixelRatio(ratio)
        tile.fill(self._look.color("paper"))
        painter = QPainter(tile)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._paint_cells(painter, QPoint(-columns.start, -rows.start) * self._side, rows, columns)
        painter.end()
        return tile

    def _paint_cells(self, painter: QPainter, origin: QPoint, rows: range, columns: range) -> None:
        heat, side, size = self._heat, self._side, self._side - self.gap
        boxes: list[list[QRect]] = [[] for _ in self._ramp]
        filled: list[list[tuple[int, int, float]]] = [[] for _ in self._ramp]
        window = (slice(rows.start, rows.stop), slice(columns.start, columns.stop))
        bins, values = heat.bins[window].tolist(), heat.values[window].tolist()
        for row, steps, shown in zip(rows, bins, values, strict=True):
            y = origin.y() + row * side
            for column, step, value in zip(columns, steps, shown, strict=True):
                if row != column:
                    x = origin.x() + column * side
                    boxes[step].append(QRect(x, y, size, size))
                    if isfinite(value):
                        filled[step].append((x, y, value))
        painter.setPen(Qt.PenStyle.NoPen)
        for color, rects in zip(self._ramp, boxes, strict=True):
            painter.setBrush(QColor(color))
            painter.drawRects(rects)
        if side < self._look.px(_NUMBERS_FROM):
            return
        from ...analysis.matrices import number_text

        painter.setFont(self._look.font(HINT if side >= self._look.px(24) else _SMALL))
        for ink, cells in zip(heat.ink(self._look.current.dark), filled, strict=True):
            painter.setPen(QColor(ink))
            for x, y, value in cells:
                self._paint_number(painter, x, y, short(number_text(value, heat.measure)))
        painter.setPen(self._look.color("ink3"))
        for place in range(max(rows.start, columns.start), min(rows.stop, columns.stop)):
            x, y = origin.x() + place * side, origin.y() + place * side
            self._paint_number(painter, x, y, short(str(int(heat.own[place]))))

    def _paint_number(self, painter: QPainter, x: int, y: int, text: str) -> None:
        found = self._texts.get(text)
        if found is None:
            found = self._texts[text] = QStaticText(text)
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.prepare(painter.transform(), painter.font())
        room, size = self._side - self.gap, found.size()
        painter.drawStaticText(QPointF(x + (room - size.width()) / 2, y + (room - size.height()) / 2), found)

    def _colors(self) -> QImage:
        """A dot for each cell."""
        count = len(self._heat.labels)
        if self._image is None:
            import numpy as np

            colors = np.array([QColor(color).rgb() for color in self._ramp], dtype=np.uint32)
            pixels = np.ascontiguousarray(colors[self._heat.bins])
            np.fill_diagonal(pixels, self._look.color("line2").rgb())
            # the copy outlives the array
            self._image = QImage(pixels.tobytes(), count, count, 4 * count, QImage.Format.Format_RGB32).copy()
        return self._image


def short(text: str) -> str:
    """A number as it fits into a cell: 8412 as 8.4k, 84120 as 84k; the tooltip has it in full."""
    if len(text) < 4 or not text.isdigit():
        return text
    for size, letter in ((1_000_000, "M"), (1_000, "k")):
        share = int(text) / size
        if share >= 1:
            return f"{share:.1f}{letter}" if share < 9.95 else f"{share:.0f}{letter}"
    return text
