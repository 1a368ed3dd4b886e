"""A theme map on the small study, and a call of every action on maps, for the test of all actions."""

from collections.abc import Callable
from typing import Any

from qualcode.app import map_generation, map_moves, theme_maps
from qualcode.app.project import Project
from qualcode.domain.theme_maps import MapNode, Relation

Calls = dict[str, Callable[[Project], Any]]


def drawn(project: Project) -> None:
    """The map “Main”: four things, a note and a group, three relations, one of them with evidence; and an empty map."""
    theme_maps.add_map(project, "Main")
    theme_maps.add_map(project, "Other")
    theme_maps.add_nodes(
        project, "Main", ["Power", "trust", "Bo", "On trust"], [(0, 0), (400, 0), (0, 300), (400, 300)]
    )
    theme_maps.add_note(project, "Main", "What of the others?", 0, -300)
    theme_maps.add_group(project, "Main", "People", ["Bo"])
    theme_maps.relate(project, "Main", "Power", "trust", "leads to", "slowly")
    theme_maps.relate(project, "Main", "Bo", "trust", "speaks of")
    shown = theme_maps.relate(project, "Main", "Power", "trust", "contradicts")
    theme_maps.add_relation_evidence(project, shown, segments(project)[:1])


def segments(project: Project) -> list[Any]:
    """All segments, in order of id."""
    with project.read() as read:
        return read.where("segment")


def node(project: Project, kind: str) -> MapNode:
    """The node of a kind on the map."""
    with project.read() as read:
        return next(one for one in read.where("map_node") if one.about_kind == kind)


def relation(project: Project, kind: str = "contradicts") -> Relation:
    """The relation of a kind."""
    with project.read() as read:
        return next(one for one in read.where("relation") if one.kind == kind)


MAP_EXAMPLES: Calls = {
    "theme_maps.add_map": lambda p: theme_maps.add_map(p, "Third"),
    "theme_maps.rename_map": lambda p: theme_maps.rename_map(p, "Main", "First draft"),
    "theme_maps.remove_map": lambda p: theme_maps.remove_map(p, "Main"),
    "theme_maps.move_map": lambda p: theme_maps.move_map(p, "Other", 0),
    "theme_maps.add_nodes": lambda p: theme_maps.add_nodes(p, "Main", ["place", "Ana Lee", segments(p)[0]]),
    "theme_maps.add_note": lambda p: theme_maps.add_note(p, "Main", "A thought"),
    "theme_maps.add_group": lambda p: theme_maps.add_group(p, "Main", "Ideas", ["Power", "Bo"]),
    "theme_maps.edit_note": lambda p: theme_maps.edit_note(p, node(p, "note"), "Another thought"),
    "theme_maps.rename_group": lambda p: theme_maps.rename_group(p, node(p, "group"), "Partners"),
    "theme_maps.recolor_nodes": lambda p: theme_maps.recolor_nodes(p, "Main", ["Power", "trust"], "#aa00ff"),
    "theme_maps.move_nodes": lambda p: theme_maps.move_nodes(p, "Main", {"People": (50, 60), "Power": (5, 5)}),
    "theme_maps.resize_node": lambda p: theme_maps.resize_node(p, node(p, "note"), 300, 200, 10, 10),
    "theme_maps.size_boxes": lambda p: theme_maps.size_boxes(p, "Main", "segments"),
    "theme_maps.put_in_group": lambda p: theme_maps.put_in_group(p, node(p, "group"), ["Power", "On trust"]),
    "theme_maps.take_out": lambda p: theme_maps.take_out(p, "Main", "Bo"),
    "theme_maps.remove_nodes": lambda p: theme_maps.remove_nodes(p, "Main", ["trust", "People"]),
    "theme_maps.arrange": lambda p: theme_maps.arrange(p, "Main", "hierarchical", 7),
    "relations.relate": lambda p: theme_maps.relate(p, "Main", "trust", "Power", "leads to"),
    "relations.change_relation": lambda p: theme_maps.change_relation(p, relation(p), "my word", "so", False),
    "relations.turn_round": lambda p: theme_maps.turn_round(p, relation(p)),
    "relations.remove_relation": lambda p: theme_maps.remove_relation(p, relation(p)),
    "relations.add_relation_evidence": lambda p: theme_maps.add_relation_evidence(p, relation(p), segments(p)),
    "relations.remove_relation_evidence": lambda p: theme_maps.remove_relation_evidence(p, relation(p), segments(p)[0]),
    "map_generation.draw_map": lambda p: map_generation.make_map(p, "From data", "cooccurrence"),
    "map_moves.lay_down": lambda p: map_moves.lay_down(
        p, "Main", {"Power": (5, 5)}, {node(p, "case"): None, node(p, "note"): node(p, "group")}
    ),
    "map_moves.start_map": lambda p: map_moves.start_map(p, ["trust", "Power"]),
    "map_moves.clear_away": lambda p: map_moves.clear_away(p, "Main", ["Bo"], [relation(p), relation(p, "leads to")]),
}
MAP_BEFORE: Calls = dict.fromkeys(MAP_EXAMPLES, drawn)
