"""What the user may choose: who codes, language, look, sizes, keys."""

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...app.settings import Settings
from ...domain.codebook import clean_name
from ...domain.errors import QualcodeError
from ...domain.percents import per_cent
from ..look import SCALES, look, resize
from ..parts.form_area import FormArea
from ..reader.style import keep_style, style_of
from ..translation import LANGUAGES, say
from .reading import ReadingFields


class SettingsDialog(QDialog):
    """Fields over a copy of the settings; `chosen` holds what was chosen once accepted."""

    def __init__(self, present: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen = present
        self.setWindowTitle(self.tr("Settings"))
        px = look().px
        self.coder = QLineEdit(present.coder, self)
        self.language = QComboBox(self)
        self.language.setAccessibleName(self.tr("Language"))
        self.language.addItem(self.tr("As the system"), "")
        for key, name in LANGUAGES.items():
            self.language.addItem(name, key)
        self.language.setCurrentIndex(max(0, self.language.findData(present.language)))
        self.look = QComboBox(self)
        self.look.setAccessibleName(self.tr("Colours"))
        for key, name in (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("contrast", self.tr("High contrast")),
        ):
            self.look.addItem(name, key)
        self.look.setCurrentIndex(max(0, self.look.findData(present.look)))
        self.scale = self._number(*SCALES, present.scale, say(per_cent("")), 10)
        self.reading = ReadingFields(style_of(present), self)
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.problem.setStyleSheet(f"color: {look().current.danger};")
        self.problem.hide()
        form = QFormLayout()
        form.setSpacing(px(12))
        form.addRow(self.tr("Your name as a coder"), self.coder)
        form.addRow("", self._note(self.tr("A new name acts from the next time a project is opened.")))
        form.addRow(self.tr("Language"), self.language)
        form.addRow(self.tr("Colours"), self.look)
        form.addRow(self.tr("Size of everything"), self.scale)
        form.addRow(self.tr("Transcripts"), self.reading)
        buttons = QDialogButtonBox(self)
        keep = QPushButton(self.tr("Save"), self)
        keep.setProperty("kind", "filled")  # before the box polishes it
        buttons.addButton(keep, QDialogButtonBox.ButtonRole.AcceptRole)
        keep.setDefault(True)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        down = QVBoxLayout(self)
        down.setContentsMargins(*[px(24)] * 4)
        down.setSpacing(px(16))
        down.addWidget(FormArea(form, px(120), self))
        down.addWidget(self.problem)
        down.addStretch(1)
        down.addWidget(buttons)
        resize(self, max(px(480), self.sizeHint().width()), self.sizeHint().height())

    def _number(self, least: int, most: int, value: int, unit: str, step: int) -> QSpinBox:
        field = QSpinBox(self)
        field.setRange(least, most)
        field.setSingleStep(step)
        field.setSuffix(unit)
        field.setValue(value)
        return field

    def _note(self, text: str) -> QLabel:
        note = QLabel(text, self)
        note.setWordWrap(True)
        note.setStyleSheet(f"color: {look().current.ink2};")
        return note

    def _accept(self) -> None:
        try:
            self.chosen.coder = clean_name(self.coder.text(), "coder")
        except QualcodeError as error:
            self.problem.setText(say(error))
            self.problem.show()
            self.coder.setFocus()
            return
        self.chosen.language = self.language.currentData()
        self.chosen.look = self.look.currentData()
        keep_style(self.chosen, self.reading.chosen)
        self.chosen.scale = self.scale.value()
        self.accept()

    def write(self, kept: Settings) -> None:
        """Put what was chosen into the settings."""
        for name in ("coder", "language", "look", "scale"):
            setattr(kept, name, getattr(self.chosen, name))
        keep_style(kept, self.reading.chosen)
