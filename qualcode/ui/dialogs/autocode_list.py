"""The passages an autocoding proposes: rows with tick boxes below the names of their documents."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ...app.search import Hit
from ..look import META, look
from ..panels.search_rows import ROW, Heading, Index, LineTable, paint_heading, paint_hit

BOX = 16
CHECKED, UNCHECKED, PARTLY = Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked


class ProposalRows(QAbstractListModel):
    """Passages with ticks. One that carries the code already has none."""

    ticked = Signal()  # other passages are chosen now

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Hit | Heading] = []
        self.places: list[int] = []  # of each hit: its row
        self.on = bytearray()  # of each row whether it is ticked; of a heading: nothing
        self.had = bytearray()  # of each row whether it carries the code already

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        number = index.row()
        row = self.rows[number]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.CheckStateRole:
            return self.state(number)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(row, Heading):
                return f"{row.name} · {row.count}"
            already = self.tr("coded already")
            return f"{row.context} ({already})" if self.had[number] else row.context
        return None

    def flags(self, _index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick([index.row()], Qt.CheckState(value) == CHECKED)
        return True

    # ── ticks ──
    def state(self, number: int) -> Qt.CheckState:
        """The tick of a row; that of a document is partly set where some of its passages are ticked."""
        row = self.rows[number]
        if not isinstance(row, Heading):
            return CHECKED if self.on[number] and not self.had[number] else UNCHECKED
        span = slice(number + 1, number + 1 + row.count)
        chosen = _only(self.on[span], self.had[span])
        free = row.count - self.had[span].count(1)
        return UNCHECKED if not chosen else CHECKED if chosen == free else PARTLY

    def tick(self, numbers: Iterable[int], on: bool) -> None:
        """Tick passages, or all of a document."""
        for number in numbers:
            row = self.rows[number]
            count = row.count if isinstance(row, Heading) else 1
            first = number + isinstance(row, Heading)
            self.on[first : first + count] = bytes([on]) * count
        self._changed()

    def tick_all(self, on: bool) -> None:
        """Tick everything, or nothing."""
        self.tick([number for number, row in enumerate(self.rows) if isinstance(row, Heading)], on)

    def _changed(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))
        self.ticked.emit()

    @property
    def chosen(self) -> list[Hit]:
        """The passages that are ticked and do not carry the code yet."""
        return [self.rows[place] for place in self.places if self.on[place] and not self.had[place]]  # type: ignore[misc]

    @property
    def number(self) -> int:
        """How many these are."""
        return _only(self.on, self.had)

    @property
    def hits(self) -> list[Hit]:
        """All passages."""
        return [self.rows[place] for place in self.places]  # type: ignore[misc]

    # ── filling ──
    def clear(self) -> None:
        """Nothing."""
        self.beginResetModel()
        self.rows, self.places, self.on, self.had = [], [], bytearray(), bytearray()
        self.endResetModel()
        self.ticked.emit()

    def add(self, hits: Sequence[Hit], had: Sequence[bool]) -> None:
        """More passages, whole documents, all ticked; `had` says of each whether it carries the code already."""
        rows: list[Hit | Heading] = []
        ticks, marks = bytearray(), bytearray()
        first = len(self.rows)
        heading: Heading | None = None
        for hit, already in zip(hits, had, strict=True):
            if heading is None or hit.document.id != heading.document:
                heading = Heading(hit.document.id, hit.document.name, 0)
                rows.append(heading)
                ticks.append(False)
                marks.append(False)
            heading.count += 1
            self.places.append(first + len(rows))
            rows.append(hit)
            ticks.append(True)
            marks.append(already)
        if rows:
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self.rows += rows
            self.on += ticks
            self.had += marks
            self.endInsertRows()
        self.ticked.emit()

    def mark(self, had: Sequence[bool]) -> None:
        """Another code was chosen: say anew of each passage whether it carries it already."""
        for place, already in zip(self.places, had, strict=False):
            self.had[place] = already
        self._changed()


def _only(on: bytearray, had: bytearray) -> int:
    """How many are set in the first and not in the second."""
    return (int.from_bytes(on, "little") & ~int.from_bytes(had, "little")).bit_count()


class ProposalList(LineTable):
    """The list: a click or the space bar ticks, on a document's name all of its passages."""

    def __init__(self, model: ProposalRows, parent: QWidget) -> None:
        super().__init__(model, ProposalPainter(parent), parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
            rows = rows or [self.currentIndex().row()]
            on = self.model().state(self.currentIndex().row()) != CHECKED
            self.model().tick(rows, on)
        else:
            super().keyPressEvent(event)


class ProposalPainter(QStyledItemDelegate):
    """A tick box, then the passage in its surroundings or a document's name."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(look().px(200), look().px(ROW))

    def editorEvent(self, event: QEvent, model: ProposalRows, _option: QStyleOptionViewItem, index: Index) -> bool:
        left = isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton
        plain = QApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier
        if event.type() == QEvent.Type.MouseButtonRelease and left and plain:
            model.tick([index.row()], model.state(index.row()) != CHECKED)
            return True
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, number, px = index.model(), index.row(), look().px
        row, box = model.rows[number], QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look().color("soft" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(box).adjusted(px(4), 0, -px(4), 0), 6, 6)
        heading = isinstance(row, Heading)
        box.adjust(px(12 if heading else 28), 0, -px(12), 0)
        had = bool(model.had[number])
        if not had:
            self._paint_box(painter, option, QRect(box.left(), box.center().y() - px(BOX) // 2 + 1, px(BOX), px(BOX)),
                            model.state(number))  # fmt: skip
        box.setLeft(box.left() + px(BOX + 8))
        if heading:
            paint_heading(painter, box, row.name, str(row.count))
        else:
            if had:
                painter.setFont(look().font(META))
                painter.setPen(look().color("good"))
                note = model.tr("coded already")
                width = painter.fontMetrics().horizontalAdvance(note)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, note)
                box.setRight(box.right() - width - px(12))
            paint_hit(painter, box, row.before, row.text, row.after, dim=had)
        painter.restore()

    @staticmethod
    def _paint_box(painter: QPainter, option: QStyleOptionViewItem, box: QRect, state: Qt.CheckState) -> None:
        tick = QStyleOptionViewItem(option)
        tick.rect = box
        flags = QStyle.StateFlag
        shown = {CHECKED: flags.State_On, UNCHECKED: flags.State_Off, PARTLY: flags.State_NoChange}[state]
        tick.state = flags.State_Enabled | shown
        widget = option.widget
        painter.setPen(QPen(look().color("line2"), look().current.edge))  # the dark style has none round a tick
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, tick, painter, widget)
