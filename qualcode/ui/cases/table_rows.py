"""The two lists of the matching dialog: what becomes of rows that find nobody, and what becomes of columns."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ...app.case_tables import Column, Sheet
from ...app.mentions import shortened
from ...domain.cases import VARIABLE_TYPES
from ...domain.matching import AGAIN, NAMELESS, NOBODY, Match
from .wording import type_title, why_words

_ROOT = QModelIndex()
_ROLES = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex
LEAVE, NEW = "leave", "new"
Choice = str | UUID  # left out, a new case, or a case
_EDITABLE = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsEditable


class UnmatchedModel(QAbstractTableModel):
    """Rows of a table that find nobody, why, and what is to become of each."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[tuple[int, Match]] = []
        self.choices: dict[int, Choice] = {}
        self.cases: dict[UUID, str] = {}
        self._numbers: Sequence[int] = ()

    def show(self, matches: Sequence[Match], cases: dict[UUID, str], numbers: Sequence[int]) -> None:
        """List those of these that were not found; `numbers` are those of the rows in the file."""
        self.beginResetModel()
        self.cases, self._numbers = cases, numbers
        self.rows = [(row, one) for row, one in enumerate(matches) if not one.found]
        self.choices = {row: LEAVE for row, _ in self.rows}
        self.endResetModel()
        self.changed.emit()

    def choose_all(self, choice: Choice) -> None:
        """The same for all rows that nobody else has a row or a name like."""
        for row, one in self.rows:
            if choice == LEAVE or one.why == NOBODY:
                self.choices[row] = choice
        if self.rows:
            self.dataChanged.emit(self.index(0, 3), self.index(len(self.rows) - 1, 3))
        self.changed.emit()

    def offers(self, at: int) -> tuple[str, ...]:
        """What can become of a row that is not given to a known case: a second row of a case makes none of its own."""
        return (LEAVE,) if self.rows[at][1].why in (NAMELESS, AGAIN) else (LEAVE, NEW)

    def words(self, choice: Choice) -> str:
        """A choice as it is shown."""
        if isinstance(choice, UUID):
            return self.cases[choice]
        return self.tr("New case") if choice == NEW else self.tr("Leave out")

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLES.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == _ROLES.DisplayRole:
            return (self.tr("Row"), self.tr("Name"), self.tr("Why"), self.tr("What to do"))[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _EDITABLE if index.column() == 3 else Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = _ROLES.DisplayRole) -> Any:
        if role not in (_ROLES.DisplayRole, _ROLES.EditRole, _ROLES.ToolTipRole) or not index.isValid():
            return None
        row, one = self.rows[index.row()]
        return (str(self._numbers[row]), shortened(one.name), why_words(one.why), self.words(self.choices[row]))[
            index.column()
        ]

    def setData(self, index: Index, value: Any, role: int = _ROLES.EditRole) -> bool:
        row, _ = self.rows[index.row()]
        if role != _ROLES.EditRole or index.column() != 3 or (value == NEW and NEW not in self.offers(index.row())):
            return False
        self.choices[row] = value
        self.dataChanged.emit(index, index)
        self.changed.emit()
        return True


class ChoiceDelegate(QStyledItemDelegate):
    """A field that searches among the cases, with leaving out and a new case before them."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        field = QComboBox(parent)
        field.setEditable(True)
        field.setAccessibleName(model.headerData(3, Qt.Orientation.Horizontal))
        for choice in model.offers(index.row()):
            field.addItem(model.words(choice), choice)
        for case, name in model.cases.items():
            field.addItem(name, case)
        completer = field.completer()
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        return field

    def setEditorData(self, field: QWidget, index: Index) -> None:
        assert isinstance(field, QComboBox)
        field.setCurrentIndex(max(0, field.findText(str(index.data()))))
        field.lineEdit().selectAll()

    def setModelData(self, field: QWidget, model: UnmatchedModel, index: Index) -> None:
        assert isinstance(field, QComboBox)
        at = field.findText(field.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        if at >= 0:
            model.setData(index, field.itemData(at))


class ColumnsModel(QAbstractTableModel):
    """The columns of a table: ticked ones become variables of a name and type."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.sheet: Sheet | None = None
        self.columns: list[Column] = []
        self.known: dict[str, str] = {}  # types of the variables there are, by name
        self.ticked: set[int] = set()

    def show(self, sheet: Sheet, columns: list[Column], known: dict[str, str], unticked: set[int]) -> None:
        """List these columns."""
        self.beginResetModel()
        self.sheet, self.columns, self.known = sheet, columns, known
        self.ticked = {one.place for one in columns} - unticked
        self.endResetModel()
        self.changed.emit()

    def chosen(self) -> list[Column]:
        """The columns that become variables."""
        return [one for one in self.columns if one.place in self.ticked]

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLES.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == _ROLES.DisplayRole:
            return (self.tr("Column"), self.tr("Variable"), self.tr("Type"), self.tr("First values"))[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() == 0:
            return plain | Qt.ItemFlag.ItemIsUserCheckable
        new = index.column() == 2 and self.columns[index.row()].variable not in self.known
        return _EDITABLE if index.column() == 1 or new else plain

    def data(self, index: Index, role: int = _ROLES.DisplayRole) -> Any:
        if self.sheet is None:
            return None
        one, column = self.columns[index.row()], index.column()
        if role == _ROLES.CheckStateRole and column == 0:
            return Qt.CheckState.Checked if one.place in self.ticked else Qt.CheckState.Unchecked
        if role not in (_ROLES.DisplayRole, _ROLES.EditRole, _ROLES.ToolTipRole):
            return None
        name = one.variable
        if role != _ROLES.EditRole and name not in self.known:
            name = self.tr("{name} (new)").replace("{name}", name)
        values = dict.fromkeys(cell for row in self.sheet.rows[:50] if (cell := row[one.place].strip()))
        kind = type_title(self.known.get(one.variable, one.type))
        return (self.sheet.columns[one.place], name, kind, " · ".join(map(shortened, list(values)[:5])))[column]

    def setData(self, index: Index, value: Any, role: int = _ROLES.EditRole) -> bool:
        one = self.columns[index.row()]
        if role == _ROLES.CheckStateRole:
            self.ticked ^= {one.place}
        elif index.column() == 1 and str(value).strip():
            self.columns[index.row()] = Column(one.place, " ".join(str(value).split()), one.type, one.unanswered)
        elif index.column() == 2:
            self.columns[index.row()] = Column(one.place, one.variable, str(value), one.unanswered)
        else:
            return False
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), 3))
        self.changed.emit()
        return True


class ColumnDelegate(QStyledItemDelegate):
    """A field for the name of a variable, known ones offered, or for its type."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        name = model.headerData(index.column(), Qt.Orientation.Horizontal)
        if index.column() == 2:
            types = QComboBox(parent)
            for kind in VARIABLE_TYPES:
                types.addItem(type_title(kind), kind)
            types.setAccessibleName(name)
            return types
        field = QLineEdit(parent)
        field.setAccessibleName(name)
        field.setCompleter(QCompleter(list(model.known), field))
        return field

    def setEditorData(self, field: QWidget, index: Index) -> None:
        if isinstance(field, QComboBox):
            field.setCurrentIndex(max(0, field.findText(str(index.data()))))
        elif isinstance(field, QLineEdit):
            field.setText(str(index.data(_ROLES.EditRole)))
            field.selectAll()

    def setModelData(self, field: QWidget, model: ColumnsModel, index: Index) -> None:
        if isinstance(field, QComboBox):
            model.setData(index, field.currentData())
        elif isinstance(field, QLineEdit):
            model.setData(index, field.text())
