"""Several segments of a list at once: chosen with Shift and Ctrl, dragged onto a code, or moved to one by the menu."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView

from ...app.lists import Listing
from ...store.pages import codings_of
from ...store.reading import Reading
from ..bridge import Bridge
from ..models.segments_model import SegmentsModel


class SegmentMoves(QObject):
    """Lets a list of segments be chosen in several rows and says which codings are to move."""

    wanted = Signal(object)  # coding ids: to be moved to a code that is still to be chosen

    def __init__(self, bridge: Bridge, segments: QTableView, model: SegmentsModel) -> None:
        super().__init__(segments)
        self._bridge, self._list, self._model = bridge, segments, model
        segments.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        segments.setDragEnabled(True)
        segments.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)

    def rows(self) -> list[int]:
        """The rows that are chosen."""
        return sorted(
            row for part in self._list.selectionModel().selection() for row in range(part.top(), part.bottom() + 1)
        )

    @property
    def several(self) -> bool:
        """Whether more than one row is chosen."""
        return len(self.rows()) > 1

    def add_to(self, menu: QMenu) -> None:
        """Add the entry that moves what is chosen."""
        rows = self.rows()
        text = self.tr("Move to code…") if len(rows) < 2 else self.tr("Move %n segment(s) to code…", "", len(rows))
        action = menu.addAction(text)
        action.setEnabled(bool(rows) and not self._bridge.project.read_only)
        action.triggered.connect(lambda _checked=False: self.ask())

    def ask(self) -> None:
        """Say which codings are to move."""
        self.codings(self.wanted.emit)

    def codings(self, then: Callable[[list[UUID]], object]) -> None:
        """Give the codings that are chosen to `then`; those of pages that were never looked at are asked for."""
        rows = self.rows()
        known = self._model.codings_at(rows)
        if known is not None:
            then(known)
            return
        listing = self._model.listing
        self._bridge.ask(lambda read: _ids_of(read, listing, rows), then)


def _ids_of(read: Reading, listing: Listing, rows: Iterable[int]) -> list[UUID]:
    """The codings of rows of a listing by documents."""
    starts = list(accumulate((count for _, count in listing.groups), initial=0))[:-1]
    pages: dict[int, list[UUID]] = {}
    found: list[UUID] = []
    for row in rows:
        page = bisect_right(starts, row) - 1
        if page not in pages:
            pages[page] = [one.id for one in codings_of(read, listing.groups[page][0], listing.scope)]
        if row - starts[page] < len(pages[page]):
            found.append(pages[page][row - starts[page]])
    return found
