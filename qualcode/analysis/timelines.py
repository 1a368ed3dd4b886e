"""When codings were made, by whom, and when codes came into use."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..domain.errors import BadInput
from ..domain.hours import begun, following, hour_text
from .material import IntArray, Material

if TYPE_CHECKING:
    import pandas as pd

MOST_STEPS = 2000
EVERYBODY = "(all coders)"


@dataclass(frozen=True, slots=True, eq=False)
class Timeline:
    """Codings by time: `begins` are the first hours of the steps, each following the one before, and the hour behind
    the last.

    `made` counts the codings of each coder (rows) in each step (columns). `fresh` counts the codes that a coder first
    used in a step, its last row the codes that nobody had used before.
    """

    step: str
    begins: tuple[int, ...]
    coders: tuple[str, ...]
    made: IntArray
    fresh: IntArray

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps in words (see `domain.hours.hour_text`)."""
        return tuple(hour_text(hour, self.step) for hour in self.begins[:-1])


def timeline(material: Material, step: str = "day") -> Timeline:
    """The codings of the material by hour, day, week or month (UTC), steps without any in between included.

    A code is new in the step of its first coding that is looked at. Raises `BadInput` where this makes more than
    `MOST_STEPS` steps.
    """
    count = len(material.coders)
    if not material.made.size:
        return Timeline(step, (0,), material.coders, np.zeros((count, 0), np.int64), np.zeros((count + 1, 0), np.int64))
    begins = [begun(int(material.made.min()), step)]
    last = int(material.made.max())
    while begins[-1] <= last:
        begins.append(following(begins[-1], step))
        if len(begins) > MOST_STEPS + 1:
            raise BadInput(
                "From first to last coding there are more than {most} steps of that length. Choose a longer one.",
                most=MOST_STEPS,
            )
    size = len(begins) - 1
    place = np.searchsorted(np.array(begins, dtype=np.int64), material.made, side="right") - 1
    made = np.bincount(material.coder * size + place, minlength=count * size).astype(np.int64).reshape(count, size)
    codes = len(material.codes)
    fresh = np.zeros((count + 1, size), dtype=np.int64)
    for row in range(count + 1):
        own = slice(None) if row == count else material.coder == row
        first = np.full(codes, size, dtype=np.int64)
        np.minimum.at(first, material.code[own], place[own])
        fresh[row] = np.bincount(first, minlength=size + 1)[:size]
    return Timeline(step, tuple(begins), material.coders, made, fresh)


def timeline_table(material: Material, step: str = "day") -> "pd.DataFrame":
    """A row per step and coder, then one for everybody: the step's name (a week is named by its Monday), coder,
    codings, cumulative_codings, new_codes, cumulative_codes. `attrs` say what was counted."""
    import pandas as pd

    data = timeline(material, step)
    names = (*data.coders, EVERYBODY)
    made = np.vstack([data.made, data.made.sum(axis=0, keepdims=True)])
    steps, rows = len(data.steps), len(names)
    table = pd.DataFrame(
        {
            step: np.repeat(np.array(data.steps, dtype=object), rows),
            "coder": np.tile(np.array(names, dtype=object), steps),
            "codings": made.T.ravel(),
            "cumulative_codings": made.cumsum(axis=1).T.ravel(),
            "new_codes": data.fresh.T.ravel(),
            "cumulative_codes": data.fresh.cumsum(axis=1).T.ravel(),
        }
    )
    table.attrs = {
        "unit": "coding",
        "rule": f"by {step}, UTC",
        "n_codings": int(material.code.size),
        "n_codes": int(data.fresh[-1].sum()),
    }
    return table
