"""How a theme looks on the board: name with its mark, what it rests on, its stage, and what is missing."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ...app.theme_facts import ThemeFacts
from ..icons import icon
from ..look import BODY, META, Look
from ..marks import paint_mark
from ..panels.rows import Index
from .lines import write
from .stage_marks import marks_width, paint_stage
from .wording import caution_text, counts_text, rests_text

FACTS = Qt.ItemDataRole.UserRole  # ThemeFacts
_PAD, _GAP, _MARK = 10, 8, 16
_NAME_LINES, _META_LINES, _CAUTION_LINES = 3, 2, 4


class ThemeCards(QStyledItemDelegate):
    """Paints cards as high as their words need in the width of the list."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self._heights: dict[tuple[int, str, tuple[str, ...]], int] = {}
        look.follow(self._forget)

    def _forget(self) -> None:
        self._heights.clear()

    def _width(self) -> int:
        view = self.parent()
        width = view.viewport().width() if hasattr(view, "viewport") else self.look.px(160)
        return max(width - self.look.px(8), self.look.px(80))

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        facts: ThemeFacts = index.data(FACTS)
        width = self._width()
        words = (counts_text(facts), caution_text(facts), rests_text(facts))
        key = (width, facts.theme.name, words)
        if key not in self._heights:
            box = QRect(0, 0, width, 10_000)
            self._heights[key] = self._compose(None, box, facts)
        return QSize(width, self._heights[key] + self.look.px(_GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        facts: ThemeFacts = index.data(FACTS)
        look, px = self.look, self.look.px
        state, flags = option.state, QStyle.StateFlag
        box = option.rect.adjusted(px(4), px(_GAP) // 2, -px(4), -(px(_GAP) - px(_GAP) // 2))
        chosen, focused = bool(state & flags.State_Selected), bool(state & flags.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(look.color("line2"), look.current.edge)
        if facts.stage in ("candidate", "dropped"):
            pen.setStyle(Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([4, 3])
        if chosen:
            pen = QPen(look.color("accent"), 2)
        painter.setPen(pen)
        painter.setBrush(look.color("soft" if chosen else "hover" if state & flags.State_MouseOver else "raised"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), px(8), px(8))
        if focused:
            painter.setPen(QPen(look.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(-1.5, -1.5, 1.5, 1.5), px(9), px(9))
        self._compose(painter, box, facts, option.direction == Qt.LayoutDirection.RightToLeft)
        painter.restore()

    def _compose(self, painter: QPainter | None, box: QRect, facts: ThemeFacts, mirrored: bool = False) -> int:
        """Write the card into a box, or only say how high it is."""
        look, px = self.look, self.look.px
        inner = box.adjusted(px(_PAD), px(_PAD), -px(_PAD), 0)
        mark = px(_MARK)
        name = inner.adjusted(0, 0, -(mark + px(6)), 0) if mirrored else inner.adjusted(mark + px(6), 0, 0, 0)
        if painter is not None:
            left = inner.right() + 1 - mark if mirrored else inner.left()
            square = QRectF(left, inner.top() + px(1), mark, mark).adjusted(1, 1, -1, -1)
            paint_mark(painter, square, facts.theme.color, "theme", look.current.dark)
        role = "ink3" if facts.stage == "dropped" else "ink"
        bold = look.font(BODY, bold=True)
        high = write(painter, name, facts.theme.name, bold, look.color(role), _NAME_LINES)
        at = inner.top() + max(high, mark) + px(4)
        meta = look.font(META)
        at += write(painter, _from(inner, at), counts_text(facts), meta, look.color("ink2"), _META_LINES) + px(6)
        if painter is not None:
            left = inner.right() + 1 - marks_width(look) if mirrored else inner.left()
            paint_stage(painter, left, at + px(5), facts.stage, look)
        at += px(12)
        for caution in filter(None, (caution_text(facts), rests_text(facts))):
            at += px(2)
            side = px(14)
            line = _from(inner, at)
            words = line.adjusted(0, 0, -(side + px(5)), 0) if mirrored else line.adjusted(side + px(5), 0, 0, 0)
            if painter is not None:
                left = inner.right() + 1 - side if mirrored else inner.left()
                icon("warning", "warn").paint(painter, QRect(left, at + px(1), side, side))
            at += write(painter, words, caution, meta, look.color("warn"), _CAUTION_LINES)
        return at + px(_PAD) - 2 - box.top()


def _from(box: QRect, top: int) -> QRect:
    return QRect(box.left(), top, box.width(), box.height())
