"""The heat map and the network as records, drawn alike by the window and by the files."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite

import numpy as np

from ..domain.errors import BadInput, Phrase
from ..domain.palette import HEAT_DARK, HEAT_LIGHT, swatch
from .cooccurrence import COEFFICIENTS, Counts
from .material import FloatArray, IntArray, Material

ORDERS = ("codebook", "likeness", "frequency")
BINS = len(HEAT_LIGHT)
_NICE = (5.0, 2.0, 1.0)  # what the width of a step of coefficients is a multiple of, times a power of ten
_UNIT_NAMES = {
    "character": Phrase("characters"),
    "span": Phrase("spans"),
    "sentence": Phrase("sentences"),
    "turn": Phrase("turns"),
    "paragraph": Phrase("paragraphs"),
    "window": Phrase("windows"),
    "document": Phrase("documents"),
    "case": Phrase("cases"),
}
_MEASURE_NAMES = {
    "pairs": Phrase("pairs of segments"),
    "jaccard": Phrase("Jaccard"),
    "dice": Phrase("Dice"),
    "overlap": Phrase("overlap coefficient"),
    "p_b_given_a": Phrase("share of the row's code"),
    "p_a_given_b": Phrase("share of the column's code"),
    "lift": Phrase("lift"),
    "phi": Phrase("phi"),
    "documents": Phrase("documents"),
    "cases": Phrase("cases"),
}
_SIDE_PHRASES = {
    "p_b_given_a": Phrase("share of the {units} of the row's code that carry the column's too"),
    "p_a_given_b": Phrase("share of the {units} of the column's code that carry the row's too"),
}
_OWN = {name: _MEASURE_NAMES[name] for name in ("documents", "cases")}  # what the diagonal counts, else segments
_WHAT = {"codes": Phrase("codes"), "themes": Phrase("themes"), "both": Phrase("codes and themes")}
_ONE = {"codes": Phrase("code"), "themes": Phrase("theme"), "both": Phrase("code or theme")}
_RULE_SENTENCES = {
    "overlap": Phrase("Two codes co-occur where their segments share at least one character."),
    "same-segment": Phrase("Two codes co-occur where they are on exactly the same span."),
    "sentence": Phrase("Two codes co-occur where segments of both touch one sentence."),
    "turn": Phrase("Two codes co-occur where segments of both touch one turn."),
    "paragraph": Phrase("Two codes co-occur where segments of both touch one paragraph."),
    "document": Phrase("Two codes co-occur where both are in one document."),
    "case": Phrase("Two codes co-occur where both are in the text of one case."),
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

    `values` holds the measure in both halves with nan where nothing is shown: what is not defined, and zeros unless
    something shown is not defined or below 0; `own` stands on the diagonal. `bins` are indices 0..6 into
    `domain.palette.HEAT_LIGHT` or `HEAT_DARK`, 0 = nothing. `legend` names the steps that a value can have, seven or
    fewer from 0 on. `ink(dark)` gives the colour of the numbers on each step. `caption` are the sentences below.
    """

    labels: tuple[Label, ...]
    rule: str
    measure: str
    measure_name: Phrase
    order: str
    values: FloatArray
    own: IntArray
    bins: IntArray
    legend: tuple[str, ...]
    branches: tuple[Branch, ...]
    caption: tuple[Phrase, ...]

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

    `what` are the things shown: codes, themes or both; `others` are sentences without their full stop.
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
    undefined = bool(counts.undefined(measure)[np.ix_(shown, shown)].any() or np.isinf(values).any())
    values[np.isinf(values)] = np.nan
    if not undefined and not (values < 0).any():  # only there can an empty cell stand for 0
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
        caption=caption(material, counts, measure, shown, order, filters, undefined),
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
    """The step 0..6 of every value and the names of the steps there can be; 0 holds nan and nothing.

    Counts go up in equal steps, or by equal factors where a few cells outshine all others; coefficients in
    equal round steps. Where some are below 0 these have step 1, and 0 itself belongs to step 2.
    """
    known = values[~np.isnan(values) & (values > 0)]
    top = float(known.max()) if known.size else 0.0
    negative = bool((values < 0).any())
    if measure in COEFFICIENTS:
        # no digit is promised that the cell does not show
        step = _step(top, BINS - 1 - negative)
        edges = step * np.arange(1, BINS - 1 - negative)
        digits = next((digits for digits in range(6) if round(step, digits) == step), 6)
        texts = [number_of(edge, digits) for edge in edges]
        legend = ["–", "< 0", f"0–{texts[0]}"] if negative else ["0", f"< {texts[0]}"]
        legend += [*(f"{a}–{b}" for a, b in pairwise(texts)), f"≥ {texts[-1]}"]
        if not top:
            legend = ["–", "< 0", "0"] if negative else ["0"]
    else:
        edges = _count_edges(known, top)
        starts = [1, *edges.astype(int).tolist()]
        ends = [start - 1 for start in starts[1:]]
        legend = ["0", *(str(a) if a == b else f"{a}–{b}" for a, b in zip(starts, ends, strict=False))]
        legend.append(f"{starts[-1]}+" if top > starts[-1] else str(starts[-1]))
        legend = legend[: int(min(top, BINS - 1)) + 1]  # up to the last step every number has its own
    lower = edges * (1 - 1e-12)  # a number that differs from an edge by rounding only lies on it
    if negative:
        bins = np.where(np.isnan(values), 0, np.where(values < 0, 1, 2 + np.digitize(values, lower)))
    else:
        bins = np.where(values > 0, 1 + np.digitize(values, lower), 0)  # nan is not above 0
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


def _step(top: float, steps: int) -> float:
    """The roundest width with which the last of so many steps from 0 on holds `top`."""
    if top <= 0:
        return 0.1
    highest = int(np.floor(np.log10(top)))
    for power in range(highest, highest - 4, -1):
        for nice in _NICE:
            grain = nice * 10.0**power
            width = float(np.ceil(top / steps / grain - 1e-9) * grain)
            if width * (steps - 1) <= top * (1 + 1e-12):
                return round(width, 6 - min(power, 0))
    return top / steps


def number_of(value: float, digits: int) -> str:
    """`.05` for 0.05, as coefficients are printed with so many digits."""
    text = f"{value:.{digits}f}"
    return text.removeprefix("0") if text.startswith("0.") else text.replace("-0.", "-.")


def number_text(value: float, measure: str) -> str:
    """A value as a cell shows it: counts whole, lift with one digit, other coefficients with two; a dash for one that
    is not defined or without bounds."""
    if not isfinite(value):
        return "–"
    if measure not in COEFFICIENTS:
        return str(round(value))
    if measure == "lift":
        return "<0.1" if 0 < value < 0.05 else f"{value:.1f}"
    if 0 < abs(value) < 0.005:
        return "<.01" if value > 0 else ">-.01"
    return number_of(value, 2)


def measure_name(measure: str, unit: str) -> Phrase:
    """A measure in words; `n_ab` is named after its unit."""
    return _MEASURE_NAMES.get(measure) or Phrase("shared {units}", units=_UNIT_NAMES[unit])


def things_name(what: str) -> Phrase:
    """What `Filters.what` stands for, in the plural."""
    return _WHAT[what]


def unit_name(unit: str) -> Phrase:
    """The units of a rule, in the plural."""
    return _UNIT_NAMES[unit]


def rule_sentence(rule: str) -> Phrase:
    """What a rule calls co-occurrence, in one sentence."""
    if not rule.startswith("near:"):
        return _RULE_SENTENCES[rule]
    turns = int(rule[5:]) + 1
    if turns == 1:
        return Phrase("Two codes co-occur where segments of both touch one turn.")
    return Phrase(
        "Two codes co-occur where segments of both touch one stretch of {number} consecutive turns.", number=turns
    )


def rule_sentences(rule: str, measure: str) -> tuple[Phrase, ...]:
    """The sentence on the rule where the numbers depend on it: pairs of segments that share text are the same under
    every rule that counts in units."""
    if measure == "pairs" and rule not in ("overlap", "same-segment"):
        return ()
    return (rule_sentence(rule),)


def caption(
    material: Material,
    counts: Counts,
    measure: str,
    shown: IntArray,
    order: str,
    filters: Filters,
    undefined: bool = False,
) -> tuple[Phrase, ...]:
    """The sentences below a heat map: rule, unit and measure, filters, coders, n, date.

    `shown` are the places in `counts.codes` of what is drawn; n is theirs and that of the pairs among them.
    `undefined` says whether the measure is not defined for some of them.
    """
    own = _UNIT_NAMES[counts.unit] if measure == "n_ab" else _OWN.get(measure, Phrase("segments"))
    pairs = int(np.nansum(counts.matrix("pairs")[np.ix_(shown, shown)])) // 2
    sentences = [
        *rule_sentences(counts.rule, measure),
        Phrase(
            "{measure}; on the diagonal the {units} of each code.",
            measure=measure_phrase(measure, counts).capital(),
            units=own,
        ),
        *material_sentences(material, counts, shown, pairs, filters),
    ]
    if undefined:
        sentences.append(Phrase("In an empty cell the measure is not defined."))
    if order == "likeness":
        sentences.append(Phrase("Ordered by likeness: average linkage on 1 − Jaccard."))
    return (*sentences, *as_of(filters))


def as_of(filters: Filters) -> tuple[Phrase, ...]:
    """The date as a sentence, if there is one."""
    return (Phrase("As of {date}.", date=filters.date),) if filters.date else ()


def measure_phrase(measure: str, counts: Counts) -> Phrase:
    """A measure as a caption names it: coefficients with their unit, pairs with what makes them one."""
    name = measure_name(measure, counts.unit)
    if measure == "pairs" and counts.rule != "overlap":  # whatever the rule calls co-occurrence
        return Phrase("{measure} that share at least one character", measure=name)
    units = _UNIT_NAMES[counts.unit]
    if measure in _SIDE_PHRASES:
        return Phrase(_SIDE_PHRASES[measure], units=units)
    return Phrase("{measure} on {units}", measure=name, units=units) if measure in COEFFICIENTS else name


def material_sentences(
    material: Material, counts: Counts, shown: IntArray, pairs: int, filters: Filters
) -> tuple[Phrase, Phrase, Phrase]:
    """What was chosen, how several coders count, and n: of the codes at `shown`, and `pairs`."""
    segments = int(counts.spans[shown].sum())
    return (
        chosen_material(material, int(shown.size), filters),
        Phrase("Several coders on one span count once."),
        Phrase(
            "n = {segments} (each once per code), {pairs}, {number} {units}.",
            segments=_counted(segments, Phrase("segments"), Phrase("segment")),
            pairs=_counted(pairs, Phrase("pairs of segments"), Phrase("pair of segments")),
            number=f"{counts.n_units:,}",
            units=_UNIT_NAMES[counts.unit],
        ),
    )


def chosen_material(material: Material, shown: int, filters: Filters) -> Phrase:
    """How many codes and documents, which coders, and what else was filtered."""
    documents = len(material.documents)
    chosen = (
        _share(shown, filters.of_codes or len(material.codes), _WHAT[filters.what], _ONE[filters.what]),
        _share(documents, filters.of_documents or documents, Phrase("documents"), Phrase("document")),
        *_coders(material.coders),
    )
    said = Phrase("{things}.", things=chosen)
    for other in filters.others:
        said = Phrase("{before} {sentence}.", english=f"{said} {other.rstrip('.')}.", before=said, sentence=other)
    return said


def _counted(number: int, many: Phrase, one: Phrase) -> Phrase:
    return Phrase("{number} {things}", number=f"{number:,}", things=one if number == 1 else many)


def _share(number: int, whole: int, things: Phrase, one: Phrase) -> Phrase:
    if number == whole:
        return _counted(number, things, one)
    return Phrase("{number} of {whole} {things}", number=number, whole=whole, things=things)


def _coders(coders: tuple[str, ...]) -> tuple[Phrase, ...]:
    """Who coded, by name unless they are many; nothing where nobody did."""
    if len(coders) > 5:
        return (Phrase("{number} coders", number=len(coders)),)
    if len(coders) > 1:
        return (Phrase("coders {names} and {last}", names=coders[:-1], last=coders[-1]),)
    return (Phrase("coder {name}", name=coders[0]),) if coders else ()


def luminance(color: str) -> float:
    """Relative luminance of `#RRGGBB` (WCAG 2.2), 0 black to 1 white."""
    channels = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def better_ink(ground: str) -> str:
    """Black or white, whichever contrasts more with the ground."""
    light = luminance(ground)
    return "#000000" if (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) else "#FFFFFF"
