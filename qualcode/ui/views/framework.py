"""Cases by themes: the matrix a framework analysis is read from, by row and by column; the quotes of a cell, and its
summary below them."""

from collections.abc import Iterator
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from ...app.framework import CasesByThemes
from ...domain.queries import Scope
from ..bridge import Bridge
from ..filter_popup import FilterPopup
from ..filters import Filters
from ..framework.summary_editor import SummaryEditor
from ..icons import icon
from ..look import META, TITLE, Look
from ..parts.line_splitter import LineSplitter
from .framework_data import FrameworkData
from .framework_exports import CellsExports
from .framework_quotes import CellQuotes
from .framework_table import CellsTable
from .ground import Ground, Words
from .message import Message
from .report_button import ReportButton

_QUOTES_WAIT = 90  # ms, so that quotes are not fetched for every cell an arrow key passes
_NARROW = 820  # px across
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
        self._make_side()
        yield
        self.message = Message(look, self)
        self.body = LineSplitter(Qt.Orientation.Horizontal, self)
        self.body.addWidget(self.room)
        self.body.addWidget(self.side)
        self.body.setStretchFactor(0, 2)
        self.body.setStretchFactor(1, 1)
        self.body.setSizes([look.px(940), look.px(440)])
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.body)
        self.pages.addWidget(self.message)
        # where the window is small or the letters are large all parts keep a useful size and scroll
        whole = Ground(look, "panel", self)
        self.whole = QScrollArea(self)
        self.whole.setWidgetResizable(True)
        self.whole.setFrameShape(QScrollArea.Shape.NoFrame)
        self.whole.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        down, outer = QVBoxLayout(whole), QVBoxLayout(self)
        for column in (down, outer):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
        down.addWidget(top)
        down.addWidget(self.pages, 1)
        self.whole.setWidget(whole)
        outer.addWidget(self.whole, 1)
        for part in (top, self.room, self.quotes, self.scroll, self.message, self.whole.verticalScrollBar()):
            look.dress(part)
            yield
        self._listen()
        look.follow(self._take_look)
        self._take_look()
        self.setFocusProxy(self.table)
        self._built = True
        self.data.look(self.isVisible())

    def _listen(self) -> None:
        self._quotes_timer = self._one_shot(_QUOTES_WAIT, self._show_quotes)
        self._patience = self._one_shot(_PATIENCE, self.busy.show)
        self.data.asked.connect(self._patience.start)
        self.data.arrived.connect(self._arrived)
        self.data.rewritten.connect(self._rewritten)
        self.data.failed.connect(self._settled)

    def _make_side(self) -> None:
        look = self._look
        self.summary = SummaryEditor(self._bridge, look, self.quotes.chosen_places)
        self.summary.open_segment.connect(self.open_segment)
        self.quotes.chosen_changed.connect(self.summary.quotes_changed)
        self.quotes.link_wanted.connect(self.summary.link_chosen)
        self.table.write_wanted.connect(self._write)
        self.scroll = QScrollArea(self)  # what a summary rests on may be long
        self.scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setWidget(self.summary)
        self.side = LineSplitter(Qt.Orientation.Vertical, self)
        self.side.addWidget(self.quotes)
        self.side.addWidget(self.scroll)
        self.side.setStretchFactor(0, 3)
        self.side.setStretchFactor(1, 2)
        self.side.setSizes([look.px(420), look.px(260)])

    def _make_top(self) -> QWidget:
        look = self._look
        top = QWidget(self)
        self.title = Words(look, TITLE, bold=True, parent=top)
        self.title.setText(QCoreApplication.translate("Analyse", "Cases by themes"))
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
        self.report_button = ReportButton(self._bridge, look, self.exports.offers, top, several=True)
        self.report_button.said.connect(self.said)
        self.report_button.allow(False)  # until there is something
        self._top = QHBoxLayout(top)
        self._top.addWidget(self.title)
        self._top.addWidget(self.facts)
        self._top.addStretch(1)
        for widget in (self.busy, self.filter_button, self.report_button, self.export_button):
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
        self.side.setMinimumWidth(px(240))
        self.scroll.setMinimumHeight(px(120))
        self.quotes.setMinimumHeight(px(180))
        self.pages.setMinimumHeight(px(320))
        self._give_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._built:
            self._give_room()

    def _give_room(self) -> None:
        """In a narrow view its name is said by the box above it alone."""
        self.title.setVisible(self.width() >= self._look.px(_NARROW))

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
        self._tell_facts(matrix)
        self.report_button.allow(bool(matrix.cases and matrix.themes))
        if not matrix.cases or not matrix.themes:
            self._say_empty(matrix)
            return
        self.pages.setCurrentWidget(self.body)
        if self.cell is None:
            row, column = min(matrix.words, default=(0, 0))
            self._chosen = (matrix.cases[row].id, matrix.themes[column].id)
        self.table.show_matrix(matrix, self.data.summaries, self.cell)
        self.table.show()
        self._show_quotes()

    def _tell_facts(self, matrix: CasesByThemes) -> None:
        found = [self.tr("%n case(s)", "", len(matrix.cases)), self.tr("%n theme(s)", "", len(matrix.themes))]
        rows, columns = {case.id for case in matrix.cases}, {theme.id for theme in matrix.themes}
        number = sum(bool(text) and key[0] in rows and key[1] in columns for key, text in self.data.summaries.items())
        if number:
            found.append(self.tr("%n summary(ies)", "", number))
        if self.data.limited:
            found.append(self.tr("counted within the filter"))
        self.facts.setText(" · ".join(found))

    def _rewritten(self) -> None:
        if self.data.matrix is not None:
            self._tell_facts(self.data.matrix)
            self.table.cells.show_summaries(self.data.summaries)

    def _say_empty(self, matrix: CasesByThemes) -> None:
        self.quotes.clear()
        self.summary.clear()
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

    @property
    def stops(self) -> list[QWidget]:
        """The parts F6 goes round."""
        if not self._built:
            return [self]
        if self.pages.currentWidget() is self.message:
            return [self.message]
        return [self.table, *([self.quotes] if self.quotes.model.rowCount() else []), self.summary]

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
            self.summary.show_cell(matrix.cases[cell[0]].id, matrix.themes[cell[1]].id)

    def _write(self) -> None:
        if self._quotes_timer.isActive():
            self._show_quotes()
        self.scroll.ensureVisible(0, 0)
        self.summary.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back from the quotes and the summary to the cell."""
        if event.key() == Qt.Key.Key_Escape and self._built and self.side.isAncestorOf(self.focusWidget() or self):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _open_quotes(self) -> None:
        if self._quotes_timer.isActive():
            self._show_quotes()
        self.quotes.focus_quotes()

    # ── commands ──
    def open_filters(self) -> None:
        """Open the lists in which filters are chosen."""
        FilterPopup(self._bridge, self._look, self._filters, self).open_below(self.filter_button)
