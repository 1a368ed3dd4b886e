"""The memos as rows of a list: title and day, first words, type and what it is about; headings between groups."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ...app.memo_list import Heading, MemoRow
from ..icons import icon
from ..look import BODY, META, Look
from ..panels.rows import Index, draw, paint_ground
from .journal_words import PICTURES, day_name, month_name, type_name

ROW = Qt.ItemDataRole.UserRole  # a MemoRow or a Heading
LINE, META_LINE, PAD, HEADING = 20, 18, 8, 32
HEIGHT = 2 * LINE + META_LINE + 2 * PAD
NOWHERE = QModelIndex()
_Rows = Sequence[MemoRow | Heading]


class JournalModel(QAbstractListModel):
    """Rows that somebody else has worked out; it only shows them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: _Rows = ()
        self._places: Mapping[UUID, int] = {}
        self.coders: Mapping[UUID, str] = {}

    def show(self, rows: _Rows, places: Mapping[UUID, int], coders: Mapping[UUID, str]) -> None:
        """Show these rows; `places` are the row numbers of memos by id."""
        self.beginResetModel()
        self._rows, self._places, self.coders = rows, places, coders
        self.endResetModel()

    def headings(self) -> Iterable[int]:
        """The numbers of the rows that are headings."""
        return (number for number, row in enumerate(self._rows) if isinstance(row, Heading))

    @property
    def count(self) -> int:
        """How many memos are listed."""
        return len(self._places)

    @property
    def memos(self) -> Iterable[UUID]:
        """The memos that are listed."""
        return self._places

    def place(self, memo: UUID) -> int | None:
        """The row number of a memo, if it is listed."""
        return self._places.get(memo)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        return row if role == ROW else self._told(row, role)

    def _told(self, row: MemoRow | Heading, role: int) -> str | None:
        roles = Qt.ItemDataRole
        if role not in (roles.DisplayRole, roles.ToolTipRole, roles.AccessibleTextRole):
            return None
        if isinstance(row, Heading):
            return self.heading(row)
        if role == roles.DisplayRole:
            return row.title
        parts = (row.title, day_name(row.day), type_name(row.kind), self.about(row, True), self.coder(row), row.words)
        return ("\n" if role == roles.ToolTipRole else ", ").join(filter(None, parts))

    def heading(self, heading: Heading) -> str:
        """A heading with the number of its memos."""
        if heading.group == "date":
            name = month_name(heading.key)
        else:
            name = type_name(heading.key) if heading.group == "type" else heading.key
        return f"{name} · {heading.count:,}"

    def coder(self, row: MemoRow) -> str:
        """Who wrote a memo."""
        return self.coders.get(row.coder, "")

    def about(self, row: MemoRow, full: bool = False) -> str:
        """What a memo is about, in words; `full` with the whole path of a code."""
        if row.about_kind == "segment":
            return " · ".join(filter(None, (row.place, f"“{row.subject}”" if row.subject else "")))
        return row.place if full else row.subject


class JournalList(QTableView):
    """A table of one column: QListView would ask about every row whenever it lays itself out."""

    remove_wanted = Signal()

    def __init__(self, look: Look, model: JournalModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self._model = look, model
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Memos"))
        self.setModel(model)
        self.setItemDelegate(_Painter(look, model, self))
        model.modelReset.connect(self._size_headings)
        look.follow(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.look.px(HEIGHT))
        self._size_headings()
        self.viewport().update()

    def _size_headings(self) -> None:
        height = self.look.px(HEADING)
        for row in self._model.headings():
            self.verticalHeader().resizeSection(row, height)

    def chosen(self) -> list[MemoRow]:
        """The memos that are chosen, in the order in which they stand."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        found = [self._model.index(row).data(ROW) for row in rows]
        return [row for row in found if isinstance(row, MemoRow)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)


class _Painter(QStyledItemDelegate):
    """Paints memos and headings."""

    def __init__(self, look: Look, model: JournalModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self._model = look, model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self.look.px(120), self.look.px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, px = index.data(ROW), self.look.px
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        if isinstance(row, Heading):
            box = option.rect.adjusted(px(16), px(6), -px(16), 0)
            font = self.look.font(META, bold=True)
            draw(painter, box, self._model.heading(row), font, self.look.color("ink2"), trailing=mirrored)
            return
        state, flags = option.state, QStyle.StateFlag
        paint_ground(
            painter,
            option.rect,
            self.look,
            chosen=bool(state & flags.State_Selected),
            hovered=bool(state & flags.State_MouseOver),
            focused=bool(state & flags.State_HasFocus),
            mirrored=mirrored,
        )
        self._paint_memo(painter, option.rect.adjusted(px(16), px(PAD), -px(16), -px(PAD)), row, mirrored)

    def _paint_memo(self, painter: QPainter, box: QRect, row: MemoRow, mirrored: bool) -> None:
        look, px = self.look, self.look.px
        small, strong = look.font(META), look.font(BODY, bold=True)
        top = QRect(box.left(), box.top(), box.width(), px(LINE))
        day = day_name(row.day)
        first, last = _split(top, QFontMetrics(small).horizontalAdvance(day) + px(4), px(8), mirrored)
        draw(painter, first, row.title, strong, look.color("ink"), trailing=mirrored)
        draw(painter, last, day, small, look.color("ink3"), trailing=not mirrored)
        middle = top.translated(0, px(LINE))
        words = row.words.removeprefix(row.title.removesuffix("…")).lstrip(" .,:;") or row.words
        draw(painter, middle, words, look.font(BODY), look.color("ink2"), trailing=mirrored)
        foot = QRect(box.left(), middle.bottom() + 1, box.width(), px(META_LINE))
        coder = self._model.coder(row)
        width = min(QFontMetrics(small).horizontalAdvance(coder) + px(4), box.width() // 3)
        first, last = _split(foot, width, px(8), mirrored)
        draw(painter, last, coder, small, look.color("ink3"), trailing=not mirrored)
        side = px(14)
        left = first.right() + 1 - side if mirrored else first.left()
        icon(PICTURES.get(row.about_kind, "memo")).paint(
            painter, QRect(left, foot.center().y() - side // 2 + 1, side, side)
        )
        first.adjust(*((0, 0, -side - px(6), 0) if mirrored else (side + px(6), 0, 0, 0)))
        told = " · ".join(filter(None, (type_name(row.kind) if row.kind else "", self._model.about(row))))
        draw(painter, first, told, small, look.color("ink2"), trailing=mirrored)


def _split(box: QRect, last: int, gap: int, mirrored: bool) -> tuple[QRect, QRect]:
    """A line in two: the rest, and `last` px at its end."""
    rest = max(0, box.width() - last - gap)
    if mirrored:
        return (
            QRect(box.right() + 1 - rest, box.top(), rest, box.height()),
            QRect(box.left(), box.top(), last, box.height()),
        )
    return (
        QRect(box.left(), box.top(), rest, box.height()),
        QRect(box.right() + 1 - last, box.top(), last, box.height()),
    )
