"""The chosen coding over the segments of its code, or over all of the project's, filtered, sorted and exported."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ...app.coding import remove_coding
from ...app.lists import LinkRow, SegmentRow, coding_row, links_of
from ...app.quoting import Quoting
from ...domain.codings import PlacedCoding
from ...domain.history import Step
from ...domain.queries import Parts, Scope
from ...store.reading import Reading
from ..bridge import Bridge
from ..coding.linking_flow import LinkingFlow
from ..coding.marking_flow import MarkingFlow
from ..dialogs.memos import show_memos
from ..icons import icon
from ..leaving.outgoing import Export, Outgoing, exported, send
from ..look import Look
from ..models.counts import counts_of
from ..models.segments_model import ROW, Names, SegmentsModel, names, place_of
from ..places import export_folder
from .header import PanelHeader, tip
from .rows import plain_ground
from .segment_card import CardArea, SegmentCard
from .segment_filters import SegmentFilters
from .segment_moves import SegmentMoves
from .segment_rows import SegmentList

_Answer = tuple[SegmentRow | None, Names, list[LinkRow]]


class SegmentsPanel(QWidget):
    """A card and a list. `header` may serve as a dock's title bar."""

    open_segment = Signal(object, int, int, object)  # document id, start, end, coding id
    said = Signal(str)  # something was done that can be undone: for a toast
    links_wanted = Signal()  # the list of all links
    limited = Signal(object)  # the Scope of what the window's filter leaves
    exported = Signal(str)  # path
    close_requested = Signal()
    move_wanted = Signal(object)  # coding ids: to be moved to another code

    def __init__(
        self,
        bridge: Bridge,
        look: Look,
        marking: MarkingFlow | None = None,
        linking: LinkingFlow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._look = bridge, look
        self.marking = marking or MarkingFlow(bridge, None, self)
        self._code: UUID | None = None  # whose segments are listed; None: nothing yet, or all
        self._all = False
        self._wanted: UUID | None = None  # the coding to choose in the list when it is there
        self._documents: frozenset[UUID] | None = None  # what the window's filter leaves
        self._coders: frozenset[UUID] | None = None
        self._parts: Parts = ()
        self.counts = counts_of(bridge)
        self.model = SegmentsModel(bridge, self.counts, self)
        self.header = PanelHeader(self.tr("Segment"), look, self)
        self.card = SegmentCard(bridge, look, self.marking, linking, self)
        self.list_header = PanelHeader(self.tr("Segments"), look, self, Qt.TextElideMode.ElideMiddle)  # the count stays
        self.filters = SegmentFilters(look, self)
        self.list = SegmentList(look, self)
        self.list.setModel(self.model)
        self.moves = SegmentMoves(bridge, self.list, self.model)
        self.moves.wanted.connect(self.move_wanted)
        self._make_actions()
        self._lay_out()
        self._connect()

    # ── making ──
    def _make_actions(self) -> None:
        def make(name: str, run: Callable[[], object], picture: str = "") -> QAction:
            action = QAction(name, self)
            if picture:
                action.setIcon(icon(picture))
            action.triggered.connect(lambda _checked: run())
            tip(action)
            return action

        self.all_action = make(self.tr("All segments of the project"), self.show_all)
        self.links_action = make(self.tr("Links between segments…"), self.links_wanted.emit)
        self.close_action = make(self.tr("Close the panel"), self.close_requested.emit, "close")
        self.export_action = make(self.tr("Export these segments…"), self.ask_export, "export")
        self.filter_action = make(self.tr("Filter the list"), self._toggle_filters, "filter")
        self.filter_action.setCheckable(True)
        self._orders = QActionGroup(self)
        titles = {
            "document": self.tr("In document order"),
            "code": self.tr("By code"),
            "newest": self.tr("Newest first"),
            "weight": self.tr("By weight"),
        }
        for order, title in titles.items():
            action = make(title, lambda order=order: self._sort(order))
            action.setCheckable(True)
            action.setData(order)
            self._orders.addAction(action)
        self._orders.actions()[0].setChecked(True)

    def _lay_out(self) -> None:
        more = QMenu(self)
        more.addAction(self.all_action)
        more.addAction(self.links_action)
        self.header.add_menu(self.tr("More"), more)
        self.header.add(self.close_action)
        order = QMenu(self)
        order.addActions(self._orders.actions())
        self.list_header.add(self.filter_action)
        self.list_header.add_menu(self.tr("Order of the list"), order, "sort")
        self.list_header.add(self.export_action)
        self._line = QWidget(self)
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._card_area = CardArea(self.card, self)
        for widget in (self.header, self._card_area, self._line, self.list_header, self.filters):
            layout.addWidget(widget)
        layout.addWidget(self._stack, 1)
        self._card_area.hide()
        self._line.hide()
        self.filters.hide()
        self._menu = QMenu(self)
        self._look.follow(self._dress)
        self._dress()
        self._tell()

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        plain_ground(self, look)
        self._line.setFixedHeight(look.current.edge)
        self._line.setStyleSheet(f"background: {look.current.line};")
        self._hint.setContentsMargins(px(16), px(8), px(16), 0)

    def _connect(self) -> None:
        self.list.clicked.connect(self._opened)
        self.marking.field_wanted.connect(self._edit_field)
        self.list.activated.connect(self._opened)
        self.list.customContextMenuRequested.connect(self._context_menu)
        self.model.listed.connect(self._listed)
        self.model.arrived.connect(self._choose_wanted)
        self.filters.changed.connect(self._list)
        self.card.opened.connect(self._open)
        self.card.memo_requested.connect(self._memo)
        self.card.links.opened.connect(self._open)
        self.card.links.all_wanted.connect(self.links_wanted)
        self.counts.changed.connect(lambda _which: self._tell())
        self._bridge.followed.connect(self._stepped)

    # ── what is shown ──
    def show_coding(self, coding: UUID) -> None:
        """Show a coding in the card, and in the list the segments of its code (unless all are listed)."""
        self._wanted = coding
        self._bridge.ask_soon("segment card", lambda read: _card(read, coding), self._card_arrived)

    def _edit_field(self, coding: PlacedCoding, field: str) -> None:
        """Show a coding in the card and put the cursor into its question or weight."""
        if self.card.coding == coding.id:
            self.card.signs.edit(field)
            return

        def arrived(answer: _Answer) -> None:
            self._card_arrived(answer)
            if self.card.coding == coding.id:
                self.card.signs.edit(field)

        self._bridge.ask(lambda read: _card(read, coding.id), arrived)

    def show_code(self, code: UUID) -> None:
        """List the segments of a code and of the codes below it."""
        self._all = False
        if code != self._code:
            self._code = code
            self._clear_filters()
        self._list()

    def show_all(self) -> None:
        """List the segments of the whole project."""
        self._all, self._code = True, None
        self._clear_filters()
        self._list()

    def limit(self, documents: frozenset[UUID] | None, coders: frozenset[UUID] | None, parts: Parts = ()) -> None:
        """Obey the window's filter: list only these documents and coders (None: all), of some only parts."""
        if (documents, coders, parts) != (self._documents, self._coders, self._parts):
            self._documents, self._coders, self._parts = documents, coders, parts
            self.limited.emit(Scope(documents, coders, parts=parts))
            if self._all or self._code is not None:
                self._list()

    def current_coding(self) -> PlacedCoding | None:
        """The coding that keys mean here: that of the row in the list, or of the card."""
        row = self.list.currentIndex().data(ROW) if self.list.hasFocus() else self.card.row
        return row.coding if row is not None else None

    def _clear_filters(self) -> None:
        self.filters.clear()
        if not self._all:
            self.filters.hide()
            self.filter_action.setChecked(False)
            self._share_room()

    def _list(self) -> None:
        self.filters.show_codes(self._all)
        if self._code is not None:
            self._bridge.ask(lambda read, code=self._code: (code, read.codebook), self._list_code)
            return
        book = self.model.names.codebook
        chosen = self.filters.code
        codes = None
        if chosen is not None and chosen in book.by_id:
            codes = frozenset((chosen, *(below.id for below in book.descendants(chosen))))
        self.model.show(self._scope(codes), self.model.order)
        self._tell()

    def _list_code(self, answer: tuple[UUID, Any]) -> None:
        code, book = answer
        if code != self._code or code not in book.by_id:
            return
        codes = frozenset((code, *(below.id for below in book.descendants(code))))
        self.model.show(self._scope(codes), self.model.order)
        self._tell()

    def _scope(self, codes: frozenset[UUID] | None) -> Scope:
        documents, coders = self._documents, self._coders
        if self.filters.document is not None:
            one = frozenset((self.filters.document,))
            documents = one if documents is None else documents & one
        if self.filters.coder is not None:
            one = frozenset((self.filters.coder,))
            coders = one if coders is None else coders & one
        return Scope(documents, coders, codes, self.filters.carrying, self._parts)

    def _sort(self, order: str) -> None:
        if self.model.scope is not None:
            self.model.show(self.model.scope, order)

    def _share_room(self) -> None:
        """The list needs room beside the card and the filters."""
        if self.filter_action.isChecked():
            heads = self.header.height() + self.list_header.height()
            self._card_area.give(0.4, heads + self.filters.sizeHint().height() + self._look.px(80))
        else:
            self._card_area.give(0.6, 0)

    def _toggle_filters(self) -> None:
        self.filters.setVisible(self.filter_action.isChecked())
        self._share_room()
        if not self.filter_action.isChecked():
            self.filters.clear()
            self._list()
        else:
            self.filters.fill(self.model.names)
            self.filters.setFocus()

    # ── answers ──
    def _stepped(self, step: Step) -> None:
        if step.touches("document", "code", "coder") and self.model.scope is not None:
            self._bridge.ask(names, self._named)
        coding = self.card.coding
        if coding is not None and step.touches("coding", "segment", "code", "memo", "document", "link"):
            self._bridge.ask(lambda read: _card(read, coding), lambda answer: self._card_again(coding, answer))

    def _named(self, found: Names) -> None:
        self.model.rename(found)
        self.filters.fill(found)
        self._tell()

    def _card_again(self, coding: UUID, answer: _Answer) -> None:
        if coding == self.card.coding:  # another one may have been chosen meanwhile
            self._fill_card(answer)

    def _card_arrived(self, answer: _Answer) -> None:
        row = answer[0]
        self._fill_card(answer)
        if row is None:
            self._wanted = None
            return
        if not self._all and self.model.find(row.coding.id) is None:
            self.show_code(row.coding.code)
        self._choose_wanted()

    def _fill_card(self, answer: _Answer) -> None:
        row, found, links = answer
        shown = row is not None and row.coding.code in found.codebook.by_id
        if row is not None and shown:
            book = found.codebook
            code = book.by_id[row.coding.code]
            above = book.by_id[code.parent].name if code.parent else ""
            if not self.model.rowCount():
                self.model.names = found
            coder = found.coders.get(row.coding.coder, "")
            self.card.show_row(row, code, above, coder, place_of(found, row))
            self.card.links.show_links(row.coding, links, found)
        else:
            self.card.row = None
        self._card_area.setVisible(shown)
        self._line.setVisible(shown)

    def _listed(self) -> None:
        self.filters.fill(self.model.names)
        self._tell()
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        if self._wanted is None:
            return
        row = self.model.find(self._wanted)
        if row is not None:
            index = self.model.index(row)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
            self._wanted = None

    def _tell(self) -> None:
        """Title of the list, and the sentence where there is nothing."""
        rows = self.model.rowCount()
        code = self.model.names.codebook.by_id.get(self._code) if self._code else None
        scope = self.model.scope
        known = scope is not None
        if code is not None:
            segments = self.counts.inside(code.id).rolled_segments
            number = f"{rows:,}" if self.filters.narrowed or not self.counts.known else f"{segments:,}"
            title = self.tr("Segments of “{name}” · {number}").replace("{number}", number)
            title = title.replace("{name}", code.name)
        elif self._all and known:
            title = self.tr("All segments · {number}").replace("{number}", f"{rows:,}")
        else:
            title = self.tr("Segments")
        self.list_header.set_title(title)
        self.list.setAccessibleName(title)
        self.export_action.setEnabled(bool(rows))
        if not known or (self._code is None and not self._all):
            self._hint.setText(self.tr("Choose a code or a stripe to see its segments here."))
        elif scope is not None and (scope.documents, scope.coders, scope.carrying) != (None, None, None):
            self._hint.setText(self.tr("No segments pass the filter."))
        else:
            self._hint.setText(self.tr("No segments yet. Select text and type."))
        self._stack.setCurrentIndex(1 if rows else 0)
        # a hidden list must not stand for the panel: Tab would go round in it
        self.setFocusProxy(self.list if rows else None)

    # ── acting on rows ──
    def _opened(self, index: QModelIndex) -> None:
        if not self.moves.several:
            self._open(index.data(ROW))

    def _open(self, row: SegmentRow | None) -> None:
        if row is not None:
            coding = row.coding
            if self.card.coding != coding.id:
                self._bridge.ask(lambda read: _card(read, coding.id), self._fill_card)
            self.open_segment.emit(coding.document, coding.start, coding.end, coding.id)

    def _memo(self, row: SegmentRow | None) -> None:
        if row is not None:
            about = f"{self.model.code_name(row)}, {self.model.place(row)}"
            show_memos(self._bridge, "segment", row.coding.segment, about, self)

    def _context_menu(self, place: QPoint) -> None:
        row = self.list.indexAt(place).data(ROW) if self.list.indexAt(place).isValid() else None
        if row is None:
            return
        menu = self._menu
        menu.clear()
        if self.moves.several:
            self.marking.add_many_to(menu, len(self.moves.rows()), self.moves.codings, self.window())
            menu.addSeparator()
            self.moves.add_to(menu)
            menu.popup(self.list.viewport().mapToGlobal(place))
            return
        menu.addAction(self.tr("Go to")).triggered.connect(lambda: self._open(row))
        menu.addAction(self.tr("Copy the words")).triggered.connect(lambda: self._copy(row))
        menu.addAction(self.tr("Memo…")).triggered.connect(lambda: self._memo(row))
        menu.addSeparator()
        self.marking.add_to(menu, row.coding, self.model.coder(row) == self._bridge.project.coder)
        menu.addSeparator()
        self.moves.add_to(menu)
        menu.addAction(self.tr("Remove the coding")).triggered.connect(lambda: self._remove(row))
        menu.popup(self.list.viewport().mapToGlobal(place))

    def _copy(self, row: SegmentRow) -> None:
        def words(read: Reading) -> str:
            return Quoting(read).text(row.coding.document, row.coding.start, row.coding.end)

        self._bridge.ask(words, QGuiApplication.clipboard().setText)

    def _remove(self, row: SegmentRow) -> None:
        said = self.tr("Coding removed; text and code stay.")
        self._bridge.do(remove_coding, row.coding.id, then=lambda _: self.said.emit(said))

    # ── export ──
    def ask_export(self) -> None:
        """Ask for a file and write exactly the segments that are listed into it."""
        dialog = QFileDialog(self, self.tr("Export these segments"), export_folder())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(
            [
                self.tr("Excel table (*.xlsx)"),
                self.tr("Table (*.csv)"),
                self.tr("Word document (*.docx)"),
                self.tr("Web page (*.html)"),
                self.tr("JSON (*.json)"),
            ]
        )
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen.rpartition("*.")[2].rstrip(")")))
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(self.tr("segments"))
        dialog.fileSelected.connect(self.send_to)
        dialog.open()

    def send_to(self, path: str | Path) -> None:
        """Look through what is to be written, then write exactly the segments that are listed."""
        send(self._bridge, self, self._export(path), self._show_passage, lambda said, _step: self.said.emit(said))

    def export_to(self, path: str | Path) -> None:
        """Write them as they are."""
        Outgoing(self._bridge, self, self._export(path), self._show_passage, self.said.emit).write(False)

    def _show_passage(self, document: UUID, start: int, end: int) -> None:
        self.open_segment.emit(document, start, end, None)

    def _export(self, path: str | Path) -> Export:
        """The segments that are listed as a file; the suffix says how."""
        scope = self.model.scope or Scope()
        filters = {
            name: list(chosen)
            for name, chosen in (("documents", scope.documents), ("coders", scope.coders), ("codes", scope.codes))
            if chosen is not None
        }

        options = {"carrying": scope.carrying, **filters}
        return exported(
            "segments", path, self.tr("Exporting segments"), options, lambda written: self.exported.emit(str(written))
        )


def _card(read: Reading, coding: UUID) -> _Answer:
    row = coding_row(read, coding)
    return row, names(read), links_of(read, row.coding.segment) if row is not None and row.links else []
