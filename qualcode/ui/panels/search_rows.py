"""The rows of what was found: documents with their hits, codes, memos and comments, painted on one line each."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ...app.search import Around, Found, Hit
from ..look import BODY, META, look

TEXTS, CODES, MEMOS, COMMENTS = "texts", "codes", "memos", "comments"
KINDS = (TEXTS, CODES, MEMOS, COMMENTS)
ROW = 30
Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class Heading:
    """A document and how many of its hits follow."""

    document: UUID
    name: str
    count: int


Row = Hit | Found | Heading


class FoundRows(QAbstractListModel):
    """What was found, one kind of it at a time; hits in texts come page by page."""

    wanted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.kind = TEXTS
        self.rows: list[Row] = []
        self.more = False
        self.hits = self.documents = 0
        self.around: Around | None = None  # not known yet
        self._texts: list[Row] = []

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(row, Heading):
                return f"{row.name} · {row.count}"
            return row.context if isinstance(row, Hit) else f"{row.title}: {row.context}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def canFetchMore(self, _parent: Index) -> bool:
        return self.more and self.kind == TEXTS

    def fetchMore(self, _parent: Index) -> None:
        self.wanted.emit()

    def clear(self) -> None:
        """Nothing."""
        self.beginResetModel()
        self._texts, self.rows, self.more = [], [], False
        self.hits = self.documents = 0
        self.around = None
        self.endResetModel()

    def show(self, kind: str) -> None:
        """List this kind."""
        self.beginResetModel()
        self.kind = kind
        self.rows = self._texts if kind == TEXTS else list(getattr(self.around or Around(), kind))
        self.endResetModel()

    def surround(self, around: Around) -> None:
        """What was found beside the texts."""
        self.around = around
        if self.kind != TEXTS:
            self.show(self.kind)

    def add(self, hits: Sequence[Hit]) -> None:
        """A page more of whole documents."""
        new: list[Row] = []
        heading: Heading | None = None
        for hit in hits:
            if heading is None or hit.document.id != heading.document:
                heading = Heading(hit.document.id, hit.document.name, 0)
                self.documents += 1
                new.append(heading)
            heading.count += 1
            new.append(hit)
        self.hits += len(hits)
        if not new:
            return
        if self.kind == TEXTS:
            first = len(self._texts)
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._texts += new
            self.rows = self._texts
            self.endInsertRows()
        else:
            self._texts += new

    def count(self, kind: str) -> int | None:
        """How many of a kind were found until now; None before that kind was looked at."""
        if kind == TEXTS:
            return self.hits
        return None if self.around is None else self.around.totals[KINDS.index(kind) - 1]


class LineTable(QTableView):
    """A list of lines of one height. A table, for Qt's lists ask the model about every row whenever one is added."""

    def __init__(self, model: QAbstractListModel, painter: QStyledItemDelegate, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(painter)
        painter.setParent(self)
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.measure()

    def measure(self) -> None:
        """The height of the lines follows the scale."""
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(look().px(ROW))


class FoundList(LineTable):
    """The list: arrows move, Enter opens, a click on a document's name chooses its hits, Up at the top leaves."""

    left = Signal()

    def __init__(self, model: FoundRows, parent: QWidget) -> None:
        super().__init__(model, FoundPainter(parent), parent)
        self.clicked.connect(self._clicked)

    @property
    def chosen(self) -> list[Hit]:
        """The chosen hits in texts, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        found = [self.model().rows[row] for row in rows]
        return [row for row in found if isinstance(row, Hit)]

    def first(self) -> None:
        """The keys go to the first hit."""
        rows = self.model().rows
        row = next((number for number, each in enumerate(rows) if not isinstance(each, Heading)), None)
        if row is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.setCurrentIndex(self.model().index(row))

    def _clicked(self, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(row, Heading):
            model = self.model()
            below = QItemSelection(model.index(index.row() + 1), model.index(index.row() + row.count))
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(model.index(index.row() + 1), flags.NoUpdate)
            self.selectionModel().select(below, flags.ClearAndSelect)
        elif QApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier:
            self.activated.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = (
            event.key(),
            event.modifiers()
            in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            ),
        )
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and plain and self._at_top()):
            self.left.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and plain:
            self._step(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _at_top(self) -> bool:
        rows, current = self.model().rows, self.currentIndex().row()
        return not any(not isinstance(row, Heading) for row in rows[: max(0, current)])

    def _step(self, step: int) -> None:
        """To the next hit; names of documents are passed over."""
        rows, number = self.model().rows, self.currentIndex().row() + step
        while 0 <= number < len(rows) and isinstance(rows[number], Heading):
            number += step
        if 0 <= number < len(rows):
            self.setCurrentIndex(self.model().index(number))


class FoundPainter(QStyledItemDelegate):
    """A hit in its surroundings on one line, the hit bold on a ground of its own and always in sight."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(look().px(120), look().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, px, box = index.data(Qt.ItemDataRole.UserRole), look().px, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look().color("soft" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(box).adjusted(px(4), 0, -px(4), 0), 6, 6)
        if chosen:
            bar = QRectF(box.left() + px(4), box.top() + px(6), px(3), box.height() - px(12))
            painter.setBrush(look().color("accent"))
            painter.drawRoundedRect(bar, 1.5, 1.5)
        box.adjust(px(12), 0, -px(12), 0)
        if isinstance(row, Heading):
            paint_heading(painter, box, row.name, str(row.count))
        elif isinstance(row, Found):
            font = look().font(META, bold=True)
            room = box.width() * 9 // 20
            title = QFontMetrics(font).elidedText(row.title, Qt.TextElideMode.ElideRight, room)
            painter.setFont(font)
            painter.setPen(look().color("ink"))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
            box.setLeft(box.left() + QFontMetrics(font).horizontalAdvance(title) + px(8))
            paint_hit(painter, box, row.before, row.text, row.after)
        else:
            paint_hit(painter, box, row.before, row.text, row.after)
        painter.restore()


def paint_heading(painter: QPainter, box: QRect, name: str, count: str) -> None:
    """A document's name and a number at the end."""
    center = Qt.AlignmentFlag.AlignVCenter
    painter.setFont(look().font(META, bold=True))
    painter.setPen(look().color("ink"))
    metrics = painter.fontMetrics()
    width = metrics.horizontalAdvance(count) + look().px(8)
    shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, box.width() - width)
    painter.drawText(box, Qt.AlignmentFlag.AlignLeading | center, shown)
    painter.setPen(look().color("ink3"))
    painter.drawText(box, Qt.AlignmentFlag.AlignTrailing | center, count)


def paint_hit(painter: QPainter, box: QRect, before: str, text: str, after: str, dim: bool = False) -> None:
    """Words in their surroundings: the hit is always in sight, what stands before it is cut at its beginning."""
    font, bold = look().reading_font(BODY), look().reading_font(BODY)
    bold.setBold(True)
    bold_metrics, metrics = QFontMetrics(bold), QFontMetrics(font)
    words = bold_metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    width = bold_metrics.horizontalAdvance(words)
    before = metrics.elidedText(before, Qt.TextElideMode.ElideLeft, max(0, (box.width() - width) // 2))
    left = box.left() + metrics.horizontalAdvance(before)
    center = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    painter.setPen(look().color("ink3" if dim else "ink2"))
    painter.drawText(box, center, before)
    after_box = QRect(left + width, box.top(), box.right() - left - width, box.height())
    painter.drawText(after_box, center, metrics.elidedText(after, Qt.TextElideMode.ElideRight, after_box.width()))
    painter.setFont(bold)
    if not dim:
        height = bold_metrics.height()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().color("selection"))
        painter.drawRoundedRect(QRectF(left - 1, box.center().y() - height / 2 + 1, width + 2, height), 3, 3)
    painter.setPen(look().color("ink3" if dim else "selection_text"))
    painter.drawText(QRect(left, box.top(), width + 2, box.height()), center, words)
