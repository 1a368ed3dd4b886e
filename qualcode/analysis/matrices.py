"""The heat map and the network as records, drawn alike by the window and by the files."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from ..domain.errors import BadInput
from ..domain.palette import HEAT_DARK, HEAT_LIGHT, swatch
from .cooccurrence import COEFFICIENTS, Counts
from .material import BoolArray, FloatArray, IntArray, Material

ORDERS = ("codebook", "likeness", "frequency")
BINS = len(HEAT_LIGHT)
_NICE = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2)
_UNIT_NAMES = {
    "character": "characters",
    "span": "spans",
    "sentence": "sentences",
    "turn": "turns",
    "paragraph": "paragraphs",
    "window": "windows",
    "document": "documents",
    "case": "cases",
}
_MEASURE_NAMES = {
    "pairs": "pairs of segments",
    "jaccard": "Jaccard",
    "dice": "Dice",
    "overlap": "overlap coefficient",
    "p_b_given_a": "share of the row's code",
    "p_a_given_b": "share of the column's code",
    "lift": "lift",
    "phi": "phi",
    "documents": "documents",
    "cases": "cases",
}
_SIDES = {"p_b_given_a": ("row", "column"), "p_a_given_b": ("column", "row")}
_RULE_SENTENCES = {
    "overlap": "Two codes co-occur where their segments share at least one character.",
    "same-segment": "Two codes co-occur where they are on exactly the same span.",
    "sentence": "Two codes co-occur where segments of both touch one sentence.",
    "turn": "Two codes co-occur where segments of both touch one turn.",
    "paragraph": "Two codes co-occur where segments of both touch one paragraph.",
    "document": "Two codes co-occur where both are in one document.",
    "case": "Two codes co-occur where both are in the text of one case.",
}


@dataclass(frozen=True, slots=True)
class Label:
    """How a code is shown: its index among the material's codes, name, colours, mark and use.

    `mark` is circle, square, diamond, or hexagon for a theme; `segments` counts distinct spans.
    """

    code: int
    name: str
    path: str
    light: str
    dark: str
    mark: str
    segments: int


@dataclass(frozen=True, slots=True)
class Branch:
    """One joint of the dendrogram: two legs and a bar. Places are in columns (0.5 = middle of the first),
    heights from 0 (leaves) over 0.2 (the closest pair) to 1 (root), since the distances of sparse codes crowd
    near the top. The legs stand on `left_height` and `right_height`."""

    left: float
    right: float
    left_height: float
    right_height: float
    height: float


@dataclass(frozen=True, slots=True, eq=False)
class HeatMap:
    """A code x code matrix ready to be drawn.

    `values` holds the measure in both halves with nan where nothing is shown; `own` stands on the diagonal.
    `bins` are indices 0..6 into `domain.palette.HEAT_LIGHT` or `HEAT_DARK`, 0 = nothing. `legend` names the
    seven steps. `ink(dark)` gives the colour of the numbers on each step. `caption` are the sentences below.
    """

    labels: tuple[Label, ...]
    rule: str
    measure: str
    measure_name: str
    order: str
    values: FloatArray
    own: IntArray
    bins: IntArray
    legend: tuple[str, ...]
    branches: tuple[Branch, ...]
    caption: tuple[str, ...]

    def text(self, row: int, column: int) -> str:
        """What stands in a cell."""
        if row == column:
            return str(int(self.own[row]))
        value = float(self.values[row, column])
        return "" if np.isnan(value) else number_text(value, self.measure)

    @staticmethod
    def ink(dark: bool = False) -> tuple[str, ...]:
        """Black or white for the numbers on each step, whichever contrasts more."""
        return tuple(better_ink(color) for color in (HEAT_DARK if dark else HEAT_LIGHT))


@dataclass(frozen=True, slots=True)
class Filters:
    """What the caption says about the choice of material.

    `what` are the things shown, codes or themes; `others` are sentences (“Survey excluded”).
    """

    date: str = ""
    of_documents: int | None = None
    of_codes: int | None = None
    others: tuple[str, ...] = ()
    what: str = "codes"


def label_of(material: Material, number: int, segments: int) -> Label:
    """The label of one code (index into the material's)."""
    code = material.codes[number]
    known = swatch(code.color)
    mark = "hexagon" if code.kind == "theme" else known.mark
    return Label(number, code.name, code.path, known.light, known.dark, mark, segments)


def labels_of(material: Material, counts: Counts) -> tuple[Label, ...]:
    """A label for every code in use, in the order of `counts.codes`."""
    pairs = zip(counts.codes.tolist(), counts.spans.tolist(), strict=True)
    return tuple(label_of(material, number, segments) for number, segments in pairs)


def heat_map(
    material: Material,
    counts: Counts,
    measure: str = "pairs",
    order: str = "codebook",
    *,
    codes: Sequence[int] | None = None,
    most: int | None = None,
    filters: Filters | None = None,
) -> HeatMap:
    """The matrix of a measure over `codes` (indices into the material; None: all in use).

    `most` keeps only the codes with the most segments. `order` is codebook, likeness (average linkage on
    1 - Jaccard of the units, leaves turned so that neighbours are alike) or frequency. Raises `BadInput`
    for an unknown measure or order.
    """
    filters = filters or Filters()
    if order not in ORDERS:
        raise BadInput("There is no order “{order}”. Choose one of {orders}.", order=order, orders=", ".join(ORDERS))
    shown = _chosen(counts, codes, most)
    likeness = counts.matrix("jaccard")[np.ix_(shown, shown)]
    branches: tuple[Branch, ...] = ()
    if order == "frequency":
        shown = shown[np.lexsort((shown, -counts.spans[shown]))]
    elif order == "likeness" and shown.size > 2:
        leaves, branches = clustered(likeness)
        shown = shown[leaves]
    values = counts.matrix(measure)[np.ix_(shown, shown)]
    values[values == 0] = np.nan
    bins, legend = binned(values, measure)
    every = labels_of(material, counts)
    return HeatMap(
        labels=tuple(every[place] for place in shown),
        rule=counts.rule,
        measure=measure,
        measure_name=measure_name(measure, counts.unit),
        order=order,
        values=values,
        own=counts.own(measure if measure not in COEFFICIENTS else "pairs")[shown],
        bins=bins,
        legend=legend,
        branches=branches,
        caption=caption(material, counts, measure, shown, order, filters),
    )


def _chosen(counts: Counts, codes: Sequence[int] | None, most: int | None) -> IntArray:
    shown = np.arange(counts.codes.size, dtype=np.int64)
    if codes is not None:
        shown = shown[np.isin(counts.codes, np.asarray(codes, dtype=np.int64))]
    if most is not None and shown.size > most:
        ranked = shown[np.lexsort((shown, -counts.spans[shown]))]
        shown = np.sort(ranked[:most])
    return shown


def clustered(likeness: FloatArray) -> tuple[IntArray, tuple[Branch, ...]]:
    """Order of the leaves and the joints of an average-linkage tree over a matrix of likeness (0 to 1)."""
    from scipy.cluster.hierarchy import dendrogram, linkage
    from scipy.spatial.distance import squareform

    far = 1 - np.nan_to_num(likeness)
    np.fill_diagonal(far, 0)
    tree = linkage(squareform(far, checks=False), method="average", optimal_ordering=True)
    drawn = dendrogram(tree, no_plot=True)
    low, top = float(tree[:, 2].min()), float(tree[:, 2].max())

    def height(distance: float) -> float:
        if distance == 0:
            return 0.0
        return 0.2 + 0.8 * ((distance - low) / (top - low) if top > low else 1.0)

    branches = [
        # SciPy puts leaves at 5, 15, 25 …
        Branch(x[0] / 10, x[2] / 10, height(y[0]), height(y[3]), height(y[1]))
        for x, y in zip(drawn["icoord"], drawn["dcoord"], strict=True)
    ]
    return np.array(drawn["leaves"], dtype=np.int64), tuple(branches)


def binned(values: FloatArray, measure: str) -> tuple[IntArray, tuple[str, ...]]:
    """The step 0..6 of every value and the seven names of the steps; 0 holds nan, nothing and less.

    Counts go up in equal steps, or by equal factors where a few cells outshine all others; coefficients in
    equal round steps.
    """
    known = values[~np.isnan(values) & (values > 0)]
    top = float(known.max()) if known.size else 0.0
    if measure in COEFFICIENTS:
        # no digit is promised that the cell does not show
        step = next((step for step in _NICE if step * (BINS - 1) >= top), _round_up(top / (BINS - 1)))
        edges = step * np.arange(1, BINS - 1)
        digits = next((digits for digits in range(5) if round(step, digits) == step), 4)
        texts = [_bare(edge, digits) for edge in edges]
        legend = ["0", f"< {texts[0]}", *(f"{a}–{b}" for a, b in pairwise(texts))]
        legend.append(f"≥ {texts[-1]}")
    else:
        edges = _count_edges(known, top)
        starts = [1, *edges.astype(int).tolist()]
        ends = [start - 1 for start in starts[1:]]
        legend = ["0", *(str(a) if a == b else f"{a}–{b}" for a, b in zip(starts, ends, strict=False))]
        legend.append(f"{starts[-1]}+" if top > starts[-1] else str(starts[-1]))
    bins = np.where(values > 0, 1 + np.digitize(values, edges), 0)  # nan is not above 0
    return bins.astype(np.int64), tuple(legend)


def _count_edges(known: FloatArray, top: float) -> FloatArray:
    steps = BINS - 1
    if top <= steps:
        return np.arange(2, steps + 1, dtype=np.float64)
    if top > 12 * float(np.median(known)) and top > 30:
        edges = np.ceil(top ** (np.arange(1, steps) / steps))
    else:
        edges = np.floor(top * np.arange(1, steps) / steps) + 1
    for place in range(edges.size):  # every step holds at least one number
        edges[place] = max(edges[place], place + 2, edges[place - 1] + 1 if place else 2)
    return edges


def _round_up(step: float) -> float:
    scale = 10.0 ** np.floor(np.log10(step)) if step > 0 else 1.0
    return float(next(nice * scale for nice in (1, 2, 2.5, 5, 10) if nice * scale >= step))


def _bare(value: float, digits: int) -> str:
    """`.05` for 0.05, as coefficients are printed."""
    text = f"{value:.{digits}f}"
    return text.removeprefix("0") if text.startswith("0.") else text.replace("-0.", "-.")


def number_text(value: float, measure: str) -> str:
    """A value as a cell shows it: counts whole, lift with one digit, other coefficients with two."""
    if measure not in COEFFICIENTS:
        return str(round(value))
    if measure == "lift":
        return f"{value:.1f}" if value >= 0.05 else "<0.1"
    return "<.01" if 0 < value < 0.005 else _bare(value, 2)


def measure_name(measure: str, unit: str) -> str:
    """A measure in words; `n_ab` is named after its unit."""
    return _MEASURE_NAMES.get(measure) or f"shared {_UNIT_NAMES[unit]}"


def rule_sentence(rule: str) -> str:
    """What a rule calls co-occurrence, in one sentence."""
    if rule.startswith("near:"):
        turns = int(rule[5:]) + 1
        window = "one turn" if turns == 1 else f"{turns} consecutive turns"
        return f"Two codes co-occur where segments of both touch {window}."
    return _RULE_SENTENCES[rule]


def caption(
    material: Material, counts: Counts, measure: str, shown: IntArray, order: str, filters: Filters
) -> tuple[str, ...]:
    """The sentences below a heat map: rule, unit and measure, filters, coders, n, date.

    `shown` are the places in `counts.codes` of what is drawn; n is theirs and that of the pairs among them.
    """
    name = measure_phrase(measure, counts)
    own = (
        _UNIT_NAMES[counts.unit] if measure == "n_ab" else measure if measure in ("documents", "cases") else "segments"
    )
    drawn = np.isin(counts.a, shown) & np.isin(counts.b, shown)
    sentences = [
        rule_sentence(counts.rule),
        f"{name[0].upper()}{name[1:]}; on the diagonal the {own} of each code.",
        *material_sentences(material, counts, shown, drawn, filters),
    ]
    if order == "likeness":
        sentences.append("Ordered by likeness: average linkage on 1 − Jaccard.")
    if filters.date:
        sentences.append(f"As of {filters.date}.")
    return tuple(sentences)


def measure_phrase(measure: str, counts: Counts) -> str:
    """A measure as a caption names it: coefficients with their unit, pairs with what makes them one."""
    name = measure_name(measure, counts.unit)
    if measure == "pairs" and counts.rule != "overlap":
        return f"{name} that share at least one character"  # whatever the rule calls co-occurrence
    units = _UNIT_NAMES[counts.unit]
    if measure in _SIDES:
        one, other = _SIDES[measure]
        return f"share of the {units} of the {one}'s code that carry the {other}'s too"
    return f"{name} on {units}" if measure in COEFFICIENTS else name


def material_sentences(
    material: Material, counts: Counts, shown: IntArray, drawn: BoolArray, filters: Filters
) -> tuple[str, str, str]:
    """What was chosen, how several coders count, and n: of the codes at `shown` and the pairs `drawn`."""
    segments, pairs = int(counts.spans[shown].sum()), int(counts.pairs[drawn].sum())
    return (
        chosen_material(material, int(shown.size), filters),
        "Several coders on one span count once.",
        f"n = {segments:,} segments (each once per code), {pairs:,} pairs of segments, "
        f"{counts.n_units:,} {_UNIT_NAMES[counts.unit]}.",
    )


def chosen_material(material: Material, shown: int, filters: Filters) -> str:
    """How many codes and documents, which coders, and what else was filtered."""
    documents = len(material.documents)
    of_documents = filters.of_documents or documents
    of_codes = filters.of_codes or len(material.codes)
    chosen = [
        f"{shown} of {of_codes} {filters.what}" if shown != of_codes else f"{shown} {filters.what}",
        f"{documents} of {of_documents} documents" if documents != of_documents else f"{documents} documents",
    ]
    if material.coders:
        chosen.append(_coders(material.coders))
    return ", ".join(chosen) + "." + "".join(f" {text.rstrip('.')}." for text in filters.others)


def _coders(coders: tuple[str, ...]) -> str:
    if len(coders) == 1:
        return f"coder {coders[0]}"
    if len(coders) > 5:
        return f"{len(coders)} coders"
    return f"coders {', '.join(coders[:-1])} and {coders[-1]}"


def luminance(color: str) -> float:
    """Relative luminance of `#RRGGBB` (WCAG 2.2), 0 black to 1 white."""
    channels = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def better_ink(ground: str) -> str:
    """Black or white, whichever contrasts more with the ground."""
    light = luminance(ground)
    return "#000000" if (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) else "#FFFFFF"
