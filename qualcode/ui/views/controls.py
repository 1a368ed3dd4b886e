"""The controls of the co-occurrence view: rule, what is shown, level and order, as one set of options."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from ..look import TITLE, Look
from .flow import FlowLayout
from .ground import Words
from .wording import measure_names, rule_names


class Controls(QWidget):
    """A title and four choices; `changed` fires when the user has made another one."""

    changed = Signal(str)  # which: rule, measure, level or order

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._flow = FlowLayout(self, gap=look.px(16))
        self.title = Words(look, TITLE, bold=True, parent=self)
        self.title.setText(self.tr("Co-occurrence"))
        self._flow.addWidget(self.title)
        self.rule = self._combo(self.tr("Rule"), rule_names(), "rule")
        self.turns = QSpinBox(self)
        self.turns.setRange(1, 99)
        self.turns.setValue(2)
        self.turns.setAccessibleName(self.tr("How many turns away"))
        self.turns.setToolTip(self.tr("How many turns after one another count as near"))
        self.turns.valueChanged.connect(lambda _value: self.changed.emit("rule"))
        self.turns.hide()
        self.rule.parentWidget().layout().addWidget(self.turns)
        self.measure = self._combo(self.tr("Show"), [(key, name) for key, name, _ in measure_names()], "measure")
        for place, (_, _, meaning) in enumerate(measure_names()):
            self.measure.setItemData(place, meaning, Qt.ItemDataRole.ToolTipRole)
        levels = [("codes", self.tr("Codes")), ("themes", self.tr("Themes"))]
        self.level = self._combo(self.tr("Level"), levels, "level")
        orders = [
            ("codebook", self.tr("As in the codebook")),
            ("likeness", self.tr("By likeness")),
            ("frequency", self.tr("By frequency")),
        ]
        self.order = self._combo(self.tr("Order"), orders, "order")
        look.follow(self._restyle)
        self._restyle()

    def _combo(self, label: str, entries: Sequence[tuple[str, str]], name: str) -> QComboBox:
        group = QWidget(self)
        line = QHBoxLayout(group)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        words = Words(self._look, role="ink2", parent=group)
        words.setText(label)
        combo = QComboBox(group)
        for key, text in entries:
            combo.addItem(text, key)
        words.setBuddy(combo)
        combo.setAccessibleName(label)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        combo.currentIndexChanged.connect(lambda _index: self._changed(name))
        line.addWidget(words)
        line.addWidget(combo)
        self._flow.addWidget(group)
        return combo

    def _restyle(self) -> None:
        look = self._look
        self._flow.setContentsMargins(look.px(16), 0, look.px(8), 0)

    def _changed(self, name: str) -> None:
        self.turns.setVisible(self.rule.currentData() == "near")
        self.changed.emit(name)

    @property
    def rule_text(self) -> str:
        """The rule as it is written on the command line."""
        rule = str(self.rule.currentData())
        return f"near:{self.turns.value()}" if rule == "near" else rule

    def choose(self, **keys: str) -> None:
        """Choose entries by their keys: rule, measure, level, order."""
        for name, key in keys.items():
            combo: QComboBox = getattr(self, name)
            combo.setCurrentIndex(combo.findData(key))
