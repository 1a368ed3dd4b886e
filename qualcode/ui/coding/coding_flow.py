"""How words get their codes: panel, digits, drag, their own words; and how codings move and go."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol
from uuid import UUID

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget

from ...app import coding
from ...app.action import Action
from ...domain.codebook import Code, Codebook
from ...domain.codings import PlacedCoding
from ...domain.documents import Document
from ...domain.history import Step
from ...domain.ids import new_id, now
from ..bridge import Bridge
from ..models.counts import counts_of
from ..reader.code_panel import CHOOSE, CODE, NEW, CodePanel, PanelEntry
from ..reader.matching import Draft, folded
from ..reader.reader import Reader
from .code_use import CodeUse

_MOST_EFFECTS = 200  # steps whose effect is kept in hand
LONGEST_NAME = 80  # characters of a code made of the participant's words
_Change = Callable[[list[PlacedCoding]], list[PlacedCoding]]


@dataclass(slots=True)
class _Foreseen:
    """A change that is being written; `step` is its number once that is known, 0 where nothing came of it."""

    change: _Change
    step: int | None = None


class Place(Protocol):
    """What the flow asks of the tab it works in."""

    @property
    def document(self) -> Document | None:
        """The document in the reader."""
        ...

    @property
    def text(self) -> str:
        """Its text."""
        ...

    @property
    def codebook(self) -> Codebook:
        """The codes as they are."""
        ...

    @property
    def codings(self) -> list[PlacedCoding]:
        """What stands on the document."""
        ...

    @property
    def coder(self) -> UUID | None:
        """Who codes; None before their first step."""
        ...


class CodingFlow(QObject):
    """Turns what is done in the reader into steps, and says so."""

    said = Signal(str, object)  # a sentence, and the number of the step that can be undone (None: none)

    def __init__(self, place: Place, reader: Reader, bridge: Bridge, use: CodeUse, window: QWidget) -> None:
        super().__init__(reader)
        self._place, self._reader, self._bridge, self.use = place, reader, bridge, use
        self._counts = counts_of(bridge)
        self._parent: UUID | None = None  # where a new code goes
        self.purpose = CODE  # what the panel opens for when words are selected: NEW in open coding
        self._pathed: tuple[Codebook | None, dict[UUID, str]] = (None, {})  # the paths of a codebook, worked out once
        self._foreseen: list[_Foreseen] = []
        self._effects: dict[int, tuple[list[PlacedCoding], list[PlacedCoding]]] = {}  # step → what went, what came
        self._newcomer = new_id()  # stands for the coder in what is foreseen until their first step is written
        self._written = 0  # number of the newest step that the codings of the place include
        self.panel = CodePanel(window)
        self.panel.applied.connect(self._panel_applied)
        self.panel.created.connect(self._panel_created)
        self.panel.in_vivo.connect(self.in_their_words)
        reader.code_requested.connect(self._requested)
        reader.composition_started.connect(self._composed)
        reader.code_dropped.connect(lambda code, start, end: self.apply(code, (start, end)))
        reader.coding_resized.connect(self.resize)
        reader.remove_requested.connect(self.remove)

    # ── the panel ──
    def under(self, code: UUID | None) -> None:
        """New codes go below this theme, or beside this code."""
        found = self._place.codebook.by_id.get(code) if code is not None else None
        self._parent = None if found is None else (found.id if found.kind == "theme" else found.parent)

    def open_panel(self, typed: str = "", purpose: str = "") -> None:
        """Ask which code the selection gets; `NEW` asks for a new one."""
        if self._selected() is not None:
            self._open(typed, purpose or self.purpose)

    def new_code(self) -> None:
        """Ask for a new code for the selection."""
        self.open_panel(purpose=NEW)

    def choose_code(self) -> None:
        """Ask for one of the codes; `panel.chosen` tells which."""
        self._open("", CHOOSE)

    def _requested(self, _start: int, _end: int, typed: str) -> None:
        self._open(typed, self.purpose)

    def entries(self) -> list[PanelEntry]:
        """The codes as the panel lists them."""
        book = self._place.codebook
        if book is not self._pathed[0]:
            self._pathed = book, book.paths()
        paths, digits = self._pathed[1], self.use.digits()
        return [
            PanelEntry(
                code.id,
                code.name,
                paths[code.id],
                code.definition,
                self._counts.code(code.id).segments,
                digits.get(code.id, ""),
                code.color,
                code.kind,
            )
            for code in book.ordered
        ]

    @property
    def parent(self) -> UUID | None:
        """What a new code goes below."""
        return self._parent if self._parent in self._place.codebook.by_id else None

    def _open(self, typed: str, purpose: str) -> None:
        project, book = self._bridge.project, self._place.codebook
        if project.read_only and purpose != CHOOSE:
            if project.reviewing:
                self.said.emit(self.tr("The project is open for review: passages are commented on, not coded."), None)
            else:
                self.said.emit(self.tr("The project is only looked at: nothing can be coded."), None)
            return
        recents = [code for code in self.use.recent if code in book.by_id]
        rect = self._reader.selection_rect()
        if rect.isNull():
            cursor = self._reader.view.cursorRect()
            rect = QRect(self._reader.view.viewport().mapToGlobal(cursor.topLeft()), cursor.size())
        self.panel.open_at(rect, typed, self.entries(), recents, self.parent, self._reader.text_area(), purpose)

    def _selected(self) -> tuple[int, int] | None:
        """The selected words, no letter of them split; where there are none, say that some are needed."""
        span = self._reader.selection
        if span is None:
            self.said.emit(self.tr("Select words in the document first, then choose the code."), None)
            return None
        return self._reader.view.words.whole(*span)

    def _composed(self, event: QInputMethodEvent) -> None:
        self.panel.take_composition(event)

    def _panel_applied(self, code: UUID, stay: bool) -> None:
        self.apply(code, self._selected(), stay)

    def _panel_created(self, made: Draft, stay: bool) -> None:
        self.create(made.name, self._selected(), stay=stay, draft=made)

    # ── putting codes on words ──
    def apply(self, code: UUID, span: tuple[int, int] | None, stay: bool = False) -> None:
        """Put a code on a span of the open document."""
        document, found = self._place.document, self._place.codebook.by_id.get(code)
        if span is None or document is None or found is None:
            return

        def coded(placed: PlacedCoding, step: Step | None) -> None:
            self.use.used(placed.code)
            text = self.tr("Coded with “{name}”") if step else self.tr("This is coded with “{name}” already")
            self.said.emit(text.replace("{name}", self._label(found)), step.number if step else None)

        ghost = self._ghost(document, code, span)

        def foreseen(codings: list[PlacedCoding]) -> list[PlacedCoding]:
            own = replace(ghost, coder=self._coder)  # asked anew: a first step makes its coder known
            return codings if any(_place(placed) == _place(own) for placed in codings) else [*codings, own]

        self._act(coding.apply_code, document.id, *span, code, then=coded, foreseen=foreseen)
        self._let_go(span, stay)

    def create(
        self,
        name: str,
        span: tuple[int, int] | None,
        origin: str = "",
        stay: bool = False,
        draft: Draft | None = None,
    ) -> None:
        """Make a code and put it on a span, in one step; where such a code is already, take that one.

        `draft` says what it goes below, else that is what was chosen last in the codebook.
        """
        document, book = self._place.document, self._place.codebook
        if span is None or document is None:
            return
        parent = draft.parent if draft is not None else self._parent
        parent = parent if parent in book.by_id else None
        above = draft.above if draft is not None else ()
        there = [] if above else [code for code in book.children(parent) if folded(code.name) == folded(name)]
        if there:
            self.apply(there[0].id, span, stay)
            return

        def coded(placed: PlacedCoding, step: Step | None) -> None:
            self.use.used(placed.code)
            text = self.tr("New code “{name}”").replace("{name}", " ".join(name.split()))
            self.said.emit(text, step.number if step else None)

        self._act(coding.apply_new_code, document.id, *span, name, parent, origin, above, then=coded)
        self._let_go(span, stay)

    def _let_go(self, span: tuple[int, int], stay: bool) -> None:
        """Deselect, the cursor behind the words: the next key is not meant for them any more."""
        if not stay and self._reader.selection == span:
            self._reader.select(span[1], span[1])

    def in_their_words(self) -> None:
        """Make the selected words a code and put it on them; where such a code is, that one."""
        span = self._selected()
        if span is not None:
            words = " ".join(self._place.text[slice(*span)].split()).replace(">", "›")
            name = words if len(words) <= LONGEST_NAME else words[: LONGEST_NAME - 1].rstrip() + "…"
            self.create(name, span, "in-vivo")

    def again(self) -> None:
        """The code used last."""
        last = next((code for code in self.use.recent if code in self._place.codebook.by_id), None)
        span = self._selected()
        if last is not None:
            self.apply(last, span)
        elif span is not None:
            self.said.emit(self.tr("No code was used yet."), None)

    def by_digit(self, digit: str) -> None:
        """The code a digit stands for; while none does, the code used so many times ago."""
        book = self._place.codebook.by_id
        code = self.use.code_of(digit)
        if (code is None or code not in book) and not self.use.follows_set:
            recent = [code for code in self.use.recent if code in book and not self.use.digit_of(code)]
            number = int(digit) - 1 - len(self.use.digits())
            code = recent[number] if 0 <= number < len(recent) else None
        if code is None or code not in book:
            self.said.emit(self.tr("No code has the digit {digit}.").replace("{digit}", digit), None)
        else:
            self.apply(code, self._selected())

    # ── moving and removing ──
    def resize(self, key: UUID, start: int, end: int) -> None:
        """Give one coding another span."""
        book, codings = self._place.codebook, {coding.id: coding for coding in self._place.codings}
        name = book.by_id[codings[key].code].name if key in codings else ""

        def moved(_placed: PlacedCoding, step: Step | None) -> None:
            text = self.tr("Adjusted “{name}”").replace("{name}", name)
            self.said.emit(text, step.number if step else None)

        def foreseen(codings: list[PlacedCoding]) -> list[PlacedCoding]:
            return [replace(placed, start=start, end=end) if placed.id == key else placed for placed in codings]

        self._act(coding.resize_coding, key, start, end, then=moved, foreseen=foreseen)

    def remove(self, key: UUID) -> None:
        """Take one code off its words."""

        def removed(_gone: Any, step: Step | None) -> None:
            self.said.emit(self.tr("Coding removed; text and code stay."), step.number if step else None)

        def foreseen(codings: list[PlacedCoding]) -> list[PlacedCoding]:
            return [placed for placed in codings if placed.id != key]

        self._act(coding.remove_coding, key, then=removed, foreseen=foreseen)

    # ── steps ──
    def _act(
        self,
        action: Action[Any],
        *args: Any,
        then: Callable[[Any, Step | None], None],
        foreseen: _Change | None = None,
    ) -> None:
        """Run an action; `then` also gets the step it made (None: it changed nothing).

        `foreseen` is the change the hand expects: shown at once, until the codings read back include it.
        """
        waiting = _Foreseen(foreseen) if foreseen is not None else None

        def ended(made: Any, step: Step | None) -> None:
            if waiting is not None:
                waiting.step = step.number if step else 0
                self.show()
            then(made, step)

        def failed(error: Exception) -> None:
            if waiting is not None:
                waiting.step = 0
                self.show()
            self._bridge.failed.emit(error)

        if waiting is not None:
            self._foreseen.append(waiting)
        self.show()  # first: the writer takes the processor from the window
        self._bridge.act(action, *args, then=ended, failed=failed)

    def foresee_revert(self, step: int) -> Callable[[int], None]:
        """Show at once how the place is when a step is taken back, as far as that is known. What is returned wants the
        number of the step that did it, 0 if nothing came of it."""
        gone, come = self._effects.get(step, ([], []))
        if not gone and not come:
            return lambda _number: None
        replaced = {coding.id for coding in (*gone, *come)}
        waiting = _Foreseen(lambda codings: [*(one for one in codings if one.id not in replaced), *gone])
        self._foreseen.append(waiting)
        self.show()

        def ended(number: int) -> None:
            waiting.step = number
            self.show()

        return ended

    def noted(self, step: Step, before: list[PlacedCoding], after: list[PlacedCoding]) -> None:
        """Remember what a step did to the codings of the place, until its text changes."""
        if step.touches("document"):
            self._effects.clear()
            return
        was, now_there = {one.id: one for one in before}, {one.id: one for one in after}
        gone = [one for one in before if now_there.get(one.id) is not one and now_there.get(one.id) != one]
        come = [one for one in after if was.get(one.id) is not one and was.get(one.id) != one]
        self._effects[step.number] = gone, come
        if len(self._effects) > _MOST_EFFECTS:
            del self._effects[next(iter(self._effects))]

    def written(self, step: int) -> None:
        """The codings of the place now include this step and those before it."""
        self._written = max(self._written, step)

    def show(self) -> None:
        """Show the codings of the place and the changes that are still under way."""
        self._foreseen = [one for one in self._foreseen if one.step is None or one.step > self._written]
        codings = self._place.codings
        for one in self._foreseen:
            codings = one.change(codings)
        if codings != self._reader.codings:
            self._reader.update_codings(codings)

    def forget(self) -> None:
        """Another document is shown: what is under way belongs to the last one."""
        self._foreseen.clear()
        self._effects.clear()

    def _label(self, code: Code) -> str:
        """The name of a code, its path where another code has the same name."""
        book = self._place.codebook
        return book.label(code.id) if code.id in book.by_id else code.name

    def _ghost(self, document: Document, code: UUID, span: tuple[int, int]) -> PlacedCoding:
        """The coding that is about to be written."""
        return PlacedCoding(new_id(), new_id(), document.id, self._coder, code, *span, "", None, now())

    @property
    def _coder(self) -> UUID:
        """Who codes; before their first step somebody who stays the same until it is read back."""
        return self._place.coder or self._newcomer


def _place(coding: PlacedCoding) -> tuple[int, int, UUID, UUID]:
    return coding.start, coding.end, coding.code, coding.coder  # numbers first: they differ soonest
