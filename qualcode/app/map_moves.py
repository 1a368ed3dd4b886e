"""Things of a map put elsewhere by hand: into a group and out of one with the same step that moves them."""

from collections.abc import Mapping
from typing import Any

from ..domain.theme_maps import MapNode, ThemeMap
from ..store.work import Work
from .action import action
from .map_things import label_of, nodes_of
from .theme_maps import move_nodes, put_in_group, take_out


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
