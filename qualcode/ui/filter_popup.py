"""The popup in which filters are chosen, kept under names, and recalled."""

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from ..domain.conditions import NO_VALUE, RANGED, is_range, range_ends, range_test, range_text
from ..domain.errors import BadInput
from ..domain.folders import name_of, parent_of, with_those_above, within_any
from ..domain.folding import fold
from .bridge import Bridge
from .filter_choices import Choices, choices
from .filters import Choice, Filters, SavedFilters
from .look import Look
from .panels.name_field import NameField
from .parts.field_icon import ClearCross

_KIND, _KEY = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_WAIT = 200  # milliseconds after the last tick before everything is counted anew
_MOST_VALUES = 40  # of a number or date: more are only offered as a range
CHECKED = Qt.CheckState.Checked


class RangeFields(QWidget):
    """From and to, of one variable."""

    def __init__(self, name: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.low, self.high = QLineEdit(self), QLineEdit(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, look.px(2), look.px(8), look.px(2))
        line.setSpacing(look.px(6))
        for field, text in ((self.low, self.tr("from")), (self.high, self.tr("to"))):
            field.setPlaceholderText(text)
            field.setAccessibleName(f"{name}: {text}")
            line.addWidget(field, 1)

    @property
    def text(self) -> str:
        """The range as `domain.conditions` writes it."""
        return range_text(self.low.text(), self.high.text())


class FilterPopup(QFrame):
    """Check lists of sets, documents by folder, coders and values; nothing checked in a list means all of it."""

    def __init__(self, bridge: Bridge, look: Look, filters: Filters, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._look = look
        self._filters = filters
        self._known = Choices()
        self._ranges: dict[str, tuple[str, RangeFields]] = {}  # by variable: its type, the fields
        self._kept: SavedFilters | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popup")
        self.setAccessibleName(self.tr("Filters"))
        look.dress(self)
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self._apply)
        self.tree.itemChanged.connect(lambda _item, _column: self._timer.start())
        bridge.ask(choices, self.show_choices)

    def _build(self) -> None:
        px = self._look.px
        hint = QLabel(self.tr("Check what to look at. Where nothing is checked, all of it counts."), self)
        hint.setWordWrap(True)
        self.saved_button = QPushButton(self.tr("Saved filters"), self)
        self.saved_menu = QMenu(self.saved_button)
        self.saved_menu.aboutToShow.connect(self._fill_saved)
        self.saved_button.setMenu(self.saved_menu)
        self.find = QLineEdit(self)
        self.find.setPlaceholderText(self.tr("Find"))
        self.find.setAccessibleName(self.tr("Find in the filters"))
        ClearCross(self.find)
        self.find.textChanged.connect(self._narrow)
        self.name = NameField(self)
        self.name.setPlaceholderText(self.tr("Name of the filter; Enter saves it"))
        self.name.setAccessibleName(self.tr("Name of the filter"))
        self.name.returnPressed.connect(self._keep)
        self.name.left.connect(self._leave_name)
        self.name.hide()
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(px(16))
        self.tree.setAccessibleName(self.tr("Filters"))
        self.clear_button = QPushButton(self.tr("Clear all filters"), self)
        self.clear_button.clicked.connect(self._clear)
        done = QPushButton(self.tr("Done"), self)
        done.setProperty("kind", "filled")
        done.clicked.connect(self.close)
        top = QHBoxLayout()
        top.addWidget(self.find, 1)
        top.addWidget(self.saved_button)
        buttons = QHBoxLayout()
        buttons.addWidget(self.clear_button)
        buttons.addStretch(1)
        buttons.addWidget(done)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(12), px(12), px(12), px(12))
        outer.setSpacing(px(8))
        outer.addWidget(hint)
        outer.addLayout(top)
        outer.addWidget(self.name)
        outer.addWidget(self.tree, 1)
        outer.addLayout(buttons)
        self.resize(px(380), px(480))

    def open_below(self, button: QWidget) -> None:
        """Show the popup under a button, within the screen."""
        at = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4))
        room = button.screen().availableGeometry()
        self.resize(min(self.width(), room.width()), min(self.height(), room.height()))
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        at.setY(max(room.top(), min(at.y(), room.bottom() - self.height())))
        self.move(at)
        self.show()
        self.tree.setFocus(Qt.FocusReason.PopupFocusReason)

    # ── the lists ──
    def show_choices(self, known: Choices) -> None:
        """Fill the lists; what is chosen at present is checked."""
        self._known = known
        self._kept = SavedFilters(known.study) if known.study is not None else None
        choice = self._filters.choice
        self._ranges.clear()
        self.tree.blockSignals(True)
        self.tree.clear()
        if known.sets:
            sets = self._group(self.tr("Document sets"))
            for key, name, members in known.sets:
                self._item(sets, f"{name} · {len(members)}", "set", key, key in choice.sets)
        self._show_documents(choice)
        if len(known.coders) > 1:
            coders = self._group(self.tr("Coders"))
            for key, name in known.coders:
                self._item(coders, name, "coder", key, key in choice.coders)
        for variable, kind, values in known.variables:
            self._show_variable(variable, kind, values, choice.variables.get(variable, frozenset()))
        self.tree.blockSignals(False)
        if self.tree.topLevelItemCount():
            self.tree.setCurrentItem(self.tree.topLevelItem(0))
        self._narrow(self.find.text())

    def _show_documents(self, choice: Choice) -> None:
        top = self._group(self.tr("Documents"))
        places: dict[str, QTreeWidgetItem] = {"": top}
        for folder in with_those_above(folder for _, _, folder in self._known.documents):
            places[folder] = self._item(places[parent_of(folder)], name_of(folder), "folder", folder, False)
        for key, name, folder in self._known.documents:
            checked = key in choice.documents or within_any(folder, choice.folders)
            self._item(places[folder], name, "document", key, checked)
        if len(self._known.documents) > 2 * _MOST_VALUES and not choice.documents:
            for path, item in places.items():
                item.setExpanded(not path)

    def _show_variable(self, variable: str, kind: str, values: tuple[str, ...], chosen: frozenset[str]) -> None:
        group = self._group(variable)
        if kind in RANGED:
            item = QTreeWidgetItem(group)
            fields = RangeFields(variable, self._look, self.tree)
            hint = self.tr("A number; both ends belong to the range")
            if kind == "date":
                hint = self.tr("A year, a month or a day: 2024, 2024-05, 2024-05-09")
            for field in (fields.low, fields.high):
                field.setToolTip(hint)
            low, high = range_ends([text for text in chosen if is_range(text, kind)])
            fields.low.setText(low)
            fields.high.setText(high)
            for field in (fields.low, fields.high):
                field.textChanged.connect(lambda _text: self._timer.start())
            item.setSizeHint(0, QSize(0, self._look.px(36)))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item.setData(0, _KIND, "range")
            self.tree.setItemWidget(item, 0, fields)
            self._ranges[variable] = kind, fields
        if kind not in RANGED or len(values) <= _MOST_VALUES:
            for value in values:
                self._item(group, value, "value", (variable, value), value in chosen)
        self._item(group, self.tr("no value"), "value", (variable, NO_VALUE), NO_VALUE in chosen)
        group.setExpanded(bool(chosen))

    def _group(self, name: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self.tree, [name])
        font = self.tree.font()
        font.setBold(True)
        group.setFont(0, font)
        group.setExpanded(True)
        return group

    @staticmethod
    def _item(parent: QTreeWidgetItem, text: str, kind: str, key: object, checked: bool) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent, [text])
        item.setToolTip(0, text)
        item.setData(0, _KIND, kind)
        item.setData(0, _KEY, key)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
        item.setCheckState(0, CHECKED if checked else Qt.CheckState.Unchecked)
        item.setExpanded(True)
        return item

    def _narrow(self, typed: str) -> None:
        """Show only what has these letters; what stands above or below it stays, too."""
        wanted = fold(typed.strip())

        def show(item: QTreeWidgetItem, above: bool) -> bool:
            here = above or not wanted or wanted in fold(item.text(0))
            children = [show(item.child(row), here and bool(wanted)) for row in range(item.childCount())]
            seen = here or any(children)
            item.setHidden(not seen)
            if wanted and any(children):
                item.setExpanded(True)
            return seen

        for row in range(self.tree.topLevelItemCount()):
            show(self.tree.topLevelItem(row), False)

    # ── what is chosen ──
    def chosen(self) -> Choice:
        """What is checked and typed."""
        found: dict[str, set[Any]] = {kind: set() for kind in ("document", "folder", "set", "coder")}
        variables: dict[str, set[str]] = {}
        iterator = QTreeWidgetItemIterator(self.tree)
        while (item := iterator.value()) is not None:
            kind, key = item.data(0, _KIND), item.data(0, _KEY)
            if kind not in (None, "range") and item.checkState(0) == CHECKED:
                if kind == "value":
                    variables.setdefault(key[0], set()).add(key[1])
                else:
                    found[kind].add(key)
            iterator += 1
        for variable, (kind, fields) in self._ranges.items():
            if fields.text and _sound(fields.text, kind):
                variables.setdefault(variable, set()).add(fields.text)
        documents, folders = self._places(found["document"], found["folder"])
        coders = found["coder"] if len(found["coder"]) < len(self._known.coders) else set()
        return Choice(
            frozenset(documents),
            frozenset(folders),
            frozenset(coders),
            {name: frozenset(values) for name, values in variables.items()},
            frozenset(found["set"]),
        )

    def _places(self, documents: set[UUID], folders: set[str]) -> tuple[set[UUID], set[str]]:
        """Whole folders where those are meant, for what is imported there later counts too; else documents."""
        topmost = {folder for folder in folders if not within_any(parent_of(folder), folders)}
        if documents == {key for key, _, folder in self._known.documents if within_any(folder, topmost)}:
            return set(), topmost
        return (set() if len(documents) == len(self._known.documents) else documents), set()

    def _apply(self) -> None:
        self._timer.stop()
        self._filters.choose(self.chosen())

    def _clear(self) -> None:
        self._timer.stop()
        self._filters.clear()
        self.show_choices(self._known)
        self._timer.stop()

    # ── kept filters ──
    def _fill_saved(self) -> None:
        menu, kept = self.saved_menu, self._kept.all() if self._kept is not None else {}
        menu.clear()
        for name, choice in kept.items():
            menu.addAction(name.replace("&", "&&")).triggered.connect(partial(self._recall, choice))
        if kept:
            menu.addSeparator()
        keep = menu.addAction(self.tr("Save this filter…"))
        keep.setEnabled(not self.chosen().everything)
        keep.triggered.connect(lambda _checked=False: self._ask_name())
        if kept:
            drop = menu.addMenu(self.tr("Forget"))
            for name in kept:
                drop.addAction(name.replace("&", "&&")).triggered.connect(partial(self._drop, name))

    def _recall(self, choice: Choice, _checked: bool = False) -> None:
        self._timer.stop()
        self._filters.choose(choice)
        self.show_choices(self._known)
        self._timer.stop()

    def _drop(self, name: str, _checked: bool = False) -> None:
        if self._kept is not None:
            self._kept.drop([name])

    def _ask_name(self) -> None:
        self.name.show()
        self.name.setFocus()

    def _keep(self) -> None:
        name = " ".join(self.name.text().split())
        if name and self._kept is not None:
            self._apply()
            self._kept.keep(name, self._filters.choice)
            self._leave_name()

    def _leave_name(self) -> None:
        self.name.clear()
        self.name.hide()
        self.tree.setFocus()

    # ── closing ──
    def closeEvent(self, event: Any) -> None:
        if self._timer.isActive():
            self._apply()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


def _sound(text: str, kind: str) -> bool:
    """Whether a typed range can be compared; half a date or a stray letter is waited for."""
    try:
        range_test(text, kind)
    except BadInput:
        return False
    return True
