"""A list of codings of any length: knows how many rows there are and fetches only the pages that are looked at."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ...app.lists import (
    ROWS_ASKED,
    Listing,
    SegmentRow,
    document_rows,
    listing,
    rows_by_id,
    short_names,
)
from ...domain.codebook import Codebook
from ...domain.history import Step
from ...domain.queries import Scope
from ...store.pages import Touched
from ...store.reading import Reading
from ..bridge import Bridge
from ..coding.signs import row_signs
from ..reader.mime import CODINGS, put_codings
from .counts import Counts

ROW = Qt.ItemDataRole.UserRole  # a SegmentRow, or None while it is on its way
SEVERAL = Qt.ItemDataRole.UserRole + 1  # whether rows of different codes stand in the list
_PAGES_KEPT = 48
_ASKED_AT_ONCE = 2
_MOST_WAITING = 6  # pages asked for while scrolling fast; the oldest wishes are dropped
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Names:
    """What the ids in a row are called."""

    codebook: Codebook
    coders: Mapping[UUID, str]
    documents: Mapping[UUID, str]
    short: Mapping[UUID, str]


def names(read: Reading) -> Names:
    """The names of everything codings refer to."""
    documents = read.documents()
    return Names(
        read.codebook,
        {coder.id: coder.name for coder in read.coders()},
        {document.id: document.name for document in documents},
        short_names(documents),
    )


def place_of(found: Names, row: SegmentRow, short: bool = True) -> str:
    """Where a row's words stand: "P03, turn 44"."""
    document = (found.short if short else found.documents).get(row.coding.document, "")
    if not row.turn:
        return document
    turn = QCoreApplication.translate("SegmentsModel", "{document}, turn {turn}")
    return turn.replace("{turn}", str(row.turn)).replace("{document}", document)


_NOTHING = Listing(Scope(), (), b"")
_NO_NAMES = Names(Codebook(()), {}, {}, {})


class SegmentsModel(QAbstractListModel):
    """Codings inside a scope, in an order of `app.lists.ORDERS`."""

    listed = Signal()  # the number of rows is known, or has changed
    arrived = Signal()  # rows that were on their way are there

    def __init__(self, bridge: Bridge, counts: Counts, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._counts = counts
        self._listing = _NOTHING
        self._count = 0
        self._starts: list[int] = []
        self._pages: OrderedDict[int, list[SegmentRow]] = OrderedDict()
        self._waiting: list[int] = []
        self._asked: set[int] = set()
        self._edition = 0  # answers to questions of an older edition are dropped
        self._scope: Scope | None = None
        self._order = "document"
        self._listing_asked = False
        self._list_again = False
        self.names = _NO_NAMES
        counts.changed.connect(self._touched)
        bridge.followed.connect(self._stepped)

    # ── what is listed ──
    def show(self, scope: Scope, order: str = "document") -> None:
        """List the codings inside a scope. Nothing happens when they are listed already."""
        if (scope, order) == (self._scope, self._order):
            return
        self._scope, self._order = scope, order
        self._ask_listing()

    @property
    def scope(self) -> Scope | None:
        """What is listed; None before the first `show`."""
        return self._scope

    @property
    def order(self) -> str:
        """The order of the rows."""
        return self._order

    def rename(self, found: Names) -> None:
        """Take new names; the rows stay."""
        self.names = found
        if self._listing.rows:
            self.dataChanged.emit(self.index(0), self.index(self._listing.rows - 1))

    def _ask_listing(self) -> None:
        if self._listing_asked:
            self._list_again = True
            return
        self._listing_asked = True
        scope, order, counted = self._scope or Scope(), self._order, self._counts.documents()
        self._bridge.ask(
            lambda read: (scope, order, listing(read, scope, order, counted), names(read)), self._listed, self._failed
        )

    def _failed(self, error: Exception) -> None:
        self._listing_asked = False
        self._bridge.failed.emit(error)

    def _listed(self, answer: tuple[Scope, str, Listing, Names]) -> None:
        scope, order, found, self.names = answer
        self._listing_asked = False
        if self._list_again:
            self._list_again = False
            self._ask_listing()
        if (scope, order) != (self._scope, self._order):
            return
        self._take(found)

    def _take(self, found: Listing) -> None:
        """Put another listing in the place of the present one, telling views no more than has changed."""
        old, new = self._listing.rows, found.rows
        self._edition += 1
        self._pages.clear()
        self._waiting.clear()
        self._asked.clear()
        fresh = found.scope != self._listing.scope or not old
        if fresh:
            self.beginResetModel()
        elif new > old:
            self.beginInsertRows(QModelIndex(), old, new - 1)
        elif new < old:
            self.beginRemoveRows(QModelIndex(), new, old - 1)
        self._listing = found
        self._count = new
        self._starts = list(accumulate((count for _, count in found.groups), initial=0))[:-1]
        if fresh:
            self.endResetModel()
        elif new > old:
            self.endInsertRows()
        elif new < old:
            self.endRemoveRows()
        if not fresh and new:
            self.dataChanged.emit(self.index(0), self.index(new - 1))
        self.listed.emit()

    def _touched(self, which: Touched) -> None:
        if self._scope is None:
            return
        scope = self._scope
        if scope.codes is not None and which.codes is not None and not scope.codes & which.codes:
            return
        if scope.documents is not None and which.documents is not None and not scope.documents & which.documents:
            return
        self._ask_listing()

    def _stepped(self, step: Step) -> None:
        """Links and memos stand beside the codings: whether one has some is asked anew."""
        if self._scope is not None and step.touches("link", "memo") and not step.touches("coding", "segment", "code"):
            self._ask_listing()

    # ── pages ──
    def _page_of(self, row: int) -> tuple[int, int]:
        """The number of the page that holds a row, and the row inside it."""
        if self._listing.ids:
            return row // ROWS_ASKED, row % ROWS_ASKED
        page = bisect_right(self._starts, row) - 1
        return page, row - self._starts[page]

    def _rows_of(self, page: int) -> range:
        if self._listing.ids:
            return range(page * ROWS_ASKED, min((page + 1) * ROWS_ASKED, self._listing.rows))
        return range(self._starts[page], self._starts[page] + self._listing.groups[page][1])

    def row(self, number: int) -> SegmentRow | None:
        """A row, or None (and it is fetched)."""
        page, inside = self._page_of(number)
        rows = self._pages.get(page)
        if rows is None:
            self._want(page)
            return None
        self._pages.move_to_end(page)
        return rows[inside] if inside < len(rows) else None

    def _want(self, page: int) -> None:
        if page in self._asked:
            return
        if page in self._waiting:
            self._waiting.remove(page)
        self._waiting.append(page)
        del self._waiting[:-_MOST_WAITING]
        self._ask_pages()

    def _ask_pages(self) -> None:
        while self._waiting and len(self._asked) < _ASKED_AT_ONCE:
            page = self._waiting.pop()  # what was wished for last is what is on the screen
            self._asked.add(page)
            self._bridge.ask(self._question(page), self._page_arrived)

    def _question(self, page: int) -> Callable[[Reading], Any]:
        edition, found = self._edition, self._listing
        if found.ids:
            ids = found.ids[page * ROWS_ASKED * 16 : (page + 1) * ROWS_ASKED * 16]
            return lambda read: (edition, page, rows_by_id(read, ids))
        document = found.groups[page][0]
        return lambda read: (edition, page, document_rows(read, document, found.scope))

    def _page_arrived(self, answer: tuple[int, int, list[SegmentRow]]) -> None:
        edition, page, rows = answer
        if edition != self._edition:
            return
        self._asked.discard(page)
        self._pages[page] = rows
        while len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
        span = self._rows_of(page)
        self.dataChanged.emit(self.index(span.start), self.index(span.stop - 1))
        self._ask_pages()
        self.arrived.emit()

    def find(self, coding: UUID) -> int | None:
        """The row of a coding, where it can be said without fetching."""
        if self._listing.ids:
            at = self._listing.ids.find(coding.bytes)
            while at >= 0 and at % 16:
                at = self._listing.ids.find(coding.bytes, at + 1)
            return at // 16 if at >= 0 else None
        for page, rows in self._pages.items():
            for inside, row in enumerate(rows):
                if row.coding.id == coding:
                    return self._rows_of(page).start + inside
        return None

    @property
    def listing(self) -> Listing:
        """The order of the rows."""
        return self._listing

    def codings_at(self, rows: Iterable[int]) -> list[UUID] | None:
        """The codings of rows; None while one of them is on a page that is not here."""
        if self._listing.ids:
            return [UUID(bytes=self._listing.ids[16 * row : 16 * row + 16]) for row in rows]
        found = [self._here(row) for row in rows]
        known = [row.coding.id for row in found if row is not None]
        return known if len(known) == len(found) else None

    def _here(self, number: int) -> SegmentRow | None:
        page, inside = self._page_of(number)
        rows = self._pages.get(page, [])
        return rows[inside] if inside < len(rows) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [CODINGS]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        data = QMimeData()
        put_codings(data, self.codings_at(sorted({index.row() for index in indexes})) or ())
        return data

    # ── what Qt asks ──
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == SEVERAL:
            return self._scope is None or self._scope.codes is None or len(self._scope.codes) > 1
        words = _WORDS.get(role)
        row = self.row(index.row()) if role == ROW or words else None
        return row if row is None or words is None else words(self, row)

    def tip(self, row: SegmentRow) -> str:
        """Code, full place, signs and comment of a row."""
        parts = (self.code_name(row), self.place(row, short=False), *_said(row), row.coding.comment)
        return "\n".join(filter(None, parts))

    def spoken(self, row: SegmentRow) -> str:
        """A row as a screen reader says it."""
        return ", ".join((self.code_name(row), row.quote, self.place(row), self.coder(row), *_said(row)))

    def code_name(self, row: SegmentRow) -> str:
        """The name of a row's code, its path where another code has the same name."""
        book = self.names.codebook
        return book.label(row.coding.code) if row.coding.code in book.by_id else ""

    def coder(self, row: SegmentRow) -> str:
        """The name of a row's coder."""
        return self.names.coders.get(row.coding.coder, "")

    def place(self, row: SegmentRow, short: bool = True) -> str:
        """Where a row's words stand: "P03, turn 44"."""
        return place_of(self.names, row, short)


def _said(row: SegmentRow) -> list[str]:
    return [sign.text for sign in row_signs(row)]


_WORDS: dict[int, Callable[[SegmentsModel, SegmentRow], str]] = {
    Qt.ItemDataRole.DisplayRole: lambda _model, row: row.quote,
    Qt.ItemDataRole.ToolTipRole: SegmentsModel.tip,
    Qt.ItemDataRole.AccessibleTextRole: SegmentsModel.spoken,
}
