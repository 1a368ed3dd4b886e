"""The network of codes as numbers: who is tied to whom, in which community, and who lies between others."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .communities import communities, modularity
from .cooccurrence import COEFFICIENTS, Counts
from .material import FloatArray, IntArray, Material
from .networks import Network

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, eq=False)
class GraphMeasures:
    """Of the nodes of a network, in its order: `community` from 0 on, `degree` (lines), `strength` (their sum) and
    `betweenness` (0 to 1); `modularity` of the communities."""

    community: IntArray
    degree: IntArray
    strength: FloatArray
    betweenness: FloatArray
    modularity: float


def graph_measures(network: Network, seed: int = 1) -> GraphMeasures:
    """Measure the lines of a network, as they are drawn: those from its threshold on.

    Communities weigh lines by their measure. Betweenness is the share of the shortest ways between all pairs of others
    that go through a node (Freeman 1977), each line one step, divided by their number, (n − 1)(n − 2) / 2; with
    fewer than three nodes it is 0.
    """
    import rustworkx

    size = len(network.nodes)
    weights = np.zeros((size, size))
    for edge in network.edges:
        weights[edge.a, edge.b] = weights[edge.b, edge.a] = edge.value
    graph: rustworkx.PyGraph[int, float] = rustworkx.PyGraph()
    graph.add_nodes_from(list(range(size)))
    graph.add_edges_from([(edge.a, edge.b, edge.value) for edge in network.edges])
    between = rustworkx.graph_betweenness_centrality(graph, normalized=True)
    community = communities(weights, seed)
    return GraphMeasures(
        community,
        (weights > 0).sum(axis=1).astype(np.int64),
        weights.sum(axis=1),
        np.array([between[node] for node in range(size)], dtype=np.float64),
        modularity(weights, community),
    )


def network_table(
    material: Material, counts: Counts, network: Network, measures: GraphMeasures, ids: bool = False
) -> "pd.DataFrame":
    """A row for each node, community by community, the strongest first: node, community (from 1), degree, strength,
    betweenness, segments, documents, cases."""
    import pandas as pd

    codes = np.array([node.label.code for node in network.nodes], dtype=np.int64)
    places = np.searchsorted(counts.codes, codes)
    columns: dict[str, object] = {
        "node": np.array([material.codes[code].path for code in codes], dtype=object),
        "community": measures.community + 1,
        "degree": measures.degree,
        "strength": measures.strength if network.measure in COEFFICIENTS else measures.strength.astype(np.int64),
        "betweenness": measures.betweenness,
        "segments": counts.spans[places],
        "documents": counts.code_documents[places],
        "cases": counts.code_cases[places],
    }
    if ids:
        columns["node_id"] = np.array([str(material.codes[code].id) for code in codes], dtype=object)
    order = np.lexsort((codes, -measures.strength, measures.community))
    table = pd.DataFrame(columns).iloc[order].reset_index(drop=True)
    table.attrs = {
        "rule": counts.rule,
        "measure": network.measure,
        "unit": counts.unit,
        "threshold": float(network.threshold),
        "n_nodes": len(network.nodes),
        "n_lines": len(network.edges),
        "modularity": measures.modularity,
    }
    return table
