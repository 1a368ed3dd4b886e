"""Relations of a theme map: typed, directed or not, several between two things, each with its evidence."""

from dataclasses import replace
from typing import Any

from ..domain.codings import Segment
from ..domain.documents import clean
from ..domain.errors import Refused
from ..domain.ids import new_id
from ..domain.theme_maps import Relation, RelationEvidence, ThemeMap
from ..store.work import Work
from .acting import coder_of
from .action import action
from .map_things import checked_kind, label_of, nodes_of, require_single, several
from .naming import resolve_many

UNDIRECTED = ("co-occurs with",)  # kinds that lead nowhere unless one says so


@action("Relate “{source}” to “{target}” on “{theme_map.name}”: {kind}")
def relate(
    work: Work,
    theme_map: ThemeMap,
    source: Any,
    target: Any,
    kind: str,
    comment: str = "",
    directed: bool | None = None,
) -> Relation:
    """Relate two things of a map; `kind` is one of `domain.theme_maps.RELATION_KINDS` or your own words.

    `directed` None: all lead from `source` to `target` but “co-occurs with”. There may be several relations between
    two; raises `Refused` for the same one twice, and for one from a thing to itself.
    """
    kind = checked_kind(kind)
    one, other = (nodes_of(work.read, theme_map, [end])[0] for end in (source, target))
    work.say(kind=kind, source=label_of(work.read, one), target=label_of(work.read, other))
    if one.id == other.id:
        raise Refused("A thing cannot be related to itself. Choose another one.")
    leads = kind not in UNDIRECTED if directed is None else bool(directed)
    made = Relation(
        new_id(),
        theme_map.id,
        one.id,
        other.id,
        kind,
        int(leads),
        clean(comment).text.strip(),
        "",
        coder_of(work).id,
        work.time,
    )
    require_single(work.read, made)
    work.add(made)
    return made


@action("Change the relation of “{source}” to “{target}” on “{map}”: {kind}")
def change_relation(
    work: Work, relation: Relation, kind: str | None = None, comment: str | None = None, directed: bool | None = None
) -> Relation:
    """Give a relation another kind, comment or direction; None leaves what is there."""
    changed = replace(
        relation,
        kind=relation.kind if kind is None else checked_kind(kind),
        comment=relation.comment if comment is None else clean(comment).text.strip(),
        directed=relation.directed if directed is None else int(bool(directed)),
    )
    _say_relation(work, changed)
    require_single(work.read, changed)
    work.replace(changed)
    return changed


@action("Turn the relation round on “{map}”: “{source}” {kind} “{target}”")
def turn_round(work: Work, relation: Relation) -> Relation:
    """Let a relation lead the other way: its target becomes its source."""
    turned = replace(relation, source=relation.target, target=relation.source)
    _say_relation(work, turned)
    require_single(work.read, turned)
    work.replace(turned)
    return turned


@action("Remove the relation of “{source}” to “{target}” on “{map}”: {kind}")
def remove_relation(work: Work, relation: Relation) -> Relation:
    """Take a relation away with its evidence; what it related stays on the map."""
    _say_relation(work, relation)
    work.remove(work.read.where("relation_evidence", relation=relation.id))
    work.remove(relation)
    return relation


@action("Show “{source}” {kind} “{target}” on “{map}” by {number} passages")
def add_relation_evidence(work: Work, relation: Relation, segments: Any) -> list[RelationEvidence]:
    """Let segments (one or many) show a relation; those that do so already are left as they are."""
    found = resolve_many(work.read, Segment, several(segments))
    _say_relation(work, relation)
    there = {one.segment for one in work.read.where("relation_evidence", relation=relation.id)}
    coder = coder_of(work).id
    made = [
        RelationEvidence(new_id(), relation.id, segment.id, coder, work.time)
        for segment in found
        if segment.id not in there
    ]
    work.say(number=len(made))
    if len(made) == 1:
        work.say("Show “{source}” {kind} “{target}” on “{map}” by a passage")
    work.add(made)
    return made


@action("Take {number} passages from “{source}” {kind} “{target}” on “{map}”")
def remove_relation_evidence(work: Work, relation: Relation, segments: Any) -> Relation:
    """Let segments (one or many) show a relation no more."""
    keys = {segment.id for segment in resolve_many(work.read, Segment, several(segments))}
    _say_relation(work, relation)
    gone = [one for one in work.read.where("relation_evidence", relation=relation.id) if one.segment in keys]
    work.say(number=len(gone))
    if len(gone) == 1:
        work.say("Take a passage from “{source}” {kind} “{target}” on “{map}”")
    work.remove(gone)
    return relation


def _say_relation(work: Work, relation: Relation) -> None:
    ends = [work.read.record("map_node", key) for key in (relation.source, relation.target)]
    theme_map = work.read.record("theme_map", relation.map)
    source, target = (label_of(work.read, end) for end in ends)
    work.say(source=source, target=target, kind=relation.kind, map=theme_map.name)
