"""How a map came to be: a slider over its steps, a banner while one looks at the past, and what differs between two
of its states."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from ...app.map_reading import MapPicture
from ...domain.history import Step
from ..bridge import Bridge
from ..look import Look
from ..parts.dates import short_moment
from ..parts.toast import AT_FOOT
from ..translation import say
from ..views.flow import FlowLayout
from ..views.ground import Ground, Words
from .past import NOW, Difference, MapPast, compared
from .wording import translate

_KEY = Qt.ItemDataRole.UserRole
_MOST_OFFERED = 200  # steps to compare with
_LIST, _LEAST_LIST = 132, 48  # px
_UNBOUNDED = (1 << 24) - 1  # the largest height there is; the binding has no name for it


def _line(one: Difference) -> str:
    texts = {
        "thing": {
            "added": translate("ThemeMap", "+ added: {name}"),
            "removed": translate("ThemeMap", "− removed: {name}"),
        },
        "relation": {
            "added": translate("ThemeMap", "+ relation added: {name}"),
            "removed": translate("ThemeMap", "− relation removed: {name}"),
            "changed": translate("ThemeMap", "~ relation changed: {name} (before: {before})"),
        },
        "renamed": {"changed": translate("ThemeMap", "~ renamed: {before} is now {name}")},
        "moved": {"changed": translate("ThemeMap", "~ moved: {name}")},
        "regrouped": {"changed": translate("ThemeMap", "~ in another group: {name}")},
    }
    return texts[one.what][one.mark].replace("{before}", one.before).replace("{name}", one.name)


class LookOnly(Ground):
    """Says that this is the past, and leads back."""

    back_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, "accent", parent)
        self._look = look
        self.text = Words(look, role="on_accent", bold=True, wrap=True, parent=self)
        self.back = QPushButton(self.tr("Back to now"), self)
        self.back.clicked.connect(self.back_wanted)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.back)
        look.follow(self._take_look)
        self._take_look()

    def _take_look(self) -> None:
        px = self._look.px
        self._row.setContentsMargins(px(16), px(4), px(12), px(4))


class _Steps(QSlider):
    """Arrows go a step, Page a day."""

    day_wanted = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        days = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}
        if event.key() in days:
            self.day_wanted.emit(days[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class HistoryBar(Ground):
    """Below the canvas while it is asked for. `shown` gives a picture and its marks, or None: the present. What differs
    stands in `lines`: below the slider, or where there is little height wherever they are put."""

    shown = Signal(object, object)
    pointed = Signal(object)  # the id of what a line is about
    closed = Signal()

    def __init__(self, bridge: Bridge, look: Look, parent: QWidget) -> None:
        super().__init__(look, "panel", parent)
        self.setObjectName(AT_FOOT)
        self._look = look
        self._past = MapPast(bridge, self)
        self.steps: list[Step] = []
        self._key: UUID | None = None  # the map
        self._number = self._listing = 0
        self._low = False
        self.slider = _Steps(Qt.Orientation.Horizontal, self)
        self.slider.setAccessibleName(self.tr("State of the map"))
        self.slider.setToolTip(self.tr("Arrows go a step, Page Up and Page Down a day"))
        self.slider.setPageStep(1)
        self.slider.setRange(0, 0)
        self.slider.valueChanged.connect(lambda _value: self._changed())
        self.slider.day_wanted.connect(self._go_day)
        self.when = Words(look, bold=True, wrap=True, parent=self)
        self.compare = QComboBox(self)
        self.compare.setAccessibleName(self.tr("Compare with"))
        self.compare.currentIndexChanged.connect(lambda _index: self._changed())
        label = Words(look, role="ink2", parent=self)
        label.setText(self.tr("Compare with"))
        label.setBuddy(self.compare)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.clicked.connect(self.closed)
        controls = QWidget(self)
        self._flow = FlowLayout(controls, gap=look.px(8))
        self._flow.setContentsMargins(0, 0, 0, 0)
        for part in (label, self.compare, self.close_button):
            self._flow.addWidget(part)
        self.lines = QListWidget(self)
        self.lines.setAccessibleName(self.tr("What differs"))
        self.lines.setWordWrap(True)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.currentItemChanged.connect(self._point)
        self.lines.hide()
        self._choosing = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._choosing.addWidget(self.slider, 1)
        self._choosing.addWidget(controls)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.when)
        self._column.addLayout(self._choosing)
        self._column.addWidget(self.lines)
        look.follow(self._take_look)
        self._take_look()

    def _take_look(self) -> None:
        px, low = self._look.px, self._low
        edge = px(4 if low else 8)
        self._column.setContentsMargins(px(16), edge, px(16), edge)
        self._column.setSpacing(px(6))
        self._choosing.setSpacing(px(12 if low else 6))
        self.lines.setMinimumHeight(px(_LEAST_LIST))
        self.lines.setMaximumHeight(_UNBOUNDED if low else px(_LIST))
        self.compare.setMinimumWidth(px(160))
        self.compare.setMaximumWidth(px(200 if low else 420))

    def be_low(self, low: bool, told: bool, beside: QBoxLayout) -> None:
        """Where there is little height the slider and what it is compared with are one row, what differs stands
        `beside` the map, and what is `told` elsewhere is not said again."""
        self.when.setVisible(not (low and told))
        if low == self._low:
            return
        self._low = low
        directions = QBoxLayout.Direction
        self._choosing.setDirection(directions.LeftToRight if low else directions.TopToBottom)
        shown = not self.lines.isHidden()
        if low:
            beside.addWidget(self.lines, 2)
        else:
            self._column.addWidget(self.lines)
        self.lines.setVisible(shown)  # Qt hides what gets another parent
        self._take_look()

    # ── which map ──
    def open(self, key: UUID) -> None:
        """Show the history of a map; what is looked at stays, where it is still there."""
        other, self._key = key != self._key, key
        if other:  # a place among the steps of one map says nothing about another's
            self._number += 1
            self._forget()
        self._listing += 1
        listing = self._listing
        self._past.show(key, lambda steps: self._got_steps(listing, steps))

    def leave(self) -> None:
        """Nobody looks any more: what was asked for and comes now is not shown, and nothing is compared."""
        self._number += 1
        self._listing += 1
        self._key = None
        self._forget()

    def _forget(self) -> None:
        self.compare.blockSignals(True)
        self.compare.setCurrentIndex(0)
        self.compare.blockSignals(False)
        self._show_steps([])
        self._show_lines(None)

    def _got_steps(self, listing: int, steps: list[Step]) -> None:
        if listing == self._listing:  # the newest list that was asked for
            self._show_steps(steps)
            self._changed()

    def _show_steps(self, steps: list[Step]) -> None:
        at_end = self.slider.value() >= self.slider.maximum()
        self.steps = steps
        kept = self.compare.currentData()
        for part in (self.slider, self.compare):
            part.blockSignals(True)
        self.slider.setRange(0, max(len(steps) - 1, 0))
        if at_end:
            self.slider.setValue(self.slider.maximum())
        self.compare.clear()
        self.compare.addItem(self.tr("nothing"), None)
        self.compare.addItem(self.tr("the present"), NOW)
        for step in reversed(steps[-_MOST_OFFERED:]):
            self.compare.addItem(self._told(step), step.number)
        found = next((at for at in range(self.compare.count()) if self.compare.itemData(at) == kept), 0)
        self.compare.setCurrentIndex(found)
        view = self.compare.view()  # wider than the field: what tells steps apart is their end
        view.setMinimumWidth(min(view.sizeHintForColumn(0) + self._look.px(32), self._look.px(560)))
        for part in (self.slider, self.compare):
            part.blockSignals(False)

    @staticmethod
    def _told(step: Step) -> str:
        return f"{short_moment(step.time)} · {step.coder} · {say(step)}"

    # ── what is looked at ──
    @property
    def at_present(self) -> bool:
        """Whether the present state is shown, with nothing beside it."""
        last = not self.steps or self.slider.value() == self.slider.maximum()
        return last and self.compare.currentData() is None

    @property
    def step(self) -> Step | None:
        """The step after which the map is looked at; None where there is none."""
        return self.steps[self.slider.value()] if self.steps else None

    def banner(self) -> str:
        """What the banner over the past says."""
        step = self.step
        if step is None:
            return ""
        state = short_moment(step.time)
        if self.compare.currentData() is not None:
            text = self.tr("Look only: {state}, compared with {other}")
            return text.replace("{other}", self.compare.currentText()).replace("{state}", state)
        return self.tr("Look only: the map as it was, {state}").replace("{state}", state)

    def back(self) -> None:
        """Look at the present again."""
        self.compare.setCurrentIndex(0)
        self.slider.setValue(self.slider.maximum())

    def _go_day(self, direction: int) -> None:
        if not self.steps:
            return
        at = self.slider.value()
        day = self.steps[at].time[:10]
        ahead = range(at + 1, len(self.steps)) if direction > 0 else range(at - 1, -1, -1)
        self.slider.setValue(
            next((one for one in ahead if self.steps[one].time[:10] != day), ahead[-1] if ahead else at)
        )

    def _changed(self) -> None:
        self._number += 1
        number = self._number
        step = self.step
        if step is None:
            self.when.setText(self.tr("Nothing has happened on this map yet."))
            return
        self.when.setText(self._told(step))
        other = self.compare.currentData()
        if self.at_present:
            self._show_lines(None)
            self.shown.emit(None, None)
            return
        wanted = [step.number] if other is None else [step.number, other]
        self._past.states(wanted, lambda found: self._got(number, wanted, found))

    def _got(self, number: int, wanted: Sequence[int], found: list[MapPicture | None]) -> None:
        if number != self._number:
            return
        if len(found) == 1:
            self._show_lines(None)
            if found[0] is not None:
                self.shown.emit(found[0], {})
            return
        one, other = found
        if one is None or other is None:
            self._show_lines([])
            return
        later = wanted[1] == NOW or wanted[1] > wanted[0]
        picture, marks, lines = compared(one, other) if later else compared(other, one)
        self._show_lines(lines)
        self.shown.emit(picture, marks)

    def _show_lines(self, lines: Sequence[Difference] | None) -> None:
        self.lines.clear()
        self.lines.setVisible(lines is not None)
        for one in lines or ():
            item = QListWidgetItem(_line(one), self.lines)
            item.setData(_KEY, one.key)
            item.setToolTip(item.text())
        if lines is not None and not lines:
            item = QListWidgetItem(self.tr("The two states are alike."), self.lines)
            item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _point(self, item: QListWidgetItem | None) -> None:
        key = item.data(_KEY) if item is not None else None
        if key is not None:
            self.pointed.emit(key)
