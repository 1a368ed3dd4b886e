"""How much of the text is coded, and what nobody coded: the analysis *coverage*."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.errors import Phrase
from ...domain.options import FIGURE, TABLE, option
from ...domain.selections import Selection
from .cautions import whole_of
from .registry import Analysis, Asked, Say

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.drawn import Drawn
    from ...analysis.material import Material


@dataclass(frozen=True, slots=True)
class Options:
    """What coverage is counted by, and whether the stretches without codes are listed."""

    by: str = option(
        "document",
        Phrase("By"),
        Phrase("Each document as a whole, or apart by coder or speaker."),
        choices=(("document", Phrase("document")), ("coder", Phrase("coder")), ("speaker", Phrase("speaker"))),
    )
    uncoded: bool = option(
        False, Phrase("List uncoded text"), Phrase("List the stretches that carry no code instead."), only=TABLE
    )
    least: int = option(
        25,
        Phrase("At least"),
        Phrase("Of uncoded stretches only those of so many characters."),
        least=1,
        only=TABLE,
        quiet=True,
    )
    order: str = option(
        "project",
        Phrase("Order"),
        Phrase("Documents as in the project, or those with most coded text first."),
        choices=(("project", Phrase("as in the project")), ("coded", Phrase("most coded first"))),
        only=FIGURE,
    )
    most_documents: int = option(
        60, Phrase("Documents"), Phrase("At most so many documents."), least=1, most=1000, only=FIGURE, quiet=True
    )


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    from ...analysis.coverages import coverage_table, uncoded_table

    if options.uncoded:
        return uncoded_table(whole_of(asked), options.least)
    return coverage_table(asked.material, options.by, _whole(asked))


def _whole(asked: Asked) -> "Material | None":
    """The material with all codes where only some are chosen; None where all are."""
    return None if asked.scope.codes is None else whole_of(asked)


def _figure(asked: Asked, options: Options, dark: bool, say: Say) -> "Drawn":
    from ...analysis.coverage_bars import coverage_bars, coverage_chart

    whole = _whole(asked)
    data = coverage_chart(asked.material, options.by, options.order, options.most_documents, asked.told, whole)
    return coverage_bars(data, asked.material if whole is None else whole, dark, say)


def _cell(asked: Asked, options: Options, table: "pd.DataFrame", row: int, _column: str) -> Selection | None:
    from ...analysis.coverages import TOTAL

    name = table["document"].iloc[row]
    chosen = [document.id for document in asked.material.documents if document.name == name]
    if options.uncoded:
        return Selection(places=((chosen[0], int(table["start"].iloc[row]), int(table["end"].iloc[row])),))
    group = table[options.by].iloc[row]
    return Selection(
        documents=None if name == TOTAL else frozenset(chosen),
        coders=frozenset((group,)) if options.by == "coder" else None,
        speakers=frozenset((group,)) if options.by == "speaker" else None,
    )


ANALYSIS = Analysis(
    name="coverage",
    title=Phrase("Coverage"),
    about=Phrase("See how much of each document is coded, by whom, of whose words, and what nobody coded."),
    columns=(
        "each document (with --by coder or speaker each of these apart), then all documents: document, coder or "
        "speaker, characters, coded, share; with --codes other_codes, the characters that carry other codes only. With "
        "--uncoded each stretch without codes: document, start, end, characters, share, turn, speaker."
    ),
    options=Options,
    table=_table,
    figure=_figure,
    cell=_cell,
    group="charts",
)
