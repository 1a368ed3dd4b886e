"""The steps of the heat ramp with what they stand for."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...domain.palette import HEAT_DARK, HEAT_LIGHT
from ..look import HINT, META, Look

_LEFT = 164  # where the steps begin, below the first column of the map


class Legend(QWidget):
    """The steps of the ramp that a value can have, from nothing on, with what they stand for."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = ""
        self._steps: tuple[str, ...] = ()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.follow(self.updateGeometry)

    def show_legend(self, name: str, steps: tuple[str, ...]) -> None:
        """Show the name of a measure and of its steps."""
        self._name, self._steps = name, steps
        self.setAccessibleName(f"{name}: {', '.join(steps)}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(480), self._look.px(42))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(42))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._steps:
            return
        look = self._look
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # charts are never mirrored
        top, height = look.px(6), look.px(12)
        painter.setFont(look.font(META))
        painter.setPen(look.color("ink2"))
        left = max(look.px(_LEFT), painter.fontMetrics().horizontalAdvance(self._name) + look.px(32))
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(0, top - height, left - look.px(16), 3 * height), align, self._name)
        painter.setFont(look.font(HINT))
        metrics = painter.fontMetrics()
        widest = max(metrics.horizontalAdvance(text) for text in self._steps)
        step = max(look.px(24), widest + look.px(8))
        step = max(look.px(16), min(step, (self.width() - left - look.px(8)) // len(self._steps)))
        ramp = HEAT_DARK if look.current.dark else HEAT_LIGHT
        for place, (color, text) in enumerate(zip(ramp, self._steps, strict=False)):
            box = QRect(left + place * step, top, step, height)
            painter.fillRect(box, QColor(color))
            painter.setPen(look.color("ink3"))
            under = box.translated(0, height + look.px(2))
            under.setHeight(look.px(16))
            if metrics.horizontalAdvance(text) <= step or place % 2 == 0:
                painter.drawText(under.adjusted(-step, 0, step, 0), Qt.AlignmentFlag.AlignCenter, text)
