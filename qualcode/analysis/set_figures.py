"""Combinations of codes as a picture of sets: a column for each set, its count above, its codes as dots below."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..domain.errors import Phrase
from ..domain.selections import Selection
from .chart_pages import EDGE, NAME, SMALL, Page, Say, color_of, names_width, round_steps
from .combinations import Combinations, order_of
from .drawn import Drawn, Mark
from .material import IntArray
from .matrices import Filters, Label, as_of, chosen_material, label_of, rule_sentence, unit_name
from .sheets import elided

_COLUMN, _ROW, _BARS, _TOTALS = 30.0, 24.0, 170.0, 110.0
_NAMES = {"documents": Phrase("documents"), "cases": Phrase("cases")}


@dataclass(frozen=True, slots=True, eq=False)
class SetChart:
    """The sets shown, `numbers` in the combinations they are from; `members` are sets x labels; `values` are counts
    of the sets, `totals` those of each code by itself."""

    labels: tuple[Label, ...]
    numbers: tuple[int, ...]
    members: tuple[tuple[int, ...], ...]
    values: tuple[int, ...]
    totals: tuple[int, ...]
    counted: Phrase
    title: Phrase
    caption: tuple[Phrase, ...]


def set_chart(found: Combinations, by: str, least: int, most: int, filters: Filters, rollup: bool = False) -> SetChart:
    """The sets with most of `by`, and the codes in them."""
    runs = found.runs
    numbers = order_of(found, by)[:most]
    inside = sorted({place for number in numbers for place in found.sets[number].tolist() if place >= 0})
    spans = np.bincount(runs.spans.code, minlength=runs.size)
    places = {place: row for row, place in enumerate(inside)}
    counted = _NAMES.get(by) or unit_name(runs.rule.unit)
    whole = f"{len(found.sets):,}"
    sentences = [
        rule_sentence(runs.rule.text),
        Phrase("All codes with a dot meet there, whatever others do too."),
        Phrase("Shown are {number} of {whole} sets in at least {least} {things}.", number=len(numbers), whole=whole,
               least=least, things=counted)
        if least > 1
        else Phrase("Shown are {number} of {whole} sets.", number=len(numbers), whole=whole),
    ]  # fmt: skip
    if rollup:
        sentences.append(Phrase("A code takes in the codes below it."))
    sentences += [
        chosen_material(runs.material, len(inside), filters),
        Phrase("n = {number} {units}.", number=f"{runs.n_units:,}", units=unit_name(runs.rule.unit)),
        *as_of(filters),
    ]
    return SetChart(
        tuple(label_of(runs.material, int(runs.codes[place]), int(spans[place])) for place in inside),
        tuple(numbers.tolist()),
        tuple(tuple(places[place] for place in found.sets[number].tolist() if place >= 0) for number in numbers),
        tuple(int(getattr(found, by)[number]) for number in numbers),
        tuple(int(_own(found, by)[place]) for place in inside),
        counted,
        Phrase("Codes that meet: {things}", things=counted),
        tuple(sentences),
    )


def _own(found: Combinations, by: str) -> IntArray:
    """What each code has of it by itself."""
    from .combinations import single_counts

    return single_counts(found.runs)[by]


def set_picture(chart: SetChart, dark: bool, say: Say, opens: Sequence[Selection]) -> Drawn:
    """Bars above columns of dots, and each code's own bar beside its row."""
    names = names_width([label.name for label in chart.labels], 230.0)
    dots = EDGE + names + 40 + _TOTALS
    width = dots + max(len(chart.numbers), 1) * _COLUMN + EDGE
    body = _BARS + 24 + max(len(chart.labels), 1) * _ROW + 4
    page = Page(chart.title, chart.caption, width=width, body=body, dark=dark, say=say)
    sheet, tones = page.sheet, page.tones
    if not chart.numbers:
        sheet.text(EDGE, page.top + 20, say(Phrase("No such set of codes.")), NAME, color=tones.ink2)
        return page.drawn()
    base, grid = page.top + _BARS, page.top + _BARS + 24
    right = dots + len(chart.numbers) * _COLUMN
    steps = round_steps(max(chart.values), 4, whole=True)
    axis = elided(say(chart.counted), dots - EDGE - 40, SMALL)
    sheet.text(dots - 34, base - (_BARS - 20) / 2, axis, SMALL, ha="right", color=tones.ink3)
    for step in steps:
        y = base - (_BARS - 20) * step / steps[-1]
        sheet.line([dots, right], [y, y], tones.line, 1)
        sheet.text(dots - 8, y, f"{step:,.0f}", SMALL, ha="right", color=tones.ink3)
    longest = max(chart.totals) or 1
    for row, (label, total) in enumerate(zip(chart.labels, chart.totals, strict=True)):
        y = grid + (row + 0.5) * _ROW
        if row % 2 == 0:
            sheet.rectangles([(EDGE, y - _ROW / 2, right - EDGE, _ROW)], _shade(tones.ground, tones.line))
        page.name(label, EDGE + names + 30, y, 230.0)
        long = (_TOTALS - 46) * total / longest
        sheet.rectangles([(EDGE + names + 36, y - 5, long, 10)], tones.bar)
        sheet.text(EDGE + names + 40 + long, y, f"{total:,}", SMALL, color=tones.ink3)
    sheet.text(EDGE + names + 36, grid - 9, say(Phrase("each code")), SMALL, color=tones.ink3)
    for column, (rows, value) in enumerate(zip(chart.members, chart.values, strict=True)):
        x = dots + (column + 0.5) * _COLUMN
        high = (_BARS - 20) * value / steps[-1]
        sheet.rectangles([(x - 9, base - high, 18, high)], tones.bar)
        sheet.text(x, base - high - 9, f"{value:,}", SMALL, ha="center", color=tones.ink)
        ys = [grid + (row + 0.5) * _ROW for row in rows]
        sheet.line([x, x], [min(ys), max(ys)], tones.ink3, 2, z=2)
        for row in range(len(chart.labels)):
            label, y = chart.labels[row], grid + (row + 0.5) * _ROW
            if row in rows:
                sheet.mark(x, y, label.mark, color_of(label, dark), 13, z=3)
            else:
                sheet.mark(x, y, "circle", tones.line, 5, z=1)
        said = " + ".join(chart.labels[row].path for row in rows) + f": {value:,}"
        page.marks.append(Mark(x - _COLUMN / 2, page.top, _COLUMN, body, said, opens[column]))
    return page.drawn()


def _shade(ground: str, line: str) -> str:
    """A colour between the ground and its lines, a third of the way."""
    pairs = ((int(ground[i : i + 2], 16), int(line[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(under + 0.3 * (over - under)):02X}" for under, over in pairs)
