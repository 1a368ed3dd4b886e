"""Grounds and words in the colour of a role; palettes and fonts are lost when the style sheet is polished."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from ..look import BODY, Look


class Ground(QWidget):
    """Fills itself before its children are painted."""

    def __init__(self, look: Look, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground_look = look
        self._role = role
        look.follow(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._ground_look.color(self._role))


class Words(QLabel):
    """A label in a size and the colour of a role, kept through every change of scheme and scale."""

    def __init__(
        self,
        look: Look,
        size: float = BODY,
        role: str = "ink",
        *,
        bold: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ground_look = look
        self._dress = (size, role, bold)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        look.follow(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        look, (size, role, bold) = self._ground_look, self._dress
        weight = "bold" if bold else "normal"
        self.setStyleSheet(
            f"QLabel {{ font-size: {look.px(size)}px; font-weight: {weight}; color: {getattr(look.current, role)}; }}"
        )


class Pages(QStackedWidget):
    """Pages that take the room there is, not what their contents would like: within a view that scrolls only where
    there is less room than the least."""

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()
