"""The gutter beside the text: numbers of turns, paragraphs or lines, and bookmarks."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from ...domain.bookmarks import Bookmark
from ..look import META, look
from .view import TextView

RIBBON = 8  # px, the width of a bookmark


class Gutter(QWidget):
    """Paints the number of each block in sight on the baseline of its first line, and a ribbon for a bookmark."""

    bookmark_wanted = Signal(int)  # code point beside which was clicked twice

    def __init__(self, view: TextView, cite: Callable[[int, int], str]) -> None:
        super().__init__(view)
        self._view, self._cite = view, cite
        self.numbers: dict[int, int] = {}  # block → the number that stands beside it
        self.bookmarks: Sequence[Bookmark] = ()  # in text order
        self.mirrored = False  # the text is on the left

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), look().color("paper"))
        scene = self._view.scene
        if scene is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look().font(META))
        painter.setPen(look().color("ink3"))
        offset = self._view.verticalScrollBar().value()
        gap = look().px(14)
        side = Qt.AlignmentFlag.AlignLeft if self.mirrored else Qt.AlignmentFlag.AlignRight
        window = self._view.window()
        descent = painter.fontMetrics().descent()
        for block in range(*window):
            number = self.numbers.get(block)
            lines = scene.geometry.lines(block) if number is not None else ()
            if lines:
                base = lines[0].baseline - offset
                place = QRectF(gap if self.mirrored else 0, base - 100, self.width() - gap, 100 + descent)
                painter.drawText(place, side | Qt.AlignmentFlag.AlignBottom, str(number))
        for _bookmark, top in self._ribbons(window):
            self._paint_ribbon(painter, top - offset)

    def _ribbons(self, window: tuple[int, int]) -> list[tuple[Bookmark, float]]:
        """The bookmarks of the blocks in sight and the y of their lines, in document pixels."""
        scene, found = self._view.scene, []
        if scene is None or not self.bookmarks:
            return []
        blocks = scene.geometry.blocks
        first = bisect_left(self.bookmarks, blocks[window[0]].start, key=lambda one: one.at)
        end = blocks[window[1] - 1].end
        for bookmark in self.bookmarks[first:]:
            if bookmark.at > end:
                break
            runs = scene.geometry.runs(bookmark.at, bookmark.at + 1, window)
            number = scene.geometry.block_at(bookmark.at)
            found.append((bookmark, scene.geometry.box(runs[0].baseline)[0] if runs else scene.geometry.top(number)))
        return found

    def _paint_ribbon(self, painter: QPainter, top: float) -> None:
        px = look().px
        width, height = px(RIBBON), px(12)
        left = self.width() - width - px(2) if self.mirrored else px(2)
        y = top + px(8)
        shape = [(0, 0), (width, 0), (width, height), (width / 2, height - px(4)), (0, height)]
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().color("accent"))
        painter.drawPolygon(QPolygonF([QPointF(left + x, y + down) for x, down in shape]))
        painter.restore()

    def bookmark_at(self, place: QPointF) -> Bookmark | None:
        """The bookmark whose line is beside a place."""
        scene = self._view.scene
        if scene is None:
            return None
        y = place.y() + self._view.verticalScrollBar().value()
        height = scene.geometry.line_height
        return next((one for one, top in self._ribbons(self._view.window()) if top <= y < top + height), None)

    def _point_at(self, place: QPointF) -> int:
        """The first code point of the line beside a place."""
        port = self._view.viewport().rect()
        scene = self._view.scene
        if scene is None:
            return 0
        point = self._view.point_at(QPointF(port.width() if self.mirrored else 0, place.y()))
        return max(point, scene.geometry.blocks[scene.geometry.block_at(point)].label)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            there = self.bookmark_at(event.position())
            self.bookmark_wanted.emit(there.at if there is not None else self._point_at(event.position()))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = QPointF(event.pos())
            there, point = self.bookmark_at(place), self._point_at(place)
            cited = self._cite(point, point + 1)
            name = f"{there.name} · {cited}" if there is not None else cited
            QToolTip.showText(event.globalPos(), name, self)
            return True
        return bool(super().event(event))

    def wheelEvent(self, event: QWheelEvent) -> None:
        pass_on_wheel(event, self._view)


def pass_on_wheel(event: QWheelEvent, view: TextView) -> None:
    """Let the wheel over the edges scroll the text."""
    moved = QWheelEvent(
        QPoint(1, 1),
        event.globalPosition(),
        event.pixelDelta(),
        event.angleDelta(),
        event.buttons(),
        event.modifiers(),
        event.phase(),
        event.inverted(),
    )
    QApplication.sendEvent(view.viewport(), moved)
    event.accept()
