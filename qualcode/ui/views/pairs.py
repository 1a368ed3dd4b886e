"""The pairs of codes as a table: the twin of heat map and network for those who read rather than look."""

from math import isfinite
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ...app.charts import CooccurrencePicture
from ..look import Look
from .wording import coefficient_names, not_defined, translate

_COUNTS = ("n_a", "n_b", "n_ab", "pairs", "documents", "cases")
_COEFFICIENTS = ("jaccard", "dice", "overlap", "p_b_given_a", "p_a_given_b", "lift", "phi")

Index = QModelIndex | QPersistentModelIndex


class PairsModel(QAbstractTableModel):
    """A row per pair of codes that meet, in columns of arrays; sorting moves row numbers only."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._picture: CooccurrencePicture | None = None
        self._columns: dict[str, Any] = {}
        self._rows: Any = ()  # places in the columns, in the order shown
        self._keys = ("a", "b", *_COUNTS[:4], *_COEFFICIENTS, *_COUNTS[4:])

    def show_picture(self, picture: CooccurrencePicture) -> None:
        """Show the pairs of a picture."""
        import numpy as np

        self.beginResetModel()
        counts = picture.counts
        place_of = np.full(counts.codes.size, -1)
        at = {label.code: place for place, label in enumerate(picture.heat.labels)}
        for number, code in enumerate(counts.codes.tolist()):
            place_of[number] = at.get(code, -1)
        a, b = place_of[counts.a], place_of[counts.b]
        kept = (a >= 0) & (b >= 0)
        self._columns = {"a": a[kept], "b": b[kept], "n_a": counts.n[counts.a][kept]}
        self._columns["n_b"] = counts.n[counts.b][kept]
        for key in _COUNTS[2:]:
            self._columns[key] = getattr(counts, key)[kept]
        for key, values in counts.coefficients().items():
            self._columns[key] = values[kept]
        self._rows = np.arange(int(kept.sum()))
        self._picture = picture
        self.endResetModel()

    def cell(self, row: int) -> tuple[int, int]:
        """Row and column of a pair in the heat map."""
        at = self._rows[row]
        return int(self._columns["a"][at]), int(self._columns["b"][at])

    def row_of(self, cell: tuple[int, int]) -> int:
        """The row of a pair, -1 when it has none."""
        if not self._columns:
            return -1
        first, second = self._columns["a"][self._rows], self._columns["b"][self._rows]
        hit = ((first == cell[0]) & (second == cell[1])) | ((first == cell[1]) & (second == cell[0]))
        found = hit.nonzero()[0]
        return int(found[0]) if found.size else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  as Qt declares it
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            words = index.column() < 2
            side = Qt.AlignmentFlag.AlignLeading if words else Qt.AlignmentFlag.AlignTrailing
            return side | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) or self._picture is None:
            return None
        key = self._keys[index.column()]
        value = self._columns[key][self._rows[index.row()]]
        if key in ("a", "b"):
            label = self._picture.heat.labels[int(value)]
            return label.path if role == Qt.ItemDataRole.ToolTipRole else label.name
        if key in _COUNTS:
            return f"{int(value):,}"
        from ...analysis.matrices import number_text

        if isfinite(value):
            return number_text(float(value), key)
        return not_defined(key) if role == Qt.ItemDataRole.ToolTipRole else translate("Cooccurrence", "not defined")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = {
            "a": self.tr("Code A"),
            "b": self.tr("Code B"),
            "n_a": self.tr("Units A"),
            "n_b": self.tr("Units B"),
            "n_ab": self.tr("Both"),
            "pairs": self.tr("Pairs"),
            "documents": self.tr("Documents"),
            "cases": self.tr("Cases"),
        }
        key = self._keys[section]
        return names.get(key) or coefficient_names()[key]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if self._picture is None:
            return
        import numpy as np  # the picture's worker has loaded it; before that it would hold the window

        key = self._keys[column]
        values = self._columns[key]
        if key in ("a", "b"):
            names = [label.name.casefold() for label in self._picture.heat.labels]
            ranks = np.argsort(np.argsort(np.array(names, dtype=object), kind="stable"), kind="stable")
            values = ranks[values]
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        pairs = [int(self._rows[index.row()]) for index in old]
        down = order == Qt.SortOrder.DescendingOrder
        # undefined values stand last either way
        self._rows = np.argsort(-values if down else values, kind="stable")
        places = np.argsort(self._rows)
        new = [self.index(int(places[pair]), index.column()) for pair, index in zip(pairs, old, strict=True)]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()


class PairsTable(QTableView):
    """The table twin; the chosen row is the chosen cell."""

    chosen = Signal(int, int)
    activated_pair = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self._pairs = PairsModel(self)
        self.setModel(self._pairs)
        self.setAccessibleName(self.tr("Pairs of codes"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(5, Qt.SortOrder.DescendingOrder)
        self.horizontalHeader().setMinimumSectionSize(look.px(48))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._look = look
        look.follow(self._restyle)
        self._restyle()
        self.doubleClicked.connect(lambda _index: self.activated_pair.emit())

    def _restyle(self) -> None:
        self.setStyleSheet(f"QTableView::item {{ padding: 0 {self._look.px(8)}px; }}")
        self.verticalHeader().setDefaultSectionSize(self._look.px(28))
        for column in range(self._pairs.columnCount()):
            self.setColumnWidth(column, self._look.px(168 if column < 2 else 92))

    def show_picture(self, picture: CooccurrencePicture) -> None:
        """Show the pairs of a picture in the order chosen before."""
        self._quiet = True
        self._pairs.show_picture(picture)
        header = self.horizontalHeader()
        self._pairs.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        self._quiet = False

    def choose(self, row: int, column: int) -> None:
        """Choose the row of a pair, without telling anybody."""
        found = self._pairs.row_of((row, column))
        self._quiet = True
        if found < 0:
            self.clearSelection()
        else:
            index = self._pairs.index(found, 0)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)
        self._quiet = False

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if not self._quiet and current.isValid():
            self.chosen.emit(*self._pairs.cell(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated_pair.emit()
        else:
            super().keyPressEvent(event)
