"""In how many documents and cases something was found, from where it was found."""

import numpy as np

from .code_runs import CodeRuns
from .material import IntArray, Material, text_starts
from .sweeps import Gathered, distinct_rows, touching
from .unit_spaces import parts_of


class Holders:
    """Counts documents and cases of things (by number) found at runs of places; `case`, `low`, `high` are the places
    of the parts of cases."""

    def __init__(self, documents: int, cases: int, case: IntArray, low: IntArray, high: IntArray) -> None:
        self._many, self._cases = max(documents, 1), max(cases, 1)
        self._case, self._low, self._high = case, low, high
        self._homes, self._found = Gathered(), Gathered()

    def add(self, thing: IntArray, document: IntArray, low: IntArray, high: IntArray) -> None:
        """Take in runs `[low, high)` of things."""
        self._homes.add(distinct_rows(thing * self._many + document)[0])
        for row, part in touching(low, high, self._low, self._high):
            self._found.add(thing[row] * self._cases + self._case[part])

    def documents(self, size: int) -> IntArray:
        """How many documents hold each of `size` things."""
        return np.bincount(self._homes.distinct() // self._many, minlength=size).astype(np.int64)

    def cases(self, size: int) -> IntArray:
        """How many cases hold each of `size` things."""
        return np.bincount(self._found.distinct() // self._cases, minlength=size).astype(np.int64)


def holders_in_text(material: Material) -> Holders:
    """For runs of characters, counted over all documents in one row (`text_starts`)."""
    names, case, document, start, end = parts_of(material)
    base = text_starts(material)[document]
    return Holders(len(material.documents), len(names), case, base + start, base + end)


def holders_of_units(runs: CodeRuns) -> Holders:
    """For runs of units of a rule."""
    material = runs.material
    names, case, document, start, end = parts_of(material)
    if runs.space is not None:
        row, low, high = runs.space.place(document, start, end)
        return Holders(len(material.documents), len(names), case[row], low, high)
    if runs.rule.kind == "document":
        case, unit = distinct_rows(case, document)
    else:
        case = unit = np.arange(len(names), dtype=np.int64)
    return Holders(len(material.documents), len(names), case, unit, unit + 1)
