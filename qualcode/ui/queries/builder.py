"""The question of a query as it is built: in words, as conditions and operators, and as text; all three are one."""

from dataclasses import replace
from itertools import chain, pairwise
from typing import cast

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QScrollArea, QToolButton, QVBoxLayout, QWidget

from ...domain.errors import QualcodeError
from ...domain.query_language import read_query, write_query
from ...domain.query_sentences import sentence
from ...domain.query_tree import RELATIONS, SPEAKER, Query
from ..icons import icon
from ..look import META, Look
from ..translation import say
from ..views.flow import FlowLayout
from ..views.ground import Words
from ..views.wording import counted
from . import drafts, part_menu
from .condition_row import ConditionRow
from .drafts import Condition, Group, Node, Path
from .dragging import AFTER, BEFORE, INTO, Dropping
from .group_card import GroupCard
from .names import Offers

_MOST_BACK = 100  # changes that can be taken back
_TYPING = 400  # milliseconds after the last key in the line of text
Part = ConditionRow | GroupCard


class QueryBuilder(QWidget):
    """`changed` fires when the question has become another one; `speakers_wanted` when somebody's speech is asked
    about and their names are not known."""

    changed = Signal()
    speakers_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.draft: Node = Condition()
        self._query: Query | None = None
        self._offers = Offers()
        self._parts: dict[Path, Part] = {}
        self._narrow = False
        self.unread = False  # whether the text is one that cannot be read: the conditions are as they were
        self._tree: QWidget | None = None
        self._before: list[Node] = []  # earlier drafts
        self._shown: Node = self.draft
        self.follows: list[QWidget] = []  # what the keyboard comes from
        self._make()
        self._lay_out()
        self._keys = part_menu.keys(self.do, self)
        self._dropping = Dropping(self.area.widget(), self._under, self._may_drop, self.drop, self._mark_drop)
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
        self.add_button.clicked.connect(lambda: self._add(()))
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
        self._take_typed()  # the rows are made anew
        self._rebuild()

    def set_narrow(self, narrow: bool) -> None:
        """Where there is little room everything scrolls with the conditions."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._place()

    # ── what is asked ──
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
        self.draft = draft
        self._rebuild()
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
            self.draft = drafts.draft_of(read_query(text)) if text else Condition()
        except QualcodeError as error:
            self.unread, self._query = True, None  # what cannot be read is not what was asked before
            self.sentence.setText("")
            self.say_problem(say(error))
            self.changed.emit()
            return
        self._rebuild()
        self._settle(write=False)

    # ── the parts ──
    def offer(self, offers: Offers) -> None:
        """Let fields offer the names there are now."""
        self._offers = offers
        for part in self._parts.values():
            if isinstance(part, ConditionRow):
                part.offer(offers)

    def _rebuild(self, begin: Path | None = None) -> None:
        for part in self._parts.values():
            part.blockSignals(True)  # as it goes it loses the keyboard, and would tell of what was being typed in it
        old, self._parts = self._tree, {}
        self._tree = self._part(self.draft, (), self.area.widget())
        self._page.insertWidget(self._page.count() - 2, self._tree)
        if old is not None:
            self._page.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._check_ways_back()
        self._order_keys()
        if self.asks_speakers:
            self.speakers_wanted.emit()
        first = self._parts.get(begin) if begin is not None else None
        if first is not None:
            first.begin()
            QTimer.singleShot(0, first, lambda: self.area.ensureWidgetVisible(first))

    @property
    def asks_speakers(self) -> bool:
        """Whether somebody's speech is asked about."""
        return any(one.kind == SPEAKER for one in drafts.conditions(self.draft))

    def begin(self) -> None:
        """Put the keyboard into the first condition that is not filled in; where all are, into the first one."""
        rows = [part for part in self._parts.values() if isinstance(part, ConditionRow)]
        rows.sort(key=lambda row: row.path)
        next((row for row in rows if row.condition.blank), rows[0]).begin()

    def _order_keys(self) -> None:
        """Tab goes the way one reads, though what was made last would come last."""
        foot = [self.add_button, self.back_button, self.clear_button]
        text = [self.text]
        around = [*self.follows, *(text if self._narrow else []), *self._controls(self.draft, ()), *foot]
        for one, other in pairwise([*around, *([] if self._narrow else text)]):
            QWidget.setTabOrder(one, other)

    def _controls(self, node: Node, path: Path) -> list[QWidget]:
        part = self._parts[path]
        if isinstance(node, Condition):
            return part.controls
        parts = [self._controls(one, (*path, number)) for number, one in enumerate(node.parts)]
        parts.insert(1 if node.operator in RELATIONS else 0, part.controls)
        return list(chain.from_iterable(parts))

    def _part(self, node: Node, path: Path, parent: QWidget) -> QWidget:
        if isinstance(node, Condition):
            row = ConditionRow(node, path, self._offers, self._look, parent)
            row.changed.connect(lambda changed: self._changed(path, changed))
            row.reshaped.connect(lambda changed: self._reshaped(path, changed))
            row.menu_wanted.connect(lambda button: self.open_menu(path, button))
            self._parts[path] = row
            return row
        card = GroupCard(node, path, self._part, self._look, parent)
        card.operator_chosen.connect(lambda operator: self._operate(path, operator))
        card.changed.connect(lambda number, within, unit: self._measured(path, number, within, unit))
        card.more_wanted.connect(lambda: self._add(path))
        card.menu_wanted.connect(lambda button: self.open_menu(path, button))
        self._parts[path] = card
        return card

    def part(self, *path: int) -> Part:
        """What is shown at a place."""
        return self._parts[path]

    def _changed(self, path: Path, condition: Condition) -> None:
        self.draft = drafts.put(self.draft, path, condition)
        self._settle()

    def _reshaped(self, path: Path, condition: Condition) -> None:
        self._reshape(drafts.put(self.draft, path, condition), path)

    def _reshape(self, draft: Node, begin: Path) -> None:
        self.draft = draft
        self._rebuild(begin)
        self._settle()

    def _measured(self, path: Path, number: int, within: int | None, unit: str) -> None:
        group = cast(Group, drafts.at(self.draft, path))
        self.draft = drafts.put(self.draft, path, replace(group, number=number, within=within, unit=unit))
        self._settle()

    def _take_typed(self) -> None:
        for part in self._parts.values():
            if isinstance(part, ConditionRow):
                part.take_typed()

    def _operate(self, path: Path, operator: str) -> None:
        self._take_typed()
        self._reshape(drafts.operate(self.draft, path, operator), path)

    def _add(self, path: Path) -> None:
        self._take_typed()
        draft, place = drafts.add(self.draft, path, Condition())
        self._reshape(draft, place)

    def wrap(self, path: Path, operator: str) -> None:
        """Put an operator around a part; where it takes two, the second one is to be filled in."""
        self._take_typed()
        draft = drafts.wrap(self.draft, path, operator)
        self._reshape(draft, path if operator in drafts.SINGLE else (*path, 1))

    # ── what is done to a part ──
    @property
    def present(self) -> Path | None:
        """The place of the part that has the keyboard."""
        widget = QApplication.focusWidget()
        while widget is not None and widget is not self:
            if isinstance(widget, Part):
                return widget.path
            widget = widget.parentWidget()
        return None

    def open_menu(self, path: Path, button: QWidget) -> None:
        """List below a button what can be done with a part."""
        menu = part_menu.part_menu(
            self.draft,
            path,
            lambda what: self.do(what, path),
            lambda operator: self.wrap(path, operator),
            self._look,
            self,
        )
        self._look.dress(menu)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def do(self, what: str, path: Path | None = None) -> None:
        """Do something (of `part_menu`) to a part: to the one that has the keyboard, where none is named."""
        path = self.present if path is None else path
        if what == part_menu.UNGROUP and path and what not in part_menu.possible(self.draft, path):
            path = path[:-1]  # the group it stands in is meant
        if path is None or what not in part_menu.possible(self.draft, path):
            return
        self._take_typed()
        draft = self.draft
        if what == part_menu.ADD:
            self._add(path)
        elif what in (part_menu.UP, part_menu.DOWN):
            self._reshape(*drafts.move(draft, path, -1 if what == part_menu.UP else 1))
        elif what == part_menu.GROUP:
            self._reshape(*drafts.group_with_next(draft, path))
        elif what == part_menu.UNGROUP:
            self._reshape(drafts.ungroup(draft, path), path)
        else:
            left = drafts.remove(draft, path)
            self._reshape(left, _near(left, path))

    # ── parts that are dragged ──
    def _under(self, place: QPoint) -> tuple[Path, str] | None:
        """The part at a point of the page, and where something would be dropped there."""
        page = self.area.widget()
        widget = page.childAt(place)
        while widget is not None and not isinstance(widget, Part):
            widget = widget.parentWidget() if widget is not page else None
        if widget is None:
            return None
        if isinstance(widget, GroupCard):
            return widget.path, INTO
        lower = widget.mapFrom(page, place).y() > widget.height() / 2
        return widget.path, AFTER if lower else BEFORE

    def _may_drop(self, source: Path, target: Path, where: str) -> bool:
        return drafts.carry(self.draft, source, target, where == AFTER) is not None

    def drop(self, source: Path, target: Path, where: str) -> None:
        """Move a part before or after another one, or into a group."""
        self._take_typed()
        moved = drafts.carry(self.draft, source, target, where == AFTER)
        if moved is not None:
            self._reshape(*moved)

    def _mark_drop(self, target: Path | None, where: str) -> None:
        for path, part in self._parts.items():
            part.mark(where if path == target else "")


def _near(draft: Node, path: Path) -> Path:
    """A place that is still there, near one that may be gone."""
    found: Path = ()
    for number in path:
        here = drafts.at(draft, found)
        if not isinstance(here, Group):
            break
        found = (*found, min(number, len(here.parts) - 1))
    return found
