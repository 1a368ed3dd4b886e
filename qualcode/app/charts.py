"""Charts of a project: the records that a view draws and a file is made of."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import groupby
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ..domain.cases import Variable
from ..domain.codebook import Codebook
from ..domain.conditions import one_sided
from ..domain.errors import BadInput, Phrase
from ..domain.progress import SILENT, Progress
from ..domain.queries import Scope
from ..domain.themes import ThemeCode, reaches
from .export import date_of
from .naming import resolve
from .provenance import set_names
from .scoping import ALL, make_scope

if TYPE_CHECKING:
    from ..analysis.chart_rows import Themes
    from ..analysis.cooccurrence import Counts
    from ..analysis.frequencies import FrequencyChart
    from ..analysis.material import Material
    from ..analysis.matrices import Filters, HeatMap
    from ..analysis.networks import Network
    from ..store.reading import Reading
    from .project import Project

LEVELS = ("codes", "themes")
_MOST_NODES = 40  # codes taken into a network before its lines are chosen


@dataclass(frozen=True, slots=True)
class CooccurrenceOptions:
    """What a picture of co-occurrence shows.

    `level` is `codes`, or `themes`: themes alone, each with the codings of everything below it and linked to it
    (`domain.themes.reaches`). `rollup` takes in what is below for every code that has codes below. Without `dropped`
    themes that were let go are left out. `threshold` is the least value of a line in the
    network (None: enough to stay readable, and no more than `nodes` codes), `most` how many codes at most
    (those with the most segments). `filters` are the options of `scoping.make_scope`.
    """

    rule: str = "overlap"
    measure: str = "pairs"
    level: str = "codes"
    order: str = "codebook"
    rollup: bool = False
    threshold: float | None = None
    nodes: int = _MOST_NODES
    most: int | None = None
    dropped: bool = True
    filters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FrequencyOptions:
    """What the bars of frequency show; see `analysis.frequencies.frequency_chart`. Of `codes` (None: all) each may have
    a bar."""

    measure: str = "segments"
    rollup: bool = False
    most: int = 40
    filters: Mapping[str, Any] = field(default_factory=dict)
    themes: "Themes" = ()
    codes: frozenset[UUID] | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """How two codes meet: `a` and `b` are indices into the material's codes; a == b is one code by itself.

    `n_a`, `n_b`, `n_ab` count `unit`s. A coefficient that is not defined is None. `kin` is true for a code
    and one below it, which are no pair when codes take in what is below them.
    """

    a: int
    b: int
    unit: str
    n_a: int
    n_b: int
    n_ab: int
    pairs: int
    documents: int
    cases: int
    coefficients: Mapping[str, float | None]
    kin: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class CooccurrencePicture:
    """Everything a view of co-occurrence draws, worked out at one step of the project. Among themes the material holds
    the codings of linked codes once more (`with_linked_codes`); `codings` says how many there are.
    """

    options: CooccurrenceOptions
    step: int
    scope: Scope
    material: "Material"
    counts: "Counts"
    heat: "HeatMap"
    network: "Network"
    date: str
    of_documents: int
    places: Mapping[UUID, int]  # row and column of a code in the heat map
    codings: int

    @property
    def rollup(self) -> bool:
        """Whether codes take in the codings of the codes below them."""
        return _rolls_up(self.options)

    def code(self, place: int) -> UUID:
        """The code in a row or column of the heat map."""
        return self.material.codes[self.heat.labels[place].code].id

    def meeting(self, row: int, column: int) -> Meeting:
        """The numbers behind a cell of the heat map, pairs that never meet included."""
        import numpy as np

        from ..analysis.cooccurrence import COEFFICIENTS, coefficients

        first, second = self.heat.labels[row].code, self.heat.labels[column].code
        counts = self.counts
        x, y = (int(np.searchsorted(counts.codes, code)) for code in (first, second))
        n_a, n_b = int(counts.n[x]), int(counts.n[y])
        if x == y:
            own = (int(counts.spans[x]), int(counts.code_documents[x]), int(counts.code_cases[x]))
            return Meeting(first, second, counts.unit, n_a, n_b, n_a, *own, {})
        keys = counts.a * counts.codes.size + counts.b
        key = min(x, y) * counts.codes.size + max(x, y)
        found = int(np.searchsorted(keys, key))
        met = found < keys.size and int(keys[found]) == key
        if met:
            held = (counts.n_ab, counts.pairs, counts.documents, counts.cases)
            n_ab, pairs, documents, cases = (int(values[found]) for values in held)
        else:
            n_ab, pairs, documents, cases = 0, self._pairs(first, second), 0, 0
        all_of = coefficients(np.array(n_a), np.array(n_b), np.array(n_ab), counts.n_units)
        known = {name: None if np.isnan(all_of[name]) else float(all_of[name]) for name in COEFFICIENTS}
        kin = self.rollup and self._kin(first, second)
        return Meeting(first, second, counts.unit, n_a, n_b, n_ab, pairs, documents, cases, known, kin)

    def _pairs(self, first: int, second: int) -> int:
        """Pairs of segments of two codes that do not meet under the rule: they may share text all the same."""
        from ..analysis.quotes import cooccurring_spans

        if self.options.rule == "overlap":
            return 0
        return cooccurring_spans(self.material, first, second, "overlap", self.rollup, limit=0).pairs

    def _kin(self, first: int, second: int) -> bool:
        from ..analysis.material import ancestry

        chains = ancestry(self.material)
        return first in chains[second] or second in chains[first]

    def undefined(self) -> int:
        """For how many of the shown pairs that meet the measure is not defined."""
        import numpy as np

        values = self.counts.measure(self.options.measure)
        shown = np.isin(self.counts.codes, [label.code for label in self.heat.labels])
        return int(np.isnan(values[shown[self.counts.a] & shown[self.counts.b]]).sum())

    def table(self) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Columns and rows of the pairs among the codes shown, as the analysis *cooccurrence* gives them."""
        import numpy as np

        from ..analysis.cooccurrence import pair_table

        shown = np.isin(self.counts.codes, [label.code for label in self.heat.labels])
        kept = shown[self.counts.a] & shown[self.counts.b]
        table = pair_table(self.material, self.counts)[kept]
        return list(table.columns), list(table.itertuples(index=False, name=None))


def cooccurrence_view(
    project: "Project",
    options: CooccurrenceOptions,
    progress: Progress = SILENT,
    before: CooccurrencePicture | None = None,
) -> CooccurrencePicture:
    """Count, order and lay out the co-occurrence of codes; what holds of `before` is used again.

    Raises `BadInput` for an unknown rule, measure, order or level, for a filter that names nothing, and for
    the rule case in a project without cases.
    """
    from ..analysis import cooccurrence, matrices, networks
    from .analysing.cautions import OF_ALL, uncoded
    from .analysing.registry import Asked

    if options.level not in LEVELS:
        raise BadInput(
            "There is no level “{level}”. Choose one of {levels}.",
            level=options.level,
            levels=", ".join(LEVELS),
        )
    with project.read() as read:
        step, date, of_documents = read.last_step()[0], date_of(read), read.count("document")
        scope = make_scope(read, **options.filters)
        notes = (*notes_of(read, options.filters, scope), *_takes_in(options))
        if options.measure in OF_ALL:
            unread = uncoded(Asked(project, options.filters))
            notes += () if unread is None else (unread,)
        chosen = chosen_coders(read, scope)
        book = read.codebook
        links: list[ThemeCode] = read.where("theme_code") if options.level == "themes" else []
    let_go = frozenset(
        code.id for code in book.ordered if code.kind == "theme" and code.stage == "dropped" and not options.dropped
    )
    if before is not None and (before.step, before.scope, before.options.level) != (step, scope, options.level):
        before = None
    if before:
        material, codings = before.material, before.codings
    else:
        material = with_active_coders(project.analyses.material(scope), chosen)
        codings = int(material.code.size)
        material = with_linked_codes(material, book, links)
    if before and (before.options.rule, before.rollup) == (options.rule, _rolls_up(options)):
        counts = before.counts
    else:
        counts = cooccurrence.count(material, options.rule, _rolls_up(options), progress=progress)
    progress.tick(0, 2, "order")
    codes = _level_codes(material, options.level, let_go)
    of_codes = len(codes or ()) if options.level == "themes" else _usable(material, counts, let_go)
    what = "both" if options.level == "codes" and options.rollup else options.level
    filters = matrices.Filters(date, of_documents, of_codes, notes, what)
    heat = matrices.heat_map(
        material, counts, options.measure, options.order, codes=codes, most=options.most, filters=filters
    )
    progress.tick(1, 2, "layout")
    limits: dict[str, Any] = {"codes": codes, "most": options.most or _MOST_NODES, "filters": filters}
    network = networks.network(material, counts, options.measure, threshold=options.threshold, **limits)
    if options.threshold is None and len(network.nodes) > options.nodes:
        threshold = _for_fewer(network, options.nodes)
        network = networks.network(material, counts, options.measure, threshold=threshold, **limits)
    places = {material.codes[label.code].id: place for place, label in enumerate(heat.labels)}
    return CooccurrencePicture(
        options, step, scope, material, counts, heat, network, date, of_documents, places, codings
    )


def frequency_view(project: "Project", options: FrequencyOptions) -> "FrequencyChart":
    """The bars of frequency as a record; raises `BadInput` for an unknown measure or filter."""
    from ..analysis.frequencies import frequency_chart
    from ..analysis.matrices import Filters

    with project.read() as read:
        date, of_documents = date_of(read), read.count("document")
        scope = make_scope(read, **options.filters)
        notes = notes_of(read, options.filters, scope)
        chosen = chosen_coders(read, scope)
    material = with_active_coders(project.analyses.material(scope), chosen)
    filters = frequency_filters(material, Filters(date, of_documents, None, notes), options.rollup, options.themes)
    codes = None
    if options.codes is not None:
        codes = [number for number, code in enumerate(material.codes) if code.id in options.codes]
        filters = replace(filters, of_codes=len(codes), what="codes")
    return frequency_chart(
        material,
        options.measure,
        rollup=options.rollup,
        codes=codes,
        most=options.most,
        filters=filters,
        themes=options.themes,
    )


def frequency_filters(material: "Material", told: "Filters", rollup: bool, themes: "Themes") -> "Filters":
    """What the caption of bars says of how many codes or themes there are."""
    if themes:
        return replace(told, of_codes=len(themes), what="themes")
    used = set(material.code.tolist())
    of_codes = sum(rollup or code.kind != "theme" or number in used for number, code in enumerate(material.codes))
    return replace(told, of_codes=of_codes, what="both" if rollup else "codes")


def _rolls_up(options: CooccurrenceOptions) -> bool:
    return options.rollup or options.level == "themes"


def _takes_in(options: CooccurrenceOptions) -> tuple[str, ...]:
    """What a caption says about codes that stand for more than themselves."""
    if options.level == "themes":
        return (Phrase("A theme takes in the codes below it and those linked to it"),)
    return (Phrase("A code takes in the codes below it"),) if options.rollup else ()


def _for_fewer(network: "Network", nodes: int) -> float:
    """The lowest threshold that leaves at most so many nodes, or the highest that leaves a line."""
    tied: set[int] = set()
    best = network.edges[-1].value
    for value, edges in groupby(reversed(network.edges), key=lambda edge: edge.value):
        for edge in edges:
            tied |= {edge.a, edge.b}
        if len(tied) > nodes:
            break
        best = value
    return best


def theme_places(material: "Material", book: Codebook, links: Collection[ThemeCode]) -> "Themes":
    """Each theme with the codes that count as it, those below and those linked, by their places in a material."""
    numbers = {code.id: number for number, code in enumerate(material.codes)}
    below = reaches(book, links)
    return tuple(
        (number, frozenset(numbers[key] for key in below[code.id] if key in numbers))
        for number, code in enumerate(material.codes)
        if code.kind == "theme" and code.id in below
    )


def with_linked_codes(material: "Material", book: Codebook, links: Collection[ThemeCode]) -> "Material":
    """A material in which themes hold the codings of the codes linked to them, too."""
    from ..analysis.chart_rows import with_linked

    return with_linked(material, theme_places(material, book, links)) if links else material


def _level_codes(material: "Material", level: str, let_go: Collection[UUID]) -> list[int] | None:
    if level == "codes" and not let_go:
        return None
    return [
        number
        for number, code in enumerate(material.codes)
        if code.id not in let_go and (level == "codes" or code.kind == "theme")
    ]


def _usable(material: "Material", counts: "Counts", let_go: Collection[UUID]) -> int:
    """How many codes could stand in the chart: all that are no themes, and the themes that were applied."""
    used = set(counts.codes.tolist())
    return sum(
        code.kind != "theme" or (number in used and code.id not in let_go) for number, code in enumerate(material.codes)
    )


def chosen_coders(read: "Reading", scope: Scope) -> tuple[str, ...]:
    """The names of the coders asked for; none where nobody was."""
    return tuple(coder.name for coder in read.coders() if scope.coders is not None and coder.id in scope.coders)


def with_active_coders(material: "Material", chosen: tuple[str, ...]) -> "Material":
    """Only the coders who have a coding in the material: a caption names nobody who is not in the numbers. Where
    there is none at all, those who were asked for: that is why."""
    import numpy as np

    kept = np.isin(np.arange(len(material.coders)), material.coder)
    if not kept.any():
        kept = np.array([name in chosen for name in material.coders], dtype=np.bool_)
    names = tuple(name for name, stays in zip(material.coders, kept, strict=True) if stays)
    return replace(material, coders=names, coder=(np.cumsum(kept) - 1)[material.coder].astype(np.int64))


def notes_of(read: "Reading", filters: Mapping[str, Any], scope: Scope) -> tuple[str, ...]:
    """What a caption says about filters that neither documents nor coders show."""
    notes: list[str] = []
    wanted: list[Phrase] = []
    for variable, values in (filters.get("variables") or {}).items():
        texts = (values,) if isinstance(values, str) else sorted(map(str, values))
        known: Variable = resolve(read, Variable, variable)
        chosen = tuple(" ".join(one_sided(text, known.type) or (text,)) or Phrase("no value") for text in texts)
        wanted.append(Phrase("{variable}: {values}", variable=known.name, values=chosen))
    if wanted:
        both = reduce(lambda one, other: Phrase("{one} and {other}", one=one, other=other), wanted)
        notes.append(Phrase("Documents of cases with {values}", values=both))
    if scope.parts:
        only = Phrase(
            "In {number} of these documents only these cases' own turns and passages count", number=len(scope.parts)
        )
        notes.append(only)
    if folders := filters.get("folders"):
        named = [folders] if isinstance(folders, str) else folders
        notes.append(Phrase("Folders: {names}", names=tuple(sorted(named))))
    sets = set_names(read, filters.get("sets"))
    if sets:
        notes.append(Phrase("Document sets: {names}", names=tuple(sets)))
    if filters.get("codes") not in (None, ALL):
        notes.append(Phrase("Only chosen codes and those below or linked to them"))
    return tuple(notes)
