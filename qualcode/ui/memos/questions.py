"""Questions of the study's method to start a memo from, offered where a new one has no words yet."""

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ...domain.methods import Method
from ..bridge import Bridge
from ..memory import recall, remember
from ..translation import say
from .writing import MemoText

_DISMISSED = "hint/memo-questions"


class MemoQuestions(QPushButton):
    """A button with a menu of questions; a chosen one is written into the memo. Can be dismissed for good."""

    def __init__(self, bridge: Bridge, text: MemoText, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._text = bridge, text
        self._usual = text.placeholderText()
        self.setText(self.tr("Questions"))
        self.setToolTip(self.tr("Questions to start from"))
        self.setAccessibleName(self.tr("Questions to start from"))
        self.setAutoDefault(False)
        menu = QMenu(self)
        menu.aboutToShow.connect(self._list)
        self.setMenu(menu)
        self.hide()

    def offer(self, wanted: bool) -> None:
        """Show the questions if the memo is a new one without words (`wanted`) and the method has some."""
        method: Method | None = self._bridge.method
        there = wanted and method is not None and bool(method.prompts) and not recall(_DISMISSED)
        self.setVisible(there)
        if there and method is not None:
            self._text.setPlaceholderText("\n".join(say(question) for question in method.prompts))
        else:
            self._text.setPlaceholderText(self._usual)

    def _list(self) -> None:
        menu = self.menu()
        menu.clear()
        method = self._bridge.method
        for question in method.prompts if method is not None else ():
            words = say(question)
            menu.addAction(words.replace("&", "&&")).triggered.connect(
                lambda _checked=False, words=words: self.write(words)
            )
        menu.addSeparator()
        menu.addAction(self.tr("Offer no questions any more")).triggered.connect(self._dismiss)

    def write(self, question: str) -> None:
        """Put a question into the memo, and the cursor below it."""
        self._text.insertPlainText(f"*{question}*\n\n")
        self._text.setFocus()

    def _dismiss(self) -> None:
        remember(_DISMISSED, "1")
        self.offer(False)
        self._text.setFocus()
