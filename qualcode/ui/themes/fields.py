"""Texts of a theme that are saved on leaving them, and a name that is; each grows with what is written in it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from ..look import TITLE, Look

_LEAST, _MOST = 2, 12  # lines


class SavedText(QPlainTextEdit):
    """Fires `saved` with its text when the keys leave it and it says something else than what is stored."""

    saved = Signal(str)

    def __init__(self, look: Look, name: str, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._stored = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit)
        look.follow(self._fit)

    def show_text(self, text: str, anew: bool) -> None:
        """Show what is stored; what is being written stays, unless another thing is shown `anew`."""
        typed = not anew and self.toPlainText().strip() != self._stored.strip()
        self._stored = text
        if not typed and self.toPlainText() != text:
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
            self._fit()

    def save(self) -> None:
        """Say what is to be stored, if that is something else."""
        text = self.toPlainText().strip()
        if not self.isReadOnly() and text != self._stored.strip():
            self._stored = text
            self.saved.emit(text)

    def restore(self, text: str) -> None:
        """What was to be stored was refused: the next leaving tries again."""
        self._stored = text

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.save()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and ctrl:
            self.save()
        else:
            super().keyPressEvent(event)

    # ── height ──
    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        lines = max(_LEAST, min(_MOST, round(self.document().size().height())))
        self.setFixedHeight(lines * line + self._look.px(18))
        always = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines == _MOST else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(always)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())


class SavedName(QLineEdit):
    """A name on one line; Enter or leaving it saves, Esc takes back what was typed."""

    saved = Signal(str)

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._stored = ""
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.editingFinished.connect(self.save)
        look.follow(self._take_look)
        self._take_look()

    def _take_look(self) -> None:
        px, tokens = self._look.px, self._look.current
        # an edge only where something can be written: on a panel the name reads as a title
        self.setStyleSheet(
            f"QLineEdit {{ font-size: {px(TITLE)}px; font-weight: bold; padding: 0 {px(4)}px; background: transparent; "
            f"border: {tokens.edge}px solid transparent; }}"
            f"QLineEdit:hover:!read-only {{ border-color: {tokens.line2}; }}"
            f"QLineEdit:focus {{ border: 2px solid {tokens.focus}; background: {tokens.paper}; }}"
        )

    def show_name(self, name: str, anew: bool) -> None:
        """Show the name; what is being typed stays, unless another thing is shown `anew`."""
        typed = not anew and self.hasFocus() and self.text().strip() != self._stored
        self._stored = name
        if not typed:
            self.setText(name)
            self.setCursorPosition(0)

    def save(self) -> None:
        """Say the new name, if it is one."""
        name = " ".join(self.text().split())
        if not name:
            self.setText(self._stored)
        elif name != self._stored and not self.isReadOnly():
            self._stored = name
            self.saved.emit(name)

    def restore(self, name: str) -> None:
        """The name was refused."""
        self._stored = name
        self.setText(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._stored:
            self.setText(self._stored)
        else:
            super().keyPressEvent(event)
