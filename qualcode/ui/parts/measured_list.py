"""A list whose rows are as high as their words need: those in view are measured, the others guessed until they are."""

from collections.abc import Hashable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

Index = QModelIndex | QPersistentModelIndex
_AT_ONCE = 200  # rows that are laid out at every change of the width; more wait for the last one
_WAIT = 100  # milliseconds after which a change of the width was the last one
_AHEAD = 12  # rows that are measured before and behind those in view, so that scrolling seldom lays out all anew
_ROUNDS = 4  # measured rows may make room for others, which are measured then
_AGAIN = 3  # times to scroll to a row at most: what is measured on the way moves it


class _Height(NamedTuple):
    item: Any  # of which it is the height
    px: int
    measured: bool


class MeasuredRows(QStyledItemDelegate):
    """What is shown in a row says how high it is, at the width of the view; a height is known as long as the same
    stands in the same place and the width stays."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._view = parent
        self._heights: dict[Hashable, _Height] = {}
        self._width = -1
        parent.model().modelReset.connect(self._forget_gone)

    # ── for those who paint the rows ──
    def shown(self, index: Index) -> tuple[Hashable, Any]:
        """The place and what stands there."""
        raise NotImplementedError

    def measured(self, index: Index, width: int) -> int:
        """How high a row is, in px; it takes as long as to set its words."""
        raise NotImplementedError

    def guessed(self, item: Any, width: int) -> int:
        """About how high a row is, in px, without setting its words."""
        raise NotImplementedError

    # ── for the list ──
    def forget(self) -> None:
        """Work out heights anew: the scheme or the size has changed."""
        self._heights.clear()

    def _forget_gone(self) -> None:
        model = self._view.model()
        there = {self.shown(model.index(row, 0))[0] for row in range(model.rowCount())} if self._heights else set()
        self._heights = {place: held for place, held in self._heights.items() if place in there}

    def known(self, index: Index) -> bool:
        """Whether a row has been measured."""
        place, item = self.shown(index)
        held = self._heights.get(place)
        return held is not None and held.measured and (held.item is item or held.item == item)

    def measure(self, index: Index) -> None:
        """Work out how high a row is."""
        place, item = self.shown(index)
        self._take_width()
        self._heights[place] = _Height(item, self.measured(index, self._width), measured=True)

    def _take_width(self) -> None:
        width = self._view.viewport().width()
        if width != self._width:
            self._width = width
            self.forget()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        self._take_width()
        place, item = self.shown(index)
        held = self._heights.get(place)
        if held is None or not (held.item is item or held.item == item):
            held = self._heights[place] = _Height(item, self.guessed(item, self._width), measured=False)
        return QSize(1, held.px)  # a list makes its rows as wide as itself


class MeasuredList(QListView):
    """What is read stays where it is while heights become known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._laying = False
        self._last = QTimer(self)
        self._last.setSingleShot(True)
        self._last.setInterval(_WAIT)
        self._last.timeout.connect(self.doItemsLayout)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._lay_out(anew=False))

    def doItemsLayout(self) -> None:
        self._lay_out(anew=True)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        if list(roles) == [Qt.ItemDataRole.CheckStateRole]:  # a tick makes no row higher
            QAbstractItemView.dataChanged(self, first, last, roles)
        else:
            super().dataChanged(first, last, roles)

    def _lay_out(self, anew: bool) -> None:
        """Measure what is in view, with all rows laid out `anew` or as they are."""
        rows = self.itemDelegate()
        if self._laying or not isinstance(rows, MeasuredRows):
            if anew:
                super().doItemsLayout()
            return
        self._laying = True
        try:
            top = self._top(rows)
            if anew:
                super().doItemsLayout()
                self._put_back(top)
            for _ in range(_ROUNDS):
                seen = self._in_view()
                if all(rows.known(index) for index in seen):
                    break
                for row in range(max(seen[0].row() - _AHEAD, 0), min(seen[-1].row() + 1 + _AHEAD, self._count)):
                    index = self.model().index(row, 0)
                    if not rows.known(index):
                        rows.measure(index)
                super().doItemsLayout()
                self._put_back(top)
        finally:
            self._laying = False

    @property
    def _count(self) -> int:
        return self.model().rowCount() if self.model() is not None else 0

    def _in_view(self) -> list[QModelIndex]:
        area = self.viewport().rect()
        index = self.indexAt(QPoint(area.center().x(), 0))
        found = []
        while index.isValid() and self.visualRect(index).top() <= area.bottom():
            found.append(index)
            index = self.model().index(index.row() + 1, 0)
        return found

    def _top(self, rows: MeasuredRows) -> tuple[QPersistentModelIndex, int] | None:
        """The first row in view that has been measured, else the first one, and how far down it begins, in px; None
        where the list begins in view."""
        if not self.verticalScrollBar().value():
            return None
        seen = self._in_view()
        index = next((one for one in seen if rows.known(one)), seen[0] if seen else None)
        return None if index is None else (QPersistentModelIndex(index), self.visualRect(index).top())

    def _put_back(self, top: tuple[QPersistentModelIndex, int] | None) -> None:
        if top is not None and top[0].isValid():
            index = self.model().index(top[0].row(), 0)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(index).top() - top[1])

    def bring(self, row: int, top: int) -> None:
        """Scroll so that a row begins so many px down in view, as far as the list goes."""
        bar = self.verticalScrollBar()
        for _ in range(_AGAIN):
            before = bar.value()
            bar.setValue(before + self.visualRect(self.model().index(row, 0)).top() - top)
            if bar.value() == before:
                break

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        for _ in range(_AGAIN):
            before = self.verticalScrollBar().value()
            super().scrollTo(index, hint)
            if self.verticalScrollBar().value() == before:
                break

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() == event.oldSize().width():
            self._lay_out(anew=False)
        elif self._count <= _AT_ONCE:
            self.scheduleDelayedItemsLayout()
        else:
            self._last.start()
