"""The code panel: type a few letters, Enter, and the selection is coded."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...domain.codebook import PATH_SEPARATOR
from ..look import HINT, META, look
from ..parts.ask_field import AskField
from ..parts.card import SHADOW, paint_card
from ..parts.field_icon import FieldIcon
from .matching import SEPARATOR, Draft, Hit, PanelEntry, draft, find, is_taken
from .panel_rows import ROW, Row, RowPainter, create_text, row_height

WIDTH, GAP, FIELD = 384, 8, 36
MOST_HITS, MOST_CODES = 60, 200  # rows while something is typed, and while nothing is
MOST_LIST = 360  # px the list grows to before it scrolls
RECENTS = 3
DEFINITION_LINES = 3
CODE, NEW, CHOOSE = "code", "new", "choose"  # put a code on words; make a new one for them; only name one

__all__ = ["CodePanel", "PanelEntry"]


class CodePanel(QFrame):
    """A card over the reader's window. It asks; who opened it applies and creates.

    What it is open for: `CODE` the selection; `NEW`: nothing is suggested, what is typed becomes a code; `CHOOSE`
    one of those there are.
    """

    applied = Signal(object, bool)  # code id, stay open
    created = Signal(object, bool)  # Draft, stay open
    chosen = Signal(object)  # code id, where one was to be chosen
    in_vivo = Signal()  # take the selected words as the name
    closed = Signal()
    highlighted = Signal(object)  # id of the code that stands out

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._entries: Sequence[PanelEntry] = ()
        self._by_id: dict[UUID, PanelEntry] = {}
        self._recents: list[UUID] = []
        self._under: UUID | None = None
        self._purpose = CODE
        self._rect, self._bounds = QRect(), QRect()
        self._back: QWidget | None = None
        self.setAccessibleName(self.tr("Code"))
        self.field = AskField(self, self._is_ours)
        FieldIcon("search", self.field)
        self.list = QListWidget(self)
        self.list.setItemDelegate(RowPainter(self.list, self.tr("Shift+Enter")))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(self.tr("Codes found"))
        self.list.currentItemChanged.connect(lambda *_: self._define())
        self.definition = QLabel(self)
        self.definition.setWordWrap(True)
        self.definition.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.definition.setTextFormat(Qt.TextFormat.PlainText)
        self.definition.setAccessibleName(self.tr("Definition"))
        self.hints = QLabel(self)
        self._layout = QVBoxLayout(self)
        for part in (self.field, self.list, self.definition, self.hints):
            self._layout.addWidget(part)
        self.field.textChanged.connect(self._fill)
        self.field.pressed.connect(self._key)
        self.list.itemClicked.connect(self._clicked)
        look().follow(self._take_look)
        self._take_look()
        self.hide()

    # ── opening and closing ──
    def open_at(
        self,
        rect: QRect,
        typed: str,
        entries: Sequence[PanelEntry],
        recents: Sequence[UUID],
        create_under: UUID | None,
        bounds: QRect | None = None,
        purpose: str = CODE,
    ) -> None:
        """Open below `rect` (the selection's last line, global px), or above where there is no room.

        The card stays left and right inside `bounds` (global px, the column of words). `recents` are the
        ids of codes used last; a new code goes under the code `create_under` (None: the top).
        """
        self._entries, self._recents, self._under = entries, list(recents), create_under
        self._by_id = {entry.code_id: entry for entry in entries}
        if purpose != self._purpose:
            self._purpose = purpose
            self._take_look()
        self._rect, self._bounds = rect, bounds or QRect()
        if not self.isVisible():
            self._back = QApplication.focusWidget()
            QApplication.instance().installEventFilter(self)
        self.field.blockSignals(True)
        self.field.setText(typed)
        self.field.blockSignals(False)
        self._fill()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def take_composition(self, event: QInputMethodEvent) -> None:
        """Go on in the field with a composition that began in the text."""
        QApplication.sendEvent(self.field, event)

    def dismiss(self) -> None:
        """Close, and give the focus back."""
        if self.isVisible():
            QApplication.instance().removeEventFilter(self)
            self.hide()
            if self._back is not None:
                self._back.setFocus(Qt.FocusReason.PopupFocusReason)
            self._back = None
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click anywhere else closes."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            inside = isinstance(watched, QWidget) and (watched is self or self.isAncestorOf(watched))
            if isinstance(watched, QWidget) and not inside:
                self.dismiss()
        return False

    # ── rows ──
    def _fill(self) -> None:
        typed = self.field.text()
        taken = is_taken(typed, self._entries)
        if self._purpose == NEW:
            # what is there already is offered only where the name would be the same
            hits = [hit for hit in find(typed, self._entries) if taken and is_taken(typed, [hit.entry])]
        else:
            hits = find(typed, self._entries)[:MOST_HITS]
        rows = [Row("hit", hit=hit) for hit in hits]
        found = {hit.entry.code_id for hit in hits}
        known = [code for code in self._recents if code in self._by_id and code not in found]
        recents = [self._by_id[code] for code in known[:RECENTS]]
        if self._purpose != NEW:
            rows += self._section(self.tr("Recent"), recents)
        if not typed.strip() and self._purpose != NEW:
            shown = {entry.code_id for entry in recents}
            rest = [entry for entry in self._entries if entry.code_id not in shown][:MOST_CODES]
            rows += self._section(self.tr("All codes"), rest)
        elif self._purpose != CHOOSE and not taken and self._draft().name:
            rows.append(Row("create", self._create_text()))
        self.list.clear()
        for row in rows:
            self.list.addItem(self._item(row))
        # a recent code that was not asked for is never what Enter means
        wanted = "create" if typed.strip() and not hits else "hit"
        first = next((number for number, row in enumerate(rows) if row.kind == wanted), -1)
        if wanted == "hit" and typed.strip() and not hits:
            first = -1
        self.list.setCurrentRow(first)
        self._define()
        self._place()

    def _draft(self) -> Draft:
        return draft(self.field.text(), self._entries, self._under)

    def _define(self) -> None:
        """Say what the code means that stands out."""
        item = self.list.currentItem()
        row = item.data(ROW) if item is not None else None
        entry = row.hit.entry if row is not None and row.hit is not None else None
        text = entry.definition if entry is not None else ""
        metrics = QFontMetrics(self.definition.font())
        room = metrics.averageCharWidth() * 2
        width = look().px(WIDTH) - 2 * look().px(8) - 2 * look().px(4)
        # as much of it as the lines hold; the whole of it in the tip
        longest = width * DEFINITION_LINES - room * DEFINITION_LINES
        self.definition.setText(metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, longest))
        self.definition.setToolTip(text)
        if entry is not None:
            self.highlighted.emit(entry.code_id)

    @staticmethod
    def _section(title: str, entries: Sequence[PanelEntry]) -> list[Row]:
        if not entries:
            return []
        return [Row("header", title), *(Row("hit", hit=Hit(entry, 0, 0)) for entry in entries)]

    def _item(self, row: Row) -> QListWidgetItem:
        item = QListWidgetItem()
        item.setSizeHint(QSize(0, row_height(row)))  # else the list asks for it one by one
        item.setData(ROW, row)
        name = row.hit.entry.path if row.hit else row.text
        item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
        if row.kind not in ("hit", "create"):
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return item

    def _create_text(self) -> str:
        made = self._draft()
        return create_text(made, self._by_id[made.parent].name if made.parent in self._by_id else "")

    # ── keys ──
    def _is_ours(self, event: QKeyEvent) -> bool:
        """Ctrl+I takes their words, “>” after a name makes it the parent."""
        if event.text() == SEPARATOR:
            field = self.field
            return not field.composing and field.cursorPosition() == len(field.text())
        return event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_I

    def _key(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            if self.field.composing:
                return
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._create(stay=False)
            else:
                self._accept(self.list.currentItem(), stay=key == Qt.Key.Key_Tab)
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key == Qt.Key.Key_I:
            if self._purpose != CHOOSE:
                self.dismiss()
                self.in_vivo.emit()
        elif event.text() == SEPARATOR:
            self._take_as_parent()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            far = key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
            down = key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown)
            for _ in range(8 if far else 1):
                self._step(1 if down else -1)

    def _step(self, step: int) -> None:
        number = self.list.currentRow() + step
        while 0 <= number < self.list.count():
            if self.list.item(number).flags() & Qt.ItemFlag.ItemIsSelectable:
                self.list.setCurrentRow(number)
                return
            number += step

    def _clicked(self, item: QListWidgetItem) -> None:
        self._accept(item, stay=False)

    def _accept(self, item: QListWidgetItem | None, stay: bool) -> None:
        row = item.data(ROW) if item is not None else None
        if row is None or row.kind not in ("hit", "create"):
            return
        if row.kind == "create":
            self._create(stay)
            return
        code = row.hit.entry.code_id
        if self._purpose == CHOOSE:
            self.dismiss()
            self.chosen.emit(code)
            return
        self._leave(stay)
        self.applied.emit(code, stay)

    def _create(self, stay: bool) -> None:
        made = self._draft()
        if made.name and self._purpose != CHOOSE:
            self._leave(stay)
            self.created.emit(made, stay)

    def _take_as_parent(self) -> None:
        """“>” after some letters: the code that stands out becomes what the new one goes below."""
        item = self.list.currentItem()
        row = item.data(ROW) if item is not None else None
        typed = self.field.text()
        if row is not None and row.kind == "hit" and typed.strip():
            self.field.setText(row.hit.entry.path + PATH_SEPARATOR)
        elif typed.strip():
            self.field.setText(f"{typed.rstrip()}{PATH_SEPARATOR}")
        else:
            self.field.setText(f"{SEPARATOR} ")

    def _leave(self, stay: bool) -> None:
        """Closed before the signal, so that who answers finds the focus where it was."""
        if stay:
            self.field.selectAll()
        else:
            self.dismiss()

    # ── look and place ──
    def _take_look(self) -> None:
        px = look().px
        pad = px(8)
        self._layout.setContentsMargins(SHADOW + pad, SHADOW + pad, SHADOW + pad, SHADOW + pad)
        self._layout.setSpacing(px(4))
        self.field.setFixedHeight(px(FIELD))
        # a popup's list stands on the raised ground, not on the panels'
        self.list.setStyleSheet(f"QListWidget {{ background: {look().current.raised}; border: 0; }}")
        close = (self.tr("Esc"), self.tr("close"))
        keys = {
            CODE: (
                (self.tr("Enter"), self.tr("apply")),
                (self.tr("Tab"), self.tr("apply, stay")),
                (">", self.tr("below it")),
                (self.tr("Ctrl+I"), self.tr("their words")),
            ),
            NEW: (
                (self.tr("Enter"), self.tr("create")),
                (self.tr("Tab"), self.tr("create, stay")),
                (self.tr("Ctrl+I"), self.tr("their words")),
            ),
            CHOOSE: ((self.tr("Enter"), self.tr("choose")),),
        }[self._purpose]
        field = {
            CODE: self.tr("Find or create a code"),
            NEW: self.tr("Name of a new code"),
            CHOOSE: self.tr("Find a code"),
        }[self._purpose]
        self.field.setPlaceholderText(field)
        self.field.setAccessibleName(field)
        self.hints.setText("   ".join(f"{key} {what}" for key, what in (*keys, close)))
        self.hints.setFont(look().font(HINT))
        self.hints.setStyleSheet(f"color: {look().current.ink3}; font-size: {px(HINT)}px;")
        self.hints.setContentsMargins(px(4), px(4), 0, px(2))
        self.definition.setFont(look().font(META))
        self.definition.setStyleSheet(f"color: {look().current.ink2}; font-size: {px(META)}px;")
        self.definition.setContentsMargins(px(4), px(4), px(4), 0)
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        """As tall as its rows, below the selection or above it, inside the bounds and the window."""
        px, window = look().px, self.parentWidget()
        width = px(WIDTH) + 2 * SHADOW
        self.resize(width, self.height())
        self._layout.activate()
        self.list.setFixedWidth(px(WIDTH) - 2 * px(8))
        items = (self.list.item(number) for number in range(self.list.count()))
        height = sum(item.sizeHint().height() for item in items)
        below, above = self._room(window)
        # there while any code says what it means, so that the card does not jump from row to row
        defined = self._purpose != NEW and any(entry.definition for entry in self._entries)
        lines = DEFINITION_LINES * QFontMetrics(self.definition.font()).lineSpacing() + px(4)
        self.definition.setFixedHeight(lines)
        self.definition.setVisible(defined)
        frame = 2 * px(8) + px(FIELD) + self.hints.sizeHint().height() + 2 * px(4) + (lines + px(4)) * defined
        room = max(below, above) - frame
        self.list.setFixedHeight(max(0, min(height, px(MOST_LIST), room)))
        self.list.setVisible(bool(self.list.count()))
        self._layout.invalidate()
        card = self._layout.sizeHint().height() - 2 * SHADOW
        top = window.mapFromGlobal(self._rect.topLeft())
        bottom = top.y() + self._rect.height()
        goes_below = card <= below or below >= above
        y = bottom + px(GAP) if goes_below else top.y() - px(GAP) - card
        area = self._area(window)
        x = max(area.left(), min(top.x(), area.right() + 1 - px(WIDTH)))
        x = max(0, min(x, window.width() - px(WIDTH)))
        y = max(0, min(y, window.height() - card))
        self.setGeometry(QRect(x - SHADOW, y - SHADOW, width, card + 2 * SHADOW))

    def _room(self, window: QWidget) -> tuple[int, int]:
        top = window.mapFromGlobal(self._rect.topLeft()).y()
        gap = look().px(GAP)
        return window.height() - (top + self._rect.height()) - 2 * gap, top - 2 * gap

    def _area(self, window: QWidget) -> QRect:
        if self._bounds.isNull():
            return window.rect()
        return QRect(window.mapFromGlobal(self._bounds.topLeft()), self._bounds.size())

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_card(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the shadow is a press beside the card."""
        card = self.rect().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        if not card.contains(event.position().toPoint()):
            self.dismiss()
        event.accept()
