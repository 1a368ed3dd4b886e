"""Documents compared part by part, whatever their length: the analysis *comparison*."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.errors import Phrase
from ...domain.options import FIGURE, option
from ...domain.selections import Selection
from .chart_options import level_option, most_option, themes_of
from .registry import Analysis, Asked, Say

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.drawn import Drawn


@dataclass(frozen=True, slots=True)
class Options:
    """Into how many parts documents are cut, and what is shown in them."""

    level: str = level_option("themes")
    parts: int = option(
        100, Phrase("Parts"), Phrase("Into how many parts of equal length each document is cut."), least=2, most=500
    )
    most: int = most_option(8)
    most_documents: int = option(
        60, Phrase("Documents"), Phrase("At most so many documents."), least=1, most=1000, only=FIGURE, quiet=True
    )


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    from ...analysis.comparisons import comparison_table

    return comparison_table(asked.material, themes_of(asked, options.level), options.parts)


def _figure(asked: Asked, options: Options, dark: bool, say: Say) -> "Drawn":
    from ...analysis.comparisons import comparison, comparison_strips

    wanted = (themes_of(asked, options.level), options.parts, options.most, options.most_documents)
    return comparison_strips(comparison(asked.material, *wanted, asked.told), asked.material, dark, say)


def _cell(asked: Asked, options: Options, table: "pd.DataFrame", row: int, _column: str) -> Selection | None:
    from ...analysis.chart_rows import Passages, rows_of
    from ...analysis.comparisons import part_bounds

    material = asked.material
    name, part, path = (table[field].iloc[row] for field in ("document", "part", "code"))
    number = next(number for number, one in enumerate(material.documents) if one.name == name)
    bounds = part_bounds(material.documents[number].characters, options.parts)
    rows = rows_of(material, themes_of(asked, options.level))
    place = next(place for place, label in enumerate(rows.labels) if label.path == path)
    found = Passages(material, rows.spans).within(number, int(bounds[part - 1]), int(bounds[part]), place)
    return Selection(places=found)


ANALYSIS = Analysis(
    name="comparison",
    title=Phrase("Documents compared"),
    about=Phrase("Compare where codes or themes stand in documents of any length, each cut into as many parts."),
    columns="each document, part and code or theme in it: document, part, code, characters, share (of the part).",
    options=Options,
    table=_table,
    figure=_figure,
    cell=_cell,
    group="charts",
)
