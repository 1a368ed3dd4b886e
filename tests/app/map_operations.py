"""What random scripts do with theme maps; things are picked by number from whatever lies about on the desk."""

from collections.abc import Callable
from typing import Any

from qualcode.app import map_generation, theme_maps
from qualcode.domain.theme_maps import LAYOUTS, RELATION_KINDS

SHOWN = ("code", "case", "memo", "segment")
KINDS = (*RELATION_KINDS, "my own words", "x" * 70, "")


def _on(kind: str, act: Callable[[Any, Any, int, int], Any]) -> Callable[[Any, int, int, int], None]:
    """An operation on one thing of a kind."""

    def operation(desk: Any, a: int, b: int, c: int) -> None:
        thing = desk.pick(kind, a)
        if thing is not None:
            act(desk, thing, b, c)

    return operation


def _put(desk: Any, theme_map: Any, b: int, c: int) -> None:
    things = [desk.pick(SHOWN[(b + number) % 4], b + number) for number in range(1 + c % 4)]
    theme_maps.add_nodes(desk.project, theme_map, [thing for thing in things if thing is not None])


def _relate(desk: Any, theme_map: Any, b: int, c: int) -> None:
    ends = desk.pick("map_node", b), desk.pick("map_node", c)
    if None not in ends:
        theme_maps.relate(desk.project, theme_map, *ends, KINDS[(b + c) % len(KINDS)], "so" * (b % 2))


def _show(desk: Any, relation: Any, b: int, _c: int) -> None:
    segments = [desk.pick("segment", b), desk.pick("segment", b * 3)]
    theme_maps.add_relation_evidence(desk.project, relation, [one for one in segments if one is not None])


def _of_node(act: Callable[[Any, Any, Any, int, int], Any]) -> Callable[[Any, int, int, int], None]:
    """An operation on a node and its map."""
    return _on("map_node", lambda desk, node, b, c: act(desk.project, node.map, node, b, c))


MAP_OPERATIONS: dict[str, Callable[[Any, int, int, int], Any]] = {
    "map": lambda d, a, _b, _c: theme_maps.add_map(d.project, f"map {a % 3}"),
    "map from data": lambda d, a, b, c: map_generation.make_map(
        d.project, f"map {a % 3}", map_generation.SOURCES[b % 3], layout=LAYOUTS[c % 4]
    ),
    "put on map": _on("theme_map", _put),
    "put on map again": _on("theme_map", _put),
    "relate": _on("theme_map", _relate),
    "relate again": _on("theme_map", _relate),
    "show relation": _on("relation", _show),
    "show relation no more": _on(
        "relation_evidence",
        lambda d, one, _b, _c: theme_maps.remove_relation_evidence(d.project, one.relation, one.segment),
    ),
    "change relation": _on(
        "relation", lambda d, one, b, c: theme_maps.change_relation(d.project, one, KINDS[b % 6], None, bool(c % 2))
    ),
    "turn relation": _on("relation", lambda d, one, _b, _c: theme_maps.turn_round(d.project, one)),
    "remove relation": _on("relation", lambda d, one, _b, _c: theme_maps.remove_relation(d.project, one)),
    "note on map": _on("theme_map", lambda d, one, b, c: theme_maps.add_note(d.project, one, "Note " * (b % 3), b, c)),
    "group on map": _of_node(lambda p, theme_map, node, b, _c: theme_maps.add_group(p, theme_map, f"group {b}", node)),
    "put in group": _on(
        "map_node", lambda d, one, b, _c: theme_maps.put_in_group(d.project, one, d.pick("map_node", b))
    ),
    "take out": _of_node(lambda p, theme_map, node, _b, _c: theme_maps.take_out(p, theme_map, node)),
    "move on map": _of_node(lambda p, theme_map, node, b, c: theme_maps.move_nodes(p, theme_map, {node.id: (b, c)})),
    "colour on map": _of_node(
        lambda p, theme_map, node, b, _c: theme_maps.recolor_nodes(p, theme_map, node, "#AA00FF" * (b % 2))
    ),
    "take off map": _of_node(lambda p, theme_map, node, _b, _c: theme_maps.remove_nodes(p, theme_map, node)),
    "arrange map": _on("theme_map", lambda d, one, b, c: theme_maps.arrange(d.project, one, LAYOUTS[c % 4], b)),
    "move map": _on("theme_map", lambda d, one, b, _c: theme_maps.move_map(d.project, one, b % 3)),
    "rename map": _on("theme_map", lambda d, one, b, _c: theme_maps.rename_map(d.project, one, f"map {b % 3}")),
    "remove map": _on("theme_map", lambda d, one, _b, _c: theme_maps.remove_map(d.project, one)),
}
