"""What is done to a map from wherever it is shown; what is easily overlooked is said with an undo."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from ...analysis.map_geometry import Point
from ...app import theme_maps
from ...app.map_moves import clear_away, lay_down
from ...domain.history import Step
from ..bridge import Bridge
from .wording import layout_names


class MapActs(QObject):
    """Acts on one map; `map` says which."""

    said = Signal(str, object)  # a sentence, the number of the step to undo
    made_map = Signal(object)  # the id of a map that was made
    made = Signal(object)  # the ids of things or relations that were put on the map
    busy = Signal(bool)  # something is being written
    allowed = Signal()  # what can be done is another

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.map: UUID | None = None
        self.locked = False  # the map is seen as it was
        self._under_way = 0

    @property
    def writes(self) -> bool:
        """Whether anything can be done to the map that is seen."""
        return not (self._bridge.project.read_only or self.locked)

    def lock(self, locked: bool) -> None:
        """A past state of the map is seen, or the present one again."""
        self.locked = locked
        self.allowed.emit()

    def _act(
        self,
        text: str,
        action: Callable[..., Any],
        *args: Any,
        then: Callable[[Any], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        **options: Any,
    ) -> None:
        self._under_way += 1
        self.busy.emit(True)

        def done(made: Any, step: Step | None) -> None:
            self._ended()
            if step is not None and text:
                self.said.emit(text, step.number)
            if then is not None:
                then(made)

        def refused(error: Exception) -> None:
            self._ended()
            (failed or self._bridge.failed.emit)(error)

        self._bridge.act(action, *args, then=done, failed=refused, **options)

    def _ended(self) -> None:
        self._under_way -= 1
        if not self._under_way:
            self.busy.emit(False)

    # ── maps ──
    def add_map(self, name: str, failed: Callable[[Exception], object]) -> None:
        """Make an empty map."""
        self._act("", theme_maps.add_map, name, then=lambda made: self.made_map.emit(made.id), failed=failed)

    def rename_map(self, name: str, failed: Callable[[Exception], object], then: Callable[[], object]) -> None:
        """Call the map otherwise."""
        self._act("", theme_maps.rename_map, self.map, name, failed=failed, then=lambda _made: then())

    def remove_map(self, name: str) -> None:
        """Take the map away; codes, cases and memos stay."""
        text = self.tr("Map “{name}” removed; themes, codes and quotes stay.").replace("{name}", name)
        self._act(text, theme_maps.remove_map, self.map)

    def arrange(self, layout: str, seed: int | None = None) -> None:
        """Compute the places of all things."""
        text = self.tr("Arranged: {layout}").replace("{layout}", layout_names()[layout])
        self._act(text, theme_maps.arrange, self.map, layout, seed)

    def size_boxes(self, sized: str, failed: Callable[[Exception], object]) -> None:
        """Keep with the map what the size of its boxes shows."""
        self._act("", theme_maps.size_boxes, self.map, sized, failed=failed)

    # ── things ──
    def add(self, things: Sequence[UUID], places: Sequence[Point] | None = None) -> None:
        """Put codes, themes, cases, memos or segments on the map."""
        self._act("", theme_maps.add_nodes, self.map, list(things), places, then=self._made_nodes)

    def _made_nodes(self, nodes: Iterable[Any]) -> None:
        self.made.emit([node.id for node in nodes])

    def add_note(self, text: str, place: Point | None = None) -> None:
        """Put a note on the map."""
        x, y = place or (None, None)
        self._act("", theme_maps.add_note, self.map, text, x, y, then=lambda made: self._made_nodes([made]))

    def add_group(self, name: str, members: Sequence[UUID], place: Point | None = None) -> None:
        """Make a group of things, or an empty one."""
        rectangle = (*place, 320.0, 200.0) if place is not None and not members else None
        self._act(
            "",
            theme_maps.add_group,
            self.map,
            name,
            list(members),
            rectangle,
            then=lambda made: self._made_nodes([made]),
        )

    def move(self, places: Mapping[UUID, Point], groups: Mapping[UUID, UUID | None]) -> None:
        """Things stand elsewhere, some in another group."""
        if groups:
            self._act("", lay_down, self.map, dict(places), dict(groups))
        else:
            self._act("", theme_maps.move_nodes, self.map, dict(places))

    def regroup(self, nodes: Sequence[UUID], group: UUID | None) -> None:
        """Put things into a group, or take them out of theirs."""
        if group is None:
            self._act("", theme_maps.take_out, self.map, list(nodes))
        else:
            self._act("", theme_maps.put_in_group, group, list(nodes))

    def resize(self, node: UUID, width: float, height: float, x: float, y: float) -> None:
        """A note or a group has another size."""
        self._act("", theme_maps.resize_node, node, width, height, x, y)

    def rewrite(self, node: UUID, kind: str, text: str) -> None:
        """A note says something else, or a group is called otherwise."""
        self._act("", theme_maps.edit_note if kind == "note" else theme_maps.rename_group, node, text)

    def recolor(self, nodes: Sequence[UUID], color: str) -> None:
        """Colours of this map only; "" is the code's own."""
        self._act("", theme_maps.recolor_nodes, self.map, list(nodes), color)

    def take_off(self, nodes: Sequence[UUID], relations: Sequence[UUID], name: str) -> None:
        """Take things off the map with their relations, or single relations."""
        if not nodes:
            text = self.tr("%n relation(s) removed; the quotes stay.", "", len(relations))
        elif len(nodes) == 1:
            text = self.tr("“{name}” taken off the map; it stays in the project.").replace("{name}", name)
        else:
            text = self.tr("%n thing(s) taken off the map; codes and quotes stay.", "", len(nodes))
        if nodes or relations:
            self._act(text, clear_away, self.map, list(nodes), list(relations))

    # ── relations ──
    def relate(self, source: UUID, target: UUID, kind: str) -> None:
        """Draw a relation."""
        self._act("", theme_maps.relate, self.map, source, target, kind, then=lambda made: self.made.emit([made.id]))

    def change_relation(self, relation: UUID, **options: Any) -> None:
        """Give a relation another kind, comment or direction."""
        self._act("", theme_maps.change_relation, relation, **options)

    def turn_round(self, relation: UUID) -> None:
        """Let it lead the other way."""
        self._act("", theme_maps.turn_round, relation)

    def add_evidence(self, relation: UUID, segments: Sequence[UUID]) -> None:
        """Passages show a relation."""
        self._act("", theme_maps.add_relation_evidence, relation, list(segments))

    def remove_evidence(self, relation: UUID, segments: Sequence[UUID]) -> None:
        """They show it no more."""
        text = self.tr("Quote taken from the relation; the segment stays.")
        self._act(text, theme_maps.remove_relation_evidence, relation, list(segments))
