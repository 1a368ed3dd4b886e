"""The states a map has had: read one by one and kept, and what differs between two of them, as one picture."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import QObject

from ...app.map_comparison import MapComparison, compare_maps
from ...app.map_reading import MapPicture, MapRelation, MapThing, map_at, map_picture, steps_of
from ...domain.errors import NotFound
from ...domain.history import Step
from ...store.reading import Reading
from ..bridge import Bridge
from .scene import ADDED, CHANGED, REMOVED

NOW = -1  # instead of a step's number: the present state


@dataclass(frozen=True, slots=True)
class Difference:
    """One line of the list: what became of what; `key` what to show on the canvas."""

    mark: str
    key: UUID
    what: str  # thing, moved, renamed, regrouped or relation
    name: str
    before: str = ""


class MapPast(QObject):
    """States of one map by the numbers of their steps. Past ones are kept; the present is read each time."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._map: UUID | None = None
        self._kept: dict[int, MapPicture | None] = {}

    def show(self, key: UUID, then: Callable[[list[Step]], object]) -> None:
        """Turn to a map; `then` gets the steps that changed it, oldest first."""
        if key != self._map:
            self._kept.clear()
        self._map = key
        self._bridge.ask(lambda read: steps_of(read, key), then)

    def states(self, wanted: Sequence[int], then: Callable[[list[MapPicture | None]], object]) -> None:
        """Read the states after these steps; None where the map was not there."""
        key = self._map
        missing = [number for number in wanted if number not in self._kept]
        if key is None:
            return
        if not missing:
            then([self._kept[number] for number in wanted])
            return

        def question(read: Reading) -> dict[int, MapPicture | None]:
            found: dict[int, MapPicture | None] = {}
            for number in missing:
                try:
                    found[number] = map_picture(read, key) if number == NOW else map_at(read, key, number)
                except NotFound:
                    found[number] = None
            return found

        def got(found: dict[int, MapPicture | None]) -> None:
            if key == self._map:
                self._kept.update((number, one) for number, one in found.items() if number != NOW)
                known = {**self._kept, **found}
                then([known.get(number) for number in wanted])

        self._bridge.ask_soon("map state", question, got)


def merged(old: MapPicture, new: MapPicture, found: MapComparison) -> tuple[MapPicture, dict[UUID, str]]:
    """Both states as one picture: the newer one with what went, and what a comparison says of each."""
    marks: dict[UUID, str] = {}
    marks.update((thing.id, ADDED) for thing in found.added)
    marks.update((thing.id, REMOVED) for thing in found.removed)
    marks.update((one.after.id, CHANGED) for one in found.changed)
    marks.update((one.id, ADDED) for one in found.relations_added)
    marks.update((one.id, REMOVED) for one in found.relations_removed)
    marks.update((two.id, CHANGED) for _, two in found.relations_changed)
    # what went away and came back is another row for the same thing
    present = {thing.node.about: thing.id for thing in new.things}
    same = {thing.id: present[thing.node.about] for thing in old.things if thing.node.about in present}
    gone = [_loose(thing, present) for thing in found.removed]
    lost = [_between(one, same) for one in found.relations_removed]
    return replace(new, things=(*new.things, *gone), relations=(*new.relations, *lost)), marks


def _loose(thing: MapThing, present: dict[UUID, UUID]) -> MapThing:
    inside = thing.node.inside
    if inside is None or inside in present.values():
        return thing
    return replace(thing, node=replace(thing.node, inside=None))


def _between(one: MapRelation, same: dict[UUID, UUID]) -> MapRelation:
    relation = one.relation
    source, target = same.get(relation.source, relation.source), same.get(relation.target, relation.target)
    return replace(one, relation=replace(relation, source=source, target=target))


def differences(found: MapComparison) -> list[Difference]:
    """What differs, as lines: what came, what went, what is otherwise."""
    lines = [Difference(ADDED, thing.id, "thing", thing.label) for thing in found.added]
    lines += [Difference(ADDED, one.id, "relation", _told(one)) for one in found.relations_added]
    lines += [Difference(REMOVED, thing.id, "thing", thing.label) for thing in found.removed]
    lines += [Difference(REMOVED, one.id, "relation", _told(one)) for one in found.relations_removed]
    for change in found.changed:
        for so, what in ((change.renamed, "renamed"), (change.moved, "moved"), (change.regrouped, "regrouped")):
            if so:
                lines.append(Difference(CHANGED, change.after.id, what, change.after.label, change.before.label))
    lines += [Difference(CHANGED, two.id, "relation", _told(two), _told(one)) for one, two in found.relations_changed]
    return lines


def _told(one: MapRelation) -> str:
    from .wording import kind_name

    arrow = "→" if one.relation.directed else "–"
    return f"{one.source} – {kind_name(one.relation.kind)} {arrow} {one.target}"


def compared(old: MapPicture, new: MapPicture) -> tuple[MapPicture, dict[UUID, str], list[Difference]]:
    """Two states as one picture, its marks and its lines."""
    found = compare_maps(old, new)
    picture, marks = merged(old, new, found)
    return picture, marks, differences(found)
