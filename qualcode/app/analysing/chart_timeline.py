"""When codings were made, by whom: the analysis *timeline*."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...domain.errors import Phrase
from ...domain.hours import STEPS
from ...domain.options import option
from ...domain.selections import Selection
from .registry import Analysis, Asked, Say

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.drawn import Drawn


@dataclass(frozen=True, slots=True)
class Options:
    """How long the steps of the timeline are."""

    step: str = option(
        "day",
        Phrase("Step"),
        Phrase("How much time is counted together (UTC)."),
        choices=tuple(zip(STEPS, (Phrase("hour"), Phrase("day"), Phrase("week"), Phrase("month")), strict=True)),
    )


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    from ...analysis.timelines import timeline_table

    return timeline_table(replace(asked, dated=True).material, options.step)


def _figure(asked: Asked, options: Options, dark: bool, say: Say) -> "Drawn":
    from ...analysis.timeline_chart import timeline_chart, timeline_panels

    return timeline_panels(timeline_chart(replace(asked, dated=True).material, options.step, asked.told), dark, say)


def _cell(asked: Asked, options: Options, _table: "pd.DataFrame", row: int, column: str) -> Selection | None:
    from ...analysis.timelines import timeline

    data = timeline(replace(asked, dated=True).material, options.step)
    place, coder = divmod(row, len(data.coders) + 1)
    first = data.begins[0] if column.startswith("cumulative") else data.begins[place]
    coders = frozenset((data.coders[coder],)) if coder < len(data.coders) else None  # the last row is everybody's
    return Selection(coders=coders, made=(first, data.begins[place + 1]))


ANALYSIS = Analysis(
    name="timeline",
    title=Phrase("Timeline of coding"),
    about=Phrase("See when codings were made, by whom, and when codes came into use."),
    columns=(
        "each step of time and coder, then all coders: hour, day, week or month, coder, codings, cumulative_codings, "
        "new_codes, cumulative_codes."
    ),
    options=Options,
    table=_table,
    figure=_figure,
    cell=_cell,
    group="charts",
)
