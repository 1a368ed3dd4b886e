"""How alike codes, cases or documents are: a tree of them, and a plane on which like things stand together."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from ..domain.errors import BadInput
from ..domain.progress import SILENT, Progress
from .cooccurrence import Counts
from .material import FloatArray, IntArray, Material, Spans
from .sweeps import distinct_rows
from .unit_spaces import distinct_spans, parts_of, require_cases

if TYPE_CHECKING:
    import pandas as pd

THINGS = ("codes", "cases", "documents")
_ROUNDS = 1000
_SILENT = partial(SILENT.tick, 0, 0)
_BETWEEN = 20  # rounds between two signs of life
_ENOUGH = 1e-9  # so small a part of the stress is no gain


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """Things and how alike any two are, 0 to 1 (Jaccard); `numbers` are their indices in the material, of cases in
    `case_names`. `shares` counts what makes them alike: units of the rule for codes, codes for cases and documents."""

    of: str
    numbers: IntArray
    names: tuple[str, ...]
    values: FloatArray
    shares: IntArray


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """Average linkage: `merges` as SciPy's linkage gives them (left, right, distance, members), `leaves` in the order
    in which they stand side by side."""

    merges: FloatArray
    leaves: IntArray


@dataclass(frozen=True, slots=True, eq=False)
class Plane:
    """Places of things in two dimensions, centred and turned so that the widest spread is level; `stress` is
    Kruskal's stress-1, 0 for distances that are kept exactly."""

    places: FloatArray
    stress: float


def likeness_of_codes(material: Material, counts: Counts, most: int = 40) -> Likeness:
    """The codes in use with most segments, alike by the units of the rule that carry both."""
    order = np.lexsort((np.arange(counts.codes.size), -counts.spans))[:most]
    shown = np.sort(order)
    values = np.nan_to_num(counts.matrix("jaccard")[np.ix_(shown, shown)])
    np.fill_diagonal(values, 1)
    codes = counts.codes[shown]
    return Likeness("codes", codes, tuple(material.codes[code].path for code in codes), values, counts.n[shown])


def likeness_of_holders(material: Material, of: str, rollup: bool = False, most: int = 40) -> Likeness:
    """Cases or documents, alike by the codes they share: Jaccard of their sets of codes.

    Only those with a code, and of more than `most` those with most codes. Raises `BadInput` for cases where there are
    none.
    """
    from .code_runs import cases_touched

    if of not in THINGS[1:]:
        raise BadInput("“{of}” cannot be compared. Choose one of {choices}.", of=of, choices=", ".join(THINGS))
    spans: Spans = distinct_spans(material, rollup)
    if of == "documents":
        code, holder = distinct_rows(spans.code, spans.document)
        names = tuple(document.name for document in material.documents)
    else:
        require_cases(material)
        names, case, document, start, end = parts_of(material)
        code, holder = cases_touched(material, spans, (case, document, start, end))
    carries = np.zeros((len(names), len(material.codes)))
    carries[holder, code] = 1
    held = carries.sum(axis=1).astype(np.int64)
    ranked = [number for number in np.argsort(-held, kind="stable").tolist() if held[number]][:most]
    shown = np.sort(np.array(ranked, dtype=np.int64))
    shared = carries[shown] @ carries[shown].T
    either = held[shown][:, None] + held[shown][None, :] - shared
    return Likeness(of, shown, tuple(names[number] for number in shown), shared / either, held[shown])


def tree_of(likeness: Likeness) -> Tree:
    """Hierarchical clustering by average linkage (UPGMA; Sokal and Michener 1958) on 1 − Jaccard.

    Raises `BadInput` for fewer than two things.
    """
    from scipy.cluster.hierarchy import leaves_list, linkage

    _require(likeness, 2)
    merges = linkage(_distances(likeness), method="average", optimal_ordering=True)
    return Tree(merges, leaves_list(merges).astype(np.int64))


def _require(likeness: Likeness, least: int) -> None:
    if len(likeness.names) < least:
        raise BadInput(
            "There are too few coded {things} to compare: {least} are needed.", things=likeness.of, least=least
        )


def _distances(likeness: Likeness) -> FloatArray:
    """1 − Jaccard of every two, as SciPy takes them."""
    from scipy.spatial.distance import squareform

    far = 1 - likeness.values
    np.fill_diagonal(far, 0)
    condensed: FloatArray = squareform(far, checks=False)
    return condensed


def tree_table(likeness: Likeness, tree: Tree) -> "pd.DataFrame":
    """A row for each joint, the nearest first: step, left, right (a name, or the step that made a group), distance,
    members. The joint of two names is a step by itself."""
    import pandas as pd

    size = len(likeness.names)

    def name(number: float) -> str:
        return likeness.names[int(number)] if number < size else f"step {int(number) - size + 1}"

    table = pd.DataFrame(
        {
            "step": np.arange(1, size),
            "left": np.array([name(number) for number in tree.merges[:, 0]], dtype=object),
            "right": np.array([name(number) for number in tree.merges[:, 1]], dtype=object),
            "distance": tree.merges[:, 2],
            "members": tree.merges[:, 3].astype(np.int64),
        }
    )
    table.attrs = {"of": likeness.of, "measure": "1 - jaccard", "linkage": "average", "n": size}
    return table


def members_of(tree: Tree, step: int) -> list[int]:
    """The things a joint (by row) brings together, by their place."""
    size = len(tree.merges) + 1
    waiting, found = [size + step], []
    while waiting:
        number = waiting.pop()
        if number < size:
            found.append(number)
        else:
            waiting += [int(tree.merges[number - size, 0]), int(tree.merges[number - size, 1])]
    return sorted(found)


def plane_of(likeness: Likeness, starts: int = 20, seed: int = 1, progress: Progress = SILENT) -> Plane:
    """Metric multidimensional scaling of 1 − Jaccard in two dimensions by SMACOF (de Leeuw 1977; Borg and Groenen
    2005, ch. 8).

    The first start is classical scaling (Torgerson 1952), `starts` more are drawn from `seed`; the one with the least
    stress is kept. `progress` counts starts and can stop within one. Raises `BadInput` for fewer than three things.
    """
    _require(likeness, 3)
    far = 1 - likeness.values
    np.fill_diagonal(far, 0)
    random = np.random.default_rng(seed)
    best, least = smacof(far, classical(far), partial(progress.tick, 0, starts + 1))
    for done in range(1, starts + 1):
        start = random.uniform(-0.5, 0.5, size=(len(far), 2))
        found, stress = smacof(far, start, partial(progress.tick, done, starts + 1))
        if stress < least - 1e-6:
            best, least = found, stress
    return Plane(_level(best), least)


def classical(far: FloatArray) -> FloatArray:
    """Classical (Torgerson's) scaling of distances to two dimensions."""
    size = len(far)
    centre = np.eye(size) - 1 / size
    values, vectors = np.linalg.eigh(-0.5 * centre @ (far * far) @ centre)
    top = np.argsort(-values)[:2]
    placed: FloatArray = vectors[:, top] * np.sqrt(np.maximum(values[top], 0))
    return placed


def smacof(far: FloatArray, start: FloatArray, tick: Callable[[], object] = _SILENT) -> tuple[FloatArray, float]:
    """Places of least stress near a start, and their stress-1; `tick` is called at first and again every few rounds.

    Each round majorises Σ (distance − far)² over all pairs, which therefore never grows. Stress-1 (Kruskal 1964) is
    √(Σ (distance − far)² / Σ distance²) with the distances dilated as fits best (Borg and Groenen 2005, ch. 11):
    √(1 − (Σ distance · far)² / (Σ distance² · Σ far²)), from 0 to 1; nan where all stand in one place.
    """
    size = len(far)
    where = start
    before = np.inf
    for done in range(_ROUNDS):
        if done % _BETWEEN == 0:
            tick()
        gaps = np.linalg.norm(where[:, None, :] - where[None, :, :], axis=2)
        raw = float(((gaps - far) ** 2).sum() / 2)
        if before - raw < _ENOUGH * max(raw, 1e-12):
            break
        before = raw
        ratio = np.divide(far, gaps, out=np.zeros_like(far), where=gaps > 1e-12)
        turned = -ratio
        turned[np.arange(size), np.arange(size)] = ratio.sum(axis=1)
        where = turned @ where / size
    gaps = np.linalg.norm(where[:, None, :] - where[None, :, :], axis=2)
    whole = float((gaps * gaps).sum() * (far * far).sum())
    if whole <= 0:
        return where, float("nan")
    return where, float(np.sqrt(max(0.0, 1 - float((gaps * far).sum()) ** 2 / whole)))


def _level(where: FloatArray) -> FloatArray:
    """Centred, the widest spread level, the first thing that stands off the middle to the left and below."""
    where = where - where.mean(axis=0)
    _, _, turn = np.linalg.svd(where, full_matrices=False)
    where = where @ turn.T
    for axis in range(2):
        off = np.flatnonzero(np.abs(where[:, axis]) > 1e-9)
        if off.size and where[off[0], axis] > 0:
            where[:, axis] *= -1
    placed: FloatArray = where
    return placed


def plane_table(likeness: Likeness, plane: Plane) -> "pd.DataFrame":
    """A row for each thing: name, x, y; the stress stands beside the table."""
    import pandas as pd

    table = pd.DataFrame(
        {"name": np.array(likeness.names, dtype=object), "x": plane.places[:, 0], "y": plane.places[:, 1]}
    )
    table["shares"] = likeness.shares
    table.attrs = {"of": likeness.of, "measure": "1 - jaccard", "n": len(likeness.names), "stress": plane.stress}
    return table
