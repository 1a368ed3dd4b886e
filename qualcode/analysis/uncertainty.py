"""What chance would give and how sure a number is, as columns of the table of co-occurrence."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..domain.progress import SILENT, Progress
from .chance import chance
from .code_runs import CodeRuns, block_counts, blocks_of, code_runs
from .material import IntArray, Material
from .resampling import intervals

if TYPE_CHECKING:
    import pandas as pd


def with_chance(
    table: "pd.DataFrame",
    material: Material,
    rule: str,
    rollup: bool,
    number: int,
    seed: int = 1,
    progress: Progress = SILENT,
) -> None:
    """Add expected, z, p and p_adjusted to a table of pairs that has their ids; see `chance.chance`."""
    runs = code_runs(material, rule, rollup, progress)
    found = chance(runs, number, seed, progress)
    a, b = _places(table, runs)
    for name in ("expected", "z", "p", "p_adjusted"):
        table[name] = getattr(found, name)[a, b]
    table.attrs |= {"chance": number, "seed": seed, "n_tested": found.n_tested}


def with_intervals(
    table: "pd.DataFrame",
    material: Material,
    rule: str,
    rollup: bool,
    number: int,
    seed: int,
    over: str,
    measures: Sequence[str],
    progress: Progress = SILENT,
) -> None:
    """Add the low and high end of the interval of each measure to a table of pairs that has their ids; see
    `resampling.intervals`. `n_units_fixed` of its origin counts the units that belong to no case, where cases are
    drawn."""
    runs = code_runs(material, rule, rollup, progress)
    counts = block_counts(runs, blocks_of(runs, over), progress)
    a, b = _places(table, runs)
    found = intervals(counts, a * runs.size + b, measures, number, seed, progress)
    for name, ends in found.items():
        table[f"{name}_low"], table[f"{name}_high"] = ends
    table.attrs |= {"bootstrap": number, "over": over, "n_blocks": counts.drawn, "seed": seed}
    if over == "cases":
        table.attrs["n_units_fixed"] = round(counts.fixed)


def _places(table: "pd.DataFrame", runs: CodeRuns) -> tuple[IntArray, IntArray]:
    """The places of a table's codes among those in use."""
    places = {str(runs.material.codes[code].id): place for place, code in enumerate(runs.codes.tolist())}
    a, b = (np.array([places[key] for key in table[name]], dtype=np.int64) for name in ("code_a_id", "code_b_id"))
    return a, b
