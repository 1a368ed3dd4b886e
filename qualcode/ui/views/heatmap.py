"""The heat map as the window paints it: only what is visible, so that hundreds of codes scroll like ten."""

import time
from collections.abc import Callable
from math import ceil, cos, radians, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QSizePolicy, QToolTip, QWidget

from ..look import HINT, META, Look
from ..marks import paint_mark
from .cells import CellPainter

if TYPE_CHECKING:
    from ...analysis.matrices import HeatMap

CELLS = (27, 20, 13, 8, 5, 3, 2, 1)  # sides of a cell, from large to small
_LABELS = 164, 216  # least and most room for names beside the rows, mark included
_TREE = 64
_SLANT = 60  # degrees at which the names above the columns stand
_LONGEST = 126  # the longest such name; the rest is elided
_BETWEEN_NAMES = 13
_SECONDS = 0.007  # after which no new cells are begun in one painting; names come first


class HeatMapView(QAbstractScrollArea):
    """A matrix of codes with frozen names. Arrow keys move the chosen cell, Enter opens its quotes."""

    chosen = Signal(int, int)  # row and column
    activated = Signal(int, int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._heat: HeatMap | None = None
        self._cell: tuple[int, int] | None = None
        self._zoom = 0
        self._describe: Callable[[int, int], str] = lambda _row, _column: ""
        self._cells: CellPainter | None = None
        self._lines: list[tuple[float, float, QPolygonF]] = []  # the tree: left and right end of each line
        self._fonts = (self._name_font(), self._name_font(True))
        self._row_names: list[str] = []
        self._names_width = self._name_height = 0
        self._column_names: list[str] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Co-occurrence matrix"))
        self.viewport().setAutoFillBackground(False)
        look.follow(self._refresh)

    # ── what is shown ──
    def show_heat(self, heat: "HeatMap | None", describe: Callable[[int, int], str]) -> None:
        """Show another matrix; `describe` says a cell in words. The chosen cell is forgotten."""
        self._heat = heat
        self._describe = describe
        self._cell = None
        self._refresh()

    def choose(self, row: int, column: int) -> None:
        """Choose a cell and bring it into view, without telling anybody."""
        if self._heat is None or not self._heat.labels:
            return
        last = len(self._heat.labels) - 1
        self._cell = (max(0, min(row, last)), max(0, min(column, last)))
        self._reveal()
        text = self._describe(*self._cell)
        self.setAccessibleDescription(text)
        self.viewport().update()

    @property
    def cell(self) -> tuple[int, int] | None:
        """Row and column of the chosen cell."""
        return self._cell

    @property
    def side(self) -> int:
        """The side of a cell in pixels."""
        return self._look.px(CELLS[self._zoom])

    def fit(self) -> None:
        """The largest cells with which the whole matrix is in view, or the smallest there are."""
        room = self.viewport().size()
        for zoom in range(len(CELLS)):
            self._zoom = zoom
            whole = self.content_size()
            if whole.width() <= room.width() and whole.height() <= room.height():
                break
        self._refresh()

    def zoom(self, steps: int) -> None:
        """Make the cells smaller (above 0) or larger."""
        self._zoom = max(0, min(len(CELLS) - 1, self._zoom + steps))
        self._refresh()

    # ── places ──
    @property
    def _left(self) -> int:
        return max(self._look.px(_LABELS[0]), min(self._names_width, self._look.px(_LABELS[1])))

    @property
    def _tree(self) -> int:
        return self._look.px(_TREE) if self._heat is not None and self._heat.branches else 0

    @property
    def _top(self) -> int:
        return self._look.px(8) + self._tree + self._name_height + self._look.px(8)

    def content_size(self) -> QSize:
        """What the whole matrix takes, names included."""
        count = len(self._heat.labels) if self._heat is not None else 0
        lean = ceil(self._name_height / 1.5) if count else 0
        return QSize(self._left + count * self.side + lean, self._top + count * self.side + self._look.px(4))

    def sizeHint(self) -> QSize:
        return self.content_size()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._left + 4 * self.side, self._top + 3 * self.side)

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where a cell is in the viewport."""
        side = self.side
        return QRect(
            self._left + column * side - self.horizontalScrollBar().value(),
            self._top + row * side - self.verticalScrollBar().value(),
            side,
            side,
        )

    def cell_at(self, place: QPoint) -> tuple[int, int] | None:
        """The cell at a place of the viewport; on a name, the diagonal cell of that code."""
        if self._heat is None:
            return None
        count, side = len(self._heat.labels), self.side
        row = (place.y() - self._top + self.verticalScrollBar().value()) // side
        column = (place.x() - self._left + self.horizontalScrollBar().value()) // side
        beside, above = place.x() < self._left, place.y() < self._top
        if beside and above:
            return None
        if beside:
            column = row
        elif above:
            # names lean to the right: step back along the slant to the column they stand on
            lean = (self._top - self._look.px(6) - place.y()) / sin(radians(_SLANT)) * cos(radians(_SLANT))
            column = int(place.x() - lean - self._left + self.horizontalScrollBar().value()) // side
            row = column
        return (row, column) if 0 <= row < count and 0 <= column < count else None

    def _reveal(self) -> None:
        if self._cell is None:
            return
        row, column = self._cell
        side = self.side
        for bar, place, room in (
            (self.horizontalScrollBar(), column, self.viewport().width() - self._left),
            (self.verticalScrollBar(), row, self.viewport().height() - self._top),
        ):
            if place * side < bar.value():
                bar.setValue(place * side)
            elif (place + 1) * side > bar.value() + room:
                bar.setValue((place + 1) * side - room)

    def _refresh(self) -> None:
        """After another matrix, scheme or size: names are elided anew, bars set, everything painted."""
        self._cells = None if self._heat is None else CellPainter(self._look, self._heat, self.side)
        self._lines = self._tree_lines()  # here, so that no frame has to wait for them
        labels = self._heat.labels if self._heat is not None else ()
        self._fonts = (self._name_font(), self._name_font(True))
        metrics = QFontMetricsF(self._fonts[1])
        widths = [metrics.horizontalAdvance(label.name) for label in labels]
        widest = max(widths, default=0)
        self._names_width = ceil(widest) + self._look.px(36)
        room, longest = self._left - self._look.px(34), self._look.px(_LONGEST)

        def elided(most: int) -> list[str]:
            right = Qt.TextElideMode.ElideRight
            return [
                label.name if width <= most else metrics.elidedText(label.name, right, most)
                for label, width in zip(labels, widths, strict=True)
            ]

        self._row_names, self._column_names = elided(room), elided(longest)
        tall = min(widest, longest)
        slant = radians(_SLANT)
        self._name_height = ceil(tall * sin(slant) + metrics.height() * cos(slant)) if labels else 0
        self._set_bars()
        self.setMaximumHeight(self.content_size().height() + self._look.px(12))
        self.updateGeometry()
        self.viewport().update()

    def _tree_lines(self) -> list[tuple[float, float, QPolygonF]]:
        """Where the lines of the tree run from the first column on, at the present size of a cell."""
        if self._heat is None:
            return []
        base, high = self._look.px(8) + self._tree - self._look.px(6), self._tree - self._look.px(10)
        lines = []
        for branch in self._heat.branches:
            left, right = branch.left * self.side - 1, branch.right * self.side - 1
            sides = (left, left, right, right)
            heights = (branch.left_height, branch.height, branch.height, branch.right_height)
            places = [QPointF(round(x), round(base - y * high)) for x, y in zip(sides, heights, strict=True)]
            lines.append((left, right, QPolygonF(places)))
        return lines

    def _set_bars(self) -> None:
        whole, room = self.content_size(), self.viewport().size()
        for bar, length, page in (
            (self.horizontalScrollBar(), whole.width(), room.width()),
            (self.verticalScrollBar(), whole.height(), room.height()),
        ):
            bar.setRange(0, max(0, length - page))
            bar.setPageStep(page)
            bar.setSingleStep(self.side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_bars()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    # ── painting ──
    def _name_font(self, bold: bool = False) -> QFont:
        side = CELLS[self._zoom]
        return self._look.font(META if side >= 20 else HINT if side >= 13 else 9, bold)

    def paintEvent(self, _event: QPaintEvent) -> None:
        until = time.perf_counter() + _SECONDS
        painter = QPainter(self.viewport())
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # charts are never mirrored
        look = self._look
        painter.fillRect(self.viewport().rect(), look.color("paper"))
        if self._heat is None or not self._heat.labels:
            return
        room = self.viewport().rect()
        inside = QRect(self._left, self._top, room.width() - self._left, room.height() - self._top)
        rows, columns = self._visible(inside)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(QRect(0, self._top, self._left, inside.height()))
        self._paint_row_names(painter, rows)
        painter.setClipRect(QRect(self._left - look.px(4), 0, inside.width() + look.px(4), self._top))
        self._paint_column_names(painter, columns)
        self._paint_tree(painter)
        painter.restore()
        painter.setClipRect(inside.adjusted(-3, -3, 0, 0))
        assert self._cells is not None
        if not self._cells.paint(painter, self.cell_rect(0, 0).topLeft(), rows, columns, until):
            QTimer.singleShot(0, self.viewport(), self.viewport().update)
        self._paint_frame(painter)
        painter.setClipping(False)
        if self.hasFocus():
            painter.setPen(QPen(look.color("focus"), 2))
            painter.drawRect(room.adjusted(1, 1, -1, -1))

    def _visible(self, inside: QRect) -> tuple[range, range]:
        count = len(self._heat.labels) if self._heat is not None else 0
        side = self.side
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        rows = range(down // side, min(count, (down + inside.height()) // side + 1))
        columns = range(across // side, min(count, (across + inside.width()) // side + 1))
        return rows, columns

    def _paint_frame(self, painter: QPainter) -> None:
        """The chosen cell: a frame with a halo of paper, readable on every step of the ramp."""
        if self._cell is None:
            return
        box = self.cell_rect(*self._cell)
        gap = self._cells.gap if self._cells is not None else 0
        box.setSize(QSize(self.side - gap, self.side - gap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        halo, line = max(1, self._look.px(1.5)), self._look.px(2)
        painter.setPen(self._pen("paper", halo))
        painter.drawRect(QRectF(box).adjusted(halo / 2, halo / 2, -halo / 2, -halo / 2))
        painter.setPen(self._pen("focus", line))
        painter.drawRect(QRectF(box).adjusted(-line / 2, -line / 2, line / 2, line / 2))

    def _pen(self, role: str, width: float) -> QPen:
        pen = QPen(self._look.color(role), width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        return pen

    def _every(self) -> int:
        """Of how many names one is written: small cells have no room for all."""
        return max(1, ceil(self._look.px(_BETWEEN_NAMES) / self.side))

    def _paint_row_names(self, painter: QPainter, rows: range) -> None:
        look, heat = self._look, self._heat
        assert heat is not None
        inks = (look.color("ink2"), look.color("ink"))
        mark = min(look.px(9), max(4, self.side - 4))
        dark, every = look.current.dark, self._every()
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        for row in rows:
            is_chosen = self._cell is not None and row in self._cell
            if row % every and not is_chosen:
                continue
            label, box = heat.labels[row], self.cell_rect(row, 0)
            if is_chosen and every > 1:
                painter.fillRect(QRect(0, box.center().y() - look.px(7), self._left, look.px(14)), look.color("paper"))
            middle = QPointF(self._left - look.px(16), box.y() + (self.side - 2) / 2)
            kind = "theme" if label.mark == "hexagon" else "code"
            size = mark + 2 if kind == "theme" else mark
            paint_mark(
                painter,
                QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size),
                label.light,
                kind,
                dark,
            )
            painter.setFont(self._fonts[is_chosen])
            painter.setPen(inks[is_chosen])
            height = max(self.side, look.px(16))
            place = QRectF(0, middle.y() - height / 2, self._left - look.px(28), height)
            painter.drawText(place, align, self._row_names[row])

    def _paint_column_names(self, painter: QPainter, columns: range) -> None:
        look, every = self._look, self._every()
        base = self._top - look.px(6)
        inks = (look.color("ink2"), look.color("ink"))
        for column in columns:
            is_chosen = self._cell is not None and column in self._cell
            if column % every and not is_chosen:
                continue
            painter.save()
            box = self.cell_rect(0, column)
            painter.translate(box.x() + self.side / 2 + look.px(3), base)
            painter.rotate(-_SLANT)
            painter.setFont(self._fonts[is_chosen])
            painter.setPen(inks[is_chosen])
            painter.drawText(QPointF(0, 0), self._column_names[column])
            painter.restore()

    def _paint_tree(self, painter: QPainter) -> None:
        heat = self._heat
        assert heat is not None
        if not heat.branches:
            return
        look = self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self.side < 8)
        painter.setPen(QPen(look.color("ink3"), 1))
        start, width = self.cell_rect(0, 0).x(), self.viewport().width()
        painter.translate(start, 0)
        for left, right, line in self._lines:
            if right >= -start and left <= width - start:
                painter.drawPolyline(line)
        painter.translate(-start, 0)

    # ── mouse, keys ──
    def _pick(self, cell: tuple[int, int]) -> None:
        self.choose(*cell)
        self.chosen.emit(*cell)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().toPoint())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pick(cell)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().toPoint())
        if cell is not None:
            self.activated.emit(*cell)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(-1 if event.angleDelta().y() > 0 else 1)
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        cell = self._cell if at_keys else self.cell_at(event.pos())
        if cell is None:
            return
        if cell != self._cell:
            self._pick(cell)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Show quotes"), lambda: self.activated.emit(*cell))
        menu.addAction(self.tr("Copy"), lambda: self._copy(cell))
        menu.addSeparator()
        menu.addAction(self.tr("Fit all codes"), self.fit)
        menu.addAction(self.tr("Larger cells"), lambda: self.zoom(-1))
        menu.addAction(self.tr("Smaller cells"), lambda: self.zoom(1))
        place = self.mapToGlobal(self.cell_rect(*cell).center()) if at_keys else event.globalPos()
        menu.popup(place)

    def _copy(self, cell: tuple[int, int]) -> None:
        QGuiApplication.clipboard().setText(self._describe(*cell))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._heat is None or not self._heat.labels:
            super().keyPressEvent(event)
            return
        row, column = self._cell or (0, 0)
        last = len(self._heat.labels) - 1
        page = max(1, (self.viewport().height() - self._top) // self.side - 1)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        keys = Qt.Key
        moves = {
            keys.Key_Left: (row, column - 1),
            keys.Key_Right: (row, column + 1),
            keys.Key_Up: (row - 1, column),
            keys.Key_Down: (row + 1, column),
            keys.Key_PageUp: (row - page, column),
            keys.Key_PageDown: (row + page, column),
            keys.Key_Home: (0 if control else row, 0),
            keys.Key_End: (last if control else row, last),
        }
        key = keys(event.key())
        if key in moves:
            wanted = moves[key]
            self._pick((max(0, min(wanted[0], last)), max(0, min(wanted[1], last))))
        elif key in (keys.Key_Return, keys.Key_Enter, keys.Key_Space):
            self.activated.emit(row, column)
        elif key in (keys.Key_Plus, keys.Key_Minus) and not control:
            self.zoom(-1 if key == keys.Key_Plus else 1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self.cell_at(event.pos())
            if cell is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self._describe(*cell), self)
            return True
        return super().viewportEvent(event)


def strongest(heat: "HeatMap") -> tuple[int, int]:
    """The cell with the highest value, the first of them in reading order."""
    import numpy as np

    values = np.nan_to_num(heat.values, nan=-np.inf)
    if not np.isfinite(values).any():
        return 0, 0
    row, column = np.unravel_index(int(values.argmax()), values.shape)
    return int(row), int(column)
