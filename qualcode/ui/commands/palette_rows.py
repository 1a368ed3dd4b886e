"""How the palette paints what it found: name with the letters typed, its place, its key."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ..look import BODY, META, look
from ..marks import paint_mark
from .ranking import Found

FOUND = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 32


class PaletteRows(QStyledItemDelegate):
    """One line each."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, look().px(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        found: Found = index.data(FOUND)
        px, box = look().px, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(look().color("accent"), 1) if look().current.high and selected else Qt.PenStyle.NoPen)
            painter.setBrush(look().color("soft" if selected else "hover"))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6))
        inside = box.adjusted(px(8), 0, -px(8), 0)
        painter.setFont(look().font(META))
        painter.setPen(look().color("ink2"))
        keys = found.entry.hint
        if keys:
            painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, keys)
            inside.setRight(inside.right() - QFontMetrics(painter.font()).horizontalAdvance(keys) - px(16))
        if found.entry.color:
            side = px(12 if found.entry.kind == "theme" else 9)
            mark = QRectF(box.left() + px(14) - side / 2, box.center().y() - side / 2 + 0.5, side, side)
            paint_mark(painter, mark, found.entry.color, found.entry.kind, look().current.dark)
            inside.setLeft(box.left() + px(28))
        self._paint_name(painter, inside, found)
        painter.restore()

    @staticmethod
    def _paint_name(painter: QPainter, inside: QRect, found: Found) -> None:
        """The name with what was typed in bold, then where it is in what room is left."""
        plain, bold = look().font(BODY), look().font(BODY, bold=True)
        text, x = found.entry.text, inside.left()
        metrics = QFontMetrics(bold)
        if metrics.horizontalAdvance(text) > inside.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.setPen(look().color("ink"))
        at = 0
        while at < len(text):
            end = at + 1
            heavy = at in found.marked
            while end < len(text) and (end in found.marked) == heavy:
                end += 1
            font = bold if heavy else plain
            painter.setFont(font)
            width = QFontMetrics(font).horizontalAdvance(text[at:end])
            painter.drawText(
                QRect(x, inside.top(), width + 2, inside.height()), Qt.AlignmentFlag.AlignVCenter, text[at:end]
            )
            x += width
            at = end
        rest = QRect(x + look().px(10), inside.top(), inside.right() - x - look().px(10), inside.height())
        if found.entry.beside and rest.width() > look().px(30):
            painter.setFont(look().font(META))
            painter.setPen(look().color("ink2"))
            shown = QFontMetrics(painter.font()).elidedText(
                found.entry.beside, Qt.TextElideMode.ElideRight, rest.width()
            )
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, shown)
