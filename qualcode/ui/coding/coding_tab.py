"""The Code tab: the reader with the open document's header, the find bar and the coding flow."""

from collections import deque
from uuid import UUID

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...domain.bookmarks import Bookmark
from ...domain.codebook import Codebook
from ...domain.codings import PlacedCoding
from ...domain.documents import Document, Turn
from ...domain.history import Step
from ...domain.percents import whole_percent
from ...domain.progress import Progress
from ...domain.queries import TextQuery
from ...domain.segments import Span
from ..bridge import Bridge
from ..commands.actions import Actions
from ..editing.banner import EditBanner
from ..editing.editing import Editing
from ..icons import icon
from ..look import DOCUMENT, META, Look
from ..parts.elided import ElidedLabel
from ..reader.reader import Reader
from ..reader.uncoded import coded_share
from ..tasks import Task
from .adjusting import Adjusting
from .again import Again
from .card_origins import CardOrigins
from .code_use import CodeUse
from .coding_flow import CodingFlow
from .find import FindBar
from .marking_flow import MarkingFlow
from .mode_bar import ModeBar
from .modes import Modes
from .moving import Moving
from .opened import Opened, open_document, renewed
from .reader_menus import ReaderMenus
from .reader_tools import ReaderTools
from .redacting import Redacting

HEADER = 44
_RECENT_STEPS = 1_000
_KINDS = ("coding", "segment", "code", "document", "coder", "bookmark", "memo", "assignment", "case", "redaction")


class CodingTab(QWidget):
    """One document at a time, and what is done with it."""

    shown = Signal(object)  # the Document in the reader, or None
    coding_chosen = Signal(object)  # coding id or None
    import_wanted = Signal()
    memo_wanted = Signal(str, object)  # "segment" or "document", its id
    said = Signal(str, object)  # a sentence for a toast, the number of the step to undo
    announced = Signal(str)  # where one is now, for the status line

    def __init__(self, bridge: Bridge, look: Look, use: CodeUse, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._look, self._actions = bridge, look, actions
        self._opened: Opened | None = None
        self._wanted: UUID | None = None
        self._then_select: tuple[int, int, UUID | None] | None = None
        self._asking = False
        self._steps: list[Step] = []  # not yet seen in the reader
        self._recent: deque[Step] = deque(maxlen=_RECENT_STEPS)  # a document may have been read before them
        bridge.changed.connect(self._stepped)  # before the panels hear of a step: the text comes first
        self.reader = Reader(self)
        self.find_bar = FindBar(self)
        self._make_header()
        self._make_empty()
        page = QWidget(self)
        down = QVBoxLayout(page)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        self.mode_bar = ModeBar(page)
        self.edit_banner = EditBanner(page)
        for part in (self._header, self.mode_bar, self.edit_banner, self.find_bar):
            down.addWidget(part)
        down.addWidget(self.reader, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.flow = CodingFlow(self, self.reader, bridge, use, window)
        self.flow.said.connect(self.said)
        self.reader.coding_chosen.connect(self.coding_chosen)
        self.reader.context_menu.connect(ReaderMenus(self, look, actions).show)
        CardOrigins(self)
        self.moving = Moving(self)
        self.moving.said.connect(self.announced)
        self.adjusting = Adjusting(self)
        self.adjusting.said.connect(self.announced)
        self.marking: MarkingFlow | None = None  # what the menu of a coding offers beside the usual
        self.modes = Modes(self, self.mode_bar, actions)
        self.redacting = Redacting(self)
        self.editing = Editing(self, self.edit_banner, actions)
        self.find_bar.asked.connect(self._find)
        self.find_bar.moved.connect(self._show_hit)
        self.find_bar.closed.connect(self.reader.setFocus)
        self._hits: list[tuple[int, int]] = []
        self._query: TextQuery | None = None
        self._finding: Task | None = None
        look.follow(self._take_look)
        self._take_look()

    # ── parts ──
    def _make_header(self) -> None:
        self._header = QFrame(self)
        self._name, self._facts = ElidedLabel(self._header), ElidedLabel(self._header)
        self._facts.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self._header)
        row.addWidget(self._name)
        row.addWidget(self._facts, 1)
        menu = QMenu(self._header)
        for identity in ("text_larger", "text_smaller", "text_usual"):
            menu.addAction(self._actions[identity])
        self.tools = ReaderTools(self, self._header, self._name, self._facts, self._actions)
        self._buttons = self.tools.fill(row, menu)
        for identity in ("find",):
            button = QToolButton(self._header)
            button.setDefaultAction(self._actions[identity])
            button.setAccessibleName(self._actions[identity].text())
            self._buttons.append(button)
            row.addWidget(button)
        more = QToolButton(self._header)
        more.setIcon(icon("more"))
        more.setToolTip(self.tr("More"))
        more.setAccessibleName(self.tr("More"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(menu)
        self._buttons.append(more)
        row.addWidget(more)
        row.addWidget(self.tools.close)

    def _make_empty(self) -> None:
        """What stands here while no document is open."""
        self._empty = QWidget(self)
        self._hint = QLabel(self._empty)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._import = QPushButton(self.tr("Import files…"), self._empty)
        self._import.setProperty("kind", "filled")
        self._import.setAutoDefault(True)  # Enter presses it, too
        self._import.clicked.connect(self.import_wanted)
        down = QVBoxLayout(self._empty)
        down.addStretch(1)
        down.addWidget(self._hint)
        down.addWidget(self._import, 0, Qt.AlignmentFlag.AlignHCenter)
        down.addStretch(2)
        self.show_nothing(0)

    def show_nothing(self, documents: int) -> None:
        """No document is open; there are so many to choose from."""
        none = not documents
        self._hint.setText(
            self.tr("No documents yet. Bring in transcripts, or drop them here.")
            if none
            else self.tr("Choose a document on the left to read it.")
        )
        self._import.setVisible(none)

    def _take_look(self) -> None:
        px, tokens = self._look.px, self._look.current
        self._header.setFixedHeight(px(HEADER))
        self._header.layout().setContentsMargins(px(16), 0, px(8), 0)
        self._header.layout().setSpacing(px(12))
        for button in self._buttons:
            button.setIconSize(QSize(px(16), px(16)))
            button.setFixedSize(px(32), px(32))
        self._name.setFont(self._look.font(DOCUMENT, bold=True))
        self._facts.setFont(self._look.font(META))
        self._facts.setStyleSheet(f"color: {tokens.ink2}; font-size: {px(META)}px;")
        self._hint.setStyleSheet(f"color: {tokens.ink2};")
        style = f"background: {tokens.paper}; border-bottom: {tokens.edge}px solid {tokens.line};"
        self._header.setObjectName("documentHeader")
        self.find_bar.setObjectName("findBar")
        self.find_bar.setStyleSheet(f"QFrame#findBar {{ {style} }}")
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, self._look.color("paper"))
        self.setPalette(palette)
        self._describe()

    # ── what the flow asks ──
    @property
    def document(self) -> Document | None:
        """The document in the reader."""
        return self._opened.document if self._opened else None

    @property
    def text(self) -> str:
        """Its text, with what is being typed."""
        typed = self.editing.text
        return typed if typed is not None else self._opened.text if self._opened else ""

    @property
    def turns(self) -> list[Turn]:
        """Its turns."""
        if self.editing.text is not None:
            return list(self.reader.telling.turns)
        return self._opened.turns if self._opened else []

    @property
    def look(self) -> Look:
        """How the program looks."""
        return self._look

    @property
    def bridge(self) -> Bridge:
        """The way to the project."""
        return self._bridge

    @property
    def codebook(self) -> Codebook:
        """The codes as they were last read."""
        return self._opened.codebook if self._opened else Codebook(())

    @property
    def codings(self) -> list[PlacedCoding]:
        """What stands on the document, where it stands now."""
        return self.editing.moved(self.stored_codings)

    @property
    def stored_codings(self) -> list[PlacedCoding]:
        """The same as it was last read."""
        return self._opened.codings if self._opened else []

    @property
    def stored_parts(self) -> list[tuple[str, Span]]:
        """The parts of the document that belong to cases, as they were last read."""
        return self._opened.parts if self._opened else []

    @property
    def coders(self) -> dict[UUID, str]:
        """Who has coded, by id."""
        return self._opened.coders if self._opened else {}

    @property
    def coder(self) -> UUID | None:
        """Who codes; None before their first step."""
        coders = self._opened.coders if self._opened else {}
        return next((key for key, name in coders.items() if name == self._bridge.project.coder), None)

    @property
    def bookmarks(self) -> list[Bookmark]:
        """The bookmarks of the document, in text order, where they stand now."""
        return self.editing.moved_bookmarks(self.stored_bookmarks)

    @property
    def stored_bookmarks(self) -> list[Bookmark]:
        """The same as they were last read."""
        return self._opened.bookmarks if self._opened else []

    # ── opening ──
    @property
    def idle(self) -> bool:
        """Whether no document is open or on its way."""
        return self._opened is None and self._wanted is None

    def show_document(self, found: Opened) -> None:
        """Show a document that was read already."""
        self._wanted = found.document.id
        self._arrived(found.document.id, found, 0)

    def open_document(self, key: UUID) -> None:
        """Show a document at its beginning, or leave it as it is when it is open."""
        if self.document is None or self.document.id != key or self._wanted is not None:
            self._wanted = key
            since = self._recent[-1].number if self._recent else 0

            def lost(error: Exception) -> None:
                if self._wanted == key:
                    self._wanted = None
                self._bridge.failed.emit(error)

            def arrived(found: Opened | None) -> None:
                self._arrived(key, found, since)

            self._bridge.ask(lambda read: open_document(read, key), arrived, lost)
        else:
            self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_segment(self, key: UUID, start: int, end: int, coding: UUID | None = None) -> None:
        """Show a passage: its coding chosen if there is one, else its words selected."""
        self._then_select = (start, end, coding)
        if self.document is not None and self.document.id == key and self._wanted is None:
            self._select_wanted()
        else:
            self.open_document(key)

    def put_away(self) -> None:
        """Close the document, and forget the one on its way."""
        self._wanted = self._then_select = None
        self.modes.end()  # it would go on coding when another document is opened here
        self._show(None)

    def _arrived(self, key: UUID, found: Opened | None, since: int) -> None:
        """Show what was asked for when step `since` was the newest; looking at a step twice does no harm."""
        if key != self._wanted:
            return  # another one was asked for meanwhile
        self._wanted = None
        self._show(found)
        self._steps = [step for step in self._recent if step.number > since]
        if found is not None:
            self._select_wanted()
            self.find_bar.ask_again()
            if self.window().focusWidget() is None or not self.find_bar.isVisible():
                self.reader.setFocus(Qt.FocusReason.OtherFocusReason)
            self._refresh()

    def _show(self, found: Opened | None) -> None:
        self.editing.close()
        self.flow.panel.dismiss()
        self.flow.forget()
        self.forget_hits()
        self.reader.choose(None)
        self._opened = found
        if found is None:
            self._stack.setCurrentIndex(0)
        else:
            self.reader.show_document(
                found.text, found.turns, found.speakers, found.codings, found.codebook.by_id, found.coders
            )
            self.tools.take(found)
            self._stack.setCurrentIndex(1)
            if not self._bridge.looking_back:
                self.flow.use.forget(found.codebook.by_id)
        self._describe()
        self.shown.emit(self.document)

    def _select_wanted(self) -> None:
        wanted, self._then_select = self._then_select, None
        if wanted is None:
            return
        start, end, coding = wanted
        if coding is not None and any(there.id == coding for there in self.codings):
            self.reader.select(start, start)
            self.reader.choose(coding)
        else:
            self.reader.choose(None)
            self.reader.select(start, end)
        self.reader.reveal(start, end)

    def set_participants(self, on: bool) -> None:
        """Count only the participants' words as coded or not, or all."""
        self.reader.covering.set_participants(on)
        self._describe()

    def _describe(self) -> None:
        if self._opened is None:
            return
        document, codings = self._opened.document, self._opened.codings
        segments = len({(coding.start, coding.end) for coding in codings})
        own, spans = self.reader.covering.participants, [(coding.start, coding.end) for coding in codings]
        facts = [self.tr("%n segment(s)", "", segments)]
        if codings:
            said = self.tr("{share} % of what is said coded")
            told = self.tr("{share} % of the participants' words coded") if own else said
            facts.append(told.replace("{share}", whole_percent(coded_share(self._opened.turns, spans, own))))
        self._name.setText(document.name)
        self._facts.setText(" · ".join(facts))

    # ── keeping up with steps ──
    def _stepped(self, step: Step) -> None:
        if step.touches(*_KINDS):
            self._recent.append(step)
            if self._opened is not None:
                self._steps.append(step)
                self._refresh()

    def _refresh(self) -> None:
        """Ask once for all steps that came while the last answer was on its way."""
        old = self._opened
        if self._asking or old is None or not self._steps:
            return
        self._asking = True
        steps, self._steps = self._steps, []

        def arrived(new: Opened | None) -> None:
            self._asking = False
            if self._opened is old:  # else another document was opened meanwhile
                last = max(step.number for step in steps)
                self.flow.written(last)
                if len(steps) == 1 and new is not None:
                    self.flow.noted(steps[0], old.codings, new.codings)
                if new is None or not self.editing.takes(new, last):
                    self._take(old, new)
            self._refresh()

        def lost(error: Exception) -> None:
            self._asking = False
            self._steps = steps + self._steps  # looked at again with the next one
            self._bridge.failed.emit(error)

        self._bridge.ask(lambda read: renewed(read, old, steps), arrived, lost)

    def _take(self, old: Opened, new: Opened | None) -> None:
        if new is None:
            self._show(None)
        elif new.text is not old.text:
            # the text itself changed: the new one at the same place
            again = Again(self.reader, old.text, new.text)
            self._show(new)
            again.go_on()
        else:
            self._opened = new
            self._update(old, new)

    def take_opened(self, new: Opened) -> None:
        """The document was read again, and its text is the one that stands there."""
        old, self._opened = self._opened, new
        if old is not None:
            self._update(old, new)

    def _update(self, old: Opened, new: Opened) -> None:
        if new.codebook is not old.codebook or new.coders is not old.coders:
            self.reader.update_codes(new.codebook.by_id, new.coders)
            if not self._bridge.looking_back:  # codes that were not there yet keep their digits
                self.flow.use.forget(new.codebook.by_id)
        self.flow.show()
        self.tools.take(new)
        self._describe()
        if new.document != old.document:
            self.shown.emit(new.document)

    # ── finding ──
    def find(self) -> None:
        """Open the find bar with what is selected, if it is short."""
        span = self.reader.selection
        words = self.text[slice(*span)] if span is not None else ""
        self.find_bar.open(words if "\n" not in words and len(words) <= 60 else "")

    def _find(self, query: TextQuery | None) -> None:
        if self._finding is not None:
            self._finding.cancel()
        if query is None or self._opened is None:
            self._found(query, [])
            return
        text = self.text

        def job(_project: object, progress: Progress) -> list[tuple[int, int]]:
            progress.tick(0, 0)
            return list(query.hits(text))

        self._query = query
        self._finding = self._bridge.run(job, lambda hits: self._found(query, hits))

    def _found(self, query: TextQuery | None, hits: list[tuple[int, int]]) -> None:
        if query is not None and query is not self._query:
            return
        self._hits = hits
        self.reader.show_hits(hits)
        span = self.reader.selection
        self.find_bar.show_hits(hits, span[0] if span else self.reader.view.point_at(QPoint(1, 1)))

    def forget_hits(self) -> None:
        """The text has changed: what was found in it stands elsewhere."""
        if self._hits or self.find_bar.isVisible():
            self._query, self._hits = None, []
            self.reader.show_hits(())
            self.find_bar.forget()

    def _show_hit(self, number: int) -> None:
        self.reader.show_hits(self._hits, number)

    # ── what is chosen ──
    def remove_chosen(self) -> None:
        """Remove the chosen coding, or the only one of mine under the cursor or selection."""
        if self.reader.chosen is not None:
            self.flow.remove(self.reader.chosen)
            return
        span = self.reader.selection
        if span is None:
            return
        there = [coding for coding in self.codings if (coding.start, coding.end) == span]
        if there:
            self.flow.remove(max(there, key=lambda coding: coding.created).id)

    def write_memo(self) -> None:
        """A memo about the chosen segment, else about the document."""
        chosen = next((coding for coding in self.codings if coding.id == self.reader.chosen), None)
        if chosen is not None:
            self.memo_wanted.emit("segment", chosen.segment)
        elif self.document is not None:
            self.memo_wanted.emit("document", self.document.id)
