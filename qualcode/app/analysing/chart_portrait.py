"""Documents as grids of cells coloured by their codes: the analysis *portrait*."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.errors import Phrase
from ...domain.options import FIGURE, option
from ...domain.selections import Selection
from .chart_options import codes_at, document_of, level_option, most_option, themes_of
from .registry import Analysis, Asked, Say

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.drawn import Drawn
    from ...analysis.material import Material

_LARGE, _SMALL = 1200, 300  # cells of the longest document, alone and among others


@dataclass(frozen=True, slots=True)
class Options:
    """Which documents are portrayed, and by what."""

    document: str = option(
        "",
        Phrase("Document"),
        Phrase("Only this document; without it all of them, small."),
        unset=Phrase("all"),
        names="document",
    )
    level: str = level_option("themes")
    most: int = most_option(12)
    most_documents: int = option(
        60, Phrase("Documents"), Phrase("At most so many documents."), least=1, most=1000, only=FIGURE, quiet=True
    )


def _material(asked: Asked, options: Options) -> "Material":
    from ...analysis.chart_rows import only_in

    material = asked.material
    return only_in(material, document_of(asked, options.document)) if options.document else material


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    from ...analysis.portraits import portrait_table

    table = portrait_table(_material(asked, options), themes_of(asked, options.level))
    if options.document:
        name = asked.material.documents[document_of(asked, options.document)].name
        kept = table[table["document"] == name].reset_index(drop=True)
        kept.attrs = table.attrs
        return kept
    return table


def _figure(asked: Asked, options: Options, dark: bool, say: Say) -> "Drawn":
    import numpy as np

    from ...analysis.portrait_grids import portrait_grids
    from ...analysis.portraits import portraits

    material = _material(asked, options)
    if options.document:
        shown = [document_of(asked, options.document)]
    else:
        shown = np.unique(material.document)[: options.most_documents].tolist()
    cells = _LARGE if len(shown) == 1 else _SMALL
    data = portraits(material, themes_of(asked, options.level), shown, cells, options.most, asked.told)
    return portrait_grids(data, material, dark, say)


def _cell(asked: Asked, options: Options, table: "pd.DataFrame", row: int, _column: str) -> Selection | None:
    from ...analysis.coverages import uncoded
    from ...analysis.portraits import NOT_CODED

    name, path = table["document"].iloc[row], table["code"].iloc[row]
    number = next(number for number, one in enumerate(asked.material.documents) if one.name == name)
    document = asked.material.documents[number].id
    if path == NOT_CODED:
        found = uncoded(asked.material, documents={number})
        return Selection(places=tuple((document, start, end) for _, start, end, _ in found))
    return Selection(codes=codes_at(asked, path, options.level), documents=frozenset((document,)))


ANALYSIS = Analysis(
    name="portrait",
    title=Phrase("Document portraits"),
    about=Phrase("See each document as a grid of cells in reading order, coloured by the codes or themes they carry."),
    columns=(
        "each document and code or theme in it, then what is not coded: document, code, characters, share (of the "
        "document's characters; codes may overlap)."
    ),
    options=Options,
    table=_table,
    figure=_figure,
    cell=_cell,
    group="charts",
)
