"""How transcripts are read: letters, spacing, width, numbers; in the settings, and live under “Aa”."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QComboBox, QFormLayout, QPushButton, QSpinBox, QWidget

from ...domain.percents import per_cent
from ..look import look
from ..parts.popup import Popup
from ..reader.style import SIZES, SPACINGS, WIDTHS, ReadingStyle
from ..translation import say


class ReadingFields(QWidget):
    """The fields of a `ReadingStyle`; `changed` after each choice."""

    changed = Signal(object)  # ReadingStyle

    def __init__(self, style: ReadingStyle, parent: QWidget) -> None:
        super().__init__(parent)
        self._setting = True
        self.family = QComboBox(self)
        self.family.addItem(self.tr("Usual letters"), "")
        for name in QFontDatabase.families():
            if not QFontDatabase.isPrivateFamily(name):
                self.family.addItem(name, name)
        self.family.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.family.setMinimumContentsLength(20)
        self.family.currentIndexChanged.connect(self._tell)
        self.size = self._number(*SIZES, " px", 1)
        self.spacing = self._number(*SPACINGS, say(per_cent("")), 5)
        self.width_ = self._number(*WIDTHS, " px", 20)
        self.numbers = QComboBox(self)
        for key, name in (
            ("turn", self.tr("Turns")),
            ("paragraph", self.tr("Paragraphs")),
            ("line", self.tr("Lines of the file")),
            ("none", self.tr("No numbers")),
        ):
            self.numbers.addItem(name, key)
        self.numbers.currentIndexChanged.connect(self._tell)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(look().px(8))
        for label, field in (
            (self.tr("Letters"), self.family),
            (self.tr("Size"), self.size),
            (self.tr("Line spacing"), self.spacing),
            (self.tr("Longest line"), self.width_),
            (self.tr("Numbers"), self.numbers),
        ):
            form.addRow(label, field)
            field.setAccessibleName(label)
        self.show_style(style)

    def _number(self, least: int, most: int, unit: str, step: int) -> QSpinBox:
        field = QSpinBox(self)
        field.setRange(least, most)
        field.setSingleStep(step)
        field.setSuffix(unit)
        field.valueChanged.connect(self._tell)
        return field

    def show_style(self, style: ReadingStyle) -> None:
        """Fill the fields."""
        self._setting = True
        self.family.setCurrentIndex(max(0, self.family.findData(style.family)))
        self.size.setValue(style.size)
        self.spacing.setValue(style.spacing)
        self.width_.setValue(style.width)
        self.numbers.setCurrentIndex(self.numbers.findData(style.numbers))
        self._setting = False

    @property
    def chosen(self) -> ReadingStyle:
        """What the fields say."""
        return ReadingStyle(
            self.family.currentData(),
            self.size.value(),
            self.spacing.value(),
            self.width_.value(),
            self.numbers.currentData(),
        )

    def _tell(self, _value: int) -> None:
        if not self._setting:
            self.changed.emit(self.chosen)


class ReadingPopup(Popup):
    """The fields under “Aa”: what is chosen is seen at once."""

    changed = Signal(object)  # ReadingStyle

    def __init__(self, style: ReadingStyle, parent: QWidget) -> None:
        super().__init__(self.tr("Reading"), parent)
        self.fields = ReadingFields(style, self)
        self.fields.changed.connect(self.changed)
        self.body.addWidget(self.fields)
        self.usual = QPushButton(self.tr("Back to the usual"), self)
        self.usual.setProperty("kind", "quiet")
        self.usual.clicked.connect(self._back)
        self.body.addWidget(self.usual)

    def _back(self) -> None:
        usual = replace(ReadingStyle(), numbers=self.fields.chosen.numbers)
        self.fields.show_style(usual)
        self.changed.emit(usual)
