"""What a case says on a theme, written beside the matrix: saved as it is left, with the passages it rests on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...app import summaries
from ...app.lists import Quoted, quoted
from ...domain.history import Step
from ...domain.selections import Place
from ...domain.summaries import SummarySegment
from ...store.reading import Reading
from ..bridge import Bridge
from ..icons import icon
from ..look import META, Look
from ..parts.quote_rows import ROW, QuoteModel, QuoteRows, ShownQuote
from ..themes.fields import SavedText
from ..themes.rows_list import RowsList
from ..themes.section import Section
from ..views.ground import Ground, Words

_SHOWN_BY = ("case_summary", "summary_segment", "segment", "document", "case", "code")


@dataclass(frozen=True, slots=True)
class LinkedRow:
    """A passage a summary rests on, with its words."""

    link: SummarySegment
    passage: Quoted


@dataclass(frozen=True, slots=True)
class _Written:
    text: str
    rows: tuple[LinkedRow, ...]


def _read(read: Reading, case: UUID, theme: UUID) -> _Written:
    summary = summaries.summary_of(read, case, theme)
    if summary is None:
        return _Written("", ())
    linked = summaries.linked_passages(read, [summary.id]).get(summary.id, [])
    words = quoted(read, [one.segment.id for one in linked])
    return _Written(summary.text, tuple(LinkedRow(one.link, words[one.segment.id]) for one in linked))


class SummaryEditor(Ground):
    """One cell at a time. `chosen_quotes` gives the places of the quotes chosen beside it, which the button links; it
    is enabled by `quotes_changed`."""

    open_segment = Signal(object, int, int)  # document id, start, end

    def __init__(
        self, bridge: Bridge, look: Look, chosen_quotes: Callable[[], Sequence[Place]], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "panel", parent)
        self._bridge, self._look, self._chosen_quotes = bridge, look, chosen_quotes
        self._cell: tuple[UUID, UUID] | None = None
        self._stale = False
        self._stored = ""
        self._saving = 0  # texts on their way
        self.heading = Words(look, META, "ink2", bold=True, parent=self)
        self.heading.setText(self.tr("Summary"))
        self.text = SavedText(look, self.tr("Summary"), self.tr("What does this case say on this theme?"), self)
        self.text.saved.connect(self._save)
        self.heading.setBuddy(self.text)
        self.section = Section(look, self.tr("Rests on"), self)
        self.model = QuoteModel(self, lambda row: ShownQuote(row.passage))
        self.list = RowsList(look, self.model, self.tr("Passages the summary rests on"), self.section)
        self.list.setItemDelegate(QuoteRows(look, self.list))
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        self.list.takes = lambda event: event.key() == Qt.Key.Key_Delete
        self.list.pressed_key.connect(self._key)
        self.list.customContextMenuRequested.connect(self._menu_at)
        self.nothing = Words(look, META, "ink2", wrap=True, parent=self.section)
        self.nothing.setText(self.tr("No passage is linked yet. Choose quotes, then link them."))
        self.section.add(self.nothing)
        self.section.add(self.list)
        self.link_button = self.section.button("link", self.tr("Link the chosen quotes"), self.link_chosen)
        self._make_menu()
        self.clear_button = QToolButton(self)
        self.clear_button.setIcon(icon("trash"))
        self.clear_button.setToolTip(self.tr("Take away the summary and what it rests on; the passages stay coded"))
        self.clear_button.setAccessibleName(self.tr("Take away the summary"))
        self.clear_button.clicked.connect(self.take_away)
        self.text.textChanged.connect(self._check)
        self._head = QHBoxLayout()
        self._head.addWidget(self.heading, 1)
        self._head.addWidget(self.clear_button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.text)
        self._column.addWidget(self.section)
        self._column.addStretch(1)
        bridge.changed.connect(self._step)
        bridge.writing.connect(self._save_typed)
        look.follow(self._take_look)
        self._take_look()
        self.setFocusProxy(self.text)
        self.clear()

    def _make_menu(self) -> None:
        self.menu = QMenu(self)
        open_it = QAction(self.tr("Show in the text"), self)
        open_it.setShortcut(QKeySequence("Return"))
        open_it.triggered.connect(self._open)
        self.unlink_action = QAction(self.tr("Take it away from the summary"), self)
        self.unlink_action.setShortcut(QKeySequence("Del"))
        self.unlink_action.triggered.connect(self.unlink)
        for action in (open_it, self.unlink_action):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown here, pressed in the list
            self.menu.addAction(action)
        self.more = self.section.menu_button(self.tr("What can be done with the chosen passage"), self.menu)
        self.menu.aboutToShow.connect(self._enable)

    def _take_look(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(16), px(8), px(12), px(8))
        self._column.setSpacing(px(4))
        self.clear_button.setIconSize(QSize(px(16), px(16)))
        self.clear_button.setFixedSize(px(28), px(28))

    # ── what is shown ──
    def clear(self) -> None:
        """Show no cell; what is being typed is saved first."""
        self._save_typed()
        self._cell = None
        self._show(_Written("", ()), anew=True)
        self.setEnabled(False)

    def show_cell(self, case: UUID, theme: UUID) -> None:
        """Show what is written for a case on a theme; what is being typed for the one before is saved first."""
        if self._cell != (case, theme):
            self._save_typed()
            self._cell = (case, theme)
            self._show(_Written("", ()), anew=True)
            self.setEnabled(True)
        self._ask(anew=True)

    def _ask(self, anew: bool) -> None:
        cell = self._cell
        if cell is None:
            return

        def arrived(found: _Written) -> None:
            if cell == self._cell:
                # who began to type before the answer came keeps what was typed
                self._show(found, anew and not self.text.toPlainText().strip())

        self._bridge.ask(lambda read: _read(read, *cell), arrived)

    def _show(self, written: _Written, anew: bool) -> None:
        self._stored = written.text
        if anew or not self._saving:
            self.text.show_text(written.text, anew)
        self.text.setReadOnly(self._bridge.project.read_only)
        self.model.show(written.rows)
        self.list.fit()
        number = len(written.rows)
        title = self.tr("Rests on")
        self.section.title.setText(f"{title} · {number}" if number else title)
        self.nothing.setVisible(not number)
        self.more.setVisible(bool(number))
        self.quotes_changed()
        self._check()

    def _check(self) -> None:
        there = bool(self.text.toPlainText().strip() or self.model.rows)
        self.clear_button.setEnabled(there and not self._bridge.project.read_only)

    def quotes_changed(self) -> None:
        """Other quotes are chosen beside it."""
        writes = not self._bridge.project.read_only
        self.link_button.setEnabled(writes and self._cell is not None and bool(self._chosen_quotes()))

    def _step(self, step: Step) -> None:
        if not step.touches(*_SHOWN_BY):
            return
        if self.isVisible():
            self._ask(anew=False)
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._ask(anew=False)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._save_typed()

    # ── what is done ──
    def _save_typed(self) -> None:
        if self._cell is not None:
            self.text.save()

    def _save(self, text: str) -> None:
        if self._cell is None:
            return
        cell = self._cell
        self._saving += 1

        def saved(_: object) -> None:
            self._saving -= 1

        def failed(error: Exception) -> None:
            self._saving -= 1
            if cell == self._cell:
                self.text.restore(self._stored)
            self._bridge.failed.emit(error)

        self._bridge.do(summaries.write_summary, *cell, text, then=saved, failed=failed)

    def take_away(self) -> None:
        """Take away what is written, and is being typed, with its links, as one step."""
        if self._cell is None or self._bridge.project.read_only:
            return
        stored = bool(self._stored or self.model.rows or self._saving)
        self.text.show_text("", anew=True)  # what was being typed is not saved first
        self._check()
        if stored:
            self._bridge.do(summaries.clear_summary, *self._cell, failed=self._not_taken)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_taken(self, error: Exception) -> None:
        self._ask(anew=True)  # what is still there
        self._bridge.failed.emit(error)

    def link_chosen(self) -> None:
        """Let the summary rest on the quotes that are chosen beside it."""
        places = list(self._chosen_quotes())
        if self._cell is not None and places:
            self._bridge.do(summaries.link_segments, *self._cell, places)

    @property
    def chosen(self) -> LinkedRow | None:
        """The passage that has the keys."""
        index = self.list.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def unlink(self, *_: object) -> None:
        """Let the summary rest on the chosen passage no longer."""
        row = self.chosen
        if row is not None and not self._bridge.project.read_only:
            self._bridge.do(summaries.unlink_segment, row.link.id)

    def _open(self, *_: object) -> None:
        row = self.chosen
        if row is not None:
            segment = row.passage.segment
            self.open_segment.emit(segment.document, segment.start, segment.end)

    def _enable(self) -> None:
        if self.chosen is None and self.model.rows:
            self.list.setCurrentIndex(self.model.index(0))
        self.unlink_action.setEnabled(self.chosen is not None and not self._bridge.project.read_only)

    def _menu_at(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.menu.popup(self.list.viewport().mapToGlobal(place))

    def _key(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            event.accept()
            self.unlink()
