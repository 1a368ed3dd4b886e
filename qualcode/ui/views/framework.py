"""Cases by themes: the matrix a framework analysis is read from, by row and by column, and the quotes of a cell."""

from collections.abc import Iterator
from uuid import UUID

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from ...app.framework import CasesByThemes
from ...domain.queries import Scope
from ..bridge import Bridge
from ..filter_popup import FilterPopup
from ..filters import Filters
from ..icons import icon
from ..look import META, Look
from ..parts.line_splitter import LineSplitter
from .framework_data import FrameworkData
from .framework_exports import CellsExports
from .framework_quotes import CellQuotes
from .framework_table import CellsTable
from .ground import Ground, Words
from .message import Message

_QUOTES_WAIT = 90  # ms, so that quotes are not fetched for every cell an arrow key passes
_PATIENCE = 300  # ms before we say that something is being counted


class FrameworkView(Ground):
    """The chosen cell stays chosen whatever changes. Go through `build` first."""

    open_segment = Signal(object, int, int)  # document id, start, end
    exported = Signal(object)  # the path that was written
    said = Signal(str, object)
    themes_requested = Signal()  # … to go and make themes
    cases_requested = Signal()  # … to say whose words are whose

    def __init__(self, bridge: Bridge, look: Look, filters: Filters, parent: QWidget | None = None) -> None:
        super().__init__(look, "panel", parent)
        self._bridge, self._look, self._filters = bridge, look, filters
        self.data = FrameworkData(bridge, self)
        self._chosen: tuple[UUID, UUID] | None = None  # case and theme
        self._built = False

    # ── the parts ──
    def build(self) -> Iterator[None]:
        """Make the parts one by one; who goes through this may let something else have its turn in between."""
        look = self._look
        top = self._make_top()
        yield
        self.room = Ground(look, "panel", self)  # what is dressed: the table has a sheet of its own
        self.table = CellsTable(look, self.room)
        inside = QVBoxLayout(self.room)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.table)
        self.table.hide()
        self.table.chosen.connect(self._choose)
        self.table.activated_cell.connect(self._open_quotes)
        yield
        self.quotes = CellQuotes(self._bridge, look, self)
        self.quotes.open_segment.connect(self.open_segment)
        yield
        self.message = Message(look, self)
        self.body = LineSplitter(Qt.Orientation.Horizontal, self)
        self.body.addWidget(self.room)
        self.body.addWidget(self.quotes)
        self.body.setStretchFactor(0, 2)
        self.body.setStretchFactor(1, 1)
        self.body.setSizes([look.px(940), look.px(440)])
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.body)
        self.pages.addWidget(self.message)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(top)
        down.addWidget(self.pages, 1)
        for part in (top, self.room, self.quotes, self.message):
            look.dress(part)
            yield
        self._quotes_timer = self._one_shot(_QUOTES_WAIT, self._show_quotes)
        self._patience = self._one_shot(_PATIENCE, self.busy.show)
        self.data.asked.connect(self._patience.start)
        self.data.arrived.connect(self._arrived)
        self.data.failed.connect(self._settled)
        look.follow(self._take_look)
        self._take_look()
        self.setFocusProxy(self.table)
        self._built = True
        self.data.look(self.isVisible())

    def _make_top(self) -> QWidget:
        look = self._look
        top = QWidget(self)
        self.facts = Words(look, META, "ink2", parent=top)
        self.busy = Words(look, role="ink2", parent=top)
        self.busy.setText(self.tr("Counting…"))
        self.busy.hide()
        self.filter_button = self._tool("filter", self.tr("Filter"), top)
        self.filter_button.clicked.connect(self.open_filters)
        self.export_button = self._tool("export", self.tr("Export"), top)
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.exports = CellsExports(self._bridge, self._filters.options, self)
        self.exports.exported.connect(self.exported)
        self.exports.passage_wanted.connect(self.open_segment)
        self.exports.said.connect(self.said)
        self.export_button.setMenu(self.exports.menu(self.export_button))
        self._top = QHBoxLayout(top)
        self._top.addWidget(self.facts)
        self._top.addStretch(1)
        for widget in (self.busy, self.filter_button, self.export_button):
            self._top.addWidget(widget)
        return top

    def _tool(self, name: str, text: str, parent: QWidget) -> QToolButton:
        button = QToolButton(parent)
        button.setIcon(icon(name))
        button.setText(text)
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _one_shot(self, wait: int, what: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(what)
        return timer

    def _take_look(self) -> None:
        px = self._look.px
        self._top.setContentsMargins(px(16), px(8), px(12), px(8))
        self._top.setSpacing(px(12))
        for button in (self.filter_button, self.export_button):
            button.setIconSize(QSize(px(16), px(16)))
            button.setFixedHeight(px(32))
        self.quotes.setMinimumWidth(px(240))

    # ── seen or not ──
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._built:
            self.data.look(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._built and not event.spontaneous():
            self.data.look(False)
            self._quotes_timer.stop()
            self._settled()

    def limit(self, scope: Scope) -> None:
        """Count within what the window's filter leaves."""
        self.data.limit(scope)

    # ── what is shown ──
    @property
    def cell(self) -> tuple[int, int] | None:
        """The row and column of what is chosen, if it is still there."""
        matrix = self.data.matrix
        if matrix is None or self._chosen is None:
            return None
        found = matrix.row(self._chosen[0]), matrix.column(self._chosen[1])
        return found if min(found) >= 0 else None

    def _settled(self) -> None:
        self._patience.stop()
        self.busy.hide()

    def _arrived(self) -> None:
        self._settled()
        matrix = self.data.matrix
        assert matrix is not None
        words = " · ".join(
            (self.tr("%n case(s)", "", len(matrix.cases)), self.tr("%n theme(s)", "", len(matrix.themes)))
        )
        if self.data.limited:
            words += " · " + self.tr("counted within the filter")
        self.facts.setText(words)
        if not matrix.cases or not matrix.themes:
            self._say_empty(matrix)
            return
        self.pages.setCurrentWidget(self.body)
        if self.cell is None:
            row, column = min(matrix.words, default=(0, 0))
            self._chosen = (matrix.cases[row].id, matrix.themes[column].id)
        self.table.show_matrix(matrix, self.cell)
        self.table.show()
        self._show_quotes()

    def _say_empty(self, matrix: CasesByThemes) -> None:
        self.quotes.clear()
        if not matrix.themes:
            text, button = self.tr("No themes yet. A theme says what several codes share."), self.tr("To the themes")
            self.message.say(text, button, self.themes_requested.emit)
        elif self._filters.active:
            text, button = self.tr("No case has words in what the filter leaves."), self.tr("Clear all filters")
            self.message.say(text, button, self._filters.clear)
        else:
            text = self.tr("No document belongs to a case yet, so nobody can be told apart.")
            self.message.say(text, self.tr("Cases and variables"), self.cases_requested.emit)
        self.pages.setCurrentWidget(self.message)

    # ── choosing ──
    def _choose(self, row: int, column: int) -> None:
        matrix = self.data.matrix
        if matrix is not None:
            self._chosen = (matrix.cases[row].id, matrix.themes[column].id)
            self._quotes_timer.start()

    def _show_quotes(self) -> None:
        self._quotes_timer.stop()
        matrix, cell = self.data.matrix, self.cell
        if matrix is not None and cell is not None:
            self.quotes.show_cell(matrix, *cell)

    def _open_quotes(self) -> None:
        if self._quotes_timer.isActive():
            self._show_quotes()
        self.quotes.focus_quotes()

    # ── commands ──
    def open_filters(self) -> None:
        """Open the lists in which filters are chosen."""
        FilterPopup(self._bridge, self._look, self._filters, self).open_below(self.filter_button)
