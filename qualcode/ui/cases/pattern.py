"""Asking for the pattern of display ids, with a look at what it gives."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from ...app.display_names import PATTERN, numbered, require_pattern
from ...domain.errors import BadInput
from ..look import META, look
from ..translation import say
from ..views.ground import Words


class PatternDialog(QDialog):
    """A field for the pattern; below it the first ids it makes, or why it makes none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        px = look().px
        self.setWindowTitle(self.tr("Give display ids"))
        self.words = Words(
            look(),
            role="ink2",
            wrap=True,
            parent=self,
        )
        self.words.setText(
            self.tr("Exports can call people by these instead of their names. Those that have one keep it.")
        )
        self.field = QLineEdit(PATTERN, self)
        self.field.setAccessibleName(self.tr("Pattern"))
        self.example = Words(look(), META, "ink2", wrap=True, parent=self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        self.button = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.button.setText(self.tr("Give display ids"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.field.textChanged.connect(lambda _text: self._show())
        form = QFormLayout(self)
        form.setContentsMargins(*[px(16)] * 4)
        form.setSpacing(px(8))
        form.addRow(self.words)
        form.addRow(self.tr("Pattern"), self.field)
        form.addRow(self.example)
        form.addRow(buttons)
        self.setMinimumWidth(px(400))
        self._show()
        self.field.selectAll()

    def _show(self) -> None:
        try:
            require_pattern(self.field.text())
        except BadInput as error:
            self.example.setText(say(error))
            self.button.setEnabled(False)
            return
        made = ", ".join(numbered(self.field.text().strip(), number) for number in (1, 2, 3))
        self.example.setText(f"{made} …")
        self.button.setEnabled(True)


def ask_pattern(parent: QWidget, then: Callable[[str], None]) -> None:
    """Ask for a pattern, and go on with it."""
    dialog = PatternDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: then(dialog.field.text()))
    dialog.open()
