"""The codings a selection means, as distinct spans with their coders."""

from collections.abc import Sequence

import numpy as np

from ..domain.selections import Place, Selection
from .material import BoolArray, IntArray, Material, text_starts
from .quotes import Page, Quote


def selected(material: Material, selection: Selection, offset: int = 0, limit: int | None = None) -> Page:
    """The passages of a selection in document order, each once however many coders and codes are on it.

    `total` counts all of them, `quotes` are those from number `offset` on. Places in documents that are not in the
    material are left out.
    """
    if selection.places is not None:
        return _placed(material, selection.places, offset, limit)
    kept = np.flatnonzero(chosen(material, selection))
    rows = np.stack([material.document[kept], material.start[kept], material.end[kept], material.coder[kept]])
    order = np.lexsort((rows[3], -rows[2], rows[1], rows[0]))
    rows = rows[:, order]
    first = np.ones(rows.shape[1], dtype=np.bool_)
    first[1:] = (rows[:3, 1:] != rows[:3, :-1]).any(axis=0)
    firsts = np.flatnonzero(first)
    ends = np.append(firsts[1:], rows.shape[1])[: firsts.size]
    stop = None if limit is None else offset + limit
    quotes = []
    for low, high in zip(firsts[offset:stop].tolist(), ends[offset:stop].tolist(), strict=True):
        document, start, end = (int(value) for value in rows[:3, low])
        coders = tuple(dict.fromkeys(rows[3, low:high].tolist()))
        quotes.append(Quote(document, start, end, ((start, end),), ((start, end),), coders))
    return Page(int(firsts.size), tuple(quotes))


def chosen(material: Material, selection: Selection) -> BoolArray:
    """Which codings of the material a selection without places means."""
    kept = np.ones(material.code.size, dtype=np.bool_)
    if selection.codes is not None:
        kept &= np.array([code.id in selection.codes for code in material.codes], dtype=np.bool_)[material.code]
    if selection.documents is not None:
        inside = [document.id in selection.documents for document in material.documents]
        kept &= np.array(inside, dtype=np.bool_)[material.document]
    if selection.coders is not None:
        kept &= np.array([name in selection.coders for name in material.coders], dtype=np.bool_)[material.coder]
    if selection.made is not None:  # of a material that does not know it, nothing could be said
        kept &= (material.made >= selection.made[0]) & (material.made < selection.made[1])
    if selection.cases is not None:
        parts = [part for part in material.case_parts if part.case in selection.cases]
        kept &= _touching(material, [(part.document, part.start, part.end) for part in parts])
    if selection.speakers is not None:
        kept &= _touching(material, _turns_of(material, selection.speakers))
    return kept


def _turns_of(material: Material, speakers: frozenset[str]) -> list[tuple[int, int, int]]:
    """Document, start and end of every turn of these speakers."""
    return [
        (number, start, end)
        for number in range(len(material.documents))
        for (start, end), who in zip(material.units(number, "turn").tolist(), material.speakers(number), strict=True)
        if who in speakers
    ]


def _touching(material: Material, spans: list[tuple[int, int, int]]) -> BoolArray:
    """Which codings share a character with one of these spans (document, start, end)."""
    if not spans or not material.code.size:
        return np.zeros(material.code.size, dtype=np.bool_)
    base = text_starts(material)
    rows: IntArray = np.array(spans, dtype=np.int64)
    begins, stops = base[rows[:, 0]] + rows[:, 1], base[rows[:, 0]] + rows[:, 2]
    order = np.argsort(begins, kind="stable")
    begins, stops = begins[order], np.maximum.accumulate(stops[order])
    # with the furthest end of all that begin before: the one that begins last before a coding's end decides
    at = np.searchsorted(begins, base[material.document] + material.end, side="left")
    reached = np.where(at > 0, stops[np.maximum(at - 1, 0)], -1)
    return np.asarray(reached > base[material.document] + material.start)


def _placed(material: Material, places: Sequence[Place], offset: int, limit: int | None) -> Page:
    numbers = {document.id: number for number, document in enumerate(material.documents)}
    found = [
        Quote(numbers[document], start, end, ((start, end),), ((start, end),), ())
        for document, start, end in places
        if document in numbers
    ]
    stop = None if limit is None else offset + limit
    return Page(len(found), tuple(found[offset:stop]))
