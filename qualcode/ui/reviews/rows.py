"""The list of remarks: a heading for each thing that was spoken about, and below it what was said."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ...app.review_threads import Remark, Signature, Thread
from ...domain.reviews import ReviewNote
from ..look import BODY, META, look
from ..parts.dates import short_date
from ..translation import say
from .wording import kind_words, state_words, thread_words

HEAD, ROW, SHORT = 32, 56, 34  # a mark has no words
_START = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading


@dataclass(frozen=True, slots=True)
class Said:
    """A row: a remark of a thread, or an answer to one."""

    thread: Thread
    remark: Remark
    note: ReviewNote

    @property
    def answers(self) -> bool:
        """Whether it is an answer."""
        return self.note is not self.remark.note

    @property
    def words(self) -> str:
        """What was said, and what is asked for."""
        return " · ".join(part for part in (self.note.text, "" if self.answers else say(self.remark.asks)) if part)


Row = Thread | Said | Signature
STATE_COLORS = {"open": "accent", "accepted": "good", "refused": "ink3", "settled": "good"}


class ReviewsModel(QAbstractListModel):
    """Threads, their remarks and answers, and the sign-offs last, as one list."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show(self, threads: Sequence[Thread], signatures: Sequence[Signature], state: str) -> None:
        """Show what is in a state ("": everything, with the sign-offs)."""
        self.beginResetModel()
        self.rows = []
        for thread in threads:
            remarks = [remark for remark in thread.remarks if state in ("", remark.note.state)]
            if remarks:
                self.rows.append(thread)
            for remark in remarks:
                self.rows += [Said(thread, remark, note) for note in (remark.note, *remark.replies)]
        self.rows += signatures if not state else ()
        self.endResetModel()

    def place_of(self, note: object) -> int:
        """The row of a remark's id, -1 where it is not shown."""
        return next((at for at, row in enumerate(self.rows) if isinstance(row, Said) and row.note.id == note), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return " · ".join(part for part in self.parts(row) if part)
        return None

    def parts(self, row: Row) -> tuple[str, ...]:
        """The words of a row: who, what sort and when, in which state, and what was said."""
        if isinstance(row, Thread):
            return (thread_words(row),)
        if isinstance(row, Signature):
            sign = row.sign_off
            what = self.tr("signed off the codebook") if sign.what == "codebook" else self.tr("signed off the map")
            said = row.review.saved if row.review else sign.created
            return sign.signer, what, short_date(said), "", " · ".join(filter(None, (row.version.name, sign.statement)))
        kind = self.tr("Answer") if row.answers else kind_words(row.note)
        state = "" if row.answers else state_words(row.note)
        return row.note.author, kind, short_date(row.note.said), state, row.words

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], Thread):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class ReviewsPainter(QStyledItemDelegate):
    """Who said what when, its state at the end, the words below."""

    def __init__(self, model: ReviewsModel) -> None:
        super().__init__(model)
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(row, Thread):
            return QSize(0, look().px(HEAD))
        return QSize(0, look().px(ROW if self._model.parts(row)[-1] else SHORT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, px, box = index.data(Qt.ItemDataRole.UserRole), look().px, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Thread):
            painter.setFont(look().font(META, bold=True))
            painter.setPen(look().color("ink3" if row.name is None else "ink2"))
            inner = box.adjusted(px(16), px(4), -px(12), 0)
            words = painter.fontMetrics().elidedText(thread_words(row), Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, _START, words)
        else:
            self._ground(painter, option, box)
            indent = px(36) if isinstance(row, Said) and row.answers else px(16)
            mirrored = option.direction == Qt.LayoutDirection.RightToLeft
            sides = (px(12), indent) if mirrored else (indent, px(12))
            self._said(painter, row, box.adjusted(sides[0], px(6), -sides[1], -px(6)))
        painter.restore()

    @staticmethod
    def _ground(painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
        px = look().px
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if not chosen and not option.state & QStyle.StateFlag.State_MouseOver:
            return
        ground = QRectF(box).adjusted(px(6), 1, -px(6), -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().color("soft" if chosen else "hover"))
        painter.drawRoundedRect(ground, 6, 6)

    def _said(self, painter: QPainter, row: Said | Signature, box: QRect) -> None:
        px = look().px
        who, kind, when, state, words = self._model.parts(row)
        top = QRect(box.left(), box.top(), box.width(), box.height() // 2 if words else box.height())
        below = QRect(box.left(), box.top() + box.height() // 2, box.width(), box.height() // 2)
        painter.setFont(look().font(META, bold=True))
        if isinstance(row, Said) and state:
            painter.setPen(look().color(STATE_COLORS[row.note.state]))
            painter.drawText(top, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing, state)
            room = painter.fontMetrics().horizontalAdvance(state) + px(12)
        else:
            room = 0
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        top.adjust(room if mirrored else 0, 0, 0 if mirrored else -room, 0)
        painter.setPen(look().color("ink"))
        name = painter.fontMetrics().elidedText(who, Qt.TextElideMode.ElideRight, top.width())
        painter.drawText(top, _START, name)
        left = painter.fontMetrics().horizontalAdvance(name) + px(8)
        top.adjust(0 if mirrored else left, 0, -left if mirrored else 0, 0)
        painter.setFont(look().font(META))
        painter.setPen(look().color("ink2"))
        told = painter.fontMetrics().elidedText(f"{kind} · {when}", Qt.TextElideMode.ElideRight, max(0, top.width()))
        painter.drawText(top, _START, told)
        painter.setFont(look().font(BODY))
        painter.setPen(look().color("ink"))
        line = " ".join(words.split())
        painter.drawText(
            below, _START, painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, below.width())
        )
