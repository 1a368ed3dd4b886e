"""How codes spread over documents: a dot for each code in each document, its area the number of segments."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..domain.errors import Phrase
from ..domain.selections import Selection
from .chart_pages import EDGE, NAME, SMALL, Page, Say, color_of, names_width
from .chart_rows import LEFT_OUT, Rows, Themes, rows_of, with_documents
from .drawn import Drawn, Mark
from .material import IntArray, Material
from .matrices import Filters, as_of, chosen_material
from .sheets import elided, text_width

if TYPE_CHECKING:
    import pandas as pd

_NAMES, _SLANTED = 240.0, 170.0


def segments_by_document(material: Material, rows: Rows) -> IntArray:
    """How many distinct spans of each row (rows) stand in each document (columns)."""
    count = len(material.documents)
    keys = rows.spans.code * count + rows.spans.document
    return np.bincount(keys, minlength=len(rows.labels) * count).astype(np.int64).reshape(len(rows.labels), count)


def spread_table(material: Material, themes: Themes | None = None) -> "pd.DataFrame":
    """A row per code or theme and document in which it stands: code, document, segments. `attrs` say what counts."""
    import pandas as pd

    rows = rows_of(material, themes)
    counts = segments_by_document(material, rows)
    row, document = np.nonzero(counts)
    paths = np.array([label.path for label in rows.labels] or [""], dtype=object)
    names = np.array([one.name for one in material.documents] or [""], dtype=object)
    table = pd.DataFrame({"code": paths[row], "document": names[document], "segments": counts[row, document]})
    table.attrs = {
        "unit": "segment",
        "rule": "distinct spans of a code",
        "n_segments": int(rows.spans.code.size),
        "n_documents": len(material.documents),
    }
    return table


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """The picture as a record: `counts` of `rows` in `documents` (indices), columns in this order."""

    rows: Rows
    documents: tuple[int, ...]
    counts: IntArray
    title: Phrase
    caption: tuple[Phrase, ...]


def spread(
    material: Material,
    themes: Themes | None = None,
    most: int = 45,
    most_documents: int = 40,
    by_use: bool = False,
    filters: Filters | None = None,
) -> Spread:
    """The codes or themes with most segments in the first documents in which something is coded."""
    filters = filters or Filters()
    rows = rows_of(material, themes, most, by_use)
    counts = segments_by_document(material, rows)
    documents = np.flatnonzero(counts.sum(axis=0))[:most_documents]
    shown = counts[:, documents]
    sentences = [
        Phrase("The area of a dot is the number of segments of the code in the document."),
        *rows.notes,
        Phrase("Several coders on one span count once."),
        chosen_material(with_documents(material, documents.tolist()), len(rows.labels), rows.told(filters)),
    ]
    if documents.size < len(material.documents):
        sentences.append(LEFT_OUT)
    sentences += [
        Phrase("n = {number} segments (each once per code).", number=f"{int(shown.sum()):,}"),
        *as_of(filters),
    ]
    title = Phrase("Themes in documents") if rows.level == "themes" else Phrase("Codes in documents")
    return Spread(rows, tuple(documents.tolist()), shown, title, tuple(sentences))


def spread_dots(data: Spread, material: Material, dark: bool = False, say: Say = str) -> Drawn:
    """Codes as rows, documents as columns with slanted names, a dot for each count, sums at the right."""
    count = len(data.documents)
    cell = 44.0 if count <= 10 else 30.0 if count <= 20 else 22.0 if count <= 40 else 16.0
    names = [elided(material.documents[number].name, _SLANTED, SMALL) for number in data.documents]
    left = EDGE + names_width([label.name for label in data.rows.labels], _NAMES) + 32
    high = max((text_width(name, SMALL) for name in names), default=0.0) * 0.866 + 20
    lean = max(
        (text_width(name, SMALL) * 0.5 - (count - 1 - place) * cell for place, name in enumerate(names)), default=0.0
    )
    row = min(cell, 24.0)
    page = Page(
        data.title,
        data.caption,
        width=left + count * cell + max(lean, 44.0) + EDGE,
        body=high + len(data.rows.labels) * row + 44,
        dark=dark,
        say=say,
    )
    sheet, tones = page.sheet, page.tones
    top = page.top + high
    most = int(data.counts.max()) if data.counts.size else 1
    largest = row - 3
    for place, name in enumerate(names):
        x = left + (place + 0.5) * cell
        sheet.line([x, x], [top, top + len(data.rows.labels) * row], tones.line, z=0.5)
        style = {"rotation": 60, "rotation_mode": "anchor", "ha": "left"}
        sheet.text(x + 2, top - 6, name, SMALL, color=tones.ink2, **style)
    marks = []
    for number, label in enumerate(data.rows.labels):
        y = top + (number + 0.5) * row
        sheet.line([left, left + count * cell], [y, y], tones.line, z=0.5)
        page.name(label, left - 6, y, _NAMES, NAME if row >= 20 else SMALL)
        total = int(data.counts[number].sum())
        sheet.text(left + count * cell + 8, y, f"{total:,}", SMALL, color=tones.ink2)
        documents = frozenset(material.documents[one].id for one in data.documents)
        opened = Selection(codes=data.rows.codes[number], documents=documents)
        page.marks.append(Mark(EDGE, y - row / 2, left - EDGE - 4, row, f"{label.path}: {total:,}", opened))
        for place in np.flatnonzero(data.counts[number]).tolist():
            found = int(data.counts[number, place])
            x, wide = left + (place + 0.5) * cell, largest * math.sqrt(found / most)
            sheet.mark(x, y, "circle", color_of(label, dark), wide)
            document = material.documents[data.documents[place]]
            said = f"{label.path}, {document.name}: {found:,}"
            chosen = Selection(codes=data.rows.codes[number], documents=frozenset((document.id,)))
            reach = max(wide, 10.0)
            marks.append(Mark(x - reach / 2, y - reach / 2, reach, reach, said, chosen))
    page.marks += marks
    _sizes(page, most, largest, left, top + len(data.rows.labels) * row + 26)
    return page.drawn()


def _sizes(page: Page, most: int, largest: float, left: float, y: float) -> None:
    """What dots of three sizes stand for."""
    words = page.say(Phrase("segments"))
    page.sheet.text(left - 10, y, words, SMALL, ha="right", color=page.tones.ink3)
    x = left + 8
    for number in sorted({1, max(1, round(most / 3)), most}):
        wide = largest * math.sqrt(number / most)
        page.sheet.mark(x + wide / 2, y, "circle", page.tones.ink3, wide)
        page.sheet.text(x + wide + 6, y, f"{number:,}", SMALL, color=page.tones.ink3)
        x += wide + 26 + text_width(f"{number:,}", SMALL)
