"""What stands on a code, a case, a segment, a document or a memo besides codings: memos and their links, evidence,
codes of themes, places on maps with their relations. What becomes of it when the thing goes or becomes another one."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from ..domain.ids import new_id
from ..domain.reviews import SUGGESTIONS
from ..domain.theme_maps import NODE_HEIGHT, NODE_WIDTH, MapNode, Relation
from ..domain.themes import Evidence, reach
from ..store.records import REFERENCES
from ..store.work import Work
from .acting import coder_of
from .map_things import labels, same_relation
from .memo_links import carry_memos, drop_memos
from .summaries_standing import PAIRS as _SUMMARY_PAIRS
from .summaries_standing import carry_summaries, drop_summaries

# kinds whose rows are one for each pair of these columns
_PAIRS = {
    "theme_code": ("theme", "code"),
    "evidence": ("theme", "segment"),
    "relation_evidence": ("relation", "segment"),
    "map_node": ("map", "about"),
    **_SUMMARY_PAIRS,
}
_NOTE_SIGNS, _HIGHEST_NOTE = 34, 320.0  # signs on a line of a note of that width, and how high it becomes
KINDS_STANDING = ("theme_code", "evidence", "map_node", "relation", "relation_evidence", *_SUMMARY_PAIRS)


def drop_standing(work: Work, subjects: Iterable[UUID]) -> None:
    """Things go: what stands on them goes with them."""
    gone = list(subjects)
    memos = [memo.id for memo in work.read.memos_about(gone)]
    drop_nodes(work, work.read.where("map_node", about=[*gone, *memos]))
    for kind in ("theme_code", "evidence", "relation_evidence"):
        found = {row.id: row for column in _PAIRS[kind] for row in work.read.where(kind, **{column: gone})}
        work.remove(found.values())
    drop_summaries(work, gone)
    drop_memos(work, gone)


def drop_nodes(work: Work, nodes: Iterable[MapNode]) -> None:
    """Nodes go from their maps: their relations go with them, and what stood in a group stays where it is."""
    going = {node.id: node for node in nodes}
    ends = [work.read.where("relation", **{end: list(going)}) for end in ("source", "target")]
    relations = {relation.id: relation for found in ends for relation in found}
    work.remove(work.read.where("relation_evidence", relation=list(relations)))
    work.remove(relations.values())
    freed = [node for node in work.read.where("map_node", inside=list(going)) if node.id not in going]
    work.replace([replace(node, inside=None) for node in freed])
    work.remove(going.values())


def drop_segments(work: Work, segments: Iterable[UUID]) -> None:
    """Segments go with their codings, their links and all that stands on them."""
    gone = list(segments)
    work.remove(work.read.where("coding", segment=gone))
    drop_standing(work, gone)
    work.remove(work.read.links(gone))
    work.remove(work.read.records("segment", gone))


def drop_bare(work: Work) -> None:
    """At the end of a step those segments go from which it took the last coding, evidence and place on a map: nobody
    would see them any more. What stands on them goes with them, which may lay bare others."""
    while freed := work.freed_segments():
        bare = work.read.bare_segments(freed)
        if bare:
            drop_segments(work, bare)


def carry_standing(work: Work, source: UUID, target: UUID) -> None:
    """One thing becomes another of its kind: what stood on it stands on that one, once."""
    for node in work.read.where("map_node", about=source):
        twins = work.read.where("map_node", map=node.map, about=target)
        if twins:
            _join_nodes(work, node, twins[0])
        else:
            work.replace(replace(node, about=target))
    _carry(work, "theme_code", "theme", source, target)
    _carry(work, "theme_code", "code", source, target)
    _carry(work, "evidence", "theme", source, target)
    _carry(work, "evidence", "segment", source, target)
    _carry(work, "relation_evidence", "segment", source, target)
    carry_summaries(work, source, target)
    # what was suggested about the one that goes would be done to the other one: it stays with what is gone
    notes = [note for note in work.read.where("review_note", about=source) if note.kind not in SUGGESTIONS]
    work.replace([replace(note, about=target) for note in notes])
    carry_memos(work, source, target)


def _join_nodes(work: Work, node: MapNode, into: MapNode) -> None:
    """Two places of one map become one: relations lead to the one that stays, none from it to itself."""
    for end, other in (("source", "target"), ("target", "source")):
        for relation in work.read.where("relation", **{end: node.id}):
            if getattr(relation, other) in (into.id, node.id):
                _keep_between(work, relation, into)
                work.remove(work.read.where("relation_evidence", relation=relation.id))
                work.remove(relation)
                continue
            moved = replace(relation, **{end: into.id})
            twin = same_relation(work.read, moved)
            if twin is None:
                work.replace(moved)
            else:
                _join_relations(work, relation, twin)
    work.remove(node)


def _join_relations(work: Work, relation: Relation, twin: Relation) -> None:
    """Two that say the same become `twin`, with what was said of both and all that shows them."""
    there = {one.segment for one in work.read.where("relation_evidence", relation=twin.id)}
    for one in work.read.where("relation_evidence", relation=relation.id):
        if one.segment in there:
            work.remove(one)
        else:
            work.replace(replace(one, relation=twin.id))
    comment = both_comments(twin.comment, relation.comment)
    if comment != twin.comment:
        work.replace(replace(twin, comment=comment))
    work.remove(relation)


def _keep_between(work: Work, relation: Relation, into: MapNode) -> None:
    """What somebody said of a relation between two that become one stays on the map as a note beside that one, and the
    passages that showed it stay there, too; what was counted of one that was generated is counted anew."""
    shown = work.read.where("relation_evidence", relation=relation.id)
    if not relation.comment and (relation.basis or not shown):
        return
    from ..analysis.map_layouts import free_places

    there: list[MapNode] = work.read.where("map_node", map=into.map)
    called = labels(work.read, [one for one in there if one.id in (relation.source, relation.target)])
    ends = f"{called[relation.source]} {'→' if relation.directed else '–'} {called[relation.target]}"
    text = "\n".join(filter(None, (f"{ends}: {relation.kind}", relation.comment)))
    known = {one.about for one in there}
    passages = [one.segment for one in shown if one.segment not in known and not relation.basis]
    boxes = [(one.x, one.y, *one.size) for one in there]
    spots = free_places(boxes, 1 + len(passages), (into.x, into.y))
    coder, key = coder_of(work).id, new_id()
    rows = sum(1 + len(line) // _NOTE_SIGNS for line in text.splitlines())
    high = min(max(NODE_HEIGHT, 18.0 * rows + 24), _HIGHEST_NOTE)
    work.add(MapNode(key, into.map, "note", key, *spots[0], text, "", coder, work.time, width=NODE_WIDTH, height=high))
    work.add(
        MapNode(new_id(), into.map, "segment", segment, *spot, "", "", coder, work.time)
        for segment, spot in zip(passages, spots[1:], strict=True)
    )
    work.also("what was said of the relation between them stays on the map")


def _carry(work: Work, kind: str, column: str, source: UUID, target: UUID) -> None:
    """Rows of `source` become those of `target`; where it has one for the same thing, only what is said is kept."""
    other = next(name for name in _PAIRS[kind] if name != column)
    there = {getattr(row, other): row for row in work.read.where(kind, **{column: target})}
    for row in work.read.where(kind, **{column: source}):
        twin = there.get(getattr(row, other))
        if twin is None and getattr(row, other) != target:
            work.replace(replace(row, **{column: target}))
            continue
        if twin is not None and kind == "evidence":
            _join_evidence(work, row, twin)
        work.remove(row)


def _join_evidence(work: Work, row: Evidence, twin: Evidence) -> None:
    """A passage is evidence of a theme once: it stays on the side of `twin`, whose comment says what `row` said."""
    said = row.comment
    if row.side != twin.side:
        theme = "" if row.theme == twin.theme else f" ({work.read.codebook.label(row.theme)})"
        said = f"{row.side}{theme}: {said}" if said else f"{row.side}{theme}"
        count = int(work.values.get("sides", "0")) + 1
        work.also("{sides} passages were evidence for and against, see the comments", sides=count)
    comment = both_comments(twin.comment, said)
    if comment != twin.comment:
        work.replace(replace(twin, comment=comment))


def both_comments(one: str, other: str) -> str:
    """Two comments on what becomes one thing; what both say in the same lines stands there once."""
    if not other or f"\n{other}\n" in f"\n{one}\n":
        return one
    return f"{one}\n{other}" if one else other


def stands_on(work: Work, key: UUID) -> bool:
    """Whether evidence, a theme or a map holds this thing."""
    columns = [(kind, column) for kind, pair in _PAIRS.items() for column in pair]
    return any(work.read.where(kind, **{column: key}) for kind, column in columns)


def standing_back(work: Work, changes: Mapping[str, Iterable[tuple[UUID, Any | None, Any | None]]]) -> None:
    """What a step carried elsewhere or took away stands where it stood, if that is there and nothing else is."""
    for kind in KINDS_STANDING:
        for key, before, after in changes[kind]:
            now = work.read.by_id(kind, key)
            if before is None and kind == "map_node" and now is not None and now == after:
                drop_nodes(work, [now])  # what it kept of a relation that stands again
            if before is None or now != after or not _may_stand(work, kind, before):
                continue
            if now is None:
                work.add(before)
            else:
                work.replace(before)


def _may_stand(work: Work, kind: str, row: Any) -> bool:
    """Whether all that a row refers to is there, and no other row in its place."""
    for reference in REFERENCES:
        key = getattr(row, reference.column) if reference.child == kind else None
        if key is not None and work.read.by_id(reference.parent, key) is None:
            return False
    if kind == "map_node" and row.about != row.id and work.read.by_id(row.about_kind, row.about) is None:
        return False
    if kind == "theme_code" and row.theme in reach(work.read.codebook, work.read.where(kind), row.code):
        return False
    pair = _PAIRS.get(kind)
    twins = work.read.where(kind, **{column: getattr(row, column) for column in pair}) if pair else []
    return all(twin.id == row.id for twin in twins)
