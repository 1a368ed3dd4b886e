"""The rule of co-occurrence among the options of an analysis, by its name in the window's language."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from ..look import Look
from ..views.wording import rule_names

_NEAR = "near"


class RuleField(QWidget):
    """A choice, and for *near* the number of turns."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.combo = QComboBox(self)
        for key, text in rule_names():
            self.combo.addItem(text, key)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.turns = QSpinBox(self)
        self.turns.setRange(1, 99)
        self.turns.setValue(2)
        self.turns.setAccessibleName(self.tr("How many turns away"))
        self.turns.setToolTip(self.tr("How many turns after one another count as near"))
        self.turns.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(8))
        line.addWidget(self.combo)
        line.addWidget(self.turns)
        self.setFocusProxy(self.combo)
        self.combo.currentIndexChanged.connect(self._chosen)
        self.turns.valueChanged.connect(self.changed)

    def _chosen(self, *_: object) -> None:
        self.turns.setVisible(self.combo.currentData() == _NEAR)
        self.changed.emit()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.combo.setAccessibleName(name)

    @property
    def rule(self) -> str:
        """The rule as it is written on the command line."""
        key = str(self.combo.currentData())
        return f"{key}:{self.turns.value()}" if key == _NEAR else key

    @rule.setter
    def rule(self, text: str) -> None:
        key, _, reach = text.partition(":")
        self.combo.setCurrentIndex(max(self.combo.findData(key), 0))
        if reach.isdecimal():
            self.turns.setValue(int(reach))
