"""Theme maps made from the data: codes that meet, themes with codes and cases, codes with the cases that speak."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import isfinite
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ..domain.codings import PlacedCoding
from ..domain.errors import BadInput, Phrase, Refused
from ..domain.ids import new_id
from ..domain.phrases import packed
from ..domain.progress import SILENT, Progress
from ..domain.queries import Scope
from ..domain.theme_maps import LAYOUTS, SAID_BY, MapNode, Relation, RelationEvidence, ThemeMap
from ..domain.themes import ThemeCode, reaches
from ..store.reading import Reading
from ..store.work import Work
from .acting import coder_of
from .action import action
from .map_evidence import shared_passages
from .theme_maps import FIRST_SEED, add_map

if TYPE_CHECKING:
    from ..analysis.material import Material
    from .project import Project

SOURCES = ("cooccurrence", "themes", "cases")
_LAYOUT_OF = {"cooccurrence": "force", "themes": "hierarchical", "cases": "force"}
_MOST = 300  # things on a map that is made from data
_LINES_EACH = 1  # lines for each thing, where no minimum is asked for


@dataclass(frozen=True, slots=True)
class MapOptions:
    """What a map is made from; the fields of `filters` are those of `scoping.make_scope`.

    For `cooccurrence`: `rule` and `measure` as in that analysis, `level` codes or themes, `minimum` the least value of
    a line (None: so many that it stays readable), at most `most` codes. For `themes` and `cases` the `minimum` is the
    number of segments in which a case speaks of a code. `passages` is how many are taken as evidence of each relation.
    """

    rule: str = "overlap"
    measure: str = "pairs"
    level: str = "codes"
    minimum: float | None = None
    most: int = 40
    passages: int = 3
    filters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlannedRelation:
    """A relation between what two ids stand for, with the segments that show it."""

    source: UUID
    target: UUID
    kind: str
    directed: bool
    strength: float | None
    basis: tuple[Phrase, ...]
    evidence: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class MapPlan:
    """What a map is to hold: kinds and ids of things, relations between them, and what it was made from."""

    things: tuple[tuple[str, UUID], ...]
    relations: tuple[PlannedRelation, ...]
    basis: tuple[Phrase, ...]


def make_map(
    project: "Project",
    name: str,
    source: str,
    options: MapOptions | None = None,
    layout: str = "",
    seed: int = FIRST_SEED,
    progress: Progress = SILENT,
) -> ThemeMap:
    """Make a map from the data as one step: `source` is cooccurrence (codes that meet), themes (themes, their codes
    and the cases that speak) or cases (codes and cases).

    `layout` is one of `domain.theme_maps.LAYOUTS`, else one that suits the source. Raises `BadInput` for what there is
    not, and `Refused` where nothing would stand on the map.
    """
    if source not in SOURCES:
        raise BadInput(
            "A map is made from one of {sources}, not from “{source}”.", sources=", ".join(SOURCES), source=source
        )
    plan = planned(project, source, options or MapOptions(), progress)
    return draw_map(project, name, plan, layout or _LAYOUT_OF[source], seed)


def planned(project: "Project", source: str, options: MapOptions, progress: Progress = SILENT) -> MapPlan:
    """What a map from the data would hold, without making it. Raises `Refused` where that is nothing."""
    if options.minimum is not None and not (isfinite(options.minimum) and options.minimum > 0):
        raise BadInput("The minimum is a number above 0, not {minimum}.", minimum=options.minimum)
    make: dict[str, Callable[[Project, MapOptions, Progress], MapPlan]] = {
        "cooccurrence": _meeting,
        "themes": _themes,
        "cases": _cases,
    }
    plan = make[source](project, options, progress)
    if not plan.things:
        raise Refused("Nothing would stand on this map. Choose a lower minimum or fewer filters.")
    if len(plan.things) > _MOST:
        raise Refused(
            "{number} things would stand on this map; at most {most} can be read. Choose fewer codes or a higher "
            "minimum.",
            number=len(plan.things),
            most=_MOST,
        )
    return plan


@action("Make the map “{name}” from the data")
def draw_map(work: Work, name: str, plan: MapPlan, layout: str = "force", seed: int = FIRST_SEED) -> ThemeMap:
    """Make a map of what was planned, arranged, in one step."""
    from .map_arranging import arranged

    if layout not in LAYOUTS:
        raise BadInput(
            "There is no layout “{layout}”. Choose one of {layouts}.", layout=layout, layouts=", ".join(LAYOUTS)
        )
    made: ThemeMap = replace(add_map.within(work, name, packed(plan.basis)), layout=layout, seed=seed)
    work.say(name=made.name)
    work.replace(made)
    coder = coder_of(work).id
    nodes = [MapNode(new_id(), made.id, kind, key, 0.0, 0.0, "", "", coder, work.time) for kind, key in plan.things]
    node_of = {node.about: node.id for node in nodes}
    relations = [
        Relation(
            new_id(),
            made.id,
            node_of[one.source],
            node_of[one.target],
            one.kind,
            int(one.directed),
            "",
            packed(one.basis),
            coder,
            work.time,
            one.strength,
        )
        for one in plan.relations
    ]
    work.add(arranged(nodes, relations, "force" if layout == "free" else layout, seed, anew=True))
    work.add(relations)
    work.add(
        RelationEvidence(new_id(), relation.id, segment, coder, work.time)
        for relation, one in zip(relations, plan.relations, strict=True)
        for segment in one.evidence
    )
    return made


# ── codes that meet ───────────────────────────────────────────────────────────────────────────────────────────
def _meeting(project: "Project", options: MapOptions, progress: Progress) -> MapPlan:
    from ..analysis.matrices import measure_phrase, number_text, rule_sentences
    from .charts import CooccurrenceOptions, cooccurrence_view

    view = cooccurrence_view(
        project,
        CooccurrenceOptions(
            rule=options.rule,
            measure=options.measure,
            level=options.level,
            threshold=options.minimum,
            nodes=options.most,
            filters=options.filters,
        ),
        progress,
    )
    network = view.network
    ids = [view.material.codes[node.label.code].id for node in network.nodes]
    rule = rule_sentences(options.rule, options.measure)
    # without the rule, what makes two segments a pair has to be said
    name = view.heat.measure_name if rule else measure_phrase(options.measure, view.counts)
    bound = network.title.values["number"]
    title = Phrase("{measure}: {number} or more", measure=name.capital(), number=bound)
    with project.read() as read:
        passages = _Passages(read, view.scope.documents, view.scope.coders)
        below = _below(read) if view.rollup else None
        relations = tuple(
            PlannedRelation(
                ids[edge.a],
                ids[edge.b],
                "co-occurs with",
                False,
                round(edge.value, 6),
                (_measured(name, number_text(edge.value, options.measure)), *rule),
                passages.of_both(ids[edge.a], ids[edge.b], options.passages, below),
            )
            for edge in reversed(network.edges)
        )
    return MapPlan(
        tuple(("code", key) for key in ids),
        relations,
        (Phrase("{title}.", title=title), *rule, *network.caption[len(rule) + 1 :]),
    )


def _measured(name: Phrase, number: str) -> Phrase:
    return Phrase("{measure}: {number}.", measure=name.capital(), number=number)


def _below(read: Reading) -> Callable[[UUID], frozenset[UUID]]:
    return lambda code: frozenset({code, *(one.id for one in read.codebook.descendants(code))})


# ── themes, codes and cases ───────────────────────────────────────────────────────────────────────────────────
def _themes(project: "Project", options: MapOptions, _progress: Progress) -> MapPlan:
    material, scope = _material(project, options)
    with project.read() as read:
        book = read.codebook
        links: list[ThemeCode] = read.where("theme_code")
        themes = [code for code in book.ordered if code.kind == "theme" and code.stage != "dropped"]
        below = reaches(book, links)
        of_themes = {key for theme in themes for key in below[theme.id]} - {one.id for one in themes}
        codes = [code.id for code in book.ordered if code.id in of_themes and code.kind != "theme"]
        spoken, least = _heard(read, material, codes, scope, options)
        used = {material.codes[number].id for number in set(material.code.tolist())}
        kept = {theme.id for theme in themes} | {key for key in codes if key in used}
        above = [
            (code.id, code.parent, Phrase("in the codebook"))
            for code in book.ordered
            if code.id in kept and code.parent in kept
        ]
        above += [
            (link.code, link.theme, Phrase("linked to the theme"))
            for link in links
            if link.code in kept and link.theme in kept
        ]
    parts = tuple(
        PlannedRelation(code, theme, "part of", True, None, (basis,))
        for code, theme, basis in above
        if theme is not None
    )
    cases = tuple(dict.fromkeys(one.target for one in spoken))
    things = (
        *(("code", theme.id) for theme in themes),
        *(("code", key) for key in codes if key in kept),
        *(("case", key) for key in cases),
    )
    told = Phrase(
        "Themes with their codes, and the cases that speak of a code in at least {segments}.", segments=_segments(least)
    )
    return MapPlan(things, (*parts, *spoken), (told, *_of_material(project, material, scope, options, things)))


def _cases(project: "Project", options: MapOptions, _progress: Progress) -> MapPlan:
    material, scope = _material(project, options)
    with project.read() as read:
        codes = [code.id for code in read.codebook.ordered if code.kind != "theme"]
        spoken, least = _heard(read, material, codes, scope, options)
    ends = {one.source for one in spoken}
    cases = tuple(dict.fromkeys(one.target for one in spoken))
    things = (*(("code", key) for key in codes if key in ends), *(("case", key) for key in cases))
    told = Phrase("Codes and the cases that speak of them in at least {segments}.", segments=_segments(least))
    return MapPlan(things, spoken, (told, *_of_material(project, material, scope, options, things)))


def _material(project: "Project", options: MapOptions) -> "tuple[Material, Scope]":
    scope = project.analyses.scope(**options.filters)
    material = project.analyses.material(scope)
    if not material.case_parts:
        raise Refused("None of the chosen documents belongs to a case. Assign documents or speakers to cases first.")
    return material, scope


def _heard(
    read: Reading, material: "Material", codes: Sequence[UUID], scope: Scope, options: MapOptions
) -> tuple[tuple[PlannedRelation, ...], int]:
    """Relations from codes to the cases that speak of them, and the least number of segments that was asked for."""
    from ..analysis.material import case_names
    from ..analysis.voices import voices

    names = case_names(material)
    keys = {case.name: case.id for case in read.cases()}
    counted = voices(material, [frozenset({code}) for code in codes])
    found = [
        (number, code, name)
        for code, one in zip(codes, counted, strict=True)
        for name, number in zip(names, one.by_case, strict=True)
        if number and (options.filters.get("codes") is None or scope.codes is None or code in scope.codes)
    ]
    if options.minimum is None:
        things = len({code for _, code, _ in found}) + len({name for _, _, name in found})
        ranked = sorted((number for number, _, _ in found), reverse=True)
        least = ranked[min(len(ranked), max(12, _LINES_EACH * things)) - 1] if ranked else 1
        above = [number for number in ranked if number > least]
        if sum(number >= least for number in ranked) > 1.5 * max(12, things) and above:
            least = above[-1]
    else:
        least = int(options.minimum) if options.minimum == int(options.minimum) else int(options.minimum) + 1
    passages = _Passages(read, scope.documents, scope.coders)
    parts = _parts_by_case(material)
    return tuple(
        PlannedRelation(
            code,
            keys[name],
            SAID_BY,
            True,
            float(number),
            (_segments(number),),
            passages.within(code, parts[name], options.passages),
        )
        for number, code, name in found
        if number >= least
    ), least


def _parts_by_case(material: "Material") -> dict[str, dict[UUID, list[tuple[int, int]]]]:
    found: dict[str, dict[UUID, list[tuple[int, int]]]] = {}
    for part in material.case_parts:
        document = material.documents[part.document].id
        found.setdefault(part.case, {}).setdefault(document, []).append((part.start, part.end))
    return found


def _segments(number: int) -> Phrase:
    return Phrase("{number} segments", english="1 segment" if number == 1 else f"{number} segments", number=number)


def _of_material(
    project: "Project", material: "Material", scope: Scope, options: MapOptions, things: Sequence[tuple[str, UUID]]
) -> tuple[Phrase, ...]:
    """What was looked at, as the captions of charts say it."""
    from ..analysis.matrices import Filters, as_of, chosen_material
    from .charts import chosen_coders, notes_of, with_active_coders
    from .export import date_of

    shown = sum(kind == "code" for kind, _ in things)
    with project.read() as read:
        notes = notes_of(read, options.filters, scope)
        coded = with_active_coders(material, chosen_coders(read, scope))
        filters = Filters(date_of(read), read.count("document"), None, notes, "both")
    return chosen_material(coded, shown, filters), *as_of(filters)


class _Passages:
    """Segments of codes within documents and coders, each code asked for once."""

    def __init__(self, read: Reading, documents: frozenset[UUID] | None, coders: frozenset[UUID] | None) -> None:
        self._read, self._documents, self._coders = read, documents, coders
        self._kept: dict[UUID, list[PlacedCoding]] = {}

    def _of(self, code: UUID) -> list[PlacedCoding]:
        if code not in self._kept:
            self._kept[code] = [
                one
                for one in self._read.placed(code=code)
                if (self._documents is None or one.document in self._documents)
                and (self._coders is None or one.coder in self._coders)
            ]
        return self._kept[code]

    def _all(self, codes: Iterable[UUID]) -> list[PlacedCoding]:
        return [one for code in codes for one in self._of(code)]

    def of_both(
        self, one: UUID, other: UUID, most: int, below: Callable[[UUID], frozenset[UUID]] | None
    ) -> tuple[UUID, ...]:
        """Up to `most` segments in which both codes meet, those that share most first."""
        ends = [sorted(below(code), key=str) if below else [code] for code in (one, other)]
        found = shared_passages(self._all(ends[0]), self._all(ends[1]))
        return tuple(key for key, _ in found[:most])

    def within(self, code: UUID, parts: Mapping[UUID, Sequence[tuple[int, int]]], most: int) -> tuple[UUID, ...]:
        """Up to `most` segments of a code that touch these parts of documents, the longest first."""
        touching = [
            one
            for one in self._of(code)
            if any(one.start < end and start < one.end for start, end in parts.get(one.document, ()))
        ]
        touching.sort(key=lambda one: (one.start - one.end, one.document.bytes, one.start, one.segment))
        # two coders on one span are one passage
        spans = {(one.document, one.start, one.end): one.segment for one in reversed(touching)}
        return tuple(reversed(spans.values()))[:most]
