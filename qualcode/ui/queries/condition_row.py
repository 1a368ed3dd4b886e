"""One condition of a query: what is asked about, how, and for what."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ...domain.query_tree import CERTAINTY, COMMENT, FOLDER, MADE, MARK, WEIGHT
from ..icons import icon
from ..look import Look
from ..views.flow import FlowLayout
from .drafts import CODE, TEXT, VARIABLE, Condition, Path
from .dragging import AFTER, BEFORE, Grip
from .names import Offers
from .value_field import ValueField
from .wording import kind_names, sign_names, way_names, word_names

_WORDS = (CERTAINTY, MARK)  # one of a few words
_SIGNED = (MADE, WEIGHT, VARIABLE)


class ConditionRow(QWidget):
    """The controls of one condition. `changed` gives it as it is now, `reshaped` where other controls belong to it,
    `menu_wanted` the button below which what can be done with it is to be listed."""

    changed = Signal(object)
    reshaped = Signal(object)
    menu_wanted = Signal(object)

    def __init__(self, condition: Condition, path: Path, offers: Offers, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.condition, self.path = condition, path
        self._mark = ""
        self._look, self._offers = look, offers
        self.variable: ValueField | None = None
        self.sign: QComboBox | None = None
        self.value: ValueField | QComboBox | None = None
        self.below: QCheckBox | None = None
        self._lay_out(self._controls())
        self.setAccessibleName(self.tr("Condition: {kind}").replace("{kind}", self.kind.currentText()))
        self._take_look()

    def _controls(self) -> list[QWidget]:
        condition = self.condition
        self.kind = self._kinds()
        controls: list[QWidget] = [self.kind]
        if condition.kind == VARIABLE:
            self.variable = self._field(condition.variable, self.tr("Variable"), VARIABLE)
            self.variable.changed.connect(self._other_variable)
            self.variable.done.connect(self.begin)
            controls.append(self.variable)
        if condition.kind in (*_SIGNED, FOLDER):
            self.sign = self._signs()
            controls.append(self.sign)
        if condition.kind == TEXT:
            self.sign = self._choice(way_names(), condition.way, self.tr("How it is looked for"))
            self.sign.activated.connect(lambda _row: self._change(way=self.sign.currentData() if self.sign else ""))
            controls.append(self.sign)
        self.value = self._value()
        self.value.setVisible(condition.sign != "none")
        controls.append(self.value)
        if condition.kind == CODE:
            self.below = QCheckBox(self.tr("and below"), self)
            self.below.setAccessibleName(self.tr("and codes below"))
            self.below.setToolTip(self.tr("The codes below it count, too"))
            self.below.setChecked(condition.below)
            self.below.toggled.connect(lambda on: self._change(below=on))
            controls.append(self.below)
        return controls

    def _kinds(self) -> QComboBox:
        combo = self._choice(kind_names(), self.condition.kind, self.tr("What is asked about"))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(9)
        combo.view().setMinimumWidth(combo.view().sizeHintForColumn(0) + self._look.px(28))
        combo.activated.connect(self._other_kind)
        return combo

    def _lay_out(self, controls: list[QWidget]) -> None:
        look = self._look
        self.more = QToolButton(self)
        self.more.setIcon(icon("more"))
        self.more.setToolTip(self.tr("What can be done with this condition"))
        self.more.setAccessibleName(self.tr("What can be done with this condition"))
        self.more.clicked.connect(lambda: self.menu_wanted.emit(self.more))
        held = QWidget(self)
        flow = FlowLayout(held, gap=look.px(6), fills=True)
        flow.setContentsMargins(0, 0, 0, 0)
        for control in controls:
            flow.addWidget(control)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(4))
        if self.path:
            line.addWidget(Grip(self.path, self, look, self), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(held, 1)
        line.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)

    def _take_look(self) -> None:
        px = self._look.px
        self.more.setIconSize(QSize(px(16), px(16)))
        self.more.setFixedSize(px(30), px(30))
        for field in (self.variable, self.value):
            if isinstance(field, ValueField):
                field.setMinimumWidth(px(132))

    def _choice(self, names: dict[str, str], chosen: str, name: str) -> QComboBox:
        combo = QComboBox(self)
        for key, text in names.items():
            combo.addItem(text, key)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))
        combo.setMaxVisibleItems(len(names))
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        return combo

    def _field(self, text: str, name: str, kind: str, variable: str = "") -> ValueField:
        field = ValueField(self, text)
        field.setAccessibleName(name)
        field.line.setAccessibleName(name)
        if kind:
            field.offer(self._offers, kind, variable)
        return field

    def _sign_names(self) -> dict[str, str]:
        condition = self.condition
        dated = condition.kind == MADE or self._offers.names.types.get(condition.variable) == "date"
        names = sign_names(condition.kind in (VARIABLE, FOLDER), dated)
        if self.condition.kind == FOLDER:
            names = {key: text for key, text in names.items() if key in ("=", "none")}
            names["none"] = self.tr("in no folder")
        return names

    def _signs(self) -> QComboBox:
        combo = self._choice(self._sign_names(), self.condition.sign, self.tr("How it is compared"))
        combo.activated.connect(self._other_sign)
        return combo

    def _say_signs(self) -> None:
        """A date is from and until, a number at least and at most: as the variable is."""
        if self.sign is not None and self.condition.kind == VARIABLE:
            for key, text in self._sign_names().items():
                self.sign.setItemText(self.sign.findData(key), text)

    def _value(self) -> ValueField | QComboBox:
        condition, kind = self.condition, self.condition.kind
        name = self.tr("Value") if kind in (*_SIGNED, TEXT, COMMENT) else kind_names()[kind]
        if kind in _WORDS:
            words = {"": self.tr("choose…"), **word_names(kind)}
            choice = self._choice(words, condition.value, name)
            choice.activated.connect(lambda _row: self._change(value=str(choice.currentData())))
            return choice
        listed = "" if kind in (MADE, WEIGHT, TEXT, COMMENT) else kind
        field = self._field(condition.value, name, listed, condition.variable if kind == VARIABLE else "")
        hints = {
            MADE: self.tr("2026-05 or 2026-05-09"),
            WEIGHT: self.tr("a number"),
            TEXT: self.tr("words"),
            COMMENT: self.tr("words of the comment"),
            CODE: self.tr("which code?"),
        }
        self._give_width(field)
        if kind == CODE:
            field.show_end()
        field.line.setPlaceholderText(hints.get(kind, self.tr("which one?")))
        field.changed.connect(lambda text: self._change(value=text))
        return field

    def _give_width(self, field: ValueField) -> None:
        """A number or a date is short; else the field takes what is left of its line."""
        kind, variable = self.condition.kind, self._offers.names.types.get(self.condition.variable)
        short = kind in (MADE, WEIGHT) or (kind == VARIABLE and variable in ("number", "date"))
        policies = QSizePolicy.Policy
        field.setSizePolicy(policies.Preferred if short else policies.Expanding, policies.Fixed)

    # ── what is chosen ──
    def _change(self, **values: object) -> None:
        self.condition = replace(self.condition, **values)
        self.changed.emit(self.condition)

    def _other_kind(self, _row: int) -> None:
        kind = str(self.kind.currentData())
        if kind != self.condition.kind:
            kept = self.condition.value if {kind, self.condition.kind} <= {TEXT, COMMENT} else ""
            self.reshaped.emit(Condition(kind, kept))

    def _other_variable(self, name: str) -> None:
        """The controls stay: the name may be half typed, and made anew they would take the keyboard with them."""
        self.condition = replace(self.condition, variable=name, value="")
        self._say_signs()
        if isinstance(self.value, ValueField):
            self.value.empty()
            self.value.offer(self._offers, VARIABLE, name)
            self._give_width(self.value)
        self.changed.emit(self.condition)

    def _other_sign(self, _row: int) -> None:
        assert self.sign is not None
        assert self.value is not None
        sign = str(self.sign.currentData())
        self.value.setVisible(sign != "none")
        self._change(sign=sign)

    def offer(self, offers: Offers) -> None:
        """Take in the names there are now."""
        self._offers = offers
        condition = self.condition
        if self.variable is not None:
            self.variable.offer(offers, VARIABLE)
            self._say_signs()
        if isinstance(self.value, ValueField) and condition.kind not in (MADE, WEIGHT, TEXT, COMMENT):
            self.value.offer(offers, condition.kind, condition.variable if condition.kind == VARIABLE else "")

    @property
    def controls(self) -> list[QWidget]:
        """What the keyboard comes to, in order."""
        found = (self.kind, self.variable, self.sign, self.value, self.below, self.more)
        return [control for control in found if control is not None]

    def take_typed(self) -> None:
        """What stands in its fields is meant: they are about to be made anew."""
        for field in (self.variable, self.value):
            if isinstance(field, ValueField):
                field.take()

    def mark(self, where: str) -> None:
        """Show where something would be dropped: before, after, or ("") not here."""
        self._mark = where
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._mark in (BEFORE, AFTER):
            thick = self._look.px(3)
            top = 0 if self._mark == BEFORE else self.height() - thick
            QPainter(self).fillRect(0, top, self.width(), thick, self._look.color("accent"))

    def begin(self) -> None:
        """Put the keyboard where it is filled in."""
        first = self.variable if self.variable is not None and not self.condition.variable else self.value
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
