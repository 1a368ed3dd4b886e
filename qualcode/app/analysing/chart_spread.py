"""How codes spread over documents: the analysis *spread*."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.errors import Phrase
from ...domain.options import FIGURE, option
from ...domain.selections import Selection
from .chart_options import codes_at, level_option, most_option, themes_of
from .registry import Analysis, Asked, Say

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.drawn import Drawn


@dataclass(frozen=True, slots=True)
class Options:
    """Which codes and documents are shown."""

    level: str = level_option("codes")
    order: str = option(
        "codebook",
        Phrase("Order"),
        Phrase("Codes as in the codebook, or those with most segments first."),
        choices=(("codebook", Phrase("as in the codebook")), ("frequency", Phrase("most segments first"))),
        only=FIGURE,
    )
    most: int = most_option(45)
    most_documents: int = option(
        40, Phrase("Documents"), Phrase("At most so many documents."), least=1, most=200, only=FIGURE, quiet=True
    )


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    from ...analysis.spreads import spread_table

    return spread_table(asked.material, themes_of(asked, options.level))


def _figure(asked: Asked, options: Options, dark: bool, say: Say) -> "Drawn":
    from ...analysis.spreads import spread, spread_dots

    by_use = options.order == "frequency"
    data = spread(
        asked.material, themes_of(asked, options.level), options.most, options.most_documents, by_use, asked.told
    )
    return spread_dots(data, asked.material, dark, say)


def _cell(asked: Asked, options: Options, table: "pd.DataFrame", row: int, _column: str) -> Selection | None:
    name, path = table["document"].iloc[row], table["code"].iloc[row]
    documents = frozenset(one.id for one in asked.material.documents if one.name == name)
    return Selection(codes=codes_at(asked, path, options.level), documents=documents)


ANALYSIS = Analysis(
    name="spread",
    title=Phrase("Codes in documents"),
    about=Phrase("See in which documents each code stands, and how often: a dot plot whose areas are counts."),
    columns="each code or theme and document in which it stands: code, document, segments.",
    options=Options,
    table=_table,
    figure=_figure,
    cell=_cell,
    group="charts",
    proof=True,
)
