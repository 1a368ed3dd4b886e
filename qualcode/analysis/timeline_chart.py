"""The timeline of coding as a picture: codings by coder, new codes, and both added up."""

from dataclasses import dataclass

import numpy as np

from ..domain.errors import Phrase
from ..domain.selections import Selection
from .chart_pages import EDGE, NAME, SMALL, Key, Page, Say, round_steps, series_color
from .chart_rows import codes_used
from .drawn import Drawn, Mark
from .material import Material
from .matrices import Filters, as_of
from .sheets import elided, text_width
from .timelines import Timeline, timeline

_PLOT, _HIGH, _GAP = 640.0, 120.0, 44.0
_TITLES = {
    "hour": Phrase("Coding by hour"),
    "day": Phrase("Coding by day"),
    "week": Phrase("Coding by week"),
    "month": Phrase("Coding by month"),
}


@dataclass(frozen=True, slots=True, eq=False)
class TimelineChart:
    """The picture as a record."""

    data: Timeline
    title: Phrase
    caption: tuple[Phrase, ...]


def timeline_chart(material: Material, step: str = "day", filters: Filters | None = None) -> TimelineChart:
    """What happened in each step, with what a caption says of it. Raises `BadInput` for too many steps."""
    filters = filters or Filters()
    data = timeline(material, step)
    sentences = [
        Phrase("Codings that are in the project now, by when they were made (UTC)."),
        *([Phrase("A week is named by its Monday.")] if step == "week" else []),
        Phrase("A code is new where its first coding was made."),
        codes_used(material, filters),
        Phrase("n = {number} codings.", number=f"{material.code.size:,}"),
        *as_of(filters),
    ]
    return TimelineChart(data, _TITLES[step], tuple(sentences))


def timeline_panels(chart: TimelineChart, dark: bool = False, say: Say = str) -> Drawn:
    """Three panels over one time: codings stacked by coder, the same added up, and codes new and added up."""
    data = chart.data
    steps = len(data.steps)
    keys = [Key(name, series_color(number, dark)) for number, name in enumerate(data.coders)]
    ends = [text_width(elided(name, 120, SMALL), SMALL) for name in data.coders]
    left, right = EDGE + 52, EDGE + 16 + max([60.0, *(width + 44 for width in ends)])
    page = Page(
        chart.title,
        chart.caption,
        width=left + _PLOT + right,
        body=3 * _HIGH + 3 * _GAP + 6,
        dark=dark,
        say=say,
        keys=keys,
    )
    if not steps:
        page.sheet.text(left, page.top + 20, say(Phrase("Nothing is coded yet.")), NAME, color=page.tones.ink2)
        return page.drawn()
    wide = _PLOT / steps
    tops = [page.top + 24 + place * (_HIGH + _GAP) for place in range(3)]
    _codings(page, data, left, tops[0], wide)
    _sums(page, data, left, tops[1], wide)
    _codes(page, data, left, tops[2], wide)
    _times(page, data, left, tops[2] + _HIGH, wide)
    return page.drawn()


def _panel(page: Page, words: Phrase, top: float, left: float, most: float) -> float:
    """Name and axis of a panel; how many pixels a unit is high."""
    sheet, tones = page.sheet, page.tones
    sheet.text(EDGE, top - 15, page.say(words), NAME, color=tones.ink2)
    steps = round_steps(most, 4, whole=True)
    scale = _HIGH / steps[-1]
    for step in steps:
        y = top + _HIGH - step * scale
        sheet.line([left, left + _PLOT], [y, y], tones.line if step else tones.tie, z=0.5)
        sheet.text(left - 8, y, f"{step:,.0f}", SMALL, ha="right", color=tones.ink3)
    return scale


def _codings(page: Page, data: Timeline, left: float, top: float, wide: float) -> None:
    whole = data.made.sum(axis=0)
    scale = _panel(page, Phrase("codings"), top, left, float(whole.max()))
    thick = min(wide * 0.82, 48.0)
    height = np.zeros(whole.size)
    for coder, name in enumerate(data.coders):
        boxes = []
        for place in np.flatnonzero(data.made[coder]).tolist():
            number = int(data.made[coder, place])
            x = left + (place + 0.5) * wide - thick / 2
            y = top + _HIGH - (height[place] + number) * scale
            boxes.append((x, y, thick, number * scale))
            opened = Selection(coders=frozenset((name,)), made=(data.begins[place], data.begins[place + 1]))
            said = f"{data.steps[place]}, {name}: {number:,}"
            page.marks.append(Mark(x, y, thick, number * scale, said, opened))
        height += data.made[coder]
        page.sheet.rectangles(boxes, series_color(coder, page.dark))


def _sums(page: Page, data: Timeline, left: float, top: float, wide: float) -> None:
    sums = data.made.cumsum(axis=1)
    scale = _panel(page, Phrase("codings added up"), top, left, float(sums.max()))
    names = []
    for coder, name in enumerate(data.coders):
        last = _stairs(page, sums[coder].tolist(), left, top, wide, scale, series_color(coder, page.dark))
        names.append((last, f"{elided(name, 120, SMALL)}  {int(sums[coder, -1]):,}", name))
    for (_, text, name), shown in zip(sorted(names), _apart([y for y, *_ in sorted(names)], 15.0), strict=True):
        page.sheet.text(left + _PLOT + 8, shown, text, SMALL, color=page.tones.ink2)
        opened = Selection(coders=frozenset((name,)))
        page.marks.append(Mark(left + _PLOT + 4, shown - 8, text_width(text, SMALL) + 8, 16, text, opened))


def _stairs(page: Page, sums: list[int], left: float, top: float, wide: float, scale: float, color: str) -> float:
    """A line that rises in the middle of each step; the height at which it ends."""
    points = [(left, top + _HIGH)]
    for place, value in enumerate(sums):
        x = left + (place + 0.5) * wide
        points += [(x, points[-1][1]), (x, top + _HIGH - value * scale)]
    points.append((left + _PLOT, points[-1][1]))
    page.sheet.line([x for x, _ in points], [y for _, y in points], color, 2)
    return points[-1][1]


def _apart(places: list[float], least: float) -> list[float]:
    """Places in order moved down so that each is at least so far below the one before, and back up as a whole."""
    found: list[float] = []
    for place in places:
        found.append(max(place, found[-1] + least) if found else place)
    over = max(found[-1] - places[-1], 0.0) if found else 0.0
    return [place - over / 2 for place in found]


def _codes(page: Page, data: Timeline, left: float, top: float, wide: float) -> None:
    fresh = data.fresh[-1]
    sums = fresh.cumsum()
    scale = _panel(page, Phrase("new codes, and codes in use added up"), top, left, float(sums[-1]))
    thick = min(wide * 0.82, 48.0)
    boxes = []
    for place in np.flatnonzero(fresh).tolist():
        x, high = left + (place + 0.5) * wide - thick / 2, int(fresh[place]) * scale
        boxes.append((x, top + _HIGH - high, thick, high))
        opened = Selection(made=(data.begins[place], data.begins[place + 1]))
        said = page.say(
            Phrase(
                "{step}: new codes {number}, codes in use {sum}",
                step=data.steps[place],
                number=int(fresh[place]),
                sum=int(sums[place]),
            )
        )
        page.marks.append(Mark(x, top + _HIGH - high, thick, high, said, opened))
    page.sheet.rectangles(boxes, page.tones.bar)
    last = _stairs(page, sums.tolist(), left, top, wide, scale, page.tones.ink2)
    page.sheet.text(left + _PLOT + 8, last, f"{int(sums[-1]):,}", SMALL, color=page.tones.ink2)


def _times(page: Page, data: Timeline, left: float, bottom: float, wide: float) -> None:
    names = data.steps
    room = text_width(max(names, key=len), SMALL) + 18
    every = max(1, int(np.ceil(room / wide)))
    last = -1e9
    for place in range(0, len(names), every):
        x = left + (place + 0.5) * wide
        if x - last < room:
            continue
        last = x
        page.sheet.line([x, x], [bottom, bottom + 4], page.tones.tie)
        half = text_width(names[place], SMALL) / 2
        inside = max(x, EDGE + half)
        page.sheet.text(inside, bottom + 15, names[place], SMALL, ha="center", color=page.tones.ink3)
