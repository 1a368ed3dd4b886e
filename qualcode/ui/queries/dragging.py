"""Parts of a query taken by the mouse to another place; the menu and the keys do the same."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragMoveEvent, QDropEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ..look import Look
from .drafts import Path

_KIND = "application/x-qualcode-query-part"
BEFORE, AFTER, INTO = "before", "after", "into"


class Grip(QWidget):
    """Dots to take a part by; `picture` is dragged along."""

    def __init__(self, path: Path, picture: QWidget, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.path, self._picture, self._look = path, picture, look
        self._pressed: QPoint | None = None
        self.setFixedSize(look.px(12), look.px(30))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(self.tr("Drag to move"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, px = QPainter(self), self._look.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("ink3"))
        middle = self.height() / 2
        for column in (3.5, 8.0):
            for row in (-5, 0, 5):
                painter.drawEllipse(QPointF(px(10) * column / 10, middle + px(5) * row / 5), px(10) / 8, px(10) / 8)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = (event.position().toPoint() - self._pressed).manhattanLength()
        if way < QApplication.startDragDistance():
            return
        self._pressed = None
        drag = QDrag(self)
        drag.setMimeData(carrying(self.path))
        drag.setPixmap(self._picture.grab())
        drag.exec(Qt.DropAction.MoveAction)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._pressed = None


def carrying(path: Path) -> QMimeData:
    """What is in the hand while the part at a place is dragged."""
    data = QMimeData()
    data.setData(_KIND, ",".join(map(str, path)).encode())
    return data


def carried(data: QMimeData) -> Path | None:
    """The place of the part that is dragged; None where it is something else."""
    if not data.hasFormat(_KIND):
        return None
    text = bytes(data.data(_KIND).data()).decode()
    return tuple(int(number) for number in text.split(",")) if text else ()


class Dropping(QObject):
    """Watches the page the parts stand on. `find` gives the part at a point of it and where it would be dropped,
    `drop` moves a part there, `mark` shows where that would be."""

    def __init__(
        self,
        page: QWidget,
        find: Callable[[QPoint], tuple[Path, str] | None],
        possible: Callable[[Path, Path, str], bool],
        drop: Callable[[Path, Path, str], object],
        mark: Callable[[Path | None, str], object],
    ) -> None:
        super().__init__(page)
        self._find, self._possible, self._drop, self._mark = find, possible, drop, mark
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and carried(event.mimeData()) is not None:
            self._over(event)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._mark(None, "")
        return super().eventFilter(watched, event)

    def _over(self, event: QDropEvent) -> None:
        source, target = carried(event.mimeData()), self._find(event.position().toPoint())
        if source is None or target is None or not self._possible(source, *target):
            self._mark(None, "")
            event.ignore()
            if event.type() == QEvent.Type.DragEnter:
                event.accept()  # else Qt tells nothing of the places that follow
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        if isinstance(event, QDragMoveEvent):  # entering is moving, too
            self._mark(*target)
            return
        self._mark(None, "")
        self._drop(source, *target)
