"""What a theme is made of: the codes and themes below it, and codes linked to it that stand elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ...app.theme_facts import ThemeFacts
from ...domain.codebook import Code, Codebook
from ..icons import icon
from ..look import META, Look
from ..marks import paint_mark
from ..panels.rows import Cursor, Index, paint_ground
from ..views.ground import Words
from .acts import ThemeActs
from .column import NOWHERE
from .rows_list import RowsList
from .section import Section

_ENTRY = Qt.ItemDataRole.UserRole
_ROW, _INDENT = 28, 14


@dataclass(frozen=True, slots=True)
class Part:
    """A code of a theme, so many levels below it; `linked`: it stands elsewhere, at `path`."""

    code: Code
    depth: int
    linked: bool
    path: str


def parts_of(facts: ThemeFacts, book: Codebook) -> list[Part]:
    """What stands below a theme as a tree, then what is linked to it."""
    theme = facts.theme.id
    base = len(book.ancestors(theme)) + 1
    below = [Part(code, len(book.ancestors(code.id)) - base, False, "") for code in book.descendants(theme)]
    linked = [Part(book.by_id[key], 0, True, book.path(key)) for key in facts.linked if key in book.by_id]
    return below + linked


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.parts: tuple[Part, ...] = ()

    def show(self, parts: Sequence[Part]) -> None:
        if tuple(parts) != self.parts:
            self.beginResetModel()
            self.parts = tuple(parts)
            self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.parts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.parts):
            return None
        part = self.parts[index.row()]
        if role == _ENTRY:
            return part
        if role == Qt.ItemDataRole.DisplayRole:
            return part.code.name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            if part.linked:
                text = QCoreApplication.translate("Themes", "{name}, linked from elsewhere: {path}")
                return text.replace("{path}", part.path).replace("{name}", part.code.name)
            return part.code.name
        return None


class _Rows(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self.look.px(120), self.look.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        part: Part = index.data(_ENTRY)
        look, px = self.look, self.look.px
        state, flags = option.state, QStyle.StateFlag
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(
            painter,
            option.rect,
            look,
            chosen=bool(state & flags.State_Selected),
            hovered=bool(state & flags.State_MouseOver),
            focused=bool(state & flags.State_HasFocus),
            mirrored=mirrored,
        )
        box = QRect(option.rect)
        cursor = Cursor(painter, box, look, mirrored)
        cursor.leading(px(6) + min(part.depth, 6) * px(_INDENT))
        theme = part.code.kind == "theme"
        side = px(14 if theme else 9)
        room = cursor.leading(px(14))
        mark = QRectF(room.center().x() - side / 2 + 0.5, box.center().y() - side / 2 + 0.5, side, side)
        paint_mark(painter, mark, part.code.color, part.code.kind, look.current.dark)
        cursor.leading(px(8))
        if part.linked:
            cursor.picture("link", at_end=True)
        cursor.words(part.code.name)
        painter.restore()


class CodesSection(Section):
    """The parts of a theme; a link may be added and taken away here."""

    link_wanted = Signal()
    code_wanted = Signal(object)  # a Code to look at

    def __init__(self, acts: ThemeActs, look: Look, parent: QWidget) -> None:
        self.words = QCoreApplication.translate("Themes", "Sub-themes and codes")
        super().__init__(look, self.words, parent)
        self._acts = acts
        self._facts: ThemeFacts | None = None
        self.model = _Model(self)
        self.list = RowsList(look, self.model, self.words, self)
        self.list.setItemDelegate(_Rows(look, self.list))
        self.list.activated.connect(lambda index: self.code_wanted.emit(index.data(_ENTRY).code))
        self.list.pressed_key.connect(self._key)
        self.list.customContextMenuRequested.connect(self._menu_at)
        self.nothing = Words(look, META, "ink2", wrap=True, parent=self)
        self.nothing.setText(self.tr("No code belongs to it yet. Put codes below it in the codebook, or link one."))
        self.add(self.nothing)
        self.add(self.list)
        self.link_button = self.button("link", self.tr("Link a code that stands elsewhere…"), self.link_wanted.emit)
        self.link_button.setEnabled(acts.writes)

    def show_facts(self, facts: ThemeFacts, book: Codebook) -> None:
        """Show what this theme is made of."""
        self._facts = facts
        parts = parts_of(facts, book)
        self.model.show(parts)
        self.title.setText(f"{self.words} · {len(parts)}" if parts else self.words)
        self.nothing.setVisible(not parts)
        self.list.fit()

    @property
    def chosen(self) -> Part | None:
        """The part that has the keys."""
        index = self.list.currentIndex()
        return index.data(_ENTRY) if index.isValid() else None

    def unlink(self) -> None:
        """Take the chosen code out of the theme, if it is linked from elsewhere."""
        part = self.chosen
        if part is not None and part.linked and self._facts is not None and self._acts.writes:
            theme = self._facts.theme
            self._acts.unlink(theme.id, part.code.id, (theme.name, part.code.name))

    def _key(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            event.accept()
            self.unlink()

    def _menu_at(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        if not index.isValid():
            return
        self.list.setCurrentIndex(index)
        part: Part = index.data(_ENTRY)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Show it"), lambda: self.code_wanted.emit(part.code))
        if part.linked:
            out = menu.addAction(icon("link"), self.tr("Take the link away"), self.unlink)
            out.setEnabled(self._acts.writes)
        menu.popup(self.list.viewport().mapToGlobal(place))
