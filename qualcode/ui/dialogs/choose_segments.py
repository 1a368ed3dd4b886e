"""Choosing segments by ticks: those of some codes, or any of the project."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ...app.lists import SegmentRow
from ...domain.queries import Scope
from ..bridge import Bridge
from ..icons import icon
from ..look import META, Look, look, resize
from ..models.counts import counts_of
from ..models.segments_model import ROW, SegmentsModel
from ..panels.rows import Index
from ..panels.segment_rows import SegmentList, SegmentRows
from ..views.ground import Words


class _Ticks(SegmentRows):
    """A segment's row with a box to tick; of one that is evidence already it says for which side."""

    def __init__(self, look: Look, chosen: Mapping[UUID, str], parent: QWidget) -> None:
        super().__init__(look, parent)
        self._chosen = chosen

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px = self.look.px
        inner = QStyleOptionViewItem(option)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        room = px(24)
        inner.rect = option.rect.adjusted(0, 0, -room, 0) if mirrored else option.rect.adjusted(room, 0, 0, 0)
        super().paint(painter, inner, index)
        side = px(14)
        left = option.rect.right() - px(8) - side if mirrored else option.rect.left() + px(10)
        box = QRect(left, option.rect.top() + px(11), side, side)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.look.color("line2"), self.look.current.edge))
        painter.setBrush(self.look.color("paper"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        if option.state & QStyle.StateFlag.State_Selected:
            icon("check", "accent").paint(painter, box)
        painter.restore()
        row = index.data(ROW)
        known = self._chosen.get(row.coding.segment) if row is not None else None
        if known is not None:
            sign = QRect(left, box.bottom() + px(6), side, side)
            icon("add" if known == "for" else "near", "good" if known == "for" else "warn").paint(painter, sign)


class _TickList(SegmentList):
    """Enter is the dialog's, as from anywhere in it."""

    show_wanted = Signal(object)  # the index of a passage

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.show_wanted.emit(self.currentIndex())
        else:
            event.ignore()


def raised(window: QWidget, about: object) -> "ChooseSegmentsDialog | None":
    """The dialog that is open already for the same, brought to the front."""
    there = (one for one in window.findChildren(ChooseSegmentsDialog) if one.isVisible())
    found = next((one for one in there if one.about == about), None)
    if found is not None:
        found.raise_()
        found.activateWindow()
    return found


class ChooseSegmentsDialog(QDialog):
    """The segments with ticks.

    `which` are the lists to choose from: a name and the codes whose segments it holds (None: all segments). `answers`
    are the buttons: what each stands for, and its words; the first is the default. `chosen` says of segments that are
    evidence already for which side ("for", "against").
    """

    chose = Signal(list, str)  # ids of segments, the answer
    open_segment = Signal(object, int, int)
    about: object = None  # what they are chosen for

    def __init__(
        self,
        bridge: Bridge,
        title: str,
        which: Sequence[tuple[str, Collection[UUID] | None]],
        answers: Sequence[tuple[str, str]],
        chosen: Mapping[UUID, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._lists = list(which)
        px = look().px
        self.setWindowTitle(title)
        label = QLabel(title, self)
        label.setFont(look().font(15, bold=True))
        label.setWordWrap(True)
        self.which = QComboBox(self)
        self.which.setAccessibleName(self.tr("Which segments"))
        self.which.addItems([name for name, _ in self._lists])
        self.which.currentIndexChanged.connect(lambda _row: self._list())
        hint = Words(look(), META, "ink2", wrap=True, parent=self)
        hint.setText(
            self.tr(
                "Tick with a click or Space, then Enter; a double click or Ctrl+Enter shows the passage."
                " A sign below the box: evidence already."
            )
        )
        self.model = SegmentsModel(bridge, counts_of(bridge), self)
        self.list = _TickList(look(), self)
        self.list.setItemDelegate(_Ticks(look(), dict(chosen), self.list))
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Segments"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.list.doubleClicked.connect(self._open)
        self.list.show_wanted.connect(self._open)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._count())
        self.model.listed.connect(self._count)
        self.number = Words(look(), META, "ink2", parent=self)
        buttons = self._make_buttons(answers)
        top = QHBoxLayout()
        top.addWidget(self.which)
        top.addStretch(1)
        top.addWidget(self.number)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(16), px(16), px(16), px(12))
        layout.setSpacing(px(8))
        layout.addWidget(label)
        layout.addLayout(top)
        layout.addWidget(hint)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        resize(self, px(560), px(620))
        self._list()
        self.list.setFocus()

    def _make_buttons(self, answers: Sequence[tuple[str, str]]) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.buttons: dict[str, QPushButton] = {}
        for number, (answer, words) in enumerate(answers):
            button = QPushButton(words, self)
            if number == 0:
                button.setProperty("kind", "filled")  # before the box polishes it
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            button.setDefault(number == 0)
            button.clicked.connect(lambda _on=False, answer=answer: self._take(answer))
            self.buttons[answer] = button
        buttons.rejected.connect(self.reject)
        return buttons

    def _list(self) -> None:
        codes = self._lists[max(self.which.currentIndex(), 0)][1]
        self.model.show(Scope() if codes is None else Scope(codes=frozenset(codes)))
        self.list.clearSelection()
        self._count()

    @property
    def ticked(self) -> list[UUID]:
        """The segments that are ticked, in their order; those whose words are still on their way are left out."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        found: list[SegmentRow | None] = [self.model.index(row).data(ROW) for row in rows]
        return list(dict.fromkeys(row.coding.segment for row in found if row is not None))

    def _count(self) -> None:
        number = len(self.list.selectionModel().selectedRows())
        if number:
            self.number.setText(self.tr("%n ticked", "", number))
        else:
            self.number.setText(self.tr("%n coding(s)", "", self.model.rowCount()))
        for button in self.buttons.values():
            button.setEnabled(number > 0)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if row is not None:
            self.open_segment.emit(row.coding.document, row.coding.start, row.coding.end)

    def _take(self, answer: str) -> None:
        segments = self.ticked
        if segments:
            self.chose.emit(segments, answer)
            self.accept()
