"""The network of codes that meet: which, how wide, and where they stand, the same every time."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Any

import numpy as np

from ..domain.errors import Phrase
from .cooccurrence import COEFFICIENTS, Counts
from .material import FloatArray, IntArray, Material
from .matrices import (
    Filters,
    Label,
    as_of,
    labels_of,
    material_sentences,
    measure_name,
    measure_phrase,
    number_of,
    rule_sentences,
    things_name,
    unit_name,
)

SEED = 20
_MANY = 8  # so many nodes fill the space; two at its far ends would look unrelated
ASPECT = 1.6  # width to height of the space the nodes are laid out in
_LABEL_HEIGHT = 0.034  # of the height, mark and name together need about three


# a line has neither row nor column
_SHARES = {
    "p_b_given_a": (
        Phrase("share of the first code"),
        Phrase("share of the {units} of the first code that carry the second's too (in codebook order)"),
    ),
    "p_a_given_b": (
        Phrase("share of the second code"),
        Phrase("share of the {units} of the second code that carry the first's too (in codebook order)"),
    ),
}


@dataclass(frozen=True, slots=True)
class Node:
    """A code at `x`, `y` (0 to 1, y upwards); `size` is the diameter of its mark, 0.5 to 1 of the largest."""

    label: Label
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Edge:
    """Two nodes (their places in the list) that meet; `width` is 0 for the weakest shown to 1."""

    a: int
    b: int
    value: float
    width: float


@dataclass(frozen=True, slots=True)
class Network:
    """A network ready to be drawn; edges are weakest first, so that strong ones come to lie on top."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    rule: str
    measure: str
    threshold: float
    title: Phrase
    caption: tuple[Phrase, ...]
    scale: float  # how much larger than usual the sheet must be, so that many names fit


def network(
    material: Material,
    counts: Counts,
    measure: str = "pairs",
    *,
    threshold: float | None = None,
    codes: Sequence[int] | None = None,
    most: int = 40,
    filters: Filters | None = None,
) -> Network:
    """The codes that meet with at least `threshold` of `measure` (None: enough to stay readable).

    `codes` (indices into the material) limits the choice; at most `most` codes with most segments are taken.
    A code without an edge is left out. Raises `BadInput` for an unknown measure.
    """
    values = np.round(counts.measure(measure), 12)  # equal shares that differ by their last bit are ties
    taken = np.ones(counts.codes.size, dtype=np.bool_)
    if codes is not None:
        taken = np.isin(counts.codes, np.asarray(codes, dtype=np.int64))
    choice = int(taken.sum())
    ranked = np.lexsort((np.arange(taken.size), -counts.spans, ~taken))
    taken[ranked[most:]] = False
    possible = taken[counts.a] & taken[counts.b] & (values > 0) & np.isfinite(values)
    if threshold is None:
        threshold = _readable(values[possible], int(taken.sum()))
    kept = np.flatnonzero(possible & (values >= threshold))
    kept = kept[np.argsort(values[kept], kind="stable")]
    used = np.unique(np.concatenate([counts.a[kept], counts.b[kept]])).astype(np.int64)
    a, b = np.searchsorted(used, counts.a[kept]), np.searchsorted(used, counts.b[kept])
    every = labels_of(material, counts)
    labels = [every[place] for place in used]
    scale = max(1.0, float(np.sqrt(len(labels) / 20)))
    where = laid_out(a, b, values[kept], [label.name for label in labels], scale)
    largest = max((label.segments for label in labels), default=1)
    nodes = tuple(
        Node(label, float(x), float(y), max(0.5, float(np.sqrt(label.segments / largest))))
        for label, (x, y) in zip(labels, where, strict=True)
    )
    low, high = (float(values[kept].min()), float(values[kept].max())) if kept.size else (0.0, 0.0)
    edges = tuple(
        Edge(int(one), int(two), float(value), (float(value) - low) / (high - low) if high > low else 0.5)
        for one, two, value in zip(a, b, values[kept], strict=True)
    )
    name, phrase = measure_name(measure, counts.unit), measure_phrase(measure, counts)
    if measure in _SHARES:
        name, phrase = _SHARES[measure]
        phrase = Phrase(phrase, units=unit_name(counts.unit))
    filters = filters or Filters()
    bound = _bound_text(threshold, values[possible], measure)
    return Network(
        nodes=nodes,
        edges=edges,
        rule=counts.rule,
        measure=measure,
        threshold=threshold,
        title=Phrase("{measure}: {number} or more", measure=name.capital(), number=bound),
        caption=(
            *rule_sentences(counts.rule, measure),
            Phrase(
                "Lines: {measure}, {number} or more; wider is more. Marks grow with the number of segments.",
                measure=phrase,
                number=bound,
            ),
            *_only(min(most, choice), choice, filters),
            *material_sentences(material, counts, used, int(counts.pairs[kept].sum()), filters),
            *as_of(filters),
        ),
        scale=scale,
    )


def _only(taken: int, choice: int, filters: Filters) -> tuple[Phrase, ...]:
    """What the caption says where codes were left out before lines were chosen."""
    if taken == choice:
        return ()
    things = things_name(filters.what)
    return (
        Phrase(
            "Drawn from the {number} {things} with most segments of {whole}.", number=taken, things=things, whole=choice
        ),
    )


def _bound_text(threshold: float, values: FloatArray, measure: str) -> str:
    """A threshold as a number that no drawn value is below and no other of the `values` reaches."""
    if measure not in COEFFICIENTS:
        return str(ceil(threshold))
    below = values[values < threshold]
    least = float(below.max()) if below.size else 0.0
    for digits in range(1 if measure == "lift" else 2, 13):
        floored = floor(threshold * 10**digits + 1e-6 * (digits < 6)) / 10**digits
        if floored <= threshold and (floored > least or threshold <= 0):
            break
    return number_of(floored, digits)


def _readable(values: FloatArray, nodes: int) -> float:
    """The lowest value that leaves about two lines for each node."""
    if not values.size:
        return 1.0
    ranked = np.sort(values)[::-1]
    wanted = min(max(12, 2 * nodes), ranked.size)
    bound = float(ranked[wanted - 1])
    # equal values go in or out together; in, unless that makes half as many again
    above = ranked[ranked > bound]
    return float(above[-1]) if (ranked >= bound).sum() > 1.5 * wanted and above.size else bound


def laid_out(a: IntArray, b: IntArray, values: FloatArray, names: Sequence[str], scale: float = 1) -> FloatArray:
    """Places of the named nodes in 0..1 x 0..1: springs from a fixed start, turned so that the longest way
    lies across the sheet, or near its middle if they are few, then labels pushed apart."""
    import rustworkx

    size = len(names)
    if size == 0:
        return np.empty((0, 2))
    graph: rustworkx.PyGraph[int, float] = rustworkx.PyGraph()
    graph.add_nodes_from(list(range(size)))
    strength = np.sqrt(values / values.max()) if values.size else values
    graph.add_edges_from(list(zip(a.tolist(), b.tolist(), strength.tolist(), strict=True)))
    angles = 2 * np.pi * np.arange(size) / size
    if size < _MANY:
        return _apart(0.5 + (_ring(graph) - 0.5) * (size + 1) / _MANY, names, scale)
    start = {node: (float(np.cos(x)), float(np.sin(x))) for node, x in enumerate(angles)}
    found = rustworkx.spring_layout(graph, pos=start, k=1.2 / np.sqrt(size), num_iter=300, weight_fn=float, seed=SEED)
    where = np.array([found[node] for node in range(size)], dtype=np.float64)
    # pieces that are tied by nothing drift apart: pull far ones in before the space is filled
    where -= np.median(where, axis=0)
    reach = np.linalg.norm(where, axis=1, keepdims=True)
    usual = float(np.median(reach)) or 1.0
    where *= np.where(reach > 0, np.tanh(reach / (2 * usual)) / np.maximum(reach, 1e-9), 1)
    return _apart(_filled(_turned(where)), names, scale)


def _ring(graph: Any) -> FloatArray:
    """Few nodes on a ring, those that are tied side by side: springs would cross their lines, or pull a pair so
    close that no line is left between its marks."""
    import rustworkx

    order: list[int] = []
    for piece in sorted(sorted(piece) for piece in rustworkx.connected_components(graph)):
        ends = [node for node in piece if graph.degree(node) == 1]
        walk = rustworkx.dfs_edges(graph, (ends or piece)[0])
        order += dict.fromkeys([(ends or piece)[0], *(node for _, node in walk)])
    where = np.empty((len(order), 2))
    angles = np.pi * (1 - 2 * np.arange(len(order)) / len(order))
    where[order] = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    return _filled(where)


def _turned(where: FloatArray) -> FloatArray:
    """Turned so that the direction of the widest spread is level."""
    where = where - where.mean(axis=0)
    (xx, xy), (_, yy) = where.T @ where
    angle = 0.5 * np.arctan2(2 * xy, xx - yy)
    cosine, sine = np.cos(angle), np.sin(angle)
    turned: FloatArray = where @ np.array([[cosine, -sine], [sine, cosine]])
    return turned


def _filled(where: FloatArray) -> FloatArray:
    low, high = where.min(axis=0), where.max(axis=0)
    spread = np.where(high - low > 1e-9, high - low, 1)
    return np.where(high - low > 1e-9, (where - low) / spread, 0.5)


def _apart(where: FloatArray, names: Sequence[str], scale: float) -> FloatArray:
    """Push nodes apart until no mark or label lies on another, as far as there is room."""
    widths = np.maximum([_width(name) for name in names], 0.05) / ASPECT / scale
    half_x = (widths[:, None] + widths[None, :]) / 2
    half_y = 3 * _LABEL_HEIGHT / scale
    upper = np.triu(np.ones(half_x.shape, dtype=np.bool_), 1)
    where = where.copy()
    for turn in range(300):
        gap = where[:, None, :] - where[None, :, :]
        clash = (half_x - np.abs(gap[..., 0]) > 1e-6) & (half_y - np.abs(gap[..., 1]) > 1e-6) & upper
        if not clash.any():
            break
        # one after the other: each push sees where the last one has put things
        for one, two in zip(*(side.tolist() for side in np.nonzero(clash)), strict=True):
            apart = where[one] - where[two]
            over = np.array([half_x[one, two] - abs(apart[0]), half_y - abs(apart[1])])
            if (over <= 0).any():
                continue
            # the way out that is shorter on paper; when that has not helped for long, the other one
            axis = int(over[0] * ASPECT >= over[1]) ^ (turn % 10 == 9)
            side = 1.0 if apart[axis] >= 0 else -1.0
            where[one, axis] += side * over[axis] * 0.52
            where[two, axis] -= side * over[axis] * 0.52
        where = np.clip(where, 0, 1)
    return where


def _width(name: str) -> float:
    """Width of a name as a part of the height of the space; CJK signs are twice as wide."""
    signs = sum(2 if ord(char) > 0x2E80 else 1 for char in name)
    return min(signs, 28) * 0.0145 + 0.02
