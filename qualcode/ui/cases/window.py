"""The window of cases and variables: the grid, a filter, what can be added, and what waits for a choice."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QByteArray, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...app import cases as case_actions
from ...domain.history import Step
from ...store.case_values import changed_cells
from ...store.reading import Reading
from ..bridge import Bridge
from ..icons import icon
from ..look import look, resize
from ..memory import recall, remember
from ..parts.field_icon import ClearCross
from ..parts.toast import Toast
from ..views.ground import Ground, Words
from .acts import Block, GridActs
from .columns import ColumnActs
from .model import DOCUMENTS, FIRST, NAME, GridModel, Table, read_table
from .notice import Notice
from .rows import RowActs
from .view import GridView

_SHAPE = ("case", "variable", "assignment", "document")  # a step that touches these changes more than cells
_SIZE = "cases/size"


class CasesWindow(QDialog):
    """Stays open beside the main window. `undo` and `redo` ask for the project's."""

    undo_wanted = Signal(object)  # the number of a step, or None for the last
    redo_wanted = Signal()
    table_wanted = Signal(object)  # a path, or the text of the clipboard with None before it
    speakers_wanted = Signal(object)  # a document, or None: ask which
    written = Signal(object)  # the path of a file

    def __init__(self, bridge: Bridge, study: UUID, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Cases and variables"))
        self._bridge, self._study = bridge, study
        self._asking = self._again = False
        self._steps: list[int] = []
        self._wanted: UUID | None = None  # a case whose name is edited once it is there
        self._chosen: UUID | None = None  # a case to go to once it is there
        self._new: UUID | None = None  # … a variable
        self._document: UUID | None = None
        self.model = GridModel(self)
        self.model.writes = not bridge.project.read_only
        self.view = GridView(self.model, self)
        self.acts = GridActs(bridge, self.model, self.view)
        self.columns = ColumnActs(bridge, self)
        self.rows = RowActs(bridge, self)
        self.notice = Notice(self)
        self._make_top()
        self._make_document_line()
        self._make_empty()
        self._lay_out()
        self._make_keys()
        self._wire()
        resize(self, look().px(1040), look().px(640))
        self.toast = Toast(self)
        kept = recall(_SIZE)
        if kept:
            self.restoreGeometry(QByteArray.fromHex(kept.encode()))
        self._load()

    # ── making ──
    def _make_top(self) -> None:
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter"))
        ClearCross(self.filter)
        self.filter.setMaximumWidth(look().px(240))
        self.count = Words(look(), role="ink2", parent=self)
        self.add_case = QPushButton(self.tr("Add case"), self)
        self.add_variable = QPushButton(self.tr("Add variable…"), self)
        self.open_table = QPushButton(self.tr("Open a table…"), self)
        self.more = QToolButton(self)
        self.more.setIcon(icon("more"))
        self.more.setIconSize(QSize(look().px(16), look().px(16)))
        self.more.setToolTip(self.tr("More"))
        self.more.setAccessibleName(self.tr("More"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(lambda: self.fill_menu(self._menu))
        self.more.setMenu(self._menu)
        for button in (self.add_case, self.add_variable, self.open_table):
            button.setAutoDefault(False)
            button.setEnabled(self.model.writes)

    def _make_document_line(self) -> None:
        """Over the grid while it shows the cases of one document."""
        self.document_line = Ground(look(), "panel", self)
        self.document_words = Words(look(), bold=True, parent=self.document_line)
        self.case_field = QComboBox(self.document_line)
        self.case_field.setEditable(True)
        self.case_field.setAccessibleName(self.tr("Case"))
        self.case_field.setMinimumContentsLength(18)
        self.case_field.lineEdit().setPlaceholderText(self.tr("Name of a case, known or new"))
        self.assign_button = QPushButton(self.tr("Assign"), self.document_line)
        self.all_button = QPushButton(self.tr("Show all cases"), self.document_line)
        self.all_button.setProperty("kind", "quiet")
        row = QHBoxLayout(self.document_line)
        row.setContentsMargins(look().px(8), look().px(4), look().px(8), look().px(4))
        row.addWidget(self.document_words, 1)
        row.addWidget(self.case_field)
        row.addWidget(self.assign_button)
        row.addWidget(self.all_button)
        for button in (self.assign_button, self.all_button):
            button.setAutoDefault(False)
        self.case_field.setEnabled(self.model.writes)
        self.assign_button.setEnabled(self.model.writes)
        self.document_line.hide()

    def _make_empty(self) -> None:
        self.empty = QWidget(self)
        self.empty_words = Words(look(), role="ink2", wrap=True, parent=self.empty)
        self.empty_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_button = QPushButton(self.tr("Add case"), self.empty)
        self.empty_button.setProperty("kind", "filled")
        self.empty_button.setAutoDefault(False)
        self.empty_button.setEnabled(self.model.writes)
        self.empty_button.clicked.connect(self.rows.add)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.empty_button)
        line.addStretch(1)
        down = QVBoxLayout(self.empty)
        down.addStretch(1)
        down.addWidget(self.empty_words)
        down.addLayout(line)
        down.addStretch(1)

    def _lay_out(self) -> None:
        px = look().px
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        above = QHBoxLayout()
        above.setSpacing(px(8))
        above.addWidget(self.filter, 1)
        above.addWidget(self.count, 1)
        for widget in (self.add_case, self.add_variable, self.open_table, self.more):
            above.addWidget(widget)
        down = QVBoxLayout(self)
        down.setContentsMargins(px(12), px(12), px(12), px(12))
        down.setSpacing(px(8))
        down.addLayout(above)
        down.addWidget(self.document_line)
        down.addWidget(self.stack, 1)
        down.addWidget(self.notice)

    def _make_keys(self) -> None:
        def key(act: Any, *keys: Any) -> None:
            action = QAction(self)
            action.setShortcuts([QKeySequence(one) for one in keys])
            action.triggered.connect(lambda _checked=False: act())
            self.addAction(action)

        key(lambda: self.undo_wanted.emit(None), QKeySequence.StandardKey.Undo)
        key(self.redo_wanted.emit, "Ctrl+Shift+Z", "Ctrl+Y")
        key(lambda: self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason), QKeySequence.StandardKey.Find)
        key(self._next_part, "F6", "Shift+F6")
        key(self.close, QKeySequence.StandardKey.Close)

    def _next_part(self) -> None:
        target = self.filter if self.view.hasFocus() else self.view
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _wire(self) -> None:
        self.filter.textChanged.connect(self.model.filter)
        self.filter.returnPressed.connect(lambda: self.view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.model.ordered.connect(self._tell)
        self.acts.said.connect(self.say)
        self.acts.refused.connect(self._load)
        self.acts.unfit.connect(self._ask_about)
        self.columns.said.connect(self.say)
        self.rows.said.connect(self.say)
        self.view.delegate.refused.connect(lambda text: self.say(text, None))
        self.view.delegate.closeEditor.connect(lambda *_: QTimer.singleShot(0, self, self._left))
        self.view.documents_wanted.connect(self.rows.choose_documents)
        self.view.doubleClicked.connect(self._double_clicked)
        self.view.customContextMenuRequested.connect(self._context_menu)
        header = self.view.horizontalHeader()
        header.sectionClicked.connect(self._sort)
        header.customContextMenuRequested.connect(self._header_menu)
        self.add_case.clicked.connect(self.rows.add)
        self.add_variable.clicked.connect(self.columns.ask_new)
        self.open_table.clicked.connect(self.ask_table)
        self.assign_button.clicked.connect(self._assign)
        self.case_field.lineEdit().returnPressed.connect(self._assign)
        self.all_button.clicked.connect(lambda: self.show_document(None))
        self._bridge.followed.connect(self._stepped)

    # ── reading ──
    def _stepped(self, step: Step) -> None:
        if step.touches(*_SHAPE):
            self._load()
        elif step.touches("value"):
            self._steps.append(step.number)
            self._follow()

    def _follow(self) -> None:
        """Take over the cells that the last steps changed."""
        if self._asking or not self._steps:
            return
        steps, self._steps = self._steps, []
        self._asking = True
        self._bridge.ask(lambda read: changed_cells(read, steps), self._followed, self._failed)

    def _followed(self, cells: list[tuple[UUID, UUID, str]] | None) -> None:
        self._asking = False
        if cells is None:
            self._again = True
        else:
            self.model.take(cells)
        self._next()

    def _load(self) -> None:
        if self._asking:
            self._again = True
            return
        self._asking = True
        self._steps.clear()
        self._bridge.ask(self._question, self._arrived, self._failed)

    @staticmethod
    def _question(read: Reading) -> Table:
        return read_table(read)

    def _failed(self, error: Exception) -> None:
        self._asking = False
        self._bridge.failed.emit(error)

    def _arrived(self, table: Table) -> None:
        self._asking = False
        if self.view.editing:
            self._again = True  # another table would close the field: it is read again when the cell is left
            return
        current = self.view.currentIndex()
        chosen, self._chosen = self._chosen, None
        kept = chosen or (self.model.rows[current.row()].id if current.isValid() else None)
        column = current.column() if current.isValid() else NAME
        place = self.view.verticalScrollBar().value()
        self.model.show(table)
        self.view.verticalScrollBar().setValue(place)
        if self._document is not None and self._document not in table.documents:
            self.show_document(None)
        self._fill_case_field()
        wanted, self._wanted = self._wanted, None
        row = self.model.row_of(wanted or kept) if wanted or kept else -1
        if row < 0 and self.model.rows:
            row = min(max(current.row(), 0), len(self.model.rows) - 1)
        if row >= 0:
            index = self.model.index(row, NAME if wanted else min(column, self.model.columnCount() - 1))
            self.view.setCurrentIndex(index)
            if wanted is not None:
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)
                self.view.edit(index)
        self._begin_column()
        self._next()

    def _left(self) -> None:
        """A cell is not edited any more."""
        if not self._asking and not self.view.editing:
            self._next()

    def _next(self) -> None:
        if self._again:
            self._again = False
            self._load()
        else:
            self._follow()

    def go_to(self, case: UUID) -> None:
        """Edit the name of a case that was just made, once it is there."""
        self.filter.clear()
        self._wanted = case

    def go_to_variable(self, variable: UUID) -> None:
        """Put the cursor and the keys on the column of a variable that was just made, once it is there."""
        self._new = variable
        self._begin_column()

    def _begin_column(self) -> None:
        column = self.model.column_of(self._new) if self._new is not None and self.model.rows else -1
        if column >= 0:
            self._new = None
            self.view.setCurrentIndex(self.model.index(max(self.view.currentIndex().row(), 0), column))
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, case: UUID) -> None:
        """Put the cursor on a case, as soon as it is there."""
        row = self.model.row_of(case)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row, NAME))
        else:
            self._chosen = case

    def _tell(self) -> None:
        table, shown = self.model.table, len(self.model.rows)
        words = self.tr("%n case(s)", "", len(table.cases)), self.tr("%n variable(s)", "", len(table.variables))
        told = " · ".join(words)
        if shown != len(table.cases):
            told += " · " + self.tr("%n shown", "", shown)
        self.count.setText(told)
        self.stack.setCurrentWidget(self.view if shown else self.empty)
        if not table.cases:
            self.empty_words.setText(self.tr("No cases yet. A case is a person or an organisation you compare."))
        elif self._document is not None and not self.filter.text():
            self.empty_words.setText(self.tr("This document belongs to no case yet."))
        else:
            self.empty_words.setText(self.tr("No case passes the filter."))
        self.empty_button.setVisible(not table.cases)

    # ── one document ──
    def show_document(self, document: UUID | None) -> None:
        """Show only the cases of a document, with a field to put it into another; None: all cases."""
        self._document = document
        self.model.limit(document)
        self.document_line.setVisible(document is not None)
        self._fill_case_field()
        (self.view if document is None or self.model.rows else self.case_field).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _fill_case_field(self) -> None:
        if self._document is None:
            return
        name = self.model.table.documents.get(self._document, "")
        self.document_words.setText(self.tr("Cases of {name}").replace("{name}", name))
        typed = self.case_field.currentText()
        self.case_field.clear()
        self.case_field.addItems([case.name for case in self.model.table.cases])
        self.case_field.setCurrentIndex(-1)
        self.case_field.setEditText(typed)

    def _assign(self) -> None:
        name, document = self.case_field.currentText().strip(), self._document
        if name and document is not None:
            self.case_field.setEditText("")
            self._bridge.do(case_actions.assign_to, document, name)

    # ── asking ──
    def say(self, text: str, step: int | None) -> None:
        """A sentence at the foot of the window, with Undo where there is something to take back."""
        if step is None:
            self.toast.say(text)
        else:
            self.toast.say(text, self.tr("Undo"), lambda: self.undo_wanted.emit(step))

    def _ask_about(self, block: Block) -> None:
        model = self.model
        names = {case.id: case.name for case in model.table.cases}
        lines = [f"{names[case]} · {model.variable(column).name}: {reason}" for case, column, _, reason in block.bad]
        variables = list(dict.fromkeys(model.variable(column).name for _, column, _, _ in block.bad))
        as_text = self.tr("Make “{name}” text").replace("{name}", variables[0])
        if len(variables) > 1:
            as_text = self.tr("Make %n variable(s) text", "", len(variables))

        def look_at(row: int) -> None:
            case, column, _, _ = block.bad[row]
            if model.row_of(case) >= 0:
                self.view.scrollTo(model.index(model.row_of(case), column))

        self.notice.ask(
            self.tr("%n cell(s) do not fit. Nothing is pasted yet.", "", len(block.bad)),
            lines,
            (
                (self.tr("Paste the rest"), lambda: self._resume(block, False)),
                (as_text, lambda: self._resume(block, True)),
            ),
            lambda: (model.mark(()), self.view.setFocus(Qt.FocusReason.OtherFocusReason)),
            look_at,
        )

    def _resume(self, block: Block, as_text: bool) -> None:
        self.acts.put(block, as_text)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_table(self) -> None:
        """Choose a table file whose rows are cases."""
        kinds = "*.csv *.tsv *.xlsx *.xls *.ods *.json"
        offered = self.tr("Tables") + f" ({kinds})"
        place, _ = QFileDialog.getOpenFileName(self, self.tr("Open a table"), "", offered)
        if place:
            self.table_wanted.emit(place)

    # ── menus ──
    def fill_menu(self, menu: QMenu) -> None:
        """What there is beside the grid's own keys."""
        menu.clear()
        writes = self.model.writes

        def add(words: str, act: Any, there: bool = True) -> None:
            action = menu.addAction(words)
            action.triggered.connect(lambda _checked=False: act())
            action.setEnabled(there)

        add(self.tr("Open a table…"), self.ask_table, writes)
        add(self.tr("Paste a whole table…"), lambda: self.table_wanted.emit(None), writes)
        add(self.tr("Speakers as cases…"), lambda: self.speakers_wanted.emit(None), writes)
        nameless = any(not case.display for case in self.model.table.cases)
        add(self.tr("Give display ids…"), self.columns.ask_displays, writes and nameless)
        add(self.tr("Export…"), self.rows.export)
        menu.addSeparator()
        index = self.view.currentIndex()
        if index.isValid():
            add(self.tr("Documents of the case…"), self.rows.choose_documents, writes)
            self.rows.fill_menu(menu)
            if index.column() >= FIRST:
                menu.addSeparator()
                self.columns.fill_menu(menu, index.column())

    def _context_menu(self, place: QPoint) -> None:
        index = self.view.indexAt(place)
        if index.isValid() and not self.view.selectionModel().isSelected(index):
            self.view.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, act, writes in (
            (self.tr("Copy"), self.acts.copy, False),
            (self.tr("Paste"), self.acts.paste, True),
            (self.tr("Fill down"), self.acts.fill_down, True),
            (self.tr("Clear"), self.acts.clear, True),
        ):
            action = menu.addAction(words)
            action.triggered.connect(lambda _checked=False, act=act: act())
            action.setEnabled(self.model.writes or not writes)
        menu.addSeparator()
        action = menu.addAction(self.tr("Documents of the case…"))
        action.triggered.connect(lambda _checked=False: self.rows.choose_documents())
        action.setEnabled(self.model.writes)
        self.rows.fill_menu(menu)
        if index.isValid() and index.column() >= FIRST:
            menu.addSeparator()
            self.columns.fill_menu(menu, index.column())
        menu.popup(self.view.viewport().mapToGlobal(place))

    def _header_menu(self, place: QPoint) -> None:
        header = self.view.horizontalHeader()
        column = header.logicalIndexAt(place)
        if column < 0:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.columns.fill_menu(menu, column)
        menu.popup(header.mapToGlobal(place))

    def _sort(self, column: int) -> None:
        """A click sorts up, another down, a third puts the cases back as they came."""
        header = self.view.horizontalHeader()
        same = header.isSortIndicatorShown() and header.sortIndicatorSection() == column
        down = header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        self.sort(-1 if same and down else column, not same)

    def sort(self, column: int, ascending: bool) -> None:
        """Sort by a column, -1: by none."""
        header = self.view.horizontalHeader()
        header.setSortIndicatorShown(column >= 0)
        if column >= 0:
            order = Qt.SortOrder.AscendingOrder if ascending else Qt.SortOrder.DescendingOrder
            header.setSortIndicator(column, order)
        self.model.sort_by(column, ascending)

    def _double_clicked(self, index: Any) -> None:
        if index.column() == DOCUMENTS:
            self.rows.choose_documents()

    # ── the end ──
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter and Esc would close a dialog, and this one is worked in
        if event.key() == Qt.Key.Key_Escape and not self.notice.isHidden():
            self.notice.cancel()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)  # what is being typed is kept
        remember(_SIZE, bytes(self.saveGeometry().toHex().data()).decode())
        super().closeEvent(event)
