"""How often each code was used: the analysis *frequencies* and its bars."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.errors import Phrase
from ...domain.options import FIGURE, TABLE, option
from ...domain.selections import Selection
from .reaching import below
from .registry import Analysis, Asked, Say

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.drawn import Drawn


@dataclass(frozen=True, slots=True)
class Options:
    """What the table and the bars of frequency show; see `analysis.frequencies`."""

    measure: str = option(
        "segments",
        Phrase("Show"),
        Phrase("What the bars show."),
        choices=(
            ("segments", Phrase("segments")),
            ("codings", Phrase("codings")),
            ("documents", Phrase("documents")),
            ("cases", Phrase("cases")),
            ("coders", Phrase("coders")),
            ("characters", Phrase("characters")),
            ("share_of_text", Phrase("share of text")),
        ),
        only=FIGURE,
    )
    rollup: bool = option(False, Phrase("Take in codes below"), Phrase("A code takes in the codes below it."))
    most: int = option(
        40, Phrase("At most"), Phrase("At most so many codes: those with most of it."), least=1, only=FIGURE
    )
    ids: bool = option(False, Phrase("Ids"), Phrase("Add the columns of ids."), only=TABLE, quiet=True)


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    from ...analysis.frequencies import frequencies

    return frequencies(asked.material, options.rollup, options.ids)


def _figure(asked: Asked, options: Options, dark: bool, say: Say) -> "Drawn":
    from ...analysis.figures import frequency_chart
    from ..charts import FrequencyOptions, frequency_view

    wanted = FrequencyOptions(options.measure, options.rollup, options.most, asked.filters)
    chart = frequency_view(asked.project, wanted)
    opens = [Selection(codes=below(asked.material, label.code, options.rollup)) for label in chart.labels]
    return frequency_chart(chart, dark, say, opens)


def _cell(asked: Asked, options: Options, table: "pd.DataFrame", row: int, column: str) -> Selection | None:
    if column == "code":
        return None
    path = table["code"].iloc[row]
    number = next(number for number, code in enumerate(asked.material.codes) if code.path == path)
    return Selection(codes=below(asked.material, number, options.rollup))


ANALYSIS = Analysis(
    name="frequencies",
    title=Phrase("Frequencies"),
    about=Phrase("Count how often each code was used, and on how much of the text."),
    columns="each code: code, segments, codings, documents, cases, coders, characters, share_of_text.",
    options=Options,
    table=_table,
    figure=_figure,
    cell=_cell,
    proof=True,
)
