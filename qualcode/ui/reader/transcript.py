"""The transcript as it stands there: text, numbers, stripes, coverage, their look and their places."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QResizeEvent, QTextDocument
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.bookmarks import Bookmark
from ...domain.codebook import Code
from ...domain.codings import PlacedCoding
from ...domain.documents import Turn
from ..look import META, look
from .blocks import LONGEST, Block, Measures, column_width, dress_blocks, make_document, mostly_cjk, mostly_rtl, plan
from .columns import COLUMN, WIDEST_COLUMN, share_out
from .coverage import WIDTH, Covering
from .geometry import Geometry
from .gutter import Gutter
from .numbering import Numbering
from .positions import Positions
from .scene import Scene
from .showing import Showing, dress, shown
from .stripes import LABEL_HEIGHT, Margin, lanes_in
from .style import ReadingStyle
from .telling import Telling
from .underlines import Marking
from .view import TextView
from .words import Words

LATIN_LINE, CJK_LINE = 28 / 17, 32 / 17  # line height to text size


class Transcript(QWidget):
    """One document as it stands there: its look, what is shown of its codings, and the place one reads at.

    All positions are code points of the text given, half-open.
    """

    built = Signal()  # Qt's document was made afresh
    changed = Signal()  # another text, other codings or another showing of them
    style_changed = Signal(object)  # ReadingStyle, after keys or the wheel asked for another size

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._turns: Sequence[Turn] = ()
        self._blocks: list[Block] = []
        self._codings: Sequence[PlacedCoding] = ()
        self._codes: Mapping[UUID, Code] = {}
        self._coders: Mapping[UUID, str] = {}
        self._style = ReadingStyle()
        self._showing, self._dress = Showing(), dress(Showing(), {}, {})
        self._recent: Sequence[UUID] = ()  # codes, the latest first
        self._asked: UUID | None = None  # a coding whose stripe is shown because somebody went to it
        self._cjk = self._rtl = False
        self._column = 0
        self._laid_width = 0  # px the text was last laid out in
        self._kept: tuple[int, float] | None = None
        self._before: tuple[int, float] | None = None  # the place before our own layout gave the text another width
        self._held: tuple[tuple[int, float], int] | None = None  # a place returned to, and where the bar stood then
        self._document: QTextDocument | None = None
        self._scene: Scene | None = None
        self.view = TextView(self)
        self.telling = Telling(self)
        self.gutter = Gutter(self.view, self.telling.cite)
        self.margin = Margin(self.view, self.telling.card)
        self.card, self.describe_coding = self.telling.card, self.telling.describe
        self.covering = Covering(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)
        self.view.scrolled.connect(self._scrolled)
        self.view.resizing.connect(self._about_to_resize)
        self.view.zoom_wanted.connect(self._zoom)
        self.covering.gone_to.connect(self._go_to)
        # Qt lays the text out anew as soon as the application's style changes: by then the place is lost
        look().changing.connect(self._keep_place)
        look().follow(self._take_look)
        self._take_look()

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
        self._cjk, self._rtl = mostly_cjk(text), mostly_rtl(text)
        self.telling.turns, self.telling.codes, self.telling.coders = self._turns, codes, coders
        self._dress, self._asked = dress(self._showing, codes, coders), None
        self.view.marking = Marking()
        self.covering.show_text(text, self._turns)
        self._held = None
        self._build()
        self.view.verticalScrollBar().setValue(0)
        self.changed.emit()

    def _measures(self) -> Measures:
        current, size = look(), self.view.text_size
        body = current.reading_font(size, self._cjk)
        if self._style.family:
            body.setFamilies([self._style.family, *body.families()])
        usual = CJK_LINE if self._cjk else LATIN_LINE
        line = round(body.pixelSize() * usual * self._style.spacing / 100)
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
        scene.set_codings(self._visible(self._codings), self._codes, self._dress)
        # until the new scene is in, a paint would measure the new document by the old one
        self.view.scene = None
        self._place_parts()
        scene.limit_lanes(lanes_in(self.margin.width()))
        # QTextEdit gives its own font to the document whenever the application's changes
        self.view.setFont(measures.body)
        self.view.setDocument(document)
        # Qt leaves a document to its parent, and Python leaves one to Qt that is set: nobody would ever delete it
        document.setParent(self.view)
        if self._document is not None:
            self._document.deleteLater()
        self._document, self._scene = document, scene
        self._number()
        self.covering.show_codings(self._codings)
        self.view.show_scene(scene, Words(self._text, self._turns))
        self.built.emit()
        self._repaint()

    # ── a text that is written on ──
    @property
    def text(self) -> str:
        """The text as it stands there."""
        return self._text

    @property
    def blocks(self) -> Sequence[Block]:
        """Its blocks, as Qt lays them out."""
        return self._blocks

    def take_text(self, text: str, turns: Sequence[Turn], blocks: list[Block]) -> None:
        """Qt's document was written on and holds this text now, in these blocks; its codings follow."""
        if self._scene is None or self._document is None:
            return
        before = self._scene.geometry
        structure = len(blocks) != len(self._blocks) or len(turns) != len(self._turns)
        self._text, self._turns, self._blocks = text, list(turns), blocks
        positions = Positions(text, [block.start for block in blocks if block.split])
        self._scene.geometry = Geometry(self._document, positions, blocks, self._column, before.line_height)
        self._scene.forget()
        self.view.words = Words(text, self._turns)
        self.telling.turns = self._turns
        self.covering.show_text(text, self._turns)
        if structure:
            self._number()

    def dress(self, numbers: Iterable[int]) -> bool:
        """Give these blocks the formats their words ask for now; False where the whole is to be laid out afresh."""
        measures = self._measures()
        splits = any(block.end - block.start > LONGEST for block in self._blocks)
        if self._document is None or measures.column != self._column or splits:
            return False
        there = [number for number in numbers if 0 <= number < len(self._blocks)]
        dress_blocks(self._document, self._text, self._blocks, there, measures)
        if self._scene is not None:
            self._scene.geometry.forget()
            self._scene.forget()
        self._repaint()
        return True

    def lay_out(self) -> None:
        """Lay the text out afresh: place and selection stay."""
        splits = any(block.split or block.end - block.start > LONGEST for block in self._blocks)
        if splits:
            labels = any(block.label > block.start for block in self._blocks)
            planned = plan(self._text, self._turns)
            self._blocks = planned if labels else [replace(block, label=block.start) for block in planned]
        self._rebuild()

    def repaint_all(self) -> None:
        """The layout has changed: paint the text and what stands beside it."""
        self._repaint()

    def _number(self) -> None:
        self.telling.numbering = Numbering(self._style.numbers, self._text, self._blocks, self._turns)
        self.gutter.numbers = self.telling.numbering.by_block

    @property
    def codings(self) -> Sequence[PlacedCoding]:
        """What is shown on the text."""
        return self._codings

    def update_codings(self, codings: Sequence[PlacedCoding]) -> None:
        """Show other codings of the same text; place and selection stay."""
        self._codings = list(codings)
        self.covering.show_codings(self._codings)
        self._show_codings(self._codings)
        self.changed.emit()

    def follow(self, codings: Sequence[PlacedCoding]) -> None:
        """The same codings after a key that was typed; what counts them is told when the hands rest."""
        self._codings = list(codings)
        if self.covering.uncoded:  # what is set off stands elsewhere now, or is gone
            self.covering.show_codings(self._codings)
        self._show_codings(self._codings)

    def update_codes(self, codes: Mapping[UUID, Code], coders: Mapping[UUID, str]) -> None:
        """Codes were renamed, recoloured, added or removed, or somebody began to code."""
        self._codes, self._coders = codes, coders
        self.telling.codes, self.telling.coders = codes, coders
        self._dress = dress(self._showing, codes, coders)
        self._show_codings(self._codings)

    def _show_codings(self, codings: Sequence[PlacedCoding]) -> None:
        if self._scene is None:
            return
        self._scene.set_codings(self._visible(codings), self._codes, self._dress)
        if self.view.marking.chosen not in self._scene.codings:
            self.view.marking.chosen = None
        self._repaint()

    def _visible(self, codings: Sequence[PlacedCoding]) -> Sequence[PlacedCoding]:
        return shown(self._showing, codings, self._recent, self._asked)

    @property
    def hidden(self) -> int:
        """How many codings have no stripe because of what is shown."""
        return len(self._codings) - len(shown(self._showing, self._codings, self._recent))

    @property
    def showing(self) -> Showing:
        """Which codings get a stripe, and on which side."""
        return self._showing

    def set_showing(self, showing: Showing, recent: Sequence[UUID] = ()) -> None:
        """Give stripes to other codings, or others colours, or let them stand on the other side."""
        moved = showing.side != self._showing.side
        self._showing, self._recent, self._asked = showing, list(recent), None
        self._dress = dress(showing, self._codes, self._coders)
        self._show_codings(self._codings)
        if moved:
            self._place_parts()
        self.changed.emit()

    def set_bookmarks(self, bookmarks: Sequence[Bookmark]) -> None:
        """Mark these places, in text order."""
        self.gutter.bookmarks = list(bookmarks)
        self.gutter.update()
        self.covering.strip.show_marks([bookmark.at for bookmark in bookmarks])

    # ── where one is ──
    @property
    def selection(self) -> tuple[int, int] | None:
        """The selected code points, or None."""
        return self.view.span()

    @property
    def cursor(self) -> int:
        """Where the cursor stands, in code points."""
        return self._scene.geometry.positions.from_qt(self.view.textCursor().position()) if self._scene else 0

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

    def go_to(self, point: int) -> None:
        """Put the cursor at a place and show it."""
        self.select(point, point)
        self.reveal(point, point)

    def _go_to(self, point: int) -> None:
        """A place on the strip: a third down, wherever the window is."""
        if self._scene is not None and self._text:
            block = self._scene.geometry.block_at(min(point, len(self._text) - 1))
            top = self._scene.geometry.top(block)
            self.view.verticalScrollBar().setValue(round(top - self.view.viewport().height() / 3))

    # ── look, size, place ──
    @property
    def text_size(self) -> int:
        """The size of the text in px at 100 %."""
        return self.view.text_size

    @property
    def style_of_text(self) -> ReadingStyle:
        """Letters, spacing, width and numbers."""
        return self._style

    def set_style(self, style: ReadingStyle) -> None:
        """Read in other letters; the first line in sight stays."""
        before, self._style = self._style, style.within()
        if before == self._style:
            return
        self.view.text_size = self._style.size
        if replace(before, numbers=self._style.numbers) == self._style:
            self._number()
            self.gutter.update()
        else:
            self._rebuild()

    def set_text_size(self, size: int) -> None:
        """Set the size of the text, 12 to 32 px."""
        before = self._style
        self.set_style(replace(before, size=size))
        if self._style != before:
            self.style_changed.emit(self._style)

    def _zoom(self, step: int) -> None:
        self.set_text_size(self.text_size + step if step else ReadingStyle().size)

    def _keep_place(self) -> None:
        self._kept = self.place() if self._document is not None else None

    def _take_look(self) -> None:
        self.view.take_palette()
        self._rebuild(self._kept)
        self._kept = None

    def _rebuild(self, anchor: tuple[int, float] | None = None) -> None:
        """The same text in another look: place (`anchor`, or the present one), selection and choice stay."""
        if self._document is None:
            self._place_parts()
            return
        place, span = anchor or self.place(), self.selection
        self._build()
        self.return_to(place)
        if span is not None:
            self.select(*span)

    def place(self) -> tuple[int, float]:
        """The code point at the top and how far above it the window begins."""
        left = self.view.viewport().width() - self._column - 1 if self._rtl else self._column + 1
        point = self.view.point_at(QPointF(left, 0))
        runs = self._scene.geometry.runs(point, point + 1) if self._scene else []
        top = self._scene.geometry.box(runs[0].baseline)[0] if runs and self._scene else 0.0
        return point, self.view.verticalScrollBar().value() - top

    def return_to(self, anchor: tuple[int, float]) -> None:
        """Let the window begin there again."""
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
            self._before = held[0] if held is not None and held[1] == value else self.place()

    def _place_parts(self) -> None:
        """Share the width out: gutter, speakers, words, margin, strip."""
        px = look().px
        bar = self.view.verticalScrollBar()
        whole = self.width() - bar.sizeHint().width() - px(WIDTH)
        left_margin = (self._showing.side == "left") != self._rtl
        columns = share_out(whole, self._column, self._style.width, px, self._rtl, left_margin)
        left, width = columns.text
        self._about_to_resize()
        anchor = self._before
        # the layout above may have given the viewport this width already
        resized, self._laid_width = self._laid_width != width, width
        self.view.setViewportMargins(left, 0, max(0, self.width() - bar.sizeHint().width() - left - width), 0)
        port = self.view.viewport().geometry()
        self.gutter.mirrored, self.margin.mirrored = self._rtl, left_margin
        self.gutter.setGeometry(columns.gutter[0], port.top(), columns.gutter[1], port.height())
        self.margin.setGeometry(columns.margin[0], port.top(), columns.margin[1], port.height())
        self.covering.strip.setGeometry(whole, port.top(), px(WIDTH), port.height())
        if self._scene is not None and self._scene.limit_lanes(lanes_in(columns.margin[1])):
            self._repaint()
        if resized and self._scene is not None:
            self._scene.geometry.forget()
            self._scene.forget()
        if anchor is not None and self.view.scene is not None:
            self.return_to(anchor)
            self._held = (anchor, bar.value())
        self._before = None

    def _repaint(self) -> None:
        self.view.viewport().update()
        self.gutter.update()
        self.margin.update()

    def _scrolled(self) -> None:
        self.gutter.update()
        self.margin.update()
