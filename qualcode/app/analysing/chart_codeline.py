"""Where each code stands in a document: the analysis *codeline*."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.errors import Phrase
from ...domain.options import FIGURE, option
from ...domain.selections import Selection
from .chart_options import document_of, level_option, most_option, themes_of
from .registry import Analysis, Asked, Say

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.drawn import Drawn


@dataclass(frozen=True, slots=True)
class Options:
    """What the code line shows."""

    document: str = option(
        "",
        Phrase("Document"),
        Phrase("The document; without it the one with most codings."),
        unset=Phrase("the one coded most"),
        names="document",
    )
    level: str = level_option("codes")
    by_coder: bool = option(
        False, Phrase("Coders apart"), Phrase("Each coder has a lane of their own in every row."), only=FIGURE
    )
    most: int = most_option(60)


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    from ...analysis.chart_rows import rows_of
    from ...analysis.codelines import codeline_table

    document = document_of(asked, options.document)
    return codeline_table(asked.material, rows_of(asked.material, themes_of(asked, options.level)), document)


def _figure(asked: Asked, options: Options, dark: bool, say: Say) -> "Drawn":
    from ...analysis.chart_rows import only_in, rows_of
    from ...analysis.codelines import codeline, codeline_chart

    material, document = asked.material, document_of(asked, options.document)
    rows = rows_of(only_in(material, document), themes_of(asked, options.level), options.most)
    data = codeline(material, rows, document, asked.told)
    return codeline_chart(data, material, options.by_coder, dark, say)


def _cell(asked: Asked, options: Options, table: "pd.DataFrame", row: int, _column: str) -> Selection | None:
    document = asked.material.documents[document_of(asked, options.document)].id
    return Selection(places=((document, int(table["start"].iloc[row]), int(table["end"].iloc[row])),))


ANALYSIS = Analysis(
    name="codeline",
    title=Phrase("Code line"),
    about=Phrase("See where each code stands in a document, from its beginning to its end."),
    columns=(
        "each coded passage of the document: document, code, start, end, characters, from, to (in per cent of the "
        "document), turn, turns, speaker, coders."
    ),
    options=Options,
    table=_table,
    figure=_figure,
    cell=_cell,
    group="charts",
)
