"""The network of codes that meet, measured: the analysis *network*, its picture and its graph file."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...domain.errors import Phrase
from ...domain.options import FIGURE, TABLE, option
from ...domain.selections import Selection
from .cautions import OF_ALL, note_uncoded, told_uncoded
from .measures import TIES
from .places import code_numbers, where_they_meet
from .reaching import below
from .registry import Analysis, Asked, Say

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.cooccurrence import Counts
    from ...analysis.drawn import Drawn
    from ...analysis.graph_measures import GraphMeasures
    from ...analysis.networks import Network


@dataclass(frozen=True, slots=True)
class Options:
    """Which lines a network has; see `analysis.networks.network` and `analysis.graph_measures`."""

    rule: str = option(
        "overlap",
        Phrase("Rule"),
        Phrase("When two codes co-occur: overlap, same-segment, sentence, turn, paragraph, near:N, document or case."),
        names="rule",
    )
    measure: str = option("pairs", Phrase("Show"), Phrase("What makes a line strong."), choices=TIES)
    threshold: float | None = option(
        None,
        Phrase("Least value of a line"),
        Phrase("Lines count from this value on; without it from one that leaves about two lines for each code."),
        kind="number",
        optional=True,
        unset=Phrase("automatic"),
    )
    rollup: bool = option(False, Phrase("Take in codes below"), Phrase("A code takes in the codes below it."))
    nodes: int = option(40, Phrase("At most"), Phrase("At most so many codes: those with most segments."), least=2)
    tint: str = option(
        "community",
        Phrase("Colours"),
        Phrase("What the colours of the marks stand for."),
        choices=(("community", Phrase("communities")), ("code", Phrase("codes"))),
        only=FIGURE,
    )
    seed: int = option(
        1, Phrase("Seed"), Phrase("Where random draws begin: the same seed, the same numbers."), least=0, quiet=True
    )
    ids: bool = option(False, Phrase("Ids"), Phrase("Add the columns of ids."), only=TABLE, quiet=True)


def _found(asked: Asked, options: Any, filters: Any = None) -> tuple["Counts", "Network", "GraphMeasures"]:
    from ...analysis.cooccurrence import count
    from ...analysis.graph_measures import graph_measures
    from ...analysis.networks import network

    counts = count(asked.material, options.rule, options.rollup, progress=asked.progress)
    drawn = network(
        asked.material, counts, options.measure, threshold=options.threshold, most=options.nodes, filters=filters
    )
    return counts, drawn, graph_measures(drawn, options.seed)


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    from ...analysis.graph_measures import network_table

    counts, drawn, measures = _found(asked, options)
    table = network_table(asked.material, counts, drawn, measures, options.ids)
    table.attrs["seed"] = options.seed
    if options.measure in OF_ALL:
        note_uncoded(table, asked)
    return table


def _figure(asked: Asked, options: Options, dark: bool, say: Say) -> "Drawn":
    from ...analysis.network_figures import network_picture

    material = asked.material
    _, drawn, measures = _found(asked, options, told_uncoded(asked, options.measure in OF_ALL))

    def of_code(code: int) -> Selection:
        return Selection(codes=below(material, code, options.rollup))

    def of_line(first: int, second: int) -> Selection:
        return where_they_meet(material, options.rule, options.rollup, (first, second))

    return network_picture(
        drawn, measures, options.tint == "community", dark=dark, say=say, of_code=of_code, of_line=of_line
    )


def _cell(asked: Asked, options: Options, table: "pd.DataFrame", row: int, column: str) -> Selection | None:
    material = asked.material
    if column in ("node", "segments", "documents", "cases"):
        code = code_numbers(material, [table["node"].iloc[row]])[0]
        return Selection(codes=below(material, code, options.rollup))
    if column == "community":
        mine = table.loc[table["community"] == table["community"].iloc[row], "node"]
        chosen = (below(material, code, options.rollup) for code in code_numbers(material, mine))
        return Selection(codes=frozenset().union(*chosen))
    return None


def write_graph(asked: Asked, options: Any, target: Path, date: str) -> None:
    """Write the network as GraphML: codes with their colours and what was measured, lines with all measures."""
    from ...analysis.graph_lines import lines_of, nodes_of
    from ...formats.graphml import Arrow, Vertex, write_graphml

    counts, drawn, measures = _found(asked, options)
    with asked.project.read() as read:
        study = read.study().name
    vertices = [Vertex(key, values) for key, values in nodes_of(asked.material, counts, drawn, measures)]
    arrows = [
        Arrow(f"e{number}", *ends, values)
        for number, (ends, values) in enumerate(lines_of(asked.material, counts, drawn))
    ]
    facts: dict[str, str | int | float | bool | None] = {
        "study": study, "date": date, "rule": counts.rule, "unit": counts.unit, "n_units": counts.n_units,
        "measure": drawn.measure, "threshold": float(drawn.threshold), "modularity": measures.modularity,
    }  # fmt: skip
    write_graphml(target, facts, vertices, arrows, directed=False)


ANALYSIS = Analysis(
    name="network",
    title=Phrase("Network of codes"),
    about=Phrase("Find communities of codes that meet, and the codes between them."),
    columns="each code with a line: node, community, degree, strength, betweenness, segments, documents, cases.",
    options=Options,
    table=_table,
    figure=_figure,
    cell=_cell,
    group="co-occurrence",
    proof=True,
    graph=write_graph,
)
