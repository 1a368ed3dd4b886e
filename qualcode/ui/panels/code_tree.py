"""The tree of codes: how a row looks, and what happens when codes or words are dropped on it."""

from uuid import UUID

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from ..look import Look
from ..marks import paint_mark
from ..models.codebook_model import COUNT, DIGIT, MEMOS, RECORD, CodebookModel
from ..reader.mime import CODINGS, SPAN, codes_of, codings_of
from .rows import GAP, Cursor, Index, RowDelegate, RowTree

_MERGE = Qt.KeyboardModifier.ControlModifier


class CodeRows(RowDelegate):
    """Mark, name, memo sign, digit and count."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        code, px = index.data(RECORD), self.look.px
        cursor = Cursor(painter, option.rect, self.look, option.direction == Qt.LayoutDirection.RightToLeft)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cursor.leading(px(2))
        box = cursor.leading(px(14))
        side = px(14 if code.kind == "theme" else 9)
        mark = QRectF(box.center().x() - side / 2 + 0.5, box.center().y() - side / 2 + 1, side, side)
        paint_mark(painter, mark, code.color, code.kind, self.look.current.dark)
        cursor.leading(px(GAP))
        count = index.data(COUNT)
        cursor.count("" if count is None else str(count))
        if index.data(DIGIT):
            cursor.badge(str(index.data(DIGIT)))
        if index.data(MEMOS):
            cursor.picture("memo", at_end=True)
        cursor.words(code.name, bold=code.kind == "theme")
        painter.restore()


class CodeTree(RowTree):
    """A codebook to drag in, several codes at once: between codes moves, onto one puts below it, with Ctrl merges.
    Words dropped on a code are coded with it, segments get it instead of theirs (with Ctrl as well)."""

    applied = Signal(object)  # code id: words were dropped on it
    merged = Signal(object, object)  # code ids, the id of the code they were dropped on with Ctrl
    given = Signal(object, object, bool)  # coding ids, the id of the code they were dropped on, with Ctrl: as well
    double_clicked = Signal(object)  # code id
    typed = Signal(str)  # letters, for finding a code

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setItemDelegate(CodeRows(look, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAutoExpandDelay(700)
        self._target: Index | None = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Qt would take it for “open”, which is what Enter means here
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.double_clicked.emit(index.data(RECORD).id)
        else:
            super().mouseDoubleClickEvent(event)

    def keyboardSearch(self, search: str) -> None:
        self.typed.emit(search)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.mimeData().hasFormat(SPAN) or event.mimeData().hasFormat(CODINGS):
            self._aim(index)
            event.setAccepted(index.isValid())
            return
        if self._merging(event):
            self._aim(index)
            event.accept()
            return
        self._aim(None)
        super().dragMoveEvent(event)

    def dragLeaveEvent(self, event: object) -> None:
        self._aim(None)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._aim(None)
        index = self.indexAt(event.position().toPoint())
        codings, codes = codings_of(event.mimeData()), self._merging(event)
        if not (codings or codes or event.mimeData().hasFormat(SPAN)):
            super().dropEvent(event)
            return
        if not index.isValid():
            return
        # whatever the hand meant, where it comes from nothing is to be taken away
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        target = index.data(RECORD).id
        if codings:
            self.given.emit(codings, target, bool(event.modifiers() & _MERGE))
        elif codes:
            self.merged.emit(codes, target)
        else:
            self.applied.emit(target)

    def _merging(self, event: QDropEvent) -> list[UUID]:
        """The codes that would be merged into the one under the mouse; none while the order is not the codebook's."""
        index, model = self.indexAt(event.position().toPoint()), self.model()
        if not isinstance(model, CodebookModel) or model.order != "codebook":
            return []
        if not index.isValid() or not event.modifiers() & _MERGE:
            return []
        return [code for code in codes_of(event.mimeData()) if code != index.data(RECORD).id]

    def _aim(self, index: Index | None) -> None:
        self._target = index if index is not None and index.isValid() else None
        self.viewport().update()

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        super().drawRow(painter, options, index)
        if self._target is not None and index == self._target:
            box = QRectF(2, options.rect.top() + 1, self.viewport().width() - 4, options.rect.height() - 2)
            painter.save()
            painter.setPen(QPen(self.look.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)
            painter.restore()
