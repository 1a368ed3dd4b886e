"""What the charts over codes share: the codes or themes shown, their spans, and how much text they cover where."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

import numpy as np

from ..domain.errors import Phrase
from ..domain.palette import PALETTE
from .extents import Extent
from .material import IntArray, Material, Spans, ancestry, rolled_up, text_starts
from .matrices import Filters, Label, chosen_material, label_of
from .sweeps import distinct_rows, runs, union

CODES, THEMES = "codes", "themes"
RECOLORED = Phrase("Of codes that share a colour only the first has its own here.")
LEFT_OUT = Phrase("Only documents that hold these codes are shown.")
TAKES_IN = Phrase("A theme takes in the codes below it and those linked to it.")
Themes = Sequence[tuple[int, frozenset[int]]]  # indices of themes among the codes, and of the codes that count as each


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The codes or themes of a chart, in codebook order or those with most segments first.

    `labels` and `codes` have one entry each: how it is shown, and the ids it takes in. `spans` are the distinct spans
    of each, `spans.code` being the row. `level` is what was shown in the end: `themes` where there are themes and they
    were asked for, else `codes`. `of` counts those there are, used or not. `recolored` tells that some have another
    colour than in the codebook, so that each has one of its own.
    """

    labels: tuple[Label, ...]
    codes: tuple[frozenset[UUID], ...]
    spans: Spans
    level: str
    of: int
    recolored: bool = False

    def told(self, filters: Filters) -> Filters:
        """The filters as a caption over these rows says them."""
        return replace(filters, of_codes=self.of, what=self.level)

    @property
    def notes(self) -> tuple[Phrase, ...]:
        """What a caption says of rows that stand for more than themselves."""
        return (TAKES_IN,) if self.level == THEMES else ()


def rows_of(
    material: Material,
    themes: Themes | None = None,
    most: int | None = None,
    by_use: bool = False,
    told_apart: bool = False,
) -> Rows:
    """The codes in use; or, given `themes`, those of them in use, each with all codes that count as it.

    `most` keeps those with most segments; `by_use` puts these first instead of the order of the codebook. With
    `told_apart` a code whose colour an earlier one has takes the next of the palette that nobody has. A project without
    themes has its codes shown.
    """
    level = THEMES if themes else CODES
    code, coding = members(material, themes) if themes else rolled_up(material, False)
    taken_in = dict(themes or ())
    spans = Spans(*distinct_rows(code, material.document[coding], material.start[coding], material.end[coding]))
    segments = np.bincount(spans.code, minlength=len(material.codes))
    shown = np.flatnonzero(segments)
    used_themes = sum(material.codes[number].kind == "theme" for number in shown.tolist())
    of = len(themes) if themes else sum(one.kind != "theme" for one in material.codes) + used_themes
    ranked = shown[np.argsort(-segments[shown], kind="stable")][:most]
    shown = ranked if by_use else np.sort(ranked)
    place = np.full(len(material.codes) + 1, -1, dtype=np.int64)
    place[shown] = np.arange(shown.size)
    row = place[spans.code]
    kept = np.flatnonzero(row >= 0)
    kept = kept[np.argsort(row[kept], kind="stable")]
    own = tuple(label_of(material, number, int(segments[number])) for number in shown.tolist())
    labels = _told_apart(own) if told_apart else own
    return Rows(
        labels=labels,
        codes=tuple(
            frozenset(material.codes[one].id for one in taken_in.get(number, (number,))) for number in shown.tolist()
        ),
        spans=Spans(row[kept], spans.document[kept], spans.start[kept], spans.end[kept]),
        level=level,
        of=of,
        recolored=labels != own,
    )


def _told_apart(labels: tuple[Label, ...]) -> tuple[Label, ...]:
    """The same with colours of their own as far as the palette goes."""
    taken = {label.light for label in labels}
    free = iter([swatch for swatch in PALETTE if swatch.light not in taken])
    seen: set[str] = set()
    found = []
    for label in labels:
        swatch = next(free, None) if label.light in seen else None
        seen.add(label.light)
        if swatch is not None:
            mark = label.mark if label.mark == "hexagon" else swatch.mark
            found.append(replace(label, light=swatch.light, dark=swatch.dark, mark=mark))
        else:
            found.append(label)
    return tuple(found)


def members(material: Material, themes: Themes) -> tuple[IntArray, IntArray]:
    """Theme (index among the codes) and coding (index) wherever a coding counts as a theme's."""
    of: list[list[int]] = [[] for _ in material.codes]
    for theme, codes in themes:
        for code in sorted(codes):
            of[code].append(theme)
    lengths = np.fromiter(map(len, of), np.int64, len(of))
    flat = np.fromiter((theme for held in of for theme in held), np.int64, int(lengths.sum()))
    coding, place = runs((np.cumsum(lengths) - lengths)[material.code], lengths[material.code])
    return flat[place], coding


def with_linked(material: Material, themes: Themes) -> Material:
    """The same with the codings of codes that count as a theme without standing below it, once more as the theme's own:
    whatever counts a theme with what is below it then counts these too."""
    chains = ancestry(material)
    rows, owners = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for theme, codes in themes:
        elsewhere = [code for code in codes if theme not in chains[code]]
        found = np.flatnonzero(np.isin(material.code, elsewhere))
        rows.append(found)
        owners.append(np.full(found.size, theme, dtype=np.int64))
    again = np.concatenate(rows)
    return replace(
        material,
        code=np.concatenate([material.code, *owners]),
        document=np.concatenate([material.document, material.document[again]]),
        coder=np.concatenate([material.coder, material.coder[again]]),
        start=np.concatenate([material.start, material.start[again]]),
        end=np.concatenate([material.end, material.end[again]]),
        made=np.concatenate([material.made, material.made[again]]) if material.made.size else material.made,
    )


def united(material: Material, spans: Spans) -> Spans:
    """What of these spans is looked at, as disjoint stretches of each row in order; `start` and `end` lie on the line
    of `text_starts`."""
    pieces = Extent(material).pieces(spans)
    base = text_starts(material)[pieces.document]
    first, end = union(pieces.code, base + pieces.start, base + pieces.end)
    return Spans(pieces.code[first], pieces.document[first], (base + pieces.start)[first], end)


def in_cells(stretches: Spans, cuts: IntArray) -> tuple[IntArray, IntArray, IntArray]:
    """How much of each cell each row covers: cell, row and characters, by cell and row; none that are 0.

    `stretches` are those of `united`. `cuts` are the places, ascending, at which cells begin, the last one where the
    last cell ends; cell i reaches from `cuts[i]` to `cuts[i + 1]`.
    """
    low = np.searchsorted(cuts, stretches.start, side="right").astype(np.int64) - 1
    high = np.searchsorted(cuts, stretches.end, side="left").astype(np.int64)
    at, cell = runs(low, np.maximum(high - low, 0))
    size = np.minimum(stretches.end[at], cuts[cell + 1]) - np.maximum(stretches.start[at], cuts[cell])
    count = int(stretches.code.max(initial=0)) + 1
    keys, inverse = np.unique(cell * count + stretches.code[at], return_inverse=True)
    sums = np.bincount(inverse, np.maximum(size, 0), minlength=keys.size).astype(np.int64)
    held = sums > 0
    return keys[held] // count, keys[held] % count, sums[held]


def codes_used(material: Material, filters: Filters) -> Phrase:
    """What a caption says of the material where all codes in use count, whatever they are."""
    used = np.unique(material.code)
    themes = sum(material.codes[number].kind == "theme" for number in used.tolist())
    of = sum(code.kind != "theme" for code in material.codes) + themes
    return chosen_material(material, int(used.size), replace(filters, of_codes=of))


def characters_of(material: Material) -> IntArray:
    """How many characters of each document are looked at."""
    extent = Extent(material)
    found = np.bincount(extent.document, extent.end - extent.start, minlength=len(material.documents))
    return found.astype(np.int64)


class Passages:
    """The distinct spans of some rows, found again document by document."""

    def __init__(self, material: Material, spans: Spans) -> None:
        self._material = material
        order = np.argsort(spans.document, kind="stable")
        self._spans = Spans(*(getattr(spans, name)[order] for name in ("code", "document", "start", "end")))
        self._firsts = np.searchsorted(self._spans.document, np.arange(len(material.documents) + 1))

    def within(self, document: int, start: int, end: int, row: int | None = None) -> tuple[tuple[UUID, int, int], ...]:
        """The spans of a row (None: of all) that touch a stretch of a document, each once, in order of the text."""
        own = slice(int(self._firsts[document]), int(self._firsts[document + 1]))
        starts, ends = self._spans.start[own], self._spans.end[own]
        touched = (starts < end) & (ends > start)
        if row is not None:
            touched &= self._spans.code[own] == row
        found = sorted(set(zip(starts[touched].tolist(), ends[touched].tolist(), strict=True)))
        identity = self._material.documents[document].id
        return tuple((identity, first, last) for first, last in found)


def with_documents(material: Material, documents: Sequence[int]) -> Material:
    """What a caption says was looked at where only these documents (indices) are shown."""
    here = np.unique(material.coder[np.isin(material.document, np.array(documents, dtype=np.int64))]).tolist()
    return replace(
        material,
        documents=tuple(material.documents[number] for number in documents),
        coders=tuple(material.coders[coder] for coder in here),
    )


def only_in(material: Material, document: int) -> Material:
    """The same material with the codings of one document alone; nothing is numbered anew."""
    kept = material.document == document
    columns = {name: getattr(material, name)[kept] for name in ("document", "code", "coder", "start", "end")}
    return replace(material, **columns, made=material.made[kept] if material.made.size else material.made)
