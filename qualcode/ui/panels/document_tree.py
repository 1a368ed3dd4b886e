"""The tree of folders and documents: how a row looks, and what is dropped on it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from ..look import Look
from ..models.documents_model import DocumentsModel
from .rows import Cursor, Index, RowDelegate, RowTree


class DocumentRows(RowDelegate):
    """A folder in bold with the number of its documents; a document with its picture and memo sign; codings at the
    end of both."""

    def __init__(self, look: Look, model: DocumentsModel, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        cursor = Cursor(painter, option.rect, self.look, mirrored)
        painter.save()
        name, inside, codings, picture, memos = self._model.painted(index)
        count = str(codings or "")
        if inside is not None:
            cursor.count(count)
            cursor.words(f"{name} · {inside}", bold=True)
        else:
            cursor.leading(self.look.px(2))
            cursor.picture(picture)
            cursor.count(count)
            if memos:
                cursor.picture("memo", at_end=True)
            cursor.words(name)
        painter.restore()


class DocumentTree(RowTree):
    """Documents and folders to drag, several at once: onto a folder goes into it, between documents changes their
    order, below all rows out of every folder."""

    typed = Signal(str)  # letters, for finding a document

    def __init__(self, look: Look, model: DocumentsModel, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setModel(model)
        self.setItemDelegate(DocumentRows(look, model, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAutoExpandDelay(700)

    def keyboardSearch(self, search: str) -> None:
        if search.strip():
            self.typed.emit(search)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.ignore()  # files are the panel's affair
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if event.mimeData().hasUrls():
            event.ignore()
            return
        super().dropEvent(event)
        # the step moves the rows; where the drag comes from nothing is to be taken away
        event.setDropAction(Qt.DropAction.CopyAction)
