"""What answers a query: how much it is, the quotes with as much around them as is wanted, and what is done to them."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from ...app import used_quotes
from ...app.passages import PAGE
from ...app.project import Project
from ...app.query_results import WIDEST, Counts, ResultPage, result_page
from ...app.quote_picker import PLAIN, citations
from ...app.retrieving import Retrieved
from ...domain.history import Step
from ...domain.progress import Progress
from ...domain.query_tree import Query
from ..analyses.pick_list import place_of
from ..bridge import Bridge
from ..icons import icon
from ..look import BODY, META, Look
from ..memory import recall, remember
from ..tasks import Task
from ..translation import say
from ..views.flow import FlowLayout
from ..views.ground import Ground, Words
from ..views.wording import counted
from .bulk import Bulk, Meant
from .result_list import ResultList

_WIDTH = "query_width"  # how much is shown around quotes


class Answer:
    """What answers one question, asked in these words: the codings found, how many, and the first page of quotes."""

    def __init__(self, text: str, query: Query, found: Retrieved, counts: Counts, page: ResultPage, width: int) -> None:
        self.text, self.query, self.found, self.counts = text, query, found, counts
        self.page, self.width = page, width


def width_wanted() -> int:
    """How much was shown around quotes last."""
    kept = str(recall(_WIDTH) or "1")
    return min(int(kept), WIDEST) if kept.isdecimal() else 1


class ResultPanel(Ground):
    """`open_segment` fires for the place to open, `said` with what was done and the step to undo."""

    open_segment = Signal(object, int, int)  # document id, start, end
    said = Signal(str, object)

    def __init__(self, bridge: Bridge, look: Look, parent: QWidget) -> None:
        super().__init__(look, "panel", parent)
        self._bridge, self._look = bridge, look
        self.answer: Answer | None = None
        self.width_shown = width_wanted()
        self._task: Task | None = None
        self.question: Callable[[], str] = lambda: ""  # the question in words, for a memo
        self.bulk = Bulk(bridge, self)
        self.bulk.said.connect(self.said)
        self.counts = Words(look, BODY, bold=True, wrap=True, parent=self)
        self.list = ResultList(look, self._fetch, self)
        self.list.open_segment.connect(self.open_segment)
        self.list.copy_wanted.connect(self.copy)
        self.list.customContextMenuRequested.connect(self._menu_at)
        self.list.results.ticked_changed.connect(self._tell)
        self.empty = Words(look, role="ink2", wrap=True, parent=self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.empty)
        self._make_bar()
        self.foot = Words(look, META, "ink2", wrap=True, parent=self)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._head = QHBoxLayout()
        self._head.addWidget(self.counts, 1)
        for button in (self.less, self.more):
            self._head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(self._head)
        self._column.addWidget(self._bar)
        self._column.addWidget(self.pages, 1)
        self._column.addWidget(self.foot)
        look.follow(self._restyle)
        self._restyle()
        self.say_nothing(self.tr("What you ask for on the other side is shown here."))

    def _make_bar(self) -> None:
        self._bar = QWidget(self)
        self._flow = FlowLayout(self._bar, gap=self._look.px(4))
        self.less = self._tool("", self.tr("Less around"), self.tr("Show less of the text around each quote"))
        self.more = self._tool("", self.tr("More around"), self.tr("Show more of the text around each quote"))
        self.less.clicked.connect(lambda: self.widen(-1))
        self.more.clicked.connect(lambda: self.widen(1))
        self.meant_words = Words(self._look, META, "ink2", parent=self._bar)
        self._flow.addWidget(self.meant_words)
        self.code_button = self._tool("add", self.tr("Code with…"), "")
        self.code_button.clicked.connect(lambda: self._do(self.bulk.code))
        self.uncode_button = self._tool("close", self.tr("Uncode…"), "")
        self.uncode_button.clicked.connect(lambda: self._do(self.bulk.uncode))
        self.memo_button = self._tool("memo", self.tr("Memo…"), "")
        self.memo_button.clicked.connect(self.write_memo)
        self.untick = self._tool("", self.tr("Untick all"), "")
        self.untick.clicked.connect(lambda: self.list.results.tick_all(False))

    def _tool(self, picture: str, text: str, tip: str) -> QToolButton:
        """A button; one that has no tip is about the passages, and stands among those."""
        button = QToolButton(self._bar)
        styles = Qt.ToolButtonStyle
        button.setToolButtonStyle(styles.ToolButtonTextBesideIcon if picture else styles.ToolButtonTextOnly)
        if picture:
            button.setIcon(icon(picture))
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolTip(tip)
        if not tip:
            self._flow.addWidget(button)
        return button

    def _tools(self) -> Iterable[QToolButton]:
        return self.less, self.more, self.code_button, self.uncode_button, self.memo_button, self.untick

    def _restyle(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(0, px(8), 0, 0)
        self._head.setContentsMargins(px(16), 0, px(12), 0)
        self._head.setSpacing(px(4))
        self._flow.setContentsMargins(px(16), 0, px(12), px(4))
        self.foot.setContentsMargins(px(16), px(4), px(12), px(6))
        self.empty.setContentsMargins(px(24), px(12), px(24), px(12))
        self.list.setMinimumHeight(px(96))
        for button in self._tools():
            button.setIconSize(QSize(px(16), px(16)))
            button.setFixedHeight(px(30))

    # ── what is shown ──
    def wanted(self, text: str) -> int:
        """How many passages to fetch at first for a question asked in these words."""
        same = self.answer is not None and self.answer.text == text
        return self.list.results.wanted if same or self.list.results.ticked else PAGE

    def say_nothing(self, why: str) -> None:
        """Show no passages, and say why."""
        self._stop()
        self.answer = None
        self.counts.setText("")
        self.counts.hide()
        for part in (self._bar, self.less, self.more):
            part.hide()
        self.foot.setText("")
        self.empty.setText(why)
        self.pages.setCurrentWidget(self.empty)
        self.list.results.begin(ResultPage(0, 0, ()))

    def show_answer(self, answer: Answer) -> None:
        """Show what was found."""
        self._stop()
        same = self.answer is not None and self.answer.text == answer.text
        self.answer = answer
        counts = answer.counts
        told = (
            counted("%n passage(s)", counts.passages),
            counted("%n document(s)", counts.documents),
            counted("%n case(s)", counts.cases),
            counted("%n coding(s)", counts.codings),
        )
        self.counts.setText(" · ".join(told))
        self.counts.show()
        for part in (self._bar, self.less, self.more):
            part.setVisible(bool(counts.passages))
        self.empty.setText(self.tr("No passage answers this. Take a condition away, or choose another operator."))
        self.pages.setCurrentWidget(self.list if counts.passages else self.empty)
        self.list.show_page(answer.page, same)
        self._tell()
        if answer.width != self.width_shown:
            self._ask_again()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _fetch(self, offset: int) -> None:
        answer, width = self.answer, self.width_shown
        if answer is None:
            return

        limit = PAGE if offset else self.list.results.wanted

        def job(project: Project, progress: Progress) -> ResultPage:
            return result_page(project, answer.found, offset, limit, width, progress)

        def arrived(page: ResultPage) -> None:
            if answer is self.answer:  # else another question was asked meanwhile
                self._arrived(page)

        def failed(error: Exception) -> None:
            if answer is self.answer:
                self._task = None
                self.list.results.go_without()
            self._bridge.failed.emit(error)

        self._task = self._bridge.run(job, arrived, failed)

    def _arrived(self, page: ResultPage) -> None:
        self._task = None
        if page.outdated:
            return  # the words may have moved since; the question is being asked anew
        if page.offset:
            self.list.results.go_on(page)
        else:
            self.list.show_page(page, same=True)
        self._tell()

    def widen(self, by: int) -> None:
        """Show more (1) or less (-1) of the text around each quote."""
        width = min(max(self.width_shown + by, 0), WIDEST)
        if width != self.width_shown:
            self.width_shown = width
            remember(_WIDTH, str(width))
            self._ask_again()
        self._tell()

    def _ask_again(self) -> None:
        self._stop()
        self._fetch(0)

    def _tell(self) -> None:
        """What is shown of how many, and to which passages something would be done."""
        model = self.list.results
        held, ticked, writes = len(model.quotes), len(model.ticked), not self._bridge.project.read_only
        told = self.tr("{shown} of {total} shown").format(shown=f"{held:,}", total=f"{model.total:,}")
        self.foot.setText(told if held < model.total else "")
        self.foot.setVisible(held < model.total)
        self.less.setEnabled(self.width_shown > 0)
        self.more.setEnabled(self.width_shown < WIDEST)
        for button in (self.code_button, self.uncode_button, self.memo_button):
            button.setEnabled(writes and held > 0)
        self.untick.setVisible(ticked > 0)
        number = ticked or model.total
        self.meant_words.setText(counted("%n ticked passage(s):" if ticked else "All %n passage(s):", number))

    # ── what is done ──
    @property
    def meant(self) -> Meant | None:
        """The ticked passages, or all."""
        if self.answer is None:
            return None
        ticked = tuple(self.list.ticked)
        return Meant(self.answer.found, ticked, len(ticked) or self.answer.counts.passages)

    def _do(self, what: Callable[[Meant], object]) -> None:
        meant = self.meant
        if meant is not None:
            what(meant)

    def write_memo(self) -> None:
        """Write a memo that leads to the passages."""
        meant = self.meant
        if meant is not None:
            self.bulk.memo(meant, self.question(), self.memo_button)

    def copy(self) -> None:
        """Put the ticked quotes, or the one that has the keys, on the clipboard with their sources."""
        quotes = self.list.meant
        if quotes:
            QGuiApplication.clipboard().setText(citations(quotes, PLAIN, say))
            self.said.emit(counted("%n quote(s) copied", len(quotes)), None)

    def mark_used(self, on: bool) -> None:
        """Say that the ticked quotes, or the one that has the keys, are used in a draft, or not."""
        quotes = self.list.meant
        segments = [segment for quote in quotes for segment in quote.segments]
        text = counted("%n quote(s) marked as used" if on else "Not used any more: %n quote(s)", len(quotes))

        def done(_: Any, step: Step | None) -> None:
            if step is not None:
                self.said.emit(text, step.number)

        action = used_quotes.mark_used if on else used_quotes.clear_used
        self._bridge.act(action, segments, then=done, failed=self._bridge.failed.emit)

    def _menu_at(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        if not index.isValid():
            return
        writes = not self._bridge.project.read_only
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        there = place_of(self.list.results.quotes[index.row()])  # the row may be another one's by then
        menu.addAction(self.tr("Open in the document"), lambda: self.open_segment.emit(*there))
        menu.addAction(self.tr("Copy with source"), self.copy)
        menu.addSeparator()
        menu.addAction(self.tr("Used in the draft"), lambda: self.mark_used(True)).setEnabled(writes)
        menu.addAction(self.tr("Not used in the draft"), lambda: self.mark_used(False)).setEnabled(writes)
        menu.popup(self.list.viewport().mapToGlobal(place))
