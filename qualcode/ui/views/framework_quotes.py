"""The quotes behind a cell of the matrix of cases by themes: what one case says on one theme."""

from typing import Any

from PySide6.QtCore import Qt

from ...app.framework import CasesByThemes, cell_passages
from ...app.passages import PAGE, PassagePage
from ...domain.progress import Progress
from ..marks import mark_icon
from .quotes import QuotesPanel
from .wording import counted


class CellQuotes(QuotesPanel):
    """Case and theme as a heading, and the quotes, a page at a time."""

    _matrix: CasesByThemes | None = None
    _cell: tuple[int, int] | None = None

    def _restyle(self) -> None:
        super()._restyle()
        self.list.setMinimumHeight(self._look.px(48))

    def clear(self, text: str = "") -> None:
        """Show no quotes; `text` says why."""
        self._cell = None
        super().clear(text or self.tr("Choose a cell to read its quotes."))

    def show_cell(self, matrix: CasesByThemes, row: int, column: int) -> None:
        """Show what a case says on a theme and fetch the first quotes."""
        self._stop()
        self._matrix, self._cell = matrix, (row, column)
        color = matrix.themes[column].color
        self.delegate.colors = (color, color)
        self._show_heading()
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

    def _fetch(self, offset: int) -> None:
        if self._matrix is None or self._cell is None:
            return
        matrix, cell = self._matrix, self._cell

        def job(project: Any, progress: Progress) -> tuple[PassagePage, list[str]]:
            page = cell_passages(project, matrix, *cell, offset, PAGE, progress)
            return page, [", ".join(passage.coders) for passage in page.passages]

        self._task = self._bridge.run(job, self._arrived)

    def _nothing(self) -> str:
        return self.tr("Nothing of this case is coded with this theme.")
