"""Codes as circles whose areas are counts, gathered by the theme they stand under."""

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..domain.errors import Phrase
from ..domain.selections import Selection
from .chart_pages import EDGE, NAME, SMALL, Page, Say
from .chart_rows import Rows, rows_of
from .circle_packing import Circle, enclosing, packed
from .cooccurrence import Meetings
from .drawn import Drawn, Mark
from .material import IntArray, Material, ancestry
from .matrices import Filters, Label, as_of, better_ink, chosen_material, label_of
from .sheets import Shown, elided, mixed, shown, text_width

if TYPE_CHECKING:
    import pandas as pd

SIZES = ("segments", "cases", "documents")
_NAMES = {"segments": Phrase("segments"), "cases": Phrase("cases"), "documents": Phrase("documents")}
_LARGEST = 66.0  # radius in pixels of the code with most
_PIECES = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]\s*|[^\s\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]+\s*")
_BESIDE = 960.0  # width up to which groups stand beside each other


@dataclass(frozen=True, slots=True, eq=False)
class Bubbles:
    """The picture as a record: `values` of `rows` (codes), `groups` their theme's index among the codes (-1: none)."""

    rows: Rows
    values: IntArray
    groups: tuple[int, ...]
    size: str
    title: Phrase
    caption: tuple[Phrase, ...]


def counts_of(material: Material, rows: Rows) -> dict[str, IntArray]:
    """Segments, documents and cases of every row."""
    size = len(rows.labels)
    keys = np.unique(rows.spans.code * max(len(material.documents), 1) + rows.spans.document)
    return {
        "segments": np.bincount(rows.spans.code, minlength=size).astype(np.int64),
        "documents": np.bincount(keys // max(len(material.documents), 1), minlength=size).astype(np.int64),
        "cases": np.asarray(Meetings(material, rows.spans, size).code_cases(), dtype=np.int64),
    }


def theme_of(material: Material) -> tuple[int, ...]:
    """For every code the nearest theme above it, or itself if it is one; -1 for none."""
    return tuple(
        next((code for code in chain if material.codes[code].kind == "theme"), -1) for chain in ancestry(material)
    )


def bubble_table(material: Material) -> "pd.DataFrame":
    """A row per code in use: theme (its path, empty for none), code, segments, documents, cases."""
    import pandas as pd

    rows = rows_of(material)
    themes = theme_of(material)
    counts = counts_of(material, rows)
    table = pd.DataFrame(
        {
            "theme": [_path(material, themes[label.code]) for label in rows.labels],
            "code": [label.path for label in rows.labels],
            **counts,
        }
    )
    table.attrs = {"unit": "code", "rule": "distinct spans of a code", "n_segments": int(rows.spans.code.size)}
    return table


def _path(material: Material, theme: int) -> str:
    return material.codes[theme].path if theme >= 0 else ""


def bubbles(material: Material, size: str = "segments", most: int = 60, filters: Filters | None = None) -> Bubbles:
    """The codes with most segments; those without any of `size` are left out."""
    filters = filters or Filters()
    rows = rows_of(material, most=most)
    counts = counts_of(material, rows)
    themes = theme_of(material)
    groups = tuple(themes[label.code] for label in rows.labels)
    sentences = [
        Phrase("The area of a circle is the code's number of {things}.", things=_NAMES[size]),
        Phrase("Codes stand with the theme above them; the ring round them has no size of its own."),
        chosen_material(material, len(rows.labels), rows.told(filters)),
        Phrase("n = {number} segments (each once per code).", number=f"{int(counts['segments'].sum()):,}"),
        *as_of(filters),
    ]
    return Bubbles(rows, counts[size], groups, size, Phrase("Codes by theme"), tuple(sentences))


def bubble_circles(data: Bubbles, material: Material, dark: bool = False, say: Say = str) -> Drawn:
    """Groups in rings beside each other, in the order of the codebook; names inside where they fit, else below."""
    kept = [row for row, value in enumerate(data.values.tolist()) if value]
    top = max((int(data.values[row]) for row in kept), default=1)
    members: dict[int, list[int]] = {}
    for row in kept:
        members.setdefault(data.groups[row], []).append(row)
    packs: list[tuple[int, list[int], list[Circle], Circle]] = []
    for theme, rows in members.items():
        circles = packed([_LARGEST * math.sqrt(int(data.values[row]) / top) for row in rows], gap=5.0)
        packs.append((theme, rows, circles, enclosing(circles)))
    places, width, height = _beside([ring[2] for *_, ring in packs])
    page = Page(data.title, data.caption, width=width + 2 * EDGE, body=height + 8, dark=dark, say=say)
    shift = (page.width - width) / 2
    for (theme, rows, circles, ring), (x, y) in zip(packs, places, strict=True):
        _group(page, data, material, theme, rows, circles, ring, shift + x, page.top + y)
    return page.drawn()


def _beside(radii: list[float]) -> tuple[list[tuple[float, float]], float, float]:
    """Middles of rings set in lines, with room for a name above each, and the width and height they take."""
    places: list[tuple[float, float]] = []
    x = y = widest = line = 0.0
    first = 0
    for number, radius in enumerate(radii):
        wide = 2 * max(radius, 60) + 24
        if x and x + wide > _BESIDE:
            y, x, line, first = y + line, 0.0, 0.0, number
        line = max(line, 2 * radius + 46)
        places.append((x + wide / 2, y))
        places[first:] = [(left, y + line / 2 + 10) for left, _ in places[first:]]
        x += wide
        widest = max(widest, x)
    return places, widest, y + line


def _group(
    page: Page,
    data: Bubbles,
    material: Material,
    theme: int,
    rows: list[int],
    circles: list[Circle],
    ring: Circle,
    x: float,
    y: float,
) -> None:
    sheet, tones = page.sheet, page.tones
    radius = ring[2] + 8
    total = sum(int(data.values[row]) for row in rows)
    if theme >= 0:
        label = label_of(material, theme, 0)
        color = label.dark if page.dark else label.light
        sheet.ring(x, y, radius, mixed(color, tones.ground, 0.09), mixed(color, tones.ground, 0.55))
        name, codes = label.name, frozenset().union(*(data.rows.codes[row] for row in rows))
    else:
        name, codes = page.say(Phrase("without a theme")), frozenset().union(*(data.rows.codes[row] for row in rows))
    words = elided(name, 2 * max(radius, 70), NAME, "bold")
    sheet.text(x, y - radius - 14, words, NAME, ha="center", weight="bold", color=tones.ink2)
    if data.size == "segments":  # cases and documents of several codes do not add up
        name = f"{name}: {total:,}"
    page.marks.append(Mark(x - radius, y - radius - 24, 2 * radius, 2 * radius + 24, name, Selection(codes=codes)))
    for row, (left, down, wide) in zip(rows, circles, strict=True):
        _bubble(page, data.rows.labels[row], int(data.values[row]), x + left - ring[0], y + down - ring[1], wide)
        said = f"{data.rows.labels[row].path}: {int(data.values[row]):,}"
        box = (x + left - ring[0] - wide, y + down - ring[1] - wide, 2 * wide, 2 * wide)
        page.marks.append(Mark(*box, said, Selection(codes=data.rows.codes[row])))


def _bubble(page: Page, label: Label, value: int, x: float, y: float, radius: float) -> None:
    color = label.dark if page.dark else label.light
    page.sheet.mark(x, y, "circle", color, 2 * radius)
    ink = better_ink(color)
    name = shown(label.name)
    size, lines = next(
        ((size, found) for size in (SMALL, 10.0, 9.0) if (found := _lines(name, radius, size))),
        (9.0, [elided(Shown(name.split()[0] + "…"), 1.7 * radius, 9.0)] if radius > 18 else []),
    )
    high = size + 2
    first = y - high * len(lines) / 2
    for place, line in enumerate(lines):
        page.sheet.text(x, first + place * high, line, size, ha="center", color=ink, zorder=4)
    if text_width(f"{value:,}", size) < 1.9 * radius:
        page.sheet.text(x, first + len(lines) * high, f"{value:,}", size, ha="center", color=ink, zorder=4)


def _lines(name: Shown, radius: float, size: float) -> list[Shown]:
    """The name in lines that fit into a circle with a number below, no word broken; nothing where that cannot be."""
    for count in range(1, 5):
        high = (count + 1) * (size + 2) / 2
        if high >= radius:
            break
        room = 2 * math.sqrt(radius**2 - high**2) + (6 if count > 1 else 0)  # the middle lines have more than the last
        lines = _set(name, min(room, 1.78 * radius), size)
        if 0 < len(lines) <= count:
            return lines
    return []


def _set(name: Shown, room: float, size: float) -> list[Shown]:
    """The name in lines no wider than `room`; nothing where a word is wider. CJK text breaks between any two signs."""
    lines: list[str] = []
    width = 0.0
    for piece in _PIECES.findall(name):
        # what is measured once serves all sizes
        wide = text_width(Shown(piece.rstrip()), SMALL) * size / SMALL
        blank = size * 0.26 if lines and lines[-1].endswith(" ") else 0.0
        if wide > room:
            return []
        if lines and width + blank + wide <= room:
            lines[-1] += piece
            width += blank + wide
        else:
            lines.append(piece)
            width = wide
    return [Shown(line.rstrip()) for line in lines]
