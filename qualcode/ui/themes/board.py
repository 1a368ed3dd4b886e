"""The theme board: five columns, one for each phase of a theme's life."""

from collections.abc import Iterator
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ...domain.themes import STAGES
from ..look import META, Look
from ..views.ground import Ground, Words
from .acts import ThemeActs
from .column import FACTS, StageColumn
from .stage_marks import StageMarks
from .theme_data import ThemeData
from .wording import stage_meanings, stage_names

_LEAST = 156  # px of a column below which the board scrolls sideways


class Board(QScrollArea):
    """The themes by phase. A card dragged or moved to another column puts its theme into that phase. Go through
    `build` first."""

    chosen = Signal(object)  # the id of a theme
    opened = Signal(object)  # the id of one to look at in full: the keys go there
    menu_wanted = Signal(object, QPoint)  # the id of a theme or None, a place on the screen

    def __init__(self, data: ThemeData, acts: ThemeActs, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._data, self._acts, self._look = data, acts, look
        self._following: UUID | None = None  # a theme that was moved: the keys go with it
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ground = Ground(look, "panel", self)
        self._row = QHBoxLayout(self._ground)
        self.columns: dict[str, StageColumn] = {}
        self._titles: dict[str, Words] = {}
        self._parts: list[QBoxLayout] = []

    def build(self) -> Iterator[None]:
        """Make the columns one by one."""
        for stage in STAGES:
            self._row.addLayout(self._column(stage, self._ground), 1)
            yield
        self.setWidget(self._ground)
        self._data.arrived.connect(self._show)
        self._look.follow(self._take_look)
        self._take_look()

    def _column(self, stage: str, parent: QWidget) -> QVBoxLayout:
        name = stage_names()[stage]
        marks = StageMarks(self._look, parent)
        marks.show_stage(stage)
        title = Words(self._look, META, "ink2", bold=True, parent=parent)
        title.setToolTip(stage_meanings()[stage])
        column = StageColumn(self._look, name, self._acts.writes, parent)
        column.chosen.connect(self._chose)
        column.opened.connect(self.opened)
        column.dropped.connect(lambda theme: self._to_stage(theme, stage))
        column.moved.connect(self._step)
        column.aside.connect(lambda step: self._aside(stage, step))
        column.customContextMenuRequested.connect(lambda place: self._menu(column, place))
        self.columns[stage], self._titles[stage] = column, title
        head = QHBoxLayout()
        head.setContentsMargins(self._look.px(4), 0, 0, 0)
        head.addWidget(marks)
        head.addWidget(title, 1)
        down = QVBoxLayout()
        down.addLayout(head)
        down.addWidget(column, 1)
        self._parts.append(head)
        self._parts.append(down)
        return down

    def _take_look(self) -> None:
        px = self._look.px
        self._row.setContentsMargins(px(12), px(12), px(12), 0)
        self._row.setSpacing(px(8))
        for part in self._parts:
            part.setSpacing(px(8))
        for column in self.columns.values():
            column.setMinimumWidth(px(_LEAST))

    # ── what is shown ──
    def _show(self) -> None:
        board = self._data.board
        if board is None:
            return
        names = stage_names()
        for stage, column in self.columns.items():
            themes = [one for one in board.themes if one.stage == stage]
            column.show_themes(themes)
            self._titles[stage].setText(f"{names[stage]} · {len(themes)}")
            column.setAccessibleDescription(self.tr("%n theme(s)", "", len(themes)))
        if self._following is not None:
            theme, self._following = self._following, None
            if any(column.hasFocus() for column in self.columns.values()):
                self.choose(theme)
                self.focus_theme()

    def choose(self, theme: UUID | None) -> None:
        """Mark a theme as the one that is meant; keys that are on the board are at its card."""
        for column in self.columns.values():
            if column.choose(theme):
                self.ensureWidgetVisible(column, self._look.px(12), 0)
        beside = any(column.hasFocus() and column.current() is None for column in self.columns.values())
        if beside and self.current is not None:
            self.focus_theme()

    @property
    def current(self) -> UUID | None:
        """The theme that is chosen."""
        return next((found for column in self.columns.values() if (found := column.current()) is not None), None)

    def focus_theme(self) -> None:
        """Give the keys to the chosen card, or to the first one there is."""
        holding = [column for column in self.columns.values() if column.current() is not None]
        filled = [column for column in self.columns.values() if column.cards.themes]
        for column in (*holding, *filled, *self.columns.values()):
            column.setFocus(Qt.FocusReason.OtherFocusReason)
            if column.current() is None and column.cards.themes:
                column.take_keys(0)
            return

    # ── what is done ──
    def _chose(self, theme: UUID) -> None:
        self.choose(theme)
        self.chosen.emit(theme)

    def _aside(self, stage: str, step: int) -> None:
        """The keys go to the next column that has a card."""
        row = self.columns[stage].currentIndex().row()
        at = STAGES.index(stage) + step
        while 0 <= at < len(STAGES):
            column = self.columns[STAGES[at]]
            if column.cards.themes:
                column.take_keys(max(row, 0))
                return
            at += step

    def _step(self, theme: UUID, step: int) -> None:
        facts = self._data.facts(theme)
        if facts is not None:
            self._following = theme
            self._acts.step_stage(theme, facts.theme.name, facts.stage, step)

    def _to_stage(self, theme: UUID, stage: str) -> None:
        facts = self._data.facts(theme)
        if facts is not None and facts.stage != stage:
            self._chose(theme)
            self._following = theme  # the keys go with what was dragged
            self.columns[stage].setFocus(Qt.FocusReason.OtherFocusReason)
            self._acts.set_stage(theme, facts.theme.name, stage)

    def _menu(self, column: StageColumn, place: QPoint) -> None:
        index = column.indexAt(place)
        facts = index.data(FACTS) if index.isValid() else None
        if facts is not None:
            self._chose(facts.theme.id)
        where = column.viewport().mapToGlobal(place)
        self.menu_wanted.emit(facts.theme.id if facts is not None else None, where)
