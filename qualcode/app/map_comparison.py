"""What differs between two pictures of theme maps: two moments of one, or two maps."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from .map_reading import MapPicture, MapRelation, MapThing


@dataclass(frozen=True, slots=True)
class ThingChange:
    """A thing that two pictures show differently: `moved` by more than a point, `renamed`, in another group."""

    before: MapThing
    after: MapThing
    moved: bool
    renamed: bool
    regrouped: bool


@dataclass(frozen=True, slots=True)
class MapComparison:
    """What the later of two pictures has more, less and otherwise than the earlier."""

    added: tuple[MapThing, ...]
    removed: tuple[MapThing, ...]
    changed: tuple[ThingChange, ...]
    relations_added: tuple[MapRelation, ...]
    relations_removed: tuple[MapRelation, ...]
    relations_changed: tuple[tuple[MapRelation, MapRelation], ...]

    @property
    def moved(self) -> tuple[ThingChange, ...]:
        """Things that stand elsewhere."""
        return tuple(one for one in self.changed if one.moved)

    @property
    def renamed(self) -> tuple[ThingChange, ...]:
        """Things that are called otherwise."""
        return tuple(one for one in self.changed if one.renamed)

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        parts = (self.added, self.removed, self.changed)
        return not any((*parts, self.relations_added, self.relations_removed, self.relations_changed))


def compare_maps(a: MapPicture, b: MapPicture) -> MapComparison:
    """What is otherwise in `b` than in `a`: two moments of a map, or two maps.

    Things are the same when they show the same; relations when they are the same record, else when they relate the
    same two in the same way.
    """
    old = {thing.node.about: thing for thing in a.things}
    new = {thing.node.about: thing for thing in b.things}
    of_a, of_b = a.by_id, b.by_id
    changed = []
    for key in old.keys() & new.keys():
        one, two = old[key], new[key]
        moved = max(abs(one.node.x - two.node.x), abs(one.node.y - two.node.y)) > 1
        renamed = (one.label, one.words if one.kind == "note" else "") != (
            two.label,
            two.words if two.kind == "note" else "",
        )
        groups = [
            pictured[thing.node.inside].node.about if thing.node.inside in pictured else None
            for thing, pictured in ((one, of_a), (two, of_b))
        ]
        if moved or renamed or groups[0] != groups[1]:
            changed.append(ThingChange(one, two, moved, renamed, groups[0] != groups[1]))
    pairs, gone, come = _matched(a, b)
    return MapComparison(
        tuple(thing for key, thing in new.items() if key not in old),
        tuple(thing for key, thing in old.items() if key not in new),
        tuple(sorted(changed, key=lambda one: (one.after.label.casefold(), one.after.node.about))),
        tuple(come),
        tuple(gone),
        tuple(pair for pair in pairs if _otherwise(*pair, of_a, of_b)),
    )


def _ends(one: MapRelation, pictured: dict[UUID, MapThing]) -> tuple[Any, ...]:
    ends = [pictured[key].node.about for key in (one.relation.source, one.relation.target) if key in pictured]
    if not one.relation.directed:
        ends.sort()
    return (*ends, one.relation.kind, one.relation.directed)


def _matched(
    a: MapPicture, b: MapPicture
) -> tuple[list[tuple[MapRelation, MapRelation]], list[MapRelation], list[MapRelation]]:
    """Relations of both in pairs, and those that only one has."""
    later = {one.id: one for one in b.relations}
    pairs = [(one, later[one.id]) for one in a.relations if one.id in later]
    paired = {one.id for one, _ in pairs}
    of_a, of_b = a.by_id, b.by_id
    left = {_ends(one, of_b): one for one in b.relations if one.id not in paired}
    gone = []
    for one in a.relations:
        if one.id in paired:
            continue
        twin = left.pop(_ends(one, of_a), None)
        if twin is None:
            gone.append(one)
        else:
            pairs.append((one, twin))
    return pairs, gone, list(left.values())


def _otherwise(one: MapRelation, two: MapRelation, of_a: dict[UUID, MapThing], of_b: dict[UUID, MapThing]) -> bool:
    """Whether a relation differs in its ends, kind, direction, comment or evidence."""
    return (
        _ends(one, of_a) != _ends(two, of_b)
        or one.relation.comment != two.relation.comment
        or set(one.evidence) != set(two.evidence)
    )
