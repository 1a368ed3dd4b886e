"""A quiet question that offers to write about it; it can be passed over, and put away for good."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ..look import META, Look
from ..views.flow import FlowLayout
from ..views.ground import Ground, Words


class PromptNote(Ground):
    """A question and what can be done with it: `wanted`, `passed` over for now, `dismissed` in this project."""

    wanted, passed, dismissed = Signal(), Signal(), Signal()

    def __init__(self, look: Look, passing: str, parent: QWidget) -> None:
        super().__init__(look, "soft", parent)
        self._look = look
        self.text = Words(look, META, "ink", wrap=True, parent=self)
        self.write_button = QPushButton(self.tr("Write a memo"), self)
        self.pass_button = QPushButton(passing, self)
        self.dismiss_button = QPushButton(self.tr("Ask no more"), self)
        self.dismiss_button.setToolTip(self.tr("Do not ask again in this project"))
        self.write_button.clicked.connect(self.wanted)
        self.pass_button.clicked.connect(self.passed)
        self.dismiss_button.clicked.connect(self.dismissed)
        self._line = FlowLayout(gap=look.px(4))
        for button in (self.write_button, self.pass_button, self.dismiss_button):
            button.setProperty("kind", "quiet")
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._line.addWidget(button)
        self._down = QVBoxLayout(self)
        self._down.addWidget(self.text)
        self._down.addLayout(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        look.dress(self)
        look.follow(self._take_look)
        self._take_look()

    def ask(self, question: str, tip: str = "") -> None:
        """Ask this."""
        self.text.setText(question)
        self.text.setToolTip(tip)
        self.setAccessibleName(question)

    def _take_look(self) -> None:
        px = self._look.px
        self._down.setContentsMargins(px(8), px(6), px(8), px(2))
        self._down.setSpacing(0)
        self.text.setContentsMargins(px(8), 0, px(8), 0)  # in line with the words of the buttons
        for button in (self.write_button, self.pass_button, self.dismiss_button):
            button.setStyleSheet(f"padding: 0 {px(8)}px; min-height: {px(24)}px;")
