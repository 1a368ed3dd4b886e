"""Any analysis in the window: its options, its chart or table, and the quotes behind what is pointed at."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from ...analysis.drawn import Mark
from ...app.analysing.cautions import said_of
from ...app.analysing.files import CHART_SUFFIXES, TABLE_SUFFIXES, drawn_again, table_of
from ...app.analysing.outgoing import check_file, write_file
from ...app.analysing.registry import GRAPH, PAGES, Analysis
from ...app.analysing.remembered import UNREAD, State
from ...app.analysing.undefined import reasons
from ...app.leaving import Leaving
from ...app.project import Project
from ...domain.errors import NotFound, QualcodeError
from ...domain.history import Step
from ...domain.options import FIGURE, TABLE, options_of
from ...domain.progress import Progress
from ...domain.selections import Selection
from ..bridge import Bridge
from ..filter_popup import FilterPopup
from ..filters import Filters
from ..leaving.outgoing import Export, send
from ..look import META, TITLE, Look
from ..parts.line_splitter import LineSplitter
from ..parts.tool_button import tool_button
from ..tasks import Task
from ..translation import say
from ..views.ground import Ground, Words
from ..views.message import Message
from ..views.report_button import Offer, ReportButton
from ..views.scrolled import Scrolled
from ..views.stopped import say_stopped, when_stopped
from ..views.where_to import ask_where
from .answers import Answer, Cell, at_its_state, mark_again, selected_by
from .figure_view import FigureView, fitted, painted
from .frame_table import FrameTable, cells_of
from .names import NAMED, names_of
from .option_form import OptionForm
from .selection_panel import SelectionPanel

_DEBOUNCE = 250  # milliseconds after the last step; a choice of the user's is answered at once
_FITTING = 120  # milliseconds after the last change of its width until a chart is painted to fit
_NARROW = 820  # px across, below which quotes do not stand beside a chart
_STACKED, _LOW = 440, 220  # px down that chart and quotes have at least, and a chart alone
_PATIENCE = 300  # milliseconds before we say that something is being counted


class AnalysisView(Ground):
    """Asks anew whenever an option, a filter or what it depends on changes, as long as it is seen."""

    open_segment = Signal(object, int, int)  # document id, start, end
    exported = Signal(object)  # the path that was written
    said = Signal(str, object)  # a sentence, and the number of the step to undo
    text_requested = Signal()  # the user wants to go and code

    def __init__(
        self, analysis: Analysis, bridge: Bridge, look: Look, filters: Filters, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "panel", parent)
        self.analysis = analysis
        self._bridge, self._look, self._filters = bridge, look, filters
        self._task: Task | None = None
        self._answer: Answer | None = None
        self._pointed: Mark | Cell | None = None  # whose quotes are shown
        self._latest: dict[str, Task] = {}  # what was asked last about the same
        self._stale, self._built, self._names_due = True, False, True
        self._timer = self._one_shot(_DEBOUNCE, self._start)

    def _one_shot(self, wait: int, what: Any) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(what)
        return timer

    # ── the parts ──
    def build(self) -> Iterator[None]:
        """Make the parts one by one; who goes through this may let something else have its turn in between."""
        self._make_top()
        self._tells = not self.about.isHidden()
        yield
        self._make_body()
        yield
        for part in (self._top_part, self.message, self.body, self.scroll.verticalScrollBar()):
            self._look.dress(part)
            yield
        self._patience = self._one_shot(_PATIENCE, self.busy.show)
        self._bridge.followed.connect(self._step)
        self._filters.changed.connect(self.recompute)
        self._look.follow(self._restyle)
        self._restyle()
        self._built = True
        self._give_room()
        self._want_names()

    def _make_top(self) -> None:
        look, analysis = self._look, self.analysis
        self._top_part = QWidget(self)
        self.title = Words(look, TITLE, bold=True, parent=self._top_part)
        self.title.setText(say(analysis.title))
        self.about = Words(look, META, "ink2", wrap=True, parent=self._top_part)
        self.about.setText(say(analysis.about))
        self.form = OptionForm(analysis.options, look, frozenset({"ids"}))
        self.form.changed.connect(self.recompute)
        self.busy = Words(look, role="ink2", parent=self._top_part)
        self.busy.setText(self.tr("Counting…"))
        policy = self.busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.busy.setSizePolicy(policy)
        self.busy.hide()
        self.as_table = tool_button("table", self.tr("Show as a table"), self._top_part, worded=False)
        self.as_table.setCheckable(True)
        self.as_table.setChecked(analysis.figure is None)
        self.as_table.setVisible(analysis.figure is not None)
        self.as_table.toggled.connect(self.recompute)
        self.filter_button = tool_button("filter", self.tr("Filter"), self._top_part)
        self.filter_button.clicked.connect(self.open_filters)
        self.report_button = ReportButton(self._bridge, self._look, self._offers, self._top_part)
        self.report_button.said.connect(self.said)
        self.export_button = tool_button("export", self.tr("Export"), self._top_part)
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.export_button)
        menu.addAction(self.tr("Table…"), lambda: self.ask_export(TABLE_SUFFIXES))
        if analysis.pages is not None:
            menu.addAction(self.tr("Document…"), lambda: self.ask_export(PAGES))
        if analysis.figure is not None:
            menu.addAction(self.tr("Chart…"), lambda: self.ask_export(CHART_SUFFIXES))
        if analysis.graph is not None:
            menu.addAction(self.tr("Graph…"), lambda: self.ask_export((GRAPH,)))
        self.export_button.setMenu(menu)
        first = QHBoxLayout()
        first.addWidget(self.title)
        first.addWidget(self.busy)
        first.addStretch(1)
        for button in self._buttons():
            first.addWidget(button)
        self._first = first
        column = QVBoxLayout(self._top_part)
        column.addLayout(first)
        column.addWidget(self.about)
        column.addWidget(self.form)
        self._column = column

    def _make_body(self) -> None:
        look = self._look
        self.message = Message(look, self)
        self.table = FrameTable(look, self)
        self.table.cell_chosen.connect(self._cell_chosen)
        self.figure = FigureView(look, self)
        self.figure.opened.connect(self._mark_opened)
        self._fit = self._one_shot(_FITTING, self._paint_anew)
        self.figure.resized.connect(self._fit.start)
        self.results = QStackedWidget(self)
        self.results.addWidget(self.figure)
        self.results.addWidget(self.table)
        self.quotes = SelectionPanel(self._bridge, look, self)
        self.quotes.open_segment.connect(self.open_segment)
        self.body = LineSplitter(Qt.Orientation.Horizontal, self)
        self.body.addWidget(self.results)
        self.body.addWidget(self.quotes)
        self.body.setSizes([look.px(760), look.px(400)])
        self.quotes.setVisible(self.analysis.cell is not None or self.analysis.figure is not None)
        self.pages = QStackedWidget(self)
        self.note = Words(look, META, "ink2", wrap=True, parent=self)  # what a table says its reader has to know
        self.note.setContentsMargins(look.px(16), look.px(6), look.px(16), look.px(8))
        self.note.hide()
        self.pages.addWidget(self.body)
        self.pages.addWidget(self.message)
        self.scroll = Scrolled(look, self)  # the options too: all parts keep a useful size
        self.scroll.column.addWidget(self._top_part)
        self.scroll.column.addWidget(self.pages, 1)
        self.scroll.column.addWidget(self.note)

    def _buttons(self) -> tuple[QToolButton, ...]:
        return self.as_table, self.filter_button, self.report_button, self.export_button

    def _restyle(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(16), px(8), px(12), px(8))
        self._column.setSpacing(px(10))
        self._first.setSpacing(px(8))
        for button in self._buttons():
            button.setIconSize(QSize(px(16), px(16)))
            button.setFixedHeight(px(32))
        if self._built:
            self._give_room()
        if self._answer is not None and self._answer.drawn is not None:
            self.recompute()  # a chart is drawn in the colours of the scheme

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._built:
            self._give_room()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange and self._built:
            self._fit.start()  # the window is on another screen
        return bool(super().event(event))

    def _give_room(self) -> None:
        """In a narrow view the quotes stand below, and the name of the view is said by the box above it alone."""
        look = self._look
        narrow = self.width() < look.px(_NARROW)
        self.title.setVisible(not narrow)
        self.about.setVisible(self._tells and not narrow)
        quotes = not self.quotes.isHidden()
        self.pages.setMinimumHeight(look.px(_STACKED if narrow and quotes else _LOW))
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if quotes and self.body.orientation() != wanted:
            self.body.setOrientation(wanted)
            self.body.setSizes([look.px(260), look.px(180)] if narrow else [look.px(760), look.px(400)])

    @property
    def stops(self) -> list[QWidget]:
        """The parts F6 goes round."""
        if not self._built:
            return [self]
        if self.pages.currentWidget() is self.message:
            return [self.form, self.message]
        parts = [self.form, self.results, *([self.quotes] if self.quotes.model.rowCount() else [])]
        return [part for part in parts if part.isVisible()]

    # ── when to work it out ──
    @property
    def tabular(self) -> bool:
        """Whether the table is shown, not the chart."""
        return self.as_table.isChecked()

    def values(self) -> dict[str, Any]:
        """The options chosen that the form shown has."""
        return self._values(TABLE if self.tabular else FIGURE)

    def _values(self, form: str) -> dict[str, Any]:
        only = {name: each.only for name, each, _ in options_of(self.analysis.options)}
        return {name: value for name, value in self.form.values().items() if only[name] in ("", form)}

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._built and self._names_due:
            self._want_names()
        if self._stale and self._built:
            self.recompute()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if event.spontaneous() or not self._built:
            return  # the window was minimised
        self._stale = self._stale or self._task is not None or self._timer.isActive()
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()
        self._settled()

    def recompute(self) -> None:
        """Work it out anew, now if the view is visible, else when it is."""
        self._stale = True
        self._timer.stop()
        self._suit()
        if self.isVisible():
            self._start()

    def _suit(self) -> None:
        """Show the options that do something in what is shown."""
        self.form.show_only(TABLE if self.tabular else FIGURE)

    def _step(self, step: Step) -> None:
        if not step.kinds <= UNREAD:
            self._stale = True
            if step.touches(*NAMED):
                self._want_names()
            if self.isVisible():
                self._timer.start()

    def _want_names(self) -> None:
        """Ask for the names that are offered, now if the view is visible, else when it is."""
        self._names_due = not self.isVisible()
        if not self._names_due:
            self._ask_names()

    def _ask_names(self) -> None:
        wanted = self.form.wanted_names()

        def job(project: Project, _progress: Progress) -> dict[str, list[str]]:
            with project.read() as read:
                return names_of(read, wanted)

        if wanted:
            self._ask_anew("names", self._bridge.run(job, self._offer))

    def _offer(self, names: dict[str, list[str]]) -> None:
        self.form.offer(lambda kind: names.get(kind, []))

    def _start(self) -> None:
        if not self.isVisible():
            return
        if self._task is not None:
            self._task.cancel()
        self._stale = False
        self._patience.start()
        task = self._bridge.run(self._job(), self._arrived, self._failed, say(self.analysis.title))
        self._task = when_stopped(task, self._stopped)

    def _job(self) -> Callable[[Project, Progress], Any]:
        """What is asked for, to be worked out somewhere else."""
        name, values, filters, tabular = self.analysis.name, self.values(), self._filters.options(), self.tabular
        dark, scale, ratio, room = self._look.current.dark, self._size, self.devicePixelRatioF(), self._room
        language, ground = QLocale().name(), self._look.current.paper

        def job(project: Project, progress: Progress) -> Answer:
            if tabular:
                state, table = at_its_state(project, lambda: table_of(project, name, progress, **values, **filters))
                return Answer(state, filters, values, table, cells_of(table), reasons(name, table))
            asked = {"dark": dark, **values, **filters}
            state, drawn = at_its_state(project, lambda: drawn_again(project, name, say, language, progress, **asked))
            image = painted(drawn, fitted(drawn, room, scale), ratio, ground, progress)
            return Answer(state, filters, values, drawn=drawn, image=image)

        return job

    def _settled(self) -> None:
        self._task = None
        self._patience.stop()
        self.busy.hide()

    def _failed(self, error: Exception) -> None:
        self._settled()
        if not isinstance(error, QualcodeError):
            self._bridge.failed.emit(error)
            return
        if isinstance(error, NotFound) and self._filters.active:
            gone = self.tr("What is filtered for is no longer in the project.")
            self.message.say(gone, self.tr("Clear all filters"), self._filters.clear)
        else:
            chosen = bool(self.form.values())  # else the usual ones are asked for already
            self.message.say(say(error), self.tr("Use the usual options") if chosen else "", self._reset)
        self.note.hide()
        self.pages.setCurrentWidget(self.message)

    def _stopped(self, task: Task) -> None:
        if task is self._task:  # else something else is asked by now, or nobody looks
            self._settled()
            self.note.hide()
            say_stopped(self.pages, self.message, self.recompute)

    def _reset(self) -> None:
        self.form.choose(**{name: default for name, _, default in options_of(self.analysis.options) if name != "ids"})
        self.recompute()

    def _paint_anew(self) -> None:
        """The chart that is shown, in the size that fits now."""
        answer = self._answer
        if answer is None or answer.drawn is None or self._task is not None or not self.isVisible():
            return
        drawn, ratio, scale = answer.drawn, self.devicePixelRatioF(), fitted(answer.drawn, self._room, self._size)
        ground = self._look.current.paper
        canvas = self.figure.canvas
        if abs(scale * drawn.width - canvas.width()) < 1.5 and canvas.image.devicePixelRatio() == ratio:
            return

        def shown(image: QImage) -> None:
            if answer is self._answer:
                self.figure.show_drawn(drawn, image)

        def job(_project: Project, progress: Progress) -> QImage:
            return painted(drawn, scale, ratio, ground, progress)

        self._ask_anew("size", self._bridge.run(job, shown, long=True))  # it waits for what is drawn meanwhile

    @property
    def _room(self) -> int:
        """How many pixels a chart may be wide."""
        return self.results.width() - self.figure.margin

    @property
    def _size(self) -> float:
        return self._look.px(100) / 100

    # ── showing ──
    def _arrived(self, answer: Answer) -> None:
        self._settled()
        before, self._answer = self._answer, answer
        if before is not None and (before.filters, before.options) != (answer.filters, answer.options):
            self._forget_quotes()  # they stood behind other numbers
        self.note.setText("")
        self.pages.setCurrentWidget(self.body)
        if answer.table is not None and answer.table.empty:
            self.message.say(say(self.analysis.nothing))
            self.pages.setCurrentWidget(self.message)
        elif answer.table is not None:
            why = {column: say(reason) for column, reason in answer.why.items()}
            own = self.analysis.named_here(answer.options, answer.table)
            self.table.show_frame(answer.table, why, answer.cells, own)
            self.note.setText("\n".join(map(say, said_of(answer.table))))
            self.results.setCurrentWidget(self.table)
        elif answer.drawn is not None and answer.image is not None:
            self.figure.show_drawn(answer.drawn, answer.image)
            self.results.setCurrentWidget(self.figure)
            self._fit.start()  # it may have been given room meanwhile
        self.note.setVisible(bool(self.note.text()))
        if self._pointed is not None and before is not None and before.state != answer.state:
            self._point_again()

    def _mark_opened(self, mark: Mark, again: bool = False) -> None:
        assert self._answer is not None
        if mark.opens is not None:
            self._pointed = mark
            self.quotes.show_selection(mark.says, mark.opens, self._answer.filters, self._answer.state, again)

    def _cell_chosen(self, row: int, column: str) -> None:
        if self._answer is not None and self._answer.table is not None and self.analysis.cell is not None:
            self._ask_cell(self._answer, Cell(self._answer.table, row, column))

    def _point_again(self) -> None:
        """Of what was pointed at the quotes as they are now; where it is gone, none."""
        answer, pointed = self._answer, self._pointed
        assert answer is not None
        mark = mark_again(pointed, answer.drawn) if isinstance(pointed, Mark) and answer.drawn is not None else None
        if mark is not None:
            self._mark_opened(mark, again=True)
        elif isinstance(pointed, Cell) and answer.table is not None:
            self._ask_cell(answer, pointed)
        else:
            self._forget_quotes()

    def _ask_cell(self, answer: Answer, pointed: Cell) -> None:
        """Show what a cell, of the table shown or one before, stands for."""
        analysis, shown, self._pointed = self.analysis, self._pointed, pointed

        def job(project: Project, progress: Progress) -> tuple[State, tuple[Cell, Selection] | None]:
            return selected_by(pointed, analysis, answer, project, progress)

        def arrived(answered: tuple[State, tuple[Cell, Selection] | None]) -> None:
            state, found = answered
            if answer is not self._answer or state != answer.state:
                return  # other numbers are on their way, and it is looked for among those
            if found is not None:
                cell, selection = found
                self._pointed = cell
                heading = f"{cell.table.iloc[cell.row, 0]} · {self.table.title_of(cell.column)}"
                self.quotes.show_selection(heading, selection, answer.filters, state, pointed.shown)
            elif pointed.shown or shown is pointed:
                self._forget_quotes()
            else:
                self._pointed = shown  # there are no quotes behind that one

        self._ask_anew("cell", self._bridge.run(job, arrived, long=True))

    def _forget_quotes(self) -> None:
        self._pointed = None
        self.quotes.clear()

    def _ask_anew(self, about: str, task: Task) -> None:
        """Take the answer of this task; one to what was asked about the same before must not come later."""
        if about in self._latest:
            self._latest[about].cancel()
        self._latest[about] = task

    # ── out ──
    def open_filters(self) -> None:
        """Open the lists in which filters are chosen."""
        FilterPopup(self._bridge, self._look, self._filters, self).open_below(self.filter_button)

    def _offers(self) -> list[Offer]:
        asked = {**self.values(), **self._filters.options()}
        return [Offer(say(self.analysis.title), self.analysis.name, TABLE if self.tabular else FIGURE, asked)]

    def ask_export(self, suffixes: tuple[str, ...]) -> None:
        """Ask where to, then write."""
        ask_where(self, self.tr("Export"), say(self.analysis.title), suffixes, self.write)

    def write(self, path: Path) -> None:
        """Write what is asked for to a file; the suffix says how. It is looked through first for who could be
        recognised in it; `exported` fires when it is there."""
        form = FIGURE if path.suffix.lower() in CHART_SUFFIXES else TABLE
        name, asked = self.analysis.name, {**self._values(form), **self._filters.options()}
        always = bool(asked.pop("display_ids", False))

        def check(project: Project, progress: Progress, display_ids: bool) -> Leaving:
            return check_file(project, path, name, progress, always or display_ids, **asked)

        def write(project: Project, progress: Progress, display_ids: bool) -> Path:
            return write_file(project, path, name, progress, always or display_ids, say, **asked)

        what = self.tr("Exporting {name}").replace("{name}", path.name)
        export = Export(what, path, check, write, self.exported.emit)
        send(self._bridge, self, export, self.open_segment.emit, self.said.emit)
