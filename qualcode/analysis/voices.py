"""Whose voices a theme rests on: its distinct passages, and how many of them each case gives."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from .material import IntArray, Material, case_names, text_starts
from .sweeps import distinct_rows, runs, touching


@dataclass(frozen=True, slots=True)
class Voices:
    """What some codes hold together: `segments` distinct spans (two coders on one span, or two of the codes, count
    once), in so many `documents`; `by_case` how many of the spans touch text of each case (of `case_names`)."""

    segments: int
    documents: int
    by_case: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Spoken:
    """The distinct spans of a material in the order of the texts (two coders on one span, or two codes, are one).

    `document`, `start` and `end` have one entry per span, `span` the span of every coding; `cases` are those that span
    number i touches, from `heads[i]` on `counts[i]` of them, as numbers into `case_names`.
    """

    document: IntArray
    start: IntArray
    end: IntArray
    span: IntArray
    heads: IntArray
    counts: IntArray
    cases: IntArray

    def held(self, material: Material, group: Collection[UUID]) -> IntArray:
        """The spans that carry a code of a group (ids), ascending."""
        member = np.fromiter((code.id in group for code in material.codes), np.bool_, len(material.codes))
        return np.unique(self.span[member[material.code]])

    def cases_of(self, held: IntArray) -> tuple[IntArray, IntArray]:
        """The cases that some spans touch: the span and the case of every touch, in the order of the spans."""
        row, place = runs(self.heads[held], self.counts[held])
        return held[row], self.cases[place]


def spoken(material: Material) -> Spoken:
    """The distinct spans of a material and the cases that each of them touches."""
    base = text_starts(material)
    longest = max((document.characters for document in material.documents), default=0) + 1
    line = base[material.document] + material.start
    keys, first, span = np.unique(
        line * longest + (material.end - material.start), return_index=True, return_inverse=True
    )
    heads, counts, cases = _cases_of(material, line[first], line[first] + keys % longest)
    return Spoken(material.document[first], material.start[first], material.end[first], span, heads, counts, cases)


def voices(material: Material, groups: Sequence[Collection[UUID]]) -> list[Voices]:
    """The voices behind each group of codes (their ids). A span that touches several cases counts for each."""
    spans = spoken(material)
    size = len(case_names(material))
    found = []
    for group in groups:
        held = spans.held(material, group)
        _, cases = spans.cases_of(held)
        found.append(
            Voices(
                int(held.size),
                int(np.unique(spans.document[held]).size),
                tuple(np.bincount(cases, minlength=size).tolist()),
            )
        )
    return found


def _cases_of(material: Material, start: IntArray, end: IntArray) -> tuple[IntArray, IntArray, IntArray]:
    """The cases that spans of the line of all texts touch: per span where its cases begin and how many they are, then
    the cases themselves."""
    base = text_starts(material)
    numbers = {name: number for number, name in enumerate(case_names(material))}
    parts = [part for part in material.case_parts if part.start < part.end]
    number = np.array([numbers[part.case] for part in parts], dtype=np.int64)
    home = np.array([part.document for part in parts], dtype=np.int64)
    low = base[home] + np.array([part.start for part in parts], dtype=np.int64)
    high = base[home] + np.array([part.end for part in parts], dtype=np.int64)
    rows, cases = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for row, part in touching(start, end, low, high):
        rows.append(row)
        cases.append(number[part])
    row, case = distinct_rows(np.concatenate(rows), np.concatenate(cases))
    counts = np.bincount(row, minlength=start.size).astype(np.int64)
    return np.cumsum(counts) - counts, counts, case
