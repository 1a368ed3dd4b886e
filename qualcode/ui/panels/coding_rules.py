"""The coding rules: what the code at hand means and how it is used, beside the text while one codes."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...app.coding_rules import Rules, rules_of
from ...app.lists import SegmentRow
from ...app.project import Project
from ...domain.codebook import PATH_SEPARATOR, Code, Codebook
from ...domain.history import Step
from ...domain.progress import Progress
from ..bridge import Bridge
from ..dialogs.define_code import DefineCodeDialog
from ..icons import icon
from ..look import BODY, META, TITLE, Look
from ..marks import mark_icon
from ..models.segments_model import Names, names, place_of
from ..parts.dates import short_date
from ..tasks import Task
from ..views.ground import Words
from .coding_rules_parts import RuleRows, RuleText
from .header import PanelHeader, tip
from .rows import plain_ground

REST = 90  # ms on a code before its examples are asked for: arrow keys pass many by
_CALM = 400  # ms after a change before they are asked for again
_KEPT = 64  # codes whose examples are remembered
_TOUCHING = ("code", "coding", "segment", "memo", "document", "coder")
_Answer = tuple[Rules | None, Names | None]


class CodingRulesPanel(QWidget):
    """Shows one code: at once what the codebook says, a moment later its examples and memos.

    `book` gives the codebook as the window has it now.
    """

    open_segment = Signal(object, int, int, object)  # document id, start, end, coding id
    open_memo = Signal(object)  # Memo
    show_segments = Signal(object)  # code id
    said = Signal(str, object)  # a sentence, and the number of the step that can be undone

    def __init__(self, bridge: Bridge, look: Look, book: Callable[[], Codebook], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._look, self._book = bridge, look, book
        self._follows: UUID | None = None  # the code at hand, shown or not
        self._code: Code | None = None  # the one that is shown
        self._kept: OrderedDict[UUID, _Answer] = OrderedDict()
        self._task: Task | None = None
        self._behind = False  # something changed while nobody saw it
        self.header = PanelHeader(self.tr("Coding rules"), look, self)
        self.pin_action = QAction(self.tr("Hold this code"), self)
        self.pin_action.setIcon(icon("pin"))
        self.pin_action.setCheckable(True)
        self.pin_action.toggled.connect(self._pinned)
        tip(self.pin_action)
        self.header.add(self.pin_action)
        self._make_parts()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)
        bridge.followed.connect(self._stepped)
        look.follow(self._dress)
        self._dress()
        self._show_code(None)

    # ── making ──
    def _make_parts(self) -> None:
        self._hint = QLabel(self.tr("Choose a code to see here what it means and how it is used."), self)
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._page = QWidget(self)
        self._mark = QLabel(self._page)
        self._name = Words(self._look, TITLE, bold=True, wrap=True, parent=self._page)
        self._path = Words(self._look, META, "ink2", wrap=True, parent=self._page)
        self._none = Words(self._look, BODY, "ink2", wrap=True, parent=self._page)
        self._none.setText(self.tr("Nobody has written yet what this code means."))
        self._name.setAccessibleName(self.tr("Code"))
        self._path.setAccessibleName(self.tr("Path"))
        look, page = self._look, self._page
        self.texts = {
            "definition": RuleText(self.tr("In one sentence"), look, page),
            "full_definition": RuleText(self.tr("In full"), look, page),
            "include": RuleText(self.tr("Use it when"), look, page),
            "exclude": RuleText(self.tr("Do not use it when"), look, page),
            "example": RuleText(self.tr("A good example"), look, page, quoted=True),
            "near_miss": RuleText(self.tr("A near miss"), look, page, quoted=True),
        }
        self.exemplars = RuleRows(self.tr("Marked as exemplars"), look, page, self._open, quoted=True)
        self.near_misses = RuleRows(self.tr("Marked as near misses"), look, page, self._open, quoted=True)
        self.memos = RuleRows(self.tr("Memos about this code"), look, page, self.open_memo.emit, quoted=False)
        self._foot = QWidget(self)
        self.edit_button = QPushButton(self.tr("Edit the definition"), self._foot)
        self.edit_button.clicked.connect(self.edit)
        self.segments_button = QPushButton(self.tr("Its segments"), self._foot)
        self.segments_button.clicked.connect(self._show_segments)

    def _lay_out(self) -> None:
        page = self._page
        self._top = QHBoxLayout()
        self._top.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._top.addWidget(self._name, 1)
        self._said = QVBoxLayout()
        self._said.addLayout(self._top)
        for part in (self._path, self._none, *self.texts.values()):
            self._said.addWidget(part)
        self._column = QVBoxLayout(page)
        self._column.addLayout(self._said)
        for rows in (self.exemplars, self.near_misses, self.memos):
            self._column.addWidget(rows)
        self._column.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(self.tr("Coding rules"))
        self.area.viewport().setAutoFillBackground(False)
        self.area.setWidget(page)
        page.setAutoFillBackground(False)
        buttons = QHBoxLayout(self._foot)
        buttons.addWidget(self.edit_button)
        buttons.addWidget(self.segments_button)
        buttons.addStretch(1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self.area)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.header)
        down.addWidget(self._stack, 1)
        down.addWidget(self._foot)
        self.setFocusProxy(self.area)

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        plain_ground(self, look)
        self._hint.setContentsMargins(px(16), px(8), px(16), 0)
        self._said.setContentsMargins(px(16), 0, px(16), 0)
        self._said.setSpacing(px(12))
        self._top.setSpacing(px(8))
        self._column.setContentsMargins(0, px(8), 0, px(12))
        self._column.setSpacing(px(12))
        self._foot.layout().setContentsMargins(px(16), px(8), px(16), px(12))
        self._foot.layout().setSpacing(px(8))
        for button in (self.edit_button, self.segments_button):
            button.setStyleSheet(f"padding: 0 {px(10)}px; min-height: {px(26)}px;")
        self._show_mark()

    def _show_mark(self) -> None:
        if self._code is not None:
            side = self._look.px(20)
            mark = mark_icon(self._code.color, self._code.kind, self._look.current.dark, side)
            self._mark.setPixmap(mark.pixmap(QSize(side, side), self.devicePixelRatioF()))

    # ── which code ──
    @property
    def code(self) -> UUID | None:
        """The code that is shown."""
        return self._code.id if self._code is not None else None

    def follow(self, code: UUID | None) -> None:
        """Another code is at hand; shown at once unless one is held."""
        self._follows = code
        if not self.pin_action.isChecked():
            self.show_code(code)

    def show_code(self, code: UUID | None) -> None:
        """Show a code now, its examples a moment later; one that was asked about before at once."""
        if not self.isVisible():
            self._behind = True
            return
        found = self._book().by_id.get(code) if code is not None else None
        if found is None or found == self._code:
            return
        self._show_code(found)
        kept = self._kept.get(found.id)
        self._show_examples(*(kept or (None, None)))
        if kept is None:
            self._wait(REST)
        else:
            self._forget_question()

    def _pinned(self, held: bool) -> None:
        self.pin_action.setText(self.tr("Follow the code at hand") if held else self.tr("Hold this code"))
        tip(self.pin_action)
        if not held:
            self.show_code(self._follows)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._behind:
            self._behind = False
            if self.pin_action.isChecked():
                self._wait(0)
            else:
                self.show_code(self._follows)
                self._wait(0)

    # ── what is shown ──
    def _show_code(self, code: Code | None) -> None:
        self._code = code
        self._stack.setCurrentIndex(0 if code is None else 1)
        self._foot.setVisible(code is not None)
        self.pin_action.setEnabled(code is not None)
        if code is None:
            return
        book = self._book()
        path = book.path(code.id) if code.id in book.by_id else code.name
        self._show_mark()
        self._name.setText(code.name)
        self._path.setText(path)
        self._path.setVisible(PATH_SEPARATOR in path)
        for field, part in self.texts.items():
            text = getattr(code, field)
            if field == "example" and text and code.example_document:
                text = f"{text}\n({code.example_document})"
            part.show_text(text)
        defined = any(getattr(code, field) for field in self.texts)
        self._none.setVisible(not defined)
        self.edit_button.setText(self.tr("Edit the definition") if defined else self.tr("Write a definition"))
        self.edit_button.setEnabled(not self._bridge.project.read_only)
        self.area.verticalScrollBar().setValue(0)

    def _show_examples(self, rules: Rules | None, found: Names | None) -> None:
        if rules is None or found is None:
            for rows in (self.exemplars, self.near_misses, self.memos):
                rows.show_rows([], 0)
            return
        self.exemplars.show_rows(_passages(rules.exemplars, found), rules.exemplar_count)
        self.near_misses.show_rows(_passages(rules.near_misses, found), rules.near_miss_count)
        memos: list[tuple[Any, str, str, str]] = []
        for memo in rules.memos:
            below = " · ".join(filter(None, (short_date(memo.created), found.coders.get(memo.coder, ""))))
            memos.append((memo, memo.title, below, f"{memo.title}, {below}"))
        self.memos.show_rows(memos, len(memos))

    # ── asking ──
    def _wait(self, milliseconds: int) -> None:
        self._forget_question()
        self._timer.start(milliseconds)

    def _forget_question(self) -> None:
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _ask(self) -> None:
        code = self.code
        if code is None:
            return

        def job(project: Project, progress: Progress) -> _Answer:
            progress.tick(0, 0)
            with project.read() as read:
                found = rules_of(read, code, progress)
                return found, names(read) if found is not None else None

        def arrived(answer: _Answer) -> None:
            if self._task is task:
                self._task = None
                self._arrived(code, *answer)

        task = self._bridge.run(job, arrived)
        self._task = task

    def _arrived(self, code: UUID, rules: Rules | None, found: Names | None) -> None:
        if rules is None:
            self._kept.pop(code, None)
            if self.code == code:  # it was removed
                self.pin_action.setChecked(False)
                self._show_code(None)
            return
        self._kept[code] = (rules, found)
        self._kept.move_to_end(code)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        if self.code == code:
            if rules.code != self._code or rules.path != self._path.text():
                place = self.area.verticalScrollBar().value()
                self._show_code(rules.code)
                self._path.setText(rules.path)
                self._path.setVisible(PATH_SEPARATOR in rules.path)
                self.area.verticalScrollBar().setValue(place)
            self._show_examples(rules, found)

    def _stepped(self, step: Step) -> None:
        if not step.touches(*_TOUCHING):
            return
        self._kept.clear()
        self._forget_question()  # it was asked before the change
        if self.isVisible():
            self._timer.start(0 if step.touches("code") else _CALM)
        else:
            self._behind = True

    # ── what is done with it ──
    def edit(self) -> None:
        """Open the definition in its dialog."""
        if self._code is not None:
            DefineCodeDialog(self._bridge, self._code, self, self.said.emit).show()

    def _show_segments(self) -> None:
        if self._code is not None:
            self.show_segments.emit(self._code.id)

    def _open(self, row: SegmentRow) -> None:
        coding = row.coding
        self.open_segment.emit(coding.document, coding.start, coding.end, coding.id)


def _passages(rows: tuple[SegmentRow, ...], found: Names) -> list[tuple[Any, str, str, str]]:
    shown: list[tuple[Any, str, str, str]] = []
    for row in rows:
        place = " · ".join(filter(None, (place_of(found, row), found.coders.get(row.coding.coder, ""))))
        shown.append((row, row.quote, place, ", ".join((row.quote, place))))
    return shown
