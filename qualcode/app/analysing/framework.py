"""What each case says on each theme: the analysis *cases-by-themes*."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.errors import Phrase
from ...domain.options import TABLE, option
from .registry import Analysis, Asked

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Options:
    """What the table of cases and themes holds; see `app.framework.framework_table`."""

    square: bool = option(
        False,
        Phrase("Case by theme"),
        Phrase("A row per case and a column per theme, holding the numbers of segments."),
        only=TABLE,
    )
    all_pairs: bool = option(False, Phrase("All pairs"), Phrase("Empty cells, too."), only=TABLE, flag="all")
    ids: bool = option(False, Phrase("Ids"), Phrase("Add the columns of ids."), only=TABLE, quiet=True)


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    from ..framework import framework_table

    material = asked.project.analyses.material(asked.scope)
    chosen = {"square": options.square, "all_pairs": options.all_pairs, "ids": options.ids}
    with asked.project.read() as read:
        return framework_table(read, material, display_ids=asked.display_ids, **chosen)


ANALYSIS = Analysis(
    name="cases-by-themes",
    title=Phrase("Cases by themes"),
    about=Phrase("What each case says on each theme."),
    columns="each case and theme it speaks to: case, theme, segments, first_words.",
    options=Options,
    table=_table,
    group="cases",
    in_window=False,
    no_figure=Phrase("Cases by themes come as a table: end the name in .csv, .xlsx, .json or .parquet."),
)
