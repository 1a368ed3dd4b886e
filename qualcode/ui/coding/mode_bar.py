"""The line over the text that says which mode is on, and how to end it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ..look import look
from ..parts.elided import ElidedLabel


class ModeBar(QFrame):
    """Hidden while no mode is on."""

    ended = Signal()
    other_wanted = Signal()  # another code for the mode that keeps one

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("modeBar")
        self.mark = QLabel(self)
        self.text = ElidedLabel(self)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.other = QPushButton(self)
        self.end = QPushButton(self)
        for button in (self.other, self.end):
            button.setProperty("kind", "quiet")
        self.other.clicked.connect(self.other_wanted)
        self.end.clicked.connect(self.ended)
        row = QHBoxLayout(self)
        row.addWidget(self.mark)
        row.addWidget(self.text, 1)
        row.addWidget(self.other)
        row.addWidget(self.end)
        look().follow(self._take_look)
        self._speak()
        self._take_look()
        self.hide()

    def show_mode(self, text: str, icon: QIcon | None = None, other: bool = False) -> None:
        """Say which mode is on; `other` offers to change its code."""
        side = look().px(14)
        self.mark.setVisible(icon is not None)
        if icon is not None:
            self.mark.setPixmap(icon.pixmap(QSize(side, side), self.devicePixelRatioF()))
        self.text.setText(text)
        self.setAccessibleName(text)
        self.other.setVisible(other)
        self.show()

    def _speak(self) -> None:
        self.other.setText(self.tr("Other code…"))
        self.end.setText(self.tr("End (Esc)"))

    def _take_look(self) -> None:
        px, tokens = look().px, look().current
        self.setFixedHeight(px(36))
        self.layout().setContentsMargins(px(16), 0, px(8), 0)
        self.layout().setSpacing(px(8))
        self.setStyleSheet(
            f"QFrame#modeBar {{ background: {tokens.soft}; border: 0; border-left: {px(3)}px solid {tokens.accent};"
            f" border-bottom: {tokens.edge}px solid {tokens.line}; }}"
        )
        self.text.setStyleSheet(f"color: {tokens.ink}; font-weight: bold;")
        for button in (self.other, self.end):
            button.setStyleSheet(f"QPushButton {{ min-height: {px(24)}px; color: {tokens.ink}; }}")
            button.setCursor(Qt.CursorShape.ArrowCursor)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
