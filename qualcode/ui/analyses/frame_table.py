"""A table of an analysis in the window; a cell opens its quotes."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ..look import Look

if TYPE_CHECKING:
    import pandas as pd

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


def shown(value: Any) -> str:
    """A value as a cell shows it: thousands apart, four digits of a fraction, nothing where it is not defined."""
    if value is None or value != value:  # noqa: PLR0124  nan is the one value that differs from itself
        return ""
    if isinstance(value, bool):
        return "✓" if value else ""
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, float):
        return f"{value:,.0f}" if value == int(value) and abs(value) >= 1 else f"{value:.4g}"
    return str(value)


class FrameModel(QAbstractTableModel):
    """The rows of a data frame."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._columns: list[str] = []
        self._values: list[list[Any]] = []

    def show_frame(self, frame: "pd.DataFrame") -> None:
        self.beginResetModel()
        self._columns = [str(column) for column in frame.columns]
        self._values = [frame.iloc[:, place].tolist() for place in range(frame.shape[1])]
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() or not self._values else len(self._values[0])

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value = self._values[index.column()][index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return shown(value)
        if role == Qt.ItemDataRole.TextAlignmentRole and isinstance(value, int | float):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._columns[index.column()]}: {shown(value)}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._columns[section].replace("_", " ") if orientation == Qt.Orientation.Horizontal else section + 1


class FrameTable(QTableView):
    """`cell_chosen` fires with row and column name when a cell is clicked or Enter is pressed on it."""

    cell_chosen = Signal(int, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: pd.DataFrame | None = None
        self._model = FrameModel(self)
        self.setModel(self._model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(False)
        self.setShowGrid(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Table"))
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(look.px(28))
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setMaximumSectionSize(look.px(360))
        self.horizontalHeader().setHighlightSections(False)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_frame(self, frame: "pd.DataFrame") -> None:
        """Show a table."""
        self._frame = frame
        self._model.show_frame(frame)
        self.horizontalHeader().setResizeContentsPrecision(50)  # of the first rows; a look at all takes seconds
        self.resizeColumnsToContents()

    def _choose(self, index: QModelIndex) -> None:
        if self._frame is not None:
            self.cell_chosen.emit(index.row(), str(self._frame.columns[index.column()]))
