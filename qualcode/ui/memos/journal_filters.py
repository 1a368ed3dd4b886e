"""Fields that narrow the journal: words, type, what a memo is about, coder and days; and the line that says so."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import QDate, QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...app.memo_list import MemoFilter
from ...domain.memos import MEMO_SUBJECTS, MEMO_TYPES
from ..look import META, Look
from ..parts.date_field import DateField
from ..parts.field_icon import ClearCross, FieldIcon
from ..views.ground import Ground, Words
from .journal_words import subjects_name, type_name

_ANY, _TODAY, _WEEK, _MONTH, _YEAR, _BETWEEN = range(6)
_BACK = {_TODAY: 0, _WEEK: 6, _MONTH: 29}  # days before today


class JournalFilters(QWidget):
    """`chosen` is what the fields say; `changed` fires with every letter."""

    changed = Signal()
    left = Signal()  # the keys go to the list: Esc in the empty field, or the arrow down

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._offered: tuple[tuple[str, ...], tuple[tuple[UUID, str], ...]] = ((), ())
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Find in the journal"))
        self.words.setAccessibleName(self.tr("Find in the journal"))
        ClearCross(self.words)
        FieldIcon("search", self.words)
        self.words.installEventFilter(self)
        self.kind = self._combo(self.tr("All types"), self.tr("Type"))
        self.about = self._combo(self.tr("About anything"), self.tr("What it is about"))
        self.coder = self._combo(self.tr("All coders"), self.tr("Coder"))
        self.days = self._combo(self.tr("Any time"), self.tr("When"))
        for subject in MEMO_SUBJECTS:
            self.about.addItem(subjects_name(subject), subject)
        for span, name in (
            (_TODAY, self.tr("Today")),
            (_WEEK, self.tr("Last 7 days")),
            (_MONTH, self.tr("Last 30 days")),
            (_YEAR, self.tr("This year")),
            (_BETWEEN, self.tr("From … to …")),
        ):
            self.days.addItem(name, span)
        self.since, self.until = self._day(self.tr("From")), self._day(self.tr("To"))
        self._offer_types(())
        self.more = QWidget(self)  # what is shown when asked for
        self._grid = QGridLayout(self.more)
        for place, field in enumerate((self.kind, self.about, self.coder, self.days, self.since, self.until)):
            self._grid.addWidget(field, place // 2, place % 2)
        self.more.hide()
        self._between(False)
        self._down = QVBoxLayout(self)
        self._down.addWidget(self.words)
        self._down.addWidget(self.more)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.words.textChanged.connect(lambda _text: self.changed.emit())
        self.days.currentIndexChanged.connect(lambda _row: self._between(self.days.currentData() == _BETWEEN))
        look.follow(self._dress)
        self._dress()

    def _combo(self, every: str, name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.addItem(every)
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(6)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        combo.currentIndexChanged.connect(lambda _row: self.changed.emit())
        return combo

    def _day(self, name: str) -> DateField:
        field = DateField(self)
        field.setDate(QDate.currentDate())
        field.setAccessibleName(name)
        field.setToolTip(name)
        field.dateChanged.connect(lambda _day: self.changed.emit())
        return field

    def _between(self, asked: bool) -> None:
        self.since.setVisible(asked)
        self.until.setVisible(asked)

    def _dress(self) -> None:
        px = self._look.px
        self._down.setContentsMargins(px(12), px(4), px(12), px(8))
        self._down.setSpacing(px(4))
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(4))

    # ── what is offered ──
    def offer(self, kinds: Iterable[str], coders: Mapping[UUID, str]) -> None:
        """Offer the types and coders there are; what is chosen stays."""
        offered = (tuple(kinds), tuple(coders.items()))
        if offered == self._offered:
            return
        self._offered = offered
        blocked = [QSignalBlocker(self.kind), QSignalBlocker(self.coder)]
        self._offer_types(offered[0])
        chosen = self.coder.currentData()
        while self.coder.count() > 1:
            self.coder.removeItem(1)
        for key, name in offered[1]:
            self.coder.addItem(name, key)
        self.coder.setCurrentIndex(max(0, self.coder.findData(chosen)))
        for blocker in blocked:
            blocker.unblock()

    def _offer_types(self, own: Iterable[str]) -> None:
        chosen, row = self.kind.currentData(), self.kind.currentIndex()
        while self.kind.count() > 1:
            self.kind.removeItem(1)
        for kind in (*MEMO_TYPES, *(kind for kind in own if kind not in MEMO_TYPES), ""):
            self.kind.addItem(type_name(kind), kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(chosen)) if row > 0 else 0)

    # ── what is chosen ──
    def chosen(self) -> MemoFilter:
        """What is to be listed."""
        since, until = self._span()
        kind = self.kind.currentData() if self.kind.currentIndex() else None
        return MemoFilter(
            self.words.text().strip(), kind, self.about.currentData(), self.coder.currentData(), since, until
        )

    def _span(self) -> tuple[str, str]:
        span, today = self.days.currentData(), date.today()  # noqa: DTZ011 (the day on the wall here)
        if span == _BETWEEN:
            days = sorted(day.date().toString(Qt.DateFormat.ISODate) for day in (self.since, self.until))
            return days[0], days[1]
        if span == _YEAR:
            return f"{today.year}-01-01", ""
        return ((today - timedelta(days=_BACK[span])).isoformat(), "") if span in _BACK else ("", "")

    def said(self) -> list[str]:
        """What is filtered for, in words."""
        found = [f"“{self.words.text().strip()}”"] if self.words.text().strip() else []
        fields = (self.kind, self.about, self.coder, self.days)
        return found + [field.currentText() for field in fields if field.currentIndex() > 0]

    def clear(self) -> None:
        """List everything again."""
        blocked = [QSignalBlocker(field) for field in (self.words, self.kind, self.about, self.coder, self.days)]
        self.words.clear()
        for field in (self.kind, self.about, self.coder, self.days):
            field.setCurrentIndex(0)
        self._between(False)
        for blocker in blocked:
            blocker.unblock()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.words and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.words.text():
                self.words.clear()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.left.emit()
                return True
        return False


class FilterLine(Ground):
    """Amber, there while the journal is filtered: how many are left, of what, and the way back."""

    cleared = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, "warn_ground", parent)
        self._look = look
        self.text = Words(look, META, "warn", bold=True, wrap=True, parent=self)
        self.clear_button = QPushButton(self.tr("Clear"), self)
        self.clear_button.setProperty("kind", "quiet")
        self.clear_button.setToolTip(self.tr("Clear the filter of the journal"))
        self.clear_button.setAccessibleName(self.tr("Clear the filter of the journal"))
        self.clear_button.clicked.connect(self.cleared)
        self.clear_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.addWidget(self.text, 1)
        row.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignTop)
        look.follow(self._dress)
        self._dress()
        self.hide()

    def _dress(self) -> None:
        px = self._look.px
        self.layout().setContentsMargins(px(12), px(4), px(4), px(4))
        self.layout().setSpacing(px(8))
        self.clear_button.setStyleSheet(f"QPushButton {{ min-height: {px(24)}px; padding: 0 {px(8)}px; }}")

    def tell(self, left: int, whole: int, said: Iterable[str]) -> None:
        """Say what is left of how many."""
        text = self.tr("Filter on: {left} of %n memo(s)", "", whole).replace("{left}", f"{left:,}")
        self.text.setText(" · ".join((text, *said)))


class SubjectChoice(QWidget):
    """A row that asks for the type and the subject of a new memo."""

    wanted = Signal(str, object, str)  # kind of the subject, its id, the type

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.about, self.kind = QComboBox(self), QComboBox(self)
        self._label = QLabel(self.tr("New memo about"), self)
        self._label.setBuddy(self.about)
        for combo, name in ((self.about, self.tr("What the memo is about")), (self.kind, self.tr("Type"))):
            combo.setAccessibleName(name)
            combo.setToolTip(name)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(8)
        self.about.setMaxVisibleItems(20)
        self.usual = ""  # what a memo is at first that is neither about a code nor a case
        self.offer_types(MEMO_TYPES)
        self.write_button = QPushButton(self.tr("Write"), self)
        self.write_button.setProperty("kind", "filled")
        self.write_button.clicked.connect(self._write)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.cancel_button.setProperty("kind", "quiet")
        self.cancel_button.clicked.connect(self.hide)
        self._grid = QGridLayout(self)
        self._grid.addWidget(self._label, 0, 0, 1, 3)
        self._grid.addWidget(self.about, 1, 0, 1, 3)
        self._grid.addWidget(self.kind, 2, 0)
        self._grid.addWidget(self.cancel_button, 2, 1)
        self._grid.addWidget(self.write_button, 2, 2)
        self._grid.setColumnStretch(0, 1)
        self.about.currentIndexChanged.connect(lambda _row: self._suit())
        self.setFocusProxy(self.about)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.follow(self._dress)
        self._dress()
        self.hide()

    def _dress(self) -> None:
        px = self._look.px
        self._grid.setContentsMargins(px(12), px(4), px(12), px(8))
        self._grid.setSpacing(px(4))

    def ask(self, subjects: Iterable[tuple[str, UUID | None, str]]) -> None:
        """Offer these subjects: kind, id, and how they are called."""
        self.about.clear()
        for kind, key, name in subjects:
            self.about.addItem(name, (kind, key))
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self, subjects: Iterable[tuple[str, UUID | None, str]]) -> None:
        """Offer these, too."""
        for kind, key, name in subjects:
            self.about.addItem(name, (kind, key))

    def offer_types(self, types: Iterable[str]) -> None:
        """Offer these types of memo, and none."""
        self.kind.clear()
        for kind in ("", *types):
            self.kind.addItem(type_name(kind), kind)
        self.kind.setCurrentIndex(self.kind.findData(self.usual))

    def _suit(self) -> None:
        """A type that goes with the subject, until another one is chosen."""
        found = self.about.currentData()
        usual = found[0] if found is not None and found[0] in ("code", "case") else self.usual
        if self.kind.currentData() in ("", "code", "case", self.usual):
            self.kind.setCurrentIndex(self.kind.findData(usual))

    def _write(self) -> None:
        found = self.about.currentData()
        if found is not None:
            self.hide()
            self.wanted.emit(found[0], found[1], self.kind.currentData())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._write()
        else:
            super().keyPressEvent(event)
