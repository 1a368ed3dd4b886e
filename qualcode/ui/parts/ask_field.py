"""A field whose Enter, Tab, Esc and arrows belong to the list below it, but never while an input method composes."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_TAKEN = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


class AskField(QLineEdit):
    """`also` says which further keys go to the list."""

    pressed = Signal(QKeyEvent)

    def __init__(self, parent: QWidget, also: Callable[[QKeyEvent], bool] = lambda _event: False) -> None:
        super().__init__(parent)
        self.composing = False
        self._also = also

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        if event.preeditString():
            self.composing = True
        elif self.composing:
            # some platforms deliver the Enter that ended the composition as a key of its own
            QTimer.singleShot(0, self._composed)

    def _composed(self) -> None:
        self.composing = False

    def event(self, event: QEvent) -> bool:
        # Tab would leave the field before keyPressEvent sees it
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and (event.key() in _TAKEN or self._also(event)):
            self.pressed.emit(event)
            event.accept()
            return True
        return bool(super().event(event))
