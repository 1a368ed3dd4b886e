"""The radial layout of a theme map: what most relations touch in the middle, the rest in rings by distance."""

from math import ceil

import numpy as np

from .map_layouts import CELL, FloatArray, Graph, IntArray

_PITCH = 1.15  # cells between two rings
_ROOM = 1.12  # cells of a ring for each thing in it
_MOST = 18  # things in a ring before it becomes two


def ringed(graph: Graph, start: FloatArray | None, chance: np.random.Generator) -> FloatArray:
    """Places in rings round a middle. Begins with the angles of `start`, else with an order by chance."""
    count = len(graph.sizes)
    near: list[set[int]] = [set() for _ in range(count)]
    for a, b in graph.edges.tolist():
        near[a].add(b)
        near[b].add(a)
    above, ring = _tree(near)
    begun: FloatArray
    if start is None:
        begun = (chance.permutation(count) * (2 * np.pi / count) - np.pi).astype(np.float64)
    else:
        from_middle = (start - start[ring == 0]) / np.array(CELL)
        begun = np.arctan2(from_middle[:, 1], from_middle[:, 0]).astype(np.float64).round(3)
    angle = _angles(above, ring, begun)
    radius = 0.0
    reach = np.zeros(count)
    for number in range(1, int(ring.max()) + 1):
        row = np.flatnonzero(ring == number)
        row = row[np.lexsort((row, angle[row]))]
        folds = max(1, ceil(len(row) / (_MOST * number)))
        fullest = ceil(len(row) / folds)
        first = max(radius + _PITCH, fullest * _ROOM / (2 * np.pi))
        for fold in range(folds):
            reach[row[fold::folds]] = first + fold * _PITCH
        radius = first + (folds - 1) * _PITCH
        angle[row] = _spread(angle[row], min(2 * np.pi / len(row), _ROOM / first / folds))
    places: FloatArray = np.stack([np.cos(angle), np.sin(angle)], axis=1) * reach[:, None] * np.array(CELL)
    return places


def _tree(near: list[set[int]]) -> tuple[IntArray, IntArray]:
    """What each is reached from (-1: the middle) and its ring. The middle is what most relations touch; of parts that
    hang together with nothing else, each has its own thing in the first ring."""
    count = len(near)
    above, ring = np.full(count, -1, dtype=np.int64), np.full(count, -1, dtype=np.int64)
    ranked = sorted(range(count), key=lambda node: (-len(near[node]), node))
    for number, root in enumerate(ranked):
        if ring[root] >= 0:
            continue
        ring[root] = 0 if number == 0 else 1
        waiting = [root]
        while waiting:
            following = []
            for node in waiting:
                for other in sorted(near[node]):
                    if ring[other] < 0:
                        ring[other], above[other] = ring[node] + 1, node
                        following.append(other)
            waiting = following
    return above, ring


def _angles(above: IntArray, ring: IntArray, begun: FloatArray) -> FloatArray:
    """An angle for each: the circle is shared out among those in the first ring by how much hangs on them, and so on
    outwards."""
    count = len(above)
    middle = int(np.flatnonzero(ring == 0)[0])
    below: list[list[int]] = [[] for _ in range(count)]
    for node in range(count):
        if node != middle:
            below[int(above[node]) if above[node] >= 0 else middle].append(node)
    for node, children in enumerate(below):
        # as seen from the middle: on the far side the circle begins anew
        from_here = 0.0 if node == middle else float(begun[node])
        turned = {child: (begun[child] - from_here + np.pi) % (2 * np.pi) for child in children}
        children.sort(key=lambda child: (turned[child], child))
    weight = np.ones(count)
    for node in np.argsort(-ring, kind="stable").tolist():
        if below[node]:
            weight[node] = max(1.0, sum(weight[child] for child in below[node]))
    angle = np.zeros(count)
    waiting = [(middle, -np.pi, np.pi)]
    while waiting:
        node, low, high = waiting.pop()
        angle[node] = (low + high) / 2
        total = sum(weight[child] for child in below[node])
        for child in below[node]:
            share = (high - low) * weight[child] / total
            waiting.append((child, low, low + share))
            low += share
    return angle


def _spread(angles: FloatArray, least: float) -> FloatArray:
    """Rising angles with at least `least` between neighbours, moved as little as may be; they fit into one circle."""
    if len(angles) < 2:
        return angles
    spread = angles.copy()
    for _ in range(200):
        gap = np.diff(spread, append=spread[0] + 2 * np.pi)
        lack = least - gap
        if (lack <= 1e-9).all():
            break
        push = np.maximum(lack, 0) / 2
        spread = spread - push + np.roll(push, 1)
    return spread
