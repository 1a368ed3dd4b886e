"""The themes by phase as a short list: the left column of the Themes tab."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ...app.theme_facts import ThemeFacts
from ...domain.themes import STAGES
from ..icons import icon
from ..look import META, Look
from ..marks import paint_mark
from ..panels.header import PanelHeader
from ..panels.rows import Cursor, Index, draw, paint_ground, plain_ground
from .column import NOWHERE, THEME
from .stage_marks import marks_width, paint_stage
from .theme_data import ThemeData
from .wording import stage_names, theme_text

ROW, HEAD = 28, 32
_ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class _Entry:
    """A phase with its number of themes, or a theme of it."""

    stage: str
    count: int
    facts: ThemeFacts | None = None


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: list[_Entry] = []

    def show(self, themes: Sequence[ThemeFacts]) -> None:
        self.beginResetModel()
        self.entries = []
        for stage in reversed(STAGES[:-1]):
            self._add(stage, themes)
        self._add(STAGES[-1], themes)
        self.endResetModel()

    def _add(self, stage: str, themes: Sequence[ThemeFacts]) -> None:
        own = [one for one in themes if one.stage == stage]
        if own:
            self.entries.append(_Entry(stage, len(own)))
            self.entries += [_Entry(stage, 0, one) for one in own]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == _ENTRY:
            return entry
        name = stage_names()[entry.stage] if entry.facts is None else entry.facts.theme.name
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{name}: {entry.count}" if entry.facts is None else theme_text(entry.facts)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.entries[index.row()] if index.isValid() else None
        if entry is None or entry.facts is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [THEME]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        data, facts = QMimeData(), self.entries[indexes[0].row()].facts
        if facts is not None:
            data.setData(THEME, facts.theme.id.bytes)
        return data


class _Rows(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: _Entry = index.data(_ENTRY)
        return QSize(self.look.px(120), self.look.px(HEAD if entry.facts is None else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: _Entry = index.data(_ENTRY)
        look, px = self.look, self.look.px
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        flags, state = QStyle.StateFlag, option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(option.rect)
        if entry.facts is None:
            cursor = Cursor(painter, box.adjusted(px(6), px(4), 0, 0), look, mirrored)
            marks = cursor.leading(marks_width(look))
            paint_stage(painter, marks.left(), marks.center().y() + 0.5, entry.stage, look)
            cursor.leading(px(8))
            words = cursor.rest()
            draw(
                painter,
                words,
                f"{stage_names()[entry.stage]} · {entry.count}",
                look.font(META),
                look.color("ink2"),
                mirrored,
            )
        else:
            paint_ground(
                painter,
                box,
                look,
                chosen=bool(state & flags.State_Selected),
                hovered=bool(state & flags.State_MouseOver),
                focused=bool(state & flags.State_HasFocus),
                mirrored=mirrored,
            )
            cursor = Cursor(painter, box.adjusted(px(14), 0, 0, 0), look, mirrored)
            side = px(14)
            mark = cursor.leading(side)
            square = QRectF(mark.left(), box.center().y() - side / 2 + 0.5, side, side)
            paint_mark(painter, square, entry.facts.theme.color, "theme", look.current.dark)
            cursor.leading(px(8))
            cursor.count(f"{entry.facts.segments:,}")
            if entry.facts.unfinished:
                caution = cursor.trailing(px(16))
                square_at = QRect(caution.left(), box.center().y() - px(8) + 1, px(16), px(16))
                icon("warning", "warn").paint(painter, square_at)
                cursor.trailing(px(4))
            cursor.words(entry.facts.theme.name, role="ink3" if entry.stage == "dropped" else "ink")
        painter.restore()


class StageList(QWidget):
    """A header with a button for a new theme, and the list."""

    chosen = Signal(object)  # the id of a theme
    opened = Signal(object)  # the id of one to look at in full
    new_wanted = Signal()
    menu_wanted = Signal(object, QPoint)

    def __init__(self, data: ThemeData, writes: bool, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._data, self._look = data, look
        self.header = PanelHeader(self.tr("Themes by stage"), look, self)
        self.new_action = QAction(icon("add"), self.tr("New theme"), self)
        self.new_action.triggered.connect(self.new_wanted)
        if writes:
            self.header.add(self.new_action)
        self.model = _Model(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Rows(look, self.list))
        self.list.setAccessibleName(self.tr("Themes by stage"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setDragEnabled(writes)  # to a map, or to another phase of the board
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.activated.connect(self._activated)
        self._quiet = False
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.header)
        down.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        data.arrived.connect(self._show)
        look.follow(self._take_look)
        self._take_look()

    def _take_look(self) -> None:
        plain_ground(self, self._look)
        self.list.doItemsLayout()

    def _show(self) -> None:
        board = self._data.board
        if board is None:
            return
        before = self.current
        self._quiet = True
        self.model.show(board.themes)
        self._quiet = False
        self.choose(before)

    @property
    def current(self) -> UUID | None:
        """The theme that is chosen."""
        entry = self.list.currentIndex().data(_ENTRY) if self.list.currentIndex().isValid() else None
        return entry.facts.theme.id if entry is not None and entry.facts is not None else None

    def choose(self, theme: UUID | None) -> None:
        """Mark a theme as the one that is meant, without saying so."""
        row = next(
            (n for n, one in enumerate(self.model.entries) if one.facts is not None and one.facts.theme.id == theme), -1
        )
        self._quiet = True
        self.list.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        self._quiet = False
        if row < 0:
            self.list.clearSelection()

    def _current_changed(self, *_: object) -> None:
        if not self._quiet and self.current is not None:
            self.chosen.emit(self.current)

    def _activated(self, _index: QModelIndex) -> None:
        if self.current is not None:
            self.opened.emit(self.current)

    def _menu(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        entry = index.data(_ENTRY) if index.isValid() else None
        theme = entry.facts.theme.id if entry is not None and entry.facts is not None else None
        self.menu_wanted.emit(theme, self.list.viewport().mapToGlobal(place))
