"""The reviews of a project: what was said of each thing, suggestions to accept or refuse, answers, sign-offs."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...app import reviews as actions
from ...app.review_threads import Signature, Thread, signatures, threads
from ...domain.errors import QualcodeError
from ...domain.history import Step
from ...domain.reviews import ReviewNote
from ...store.reading import Reading
from ..bridge import Bridge
from ..look import META, Look
from ..panels.header import PanelHeader
from ..translation import say
from ..views.flow import FlowLayout
from ..views.ground import Words
from .rows import ReviewsModel, ReviewsPainter, Said
from .wording import since_words, thread_words

_KINDS = ("review_note", "review", "sign_off", "named_version", "code", "segment", "relation", "map_node", "theme_map")


class ReviewsPanel(QWidget):
    """A list by thread, and below it the chosen remark with what can be done about it."""

    said = Signal(str, object)  # a sentence for a toast, the number of a step to undo (None: none)
    goto = Signal(str, object)  # kind and id of what a remark is about
    send_wanted = Signal()
    remark_wanted = Signal()

    def __init__(self, bridge: Bridge, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._look = bridge, look
        self._found: tuple[list[Thread], list[Signature]] = ([], [])
        self._wanted: UUID | None = None  # the remark to be chosen when the list is here
        self._asking = self._again = False
        self._stale = False  # something has changed since the list was read, while nobody could see it
        self._drafts: dict[UUID, str] = {}  # answers that are not given yet, by remark
        self._answering: UUID | None = None  # the remark the answer in the field is for
        self._doing = False  # something is being written: a second press would do it twice
        self.header = PanelHeader(self.tr("Reviews"), look, self)
        self._make()
        self._lay_out()
        bridge.followed.connect(self._stepped)
        look.follow(self._take_look)
        self._take_look()
        self._chose()
        self._ask()

    # ── building ──
    def _make(self) -> None:
        self.state = QComboBox(self)
        self.state.setAccessibleName(self.tr("Which remarks"))
        for words, state in (
            (self.tr("Still open"), "open"),
            (self.tr("All"), ""),
            (self.tr("Accepted"), "accepted"),
            (self.tr("Refused"), "refused"),
            (self.tr("Settled"), "settled"),
        ):
            self.state.addItem(words, state)
        self.state.currentIndexChanged.connect(lambda _index: self._fill())
        self.model = ReviewsModel(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ReviewsPainter(self.model))
        self.list.setAccessibleName(self.tr("Remarks"))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._chose())
        self.list.doubleClicked.connect(lambda _index: self._go())
        look = self._look
        self.nothing = Words(look, role="ink2", wrap=True, parent=self)
        self.send = QPushButton(self.tr("Send for review…"), self)
        self.send.clicked.connect(self.send_wanted)
        self.remark = QPushButton(self.tr("New remark…"), self)
        self.remark.clicked.connect(self.remark_wanted)
        self.remark.setEnabled(self._may_speak)
        self.about = Words(look, META, bold=True, role="ink2", wrap=True, parent=self)
        self.text = Words(look, wrap=True, parent=self)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.asks = Words(look, bold=True, wrap=True, parent=self)
        self.since = Words(look, META, role="warn", wrap=True, parent=self)
        self.decided = Words(look, META, role="ink2", wrap=True, parent=self)
        self.answer = QLineEdit(self)
        self.answer.setPlaceholderText(self.tr("Your answer"))
        self.answer.setAccessibleName(self.tr("Your answer"))
        self.answer.textChanged.connect(lambda _text: self._check())
        self.answer.returnPressed.connect(self._reply)
        self.accept = self._button(self.tr("Accept"), self._accept)
        self.accept.setProperty("kind", "filled")
        self.refuse = self._button(self.tr("Refuse"), self._refuse)
        self.settle = self._button(self.tr("Settle"), self._settle)
        self.reopen = self._button(self.tr("Open again"), self._reopen)
        self.reply = self._button(self.tr("Answer"), self._reply)
        self.go = self._button(self.tr("Show it"), self._go)
        self.problem = Words(look, role="danger", wrap=True, parent=self)
        self.problem.hide()

    def _button(self, text: str, does: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(does)
        return button

    def _lay_out(self) -> None:
        self._filters, self.foot, self._empty = QWidget(self), QWidget(self), QWidget(self)
        row = QHBoxLayout(self._filters)
        row.addWidget(self.state)
        row.addStretch(1)
        row.addWidget(self.remark)
        empty = QVBoxLayout(self._empty)
        empty.addWidget(self.nothing)
        empty.addWidget(self.send, 0, Qt.AlignmentFlag.AlignLeading)
        empty.addStretch(1)
        self._told = QScrollArea(self)  # a comment may be longer than the window
        words = QWidget(self._told)
        told = QVBoxLayout(words)
        told.setContentsMargins(0, 0, 0, 0)
        for part in (self.about, self.text, self.asks, self.since, self.decided):
            told.addWidget(part)
        told.addStretch(1)
        self._told.setWidget(words)
        self._told.setWidgetResizable(True)
        self._told.setFrameShape(QScrollArea.Shape.NoFrame)
        self._told.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._told.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for ground in (words, self._told.viewport()):
            ground.setAutoFillBackground(False)
        foot = QVBoxLayout(self.foot)
        for part in (self._told, self.problem, self.answer):
            foot.addWidget(part)
        self._buttons = FlowLayout()
        for button in (self.accept, self.refuse, self.settle, self.reopen, self.reply, self.go):
            self._buttons.addWidget(button)
        foot.addLayout(self._buttons)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.header)
        down.addWidget(self._filters)
        down.addWidget(self._pages, 1)
        down.addWidget(self.foot)
        self.setFocusProxy(self.list)

    def _take_look(self) -> None:
        px, tokens = self._look.px, self._look.current
        self._filters.layout().setContentsMargins(px(12), px(4), px(12), px(8))
        self._empty.layout().setContentsMargins(px(16), px(12), px(16), px(12))
        self.foot.layout().setContentsMargins(px(16), px(12), px(16), px(12))
        self.foot.layout().setSpacing(px(8))
        self._told.widget().layout().setSpacing(px(4))
        self._fit()
        self.foot.setObjectName("foot")
        self.foot.setStyleSheet(f"QWidget#foot {{ border-top: {tokens.edge}px solid {tokens.line}; }}")
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, self._look.color("panel"))
        self.setPalette(palette)
        self.list.doItemsLayout()

    def _fit(self) -> None:
        """The list keeps most of a low panel."""
        self._told.setFixedHeight(min(self._look.px(132), self.height() // 4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # ── what there is ──
    def _stepped(self, step: Step) -> None:
        if step.touches(*_KINDS):
            self._stale = True
            if self.isVisible():
                self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._ask()

    def _ask(self) -> None:
        if self._asking:
            self._again = True
            return
        self._asking, self._stale = True, False

        def question(read: Reading) -> tuple[list[Thread], list[Signature]]:
            return threads(read), signatures(read)

        self._bridge.ask(question, self._arrived, self._failed_asking)

    def _failed_asking(self, error: Exception) -> None:
        self._asking = self._again = False
        self._stale = True  # the next time it is looked at
        self._bridge.failed.emit(error)

    def _arrived(self, found: tuple[list[Thread], list[Signature]]) -> None:
        self._asking = False
        self._found = found
        self._fill()
        if self._again:
            self._again = False
            self._ask()

    def _fill(self) -> None:
        chosen = self._wanted or (self.chosen.note.id if self.chosen is not None else None)
        before = self.list.currentIndex().row()
        everything, signed = self._found
        self.model.show(everything, signed, self.state.currentData())
        anything = bool(everything or signed)
        self.state.setVisible(anything)
        self.send.setVisible(not anything)
        if self.model.rows:
            self._pages.setCurrentWidget(self.list)
        else:
            self._pages.setCurrentWidget(self._empty)
            self.nothing.setText(
                self.tr("Nothing here in this state.")
                if anything
                else self.tr("No reviews yet. Send a page, and drop the file that comes back on this window.")
            )
        at = self.model.place_of(chosen)
        if at < 0 and before >= 0:  # what was dealt with left the list: the next one is in its place
            at = next((n for n in range(before, len(self.model.rows)) if isinstance(self.model.rows[n], Said)), -1)
        if at >= 0:
            self.list.setCurrentIndex(self.model.index(at))
        self._wanted = None
        self._chose()

    def choose(self, note: UUID) -> None:
        """Show a remark, whatever its state."""
        self._wanted = note
        if self.model.place_of(note) < 0:
            self.state.setCurrentIndex(self.state.findData(""))
        self._fill()

    @property
    def chosen(self) -> Said | None:
        """The remark or answer that is chosen."""
        index = self.list.currentIndex()
        row = index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None
        return row if isinstance(row, Said) else None

    def _chose(self) -> None:
        row = self.chosen
        self.foot.setVisible(row is not None)
        self.problem.hide()
        note = row.remark.note if row is not None else None
        self._write_to(note.id if note is not None else None)
        if row is None or note is None:
            return
        self.about.setText(thread_words(row.thread))
        _tell(self.text, row.note.text)
        _tell(self.asks, "" if row.answers else say(row.remark.asks))
        _tell(self.since, since_words(row.thread, row.remark))
        _tell(self.decided, self._decided(note))
        suggests, is_open = row.remark.suggests, note.state == "open"
        self.accept.setVisible(suggests and is_open)
        self.refuse.setVisible(suggests and is_open)
        self.settle.setVisible(not suggests and is_open)
        self.reopen.setVisible(note.state in ("refused", "settled") and note.kind != "accept")
        self.go.setVisible(row.thread.name is not None and row.thread.kind in ("code", "segment", "relation"))
        self._check()

    def _write_to(self, note: UUID | None) -> None:
        """Each remark has an answer of its own: what was begun for another one waits there."""
        if note == self._answering:
            return
        if self._answering is not None:
            self._drafts[self._answering] = self.answer.text()
        self._answering = note
        self.answer.setText(self._drafts.pop(note, "") if note is not None else "")

    def _decided(self, note: ReviewNote) -> str:
        if not note.decided_by or note.state == "open":
            return ""
        text = {
            "accepted": self.tr("Accepted by {who}. {answer}"),
            "refused": self.tr("Refused by {who}. {answer}"),
            "settled": self.tr("Settled by {who}. {answer}"),
        }[note.state]
        return text.replace("{who}", note.decided_by).replace("{answer}", note.answer).strip()

    def _check(self) -> None:
        writes = not self._bridge.project.read_only
        for button in (self.accept, self.refuse, self.settle, self.reopen):
            button.setEnabled(writes and not self._doing)
        self.answer.setEnabled(self._may_speak)
        self.reply.setEnabled(self._may_speak and not self._doing and bool(self.answer.text().strip()))

    @property
    def _may_speak(self) -> bool:
        """Whether remarks can be written: also by somebody who has opened the project to review it."""
        project = self._bridge.project
        return project.takes_remarks

    # ── what can be done ──
    def _do(self, action: Callable[..., Any], told: str, *args: Any) -> None:
        row = self.chosen
        if row is None or self._doing:
            return
        self.problem.hide()
        self._doing = True
        self._check()
        about = row.remark.note.id

        def done(_note: object, step: Step | None) -> None:
            self._doing = False
            self._sent(about, *args)
            self._check()
            self.said.emit(told, step.number if step else None)

        def failed(error: Exception) -> None:
            self._doing = False
            self._check()
            if about == self._answering and isinstance(error, QualcodeError):
                self.problem.setText(say(error))
                self.problem.show()
            else:  # another remark is chosen now: it has nothing to do with that one
                self._bridge.failed.emit(error)

        self._bridge.act(action, about, *args, then=done, failed=failed)

    def _sent(self, about: UUID, text: str = "") -> None:
        """What was sent need not be typed any more; what was typed since stays."""
        if about == self._answering and self.answer.text() == text:
            self.answer.clear()
        elif self._drafts.get(about) == text:
            del self._drafts[about]

    def _accept(self) -> None:
        self._do(actions.accept_suggestion, self.tr("Suggestion accepted."), self.answer.text())

    def _refuse(self) -> None:
        self._do(actions.refuse_suggestion, self.tr("Suggestion refused."), self.answer.text())

    def _settle(self) -> None:
        self._do(actions.settle_note, self.tr("Settled."))

    def _reopen(self) -> None:
        self._do(actions.reopen_note, self.tr("Open again."))

    def _reply(self) -> None:
        if self.reply.isEnabled() and self.answer.text().strip():
            self._do(actions.answer_note, self.tr("Answered."), self.answer.text())

    def _go(self) -> None:
        row = self.chosen
        if row is not None and row.thread.name is not None:
            self.goto.emit(row.thread.kind, row.thread.about)


def _tell(words: Words, text: str) -> None:
    words.setText(text)
    words.setVisible(bool(text))
