"""The passages a query finds, page by page, with boxes to tick."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from ...app.passages import PAGE
from ...app.query_results import ResultPage
from ...app.quote_picker import PickedQuote
from ...domain.selections import Place
from ..analyses.pick_list import PickList, PickModel, place_of
from ..look import Look

Index = QModelIndex | QPersistentModelIndex
_MOST_AGAIN = 10 * PAGE  # passages that are fetched at once where so many were there before
_AROUND = 40  # lines at most of what stands around a quote: how much that is has been decided before


class _Again:
    """Finds passages of an answer before in the next one: their words may stand elsewhere by then, and other words
    where they stood."""

    def __init__(self, quotes: Sequence[PickedQuote]) -> None:
        self._quotes = quotes
        self._places = {place_of(quote): row for row, quote in enumerate(quotes)}
        self._segments = {segment: row for row, quote in enumerate(quotes) for segment in quote.segments}

    def row(self, quote: PickedQuote) -> int | None:
        """The row of this passage; None where it is not there."""
        same = self._places.get(place_of(quote))
        if same is not None and self._quotes[same].text == quote.text:
            return same
        return next((self._segments[one] for one in quote.segments if one in self._segments), None)


class ResultModel(PickModel):
    """Passages as they are fetched; the next page comes when somebody scrolls there."""

    def __init__(self, fetch: Callable[[int], object]) -> None:
        super().__init__()
        self._fetch = fetch
        self._coming = False
        self.total = 0

    @property
    def wanted(self) -> int:
        """How many passages to fetch when the same is asked anew: as many as were there, within bounds. Where some are
        ticked all of them, and a page more, as others may come before them: a tick that was lost would make all
        passages meant."""
        held = -(-len(self.quotes) // PAGE) * PAGE
        return held + PAGE if self._ticked else min(max(held, PAGE), _MOST_AGAIN)

    def begin(self, page: ResultPage) -> None:
        """Show the first page of another answer; what is ticked and not in it is no longer ticked."""
        again = _Again(page.quotes)
        rows = [again.row(quote) for quote in self.ticked]
        self._ticked = {place_of(page.quotes[row]) for row in rows if row is not None}
        self._coming, self.total = False, page.total
        self.show(page.quotes)

    def go_on(self, page: ResultPage) -> None:
        """Take in another page."""
        self._coming = False
        if page.offset != len(self.quotes) or not page.quotes:
            return
        self.beginInsertRows(QModelIndex(), page.offset, page.offset + len(page.quotes) - 1)
        self.quotes = (*self.quotes, *page.quotes)
        self.endInsertRows()

    def go_without(self) -> None:
        """The page that was asked for does not come; who scrolls there again asks again."""
        self._coming = False

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._coming and 0 < len(self.quotes) < self.total

    def fetchMore(self, _parent: Index) -> None:
        self._coming = True
        self._fetch(len(self.quotes))


class ResultList(PickList):
    """Space or a click on the box ticks, Enter or a click beside it opens the text."""

    def __init__(self, look: Look, fetch: Callable[[int], object], parent: QWidget) -> None:
        self.results = ResultModel(fetch)
        super().__init__(look, parent, self.results, _AROUND, codes=True)
        self.results.setParent(self)
        self.activated.disconnect(self.open_row)  # the first click has opened it
        self.setAccessibleName(self.tr("Passages found"))
        self._pressed: Place | None = None

    def show_page(self, page: ResultPage, same: bool) -> None:
        """Show the first page of an answer. With `same`, to the question that was asked before, the passage that has
        the keys keeps them, and what is in sight stays there."""
        quotes, row, bar = self.results.quotes, self.currentIndex().row(), self.verticalScrollBar()
        top, value = self.indexAt(QPoint(1, 1)), bar.value()
        sight = (quotes[top.row()], self.visualRect(top).top()) if same and top.isValid() else None
        current = quotes[row] if 0 <= row < len(quotes) else None
        again = _Again(page.quotes)
        self.results.begin(page)
        if not page.quotes:
            return
        there = again.row(current) if current is not None else None
        kept = min(max(row, 0), len(page.quotes) - 1) if same else 0
        self.setCurrentIndex(self.results.index(kept if there is None else there))
        if sight is None:
            return
        self.doItemsLayout()
        bar.setValue(value)
        at = again.row(sight[0])
        if at is not None:
            self.bring(at, sight[1])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = self._under(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == self._under(event):  # other passages may have come in between
            self.open_segment.emit(*pressed)

    def _under(self, event: QMouseEvent) -> Place | None:
        """The passage beside whose box the left button goes down or up."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid() or self.on_box(index, at):
            return None
        return place_of(self.results.quotes[index.row()])

    @property
    def ticked(self) -> Sequence[Place]:
        """Where the ticked passages stand; empty where none is ticked."""
        return [place_of(quote) for quote in self.results.ticked]
