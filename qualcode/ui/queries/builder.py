"""The question of a query as it is built: in words, as conditions and operators, and as text; all three are one."""

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QToolButton, QVBoxLayout, QWidget

from ...domain.errors import QualcodeError
from ...domain.query_language import read_query, write_query
from ...domain.query_sentences import sentence
from ...domain.query_tree import SPEAKER, Query
from ..icons import icon
from ..look import META, Look
from ..translation import say
from ..views.flow import FlowLayout
from ..views.ground import Words
from ..views.wording import counted
from . import drafts
from .condition_tree import ConditionTree
from .drafts import Condition, Node
from .names import Offers

_MOST_BACK = 100  # changes that can be taken back
_TYPING = 400  # milliseconds after the last key in the line of text


class QueryBuilder(QWidget):
    """`changed` fires when the question has become another one; `speakers_wanted` when somebody's speech is asked
    about and their names are not known."""

    changed = Signal()
    speakers_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._query: Query | None = None
        self._narrow = False
        self.unread = False  # whether the text is one that cannot be read: the conditions are as they were
        self._before: list[Node] = []  # earlier drafts
        self._shown: Node = Condition()
        self.follows: list[QWidget] = []  # what the keyboard comes from
        self._make()
        self._lay_out()
        look.follow(self._restyle)
        self._restyle()

    def _make(self) -> None:
        look = self._look
        self.sentence = Words(look, wrap=True, parent=self)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.note = Words(look, META, "ink2", wrap=True, parent=self)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.viewport().setAutoFillBackground(False)
        self.add_button = QToolButton(self)
        self.add_button.setIcon(icon("add"))
        self.add_button.setText(self.tr("Add a condition"))
        self.add_button.setAccessibleName(self.add_button.text())
        self.add_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add_button.clicked.connect(lambda: self.tree.add(()))
        self.clear_button = QToolButton(self)
        self.clear_button.setText(self.tr("Begin anew"))
        self.clear_button.setAccessibleName(self.clear_button.text())
        self.clear_button.clicked.connect(lambda: self.show_draft(Condition(), tell=True))
        self.back_button = QToolButton(self)
        self.back_button.setIcon(icon("undo"))
        self.back_button.setToolTip(self.tr("Take back the last change of the question"))
        self.back_button.setAccessibleName(self.back_button.toolTip())
        self.back_button.clicked.connect(self.take_back)
        self.text = QLineEdit(self)
        self.text.setAccessibleName(self.tr("The query as text"))
        self.text.setPlaceholderText(self.tr("or type it: power AND trust"))
        self.text.setToolTip(self.tr("The same question as text. What is changed here changes the conditions above."))
        self.text.textEdited.connect(lambda _text: self._typing.start())
        self.text.returnPressed.connect(self.read_text)
        self.problem = Words(look, role="danger", wrap=True, parent=self)
        self.problem.hide()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING)
        self._typing.timeout.connect(self.read_text)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        page = QWidget()
        self._page = QVBoxLayout(page)
        self.tree = ConditionTree(self._look, page)
        self.tree.changed.connect(self._settle)
        self.tree.rebuilt.connect(self._rebuilt)
        self.tree.begun.connect(self._scroll_to)
        self._page.addWidget(self.tree)
        self._foot = FlowLayout(gap=self._look.px(8))
        self._foot.setContentsMargins(0, 0, 0, 0)
        for button in (self.add_button, self.back_button, self.clear_button):
            self._foot.addWidget(button)
        self._page.addLayout(self._foot)
        self._page.addStretch(1)
        self.area.setWidget(page)
        page.setAutoFillBackground(False)  # the area has just said it should
        self._column.addWidget(self.area, 1)
        self._place()

    def _place(self) -> None:
        """The words around the conditions: where there is little room they scroll with them."""
        above, below = (self.sentence, self.note), (self.text, self.problem)
        if self._narrow:
            for place, widget in enumerate((*above, *below)):
                self._page.insertWidget(place, widget)
            return
        for place, widget in enumerate(above):
            self._column.insertWidget(place, widget)
        for widget in below:
            self._column.addWidget(widget)

    def _restyle(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(16), px(4), px(12), px(10))
        self._column.setSpacing(px(6))
        self._page.setContentsMargins(0, 0, px(4), 0)
        self._page.setSpacing(px(6))
        self.area.setMinimumHeight(px(64))
        for button in (self.add_button, self.back_button, self.clear_button):
            button.setIconSize(QSize(px(16), px(16)))
            button.setFixedHeight(px(30))
        self.tree.take_typed()  # the rows are made anew
        self.tree.rebuild()

    def set_narrow(self, narrow: bool) -> None:
        """Where there is little room everything scrolls with the conditions."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._place()

    # ── what is asked ──
    @property
    def draft(self) -> Node:
        """The conditions and operators as they are shown, filled in or not."""
        return self.tree.draft

    @property
    def query(self) -> Query | None:
        """The question as far as it is filled in; names as they were chosen or typed."""
        return self._query

    @property
    def written(self) -> str:
        """The question as text; "" where there is none, or none that can be asked."""
        return write_query(self._query) if self._query is not None else ""

    def show_query(self, query: Query | None, tell: bool = False) -> None:
        """Show a question whose names are those of the project."""
        self.show_draft(drafts.draft_of(query) if query is not None else Condition(), tell)

    def show_draft(self, draft: Node, tell: bool = False) -> None:
        """Show this draft; `tell` as if somebody had built it."""
        self.tree.show_draft(draft)
        self._settle(tell=tell)

    def _settle(self, tell: bool = True, write: bool = True) -> None:
        """The draft is another one: what is asked, its sentence and its text follow."""
        if self.draft != self._shown:
            self._before = [*self._before[1 - _MOST_BACK :], self._shown]
            self._shown = self.draft
            self._check_ways_back()
        self.unread = False
        before, failure = self._query, ""
        try:
            self._query = drafts.question_of(self.draft)
        except QualcodeError as error:
            self._query, failure = None, say(error)
        if write and not failure:
            self.text.setText(self.written)
            self.text.setCursorPosition(0)
        self.say_problem(failure)
        self._say_sentence()
        if tell and (self._query != before or failure):
            self.changed.emit()

    def _check_ways_back(self) -> None:
        self.clear_button.setVisible(self.draft != Condition())
        self.back_button.setVisible(bool(self._before))

    def take_back(self) -> None:
        """Show the question as it was before the last change."""
        if self._before:
            *self._before, self._shown = self._before
            self.show_draft(self._shown, tell=True)

    def _say_sentence(self, shown: Query | None = None) -> None:
        query = shown or self._query
        if query is None:
            self.sentence.setText(self.tr("Choose a code, or another condition, to find its segments."))
        else:
            self.sentence.setText(say(sentence(query)))
        blank = sum(one.blank for one in drafts.conditions(self.draft))
        shown_note = bool(blank) and query is not None
        self.note.setText(counted("%n condition(s) not filled in yet: left out", blank) if shown_note else "")
        self.note.setVisible(shown_note)

    def say_named(self, query: Query) -> None:
        """The question with the names as the project has them, as it was answered."""
        if self._query is not None:
            self._say_sentence(query)

    def say_problem(self, text: str) -> None:
        """Say what is wrong with the question, or that nothing is."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.text.setAccessibleDescription(text)
        if text and self._narrow:
            QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(self.problem))

    # ── from the text ──
    def read_text(self) -> None:
        """Take what was typed as the question."""
        self._typing.stop()
        text = self.text.text().strip()
        if text == self.written and not self.problem.isVisible():
            return
        try:
            draft = drafts.draft_of(read_query(text)) if text else Condition()
        except QualcodeError as error:
            self.unread, self._query = True, None  # what cannot be read is not what was asked before
            self.sentence.setText("")
            self.say_problem(say(error))
            self.changed.emit()
            return
        self.tree.show_draft(draft)
        self._settle(write=False)

    # ── the parts ──
    def offer(self, offers: Offers) -> None:
        """Let fields offer the names there are now."""
        self.tree.offer(offers)

    def begin(self) -> None:
        """Put the keyboard into the first condition that is not filled in; where all are, into the first one."""
        self.tree.begin()

    def _rebuilt(self) -> None:
        self._check_ways_back()
        self._order_keys()
        if self.asks_speakers:
            self.speakers_wanted.emit()

    def _scroll_to(self, part: QWidget) -> None:
        QTimer.singleShot(0, part, lambda: self.area.ensureWidgetVisible(part))

    @property
    def asks_speakers(self) -> bool:
        """Whether somebody's speech is asked about."""
        return any(one.kind == SPEAKER for one in drafts.conditions(self.draft))

    def _order_keys(self) -> None:
        """Tab goes the way one reads, though what was made last would come last."""
        foot = [self.add_button, self.back_button, self.clear_button]
        text = [self.text]
        around = [*self.follows, *(text if self._narrow else []), *self.tree.controls, *foot]
        for one, other in pairwise([*around, *([] if self._narrow else text)]):
            QWidget.setTabOrder(one, other)
