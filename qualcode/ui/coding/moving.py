"""Moving about by keys: from segment to segment, to the next of a code, to what is not coded yet, through overlaps."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Signal

from ...domain.codings import PlacedCoding

if TYPE_CHECKING:
    from ...store.reading import Reading
    from .coding_tab import CodingTab


@dataclass(frozen=True, slots=True)
class Found:
    """A coding in some document."""

    document: UUID
    start: int
    end: int
    coding: UUID
    name: str  # of the document


class Moving(QObject):
    """What the keys F3, F4, F7 and F8 do in the Code tab."""

    said = Signal(str)  # where one is now, for the status line

    def __init__(self, tab: "CodingTab") -> None:
        super().__init__(tab)
        self._tab = tab
        self._code: UUID | None = None  # the code one goes along

    # ── segments ──
    def segment(self, step: int) -> None:
        """Choose the next (1) or previous (-1) segment of the document, beginning again at its end."""
        spans = sorted({(coding.start, coding.end) for coding in self._codings})
        if not spans:
            self.said.emit(self.tr("Nothing is coded in this document yet."))
            return
        span = spans[_after(spans, self._place(), step) % len(spans)]
        chosen = next(coding for coding in self._codings if (coding.start, coding.end) == span)
        self._choose(chosen)

    def same_code(self, step: int) -> None:
        """Choose the next (1) or previous (-1) segment of the chosen coding's code, going on through the project."""
        chosen = self._chosen
        code = chosen.code if chosen is not None else self._code
        if code not in self._tab.codebook.by_id:
            recent = self._tab.flow.use.recent
            code = next((found for found in recent if found in self._tab.codebook.by_id), None)
        document = self._tab.document
        if code is None or document is None:
            self.said.emit(self.tr("Choose a segment first: then the next one of its code is looked for."))
            return
        self._code = code
        own = [coding for coding in self._codings if coding.code == code]
        spans = sorted({(coding.start, coding.end) for coding in own})
        number = _after(spans, self._place(), step)
        if 0 <= number < len(spans):
            self._choose(next(coding for coding in own if (coding.start, coding.end) == spans[number]))
            return
        key, wanted = document.id, code

        def arrived(found: Found | None) -> None:
            if self._tab.document is None or self._tab.document.id != key:
                return  # somebody went elsewhere meanwhile
            if found is None:
                name = self._tab.codebook.by_id[wanted].name if wanted in self._tab.codebook.by_id else ""
                self.said.emit(self.tr("“{name}” has no segments.").replace("{name}", name))
            else:
                self._tab.open_segment(found.document, found.start, found.end, found.coding)
                name = self._tab.codebook.by_id[wanted].name if wanted in self._tab.codebook.by_id else ""
                text = self.tr("{code}, in {document}").replace("{code}", name)
                self.said.emit(text.replace("{document}", found.name))

        self._tab.bridge.ask(lambda read: next_of_code(read, wanted, key, step), arrived)

    # ── overlaps ──
    def here(self, step: int) -> None:
        """Choose the next (1) or previous (-1) of the codings that lie over each other at the cursor."""
        chosen, span = self._chosen, self._tab.reader.selection
        start, end = span or ((chosen.start, chosen.start + 1) if chosen is not None else (self._cursor, self._cursor))
        cursor = self._cursor
        if chosen is not None and span is None and chosen.start <= cursor <= chosen.end:
            start = end = cursor
        there = [coding for coding in self._codings if coding.start <= start and end <= coding.end]
        if span is None:
            # at the border of two segments the one that begins here is meant, unless only one ends here
            inside = [coding for coding in there if start < coding.end]
            there = inside or there
        there.sort(key=lambda coding: (coding.start, -coding.end, self._name(coding), coding.id))
        if not there:
            self.said.emit(self.tr("No coding at the cursor."))
            return
        ids = [coding.id for coding in there]
        number = (ids.index(chosen.id) + step) % len(ids) if chosen is not None and chosen.id in ids else 0
        if chosen is None and step < 0:
            number = len(ids) - 1
        found = there[number]
        self._tab.reader.choose(found.id)
        text = self.tr("{number} of {all} here: {coding}").replace("{number}", str(number + 1))
        text = text.replace("{all}", str(len(there)))
        self.said.emit(text.replace("{coding}", self._tab.reader.describe_coding(found)))

    # ── what is not coded ──
    def uncoded(self, step: int) -> None:
        """Select the next (1) or previous (-1) passage in which nothing is coded, beginning again at the end."""
        tab = self._tab
        free = tab.reader.covering.passages()
        if not free:
            own = tab.reader.covering.participants
            every = self.tr("Every turn of this document carries a code.")
            self.said.emit(self.tr("Every turn of the participants carries a code.") if own else every)
            return
        number = _after(free, tab.reader.selection or (self._cursor, self._cursor), step) % len(free)
        start, end = free[number]
        tab.reader.choose(None)
        tab.reader.select(start, end)
        tab.reader.reveal(start, end)
        text = self.tr("Uncoded passage {number} of {all}").replace("{number}", str(number + 1))
        self.said.emit(text.replace("{all}", str(len(free))))

    # ── where one is ──
    @property
    def _codings(self) -> list[PlacedCoding]:
        return list(self._tab.reader.codings)

    @property
    def _chosen(self) -> PlacedCoding | None:
        key = self._tab.reader.chosen
        return next((coding for coding in self._codings if coding.id == key), None) if key is not None else None

    @property
    def _cursor(self) -> int:
        return self._tab.reader.cursor

    def _place(self) -> tuple[int, int]:
        """The segment one stands on, else the selection, else the cursor if it is in sight, else what is in sight."""
        chosen = self._chosen
        if chosen is not None:
            return chosen.start, chosen.end
        reader = self._tab.reader
        if reader.selection is not None:
            return reader.selection
        if reader.cursor:
            return reader.cursor, reader.cursor
        top = reader.view.point_at(QPoint(1, 1))
        return top, top

    def _name(self, coding: PlacedCoding) -> str:
        code = self._tab.codebook.by_id.get(coding.code)
        return code.name if code is not None else ""

    def _choose(self, coding: PlacedCoding) -> None:
        reader = self._tab.reader
        reader.select(coding.start, coding.start)
        reader.choose(coding.id)
        reader.reveal(coding.start, coding.end)
        self.said.emit(reader.describe_coding(coding))


def _after(spans: list[tuple[int, int]], place: tuple[int, int], step: int) -> int:
    """The index of the span that follows (1) or precedes (-1) a place; beyond the list where there is none."""
    if step > 0:
        return next((number for number, span in enumerate(spans) if span > place), len(spans))
    return next((number for number in range(len(spans) - 1, -1, -1) if spans[number] < place), -1)


def next_of_code(read: "Reading", code: UUID, document: UUID, step: int) -> Found | None:
    """The first (last) segment of a code in the documents after (before) one, going round through the project."""
    order = read.document_ids()
    placed = read.placed(code=code)
    if not placed:
        return None
    by_document: dict[UUID, list[PlacedCoding]] = {}
    for coding in placed:
        by_document.setdefault(coding.document, []).append(coding)
    here = order.index(document) if document in order else 0
    for far in range(1, len(order) + 1):
        there = by_document.get(order[(here + far * step) % len(order)])
        if there:
            ends = sorted(there, key=lambda coding: (coding.start, coding.end, coding.id))
            found = ends[0] if step > 0 else ends[-1]
            return Found(found.document, found.start, found.end, found.id, read.record("document", found.document).name)
    return None
