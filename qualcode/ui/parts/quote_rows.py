"""Quotes in the list of an inspector: their words in serif, where they stand, and what is said of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ...app.lists import Quoted
from ..look import BODY, META, Look
from ..panels.rows import Index, paint_ground
from ..reader.blocks import mostly_cjk
from ..themes.lines import write

ROW = Qt.ItemDataRole.UserRole
_SHOWN = Qt.ItemDataRole.UserRole + 1
_PAD, _QUOTE_LINES, _PLACE_LINES, _COMMENT_LINES = 6, 4, 2, 4
_NOWHERE = QModelIndex()


def citation(passage: Quoted, short: bool = True) -> str:
    """Where a passage stands, as it is cited: "P07, turn 43"."""
    document = passage.short if short else passage.document
    if not passage.turn:
        return document
    text = QCoreApplication.translate("Citation", "{document}, turn {first}")
    return text.replace("{first}", str(passage.turn)).replace("{document}", document)


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """How a row is shown: its passage, who chose it and what is said of it ("": nobody, nothing)."""

    passage: Quoted
    coder: str = ""
    comment: str = ""

    @property
    def place(self) -> str:
        """Where it stands, and who chose it."""
        return " · ".join(filter(None, (citation(self.passage), self.coder)))


class QuoteModel(QAbstractListModel):
    """Rows in their order, of any kind; `shown` says how each of them is shown."""

    def __init__(self, parent: QWidget, shown: Callable[[Any], ShownQuote]) -> None:
        super().__init__(parent)
        self.rows: tuple[Any, ...] = ()
        self._shown = shown

    def show(self, rows: Sequence[Any]) -> None:
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
        shown = self._shown(row)
        if role == _SHOWN:
            return shown
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join(filter(None, (shown.passage.quote, shown.place, shown.comment)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{shown.passage.quote}\n{citation(shown.passage, short=False)}"
        return None


class QuoteRows(QStyledItemDelegate):
    """Paints them."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else self._look.px(280)
        return QSize(width, self._compose(None, QRect(0, 0, width, 0), index.data(_SHOWN)))

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
        self._compose(painter, option.rect, index.data(_SHOWN))
        painter.restore()

    def _compose(self, painter: QPainter | None, box: QRect, shown: ShownQuote) -> int:
        """Paint it from the top of a box on, or only measure; how high it is in px."""
        look, px = self._look, self._look.px
        inner = box.adjusted(px(12), px(_PAD), -px(10), 0)
        quote = shown.passage.quote
        font = look.reading_font(BODY, mostly_cjk(quote))
        at = inner.top() + write(painter, inner, quote, font, look.color("ink"), _QUOTE_LINES) + px(2)
        line = QRect(inner.left(), at, inner.width(), 0)
        at += write(painter, line, shown.place, look.font(META), look.color("ink2"), _PLACE_LINES)
        if shown.comment:
            at += px(3)
            line = QRect(inner.left(), at, inner.width(), 0)
            at += write(painter, line, shown.comment, look.font(BODY), look.color("ink"), _COMMENT_LINES)
        return at + px(_PAD) - box.top()
