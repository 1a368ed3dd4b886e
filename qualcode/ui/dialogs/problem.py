"""Says in one place what is wrong, why, and what can be done now."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..look import TITLE, look


class ProblemDialog(QDialog):
    """A title, a sentence, and a button for each way out; `chosen` is the way that was taken ("": none)."""

    def __init__(self, title: str, words: str, ways: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen = ""
        self.setWindowTitle(title)
        px = look().px
        head = QLabel(title, self)
        head.setFont(look().font(TITLE, bold=True))
        head.setWordWrap(True)
        text = QLabel(words, self)
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addStretch(1)
        for number, (way, label) in enumerate(ways):
            button = QPushButton(label, self)
            button.setProperty("kind", "filled" if number == 0 else "")
            button.setDefault(number == 0)
            button.clicked.connect(lambda _checked=False, way=way: self._take(way))
            row.addWidget(button)
        close = QPushButton(self.tr("Close"), self)
        close.setProperty("kind", "quiet" if ways else "filled")
        close.setDefault(not ways)
        close.clicked.connect(self.reject)
        row.addWidget(close)
        down = QVBoxLayout(self)
        down.setContentsMargins(px(24), px(24), px(24), px(16))
        down.setSpacing(px(12))
        for part in (head, text):
            down.addWidget(part)
        down.addSpacing(px(8))
        down.addLayout(row)
        self.setMinimumWidth(px(460))

    def _take(self, way: str) -> None:
        self.chosen = way
        self.accept()
