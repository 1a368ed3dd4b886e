"""The numbers of turns to the left of the text."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from ..look import META, look
from .view import TextView


class Gutter(QWidget):
    """Paints the number of each turn that begins in sight on the baseline of its first line."""

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view
        self.numbers: dict[int, int] = {}  # block → number of the turn that begins there

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), look().color("paper"))
        scene = self._view.scene
        if scene is None:
            return
        painter.setFont(look().font(META))
        painter.setPen(look().color("ink3"))
        offset = self._view.verticalScrollBar().value()
        width = self.width() - look().px(14)
        for block in range(*self._view.window()):
            number = self.numbers.get(block)
            lines = scene.geometry.lines(block) if number is not None else ()
            if lines:
                base = lines[0].baseline - offset
                place = QRectF(0, base - 100, width, 100 + painter.fontMetrics().descent())
                painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, str(number))

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
