"""Flags in the history: the names of points, beside the steps whose state they name; a step can be named there."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton, QWidget

from ...app.named_versions import Named, named_versions
from ...domain.history import Step
from ..bridge import Bridge
from ..icons import icon
from ..look import META, look
from ..views.flow import FlowLayout

_FLAG, _GAP = 14, 4  # px


class HistoryFlags(QObject):
    """Reads the named points when the history is shown for the first time, and keeps them up to date.

    `told` hears what is new: the names by the number of the step.
    """

    def __init__(self, bridge: Bridge, panel: QWidget, told: Callable[[dict[int, str]], None]) -> None:
        super().__init__(panel)
        self._bridge, self._told = bridge, told
        self._asked = False
        panel.installEventFilter(self)
        bridge.followed.connect(self._stepped)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and not self._asked:
            self._asked = True
            self._ask()
        return False

    def _stepped(self, step: Step) -> None:
        if self._asked and step.touches("named_version"):
            self._ask()

    def _ask(self) -> None:
        self._bridge.ask(named_versions, self._arrived, now=True)

    def _arrived(self, found: list[Named]) -> None:
        names: dict[int, list[str]] = {}
        for one in found:
            names.setdefault(one.version.step, []).append(one.version.name)
        self._told({number: " · ".join(several) for number, several in names.items()})


class StepButtons(QWidget):
    """What can be done about the chosen step: undo it, or name the point after it."""

    def __init__(self, undo: QPushButton, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = QPushButton(self.tr("Name this point…"), self)
        self.name.setProperty("kind", "quiet")
        self.name.setToolTip(self.tr("Give the state after this step a name"))
        self._row = FlowLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for button in (undo, self.name):
            self._row.addWidget(button)

    def take(self, button: QPushButton) -> None:
        """One more thing that can be done."""
        self._row.addWidget(button)


def paint_flag(painter: QPainter, name: str, line: QRect, direction: Qt.LayoutDirection) -> QRect:
    """A flag and the name of a point at the end of a line; what is left of the line for other words."""
    if not name:
        return line
    px = look().px
    painter.setFont(look().font(META, bold=True))
    painter.setPen(look().color("accent"))
    words = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, line.width() // 2)
    side = px(_FLAG)
    width = painter.fontMetrics().horizontalAdvance(words) + side + px(_GAP)
    mirrored = direction == Qt.LayoutDirection.RightToLeft
    box = QRect(line.left() if mirrored else line.right() - width, line.top(), width, line.height())
    x = box.right() - side if mirrored else box.left()
    icon("flag", "accent").paint(painter, x, box.center().y() - side // 2, side, side)
    inset = side + px(_GAP)
    said = box.adjusted(0, 0, -inset, 0) if mirrored else box.adjusted(inset, 0, 0, 0)
    painter.drawText(said, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, words)
    rest = width + px(12)
    return line.adjusted(rest, 0, 0, 0) if mirrored else line.adjusted(0, 0, -rest, 0)
