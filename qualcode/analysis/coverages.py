"""How much of the text is coded: by document, coder or speaker, and the stretches that nobody coded."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ..domain.errors import Phrase
from .chart_rows import characters_of
from .extents import Extent
from .material import IntArray, Material, text_starts
from .sweeps import distinct_rows, union

if TYPE_CHECKING:
    import pandas as pd

DOCUMENT, CODER, SPEAKER = "document", "coder", "speaker"
TOTAL = "(all documents)"


@dataclass(frozen=True, slots=True)
class Covered:
    """How much of a document's text, as far as `group` (a coder, a speaker, or "") is concerned, carries a code.

    `characters` are those looked at (a speaker's: those of their turns, labels included), `coded` those under at least
    one coding (a coder's: under one of theirs), `others` those under none but others than the codes looked at.
    `document` is an index, -1 for all documents together.
    """

    document: int
    group: str
    characters: int
    coded: int
    others: int = 0

    @property
    def share(self) -> float:
        """`coded` out of `characters`, 0 to 1; nan without text."""
        return self.coded / self.characters if self.characters else float("nan")


def coverage(material: Material, by: str = DOCUMENT, whole: Material | None = None) -> list[Covered]:
    """The shares of every document, then of all; by coder or speaker one for each of them in each document.

    Coders are all of the material, speakers those of the document; text without a speaker counts for the group "".
    `whole` is the material with the codings of all codes, where it has only those of chosen ones: it tells what is
    coded otherwise from what is not coded.
    """
    rows = _coverage(material, by)
    if whole is None:
        return rows
    any_code = {(row.document, row.group): row.coded for row in _coverage(whole, by)}
    return [replace(row, others=any_code[row.document, row.group] - row.coded) for row in rows]


def _coverage(material: Material, by: str) -> list[Covered]:
    count = len(material.documents)
    whole = characters_of(material)
    everything = range(count)
    if by == DOCUMENT:
        held = _coded(material, np.zeros_like(material.coder), 1)[0]
        rows = [Covered(number, "", int(whole[number]), int(held[number])) for number in everything]
    elif by == CODER:
        by_coder = _coded(material, material.coder, len(material.coders))
        rows = [
            Covered(number, name, int(whole[number]), int(by_coder[place, number]))
            for number in everything
            for place, name in enumerate(material.coders)
        ]
    else:
        rows = _by_speaker(material)
    groups = dict.fromkeys(row.group for row in rows)
    totals = [
        Covered(
            -1,
            group,
            sum(row.characters for row in rows if row.group == group),
            sum(row.coded for row in rows if row.group == group),
        )
        for group in groups
    ]
    return [*rows, *totals]


def _lines(material: Material, group: IntArray) -> tuple[IntArray, IntArray, IntArray]:
    """The coded stretches of every group, disjoint and in order: group, start, end on the line of all texts."""
    row, start, end = Extent(material).cut(material.document, material.start, material.end)
    base = text_starts(material)[material.document[row]]
    group, start, end = distinct_rows(group[row], base + start, base + end)
    first, last = union(group, start, end)
    return group[first], start[first], last


def _coded(material: Material, group: IntArray, groups: int) -> IntArray:
    """Coded characters of every group (rows) in every document (columns)."""
    own, start, end = _lines(material, group)
    count = len(material.documents)
    document = np.searchsorted(text_starts(material), start, side="right") - 1
    sums = np.bincount(own * count + document, end - start, minlength=groups * count)
    return sums.astype(np.int64).reshape(groups, count)


def _by_speaker(material: Material) -> list[Covered]:
    _, start, end = _lines(material, np.zeros_like(material.coder))
    before = np.concatenate([[0], np.cumsum(end - start)]).astype(np.int64)
    base = text_starts(material)
    extent = Extent(material)
    rows = []
    for number in range(len(material.documents)):
        turns = np.asarray(material.units(number, "turn"), dtype=np.int64).reshape(-1, 2)
        names = material.speakers(number) or ("",) * len(turns)
        at, low, high = extent.cut(np.full(len(turns), number, dtype=np.int64), turns[:, 0], turns[:, 1])
        low, high = low + base[number], high + base[number]
        held = _up_to(start, end, before, high) - _up_to(start, end, before, low)
        known = list(dict.fromkeys(names))
        place = np.array([known.index(name) for name in names], dtype=np.int64)[at]
        sizes = np.bincount(place, high - low, minlength=len(known)).astype(np.int64).tolist()
        coded = np.bincount(place, held, minlength=len(known)).astype(np.int64).tolist()
        columns = zip(known, sizes, coded, strict=True)
        rows += [Covered(number, name, size, inside) for name, size, inside in columns if size]
    return rows


def _up_to(start: IntArray, end: IntArray, before: IntArray, place: IntArray) -> IntArray:
    """How many places below each `place` lie in disjoint stretches in order; `before` are their running sums."""
    if not start.size:
        return np.zeros_like(place)
    last = np.searchsorted(start, place, side="right")
    over = np.maximum(end[np.maximum(last - 1, 0)] - place, 0)
    return np.asarray(before[last] - np.where(last > 0, over, 0), dtype=np.int64)


def coverage_table(material: Material, by: str = DOCUMENT, whole: Material | None = None) -> "pd.DataFrame":
    """A row per document (and coder or speaker), then those of all documents: document, [coder | speaker],
    characters, coded, share (0 to 1, nan without text), with `whole` (see `coverage`) other_codes: characters that
    carry none but others than the codes looked at. `attrs` say what was counted."""
    import pandas as pd

    found = coverage(material, by, whole)
    columns: dict[str, list[object]] = {
        "document": [material.documents[row.document].name if row.document >= 0 else TOTAL for row in found]
    }
    if by != DOCUMENT:
        columns[by] = [row.group for row in found]
    columns["characters"] = [row.characters for row in found]
    columns["coded"] = [row.coded for row in found]
    columns["share"] = [row.share for row in found]
    if whole is not None:
        columns["other_codes"] = [row.others for row in found]
    table = pd.DataFrame(columns)
    table.attrs = {
        "unit": "character",
        "n_characters": material.characters,
        "n_codings": int(material.code.size),
        "n_documents": len(material.documents),
    }
    return table


def uncoded(
    material: Material, least: int = 1, documents: Collection[int] | None = None
) -> list[tuple[int, int, int, int]]:
    """The stretches of at least so many characters that carry no code: document, start, end, number of the first turn;
    of all `documents` (indices), or some.

    White space between turns and at the ends of a stretch's turns is left out: a stretch begins and ends in a turn.
    """
    _, start, end = _lines(material, np.zeros_like(material.coder))
    base = text_starts(material)
    extent = Extent(material)
    found: list[tuple[int, int, int, int]] = []
    looked = zip(extent.document.tolist(), extent.start.tolist(), extent.end.tolist(), strict=True)
    known: tuple[int, IntArray] = (-1, np.empty((0, 2), np.int64))
    for document, low, high in looked:
        if documents is not None and document not in documents:
            continue
        if known[0] != document:
            known = (document, np.asarray(material.units(document, "turn"), dtype=np.int64).reshape(-1, 2))
        turns = known[1]
        first = int(np.searchsorted(end, base[document] + low, side="right"))
        last = int(np.searchsorted(start, base[document] + high, side="left"))
        gaps_start = np.concatenate([[low], np.minimum(end[first:last] - base[document], high)])
        gaps_end = np.concatenate([np.maximum(start[first:last] - base[document], low), [high]])
        begin = np.searchsorted(turns[:, 1], gaps_start, side="right")
        stop = np.searchsorted(turns[:, 0], gaps_end, side="left")
        held = np.flatnonzero((stop > begin) & (gaps_end > gaps_start))
        begins = np.maximum(gaps_start[held], turns[begin[held], 0])
        ends = np.minimum(gaps_end[held], turns[stop[held] - 1, 1])
        long = ends - begins >= least
        rows = zip(begins[long].tolist(), ends[long].tolist(), (begin[held][long] + 1).tolist(), strict=True)
        found += [(document, first_sign, behind, turn) for first_sign, behind, turn in rows]
    return found


def uncoded_table(material: Material, least: int = 1) -> "pd.DataFrame":
    """A row per stretch without codes: document, start, end, characters, share (of the document's characters), turn,
    speaker (of the first turn). See `uncoded`."""
    import pandas as pd

    found = uncoded(material, least)
    whole = characters_of(material).tolist()
    speakers = {number: material.speakers(number) for number in {row[0] for row in found}}
    table = pd.DataFrame(
        {
            "document": [material.documents[document].name for document, *_ in found],
            "start": [start for _, start, _, _ in found],
            "end": [end for _, _, end, _ in found],
            "characters": [end - start for _, start, end, _ in found],
            "share": [(end - start) / whole[document] for document, start, end, _ in found],
            "turn": [turn for *_, turn in found],
            "speaker": [
                speakers[document][turn - 1] if turn <= len(speakers[document]) else ""
                for document, _, _, turn in found
            ],
        }
    )
    table.attrs = {"unit": "stretch without codes", "least": least, "n_stretches": len(found)}
    return table


def with_others(characters: int, coded: int, others: int) -> Phrase:
    """How much text there is, and how much of it carries the chosen codes, or other ones only."""
    return Phrase(
        "n = {characters} characters, {coded} of them with one of the chosen codes, {others} with other codes only.",
        characters=f"{characters:,}",
        coded=f"{coded:,}",
        others=f"{others:,}",
    )
