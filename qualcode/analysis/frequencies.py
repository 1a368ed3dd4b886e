"""How often each code was used, and on how much of the text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..domain.errors import BadInput, Phrase
from .chart_pages import per_cent
from .chart_rows import TAKES_IN, Themes, members, united
from .cooccurrence import Meetings
from .extents import Extent
from .material import IntArray, Material, Spans, rolled_up, text_starts
from .matrices import Filters, Label, as_of, chosen_material, label_of
from .sweeps import distinct_rows, union
from .unit_spaces import distinct_spans

if TYPE_CHECKING:
    import pandas as pd


def frequencies(
    material: Material, rollup: bool = False, ids: bool = False, themes: Themes | None = None
) -> "pd.DataFrame":
    """One row per code in codebook order, unused ones too; or, given `themes`, one for each of these.

    `segments` are distinct spans (two coders on one span count once), `codings` every coding, `characters`
    code points that carry the code, `share_of_text` their part (0 to 1) of all characters that are looked
    at, nan without text. With `rollup` a code takes in the codings of the codes below it, a theme those of the codes
    that count as it. `ids` adds the codes' ids. `attrs` of the table say what was counted.
    """
    table = _counted(material, rollup, themes, ids)
    if themes:
        made = table.attrs
        table = table.iloc[[theme for theme, _ in themes]].reset_index(drop=True)
        table.attrs = made | {"unit": "theme", "n_codes": len(themes)}
    return table


def counting_as(material: Material, rollup: bool, themes: Themes | None) -> tuple[IntArray, IntArray]:
    """Code or theme (index) and coding (index) wherever a coding counts as one."""
    return members(material, themes) if themes else rolled_up(material, rollup)


def _counted(material: Material, rollup: bool, themes: Themes | None, ids: bool = False) -> "pd.DataFrame":
    """The table with a row for every code, whatever is asked for."""
    import pandas as pd

    size = len(material.codes)
    code, coding = counting_as(material, rollup, themes)
    rows = (material.document[coding], material.start[coding], material.end[coding])
    spans = Spans(*distinct_rows(code, *rows)) if themes else distinct_spans(material, rollup)
    pieces = Extent(material).pieces(spans)
    base = text_starts(material)[pieces.document]
    first, end = union(pieces.code, base + pieces.start, base + pieces.end)
    lengths = end - (base + pieces.start)[first]
    characters = np.bincount(pieces.code[first], lengths, minlength=size).astype(np.int64)
    used_by = np.zeros((size, max(len(material.coders), 1)), dtype=np.bool_)
    used_by[code, material.coder[coding]] = True
    total = material.characters
    columns: dict[str, object] = {
        "code": np.array([code.path for code in material.codes], dtype=object),
        "segments": np.bincount(spans.code, minlength=size),
        "codings": np.bincount(code, minlength=size),
        "documents": np.bincount(distinct_rows(spans.code, spans.document)[0], minlength=size),
        "cases": Meetings(material, spans, size).code_cases(),
        "coders": used_by.sum(axis=1),
        "characters": characters,
        "share_of_text": characters / total if total else np.full(size, np.nan),
    }
    if ids:
        columns["code_id"] = np.array([str(code.id) for code in material.codes], dtype=object)
    table = pd.DataFrame(columns)
    table.attrs = {
        "unit": "code",
        "n_codes": size,
        "n_segments": int(spans.code.size),
        "n_codings": int(material.code.size),
        "n_characters": total,
    }
    return table


_MEASURE_NAMES = {
    "segments": Phrase("segments"),
    "codings": Phrase("codings"),
    "documents": Phrase("documents"),
    "cases": Phrase("cases"),
    "coders": Phrase("coders"),
    "characters": Phrase("characters"),
    "share_of_text": Phrase("share of text"),
}
_MEANINGS = {
    "segments": Phrase("Distinct spans of each code; two coders on one span count once."),
    "share_of_text": Phrase("Part of all characters that carry the code."),
    "characters": Phrase("Characters that carry each code; several coders on one passage count once."),
}
MEASURES = tuple(_MEASURE_NAMES)


@dataclass(frozen=True, slots=True)
class FrequencyChart:
    """Bars ready to be drawn, longest first: `texts` are the numbers at their ends, `beside` what stands behind them.

    `groups` are the parts that bars are made of, `parts` the number of each part in each bar (a row for each bar).
    """

    labels: tuple[Label, ...]
    values: tuple[float, ...]
    texts: tuple[str, ...]
    measure: str
    title: Phrase
    caption: tuple[Phrase, ...]
    beside: tuple[Phrase, ...] = ()
    groups: tuple[str, ...] = ()
    parts: tuple[tuple[int, ...], ...] = ()


def frequency_chart(
    material: Material,
    measure: str = "segments",
    *,
    rollup: bool = False,
    codes: Sequence[int] | None = None,
    most: int = 40,
    filters: Filters | None = None,
    themes: Themes | None = None,
) -> FrequencyChart:
    """The codes in use with most of `measure`, among `codes` (indices; None: all); or, given `themes`, these.

    Raises `BadInput` for an unknown measure.
    """
    if measure not in MEASURES:
        raise BadInput(
            "There is no measure “{name}”. Choose one of {measures}.",
            name=measure,
            measures=", ".join(MEASURES),
        )
    filters = filters or Filters()
    table = _counted(material, rollup, themes)
    segments, values = table["segments"].to_numpy(), table[measure].to_numpy(dtype=np.float64)
    wanted = segments > 0
    if codes is not None:
        wanted &= np.isin(np.arange(segments.size), np.asarray(codes, dtype=np.int64))
    ranked = [int(place) for place in np.argsort(-values, kind="stable") if wanted[place]][:most]
    name = _MEASURE_NAMES[measure]
    meaning = _MEANINGS.get(measure) or Phrase("Number of {things} of each code.", things=name)
    sentences = [meaning]
    if rollup or themes:
        sentences.append(TAKES_IN if themes else Phrase("A code takes in the codes below it."))
    cases = table["cases"].to_numpy()
    sentences += [
        chosen_material(material, len(ranked), filters),
        _counted_in_all(material, measure, ranked, rollup, themes),
        *as_of(filters),
    ]
    return FrequencyChart(
        labels=tuple(label_of(material, place, int(segments[place])) for place in ranked),
        values=tuple(float(values[place]) for place in ranked),
        texts=tuple(
            per_cent(f"{100 * values[place]:.1f}") if measure == "share_of_text" else f"{values[place]:,.0f}"
            for place in ranked
        ),
        measure=measure,
        title=Phrase("{measure} by theme", measure=name.capital())
        if themes
        else Phrase("{measure} by code", measure=name.capital()),
        caption=tuple(sentences),
        beside=tuple(_in_cases(int(cases[place])) for place in ranked)
        if material.case_parts and measure in ("segments", "codings")
        else (),
    )


def _counted_in_all(
    material: Material, measure: str, shown: Sequence[int], rollup: bool, themes: Themes | None
) -> Phrase:
    """The n of bars: all that they count, in what they count. A segment counts once for each code, a coding, document,
    case, coder or character once however many of the codes it has."""
    code, coding = counting_as(material, rollup, themes)
    held = np.isin(code, shown)
    code, coding = code[held], coding[held]
    rows = (material.document[coding], material.start[coding], material.end[coding])
    if measure == "segments":
        return Phrase("n = {number} segments (each once per code).", number=f"{distinct_rows(code, *rows)[0].size:,}")
    if measure == "codings":
        return Phrase("n = {number} codings.", number=f"{np.unique(coding).size:,}")
    if measure == "share_of_text":
        return Phrase("n = {characters} characters.", characters=f"{material.characters:,}")
    together = Spans(*distinct_rows(np.zeros_like(code), *rows))
    if measure == "documents":
        number = np.unique(together.document).size
    elif measure == "cases":
        number = int(Meetings(material, together, 1).code_cases()[0])
    elif measure == "coders":
        number = np.unique(material.coder[coding]).size
    else:
        covered = united(material, together)
        number = int((covered.end - covered.start).sum())
    return Phrase(
        "n = {number} ({units} with one of these codes).", number=f"{number:,}", units=_MEASURE_NAMES[measure]
    )


def _in_cases(number: int) -> Phrase:
    return Phrase("{number} cases", english="1 case" if number == 1 else "", number=number)
