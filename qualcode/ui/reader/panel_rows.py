"""The rows of the code panel's list and how they are painted."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ...domain.codebook import PATH_SEPARATOR
from ..icons import icon
from ..look import BODY, HINT, META, look
from ..marks import paint_mark
from .matching import Draft, Hit

ROW = Qt.ItemDataRole.UserRole
HIT_HEIGHT, HEADER_HEIGHT, CREATE_HEIGHT = 32, 28, 40
INDENT = 28  # px from the row's edge to the words


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a `hit`, a `header`, or `create`."""

    kind: str
    text: str = ""
    hit: Hit | None = None


def row_height(row: Row) -> int:
    """How high a row is, in pixels of the present scale."""
    return look().px({"hit": HIT_HEIGHT, "header": HEADER_HEIGHT, "create": CREATE_HEIGHT}[row.kind])


def create_text(made: Draft, parent: str) -> str:
    """What the row says that makes a code below the one of that name ("": at the top)."""
    above = PATH_SEPARATOR.join((parent, *made.above) if parent else made.above)
    if above:
        text = QCoreApplication.translate("CodePanel", "Create “{name}” under {parent}").replace("{parent}", above)
    else:
        text = QCoreApplication.translate("CodePanel", "Create “{name}”")
    return text.replace("{name}", made.name)


class RowPainter(QStyledItemDelegate):
    """Paints rows; only hits and `create` can be current."""

    def __init__(self, parent: QWidget, create_hint: str) -> None:
        super().__init__(parent)
        self._create_hint = create_hint

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, row_height(index.data(ROW)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, box = index.data(ROW), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind == "create":
            painter.fillRect(box.left(), box.top() + look().px(3), box.width(), 1, look().color("line"))
            box = box.adjusted(0, look().px(8), 0, 0)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(look().color("accent"), 1) if look().current.high else Qt.PenStyle.NoPen)
            painter.setBrush(look().color("soft"))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if row.kind == "hit":
            self._paint_hit(painter, box, row.hit)
        elif row.kind == "header":
            painter.setFont(look().font(HINT, bold=True))
            painter.setPen(look().color("ink2"))
            words = box.adjusted(look().px(8), 0, 0, -look().px(2))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, row.text)
        else:
            self._paint_create(painter, box, row.text)
        painter.restore()

    def _paint_create(self, painter: QPainter, box: QRect, text: str) -> None:
        side = look().px(14)
        icon("add", "accent").paint(
            painter, QRect(box.left() + look().px(7), box.center().y() - side // 2 + 1, side, side)
        )
        hint_font = look().font(HINT)
        hint_width = QFontMetrics(hint_font).horizontalAdvance(self._create_hint)
        words = box.adjusted(look().px(INDENT), 0, -hint_width - look().px(16), 0)
        _draw(painter, words, text, look().font(BODY), "accent")
        hint = box.adjusted(0, 0, -look().px(8), 0)
        painter.setFont(hint_font)
        painter.setPen(look().color("ink3"))
        painter.drawText(hint, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._create_hint)

    def _paint_hit(self, painter: QPainter, box: QRect, hit: Hit) -> None:
        px, entry = look().px, hit.entry
        side = px(12 if entry.kind == "theme" else 9)
        mark = QRectF(box.left() + px(14) - side / 2, box.center().y() - side / 2 + 0.5, side, side)
        paint_mark(painter, mark, entry.color, entry.kind, look().current.dark)
        right = box.right() - px(8)
        if entry.digit:
            badge = QRectF(right - px(18), box.center().y() - px(8) + 0.5, px(18), px(16))
            painter.setPen(QPen(look().color("line2"), 1))
            painter.drawRoundedRect(badge, 4, 4)
            painter.setFont(look().font(HINT))
            painter.setPen(look().color("ink2"))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, entry.digit)
        right -= px(18 + 12)
        painter.setFont(look().font(META))
        painter.setPen(look().color("ink2"))
        count_box = QRect(right - px(40), box.top(), px(40), box.height())
        painter.drawText(count_box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(entry.count))
        right -= px(44)
        self._paint_name(painter, QRect(box.left() + px(INDENT), box.top(), 0, box.height()), right, hit)

    def _paint_name(self, painter: QPainter, place: QRect, right: int, hit: Hit) -> None:
        """The name with what was typed in bold, elided at its end, then its theme in what room is left."""
        entry, plain, bold = hit.entry, look().font(BODY), look().font(BODY, bold=True)
        x = place.left()
        pieces = (
            (entry.name[: hit.start], plain),
            (entry.name[hit.start : hit.end], bold),
            (entry.name[hit.end :], plain),
        )
        for text, font in pieces:
            x = _draw(painter, QRect(x, place.top(), max(0, right - x), place.height()), text, font, "ink")
        if entry.parent and right - x > look().px(40):
            x += look().px(10)
            rest = QRect(x, place.top(), right - x, place.height())
            _draw(painter, rest, entry.parent, look().font(META), "ink2")


def _draw(painter: QPainter, box: QRect, text: str, font: QFont, role: str) -> int:
    """Draw one line of text, elided; the x where it ends."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.setPen(look().color(role))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    return box.left() + metrics.horizontalAdvance(shown)
