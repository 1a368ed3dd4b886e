"""A field that comes when something is to be named or found, and that Esc closes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ..parts.field_icon import ClearCross


class NameField(QLineEdit):
    """A line to write in; `left` when Esc is pressed, `down` when one goes on to what stands below."""

    left = Signal()
    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.down.emit()
        else:
            super().keyPressEvent(event)


def find_field(words: str, parent: QWidget) -> NameField:
    """A field that says with these words what is found in it."""
    field = NameField(parent)
    field.setPlaceholderText(words)
    field.setAccessibleName(words)
    ClearCross(field)
    return field
