"""Sequences as a heat map (first code down, second across) and as a Sankey picture."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..domain.errors import BadInput, Phrase
from ..domain.palette import HEAT_DARK, HEAT_LIGHT
from ..domain.selections import Selection
from .chart_pages import EDGE, NAME, SMALL, Page, Say, color_of, names_width
from .drawn import Drawn, Mark
from .flows import readable, sankey, sankey_height
from .material import FloatArray, IntArray, Material
from .matrices import Filters, Label, as_of, better_ink, binned, chosen_material, label_of, number_text
from .sequences import Sequences
from .sheets import elided, text_width

Opens = Callable[[int, int], Selection]
MEASURES = ("followed", "share", "lift", "pairs", "documents", "cases")
_SHOWN_AS = {"share": "jaccard", "lift": "lift"}  # how numbers are written and binned, else as counts
_UNITS = {"turn": Phrase("turns"), "paragraph": Phrase("paragraphs"), "sentence": Phrase("sentences")}
_UNIT = {"turn": Phrase("turn"), "paragraph": Phrase("paragraph"), "sentence": Phrase("sentence")}
_NAMES = {
    "followed": Phrase("segments followed"),
    "share": Phrase("share of the first code's segments"),
    "lift": Phrase("lift"),
    "pairs": Phrase("pairs of segments"),
    "documents": Phrase("documents"),
    "cases": Phrase("cases"),
}
_MEANINGS = {
    "followed": Phrase("Cells: how many segments of the row's code are followed by one of the column's."),
    "share": Phrase("Cells: share of the segments of the row's code that are followed by one of the column's."),
    "lift": Phrase("Cells: segments followed, divided by how many would be if they ended anywhere in their documents."),
    "pairs": Phrase("Cells: pairs of a segment of the row's code and one of the column's that follows it."),
    "documents": Phrase("Cells: documents in which the column's code follows the row's."),
    "cases": Phrase("Cells: cases in which the column's code follows the row's."),
}


@dataclass(frozen=True, slots=True, eq=False)
class SequenceChart:
    """The matrix ready to be drawn: first code x second; `codes` are indices into the material's codes."""

    labels: tuple[Label, ...]
    measure: str
    values: FloatArray
    title: Phrase
    caption: tuple[Phrase, ...]


def sequence_chart(
    material: Material, found: Sequences, measure: str, most: int, filters: Filters, rollup: bool = False
) -> SequenceChart:
    """The codes with most segments among those in use. Raises `BadInput` for an unknown measure."""
    if measure not in MEASURES:
        raise BadInput(
            "There is no measure “{name}”. Choose one of {measures}.", name=measure, measures=", ".join(MEASURES)
        )
    shown: IntArray = np.sort(np.lexsort((np.arange(found.n.size), -found.n))[:most]).astype(np.int64)
    whole: FloatArray = _values(found, measure)
    values = whole[np.ix_(shown, shown)]
    values[found.kin[np.ix_(shown, shown)] > 0] = np.nan
    if found.within == 1:
        rule = Phrase(
            "A code follows another where it begins behind its end, in the same {unit} or the next one.",
            unit=_UNIT[found.unit],
        )
    elif found.within:
        rule = Phrase(
            "A code follows another where it begins behind its end, at most {number} {units} later.",
            number=found.within,
            units=_UNITS[found.unit],
        )
    else:
        rule = Phrase(
            "A code follows another where it begins behind its end, in the same {unit}.", unit=_UNIT[found.unit]
        )
    sentences = [rule, _MEANINGS[measure]]
    if measure == "lift":
        sentences.append(Phrase("It is not defined for a code and itself: the diagonal is empty."))
    if rollup:
        sentences.append(Phrase("A code takes in the codes below it."))
    sentences += [
        chosen_material(material, int(shown.size), filters),
        Phrase("n = {segments} segments (each once per code).", segments=f"{int(found.n[shown].sum()):,}"),
        *as_of(filters),
    ]
    labels = tuple(label_of(material, int(found.codes[place]), int(found.n[place])) for place in shown)
    title = Phrase("Which code follows which: {measure}", measure=_NAMES[measure])
    return SequenceChart(labels, measure, values, title, tuple(sentences))


def _values(found: Sequences, measure: str) -> FloatArray:
    if measure == "share":
        return found.share()
    if measure == "lift":
        return found.lift()
    counted: IntArray = getattr(found, measure)
    return counted.astype(np.float64)


def sequence_heat(chart: SequenceChart, dark: bool, say: Say, opens: Opens) -> Drawn:
    """The matrix with a cell for each ordered pair; each opens its passages."""
    count = len(chart.labels)
    cell = 30.0 if count <= 22 else (22.0 if count <= 36 else 15.0)
    size = min(NAME, cell - 4)
    rows = [elided(label.name, 200.0, size) for label in chart.labels]
    columns = [elided(label.name, 150.0, size) for label in chart.labels]
    left = EDGE + max(names_width(rows, 200.0, size) + 28, text_width(say(_NAMES[chart.measure]), NAME) + 16)
    head = max((text_width(name, size) for name in columns), default=0.0) * 0.866 + size + 26
    lean = max((text_width(n, size) * 0.5 - (count - 1 - k) * cell for k, n in enumerate(columns)), default=0.0)
    width = left + count * cell + max(lean, 0) + EDGE
    page = Page(chart.title, chart.caption, width=width, body=head + count * cell + 56, dark=dark, say=say)
    sheet, tones, ramp = page.sheet, page.tones, HEAT_DARK if dark else HEAT_LIGHT
    top = page.top + head
    kind = _SHOWN_AS.get(chart.measure, "pairs")
    bins, legend = binned(chart.values, kind)
    inks = [better_ink(color) for color in ramp]
    boxes: list[list[tuple[float, float, float, float]]] = [[] for _ in ramp]
    numbers: dict[str, list[tuple[float, float, str, float]]] = {}
    sheet.text(left - 12, top - 12, say(Phrase("first ↓  then →")), SMALL, ha="right", color=tones.ink3)
    for row, label in enumerate(chart.labels):
        middle = (row + 0.5) * cell
        sheet.mark(left - 12, top + middle, label.mark, color_of(label, dark), min(9.0, cell - 5))
        sheet.text(left - 24, top + middle, rows[row], size, ha="right", color=tones.ink2)
        sheet.text(
            left + middle + 2, top - 6, columns[row], size, rotation=60, rotation_mode="anchor", ha="left",
            color=tones.ink2,
        )  # fmt: skip
        for column, other in enumerate(chart.labels):
            value, x, y = float(chart.values[row, column]), left + column * cell, top + row * cell
            boxes[int(bins[row, column])].append((x + 1, y + 1, cell - 2, cell - 2))
            if not value > 0:
                continue
            text = number_text(value, kind)
            numbers.setdefault(inks[int(bins[row, column])], []).append(
                (x + cell / 2, y + cell / 2, text, min(SMALL, cell * 0.55, cell * 1.5 / len(text)))
            )
            said = f"{label.path} → {other.path}: {text}"
            page.marks.append(Mark(x, y, cell, cell, said, opens(label.code, other.code)))
    for filled, color in zip(boxes, ramp, strict=True):
        sheet.rectangles(filled, color)
    for color, texts in numbers.items():
        sheet.numbers(texts, color)
    foot = top + count * cell + 18
    sheet.text(left - 12, foot + 7, say(_NAMES[chart.measure]), NAME, ha="right", color=tones.ink2)
    step = max(46.0, max(text_width(text, SMALL) for text in legend) + 10)
    for place, (color, text) in enumerate(zip(ramp, legend, strict=False)):
        sheet.rectangles([(left + place * step, foot, step, 14)], color)
        sheet.text(left + (place + 0.5) * step, foot + 24, text, SMALL, ha="center", color=tones.ink3)
    return page.drawn()


def sequence_sankey(chart: SequenceChart, dark: bool, say: Say, opens: Opens) -> Drawn:
    """From the first code on the left to the second on the right, as wide as segments are followed."""
    values, bound = readable(chart.values)
    caption = (
        chart.caption[0],
        Phrase("Bands: segments of the code on the left that are followed by one of the code on the right."),
        *([Phrase("Drawn are bands of {number} or more.", number=round(bound))] if bound else []),
        *chart.caption[2:],
    )
    page = Page(chart.title, caption, width=960.0, body=sankey_height(values), dark=dark, say=say)
    labels = chart.labels

    def text(value: float) -> str:
        return number_text(value, "pairs")

    def open_pair(a: int, b: int) -> Selection:
        return opens(labels[a].code, labels[b].code)

    sankey(page, labels, values, text, "{a} → {b}: {value}", open_pair)
    return page.drawn()
