"""All links between segments: which, from where to where, and a way to both ends."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ...app.lists import ROWS_ASKED, LinkRow, SegmentRow, link_rows, links_with
from ...domain.history import Step
from ...domain.links import RELATIONS, Link
from ...domain.queries import Scope
from ...store.reading import Reading
from ..bridge import Bridge
from ..coding.link_bar import said_relation
from ..coding.linking_flow import LinkingFlow
from ..look import META, look, resize
from ..models.segments_model import Names, names, place_of
from ..panels.rows import draw
from ..panels.segment_rows import LINE, META_LINE, paint_quote

ROW = Qt.ItemDataRole.UserRole  # a LinkRow, or None while it is on its way
SOURCE, RELATION, TARGET, COMMENT = range(4)
LINES, PAD = 2, 6
_ROOT = QModelIndex()
_ROLES = Qt.ItemDataRole
_SPOKEN = (_ROLES.DisplayRole, _ROLES.EditRole, _ROLES.ToolTipRole, _ROLES.AccessibleTextRole)
_Index = QModelIndex | QPersistentModelIndex


class LinksModel(QAbstractTableModel):
    """A row per link; its words are fetched when it is looked at, some dozens together."""

    commented = Signal(object, str)  # a Link and its new comment

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._links: Sequence[Link] = ()
        self._rows: dict[int, LinkRow] = {}
        self._asked: set[int] = set()
        self._edition = 0
        self.names: Names | None = None

    def show(self, links: Sequence[Link], found: Names) -> None:
        """List these links."""
        self.beginResetModel()
        self._links, self.names = links, found
        self._rows.clear()
        self._asked.clear()
        self._edition += 1
        self.endResetModel()

    def row(self, number: int) -> LinkRow | None:
        """A row, or None (and it is fetched)."""
        found = self._rows.get(number)
        page = number // ROWS_ASKED
        if found is None and page not in self._asked and number < len(self._links):
            self._asked.add(page)
            first, edition = page * ROWS_ASKED, self._edition
            part = self._links[first : first + ROWS_ASKED]

            def arrived(rows: list[LinkRow]) -> None:
                if edition == self._edition:
                    places = {link.id: first + at for at, link in enumerate(part)}
                    self._rows.update({places[row.link.id]: row for row in rows})
                    self.dataChanged.emit(self.index(first, 0), self.index(first + len(part) - 1, COMMENT))

            self._bridge.ask(lambda read: link_rows(read, part), arrived)
        return found

    def link(self, number: int) -> Link:
        """The link of a row."""
        return self._links[number]

    def number_of(self, link: UUID) -> int | None:
        """The row of a link."""
        return next((number for number, one in enumerate(self._links) if one.id == link), None)

    def place(self, row: SegmentRow) -> str:
        """Code and place of an end."""
        if self.names is None:
            return ""
        code = self.names.codebook.by_id.get(row.coding.code)
        return " · ".join(filter(None, (code.name if code else "", place_of(self.names, row))))

    # ── what Qt asks ──
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._links)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else COMMENT + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("From"), self.tr("Relation"), self.tr("To"), self.tr("Comment"))[section]
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        writes = index.column() == COMMENT and not self._bridge.project.read_only
        return flags | Qt.ItemFlag.ItemIsEditable if writes else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == ROW and index.isValid():
            return self.row(index.row())
        return self._words(index, role) if role in _SPOKEN and index.isValid() else None

    def _words(self, index: _Index, role: int) -> str:
        link, row = self._links[index.row()], self.row(index.row())
        if index.column() == RELATION:
            return said_relation(link.relation)
        if index.column() == COMMENT:
            return link.comment
        if row is None:
            return ""
        end = row.source if index.column() == SOURCE else row.target
        return end.quote if role == Qt.ItemDataRole.DisplayRole else f"{end.quote}\n{self.place(end)}"

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if index.column() != COMMENT or role != Qt.ItemDataRole.EditRole:
            return False
        link = self._links[index.row()]
        if str(value).strip() != link.comment:
            self.commented.emit(link, str(value))
        return True


class _Ends(QStyledItemDelegate):
    """Paints an end: its words in serif, code and place below."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        bare.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, bare.widget)
        row = index.data(ROW)
        model = index.model()
        if row is None or not isinstance(model, LinksModel):
            return
        end = row.source if index.column() == SOURCE else row.target
        px = look().px
        box = option.rect.adjusted(px(8), px(PAD), -px(8), -px(PAD))
        painter.save()
        lines = paint_quote(painter, box, end.quote, look(), LINES)
        below = QRect(box.left(), box.top() + lines * px(LINE) + px(1), box.width(), px(META_LINE))
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        draw(painter, below, model.place(end), look().font(META), look().color("ink2"), trailing=mirrored)
        painter.restore()


class _Table(QTableView):
    entered_on = Signal(object)  # index on which Enter was pressed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.currentIndex().isValid() and self.state() != QAbstractItemView.State.EditingState:
            self.entered_on.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class LinksDialog(QDialog):
    """Stays open beside the text; a click on one end, or Enter, goes there."""

    open_segment = Signal(object, int, int, object)  # document id, start, end, coding id

    def __init__(self, bridge: Bridge, flow: LinkingFlow, scope: Scope, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Links between segments"))
        self._bridge, self._flow, self._scope = bridge, flow, scope
        self._asking = self._again = False
        self.relations = QComboBox(self)
        self.relations.setAccessibleName(self.tr("Relation"))
        self.relations.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)  # relations come later
        self.relations.addItem(self.tr("All relations"), None)
        self._count = QLabel(self)
        self.model = LinksModel(bridge, self)
        self.table = _Table(self)
        self.table.setModel(self.model)
        self._empty = QLabel(self)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.first = QPushButton(self.tr("Go to the first"), self)
        self.second = QPushButton(self.tr("Go to the second"), self)
        self.more = QPushButton(self.tr("Change…"), self)
        self._lay_out()
        self.relations.activated.connect(lambda _row: self._ask())
        self.table.clicked.connect(self._clicked)
        self.table.entered_on.connect(self._entered)
        self.table.customContextMenuRequested.connect(self._context_menu)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._enable())
        self.model.modelReset.connect(self._enable)
        self.model.commented.connect(lambda link, text: flow.change(link, comment=text))
        self.first.clicked.connect(lambda: self._go(self.table.currentIndex(), SOURCE))
        self.second.clicked.connect(lambda: self._go(self.table.currentIndex(), TARGET))
        self.more.clicked.connect(self._menu_below)
        bridge.followed.connect(self._stepped)
        self._ask()

    def _lay_out(self) -> None:
        px = look().px
        table = self.table
        table.setAccessibleName(self.windowTitle())
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        ends = _Ends(self)
        for column in (SOURCE, TARGET):
            table.setItemDelegateForColumn(column, ends)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(px(LINES * LINE + META_LINE + 2 * PAD + 2))
        across = table.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setSectionResizeMode(RELATION, QHeaderView.ResizeMode.Interactive)
        across.resizeSection(RELATION, px(110))
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(table)
        above = QHBoxLayout()
        above.addWidget(self.relations)
        above.addWidget(self._count, 1)
        below = QHBoxLayout()
        for button in (self.first, self.second, self.more):
            button.setAutoDefault(False)
            below.addWidget(button)
        below.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(px(16), px(16), px(16), px(12))
        down.setSpacing(px(12))
        down.addLayout(above)
        down.addWidget(self._stack, 1)
        down.addLayout(below)
        resize(self, px(860), px(480))

    # ── what is listed ──
    def limit(self, scope: Scope) -> None:
        """Obey the window's filter: links of which an end is a segment inside it."""
        if scope != self._scope:
            self._scope = scope
            self._ask()

    def _stepped(self, step: Step) -> None:
        if step.touches("link", "segment", "coding", "code", "document"):
            self._ask()

    def _ask(self) -> None:
        if self._asking:
            self._again = True
            return
        self._asking = True
        relation, scope = self.relations.currentData(), self._scope

        def question(read: Reading) -> Any:
            return *links_with(read, relation, scope), names(read)

        self._bridge.ask(question, self._arrived, self._failed)

    def _failed(self, error: Exception) -> None:
        self._asking = False
        self._bridge.failed.emit(error)

    def _arrived(self, answer: tuple[list[Link], dict[str, int], Names]) -> None:
        links, relations, found = answer
        self._asking = False
        if self._again:
            self._again = False
            self._ask()
        current = self.table.currentIndex()
        kept = self.model.link(current.row()).id if current.isValid() else None
        column = current.column() if current.isValid() else SOURCE
        self._fill_relations(relations)
        self.model.show(links, found)
        number = self.model.number_of(kept) if kept is not None else None
        if number is None and links:
            number = min(max(current.row(), 0), len(links) - 1)
        if number is not None:
            self.table.setCurrentIndex(self.model.index(number, column))
        self._count.setText(self.tr("%n link(s)", "", len(links)))
        narrowed = self.relations.currentData() is not None or not self._scope.everything
        self._empty.setText(
            self.tr("No links pass the filter.")
            if narrowed
            else self.tr("No links yet. Choose a coding, then “Link from here…” in its menu.")
        )
        self._stack.setCurrentIndex(1 if links else 0)

    def _fill_relations(self, relations: dict[str, int]) -> None:
        chosen = self.relations.currentData()
        order = [relation for relation in RELATIONS if relation in relations]
        order += sorted(relations.keys() - set(RELATIONS))
        if chosen is not None and chosen not in relations:
            order.append(chosen)
        wanted = [(relation, relations.get(relation, 0)) for relation in order]
        while self.relations.count() > 1:
            self.relations.removeItem(1)
        for relation, count in wanted:
            self.relations.addItem(f"{said_relation(relation)} ({count:,})", relation)
            if relation == chosen:
                self.relations.setCurrentIndex(self.relations.count() - 1)

    def _enable(self) -> None:
        there = self.table.currentIndex().isValid()
        for button in (self.first, self.second, self.more):
            button.setEnabled(there)

    # ── acting ──
    def _clicked(self, index: _Index) -> None:
        if index.column() in (SOURCE, TARGET):
            self._go(index, index.column())

    def _entered(self, index: _Index) -> None:
        """Enter goes to an end, or changes what stands in the middle."""
        if index.column() == COMMENT:
            self.table.edit(index)
        elif index.column() == RELATION:
            self._menu_below()
        else:
            self._go(index, index.column())

    def _go(self, index: _Index, column: int) -> None:
        row = index.data(ROW) if index.isValid() else None
        if row is not None:
            coding = (row.source if column == SOURCE else row.target).coding
            self.open_segment.emit(coding.document, coding.start, coding.end, coding.id)

    def _context_menu(self, place: QPoint) -> None:
        index = self.table.indexAt(place)
        if index.isValid():
            self.table.setCurrentIndex(index)
            self._menu(self.table.viewport().mapToGlobal(place))

    def _menu_below(self) -> None:
        self._menu(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _menu(self, place: QPoint) -> None:
        index = self.table.currentIndex()
        row = index.data(ROW) if index.isValid() else None
        if row is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Go to the first")).triggered.connect(lambda: self._go(index, SOURCE))
        menu.addAction(self.tr("Go to the second")).triggered.connect(lambda: self._go(index, TARGET))
        menu.addSeparator()
        self._flow.add_to(menu, row, self)
        menu.popup(place)
