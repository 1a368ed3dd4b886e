"""Asks once who codes: the name that stands with every step and coding."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ...domain.codebook import clean_name
from ...domain.errors import QualcodeError
from ..look import TITLE, look
from ..translation import say


class WhoCodes(QDialog):
    """One field; `name` is a usable name once the dialog was accepted."""

    def __init__(self, suggestion: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ""
        self.setWindowTitle(self.tr("Who codes?"))
        title = QLabel(self.tr("Who codes?"), self)
        title.setFont(look().font(TITLE, bold=True))
        words = QLabel(
            self.tr("Your name stands beside everything you do, so that a team can tell who coded what."), self
        )
        words.setWordWrap(True)
        self.field = QLineEdit(suggestion, self)
        self.field.setAccessibleName(self.tr("Your name"))
        self.field.selectAll()
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.problem.setStyleSheet(f"color: {look().current.danger};")
        self.problem.hide()
        buttons = QDialogButtonBox(self)
        self.use = QPushButton(self.tr("Use this name"), self)
        self.use.setProperty("kind", "filled")  # before the box polishes it
        buttons.addButton(self.use, QDialogButtonBox.ButtonRole.AcceptRole)
        self.use.setDefault(True)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(look().px(12))
        layout.setContentsMargins(*[look().px(24)] * 4)
        for part in (title, words, self.field, self.problem, buttons):
            layout.addWidget(part)
        self.setMinimumWidth(look().px(420))

    def _accept(self) -> None:
        try:
            self.name = clean_name(self.field.text(), "coder")
        except QualcodeError as error:
            self.problem.setText(say(error))
            self.problem.show()
            self.field.setFocus()
            return
        self.accept()
