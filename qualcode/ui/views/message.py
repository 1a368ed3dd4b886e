"""What stands where there is nothing to show: one sentence and mostly one button."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ..look import Look
from .ground import Words


class Message(QWidget):
    """One sentence and one button, in the middle."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._do: Callable[[], object] = lambda: None
        self.text = Words(look, role="ink2", wrap=True, parent=self)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton(self)
        self.button.clicked.connect(self._clicked)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.text)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        look.follow(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        look = self._look
        self.layout().setSpacing(look.px(12))
        margin = look.px(24)
        self.layout().setContentsMargins(margin, margin, margin, margin)

    def say(self, text: str, button: str = "", do: Callable[[], object] = lambda: None) -> None:
        """Show a sentence and what can be done about it, if a button can."""
        self.text.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self._do = do

    def _clicked(self) -> None:
        self._do()
