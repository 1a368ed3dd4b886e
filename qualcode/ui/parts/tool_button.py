"""A button of a bar: a picture, and mostly what it does in words beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from ..icons import icon


def tool_button(picture: str, text: str, parent: QWidget, worded: bool = True) -> QToolButton:
    """A button that says what it does to everybody: in words beside the picture (if `worded`), or when pointed at."""
    button = QToolButton(parent)
    button.setIcon(icon(picture))
    button.setText(text)
    button.setToolTip(text)
    button.setAccessibleName(text)
    styles = Qt.ToolButtonStyle
    button.setToolButtonStyle(styles.ToolButtonTextBesideIcon if worded else styles.ToolButtonIconOnly)
    return button
