"""The evidence for a theme, or that against it: quotes with their places and comments, in their order."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ...app.lists import Quoted
from ...app.theme_facts import EvidenceRow
from ..look import BODY, META, Look
from ..panels.rows import Index, paint_ground
from ..reader.blocks import mostly_cjk
from ..views.ground import Words
from .acts import ThemeActs
from .column import NOWHERE
from .comment_popup import CommentPopup
from .lines import write
from .rows_list import RowsList
from .section import Section

_ROW = Qt.ItemDataRole.UserRole
_PAD, _QUOTE_LINES, _COMMENT_LINES = 6, 4, 4


def citation(passage: Quoted, short: bool = True) -> str:
    """Where a passage stands, as it is cited: "P07, turn 43"."""
    document = passage.short if short else passage.document
    if not passage.turn:
        return document
    text = QCoreApplication.translate("Citation", "{document}, turn {first}")
    return text.replace("{first}", str(passage.turn)).replace("{document}", document)


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[EvidenceRow, ...] = ()

    def show(self, rows: Sequence[EvidenceRow]) -> None:
        if tuple(rows) != self.rows:
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join(filter(None, (row.passage.quote, citation(row.passage), row.evidence.comment)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.passage.quote}\n{citation(row.passage, short=False)}"
        return None


class _Rows(QStyledItemDelegate):
    """Their words in serif, then where they stand, then what we say of them."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, RowsList) else self.look.px(280)
        row: EvidenceRow = index.data(_ROW)
        return QSize(width, self._compose(None, QRect(0, 0, width, 0), row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state, flags = option.state, QStyle.StateFlag
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(
            painter,
            option.rect,
            self.look,
            chosen=bool(state & flags.State_Selected),
            hovered=bool(state & flags.State_MouseOver),
            focused=bool(state & flags.State_HasFocus),
            mirrored=mirrored,
        )
        self._compose(painter, option.rect, index.data(_ROW))
        painter.restore()

    def _compose(self, painter: QPainter | None, box: QRect, row: EvidenceRow) -> int:
        look, px = self.look, self.look.px
        inner = box.adjusted(px(12), px(_PAD), -px(10), 0)
        quote = row.passage.quote
        font = look.reading_font(BODY, mostly_cjk(quote))
        at = inner.top() + write(painter, inner, quote, font, look.color("ink"), _QUOTE_LINES) + px(2)
        meta = look.font(META)
        line = QRect(inner.left(), at, inner.width(), 0)
        at += write(painter, line, citation(row.passage), meta, look.color("ink2"), 2)
        if row.evidence.comment:
            at += px(3)
            line = QRect(inner.left(), at, inner.width(), 0)
            at += write(painter, line, row.evidence.comment, look.font(BODY), look.color("ink"), _COMMENT_LINES)
        return at + px(_PAD) - box.top()


class EvidenceSection(Section):
    """One side: its list, a button to choose more, and what can be done with the one chosen."""

    open_segment = Signal(object, int, int)  # document id, start, end
    more_wanted = Signal(str)  # the side

    def __init__(self, acts: ThemeActs, look: Look, side: str, parent: QWidget) -> None:
        self.words = _words(side)
        super().__init__(look, self.words, parent)
        self._acts, self.side = acts, side
        self.model = _Model(self)
        self.list = RowsList(look, self.model, self.words, self)
        self.list.setItemDelegate(_Rows(look, self.list))
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        self.list.takes = lambda event: self._meant(event) is not None
        self.list.pressed_key.connect(self._key)
        self.list.customContextMenuRequested.connect(self._menu_at)
        self.nothing = Words(look, META, "ink2", wrap=True, parent=self)
        self.nothing.setText(_nothing(side))
        self.add(self.nothing)
        self.add(self.list)
        self.comments: CommentPopup | None = None
        more = self.button("add", _choose(side), lambda: self.more_wanted.emit(side))
        more.setEnabled(acts.writes)
        self._make_actions()
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._enable)
        self.menu.addActions(self.actions_on_row)
        self.more = self.menu_button(self.tr("What can be done with the chosen passage"), self.menu)
        self.show_rows(())

    def _make_actions(self) -> None:
        turn = self.tr("It speaks against the theme") if self.side == "for" else self.tr("It speaks for the theme")
        wanted = (
            (self.tr("Show in the text"), "Return", self._open, False),
            (self.tr("Comment…"), "F2", self.comment, True),
            (turn, "", self._turn, True),
            (self.tr("Move up"), "Alt+Up", lambda: self._shift(-1), True),
            (self.tr("Move down"), "Alt+Down", lambda: self._shift(1), True),
            (self.tr("Take it out of the evidence"), "Del", self._drop, True),
        )
        self.actions_on_row: list[QAction] = []
        self._writing: list[QAction] = []
        for text, keys, act, writes in wanted:
            action = QAction(text, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown here, pressed in the list
            action.triggered.connect(lambda _on=False, act=act: act())
            self.actions_on_row.append(action)
            if writes:
                self._writing.append(action)

    # ── what is shown ──
    def show_rows(self, rows: Sequence[EvidenceRow]) -> None:
        """Show the evidence of this side; the chosen piece stays chosen."""
        chosen = self.chosen
        self.model.show(rows)
        if chosen is not None:
            self._choose_id(chosen.evidence.id)
        self.title.setText(f"{self.words} · {len(rows)}" if rows else self.words)
        self.nothing.setVisible(not rows)
        self.list.fit()
        self.more.setVisible(bool(rows))

    @property
    def chosen(self) -> EvidenceRow | None:
        """The piece that has the keys."""
        index = self.list.currentIndex()
        return index.data(_ROW) if index.isValid() else None

    def _choose_id(self, evidence: UUID) -> None:
        for number, row in enumerate(self.model.rows):
            if row.evidence.id == evidence:
                self.list.setCurrentIndex(self.model.index(number))

    # ── what is done ──
    def _enable(self) -> None:
        row = self.chosen
        if row is None and self.model.rows:
            self.list.setCurrentIndex(self.model.index(0))
        for action in self.actions_on_row:
            action.setEnabled(self.chosen is not None and (self._acts.writes or action not in self._writing))

    def _menu_at(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.menu.popup(self.list.viewport().mapToGlobal(place))

    def _meant(self, event: QKeyEvent) -> QAction | None:
        """What a key asks for on the chosen piece."""
        pressed = QKeySequence(event.keyCombination())
        if not self._acts.writes or self.chosen is None:
            return None
        return next((action for action in self._writing if action.shortcut() == pressed), None)

    def _key(self, event: QKeyEvent) -> None:
        action = self._meant(event)
        if action is not None:
            event.accept()
            action.trigger()

    def _open(self, *_: object) -> None:
        row = self.chosen
        if row is not None:
            segment = row.passage.segment
            self.open_segment.emit(segment.document, segment.start, segment.end)

    def comment(self) -> None:
        """Open the field for the comment of the chosen piece."""
        row = self.chosen
        if row is None:
            return
        box = self.list.visualRect(self.list.currentIndex())
        self.comments = CommentPopup(row.evidence.comment, self._look, self)
        key, before = row.evidence.id, row.evidence.comment
        self.comments.left.connect(lambda text: self._acts.comment(key, text) if text != before else None)
        self.comments.open_at(self.list.viewport().mapToGlobal(box.bottomLeft()))

    def _turn(self) -> None:
        row = self.chosen
        if row is not None:
            self._acts.turn(row.evidence.id, "against" if self.side == "for" else "for")

    def _shift(self, step: int) -> None:
        row = self.chosen
        at = self.list.currentIndex().row() + step
        if row is not None and 0 <= at < len(self.model.rows):
            self._acts.shift(row.evidence.id, at)

    def _drop(self) -> None:
        row = self.chosen
        if row is not None:
            self._acts.drop(row.evidence.id)


def _words(side: str) -> str:
    translate = QCoreApplication.translate
    return translate("Themes", "Evidence for") if side == "for" else translate("Themes", "Evidence against")


def _choose(side: str) -> str:
    translate = QCoreApplication.translate
    if side == "for":
        return translate("Themes", "Choose evidence for the theme…")
    return translate("Themes", "Choose evidence against the theme…")


def _nothing(side: str) -> str:
    translate = QCoreApplication.translate
    if side == "for":
        return translate("Themes", "Nothing chosen yet. Which passages show it best?")
    return translate("Themes", "Nothing chosen yet. What in the material does not fit?")
