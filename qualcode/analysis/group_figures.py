"""Differences between groups: both values of each pair on one scale, and their difference with its interval."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..domain.errors import Phrase
from ..domain.selections import Selection
from .chart_pages import EDGE, NAME, SMALL, Key, Page, Say, names_width, round_steps, series_color
from .drawn import Drawn, Mark
from .material import Material
from .matrices import Filters, as_of, chosen_material, measure_name, number_text, rule_sentence, unit_name
from .sheets import elided
from .unit_spaces import parse_rule

if TYPE_CHECKING:
    import pandas as pd

_ROW, _ROOM, _BETWEEN = 26.0, 240.0, 48.0
_OVER = {"documents": Phrase("documents"), "cases": Phrase("cases")}


@dataclass(frozen=True, slots=True, eq=False)
class GroupChart:
    """The rows shown, the largest differences first; `groups` in the order of their colours."""

    rows: tuple[dict[str, Any], ...]
    groups: tuple[str, ...]
    measure: str
    title: Phrase
    caption: tuple[Phrase, ...]


def group_chart(
    material: Material, table: "pd.DataFrame", measure: str, most: int, filters: Filters, rollup: bool = False
) -> GroupChart:
    """The pairs that differ most, of a table that `group_differences.group_differences` made; `material` is that of all
    groups together."""
    known = table.dropna(subset=["difference"])
    order = known["difference"].abs().sort_values(ascending=False, kind="stable").index[:most]
    rows = tuple({str(key): value for key, value in row.items()} for row in known.loc[order].to_dict("records"))
    name = measure_name(measure, "")
    sentences = [
        rule_sentence(str(table.attrs["rule"])),
        Phrase("Points: {measure} in each group; bars: the difference, the first group less the second.", measure=name),
    ]
    if table.attrs.get("bootstrap"):
        drawn = Phrase(
            "Lines: 95 % percentile intervals from {number} samples of {things}.",
            number=f"{table.attrs['bootstrap']:,}",
            things=_OVER[str(table.attrs["over"])],
        )
        sentences += [drawn, Phrase("They are not corrected for looking at many pairs.")]
    if rollup:
        sentences.append(Phrase("A code takes in the codes below it."))
    sentences.append(Phrase("Shown are {number} of {whole} pairs.", number=len(rows), whole=f"{len(table):,}"))
    used = {code for row in rows for code in (row["code_a"], row["code_b"])}
    groups = tuple(str(table.attrs["groups"]).split("; "))
    sizes = tuple(
        Phrase("{number} in “{group}”", number=f"{table.attrs[f'n_units {group}']:,}", group=group) for group in groups
    )
    unit = unit_name(parse_rule(str(table.attrs["rule"])).unit)
    sentences += [
        chosen_material(material, len(used), filters),
        Phrase("n of {units}: {sizes}.", units=unit, sizes=sizes),
    ]
    sentences += as_of(filters)
    title = Phrase("{measure} by {variable}", measure=name.capital(), variable=str(table.attrs["by"]))
    return GroupChart(rows, groups, measure, title, tuple(sentences))


def group_picture(chart: GroupChart, dark: bool, say: Say, opens: Sequence[tuple[Selection, ...]]) -> Drawn:
    """A row for each pair of codes (and of groups, where there are more than two)."""
    several = len(chart.groups) > 2
    names = [_name(row, several) for row in chart.rows]
    left = EDGE + names_width(names, 400.0) + 16
    right = left + _ROOM + _BETWEEN
    body = max(len(names), 1) * _ROW + 46
    keys = [Key(name, series_color(place, dark), "circle") for place, name in enumerate(chart.groups)]
    page = Page(chart.title, chart.caption, width=right + _ROOM + EDGE + 14, body=body, dark=dark, say=say, keys=keys)
    sheet, tones = page.sheet, page.tones
    if not names:
        sheet.text(EDGE, page.top + 16, say(Phrase("No pair of codes can be compared.")), NAME, color=tones.ink2)
        return page.drawn()
    pairs = [(float(row[f"{chart.measure}_1"]), float(row[f"{chart.measure}_2"])) for row in chart.rows]
    low = min(0.0, *(min(pair) for pair in pairs))
    steps = round_steps(max(-low, *(max(pair) for pair in pairs)), 5)
    bound = steps[-1]
    span = (-bound if low < 0 else 0.0, bound)
    ends = [_ends(row) for row in chart.rows]
    farthest = round_steps(max(max(abs(end) for end in three) for three in ends), 3)[-1]
    bottom = page.top + len(names) * _ROW + 4
    axes = ((left, span, say(Phrase("in each group"))), (right, (-farthest, farthest), say(Phrase("difference"))))
    for begin, bounds, words in axes:
        for part in range(5):
            value = bounds[0] + (bounds[1] - bounds[0]) * part / 4
            x = begin + _ROOM * part / 4
            zero = abs(value) < 1e-12
            sheet.line([x, x], [page.top, bottom], tones.ink3 if zero and begin == right else tones.line)
            sheet.text(x, bottom + 10, f"{value:.3g}".replace("-", "−"), SMALL, ha="center", color=tones.ink3)
        sheet.text(begin + _ROOM / 2, bottom + 28, words, SMALL, ha="center", color=tones.ink3)
    for place, (row, name, pair, three) in enumerate(zip(chart.rows, names, pairs, ends, strict=True)):
        y = page.top + (place + 0.5) * _ROW
        sheet.text(left - 14, y, elided(name, 400.0, NAME), NAME, ha="right", color=tones.ink2)
        xs = [left + _ROOM * (value - span[0]) / (span[1] - span[0]) for value in pair]
        sheet.line(xs, [y, y], tones.tie, 2)
        for side, x in enumerate(xs):
            group = str(row[f"group_{side + 1}"])
            color = series_color(chart.groups.index(group), dark)
            sheet.mark(x, y, "circle", color, 11 - 2 * side, z=3)
            said = f"{name}; {group}: {number_text(pair[side], chart.measure)}"
            page.marks.append(Mark(x - 8, y - _ROW / 2, 16, _ROW, said, opens[place][side]))
        _difference(page, y, three, right, farthest)
    return page.drawn()


def _difference(page: Page, y: float, three: tuple[float, float, float], right: float, farthest: float) -> None:
    middle = right + _ROOM / 2
    value, low, high = (middle + _ROOM / 2 * end / farthest for end in three)
    page.sheet.rectangles([(min(middle, value), y - 5, abs(value - middle), 10)], page.tones.bar)
    page.sheet.line([low, high], [y, y], page.tones.ink, 1.6, z=3)
    for end in (low, high):
        page.sheet.line([end, end], [y - 4, y + 4], page.tones.ink, 1.6, z=3)


def _ends(row: dict[str, Any]) -> tuple[float, float, float]:
    """The difference and the ends of its interval; without one, itself."""
    value = float(row["difference"])
    low, high = (float(row.get(f"difference_{end}", math.nan)) for end in ("low", "high"))
    return (value, value, value) if math.isnan(low) else (value, low, high)


def _name(row: dict[str, Any], several: bool) -> str:
    codes = " + ".join(str(row[key]).rpartition(" > ")[2] for key in ("code_a", "code_b"))
    return f"{codes} ({row['group_1']} − {row['group_2']})" if several else codes
