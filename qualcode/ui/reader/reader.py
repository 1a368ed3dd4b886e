"""The transcript reader: text, turn numbers, stripes and names; its interface knows only code points."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from uuid import UUID

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.codebook import Code
from ...domain.codings import PlacedCoding
from ...domain.documents import Turn, first_touched
from ..look import META, look
from .blocks import Block, Measures, column_width, make_document, mostly_cjk, plan
from .geometry import Geometry
from .gutter import Gutter
from .positions import Positions
from .scene import Scene
from .stripes import LABEL_HEIGHT, Margin
from .underlines import Marking
from .view import TextView
from .words import Words

TEXT_SIZES = (12, 32)
USUAL_SIZE = 17
LATIN_LINE, CJK_LINE = 28 / 17, 32 / 17  # line height to text size
GUTTER, COLUMN, WIDEST_COLUMN, MARGIN, LEAST_MARGIN = 48, 64, 128, 204, 64
LEAST_MEASURE, MOST_MEASURE = 480, 680
NARROW_SHARE = 0.27  # of text and margin together that the margin keeps below the least measure
SCROLLBAR = 12


class Reader(QWidget):
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
    text_size_changed = Signal(int)
    composition_started = Signal(object)  # QInputMethodEvent to hand on to the code panel's field

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._turns: Sequence[Turn] = ()
        self._blocks: list[Block] = []
        self._codings: Sequence[PlacedCoding] = ()
        self._codes: Mapping[UUID, Code] = {}
        self._coders: Mapping[UUID, str] = {}
        self._cjk = False
        self._column = 0
        self._laid_width = 0  # px the text was last laid out in
        self._kept: tuple[int, float] | None = None
        self._before: tuple[int, float] | None = None  # the place before our own layout gave the text another width
        self._held: tuple[tuple[int, float], int] | None = None  # a place returned to, and where the bar stood then
        self._shrunk: list[tuple[int, int]] = []  # what the selection grew from
        self._document: QTextDocument | None = None
        self._scene: Scene | None = None
        self.view = TextView(self)
        self.gutter = Gutter(self.view)
        self.margin = Margin(self.view, self.card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)
        self._name()
        self._connect()
        self._take_look()

    def _connect(self) -> None:
        view, margin = self.view, self.margin
        view.spans_changed.connect(self._selected)
        view.typed.connect(self._typed)
        view.composing.connect(self._composed)
        view.scrolled.connect(self._scrolled)
        view.resizing.connect(self._about_to_resize)
        view.escaped.connect(self._escaped)
        view.remove_wanted.connect(self._remove)
        view.zoom_wanted.connect(self._zoom)
        view.dropped.connect(self.code_dropped)
        view.menu_wanted.connect(self._text_menu)
        view.clicked.connect(self._clicked)
        view.edge_dragged.connect(self._edge_moved)
        margin.chose.connect(self._chose)
        margin.handle_dragged.connect(self._handle_moved)
        margin.menu_wanted.connect(lambda coding, place: self.context_menu.emit("coding", coding, place))
        # Qt lays the text out anew as soon as the application's style changes: by then the place is lost
        look().changing.connect(self._keep_place)
        look().changed.connect(self._take_look)

    def _name(self) -> None:
        self.view.setAccessibleName(self.tr("Transcript"))
        self.gutter.setAccessibleName(self.tr("Turn numbers"))
        self.margin.setAccessibleName(self.tr("Codings"))

    # ── the document ──
    def show_document(
        self,
        text: str,
        turns: Sequence[Turn],
        speakers: bool,
        codings: Sequence[PlacedCoding],
        codes: Mapping[UUID, Code],
        coders: Mapping[UUID, str],
    ) -> None:
        """Open a text at its beginning; `speakers` says whether its turns carry labels."""
        self._text, self._turns = text, list(turns)
        self._codings, self._codes, self._coders = list(codings), codes, coders
        self._blocks = plan(text, self._turns)
        if not speakers:
            self._blocks = [replace(block, label=block.start) for block in self._blocks]
        self._cjk = mostly_cjk(text)
        self.view.marking = Marking()
        self._shrunk.clear()
        self._held = None
        self._build()
        self.view.verticalScrollBar().setValue(0)
        self._describe()

    def _measures(self) -> Measures:
        current, size = look(), self.view.text_size
        body = current.reading_font(size, self._cjk)
        line = round(body.pixelSize() * (CJK_LINE if self._cjk else LATIN_LINE))
        label = current.font(META, bold=True)
        column = column_width(self._blocks, self._text, label, current.px(COLUMN), current.px(WIDEST_COLUMN))
        return Measures(body, label, line, round(line * 0.57), column, current.current.ink2)

    def _build(self) -> None:
        """Make Qt's document afresh: for another text, size or scheme."""
        measures = self._measures()
        self._column = measures.column
        document = make_document(self._text, self._blocks, measures)
        splits = [block.start for block in self._blocks if block.split]
        positions = Positions(self._text, splits)
        geometry = Geometry(document, positions, self._blocks, measures.column, measures.line)
        scene = Scene(geometry, look().px(LABEL_HEIGHT))
        scene.set_codings(self._codings, self._codes)
        # until the new scene is in, a paint would measure the new document by the old one
        self.view.scene = None
        self._place_parts()
        # QTextEdit gives its own font to the document whenever the application's changes
        self.view.setFont(measures.body)
        self.view.setDocument(document)
        self._document, self._scene = document, scene
        self.gutter.numbers = {
            number: self._turns[block.turn].number for number, block in enumerate(self._blocks) if block.turn >= 0
        }
        self.view.show_scene(scene, Words(self._text, self._turns))
        self._repaint()

    @property
    def codings(self) -> Sequence[PlacedCoding]:
        """What is shown on the text."""
        return self._codings

    def update_codings(self, codings: Sequence[PlacedCoding]) -> None:
        """Show other codings of the same text; place and selection stay."""
        self._codings = list(codings)
        self._show_codings(self._codings)
        self._describe()

    def update_codes(self, codes: Mapping[UUID, Code], coders: Mapping[UUID, str]) -> None:
        """Codes were renamed, recoloured, added or removed, or somebody began to code."""
        self._codes, self._coders = codes, coders
        self._show_codings(self._codings)

    def _show_codings(self, codings: Sequence[PlacedCoding]) -> None:
        if self._scene is None:
            return
        self._scene.set_codings(codings, self._codes)
        if self.view.marking.chosen not in self._scene.codings:
            self.view.marking.chosen = None
        self._repaint()

    # ── selection ──
    @property
    def selection(self) -> tuple[int, int] | None:
        """The selected code points, or None."""
        return self.view.span()

    def select(self, start: int, end: int) -> None:
        """Select exactly these code points."""
        self.view.set_span(start, end)

    def reveal(self, start: int, end: int) -> None:
        """Scroll so that a span is seen, its beginning a third down; not at all if it is in sight."""
        if self._scene is None or not self._text:
            return
        geometry = self._scene.geometry
        first, after = geometry.blocks_of(start, max(end, start + 1))
        head = geometry.runs(start, max(end, start + 1), (first, first + 1))
        top = geometry.box(head[0].baseline)[0] if head else geometry.top(first)
        tail = geometry.runs(start, max(end, start + 1), (after - 1, after))
        bottom = geometry.box(tail[-1].baseline)[1] if tail else top + geometry.line_height
        bar, height = self.view.verticalScrollBar(), self.view.viewport().height()
        if top < bar.value() or min(bottom, top + height / 2) > bar.value() + height:
            bar.setValue(round(top - height / 3))

    def show_hits(self, hits: Sequence[tuple[int, int]], current: int = -1) -> None:
        """Highlight what a search found, ascending; `current` is the one the eye should go to."""
        self.view.marking.hits, self.view.marking.current_hit = list(hits), current
        self.view.viewport().update()
        if 0 <= current < len(hits):
            self.reveal(*hits[current])

    def grow_selection(self) -> None:
        """Word, sentence, turn, whole text."""
        cursor = self.view.textCursor().position()
        point = self._scene.geometry.positions.from_qt(cursor) if self._scene else 0
        span = self.selection or (point, point)
        self._shrunk.append(span)
        self.select(*self.view.words.larger(*span))

    def shrink_selection(self) -> None:
        """Back to what the selection grew from."""
        now = self.selection
        while self._shrunk and now is not None:
            before = self._shrunk.pop()
            # what was grown from another place is not this selection's past
            if now[0] <= before[0] and before[1] <= now[1] and before != now:
                self.select(*before)
                return

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
        area = port.rect().adjusted(self._column, 0, 0, 0)
        return QRect(port.mapToGlobal(area.topLeft()), area.size())

    # ── the chosen coding ──
    @property
    def chosen(self) -> UUID | None:
        """The coding that stands out, or None."""
        return self.view.marking.chosen

    def choose(self, coding: UUID | None) -> None:
        """Let one coding stand out (None: all alike), and say so."""
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
        if x >= port.width():
            x = float(self._column if start else port.width() - 1)
        point = self.view.snapped_edge(QPointF(x, place.y()), start, modifiers)
        self._edge_moved(start, point, finished)

    def _edge_moved(self, start: bool, point: int, finished: bool) -> None:
        """Show the chosen coding with its new end while it is dragged, ask for it when let go."""
        whole = next((coding for coding in self._codings if coding.id == self.chosen), None)
        if whole is None:
            return
        span = (min(point, whole.end - 1), whole.end) if start else (whole.start, max(point, whole.start + 1))
        span = self.view.words.trimmed(*span)
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
    def card(self, coding: PlacedCoding) -> str:
        """The hover card of a coding: code, coder, date, comment, as rich text."""
        code = self._codes[coding.code]
        date = QDate.fromString(coding.created[:10], Qt.DateFormat.ISODate)
        day = QLocale().toString(date, QLocale.FormatType.ShortFormat) if date.isValid() else ""
        who = " · ".join(part for part in (self._coders.get(coding.coder, ""), day) if part)
        comment = f"<br><br>{escape(coding.comment)}" if coding.comment else ""
        return f"<div style='max-width:320px'><b>{escape(code.name)}</b><br>{escape(who)}{comment}</div>"

    def describe_coding(self, coding: PlacedCoding) -> str:
        """One coding as a list reads it: `unpaid labour, Jun, turn 44`."""
        turn = first_touched(self._turns, coding.start, coding.end)
        parts = [self._codes[coding.code].name, self._coders.get(coding.coder, "")]
        if turn is not None:
            parts.append(self.tr("turn {number}").replace("{number}", str(turn.number)))
        return ", ".join(part for part in parts if part)

    def describe_codings(self) -> list[tuple[UUID, str]]:
        """All codings as a list, in the order of the text: the stripes for who can't see them."""
        shown = self._scene.codings.values() if self._scene else ()
        ordered = sorted(shown, key=lambda coding: (coding.start, coding.end, coding.id))
        return [(coding.id, self.describe_coding(coding)) for coding in ordered]

    def _describe(self) -> None:
        count = len(self._scene.codings) if self._scene else 0
        chosen = self._scene.codings.get(self.chosen) if self._scene and self.chosen else None
        text = self.tr("%n coding(s)", "", count) if chosen is None else self.describe_coding(chosen)
        self.margin.setAccessibleDescription(text)

    # ── look, size, place ──
    @property
    def text_size(self) -> int:
        """The size of the text in px at 100 %."""
        return self.view.text_size

    def set_text_size(self, size: int) -> None:
        """Set the size of the text, 12 to 32 px; the first line in sight stays."""
        size = max(TEXT_SIZES[0], min(TEXT_SIZES[1], size))
        if size != self.view.text_size:
            self.view.text_size = size
            self._rebuild()
            self.text_size_changed.emit(size)

    def _zoom(self, step: int) -> None:
        self.set_text_size(self.text_size + step if step else USUAL_SIZE)

    def _keep_place(self) -> None:
        self._kept = self._anchor() if self._document is not None else None

    def _take_look(self) -> None:
        self.view.take_palette()
        self._rebuild(self._kept)
        self._kept = None

    def _rebuild(self, anchor: tuple[int, float] | None = None) -> None:
        """The same text in another look: place (`anchor`, or the present one), selection and choice stay."""
        if self._document is None:
            self._place_parts()
            return
        place, span = anchor or self._anchor(), self.selection
        self._build()
        self._return_to(place)
        if span is not None:
            self.select(*span)

    def _anchor(self) -> tuple[int, float]:
        """The code point at the top and how far above it the window begins."""
        point = self.view.point_at(QPointF(self._column + 1, 0))
        runs = self._scene.geometry.runs(point, point + 1) if self._scene else []
        top = self._scene.geometry.box(runs[0].baseline)[0] if runs and self._scene else 0.0
        return point, self.view.verticalScrollBar().value() - top

    def _return_to(self, anchor: tuple[int, float]) -> None:
        runs = self._scene.geometry.runs(anchor[0], anchor[0] + 1) if self._scene else []
        if runs and self._scene and anchor[0] > 0:
            top = self._scene.geometry.box(runs[0].baseline)[0]
            self.view.verticalScrollBar().setValue(round(top + anchor[1]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_parts()

    def _about_to_resize(self) -> None:
        if self._before is None and self._scene is not None and self._document is not None:
            # nobody has scrolled since: the same place again, so that it does not drift from one width to the next
            held, value = self._held, self.view.verticalScrollBar().value()
            self._before = held[0] if held is not None and held[1] == value else self._anchor()

    def _place_parts(self) -> None:
        """Share the width out: gutter, speakers, words, margin; what is left goes to both sides."""
        px = look().px
        bar = self.view.verticalScrollBar()
        room = self.width() - bar.sizeHint().width() - px(GUTTER) - self._column
        # in a narrow window names are worth more than long lines
        margin = max(px(LEAST_MARGIN), min(px(MARGIN), max(room - px(LEAST_MEASURE), round(NARROW_SHARE * room))))
        measure = max(1, min(px(MOST_MEASURE), room - margin))
        side = max(0, room - margin - measure) // 2
        left, width = side + px(GUTTER), self._column + measure
        self._about_to_resize()
        anchor = self._before
        # the layout above may have given the viewport this width already
        resized, self._laid_width = self._laid_width != width, width
        self.view.setViewportMargins(left, 0, max(0, self.width() - bar.sizeHint().width() - left - width), 0)
        port = self.view.viewport().geometry()
        self.gutter.setGeometry(side, port.top(), px(GUTTER), port.height())
        # names take what is free on their side, up to the scroll bar
        self.margin.setGeometry(left + width, port.top(), margin + side, port.height())
        if resized and self._scene is not None:
            self._scene.geometry.forget()
            self._scene.forget()
        if anchor is not None and self.view.scene is not None:
            self._return_to(anchor)
            self._held = (anchor, bar.value())
        self._before = None

    def _repaint(self) -> None:
        self.view.viewport().update()
        self.gutter.update()
        self.margin.update()

    def _scrolled(self) -> None:
        self.gutter.update()
        self.margin.update()

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
