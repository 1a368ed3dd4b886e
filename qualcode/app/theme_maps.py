"""Theme maps: maps, what stands on them, and the typed relations between, each with its evidence.

A node holds the id of what it shows, so that a code has one name everywhere. Where a node is asked for, its record,
its id, the id, record or name of what it shows will do; places are centres in points, right and down from the middle.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from ..domain.codebook import clean_name
from ..domain.documents import clean
from ..domain.errors import BadInput, Refused
from ..domain.ids import new_id
from ..domain.theme_maps import (
    LAYOUTS,
    NODE_SUBJECTS,
    NOTE_HEIGHT,
    NOTE_WIDTH,
    SIZES,
    MapNode,
    ThemeMap,
)
from ..domain.visible import is_visible
from ..store.work import Work
from .acting import coder_of
from .action import action
from .map_things import (
    frame,
    grown,
    label_of,
    length,
    nodes_of,
    place,
    several,
    subjects,
)
from .mentions import shortened
from .relations import (
    add_relation_evidence,
    change_relation,
    relate,
    remove_relation,
    remove_relation_evidence,
    turn_round,
)
from .standing import drop_nodes

__all__ = [
    "add_group",
    "add_map",
    "add_nodes",
    "add_note",
    "add_relation_evidence",
    "arrange",
    "change_relation",
    "edit_note",
    "move_map",
    "move_nodes",
    "put_in_group",
    "recolor_nodes",
    "relate",
    "remove_map",
    "remove_nodes",
    "remove_relation",
    "remove_relation_evidence",
    "rename_group",
    "rename_map",
    "resize_node",
    "size_boxes",
    "take_out",
    "turn_round",
]

FIRST_SEED = 20
_LONGEST_NOTE = 2_000  # characters


# ── maps ──────────────────────────────────────────────────────────────────────────────────────────────────────
@action("Make the map “{name}”")
def add_map(work: Work, name: str, basis: str = "") -> ThemeMap:
    """Make an empty map, last among the maps; `basis` says what it is made from, where it is not drawn by hand."""
    name = _free_name(work, name)
    work.say(name=name)
    position = max((one.position for one in work.read.where("theme_map")), default=-1) + 1
    made = ThemeMap(new_id(), name, "free", FIRST_SEED, position, basis, coder_of(work).id, work.time)
    work.add(made)
    return made


@action("Rename the map “{theme_map.name}” to “{name}”")
def rename_map(work: Work, theme_map: ThemeMap, name: str) -> ThemeMap:
    """Give a map another name."""
    renamed = replace(theme_map, name=_free_name(work, name, theme_map.id))
    work.say(name=renamed.name)
    work.replace(renamed)
    return renamed


@action("Remove the map “{theme_map.name}”")
def remove_map(work: Work, theme_map: ThemeMap) -> ThemeMap:
    """Take a map away with its relations, notes and groups; codes, themes, cases and memos stay in the project."""
    drop_nodes(work, work.read.where("map_node", map=theme_map.id))
    work.remove(theme_map)
    return theme_map


@action("Put the map “{theme_map.name}” elsewhere among the maps")
def move_map(work: Work, theme_map: ThemeMap, position: int) -> ThemeMap:
    """Let a map stand as number `position` (from 0) among the maps."""
    rest = [one for one in work.read.where("theme_map") if one.id != theme_map.id]
    at = max(0, min(position, len(rest)))
    ordered = [*rest[:at], theme_map, *rest[at:]]
    work.replace([replace(one, position=number) for number, one in enumerate(ordered)])
    return theme_map


# ── what stands on a map ──────────────────────────────────────────────────────────────────────────────────────
@action("Put {number} things on “{theme_map.name}”")
def add_nodes(
    work: Work, theme_map: ThemeMap, things: Any, places: Sequence[tuple[float, float]] | None = None
) -> list[MapNode]:
    """Put codes, themes, cases, memos or segments (one or many) on a map and answer their nodes, in order.

    What stands there already stays where it is. Without `places` they come where there is room.
    """
    wanted = subjects(work.read, several(things))
    given = None if places is None else list(places)
    if given is not None and len(given) != len(wanted):
        raise BadInput("There are {things} things and {places} places for them.", things=len(wanted), places=len(given))
    there: list[MapNode] = work.read.where("map_node", map=theme_map.id)
    known = {node.about: node for node in there}
    fresh = list(dict.fromkeys(pair for pair in wanted if pair[1] not in known))
    if given is None:
        given = _room_for(there, len(fresh))
        spots = {key: spot for (_, key), spot in zip(fresh, given, strict=True)}
    else:
        spots = {key: spot for (_, key), spot in reversed(list(zip(wanted, given, strict=True)))}
    coder = coder_of(work).id
    made = [
        MapNode(new_id(), theme_map.id, kind, key, place(spots[key][0]), place(spots[key][1]), "", "", coder, work.time)
        for kind, key in fresh
    ]
    work.add(made)
    if _counted(work, made) == 1:
        work.say("Put “{thing}” on “{theme_map.name}”")
    known.update((node.about, node) for node in made)
    return [known[key] for _, key in wanted]


@action("Write a note on “{theme_map.name}”: {text}")
def add_note(
    work: Work,
    theme_map: ThemeMap,
    text: str,
    x: float | None = None,
    y: float | None = None,
    width: float = NOTE_WIDTH,
    height: float = NOTE_HEIGHT,
) -> MapNode:
    """Put a note on a map; without a place where there is room."""
    words = _note_text(text)
    if x is None or y is None:
        x, y = _room_for(work.read.where("map_node", map=theme_map.id), 1)[0]
    return _add_own(work, theme_map, "note", words, (x, y, width, height))


@action("Make the group “{name}” on “{theme_map.name}”")
def add_group(
    work: Work,
    theme_map: ThemeMap,
    name: str,
    nodes: Any = (),
    rectangle: tuple[float, float, float, float] | None = None,
) -> MapNode:
    """Make a group of nodes; `rectangle` is its centre, width and height, else it goes round the nodes.

    Groups do not stand in groups; a node of another group changes to this one.
    """
    name = clean_name(name, "group")
    work.say(name=name)
    members = nodes_of(work.read, theme_map, several(nodes))
    _require_no_group(members)
    if rectangle is None:
        rectangle = frame(members) if members else (*_room_for(_there(work, theme_map), 1)[0], 320.0, 200.0)
    made = _add_own(work, theme_map, "group", name, rectangle)
    work.replace([replace(node, inside=made.id) for node in members])
    return made


@action("Change a note: {text}")
def edit_note(work: Work, node: MapNode, text: str) -> MapNode:
    """Write another text into a note."""
    if node.about_kind != "note":
        raise Refused("Only the text of a note is written on the map. Rename what is shown where it stands.")
    changed = replace(node, text=_note_text(text))
    work.replace(changed)
    work.say(text=shortened(changed.text))
    return changed


@action("Rename the group “{node.text}” to “{name}”")
def rename_group(work: Work, node: MapNode, name: str) -> MapNode:
    """Give a group of a map another name."""
    if node.about_kind != "group":
        raise Refused("Only a group is named on the map. Rename what is shown where it stands.")
    changed = replace(node, text=clean_name(name, "group"))
    work.replace(changed)
    work.say(name=changed.text)
    return changed


@action("Colour {number} things on “{theme_map.name}”")
def recolor_nodes(work: Work, theme_map: ThemeMap, nodes: Any, color: str = "") -> list[MapNode]:
    """Give nodes (one or many) a colour `#RRGGBB` of their own on this map; "" is that of what they show."""
    if color and not _is_color(color):
        raise BadInput("“{color}” is not a colour; write it as #2067DA.", color=color)
    found = nodes_of(work.read, theme_map, several(nodes))
    changed = [replace(node, color=color.upper()) for node in found]
    work.replace(changed)
    if _counted(work, found) == 1:
        work.say("Colour “{thing}” on “{theme_map.name}”")
    return changed


@action("Move {number} things on “{theme_map.name}”")
def move_nodes(work: Work, theme_map: ThemeMap, places: Mapping[Any, tuple[float, float]]) -> list[MapNode]:
    """Move nodes to these centres in one step; what stands in a moved group moves along, unless it is named too."""
    keys = list(places)
    found = nodes_of(work.read, theme_map, keys)
    if len(found) != len(keys):
        raise BadInput("The same thing was to be moved to two places.")
    moved = {
        node.id: replace(node, x=place(places[key][0]), y=place(places[key][1]))
        for node, key in zip(found, keys, strict=True)
    }
    for group in [node for node in found if node.about_kind == "group"]:
        right, down = moved[group.id].x - group.x, moved[group.id].y - group.y
        for node in work.read.where("map_node", inside=group.id):
            moved.setdefault(node.id, replace(node, x=place(node.x + right), y=place(node.y + down)))
    work.replace(moved.values())
    if theme_map.layout != "free":
        work.replace(replace(theme_map, layout="free"))
    if _counted(work, found) == 1:
        work.say("Move “{thing}” on “{theme_map.name}”")
    return list(moved.values())


@action("Resize “{thing}” on “{map}”")
def resize_node(
    work: Work, node: MapNode, width: float, height: float, x: float | None = None, y: float | None = None
) -> MapNode:
    """Give a note or a group another width and height, about its centre or a new one."""
    if node.about_kind in NODE_SUBJECTS:
        raise Refused("Only notes and groups have a size of their own.")
    theme_map = work.read.record("theme_map", node.map)
    work.say(thing=label_of(work.read, node), map=theme_map.name)
    changed = replace(
        node,
        x=node.x if x is None else place(x),
        y=node.y if y is None else place(y),
        width=length(width),
        height=length(height),
    )
    work.replace(changed)
    return changed


@action("Put {number} things into the group “{group.text}”")
def put_in_group(work: Work, group: MapNode, nodes: Any) -> MapNode:
    """Put nodes (one or many) into a group of their map, which grows round them where they stand."""
    if group.about_kind != "group":
        raise Refused("Things are put into a group only, and this is none.")
    theme_map = work.read.record("theme_map", group.map)
    found = nodes_of(work.read, theme_map, several(nodes))
    _require_no_group(found)
    work.replace([replace(node, inside=group.id) for node in found])
    larger = grown(group, found)
    work.replace(larger)
    if _counted(work, found) == 1:
        work.say("Put “{thing}” into the group “{group.text}”")
    return larger


@action("Take {number} things out of their group on “{theme_map.name}”")
def take_out(work: Work, theme_map: ThemeMap, nodes: Any) -> list[MapNode]:
    """Take nodes (one or many) out of the group they are in; they stay where they stand."""
    found = [node for node in nodes_of(work.read, theme_map, several(nodes)) if node.inside is not None]
    freed = [replace(node, inside=None) for node in found]
    work.replace(freed)
    if _counted(work, found) == 1:
        work.say("Take “{thing}” out of its group on “{theme_map.name}”")
    return freed


@action("Take {number} things off “{theme_map.name}”")
def remove_nodes(work: Work, theme_map: ThemeMap, nodes: Any) -> list[MapNode]:
    """Take nodes (one or many) off a map with their relations; what they show stays in the project."""
    found = nodes_of(work.read, theme_map, several(nodes))
    if _counted(work, found) == 1:
        work.say("Take “{thing}” off “{theme_map.name}”")
    drop_nodes(work, found)
    return found


# as they are called where they are chosen
_LAYOUTS = {
    "free": "free, by hand",
    "force": "related ones near",
    "hierarchical": "in levels",
    "radial": "in rings",
}


@action("Arrange “{theme_map.name}”: {layout}")
def arrange(work: Work, theme_map: ThemeMap, layout: str, seed: int | None = None) -> ThemeMap:
    """Compute the places of all nodes: `layout` is force, hierarchical or radial; free leaves them as they are.

    It begins with the places there are, so that a small change moves little; a `seed` begins anew, and the same seed
    gives the same picture.
    """
    from .map_arranging import arranged

    if layout not in LAYOUTS:
        raise BadInput(
            "There is no layout “{layout}”. Choose one of {layouts}.", layout=layout, layouts=", ".join(LAYOUTS)
        )
    changed = replace(theme_map, layout=layout, seed=theme_map.seed if seed is None else int(seed))
    nodes = work.read.where("map_node", map=theme_map.id)
    if layout != "free" and nodes:
        relations = work.read.where("relation", map=theme_map.id)
        work.replace(arranged(nodes, relations, layout, changed.seed, anew=seed is not None))
    work.replace(changed)
    work.say(layout=_LAYOUTS[layout])
    return changed


@action("Size the boxes of “{theme_map.name}” alike")
def size_boxes(work: Work, theme_map: ThemeMap, by: str = "same") -> ThemeMap:
    """Keep with a map what its boxes of themes and codes are as large as: one of `domain.theme_maps.SIZES`, alike,
    their segments or their cases."""
    if by not in SIZES:
        raise BadInput("Boxes on a map are sized by one of {sizes}, not by “{size}”.", sizes=", ".join(SIZES), size=by)
    changed = replace(theme_map, size_by=None if by == SIZES[0] else by)
    work.replace(changed)
    if by == "segments":
        work.say("Size the boxes of “{theme_map.name}” by segments")
    elif by == "cases":
        work.say("Size the boxes of “{theme_map.name}” by cases")
    return changed


# ── what they share ───────────────────────────────────────────────────────────────────────────────────────────
def _free_name(work: Work, name: str, own: UUID | None = None) -> str:
    name = clean_name(name, "map")
    if any(one.name == name and one.id != own for one in work.read.where("theme_map")):
        raise Refused("There is a map “{name}” already. Choose another name.", name=name)
    return name


def _there(work: Work, theme_map: ThemeMap) -> list[MapNode]:
    found: list[MapNode] = work.read.where("map_node", map=theme_map.id)
    return found


def _room_for(there: Sequence[MapNode], count: int) -> list[tuple[float, float]]:
    from ..analysis.map_layouts import free_places

    return free_places([(node.x, node.y, *node.size) for node in there], count)


def _add_own(
    work: Work, theme_map: ThemeMap, kind: str, text: str, rectangle: tuple[float, float, float, float]
) -> MapNode:
    """A note or a group: it shows itself."""
    x, y, width, height = rectangle
    key, coder = new_id(), coder_of(work).id
    made = MapNode(
        key,
        theme_map.id,
        kind,
        key,
        place(x),
        place(y),
        text,
        "",
        coder,
        work.time,
        width=length(width),
        height=length(height),
    )
    work.add(made)
    if kind == "note":
        work.say(text=shortened(text))
    return made


def _note_text(text: str) -> str:
    words = clean(text).text.strip()
    if not is_visible(words):
        raise BadInput("A note needs some text.")
    if len(words) > _LONGEST_NOTE:
        raise BadInput(
            "A note has at most {limit} characters. Write a memo and put it on the map.", limit=_LONGEST_NOTE
        )
    return words


def _is_color(color: str) -> bool:
    return len(color) == 7 and color[0] == "#" and all(sign in "0123456789abcdefABCDEF" for sign in color[1:])


def _require_no_group(nodes: Iterable[MapNode]) -> None:
    if any(node.about_kind == "group" for node in nodes):
        raise Refused("A group cannot stand in a group. Put what is in it there.")


def _counted(work: Work, nodes: Sequence[MapNode]) -> int:
    """How many nodes a step is about: it names a single one, else says their number."""
    work.say(number=len(nodes))
    if len(nodes) == 1:
        work.say(thing=label_of(work.read, nodes[0]))
    return len(nodes)
