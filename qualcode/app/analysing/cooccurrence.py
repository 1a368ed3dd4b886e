"""How codes meet: the analysis *cooccurrence*, its heat map and its network."""

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from ...domain.errors import BadInput, Phrase
from ...domain.options import FIGURE, TABLE, WHOLE, option
from .registry import Analysis, Asked, Say

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.drawn import Drawn

PAIRS = "pairs"
_SHEET_WIDTH, _PAGE_WIDTH = 960.0, 680.0  # of a network, in pixels
_MEASURES = (
    ("pairs", Phrase("pairs of segments")),
    ("n_ab", Phrase("units that carry both")),
    ("jaccard", Phrase("Jaccard")),
    ("dice", Phrase("Dice")),
    ("overlap", Phrase("overlap coefficient")),
    ("p_b_given_a", Phrase("share of the row's code")),
    ("p_a_given_b", Phrase("share of the column's code")),
    ("lift", Phrase("lift")),
    ("phi", Phrase("phi")),
    ("documents", Phrase("documents")),
    ("cases", Phrase("cases")),
)


@dataclass(frozen=True, slots=True)
class Options:
    """What a table or figure of co-occurrence shows; see `analysis.cooccurrence.count`."""

    rule: str = option(
        "overlap",
        Phrase("Rule"),
        Phrase("When two codes co-occur: overlap, same-segment, sentence, turn, paragraph, near:N, document or case."),
    )
    rollup: bool = option(False, Phrase("Take in codes below"), Phrase("A code takes in the codes below it."))
    square: bool = option(
        False,
        Phrase("Code by code"),
        Phrase("A code by code table of one measure, both halves."),
        only=TABLE,
    )
    all_pairs: bool = option(False, Phrase("All pairs"), Phrase("Pairs that never meet too."), only=TABLE, flag="all")
    measure: str = option(
        "",
        Phrase("Show"),
        Phrase("What a code by code table and a figure show, pairs unless said."),
        choices=(("", Phrase("pairs of segments")), *_MEASURES),
    )
    kind: str = option(
        "heatmap",
        Phrase("Kind"),
        Phrase("The figure: heat map or network."),
        choices=(("heatmap", Phrase("heat map")), ("network", Phrase("network"))),
        only=FIGURE,
    )
    level: str = option(
        "codes",
        Phrase("Level"),
        Phrase("Codes, or themes alone with all that is below them."),
        choices=(("codes", Phrase("codes")), ("themes", Phrase("themes"))),
        only=FIGURE,
    )
    order: str = option(
        "",
        Phrase("Order"),
        Phrase("Of the heat map: as in the codebook (codebook), by likeness (clustered) or by frequency."),
        choices=(
            ("", Phrase("as in the codebook")),
            ("codebook", Phrase("as in the codebook")),
            ("likeness", Phrase("by likeness")),
            ("frequency", Phrase("by frequency")),
        ),
        only=FIGURE,
    )
    most: int | None = option(
        None,
        Phrase("At most"),
        Phrase("At most so many codes in a figure: those with most segments."),
        kind=WHOLE,
        optional=True,
        least=1,
        only=FIGURE,
    )
    threshold: float | None = option(
        None,
        Phrase("Least value of a line"),
        Phrase("Lines of the network are drawn from this value on."),
        kind="number",
        optional=True,
        only=FIGURE,
    )
    nodes: int = option(
        40, Phrase("Codes in the network"), Phrase("At most so many codes in the network."), least=2, only=FIGURE
    )
    ids: bool = option(False, Phrase("Ids"), Phrase("Add the columns of ids."), only=TABLE, quiet=True)


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    from ...analysis.cooccurrence import cooccurrence

    if options.measure and not options.square:
        raise BadInput(
            "The table of pairs has all measures: a measure is chosen for code by code (square) and figures."
        )
    return cooccurrence(
        asked.material,
        options.rule,
        options.rollup,
        square=options.square,
        all_pairs=options.all_pairs,
        measure=options.measure or PAIRS,
        ids=options.ids,
        progress=asked.progress,
    )


def _figure(asked: Asked, options: Options, dark: bool, say: Say) -> "Drawn":
    from ...analysis import figures
    from ..charts import CooccurrenceOptions, cooccurrence_view

    if options.kind == "network" and options.order:
        raise BadInput("A network has no order: it is chosen for the heat map.")
    names = {each.name for each in fields(CooccurrenceOptions)} - {"filters", "measure", "order"}
    chosen: dict[str, Any] = {name: getattr(options, name) for name in names}
    chosen |= {"measure": options.measure or PAIRS, "order": options.order or "codebook", "filters": asked.filters}
    picture = cooccurrence_view(asked.project, CooccurrenceOptions(**chosen), asked.progress)
    if options.kind == "network":
        return figures.unmarked(
            figures.network(picture.network, dark, say, _PAGE_WIDTH if asked.page else _SHEET_WIDTH)
        )
    return figures.unmarked(figures.heatmap(picture.heat, dark, say))


ANALYSIS = Analysis(
    name="cooccurrence",
    title=Phrase("Co-occurrence"),
    about=Phrase("Count how codes meet."),
    columns=(
        "each pair of codes that meet, once, in codebook order: code_a, code_b, unit, n_units, n_a, n_b, n_ab, pairs, "
        "jaccard, dice, overlap, p_b_given_a, p_a_given_b, lift, phi, documents, cases."
    ),
    options=Options,
    table=_table,
    figure=_figure,
    group="co-occurrence",
    in_window=False,
)
