"""The right click on what was found: going there, copying it, coding it, and moving the codings that hold it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from ...app.search import Found, Hit
from ...store.reading import Reading
from ..bridge import Bridge
from .search_rows import FoundList, Index


class SearchMenu(QObject):
    """The context menu of the list of hits."""

    opened = Signal(object)  # the index of a row
    code_wanted = Signal()  # for the chosen hits
    move_wanted = Signal(object)  # coding ids: to be moved to a code that is still to be chosen
    said = Signal(str)

    def __init__(self, bridge: Bridge, rows: FoundList) -> None:
        super().__init__(rows)
        self._bridge, self._list = bridge, rows
        self.menu = QMenu(rows)
        rows.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows.customContextMenuRequested.connect(self._show)

    def _show(self, place: QPoint) -> None:
        index = self._list.indexAt(place)
        index = index if index.isValid() else self._list.currentIndex()
        if self.fill(index):
            self.menu.popup(self._list.viewport().mapToGlobal(place))

    def fill(self, index: Index) -> bool:
        """Make the menu for a row and for what is chosen; whether there is anything to offer."""
        menu, hits = self.menu, self._list.chosen
        row = index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None
        menu.clear()
        if not isinstance(row, (Hit, Found)):
            return False
        if len(hits) < 2:
            menu.addAction(self.tr("Go to")).triggered.connect(lambda: self.opened.emit(index))
        words = "\n".join(hit.text for hit in hits) if isinstance(row, Hit) else row.context
        menu.addAction(self.tr("Copy the words")).triggered.connect(lambda: QGuiApplication.clipboard().setText(words))
        if isinstance(row, Hit):
            writes = not self._bridge.project.read_only
            menu.addSeparator()
            code = menu.addAction(self.tr("Code %n hit(s)…", "", len(hits)))
            code.triggered.connect(self.code_wanted)
            move = menu.addAction(self.tr("Move the segments with them to code…"))
            move.setToolTip(self.tr("Your codings that hold the chosen hits get another code"))
            move.triggered.connect(lambda: self.ask_move(hits))
            menu.setToolTipsVisible(True)
            for action in (code, move):
                action.setEnabled(writes and bool(hits))
        return True

    def ask_move(self, hits: Sequence[Hit]) -> None:
        """Say which of the coder's codings hold these hits, as those that are to move."""
        coder = self._bridge.project.coder

        def arrived(found: list[UUID]) -> None:
            if found:
                self.move_wanted.emit(found)
            else:
                self.said.emit(self.tr("You have coded none of these hits yet."))

        self._bridge.ask(lambda read: _codings_on(read, hits, coder), arrived)


def _codings_on(read: Reading, hits: Sequence[Hit], coder: str) -> list[UUID]:
    """The codings of a coder that hold a hit, each once, in text order."""
    own = read.coder_named(coder)
    spans: dict[UUID, list[Hit]] = {}
    for hit in hits:
        spans.setdefault(hit.document.id, []).append(hit)
    if own is None:
        return []
    return [
        one.id
        for document, there in spans.items()
        for one in read.placed(document=document)
        if one.coder == own.id and any(one.start <= hit.start and hit.end <= one.end for hit in there)
    ]
