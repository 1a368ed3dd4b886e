"""Documents compared: each cut into as many parts of equal length, whatever its own, with what each part carries."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ..domain.errors import Phrase
from ..domain.percents import percent
from ..domain.selections import Selection
from .chart_pages import EDGE, NAME, SMALL, Key, Page, Say, color_of, names_width
from .chart_rows import LEFT_OUT, RECOLORED, Passages, Rows, Themes, in_cells, rows_of, united, with_documents
from .drawn import Drawn, Mark
from .extents import Extent
from .material import IntArray, Material, Spans, text_starts
from .matrices import Filters, as_of, chosen_material
from .sheets import elided
from .sweeps import distinct_rows

if TYPE_CHECKING:
    import pandas as pd

_PLOT, _NAMES = 700.0, 230.0


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """What the parts of documents carry, sorted by document, part and row: `carried` characters of `row`, out of
    `characters` of the part that are looked at. Parts are numbered from 0."""

    document: IntArray
    part: IntArray
    row: IntArray
    carried: IntArray
    characters: IntArray


def part_bounds(characters: int, parts: int) -> IntArray:
    """Where the parts of a text begin, and where the last one ends: part i is from floor(i L / n) to floor((i+1) L / n)
    of a text of L characters, so that no two differ by more than one character."""
    return np.arange(parts + 1, dtype=np.int64) * characters // parts


def parts_of(material: Material, rows: Rows, parts: int = 100) -> Parts:
    """The characters of every part of every document that carry each row of the chart; none that are 0."""
    base = text_starts(material)
    lengths = [document.characters for document in material.documents]
    cuts = np.concatenate(
        [
            np.empty(0, np.int64),
            *(start + part_bounds(length, parts) for start, length in zip(base, lengths, strict=True)),
        ]
    )
    if not cuts.size:
        empty = np.empty(0, np.int64)
        return Parts(empty, empty, empty, empty, empty)
    cell, row, sums = in_cells(united(material, rows.spans), cuts)
    extent = Extent(material)
    line = base[extent.document]
    looked = Spans(np.zeros(line.size, np.int64), extent.document, line + extent.start, line + extent.end)
    seen, _, sizes = in_cells(looked, cuts)
    whole = np.zeros(cuts.size, dtype=np.int64)
    whole[seen] = sizes
    return Parts(cell // (parts + 1), cell % (parts + 1), row, sums, whole[cell])


def comparison_table(material: Material, themes: Themes | None = None, parts: int = 100) -> "pd.DataFrame":
    """A row per document, part and code or theme that stands in it: document, part (from 1), code, characters, share
    (of the part's characters, 0 to 1). See `part_bounds`; `attrs` say what was counted."""
    import pandas as pd

    rows = rows_of(material, themes)
    found = parts_of(material, rows, parts)
    names = np.array([document.name for document in material.documents] or [""], dtype=object)
    paths = np.array([label.path for label in rows.labels] or [""], dtype=object)
    table = pd.DataFrame(
        {
            "document": names[found.document],
            "part": found.part + 1,
            "code": paths[found.row],
            "characters": found.carried,
            "share": found.carried / np.maximum(found.characters, 1),
        }
    )
    table.attrs = {
        "unit": "character",
        "rule": f"{parts} parts of equal length per document",
        "n_documents": len(material.documents),
        "n_segments": int(rows.spans.code.size),
    }
    return table


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """The picture as a record: `documents` are indices; `found` as in `parts_of`, `any_of` the same for all rows
    together."""

    rows: Rows
    parts: int
    documents: tuple[int, ...]
    found: Parts
    any_of: Parts
    title: Phrase
    caption: tuple[Phrase, ...]


def comparison(
    material: Material,
    themes: Themes | None = None,
    parts: int = 100,
    most: int = 8,
    most_documents: int = 60,
    filters: Filters | None = None,
) -> Comparison:
    """The first documents with text, and the `most` codes or themes with most segments."""
    filters = filters or Filters()
    rows = rows_of(material, themes, most, told_apart=True)
    documents = np.unique(rows.spans.document)[:most_documents].tolist()
    shown = int(np.isin(rows.spans.document, np.array(documents, dtype=np.int64)).sum())
    sentences = [
        Phrase("Every document is cut into {parts} parts of equal length.", parts=parts),
        Phrase("A part is filled as far as it carries any of the codes, which share it; grey carries none of them."),
        *rows.notes,
        *([LEFT_OUT] if len(documents) < len(material.documents) else []),
        *([RECOLORED] if rows.recolored else []),
        chosen_material(with_documents(material, documents), len(rows.labels), rows.told(filters)),
        Phrase("n = {number} segments (each once per code).", number=f"{shown:,}"),
        *as_of(filters),
    ]
    found = parts_of(material, rows, parts)
    anything = replace(rows, spans=_as_one(rows.spans))
    return Comparison(
        rows,
        parts,
        tuple(documents),
        found,
        parts_of(material, anything, parts),
        Phrase("Documents compared"),
        tuple(sentences),
    )


def _as_one(spans: Spans) -> Spans:
    """The spans of all rows as if they were one."""
    return Spans(*distinct_rows(np.zeros_like(spans.code), spans.document, spans.start, spans.end))


def comparison_strips(data: Comparison, material: Material, dark: bool = False, say: Say = str) -> Drawn:
    """A strip for each document; within a part the codes stand on each other, the first in the codebook lowest."""
    height = 22.0 if len(data.documents) <= 30 else 15.0
    names = [material.documents[number].name for number in data.documents]
    left = EDGE + names_width(names, _NAMES) + 12
    keys = [Key(label.name, color_of(label, dark), label.mark) for label in data.rows.labels]
    page = Page(
        data.title,
        data.caption,
        width=left + _PLOT + EDGE + 12,
        body=len(names) * height + 26,
        dark=dark,
        say=say,
        keys=keys,
    )
    sheet, tones = page.sheet, page.tones
    wide = _PLOT / data.parts
    boxes: dict[str, list[tuple[float, float, float, float]]] = {}
    passages = Passages(material, data.rows.spans)
    marks: list[Mark] = []
    for place, number in enumerate(data.documents):
        y = page.top + place * height
        sheet.text(left - 10, y + height / 2, elided(names[place], _NAMES, NAME), NAME, ha="right", color=tones.ink2)
        sheet.rectangles([(left, y + 2, _PLOT, height - 4)], tones.line)
        identity = frozenset((material.documents[number].id,))
        opened = Selection(codes=frozenset().union(*data.rows.codes), documents=identity)
        page.marks.append(Mark(EDGE, y, left - EDGE - 4, height, names[place], opened))
        filled_parts = dict(_by_part(data.any_of, number))
        for part, held in _by_part(data.found, number):
            scale = (height - 4) * filled_parts[part][0][1] / sum(share for _, share in held)
            bottom = y + height - 2
            for row, share in held:
                high = share * scale
                color = color_of(data.rows.labels[row], dark)
                boxes.setdefault(color, []).append((left + part * wide, bottom - high, wide, high))
                bottom -= high
            box = (left + part * wide, y, wide, height)
            marks.append(_mark(data, material, passages, number, part, held, box, say))
    for color, filled in boxes.items():
        sheet.rectangles(filled, color)
    bottom = page.top + len(names) * height
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        x = left + share * _PLOT
        sheet.line([x, x], [bottom, bottom + 5], tones.tie)
        sheet.text(x, bottom + 15, f"{round(share * data.parts)}", SMALL, ha="center", color=tones.ink3)
    for box, label, codes in zip(page.key_boxes, data.rows.labels, data.rows.codes, strict=True):
        page.marks.append(Mark(*box, f"{label.path}: {label.segments:,}", Selection(codes=codes)))
    page.marks += marks
    return page.drawn()


def _by_part(found: Parts, document: int) -> list[tuple[int, list[tuple[int, float]]]]:
    """The parts of a document with the rows in each, and how much of it they fill (0 to 1)."""
    low, high = np.searchsorted(found.document, [document, document + 1]).tolist()
    parts: dict[int, list[tuple[int, float]]] = {}
    share = found.carried[low:high] / found.characters[low:high]
    for part, row, filled in zip(
        found.part[low:high].tolist(), found.row[low:high].tolist(), share.tolist(), strict=True
    ):
        parts.setdefault(part, []).append((row, filled))
    return list(parts.items())


def _mark(
    data: Comparison,
    material: Material,
    passages: Passages,
    document: int,
    part: int,
    held: Sequence[tuple[int, float]],
    box: tuple[float, float, float, float],
    say: Say,
) -> Mark:
    whole = material.documents[document]
    start, end = part_bounds(whole.characters, data.parts)[part : part + 2].tolist()
    said = ", ".join(f"{data.rows.labels[row].name} {say(percent(share))}" for row, share in held)
    return Mark(*box, f"{whole.name}, {part + 1}: {said}", Selection(places=passages.within(document, start, end)))
