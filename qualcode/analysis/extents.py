"""The text that is looked at, where of some documents only parts are: a speaker's own turns, or a span."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from .material import BoolArray, CasePart, IntArray, Material, Spans, text_starts
from .sweeps import distinct_rows, runs


class Extent:
    """The text of a material that is looked at, as stretches of the line of `text_starts`, in order and disjoint."""

    def __init__(self, material: Material) -> None:
        self._whole = not material.parts
        self._base = text_starts(material)
        parts = dict(material.parts)
        rows = [
            (number, start, end)
            for number, document in enumerate(material.documents)
            for start, end in parts.get(number, ((0, document.characters),))
            if start < end
        ]
        self.document, self.start, self.end = np.array(rows, dtype=np.int64).reshape(-1, 3).T
        self._first, self._last = self._base[self.document] + self.start, self._base[self.document] + self.end

    def holds(self, document: IntArray, start: IntArray, end: IntArray) -> BoolArray:
        """Which of these spans have a character that is looked at."""
        if self._whole:
            return start < end
        base = self._base[document]
        low = np.searchsorted(self._last, base + start, side="right")
        high = np.searchsorted(self._first, base + end, side="left")
        held: BoolArray = (high > low) & (start < end)
        return held

    def cut(self, document: IntArray, start: IntArray, end: IntArray) -> tuple[IntArray, IntArray, IntArray]:
        """What of these spans is looked at: row, start and end of every piece, row by row."""
        if self._whole:
            return np.arange(start.size, dtype=np.int64), start, end
        base = self._base[document]
        low = np.searchsorted(self._last, base + start, side="right").astype(np.int64)
        high = np.searchsorted(self._first, base + end, side="left").astype(np.int64)
        row, place = runs(low, np.where(start < end, np.maximum(high - low, 0), 0))
        return row, np.maximum(start[row], self.start[place]), np.minimum(end[row], self.end[place])

    def pieces(self, spans: Spans) -> Spans:
        """What of these spans is looked at, each piece of a code once, in the order of `Spans`."""
        if self._whole:
            return spans
        row, start, end = self.cut(spans.document, spans.start, spans.end)
        return Spans(*distinct_rows(spans.code[row], spans.document[row], start, end))


def narrowed(
    material: Material,
    documents: Sequence[int],
    codings: BoolArray,
    parts: Mapping[int, Sequence[tuple[int, int]]],
) -> Material:
    """The codings chosen that lie in these documents (indices, ascending), which are numbered anew.

    Of a document in `parts` (by index, at least one span each, in order and disjoint) only what these spans hold is
    looked at: codings that touch none of them are left out, and the parts of cases end where they do.
    """
    chosen = list(documents)
    numbers = np.full(len(material.documents), -1, dtype=np.int64)
    numbers[chosen] = np.arange(len(chosen))
    renumbered = [(part, int(numbers[part.document])) for part in material.case_parts]
    cut = replace(
        _kept(material, codings & (numbers[material.document] >= 0)),
        documents=tuple(material.documents[number] for number in chosen),
        case_parts=tuple(CasePart(part.case, home, part.start, part.end) for part, home in renumbered if home >= 0),
        units=lambda document, kind: material.units(chosen[document], kind),
        speakers=lambda document: material.speakers(chosen[document]),
        parts=tuple((int(numbers[number]), tuple(parts[number])) for number in chosen if number in parts),
    )
    cut = replace(cut, document=numbers[cut.document])
    if not cut.parts:
        return cut
    extent = Extent(cut)
    return replace(
        _kept(cut, extent.holds(cut.document, cut.start, cut.end)), case_parts=tuple(_cut_cases(cut, extent))
    )


def _kept(material: Material, keep: BoolArray) -> Material:
    columns = ["document", "code", "coder", "start", "end"]
    if material.made.size:
        columns.append("made")
    return replace(material, **{name: getattr(material, name)[keep] for name in columns})


def _cut_cases(material: Material, extent: Extent) -> list[CasePart]:
    partly = dict(material.parts)
    found: list[CasePart] = []
    for part in material.case_parts:
        if part.document not in partly:
            found.append(part)
            continue
        columns = (np.array([value], dtype=np.int64) for value in (part.document, part.start, part.end))
        _, starts, ends = extent.cut(*columns)
        found += [CasePart(part.case, part.document, int(s), int(e)) for s, e in zip(starts, ends, strict=True)]
    return found
