"""The report basket: what was sent to the report, ticked, put in order, named and commented on."""

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...app.analysing.catalogue import ANALYSES
from ...app.basket import comment_item, items, move_item, remove_item, rename_item
from ...app.basket_questions import NAMED_KINDS, called_now, question_of
from ...domain.history import Step
from ...domain.options import FIGURE
from ...domain.questions import BasketItem
from ...store.reading import Reading
from ..bridge import Bridge
from ..icons import icon
from ..look import BODY, META, TITLE, Look
from ..memory import recall, remember
from ..panels.rows import plain_ground
from ..parts.line_splitter import LineSplitter
from ..themes.fields import SavedText
from ..translation import say
from ..views.ground import Ground, Words

_LIST = 340
_BESIDE, _LOW = 600, 96  # px: what list and page need side by side, and the least height of the list above it
_KEY = Qt.ItemDataRole.UserRole
_Answer = tuple[UUID, list[BasketItem], list[BasketItem]]  # study, what is kept, the same with present names


class _List(QListWidget):
    """Rows that are dragged, and moved by Ctrl and Shift with the arrows; F2 renames, Delete removes."""

    moved = Signal(object, int)  # id, the row where it is to stand
    removed = Signal(object)

    def dropEvent(self, event: QDropEvent) -> None:
        key = self.currentItem().data(_KEY) if self.currentItem() is not None else None
        super().dropEvent(event)
        row = next((row for row in range(self.count()) if self.item(row).data(_KEY) == key), None)
        if key is not None and row is not None:
            self.moved.emit(key, row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, item = Qt.Key, self.currentItem()
        step = {keys.Key_Up: -1, keys.Key_Down: 1}.get(keys(event.key()), 0)
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if item is not None and step and event.modifiers() & held == held:
            self.move(step)
        elif item is not None and event.key() in (keys.Key_Delete, keys.Key_Backspace):
            self.removed.emit(item.data(_KEY))
        else:
            super().keyPressEvent(event)

    def move(self, step: int) -> None:
        """Move the chosen row up or down."""
        item, row = self.currentItem(), self.currentRow() + step
        if item is not None and 0 <= row < self.count() and self.dragEnabled():
            self.moved.emit(item.data(_KEY), row)


class BasketPage(QStackedWidget):
    """The list, and beside it what the chosen one asks and the comment that stands below it in the report."""

    said = Signal(str, object)  # a sentence, and the number of the step to undo
    counted = Signal(int)  # how many there are

    def __init__(self, bridge: Bridge, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._look = bridge, look
        self._items: list[BasketItem] = []
        self._told: dict[UUID, BasketItem] = {}  # the items as their questions are told
        self._listed: tuple[UUID, list[BasketItem], bool] | None = None  # what the list was made of
        self._study: UUID | None = None
        self._left_out: set[str] = set()
        self._asked = 0
        self.nothing = Words(look, BODY, "ink2", wrap=True, parent=self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setText(
            self.tr("Nothing is kept for the report yet. “To the report” above an analysis keeps its table or figure.")
        )
        self.addWidget(self.nothing)
        self.body = LineSplitter(Qt.Orientation.Horizontal, self)
        self.body.addWidget(self._make_list())
        self.body.addWidget(self._make_page())
        self.body.setStretchFactor(1, 1)
        self.addWidget(self.body)
        bridge.followed.connect(self._stepped)
        look.follow(self._dress)
        self._dress()
        self._ask()

    # ── the parts ──
    def _make_list(self) -> QWidget:
        side = Ground(self._look, "panel", self)
        self.list = _List(side)
        self.list.setAccessibleName(self.tr("Tables and figures of the report"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.list.itemChanged.connect(self._changed)
        self.list.currentItemChanged.connect(lambda now, _before: self._choose(now))
        self.list.moved.connect(self._move)
        self.list.removed.connect(self.remove)
        self.up = self._tool("up", self.tr("Move up (Ctrl+Shift+Up)"), lambda: self.list.move(-1))
        self.down = self._tool("down", self.tr("Move down (Ctrl+Shift+Down)"), lambda: self.list.move(1))
        self.rename_button = self._tool("edit", self.tr("Rename"), self._rename)
        self.remove_button = self._tool("trash", self.tr("Remove from the report"), self._remove_chosen)
        self._tools = QHBoxLayout()
        for button in (self.up, self.down, self.rename_button, self.remove_button):
            self._tools.addWidget(button)
        self._tools.addStretch(1)
        self._side = QVBoxLayout(side)
        self._side.addWidget(self.list, 1)
        self._side.addLayout(self._tools)
        return side

    def _tool(self, name: str, text: str, do: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False: do())
        return button

    def _make_page(self) -> QScrollArea:
        look = self._look
        page = Ground(look, "panel", self)
        self.name = Words(look, TITLE, bold=True, wrap=True, parent=page)
        self.kind = Words(look, META, "ink2", wrap=True, parent=page)
        self._asks = Words(look, META, "ink2", bold=True, parent=page)
        self._asks.setText(self.tr("What it asks"))
        self.question = Words(look, BODY, wrap=True, parent=page)
        self.question.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._yours = Words(look, META, "ink2", bold=True, parent=page)
        self._yours.setText(self.tr("What you say"))
        self.comment = SavedText(look, self.tr("What you say"), self.tr("It stands below it in the report."), page)
        self.comment.saved.connect(self._comment)
        self._column = QVBoxLayout(page)
        for part in (self.name, self.kind, self._asks, self.question, self._yours, self.comment):
            self._column.addWidget(part)
        self._column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area

    def _dress(self) -> None:
        px = self._look.px
        plain_ground(self.list, self._look)
        self._side.setContentsMargins(0, px(4), 0, px(4))
        self._tools.setContentsMargins(px(8), 0, px(8), 0)
        self._tools.setSpacing(px(4))
        self._column.setContentsMargins(px(24), px(16), px(24), px(16))
        self._column.setSpacing(px(8))
        self.list.setMinimumWidth(px(220))
        self.list.setIconSize(QSize(px(16), px(16)))
        for button in (self.up, self.down, self.rename_button, self.remove_button):
            button.setIconSize(QSize(px(16), px(16)))
            button.setFixedSize(px(32), px(32))
        self.nothing.setContentsMargins(px(48), px(24), px(48), px(24))
        self._share()

    def _share(self) -> None:
        """Side by side where both can be read, else one above the other."""
        px = self._look.px
        beside = self.width() >= px(_BESIDE)
        self.body.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
        self.list.setMinimumHeight(px(_LOW))
        given = px(_LIST) if beside else self.height() * 2 // 5
        self.body.setSizes([given, max(given, (self.width() if beside else self.height()) - given)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (self.width() >= self._look.px(_BESIDE)) != (self.body.orientation() == Qt.Orientation.Horizontal):
            self._share()

    # ── what is shown ──
    def _stepped(self, step: Step) -> None:
        if step.touches("basket_item", *NAMED_KINDS):
            self._ask()

    def _ask(self) -> None:
        self._asked += 1
        number = self._asked

        def question(read: Reading) -> tuple[int, _Answer]:
            found = items(read)
            return number, (read.study().id, found, called_now(read, found))

        self._bridge.ask(question, self._arrived)

    def _arrived(self, answer: tuple[int, _Answer]) -> None:
        number, (study, found, told) = answer
        if number != self._asked:  # one that was asked later knows more
            return
        self._told = {one.id: one for one in told}
        if study != self._study:
            self._study = study
            self._left_out = _recalled(study)
        writes = not self._bridge.project.read_only  # the past is only looked at, and one comes back from it
        modes = QAbstractItemView.DragDropMode
        self.list.setDragDropMode(modes.InternalMove if writes else modes.NoDragDrop)
        self.comment.setReadOnly(not writes)
        if self._listed == (study, found, writes):  # only names: a row that is being renamed stays open
            self._show_question()
            return
        self._listed = (study, found, writes)
        chosen = self.chosen()
        row = self.list.currentRow()
        self._items = found
        self.list.blockSignals(True)
        self.list.clear()
        for one in found:
            self._add(one)
        keys = [one.id for one in found]
        at = keys.index(chosen.id) if chosen is not None and chosen.id in keys else min(max(row, 0), len(found) - 1)
        self.list.setCurrentRow(at)
        self.list.blockSignals(False)
        self._show(found[at] if found else None, anew=chosen is None or at < 0 or keys[at] != chosen.id)
        self.setCurrentWidget(self.body if found else self.nothing)
        self.counted.emit(len(found))

    def _add(self, one: BasketItem) -> None:
        row = QListWidgetItem(icon("chart" if one.form == FIGURE else "table"), one.title, self.list)
        row.setData(_KEY, one.id)
        flags = row.flags() | Qt.ItemFlag.ItemIsUserCheckable
        flags &= ~Qt.ItemFlag.ItemIsDropEnabled
        row.setFlags(flags if self._bridge.project.read_only else flags | Qt.ItemFlag.ItemIsEditable)
        ticked = str(one.id) not in self._left_out
        row.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        row.setToolTip(one.title)

    def chosen(self) -> BasketItem | None:
        """What is chosen in the list."""
        item = self.list.currentItem()
        return self._of(item.data(_KEY)) if item is not None else None

    def _of(self, key: UUID) -> BasketItem | None:
        return next((one for one in self._items if one.id == key), None)

    def _choose(self, row: QListWidgetItem | None) -> None:
        self.comment.save()
        self._show(self._of(row.data(_KEY)) if row is not None else None, anew=True)

    def _show(self, one: BasketItem | None, anew: bool) -> None:
        writable = one is not None and not self._bridge.project.read_only
        for button in (self.up, self.down, self.rename_button, self.remove_button):
            button.setEnabled(writable)
        self._shown = one
        if one is None:
            return
        analysis = ANALYSES.get(one.analysis)
        form = self.tr("Figure") if one.form == FIGURE else self.tr("Table")
        self.name.setText(one.title)
        self.kind.setText(f"{form} · {say(analysis.title) if analysis is not None else one.analysis}")
        self._show_question()
        self.comment.show_text(one.comment, anew)

    def _show_question(self) -> None:
        told = self._told.get(self._shown.id) if self._shown is not None else None
        lines = question_of(told, say) if told is not None else ()
        self.question.setText("\n".join(lines) or self.tr("Everything, with the usual options."))

    # ── ticks ──
    def ticked(self) -> frozenset[UUID] | None:
        """What goes into the report; None for all of it."""
        if not any(str(one.id) in self._left_out for one in self._items):
            return None
        return frozenset(one.id for one in self._items if str(one.id) not in self._left_out)

    def _changed(self, row: QListWidgetItem) -> None:
        one = self._of(row.data(_KEY))
        if one is None:
            return
        if row.text() != one.title:
            self._do(rename_item, one, row.text())
        left_out = row.checkState() == Qt.CheckState.Unchecked
        if left_out != (str(one.id) in self._left_out):
            self._left_out ^= {str(one.id)}
            there = {str(item.id) for item in self._items}
            if self._study is not None:
                remember(_key(self._study), json.dumps(sorted(self._left_out & there)) if self._left_out else "")

    # ── what is done ──
    def _do(self, action: Callable[..., Any], one: BasketItem, *args: Any) -> None:
        def failed(error: Exception) -> None:
            self._bridge.failed.emit(error)
            self._listed = None
            self._ask()  # what was typed or dragged goes back

        self._bridge.do(action, one, *args, failed=failed)

    def _move(self, key: UUID, row: int) -> None:
        one = self._of(key)
        if one is not None:
            self._do(move_item, one, row)

    def _rename(self) -> None:
        if self.list.currentItem() is not None:
            self.list.editItem(self.list.currentItem())

    def _remove_chosen(self) -> None:
        one = self.chosen()
        if one is not None:
            self.remove(one.id)

    def remove(self, key: UUID) -> None:
        """Take something out of the report; `said` offers to put it back."""
        one = self._of(key)
        if one is None or self._bridge.project.read_only:
            return
        words = self.tr("“{title}” is no longer in the report.").replace("{title}", one.title)

        def done(_item: BasketItem, step: Step | None) -> None:
            self.said.emit(words, step.number if step is not None else None)

        self._bridge.act(remove_item, one, then=done, failed=self._bridge.failed.emit)

    def _comment(self, text: str) -> None:
        if self._shown is not None:
            self._do(comment_item, self._shown, text)


def _key(study: UUID) -> str:
    return f"report/left-out/{study}"


def _recalled(study: UUID) -> set[str]:
    try:
        return {str(key) for key in json.loads(recall(_key(study)) or "[]")}
    except (ValueError, TypeError):
        return set()  # what somebody wrote into the settings by hand
