"""Co-occurrence as a chord or a Sankey picture: the pairs of codes as bands."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..domain.errors import BadInput, Phrase
from ..domain.selections import Selection
from .chart_pages import Page, Say
from .cooccurrence import Counts
from .drawn import Drawn
from .flows import Opens, chord, chord_height, readable, sankey, sankey_height
from .material import FloatArray, IntArray, Material
from .matrices import (
    Filters,
    Label,
    as_of,
    labels_of,
    material_sentences,
    measure_name,
    measure_phrase,
    number_text,
    rule_sentence,
)

_DIRECTED = ("p_b_given_a", "p_a_given_b")


@dataclass(frozen=True, slots=True, eq=False)
class BandChart:
    """Codes and the symmetric values of their pairs, those that are drawn; 0 and nan are no band."""

    labels: tuple[Label, ...]
    values: FloatArray
    measure: str
    title: Phrase
    caption: tuple[Phrase, ...]


def band_chart(
    material: Material,
    counts: Counts,
    measure: str,
    *,
    codes: Sequence[int] | None = None,
    most: int = 20,
    rollup: bool = False,
    filters: Filters | None = None,
) -> BandChart:
    """The codes with most segments among `codes` (indices; None: all) and their pairs.

    Raises `BadInput` for a measure that has no one value for a pair: the shares of one of its codes.
    """
    if measure in _DIRECTED:
        raise BadInput("A band has one width: the shares of one of two codes are shown by the heat map.")
    filters = filters or Filters()
    taken = np.arange(counts.codes.size)
    if codes is not None:
        taken = taken[np.isin(counts.codes, np.asarray(codes, dtype=np.int64))]
    shown: IntArray = np.sort(taken[np.lexsort((taken, -counts.spans[taken]))][:most]).astype(np.int64)
    whole = np.nan_to_num(counts.matrix(measure)[np.ix_(shown, shown)])
    upper, bound = readable(np.triu(np.maximum(whole, 0), 1))
    values = upper + upper.T
    tied = shown[values.sum(axis=1) > 0]
    name = measure_name(measure, counts.unit)
    bands = Phrase("Bands: {measure}; wider is more.", measure=measure_phrase(measure, counts))
    sentences = [rule_sentence(counts.rule), bands]
    if bound:
        sentences.append(Phrase("Drawn are bands of {number} or more.", number=number_text(bound, measure)))
    if (whole < 0).any():
        sentences.append(Phrase("Pairs below 0 have no band."))
    if rollup:
        sentences.append(Phrase("A code takes in the codes below it."))
    pairs = int(np.nansum(counts.matrix("pairs")[np.ix_(tied, tied)])) // 2
    sentences += [*material_sentences(material, counts, tied, pairs, filters), *as_of(filters)]
    kept = np.isin(shown, tied)
    every = labels_of(material, counts)
    title = Phrase("{measure} of codes that meet", measure=name.capital())
    labels = tuple(every[place] for place in tied)
    return BandChart(labels, values[np.ix_(kept, kept)], measure, title, tuple(sentences))


def band_picture(chart: BandChart, kind: str, dark: bool, say: Say, opens: Opens) -> Drawn:
    """`kind` is chord (codes round a ring) or sankey (each pair once: its first code in the codebook on the left).

    `opens` is asked with the indices of two codes in the material.
    """
    ring = kind == "chord"
    values = chart.values if ring else np.triu(chart.values, 1)
    body = chord_height(len(chart.labels)) if ring else sankey_height(values)
    page = Page(chart.title, chart.caption, width=960.0, body=body, dark=dark, say=say)

    def text(value: float) -> str:
        return number_text(value, chart.measure)

    def open_pair(a: int, b: int) -> Selection | None:
        return opens(chart.labels[a].code, chart.labels[b].code)

    draw = chord if ring else sankey
    draw(page, chart.labels, values, text, "{a} + {b}: {value}", open_pair)
    return page.drawn()
