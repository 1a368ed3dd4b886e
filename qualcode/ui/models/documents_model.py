"""The documents as a tree of folders, with the number of codings of each."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ...domain.documents import Document
from ...store.pages import Touched
from .counts import Counts

RECORD = Qt.ItemDataRole.UserRole  # a Document, or None for a folder
COUNT = Qt.ItemDataRole.UserRole + 1
PICTURE = Qt.ItemDataRole.UserRole + 2
MEMOS = Qt.ItemDataRole.UserRole + 3

_TOP = 0  # internal id of rows at the top; a document in folder n has n + 1
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class DocumentsModel(QAbstractItemModel):
    """Folders in the order of their first document, then the documents that are in none."""

    renamed = Signal(object, str)  # document id, the name asked for

    def __init__(self, counts: Counts, parent: QObject) -> None:
        super().__init__(parent)
        self._counts = counts
        self._top: list[str | Document] = []
        self._inside: dict[str, list[Document]] = {}
        self._several: frozenset[UUID] = frozenset()
        self._memos: dict[UUID, int] = {}
        counts.changed.connect(self._recounted)

    def show(self, documents: Sequence[Document], several: frozenset[UUID], memos: dict[UUID, int]) -> None:
        """Show these documents; `several` are those with more than one person of their own, `memos` how many."""
        self.beginResetModel()
        self._several, self._memos = several, memos
        self._inside = {}
        for document in documents:
            if document.folder:
                self._inside.setdefault(document.folder, []).append(document)
        self._top = [*self._inside, *(document for document in documents if not document.folder)]
        self.endResetModel()

    @property
    def folders(self) -> tuple[str, ...]:
        """The names of the folders."""
        return tuple(self._inside)

    def index_of(self, document: UUID) -> QModelIndex:
        """Where a document stands."""
        for row, entry in enumerate(self._top):
            if isinstance(entry, Document):
                if entry.id == document:
                    return self.index(row, 0)
                continue
            for inner, found in enumerate(self._inside[entry]):
                if found.id == document:
                    return self.index(inner, 0, self.index(row, 0))
        return QModelIndex()

    def _recounted(self, which: Touched) -> None:
        if which.documents is not None:
            for document in which.documents:
                place = self.index_of(document)
                if place.isValid():
                    self.dataChanged.emit(place, place, [COUNT])
            return
        for row in range(len(self._top)):
            place = self.index(row, 0)
            self.dataChanged.emit(place, place, [COUNT])
            last = self.rowCount(place) - 1
            if last >= 0:
                self.dataChanged.emit(self.index(0, 0, place), self.index(last, 0, place), [COUNT])

    # ── what Qt asks ──
    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, child: Index = NOWHERE) -> QModelIndex:
        if not child.isValid() or child.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not parent.isValid():
            return len(self._top)
        if parent.internalId() != _TOP:
            return 0
        entry = self._top[parent.row()]
        return len(self._inside[entry]) if isinstance(entry, str) else 0

    def columnCount(self, _parent: Index = NOWHERE) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if isinstance(self._entry(index), Document) else flags

    def _entry(self, index: Index) -> str | Document | None:
        if not index.isValid():
            return None
        if index.internalId() == _TOP:
            return self._top[index.row()]
        return self._inside[str(self._top[index.internalId() - 1])][index.row()]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self._entry(index)
        if isinstance(entry, str):
            return entry if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None
        return None if entry is None else self._document(entry, role)

    def _document(self, document: Document, role: int) -> object:
        count = self._counts.document(document.id)
        display = Qt.ItemDataRole
        answers = {
            display.DisplayRole: lambda: document.name,
            display.EditRole: lambda: document.name,
            display.ToolTipRole: lambda: f"{document.name}\n{self._coded(count)}",
            display.AccessibleTextRole: lambda: f"{document.name}, {self._coded(count)}",
            RECORD: lambda: document,
            COUNT: lambda: count,
            MEMOS: lambda: self._memos.get(document.id, 0),
            PICTURE: lambda: self._picture(document),
        }
        answer = answers.get(role)
        return answer() if answer else None

    def _picture(self, document: Document) -> str:
        if document.format == "survey":
            return "table"
        return "people" if document.id in self._several else "document"

    def _coded(self, count: int) -> str:
        return self.tr("%n coding(s)", "", count)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        entry = self._entry(index)
        if role == Qt.ItemDataRole.EditRole and isinstance(entry, Document) and str(value) != entry.name:
            self.renamed.emit(entry.id, str(value))
        return False  # the list changes when the step arrives
