"""Communities of a network: groups of nodes with more, or stronger, lines among them than chance would give."""

import numpy as np

from .material import FloatArray, IntArray

_LEAST = 1e-9  # a move must gain more than rounding


def modularity(weights: FloatArray, community: IntArray) -> float:
    """Q = Σ over communities of (inside / m − (strength / 2m)²), m the sum of all weights (Newman 2004), −1/2 to 1.

    `weights` is nodes x nodes, symmetric, >= 0, with an empty diagonal; nan without any weight.
    """
    total = float(weights.sum())
    if total <= 0:
        return float("nan")
    same = community[:, None] == community[None, :]
    strength = weights.sum(axis=1)
    return float((weights - np.outer(strength, strength) / total)[same].sum() / total)


def communities(weights: FloatArray, seed: int = 1, starts: int = 20) -> IntArray:
    """The community of every node, numbered from 0: the largest first, then in the order of their first nodes.

    Louvain's method (Blondel et al. 2008): each node moves where modularity gains most until none gains, communities
    become nodes, and again. The order in which nodes move is drawn from `seed`; of `starts` runs the one with the
    highest modularity is taken. Nodes without a line are communities of their own.
    """
    random = np.random.default_rng(seed)
    best, highest = np.arange(len(weights), dtype=np.int64), -np.inf
    if weights.size and weights.sum() > 0:
        for _ in range(starts):
            found = _louvain(weights, random)
            reached = modularity(weights, found)
            if reached > highest + _LEAST:
                best, highest = found, reached
    return _numbered(best)


def _louvain(weights: FloatArray, random: np.random.Generator) -> IntArray:
    community = np.arange(len(weights), dtype=np.int64)
    level = weights.copy()
    while True:
        moved = _moved(level, random)
        names, moved = np.unique(moved, return_inverse=True)
        community = moved[community]
        if names.size == len(level):
            return community
        member = np.zeros((names.size, len(level)))
        member[moved, np.arange(len(level))] = 1
        level = member @ level @ member.T  # lines inside a community lie on the diagonal, counted from both ends


def _moved(weights: FloatArray, random: np.random.Generator) -> IntArray:
    size = len(weights)
    strength = weights.sum(axis=1)
    total = float(weights.sum())
    community = np.arange(size, dtype=np.int64)
    held = strength.copy()  # the strength of each community
    around = weights - np.diag(np.diag(weights))
    while True:
        before = community.copy()
        for node in random.permutation(size):
            own = community[node]
            held[own] -= strength[node]
            tied = np.bincount(community, around[node], minlength=size)
            gain = tied - held * strength[node] / total
            target = int(np.argmax(gain))
            if gain[target] <= gain[own] + _LEAST:
                target = int(own)
            held[target] += strength[node]
            community[node] = target
        if (community == before).all():
            return community


def _numbered(community: IntArray) -> IntArray:
    names, first, inverse, many = np.unique(community, return_index=True, return_inverse=True, return_counts=True)
    order = np.lexsort((first, -many))
    numbers = np.empty(names.size, dtype=np.int64)
    numbers[order] = np.arange(names.size)
    return numbers[inverse]
