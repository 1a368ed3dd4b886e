"""Retrieval in the window: the question on one side, what answers it on the other, always in step."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ...app.analysing.remembered import UNREAD
from ...app.display_names import labels_of
from ...app.project import Project
from ...app.query_names import named
from ...app.query_results import counts_of, result_page
from ...app.scoping import make_scope
from ...domain.errors import QualcodeError
from ...domain.history import Step
from ...domain.progress import Progress
from ...domain.query_tree import DOCUMENT
from ...store.reading import Reading
from ..analyses.analysis_view import AnalysisView
from ..analyses.place import AnalysePlace
from ..bar import Tabs
from ..icons import icon
from ..tasks import Task
from ..translation import say
from ..views.message import Message
from ..views.stopped import say_stopped
from ..views.wording import counted
from .activation import Activation
from .builder import QueryBuilder
from .drafts import CODE, Condition, activated, choosing, chosen_of
from .names import Names, Offers, names_of, with_speakers
from .results import Answer, ResultPanel
from .saved import SavedQueries

_NAMED = ("document", "code", "case", "variable", "value", "coder", "document_set", "saved_query")
_ABREAST = 920  # px: from this width on question and answer stand side by side


def _read_codings(project: Project, _progress: Progress) -> None:
    project.analyses.material()


class QueryView(AnalysisView):
    """The view of the analysis *retrieval*."""

    _wanted: tuple[list[Condition], list[Condition]] | None = None  # to be asked for as soon as it is built
    _keyboard_at: QWidget | None = None  # what had the keyboard when it was opened

    def _make_top(self) -> None:
        super()._make_top()
        self.form.hide()
        self.about.hide()
        self.form.changed.disconnect()
        self._speakers: list[str] | None = None
        self._speakers_coming = False
        self._names = Names()

    def _make_body(self) -> None:
        super()._make_body()
        look = self._look
        self.quotes.hide()
        self.results.hide()
        self.builder = QueryBuilder(look, self)
        self.builder.changed.connect(self._question_changed)
        self.builder.speakers_wanted.connect(self._ask_speakers)
        self.saved = SavedQueries(self._bridge, look, self.builder, self)
        self.saved.said.connect(self.said)
        self.choose_button = QToolButton(self)
        self.choose_button.setIcon(icon("check"))
        self.choose_button.setText(self.tr("Choose…"))
        self.choose_button.setAccessibleName(self.tr("Choose codes and documents"))
        self.choose_button.setToolTip(self.tr("Tick codes and documents, and see their segments at once"))
        self.choose_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.choose_button.clicked.connect(self.open_activation)
        self.side = QWidget(self)
        self._side = QVBoxLayout(self.side)
        self._ways = QHBoxLayout()
        self._ways.addWidget(self.choose_button)
        self._ways.addWidget(self.saved, 1)
        self._side.addLayout(self._ways)
        self._side.addWidget(self.builder, 1)
        self.builder.follows = [self.choose_button, self.saved.box, self.saved.save_button, self.saved.more]
        self.found = ResultPanel(self._bridge, look, self)
        self.found.question = lambda: self.builder.sentence.text() if self.builder.query is not None else ""
        self.found.setFocusProxy(self.found.list)
        self.stopped = Message(look, self.found)
        self.found.pages.addWidget(self.stopped)
        self.found.open_segment.connect(self.open_segment)
        self.found.said.connect(self.said)
        self.body.insertWidget(0, self.side)
        self.body.insertWidget(1, self.found)
        self.sides = Tabs(self)
        self.sides.setAccessibleName(self.tr("Question or answer"))
        for text in (self.tr("Question"), self.tr("Passages found")):
            self.sides.addTab(text)
        self.sides.currentChanged.connect(lambda _place: self._arrange())
        self._column.addWidget(self.sides)
        self.body.setSizes([look.px(520), look.px(560), 0, 0])
        for place in (0, 1):
            self.body.setStretchFactor(place, 1)

    def _restyle(self) -> None:
        super()._restyle()
        px = self._look.px
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(px(4))
        self._ways.setContentsMargins(px(12), px(2), px(12), 0)
        self._ways.setSpacing(px(8))
        self.choose_button.setFixedHeight(px(30))
        self.choose_button.setIconSize(QSize(px(16), px(16)))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._built:
            self._arrange()

    def _arrange(self) -> None:
        """Both sides where there is room for them, else one at a time."""
        wide = self.width() >= self._look.px(_ABREAST)
        answer = self.sides.currentIndex() == 1
        self.sides.setVisible(not wide)
        self.side.setVisible(wide or not answer)
        self.found.setVisible(wide or answer)
        self.builder.set_narrow(not wide)

    def build(self) -> Iterator[None]:
        yield from super().build()
        if self._keyboard_free():
            self.begin()
        self._take_wanted()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            QTimer.singleShot(0, self, self._opened)  # whoever shows it may be about to give the keyboard to another

    def _opened(self) -> None:
        if self._built:
            self.begin()
        else:
            self._keyboard_at = QApplication.focusWidget()

    def _keyboard_free(self) -> bool:
        """Whether nobody has begun to work elsewhere while it was built."""
        here = QApplication.focusWidget()
        place: QWidget | None = self
        while place is not None and not isinstance(place, AnalysePlace):
            place = place.parentWidget()
        around = place or self
        return here is None or here is self._keyboard_at or here is around or around.isAncestorOf(here)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._built:
            self.begin()

    def begin(self) -> None:
        """Put the keyboard where it was last, at first into the first condition."""
        last, keys = self.focusWidget(), QApplication.focusWidget()
        if not self.isVisible() or getattr(keys, "walked", False):
            return  # … or somebody goes through the list of what can be asked
        if last is not None and last is not self and last.isVisible():
            last.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.builder.begin()

    @property
    def stops(self) -> list[QWidget]:
        if not self._built:
            return [self]
        found = [self.found] if self.found.list.results.rowCount() else []
        return [part for part in (self.side, *found) if part.isVisible()]

    # ── what may be named ──
    def _ask_names(self) -> None:
        def arrived(names: Names) -> None:
            self._names = names
            self._offer_names()

        self._ask_anew("names", self._bridge.ask(names_of, arrived))
        self.saved.ask()

    def _offer_names(self) -> None:
        if self._speakers is None and self.builder.asks_speakers:
            self._ask_speakers()
        names = self._names if self._speakers is None else with_speakers(self._names, self._speakers)
        self.builder.offer(Offers(names))

    def _ask_speakers(self) -> None:
        if self._speakers is not None or self._speakers_coming:
            return

        def arrived(labels: list[str]) -> None:
            self._speakers, self._speakers_coming = labels, False
            self._offer_names()

        def failed(error: Exception) -> None:
            self._speakers_coming = False
            self._bridge.failed.emit(error)

        self._speakers_coming = True
        self._ask_anew("speakers", self._bridge.ask(labels_of, arrived, failed))

    def _step(self, step: Step) -> None:
        if step.touches("document"):
            self._speakers, self._speakers_coming = None, False  # those that come are of before
        if step.touches(*_NAMED):
            self._want_names()
        if not step.kinds <= UNREAD:
            self._stale = True
            if self.isVisible():
                self._timer.start()

    # ── asking ──
    def show_query(self, text: str) -> None:
        """Ask this, as it is typed."""
        self.builder.text.setText(text)
        self.builder.read_text()

    def _question_changed(self) -> None:
        self.form.choose(query=self.builder.written)
        self._check_ways_out()
        self.recompute()

    def _check_ways_out(self) -> None:
        asked = self.builder.query is not None
        self.export_button.setEnabled(asked)
        self.report_button.allow(asked)

    def _start(self) -> None:
        if self.builder.query is not None:
            super()._start()
            return
        if self._task is not None:
            self._task.cancel()
        self._settled()
        self._stale = False
        self._check_ways_out()
        self._bridge.run(_read_codings)  # while one thinks about the first question
        if self.builder.problem.isHidden():
            self._say_nothing(self.tr("What you ask for is shown here, and follows as you ask."))
        else:
            self._say_nothing(self.tr("This cannot be asked as it stands."))

    def _say_nothing(self, why: str) -> None:
        self.found.say_nothing(why)
        self.sides.setTabText(1, self.tr("Passages found"))

    def _job(self) -> Callable[[Project, Progress], Any]:
        text, filters, width = self.builder.written, self._filters.options(), self.found.width_shown
        limit = self.found.wanted(text)

        def job(project: Project, progress: Progress) -> Answer:
            retrieval = project.analyses.retrieval
            with project.read() as read:  # one moment for names, codings and words, whatever is done meanwhile
                query = retrieval.typed(text, read)
                found = retrieval.ask(query, make_scope(read, **filters), progress, read=read)
                page = result_page(project, found, 0, limit, width, progress, read)
                return Answer(text, named(read, query), found, counts_of(found), page, width)

        return job

    def _arrived(self, answer: Any) -> None:
        self._settled()
        self.pages.setCurrentWidget(self.body)
        if not self.builder.unread:
            self.builder.say_problem("")
        self.builder.say_named(answer.query)
        self.found.show_answer(answer)
        self.sides.setTabText(1, counted("%n passage(s)", answer.counts.passages))

    def _failed(self, error: Exception) -> None:
        self._settled()
        if not isinstance(error, QualcodeError):
            self._bridge.failed.emit(error)
            return
        self.builder.say_problem(say(error))
        self._say_nothing(self.tr("This cannot be asked as it stands."))

    def _stopped(self, task: Task) -> None:
        if task is self._task:  # the question stays: one that takes too long is made a narrower one
            self._settled()
            self._say_nothing("")
            say_stopped(self.found.pages, self.stopped, self.recompute)

    # ── the simplest way in ──
    def activate(self, codes: Sequence[UUID] = (), documents: Sequence[UUID] = ()) -> None:
        """Ask for the passages of these codes (with those below them), or of these documents. What is asked for of the
        other kind stays, where nothing else is asked."""

        def conditions(read: Reading) -> tuple[list[Condition], list[Condition]]:
            book, paths = read.codebook, read.codebook.paths()
            chosen = [Condition(CODE, paths[one], below=bool(book.descendants(one))) for one in codes if one in paths]
            names = {one.id: one.name for one in read.documents()}
            return chosen, [Condition(DOCUMENT, names[one]) for one in documents if one in names]

        def arrived(wanted: tuple[list[Condition], list[Condition]]) -> None:
            self._wanted = wanted
            self._take_wanted()

        self._bridge.ask(conditions, arrived)

    def _take_wanted(self) -> None:
        if self._wanted is not None and self._built:
            wanted, self._wanted = self._wanted, None
            self.sides.setCurrentIndex(1)  # where there is room for one side only
            self.builder.show_draft(activated(self.builder.draft, *wanted), tell=True)

    def open_activation(self) -> None:
        """Let codes and documents be ticked."""
        names = self._names.of_kind
        ticked = chosen_of(self.builder.draft)
        popup = Activation(names.get("document", ()), names.get(CODE, ()), ticked, self)
        popup.chosen.connect(lambda documents, codes: self.builder.show_draft(choosing(documents, codes), tell=True))
        popup.open_below(self.choose_button)
