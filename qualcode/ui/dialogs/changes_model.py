"""The changes of the codebook as a tree: a heading per sort of change, below it the codes, worded when shown."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from ...domain.codebook_diff import CHANGE_NAMES, Entry
from ..look import look
from ..marks import mark_icon
from ..translation import say
from .change_words import line_of

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ChangesModel(QAbstractItemModel):
    """Two levels: sorts of change, and the entries of each."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._groups: list[tuple[str, list[Entry]]] = []

    def show(self, listed: Sequence[Entry]) -> None:
        """Show these entries, those of one sort together."""
        self.beginResetModel()
        found: dict[str, list[Entry]] = {}
        for one in listed:
            found.setdefault(one.change, []).append(one)
        self._groups = list(found.items())
        self.endResetModel()

    def entry(self, index: _Index) -> Entry | None:
        """The entry at a place; None for a heading."""
        if not index.isValid() or not index.internalId():
            return None
        return self._groups[index.internalId() - 1][1][index.row()]

    def place(self, entry: Entry | None) -> QModelIndex:
        """Where the entry about the same change of the same code stands, else the first one."""
        wanted = None if entry is None else (entry.change, entry.key)
        for number, (change, entries) in enumerate(self._groups):
            if wanted is None or change == wanted[0]:
                keys = [one.key for one in entries]
                if wanted is None or wanted[1] in keys:
                    return self.index(keys.index(wanted[1]) if wanted else 0, 0, self.index(number, 0))
        return QModelIndex() if wanted is None else self.place(None)

    # ── as Qt asks ──
    def index(self, row: int, column: int, parent: _Index = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: _Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        above = index.internalId() if index.isValid() else 0
        return self.createIndex(above - 1, 0, 0) if above else QModelIndex()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._groups)
        return 0 if parent.internalId() else len(self._groups[parent.row()][1])

    def columnCount(self, _parent: _Index = _NOWHERE) -> int:
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.entry(index)
        if one is None:
            return self._of_heading(index, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return line_of(one)
        if role == Qt.ItemDataRole.DecorationRole:
            return mark_icon(one.color, one.kind, look().current.dark, look().px(16))
        return one.code if role == Qt.ItemDataRole.ToolTipRole else None

    def _of_heading(self, index: _Index, role: int) -> Any:
        if role == Qt.ItemDataRole.FontRole:
            return look().font(bold=True)
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        change, entries = self._groups[index.row()]
        words = QCoreApplication.translate("CodebookChangesDialog", "{kind} ({number})")
        return words.replace("{number}", str(len(entries))).replace("{kind}", say(CHANGE_NAMES[change]))
