"""The list in which a code is split: its segments with their surroundings, and where each of them goes."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ...app.contexts import Context
from ..look import BODY, META, Look, letter_pen
from ..panels.rows import draw, paint_ground
from ..panels.segment_rows import SegmentList
from ..reader.blocks import mostly_cjk

KEYS = "123456789abcdefghijklmnopqrstuvwxyz"  # of the targets, in their order
LINES, LINE, META_LINE, PAD, BADGE = 4, 19, 18, 8, 22
_BEFORE = 70  # characters of what stands before the words
HEIGHT = LINES * LINE + META_LINE + 2 * PAD + 4
CONTEXT = Qt.ItemDataRole.UserRole
TARGET = Qt.ItemDataRole.UserRole + 1  # number of the target, or None: stays
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class SplitModel(QAbstractListModel):
    """The segments that pass the filters. What was dealt out is kept by coding, whatever is shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[Context] = []
        self.targets: list[str] = []  # what the codes are called
        self.dealt: dict[UUID, int] = {}

    def show(self, rows: list[Context]) -> None:
        """List these segments."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def append(self, rows: list[Context]) -> None:
        """Put these behind those that are there."""
        if rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows = [*self.rows, *rows]
            self.endInsertRows()

    def deal(self, indexes: list[QModelIndex], target: int | None) -> None:
        """Give rows to a target (None: they stay)."""
        for index in indexes:
            coding = self.rows[index.row()].coding.id
            if target is None:
                self.dealt.pop(coding, None)
            else:
                self.dealt[coding] = target
            self.dataChanged.emit(index, index)

    def forget(self, target: int) -> None:
        """A target goes: its segments stay where they were, and later targets move up."""
        self.targets.pop(target)
        self.dealt = {key: number - (number > target) for key, number in self.dealt.items() if number != target}
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def of_target(self, target: int) -> list[UUID]:
        """The codings that go to a target."""
        return [coding for coding, number in self.dealt.items() if number == target]

    # ── what Qt asks ──
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, display = self.rows[index.row()], Qt.ItemDataRole
        answers: dict[int, Callable[[], object]] = {
            CONTEXT: lambda: row,
            TARGET: lambda: self.dealt.get(row.coding.id),
            display.DisplayRole: lambda: row.words,
            display.AccessibleTextRole: lambda: ", ".join((self._where(row), row.words, self.place(row), row.coder)),
            display.ToolTipRole: lambda: self.place(row),
        }
        answer = answers.get(role)
        return answer() if answer else None

    def _where(self, row: Context) -> str:
        target = self.dealt.get(row.coding.id)
        return self.tr("stays") if target is None else self.targets[target]

    def place(self, row: Context) -> str:
        """Where the words stand."""
        if not row.turn:
            return row.document
        turn = self.tr("{document}, turn {turn}")
        return turn.replace("{turn}", str(row.turn)).replace("{document}", row.document)


class SplitList(SegmentList):
    """The rows to be dealt out, several of which may be chosen."""

    def __init__(self, look: Look, model: SplitModel, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.setModel(model)
        self.setItemDelegate(SplitRows(look, model, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def _dress(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.look.px(HEIGHT))
        self.viewport().update()


class SplitRows(QStyledItemDelegate):
    """The key of the target in a box, the words in their surroundings, where they stand."""

    def __init__(self, look: Look, model: SplitModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._model = look, model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._look.px(200), self._look.px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, px, flags = self._look, self._look.px, QStyle.StateFlag
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        paint_ground(
            painter,
            option.rect,
            look,
            chosen=bool(option.state & flags.State_Selected),
            hovered=bool(option.state & flags.State_MouseOver),
            focused=bool(option.state & flags.State_HasFocus),
            mirrored=mirrored,
        )
        row, target = index.data(CONTEXT), index.data(TARGET)
        box = option.rect.adjusted(px(12), px(PAD), -px(12), -px(PAD))
        side = px(BADGE)
        badge = QRect(box.right() + 1 - side if mirrored else box.left(), box.top(), side, side)
        gap = side + px(10)
        inner = box.adjusted(0, 0, -gap, 0) if mirrored else box.adjusted(gap, 0, 0, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_badge(painter, QRectF(badge), target)
        lines = self._paint_words(painter, inner, row)
        meta = QRect(inner.left(), inner.top() + lines * px(LINE) + px(2), inner.width(), px(META_LINE))
        told = [self._model.place(row), row.coder]
        if target is not None:
            told.insert(0, "→ " + self._model.targets[target])
        draw(painter, meta, " · ".join(told), look.font(META), look.color("ink2"), trailing=mirrored)
        painter.restore()

    def _paint_badge(self, painter: QPainter, box: QRectF, target: int | None) -> None:
        look = self._look
        frame = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(look.color("line2" if target is None else "accent"), look.current.edge))
        painter.setBrush(look.color("accent") if target is not None else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 4, 4)
        if target is not None:
            painter.setFont(look.font(META, bold=True))
            painter.setPen(look.color("on_accent"))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, KEYS[target])

    def _paint_words(self, painter: QPainter, box: QRect, row: Context) -> int:
        """The words in ink, what stands around them paler; how many lines they took."""
        look = self._look
        font = look.reading_font(BODY, mostly_cjk(row.words))
        before = _tail(row.before)
        text = f"{before}{row.words}{' ' + row.after if row.after else ''}"
        layout = QTextLayout(text, font)
        layout.setFormats(
            [
                _range(0, len(before), look.color("ink3"), font),
                _range(len(before), len(row.words), look.color("ink"), font, bold=True),
                _range(
                    len(before) + len(row.words), len(text) - len(before) - len(row.words), look.color("ink3"), font
                ),
            ]
        )
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setPen(letter_pen(look.color("ink"), text))
        pitch = look.px(LINE)
        layout.beginLayout()
        lines = 0
        while lines < LINES:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(box.width() - look.px(14))
            line.setPosition(QPointF(0, lines * pitch + (pitch - line.height()) / 2))
            lines += 1
        layout.endLayout()
        layout.draw(painter, QPointF(box.topLeft()))
        last = layout.lineAt(lines - 1)
        if last.textStart() + last.textLength() < len(text.encode("utf-16-le")) // 2:
            end = QRect(box.left(), box.top() + (lines - 1) * pitch, box.width(), pitch)
            painter.setFont(font)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(end, side | Qt.AlignmentFlag.AlignAbsolute, "…")
        return lines


def _tail(before: str) -> str:
    """The end of what stands before the words, from a whole word on."""
    if len(before) > _BEFORE:
        cut = before[-_BEFORE:]
        before = "… " + (cut[cut.index(" ") + 1 :] if " " in cut else cut)
    return f"{before} " if before else ""


def _range(start: int, length: int, color: QColor, font: QFont, bold: bool = False) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = start, length
    form = QTextCharFormat()
    if bold:
        heavy = QFont(font)
        heavy.setBold(True)
        form.setFont(heavy)
    form.setForeground(color)
    found.format = form
    return found
