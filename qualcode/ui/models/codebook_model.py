"""The codebook as a tree for views: marks, names, counts, and what may be dragged where."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ...domain.codebook import Code, Codebook
from ...store.pages import Touched
from ..reader.mime import CODE, SPAN, code_of, put_code
from .counts import Counts

RECORD = Qt.ItemDataRole.UserRole  # a Code
COUNT = Qt.ItemDataRole.UserRole + 1  # distinct segments with this code or one below it; None: not counted yet
DIGIT = Qt.ItemDataRole.UserRole + 2
MEMOS = Qt.ItemDataRole.UserRole + 3
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class CodebookModel(QAbstractItemModel):
    """One row per code; the internal id of an index is the code's number in codebook order."""

    renamed = Signal(object, str)  # code id, the name asked for
    moved = Signal(object, object, object)  # code id, parent id or None, position among siblings or None: last

    def __init__(self, counts: Counts, parent: QObject) -> None:
        super().__init__(parent)
        self.codebook = Codebook(())
        self._counts = counts
        self._numbers: dict[UUID, int] = {}
        self._rows: list[int] = []
        self._memos: Mapping[UUID, int] = {}
        self._digits: Mapping[UUID, int] = {}
        counts.changed.connect(self._recounted)

    # ── what is shown ──
    def show(self, codebook: Codebook, memos: Mapping[UUID, int]) -> None:
        """Show a codebook; where only words or colours changed, the rows stay as they are."""
        same = _shape(codebook) == _shape(self.codebook)
        self._memos = memos
        if same:
            self.codebook = codebook
            self._tell(codebook.by_id)
            return
        self.beginResetModel()
        self.codebook = codebook
        self._numbers = {code.id: number for number, code in enumerate(codebook.ordered)}
        places: dict[UUID, int] = {}
        for parent in (None, *(code.id for code in codebook.ordered)):
            places.update({code.id: row for row, code in enumerate(codebook.children(parent))})
        self._rows = [places[code.id] for code in codebook.ordered]
        self.endResetModel()

    def set_digits(self, digits: Mapping[UUID, int]) -> None:
        """Show which codes answer to Ctrl and a digit."""
        changed = set(self._digits) | set(digits)
        self._digits = dict(digits)
        self._tell(changed)

    def index_of(self, code: UUID) -> QModelIndex:
        """Where a code stands."""
        number = self._numbers.get(code)
        return QModelIndex() if number is None else self.createIndex(self._rows[number], 0, number)

    def code_at(self, index: Index) -> Code | None:
        """The code of a row."""
        return self.codebook.ordered[index.internalId()] if index.isValid() else None

    def _recounted(self, which: Touched) -> None:
        self._tell(self.codebook.by_id if which.codes is None else which.codes)

    def _tell(self, codes: object) -> None:
        for code in tuple(codes):
            place = self.index_of(code)
            if place.isValid():
                self.dataChanged.emit(place, place)

    # ── what Qt asks ──
    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        above = self.code_at(parent)
        children = self.codebook.children(above.id if above else None)
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, self._numbers[children[row].id])

    def parent(self, child: Index = NOWHERE) -> QModelIndex:
        code = self.code_at(child)
        return QModelIndex() if code is None or code.parent is None else self.index_of(code.parent)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        code = self.code_at(parent)
        return len(self.codebook.children(code.id if code else None))

    def columnCount(self, _parent: Index = NOWHERE) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        code = self.code_at(index)
        if code is None:
            return None
        display = Qt.ItemDataRole
        answers = {
            display.DisplayRole: lambda: code.name,
            display.EditRole: lambda: code.name,
            display.ToolTipRole: lambda: "\n".join(filter(None, (code.name, code.definition, self.usage(code)))),
            display.AccessibleTextRole: lambda: f"{code.name}, {self._kind(code)}, {self.usage(code)}",
            RECORD: lambda: code,
            COUNT: lambda: self._counts.inside(code.id).rolled_segments if self._counts.known else None,
            DIGIT: lambda: self._digits.get(code.id, 0),
            MEMOS: lambda: self._memos.get(code.id, 0),
        }
        answer = answers.get(role)
        return answer() if answer else None

    def _kind(self, code: Code) -> str:
        return self.tr("theme") if code.kind == "theme" else self.tr("code")

    def usage(self, code: Code) -> str:
        """How often a code was used, in words."""
        counts = self._counts.inside(code.id)
        own = self._in_words(counts.segments, counts.documents)
        if (counts.rolled_segments, counts.rolled_documents) == (counts.segments, counts.documents):
            return own
        rolled = self._in_words(counts.rolled_segments, counts.rolled_documents)
        return (
            self.tr("{rolled} with the codes below; {own} of its own").replace("{rolled}", rolled).replace("{own}", own)
        )

    def _in_words(self, segments: int, documents: int) -> str:
        pieces = self.tr("%n segment(s)", "", segments), self.tr("in %n document(s)", "", documents)
        return " ".join(pieces)

    # ── renaming, dragging, dropping ──
    def flags(self, index: Index) -> Qt.ItemFlag:
        drop = Qt.ItemFlag.ItemIsDropEnabled
        if not index.isValid():
            return drop
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable | flag.ItemIsDragEnabled | drop

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        code = self.code_at(index)
        if code is not None and role == Qt.ItemDataRole.EditRole and str(value) != code.name:
            self.renamed.emit(code.id, str(value))
        return False  # the tree changes when the step arrives

    def mimeTypes(self) -> list[str]:
        return [CODE, SPAN]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        data = QMimeData()
        code = self.code_at(indexes[0]) if indexes else None
        if code is not None:
            put_code(data, code.id)
            data.setText(code.name)
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def canDropMimeData(self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index) -> bool:
        code, target = code_of(data), self.code_at(parent)
        if code is None or code not in self.codebook.by_id:
            return False
        return target is None or (target.id != code and not self._is_below(target.id, code))

    def _is_below(self, code: UUID, above: UUID) -> bool:
        return above in {one.id for one in self.codebook.ancestors(code)}

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        code = code_of(data)
        target = self.code_at(parent)
        parent_id = target.id if target else None
        position = None if row < 0 else row
        siblings = [one.id for one in self.codebook.children(parent_id)]
        if code in siblings and position is not None and siblings.index(code) < position:
            position -= 1  # positions count the siblings without the code itself
        self.moved.emit(code, parent_id, position)
        return False  # the step moves the row, not Qt


def _shape(codebook: Codebook) -> list[tuple[UUID, UUID | None]]:
    return [(code.id, code.parent) for code in codebook.ordered]
