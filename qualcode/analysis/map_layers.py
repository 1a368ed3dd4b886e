"""The hierarchical layout of a theme map: layers from the top with few crossings, each thing below what leads to it."""

from math import ceil, sqrt

import numpy as np

from .map_layouts import CELL, FloatArray, Graph, IntArray

_SWEEPS = 24
_MOST_BENDS = 600  # places kept free for relations that pass a layer; beyond it none are
_BEND = 48.0  # points such a place is wide
_EXACT = 300  # relations up to which crossings are counted rather than guessed from lengths


def layered(graph: Graph, start: FloatArray | None, chance: np.random.Generator) -> FloatArray:
    """Places in layers: cycles are opened, layers are longest ways, and within a layer each stands near what it is
    related to in others. Begins with the order from left to right of `start`, else with one by chance."""
    count = len(graph.sizes)
    edges = _unique(_opened(count, graph.edges))
    layer = _layers(count, edges)
    if graph.last is not None:
        lowest = graph.last & ~np.isin(np.arange(count), edges[:, 0])
        layer[lowest] = layer[~lowest].max(initial=0) + 1 if not lowest.all() else 0
        layer = np.unique(layer, return_inverse=True)[1].astype(np.int64)
    begun = chance.permutation(count).astype(np.float64) if start is None else start[:, 0].copy()
    ends, level, sizes, order = _with_bends(edges, layer, graph.sizes, begun)
    rank = _ordered(ends, level, order)
    rows = _rows(level, rank, count)
    across = _across(rows, ends, sizes)
    down = np.zeros(len(sizes))
    y = 0.0
    for row in rows:
        height = float(sizes[row, 1].max())
        down[row] = y + height / 2
        y += height + CELL[1] - 92
    return np.stack([across, down], axis=1)[:count]


def _opened(count: int, edges: IntArray) -> IntArray:
    """The edges without cycles: those that run against an order in which few do are turned (Eades, Lin and Smyth
    1993)."""
    ahead: list[set[int]] = [set() for _ in range(count)]
    behind: list[set[int]] = [set() for _ in range(count)]
    for a, b in edges.tolist():
        if a != b:
            ahead[a].add(b)
            behind[b].add(a)
    left = dict.fromkeys(range(count))
    first: list[int] = []
    last: list[int] = []
    while left:
        ends = [node for node in left if not ahead[node]]
        begins = [node for node in left if ahead[node] and not behind[node]]
        if ends:
            chosen, to = ends[-1:], last
        elif begins:
            chosen, to = begins[:1], first
        else:
            chosen, to = [max(left, key=lambda node: (len(ahead[node]) - len(behind[node]), -node))], first
        for node in chosen:
            to.append(node)
            del left[node]
            for other in ahead[node]:
                behind[other].discard(node)
            for other in behind[node]:
                ahead[other].discard(node)
    place = np.empty(count, dtype=np.int64)
    place[[*first, *reversed(last)]] = np.arange(count)
    against = place[edges[:, 0]] > place[edges[:, 1]]
    return np.where(against[:, None], edges[:, ::-1], edges)


def _unique(edges: IntArray) -> IntArray:
    kept = edges[edges[:, 0] != edges[:, 1]]
    return np.unique(kept, axis=0) if len(kept) else kept.reshape(-1, 2)


def _layers(count: int, edges: IntArray) -> IntArray:
    """The longest way from above; what nothing leads to stands just above what it leads to; what has no relation at
    all in the lowest layer."""
    layer = np.zeros(count, dtype=np.int64)
    a, b = edges[:, 0], edges[:, 1]
    for _ in range(count):
        deeper = layer.copy()
        np.maximum.at(deeper, b, layer[a] + 1)
        if (deeper == layer).all():
            break
        layer = deeper
    begins = np.setdiff1d(a, b)
    for node in begins.tolist():
        layer[node] = layer[b[a == node]].min() - 1
    alone = np.setdiff1d(np.arange(count), edges)
    layer[alone] = layer.max() + 1 if len(edges) else 0
    return layer


def _with_bends(
    edges: IntArray, layer: IntArray, sizes: FloatArray, begun: FloatArray
) -> tuple[IntArray, IntArray, FloatArray, FloatArray]:
    """Edges from layer to layer, with a place kept free in each layer that one passes, if these are not too many."""
    span = layer[edges[:, 1]] - layer[edges[:, 0]]
    bends = int((span - 1).sum()) if len(edges) else 0
    if not bends or bends > _MOST_BENDS:
        return edges, layer, sizes, begun
    ends: list[tuple[int, int]] = []
    level, order = layer.tolist(), begun.tolist()
    for (a, b), steps in zip(edges.tolist(), span.tolist(), strict=True):
        before = a
        for step in range(1, steps):
            level.append(int(layer[a]) + step)
            order.append(begun[a] + (begun[b] - begun[a]) * step / steps)
            ends.append((before, len(level) - 1))
            before = len(level) - 1
        ends.append((before, b))
    wide = np.vstack([sizes, np.tile([_BEND, 0.0], (bends, 1))])
    return np.array(ends, dtype=np.int64), np.array(level, dtype=np.int64), wide, np.array(order)


def _ordered(ends: IntArray, level: IntArray, begun: FloatArray) -> IntArray:
    """The rank of each within its layer: down and up, each to the middle of its neighbours, the best order kept."""
    depth = int(level.max()) + 1
    members = [np.flatnonzero(level == number) for number in range(depth)]
    rank = np.zeros(len(level), dtype=np.int64)
    for row in members:
        rank[row[np.lexsort((row, begun[row]))]] = np.arange(len(row))
    widths = np.maximum([len(row) for row in members], 1)
    best, least = rank.copy(), _crossed(ends, level, rank, widths)
    for sweep in range(_SWEEPS):
        down = sweep % 2 == 0
        near, far = (ends[:, 1], ends[:, 0]) if down else (ends[:, 0], ends[:, 1])
        for number in range(1, depth) if down else range(depth - 2, -1, -1):
            row = members[number]
            where = (rank + 0.5) / widths[level]
            mine = level[near] == number
            total = np.bincount(near[mine], where[far[mine]], minlength=len(level))[row]
            times = np.bincount(near[mine], minlength=len(level))[row]
            wish = np.where(times > 0, total / np.maximum(times, 1), where[row])
            rank[row[np.lexsort((rank[row], np.round(wish, 9)))]] = np.arange(len(row))
        crossed = _crossed(ends, level, rank, widths)
        if crossed < least:
            best, least = rank.copy(), crossed
    return best


def _crossed(ends: IntArray, level: IntArray, rank: IntArray, widths: IntArray) -> float:
    """How many pairs of relations cross; of very many how far they run sideways."""
    where = (rank + 0.5) / widths[level]
    a, b = where[ends[:, 0]], where[ends[:, 1]]
    if len(ends) > _EXACT:
        return float(np.abs(a - b).sum())
    same = (level[ends[:, 0]][:, None] == level[ends[:, 0]][None, :]) & (
        level[ends[:, 1]][:, None] == level[ends[:, 1]][None, :]
    )
    crossing = same & ((a[:, None] - a[None, :]) * (b[:, None] - b[None, :]) < -1e-12)
    return float(crossing.sum() / 2 + np.abs(a - b).sum() * 1e-3)


def _rows(level: IntArray, rank: IntArray, count: int) -> list[IntArray]:
    """The layers from the top, long ones in several rows, of which each takes every second, third … of the order."""
    most = max(6, ceil(1.25 * sqrt(count)))
    rows: list[IntArray] = []
    for number in range(int(level.max()) + 1):
        row = np.flatnonzero(level == number)
        row = row[np.argsort(rank[row], kind="stable")]
        folds = max(1, ceil(int((row < count).sum()) / most))
        rows += [row[fold::folds] for fold in range(folds)]
    return [row for row in rows if len(row)]


def _across(rows: list[IntArray], ends: IntArray, sizes: FloatArray) -> FloatArray:
    """From left to right: the order of each row is kept, and each stands as near to its neighbours as there is room."""
    across = np.zeros(len(sizes))
    offsets: list[FloatArray] = []
    for row in rows:
        half = sizes[row, 0] / 2
        gaps = half[1:] + half[:-1] + np.where((half[1:] > _BEND) & (half[:-1] > _BEND), CELL[0] - 256, 32.0)
        offset = np.concatenate([[0.0], np.cumsum(gaps)])
        offsets.append(offset)
        across[row] = offset - offset[-1] / 2
    for turn in range(16):
        for row, offset in list(zip(rows, offsets, strict=True))[:: 1 if turn % 2 == 0 else -1]:
            total = np.bincount(ends[:, 0], across[ends[:, 1]], minlength=len(sizes))[row]
            total += np.bincount(ends[:, 1], across[ends[:, 0]], minlength=len(sizes))[row]
            times = np.bincount(ends.ravel(), minlength=len(sizes))[row]
            wish = np.where(times > 0, total / np.maximum(times, 1), across[row])
            across[row] = _rising(wish - offset, np.maximum(times, 0.2)) + offset
    return across


def _rising(values: FloatArray, weights: FloatArray) -> FloatArray:
    """The numbers nearest to `values` that never fall (pooling adjacent violators)."""
    blocks: list[tuple[float, float, int]] = []
    for value, weight in zip(values.tolist(), weights.tolist(), strict=True):
        blocks.append((value, weight, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (one, w, n), (other, v, m) = blocks[-2:]
            blocks[-2:] = [((one * w + other * v) / (w + v), w + v, n + m)]
    return np.repeat([block[0] for block in blocks], [block[2] for block in blocks])
