"""The edit mode of a document: entered on purpose; a burst of typing is one step, and codings move with the words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from ...app import documents
from ...app.unwritten import drop, put_aside
from ...domain.bookmarks import Bookmark
from ...domain.codings import PlacedCoding
from ...domain.documents import Document, turns
from ...domain.errors import QualcodeError
from ...domain.history import Step
from ...domain.ids import new_id
from ...domain.reanchoring import Anchoring
from ...domain.segments import Edit, Span
from ..coding.opened import Opened
from ..reader.mime import Pasted
from ..translation import say
from .banner import EditBanner
from .surface import Surface
from .typing import Flight, Typing
from .unwritten import unwritten, unwritten_words

if TYPE_CHECKING:
    from ..coding.coding_tab import CodingTab
    from ..commands.actions import Actions

PAUSE_MILLISECONDS = 900  # without a key: what was typed is a step
LONGEST_MILLISECONDS = 10_000  # typing without a rest is a step, too: a crash takes no more than this
_WORDS = 60  # characters of a coding that are shown


class Editing(QObject):
    """Between the text under somebody's hands and the project.

    What is typed is written when the hands rest, when they go on in another paragraph, before anything else is
    written, and when the mode is left; what would leave a coding without words waits for a word from whoever types.
    """

    def __init__(self, tab: "CodingTab", banner: EditBanner, actions: "Actions") -> None:
        super().__init__(tab)
        self._tab, self._banner, self._action, self._undo = tab, banner, actions["edit_text"], actions["undo"]
        self._lost = unwritten_words(tab.bridge)
        self._key = new_id().hex  # what waits here for an answer is put aside under this name
        self._aside = self._undoable = False
        self._typing: Typing | None = None
        self._document: UUID | None = None
        self._on = False
        self._kept = False  # the codings that vanish may
        self._paragraph = -1
        self._taking = False
        self._refused: tuple[Opened, int] | None = None  # somebody else's text, until ours is in it
        self._surface = Surface(tab.reader)
        self._surface.edited.connect(self._edited)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._rested)
        self._burst = QElapsedTimer()
        tab.bridge.writing.connect(self.flush)
        tab.reader.view.editing_left.connect(self.leave)
        tab.reader.view.changed_words.connect(self._say_pasted)
        tab.reader.view.cursorPositionChanged.connect(self._moved_on)
        banner.ended.connect(self.leave)
        banner.undo_wanted.connect(self.take_back)
        banner.keep_wanted.connect(self._keep)

    # ── the mode ──
    @property
    def on(self) -> bool:
        """Whether the text is being edited."""
        return self._on

    def _say_pasted(self, found: Pasted) -> None:
        """Say what of pasted words is not as it was."""
        told = []
        if found.breaks:
            told.append(self.tr("%n separator(s) of lines (U+2028, U+2029) became line ends.", "", found.breaks))
        if found.left_out:
            told.append(self.tr("%n invisible sign(s) (byte order mark, NUL) left out.", "", found.left_out))
        if found.unreadable:
            told.append(self.tr("%n sign(s) no text can hold became �.", "", found.unreadable))
        self._tab.said.emit(self.tr("Pasted.") + " " + " ".join(told), None)

    def toggle(self) -> None:
        """Begin, or end."""
        if self.on:
            self.leave()
        else:
            self.begin()
        self._check_action()

    def _check_action(self) -> None:
        if self._tab.tools.in_use:  # of two documents side by side each has its own mode
            self._action.setChecked(self._on)

    def begin(self) -> None:
        """Let the open document be edited."""
        document = self._tab.document
        if document is None or self._on:
            return
        if self._tab.bridge.project.read_only:
            self._tab.said.emit(self.tr("This project is open for reading only."), None)
            return
        self._tab.modes.end()
        self._tab.reader.choose(None)
        if self._typing is None or self._document != document.id:
            self._typing, self._document = Typing(self._tab.text), document.id
        self._on, self._kept = True, False
        self._surface.start(document.speakers)
        self._banner.show()
        self._check_action()
        self._tab.reader.view.setFocus()
        self._tab.announced.emit(self.tr("Editing – codings move with the words."))

    def leave(self) -> None:
        """End the mode; what was typed is written."""
        if self._typing is None or not self._on:
            return
        self._tab.reader.view.end_composition()
        self.refill()
        self.flush()
        self._on = False
        self._surface.stop()
        self._surface.tidy()
        self._let_go()
        self._pause.stop()
        self._banner.show_vanishing(())
        self._banner.hide()
        self._check_action()
        self._tab.announced.emit("")
        self._tab.reader.update_codings(self._tab.reader.codings)
        self._tab.reader.view.setFocus()

    def close(self) -> None:
        """Another document is shown: what was typed into this one is written."""
        self.leave()
        self._typing = None

    def _let_go(self) -> None:
        """What was typed is remembered until the project has it."""
        if not self._on and self._typing is not None and self._typing.settled:
            self._typing = None

    # ── typing ──
    def _edited(self, start: int, end: int, words: str) -> None:
        typing = self._typing
        if typing is None or self._taking or not self._on:
            return
        here = typing.text.count("\n", 0, start)
        if typing.pending and here != self._paragraph:
            self.flush()  # they go on elsewhere: what was said to vanish may
        elif typing.pending and self._burst.elapsed() >= LONGEST_MILLISECONDS:
            self._take_breath()
        if not typing.pending:
            self._burst.start()
            self._undoable = self._undo.isEnabled()
            self._undo.setEnabled(True)  # there is something to take back, though no step yet
        typing.typed(start, end, words)
        self._paragraph = here + words.count("\n")
        self._kept = False
        self._tab.forget_hits()
        self._tab.reader.follow(self.moved(self._tab.stored_codings))
        if self._tab.stored_bookmarks:
            self._tab.reader.set_bookmarks(self._tab.bookmarks)
        self._tab.redacting.show()
        if self._banner.vanishing:
            self._show_vanishing()
        self._pause.start()

    def _take_breath(self) -> None:
        """Write what was typed without a rest, unless words are being composed or somebody is to be asked first."""
        typing = self._typing
        if typing is None or self._tab.reader.view.composing_now:
            return
        gone = typing.vanishing(self._tab.stored_codings) or typing.vanishing_parts(self._tab.stored_parts)
        if gone and not self._kept:
            self._burst.start()
            self._put_aside()
        else:
            self.flush()

    def _put_aside(self) -> None:
        """Keep what waits for an answer in a file: the program may be killed meanwhile."""
        typing, document = self._typing, self._tab.document
        if typing is not None and typing.pending and document is not None:
            self._aside = True
            put_aside(unwritten(self._key, self._study, document, typing.base, typing.text, _plain(typing.edits)))

    def _settle_aside(self) -> None:
        if self._aside and (self._typing is None or not self._typing.pending):
            self._aside = False
            drop(self._study, self._key)

    @property
    def _study(self) -> str:
        return self._tab.flow.use.study.hex

    @property
    def pending(self) -> bool:
        """Whether something was typed that is no step yet."""
        return self._typing is not None and self._typing.pending

    def _moved_on(self) -> None:
        """The cursor has gone to another paragraph: that was one burst."""
        if self._typing is None or self._taking or not self._typing.pending or self._banner.vanishing:
            return
        if self._typing.text.count("\n", 0, self._tab.reader.cursor) != self._paragraph:
            QTimer.singleShot(0, self, self._rested)

    def _rested(self) -> None:
        if self._typing is None:
            return
        if self._tab.reader.view.composing_now:
            self._pause.start()
        elif self._typing.pending and self._show_vanishing():
            self._put_aside()  # somebody is asked
        else:
            self.flush()
            self._surface.tidy()
            self._tab.reader.update_codings(self._tab.reader.codings)

    def _show_vanishing(self) -> bool:
        """Say which codings would vanish, if there are any that nobody has let go."""
        typing = self._typing
        found = typing.vanishing(self._tab.stored_codings) if typing is not None and not self._kept else []
        parts = typing.vanishing_parts(self._tab.stored_parts) if typing is not None and not self._kept else []
        names = self._tab.codebook.by_id
        base = typing.base if typing is not None else ""
        self._banner.show_vanishing(
            [(names[one.code].name, _short(base[one.start : one.end])) for one in found if one.code in names],
            [(case, _short(base[span.start : span.end])) for case, span in parts],
        )
        return bool(found or parts)

    def _keep(self) -> None:
        self._kept = True
        self.flush()
        self._tab.reader.view.setFocus()

    def take_back(self) -> None:
        """Forget what was typed since the last step."""
        typing = self._typing
        if typing is None or not typing.pending:
            self._banner.show_vanishing(())
            return
        at = typing.edits[0].end if typing.edits else 0
        typing.take_back()
        self._pause.stop()
        self._settle_aside()
        self._undo.setEnabled(self._undoable)
        self._banner.show_vanishing(())
        self._show(typing.text, at)
        self._tab.reader.set_bookmarks(self._tab.bookmarks)
        self._tab.redacting.show()

    def refill(self) -> bool:
        """Bring back what was deleted where no word is left, which cannot be written; whether that was so."""
        typing = self._typing
        if typing is None or not typing.pending or typing.text.strip():
            return False
        self._tab.said.emit(self.tr("A document needs some text; what was deleted is back."), None)
        self.take_back()
        return True

    def flush(self) -> None:
        """Write what was typed, as one step."""
        typing = self._typing
        if typing is None or self._taking:
            return
        self._pause.stop()
        if not typing.pending:
            typing.take_back()
            self._banner.show_vanishing(())
            return
        if not typing.text.strip() or self._document is None:
            return  # a document needs words: more will come, or it is taken back
        changes, base, document = typing.changes(), typing.base, self._tab.document
        gone = len(typing.vanishing(self._tab.stored_codings))
        parts = typing.vanishing_parts(self._tab.stored_parts)
        flight = typing.send()
        self._banner.show_vanishing(())

        def written(_made: object, step: Step | None) -> None:
            if step is None:
                typing.settle(flight)
            else:
                flight.step = step.number
            self._settle_aside()
            refused, self._refused = self._refused, None
            if refused is not None and typing is self._typing:
                self.takes(*refused)  # the project was read again before this was known
            if (gone or parts) and step is not None:
                lost = [self.tr("%n coding(s) lost all their words.", "", gone)] if gone else []
                if parts:
                    named = "“" + "”, “".join(dict.fromkeys(case for case, _ in parts)) + "”"
                    lost.append(self.tr("Parts of {cases} lost all their words.").replace("{cases}", named))
                self._tab.said.emit(" ".join(lost), step.number)

        self._tab.bridge.act(
            documents.edit_passages,
            self._document,
            changes,
            base,
            then=written,
            failed=lambda error: self._failed(typing, flight, document, error),
        )

    def _failed(self, typing: Typing, flight: Flight, document: Document | None, error: Exception) -> None:
        if flight not in typing.flights:
            self._tab.bridge.failed.emit(error)  # it went back with the one before
        elif typing is self._typing:
            typing.came_back(flight)
            self._put_aside()
            if not self._on:
                self.begin()  # it is still in these hands, and that must be seen
            self._tab.bridge.failed.emit(error)
        elif document is not None:
            # the text is not shown any more: what was typed goes where it can be read and tried again
            typing.settle(flight)
            kept = unwritten(new_id().hex, self._study, document, flight.base, flight.text, _plain(flight.edits))
            if isinstance(error, QualcodeError):
                self._lost.keep(kept, say(error))
            else:
                self._lost.keep(kept, "")
                self._tab.bridge.failed.emit(error)
            self._settle_aside()

    # ── what comes from the project ──
    def moved(self, codings: Sequence[PlacedCoding]) -> list[PlacedCoding]:
        """Codings as the project has them, where they stand in what was typed."""
        return self._typing.moved(codings) if self._typing is not None else list(codings)

    def moved_bookmarks(self, bookmarks: Sequence[Bookmark]) -> list[Bookmark]:
        """Bookmarks as the project has them, where they stand in what was typed."""
        return self._typing.moved_bookmarks(bookmarks) if self._typing is not None else list(bookmarks)

    def moved_spans(self, spans: Sequence[Span]) -> list[Span]:
        """Spans of the project's text where they stand in what was typed; those without a word left are left out."""
        return self._typing.moved_spans(spans) if self._typing is not None else list(spans)

    @property
    def text(self) -> str | None:
        """The text as it stands there; None while it is that of the project."""
        return self._typing.text if self._typing is not None else None

    def takes(self, new: Opened, step: int) -> bool:
        """The project was read after this step; whether what it has now is what was typed here, or will be.

        Where somebody else has changed the text, what was typed is written first, into their version.
        """
        typing = self._typing
        if typing is None or new.document.id != self._document:
            return False
        if typing.arrived(new.text, step):
            self._refused = None
            self._let_go()
            self._tab.take_opened(new)
            return True
        if not typing.settled:
            self._refused = (new, step)
            self.flush()  # our own step comes next, and with it the text that both made
            return True
        self._refused = None
        at = Anchoring(typing.text, new.text).anchor(min(self._tab.reader.cursor, len(typing.text)))
        self._typing = Typing(new.text)
        self._tab.take_opened(new)
        self._show(new.text, at)
        self._let_go()
        return True

    def _show(self, text: str, cursor: int) -> None:
        """Show another text and go on in it."""
        reader, tab = self._tab.reader, self._tab
        document = tab.document
        place = reader.view.verticalScrollBar().value()
        self._taking = True
        tab.forget_hits()
        found = turns(text, document.speakers if document is not None else "")
        labelled = any(turn.speaker for turn in found)
        reader.show_document(text, found, labelled, tab.codings, tab.codebook.by_id, tab.coders)
        reader.view.verticalScrollBar().setValue(place)
        reader.select(cursor, cursor)
        reader.reveal(cursor, cursor)
        self._taking = False
        if self._on and document is not None:
            self._surface.start(document.speakers)


def _plain(edits: Sequence[Edit]) -> list[tuple[int, int, int]]:
    return [(edit.start, edit.end, edit.length) for edit in edits]


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _WORDS else words[: _WORDS - 1].rstrip() + "…"
