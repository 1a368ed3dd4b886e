"""Documents as grids of cells coloured by their codes: the analysis *portrait*."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.errors import Phrase
from ...domain.options import FIGURE, option
from ...domain.selections import Selection
from .cautions import whole_of
from .chart_options import codes_at, document_of, level_option, most_option, themes_of
from .places import places_of
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


def _material(asked: Asked, options: Options, material: "Material") -> "Material":
    from ...analysis.chart_rows import only_in

    return only_in(material, document_of(asked, options.document)) if options.document else material


def _whole(asked: Asked, options: Options) -> "Material | None":
    """The material with all codes where only some are chosen; None where all are."""
    return None if asked.scope.codes is None else _material(asked, options, whole_of(asked))


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    from ...analysis.portraits import portrait_table

    material = _material(asked, options, asked.material)
    table = portrait_table(material, themes_of(asked, options.level), _whole(asked, options))
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

    material = _material(asked, options, asked.material)
    if options.document:
        shown = [document_of(asked, options.document)]
    else:
        shown = np.unique(material.document)[: options.most_documents].tolist()
    cells = _LARGE if len(shown) == 1 else _SMALL
    themes, whole = themes_of(asked, options.level), _whole(asked, options)
    data = portraits(material, themes, shown, cells, options.most, asked.told, whole)
    return portrait_grids(data, material, dark, say)


def _cell(asked: Asked, options: Options, table: "pd.DataFrame", row: int, _column: str) -> Selection | None:
    from ...analysis.coverages import uncoded
    from ...analysis.portraits import NOT_CODED, OTHER_CODES

    name, path = table["document"].iloc[row], table["code"].iloc[row]
    number = next(number for number, one in enumerate(asked.material.documents) if one.name == name)
    document = asked.material.documents[number].id
    if path == NOT_CODED:
        found = uncoded(whole_of(asked), documents={number})
        return Selection(places=tuple((document, start, end) for _, start, end, _ in found))
    if path == OTHER_CODES:
        return _others(asked, options, number)
    return Selection(codes=codes_at(asked, path, options.level), documents=frozenset((document,)))


def _others(asked: Asked, options: Options, document: int) -> Selection:
    """The passages of a document on which are codes that are no row of the table."""
    import numpy as np

    from ...analysis.chart_rows import rows_of

    whole = whole_of(asked)
    rows = rows_of(_material(asked, options, asked.material), themes_of(asked, options.level))
    own = frozenset().union(*rows.codes)
    other = np.array([code.id not in own for code in whole.codes] or [False], dtype=np.bool_)[whole.code]
    held = np.flatnonzero(other & (whole.document == document))
    return places_of(whole, ((document, int(whole.start[one]), int(whole.end[one])) for one in held))


ANALYSIS = Analysis(
    name="portrait",
    title=Phrase("Document portraits"),
    about=Phrase("See each document as a grid of cells in reading order, coloured by the codes or themes they carry."),
    columns=(
        "each document and code or theme in it, then what carries other codes only, then what is not coded: document, "
        "code, characters, share (of the document's characters; codes may overlap)."
    ),
    options=Options,
    table=_table,
    figure=_figure,
    cell=_cell,
    group="charts",
)
