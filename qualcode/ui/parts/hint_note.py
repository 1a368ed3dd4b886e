"""A quiet line that explains something once, until it is dismissed; it never stands in the way."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ..look import META, Look
from ..views.ground import Ground, Words
from .elided import ElidedLabel

_ROOMY = 500  # px of window; below them it takes one line


class HintNote(Ground):
    """A sentence or two, and a button that takes them away. In a low window one line, and a button that opens it."""

    dismissed = Signal()

    def __init__(self, text: str, tip: str, look: Look, parent: QWidget) -> None:
        super().__init__(look, "soft", parent)
        self._look = look
        self.text = Words(look, META, "ink", wrap=True, parent=self)
        self.text.setText(text)
        self.text.setToolTip(tip)
        self.line = ElidedLabel(self)
        self.line.setText(text)
        for label in (self.text, self.line):
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(text)
        self.read = QPushButton(self.tr("Read"), self)
        self.read.setCheckable(True)
        self.read.setAccessibleName(self.tr("Read the whole hint"))
        self.read.toggled.connect(self._suit)
        self.button = QPushButton(self.tr("Understood"), self)
        self.button.setAccessibleName(self.tr("Understood: do not show this again"))
        self.button.setToolTip(self.tr("Do not show this again in this project"))
        self.button.clicked.connect(self.dismissed)
        self._line = QHBoxLayout(self)
        for label in (self.text, self.line):
            self._line.addWidget(label, 1)
        for button in (self.read, self.button):
            button.setProperty("kind", "quiet")
            button.setAutoDefault(False)
            self._line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        parent.installEventFilter(self)
        look.follow(self._dress)
        self._dress()

    def _dress(self) -> None:
        px = self._look.px
        self._line.setContentsMargins(px(16), px(4), px(8), px(4))
        self._line.setSpacing(px(12))
        self.line.setStyleSheet(f"QLabel {{ font-size: {px(META)}px; color: {self._look.current.ink}; }}")
        self._suit()

    def _suit(self) -> None:
        """One line or all of it."""
        low = self.window().height() < self._look.px(_ROOMY)
        edges, gap = self._line.contentsMargins(), self._line.spacing()
        room = self.parentWidget().width() - edges.left() - edges.right() - gap - self.button.sizeHint().width()
        cut = low and self.line.sizeHint().width() > room
        self.read.setVisible(cut)
        self.line.setVisible(low and not self.read.isChecked())
        self.text.setVisible(not low or self.read.isChecked())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._suit()
        return bool(super().eventFilter(watched, event))
