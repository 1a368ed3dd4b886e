"""The charts as pictures: nothing leaves the sheet, the same input gives the same bytes, marks say what they open."""

import math
import random
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from analysis.brute_force import Study
from analysis.studies import material_of
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.text import Text

from qualcode.analysis import figures
from qualcode.analysis.bubbles import bubble_circles, bubbles
from qualcode.analysis.chart_pages import round_steps
from qualcode.analysis.chart_rows import Themes, rows_of
from qualcode.analysis.circle_packing import enclosing, packed
from qualcode.analysis.codelines import codeline, codeline_chart
from qualcode.analysis.comparisons import comparison, comparison_strips
from qualcode.analysis.coverage_bars import coverage_bars, coverage_chart
from qualcode.analysis.drawn import Drawn
from qualcode.analysis.frequencies import frequency_chart
from qualcode.analysis.frequency_groups import by_coder, parted_chart
from qualcode.analysis.intervals import IntervalChart, IntervalRow, interval_chart
from qualcode.analysis.material import Material
from qualcode.analysis.matrices import Filters
from qualcode.analysis.portrait_grids import portrait_grids
from qualcode.analysis.portraits import portraits
from qualcode.analysis.selected import selected
from qualcode.analysis.spreads import spread, spread_dots
from qualcode.analysis.timeline_chart import timeline_chart, timeline_panels
from qualcode.domain.errors import Phrase
from qualcode.domain.percents import percent

NAMES = [
    "unpaid labour",
    "互惠与付出",
    "无偿劳动：谁来承担这些看不见的工作，又由谁来付钱给他们呢？",
    "$cost_{1}$ & <b>\\frac",
    "العربية",
    "a name that is far too long to stand beside a row of cells in any chart whatsoever",
    "Donaudampfschifffahrtsgesellschaftskapitänsmütze",
]
FILTERS = Filters(date="2026-11-22")


def material(codes: int, documents: int = 3) -> Material:
    """Codes below three themes, in documents of turns of two speakers, made over some days."""
    draw = random.Random(7)
    codings = []
    for _ in range(codes * 12):
        start = draw.randrange(5000)
        codings.append(
            (
                draw.randrange(documents),
                draw.randrange(codes),
                draw.randrange(3),
                start,
                start + draw.randrange(20, 300),
            )
        )
    turns = [[(start, start + 95) for start in range(0, 6000, 100)] for _ in range(documents)]
    names = [NAMES[place % len(NAMES)] + str(place) for place in range(codes)]
    parents = [-1 if place % 9 == 0 else place - place % 9 for place in range(codes)]
    cases = [("Ana", 0, 0, 6000), ("Ben", documents - 1, 100, 900)]
    study = Study([6000] * documents, parents, codings, cases, {"turn": turns}, names=names, coders=3)
    made = material_of(study)
    kinds = tuple(replace(code, kind="theme" if code.parent < 0 else "code") for code in made.codes)
    hours = np.array([490_000 + draw.randrange(400) for _ in codings], dtype=np.int64)
    titles = tuple(
        replace(one, name=NAMES[place % len(NAMES)] + str(place)) for place, one in enumerate(made.documents)
    )
    return replace(
        made,
        codes=kinds,
        documents=titles,
        made=hours,
        speakers=lambda _: tuple(("INT", "Ana, 受访者")[n % 2] for n in range(60)),
    )


def themes_in(given_material: Material) -> Themes:
    codes = range(len(given_material.codes))
    return tuple(
        (theme, frozenset({theme, *(code for code in codes if given_material.codes[code].parent == theme)}))
        for theme in codes
        if given_material.codes[theme].kind == "theme"
    )


def charts(codes: int, dark: bool = False) -> dict[str, Drawn]:
    made = material(codes)
    themes = themes_in(made)
    rows = rows_of(made)
    everything = list(range(len(made.documents)))
    parted, parts = parted_chart(made, by_coder(made), filters=FILTERS)
    return {
        "codeline": codeline_chart(codeline(made, rows, 0, FILTERS), made, dark=dark),
        "codeline by coder": codeline_chart(codeline(made, rows, 0, FILTERS), made, True, dark),
        "portraits": portrait_grids(portraits(made, None, everything, 300, 12, FILTERS), made, dark),
        "portrait": portrait_grids(portraits(made, themes, [0], 1200, 12, FILTERS), made, dark),
        "comparison": comparison_strips(comparison(made, themes, filters=FILTERS), made, dark),
        "spread": spread_dots(spread(made, filters=FILTERS), made, dark),
        "bubbles": bubble_circles(bubbles(made, filters=FILTERS), made, dark),
        "coverage": coverage_bars(coverage_chart(made, filters=FILTERS), made, dark),
        "coverage by coder": coverage_bars(coverage_chart(made, "coder", filters=FILTERS), made, dark),
        "coverage by speaker": coverage_bars(coverage_chart(made, "speaker", filters=FILTERS), made, dark),
        "timeline": timeline_panels(timeline_chart(made, "day", FILTERS), dark),
        "bars in parts": figures.frequency_chart(parted, dark, part_opens=parts),
        "bars": figures.frequency_chart(frequency_chart(made, filters=FILTERS, themes=themes), dark),
    }


@pytest.mark.parametrize(("codes", "dark"), [(1, False), (8, True), (36, False)])
def test_no_text_or_mark_leaves_the_sheet(codes: int, dark: bool) -> None:
    for name, drawn in charts(codes, dark).items():
        figure = drawn.figure
        figure.draw_without_rendering()
        sheet = figure.bbox
        for text in figure.findobj(Text):
            if text.get_text():
                box = text.get_window_extent()
                assert box.x0 >= -1, (name, text)
                assert box.x1 <= sheet.x1 + 1, (name, text)
                assert box.y0 >= -1, (name, text)
                assert box.y1 <= sheet.y1 + 1, (name, text)
        for mark in drawn.marks:
            assert mark.left >= -1, (name, mark)
            assert mark.top >= -1, (name, mark)
            assert mark.left + mark.width <= drawn.width + 1, (name, mark)
            assert mark.top + mark.height <= drawn.height + 1, (name, mark)
            assert mark.says


def test_the_same_input_gives_the_same_bytes() -> None:
    one, other = charts(8), charts(8)
    for name, drawn in one.items():
        for suffix in (".svg", ".pdf"):
            assert figures.drawn(drawn.figure, suffix, "2026-11-22") == figures.drawn(
                other[name].figure, suffix, "2026-11-22"
            ), name


@pytest.mark.parametrize("name", ["spread", "bubbles", "bars in parts", "codeline"])
def test_a_mark_opens_as_many_passages_as_it_says(name: str) -> None:
    made = material(20)
    drawn = charts(20)[name]
    counted = 0
    for mark in drawn.marks:
        number = re.search(r": ([\d,]+)$", mark.says)
        if mark.opens is None:  # whole bars get theirs from the analysis
            assert name == "bars in parts"
            continue
        total = selected(made, mark.opens).total
        if number is None or name == "bubbles":  # a ring says the sum of its codes, whose passages may be the same
            assert total
            continue
        codes = mark.opens.codes
        counted += 1
        if codes is None or len(codes) == 1:
            assert total == int(number[1].replace(",", "")), mark
        else:
            assert total <= int(number[1].replace(",", "")), mark
    assert counted or name == "bubbles"


def test_the_timeline_opens_what_was_made_then() -> None:
    made = material(20)
    for mark in charts(20)["timeline"].marks:
        assert mark.opens is not None
        passages = selected(made, mark.opens).total
        assert passages > 0
        coder = re.match(r"[\d-]+, (coder \d): (\d+)$", mark.says)
        if coder:
            low, high = mark.opens.made or (0, 0)
            own = (made.coder == int(coder[1][-1])) & (made.made >= low) & (made.made < high)
            assert int(coder[2]) == int(own.sum())


def test_dots_and_circles_have_areas_like_their_numbers() -> None:
    made = material(20)
    data = bubbles(made)
    drawn = bubble_circles(data, made)
    sizes = {}
    for mark in drawn.marks:
        if mark.opens and mark.opens.codes and len(mark.opens.codes) == 1:
            sizes[mark.says] = mark.width
    found = {
        f"{label.path}: {int(value):,}": int(value) for label, value in zip(data.rows.labels, data.values, strict=True)
    }
    ratios = {round(sizes[said] ** 2 / number, 6) for said, number in found.items() if said in sizes and number}
    assert len(ratios) == 1


@given(radii=st.lists(st.floats(1, 60), min_size=1, max_size=14), gap=st.floats(0, 6))
@settings(max_examples=60, deadline=None)
def test_packed_circles_keep_apart_and_lie_in_the_ring(radii: list[float], gap: float) -> None:
    circles = packed(radii, gap)
    assert [radius for *_, radius in circles] == radii
    for (x1, y1, r1), (x2, y2, r2) in combinations(circles, 2):
        assert math.hypot(x1 - x2, y1 - y2) >= r1 + r2 + gap - 1e-3
    x, y, ring = enclosing(circles)
    assert all(math.hypot(cx - x, cy - y) + radius <= ring + 1e-6 for cx, cy, radius in circles)
    assert ring <= 3 * sum(radii) + len(radii) * gap


@pytest.mark.parametrize(
    ("top", "steps"),
    [(41, [0, 10, 20, 30, 40, 50]), (0, [0, 1]), (3, [0, 1, 2, 3]), (1, [0, 1]), (210, [0, 50, 100, 150, 200, 250])],
)
def test_axes_have_round_numbers(top: float, steps: list[float]) -> None:
    assert round_steps(top, 5, whole=True) == steps


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0, "0 %"),
        (1, "100 %"),
        (0.9996, "99.9 %"),
        (0.996, "99.6 %"),
        (0.0001, "<0.1 %"),
        (0.054, "5.4 %"),
        (0.0995, "10 %"),
        (0.5449, "54 %"),
        (math.nan, "–"),
    ],
)
def test_shares_are_never_rounded_to_none_or_all(share: float, text: str) -> None:
    assert percent(share) == text


def empty() -> Material:
    return material_of(Study([0, 40], [-1], [], [], {"turn": [[], [(0, 30)]]}))


@pytest.mark.parametrize(
    "draw",
    [
        lambda made: codeline_chart(codeline(made, rows_of(made), 1), made),
        lambda made: portrait_grids(portraits(made, None, [], 300), made),
        lambda made: portrait_grids(portraits(made, None, [0], 300), made),
        lambda made: comparison_strips(comparison(made), made),
        lambda made: spread_dots(spread(made), made),
        lambda made: bubble_circles(bubbles(made), made),
        lambda made: coverage_bars(coverage_chart(made, "speaker"), made),
        lambda made: timeline_panels(timeline_chart(made)),
    ],
)
def test_a_project_without_codings_has_its_charts(draw: Callable[[Material], Drawn]) -> None:
    assert figures.drawn(draw(empty()).figure, ".svg").startswith(b"<?xml")


def test_per_cent_is_written_as_the_language_does() -> None:
    def chinese(text: str) -> str:
        return f"{text.values['number']}%" if isinstance(text, Phrase) and text.template == "{number} %" else text

    data = IntervalChart(Phrase("Shares"), (IntervalRow("north", 0.75, 0.5, 0.9, "9/12", None),), ())
    (mark,) = interval_chart(data, say=chinese).marks
    assert mark.says == "north: 9/12 (75%)"
    (mark,) = interval_chart(data).marks
    assert mark.says == "north: 9/12 (75 %)"
