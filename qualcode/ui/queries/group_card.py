"""A group of conditions on a card: its operator with the picture, and its parts below or on both sides of it."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QSpinBox, QToolButton, QVBoxLayout, QWidget

from ...domain.query_tree import DISTANT, NEAR, RELATIONS
from ..icons import icon
from ..look import Look
from ..views.flow import FlowLayout
from ..views.ground import Words
from .drafts import LEAST, MANY, Group, Node, Path
from .dragging import Grip
from .relation_icon import HEIGHT, WIDTH, relation_icon
from .wording import operator_meaning, operator_names, picture_words, unit_names

_FARTHEST = 9_999
Make = Callable[[Node, Path, QWidget], QWidget]


class GroupCard(QWidget):
    """`operator_chosen` gives another operator, `changed` the group with another number or distance."""

    operator_chosen = Signal(str)
    changed = Signal(int, object, str)  # number, within or None, unit
    more_wanted = Signal()  # another part
    menu_wanted = Signal(object)  # the button

    def __init__(self, group: Group, path: Path, make: Make, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.group, self.path = group, path
        self._mark = ""
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        px = look.px
        head = QWidget(self)
        across = QHBoxLayout(head)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(px(4))
        line = QWidget(head)
        flow = FlowLayout(line, gap=px(6))
        flow.setContentsMargins(0, 0, 0, 0)
        if path:
            across.addWidget(Grip(path, self, look, head), 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(line, 1)
        self.operator = self._operators(line)
        flow.addWidget(self.operator)
        self.number: QSpinBox | None = None
        self.within: QSpinBox | None = None
        self.unit: QComboBox | None = None
        if group.operator == LEAST:
            self.number = self._number(line)
            flow.addWidget(self.number)
        if group.operator in DISTANT:
            self._distance(line, flow)
        self.add: QToolButton | None = None
        if group.operator in MANY:
            self.add = self._tool("add", self.tr("Add a condition to this group"), head)
            self.add.clicked.connect(self.more_wanted)
            across.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        self.more = self._tool("more", self.tr("What can be done with this group"), head)
        self.more.clicked.connect(lambda: self.menu_wanted.emit(self.more))
        across.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(10), px(8), px(8), px(8))
        column.setSpacing(px(6))
        parts = [make(part, (*path, number), self) for number, part in enumerate(group.parts)]
        if group.operator in RELATIONS:
            parts.insert(1, head)
        else:
            parts.insert(0, head)
        for part in parts:
            column.addWidget(part)
        self.setAccessibleName(self.tr("Group: {operator}").replace("{operator}", self.operator.currentText()))
        self.setAccessibleDescription(self.operator.accessibleDescription())

    def _operators(self, parent: QWidget) -> QComboBox:
        combo, names = QComboBox(parent), operator_names()
        px = self._look.px
        combo.setIconSize(QSize(px(WIDTH), px(HEIGHT)))
        for key, text in names.items():
            combo.addItem(relation_icon(key), text, key)
            row = combo.count() - 1
            combo.setItemData(row, operator_meaning(key), Qt.ItemDataRole.ToolTipRole)
            said = f"{text}. {operator_meaning(key)} {picture_words(key)}"
            combo.setItemData(row, said, Qt.ItemDataRole.AccessibleTextRole)
            combo.setItemData(row, QSize(0, px(HEIGHT + 10)), Qt.ItemDataRole.SizeHintRole)
        combo.setMaxVisibleItems(len(names))
        combo.setCurrentIndex(combo.findData(self.group.operator))
        metrics = combo.fontMetrics()
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        letters = metrics.horizontalAdvance(combo.currentText()) / max(metrics.horizontalAdvance("X"), 1)
        combo.setMinimumContentsLength(ceil(letters) + 1)
        widest = max(map(metrics.horizontalAdvance, names.values()))
        combo.view().setMinimumWidth(widest + px(WIDTH + 48))
        combo.setAccessibleName(self.tr("Operator"))
        chosen = self.group.operator
        combo.setAccessibleDescription(f"{operator_meaning(chosen)} {picture_words(chosen)}")
        combo.setToolTip(operator_meaning(chosen))
        combo.setMinimumHeight(px(HEIGHT + 12))
        combo.activated.connect(lambda _row: self._other())
        return combo

    def _other(self) -> None:
        operator = str(self.operator.currentData())
        if operator != self.group.operator:
            self.operator_chosen.emit(operator)

    def _number(self, parent: QWidget) -> QSpinBox:
        box = QSpinBox(parent)
        box.setRange(2, max(2, len(self.group.parts)))
        box.setValue(self.group.number)
        box.setAccessibleName(self.tr("How many at least"))
        box.setToolTip(box.accessibleName())
        box.valueChanged.connect(lambda _value: self._tell())
        return box

    def _distance(self, parent: QWidget, flow: FlowLayout) -> None:
        group = self.group
        words = Words(self._look, role="ink2", parent=parent)
        words.setText(self.tr("within"))
        self.within = QSpinBox(parent)
        least = 0 if group.operator == NEAR else -1
        self.within.setRange(least, _FARTHEST)
        if least < 0:
            self.within.setSpecialValueText(self.tr("any distance"))
        self.within.setValue(-1 if group.within is None else group.within)
        self.within.setFixedWidth(self._look.px(132 if least < 0 else 76))
        self.within.setAccessibleName(self.tr("How far away at most"))
        self.within.setToolTip(self.tr("0: in the same one"))
        self.unit = QComboBox(parent)
        for key, text in unit_names().items():
            self.unit.addItem(text, key)
        self.unit.setCurrentIndex(self.unit.findData(group.unit))
        self.unit.setAccessibleName(self.tr("Counted in"))
        self.unit.setVisible(self.within.value() >= 0)
        self.within.valueChanged.connect(lambda _value: self._tell())
        self.unit.activated.connect(lambda _row: self._tell())
        for widget in (words, self.within, self.unit):
            flow.addWidget(widget)

    def _tell(self) -> None:
        number = self.number.value() if self.number is not None else self.group.number
        within, unit = self.group.within, self.group.unit
        if self.within is not None and self.unit is not None:
            within = self.within.value() if self.within.value() >= 0 else None
            unit = str(self.unit.currentData())
            self.unit.setVisible(within is not None)
        self.changed.emit(number, within, unit)

    def _tool(self, name: str, text: str, parent: QWidget) -> QToolButton:
        button, px = QToolButton(parent), self._look.px
        button.setIcon(icon(name))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setIconSize(QSize(px(16), px(16)))
        button.setFixedSize(px(30), px(30))
        return button

    def begin(self) -> None:
        """Put the keyboard on the operator."""
        self.operator.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def controls(self) -> list[QWidget]:
        """What the keyboard comes to in its own line, in order."""
        found = (self.operator, self.number, self.within, self.unit, self.add, self.more)
        return [control for control in found if control is not None]

    def mark(self, where: str) -> None:
        """Show that something would be dropped into it, or ("") would not."""
        self._mark = where
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = look.current.edge
        edge = look.px(3) if self._mark else edge
        painter.setPen(QPen(look.color("accent" if self._mark else "line"), edge))
        painter.setBrush(look.color("panel" if len(self.path) % 2 else "raised"))
        inset = edge / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), look.px(10), look.px(10))
        painter.end()
