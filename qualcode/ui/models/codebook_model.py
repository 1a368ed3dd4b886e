"""The codebook as a tree for views: marks, names, counts, and what may be dragged where."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ...domain.codebook import Code, Codebook
from ...domain.folding import fold
from ...store.pages import Touched
from ..reader.mime import CODE, CODES, CODINGS, SPAN, codes_of, put_codes
from .counts import Counts

RECORD = Qt.ItemDataRole.UserRole  # a Code
COUNT = Qt.ItemDataRole.UserRole + 1  # distinct segments with this code or one below it; None: not counted yet
DIGIT = Qt.ItemDataRole.UserRole + 2
MEMOS = Qt.ItemDataRole.UserRole + 3
ORDERS = ("codebook", "name", "used", "newest")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class CodebookModel(QAbstractItemModel):
    """One row per code; the internal id of an index is the code's number in the order that is shown.

    Another order than the codebook's is a view of it: neighbours are sorted, nothing can be moved in it.
    """

    renamed = Signal(object, str)  # code id, the name asked for
    moved = Signal(object, object, object)  # code ids, parent id or None, position among siblings or None: last

    def __init__(self, counts: Counts, parent: QObject) -> None:
        super().__init__(parent)
        self.codebook = self._view = Codebook(())
        self.order = "codebook"
        self._counts = counts
        self._numbers: dict[UUID, int] = {}
        self._rows: list[int] = []
        self._memos: Mapping[UUID, int] = {}
        self._digits: Mapping[UUID, int] = {}
        counts.changed.connect(self._recounted)

    # ── what is shown ──
    def show(self, codebook: Codebook, memos: Mapping[UUID, int]) -> None:
        """Show a codebook; where only words or colours changed, the rows stay as they are."""
        view = self._sorted(codebook)
        self._memos = memos
        if _shape(view) == _shape(self._view):
            self.codebook, self._view = codebook, view
            self._tell(codebook.by_id)
            return
        self.beginResetModel()
        self.codebook, self._view = codebook, view
        self._numbers = {code.id: number for number, code in enumerate(view.ordered)}
        places: dict[UUID, int] = {}
        for parent in (None, *(code.id for code in view.ordered)):
            places.update({code.id: row for row, code in enumerate(view.children(parent))})
        self._rows = [places[code.id] for code in view.ordered]
        self.endResetModel()

    def sort_by(self, order: str) -> None:
        """Show the codes in another order of `ORDERS`, each among its neighbours; the codebook stays as it is."""
        self.order = order
        self.show(self.codebook, self._memos)

    def _sorted(self, codebook: Codebook) -> Codebook:
        """The codebook with the positions of the order that is shown."""
        if self.order == "codebook":
            return codebook
        keys: dict[str, Callable[[Code], object]] = {
            "name": lambda code: (fold(code.name), code.name),
            "used": lambda code: self._counts.inside(code.id).rolled_segments,
            "newest": lambda code: code.created,
        }
        ranked = sorted(codebook.ordered, key=keys[self.order], reverse=self.order != "name")
        return Codebook(replace(code, position=rank) for rank, code in enumerate(ranked))

    @property
    def shown(self) -> tuple[Code, ...]:
        """The codes in the order that is shown."""
        return tuple(self.codebook.by_id[code.id] for code in self._view.ordered)

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
        return self.codebook.by_id[self._view.ordered[index.internalId()].id] if index.isValid() else None

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
        children = self._view.children(above.id if above else None)
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, self._numbers[children[row].id])

    def parent(self, child: Index = NOWHERE) -> QModelIndex:
        code = self.code_at(child)
        return QModelIndex() if code is None or code.parent is None else self.index_of(code.parent)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        code = self.code_at(parent)
        return len(self._view.children(code.id if code else None))

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
            display.ToolTipRole: lambda: self.tip(code),
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

    def tip(self, code: Code) -> str:
        """What hovers over a code: its path, its meaning, and what its number counts."""
        return "\n\n".join(filter(None, (self.codebook.path(code.id), code.definition, self._explained(code))))

    def _explained(self, code: Code) -> str:
        """The counts of a code, and what each of them means."""
        if not self._counts.known:
            return ""
        counts = self._counts.inside(code.id)
        lines = [self.tr("Of its own: {counts}").replace("{counts}", self._in_words(counts.segments, counts.documents))]
        if counts.codings > counts.segments:
            lines[0] += " " + self.tr(
                "(%n coding(s): several coders on the same words are one segment)", "", counts.codings
            )
        if self.codebook.children(code.id):
            rolled = self._in_words(counts.rolled_segments, counts.rolled_documents)
            lines.append(self.tr("With the codes below: {counts}, each passage once").replace("{counts}", rolled))
        if self._counts.limited:
            whole = self._counts.code(code.id).rolled_segments
            lines.append(self.tr("A filter is on: only what it leaves is counted. In all: %n segment(s)", "", whole))
        return "\n".join(lines)

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
        return [CODE, CODES, SPAN, CODINGS]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        data = QMimeData()
        chosen = {code.id for code in map(self.code_at, indexes) if code is not None}
        codes = [code for code in self.codebook.ordered if code.id in chosen]
        if codes:
            put_codes(data, (code.id for code in codes))
            data.setText("\n".join(code.name for code in codes))
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def canDropMimeData(self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index) -> bool:
        codes, target = codes_of(data), self.code_at(parent)
        if self.order != "codebook" or not codes or any(code not in self.codebook.by_id for code in codes):
            return False
        above = set() if target is None else {target.id, *(one.id for one in self.codebook.ancestors(target.id))}
        return above.isdisjoint(codes)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        codes = codes_of(data)
        target = self.code_at(parent)
        parent_id = target.id if target else None
        position = None if row < 0 else row
        if position is not None:  # positions count the siblings without those that move
            position -= sum(one.id in codes for one in self.codebook.children(parent_id)[:row])
        self.moved.emit(codes, parent_id, position)
        return False  # the step moves the rows, not Qt


def _shape(codebook: Codebook) -> list[tuple[UUID, UUID | None]]:
    return [(code.id, code.parent) for code in codebook.ordered]
