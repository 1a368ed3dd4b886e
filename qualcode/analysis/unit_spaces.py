"""The units of a co-occurrence rule as places on one line, so that every rule is counted the same way.

Under each rule a span occupies a run of units: characters, sentences, windows … All documents stand in one
row with one empty place between them, so a run never reaches from one document into the next.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..domain.errors import BadInput
from ..domain.progress import SILENT, Progress
from .extents import Extent
from .material import CasePart, IntArray, Material, Spans, case_names, rolled_up, text_starts
from .sweeps import distinct_rows, touching, union

RULES = ("overlap", "same-segment", "sentence", "turn", "paragraph", "near:N", "document", "case")
_UNITS = {"overlap": "character", "same-segment": "span", "near": "window"}
EMPTY: IntArray = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule taken apart: its kind (`near` without its number), and how many turns `near` reaches."""

    kind: str
    reach: int = 0

    @property
    def unit(self) -> str:
        """What the rule counts, in the singular."""
        return _UNITS.get(self.kind, self.kind)

    @property
    def text(self) -> str:
        """The rule as it is written on the command line."""
        return f"near:{self.reach}" if self.kind == "near" else self.kind


def parse_rule(text: str) -> Rule:
    """The rule written as `text`. Raises `BadInput` with the list of rules when there is no such rule."""
    near = re.fullmatch(r"near:([0-9]{1,6})", text)
    if near:
        return Rule("near", int(near[1]))
    if text in RULES and text != "near:N":
        return Rule(text)
    raise BadInput(
        "There is no co-occurrence rule “{rule}”. Choose one of {rules}, with a number for N as in near:2.",
        rule=text,
        rules=", ".join(RULES),
    )


@dataclass(frozen=True, slots=True, eq=False)
class UnitSpace:
    """All units of a rule on one line; `count` are those of the text that is looked at.

    `place(document, start, end)` says where spans of text lie: the row of each span that touches a unit, and
    the half-open run of places it occupies; `own` says it for coded spans, which under same-segment are in
    their own unit only. `bounds(places)` gives document, start and end of units in the text.
    """

    count: int
    starts: IntArray  # first place of every document
    place: Callable[[IntArray, IntArray, IntArray], tuple[IntArray, IntArray, IntArray]]
    bounds: Callable[[IntArray], tuple[IntArray, IntArray, IntArray]]
    own: Callable[[IntArray, IntArray, IntArray], tuple[IntArray, IntArray, IntArray]]

    def document_of(self, places: IntArray) -> IntArray:
        """The documents in which these places lie."""
        return np.searchsorted(self.starts, places, side="right").astype(np.int64) - 1


def unit_space(material: Material, rule: Rule, progress: Progress = SILENT) -> UnitSpace:
    """The units of a rule other than `document` and `case`."""
    if rule.kind == "overlap":
        return _characters(material)
    if rule.kind == "same-segment":
        return _distinct_spans(material)
    kind = "turn" if rule.kind == "near" else rule.kind
    return _windows(material, kind, rule.reach, progress)


def distinct_spans(material: Material, rollup: bool = False) -> Spans:
    """The distinct spans of each code; with `rollup` a code has those of all codes below it too."""
    code, coding = rolled_up(material, rollup)
    if rollup:
        rows = (material.document[coding], material.start[coding], material.end[coding])
    else:
        rows = (material.document, material.start, material.end)
    return Spans(*distinct_rows(code, *rows))


def parts_of(material: Material) -> tuple[tuple[str, ...], IntArray, IntArray, IntArray, IntArray]:
    """The cases; case, document, start and end of their parts, empty parts left out."""
    names = case_names(material)
    numbers = {name: number for number, name in enumerate(names)}
    parts = [part for part in material.case_parts if part.end > part.start]
    return names, *_columns(parts, numbers)


def _columns(parts: list[CasePart], numbers: dict[str, int]) -> tuple[IntArray, IntArray, IntArray, IntArray]:
    rows = [(numbers[part.case], part.document, part.start, part.end) for part in parts]
    table = np.array(rows, dtype=np.int64).reshape(-1, 4)
    return table[:, 0], table[:, 1], table[:, 2], table[:, 3]


def require_cases(material: Material) -> None:
    """Raises `BadInput` when the chosen documents belong to no case."""
    if not material.case_parts:
        raise BadInput(
            "None of the chosen documents belongs to a case. Assign documents or speakers to cases first, or "
            "choose another rule than case."
        )


def _characters(material: Material) -> UnitSpace:
    starts = text_starts(material)

    def place(document: IntArray, start: IntArray, end: IntArray) -> tuple[IntArray, IntArray, IntArray]:
        base = starts[document]
        return np.arange(document.size, dtype=np.int64), base + start, base + end

    def bounds(places: IntArray) -> tuple[IntArray, IntArray, IntArray]:
        document = np.searchsorted(starts, places, side="right").astype(np.int64) - 1
        first = places - starts[document]
        return document, first, first + 1

    return UnitSpace(material.characters, starts, place, bounds, place)


def _distinct_spans(material: Material) -> UnitSpace:
    document, start, end = distinct_rows(material.document, material.start, material.end)
    counts = np.bincount(document, minlength=len(material.documents)) + 1
    starts = (np.cumsum(counts) - counts).astype(np.int64)
    base = text_starts(material)
    # one number per span, in the order of the rows, finds a span again
    length = int(end.max(initial=0)) + 1
    keys = (base[document] + start) * length + end

    def own(documents: IntArray, s: IntArray, e: IntArray) -> tuple[IntArray, IntArray, IntArray]:
        found = np.searchsorted(keys, (base[documents] + s) * length + e) + documents
        return np.arange(documents.size, dtype=np.int64), found, found + 1

    def place(documents: IntArray, s: IntArray, e: IntArray) -> tuple[IntArray, IntArray, IntArray]:
        shift, span_shift = base[documents], base[document]
        pairs = list(touching(shift + s, shift + e, span_shift + start, span_shift + end))
        row = np.concatenate([EMPTY, *(pair[0] for pair in pairs)])
        span = np.concatenate([EMPTY, *(pair[1] for pair in pairs)])
        found = span + document[span]
        return row, found, found + 1

    def bounds(places: IntArray) -> tuple[IntArray, IntArray, IntArray]:
        row = places - (np.searchsorted(starts, places, side="right") - 1)
        return document[row], start[row], end[row]

    return UnitSpace(int(document.size), starts, place, bounds, own)


def _windows(material: Material, kind: str, reach: int, progress: Progress) -> UnitSpace:
    """Windows of `reach` + 1 consecutive units of a document (fewer: one window); 0: the units."""
    tables = []
    for number in range(len(material.documents)):
        progress.tick(number, len(material.documents), f"{kind}s")
        tables.append(np.asarray(material.units(number, kind), dtype=np.int64).reshape(-1, 2))
    counts = np.fromiter((len(table) for table in tables), np.int64, len(tables))
    firsts = np.cumsum(counts) - counts
    windows = np.where(counts > reach, counts - reach, np.minimum(counts, 1))
    starts = np.cumsum(windows + 1) - (windows + 1)
    base = text_starts(material)
    spans = np.concatenate(tables) if tables else np.empty((0, 2), np.int64)
    home = np.repeat(np.arange(counts.size, dtype=np.int64), counts)
    lows, highs = spans[:, 0] + base[home], spans[:, 1] + base[home]

    def place(document: IntArray, start: IntArray, end: IntArray) -> tuple[IntArray, IntArray, IntArray]:
        shift = base[document]
        low = np.searchsorted(highs, shift + start, side="right").astype(np.int64)
        high = np.searchsorted(lows, shift + end, side="left").astype(np.int64)
        row = np.flatnonzero(high > low)
        home_row = document[row]
        last = windows[home_row] - 1
        low = np.clip(low[row] - firsts[home_row] - reach, 0, last)
        high = np.minimum(high[row] - firsts[home_row] - 1, last) + 1
        return row, low + starts[home_row], high + starts[home_row]

    def bounds(places: IntArray) -> tuple[IntArray, IntArray, IntArray]:
        document = np.searchsorted(starts, places, side="right").astype(np.int64) - 1
        first = places - starts[document] + firsts[document]
        last = np.minimum(first + reach, firsts[document] + counts[document] - 1)
        return document, spans[first, 0], spans[last, 1]

    looked_at = Extent(material)
    _, low, high = place(looked_at.document, looked_at.start, looked_at.end)
    first, high = union(np.zeros_like(low), low, high)
    return UnitSpace(int((high - low[first]).sum()), starts, place, bounds, place)
