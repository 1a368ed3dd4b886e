"""Which code follows which: the analysis *sequences*, its heat map and its Sankey picture."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.errors import Phrase
from ...domain.options import FIGURE, TABLE, option
from ...domain.selections import Selection
from .cautions import note_uncoded, told_uncoded
from .places import Found, code_numbers, places_of
from .reaching import below
from .registry import Analysis, Asked, Say

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.drawn import Drawn

_MEASURES = (
    ("followed", Phrase("segments followed")),
    ("share", Phrase("share of the first code's segments")),
    ("lift", Phrase("lift")),
    ("pairs", Phrase("pairs of segments")),
    ("documents", Phrase("documents")),
    ("cases", Phrase("cases")),
)


@dataclass(frozen=True, slots=True)
class Options:
    """What the table and the figures of sequences show; see `analysis.sequences.sequences`."""

    unit: str = option(
        "turn",
        Phrase("Counted in"),
        Phrase("The units in which the distance is counted."),
        choices=(
            ("turn", Phrase("turns")),
            ("paragraph", Phrase("paragraphs")),
            ("sentence", Phrase("sentences")),
        ),
    )
    within: int = option(
        2,
        Phrase("Within"),
        Phrase(
            "The second code begins at most so many units behind the one in which the first ends; 0: in that one. In "
            "an interview of two the next turn is the interviewer's, the one after it the same participant's."
        ),
        least=0,
        most=1000,
    )
    rollup: bool = option(False, Phrase("Take in codes below"), Phrase("A code takes in the codes below it."))
    measure: str = option("followed", Phrase("Show"), Phrase("What the cells show."), choices=_MEASURES, only=FIGURE)
    kind: str = option(
        "heatmap",
        Phrase("Kind"),
        Phrase("The figure: heat map or Sankey picture (segments followed)."),
        choices=(("heatmap", Phrase("heat map")), ("sankey", Phrase("Sankey picture"))),
        only=FIGURE,
    )
    most: int = option(
        20, Phrase("At most"), Phrase("At most so many codes: those with most segments."), least=2, most=60, only=FIGURE
    )
    all_pairs: bool = option(
        False, Phrase("All pairs"), Phrase("Pairs that never follow each other too."), only=TABLE, flag="all"
    )
    ids: bool = option(False, Phrase("Ids"), Phrase("Add the columns of ids."), only=TABLE, quiet=True)


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    from ...analysis.sequences import sequence_table, sequences

    found = sequences(asked.material, options.unit, options.within, options.rollup, asked.progress)
    table = sequence_table(asked.material, found, options.all_pairs, options.ids)
    note_uncoded(table, asked)
    return table


def _figure(asked: Asked, options: Options, dark: bool, say: Say) -> "Drawn":
    from ...analysis.sequence_figures import sequence_chart, sequence_heat, sequence_sankey
    from ...analysis.sequences import passages, sequences

    material, told = asked.material, told_uncoded(asked, options.kind == "heatmap" and options.measure == "lift")
    found = sequences(material, options.unit, options.within, options.rollup, asked.progress)
    measure = "followed" if options.kind == "sankey" else options.measure
    chart = sequence_chart(material, found, measure, options.most, told, options.rollup)

    def opens(first: int, second: int) -> Selection:
        def find() -> tuple[tuple[int, int, int], ...]:
            return passages(material, options.unit, options.within, options.rollup, first, second)

        return Selection(places=Found(material, find))

    draw = sequence_sankey if options.kind == "sankey" else sequence_heat
    return draw(chart, dark, say, opens)


def _cell(asked: Asked, options: Options, table: "pd.DataFrame", row: int, column: str) -> Selection | None:
    from ...analysis.sequences import passages

    if column in ("unit", "within", "expected"):
        return None
    material = asked.material
    a, b = code_numbers(material, table.loc[table.index[row], ["code_a", "code_b"]])
    if column in ("code_a", "n_a"):
        return Selection(codes=below(material, a, options.rollup))
    if column in ("code_b", "n_b"):
        return Selection(codes=below(material, b, options.rollup))
    return places_of(material, passages(material, options.unit, options.within, options.rollup, a, b))


ANALYSIS = Analysis(
    name="sequences",
    title=Phrase("Sequences"),
    about=Phrase("Count which code follows which within so many turns, paragraphs or sentences."),
    columns=(
        "each ordered pair of which the second follows the first: code_a, code_b, unit, within, n_a, n_b, followed, "
        "share, expected, lift, pairs, documents, cases."
    ),
    options=Options,
    table=_table,
    figure=_figure,
    cell=_cell,
    group="co-occurrence",
    proof=True,
)
