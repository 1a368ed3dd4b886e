"""The code panel: type a few letters, Enter, and the selection is coded."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QInputMethodEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..icons import icon
from ..look import HINT, look
from .matching import Hit, PanelEntry, find, is_taken
from .panel_rows import ROW, Row, RowPainter

WIDTH, GAP, FIELD = 384, 8, 36
SHADOW = 20  # px round the card that belong to the widget
MOST_HITS = 200
MOST_LIST = 360  # px the list grows to before it scrolls
RECENTS = 3

__all__ = ["CodePanel", "PanelEntry"]


class _Field(QLineEdit):
    """The field; while an input method composes, and in the moment it commits, Enter belongs to it."""

    pressed = Signal(QKeyEvent)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.composing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        if event.preeditString():
            self.composing = True
        elif self.composing:
            # some platforms deliver the Enter that ended the composition as a key of its own
            QTimer.singleShot(0, self._composed)

    def _composed(self) -> None:
        self.composing = False

    def event(self, event: QEvent) -> bool:
        # Tab would leave the field before keyPressEvent sees it
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            taken = (
                Qt.Key.Key_Tab,
                Qt.Key.Key_Backtab,
                Qt.Key.Key_Return,
                Qt.Key.Key_Enter,
                Qt.Key.Key_Escape,
                Qt.Key.Key_Up,
                Qt.Key.Key_Down,
                Qt.Key.Key_PageUp,
                Qt.Key.Key_PageDown,
            )
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if event.key() in taken or (control and event.key() == Qt.Key.Key_I):
                self.pressed.emit(event)
                event.accept()
                return True
        return bool(super().event(event))


class CodePanel(QFrame):
    """A card over the reader's window. It asks; who opened it applies and creates."""

    applied = Signal(object, bool)  # code id, stay open
    created = Signal(str, bool)  # name, stay open
    in_vivo = Signal()  # take the selected words as the name
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._entries: Sequence[PanelEntry] = ()
        self._recents: list[UUID] = []
        self._under = ""
        self._rect, self._bounds = QRect(), QRect()
        self._back: QWidget | None = None
        self.setAccessibleName(self.tr("Code"))
        self.field = _Field(self)
        self.field.setAccessibleName(self.tr("Find or create a code"))
        self.field.setPlaceholderText(self.tr("Find or create a code"))
        self.field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.list = QListWidget(self)
        self.list.setItemDelegate(RowPainter(self.list, self.tr("Shift+Enter")))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(self.tr("Codes found"))
        self.hints = QLabel(self)
        self._layout = QVBoxLayout(self)
        for part in (self.field, self.list, self.hints):
            self._layout.addWidget(part)
        self.field.textChanged.connect(self._fill)
        self.field.pressed.connect(self._key)
        self.list.itemClicked.connect(self._clicked)
        look().changed.connect(self._take_look)
        self._take_look()
        self.hide()

    # ── opening and closing ──
    def open_at(
        self,
        rect: QRect,
        typed: str,
        entries: Sequence[PanelEntry],
        recents: Sequence[UUID],
        create_under: str,
        bounds: QRect | None = None,
    ) -> None:
        """Open below `rect` (the selection's last line, global px), or above where there is no room.

        The card stays left and right inside `bounds` (global px, the column of words). `recents` are the
        ids of codes used last; a new code goes under the code named `create_under` ("": the top).
        """
        self._entries, self._recents, self._under = entries, list(recents), create_under
        self._rect, self._bounds = rect, bounds or QRect()
        if not self.isVisible():
            self._back = QApplication.focusWidget()
            QApplication.instance().installEventFilter(self)
        self.field.setText(typed)
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
        hits = find(typed, self._entries)[:MOST_HITS]
        rows: list[Row] = []
        for number, hit in enumerate(hits):
            rows.append(Row("hit", hit=hit))
            if number == 0 and hit.entry.definition:
                rows.append(Row("definition", hit.entry.definition))
        found = {hit.entry.code_id for hit in hits}
        by_id = {entry.code_id: entry for entry in self._entries}
        recents = [by_id[code] for code in self._recents if code in by_id and code not in found][:RECENTS]
        rows += self._section(self.tr("Recent"), recents)
        if not typed.strip():
            shown = {entry.code_id for entry in recents}
            rest = [entry for entry in self._entries if entry.code_id not in shown][:MOST_HITS]
            rows += self._section(self.tr("All codes"), rest)
        elif not is_taken(typed, self._entries):
            rows.append(Row("create", self._create_text(" ".join(typed.split()))))
        self.list.clear()
        for row in rows:
            self.list.addItem(self._item(row))
        # a recent code that was not asked for is never what Enter means
        wanted = "create" if typed.strip() and not hits else "hit"
        first = next((number for number, row in enumerate(rows) if row.kind == wanted), -1)
        self.list.setCurrentRow(first)
        self._place()

    @staticmethod
    def _section(title: str, entries: Sequence[PanelEntry]) -> list[Row]:
        if not entries:
            return []
        return [Row("header", title), *(Row("hit", hit=Hit(entry, 0, 0)) for entry in entries)]

    def _item(self, row: Row) -> QListWidgetItem:
        item = QListWidgetItem()
        item.setData(ROW, row)
        name = row.hit.entry.path if row.hit else row.text
        item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
        if row.kind not in ("hit", "create"):
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return item

    def _create_text(self, name: str) -> str:
        if self._under:
            text = self.tr("Create “{name}” under {parent}").replace("{parent}", self._under)
        else:
            text = self.tr("Create “{name}”")
        return text.replace("{name}", name)

    # ── keys ──
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
            self.dismiss()
            self.in_vivo.emit()
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
        self._leave(stay)
        self.applied.emit(code, stay)

    def _create(self, stay: bool) -> None:
        name = " ".join(self.field.text().split())
        if name:
            self._leave(stay)
            self.created.emit(name, stay)

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
        keys = (
            (self.tr("Enter"), self.tr("apply")),
            (self.tr("Tab"), self.tr("apply, stay")),
            (self.tr("Ctrl+I"), self.tr("their words")),
            (self.tr("Esc"), self.tr("close")),
        )
        self.hints.setText("    ".join(f"{key} {what}" for key, what in keys))
        self.hints.setFont(look().font(HINT))
        self.hints.setStyleSheet(f"color: {look().current.ink3}; font-size: {px(HINT)}px;")
        self.hints.setContentsMargins(px(4), px(4), 0, px(2))
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        """As tall as its rows, below the selection or above it, inside the bounds and the window."""
        px, window = look().px, self.parentWidget()
        width = px(WIDTH) + 2 * SHADOW
        self.resize(width, self.height())
        self._layout.activate()
        rows = range(self.list.count())
        self.list.setFixedWidth(px(WIDTH) - 2 * px(8))
        self.list.doItemsLayout()
        height = sum(self.list.sizeHintForRow(number) for number in rows)
        below, above = self._room(window)
        frame = 2 * px(8) + px(FIELD) + self.hints.sizeHint().height() + 2 * px(4)
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
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        if not look().current.high:
            painter.setPen(Qt.PenStyle.NoPen)
            for reach in range(SHADOW, 0, -2):
                # layers add up: dense at the card, gone at the rim, fallen a little as with light from above
                painter.setBrush(QColor(0, 0, 0, 4 if not look().current.dark else 11))
                shade = card.adjusted(-reach * 0.8, 8 - reach, reach * 0.8, reach)
                painter.drawRoundedRect(shade, 10 + reach, 10 + reach)
        edge = look().current.edge
        painter.setPen(QPen(look().color("line2"), edge))
        painter.setBrush(look().color("raised"))
        inset = edge / 2
        painter.drawRoundedRect(card.adjusted(inset, inset, -inset, -inset), 10, 10)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the shadow is a press beside the card."""
        card = self.rect().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        if not card.contains(event.position().toPoint()):
            self.dismiss()
        event.accept()
