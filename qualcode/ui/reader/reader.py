"""The transcript reader: text, turn numbers, stripes and names; its interface knows only code points."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QInputMethodEvent
from PySide6.QtWidgets import QWidget

from .transcript import Transcript


class Reader(Transcript):
    """Shows one document and its codings, and tells what the researcher does with them.

    All positions are code points of the text given, half-open. Nothing here writes: the signals ask.
    """

    selection_changed = Signal(int, int)  # start == end: nothing is selected
    code_requested = Signal(int, int, str)  # start, end, what was typed
    coding_chosen = Signal(object)  # coding id or None
    coding_resized = Signal(object, int, int)  # coding id, new start and end
    remove_requested = Signal(object)  # coding id
    code_dropped = Signal(object, int, int)  # code id, start, end
    context_menu = Signal(str, object, QPoint)  # "text" and (start, end), or "coding" and its id; global place
    bookmark_wanted = Signal(int)  # code point beside which the gutter was clicked twice
    composition_started = Signal(object)  # QInputMethodEvent to hand on to the code panel's field

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grown: list[tuple[tuple[int, int], tuple[int, int]]] = []  # the steps a selection grew by: from, to
        self._name()
        self._connect()
        self.changed.connect(self._describe)

    def _connect(self) -> None:
        view, margin = self.view, self.margin
        view.spans_changed.connect(self._selected)
        view.typed.connect(self._typed)
        view.composing.connect(self._composed)
        view.escaped.connect(self._escaped)
        view.remove_wanted.connect(self._remove)
        view.dropped.connect(self.code_dropped)
        view.menu_wanted.connect(self._text_menu)
        view.clicked.connect(self._clicked)
        view.edge_dragged.connect(self._edge_moved)
        margin.chose.connect(self._chose)
        margin.handle_dragged.connect(self._handle_moved)
        margin.walked.connect(self._walked)
        margin.remove_wanted.connect(self._remove)
        margin.left.connect(lambda: view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.gutter.bookmark_wanted.connect(self.bookmark_wanted)
        margin.menu_wanted.connect(lambda coding, place: self.context_menu.emit("coding", coding, place))

    def _name(self) -> None:
        self.view.setAccessibleName(self.tr("Transcript"))
        self.gutter.setAccessibleName(self.tr("Numbers and bookmarks"))
        self.covering.strip.setAccessibleName(self.tr("Coverage"))
        self.margin.setAccessibleName(self.tr("Codings"))

    # ── selection ──
    def show_document(self, *document: Any) -> None:
        """Open a text at its beginning; what the selection grew from belongs to the last one."""
        self._grown.clear()
        super().show_document(*document)

    def show_hits(self, hits: Sequence[tuple[int, int]], current: int = -1) -> None:
        """Highlight what a search found, ascending; `current` is the one the eye should go to."""
        self.view.marking.hits, self.view.marking.current_hit = list(hits), current
        self.view.viewport().update()
        if 0 <= current < len(hits):
            self.reveal(*hits[current])

    def grow_selection(self) -> None:
        """Word, sentence, paragraph, turn, whole text."""
        span = self.selection or (self.cursor, self.cursor)
        grown = self.view.words.larger(*span)
        if grown != span:
            if not self._grown or self._grown[-1][1] != span:
                self._grown.clear()  # grown from elsewhere
            self._grown.append((span, grown))
            self.select(*grown)

    def shrink_selection(self) -> None:
        """Back along the way the selection grew, to where that began."""
        if self._grown and self._grown[-1][1] == self.selection:
            self.select(*self._grown.pop()[0])
        else:
            self._grown.clear()

    def go_turn(self, step: int) -> None:
        """Put the cursor at the words of the next (1) or previous (-1) turn."""
        if self._scene is None:
            return
        point = self._scene.geometry.positions.from_qt(self.view.textCursor().position())
        found = self.view.words.neighbour_turn(point, step)
        if found is not None:
            self.select(found[0], found[0])
            self.reveal(*found)

    def selection_rect(self) -> QRect:
        """The last line of the selection in global pixels: what the code panel opens at."""
        span = self.selection
        if span is None or self._scene is None:
            return QRect()
        _, after = self._scene.geometry.blocks_of(*span)
        boxes = self._scene.geometry.boxes(*span, (after - 1, after)) or [QRectF()]
        box = boxes[-1].translated(0, -self.view.verticalScrollBar().value()).toAlignedRect()
        return QRect(self.view.viewport().mapToGlobal(box.topLeft()), box.size())

    def text_area(self) -> QRect:
        """The column of words in global pixels: where the code panel may stand."""
        port = self.view.viewport()
        area = port.rect().adjusted(0 if self._rtl else self._column, 0, -self._column if self._rtl else 0, 0)
        return QRect(port.mapToGlobal(area.topLeft()), area.size())

    # ── the chosen coding ──
    @property
    def chosen(self) -> UUID | None:
        """The coding that stands out, or None."""
        return self.view.marking.chosen

    def choose(self, coding: UUID | None) -> None:
        """Let one coding stand out (None: all alike), and say so."""
        if self._scene is not None and coding is not None and coding not in self._scene.codings:
            self._asked = coding  # its stripe is shown for once, for this is where somebody wants to go
            self._show_codings(self._codings)
        if self._scene is None or (coding is not None and coding not in self._scene.codings):
            coding = None
        if coding != self.view.marking.chosen:
            self.view.marking.chosen = coding
            self._repaint()
            self._describe()
            self.coding_chosen.emit(coding)

    def _chose(self, coding: UUID | None) -> None:
        self.view.setFocus(Qt.FocusReason.MouseFocusReason)
        self.choose(coding)

    def _walked(self, key: UUID) -> None:
        """The arrow keys in the margin went to a coding."""
        self.choose(key)
        coding = self._scene.codings.get(key) if self._scene else None
        if coding is not None:
            self.reveal(coding.start, coding.end)
            words = self.telling.describe(coding)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.margin, words))

    def _clicked(self, point: int) -> None:
        """A click in the text beside the chosen coding lets go of it."""
        coding = self._scene.codings.get(self.chosen) if self._scene and self.chosen else None
        if coding is not None and not coding.start <= point <= coding.end:
            self.choose(None)

    def _escaped(self) -> None:
        if self.chosen is not None:
            self.choose(None)
        else:
            start = self.selection
            if start is not None:
                self.select(start[1], start[1])

    def _remove(self) -> None:
        if self.chosen is not None:
            self.remove_requested.emit(self.chosen)

    def _handle_moved(self, start: bool, place: QPointF, finished: bool, modifiers: Qt.KeyboardModifier) -> None:
        """A handle in the margin follows the lines; over the text it follows the words."""
        port = self.view.viewport().rect()
        x = place.x()
        if not 0 <= x < port.width():
            ends = (port.width() - 1 - self._column, 0) if self._rtl else (self._column, port.width() - 1)
            x = float(ends[0] if start else ends[1])
        point = self.view.snapped_edge(QPointF(x, place.y()), start, modifiers)
        self._edge_moved(start, point, finished)

    def _edge_moved(self, start: bool, point: int, finished: bool) -> None:
        """Show the chosen coding with its new end while it is dragged, ask for it when let go."""
        whole = next((coding for coding in self._codings if coding.id == self.chosen), None)
        if whole is None:
            return
        span = (min(point, whole.end - 1), whole.end) if start else (whole.start, max(point, whole.start + 1))
        span = self.view.words.whole(*self.view.words.trimmed(*span))
        moved = replace(whole, start=span[0], end=span[1])
        changed = span != (whole.start, whole.end)
        codings = [moved if coding.id == whole.id else coding for coding in self._codings] if changed else None
        if finished:
            # what is stored stays true: the caller answers with update_codings
            self._show_codings(self._codings)
            if changed:
                self.coding_resized.emit(whole.id, *span)
        else:
            self._show_codings(codings or self._codings)

    # ── words for people ──
    def describe_codings(self) -> list[tuple[UUID, str]]:
        """All codings as a list, in the order of the text: the stripes for who can't see them."""
        shown = self._scene.codings.values() if self._scene else ()
        ordered = sorted(shown, key=lambda coding: (coding.start, coding.end, coding.id))
        return [(coding.id, self.telling.describe(coding)) for coding in ordered]

    def _describe(self) -> None:
        count = len(self._scene.codings) if self._scene else 0
        chosen = self._scene.codings.get(self.chosen) if self._scene and self.chosen else None
        text = self.tr("%n coding(s)", "", count) if chosen is None else self.telling.describe(chosen)
        self.margin.setAccessibleDescription(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    # ── what the text reports ──
    def _selected(self) -> None:
        span = self.selection
        cursor = self.view.textCursor().position()
        point = self._scene.geometry.positions.from_qt(cursor) if self._scene else 0
        self.selection_changed.emit(*(span or (point, point)))

    def _typed(self, typed: str) -> None:
        span = self.selection
        if span is not None:
            self.code_requested.emit(*span, typed)

    def _composed(self, event: QInputMethodEvent) -> None:
        self._typed("")
        self.composition_started.emit(event)

    def _text_menu(self, point: int, place: QPoint) -> None:
        self.context_menu.emit("text", self.selection or (point, point), place)
