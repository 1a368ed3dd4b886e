"""A few lines about a piece of evidence, kept when the small window closes."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from ..look import META, Look
from ..parts.popup import Popup


class _Lines(QPlainTextEdit):
    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and ctrl:
            self.done.emit()
        else:
            super().keyPressEvent(event)


class CommentPopup(Popup):
    """Fires `left` with what is written when it closes; Esc closes it too, and nothing is lost."""

    left = Signal(str)

    def __init__(self, text: str, look: Look, parent: QWidget) -> None:
        super().__init__("", parent)
        name = self.tr("What does it show?")
        self.setAccessibleName(name)
        self._said = False
        label = QLabel(name, self)
        label.setFont(look.font(META, bold=True))
        self.lines = _Lines(self)
        self.lines.setAccessibleName(name)
        self.lines.setPlainText(text)
        self.lines.setTabChangesFocus(True)
        self.lines.setFixedSize(look.px(300), look.px(96))
        self.lines.moveCursor(QTextCursor.MoveOperation.End)
        self.lines.done.connect(self.close)
        label.setBuddy(self.lines)
        self.body.addWidget(label)
        self.body.addWidget(self.lines)
        look.dress(self)

    def open_at(self, place: QPoint) -> None:
        """Show it at a place of the screen, as far as there is room."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        x = max(room.left(), min(place.x(), room.right() - self.width()))
        y = max(room.top(), min(place.y(), room.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.lines.setFocus(Qt.FocusReason.PopupFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._said:
            self._said = True
            self.left.emit(self.lines.toPlainText().strip())
        super().closeEvent(event)
