"""Co-occurrence compared between groups of cases, with intervals of the difference."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, pairwise
from typing import TYPE_CHECKING

import numpy as np

from ..domain.errors import BadInput, Phrase
from ..domain.progress import SILENT, Progress
from .code_runs import BlockCounts, block_counts, blocks_of, code_runs
from .cooccurrence import COEFFICIENTS, coefficients, count
from .material import FloatArray, IntArray, Material
from .resampling import percentiles, rests_on, samples, weights
from .sweeps import distinct

if TYPE_CHECKING:
    import pandas as pd

_AT_ONCE = 2048


@dataclass(frozen=True, slots=True, eq=False)
class _Group:
    """What a group counts; codes are numbered as in the material, pairs `a * codes + b`. `keys` are those of the blocks
    that can be drawn."""

    name: str
    n_units: int
    n: IntArray
    pair: IntArray
    n_ab: IntArray
    documents: IntArray
    cases: IntArray
    blocks: BlockCounts | None
    keys: tuple[Hashable, ...] = ()

    def at(self, pairs: IntArray, values: IntArray) -> IntArray:
        """Values of the pairs that meet here, 0 for the others."""
        if not self.pair.size:
            return np.zeros(pairs.size, dtype=np.int64)
        place = np.minimum(np.searchsorted(self.pair, pairs), self.pair.size - 1)
        return np.where(self.pair[place] == pairs, values[place], 0)


def group_differences(
    groups: Mapping[str, Material],
    rule: str = "overlap",
    rollup: bool = False,
    measure: str = "jaccard",
    *,
    bootstrap: int = 1000,
    over: str = "documents",
    seed: int = 1,
    ids: bool = False,
    cases: Mapping[str, Collection[str]] | None = None,
    progress: Progress = SILENT,
) -> "pd.DataFrame":
    """A row for each two groups and each pair of codes that meets in one of them, in codebook order.

    Each group's numbers are those of its own material (`groups`: by name, one codebook). `difference` is the measure
    in the first group less that in the second; its 95 % percentile interval comes from drawing documents (or cases)
    anew in each group, independently of each other (Efron and Tibshirani 1993, ch. 8). Groups that have documents in
    common are not independent: then the documents of both are drawn together, and each counts in both groups as often
    as it was drawn (whole clusters, Field and Welsh 2007). It is not defined where a group has fewer than two, or only
    one with any of the two codes, or the measure is undefined in more than half of the samples. `cases` are those of
    each group, of which samples over cases are made; without it all that have text in it. `n_shared_documents` of the
    table's origin counts the documents of more than one group. Raises `BadInput` for an unknown rule or measure, for
    fewer than two groups, and for cases where there are none.
    """
    import pandas as pd

    if measure not in COEFFICIENTS:
        raise BadInput(
            "Groups cannot be compared by “{name}”. Choose one of {measures}.",
            name=measure,
            measures=", ".join(COEFFICIENTS),
        )
    if len(groups) < 2:
        raise BadInput("Two groups at least are needed to compare them.")
    counted = []
    for number, (name, material) in enumerate(groups.items()):
        progress.tick(number, len(groups), name)
        drawn = None if cases is None else frozenset(cases[name])
        counted.append(_counted(name, material, rule, rollup, over if bootstrap else "", drawn, progress))
    codes = next(iter(groups.values())).codes
    size = len(codes)
    tables = []
    for number, (one, other) in enumerate(combinations(counted, 2)):
        pairs = distinct(np.concatenate([one.pair, other.pair]))
        a, b = np.divmod(pairs, size)
        columns: dict[str, object] = {
            "code_a": np.array([codes[code].path for code in a], dtype=object),
            "code_b": np.array([codes[code].path for code in b], dtype=object),
            "group_1": np.full(pairs.size, one.name, dtype=object),
            "group_2": np.full(pairs.size, other.name, dtype=object),
        }
        values = []
        for place, group in enumerate((one, other), start=1):
            n_a, n_b, n_ab = group.n[a], group.n[b], group.at(pairs, group.n_ab)
            values.append(coefficients(n_a, n_b, n_ab, group.n_units)[measure])
            columns[f"n_units_{place}"] = np.full(pairs.size, group.n_units, dtype=np.int64)
            columns |= {f"n_a_{place}": n_a, f"n_b_{place}": n_b, f"n_ab_{place}": n_ab}
            columns[f"documents_{place}"] = group.at(pairs, group.documents)
            columns[f"cases_{place}"] = group.at(pairs, group.cases)
            columns[f"{measure}_{place}"] = values[-1]
        columns["difference"] = values[0] - values[1]
        if bootstrap:
            ends = _intervals((one, other), pairs, measure, bootstrap, seed + 2 * number, progress)
            columns["difference_low"], columns["difference_high"] = ends
        if ids:
            columns["code_a_id"] = np.array([str(codes[code].id) for code in a], dtype=object)
            columns["code_b_id"] = np.array([str(codes[code].id) for code in b], dtype=object)
        tables.append(pd.DataFrame(columns))
    table = pd.concat(tables, ignore_index=True)
    table.attrs = {
        "rule": code_runs(next(iter(groups.values())), rule).rule.text if rule != "case" else rule,
        "measure": measure,
        "groups": "; ".join(groups),
        **{f"n_units {group.name}": group.n_units for group in counted},
        "n_shared_documents": _in_several(groups.values()),
        **({"bootstrap": bootstrap, "over": over, "seed": seed} if bootstrap else {}),
    }
    return table


def shared_documents(table: "pd.DataFrame") -> Phrase | None:
    """What it means for the intervals of a table that groups have documents in common; None where they have none."""
    many = table.attrs.get("n_shared_documents", 0)
    if not many or not table.attrs.get("bootstrap"):
        return None
    if table.attrs["over"] == "documents":
        return Phrase(
            "Documents with text of more than one group: {number}. A sample draws each of them once, for both groups.",
            number=many,
        )
    return Phrase(
        "Documents with text of more than one group: {number}. So cases of different groups are not independent.",
        number=many,
    )


def _in_several(groups: Iterable[Material]) -> int:
    """How many documents have text in more than one of the materials."""
    held = Counter(document.id for material in groups for document in material.documents)
    return sum(many > 1 for many in held.values())


def _counted(
    name: str,
    material: Material,
    rule: str,
    rollup: bool,
    over: str,
    cases: Collection[str] | None,
    progress: Progress,
) -> _Group:
    size = len(material.codes)
    if not material.documents:
        empty = np.empty(0, np.int64)
        return _Group(name, 0, np.zeros(size, np.int64), empty, empty, empty, empty, None)
    counts = count(material, rule, rollup, progress=progress)
    n = np.zeros(size, dtype=np.int64)
    n[counts.codes] = counts.n
    pair = counts.codes[counts.a] * size + counts.codes[counts.b]
    if not over:
        return _Group(name, counts.n_units, n, pair, counts.n_ab, counts.documents, counts.cases, None)
    if over == "cases" and cases is not None and rule != "case":
        kept = tuple(part for part in material.case_parts if part.case in cases)
        material = replace(material, case_parts=kept)
    runs = code_runs(material, rule, rollup, progress)
    made = blocks_of(runs, over)
    local = block_counts(runs, made, progress)
    wide = np.zeros((local.n_units.size, size))
    wide[:, runs.codes] = local.n
    first, second = np.divmod(local.pair, max(runs.size, 1))
    blocks = replace(local, n=wide, pair=runs.codes[first] * size + runs.codes[second])
    return _Group(name, counts.n_units, n, pair, counts.n_ab, counts.documents, counts.cases, blocks, made.keys)


def _intervals(
    groups: tuple[_Group, _Group], pairs: IntArray, measure: str, number: int, seed: int, progress: Progress
) -> tuple[FloatArray, FloatArray]:
    low, high = np.full(pairs.size, np.nan), np.full(pairs.size, np.nan)
    blocks = [group.blocks for group in groups if group.blocks is not None and group.blocks.drawn > 1]
    if len(blocks) < 2:
        return low, high
    drawn = _drawn([group.keys for group in groups], number, seed)
    for begin, stop in pairwise([*range(0, pairs.size, _AT_ONCE), pairs.size]):
        progress.tick(begin, pairs.size, "intervals")
        some = pairs[begin:stop]
        one, other = (
            samples(each, often, some, (measure,))[measure] for each, often in zip(blocks, drawn, strict=True)
        )
        with np.errstate(invalid="ignore"):  # a lift of infinity never comes up, nan does
            low[begin:stop], high[begin:stop] = percentiles(one - other)
    lone = np.logical_or(*(rests_on(each, pairs) < 2 for each in blocks))
    low[lone] = high[lone] = np.nan
    return low, high


def _drawn(keys: Sequence[tuple[Hashable, ...]], number: int, seed: int) -> list[FloatArray]:
    """How often what each group consists of is in each sample: by itself, or together where they share some of it."""
    every = {key: place for place, key in enumerate(dict.fromkeys(chain(*keys)))}
    if len(every) == sum(map(len, keys)):
        return [weights(len(each), number, seed + place) for place, each in enumerate(keys)]
    together = weights(len(every), number, seed)
    return [together[:, [every[key] for key in each]] for each in keys]
