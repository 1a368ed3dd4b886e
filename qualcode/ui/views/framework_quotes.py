"""The quotes behind a cell of the matrix of cases by themes: what one case says on one theme."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QMenu, QWidget

from ...app.framework import CasesByThemes, cell_passages
from ...app.passages import PAGE, Passage, PassagePage
from ...domain.progress import Progress
from ...domain.selections import Place
from ..bridge import Bridge
from ..look import Look
from ..marks import mark_icon
from .quotes import PASSAGE, QuotesPanel
from .wording import counted

_Answer = tuple[PassagePage, list[str]]


def _place(passage: Passage) -> tuple[UUID, int, int]:
    return passage.document, passage.start, passage.end


class CellQuotes(QuotesPanel):
    """Case and theme as a heading, and the quotes, a page at a time. A click chooses quotes, which can be linked to the
    summary of the cell; a double click or Enter shows one in the text."""

    chosen_changed = Signal()
    link_wanted = Signal()  # the chosen quotes are what the summary rests on

    _matrix: CasesByThemes | None = None
    _cell: tuple[int, int] | None = None
    _about: tuple[UUID, UUID] | None = None  # the case and the theme of that cell

    def __init__(self, bridge: Bridge, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(bridge, look, parent)
        self.list.clicked.disconnect(self._open)
        self.list.activated.disconnect(self._open)
        self.list.doubleClicked.connect(self._open)
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        self.model.modelReset.connect(self.chosen_changed)
        self.list.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        enter, index = (Qt.Key.Key_Return, Qt.Key.Key_Enter), self.list.currentIndex()
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and event.key() in enter and index.isValid():  # type: ignore[attr-defined]
            self._open(index)
            return True
        return super().eventFilter(watched, event)

    def chosen_places(self) -> list[Place]:
        """The passages of the quotes that are chosen, in their order."""
        rows = sorted(index.row() for index in self.list.selectedIndexes())
        passages = [self.model.passage(row) for row in rows]
        return [(one.document, one.start, one.end) for one in passages]

    def _fill_menu(self, menu: QMenu, index: QModelIndex) -> None:
        super()._fill_menu(menu, index)
        link = menu.addAction(self.tr("Link to the summary"), self.link_wanted.emit)
        link.setEnabled(not self._bridge.project.read_only)

    def _restyle(self) -> None:
        super()._restyle()
        self.list.setMinimumHeight(self._look.px(48))

    def clear(self, text: str = "") -> None:
        """Show no quotes; `text` says why."""
        self._cell = self._about = None
        super().clear(text or self.tr("Choose a cell to read its quotes."))

    def show_cell(self, matrix: CasesByThemes, row: int, column: int) -> None:
        """Show what a case says on a theme and fetch the first quotes; of the cell that is shown already, as many as
        there are, and whoever reads stays where they are."""
        self._stop()
        about = matrix.cases[row].id, matrix.themes[column].id
        again, self._about = about == self._about, about
        self._matrix, self._cell = matrix, (row, column)
        color = matrix.themes[column].color
        self.delegate.colors = (color, color)
        self._show_heading()
        if again and self.model.rowCount():
            self._fetch(0, max(self.model.rowCount(), PAGE), self._renew)
        else:
            self._fetch(0)

    def _show_heading(self) -> None:
        if self._matrix is None or self._cell is None:
            return
        matrix, (row, column) = self._matrix, self._cell
        theme, side = matrix.themes[column], self._look.px(20)
        room = max(self.width() - self._look.px(64), self._look.px(120))
        for label, words in zip(self._names, (matrix.cases[row].name, theme.name), strict=True):
            label.setText(label.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))
            label.setToolTip(words)
            label.show()
        self._marks[0].hide()
        self._with.setText("·")
        self._with.show()
        self._marks[1].setPixmap(mark_icon(theme.color, theme.kind, self._look.current.dark, side).pixmap(side, side))
        self._marks[1].show()
        self._head.invalidate()
        self.facts.setText(counted("%n segment(s)", matrix.segments(row, column)))

    def _fetch(self, offset: int, limit: int = PAGE, then: Callable[[_Answer], None] | None = None) -> None:
        if self._matrix is None or self._cell is None:
            return
        matrix, cell = self._matrix, self._cell

        def job(project: Any, progress: Progress) -> _Answer:
            page = cell_passages(project, matrix, *cell, offset, limit, progress)
            return page, [", ".join(passage.coders) for passage in page.passages]

        self._task = self._bridge.run(job, then or self._arrived)

    def _renew(self, answer: _Answer) -> None:
        """The same quotes as they are after a recount: what stood at the top and what is chosen stay so."""
        view = self.list
        top, chosen = view.indexAt(QPoint(1, 1)), view.currentIndex()
        above = view.visualRect(top).top()
        held = [_place(index.data(PASSAGE)) if index.isValid() else None for index in (top, chosen)]
        self._arrived(answer)
        rows = {_place(passage): row for row, passage in enumerate(answer[0].passages)}
        if held[1] in rows:
            view.setCurrentIndex(self.model.index(rows[held[1]], 0))
        if held[0] in rows:
            view.scrollTo(self.model.index(rows[held[0]], 0), QListView.ScrollHint.PositionAtTop)
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() - above)

    def _nothing(self) -> str:
        return self.tr("Nothing of this case is coded with this theme.")
