"""A field for a day that `Tab` enters and leaves like any other field."""

from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QWidget


class DateField(QDateEdit):
    """The arrows to the left and right go from day to month and year; Qt's own field has `Tab` do that, too, which
    looks as if the keys were caught in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return QAbstractSpinBox.focusNextPrevChild(self, forward)
