"""Frequencies taken apart: who coded the segments, or what the cases in them have for a variable."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ..domain.errors import BadInput, Phrase
from ..domain.selections import Selection
from .chart_rows import Themes
from .cooccurrence import Meetings
from .frequencies import FrequencyChart, counting_as, frequency_chart
from .material import BoolArray, IntArray, Material, Spans
from .matrices import Filters
from .selected import chosen
from .sweeps import distinct_rows

if TYPE_CHECKING:
    import pandas as pd

MOST = 8  # parts of a bar that can be told apart
SEVERAL, NONE = "(several)", "(none)"


@dataclass(frozen=True, slots=True, eq=False)
class Parted:
    """Which codings belong to which part: `names` of the parts, `members` of each. `what` names the whole."""

    what: str
    names: tuple[str, ...]
    members: tuple[BoolArray, ...]


def by_coder(material: Material) -> Parted:
    """Everybody's codings."""
    members = tuple(material.coder == number for number in range(len(material.coders)))
    return Parted("coder", material.coders, members)


def by_value(material: Material, variable: str, cases_of: Mapping[str, Sequence[str]]) -> Parted:
    """The codings that touch text of the cases with each value of a variable; `cases_of` names these by value."""
    members = tuple(chosen(material, Selection(cases=frozenset(cases))) for cases in cases_of.values())
    return Parted(variable, tuple(cases_of), members)


@dataclass(frozen=True, slots=True, eq=False)
class PartedSpans:
    """The distinct spans of codes or themes, and the part of each: its number, then one for spans that are in several
    parts and one for those in none."""

    spans: Spans
    part: IntArray


def parted_spans(material: Material, parted: Parted, rollup: bool, themes: Themes | None) -> PartedSpans:
    """Each distinct span once. A span is of a part if one of its codings is."""
    code, coding = counting_as(material, rollup, themes)
    columns = (code, material.document[coding], material.start[coding], material.end[coding])
    order = np.lexsort(columns[::-1])
    rows = np.stack([column[order] for column in columns])
    first = np.ones(rows.shape[1], dtype=np.bool_)
    first[1:] = (rows[:, 1:] != rows[:, :-1]).any(axis=0)
    span = np.cumsum(first) - 1
    size, count = int(first.sum()), len(parted.names)
    held = np.zeros(size, dtype=np.int64)
    part = np.full(size, count + 1, dtype=np.int64)
    for number, member in enumerate(parted.members):
        own = np.bincount(span, member[coding[order]], minlength=size) > 0
        part[own] = number
        held += own
    part[held > 1] = count
    return PartedSpans(Spans(*rows[:, first]), part)


def parted_frequencies(
    material: Material, parted: Parted, rollup: bool = False, themes: Themes | None = None
) -> "pd.DataFrame":
    """A row per code or theme and part that it has: code, part, segments, documents, cases.

    A segment (a distinct span of a code) is in one part only: that of the coder or value it belongs to, else
    `(several)` or `(none)`; so the parts add up to the segments of the code. `attrs` say what was counted.
    """
    import pandas as pd

    found = parted_spans(material, parted, rollup, themes)
    count = len(parted.names) + 2
    size = len(material.codes) * count
    spans = found.spans
    keys = spans.code * count + found.part
    order = np.argsort(keys, kind="stable")
    both = Spans(keys[order], spans.document[order], spans.start[order], spans.end[order])
    segments = np.bincount(keys, minlength=size).astype(np.int64)
    documents = np.bincount(distinct_rows(both.code, both.document)[0], minlength=size).astype(np.int64)
    cases = np.asarray(Meetings(material, both, size).code_cases())
    shown = np.flatnonzero(segments)
    names = np.array([*parted.names, SEVERAL, NONE], dtype=object)
    paths = np.array([code.path for code in material.codes] or [""], dtype=object)
    table = pd.DataFrame(
        {
            "code": paths[shown // count],
            parted.what if parted.what not in _TAKEN else f"{parted.what} (variable)": names[shown % count],
            "segments": segments[shown],
            "documents": documents[shown],
            "cases": cases[shown],
        }
    )
    table.attrs = {
        "unit": "segment",
        "rule": f"by {parted.what}, each segment in one part",
        "n_segments": int(spans.code.size),
    }
    return table


_TAKEN = ("code", "segments", "documents", "cases")


def places_of(material: Material, found: PartedSpans, code: int, part: int) -> Selection:
    """The passages of a code or theme that are in one part."""
    kept = (found.spans.code == code) & (found.part == part)
    columns = (found.spans.document[kept], found.spans.start[kept], found.spans.end[kept])
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return Selection(places=tuple((material.documents[document].id, start, end) for document, start, end in rows))


def parted_chart(
    material: Material,
    parted: Parted,
    *,
    rollup: bool = False,
    themes: Themes | None = None,
    most: int = 40,
    filters: Filters | None = None,
) -> tuple[FrequencyChart, list[list[Selection]]]:
    """Bars of segments, each made of its parts, and what each part of each bar stands for.

    Raises `BadInput` for more parts than can be told apart.
    """
    if len(parted.names) > MOST:
        raise BadInput(
            "“{name}” has {number} values, and a bar can show {most}. Take the table, or a variable with fewer values.",
            name=parted.what,
            number=len(parted.names),
            most=MOST,
        )
    whole = frequency_chart(material, "segments", rollup=rollup, themes=themes, most=most, filters=filters)
    found = parted_spans(material, parted, rollup, themes)
    count = len(parted.names) + 2
    keys = found.spans.code * count + found.part
    table = np.bincount(keys, minlength=len(material.codes) * count).reshape(-1, count)[
        [label.code for label in whole.labels]
    ]
    kept = [number for number in range(count) if number < count - 2 or table[:, number].any()]
    others = (Phrase("several of them"), Phrase("none of them"))
    said = (
        Phrase("Colours: who coded the segment.")
        if parted.what == "coder"
        else Phrase("Colours: {variable} of the cases in the segment.", variable=parted.what)
    )
    opens = [[places_of(material, found, label.code, number) for number in kept] for label in whole.labels]
    chart = replace(
        whole,
        groups=tuple((*parted.names, *others)[number] for number in kept),
        parts=tuple(tuple(int(row[number]) for number in kept) for row in table),
        caption=(whole.caption[0], said, *whole.caption[1:]),
    )
    return chart, opens
