"""Codes as circles gathered by theme: the analysis *bubbles*."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.errors import Phrase
from ...domain.options import FIGURE, option
from ...domain.selections import Selection
from .chart_options import codes_at, most_option
from .registry import Analysis, Asked, Say

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.drawn import Drawn


@dataclass(frozen=True, slots=True)
class Options:
    """What the areas of the circles count."""

    size: str = option(
        "segments",
        Phrase("Area"),
        Phrase("What the area of a circle counts."),
        choices=(
            ("segments", Phrase("segments")),
            ("cases", Phrase("cases")),
            ("documents", Phrase("documents")),
        ),
        only=FIGURE,
    )
    most: int = most_option(60)


def _table(asked: Asked, _options: Options) -> "pd.DataFrame":
    from ...analysis.bubbles import bubble_table

    return bubble_table(asked.material)


def _figure(asked: Asked, options: Options, dark: bool, say: Say) -> "Drawn":
    from ...analysis.bubbles import bubble_circles, bubbles

    data = bubbles(asked.material, options.size, options.most, asked.told)
    return bubble_circles(data, asked.material, dark, say)


def _cell(asked: Asked, _options: Options, table: "pd.DataFrame", row: int, column: str) -> Selection | None:
    if column == "theme":
        return None
    return Selection(codes=codes_at(asked, table["code"].iloc[row], "codes"))


ANALYSIS = Analysis(
    name="bubbles",
    title=Phrase("Codes by theme"),
    about=Phrase("See the codes as circles whose areas are counts, gathered by the theme they stand under."),
    columns="each code in use: theme, code, segments, documents, cases.",
    options=Options,
    table=_table,
    figure=_figure,
    cell=_cell,
    group="charts",
    proof=True,
)
