"""Quotes in the relation's inspector: their words in serif, where they stand; evidence, or what could be."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ...app.lists import Quoted
from ..look import BODY, META, Look
from ..panels.rows import Index, paint_ground
from ..reader.blocks import mostly_cjk
from ..themes.evidence import citation
from ..themes.lines import write
from ..themes.rows_list import RowsList

ROW = Qt.ItemDataRole.UserRole
_PAD, _LINES = 6, 4
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A passage, and who chose it ("" where nobody has)."""

    passage: Quoted
    coder: str = ""

    @property
    def segment(self) -> UUID:
        """The segment's id."""
        return self.passage.segment.id

    @property
    def place(self) -> str:
        """Where it stands, and who chose it."""
        return " · ".join(filter(None, (citation(self.passage), self.coder)))


class QuoteModel(QAbstractListModel):
    """Passages in their order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[QuoteRow, ...] = ()

    def show(self, rows: Sequence[QuoteRow]) -> None:
        """Show these."""
        if tuple(rows) != self.rows:
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.passage.quote} · {row.place}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.passage.quote}\n{citation(row.passage, short=False)}"
        return None


class QuoteRows(QStyledItemDelegate):
    """Paints them."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, RowsList) else self._look.px(280)
        return QSize(width, self._compose(None, QRect(0, 0, width, 0), index.data(ROW)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state, flags = option.state, QStyle.StateFlag
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(
            painter,
            option.rect,
            self._look,
            chosen=bool(state & flags.State_Selected),
            hovered=bool(state & flags.State_MouseOver),
            focused=bool(state & flags.State_HasFocus),
            mirrored=option.direction == Qt.LayoutDirection.RightToLeft,
        )
        self._compose(painter, option.rect, index.data(ROW))
        painter.restore()

    def _compose(self, painter: QPainter | None, box: QRect, row: QuoteRow) -> int:
        look, px = self._look, self._look.px
        inner = box.adjusted(px(12), px(_PAD), -px(10), 0)
        quote = row.passage.quote
        font = look.reading_font(BODY, mostly_cjk(quote))
        at = inner.top() + write(painter, inner, quote, font, look.color("ink"), _LINES) + px(2)
        line = QRect(inner.left(), at, inner.width(), 0)
        at += write(painter, line, row.place, look.font(META), look.color("ink2"), 2)
        return at + px(_PAD) - box.top()
