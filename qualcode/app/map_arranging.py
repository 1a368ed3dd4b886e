"""Nodes and relations of a map as arrays for the layouts, and back: groups go round what is in them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ..analysis import map_layouts
from ..domain.theme_maps import GROUP_EDGE, GROUP_HEAD, MapNode, Relation
from .map_things import frame, length, place

_UPWARDS = ("part of",)  # kinds whose target stands above their source: the whole above its parts


def arranged(
    nodes: Sequence[MapNode], relations: Sequence[Relation], layout: str, seed: int, anew: bool
) -> list[MapNode]:
    """The nodes at their new places; `anew` pays no heed to where they are."""
    holding = {node.inside for node in nodes if node.inside is not None}
    free = [node for node in nodes if node.id not in holding]
    index = {node.id: number for number, node in enumerate(free)}
    ranks = {key: number for number, key in enumerate(sorted(holding, key=str))}
    drawn = [one for one in relations if one.source in index and one.target in index]
    degree = Counter(end for one in drawn for end in (one.source, one.target))
    ends = []
    for one in drawn:
        # what has no direction leads from what has more relations to what has fewer
        turned = one.kind in _UPWARDS if one.directed else degree[one.target] > degree[one.source]
        ends.append((one.target, one.source) if turned else (one.source, one.target))
    graph = map_layouts.Graph(
        np.array([node.size for node in free], dtype=np.float64).reshape(-1, 2),
        np.array([(index[a], index[b]) for a, b in ends], dtype=np.int64).reshape(-1, 2),
        map_layouts.shares([one.strength for one in drawn]),
        np.array([-1 if node.inside is None else ranks[node.inside] for node in free], dtype=np.int64),
        (GROUP_EDGE, GROUP_HEAD),
        np.array([node.about_kind == "case" for node in free], dtype=np.bool_),
    )
    start = None if anew else np.array([(node.x, node.y) for node in free], dtype=np.float64).reshape(-1, 2)
    where = map_layouts.LAYOUTS[layout](graph, start, seed)
    moved = {node.id: replace(node, x=place(x), y=place(y)) for node, (x, y) in zip(free, where.tolist(), strict=True)}
    for group in (node for node in nodes if node.id in holding):
        x, y, width, height = frame([node for node in moved.values() if node.inside == group.id])
        moved[group.id] = replace(group, x=place(x), y=place(y), width=length(width), height=length(height))
    return [moved[node.id] for node in nodes]
