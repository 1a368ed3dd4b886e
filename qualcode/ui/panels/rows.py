"""Rows of 28 px in a tree: chosen, hovered and focused grounds, twisties, and a painter's helpers."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from ..icons import icon
from ..look import BODY, HINT, META, Look, letter_pen

ROW, INDENT, GAP, EDGE = 28, 16, 8, 6
Index = QModelIndex | QPersistentModelIndex


class RowTree(QTreeView):
    """A tree whose grounds span the whole row: soft and a 3 px bar when chosen."""

    left_field = Signal()  # a row is not written in any more

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setExpandsOnDoubleClick(False)
        self.setAnimated(False)
        look.follow(self._dress)
        self._dress()

    @property
    def editing(self) -> bool:
        """Whether somebody is writing in a row: other rows would close the field."""
        return self.state() == QAbstractItemView.State.EditingState

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        self.left_field.emit()

    def _dress(self) -> None:
        self.setIndentation(self.look.px(INDENT))
        self.setFont(self.look.font(BODY))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        box = QRect(0, options.rect.top(), self.viewport().width(), options.rect.height())
        chosen = self.selectionModel() is not None and self.selectionModel().isSelected(index)
        under_mouse = self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos())) == index
        paint_ground(
            painter,
            box,
            self.look,
            chosen=chosen,
            hovered=under_mouse and self.underMouse(),
            focused=self.hasFocus() and index == self.currentIndex(),
            mirrored=self.isRightToLeft(),
        )
        self.drawBranches(painter, self._branches(options.rect, index), index)
        inner = QStyleOptionViewItem(options)
        inner.rect = self.visualRect(index)
        inner.widget = self
        inner.state = QStyle.StateFlag.State_Enabled
        self.itemDelegateForIndex(index).paint(painter, inner, index)

    def _branches(self, row: QRect, index: Index) -> QRect:
        inner = self.visualRect(index)
        if self.isRightToLeft():
            return QRect(inner.right() + 1, row.top(), self.viewport().width() - inner.right() - 1, row.height())
        return QRect(0, row.top(), inner.left(), row.height())

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        if not self.model().hasChildren(index):
            return
        step, side = self.indentation(), self.look.px(12)
        edge = self.look.px(EDGE)
        left = rect.left() - edge if self.isRightToLeft() else rect.right() - step + 1 + edge
        box = QRect(left + (step - side) // 2, rect.center().y() - side // 2 + 1, side, side)
        painter.save()
        painter.translate(box.center())
        if self.isExpanded(index):
            painter.rotate(90)
        elif self.isRightToLeft():
            painter.rotate(180)
        painter.translate(-box.center())
        icon("chevron").paint(painter, box)
        painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter means “open”; Qt would give it to an editor on some platforms
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.currentIndex().isValid() and not self.editing:
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class RowDelegate(QStyledItemDelegate):
    """Lays a row out from both ends; lengths follow the scale, sides the reading direction."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self.look.px(120), self.look.px(ROW))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("Name"))
        px = self.look.px
        editor.setStyleSheet(f"min-height: {px(20)}px; padding: 0 {px(4)}px;")
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        box = QRect(option.rect)
        lead = self.look.px(24)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        box.adjust(0 if mirrored else lead, self.look.px(1), -lead if mirrored else 0, -self.look.px(1))
        editor.setGeometry(box)


class Cursor:
    """What is left of a row while it is being filled from the leading and the trailing end."""

    def __init__(self, painter: QPainter, box: QRect, look: Look, mirrored: bool) -> None:
        self.painter = painter
        self.look = look
        self._whole = box
        self._mirrored = mirrored
        self._first, self._last = box.left() + look.px(EDGE), box.right() + 1 - look.px(12)

    def leading(self, width: int) -> QRect:
        """Take `width` pixels from the leading end."""
        self._first += width
        return self._mirror(self._first - width, width)

    def trailing(self, width: int) -> QRect:
        """Take `width` pixels from the trailing end."""
        self._last -= width
        return self._mirror(self._last, width)

    def rest(self) -> QRect:
        """What is left."""
        return self._mirror(self._first, max(0, self._last - self._first))

    def _mirror(self, left: int, width: int) -> QRect:
        whole = self._whole
        x = whole.left() + whole.right() + 1 - left - width if self._mirrored else left
        return QRect(x, whole.top(), width, whole.height())

    def count(self, text: str) -> None:
        """A number at the trailing end, at least as wide as three figures."""
        font = self.look.font(META)
        metrics = QFontMetrics(font)
        width = max(metrics.horizontalAdvance("000"), metrics.horizontalAdvance(text)) + 2
        draw(self.painter, self.trailing(width), text, font, self.look.color("ink2"), trailing=not self._mirrored)
        self.trailing(self.look.px(GAP))

    def badge(self, text: str) -> None:
        """A digit in a frame at the trailing end."""
        px = self.look.px
        box = self.trailing(px(16))
        frame = QRectF(box.left() + 0.5, box.center().y() - px(8) + 0.5, px(15), px(15))
        self.painter.setPen(QPen(self.look.color("line2"), self.look.current.edge))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(frame, 4, 4)
        self.painter.setFont(self.look.font(HINT))
        self.painter.setPen(self.look.color("ink2"))
        self.painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, text)
        self.trailing(px(6))

    def picture(self, name: str, at_end: bool = False) -> None:
        """A line icon of 16 px."""
        side = self.look.px(16)
        box = self.trailing(side) if at_end else self.leading(side)
        icon(name).paint(self.painter, QRect(box.left(), box.center().y() - side // 2 + 1, side, side))
        gap = self.look.px(6 if at_end else GAP)
        self.trailing(gap) if at_end else self.leading(gap)

    def words(self, text: str, bold: bool = False, role: str = "ink", size: float = BODY) -> None:
        """One line in what is left, elided at its end."""
        draw(self.painter, self.rest(), text, self.look.font(size, bold), self.look.color(role), self._mirrored)


def paint_ground(
    painter: QPainter,
    box: QRect,
    look: Look,
    *,
    chosen: bool,
    hovered: bool,
    focused: bool,
    mirrored: bool = False,
) -> None:
    """The ground of a row: soft and a bar when chosen, a ring when it has the keyboard."""
    if not (chosen or hovered or focused):
        return
    px = look.px
    inner = QRectF(box).adjusted(px(4), 0.5, -px(4), -0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if chosen or hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("soft" if chosen else "hover"))
        painter.drawRoundedRect(inner, px(6), px(6))
    if chosen:
        painter.setBrush(look.color("accent"))
        left = box.right() - px(3) + 1 if mirrored else box.left()
        painter.drawRoundedRect(QRectF(left, box.top() + px(4), px(3), box.height() - px(8)), 1.5, 1.5)
    if focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.color("focus"), 2))
        painter.drawRoundedRect(inner.adjusted(1, 0.5, -1, -0.5), px(6), px(6))
    painter.restore()


def draw(painter: QPainter, box: QRect, text: str, font: QFont, color: QColor, trailing: bool = False) -> None:
    """One line of text, elided; `trailing`: at the right."""
    side = Qt.AlignmentFlag.AlignRight if trailing else Qt.AlignmentFlag.AlignLeft
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # a name runs as its letters do
    painter.setFont(font)
    painter.setPen(letter_pen(color, shown))
    painter.drawText(
        box, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown
    )


def plain_ground(widget: QWidget, look: Look) -> None:
    """Let a widget stand on the panel's colour."""
    palette = QPalette(widget.palette())
    palette.setColor(QPalette.ColorRole.Window, look.color("panel"))
    palette.setColor(QPalette.ColorRole.Base, look.color("panel"))
    widget.setPalette(palette)
    widget.setAutoFillBackground(True)
