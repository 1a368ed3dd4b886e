"""How codes meet: the analysis *cooccurrence*, its heat map and its network."""

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from ...domain.errors import BadInput, Phrase
from ...domain.options import FIGURE, TABLE, WHOLE, option
from .cautions import MOST_DRAWS, OF_ALL, few_draws, note, note_uncoded, told_uncoded
from .measures import INTERVALS, MEASURES, PAIRS
from .places import where_they_meet
from .registry import Analysis, Asked, Say

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.drawn import Drawn

_SHEET_WIDTH, PAGE_WIDTH = 960.0, 680.0  # of a network, in pixels


@dataclass(frozen=True, slots=True)
class Options:
    """What a table or figure of co-occurrence shows; see `analysis.cooccurrence.count`."""

    rule: str = option(
        "overlap",
        Phrase("Rule"),
        Phrase("When two codes co-occur: overlap, same-segment, sentence, turn, paragraph, near:N, document or case."),
        names="rule",
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
        choices=(("", Phrase("pairs of segments")), *MEASURES),
    )
    kind: str = option(
        "heatmap",
        Phrase("Kind"),
        Phrase("The figure: heat map, network, chord or Sankey picture."),
        choices=(
            ("heatmap", Phrase("heat map")),
            ("network", Phrase("network")),
            ("chord", Phrase("chord picture")),
            ("sankey", Phrase("Sankey picture")),
        ),
        only=FIGURE,
    )
    level: str = option(
        "codes",
        Phrase("Level"),
        Phrase("Codes, or themes alone with all that is below them and linked to them."),
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
        unset=Phrase("automatic"),
        only=FIGURE,
    )
    nodes: int = option(
        40, Phrase("Codes in the network"), Phrase("At most so many codes in the network."), least=2, only=FIGURE
    )
    chance: int = option(
        0,
        Phrase("Random turns"),
        Phrase("Compare with so many random turns of each code within its documents; 0: do not."),
        least=0,
        zero=Phrase("none"),
        most=MOST_DRAWS,
        only=TABLE,
        quiet=True,
    )
    bootstrap: int = option(
        0,
        Phrase("Bootstrap samples"),
        Phrase("Intervals (95 %) from so many samples of documents or cases; 0: none."),
        least=0,
        zero=Phrase("none"),
        most=100_000,
        only=TABLE,
        quiet=True,
    )
    over: str = option(
        "documents",
        Phrase("Draw anew"),
        Phrase("What a bootstrap sample is drawn from."),
        choices=(("documents", Phrase("documents")), ("cases", Phrase("cases"))),
        only=TABLE,
        quiet=True,
    )
    intervals: tuple[str, ...] = option(
        ("jaccard",),
        Phrase("Intervals of"),
        Phrase("The measures that get intervals."),
        choices=INTERVALS,
        only=TABLE,
        quiet=True,
    )
    seed: int = option(
        1,
        Phrase("Seed"),
        Phrase("Where random draws begin: the same seed, the same numbers."),
        least=0,
        only=TABLE,
        quiet=True,
    )
    ids: bool = option(False, Phrase("Ids"), Phrase("Add the columns of ids."), only=TABLE, quiet=True)


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    from ...analysis.cooccurrence import cooccurrence

    if options.measure and not options.square:
        raise BadInput(
            "The table of pairs has all measures: a measure is chosen for code by code (square) and figures."
        )
    if options.square and (options.chance or options.bootstrap):
        raise BadInput("Chance and intervals belong to the table of pairs: leave out code by code (square).")
    table = cooccurrence(
        asked.material,
        options.rule,
        options.rollup,
        square=options.square,
        all_pairs=options.all_pairs,
        measure=options.measure or PAIRS,
        ids=options.ids or bool(options.chance or options.bootstrap),
        progress=asked.progress,
    )
    if options.chance or options.bootstrap:
        _add_uncertainty(table, asked, options)
    if not options.square or options.measure in OF_ALL:
        note_uncoded(table, asked)
    return table


def _add_uncertainty(table: "pd.DataFrame", asked: Asked, options: Options) -> None:
    """The columns of chance and of intervals, before the ids, which are taken away where nobody asked for them."""
    from ...analysis.uncertainty import with_chance, with_intervals

    material, rule, rollup, seed = asked.material, options.rule, options.rollup, options.seed
    if options.chance:
        with_chance(table, material, rule, rollup, options.chance, seed, asked.progress)
        note(table, few_draws(table.attrs["n_tested"], options.chance))
    if options.bootstrap:
        wanted = (options.over, tuple(dict.fromkeys(options.intervals)))
        with_intervals(table, material, rule, rollup, options.bootstrap, seed, *wanted, asked.progress)
    ids = {name: table.pop(name) for name in ("code_a_id", "code_b_id")}
    if options.ids:
        for name, column in ids.items():
            table[name] = column


def _figure(asked: Asked, options: Options, dark: bool, say: Say) -> "Drawn":
    from ...analysis import figures
    from ..charts import CooccurrenceOptions, cooccurrence_view

    if options.kind != "heatmap" and options.order:
        raise BadInput("An order is chosen for the heat map; a network and bands have none.")
    if options.kind in ("chord", "sankey"):
        return _bands(asked, options, dark, say)
    names = {each.name for each in fields(CooccurrenceOptions)} - {"filters", "measure", "order", "dropped"}
    chosen: dict[str, Any] = {name: getattr(options, name) for name in names}
    chosen |= {"measure": options.measure or PAIRS, "order": options.order or "codebook", "filters": asked.filters}
    picture = cooccurrence_view(asked.project, CooccurrenceOptions(**chosen), asked.progress)
    if options.kind == "network":
        return figures.unmarked(figures.network(picture.network, dark, say, PAGE_WIDTH if asked.page else _SHEET_WIDTH))
    return figures.unmarked(figures.heatmap(picture.heat, dark, say))


def _bands(asked: Asked, options: Options, dark: bool, say: Say) -> "Drawn":
    """The chord or Sankey picture, at most twenty codes unless more are asked for."""
    from dataclasses import replace

    from ...analysis.cooccurrence import count
    from ...analysis.ring_figures import band_chart, band_picture
    from ..charts import with_linked_codes

    material, themes = asked.material, options.level == "themes"
    if themes:
        with asked.project.read() as read:
            material = with_linked_codes(material, read.codebook, read.where("theme_code"))
    rollup = options.rollup or themes
    counts = count(material, options.rule, rollup, progress=asked.progress)
    codes = [number for number, code in enumerate(material.codes) if code.kind == "theme"] if themes else None
    told = told_uncoded(asked, options.measure in OF_ALL)
    if themes:
        told = replace(told, of_codes=len(codes or ()), what="themes")
    chart = band_chart(
        material, counts, options.measure or PAIRS, codes=codes, most=options.most or 20, rollup=rollup, filters=told
    )
    return band_picture(
        chart, options.kind, dark, say, lambda a, b: where_they_meet(material, options.rule, rollup, (a, b))
    )


def _own_columns(options: Options, table: "pd.DataFrame") -> set[int]:
    return set(range(1 + options.ids if options.square else table.shape[1]))


ANALYSIS = Analysis(
    name="cooccurrence",
    title=Phrase("Co-occurrence"),
    about=Phrase("Count how codes meet."),
    columns=(
        "each pair of codes that meet, once, in codebook order: code_a, code_b, unit, n_units, n_a, n_b, n_ab, pairs, "
        "jaccard, dice, overlap, p_b_given_a, p_a_given_b, lift, phi, documents, cases; with --chance expected, z, p, "
        "p_adjusted; with --bootstrap jaccard_low, jaccard_high (or those of other measures)."
    ),
    options=Options,
    own_columns=_own_columns,
    table=_table,
    figure=_figure,
    group="co-occurrence",
    in_window=False,
    proof=True,
)
