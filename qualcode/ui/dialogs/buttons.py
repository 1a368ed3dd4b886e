"""The one filled button of a dialog."""

from PySide6.QtWidgets import QPushButton


def fill(button: QPushButton) -> None:
    """Let a button stand out as the way on; a button box has dressed it already, so it is dressed again."""
    button.setProperty("kind", "filled")
    button.style().unpolish(button)
    button.style().polish(button)
