"""The arriving codes as a virtual list: what each is to ours, what differs, and what was chosen."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ...app.codebook_arrivals import STATES, ArrivingCode, treated
from ...domain.folding import fold
from ..icons import icon
from .wording import differs, state_title, treatment_title, why_words

CODE, STATE, CHOSEN, WHAT = range(4)
PICTURES = {
    "new": ("add", "ink2"),
    "update": ("edit", "ink2"),
    "same": ("check", "ink3"),
    "conflict": ("warning", "warn"),
}
_ROOT = QModelIndex()
_ROLES = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex


class ArrivingModel(QAbstractTableModel):
    """All rows of the plan, of which those that fit the filter are shown, conflicts first."""

    chosen = Signal()  # a treatment was chosen

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[ArrivingCode] = []
        self.shown: list[int] = []
        self._folded: list[str] = []

    def show(self, rows: Sequence[ArrivingCode], folded: Sequence[str]) -> None:
        """List a plan; `folded` is what each row is searched by."""
        self.beginResetModel()
        self.rows, self._folded = list(rows), list(folded)
        self.shown = self._fitting("", "")
        self.endResetModel()

    def filter(self, state: str, words: str) -> None:
        """Show only rows of a state ("": all) with these letters."""
        self.beginResetModel()
        self.shown = self._fitting(state, fold(words.strip()))
        self.endResetModel()

    def _fitting(self, state: str, words: str) -> list[int]:
        order = {"conflict": 0, "update": 1, "new": 2, "same": 3}
        fitting = [
            number
            for number, row in enumerate(self.rows)
            if (not state or row.state == state) and (not words or words in self._folded[number])
        ]
        return sorted(fitting, key=lambda number: order[self.rows[number].state])

    def counts(self) -> dict[str, int]:
        """How many rows there are of each state."""
        found = Counter(row.state for row in self.rows)
        return {state: found[state] for state in STATES}

    def row_at(self, shown: int) -> ArrivingCode:
        """A row by its place in the list."""
        return self.rows[self.shown[shown]]

    def choose(self, shown: Iterable[int], treatment: str) -> None:
        """A treatment for these places of the list; where it is not open, nothing changes."""
        self._choose([self.shown[place] for place in shown], treatment, exact=True)

    def choose_all(self, state: str, treatment: str) -> None:
        """The same for all rows of a state, or the next best where it is not open."""
        self._choose([n for n, row in enumerate(self.rows) if row.state == state], treatment, exact=False)

    def _choose(self, numbers: Iterable[int], treatment: str, exact: bool) -> None:
        for number in numbers:
            row = self.rows[number]
            if not exact or treatment in row.choices:
                self.rows[number] = treated(row, treatment)
        if self.shown:
            self.dataChanged.emit(self.index(0, CHOSEN), self.index(len(self.shown) - 1, CHOSEN))
        self.chosen.emit()

    # ── what the view asks ──
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLES.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == _ROLES.DisplayRole:
            titles = (self.tr("Code in the file"), self.tr("To yours"), self.tr("What to do"), self.tr("What differs"))
            return titles[section]
        return None

    def data(self, index: Index, role: int = _ROLES.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row_at(index.row())
        column = index.column()
        if role in (_ROLES.DisplayRole, _ROLES.ToolTipRole, _ROLES.AccessibleTextRole):
            texts = (row.path, state_title(row.state), treatment_title(row.treatment, row))
            return why_words(row) or differs(row) if column == WHAT else texts[column]
        if role == _ROLES.DecorationRole and column == STATE:
            return icon(*PICTURES[row.state])
        return None
