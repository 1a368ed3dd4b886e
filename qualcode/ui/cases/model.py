"""The table of cases as Qt asks for it: everything is at hand, only what is visible is made into words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from math import isfinite
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ...domain.cases import Case, Variable
from ...domain.folding import fold
from ...store.case_values import value_table
from ...store.reading import Reading
from .wording import type_title

NAME, DOCUMENTS, DISPLAY = 0, 1, 2
FIRST = 3  # the column of the first variable
BAD = Qt.ItemDataRole.UserRole  # whether a cell is marked as not fitting
_ALONE = 16  # cells that are painted one by one
_ROOT = QModelIndex()
_ROLES = Qt.ItemDataRole
_RIGHT = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_FIXED = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
_EDITABLE = _FIXED | Qt.ItemFlag.ItemIsEditable
_NOTHING: dict[UUID, str] = {}
_WORDS = (_ROLES.DisplayRole, _ROLES.EditRole, _ROLES.ToolTipRole, _ROLES.AccessibleTextRole)
Index = QModelIndex | QPersistentModelIndex
Row = dict[UUID, str]
Cell = tuple[UUID, UUID, str]  # case, variable, text


@dataclass(slots=True)
class Table:
    """Cases, variables and values; `parts` are the documents of a case and their speaker, "" for all of a document,
    `search` the words of each case's row, folded, in the order of `cases`."""

    cases: list[Case] = field(default_factory=list)
    variables: list[Variable] = field(default_factory=list)
    values: dict[UUID, Row] = field(default_factory=dict)
    parts: dict[UUID, list[tuple[UUID, str]]] = field(default_factory=dict)
    documents: dict[UUID, str] = field(default_factory=dict)
    search: list[str] = field(default_factory=list)

    def part_words(self, case: UUID, pattern: str) -> list[str]:
        """What belongs to a case in words; `pattern` puts a speaker before a document."""
        return [
            pattern.replace("{document}", self.documents[document]).replace("{speaker}", speaker)
            if speaker
            else self.documents[document]
            for document, speaker in self.parts.get(case, ())
        ]

    def text(self, case: Case, column: int) -> str:
        """What a cell says in the project's own words."""
        if column == NAME:
            return case.name
        if column == DOCUMENTS:
            return str(len(self.parts.get(case.id, ())))
        if column == DISPLAY:
            return case.display or ""
        return self.values.get(case.id, _NOTHING).get(self.variables[column - FIRST].id, "")

    def some(self, cases: Sequence[Case]) -> "Table":
        """A table of its own with what these cases have now, for a thread of its own."""
        values = {case.id: dict(self.values.get(case.id, _NOTHING)) for case in cases}
        parts = {case.id: list(self.parts.get(case.id, ())) for case in cases}
        return Table(list(cases), list(self.variables), values, parts)

    def words(self, case: Case) -> str:
        """What the filter looks through."""
        told = self.part_words(case.id, "{speaker} {document}")
        return fold("\n".join((case.name, case.display or "", *told, *self.values.get(case.id, {}).values())))


def read_table(read: Reading) -> Table:
    """The table as it is now."""
    cases, variables = read.cases(), read.variables()
    table = Table(cases, variables, value_table(read, [one.id for one in (*cases, *variables)]))
    table.documents = {document.id: document.name for document in read.documents()}
    for one in read.assignments():
        part = (one.document, one.speaker)
        if part not in (there := table.parts.setdefault(one.case, [])):
            there.append(part)
    table.search = [table.words(case) for case in table.cases]
    return table


class GridModel(QAbstractTableModel):
    """Rows are the cases that pass the filter, in the order chosen; what is typed shows before it is written."""

    edited = Signal(object, str)  # the index' case and variable (None: the case's name), and the text
    ordered = Signal()  # other rows, or in another order

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.table = Table()
        self.writes = True
        self.rows: list[Case] = []
        self._at: dict[int, int] = {}  # row of a case by its id as a number, which is quicker than the id
        self._filter = ""
        self.only: UUID | None = None  # a document: only the cases it belongs to
        self.sorted_by: tuple[object, bool] | None = None  # "name", "documents", "display" or an id; ascending
        self._pending: Counter[tuple[UUID, UUID]] = Counter()
        self.alignments: list[int] = []  # of each column, as a painter takes it
        self._bad: frozenset[tuple[UUID, int]] = frozenset()
        self._stale: set[UUID] = set()  # cases whose words for the filter are not those of the table any more

    # ── contents ──
    def show(self, table: Table) -> None:
        """Show another state of the table."""
        self.beginResetModel()
        for (case, variable), _ in self._pending.items():
            text = self.table.values.get(case, {}).get(variable, "")
            _put(table, case, variable, text)
        self.table = table
        self.alignments = [self.alignment(column).value for column in range(self.columnCount())]
        self._bad, self._stale = frozenset(), {case for case, _ in self._pending}
        self._order()
        self.endResetModel()
        self.ordered.emit()

    def foresee(self, cells: Iterable[Cell]) -> None:
        """Show cells as they will be once they are written; `settle` them then."""
        cells = list(cells)
        self._pending.update((case, variable) for case, variable, _ in cells)
        self._put(cells)

    def settle(self, cells: Iterable[Cell]) -> None:
        """The cells were written, or refused."""
        self._pending.subtract((case, variable) for case, variable, _ in cells)
        self._pending = +self._pending

    def take(self, cells: Iterable[Cell]) -> None:
        """Cells were changed in the project; those of which something newer is on its way stay."""
        self._put(one for one in cells if one[:2] not in self._pending)

    def _put(self, cells: Iterable[Cell]) -> None:
        changed: list[tuple[UUID, UUID]] = []
        for case, variable, text in cells:
            if self.table.values.get(case, {}).get(variable, "") != text:
                _put(self.table, case, variable, text)
                changed.append((case, variable))
        touched = {case for case, _ in changed}
        rows = sorted(row for case in touched if (row := self.row_of(case)) >= 0)
        if len(changed) <= _ALONE:  # a view paints all it shows for a range of cells
            for case, variable in changed:
                at = self.index(self.row_of(case), self.column_of(variable))
                if at.isValid():
                    self.dataChanged.emit(at, at)
        elif rows:
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], self.columnCount() - 1))
        self._stale |= touched

    def rename(self, case: UUID, name: str) -> None:
        """Show a case under another name."""
        self._change(case, NAME, name=name)

    def redisplay(self, case: UUID, display: str) -> None:
        """Show a case with another display id."""
        self._change(case, DISPLAY, display=display or None)

    def _change(self, case: UUID, column: int, **fields: Any) -> None:
        for cases in (self.table.cases, self.rows):
            at = next((at for at, one in enumerate(cases) if one.id == case), None)
            if at is not None:
                cases[at] = replace(cases[at], **fields)
        self._stale.add(case)
        row = self.row_of(case)
        if row >= 0:
            self.dataChanged.emit(self.index(row, column), self.index(row, column))

    def mark(self, cells: Iterable[tuple[UUID, int]]) -> None:
        """Mark cells (case and column) as not fitting, and no others."""
        self._bad = frozenset(cells)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1), [BAD])

    # ── order ──
    def filter(self, text: str) -> None:
        """Show only rows that hold all these words."""
        if text != self._filter:
            self._filter = text
            self._reorder()

    def limit(self, document: UUID | None) -> None:
        """Show only the cases a document belongs to; None: all."""
        self.only = document
        self._reorder()

    def sort_by(self, column: int, ascending: bool) -> None:
        """Sort by a column, or (-1) leave cases in the order of their making."""
        keys = {NAME: "name", DOCUMENTS: "documents", DISPLAY: "display"}
        key = keys.get(column) or (self.variable(column).id if column >= FIRST else None)
        self.sorted_by = None if key is None else (key, ascending)
        self._reorder()

    def _reorder(self) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        cases = [self.rows[index.row()].id for index in before]
        self._order()
        after = [self.index(self.row_of(case), index.column()) for case, index in zip(cases, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
        self.ordered.emit()

    def _order(self) -> None:
        table = self.table
        rows = table.cases
        words = fold(self._filter).split()
        if words:
            if self._stale:
                table.search = [
                    table.words(case) if case.id in self._stale else told
                    for case, told in zip(rows, table.search, strict=True)
                ]
                self._stale.clear()
            found = list(zip(rows, table.search, strict=True))
            for word in sorted(words, key=len, reverse=True):  # a long one leaves fewest
                found = [one for one in found if word in one[1]]
            rows = [case for case, _ in found]
        if self.only is not None:
            rows = [case for case in rows if any(document == self.only for document, _ in table.parts.get(case.id, ()))]
        if self.sorted_by is not None:
            rows = self._sorted(rows, *self.sorted_by)
        self.rows = list(rows)
        self._at = {case.id.int: row for row, case in enumerate(self.rows)}

    def _sorted(self, rows: Sequence[Case], key: object, ascending: bool) -> list[Case]:
        """Empty cells come last either way; numbers by size, words by letters."""
        if key == "name":
            return sorted(rows, key=lambda case: natural(case.name), reverse=not ascending)
        if key == "documents":
            return sorted(rows, key=lambda case: len(self.table.parts.get(case.id, ())), reverse=not ascending)
        values = self.table.values
        if key == "display":
            texts = [case.display or "" for case in rows]
        else:
            texts = [values.get(case.id, _NOTHING).get(key, "") for case in rows]  # type: ignore[call-overload]
        keyed = [(natural(text), at) for at, text in enumerate(texts) if text]
        keyed.sort()  # no key function is called, and equal ones stay in their order
        filled = [rows[at] for _, at in keyed]
        return (filled if ascending else filled[::-1]) + [
            case for case, text in zip(rows, texts, strict=True) if not text
        ]

    # ── places ──
    def variable(self, column: int) -> Variable:
        """The variable of a column."""
        return self.table.variables[column - FIRST]

    def column_of(self, variable: UUID) -> int:
        """The column of a variable, -1 where it is gone."""
        return next((at + FIRST for at, one in enumerate(self.table.variables) if one.id == variable), -1)

    def row_of(self, case: UUID) -> int:
        """The row of a case, -1 where it is not shown."""
        return self._at.get(case.int, -1)

    def text(self, row: int, column: int) -> str:
        """What a cell says in the project's own words."""
        return self.table.text(self.rows[row], column)

    def known_values(self, variable: UUID) -> list[str]:
        """The different values of a variable, in order."""
        found = {row[variable] for row in self.table.values.values() if row.get(variable)}
        return sorted(found, key=natural)

    @property
    def marked(self) -> bool:
        """Whether any cell is marked as not fitting."""
        return bool(self._bad)

    def is_bad(self, row: int, column: int) -> bool:
        """Whether a cell is marked as not fitting."""
        return bool(self._bad) and (self.rows[row].id, column) in self._bad

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        """Where the words of a column stand: numbers at the end."""
        number = column >= FIRST and self.table.variables[column - FIRST].type == "number"
        return _RIGHT if number else _LEFT

    def shown(self, row: int, column: int) -> str:
        """What a cell shows."""
        return self._words(row, column, _ROLES.DisplayRole) or ""

    # ── what Qt asks ──
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else FIRST + len(self.table.variables)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLES.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return section + 1 if role == _ROLES.DisplayRole else None
        if role == _ROLES.TextAlignmentRole:
            return int(self.alignment(section))
        if role not in (_ROLES.DisplayRole, _ROLES.ToolTipRole, _ROLES.AccessibleTextRole):
            return None
        if section < FIRST:
            return (self.tr("Case"), self.tr("Documents"), self.tr("Display id"))[section]
        variable = self.variable(section)
        parting = "\n" if role == _ROLES.DisplayRole else ", "
        return f"{variable.name}{parting}{type_title(variable.type)}"

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _EDITABLE if self.writes and index.column() != DOCUMENTS else _FIXED

    def data(self, index: Index, role: int = _ROLES.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = index.column()
        if role in _WORDS:
            return self._words(index.row(), column, role)
        if role == _ROLES.TextAlignmentRole:
            return int(self.alignment(column))
        if role == BAD:
            return self.is_bad(index.row(), column)
        return None

    def _words(self, row: int, column: int, role: int) -> str | None:
        if column == DOCUMENTS:
            parts = self.table.part_words(self.rows[row].id, self.tr("{speaker} in {document}"))
            if role == _ROLES.ToolTipRole:
                return "\n".join(parts)
            return f"{len(parts)} · {', '.join(parts)}" if parts else "0"
        text = self.text(row, column)
        if role == _ROLES.EditRole:
            return text
        if column >= FIRST and self.table.variables[column - FIRST].type == "yes/no":
            return {"yes": self.tr("yes"), "no": self.tr("no")}.get(text, text)
        return text.replace("\n", " ") if role == _ROLES.DisplayRole else text

    def setData(self, index: Index, value: Any, role: int = _ROLES.EditRole) -> bool:
        if role != _ROLES.EditRole or not index.isValid() or index.column() == DOCUMENTS:
            return False
        if str(value) != self.text(index.row(), index.column()):
            self.edited.emit(index, str(value))
        return True


def _put(table: Table, case: UUID, variable: UUID, text: str) -> None:
    row = table.values.setdefault(case, {})
    if text:
        row[variable] = text
    else:
        row.pop(variable, None)


def natural(text: str) -> tuple[int, float, str]:
    """Numbers by size before words by letters."""
    try:
        number = float(text)
    except ValueError:
        return (1, 0.0, text.casefold())
    return (0, number, text) if isfinite(number) else (1, 0.0, text.casefold())
