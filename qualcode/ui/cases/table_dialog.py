"""Bringing in a table of cases: whose row is whose, what becomes of the others, which columns become variables."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QPushButton,
    QStyledItemDelegate,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ...app import case_tables as tables
from ...domain.cases import Variable
from ...domain.history import Step
from ...domain.matching import ANY, BY_CASE, BY_DOCUMENT, Directory, Match, match
from ...store.reading import Reading
from ..bridge import Bridge
from ..look import look, resize
from ..translation import say
from ..views.ground import Words
from .notice import Notice
from .table_rows import LEAVE, NEW, ChoiceDelegate, ColumnDelegate, ColumnsModel, UnmatchedModel


@dataclass(frozen=True, slots=True)
class _Known:
    directory: Directory
    variables: list[Variable]
    cases: dict[UUID, str]
    documents: dict[UUID, str]
    key: int


class TableDialog(QDialog):
    """Nothing is written before “Bring in”; then all of it is one step."""

    said = Signal(str, object)  # a sentence, and the number of the step that can be undone (None: none)

    def __init__(self, bridge: Bridge, sheet: tables.Sheet, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Bring in {name}").replace("{name}", sheet.name))
        self._bridge, self._sheet = bridge, sheet
        self._known: _Known | None = None
        self._matches: list[Match] = []
        self.key = QComboBox(self)
        self.way = QComboBox(self)
        self.unmatched = UnmatchedModel(self)
        self.columns = ColumnsModel(self)
        self.rows_view = self._table(self.unmatched, self.tr("Rows that find nobody"), ChoiceDelegate(self), 3)
        self.columns_view = self._table(self.columns, self.tr("Columns"), ColumnDelegate(self), 3)
        self.without = QListWidget(self)
        self.without.setAccessibleName(self.tr("Cases without a row"))
        self.tabs = QTabWidget(self)
        self.summary = Words(look(), role="ink2", wrap=True, parent=self)
        self.notice = Notice(self)
        self._lay_out()
        self.key.activated.connect(lambda _row: self._match())
        self.way.activated.connect(lambda _row: self._match())
        self.unmatched.changed.connect(self._tell)
        self.columns.changed.connect(self._tell)
        bridge.ask(self._question, self._arrived)

    # ── making ──
    def _table(self, model: Any, name: str, delegate: QStyledItemDelegate, wide: int) -> QTableView:
        view = QTableView(self)
        view.setModel(model)
        view.setItemDelegate(delegate)
        view.setAccessibleName(name)
        view.setTabKeyNavigation(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(look().px(34))
        header = view.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        return view

    def _lay_out(self) -> None:
        px = look().px
        self.key.setAccessibleName(self.tr("Column that names the case"))
        self.way.setAccessibleName(self.tr("Match by"))
        for combo in (self.key, self.way):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(16)
        for words, way in (
            (self.tr("Case or document"), ANY),
            (self.tr("Name of the case"), BY_CASE),
            (self.tr("Name of the document"), BY_DOCUMENT),
        ):
            self.way.addItem(words, way)
        above = QHBoxLayout()
        for words, combo in ((self.tr("Column that names the case"), self.key), (self.tr("Match by"), self.way)):
            label = QLabel(words, self)
            label.setBuddy(combo)
            above.addWidget(label)
            above.addWidget(combo)
        above.addStretch(1)
        self.new_all = QPushButton(self.tr("Make new cases of all"), self)
        self.leave_all = QPushButton(self.tr("Leave all out"), self)
        self.new_all.clicked.connect(lambda: self.unmatched.choose_all(NEW))
        self.leave_all.clicked.connect(lambda: self.unmatched.choose_all(LEAVE))
        page = QWidget(self)
        line = QHBoxLayout()
        for button in (self.new_all, self.leave_all):
            button.setAutoDefault(False)
            line.addWidget(button)
        line.addStretch(1)
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, px(8), 0, 0)
        inner.addLayout(line)
        inner.addWidget(self.rows_view, 1)
        self.tabs.addTab(self.columns_view, self.tr("Columns"))
        self.tabs.addTab(page, self.tr("Rows that find nobody"))
        self.tabs.addTab(self.without, self.tr("Cases without a row"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.bring_button = QPushButton(self.tr("Bring in"), self)
        self.bring_button.setProperty("kind", "filled")
        buttons.addButton(self.bring_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self.bring_button.clicked.connect(self.bring)
        down = QVBoxLayout(self)
        down.setContentsMargins(px(16), px(16), px(16), px(12))
        down.setSpacing(px(12))
        down.addLayout(above)
        down.addWidget(self.tabs, 1)
        down.addWidget(self.notice)
        down.addWidget(self.summary)
        down.addWidget(buttons)
        resize(self, px(820), px(560))

    # ── reading ──
    def _question(self, read: Reading) -> _Known:
        directory = tables.directory(read)
        return _Known(
            directory,
            read.variables(),
            {case.id: case.name for case in read.cases()},
            {document.id: document.name for document in read.documents()},
            tables.key_column(self._sheet, directory),
        )

    def _arrived(self, known: _Known) -> None:
        self._known = known
        self.key.addItems(list(self._sheet.columns))
        self.key.setCurrentIndex(known.key)
        self._match()
        self.tabs.setCurrentIndex(1 if self.unmatched.rows else 0)

    def _match(self) -> None:
        known = self._known
        assert known is not None
        key = self.key.currentIndex()
        self._matches = match(self._sheet.column(key), known.directory, self.way.currentData())
        columns = tables.columns_of(self._sheet, known.variables, key)
        types = {variable.name: variable.type for variable in known.variables}
        unticked = {
            one.place for one in columns if one.variable == tables.DOCUMENTS and one.variable not in types
        }  # what our own export tells beside the variables
        unticked |= {one.place for one in columns if not any(cell.strip() for cell in self._sheet.column(one.place))}
        self.columns.show(self._sheet, columns, types, unticked)
        self.unmatched.show(self._matches, known.cases, self._sheet.numbers)
        for view in (self.columns_view, self.rows_view):
            for column in range(3):
                view.resizeColumnToContents(column)
                view.setColumnWidth(column, min(max(view.columnWidth(column), look().px(56)), look().px(220)))

    def targets(self) -> list[tables.Target]:
        """The rows that are brought in, and whose they are."""
        assert self._known is not None
        found = tables.targets_of(self._matches, self._known.documents)
        for row, choice in self.unmatched.choices.items():
            if isinstance(choice, UUID):
                found.append(tables.Target(row, choice))
            elif choice == NEW:
                found.append(tables.Target(row, None, self._matches[row].name))
        return found

    def _tell(self) -> None:
        known = self._known
        if known is None:
            return
        targets = self.targets()
        having = {target.case for target in targets}
        without = [name for case, name in known.cases.items() if case not in having]
        self.without.clear()
        self.without.addItems(without)
        self.tabs.setTabText(1, self.tr("Rows that find nobody") + f" ({len(self.unmatched.rows):,})")
        self.tabs.setTabText(2, self.tr("Cases without a row") + f" ({len(without):,})")
        self.tabs.setTabText(0, self.tr("Columns") + f" ({len(self.columns.chosen()):,})")
        new = sum(1 for target in targets if target.case is None)
        words = [
            self.tr("%n row(s) for known cases", "", len(targets) - new),
            self.tr("%n new case(s)", "", new),
            self.tr("%n row(s) left out", "", len(self._matches) - len(targets)),
        ]
        notes = [say_note(note) for note in self._sheet.notes]
        self.summary.setText("\n".join([" · ".join(words), *notes]))
        self.new_all.setEnabled(bool(self.unmatched.rows))
        self.leave_all.setEnabled(bool(self.unmatched.rows))
        self.bring_button.setEnabled(bool(targets))

    # ── writing ──
    def bring(self) -> None:
        """Write it, unless cells do not fit: then somebody chooses."""
        known = self._known
        assert known is not None
        targets, columns, sheet = self.targets(), self.columns.chosen(), self._sheet
        types = {variable.name: variable.type for variable in known.variables}

        def found(bad: list[tables.Unfit]) -> None:
            if not isValid(self):
                return
            if not bad:
                self._write(tables.REFUSE)
                return
            lines = [
                self.tr("row {row}, {column}: {reason}")
                .replace("{row}", str(sheet.numbers[one.row]))
                .replace("{column}", one.column.variable)
                .replace("{reason}", say(one.problem))
                for one in bad
            ]
            self.bring_button.setEnabled(False)
            self.notice.ask(
                self.tr("%n cell(s) do not fit. Nothing is brought in yet.", "", len(bad)),
                lines,
                (
                    (self.tr("Bring in the rest"), lambda: self._write(tables.SKIP)),
                    (self.tr("Make these variables text"), lambda: self._write(tables.TEXT)),
                ),
                self._tell,
            )

        self._bridge.run(lambda _project, _progress: tables.unfitting(sheet, columns, targets, types), found)

    def _write(self, unfit: str) -> None:
        def done(brought: tables.Brought, step: Step | None) -> None:
            if not isValid(self):
                return
            words = self.tr("%n value(s) brought in.", "", brought.values)
            if brought.cases:
                words += " " + self.tr("%n new case(s).", "", len(brought.cases))
            if step is None:
                words = self.tr("Nothing new: the project has all of it already.")
            self.said.emit(words, step.number if step else None)
            self.accept()

        self.bring_button.setEnabled(False)
        self._bridge.act(
            tables.bring_in_table, self._sheet, self.columns.chosen(), self.targets(), unfit, then=done,
            failed=self._refused,
        )  # fmt: skip

    def _refused(self, error: Exception) -> None:
        self._bridge.failed.emit(error)
        if isValid(self):
            self.bring_button.setEnabled(True)


def say_note(note: str) -> str:
    """A note about the reading of a file in the present language."""
    said = say(note)
    return said[:1].upper() + said[1:]
