"""Picked quotes with a box to tick: their words, the rest of the turn around them, source, and use in a draft."""

import math
import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QStyle, QStyleOptionViewItem, QWidget

from ...app.quote_picker import PickedQuote
from ...domain.selections import Place
from ..icons import icon
from ..look import META, Look
from ..panels.rows import paint_ground
from ..parts.measured_list import MeasuredList, MeasuredRows
from ..reader.blocks import mostly_cjk
from ..themes.lines import end_of, shortened, write, write_runs
from ..translation import say

_QUOTE = Qt.ItemDataRole.UserRole
_SIZE, _MOST_LINES, _AROUND_LINES = 15, 12, 3
_PAD, _ROOM, _BOX = 9, 44, 16  # px: above and below, for the box, the box
_LINE = 1.4  # how high a line is, about, of the size of its letters
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


def place_of(quote: PickedQuote) -> Place:
    """Where a quote stands: it stays the same quote as long as it stands there."""
    return quote.document, quote.start, quote.end


class PickModel(QAbstractListModel):
    """The quotes, and which are ticked; a tick stays with its quote when other quotes are picked."""

    ticked_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.quotes: tuple[PickedQuote, ...] = ()
        self._ticked: set[Place] = set()

    def show(self, quotes: Sequence[PickedQuote]) -> None:
        """Show these quotes."""
        self.beginResetModel()
        self.quotes = tuple(quotes)
        self._ticked &= set(map(place_of, self.quotes))
        self.endResetModel()
        self.ticked_changed.emit()

    @property
    def ticked(self) -> list[PickedQuote]:
        """The quotes that are ticked, in order."""
        return [quote for quote in self.quotes if place_of(quote) in self._ticked]

    def tick(self, row: int, on: bool | None = None) -> None:
        """Tick a quote, or take the tick away; None: the other way round."""
        place = place_of(self.quotes[row])
        wanted = place not in self._ticked if on is None else on
        (self._ticked.add if wanted else self._ticked.discard)(place)
        self.dataChanged.emit(self.index(row), self.index(row), [Qt.ItemDataRole.CheckStateRole])
        self.ticked_changed.emit()

    def tick_all(self, on: bool) -> None:
        """Tick all quotes, or none."""
        self._ticked = set(map(place_of, self.quotes)) if on else set()
        if self.quotes:
            self.dataChanged.emit(self.index(0), self.index(len(self.quotes) - 1), [Qt.ItemDataRole.CheckStateRole])
        self.ticked_changed.emit()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.quotes)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.quotes):
            return None
        quote = self.quotes[index.row()]
        if role == _QUOTE:
            return quote
        if role == Qt.ItemDataRole.CheckStateRole:
            states = Qt.CheckState
            return states.Checked if place_of(quote) in self._ticked else states.Unchecked
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return " · ".join(filter(None, (quote.text, say(quote.cited), self.used_text(quote))))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, ("; ".join(quote.codes), ", ".join(quote.coders))))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.tick(index.row(), Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def used_text(self, quote: PickedQuote) -> str:
        """What is said of the use of a quote in a draft; empty where it is not used."""
        if quote.used is None:
            return ""
        if not quote.used:
            return self.tr("used in a draft")
        return self.tr("used in {place}").replace("{place}", quote.used)


class _Rows(MeasuredRows):
    def __init__(self, look: Look, parent: "PickList", around: int, codes: bool) -> None:
        super().__init__(parent)
        self._look, self._around, self._codes = look, around, codes

    def shown(self, index: Index) -> tuple[Place, PickedQuote]:
        quote: PickedQuote = index.data(_QUOTE)
        return place_of(quote), quote

    def measured(self, index: Index, width: int) -> int:
        return self._compose(None, QRect(0, 0, width, 0), index.data(_QUOTE), index, mirrored=False)

    def guessed(self, item: PickedQuote, width: int) -> int:
        px, wide = self._look.px, mostly_cjk(item.text)
        line = max((width - px(_ROOM) - px(16)) / px(_SIZE if wide else _SIZE // 2), 1)  # characters
        around = sum(min(len(text) / line, self._around) for text in (item.before, item.after))
        lines = math.ceil(around + min(len(item.text) / line, _MOST_LINES))
        return round(lines * px(_SIZE) * _LINE) + px(META) * 2 + px(_PAD) * 2

    def box(self, row: QRect, mirrored: bool) -> QRect:
        """Where the box to tick stands in a row."""
        px = self._look.px
        left = row.right() - px(16) - px(_BOX) if mirrored else row.left() + px(16)
        return QRect(left, row.top() + px(_PAD) + px(3), px(_BOX), px(_BOX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, state, flags = self._look, option.state, QStyle.StateFlag
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
        box = self.box(option.rect, mirrored)
        painter.setPen(QPen(look.color("line2"), look.current.edge))
        painter.setBrush(look.color("paper"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked:
            icon("check", "accent").paint(painter, box)
        self._compose(painter, option.rect, index.data(_QUOTE), index, mirrored)
        painter.setPen(look.color("line"))
        painter.drawLine(
            option.rect.left() + look.px(16), option.rect.bottom(), option.rect.right(), option.rect.bottom()
        )
        painter.restore()

    def _compose(self, painter: QPainter | None, row: QRect, quote: PickedQuote, index: Index, mirrored: bool) -> int:
        look, px = self._look, self._look.px
        left, right = (px(16), px(_ROOM)) if mirrored else (px(_ROOM), px(16))
        inner = row.adjusted(left, px(_PAD), -right, 0)
        font = look.reading_font(_SIZE, mostly_cjk(quote.text))
        quiet = look.reading_font(_SIZE - 2, mostly_cjk(quote.text))
        width = inner.width()
        runs = [
            (end_of(_in_line(quote.before), quiet, width, self._around), quiet, look.color("ink2")),
            (shortened(_in_line(quote.text), font, width, _MOST_LINES), font, look.color("ink")),
            (shortened(_in_line(quote.after), quiet, width, self._around), quiet, look.color("ink2")),
        ]
        at = inner.top() + write_runs(painter, inner, [run for run in runs if run[0]]) + px(2)
        model = index.model()
        used = model.used_text(quote) if isinstance(model, PickModel) else ""
        told = ["; ".join(quote.codes), ", ".join(quote.coders)] if self._codes else []
        source = " · ".join(filter(None, (say(quote.cited), quote.speaker, *told, used)))
        at += write(painter, QRect(inner.left(), at, inner.width(), 0), source, look.font(META), look.color("ink2"), 2)
        if used and painter is not None:
            sign = self.box(row, mirrored)
            icon("journal", "accent").paint(painter, sign.translated(0, sign.height() + px(6)))
        return max(at + px(_PAD) - row.top(), px(_PAD) * 2 + px(_BOX) * 2 + px(10) if used else 0)


def _in_line(text: str) -> str:
    """A text without its line breaks; a blank at its edge stays one, as words around a quote go on in it."""
    return re.sub(r"\s+", " ", text)


class PickList(MeasuredList):
    """Space ticks, Enter opens the text; `copy_wanted` fires for Ctrl+C. `around` lines at most of what stands before
    and after a quote are shown, with `codes` what it is coded with, and by whom."""

    open_segment = Signal(object, int, int)  # document id, start, end
    copy_wanted = Signal()

    def __init__(
        self,
        look: Look,
        parent: QWidget | None = None,
        picks: PickModel | None = None,
        around: int = _AROUND_LINES,
        codes: bool = False,
    ) -> None:
        super().__init__(parent)
        self.picks = picks or PickModel(self)
        self.setModel(self.picks)
        self._rows = _Rows(look, self, around, codes)
        self.setItemDelegate(self._rows)
        self.setAccessibleName(self.tr("Quotes"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.activated.connect(self.open_row)  # by a double click, or a click where the desktop has it so
        look.follow(self._take_look)

    def _take_look(self) -> None:
        self._rows.forget()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    @property
    def meant(self) -> list[PickedQuote]:
        """The ticked quotes; where none is ticked the one that has the keys."""
        ticked = self.picks.ticked
        index = self.currentIndex()
        return ticked or ([index.data(_QUOTE)] if index.isValid() else [])

    def show_quotes(self, quotes: Sequence[PickedQuote]) -> None:
        """Show these quotes. As long as some of those before are among them the list stays where it was scrolled to,
        and the one that has the keys keeps them; where that is gone the one in its row has them."""
        before, row, scrolled = self.picks.quotes, self.currentIndex().row(), self.verticalScrollBar().value()
        self.picks.show(quotes)
        rows = {place_of(quote): row for row, quote in enumerate(self.picks.quotes)}
        if rows.keys().isdisjoint(map(place_of, before)):
            row = scrolled = 0
        elif row >= 0:
            row = rows.get(place_of(before[row]), min(row, len(rows) - 1))
        self.setCurrentIndex(self.picks.index(max(row, 0), 0))
        self.doItemsLayout()  # else there is nowhere to scroll to
        self.verticalScrollBar().setValue(scrolled)

    def open_row(self, index: QModelIndex) -> None:
        """Go to a quote in its text."""
        quote: PickedQuote = index.data(_QUOTE)
        self.open_segment.emit(*place_of(quote))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if index.isValid() and left and self.on_box(index, event.position().toPoint()):
            self.picks.tick(index.row())

    def on_box(self, index: Index, place: QPoint) -> bool:
        """Whether a place of the viewport is on the box to tick of a row."""
        box = self._rows.box(self.visualRect(index), self.isRightToLeft())
        return box.adjusted(-8, -8, 8, 8).contains(place)

    def event(self, event: QEvent) -> bool:
        # Ctrl+C copies quotes here, whatever it does elsewhere
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _copies(event):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self.picks.tick(index.row())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.open_row(index)
        elif _copies(event):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)


def _copies(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.ControlModifier
