"""The line that says why: offered wherever the codebook is changed, never asked for."""

from PySide6.QtWidgets import QLineEdit, QWidget


class WhyField(QLineEdit):
    """One line; empty is fine."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Why? (may stay empty)"))
        self.setAccessibleName(self.tr("Why?"))
        self.setToolTip(self.tr("One line that stands in the history"))

    @property
    def reason(self) -> str:
        """What was written."""
        return self.text().strip()
