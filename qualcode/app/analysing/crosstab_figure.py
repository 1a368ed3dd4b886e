"""A crosstab as a chart: shares with their intervals for one code, shaded cells for many."""

from dataclasses import replace
from typing import TYPE_CHECKING

from ...domain.errors import Phrase
from ...domain.selections import Selection
from .code_rows import THEME
from .matrix_figure import steps
from .registry import Say

if TYPE_CHECKING:
    from ...analysis.drawn import Drawn
    from .crosstab import Crosstab


def drawn(found: "Crosstab", most: int, dark: bool, say: Say) -> "Drawn":
    """One code as shares with intervals, several as a grid of shares."""
    if len(found.codes) == 1:
        return _one(found, dark, say)
    return _many(found, most, dark, say)


def _many(found: "Crosstab", most: int, dark: bool, say: Say) -> "Drawn":
    import numpy as np

    from ...analysis.grids import Grid, grid_chart
    from ...analysis.matrices import label_of
    from .crosstab import selection_of

    segments = found.by_case.segments[:-1, -1]
    ranked = np.argsort(-segments, kind="stable")[:most]
    codes = np.sort(ranked[segments[ranked] > 0]).tolist()
    counts = [found.counts(code) for code in codes]
    values = np.array([[with_it / max(with_it + other, 1) for with_it, other in row] for row in counts])
    values = values.reshape(len(codes), len(found.groups))
    bins, legend = steps(values, "share")
    labels = tuple(label_of(found.material, found.codes[code].code, int(segments[code])) for code in codes)

    def opens(row: int, column: int) -> Selection | None:
        return selection_of(found, codes[row], column) if values[row, column] > 0 else None

    grid = Grid(
        title=Phrase("Cases with each code by “{variable}”", variable=found.variable),
        rows=tuple(label.name for label in labels),
        columns=_group_names(found, say),
        marks=labels,
        marks_across=False,
        bins=bins,
        texts=tuple(tuple(f"{with_it}/{with_it + other}" for with_it, other in row) for row in counts),
        measure=Phrase("share of cases"),
        legend=legend,
        caption=_caption(found, len(codes), found.design),
        opens=opens,
    )
    return grid_chart(grid, dark, say)


def _group_names(found: "Crosstab", say: Say) -> tuple[str, ...]:
    names = [name for name, _ in found.groups]
    if found.made.without:
        names[-1] = say(Phrase("(no value)"))
    return tuple(names)


def _one(found: "Crosstab", dark: bool, say: Say) -> "Drawn":
    from ...analysis.contingency import wilson
    from ...analysis.intervals import IntervalChart, IntervalRow, interval_chart
    from .crosstab import selection_of

    code = found.material.codes[found.codes[0].code]
    worked = found.worked_out(0)
    rows = []
    for group, (name, (with_it, other)) in enumerate(zip(_group_names(found, say), found.counts(0), strict=True)):
        total = with_it + other
        low, high = wilson(with_it, total)
        opened = selection_of(found, 0, group) if with_it else None
        rows.append(IntervalRow(name, with_it / total if total else low, low, high, f"{with_it}/{total}", opened))
    why = found.why_not(worked, 0)
    sentences = [why] if why else [*_tested(worked, found.compared), *_cautions(found)]
    chart = IntervalChart(
        title=Phrase("Cases with “{code}” by “{variable}”", code=code.name, variable=found.variable),
        rows=tuple(rows),
        caption=_caption(found, 1, (Phrase("Bars: Wilson's interval of 95 % of each share."), *sentences)),
    )
    return interval_chart(chart, dark, say)


def _tested(worked: object, compared: tuple[str, str] | None) -> tuple[Phrase, ...]:
    from ...analysis.contingency import Contingency
    from .crosstab import ADDED

    assert isinstance(worked, Contingency)
    p = "<\u00a0.001" if worked.p < 0.001 else f"=\u00a0{worked.p:.3f}".replace("0.", ".", 1)
    if worked.test == "fisher":
        test = Phrase("Fisher's exact test: p\u00a0{p}.", p=p)
    else:
        test = Phrase("χ²({df})\u00a0=\u00a0{chi2}, p\u00a0{p}.", df=worked.df, chi2=f"{worked.chi2:.2f}", p=p)
    v = [f"{value:.2f}" for value in worked.v]
    found = [test, Phrase("Cramér's V {value} ({low} to {high}).", value=v[0], low=v[1], high=v[2])]
    if compared and worked.odds_ratio[0] == worked.odds_ratio[0]:
        one, other = compared
        odds = [f"{value:.2f}" for value in worked.odds_ratio]
        gap = [f"{value:.2f}".replace("-", "−") for value in worked.difference]
        found += [
            Phrase(
                "Odds ratio of “{one}” to “{other}” {value} ({low} to {high}).",
                one=one,
                other=other,
                value=odds[0],
                low=odds[1],
                high=odds[2],
            ),
            *([ADDED] if worked.corrected else []),
            Phrase(
                "Share in “{one}” less share in “{other}” {value} ({low} to {high}).",
                one=one,
                other=other,
                value=gap[0],
                low=gap[1],
                high=gap[2],
            ),
        ]
    return tuple(found)


def _cautions(found: "Crosstab") -> tuple[Phrase, ...]:
    return found.cautions(found.worked_out(0), 1)


def _caption(found: "Crosstab", codes: int, more: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    from ...analysis.chart_rows import TAKES_IN
    from ...analysis.matrices import as_of, chosen_material
    from .crosstab import RULE

    told = found.asked.told
    named = found.material.codes[found.codes[0].code].kind if found.options.code else found.options.rows
    what = "themes" if named == THEME else "codes"
    themes = sum(code.kind == THEME for code in found.material.codes)
    return (
        RULE,
        found.made.said,
        *((TAKES_IN,) if what == "themes" else ()),
        *more,
        chosen_material(
            found.material, codes, replace(told, what=what, of_codes=themes if what == "themes" else told.of_codes)
        ),
        Phrase(
            "n = {cases} cases, {without} of them without a value.",
            cases=len(found.cases),
            without=len(found.made.without),
        ),
        *as_of(told),
    )
