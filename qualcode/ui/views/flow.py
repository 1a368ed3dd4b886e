"""A row of controls that goes on in the next line where the window is narrow or the letters are large."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items in lines, each line centred on its own height; mirrored where text runs right to left. With `fills` those
    that expand share what is left of their line."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8, fills: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._fills = gap, fills
        self._between = gap // 2  # between lines

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        spare = rect.height() - self.heightForWidth(rect.width())
        self._arrange(rect.translated(0, max(spare // 2, 0)), move=True)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() + self._gap for size in sizes) - self._gap
        height = max((size.height() for size in sizes), default=0)
        return QSize(max(width, 0), height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _arrange(self, rect: QRect, move: bool) -> int:
        """Place the items in lines; the height they take."""
        margins: QMargins = self.contentsMargins()
        inside = rect.marginsRemoved(margins)
        top = inside.top()
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for line in self._lines(inside.width()):
            height = max(size.height() for _, size in line)
            left = inside.left()
            for item, size in line:
                if move:
                    place = QRect(QPoint(left, top + (height - size.height()) // 2), size)
                    if mirrored:
                        place.moveRight(inside.left() + inside.right() - place.left())
                    item.setGeometry(place)
                left += size.width() + self._gap
            top += height + self._between
        return max(top - self._between, inside.top()) - rect.top() + margins.bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(width, item.minimumSize().width())))
            if not lines or left + size.width() > width:
                lines.append([])
                left = 0
            lines[-1].append((item, size))
            left += size.width() + self._gap
        if self._fills:
            for line in lines:
                self._fill(line, width)
        return lines

    def _fill(self, line: list[tuple[QLayoutItem, QSize]], width: int) -> None:
        growing = [size for item, size in line if item.expandingDirections() & Qt.Orientation.Horizontal]
        spare = width - sum(size.width() + self._gap for _, size in line) + self._gap
        for number, size in enumerate(growing):
            share = max(spare, 0) // (len(growing) - number)
            size.setWidth(size.width() + share)
            spare -= share
