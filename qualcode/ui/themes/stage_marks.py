"""How far a theme has grown, as four steps: candidate one, named all four, dropped none."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ...domain.themes import STAGES
from ..look import Look

STEPS, STEP, HIGH, GAP = 4, 8, 6, 2


def marks_width(look: Look) -> int:
    """How wide the four steps are."""
    return STEPS * look.px(STEP) + (STEPS - 1) * look.px(GAP)


def paint_stage(painter: QPainter, left: float, middle: float, stage: str, look: Look) -> None:
    """Paint the steps from `left` on, around the height `middle`."""
    filled = 0 if stage == "dropped" else STAGES.index(stage) + 1
    step, high, gap = look.px(STEP), look.px(HIGH), look.px(GAP)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.color("ink2"), 1))
    for number in range(STEPS):
        painter.setBrush(look.color("ink2") if number < filled else Qt.BrushStyle.NoBrush)
        box = QRectF(left + number * (step + gap) + 0.5, middle - high / 2 + 0.5, step - 1, high - 1)
        painter.drawRoundedRect(box, 2, 2)
    painter.restore()


class StageMarks(QWidget):
    """The same as a sign beside words that say it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._stage = look, STAGES[0]
        look.follow(self._take_look)
        self._take_look()

    def show_stage(self, stage: str) -> None:
        """Show another stage."""
        self._stage = stage
        self.update()

    def _take_look(self) -> None:
        self.setFixedSize(QSize(marks_width(self._look), self._look.px(16)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_stage(painter, 0, self.height() / 2, self._stage, self._look)
        painter.end()
