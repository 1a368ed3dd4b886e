"""Where the things of a theme map stand: by springs, in layers or in rings, the same every time.

Boxes never overlap, and what is in a group stands together with nothing else between. Centres are in points, right
and down. Distances are thought in cells (`CELL`): a box with room for the words of a relation beside it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]

CELL = (392.0, 196.0)  # points
GAP = (40.0, 32.0)  # least room between two boxes, points
_REACH = 1.2  # cells from one thing to the next
_TURNS = 150  # of the springs
_STARTS = 6  # of a small map; the one under least stress is taken
_FEW = 40
_PUSHES = 120  # turns of pushing boxes apart


@dataclass(frozen=True, slots=True)
class Graph:
    """What is laid out: `sizes` (n × 2) width and height; `edges` (m × 2) places of the ends; `strengths` (m) 0 to
    1; `groups` (n) the group each is in, or -1; `border`: the edge round a group, and the head above; `last` (n): what
    stands in the lowest of layers if nothing follows it."""

    sizes: FloatArray
    edges: IntArray
    strengths: FloatArray
    groups: IntArray
    border: tuple[float, float] = (24.0, 28.0)
    last: BoolArray | None = None


def shares(values: Sequence[float | None]) -> FloatArray:
    """Strengths from 0 to 1 of the greatest; what has none counts 1."""
    found = np.array([1.0 if value is None else value for value in values], dtype=np.float64)
    known = np.array([value is not None for value in values], dtype=np.bool_)
    top = float(np.abs(found[known]).max()) if known.any() else 0.0
    if top > 0:
        found[known] = np.abs(found[known]) / top
    return np.clip(found, 0, 1)


def force(graph: Graph, start: FloatArray | None, seed: int) -> FloatArray:
    """Related things near one another (least stress: Kamada and Kawai 1989; Gansner, Koren and North 2005)."""
    return _grouped(graph, start, seed, _sprung)


def hierarchical(graph: Graph, start: FloatArray | None, seed: int) -> FloatArray:
    """In layers from the top, what leads above what follows (Sugiyama, Tagawa and Toda 1981)."""
    from .map_layers import layered

    return _grouped(graph, start, seed, layered)


def radial(graph: Graph, start: FloatArray | None, seed: int) -> FloatArray:
    """In rings round the thing that most relations touch, each near what it is reached from."""
    from .map_rings import ringed

    return _grouped(graph, start, seed, ringed)


Placing = Callable[[Graph, FloatArray | None, np.random.Generator], FloatArray]
LAYOUTS: dict[str, Callable[[Graph, FloatArray | None, int], FloatArray]] = {
    "force": force,
    "hierarchical": hierarchical,
    "radial": radial,
}


def free_places(
    boxes: Sequence[tuple[float, float, float, float]], count: int, near: tuple[float, float] | None = None
) -> list[tuple[float, float]]:
    """`count` centres for new boxes of the usual size, near a place, else near the middle of those there are (centre,
    width, height), and on none of them."""
    size = np.array([256.0, 92.0])
    there = np.array(boxes, dtype=np.float64).reshape(-1, 4)
    centres, sizes = there[:, :2], there[:, 2:]
    middle = np.round((centres.min(axis=0) + centres.max(axis=0)) / 2) if len(there) else np.zeros(2)
    if near is not None:
        middle = np.round(np.array(near))
    found: list[tuple[float, float]] = []
    for _ in range(count):
        spot = _nearest_free(middle, size, centres, sizes, np.array([CELL[0] - 96, CELL[1] - 48]))
        found.append((float(spot[0]), float(spot[1])))
        centres, sizes = np.vstack([centres, spot]), np.vstack([sizes, size])
    return found


# ── groups ────────────────────────────────────────────────────────────────────────────────────────────────────
def _grouped(graph: Graph, start: FloatArray | None, seed: int, placing: Placing) -> FloatArray:
    """Lay out what is in each group, then the groups as boxes among the rest; around the middle of the map."""
    count = len(graph.sizes)
    if not count:
        return np.empty((0, 2))
    edge, head = graph.border
    heads = np.unique(graph.groups[graph.groups >= 0])
    outer = np.where(graph.groups < 0)[0]
    box_of = np.empty(count, dtype=np.int64)
    box_of[outer] = np.arange(len(outer))
    sizes, starts = [graph.sizes[outer]], [] if start is None else [start[outer]]
    inner: list[tuple[IntArray, FloatArray]] = []
    for number, group in enumerate(heads):
        members = np.where(graph.groups == group)[0]
        box_of[members] = len(outer) + number
        within = _part(graph, members)
        own = None if start is None else start[members]
        places = _laid(within, own, np.random.default_rng([seed, number]), placing)
        low, high = _bounds(places, within.sizes)
        inner.append((members, places - (low + high) / 2 + np.array([0.0, head / 2])))
        sizes.append((high - low + np.array([2 * edge, 2 * edge + head]))[None, :])
        if start is not None:
            starts.append(start[members].mean(axis=0)[None, :])
    ends = box_of[graph.edges]
    apart = ends[:, 0] != ends[:, 1]
    last = np.zeros(len(outer) + len(heads), dtype=np.bool_)
    if graph.last is not None:
        last[: len(outer)] = graph.last[outer]
    loose = np.full(len(last), -1, dtype=np.int64)
    whole = Graph(np.vstack(sizes), ends[apart], graph.strengths[apart], loose, last=last)
    where = _laid(whole, np.vstack(starts) if starts else None, np.random.default_rng(seed), placing)
    result = np.empty((count, 2))
    result[outer] = where[: len(outer)]
    for number, (members, places) in enumerate(inner):
        result[members] = where[len(outer) + number] + places
    low, high = _bounds(result, graph.sizes)
    return np.round(result - np.round((low + high) / 2))


def _part(graph: Graph, members: IntArray) -> Graph:
    """The things of a group and the relations among them."""
    number = np.full(len(graph.sizes), -1, dtype=np.int64)
    number[members] = np.arange(len(members))
    ends = number[graph.edges]
    inside = (ends >= 0).all(axis=1)
    return replace(
        graph,
        sizes=graph.sizes[members],
        edges=ends[inside],
        strengths=graph.strengths[inside],
        groups=np.full(len(members), -1, dtype=np.int64),
        last=None if graph.last is None else graph.last[members],
    )


def _laid(graph: Graph, start: FloatArray | None, chance: np.random.Generator, placing: Placing) -> FloatArray:
    if len(graph.sizes) == 1:
        return np.zeros((1, 2)) if start is None else start.copy()
    return without_overlap(np.round(placing(graph, start, chance)), graph.sizes)


def _bounds(places: FloatArray, sizes: FloatArray) -> tuple[FloatArray, FloatArray]:
    return (places - sizes / 2).min(axis=0), (places + sizes / 2).max(axis=0)


# ── springs ───────────────────────────────────────────────────────────────────────────────────────────────────
def _sprung(graph: Graph, start: FloatArray | None, chance: np.random.Generator) -> FloatArray:
    """Places under little stress: as far from one another as there are relations between."""
    count = len(graph.sizes)
    if not len(graph.edges):
        return _in_rows(graph.sizes, start)
    wanted = distances(graph)
    weights = np.where(wanted > 0, 1 / np.maximum(wanted, 1e-9) ** 2, 0.0)
    spread = np.diag(weights.sum(axis=1)) - weights + 1 / count
    inverse = np.linalg.inv(spread).astype(np.float64) - 1 / count
    cell = np.array(CELL) * _REACH
    if start is not None:
        begun = start / cell
        spread = np.ptp(begun, axis=0).max()
        if spread > 1e-6:  # what lies in one heap says nothing: then anew
            begun = begun + chance.normal(0, 1e-4, begun.shape)
            return _tightened(_relaxed(begun, wanted, weights, inverse)[0] * cell, graph.sizes)
    tried = [
        _relaxed(chance.normal(0, np.sqrt(count), (count, 2)), wanted, weights, inverse)
        for _ in range(_STARTS if count <= _FEW else 1)
    ]
    best = min(range(len(tried)), key=lambda number: (round(tried[number][1], 6), number))
    return _tightened(_level(tried[best][0]) * cell, graph.sizes)


def _in_rows(sizes: FloatArray, start: FloatArray | None) -> FloatArray:
    """What is related to nothing: side by side in rows, in the order of reading of `start`."""
    count = len(sizes)
    columns = int(np.ceil(np.sqrt(count)))
    pitch = sizes.max(axis=0) + np.array(GAP)
    order = np.arange(count)
    if start is not None:
        order = np.lexsort((order, start[:, 0], np.round(start[:, 1] / pitch[1])))
    places = np.empty((count, 2))
    places[order] = np.stack([np.arange(count) % columns, np.arange(count) // columns], axis=1) * pitch
    return places


def distances(graph: Graph) -> FloatArray:
    """How far apart each two are to stand, in steps: the shortest way along relations (a strong one is shorter), and
    where there is none, side by side with some room."""
    count = len(graph.sizes)
    wanted = np.full((count, count), np.inf)
    np.fill_diagonal(wanted, 0)
    a, b = graph.edges[:, 0], graph.edges[:, 1]
    lengths = 1.4 - 0.4 * graph.strengths
    np.minimum.at(wanted, (a, b), lengths)
    np.minimum.at(wanted, (b, a), lengths)
    for through in range(count):
        np.minimum(wanted, wanted[:, through, None] + wanted[None, through, :], out=wanted)
    far = np.where(np.isfinite(wanted), wanted, 0).max(axis=1)
    return np.where(np.isfinite(wanted), wanted, (far[:, None] + far[None, :]) / 2 + 1.1)


def _relaxed(
    places: FloatArray, wanted: FloatArray, weights: FloatArray, inverse: FloatArray
) -> tuple[FloatArray, float]:
    """Majorise the stress: each turn lessens it. The places and what stress is left."""
    pull = weights * wanted
    whole = float((pull * wanted).sum())
    stress = before = np.inf
    far = np.empty_like(wanted)
    for turn in range(_TURNS):
        x, y = places.T
        np.hypot(x[:, None] - x[None, :], y[:, None] - y[None, :], out=far)
        if turn % 8 == 0:
            stress = float((weights * far**2).sum() - 2 * (pull * far).sum() + whole) / 2
            if before - stress < 1e-4 * before:
                break
            before = stress
        np.maximum(far, 1e-9, out=far)
        ratio = np.divide(pull, far, out=far)
        np.fill_diagonal(ratio, 0)
        places = inverse @ (ratio.sum(axis=1)[:, None] * places - ratio @ places)
    return places, stress


def _level(places: FloatArray) -> FloatArray:
    """Turned so that the widest spread is level."""
    places = places - places.mean(axis=0)
    (xx, xy), (_, yy) = places.T @ places
    angle = 0.5 * np.arctan2(2 * xy, xx - yy)
    cosine, sine = np.cos(angle), np.sin(angle)
    turned: FloatArray = places @ np.array([[cosine, -sine], [sine, cosine]])
    return turned


def _tightened(places: FloatArray, sizes: FloatArray) -> FloatArray:
    """Drawn out as a whole where boxes would lie in heaps, so that pushing them apart need not tear the picture."""
    low, high = places.min(axis=0), places.max(axis=0)
    room = float(np.prod(np.maximum(high - low, 1.0)))
    needed = float(np.prod(sizes + np.array(GAP) * 2, axis=1).sum()) * 1.3
    scale = np.sqrt(needed / room) if len(places) > 2 and room < needed else 1.0
    return places * min(float(scale), 20.0)


# ── no box on another ─────────────────────────────────────────────────────────────────────────────────────────
def overlapping(places: FloatArray, sizes: FloatArray, gap: tuple[float, float] = (0.0, 0.0)) -> BoolArray:
    """Which boxes (n × n) come nearer to one another than `gap`."""
    near = np.abs(places[:, None, :] - places[None, :, :])
    room = (sizes[:, None, :] + sizes[None, :, :]) / 2 + np.array(gap)
    clash: BoolArray = (near < room - 1e-6).all(axis=2)
    np.fill_diagonal(clash, False)
    return clash


def without_overlap(places: FloatArray, sizes: FloatArray) -> FloatArray:
    """The same places where no box comes nearer to another than `GAP`; else pushed apart along the shorter way, and
    what still clashes goes to the nearest free spot."""
    count = len(places)
    x, y = places.T.copy()
    wide = (sizes[:, None, 0] + sizes[None, :, 0]) / 2 + GAP[0] - 1e-6
    high = (sizes[:, None, 1] + sizes[None, :, 1]) / 2 + GAP[1] - 1e-6
    wide[np.tril_indices(count)] = 0  # each pair once
    for _ in range(_PUSHES):
        clash = np.abs(x[:, None] - x[None, :]) < wide
        clash &= np.abs(y[:, None] - y[None, :]) < high
        one, other = np.nonzero(clash)
        if not one.size:
            break
        apart = x[one] - x[other], y[one] - y[other]
        over = wide[one, other] - np.abs(apart[0]), high[one, other] - np.abs(apart[1])
        across = over[0] / CELL[0] <= over[1] / CELL[1]
        for axis in (0, 1):
            which = across == (axis == 0)
            a, b = one[which], other[which]
            push = 0.55 * over[axis][which] * np.where(apart[axis][which] > 0, 1.0, -1.0)
            crowd = np.maximum(np.bincount(a, minlength=count) + np.bincount(b, minlength=count), 1)
            total = np.bincount(a, push, minlength=count) - np.bincount(b, push, minlength=count)
            (x, y)[axis][:] += total / np.sqrt(crowd)
    return _settled(np.round(np.stack([x, y], axis=1)), sizes)


def _settled(places: FloatArray, sizes: FloatArray) -> FloatArray:
    """From the middle outwards, each to the nearest spot that is free."""
    if not overlapping(places, sizes, GAP).any():
        return places
    middle = places.mean(axis=0)
    order = np.lexsort((np.arange(len(places)), np.round((((places - middle) / np.array(CELL)) ** 2).sum(axis=1), 6)))
    settled = places.copy()
    for turn, number in enumerate(order):
        done = order[:turn]
        settled[number] = _nearest_free(
            places[number], sizes[number], settled[done], sizes[done], np.array([32.0, 24.0])
        )
    return settled


def _nearest_free(
    wish: FloatArray, size: FloatArray, centres: FloatArray, sizes: FloatArray, step: FloatArray
) -> FloatArray:
    """The spot nearest to `wish`, in rings of steps round it, where a box lies on none of the others."""
    room = (sizes + size) / 2 + np.array(GAP)
    ring = 0
    while True:
        side = np.arange(-ring, ring + 1)
        grid = np.array([(x, y) for x in side for y in side if max(abs(x), abs(y)) == ring], dtype=np.float64)
        spots = wish + grid * step
        clash = (np.abs(spots[:, None, :] - centres[None, :, :]) < room[None, :, :] - 1e-6).all(axis=2).any(axis=1)
        if not clash.all():
            free = spots[~clash]
            nearest = np.lexsort((free[:, 0], free[:, 1], np.round((((free - wish) / step) ** 2).sum(axis=1), 6)))
            spot: FloatArray = free[nearest[0]]
            return spot
        ring += 1
