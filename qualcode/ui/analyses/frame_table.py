"""A table of an analysis in the window; a cell opens its quotes."""

from collections.abc import Collection, Mapping
from itertools import islice
from math import inf, isfinite
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from ..look import Look
from ..parts.focus_ring import FocusRing
from .column_titles import column_title, value_title

if TYPE_CHECKING:
    import pandas as pd

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
NOT_DEFINED = "–"
_DIGITS, _SEEN = 4, 100  # decimal places at most, and the rows whose numbers say how many
_WHOLE = 1_000  # from here on four digits leave no fraction
_MOST, _FEWEST, _LOOKED_AT = 50, 4, 600  # rows of which a column takes its width, and cells in all
_BEFORE, _HIT, _BEHIND = _LINES = "left", "hit", "right"  # the columns of a concordance that are read as one line
_SIDE = 140  # px: how wide the words beside a hit are at least
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


def shown(value: Any, places: int | None = None) -> str:
    """A value as a cell shows it: thousands apart, four digits of a fraction or so many decimal places, nothing where
    there is none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "✓" if value else ""
    if isinstance(value, int):
        return f"{value:,}"
    return _fraction(value, places) if isinstance(value, float) else str(value)


def _fraction(value: float, places: int | None) -> str:
    if not isfinite(value):
        return NOT_DEFINED
    if places and (value == 0 or abs(value) >= 10.0**-places):
        return f"{value:,.{places}f}"
    whole = abs(value) >= _WHOLE or (value == int(value) and abs(value) >= 1)
    return f"{value:,.0f}" if whole else f"{value:.4g}"


def _values(column: "pd.Series[Any]") -> list[Any]:
    """The values of a column, None for nan, for what has no bounds and for what pandas says instead of a whole
    number."""
    gaps = column.isna()
    if column.dtype.kind == "f":
        gaps |= column.isin((inf, -inf))
    if not gaps.any():
        return column.tolist()
    return [None if gap else value for value, gap in zip(column.tolist(), gaps.tolist(), strict=True)]


def cells_of(frame: "pd.DataFrame") -> list[list[Any]]:
    """The values of all columns; for a worker's thread: wide tables have hundreds."""
    return [_values(frame.iloc[:, place]) for place in range(frame.shape[1])]


def places_of(values: list[Any]) -> int | None:
    """How many decimal places the numbers of a column have, so that their points stand below one another."""
    seen = [value for value in islice(values, _SEEN) if isinstance(value, float) and isfinite(value)]
    texts = [text for text in (f"{value:.4g}" for value in seen) if "e" not in text]
    return min(max((len(text.partition(".")[2]) for text in texts), default=0), _DIGITS) or None


class FrameModel(QAbstractTableModel):
    """The rows of a data frame."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._columns: list[str] = []
        self._own: list[bool] = []  # whether an analysis has named a column, not the user
        self.in_lines = False  # a concordance: every row is a line of text around a hit
        self._titles: list[str] = []
        self._values: list[list[Any]] = []
        self._reasons: Mapping[str, str] = {}
        self._places: list[int | None] = []
        self._bold = QFont()
        self._bold.setBold(True)

    def show_cells(
        self, columns: list[str], cells: list[list[Any]], reasons: Mapping[str, str], own: Collection[int]
    ) -> None:
        self.beginResetModel()
        self._columns, self._values, self._reasons = columns, cells, reasons
        self._own = [place in own for place in range(len(columns))]
        self.in_lines = set(_LINES) <= set(columns) and all(self._own)
        self._titles = [column_title(name) if own else name for name, own in zip(columns, self._own, strict=True)]
        self._places = [places_of(values) for values in cells]
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() or not self._values else len(self._values[0])

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value = self._values[index.column()][index.row()]
        column = index.column()
        name = self._columns[column]
        if name in self._reasons and value is None:
            return self._not_defined(column, role)
        if isinstance(value, str) and self._own[column]:
            value = value_title(name, value)
        places = self._places[column]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return shown(value, places)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if isinstance(value, int | float) else self._in_line(name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._titles[column]}: {shown(value, places)}"
        return self._bold if role == Qt.ItemDataRole.FontRole and self._in_line(name) == _CENTRE else None

    def _in_line(self, name: str) -> int | None:
        """Where the words of a concordance stand in their column: those before a hit end at it."""
        return {_BEFORE: _RIGHT, _HIT: _CENTRE}.get(name) if self.in_lines else None

    def title(self, column: int) -> str:
        """What a column is called in the window."""
        return self._titles[column]

    def _not_defined(self, column: int, role: int) -> Any:
        """What a cell without a number says: that it has none, and why."""
        if role == Qt.ItemDataRole.DisplayRole:
            return NOT_DEFINED
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT
        why = self.tr("Not defined. {reason}").format(reason=self._reasons[self._columns[column]])
        if role == Qt.ItemDataRole.ToolTipRole:
            return why
        return f"{self._titles[column]}: {why}" if role == Qt.ItemDataRole.AccessibleTextRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._titles[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._told(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._numbers(section) else self._in_line(self._columns[section])
        return None

    def _told(self, column: int) -> str:
        """The title of a column whole, and what files and the documentation call it where that is something else."""
        title, name = self._titles[column], self._columns[column]
        return title if title == name else self.tr("{title} (in files: {name})").format(title=title, name=name)

    def _numbers(self, section: int) -> bool:
        """Whether the first value of a column is a number: then its title stands above the numbers."""
        return isinstance(next((one for one in self._values[section] if one is not None), None), int | float)


class _CutAtItsBeginning(QStyledItemDelegate):
    """Of the words before a hit the ones beside it stay."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


class FrameTable(QTableView):
    """`cell_chosen` fires with row and column name when a cell is clicked or Enter is pressed on it. A concordance
    begins with its lines, the hits below one another in the middle; where each stands comes behind."""

    cell_chosen = Signal(int, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: pd.DataFrame | None = None
        self._lines: list[int] = []  # of a concordance: what is before the hits, they, what is behind
        self._cut = _CutAtItsBeginning(self)
        self._model = FrameModel(self)
        self.setModel(self._model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(False)
        self.setItemDelegate(FocusRing(look, self))
        self.setShowGrid(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Table"))
        self.verticalHeader().setVisible(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self._look = look
        look.follow(self._take_look)
        self._take_look()
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def _take_look(self) -> None:
        px, tokens = self._look.px, self._look.current
        self.verticalHeader().setDefaultSectionSize(px(28))
        self.horizontalHeader().setMaximumSectionSize(px(360))
        self.setStyleSheet(
            f"QHeaderView {{ background: {tokens.panel}; border: 0; }}"
            f"QHeaderView::section {{ padding: {px(4)}px {px(8)}px; }}"
            f"QTableView::item {{ padding: 0 {px(8)}px; }}"
        )

    def show_frame(
        self,
        frame: "pd.DataFrame",
        reasons: Mapping[str, str],
        cells: list[list[Any]] | None = None,
        own: Collection[int] | None = None,
    ) -> None:
        """Show a table; `reasons` say by column why a number in it is not defined, `cells` are those of `cells_of`,
        `own` the places of the columns that an analysis has named (None: all). The others keep their names."""
        self._frame = frame
        columns = [str(column) for column in frame.columns]
        named = range(len(columns)) if own is None else own
        self._model.show_cells(columns, cells_of(frame) if cells is None else cells, reasons, named)
        # only some rows: a look at all takes seconds
        self.horizontalHeader().setResizeContentsPrecision(max(_FEWEST, min(_MOST, _LOOKED_AT // max(len(columns), 1))))
        self.resizeColumnsToContents()
        self._lines = [columns.index(name) for name in _LINES] if self._model.in_lines else []
        if self._lines:
            self.setItemDelegateForColumn(self._lines[0], self._cut)
            for place, column in enumerate(self._lines):
                self.horizontalHeader().moveSection(self.horizontalHeader().visualIndex(column), place)
            self._centre()

    def title_of(self, column: str) -> str:
        """What a column of the table shown is called in the window."""
        return self._model.title(list(self._frame.columns).index(column)) if self._frame is not None else column

    def _centre(self) -> None:
        """Give both sides of the hits the same room."""
        before, hit, behind = self._lines
        side = max(self._look.px(_SIDE), (self.viewport().width() - self.columnWidth(hit)) // 2)
        self.setColumnWidth(before, side)
        self.setColumnWidth(behind, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._lines and event.size().width() != event.oldSize().width():
            self._centre()

    def _choose(self, index: QModelIndex) -> None:
        if self._frame is not None:
            self.cell_chosen.emit(index.row(), str(self._frame.columns[index.column()]))
