"""The documents as a tree of folders, with the number of codings of each; what may be dragged where."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ...domain.documents import Document
from ...domain.folders import SEPARATOR, name_of, parent_of, within, within_any
from ...domain.folding import fold
from ...store.pages import Touched
from ..filter_choices import natural
from .counts import Counts

RECORD = Qt.ItemDataRole.UserRole  # a Document, or None for a folder
COUNT = Qt.ItemDataRole.UserRole + 1
PICTURE = Qt.ItemDataRole.UserRole + 2
MEMOS = Qt.ItemDataRole.UserRole + 3
FOLDER = Qt.ItemDataRole.UserRole + 4  # the path of a folder; None for a document
INSIDE = Qt.ItemDataRole.UserRole + 5  # how many documents a folder holds, those in folders below it too

DOCUMENTS = "application/x-qualcode-documents"  # UUIDs in their written form with blanks between them, ASCII
FOLDERS = "application/x-qualcode-folders"  # paths of folders, one on each line, UTF-8
ORDERS = ("own", "name", "date", "codings")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_flag = Qt.ItemFlag
# put together once: Qt asks for them several times for every row
_ROW = _flag.ItemIsEnabled | _flag.ItemIsSelectable | _flag.ItemIsEditable | _flag.ItemIsDragEnabled
_FOLDER_FLAGS, _DOCUMENT_FLAGS = _ROW | _flag.ItemIsDropEnabled, _ROW | _flag.ItemNeverHasChildren


def documents_of(data: QMimeData) -> list[UUID]:
    """The documents a drag carries."""
    try:
        return [UUID(piece) for piece in bytes(data.data(DOCUMENTS).data()).decode("ascii").split()]
    except ValueError:
        return []


def folders_of(data: QMimeData) -> list[str]:
    """The folders a drag carries."""
    return bytes(data.data(FOLDERS).data()).decode("utf-8", "replace").splitlines()


@dataclass(slots=True)
class _Node:
    """A row: a folder or a document, and where it stands."""

    number: int
    row: int
    parent: "_Node | None"
    folder: str = ""  # of a folder: its path
    document: Document | None = None
    children: list["_Node"] = field(default_factory=list)
    inside: list[Document] = field(default_factory=list)  # of a folder: all documents in it


class DocumentsModel(QAbstractItemModel):
    """Folders in the order of their first document, then the documents that are in none.

    Another order than the documents' own is a view of it: nothing can be put between others in it.
    """

    renamed = Signal(object, str)  # document id, the name asked for
    folder_renamed = Signal(str, str)  # path, the name asked for
    moved = Signal(object, str, object)  # document ids, folder, position in it or None
    folder_moved = Signal(str, str)  # path, the folder it is to lie in

    def __init__(self, counts: Counts, parent: QObject) -> None:
        super().__init__(parent)
        self._counts = counts
        self._documents: Sequence[Document] = ()
        self._several: frozenset[UUID] = frozenset()
        self._memos: Mapping[UUID, int] = {}
        self.order = "own"
        self._limit: frozenset[UUID] | None = None
        self._typed = ""
        self._clear()
        counts.changed.connect(self._recounted)

    def _clear(self) -> None:
        self._nodes: list[_Node] = []
        self._top: list[_Node] = []
        self._by_document: dict[UUID, _Node] = {}
        self._by_folder: dict[str, _Node] = {}

    # ── what is shown ──
    def show(self, documents: Sequence[Document], several: frozenset[UUID], memos: Mapping[UUID, int]) -> None:
        """Show these documents; `several` are those with more than one person of their own, `memos` how many."""
        self._documents, self._several, self._memos = documents, several, memos
        self._rebuild()

    def sort_by(self, order: str) -> None:
        """Show the documents in another order of `ORDERS`; the project keeps its own."""
        if order != self.order:
            self.order = order
            self._rebuild()

    def limit(self, documents: frozenset[UUID] | None) -> None:
        """Show only these documents; None: all."""
        if documents != self._limit:
            self._limit = documents
            self._rebuild()

    def find(self, typed: str) -> None:
        """Show only what has these letters in its name, and all in folders that have them."""
        if fold(typed.strip()) != self._typed:
            self._typed = fold(typed.strip())
            self._rebuild()

    @property
    def found(self) -> str:
        """The letters that are looked for, folded."""
        return self._typed

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._clear()
        shown = [one for one in self._documents if self._limit is None or one.id in self._limit]
        if self._typed:
            wanted = self._typed
            shown = [one for one in shown if wanted in fold(one.name) or wanted in fold(one.folder)]
        shown = self._sorted(shown)
        for document in shown:
            if document.folder:
                self._folder(document.folder)
        if self.order == "name":
            self._by_folder = dict(sorted(self._by_folder.items(), key=lambda item: _by_name(item[0])))
        for node in self._by_folder.values():
            above = self._by_folder.get(parent_of(node.folder))
            self._put(node, above)
        for document in shown:
            above = self._by_folder.get(document.folder)
            self._by_document[document.id] = self._put(self._node(document=document), above)
            while above is not None:
                above.inside.append(document)
                above = above.parent
        self.endResetModel()

    def _folder(self, path: str) -> None:
        if path not in self._by_folder:
            if parent_of(path):
                self._folder(parent_of(path))
            self._by_folder[path] = self._node(folder=path)

    def _node(self, folder: str = "", document: Document | None = None) -> _Node:
        node = _Node(len(self._nodes), 0, None, folder, document)
        self._nodes.append(node)
        return node

    def _put(self, node: _Node, above: _Node | None) -> _Node:
        siblings = above.children if above is not None else self._top
        node.parent, node.row = above, len(siblings)
        siblings.append(node)
        return node

    def _sorted(self, documents: list[Document]) -> list[Document]:
        keys: dict[str, Callable[[Document], object]] = {
            "name": lambda one: _by_name(one.name),
            "date": lambda one: one.created,
            "codings": lambda one: -self._counts.document(one.id),
        }
        return documents if self.order == "own" else sorted(documents, key=keys[self.order])  # type: ignore[arg-type]

    @property
    def folders(self) -> tuple[str, ...]:
        """The paths of all folders of the project, parents before those in them."""
        found: dict[str, None] = {}
        for document in self._documents:
            parts = document.folder.split(SEPARATOR)
            for depth in range(1, len(parts) + 1):
                found[SEPARATOR.join(parts[:depth])] = None
        found.pop("", None)
        return tuple(found)

    @property
    def shown_folders(self) -> Iterable[str]:
        """The paths of the folders that are shown."""
        return self._by_folder

    @property
    def numbers(self) -> tuple[int, int]:
        """How many documents are shown, of how many."""
        return len(self._by_document), len(self._documents)

    def in_order(self, documents: Iterable[Document]) -> list[Document]:
        """Documents in the order in which they are shown."""
        return sorted(documents, key=lambda one: self._by_document[one.id].number)

    def inside(self, folder: str) -> list[UUID]:
        """The documents that are shown in a folder and those below it."""
        node = self._by_folder.get(folder)
        return [one.id for one in node.inside] if node is not None else []

    def siblings(self, folder: str) -> list[UUID]:
        """The documents of a folder itself, in the project's order."""
        return [one.id for one in self._documents if one.folder == folder]

    def index_of(self, document: UUID) -> QModelIndex:
        """Where a document stands."""
        return self._index(self._by_document.get(document))

    def folder_index(self, folder: str) -> QModelIndex:
        """Where a folder stands."""
        return self._index(self._by_folder.get(folder))

    def _index(self, node: _Node | None) -> QModelIndex:
        return QModelIndex() if node is None else self.createIndex(node.row, 0, node.number)

    def _recounted(self, which: Touched) -> None:
        if self.order == "codings" and which.documents is None:
            self._rebuild()
            return
        touched = self._by_document.keys() if which.documents is None else which.documents
        for document in touched:
            node = self._by_document.get(document)
            while node is not None and (which.documents is not None or node.document is not None):
                place = self._index(node)
                self.dataChanged.emit(place, place, [COUNT])
                node = node.parent
        if which.documents is None:
            for node in self._by_folder.values():
                place = self._index(node)
                self.dataChanged.emit(place, place, [COUNT])

    # ── what Qt asks ──
    def _node_at(self, index: Index) -> _Node | None:
        return self._nodes[index.internalId()] if index.isValid() else None

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        above = self._node_at(parent)
        rows = above.children if above is not None else self._top
        return self._index(rows[row]) if column == 0 and 0 <= row < len(rows) else QModelIndex()

    def parent(self, child: Index = NOWHERE) -> QModelIndex:
        node = self._node_at(child)
        return QModelIndex() if node is None else self._index(node.parent)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        node = self._node_at(parent)
        return len(node.children if node is not None else self._top)

    def columnCount(self, _parent: Index = NOWHERE) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return _flag.ItemIsDropEnabled
        return _FOLDER_FLAGS if self._nodes[index.internalId()].document is None else _DOCUMENT_FLAGS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        node = self._node_at(index)
        if node is None:
            return None
        return self._folder_data(node, role) if node.document is None else self._document(node.document, role)

    def painted(self, index: Index) -> tuple[str, int | None, int, str, bool]:
        """What a row shows: name, of a folder how many documents, codings, picture, whether there are memos."""
        node = self._nodes[index.internalId()]
        document = node.document
        if document is None:
            return name_of(node.folder), len(node.inside), self._codings(node), "", False
        codings = self._counts.document(document.id)
        return document.name, None, codings, self._picture(document), bool(self._memos.get(document.id))

    def _folder_data(self, node: _Node, role: int) -> object:
        display = Qt.ItemDataRole
        answers: dict[int, Callable[[], object]] = {
            display.DisplayRole: lambda: name_of(node.folder),
            display.EditRole: lambda: name_of(node.folder),
            display.ToolTipRole: lambda: "\n".join((node.folder, *self._counted(node))),
            display.AccessibleTextRole: lambda: ", ".join(
                (name_of(node.folder), self.tr("folder"), *self._counted(node))
            ),
            FOLDER: lambda: node.folder,
            INSIDE: lambda: len(node.inside),
            COUNT: lambda: self._codings(node),
        }
        answer = answers.get(role)
        return answer() if answer else None

    def _codings(self, node: _Node) -> int:
        return sum(self._counts.document(one.id) for one in node.inside)

    def _counted(self, node: _Node) -> tuple[str, str]:
        return self.tr("%n document(s)", "", len(node.inside)), self._coded(self._codings(node))

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

    # ── renaming, dragging, dropping ──
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        node = self._node_at(index)
        if node is not None and role == Qt.ItemDataRole.EditRole and str(value).strip():
            if node.document is None and str(value) != name_of(node.folder):
                self.folder_renamed.emit(node.folder, str(value))
            elif node.document is not None and str(value) != node.document.name:
                self.renamed.emit(node.document.id, str(value))
        return False  # the list changes when the step arrives

    def mimeTypes(self) -> list[str]:
        return [DOCUMENTS, FOLDERS]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        nodes = sorted((node for node in map(self._node_at, indexes) if node is not None), key=lambda node: node.number)
        folders = {node.folder for node in nodes if node.document is None}
        folders = {folder for folder in folders if not within_any(parent_of(folder), folders)}
        documents = [one.document for one in nodes if one.document and not within_any(one.document.folder, folders)]
        data = QMimeData()
        if documents:
            data.setData(DOCUMENTS, " ".join(str(one.id) for one in documents).encode())
        if folders:
            data.setData(FOLDERS, "\n".join(sorted(folders)).encode())
        data.setText("\n".join([*sorted(folders), *(one.name for one in documents)]))
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def canDropMimeData(self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index) -> bool:
        folders, documents = folders_of(data), documents_of(data)
        node = self._node_at(parent)
        into = node.folder if node is not None else ""
        return bool(folders or documents) and not any(within(into, folder) for folder in folders)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        node = self._node_at(parent)
        into = node.folder if node is not None else ""
        for folder in folders_of(data):
            if parent_of(folder) != into:
                self.folder_moved.emit(folder, into)
        documents = documents_of(data)
        if documents:
            self.moved.emit(documents, into, self._position(row, node, documents))
        return False  # the step moves the rows, not Qt

    def _position(self, row: int, above: _Node | None, moved: Sequence[UUID]) -> int | None:
        """The place among the documents of a folder; None where the order shown is not the project's."""
        if row < 0 or self.order != "own" or self._typed or self._limit is not None:
            return None
        children = above.children if above is not None else self._top
        return sum(one.document is not None and one.document.id not in moved for one in children[:row])


def _by_name(name: str) -> list[tuple[int, float, str]]:
    """Words by letters, numbers in them by size: P2 before P10."""
    pieces: list[str] = []
    for char in name:
        if pieces and pieces[-1][-1].isdigit() == char.isdigit():
            pieces[-1] += char
        else:
            pieces.append(char)
    return [natural(fold(piece)) for piece in pieces]
