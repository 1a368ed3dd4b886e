"""Things on maps: which are meant by records, ids and names, what they are called, and what room they take."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import isfinite
from typing import Any
from uuid import UUID

from ..domain.cases import Case
from ..domain.codebook import PATH_SEPARATOR, Code
from ..domain.codings import PlacedCoding, Segment
from ..domain.documents import clean
from ..domain.errors import Ambiguous, BadInput, NotFound, Refused
from ..domain.memos import Memo
from ..domain.theme_maps import (
    GROUP_EDGE,
    GROUP_HEAD,
    LONGEST_KIND,
    NODE_SUBJECTS,
    MapNode,
    Relation,
    ThemeMap,
)
from ..domain.visible import is_visible
from ..store import memo_rows
from ..store.reading import Reading
from .mentions import shortened, things
from .naming import find_code, resolve

_RECORDS: dict[str, type] = {"code": Code, "case": Case, "memo": Memo, "segment": Segment}
_FARTHEST = 1_000_000.0  # points from the middle of a map: beyond it nothing can be seen or drawn
_SMALLEST, _LARGEST = 24.0, 20_000.0


def several(given: Any) -> list[Any]:
    """One thing or many, as a list."""
    return list(given) if isinstance(given, Iterable) and not isinstance(given, (str, Mapping)) else [given]


def subjects(read: Reading, given: Iterable[Any]) -> list[tuple[str, UUID]]:
    """Kind and id of codes, cases, memos and segments given as records, ids or names, in their order.

    Raises `NotFound` or `Ambiguous`.
    """
    wanted = list(given)
    keys = [_key(thing) for thing in wanted]
    known: dict[UUID, str] = {}
    for kind in NODE_SUBJECTS:
        missing = [key for key in keys if key is not None and key not in known]
        known.update((one.id, kind) for one in (read.records(kind, missing) if missing else ()))
    found: list[tuple[str, UUID]] = []
    for thing, key in zip(wanted, keys, strict=True):
        if key is None:
            found.append(_called(read, thing))
        elif key in known:
            found.append((known[key], key))
        else:
            raise NotFound("What was to be put on the map is not in the project any more.")
    return found


def _key(thing: Any) -> UUID | None:
    if isinstance(thing, PlacedCoding):
        return thing.segment
    if isinstance(thing, UUID):
        return thing
    key = getattr(thing, "id", None)
    if key is not None:
        return UUID(str(key))
    try:
        return UUID(str(thing))
    except ValueError:
        return None


def _called(read: Reading, name: Any) -> tuple[str, UUID]:
    """A code by path or name, else a case, else the title of a memo."""
    if not isinstance(name, str):
        raise BadInput(
            "On a map stand codes, themes, cases, memos and segments, not {thing}.", thing=type(name).__name__
        )
    for kind in ("code", "case"):
        try:
            return kind, resolve(read, _RECORDS[kind], name).id
        except NotFound:
            continue
    memos = memo_rows.memos_titled(read, [name.strip()])
    if len(memos) > 1:
        raise Ambiguous("There are several memos “{name}”. Give the record or its id.", name=name)
    if not memos:
        raise NotFound("There is no code, theme, case or memo “{name}” to put on a map.", name=name)
    return "memo", memos[0].id


def labels(read: Reading, nodes: Iterable[MapNode]) -> dict[UUID, str]:
    """What nodes are called, by the node's id: the name of what they show, the words of a note, a group's name."""
    listed = list(nodes)
    found = things(read, [(node.about_kind, node.about) for node in listed if node.about_kind in NODE_SUBJECTS])
    return {node.id: found[node.about].name if node.about in found else shortened(node.text, 80) for node in listed}


def label_of(read: Reading, node: MapNode) -> str:
    """What a node is called."""
    return labels(read, [node])[node.id]


def nodes_of(read: Reading, theme_map: ThemeMap, given: Iterable[Any]) -> list[MapNode]:
    """Nodes of a map, each once, given as records, ids (of the node or of what it shows) or names.

    Raises `NotFound` or `Ambiguous`.
    """
    there: list[MapNode] = read.where("map_node", map=theme_map.id)
    by_key = {node.about: node for node in there} | {node.id: node for node in there}
    names: dict[str, list[MapNode]] | None = None
    found: dict[UUID, MapNode] = {}
    for thing in given:
        key = _key(thing)
        node = by_key.get(key) if key is not None else None
        if node is None and isinstance(thing, str):
            if names is None:
                names = _by_name(read, there)
            node = _named(read, there, names, thing)
        if node is None:
            raise NotFound(
                "“{thing}” does not stand on the map “{map}”. Put it there first.",
                thing=_say(read, thing),
                map=theme_map.name,
            )
        found[node.id] = node
    return list(found.values())


def _by_name(read: Reading, nodes: Sequence[MapNode]) -> dict[str, list[MapNode]]:
    called: dict[str, list[MapNode]] = {}
    for node in nodes:
        if node.about_kind not in NODE_SUBJECTS:
            called.setdefault(" ".join(node.text.split()).casefold(), []).append(node)
    for key, label in labels(read, nodes).items():
        of = called.setdefault(label.casefold(), [])
        of.extend(node for node in nodes if node.id == key and node not in of)
    return called


def _named(read: Reading, nodes: Sequence[MapNode], names: Mapping[str, list[MapNode]], name: str) -> MapNode | None:
    wanted = " ".join(name.split())
    if PATH_SEPARATOR.strip() in wanted:
        try:
            code = find_code(read, wanted)
        except NotFound:
            code = None
        if code is not None:
            return next((node for node in nodes if node.about == code.id), None)
    found = names.get(wanted.casefold(), [])
    if len(found) > 1:
        raise Ambiguous("Several things on the map are called “{name}”. Give the record or its id.", name=name)
    return found[0] if found else None


def _say(read: Reading, thing: Any) -> str:
    for attribute in ("name", "title"):
        if isinstance(getattr(thing, attribute, None), str):
            return str(getattr(thing, attribute))
    return label_of(read, thing) if isinstance(thing, MapNode) else str(getattr(thing, "id", thing))


def place(value: Any) -> float:
    """A coordinate in points. Raises `BadInput` for what is none."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = float("nan")
    if not isfinite(number) or abs(number) > _FARTHEST:
        raise BadInput("A place on a map is a number of points from its middle, not {value}.", value=value)
    return round(number, 2) + 0.0  # no minus zero


def length(value: Any) -> float:
    """A width or height in points. Raises `BadInput` for what is none."""
    found = place(value)
    if found <= 0:
        raise BadInput("A width and a height are more than nothing, not {value}.", value=value)
    return min(max(found, _SMALLEST), _LARGEST)


def frame(nodes: Iterable[MapNode], of: MapNode | None = None) -> tuple[float, float, float, float]:
    """Centre, width and height of a group that holds these nodes, and what it held room for."""
    boxes = [
        (
            node.x - node.size[0] / 2 - GROUP_EDGE,
            node.y - node.size[1] / 2 - GROUP_EDGE - GROUP_HEAD,
            node.x + node.size[0] / 2 + GROUP_EDGE,
            node.y + node.size[1] / 2 + GROUP_EDGE,
        )
        for node in nodes
    ]
    if of is not None:
        width, height = of.size
        boxes.append((of.x - width / 2, of.y - height / 2, of.x + width / 2, of.y + height / 2))
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    return (left + right) / 2, (top + bottom) / 2, right - left, bottom - top


def grown(group: MapNode, nodes: Sequence[MapNode]) -> MapNode:
    """A group with room for these nodes too."""
    if not nodes:
        return group
    x, y, width, height = frame(nodes, group)
    return replace(group, x=place(x), y=place(y), width=length(width), height=length(height))


def checked_kind(kind: str) -> str:
    """A kind of relation on one line. Raises `BadInput` where it says nothing or too much."""
    tidy = " ".join(clean(kind).text.split())
    if not is_visible(tidy):
        raise BadInput("A relation needs to say how the two hang together, such as: leads to.")
    if len(tidy) > LONGEST_KIND:
        raise BadInput(
            "The kind of a relation has at most {limit} characters. Put the rest into the comment.",
            limit=LONGEST_KIND,
        )
    return tidy


def same_relation(read: Reading, relation: Relation) -> Relation | None:
    """Another relation that says the same of the same two."""
    ends = (relation.source, relation.target)
    for other in read.where("relation", source=list(ends)):
        if other.id == relation.id or (other.kind, other.directed) != (relation.kind, relation.directed):
            continue
        there = (other.source, other.target)
        if there == ends or (not relation.directed and there == ends[::-1]):
            found: Relation = other
            return found
    return None


def require_single(read: Reading, relation: Relation) -> None:
    """Raises `Refused` where the two are related in just this way already."""
    if same_relation(read, relation) is not None:
        raise Refused("These two are related in this way already: {kind}.", kind=relation.kind)
