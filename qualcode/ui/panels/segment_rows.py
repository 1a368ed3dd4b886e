"""How a segment looks in a list: its words in serif, where they stand, who coded them."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QTextLayout, QTextOption
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

from ...app.lists import SegmentRow
from ..coding.signs import MOST_IN_ROW, row_signs
from ..icons import icon
from ..look import BODY, META, Look
from ..marks import paint_mark
from ..models.segments_model import ROW, SEVERAL, SegmentsModel
from ..reader.blocks import mostly_cjk
from .rows import Index, draw, paint_ground

LINES, LINE, META_LINE, PAD = 3, 19, 18, 8
HEIGHT = LINES * LINE + META_LINE + 2 * PAD + 4
SIGN_ROLES = {"discuss": "warn", "eye": "warn"}  # what waits for somebody


class SegmentList(QTableView):
    """Rows of one height, so that a quarter of a million of them cost nothing.

    A table of one column, because QListView asks the model about every single row whenever it lays itself out.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.setItemDelegate(SegmentRows(look, self))
        look.follow(self._dress)
        self._dress()

    def _dress(self) -> None:
        # the least size stays as it is: Qt would look at every row, half a minute for a quarter of a million
        self.verticalHeader().setDefaultSectionSize(self.look.px(HEIGHT))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class SegmentRows(QStyledItemDelegate):
    """Paints one row; a quiet bar stands where the words have not arrived yet."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self.look.px(120), self.look.px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state, flags = option.state, QStyle.StateFlag
        paint_ground(
            painter,
            option.rect,
            self.look,
            chosen=bool(state & flags.State_Selected),
            hovered=bool(state & flags.State_MouseOver),
            focused=bool(state & flags.State_HasFocus),
            mirrored=option.direction == Qt.LayoutDirection.RightToLeft,
        )
        px = self.look.px
        box = option.rect.adjusted(px(16), px(PAD), -px(16), -px(PAD))
        row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row is None:
            self._paint_placeholder(painter, box)
        else:
            quote = QRect(box.left(), box.top(), box.width(), px(LINES * LINE))
            lines = paint_quote(painter, quote, row.quote, self.look)
            meta = QRect(box.left(), box.top() + lines * px(LINE) + px(2), box.width(), px(META_LINE))
            self._paint_meta(painter, meta, row, index, option.direction == Qt.LayoutDirection.RightToLeft)
        painter.restore()

    def _paint_placeholder(self, painter: QPainter, box: QRect) -> None:
        px = self.look.px
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.color("hover"))
        for line, share in ((0, 0.9), (1, 0.6)):
            bar = QRectF(box.left(), box.top() + line * px(LINE) + px(5), box.width() * share, px(9))
            painter.drawRoundedRect(bar, 4, 4)

    def _paint_meta(self, painter: QPainter, box: QRect, row: SegmentRow, index: Index, mirrored: bool) -> None:
        model = index.model()
        assert isinstance(model, SegmentsModel)
        look, px = self.look, self.look.px
        font = look.font(META)
        coder = model.coder(row)
        width = min(QFontMetrics(font).horizontalAdvance(coder) + 4, box.width() * 2 // 5)
        name = QRect(box.right() + 1 - width, box.top(), width, box.height())
        draw(painter, _side(name, box, mirrored), coder, font, look.color("ink3"), trailing=not mirrored)
        signs = self._paint_signs(
            painter, QRect(box.left(), box.top(), box.width() - width, box.height()), row, mirrored
        )
        rest = QRect(box.left(), box.top(), box.width() - width - signs - px(8), box.height())
        code = model.names.codebook.by_id.get(row.coding.code)
        if index.data(SEVERAL) and code is not None:
            side = px(12 if code.kind == "theme" else 8)
            mark = QRect(rest.left(), rest.center().y() - side // 2, side, side)
            paint_mark(painter, QRectF(_side(mark, box, mirrored)), code.color, code.kind, look.current.dark)
            rest.setLeft(rest.left() + px(16))
            place = model.place(row)
            needed = QFontMetrics(font).horizontalAdvance(f" · {place}")
            names = QFontMetrics(font).elidedText(
                code.name, Qt.TextElideMode.ElideRight, max(px(40), rest.width() - needed)
            )
            text = f"{names} · {place}"
        else:
            text = model.place(row)
        draw(painter, _side(rest, box, mirrored), text, font, look.color("ink2"), trailing=mirrored)

    def _paint_signs(self, painter: QPainter, box: QRect, row: SegmentRow, mirrored: bool) -> int:
        """Paint what was said about the coding, so that it ends where `box` does; how wide that is."""
        px = self.look.px
        side, font = px(14), self.look.font(META)
        right = box.right() + 1 - px(6)
        signs = row_signs(row)[:MOST_IN_ROW]
        for sign in reversed(signs):
            width = side if sign.icon else QFontMetrics(font).horizontalAdvance(sign.shown) + 2
            place = _side(QRect(right - width, box.top(), width, box.height()), box, mirrored)
            if sign.icon:
                top = place.center().y() - side // 2 + 1
                icon(sign.icon, SIGN_ROLES.get(sign.icon, "ink2")).paint(painter, QRect(place.left(), top, side, side))
            else:
                draw(painter, place, sign.shown, font, self.look.color("ink2"))
            right -= width + px(4)
        return box.right() + 1 - right if signs else 0


def paint_quote(painter: QPainter, box: QRect, quote: str, look: Look, most: int = LINES) -> int:
    """Paint somebody's words in at most so many lines; how many they took."""
    font = look.reading_font(BODY, mostly_cjk(quote))
    metrics = QFontMetrics(font)
    layout = QTextLayout(quote, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.setFont(font)
    painter.setPen(look.color("ink"))
    pitch = look.px(LINE)
    layout.beginLayout()
    lines = 0
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        lines += 1
        line.setLineWidth(box.width())
        top = box.top() + number * pitch
        if number == most - 1 and line.textStart() + line.textLength() < len(quote.encode("utf-16-le")) // 2:
            rest = quote.encode("utf-16-le")[2 * line.textStart() :].decode("utf-16-le", "replace")
            # a long tail would take its whole width to measure
            shown = metrics.elidedText(rest[:300], Qt.TextElideMode.ElideRight, box.width())
            if not shown.endswith("…"):
                shown += "…"
            painter.drawText(QRect(box.left(), top, box.width(), pitch), Qt.AlignmentFlag.AlignVCenter, shown)
            break
        line.setPosition(QPointF(0, 0))
        line.draw(painter, QPointF(box.left(), top + (pitch - line.height()) / 2))
    layout.endLayout()
    return lines


def _side(part: QRect, whole: QRect, mirrored: bool) -> QRect:
    """A part of a box, on the other side where text runs from right to left."""
    if not mirrored:
        return part
    return QRect(whole.left() + whole.right() - part.right(), part.top(), part.width(), part.height())
