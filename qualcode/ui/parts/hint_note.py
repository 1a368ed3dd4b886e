"""A quiet line that explains something once, until it is dismissed; it never stands in the way."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ..look import META, Look
from ..views.ground import Ground, Words


class HintNote(Ground):
    """A sentence or two, and a button that takes them away."""

    dismissed = Signal()

    def __init__(self, text: str, tip: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "soft", parent)
        self._look = look
        self.text = Words(look, META, "ink", wrap=True, parent=self)
        self.text.setText(text)
        self.text.setToolTip(tip)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(text)
        self.button = QPushButton(self.tr("Understood"), self)
        self.button.setProperty("kind", "quiet")
        self.button.setAccessibleName(self.tr("Understood: do not show this again"))
        self.button.setToolTip(self.tr("Do not show this again in this project"))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.dismissed)
        self._line = QHBoxLayout(self)
        self._line.addWidget(self.text, 1)
        self._line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        look.follow(self._dress)
        self._dress()

    def _dress(self) -> None:
        px = self._look.px
        self._line.setContentsMargins(px(16), px(4), px(8), px(4))
        self._line.setSpacing(px(12))
