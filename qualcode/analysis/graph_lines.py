"""The network of codes as nodes and lines with their values, for files that other programs read."""

from collections.abc import Iterator

import numpy as np

from .cooccurrence import Counts
from .graph_measures import GraphMeasures
from .material import Material
from .networks import Network

Value = str | int | float | bool | None


def nodes_of(
    material: Material, counts: Counts, network: Network, measures: GraphMeasures
) -> Iterator[tuple[str, dict[str, Value]]]:
    """Id and values of every node."""
    for place, node in enumerate(network.nodes):
        code = material.codes[node.label.code]
        row = int(np.searchsorted(counts.codes, node.label.code))
        yield (
            str(code.id),
            {
                "label": code.name,
                "path": code.path,
                "kind": code.kind,
                "color": code.color,
                "x": node.x,
                "y": node.y,
                "community": int(measures.community[place]) + 1,
                "degree": int(measures.degree[place]),
                "strength": float(measures.strength[place]),
                "betweenness": float(measures.betweenness[place]),
                "segments": int(counts.spans[row]),
                "units": int(counts.n[row]),
                "documents": int(counts.code_documents[row]),
                "cases": int(counts.code_cases[row]),
            },
        )


def lines_of(
    material: Material, counts: Counts, network: Network
) -> Iterator[tuple[tuple[str, str], dict[str, Value]]]:
    """The two ends (ids) and the values of every line: `weight` is the measure shown, beside all others; one that is
    not defined is left out."""
    keys = counts.a * max(counts.codes.size, 1) + counts.b
    found = counts.coefficients()
    for edge in network.edges:
        ends = [network.nodes[end].label.code for end in (edge.a, edge.b)]
        a, b = (int(np.searchsorted(counts.codes, code)) for code in sorted(ends))
        row = int(np.searchsorted(keys, a * counts.codes.size + b))
        one, other = (str(material.codes[code].id) for code in sorted(ends))
        values: dict[str, Value] = {"weight": float(edge.value), "n_ab": int(counts.n_ab[row])}
        values["pairs"] = int(counts.pairs[row])
        for name, column in found.items():
            values[name] = None if np.isnan(column[row]) else float(column[row])
        values |= {"documents": int(counts.documents[row]), "cases": int(counts.cases[row])}
        yield (one, other), values
