"""The Themes tab: themes by stage, the board (and the maps) in the middle, and what is known of the one chosen."""

from collections.abc import Callable, Iterator
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...domain.errors import QualcodeError
from ...domain.queries import Scope
from ...domain.themes import STAGES
from ..bridge import Bridge
from ..icons import icon
from ..look import META, TITLE, Look
from ..panels.name_field import NameField
from ..parts.line_splitter import LineSplitter
from ..translation import say
from ..views.ground import Ground, Words
from ..views.message import Message
from .acts import ThemeActs
from .menu import ThemeMenu
from .theme_data import ThemeData

LEFT, RIGHT = 264, 336
_MIDDLE, _WITH_LIST = 500, 860  # px of the board, and of the tab, below which they take turns
_BESIDE = 760  # px of the tab below which what is chosen stands beside a page only if it is asked for
Part = TypeVar("Part", bound=QWidget)


class ThemesTab(Ground):
    """Board and maps share one choice. Go through `build` first; then `offer` adds a page to the switch in the middle.
    What stands on the right is the theme's inspector, or whatever `inspect` shows in its place."""

    open_segment = Signal(object, int, int)  # document id, start, end
    said = Signal(str, object)  # a sentence, the number of the step to undo
    codebook_wanted = Signal(object)  # the id of a theme or code to show in the codebook
    history_wanted = Signal(object, str)  # id and name of a theme whose history is to be shown
    map_wanted = Signal(object, QPoint)  # the id of a theme that is to go on a map, where to ask for which
    chosen = Signal(object)  # the id of the theme that is chosen, or None

    def __init__(self, bridge: Bridge, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "panel", parent)
        self._bridge, self._look = bridge, look
        self.theme: UUID | None = None
        self.built = False
        self.data = ThemeData(bridge, self)
        self.acts = ThemeActs(bridge, self)
        self.acts.said.connect(self.said)
        self.acts.made.connect(self._made)
        self._beside: dict[str, bool] = {"board": True}  # in a narrow tab: the pages that what is chosen stands beside
        self._awaited: UUID | None = None  # a theme that was added and is not in the list yet

    # ── building ──
    def build(self) -> Iterator[None]:
        """Make the parts one by one; who goes through this may let something else have its turn in between."""
        look = self._look
        self._make_top()
        yield
        from .board import Board
        from .stage_list import StageList

        yield
        self.stages = _unseen(StageList(self.data, self.acts.writes, look, self))
        yield
        self.board = _unseen(Board(self.data, self.acts, look, self))
        yield from self.board.build()
        from .inspector import ThemeInspector

        yield
        self.inspector = _unseen(ThemeInspector(self._bridge, self.data, self.acts, look, self))
        yield from self.inspector.build()
        self.menu = ThemeMenu(self)
        self._make_body()
        yield
        # each a room of its own: the whole tab in one sheet would hold the window up
        for part in (self.top, self.nothing, self.stages, self.board, self.inspector):
            look.dress(part)
            yield
            part.show()
            yield
        self._wire()
        look.follow(self._take_look)
        self._take_look()
        self.built = True
        self.data.look(self.isVisible())

    def _make_top(self) -> None:
        look = self._look
        self.top = _unseen(QWidget(self))
        self.title = Words(look, TITLE, bold=True, parent=self.top)
        self.title.setText(self.tr("Themes"))
        self.facts = Words(look, META, "ink2", parent=self.top)
        self.switch = QWidget(self.top)
        self._switch_row = QHBoxLayout(self.switch)
        self._switch_row.setContentsMargins(0, 0, 0, 0)
        self._pages_group = QButtonGroup(self)
        self.details = QToolButton(self.top)
        self.details.setCheckable(True)
        self.details.setIcon(icon("panels"))
        self.details.setToolTip(self.tr("Details of what is chosen"))
        self.details.setAccessibleName(self.details.toolTip())
        self.details.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.details.clicked.connect(self._show_beside)
        self.new_button = QPushButton(self.tr("New theme"), self.top)
        self.new_button.setVisible(self.acts.writes)
        self.name = NameField(self.top)
        self.name.setPlaceholderText(self.tr("Name of the new theme"))
        self.name.setAccessibleName(self.tr("Name of the new theme"))
        self.name.hide()
        self.problem = Words(look, META, "danger", wrap=True, parent=self.top)
        self.problem.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        self.problem.hide()
        self._top_rows = QVBoxLayout(self.top)
        self._top_row = QHBoxLayout()
        self._top_rows.addLayout(self._top_row)
        self._top_rows.addWidget(self.problem)
        for widget in (self.title, self.switch, self.facts):
            self._top_row.addWidget(widget)
        self._top_row.addStretch(1)
        for widget in (self.name, self.new_button, self.details):
            self._top_row.addWidget(widget)
        self.nothing = _unseen(Message(look, self))
        empty = self.tr("No themes yet. A theme says what several codes share.")
        self.nothing.say(empty, self.tr("New theme"), self.ask_name)
        self.nothing.button.setVisible(self.acts.writes)

    def _make_body(self) -> None:
        self.pages = QStackedWidget(self)
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._widgets: dict[str, QWidget] = {}
        self._buttons: dict[str, QPushButton] = {}
        self.board_page = QStackedWidget(self)
        self.board_page.addWidget(self.board)
        self.board_page.addWidget(self.nothing)
        self.offer("board", self.tr("Board"), lambda: self.board_page)
        self.side = QStackedWidget(self)
        self.side.addWidget(self.inspector)
        self.body = LineSplitter(Qt.Orientation.Horizontal, self)
        for part in (self.stages, self.pages, self.side):
            self.body.addWidget(part)
        self.body.setStretchFactor(1, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.top)
        down.addWidget(self.body, 1)
        self.show_page("board")
        self.setFocusProxy(self.board.columns[STAGES[0]])

    def _wire(self) -> None:
        for view in (self.board, self.stages):
            view.chosen.connect(self.choose)
            view.opened.connect(self._open)
            view.menu_wanted.connect(self._show_menu)
        self.stages.new_wanted.connect(self.ask_name)
        self.new_button.clicked.connect(self.ask_name)
        self.name.returnPressed.connect(self._add)
        self.name.left.connect(self._leave_name)
        self.name.textEdited.connect(lambda _text: self.problem.hide())
        self.inspector.open_segment.connect(self.open_segment)
        self.inspector.said.connect(self.said)
        self.inspector.history_wanted.connect(self.history_wanted)
        self.inspector.theme_wanted.connect(self.choose)
        self.inspector.code_wanted.connect(self.codebook_wanted)
        self.data.arrived.connect(self._arrived)

    def _take_look(self) -> None:
        px = self._look.px
        self._top_rows.setContentsMargins(px(16), px(8), px(16), px(8))
        self._top_rows.setSpacing(px(4))
        self._top_row.setSpacing(px(12))
        self._switch_row.setSpacing(0)
        self.name.setMinimumWidth(px(220))
        self.details.setIconSize(QSize(px(16), px(16)))
        self.details.setFixedSize(px(32), px(32))
        self.stages.setMinimumWidth(px(180))
        self.side.setMinimumWidth(px(260))
        self._arrange()

    def _arrange(self) -> None:
        """The widths of the design; where there is little room the list, which says what the board says, gives way."""
        px, width = self._look.px, self.width()
        self.stages.setVisible(width >= px(_WITH_LIST))
        self._arrange_side()
        wide = width >= px(LEFT + RIGHT + _MIDDLE)
        left, right = (LEFT, RIGHT) if wide else (200, 300)
        middle = width - px(right) - (px(left) if width >= px(_WITH_LIST) else 0)
        self.body.setSizes([px(left), max(middle, px(200)), px(right)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.built and event.size().width() != event.oldSize().width():
            before, after = event.oldSize().width(), event.size().width()
            steps = [self._look.px(step) for step in (_BESIDE, _WITH_LIST, LEFT + RIGHT + _MIDDLE)]
            if any((before < step) != (after < step) for step in steps):
                self._arrange()

    # ── beside a page ──
    def _arrange_side(self) -> None:
        """What is chosen stands beside the page, or where there is no room for both when it is asked for."""
        narrow, asked = self.width() < self._look.px(_BESIDE), self._beside.get(self.page, False)
        self.details.setVisible(narrow)
        self.details.setChecked(asked)
        self.side.setVisible(not narrow or asked)

    def _show_beside(self, shown: bool) -> None:
        inside = self.side.isAncestorOf(self.window().focusWidget())
        self._beside[self.page] = shown
        self._arrange()
        if inside and not shown:
            self.details.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_details(self) -> None:
        """The keys are to go to what is known of what is chosen: it must stand there."""
        if self.side.isHidden():
            self._show_beside(True)

    def give_room(self) -> None:
        """The page needs all the room of a narrow tab."""
        if not self.details.isHidden() and not self.side.isHidden():
            self._show_beside(False)

    # ── pages ──
    def offer(self, name: str, words: str, make: Callable[[], QWidget]) -> None:
        """Add a page to the switch; it is made when it is shown for the first time."""
        button = QPushButton(words, self.switch)
        button.setCheckable(True)
        button.setProperty("page", name)
        button.clicked.connect(lambda: self.show_page(name))
        self._pages_group.addButton(button)
        self._switch_row.addWidget(button)
        self._buttons[name], self._makers[name] = button, make
        self.switch.setVisible(len(self._buttons) > 1)

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return next((name for name, one in self._widgets.items() if one is self.pages.currentWidget()), "")

    def show_page(self, name: str) -> None:
        """Show a page of the switch."""
        if name not in self._widgets:
            self._widgets[name] = page = self._makers[name]()
            if page is not self.board_page:  # whose parts were dressed one by one
                self._look.dress(page)
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(self._widgets[name])
        self._buttons[name].setChecked(True)
        self._arrange_side()
        if name == "board":
            self.inspect(None)

    def inspect(self, other: QWidget | None) -> None:
        """Show something else on the right than the theme: what is chosen on a map; None: the theme again."""
        if other is not None and self.side.indexOf(other) < 0:
            self._look.dress(other)
            self.side.addWidget(other)
        self.side.setCurrentWidget(self.inspector if other is None else other)

    # ── what is chosen ──
    def choose(self, theme: UUID | None) -> None:
        """Let a theme be the one that board, list and inspector mean."""
        known = self.data.facts(theme)
        self.theme = known.theme.id if known is not None else None
        self.board.choose(self.theme)
        self.stages.choose(self.theme)
        self.inspect(None)
        self.inspector.show_theme(self.theme)
        self.chosen.emit(self.theme)

    def _open(self, theme: UUID) -> None:
        self.choose(theme)
        self.take_keys()

    def take_keys(self) -> None:
        """The keys go to what is known of the chosen theme."""
        self.show_details()
        self.inspector.take_keys()

    def _arrived(self) -> None:
        board = self.data.board
        assert board is not None
        self.board_page.setCurrentWidget(self.board if board.themes else self.nothing)
        words = self.tr("%n theme(s)", "", len(board.themes))
        if self.data.limited:
            words += " · " + self.tr("counted within the filter")
        self.facts.setText(words)
        if self._awaited is not None and self.data.facts(self._awaited) is not None:
            awaited, self._awaited = self._awaited, None
            self.choose(awaited)
            self.take_keys()
        elif self.data.facts(self.theme) is None:
            self.choose(board.themes[0].theme.id if board.themes else None)
        else:
            self.board.choose(self.theme)
            self.stages.choose(self.theme)

    def limit(self, scope: Scope) -> None:
        """Count within what the window's filter leaves."""
        self.data.limit(scope)

    # ── a new theme ──
    def ask_name(self) -> None:
        """Open the field for the name of a new theme."""
        self.name.clear()
        self.name.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_name(self) -> None:
        self.problem.hide()
        self.name.hide()
        self.board.focus_theme()

    def _add(self) -> None:
        def failed(error: Exception) -> None:
            if not isinstance(error, QualcodeError):
                self._bridge.failed.emit(error)
                return
            self.problem.setText(say(error))
            self.problem.show()

        if self.name.text().strip():
            self.acts.add_theme(self.name.text(), failed)

    def _made(self, theme: UUID) -> None:
        self.problem.hide()
        self.name.hide()
        self._awaited = theme

    # ── menu ──
    def _show_menu(self, theme: UUID | None, place: QPoint) -> None:
        self.menu.show(self.data.facts(theme), place)

    # ── seen or not ──
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.built:
            self.data.look(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.data.look(False)
        self.save()

    def save(self) -> None:
        """Keep what is being written about a theme."""
        if self.built:
            self.inspector.save()


def _unseen(part: Part) -> Part:
    """A part that is not shown before it wears its sheet."""
    part.hide()
    return part
