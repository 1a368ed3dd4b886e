"""The passages a query finds, page by page, with boxes to tick."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from ...app.passages import PAGE
from ...app.query_results import ResultPage
from ...domain.selections import Place
from ..analyses.pick_list import PickList, PickModel, place_of
from ..look import Look

Index = QModelIndex | QPersistentModelIndex
_AROUND = 40  # lines at most of what stands around a quote: how much that is has been decided before


class ResultModel(PickModel):
    """Passages as they are fetched; the next page comes when somebody scrolls there."""

    def __init__(self, fetch: Callable[[int], object]) -> None:
        super().__init__()
        self._fetch = fetch
        self._coming = False
        self.total = 0

    @property
    def wanted(self) -> int:
        """How many passages to fetch when the question is asked anew: where some are ticked all that were there, and a
        page more, as others may come before them. A tick that was lost would make all passages meant."""
        return len(self.quotes) + PAGE if self._ticked else PAGE

    def begin(self, page: ResultPage) -> None:
        """Show the first page of another answer; what is ticked and not in it is no longer ticked."""
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
        self.setAccessibleName(self.tr("Passages found"))
        self._pressed: Place | None = None

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
