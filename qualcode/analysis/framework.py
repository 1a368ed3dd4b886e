"""Cases by themes: how many passages each case gives to each theme, and which of them comes first."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from .material import IntArray, Material, case_names
from .voices import Spoken, spoken


@dataclass(frozen=True, slots=True, eq=False)
class Crossing:
    """Cases (of `case_names`) by groups of codes. `counts` are the distinct passages of a cell: one that touches two
    cases counts for both, one with two codes of a group once. `first` is the first of them in the order of the texts,
    -1 where there is none; its place stands in `spans`."""

    spans: Spoken
    counts: IntArray
    first: IntArray


def crossing(material: Material, groups: Sequence[Collection[UUID]]) -> Crossing:
    """Every case by every group of codes (their ids)."""
    spans = spoken(material)
    shape = (len(case_names(material)), len(groups))
    counts, first = np.zeros(shape, np.int64), np.full(shape, -1, np.int64)
    for column, group in enumerate(groups):
        span, case = spans.cases_of(spans.held(material, group))
        counts[:, column] = np.bincount(case, minlength=shape[0])
        cases, places = np.unique(case, return_index=True)
        first[cases, column] = span[places]
    return Crossing(spans, counts, first)


def cell_spans(material: Material, spans: Spoken, group: Collection[UUID], case: int) -> IntArray:
    """The passages of one cell, in the order of the texts."""
    span, cases = spans.cases_of(spans.held(material, group))
    held: IntArray = span[cases == case]
    return held


def coders_of(material: Material, spans: Spoken, group: Collection[UUID], span: int) -> tuple[str, ...]:
    """Who coded a passage with a code of a group, in the order of the coders."""
    at = np.flatnonzero(spans.span == span)
    found = {int(material.coder[one]) for one in at if material.codes[material.code[one]].id in group}
    return tuple(material.coders[coder] for coder in sorted(found))
