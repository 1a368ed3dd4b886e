"""Find and replace across documents: every place with a tick box before anything is written, then one step."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ...app import replacing
from ...app.project import Project
from ...app.replacing import Passage, Search
from ...domain.errors import QualcodeError
from ...domain.history import Step
from ...domain.progress import Progress
from ...domain.queries import Scope
from ..bridge import Bridge
from ..look import look, resize
from ..tasks import Task
from ..translation import say

TYPING_MILLISECONDS = 250
_Index = QModelIndex | QPersistentModelIndex
_DOCUMENT, _BEFORE, _WORDS, _AFTER = range(4)


class PassagesModel(QAbstractTableModel):
    """The places found, each ticked or not: document, what stands before, what becomes of it, what follows."""

    ticked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._passages: Sequence[Passage] = ()
        self._off: set[int] = set()

    def show(self, passages: Sequence[Passage]) -> None:
        """Show these places, all ticked."""
        self.beginResetModel()
        self._passages, self._off = passages, set()
        self.endResetModel()
        self.ticked.emit()

    def passage(self, row: int) -> Passage:
        """The place in a row."""
        return self._passages[row]

    @property
    def chosen(self) -> list[Passage]:
        """The ticked places."""
        return [one for row, one in enumerate(self._passages) if row not in self._off]

    def tick_all(self, on: bool) -> None:
        """Tick all, or none."""
        self._off = set() if on else set(range(len(self._passages)))
        if self._passages:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._passages) - 1, 0))
        self.ticked.emit()

    def toggle(self, row: int) -> None:
        """Tick a place, or take the tick away."""
        self._off ^= {row}
        self.dataChanged.emit(self.index(row, 0), self.index(row, 3))
        self.ticked.emit()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._passages)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Document"), self.tr("Before"), self.tr("Becomes"), self.tr("After"))[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == _BEFORE else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == _DOCUMENT else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self._passages[index.row()]
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return (one.name, one.before.lstrip(), f"{one.words} → {one.instead}", one.after.rstrip())[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{one.name}: {one.before}{one.words}{one.after} → {one.instead}"
        if role == Qt.ItemDataRole.CheckStateRole and column == _DOCUMENT:
            return Qt.CheckState.Unchecked if index.row() in self._off else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.TextAlignmentRole and column == _BEFORE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and column == _WORDS:
            font = QFont(look().font(13))
            font.setBold(True)
            return font
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        if (Qt.CheckState(value) == Qt.CheckState.Checked) == (index.row() in self._off):
            self.toggle(index.row())
        return True


class _Before(QStyledItemDelegate):
    """What stands before a place is cut where it begins."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


class ReplaceTextDialog(QDialog):
    """Looks while one types; nothing is written before it is asked for."""

    passage_wanted = Signal(object, int, int)  # document id, start, end: show it in the reader

    def __init__(
        self,
        bridge: Bridge,
        document: UUID | None,
        find: str,
        said: Callable[[str, object], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bridge, self._document, self._said = bridge, document, said
        self._scope = Scope()  # what the window's filter leaves
        self._looking: Task | None = None
        self.setWindowTitle(self.tr("Find and replace"))
        self.find, self.instead = QLineEdit(find, self), QLineEdit(self)
        self.find.setAccessibleName(self.tr("Find"))
        self.instead.setAccessibleName(self.tr("Replace with"))
        self.case = QCheckBox(self.tr("Match case"), self)
        self.whole = QCheckBox(self.tr("Whole words"), self)
        self.regex = QCheckBox(self.tr("Regular expression"), self)
        self.where = QComboBox(self)
        self.where.setAccessibleName(self.tr("Where"))
        self.where.addItem(self.tr("All documents"), False)
        if document is not None:
            self.where.addItem(self.tr("This document"), True)
            self.where.setCurrentIndex(1)
        self.model = PassagesModel(self)
        self.table = QTableView(self)
        self._dress_table()
        self.count = QLabel(self)
        self.count.setWordWrap(True)
        self.all = QCheckBox(self.tr("All"), self)
        self.all.setChecked(True)
        self.replace = QPushButton(self)
        self.replace.setProperty("kind", "filled")  # before the box polishes it
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TYPING_MILLISECONDS)
        self._timer.timeout.connect(self._look)
        for field in (self.find, self.instead):
            field.textChanged.connect(lambda _text: self._timer.start())
        for box in (self.case, self.whole, self.regex):
            box.toggled.connect(lambda _on: self._look())
        self.where.currentIndexChanged.connect(lambda _index: self._look())
        self.all.clicked.connect(self.model.tick_all)
        self.model.ticked.connect(self._ticked)
        self.table.doubleClicked.connect(lambda index: self._show(index.row()))
        self.replace.clicked.connect(self._replace)
        bridge.followed.connect(self._stepped)
        self.find.selectAll()
        self._look()

    def _dress_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Places found"))
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setItemDelegateForColumn(_BEFORE, _Before(self.table))
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(look().px(26))
        header = self.table.horizontalHeader()
        for column in (_BEFORE, _WORDS, _AFTER):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(_DOCUMENT, look().px(150))

    def _lay_out(self) -> None:
        px = look().px
        form = QFormLayout()
        form.addRow(self.tr("Find"), self.find)
        form.addRow(self.tr("Replace with"), self.instead)
        form.addRow(self.tr("Where"), self.where)
        boxes = QHBoxLayout()
        for box in (self.case, self.whole, self.regex):
            boxes.addWidget(box)
        boxes.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(self.all)
        below.addWidget(self.count, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.replace, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        down = QVBoxLayout(self)
        down.setContentsMargins(*[px(16)] * 4)
        down.setSpacing(px(12))
        down.addLayout(form)
        down.addLayout(boxes)
        down.addWidget(self.table, 1)
        down.addLayout(below)
        down.addWidget(buttons)
        resize(self, px(760), px(560))

    def limit(self, scope: Scope) -> None:
        """Obey the window's filter: of all documents only those that it leaves."""
        whole = scope.documents is None
        self.where.setItemText(0, self.tr("All documents") if whole else self.tr("All documents the filter leaves"))
        outside = not whole and self._document not in scope.documents
        if self.where.count() > 1:
            here = self.tr("This document (the filter leaves it out)") if outside else self.tr("This document")
            self.where.setItemText(1, here)
        if (scope.documents, scope.parts) != (self._scope.documents, self._scope.parts):
            self._scope = scope
            self._look()

    # ── looking ──
    @property
    def search(self) -> Search:
        """What is asked for."""
        return Search(
            self.find.text(), self.instead.text(), self.case.isChecked(), self.whole.isChecked(),
            self.regex.isChecked(),
        )  # fmt: skip

    def _stepped(self, step: Step) -> None:
        if step.touches("document"):
            self._look()

    def _look(self) -> None:
        self._timer.stop()
        if self._looking is not None:
            self._looking.cancel()
        search, document = self.search, self._document if self.where.currentData() else None
        inside = self._scope
        if not search.find:
            self.model.show(())
            self.count.setText("")
            return

        def job(project: Project, progress: Progress) -> list[Passage]:
            with project.read() as read:
                return replacing.find_passages(read, search, document, progress, inside)

        def arrived(found: list[Passage]) -> None:
            if search == self.search and inside is self._scope:
                self.model.show(found)

        def failed(error: Exception) -> None:
            if isinstance(error, QualcodeError):
                self.model.show(())
                self.count.setText(say(error))
            else:
                self._bridge.failed.emit(error)

        self._looking = task = self._bridge.run(job, arrived, failed)
        task.ended.connect(lambda: self._ended(task))

    def _ended(self, task: Task) -> None:
        if self._looking is task:
            self._looking = None

    def _ticked(self) -> None:
        chosen = self.model.chosen
        documents = len({one.document for one in chosen})
        places = self.tr("%n place(s)", "", len(chosen))
        there = self.tr("in %n document(s)", "", documents)
        self.count.setText(f"{places} {there}" if self.model.rowCount() else self.tr("Nothing found"))
        self.replace.setText(self.tr("Replace %n place(s)", "", len(chosen)) if chosen else self.tr("Replace"))
        self.replace.setEnabled(bool(chosen) and not self._bridge.project.read_only)
        self.all.setChecked(bool(chosen) and len(chosen) == self.model.rowCount())
        self.all.setEnabled(bool(self.model.rowCount()))

    def _show(self, row: int) -> None:
        one = self.model.passage(row)
        self.passage_wanted.emit(one.document, one.start, one.end)

    # ── doing ──
    def _replace(self) -> None:
        chosen = self.model.chosen

        def replaced(gone: int, step: Step | None) -> None:
            said = self.tr("%n place(s) replaced.", "", len(chosen))
            if gone:
                said += " " + self.tr("%n segment(s) lost all their words.", "", gone)
            self._said(said, step.number if step else None)

        self.replace.setEnabled(False)
        self._bridge.act(replacing.replace_passages, chosen, then=replaced, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self._bridge.failed.emit(error)
        self._look()
