"""Document portraits: a document as a grid of small cells in reading order, coloured by what most of each carries."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..domain.errors import Phrase
from .chart_rows import RECOLORED, Rows, Themes, characters_of, in_cells, rows_of, united, with_documents
from .coverages import with_others
from .extents import Extent
from .material import IntArray, Material, Spans, text_starts
from .matrices import Filters, as_of, chosen_material
from .sweeps import distinct_rows

if TYPE_CHECKING:
    import pandas as pd

UNCODED, OUTSIDE = -1, -2  # cells that mostly carry no code, and those that are not looked at
NOT_CODED, OTHER_CODES = "(not coded)", "(other codes)"
_NICE = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10_000, 20_000, 50_000, 10**9)


@dataclass(frozen=True, slots=True, eq=False)
class Portrait:
    """One document: what each cell shows (a row, `len(rows)` for codes that are not among them, `UNCODED` or
    `OUTSIDE`), the characters looked at, those that carry a code (any, chosen or not), and those of each row."""

    document: int
    cells: IntArray
    characters: int
    coded: int
    carried: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Portraits:
    """The picture as a record; a cell stands for `size` characters, the last of a document for what is left."""

    rows: Rows
    size: int
    portraits: tuple[Portrait, ...]
    others: bool
    title: Phrase
    caption: tuple[Phrase, ...]


def portrait_table(material: Material, themes: Themes | None = None, whole: Material | None = None) -> "pd.DataFrame":
    """A row per document and code or theme in it, one for what carries other codes only (if anything does), then one
    for what is not coded: document, code, characters, share.

    `characters` are those looked at that carry the code, `share` their part of the document's (0 to 1); codes may
    overlap, so that shares add up to more than what is coded. `whole` is the material with the codings of all codes,
    where it has only those of chosen ones. `attrs` say what was counted.
    """
    import pandas as pd

    rows = rows_of(material, themes)
    carried, coded = _carried(material, rows, whole or material)
    own = _under(material, rows.spans)
    text = characters_of(material)
    found: list[tuple[str, str, int, float]] = []
    for number, document in enumerate(material.documents):
        if not text[number]:
            continue
        for row in np.flatnonzero(carried[number]).tolist():
            held = int(carried[number, row])
            found.append((document.name, rows.labels[row].path, held, held / int(text[number])))
        other = int(coded[number] - own[number])
        if other:
            found.append((document.name, OTHER_CODES, other, other / int(text[number])))
        left = int(text[number] - coded[number])
        found.append((document.name, NOT_CODED, left, left / int(text[number])))
    table = pd.DataFrame(found, columns=["document", "code", "characters", "share"])
    table.attrs = {"unit": "character", "n_characters": material.characters, "n_segments": int(rows.spans.code.size)}
    return table


def _carried(material: Material, rows: Rows, whole: Material) -> tuple[IntArray, IntArray]:
    """Characters of every document (rows) under each row of the chart (columns), and under any code of `whole`."""
    count, width = len(material.documents), max(len(rows.labels), 1)
    stretches = united(material, rows.spans)
    keys = stretches.document * width + stretches.code
    carried = np.bincount(keys, stretches.end - stretches.start, minlength=count * width).astype(np.int64)
    return carried.reshape(count, width), _under(whole, _together(whole, np.ones(whole.code.size, dtype=np.bool_)))


def _under(material: Material, spans: Spans) -> IntArray:
    """Characters of every document that lie in one of these spans, whatever their codes."""
    alone = Spans(*distinct_rows(np.zeros_like(spans.code), spans.document, spans.start, spans.end))
    found = united(material, alone)
    return np.bincount(found.document, found.end - found.start, minlength=len(material.documents)).astype(np.int64)


def _together(material: Material, kept: "np.typing.NDArray[np.bool_]") -> Spans:
    """The spans of some codings as if they all carried one code."""
    zeros = np.zeros(int(kept.sum()), dtype=np.int64)
    return Spans(*distinct_rows(zeros, material.document[kept], material.start[kept], material.end[kept]))


def portraits(
    material: Material,
    themes: Themes | None,
    documents: Sequence[int],
    cells: int,
    most: int = 12,
    filters: Filters | None = None,
    whole: Material | None = None,
) -> Portraits:
    """Portraits of `documents` (indices), the longest with at most so many cells; the `most` codes or themes with most
    segments have a colour. `whole` is the material with the codings of all codes, where it has only those of chosen
    ones: they count as other codes, and not as what nobody coded."""
    filters, every = filters or Filters(), whole or material
    rows = rows_of(material, themes, most, told_apart=True)
    longest = max((material.documents[number].characters for number in documents), default=1)
    size = next(nice for nice in _NICE if nice * cells >= longest)
    carried, coded = _carried(material, rows, every)
    lengths = characters_of(material)
    shown, others = _shown(material, every, rows, documents, size)
    alone = len(documents) == 1
    sentences = [
        Phrase("Each cell is {number} characters, in reading order.", number=size)
        if size > 1
        else Phrase("Each cell is one character, in reading order."),
        Phrase("It has the colour of what most of it carries: a code, or none (grey); codes may overlap."),
        *rows.notes,
        Phrase("Per cent are parts of the text that carry the code."),
    ]
    if len(documents) < len(material.documents) and not alone:
        sentences.append(
            Phrase("Only documents in which something is coded are shown.")
            if whole is None
            else Phrase("Only documents with one of the chosen codes are shown.")
        )
    if rows.recolored:
        sentences.append(RECOLORED)
    sentences.append(chosen_material(with_documents(material, documents), len(rows.labels), rows.told(filters)))
    text = int(lengths[list(documents)].sum()) if documents else 0
    held = int(coded[list(documents)].sum()) if documents else 0
    if whole is None:
        told = Phrase("n = {characters} characters, {coded} of them coded.", characters=f"{text:,}", coded=f"{held:,}")
    else:
        chosen = _under(material, _together(material, np.ones(material.code.size, dtype=np.bool_)))
        own = int(chosen[list(documents)].sum()) if documents else 0
        told = with_others(text, own, held - own)
    sentences.append(told)
    return Portraits(
        rows=rows,
        size=size,
        portraits=tuple(
            Portrait(number, own, int(lengths[number]), int(coded[number]), tuple(carried[number].tolist()))
            for number, own in zip(documents, shown, strict=True)
        ),
        others=others,
        title=Phrase("Portrait of {document}", document=material.documents[documents[0]].name)
        if alone
        else Phrase("Portraits of the documents"),
        caption=(*sentences, *as_of(filters)),
    )


def _shown(
    material: Material, whole: Material, rows: Rows, documents: Sequence[int], size: int
) -> tuple[list[IntArray], bool]:
    """What every cell of these documents shows, and whether any shows a code (of `whole`) that is no row."""
    base = text_starts(material)
    lengths = [material.documents[number].characters for number in documents]
    counts = [-(-length // size) for length in lengths]
    cuts = np.concatenate(
        [
            np.empty(0, np.int64),
            *(
                base[number] + np.append(np.arange(count, dtype=np.int64) * size, length)
                for number, count, length in zip(documents, counts, lengths, strict=True)
            ),
        ]
    )
    if not cuts.size:
        return [np.empty(0, np.int64) for _ in documents], False
    chosen = np.isin(np.arange(len(material.documents)), list(documents))
    width = len(rows.labels) + 1
    # what most of a cell carries: rows in order, then all other codes together, at last none
    held = np.zeros((cuts.size, width), dtype=np.int64)
    own = {code for codes in rows.codes for code in codes}
    other = np.array([code.id not in own for code in whole.codes] or [False], dtype=np.bool_)[whole.code]
    for spans, shift in ((rows.spans, 0), (_together(whole, other), width - 1)):
        stretches = _only(united(material, spans), chosen)
        cell, row, sums = in_cells(stretches, cuts)
        held[cell, row + shift] = sums
    anything = _only(united(whole, _together(whole, np.ones(whole.code.size, dtype=np.bool_))), chosen)
    coded, looked = np.zeros(cuts.size, dtype=np.int64), np.zeros(cuts.size, dtype=np.int64)
    cell, _, sums = in_cells(anything, cuts)
    coded[cell] = sums
    extent = Extent(material)
    inside = chosen[extent.document]
    line = base[extent.document][inside]
    everything = Spans(
        np.zeros(line.size, np.int64), extent.document[inside], line + extent.start[inside], line + extent.end[inside]
    )
    cell, _, sums = in_cells(everything, cuts)
    looked[cell] = sums
    best = held.argmax(axis=1).astype(np.int64)
    most = held[np.arange(cuts.size), best]
    value = np.where((most > 0) & (most >= looked - coded), best, UNCODED)
    value[looked == 0] = OUTSIDE
    found, first = [], 0
    for count in counts:
        found.append(value[first : first + count])
        first += count + 1
    return found, bool((value == width - 1).any())


def _only(stretches: Spans, chosen: "np.typing.NDArray[np.bool_]") -> Spans:
    kept = chosen[stretches.document]
    return Spans(*(getattr(stretches, name)[kept] for name in ("code", "document", "start", "end")))
