"""The controls of an analysis, made from the record of its options."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...app.scoping import split_names
from ...domain.errors import Phrase
from ...domain.options import LIST, NUMBER, SWITCH, WHOLE, Option, options_of
from ..look import Look
from ..translation import say
from ..views.flow import FlowLayout
from ..views.ground import Words
from .name_field import NameField
from .names import side_title
from .rule_field import RuleField

_RULE, _SIDE = "rule", "side"  # options that name a rule of co-occurrence, and a side of a matrix
_LONG_NAMES = {"document": 28, "code": 22, "theme": 22}  # characters that are shown of such a name
_STEP = 0.05
_TYPING = 400  # milliseconds after the last key before what was typed is asked
_MOST = 99_999  # where an option has no bound: as wide as its field is


class WholeField(QSpinBox):
    """A whole number, whose 0 may have a name of its own."""

    def __init__(self, zero: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._zero = zero

    def textFromValue(self, value: int) -> str:
        return self._zero if self._zero and value == 0 else super().textFromValue(value)

    def valueFromText(self, text: str) -> int:
        return 0 if self._zero and text.strip() == self._zero else super().valueFromText(text)

    def validate(self, text: str, place: int) -> object:
        typed = text.strip()
        if self._zero and self._zero.startswith(typed):
            states = QValidator.State
            return states.Acceptable if typed == self._zero else states.Intermediate, text, place
        return super().validate(text, place)


class OptionForm(QWidget):
    """One control for each option; `changed` fires when the user has chosen or typed something else."""

    changed = Signal()

    def __init__(self, record: type[Any], look: Look, skip: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self._look = look
        self._kinds = {name: (each, default) for name, each, default in options_of(record) if name not in skip}
        self.controls: dict[str, QWidget] = {}
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING)
        self._typing.timeout.connect(self.changed)
        self._first, self._second = QWidget(self), QWidget(self)
        flows = {False: FlowLayout(self._first, gap=look.px(16)), True: FlowLayout(self._second, gap=look.px(16))}
        for flow in flows.values():
            flow.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(self._first)
        column.addWidget(self._second)
        self._groups: dict[str, QWidget] = {}
        for name, (each, default) in self._kinds.items():
            if each.one_of is not None:
                self._add_to_choice(name, each, each.one_of, flows[each.quiet])
                continue
            self._groups[name] = self._labelled(say(each.label), self._control(name, each, default))
            flows[each.quiet].addWidget(self._groups[name])
        if any(each.quiet for each, _ in self._kinds.values()):
            flows[False].addWidget(self._more())
        self._second.hide()

    def _more(self) -> QToolButton:
        more = QToolButton(self)
        more.setText(self.tr("More options"))
        more.setCheckable(True)
        more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        more.toggled.connect(self._second.setVisible)
        self.more = more
        return more

    def _add_to_choice(self, name: str, each: Option, told: tuple[Phrase, Phrase], flow: FlowLayout) -> None:
        """Offer a switch among those it excludes, which have one control."""
        label, none = map(say, told)
        others = [other for other in self.controls if self._kinds[other][0].one_of == told]
        if others:
            combo = self.controls[others[0]]
            assert isinstance(combo, QComboBox)
            self._groups[name] = self._groups[others[0]]
        else:
            combo = QComboBox(self)
            combo.setAccessibleName(label)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            combo.addItem(none, "")
            combo.currentIndexChanged.connect(self.changed)
            self._groups[name] = self._labelled(label, combo)
            flow.addWidget(self._groups[name])
        combo.addItem(say(each.label), name)
        combo.setItemData(combo.count() - 1, say(each.help), Qt.ItemDataRole.ToolTipRole)
        combo.setToolTip("\n".join(filter(None, (combo.toolTip(), f"{say(each.label)}: {say(each.help)}"))))
        self.controls[name] = combo

    def _labelled(self, label: str, control: QWidget) -> QWidget:
        if isinstance(control, QCheckBox):
            return control
        group = QWidget(self)
        line = QHBoxLayout(group)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._look.px(8))
        words = Words(self._look, role="ink2", parent=group)
        words.setText(label)
        words.setBuddy(control)
        line.addWidget(words)
        line.addWidget(control)
        return group

    def _control(self, name: str, each: Option, default: Any) -> QWidget:
        make: Callable[[Option, Any], QWidget] = {
            SWITCH: self._switch,
            WHOLE: self._number,
            NUMBER: self._number,
        }.get(each.kind, self._text)
        if each.names == _RULE:
            make = self._rule
        control = self._choice(each, default) if each.choices and each.kind != LIST else make(each, default)
        control.setAccessibleName(say(each.label))
        control.setToolTip(say(each.help))
        self.controls[name] = control
        return control

    def _rule(self, _each: Option, default: Any) -> RuleField:
        field = RuleField(self._look, self)
        field.rule = str(default)
        field.changed.connect(self._typing.start)
        return field

    def _switch(self, each: Option, default: Any) -> QCheckBox:
        box = QCheckBox(say(each.label), self)
        box.setChecked(bool(default))
        box.toggled.connect(self.changed)
        return box

    def _choice(self, each: Option, default: Any) -> QComboBox:
        combo = QComboBox(self)
        for key, text in each.choices:
            combo.addItem(say(text), key)
        combo.setCurrentIndex(max(combo.findData(default), 0))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        combo.currentIndexChanged.connect(self.changed)
        return combo

    def _number(self, each: Option, default: Any) -> QSpinBox | QDoubleSpinBox:
        zero = say(each.zero) if each.zero is not None else ""
        box: QSpinBox | QDoubleSpinBox
        if each.kind == WHOLE:
            box = WholeField(zero, self)
            least = int(each.least if each.least is not None else 0 if each.optional else -_MOST)
            box.setRange(least - bool(each.optional), int(each.most if each.most is not None else _MOST))
        else:
            box = QDoubleSpinBox(self)
            box.setDecimals(3)
            box.setSingleStep(_STEP)
            least = each.least if each.least is not None else 0 if each.optional else -_MOST
            box.setRange(least - _STEP * each.optional, each.most if each.most is not None else _MOST)
        if each.optional:  # one step below its least value
            box.setSpecialValueText(say(each.unset) if each.unset is not None else self.tr("all"))
        box.setKeyboardTracking(False)
        box.setValue(box.minimum() if default is None else default)
        box.valueChanged.connect(lambda _value: self._typing.start())  # else it would wait as long as the number says
        return box

    def _text(self, each: Option, default: Any) -> QWidget:
        text = ", ".join(default) if isinstance(default, tuple) else str(default or "")
        if each.names:
            combo = NameField(self._look, self)
            combo.setMinimumContentsLength(_LONG_NAMES.get(each.names, 16))
            combo.setEditText(text)
            combo.meant.connect(self._typing.start)
            self._hint(combo.line, each)
            return combo
        field = QLineEdit(text, self)
        field.setMinimumWidth(self._look.px(140))
        field.textEdited.connect(self._typing.start)
        self._hint(field, each)
        return field

    @staticmethod
    def _hint(field: QLineEdit | None, each: Option) -> None:
        if field is not None and each.unset is not None:
            field.setPlaceholderText(say(each.unset))

    def show_only(self, form: str, without: frozenset[str] = frozenset()) -> None:
        """Show the controls that do something in this form, TABLE or FIGURE, `without` some of them."""
        values, seen = self.values(), {}
        for name, (each, _) in self._kinds.items():
            seen[name] = (
                each.only in ("", form) and name not in without and (not each.needs or bool(values.get(each.needs)))
            )
            self._groups[name].setVisible(seen[name])
        if any(each.quiet for each, _ in self._kinds.values()):
            self.more.setVisible(any(seen[name] for name, (each, _) in self._kinds.items() if each.quiet))

    # ── what may be named, and what is chosen ──
    def offer(self, names: Callable[[str], list[str]]) -> None:
        """Put the names of the project into the lists: `names("code")` are the codes there are, by path."""
        for name, (each, _) in self._kinds.items():
            combo = self.controls[name]
            if each.names and isinstance(combo, QComboBox):
                offered = names(each.names)
                if offered != [combo.itemData(row) for row in range(combo.count())]:
                    self._put(combo, [(side_title(one) if each.names == _SIDE else one, one) for one in offered])

    def _put(self, combo: QComboBox, offered: list[tuple[str, str]]) -> None:
        """Put names into a list; what somebody is typing there stays as it is, with its cursor and selection."""
        field = combo.lineEdit()
        typed, written = self._named(combo), combo.currentText()
        cursor, start, chosen = field.cursorPosition(), field.selectionStart(), len(field.selectedText())
        combo.blockSignals(True)
        combo.clear()
        for text, name in offered:
            combo.addItem(text, name)
        if field.hasFocus():
            combo.setEditText(written)
            field.setCursorPosition(cursor)
            if chosen:  # from its end to its beginning where the cursor stands there
                field.setSelection(*((start + chosen, -chosen) if cursor == start else (start, chosen)))
        else:
            self._name(combo, typed)
        combo.blockSignals(False)

    @staticmethod
    def _named(combo: QComboBox) -> str:
        """What is typed or chosen, as an analysis is asked for it."""
        text = combo.currentText().strip()
        place = combo.findText(text)
        return str(combo.itemData(place)) if text and place >= 0 and combo.itemData(place) is not None else text

    @staticmethod
    def _name(combo: QComboBox, name: str) -> None:
        place = combo.findData(name)
        combo.setEditText(combo.itemText(place) if name and place >= 0 else name)
        if not combo.lineEdit().hasFocus():
            combo.lineEdit().home(False)  # a name is known by its beginning

    def wanted_names(self) -> frozenset[str]:
        """Of which kinds of things names are offered."""
        return frozenset(each.names for each, _ in self._kinds.values() if each.names) - {_RULE}

    def values(self) -> dict[str, Any]:
        """What is chosen, where it is not what an analysis takes by itself."""
        found = {name: self._value(name, each) for name, (each, _) in self._kinds.items()}
        return {name: value for name, value in found.items() if value != self._kinds[name][1]}

    def _value(self, name: str, each: Option) -> Any:
        control = self.controls[name]
        if each.one_of is not None and isinstance(control, QComboBox):
            return control.currentData() == name
        if isinstance(control, QCheckBox):
            return control.isChecked()
        if isinstance(control, RuleField):
            return control.rule
        if isinstance(control, QSpinBox | QDoubleSpinBox):
            return None if each.optional and control.value() == control.minimum() else control.value()
        if isinstance(control, QComboBox):
            text = self._named(control) if control.isEditable() else str(control.currentData())
        else:
            assert isinstance(control, QLineEdit)
            text = control.text().strip()
        return tuple(filter(None, split_names(text))) if each.kind == LIST else text

    def choose(self, **values: Any) -> None:
        """Set controls as somebody would, without telling anybody."""
        for name, value in values.items():
            control = self.controls[name]
            control.blockSignals(True)
            if self._kinds[name][0].one_of is not None and isinstance(control, QComboBox):
                if value or control.currentData() == name:
                    control.setCurrentIndex(control.findData(name if value else ""))
            elif isinstance(control, QCheckBox):
                control.setChecked(bool(value))
            elif isinstance(control, RuleField):
                control.rule = str(value)
            elif isinstance(control, QSpinBox | QDoubleSpinBox):
                control.setValue(control.minimum() if value is None else value)
            elif isinstance(control, QComboBox) and not control.isEditable():
                control.setCurrentIndex(max(control.findData(value), 0))
            else:
                text = ", ".join(value) if isinstance(value, tuple | list) else str(value)
                if isinstance(control, QComboBox):
                    self._name(control, text)
                else:
                    control.setText(text)  # type: ignore[attr-defined]
            control.blockSignals(False)
