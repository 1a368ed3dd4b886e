"""Co-occurrence: heat map, network and the quotes behind both, worked out anew whenever the coding changes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...app.analysing.remembered import UNREAD
from ...app.charts import CooccurrenceOptions, CooccurrencePicture, cooccurrence_view
from ...app.project import Project
from ...domain.errors import NotFound, QualcodeError, paragraph
from ...domain.history import Step
from ...domain.progress import Progress
from ..bridge import Bridge
from ..filter_popup import FilterPopup
from ..filters import Filters
from ..look import META, Look
from ..parts.line_splitter import LineSplitter
from ..parts.tool_button import tool_button
from ..tasks import Task
from ..translation import say
from .controls import Controls
from .exports import ChartExports
from .ground import Ground, Pages, Words
from .heatmap import HeatMapView, strongest
from .legend import Legend
from .message import Message
from .network import NetworkView
from .pairs import PairsTable
from .quotes import QuotesPanel
from .report_button import ReportButton
from .scrolled import Scrolled
from .stopped import say_stopped, when_stopped
from .wording import coefficient_names, counted, measure_names, value_text

_DEBOUNCE = 250  # milliseconds after the last step; a choice of the user's is answered at once
_QUOTES_WAIT = 90  # so that quotes are not fetched for every cell an arrow key passes
_PATIENCE = 300  # milliseconds before we say that something is being counted
_MAP_WIDTH, _NETWORK_HEIGHT = 696, 330
_NODES = 20  # more names than that do not fit into the network without being asked for


class CooccurrenceView(Ground):
    """The view of how codes meet. The chosen pair stays chosen whatever is shown. Go through `build` first."""

    open_segment = Signal(object, int, int)  # document id, start, end
    exported = Signal(object)  # the path that was written
    said = Signal(str, object)  # what was kept for the report, and the step
    text_requested = Signal()  # the user wants to go and code

    def __init__(self, bridge: Bridge, look: Look, filters: Filters, parent: QWidget | None = None) -> None:
        super().__init__(look, "panel", parent)
        self._bridge = bridge
        self._look = look
        self._filters = filters
        self._picture: CooccurrencePicture | None = None
        self._task: Task | None = None
        self._chosen: tuple[UUID, UUID] | None = None
        self._threshold: float | None = None
        self._stale = True
        self._built = False
        self._timer = self._one_shot(_DEBOUNCE, self._start)
        self._quotes_timer = self._one_shot(_QUOTES_WAIT, self._show_quotes)

    # ── the parts ──
    def build(self) -> Iterator[None]:
        """Make the parts one by one; who goes through this may let something else have its turn in between."""
        self._make_top()
        yield
        network = self._network_part()
        yield
        heat = self._map_part()
        yield
        self._make_body(heat, network)
        yield
        shown = (heat, self.quotes, network)
        for part in (self.controls, self.message, self.scroll.verticalScrollBar(), *shown):
            self._look.dress(part)  # each a room of its own: the whole view in one sheet would hold the window up
            if part in shown:
                part.show()
            yield
        self._patience = self._one_shot(_PATIENCE, self.busy.show)
        self._bridge.followed.connect(self._step)
        self._filters.changed.connect(self.recompute)
        self._look.follow(self._restyle)
        self._restyle()
        self._built = True

    def _make_top(self) -> None:
        look = self._look
        self.controls = Controls(look, self)
        self.controls.changed.connect(self._control_changed)
        self.busy = Words(look, role="ink2", parent=self)
        self.busy.setText(self.tr("Counting…"))
        policy = self.busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the controls stay where they are
        self.busy.setSizePolicy(policy)
        self.busy.hide()
        self.as_table = tool_button("table", self.tr("Show as a table"), self, worded=False)
        self.as_table.setCheckable(True)
        self.as_table.toggled.connect(self._toggle_table)
        self.filter_button = tool_button("filter", self.tr("Filter"), self)
        self.filter_button.clicked.connect(self.open_filters)
        self.export_button = tool_button("export", self.tr("Export"), self)
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.exports = ChartExports(self._bridge, self.options, self)
        self.exports.exported.connect(self.exported)
        self.export_button.setMenu(self.exports.menu(self.export_button))
        self.report_button = ReportButton(self._bridge, look, self.exports.offers, self, several=True)
        self.report_button.said.connect(self.said)
        self.report_button.allow(False)  # until there is something
        top = self._top = QHBoxLayout()
        top.addWidget(self.controls, 1)
        for widget in (self.busy, self.as_table, self.filter_button, self.report_button, self.export_button):
            top.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        for button in (self.as_table, self.filter_button, self.export_button):
            look.dress(button)
        self.message = Message(look, self)
        self.pages = Pages(self)
        self.scroll = Scrolled(look, self)  # the controls too: all parts keep a useful size
        self.scroll.column.addLayout(top)
        self.scroll.column.addWidget(self.pages, 1)

    def _make_body(self, heat: QWidget, network: QWidget) -> None:
        look = self._look
        self.quotes = QuotesPanel(self._bridge, look, self)
        self.quotes.open_segment.connect(self.open_segment)
        for part in (heat, network, self.quotes):
            part.hide()
        right = LineSplitter(Qt.Orientation.Vertical, self)
        right.addWidget(network)
        right.addWidget(self.quotes)
        right.setSizes([look.px(_NETWORK_HEIGHT), look.px(380)])
        self.body = LineSplitter(Qt.Orientation.Horizontal, self)
        self.body.addWidget(heat)
        self.body.addWidget(right)
        self.body.setSizes([look.px(_MAP_WIDTH), look.px(744)])
        self.pages.addWidget(self.body)
        self.pages.addWidget(self.message)

    def _map_part(self) -> QWidget:
        self.heat = HeatMapView(self._look, self)
        self.heat.chosen.connect(self._choose)
        self.heat.activated.connect(self._open_quotes)
        self.table = PairsTable(self._look, self)
        self.table.chosen.connect(self._choose)
        self.table.activated_pair.connect(self._open_quotes)
        self.legend = Legend(self._look, self)
        self.caption = Words(self._look, META, "ink2", wrap=True, parent=self)
        self.caption.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        part = Ground(self._look, "paper", self)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heat, 1000)
        column.addWidget(self.table, 1000)
        column.addWidget(self.legend)
        column.addWidget(self.caption)
        column.addStretch(1)
        self.table.hide()
        for area in (self.heat, self.table):
            area.setCornerWidget(Ground(self._look, "paper", area))
        return part

    def _network_part(self) -> QWidget:
        self.network_title = Words(self._look, META, bold=True, parent=self)
        self.network_title.setText(self.tr("Network"))
        self.threshold = QDoubleSpinBox(self)
        self.threshold.setRange(0, 99_999)
        self.threshold.setKeyboardTracking(False)
        self.threshold.setAccessibleName(self.tr("Least value of a line"))
        self.threshold.setToolTip(self.tr("Lines are drawn from this value on"))
        self.threshold.valueChanged.connect(self._threshold_changed)
        self.at_least = Words(self._look, role="ink2", parent=self)
        self.at_least.setText(self.tr("at least"))
        self.at_least.setBuddy(self.threshold)
        self.network = NetworkView(self._look, self)
        self.network.edge_chosen.connect(self._edge_chosen)
        self.network.node_chosen.connect(lambda node: self._edge_chosen(node, node))
        self.network.activated.connect(self._open_quotes)
        self.lonely = Message(self._look, self)
        self.net_pages = QStackedWidget(self)
        self.net_pages.addWidget(self.network)
        self.net_pages.addWidget(self.lonely)
        part = Ground(self._look, "paper", self)
        line = QHBoxLayout()
        line.addWidget(self.network_title)
        line.addStretch(1)
        line.addWidget(self.at_least)
        line.addWidget(self.threshold)
        self._net_line = line
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.net_pages, 1)
        return part

    def _one_shot(self, wait: int, what: Any) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(what)
        return timer

    def _restyle(self) -> None:
        look = self._look
        self.caption.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(12))
        self._net_line.setContentsMargins(look.px(12), look.px(6), look.px(12), look.px(2))
        self._net_line.setSpacing(look.px(8))
        self._top.setContentsMargins(0, look.px(8), look.px(12), look.px(8))
        self._top.setSpacing(look.px(4))
        for button in (self.as_table, self.filter_button, self.export_button):
            button.setIconSize(QSize(look.px(16), look.px(16)))
            button.setFixedHeight(look.px(32))

    @property
    def stops(self) -> list[QWidget]:
        """The parts F6 goes round."""
        if not self._built or self.pages.currentWidget() is self.message:
            return [self.controls, self.message] if self._built else [self]
        chart = self.table if self.table.isVisible() else self.heat
        return [self.controls, chart, self.net_pages, *([self.quotes] if self.quotes.model.rowCount() else [])]

    # ── when to work it out ──
    def options(self) -> CooccurrenceOptions:
        """What is asked for at present."""
        controls = self.controls
        return CooccurrenceOptions(
            rule=controls.rule_text,
            measure=str(controls.measure.currentData()),
            level=str(controls.level.currentData()),
            order=str(controls.order.currentData()),
            threshold=self._threshold,
            nodes=_NODES,
            filters=self._filters.options(),
        )

    @property
    def picture(self) -> CooccurrencePicture | None:
        """What is shown."""
        return self._picture

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale and self._built:
            self.recompute()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if event.spontaneous() or not self._built:
            return  # the window was minimised
        self._stale = self._stale or self._task is not None or self._timer.isActive() or self._quotes_timer.isActive()
        for timer in (self._timer, self._quotes_timer):
            timer.stop()
        if self._task is not None:
            self._task.cancel()
        self._settled()

    def recompute(self) -> None:
        """Work everything out anew, now if the view is visible, else when it is."""
        self._stale = True
        self._timer.stop()
        if self.isVisible():
            self._start()

    def _step(self, step: Step) -> None:
        if not step.kinds <= UNREAD:
            self._stale = True
            if self.isVisible():
                self._timer.start()

    def _control_changed(self, name: str) -> None:
        if name in ("rule", "measure", "level"):
            self._threshold = None  # a number of another measure says nothing here
        self.recompute()

    def _threshold_changed(self, value: float) -> None:
        self._threshold = value
        self.recompute()

    def _start(self) -> None:
        if not self.isVisible():
            return
        if self._task is not None:
            self._task.cancel()
        self._stale = False
        options, before = self.options(), self._picture

        def job(project: Project, progress: Progress) -> CooccurrencePicture:
            return cooccurrence_view(project, options, progress, before)

        self._patience.start()
        task = self._bridge.run(job, self._arrived, self._failed, self.tr("Counting co-occurrence"))
        self._task = when_stopped(task, self._stopped)

    def _settled(self) -> None:
        self._task = None
        self._patience.stop()
        self.busy.hide()

    def _failed(self, error: Exception) -> None:
        self._settled()
        if not isinstance(error, QualcodeError):
            self._bridge.failed.emit(error)
            return
        self.report_button.allow(False)
        if isinstance(error, NotFound) and self._filters.active:
            self.message.say(
                self.tr("What is filtered for is no longer in the project."),
                self.tr("Clear all filters"),
                self._filters.clear,
            )
            self.pages.setCurrentWidget(self.message)
            return
        self.message.say(
            say(error),
            self.tr("Use the rule “Overlap”"),
            lambda: self.controls.choose(rule="overlap"),
        )
        self.pages.setCurrentWidget(self.message)

    def _stopped(self, task: Task) -> None:
        if task is self._task:  # else something else is asked by now, or nobody looks
            self._settled()
            self.report_button.allow(False)
            say_stopped(self.pages, self.message, self.recompute)

    # ── showing ──
    def _arrived(self, picture: CooccurrencePicture) -> None:
        self._settled()
        self._picture = picture
        self.report_button.allow(bool(picture.heat.labels))
        if not picture.heat.labels:
            self._say_empty()
            return
        self.pages.setCurrentWidget(self.body)
        names = {key: name for key, name, _ in measure_names()}
        measure = names[picture.options.measure]
        self.heat.show_heat(picture.heat, self.describe)
        if self.table.isVisible():
            self.table.show_picture(picture)
        self.legend.show_legend(measure, picture.heat.legend)
        count = picture.undefined()
        undefined = [counted("In %n pair(s) that meet the value is not defined.", count)] if count else []
        self.caption.setText(paragraph((*picture.heat.caption, *undefined), say))
        self._show_network(picture)
        self._choose_again(picture)

    def _show_network(self, picture: CooccurrencePicture) -> None:
        self.network.show_network(picture.network)
        fine = picture.options.measure in coefficient_names()
        self.threshold.blockSignals(True)
        self.threshold.setDecimals(2 if fine else 0)
        self.threshold.setSingleStep(0.05 if fine else 1)
        self.threshold.setMinimum(0.01 if fine else 1)
        self.threshold.setValue(picture.network.threshold)
        self.threshold.blockSignals(False)
        if picture.network.edges:
            self.net_pages.setCurrentWidget(self.network)
            return
        if self._threshold is not None:
            self.lonely.say(
                self.tr("No two codes meet that often."), self.tr("Draw the strongest lines"), self._no_threshold
            )
        else:
            self.lonely.say(
                self.tr("No two codes meet under this rule."),
                self.tr("Choose another rule"),
                self.controls.rule.showPopup,
            )
        self.net_pages.setCurrentWidget(self.lonely)

    def _no_threshold(self) -> None:
        self._threshold = None
        self.recompute()

    def _say_empty(self) -> None:
        if self._filters.active:
            self.message.say(
                self.tr("Nothing is coded in what the filter leaves."),
                self.tr("Clear all filters"),
                self._filters.clear,
            )
        elif self.controls.level.currentData() == "themes":
            self.message.say(
                self.tr("No theme has any codings yet."),
                self.tr("Show codes"),
                lambda: self.controls.choose(level="codes"),
            )
        else:
            self.message.say(
                self.tr("Nothing is coded yet. Select text in a document and type."),
                self.tr("Go to the text"),
                self.text_requested.emit,
            )
        self.pages.setCurrentWidget(self.message)

    def describe(self, row: int, column: int) -> str:
        """A cell in words."""
        picture = self._picture
        if picture is None:
            return ""
        labels, meeting = picture.heat.labels, picture.meeting(row, column)
        if row == column:
            return f"{labels[row].name}: {counted('%n segment(s)', meeting.pairs)}"
        both = self.tr("{a} with {b}").format(a=labels[row].name, b=labels[column].name)
        if meeting.kin:
            return f"{both}: " + self.tr("no pair, one is below the other")
        facts = [counted("%n pair(s) of segments", meeting.pairs)]
        facts.append(counted("%n document(s)", meeting.documents))
        measure = picture.options.measure
        names = coefficient_names()
        for key in dict.fromkeys(["jaccard", *([measure] if measure in names else [])]):
            facts.append(f"{names[key]} {value_text(meeting, key, why=True)}")
        return f"{both}: {', '.join(facts)}"

    # ── choosing ──
    def _choose_again(self, picture: CooccurrencePicture) -> None:
        """Choose the pair that was chosen before; at first, or when it has gone, the strongest."""
        places = picture.places
        if self._chosen is not None and all(code in places for code in self._chosen):
            row, column = (places[code] for code in self._chosen)
        else:
            row, column = strongest(picture.heat)
        self._choose(row, column)

    def _choose(self, row: int, column: int) -> None:
        picture = self._picture
        if picture is None:
            return
        self._chosen = (picture.code(row), picture.code(column))
        if self.heat.cell != (row, column):
            self.heat.choose(row, column)
        if self.table.isVisible():
            self.table.choose(row, column)
        labels = picture.heat.labels
        self.network.choose(frozenset((labels[row].code, labels[column].code)))
        self._quotes_timer.start()

    def _edge_chosen(self, one: int, other: int) -> None:
        picture = self._picture
        if picture is None:
            return
        codes = (picture.network.nodes[node].label.code for node in (one, other))
        row, column = (picture.places[picture.material.codes[code].id] for code in codes)
        self._choose(row, column)

    def _show_quotes(self) -> None:
        self._quotes_timer.stop()
        if self._picture is not None and self.heat.cell is not None:
            self.quotes.show_meeting(self._picture, *self.heat.cell)

    def _open_quotes(self, *_cell: int) -> None:
        if self._quotes_timer.isActive():
            self._show_quotes()
        self.quotes.focus_quotes()

    def _toggle_table(self, table: bool) -> None:
        had_focus = self.heat.hasFocus() or self.table.hasFocus()
        self.heat.setVisible(not table)
        self.legend.setVisible(not table)
        self.table.setVisible(table)
        if table and self._picture is not None and self.heat.cell is not None:
            self.table.show_picture(self._picture)
            self.table.choose(*self.heat.cell)
        if had_focus:
            (self.table if table else self.heat).setFocus()

    def open_filters(self) -> None:
        """Open the lists in which filters are chosen."""
        FilterPopup(self._bridge, self._look, self._filters, self).open_below(self.filter_button)

    def export_to(self, path: Path, kind: str = "heatmap") -> None:
        """Write the heat map, the network (`network`) or the table of pairs (`table`) to a file."""
        self.exports.write(path, kind)
