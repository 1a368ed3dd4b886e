"""The bar that finds characters in the open document."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from ...domain.errors import BadInput
from ...domain.queries import TextQuery, substring_query
from ..icons import icon
from ..look import look
from ..parts.field_icon import ClearCross, FieldIcon


class FindField(QLineEdit):
    """Enter goes on, Shift+Enter back, Esc leaves."""

    stepped = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QFrame):
    """Looks for characters in the open document, case and accents folded."""

    asked = Signal(object)  # a TextQuery, or None: nothing to look for
    moved = Signal(int)  # number of the hit to go to
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hits: Sequence[tuple[int, int]] = ()
        self._current = -1
        self._stale = False  # the text is another one since it was looked through
        self.field = FindField(self)
        self.field.setPlaceholderText(self.tr("Find in this document"))
        self.field.setAccessibleName(self.tr("Find in this document"))
        FieldIcon("search", self.field)
        ClearCross(self.field)
        self.count = QLabel(self)
        self.previous = self._button("", self.tr("Previous (Shift+Enter)"), lambda: self.step(-1))
        self.next = self._button("", self.tr("Next (Enter)"), lambda: self.step(1))
        self.previous.setArrowType(Qt.ArrowType.UpArrow)
        self.next.setArrowType(Qt.ArrowType.DownArrow)
        close = self._button("close", self.tr("Close (Esc)"), self._leave)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look().px(16), look().px(4), look().px(8), look().px(4))
        layout.addWidget(self.field, 1)
        for part in (self.count, self.previous, self.next, close):
            layout.addWidget(part)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)  # letters that come together, pasted or composed, are asked for together
        self._timer.timeout.connect(self._ask)
        self.field.textChanged.connect(lambda _text: self._timer.start())
        self.field.stepped.connect(self._entered)
        self.field.left.connect(self._leave)
        self.hide()

    def _button(self, picture: str, name: str, then: object) -> QToolButton:
        button = QToolButton(self)
        if picture:
            button.setIcon(icon(picture))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(then)
        return button

    def open(self, text: str = "") -> None:
        """Show the bar, looking for `text` if there is some."""
        self.show()
        if text:
            self.field.setText(text)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._ask()

    def ask_again(self) -> None:
        """Another document: look for the same there."""
        if self.isVisible():
            self._ask()

    def _ask(self) -> None:
        self._timer.stop()
        self._stale = False
        try:
            query: TextQuery | None = substring_query(self.field.text())
        except BadInput:
            query = None
        self.asked.emit(query)

    def show_hits(self, hits: Sequence[tuple[int, int]], near: int) -> None:
        """These were found; the first at or behind `near` is the one to look at."""
        self._hits = hits
        self._current = next((number for number, hit in enumerate(hits) if hit[0] >= near), 0 if hits else -1)
        self._say()

    def forget(self) -> None:
        """The text has changed: the next step looks for the same anew."""
        self._hits, self._current, self._stale = (), -1, True
        self.count.setText("")

    def _entered(self, step: int) -> None:
        if self._timer.isActive() or self._stale:
            self._ask()
        else:
            self.step(step)

    def step(self, step: int) -> None:
        """The next (1) or previous (-1) hit, round the end."""
        if self._stale and self.isVisible():
            self._ask()
        elif self._hits:
            self._current = (self._current + step) % len(self._hits)
            self._say()

    def _say(self) -> None:
        number = len(self._hits)
        if number:
            text = self.tr("{current} of {all}").replace("{current}", str(self._current + 1))
            self.count.setText(text.replace("{all}", str(number)))
        else:
            self.count.setText(self.tr("Nothing found") if self.field.text().strip() else "")
        for button in (self.previous, self.next):
            button.setEnabled(number > 0)
        self.moved.emit(self._current)

    def _leave(self) -> None:
        self.hide()
        self.asked.emit(None)
        self.closed.emit()
