"""One open project in the window: its panels, its tabs, and how they talk to each other."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QDateTime, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from ..app.code_history import say_why
from ..app.project import Project
from ..domain.history import Step
from .analyses.room import Analyses
from .bar import ANALYSE, REPORT, THEMES
from .bridge import Bridge
from .cases.errands import CaseErrands
from .coding.beside import SideBySide
from .coding.code_use import CodeUse
from .coding.coding_tab import CodingTab
from .coding.digit_sets import DigitSets
from .coding.opened import Opened, first_document
from .coding.segment_work import SegmentWork
from .commands.actions import Actions
from .dialogs.memos import show_memos
from .docks import RIGHT, Docks
from .editing.errands import TextErrands
from .facts import Facts, read_facts
from .filter_bar import FilterBar
from .filtering import Filtering
from .filters import Filters
from .first_painting import FirstPainting
from .look import Look
from .memory import recall, remember
from .memos.journal_flow import JournalFlow
from .method_hints import MethodHints
from .opening import Found
from .panels.codebook import CodebookPanel
from .panels.coding_rules_flow import CodingRulesFlow
from .panels.documents import DocumentsPanel
from .panels.history import HistoryPanel, local_time
from .panels.search import SearchPanel
from .panels.segments import SegmentsPanel
from .points import PointErrands
from .report.errands import ReportErrands
from .reverting import Reverting
from .reviews.flow import ReviewsFlow
from .searching import Searching
from .tasks import Tasks
from .themes.errands import ThemesErrands
from .time.looking_back import LookingBack

if TYPE_CHECKING:
    from ..app.exchange import Report


class Workspace(QObject):
    """Builds the panels of a project, wires them, and takes them down again."""

    said = Signal(str, object)  # a sentence, and the number of the step to undo (None: none)
    done = Signal(str, str, object)  # a sentence, the words of a button, what it does
    explained = Signal(str, object, object)  # a sentence, the number of a step, what takes the reason for it
    announced = Signal(str)  # where one is now, for the status line
    facts_changed = Signal(object)  # Facts
    failed = Signal(object)
    import_wanted = Signal(object)  # paths, or None

    def __init__(self, found: Found, look: Look, actions: Actions, docks: Docks, window: QWidget) -> None:
        super().__init__(window)
        self.project, self.study = project, study = found.project, found.study
        self._look, self._actions, self._docks = look, actions, docks
        self._window = window
        self._asking = self._again = False
        self._segments_closed = False  # the user has closed the right panel: a click on a code does not open it
        self._last_own: int | None = None
        self.facts: Facts | None = None
        self.tasks = Tasks(self)
        self.tasks.hold()  # the panels ask for their lists when the text, which people wait for, has been painted
        self.bridge = Bridge(project, self.tasks, self)
        self.analyses = Analyses(self, look, actions)
        self.methods, self.points = MethodHints(self, window), PointErrands(self, window)
        self.use = CodeUse(study.id, self)
        self.digit_sets = DigitSets(self.bridge, self.use, self)
        self.filters = Filters(self)
        self._make_page(window)
        self._make_panels()
        self._wire()
        self.journal.bring_back()
        self._ask_facts()
        if found.first is not None:
            self._show_first(*found.first)
        if self.coding.idle:  # no document, nothing to wait for
            self.tasks.release()
        else:
            FirstPainting(self.coding.reader.view.viewport(), self.tasks.release)
        if found.first is None:
            self._open_first()

    # ── building ──
    def _make_page(self, window: QWidget) -> None:
        self.page = QWidget(window)
        self.filter_bar = FilterBar(self.bridge, self._look, self.filters, self.page)
        self.views = QStackedWidget(self.page)
        bridge, look, use, actions = self.bridge, self._look, self.use, self._actions

        def make() -> CodingTab:
            return CodingTab(bridge, look, use, actions, window)

        self.pair = SideBySide(make, self._wire_tab, self.study.id, self.page)
        actions["uncoded"].setChecked(self.pair.uncoded)
        actions["participants"].setChecked(self.pair.participants)
        self.views.addWidget(self.pair)
        for room in (self.filter_bar, self.pair):
            look.dress(room)
        down = QVBoxLayout(self.page)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.filter_bar)
        down.addWidget(self.views, 1)

    @property
    def coding(self) -> CodingTab:
        """The document that is worked in, of those side by side."""
        return self.pair.active

    def _make_panels(self) -> None:
        bridge, look = self.bridge, self._look
        self.documents = DocumentsPanel(bridge, look, self.filters)
        self.codebook = CodebookPanel(bridge, look)
        self.segment_work = SegmentWork(self, look, self._actions, self._docks)
        self.segments = SegmentsPanel(bridge, look, self.segment_work.marking, self.segment_work.linking)
        self.history = HistoryPanel(bridge, look)
        self.search = SearchPanel(bridge, look)
        for name in ("documents", "codebook", "segments", "history", "search"):
            self._docks.hold(name, getattr(self, name))
        self.rules = CodingRulesFlow(self, look, self._docks)
        self.journal = JournalFlow(self, look, self._actions, self._docks)
        # the window's commands carry these keys, and the user may change them there
        for action in (self.codebook.new_action, self.codebook.new_below_action):
            action.setShortcut(QKeySequence())

    def _wire(self) -> None:
        self._wire_tab(self.coding)
        self.pair.activated.connect(lambda tab: self._document_shown(tab.document))
        self.pair.activated.connect(lambda tab: tab.modes.check_actions())
        self.bridge.changed.connect(self._note_own)
        self.bridge.followed.connect(self._stepped)
        self.bridge.failed.connect(self.failed)
        self.documents.opened.connect(self._open_document)
        self.documents.beside_wanted.connect(self.open_beside)
        self.documents.import_requested.connect(self.import_wanted)
        self.codebook.code_chosen.connect(self._code_clicked)
        self.codebook.apply_requested.connect(self._apply)
        self.codebook.show_segments.connect(self.show_segments)
        self.codebook.retrieve_wanted.connect(lambda codes: self.analyses.retrieve(codes=codes))
        self.documents.retrieve_wanted.connect(lambda documents: self.analyses.retrieve(documents=documents))
        self.segments.open_segment.connect(self.open_segment)
        self.segment_work.wire(self.segments)
        self.segment_work.said.connect(self.said)
        self.texts = TextErrands(self, self._actions, self._window)
        self.searching = Searching(self)
        self.cases = CaseErrands(self)
        self.reverting = Reverting(self, self._actions)
        self.searching.said.connect(self.said)
        self.history.said.connect(self.said)
        self.history.name_wanted.connect(self.points.name_point)
        self.codebook.done.connect(self._surgery_done)
        self.codebook.more_actions.append(self._actions["export_codebook"])
        self.codebook.words_selected = lambda: self.coding.reader.selection is not None
        for panel in (self.documents, self.codebook, self.segments):
            panel.said.connect(self._panel_said)
        self.segments.move_wanted.connect(self.codebook.surgery.ask_give)
        self.segments.exported.connect(lambda path: self.say_written(path, self.filters.summary()))
        self.segments.close_requested.connect(self._close_segments)
        self.use.changed.connect(self._show_digits)
        self.digit_sets.said.connect(self.announced)
        self.filtering = Filtering(self, self._look)
        self.themes = ThemesErrands(self, self._look, self._actions, self._docks)
        self.report = ReportErrands(self, self._look)
        self.time = LookingBack(self, self._look, self._actions)
        self.history.look_wanted.connect(self.time.look_at)
        self.history.time_wanted.connect(self.time.toggle)
        self.history.written.connect(self.say_written)
        self.reviews = ReviewsFlow(self, self._look, self._actions, self._docks)
        self.filter_bar.said.connect(lambda text: self.said.emit(text, None))
        self._show_digits()

    def _wire_tab(self, coding: CodingTab) -> None:
        """What a reader says: of the first document as of one beside it."""

        def shown(document: Any) -> None:
            if document is None and not coding.isHidden() and len(self.pair.tabs) > 1:
                self.pair.close_tab(coding)
            elif coding is self.coding:
                self._document_shown(document)

        coding.import_wanted.connect(lambda: self.import_wanted.emit(None))
        coding.said.connect(self.said)
        coding.shown.connect(shown)
        coding.coding_chosen.connect(self._coding_chosen)
        coding.announced.connect(self.announced)
        coding.tools.bookmark_chosen.connect(lambda one: self.open_segment(one.document, one.at, one.at))
        coding.memo_wanted.connect(self.write_memo)
        self.segment_work.wire_tab(coding)
        self.rules.wire_tab(coding)
        self.codebook.code_chosen.connect(coding.flow.under)

    def _open_document(self, document: UUID) -> None:
        self.coding.open_document(document)

    def open_beside(self, document: UUID) -> None:
        """Show a document beside the one that is open."""
        self._actions["tab_code"].trigger()
        self.pair.open_beside(document)

    def _open_first(self) -> None:
        """The document that was open last, else the first one."""
        kept = recall(f"document/{self.study.id}")

        self.bridge.ask(lambda read: first_document(read, kept), lambda answer: self._show_first(*answer))

    def _show_first(self, documents: int, found: Opened | None) -> None:
        self.coding.show_nothing(documents)
        if found is not None and self.coding.idle:
            self.coding.show_document(found)

    # ── tabs ──
    def show_tab(self, tab: int) -> None:
        """Code, Themes, Analyse or Report."""
        if tab == THEMES:
            self.themes.show()
        elif tab == REPORT:
            self.report.show()
        elif tab == ANALYSE:
            self.analyses.show()
        else:
            self.views.setCurrentWidget(self.pair)

    def open_segment(self, document: UUID, start: int, end: int, coding: UUID | None = None) -> None:
        """Show a passage in the reader."""
        if self.views.currentWidget() is not self.pair:
            self._actions["tab_code"].trigger()
        self.pair.activate(self.pair.holding(document))
        self.coding.open_segment(document, start, end, coding)

    # ── between the panels ──
    def _document_shown(self, document: Any) -> None:
        self._actions.set_state(self.bridge.project, document is not None)
        if document is not None:
            remember(f"document/{self.study.id}", str(document.id))
            self.documents.choose(document.id)
        elif self.coding.idle:  # else one is on its way
            self._open_first()
        self._name_undo()

    def _coding_chosen(self, coding: UUID | None) -> None:
        # the panel follows but does not open: the text would flow anew, and the handle about to be taken slide away
        if coding is not None:
            self.segments.show_coding(coding)

    def segments_toggled(self, shown: bool) -> None:
        """The user opened or closed the right panel."""
        self._segments_closed = not shown

    def _close_segments(self) -> None:
        self._segments_closed = True
        self._docks.hide("segments")

    def _code_clicked(self, code: UUID) -> None:
        """List its segments beside the text, if that takes nothing away: no other panel, no words under way."""
        shown = self._docks.shown("segments")
        others = any(self._docks.shown(name) for name in RIGHT if name != "segments")
        beside = not (self._segments_closed or self._docks.narrow or others)
        if not shown and beside and self.coding.reader.selection is None:
            self._docks.show("segments")
            shown = True
        if shown:
            self.segments.show_code(code)

    def show_segments(self, code: UUID) -> None:
        """List the segments of a code beside the text."""
        self.segments.show_code(code)
        self._docks.show("segments")

    def _apply(self, code: UUID) -> None:
        if self.coding.reader.selection is None:
            self.said.emit(self.tr("Select words in the document first, then choose the code."), None)
        else:
            self.coding.flow.apply(code, self.coding.reader.selection)

    def _show_digits(self) -> None:
        self.codebook.set_digits({code: int(digit) for code, digit in self.use.digits().items()})

    def write_memo(self, kind: str, about: UUID | None) -> None:
        """Open the memos about something."""
        if kind == "document" and self.coding.document is not None:
            name = self.coding.document.name
        elif kind == "segment":
            codings = [coding for coding in self.coding.codings if coding.segment == about]
            words = self.coding.text[codings[0].start : codings[0].end] if codings else ""
            name = " ".join(words.split())
            name = name if len(name) <= 40 else name[:39].rstrip() + "…"
        else:
            name = self.study.name
        show_memos(self.bridge, kind, about, name, self._window)

    def project_memo(self) -> None:
        """A memo about what is chosen: a segment, the document, or the project."""
        if self.views.currentWidget() is self.pair and self.coding.document is not None:
            self.coding.write_memo()
        else:
            self.write_memo("project", None)

    # ── steps ──
    def _panel_said(self, text: str) -> None:
        self.said.emit(text, self._last_own)

    def _surgery_done(self, text: str, step: int | None, about: UUID | None) -> None:
        """The codebook was changed by hand: there is room to say why."""
        if step is None:
            self.said.emit(text, None)
        else:
            self.explained.emit(text, step, lambda reason: self.bridge.do(say_why, step, reason, about))

    def seen_changed(self) -> None:
        """The project is seen as it was, or as it is again: what can be done now."""
        self._actions.set_state(self.bridge.project, self.coding.document is not None)
        self._name_undo()

    def _note_own(self, step: Step) -> None:
        # at once: the answer of an action follows its step, and says what can be undone
        if step.coder == self.project.coder and step.reverts is None:
            self._last_own = step.number

    def _stepped(self, step: Step) -> None:
        self._ask_facts()
        if step.touches("document") and self.coding.document is None:
            self._open_first()

    def _ask_facts(self) -> None:
        if self._asking:
            self._again = True
            return
        self._asking = True
        coder = self.project.coder
        self.bridge.ask(lambda read: read_facts(read, coder), self._got_facts, self._no_facts)

    def _got_facts(self, facts: Facts) -> None:
        self._asking = False
        self.facts = facts
        self._name_undo()
        self.facts_changed.emit(facts)
        if self._again:
            self._again = False
            self._ask_facts()

    def _no_facts(self, error: Exception) -> None:
        self._asking = False
        self.failed.emit(error)

    def _name_undo(self) -> None:
        """Undo and redo say what they would take back."""
        facts = self.facts
        writes = not self.bridge.project.read_only
        names = (
            ("undo", facts.undo if facts else None, self.tr("Undo: {what}"), self.tr("Undo")),
            ("redo", facts.redo if facts else None, self.tr("Redo: {what}"), self.tr("Redo")),
        )
        for identity, step, text, bare in names:
            action = self._actions[identity]
            named = text.replace("{what}", self.history.model.target_words(step)) if step else bare
            action.setText(named.replace("&", "&&"))
            typed = identity == "undo" and any(tab.editing.pending for tab in self.pair.every)
            action.setEnabled((step is not None or typed) and writes)
            self._actions.set_tip(identity, named)

    def undo(self, step: int | None = None) -> None:
        """Take back the last own step, or that one; before them a deletion that left no text to be written."""
        refilled = [tab.editing.refill() for tab in self.pair.every] if step is None else []
        if any(refilled):
            return
        self.reverting.undo(step)

    def redo(self) -> None:
        """Take back the last undo."""
        self.reverting.redo()

    @property
    def saved(self) -> QDateTime | None:
        """When the last step was written."""
        last = self.facts.last if self.facts else None
        return QDateTime.fromSecsSinceEpoch(int(local_time(last).timestamp())) if last else None

    # ── files ──
    def imported(self, report: "Report") -> None:
        """Files came in: say so, and open the first of them."""
        if report.documents:
            number = len(report.documents)
            self.said.emit(self.tr("%n document(s) imported.", "", number), self._last_own)
            self._actions["tab_code"].trigger()
            self.coding.open_document(report.documents[0].id)
        else:
            from .codebook_import.wording import imported_words

            self.said.emit(imported_words(report.book) or self.tr("Imported."), self._last_own)

    def run(
        self,
        job: Callable[..., Any],
        then: Callable[[Any], None],
        what: str,
        writes: bool = False,
        finish: bool = False,
    ) -> None:
        """A long job with progress in the status line; closing the project waits for one that must `finish`."""
        self.bridge.run(job, then, what=what, writes=writes, finish=finish)

    def say_written(self, path: Any, filtered: str = "") -> None:
        """A file was written: say so and through which filter, and offer to show it."""
        folder = QUrl.fromLocalFile(str(Path(path).absolute().parent))
        text = self.tr("Written: {name}").replace("{name}", Path(path).name)
        text = f"{text} · {filtered}" if filtered else text
        self.done.emit(text, self.tr("Show folder"), lambda: QDesktopServices.openUrl(folder))

    @property
    def view(self) -> QWidget:
        """What stands in the middle and takes the keys: the reader, or the open analysis."""
        return self.coding.reader if self.views.currentWidget() is self.pair else self.views.currentWidget()

    def panels(self) -> list[QWidget]:
        """What F6 goes round, those that are open."""
        found: list[QWidget] = []
        for name in ("documents", "codebook"):
            if self._docks.shown(name):
                found.append(getattr(self, name))
        shown, place = self.views.currentWidget(), self.analyses.place
        if shown is self.pair:
            found += [tab.reader for tab in self.pair.tabs]
        else:
            found += place.stops if place is not None and shown is place else [self.view]
        right = [self._docks.panel(name) for name in RIGHT if self._docks.shown(name)]
        return found + [panel for panel in right if panel is not None]

    # ── the end ──
    def _dialogs(self) -> list[QDialog]:
        """The dialogs about this project that are open."""
        return [found for found in self._window.findChildren(QDialog) if found.isVisible()]

    def close(self) -> Project:
        """Take the panels down and end the workers; the project is left for the caller to close."""
        self.use.save()
        self.segments.card.save()
        self.journal.close()
        self.methods.close()
        self.themes.close()
        self.report.close()
        for dialog in self._dialogs():
            dialog.close()  # each keeps what was written in it
        for tab in self.pair.every:
            tab.editing.close()  # what was typed is written before the workers end
            tab.flow.panel.dismiss()
        self.searching.close()
        self.texts.close()
        self.bridge.writing.emit()  # memos that are still being typed
        self.bridge.stop()
        self.tasks.stop(self.bridge.interrupt)
        self.time.close()
        self.journal.release()
        for dialog in self._dialogs():  # what could not be written was said
            dialog.hide()
            dialog.deleteLater()
        self._docks.let_go()
        for tab in self.pair.every:
            tab.flow.panel.deleteLater()
        self.page.hide()
        self.page.deleteLater()
        self.deleteLater()
        return self.project
