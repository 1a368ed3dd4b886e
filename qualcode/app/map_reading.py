"""A theme map as it is looked at, now or after any step: things with names, marks and counts, relations with their
evidence; and which steps changed it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from ..domain.codebook import PATH_SEPARATOR, Code, Codebook
from ..domain.documents import Document
from ..domain.errors import NotFound
from ..domain.history import Step
from ..domain.palette import swatch
from ..domain.phrases import unpacked
from ..domain.queries import Scope
from ..domain.theme_maps import MapNode, Relation, RelationEvidence, ThemeMap
from ..domain.themes import STAGES, ThemeCode, reaches
from ..store import map_rows
from ..store.past_rows import records_at
from ..store.reading import Reading
from .lists import short_names
from .mentions import shortened

if TYPE_CHECKING:
    from .project import Project

WORDS = 240  # characters of a quote or memo on a map
LABEL = 80  # characters by which a note is named
Made = TypeVar("Made", ThemeMap, Relation)


@dataclass(frozen=True, slots=True)
class ThingFacts:
    """Counts of a code, theme or case within what is looked at: distinct `segments`, the `cases` that give them, of so
    many cases in all; `missing` is what a theme still lacks (`theme_facts.MISSING`)."""

    segments: int
    cases: int
    of_cases: int
    missing: tuple[str, ...] = ()

    @property
    def unfinished(self) -> bool:
        """Whether a theme lacks something."""
        return bool(self.missing)


@dataclass(frozen=True, slots=True)
class MapThing:
    """Something on a map as it is shown.

    `kind` is theme, code, case, memo, segment, note or group; `label` its name, `where` the path above a code or the
    document of a segment; `color` as stored (`#RRGGBB`, "" for none), `mark` hexagon, circle, square, diamond or "";
    `stage` of a theme; `words` of a segment, memo or note; `facts` none until they are counted.
    """

    node: MapNode
    kind: str
    label: str
    where: str = ""
    color: str = ""
    mark: str = ""
    stage: str = ""
    words: str = ""
    facts: ThingFacts | None = None

    @property
    def id(self) -> UUID:
        """The node's id."""
        return self.node.id


@dataclass(frozen=True, slots=True)
class MapRelation:
    """A relation as it is shown: what its ends are called, and the segments that show it, in the order they came."""

    relation: Relation
    source: str
    target: str
    evidence: tuple[UUID, ...] = ()

    @property
    def quotes(self) -> int:
        """How many segments show it."""
        return len(self.evidence)

    @property
    def id(self) -> UUID:
        """The relation's id."""
        return self.relation.id


@dataclass(frozen=True, slots=True)
class MapPicture:
    """A map with everything on it, groups first, so that what is in them is drawn over them; `step` is the number of
    the last step it knows of."""

    map: ThemeMap
    things: tuple[MapThing, ...]
    relations: tuple[MapRelation, ...]
    step: int

    @property
    def by_id(self) -> dict[UUID, MapThing]:
        """Things by their nodes' ids."""
        return {thing.node.id: thing for thing in self.things}

    def members(self, group: UUID) -> list[MapThing]:
        """What is in a group."""
        return [thing for thing in self.things if thing.node.inside == group]


class _Moment:
    """Records as they are, or as they were after a step."""

    def __init__(self, read: Reading, step: int | None) -> None:
        self.read, self.step = read, step
        self._kept: dict[str, list[Any]] = {}

    def all(self, kind: str) -> list[Any]:
        if self.step is None:
            return self.read.where(kind)
        if kind not in self._kept:
            self._kept[kind] = records_at(self.read, kind, self.step)
        return self._kept[kind]

    def on(self, kind: str, theme_map: UUID) -> list[Any]:
        if self.step is None:
            return self.read.where(kind, map=theme_map)
        return [one for one in self.all(kind) if one.map == theme_map]

    def of(self, kind: str, ids: set[UUID]) -> list[Any]:
        if self.step is None:
            return self.read.records(kind, ids)
        return [one for one in self.all(kind) if one.id in ids] if ids else []

    def codebook(self) -> Codebook:
        return self.read.codebook if self.step is None else Codebook(self.all("code"))

    def evidence(self, theme_map: UUID, relations: set[UUID]) -> list[RelationEvidence]:
        if self.step is None:
            return map_rows.evidence_of_map(self.read, theme_map)
        found = [one for one in self.all("relation_evidence") if one.relation in relations]
        return sorted(found, key=lambda one: (one.created, one.id))


def maps(read: Reading) -> list[ThemeMap]:
    """All maps in their order."""
    return [told(one) for one in read.where("theme_map")]


def told(record: Made) -> Made:
    """A map or a relation with its basis as a sentence, which can be said in another language."""
    return replace(record, basis=unpacked(record.basis)) if record.basis else record


def map_picture(read: Reading, theme_map: UUID) -> MapPicture:
    """A map as it is, without counts (see `with_facts`). Raises `NotFound` when it is gone."""
    return _picture(_Moment(read, None), read.record("theme_map", theme_map), read.last_step()[0])


def map_at(read: Reading, theme_map: UUID, step: int) -> MapPicture:
    """A map as it was after a step, with the names of that time. Raises `NotFound` where it was not there."""
    moment = _Moment(read, step)
    found = next((one for one in moment.all("theme_map") if one.id == theme_map), None)
    if found is None:
        raise NotFound("The map was not there after step {number}. Choose a later one.", number=step)
    return _picture(moment, found, step)


def _picture(moment: _Moment, theme_map: ThemeMap, step: int) -> MapPicture:
    nodes: list[MapNode] = moment.on("map_node", theme_map.id)
    things = _things(moment, nodes)
    relations: list[Relation] = [told(one) for one in moment.on("relation", theme_map.id)]
    shown: dict[UUID, list[UUID]] = {one.id: [] for one in relations}
    for one in moment.evidence(theme_map.id, set(shown)):
        shown[one.relation].append(one.segment)
    names = {thing.node.id: thing.label for thing in things}
    return MapPicture(
        told(theme_map),
        tuple(sorted(things, key=lambda thing: thing.kind != "group")),
        tuple(
            MapRelation(one, names.get(one.source, ""), names.get(one.target, ""), tuple(shown[one.id]))
            for one in relations
        ),
        step,
    )


def _things(moment: _Moment, nodes: Sequence[MapNode]) -> list[MapThing]:
    ids: dict[str, set[UUID]] = {}
    for node in nodes:
        ids.setdefault(node.about_kind, set()).add(node.about)
    book = moment.codebook() if "code" in ids else Codebook([])
    paths = book.paths()
    cases = {one.id: one for one in moment.of("case", ids.get("case", set()))}
    memos = {one.id: one for one in moment.of("memo", ids.get("memo", set()))}
    segments = {one.id: one for one in moment.of("segment", ids.get("segment", set()))}
    every: list[Document] = moment.all("document") if segments else []
    documents = {one.id: one for one in every}
    short = short_names(every)
    texts: dict[UUID, str] = {}
    found = []
    for node in nodes:
        if node.about in book.by_id:
            found.append(_code(node, book.by_id[node.about], paths[node.about]))
        elif node.about in cases:
            found.append(MapThing(node, "case", cases[node.about].name, color=node.color))
        elif node.about in memos:
            memo = memos[node.about]
            words = shortened(memo.text, WORDS)
            found.append(MapThing(node, "memo", memo.title, where=memo.kind, color=node.color, words=words))
        elif node.about in segments:
            segment = segments[node.about]
            if segment.document not in texts:
                texts[segment.document] = moment.read.text(documents[segment.document])
            words = texts[segment.document][segment.start : segment.end]
            label, where = shortened(words), short[segment.document]
            found.append(MapThing(node, "segment", label, where, node.color, words=shortened(words, WORDS)))
        else:
            label = shortened(node.text, LABEL) if node.about_kind == "note" else node.text
            found.append(MapThing(node, node.about_kind, label, color=node.color, words=node.text))
    return found


def _code(node: MapNode, code: Code, path: str) -> MapThing:
    theme = code.kind == "theme"
    color = node.color or code.color
    return MapThing(
        node,
        code.kind,
        code.name,
        where=path.rpartition(PATH_SEPARATOR)[0],
        color=color,
        mark="hexagon" if theme else swatch(color).mark,
        stage=(code.stage or STAGES[0]) if theme else "",
    )


def with_facts(project: "Project", picture: MapPicture, scope: Scope | None = None) -> MapPicture:
    """The picture with the counts of its codes, themes and cases within a scope (None: everything), as they are now.

    A code counts with those below it, a theme with those linked to it, too.
    """
    from ..analysis.material import case_names
    from ..analysis.voices import voices
    from .theme_facts import theme_board

    material = project.analyses.material(scope)
    coded = {thing.node.about for thing in picture.things if thing.kind in ("code", "theme")}
    spoken = case_names(material)
    with project.read() as read:
        book: Codebook = read.codebook
        links: list[ThemeCode] = read.where("theme_code")
        names = {one.id: one.name for one in read.cases()}
    known = [code for code in book.ordered if code.id in coded]
    everything = frozenset(code.id for code in book.ordered)
    below = reaches(book, links)
    *counted, whole = voices(material, [*(below[code.id] for code in known), everything])
    board = theme_board(project, scope) if any(code.kind == "theme" for code in known) else None
    facts: dict[UUID, ThingFacts] = {}
    for code, found in zip(known, counted, strict=True):
        theme = board.facts(code.id) if board is not None else None
        missing = theme.unfinished if theme is not None else ()
        facts[code.id] = ThingFacts(found.segments, sum(map(bool, found.by_case)), len(spoken), missing)
    by_case = dict(zip(spoken, whole.by_case, strict=True))
    facts.update((key, ThingFacts(by_case.get(name, 0), 1, len(spoken))) for key, name in names.items())
    return replace(picture, things=tuple(replace(thing, facts=facts.get(thing.node.about)) for thing in picture.things))


def steps_of(read: Reading, theme_map: UUID) -> list[Step]:
    """The steps that changed a map or anything on it, oldest first."""
    numbers = map_rows.steps_of_map(read, theme_map)
    found = read.steps_numbered(numbers)
    return [found[number] for number in numbers]
