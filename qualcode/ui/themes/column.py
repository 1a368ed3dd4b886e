"""One phase of the board: the cards of its themes, which can be dragged to another phase or moved there by keys."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QEvent, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ...app.theme_facts import ThemeFacts
from ..look import Look
from .cards import FACTS, ThemeCards
from .wording import theme_text

THEME = "application/x-qualcode-theme"  # 16 bytes
Index = QModelIndex | QPersistentModelIndex
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
NOWHERE = QModelIndex()


class CardModel(QAbstractListModel):
    """The themes of one phase in codebook order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.themes: tuple[ThemeFacts, ...] = ()

    def show(self, themes: Sequence[ThemeFacts]) -> None:
        """Show these themes."""
        if tuple(themes) != self.themes:
            self.beginResetModel()
            self.themes = tuple(themes)
            self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.themes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.themes):
            return None
        facts = self.themes[index.row()]
        if role == FACTS:
            return facts
        if role == Qt.ItemDataRole.DisplayRole:
            return facts.theme.name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return theme_text(facts)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [THEME]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        found = QMimeData()
        found.setData(THEME, self.themes[indexes[0].row()].theme.id.bytes)
        return found


class StageColumn(QListView):
    """The cards of one phase."""

    chosen = Signal(object)  # the id of the theme that has the keys, or was clicked
    opened = Signal(object)  # the id of one to look at in full
    dropped = Signal(object)  # the id of one that is to come here
    aside = Signal(int)  # the keys go to the phase before (-1) or after (1)
    moved = Signal(object, int)  # the id of a theme that goes to the phase before or after

    def __init__(self, look: Look, name: str, writes: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.cards = CardModel(self)
        self._writes = writes
        self.setModel(self.cards)
        self.setItemDelegate(ThemeCards(look, self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(writes)
        self.setAcceptDrops(writes)
        self.setDropIndicatorShown(False)
        self.clicked.connect(lambda index: self.chosen.emit(index.data(FACTS).theme.id))
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(FACTS).theme.id))
        look.follow(self.doItemsLayout)

    def show_themes(self, themes: Sequence[ThemeFacts]) -> None:
        """Show the themes of this phase; what was chosen stays chosen where it is still here."""
        before = self.current()
        self.cards.show(themes)
        self.choose(before)

    def current(self) -> UUID | None:
        """The theme that is chosen here."""
        facts = self.currentIndex().data(FACTS) if self.currentIndex().isValid() else None
        return facts.theme.id if facts is not None else None

    def choose(self, theme: UUID | None) -> bool:
        """Choose a theme without saying so; whether it is here."""
        row = next((number for number, one in enumerate(self.cards.themes) if one.theme.id == theme), None)
        if row is None:
            self.clearSelection()
            self.setCurrentIndex(NOWHERE)
            return False
        if self.currentIndex().row() != row or not self.selectionModel().isSelected(self.currentIndex()):
            self.setCurrentIndex(self.cards.index(row))
        self.scrollTo(self.currentIndex())
        return True

    def take_keys(self, row: int) -> None:
        """Come here with the keys, to the card beside that of this number."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.cards.themes:
            self.setCurrentIndex(self.cards.index(min(row, len(self.cards.themes) - 1)))
            self.chosen.emit(self.current())

    # ── keys ──
    def event(self, event: QEvent) -> bool:
        # the arrows with Alt belong to the text elsewhere
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._sideways(event):
            event.accept()
            return True
        return bool(super().event(event))

    @staticmethod
    def _sideways(event: QKeyEvent) -> bool:
        plain = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return event.key() in _SIDEWAYS and bare in plain

    def keyPressEvent(self, event: QKeyEvent) -> None:
        theme = self.current()
        if self._sideways(event):
            step = 1 if (event.key() == Qt.Key.Key_Right) != self.isRightToLeft() else -1
            if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.aside.emit(step)
            elif theme is not None and self._writes:
                self.moved.emit(theme, step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and theme is not None:
            self.opened.emit(theme)
        else:
            super().keyPressEvent(event)
            if self.current() is not None and self.current() != theme:
                self.chosen.emit(self.current())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_keys = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_keys and self.current() is None and self.cards.themes:
            self.setCurrentIndex(self.cards.index(0))
            self.chosen.emit(self.current())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # cards are as high as their words need in this width

    # ── dragging ──
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(THEME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(THEME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if event.mimeData().hasFormat(THEME):
            event.acceptProposedAction()
            self.dropped.emit(UUID(bytes=bytes(event.mimeData().data(THEME).data())))
