"""The map as two lists, its twin for those who read rather than look: all that stands on it, and all relations."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ..look import Look
from ..marks import mark_icon
from ..themes.wording import stage_names
from .scene import Thing, Tie
from .wording import kind_name, thing_names

Index = QModelIndex | QPersistentModelIndex
KEY = Qt.ItemDataRole.UserRole
SORT = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()


def _shown(value: str | int, role: int) -> Any:
    """What a cell answers to a role."""
    words = isinstance(value, str)
    if role == SORT:
        return value.casefold() if isinstance(value, str) else value
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
        return value if words else f"{value:,}"
    if role == Qt.ItemDataRole.TextAlignmentRole:
        side = Qt.AlignmentFlag.AlignLeading if words else Qt.AlignmentFlag.AlignTrailing
        return side | Qt.AlignmentFlag.AlignVCenter
    return None


class _Rows(QAbstractTableModel):
    """Rows of one kind; a column is a title, what it shows and whether it can be written in."""

    written = Signal(object, int, str)  # id, column, text

    def __init__(self, titles: Sequence[str], writable: Sequence[int], parent: QObject) -> None:
        super().__init__(parent)
        self._titles, self._writable = titles, writable
        self.writes = True
        self.rows: list[Any] = []

    def show(self, rows: Sequence[Any]) -> None:
        """Show these; rows that stay keep their places."""
        if [row.id for row in rows] == [row.id for row in self.rows]:
            changed = [at for at, (one, other) in enumerate(zip(self.rows, rows, strict=True)) if one != other]
            self.rows = list(rows)
            for at in changed:
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(self._titles) - 1))
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self.writes and index.column() in self._writable and self.may_write(self.rows[index.row()]):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def may_write(self, _row: Any) -> bool:
        """Whether a row can be written in."""
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == KEY:
            return row.id
        if role == Qt.ItemDataRole.DecorationRole:
            return self.picture(row, index.column())
        return _shown(self.value(row, index.column()), role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        text = str(value).strip()
        row = self.rows[index.row()]
        if text != self.value(row, index.column()):
            self.written.emit(row.id, index.column(), text)
        return True

    def value(self, row: Any, column: int) -> str | int:
        """What a cell shows."""
        raise NotImplementedError

    def picture(self, _row: Any, _column: int) -> QIcon | None:
        """The mark before a cell's words."""
        return None


class ThingRows(_Rows):
    """What stands on the map; notes and groups are written here."""

    NAME, KIND, SEGMENTS, CASES, STAGE, GROUP, RELATIONS = range(7)

    def __init__(self, look: Look, parent: QObject) -> None:
        titles = (
            self.tr("Name"),
            self.tr("What it is"),
            self.tr("Segments"),
            self.tr("Cases"),
            self.tr("Stage"),
            self.tr("Group"),
            self.tr("Relations"),
        )
        super().__init__(titles, (self.NAME,), parent)
        self._look = look
        self.groups: dict[UUID, str] = {}
        self.relations: dict[UUID, int] = {}

    def may_write(self, row: Thing) -> bool:
        return row.kind in ("note", "group")

    def value(self, row: Thing, column: int) -> str | int:
        coded = row.is_code
        values: dict[int, str | int] = {
            self.NAME: row.words if row.kind == "note" else row.name,
            self.KIND: thing_names()[row.kind],
            self.SEGMENTS: row.segments if coded or row.kind == "case" else "",
            self.CASES: row.cases if coded else "",
            self.STAGE: stage_names().get(row.stage_key, ""),
            self.GROUP: self.groups.get(row.inside, "") if row.inside is not None else "",
            self.RELATIONS: self.relations.get(row.id, 0),
        }
        return values[column]

    def picture(self, row: Thing, column: int) -> QIcon | None:
        if column != self.NAME or not row.is_code:
            return None
        return mark_icon(row.color, row.kind, self._look.current.dark, self._look.px(16))


class TieRows(_Rows):
    """The relations; kind and comment are written here."""

    FROM, KIND, TO, QUOTES, STRENGTH, COMMENT = range(6)

    def __init__(self, parent: QObject) -> None:
        titles = (
            self.tr("From"),
            self.tr("Kind"),
            self.tr("To"),
            self.tr("Quotes"),
            self.tr("Strength"),
            self.tr("Comment"),
        )
        super().__init__(titles, (self.KIND, self.COMMENT), parent)
        self.names: dict[UUID, str] = {}

    def value(self, row: Tie, column: int) -> str | int:
        if column in (self.FROM, self.TO):
            return self.names.get(row.source if column == self.FROM else row.target, "")
        if column == self.KIND:
            return kind_name(row.kind)
        if column == self.QUOTES:
            return row.quotes
        if column == self.STRENGTH:
            return "" if row.strength is None else f"{row.strength:g}"
        return row.comment


class RowsTable(QTableView):
    """One list; what is chosen in it is chosen on the canvas."""

    chosen = Signal(object)  # the ids of what is chosen
    entered = Signal()  # it is to be inspected
    removing = Signal()
    menu_wanted = Signal(object)  # where

    def __init__(self, look: Look, rows: _Rows, name: str, widths: Sequence[int], parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._widths, self.source = look, widths, rows
        self._quiet = False
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(rows)
        self._sorted.setSortRole(SORT)
        self.setModel(self._sorted)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._sorted.sort(-1)
        self.horizontalHeader().setStretchLastSection(True)
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(leading)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        look.follow(self._take_look)
        self._take_look()

    def _take_look(self) -> None:
        px = self._look.px
        self.setStyleSheet(
            f"QTableView::item {{ padding: 0 {px(8)}px; }} QHeaderView::section {{ padding: {px(4)}px {px(10)}px; }}"
        )
        self.verticalHeader().setDefaultSectionSize(px(28))
        for column, width in enumerate(self._widths):
            self.setColumnWidth(column, px(width))

    def quietly(self, do: Callable[[], object]) -> None:
        """Change what is shown without telling anybody."""
        self._quiet = True
        do()
        self._quiet = False

    def keys(self) -> set[UUID]:
        """The ids of the chosen rows."""
        return {index.data(KEY) for index in self.selectionModel().selectedRows()}

    def choose(self, wanted: set[UUID]) -> None:
        """Choose these rows, without telling anybody."""
        if self.keys() == wanted & {row.id for row in self.source.rows}:
            return

        def do() -> None:
            self.clearSelection()
            flags = QItemSelectionModel.SelectionFlag
            for at, row in enumerate(self.source.rows):
                if row.id in wanted:
                    index = self._sorted.mapFromSource(self.source.index(at, 0))
                    self.selectionModel().select(index, flags.Select | flags.Rows)
                    self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
                    self.scrollTo(index)

        self.quietly(do)

    def selectionChanged(self, selected: Any, deselected: Any) -> None:
        super().selectionChanged(selected, deselected)
        if not self._quiet:
            self.chosen.emit(self.keys())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.keys():
            self.removing.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self.menu_wanted.emit(event.globalPos() if mouse else self.viewport().mapToGlobal(self.rect().center()))
