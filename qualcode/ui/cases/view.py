"""The grid itself: a table view that moves, copies and takes blocks as spreadsheets do."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from ..look import look
from .cells import CellDelegate
from .model import DISPLAY, DOCUMENTS, FIRST, NAME, GridModel

ROW_HEIGHT = 30
_WIDTHS = {NAME: 200, DOCUMENTS: 220, DISPLAY: 96}
_USUAL = 128
_NO_HINT = QAbstractItemDelegate.EndEditHint.NoHint


class GridView(QTableView):
    """What the keys ask for comes out as signals; moving about is done here."""

    copy_wanted = Signal()
    paste_wanted = Signal()
    fill_wanted = Signal()
    clear_wanted = Signal()
    documents_wanted = Signal()

    def __init__(self, model: GridModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.model_ = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Cases and variables"))
        self.delegate = CellDelegate(model, self)
        self.delegate.moved.connect(self.step)
        self.setItemDelegate(self.delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        across = self.horizontalHeader()
        across.setSectionsMovable(True)
        across.setFirstSectionMovable(False)
        across.setHighlightSections(False)
        across.setSortIndicatorShown(False)
        across.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        across.setSectionsClickable(True)
        across.setMinimumSectionSize(look().px(56))
        down = self.verticalHeader()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setHighlightSections(False)
        look().follow(self.dress)
        model.modelReset.connect(self._size_columns)
        self._sized: set[object] = set()
        self.dress()

    def dress(self) -> None:
        """Take lengths and colours of the present look."""
        self.verticalHeader().setDefaultSectionSize(look().px(ROW_HEIGHT))
        tokens = look().current
        self.setStyleSheet(
            f"QTableView {{ background: {tokens.paper}; gridline-color: {tokens.line}; "
            f"selection-background-color: {tokens.soft}; selection-color: {tokens.ink}; "
            f"border: {tokens.edge}px solid {tokens.line}; }}"
            f"QTableView::item {{ padding: 0 {look().px(6)}px; }}"
            # here and not on each field: to polish a style sheet takes longer than all the rest of an edit
            f"QTableView QLineEdit {{ min-height: 0; border-radius: 0; padding: 0 {look().px(4)}px; }}"
            f"QTableView QComboBox {{ min-height: 0; border-radius: 0; }}"
            f"QHeaderView {{ background: {tokens.panel}; }}"
            # as far in as the words of the cells: a heading at the end of its column else touches the next
            f"QHeaderView::section:horizontal {{ padding: {look().px(4)}px {look().px(6)}px; }}"
            f"QTableCornerButton::section {{ background: {tokens.panel}; border: 0; }}"
        )

    def _size_columns(self) -> None:
        for column in range(self.model_.columnCount()):
            key = column if column < FIRST else self.model_.variable(column).id
            if key not in self._sized:
                self._sized.add(key)
                head = self.horizontalHeader().sectionSizeFromContents(column).width() + look().px(12)
                self.setColumnWidth(column, min(max(look().px(_WIDTHS.get(column, _USUAL)), head), look().px(260)))

    @property
    def editing(self) -> bool:
        """Whether somebody is writing in a cell."""
        return self.state() == QAbstractItemView.State.EditingState

    # ── moving ──
    def step(self, rows: int, columns: int) -> None:
        """Go on by cells as they are seen; Tab at a row's end goes on in the next."""
        index = self.currentIndex()
        header = self.horizontalHeader()
        at = header.visualIndex(index.column()) + columns
        row = index.row() + rows
        if at < 0 or at >= header.count():
            row, at = (row + 1, 0) if columns > 0 else (row - 1, header.count() - 1)
        if 0 <= row < self.model_.rowCount():
            self.setCurrentIndex(self.model_.index(row, header.logicalIndex(at)))

    def block(self) -> tuple[range, list[int]] | None:
        """The rows and columns (as seen) of the selection; None where nothing is selected."""
        chosen: QItemSelection = self.selectionModel().selection()
        if chosen.isEmpty():
            return None
        top = min(one.top() for one in chosen)
        bottom = max(one.bottom() for one in chosen)
        columns = {column for one in chosen for column in range(one.left(), one.right() + 1)}
        return range(top, bottom + 1), sorted(columns, key=self.horizontalHeader().visualIndex)

    def columns_from(self, column: int, count: int) -> list[int]:
        """So many columns from this one on, as they are seen."""
        header = self.horizontalHeader()
        first = header.visualIndex(column)
        return [header.logicalIndex(at) for at in range(first, min(first + count, header.count()))]

    def choose(self, rows: range, columns: list[int]) -> None:
        """Select a block."""
        if len(rows) and columns:
            model = self.model_
            block = QItemSelection(model.index(rows[0], min(columns)), model.index(rows[-1], max(columns)))
            self.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def closeEditor(self, editor: QWidget, _hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, _NO_HINT)  # moving on does not open the next cell
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        key, modifiers = event.key(), event.modifiers()
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif key == Qt.Key.Key_D and modifiers == Qt.KeyboardModifier.ControlModifier:
            self.fill_wanted.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not modifiers:
            self.clear_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if index.column() == DOCUMENTS and not shift:
                self.documents_wanted.emit()
            else:
                self.step(-1 if shift else 1, 0)
        elif key == Qt.Key.Key_F2 and index.column() == DOCUMENTS:
            self.documents_wanted.emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.step(0, -1 if key == Qt.Key.Key_Backtab or shift else 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        # Qt paints all cells when the keyboard comes and goes, as for every edit; only the current one looks different
        if not self.currentIndex().isValid() and self.model_.rowCount():
            self.selectionModel().setCurrentIndex(
                self.model_.index(0, NAME), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        editable = self.model_.flags(self.currentIndex()) & Qt.ItemFlag.ItemIsEditable
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, bool(editable))
        self.update(self.currentIndex())

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        self.update(self.currentIndex())

    def focusNextPrevChild(self, _next: bool) -> bool:
        return False  # Tab belongs to the cells; F6 leaves them

    def event(self, event):  # type: ignore[no-untyped-def]
        # Tab would leave the table before keyPressEvent sees it
        if event.type() == event.Type.KeyPress and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.keyPressEvent(event)
            return True
        return super().event(event)
