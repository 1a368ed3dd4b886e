"""Writing on the map: the words of a note, the name of a group, the kind of a relation in one's own words."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from ..look import BODY, META, Look


class NoteField(QPlainTextEdit):
    """Lies over a note. Ctrl+Enter or a click elsewhere keeps what is written, Esc does not."""

    def __init__(self, look: Look, text: str, box: QRect, keep: Callable[[str], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._keep: Callable[[str], object] | None = keep
        self._before = text
        self.setAccessibleName(self.tr("Text of the note"))
        self.setPlaceholderText(self.tr("Write a note"))
        self.setTabChangesFocus(True)
        self.setFont(look.font(BODY))
        self.setPlainText(text)
        self.selectAll()
        self.setGeometry(box.x(), box.y(), max(box.width(), look.px(180)), max(box.height(), look.px(84)))
        self._say_keys(look, parent)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_keys(self, look: Look, parent: QWidget) -> None:
        """How it is kept and left, below the field, or above it where there is no room."""
        colors = look.current
        self.keys = QLabel(self.tr("Ctrl+Enter keeps the note, Esc does not"), parent)
        self.keys.setStyleSheet(
            f"QLabel {{ background: {colors.raised}; color: {colors.ink2}; font-size: {look.px(META)}px;"
            f" border: {colors.edge}px solid {colors.line2}; padding: {look.px(2)}px {look.px(6)}px; }}"
        )
        self.keys.adjustSize()
        gap = look.px(2)
        below = self.geometry().bottom() + 1 + gap
        fits = below + self.keys.height() <= parent.height()
        left = max(0, min(self.x(), parent.width() - self.keys.width()))
        self.keys.move(left, below if fits else max(0, self.y() - gap - self.keys.height()))
        self.setAccessibleDescription(self.keys.text())
        self.keys.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._keep = None
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._leave()

    def _leave(self) -> None:
        keep, self._keep = self._keep, None
        text = self.toPlainText().strip()
        if self.isHidden():
            return
        self.hide()
        self.keys.hide()
        self.keys.deleteLater()
        self.deleteLater()
        self.parentWidget().setFocus(Qt.FocusReason.OtherFocusReason)
        if keep is not None and text and text != self._before:
            keep(text)


class LineField(QLineEdit):
    """The same for one line; Enter keeps it."""

    def __init__(
        self, look: Look, name: str, text: str, box: QRect, keep: Callable[[str], object], parent: QWidget
    ) -> None:
        super().__init__(text, parent)
        self._keep: Callable[[str], object] | None = keep
        self._before = text
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setFont(look.font(BODY))
        self.selectAll()
        width = min(max(box.width(), look.px(220)), max(parent.width() - 8, look.px(120)))
        left = max(4, min(box.x(), parent.width() - width - 4))
        top = max(4, min(box.y(), parent.height() - look.px(40)))
        self.setGeometry(left, top, width, look.px(34))
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._keep = None
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._leave()

    def _leave(self) -> None:
        keep, self._keep = self._keep, None
        text = self.text().strip()
        if self.isHidden():
            return
        self.hide()
        self.deleteLater()
        self.parentWidget().setFocus(Qt.FocusReason.OtherFocusReason)
        if keep is not None and text and text != self._before:
            keep(text)
