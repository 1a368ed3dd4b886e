"""A matrix as shaded cells: what is shown of it, in which steps, and what its caption says."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ...domain.errors import Phrase
from ...domain.selections import Selection
from .registry import Say

if TYPE_CHECKING:
    from ...analysis.grids import Grid
    from ...analysis.material import FloatArray, IntArray
    from .matrix import Matrix, Options

_NUMBER = re.compile(r"\d*\.?\d+")
_PRESENT = 4  # the step of the ramp that says that there is something
_TITLES = {
    "segments": Phrase("Segments: {codes} by {units}"),
    "characters": Phrase("Characters: {codes} by {units}"),
    "presence": Phrase("Presence: {codes} by {units}"),
    "row-share": Phrase("Shares of the row: {codes} by {units}"),
    "column-share": Phrase("Shares of the column: {codes} by {units}"),
}
_MEASURES = {
    "segments": Phrase("segments"),
    "characters": Phrase("characters"),
    "presence": Phrase("presence"),
    "row-share": Phrase("share"),
    "column-share": Phrase("share"),
}
_KINDS = {"code": Phrase("codes"), "theme": Phrase("themes")}


def grid_of(matrix: "Matrix", options: "Options", say: Say) -> "Grid":
    """What is drawn of a matrix: the codes and sides with most segments, those without any left out."""
    import numpy as np

    from ...analysis.grids import Grid
    from ...analysis.matrices import label_of

    material = matrix.asked.material
    segments = matrix.counts.segments
    taken = np.array(matrix.parts, dtype=np.int64)
    codes = _shown(segments[:-1, -1], options.most)
    of_parts = segments[-1, taken]
    parts = _shown(of_parts, options.most_sides, keep_empty=True)
    parts = np.array([part for part in parts if of_parts[part] or matrix.parts[part] != matrix.crossed.rest], np.int64)
    if options.order == "frequency":
        codes = codes[np.argsort(-segments[:-1, -1][codes], kind="stable")]
    values = matrix.cells[np.ix_(codes, parts)]
    bins, legend = steps(values, options.value)
    texts = [[text_of(value, options.value) for value in row] for row in values.tolist()]
    labels = tuple(label_of(material, matrix.codes[code].code, int(segments[code, -1])) for code in codes)
    names = tuple(label.name for label in labels)
    others = tuple(_said(matrix.crossed.names[matrix.parts[part]], say) for part in parts)
    across = matrix.units_are_rows

    def opens(row: int, column: int) -> Selection | None:
        code, part = (column, row) if across else (row, column)
        return matrix.selection(int(codes[code]), int(parts[part])) if values[code, part] > 0 else None

    return Grid(
        title=_title(matrix, options.value),
        rows=others if across else names,
        columns=names if across else others,
        marks=labels,
        marks_across=across,
        bins=bins.T if across else bins,
        texts=tuple(map(tuple, zip(*texts, strict=True) if across else texts)),
        measure=_MEASURES[options.value],
        legend=legend,
        caption=_caption(matrix, codes, len(parts)),
        opens=opens,
    )


def _said(name: str, say: Say) -> str:
    return say(name) if isinstance(name, Phrase) else name


def _shown(segments: "IntArray", most: int, keep_empty: bool = False) -> "IntArray":
    """Places of those with most segments, in their own order."""
    import numpy as np

    ranked = np.argsort(-segments, kind="stable")[:most]
    if not keep_empty:
        ranked = ranked[segments[ranked] > 0]
    return np.sort(ranked).astype(np.int64)


def steps(values: "FloatArray", value: str) -> "tuple[IntArray, tuple[tuple[int, str], ...]]":
    """The step of each cell, and what the steps that are used stand for."""
    import numpy as np

    from ...analysis.matrices import binned

    if value == "presence":
        bins = np.where(values > 0, _PRESENT, 0).astype(np.int64)
        return bins, ((0, Phrase("absent")), (_PRESENT, Phrase("present")))
    share = value not in ("segments", "characters")
    bins, legend = binned(values, "jaccard" if share else "pairs")
    if share:
        legend = tuple(_NUMBER.sub(lambda found: f"{float(found[0]) * 100:g}", text) + " %" for text in legend)
    return bins, tuple(enumerate(legend))


def text_of(value: float, measure: str) -> str:
    """What a cell shows: nothing for 0 and where a share is not defined."""
    if not value or value != value or measure == "presence":  # noqa: PLR0124  nan
        return ""
    if measure in ("segments", "characters"):
        return f"{value:,.0f}"
    return f"{value:.0%}" if value >= 0.005 else "<1%"


def _title(matrix: "Matrix", value: str) -> Phrase:
    kind = matrix.crossed.kind
    units = Phrase("“{variable}”", variable=matrix.crossed.heading) if kind == "variable" else matrix.crossed.unit
    return Phrase(_TITLES[value], codes=_KINDS[matrix.kind], units=units)


def _caption(matrix: "Matrix", codes: "IntArray", parts: int) -> tuple[Phrase, ...]:

    from ...analysis.matrices import as_of, chosen_material

    told, caution = matrix.asked.told, matrix.caution()
    used = int((matrix.counts.segments[:-1, -1] > 0).sum())
    what = "themes" if matrix.kind == "theme" else "codes"
    filters = replace(told, what=what, of_codes=used)
    shown = (
        (
            Phrase(
                "{number} of {whole} {units} are shown: those with most segments.",
                number=parts,
                whole=len(matrix.parts),
                units=matrix.crossed.unit,
            ),
        )
        if parts + (matrix.crossed.rest >= 0) < len(matrix.parts)
        else ()
    )
    return (
        *matrix.said(),
        *([caution] if caution else []),
        *matrix.asked.unanswered.values(),
        chosen_material(matrix.asked.material, int(codes.size), filters),
        *shown,
        Phrase(
            "n = {number} segments (each once per code).", number=f"{int(matrix.counts.segments[codes, -1].sum()):,}"
        ),
        *as_of(told),
    )
