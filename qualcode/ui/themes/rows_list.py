"""A list as high as its rows: inside an inspector only the inspector scrolls."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QStyleOptionViewItem, QWidget

from ..look import Look


class RowsList(QListView):
    """Rows of any height; `pressed_key` gets what is typed on a row before the list does."""

    pressed_key = Signal(QKeyEvent)

    def __init__(self, look: Look, model: QAbstractItemModel, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.takes: Callable[[QKeyEvent], bool] = lambda _event: False  # whether a key is for the row that has them
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        model.modelReset.connect(self.fit)
        look.follow(self.fit)

    def fit(self) -> None:
        """Take the height of the rows."""
        model, delegate = self.model(), self.itemDelegate()
        option = QStyleOptionViewItem()
        rows = range(model.rowCount())
        height = sum(delegate.sizeHint(option, model.index(row, 0)).height() for row in rows)
        self.setFixedHeight(height + 2)
        self.setVisible(model.rowCount() > 0)
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it belongs to the inspector

    def event(self, event: QEvent) -> bool:
        # keys that do something on a row belong to the text elsewhere
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.takes(event):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(False)
        self.pressed_key.emit(event)
        if event.isAccepted():
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self.height())
