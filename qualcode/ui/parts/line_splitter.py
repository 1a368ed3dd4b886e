"""Parts side by side with a line between them that can be drawn; it wears no style sheet, so that its parts can."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from ..look import look


class LineSplitter(QSplitter):
    """A sheet put on a splitter reaches all that stands in it in one go; this one paints its line by itself."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.setChildrenCollapsible(False)
        look().follow(self._take_look)
        self._take_look()

    def _take_look(self) -> None:
        self.setHandleWidth(look().current.edge)

    def createHandle(self) -> QSplitterHandle:
        """A handle that is a line."""
        return _Line(self.orientation(), self)


class _Line(QSplitterHandle):
    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), look().color("line"))
