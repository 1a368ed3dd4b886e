"""What one movement of the hand does to several things of a map at once: moved into groups and out, taken off."""

from collections.abc import Mapping, Sequence
from typing import Any

from ..domain.theme_maps import MapNode, ThemeMap
from ..store.work import Work
from .action import action
from .map_things import label_of, nodes_of, several, subjects
from .mentions import things as things_called
from .theme_maps import add_map, add_nodes, move_nodes, put_in_group, remove_nodes, remove_relation, take_out


@action("Move {number} things on “{theme_map.name}”")
def lay_down(
    work: Work, theme_map: ThemeMap, places: Mapping[Any, tuple[float, float]], groups: Mapping[Any, Any]
) -> list[MapNode]:
    """Move nodes to these centres, and each of `groups` into the group named for it, or out of its own (None)."""
    moved = move_nodes.within(work, theme_map, places)
    freed = [node for node, group in groups.items() if group is None]
    if freed:
        take_out.within(work, theme_map, freed)
    for group in dict.fromkeys(group for group in groups.values() if group is not None):
        put_in_group.within(work, group, [node for node, into in groups.items() if into == group])
    found = nodes_of(work.read, theme_map, places)
    work.say("Move {number} things on “{theme_map.name}”", number=len(found))
    if len(found) == 1:
        work.say("Move “{thing}” on “{theme_map.name}”", thing=label_of(work.read, found[0]))
    return moved


@action("Take {number} things off “{theme_map.name}”")
def clear_away(work: Work, theme_map: ThemeMap, nodes: Any, relations: Any) -> None:
    """Take nodes with their relations off a map, and single relations (each one or many), in one step."""
    going, single = several(nodes), several(relations)
    for relation in single:
        remove_relation.within(work, relation)
    if going:
        remove_nodes.within(work, theme_map, going)
    elif len(single) == 1:
        work.say("Remove the relation of “{source}” to “{target}” on “{map}”: {kind}")
    else:
        work.say("Remove {number} relations from “{theme_map.name}”", number=len(single))


@action("Make the map “{name}” of {number} things")
def start_map(work: Work, things: Any, name: str = "") -> ThemeMap:
    """Make a map of codes, themes, cases, memos or segments (one or many), called as the first without a `name`."""
    found = several(things)
    if not name:
        name = _free(work, _called(work, found))
    made = add_map.within(work, name)
    add_nodes.within(work, made, found)
    work.say("Make the map “{name}” of {number} things", name=made.name, number=len(found))
    if len(found) == 1:
        work.say("Make the map “{name}” of “{thing}”")
    return made


def _called(work: Work, found: Sequence[Any]) -> str:
    first = subjects(work.read, found[:1])
    named = things_called(work.read, first)
    return named[first[0][1]].name if first else ""


def _free(work: Work, name: str) -> str:
    """The name, with a number behind it where a map has it already."""
    taken = {one.name for one in work.read.where("theme_map")}
    return next(one for one in (name, *(f"{name} {number}" for number in range(2, len(taken) + 3))) if one not in taken)
