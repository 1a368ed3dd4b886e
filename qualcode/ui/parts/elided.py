"""A label that shortens its words where there is no room, and has them whole in its tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ..look import letter_pen


class ElidedLabel(QLabel):
    """One line of plain text, cut at its end or where `mode` says."""

    def __init__(self, parent: QWidget, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__(parent)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        edges = self.contentsMargins()
        width = self.fontMetrics().horizontalAdvance("m…") + 4 + edges.left() + edges.right()
        return QSize(width, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(2, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = self.contentsRect()
        words = self.fontMetrics().elidedText(self.text(), self._mode, box.width())
        self.setToolTip(self.text() if words != self.text() else "")
        painter = QPainter(self)
        painter.setPen(letter_pen(self.palette().color(self.foregroundRole()), words))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, words)
        painter.end()
