"""Fields that narrow the list of segments: code, coder, document, and what was said about a coding."""

from uuid import UUID

from PySide6.QtCore import QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QMenu, QPushButton, QSizePolicy, QWidget

from ...domain.carrying import Carrying
from ...domain.codings import CERTAINTIES, MARKS
from ..coding.signs import ICONS, say
from ..icons import icon
from ..look import Look
from ..marks import mark_icon
from ..models.segments_model import Names
from ..parts.field_icon import ClearCross

_FULL = ("code",)  # fields that take the whole width


class SegmentFilters(QWidget):
    """`code`, `coder` and `document` are ids, or None for all; `carrying` is what else codings must have."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: Names | None = None
        self._fields = {
            "code": (QComboBox(self), self.tr("All codes"), self.tr("Code")),
            "coder": (QComboBox(self), self.tr("All coders"), self.tr("Coder")),
            "document": (QComboBox(self), self.tr("All documents"), self.tr("Document")),
            "certainty": (QComboBox(self), self.tr("Any certainty"), self.tr("Certainty")),
            "mark": (QComboBox(self), self.tr("Any mark"), self.tr("Mark")),
        }
        self._grid = QGridLayout(self)
        place = 0
        for field, (combo, every, name) in self._fields.items():
            combo.addItem(every)
            combo.setAccessibleName(name)
            combo.setToolTip(name)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(6)
            combo.activated.connect(lambda _row: self.changed.emit())
            wide = field in _FULL
            self._grid.addWidget(combo, place // 2, place % 2, 1, 2 if wide else 1)
            place += 2 if wide else 1
        for field, values, none in (
            ("certainty", CERTAINTIES, self.tr("Not said")),
            ("mark", MARKS, self.tr("No mark")),
        ):
            for value in values:
                self._fields[field][0].addItem(icon(ICONS[value]), say(value), value)
            self._fields[field][0].addItem(none, "")
        self.least, self.most = self._weight(self.tr("Weight from")), self._weight(self.tr("Weight up to"))
        self._grid.addWidget(self.least, 3, 0)
        self._grid.addWidget(self.most, 3, 1)
        self.having = self._make_having()
        self._grid.addWidget(self.having, 4, 0, 1, 2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # never squeezed
        self.setFocusProxy(self._fields["code"][0])
        look.follow(self._dress)
        self._dress()

    def _weight(self, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        ClearCross(field)
        field.textChanged.connect(lambda _text: self.changed.emit())
        return field

    def _make_having(self) -> QPushButton:
        """A button with a menu of what the codings must have."""
        button = QPushButton(self)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        menu = QMenu(button)
        self._having = {}
        for key, text in {
            "discuss": self.tr("Needs discussion"),
            "comment": self.tr("Comment"),
            "memo": self.tr("Memo"),
            "links": self.tr("Links"),
            "doubt": self.tr("Place in doubt"),
        }.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.toggled.connect(self._has_changed)
            self._having[key] = action
        button.setMenu(menu)
        self._name_having(button)
        return button

    def _has_changed(self) -> None:
        self._name_having(self.having)
        self.changed.emit()

    def _name_having(self, button: QPushButton) -> None:
        chosen = [action.text() for action in self._having.values() if action.isChecked()]
        text = self.tr("Has: {what}").replace("{what}", ", ".join(chosen)) if chosen else self.tr("Has…")
        button.setText(text)
        button.setToolTip(text)
        button.setAccessibleName(text)

    def _dress(self) -> None:
        px = self._look.px
        self._grid.setContentsMargins(px(16), 0, px(16), px(8))
        self._grid.setSpacing(px(4))
        self.having.setStyleSheet(f"text-align: left; padding: 0 {px(8)}px; min-height: {px(26)}px;")

    def show_codes(self, shown: bool) -> None:
        """Whether a code can be chosen: where the list is not of one code anyway."""
        self._fields["code"][0].setVisible(shown)
        self.setFocusProxy(self._fields["code" if shown else "coder"][0])

    def fill(self, names: Names) -> None:
        """Offer these codes, coders and documents; what is chosen stays."""
        if names is self._shown or not self.isVisible():
            return
        self._shown = names
        dark, side = self._look.current.dark, self._look.px(16)
        paths = names.codebook.paths()
        codes = [(path, key, names.codebook.by_id[key]) for key, path in paths.items()]
        self._refill("code", [(path, key) for path, key, _ in codes])
        combo = self._fields["code"][0]
        for row, (_, _, code) in enumerate(codes, start=1):
            combo.setItemIcon(row, mark_icon(code.color, code.kind, dark, side))
        self._refill("coder", [(name, key) for key, name in names.coders.items()])
        self._refill("document", [(name, key) for key, name in names.documents.items()])

    def _refill(self, field: str, entries: list[tuple[str, UUID]]) -> None:
        combo, every, _ = self._fields[field]
        chosen = combo.currentData()
        combo.clear()
        combo.addItem(every)
        for name, key in entries:
            combo.addItem(name, key)
            if key == chosen:
                combo.setCurrentIndex(combo.count() - 1)

    def clear(self) -> None:
        """Choose everything; nobody is told."""
        for combo, _, _ in self._fields.values():
            combo.setCurrentIndex(0)
        for part in (self.least, self.most, *self._having.values()):
            with QSignalBlocker(part):
                part.clear() if isinstance(part, QLineEdit) else part.setChecked(False)
        self._name_having(self.having)

    @property
    def code(self) -> UUID | None:
        """The chosen code."""
        return self._fields["code"][0].currentData()

    @property
    def coder(self) -> UUID | None:
        """The chosen coder."""
        return self._fields["coder"][0].currentData()

    @property
    def document(self) -> UUID | None:
        """The chosen document."""
        return self._fields["document"][0].currentData()

    @property
    def carrying(self) -> Carrying | None:
        """What codings must carry; None where nothing is asked for."""
        certainty, mark = (self._fields[field][0].currentData() for field in ("certainty", "mark"))
        wanted = Carrying(
            certainties=None if certainty is None else frozenset((certainty,)),
            marks=None if mark is None else frozenset((mark,)),
            least=_number(self.least.text()),
            most=_number(self.most.text()),
            **{key: True for key, action in self._having.items() if action.isChecked()},
        )
        return None if wanted == Carrying() else wanted

    @property
    def narrowed(self) -> bool:
        """Whether anything is chosen."""
        return any(choice is not None for choice in (self.code, self.coder, self.document, self.carrying))

    def choose(self, field: str, key: UUID | str) -> None:
        """Choose an entry of a field (`code`, `coder`, `document`, `certainty`, `mark`) as a click would."""
        combo = self._fields[field][0]
        rows = range(1, combo.count())  # findData does not compare ids by value
        combo.setCurrentIndex(next(row for row in rows if combo.itemData(row) == key))
        self.changed.emit()

    def require(self, key: str, wanted: bool = True) -> None:
        """Ask for codings with a question (`discuss`), a `comment`, a `memo`, `links`, or a place in `doubt`."""
        self._having[key].setChecked(wanted)


def _number(text: str) -> float | None:
    number, understood = QLocale().toDouble(text)
    if not understood:
        number, understood = QLocale.c().toDouble(text)
    return number if understood else None
