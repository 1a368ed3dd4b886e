"""What happens on the canvas becomes acts: dragging, relating, writing, adding, taking off."""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtWidgets import QMenu, QWidget

from ...analysis.map_geometry import Point
from ..bridge import Bridge
from ..look import Look
from ..method_hints import map_relations
from .acts import MapActs
from .add_popup import AddPopup
from .canvas import MapCanvas
from .in_place import LineField, NoteField
from .map_data import MapData
from .map_menus import ground_menu, kind_menu, thing_menu, tie_menu
from .wording import kind_names

_NOTE_SIZE = 200, 96  # px of the field for a new note


class MapWork(QObject):
    """Joins one canvas to the acts."""

    def __init__(self, bridge: Bridge, look: Look, data: MapData, acts: MapActs, canvas: MapCanvas) -> None:
        super().__init__(canvas)
        self._bridge, self._look, self._data = bridge, look, data
        self.acts, self.canvas = acts, canvas
        self.ground: QWidget = canvas  # the page that is seen: what is written in stands on it
        self.field: QWidget | None = None  # what is being written in on the canvas
        self.menu: QMenu | None = None
        self._awaited: set[UUID] = set()  # put on the map and not in the picture yet
        canvas.moved.connect(self._moved)
        canvas.resized.connect(acts.resize)
        canvas.relate_wanted.connect(self._relate)
        canvas.taking_off_wanted.connect(self.take_off)
        canvas.menu_wanted.connect(self._show_menu)
        canvas.editing_wanted.connect(self._edit)
        canvas.dropped.connect(self._dropped)
        canvas.tool_wanted.connect(self.tool)
        acts.made.connect(self._made)

    def tool(self, name: str) -> None:
        """A tool by its name: add, note or group."""
        if name == "add":
            self.ask_thing()
        elif name == "note":
            self.write_note()
        else:
            self.ask_group([key for key in self.canvas.chosen if self._loose(key)])

    def _loose(self, key: UUID) -> bool:
        thing = self.canvas.scene.things.get(key)
        return thing is not None and thing.kind != "group"

    # ── moving ──
    def _moved(self, places: Mapping[UUID, Point]) -> None:
        scene = self.canvas.scene
        leading = {key for key in places if scene.things[key].kind == "group"}
        groups: dict[UUID, UUID | None] = {}
        for key, (x, y) in places.items():
            thing = scene.things[key]
            if thing.kind == "group" or (thing.inside in leading):
                continue
            into = scene.group_at(x, y)
            if into != thing.inside:
                groups[key] = into
        self.acts.move(places, groups)

    # ── adding ──
    def ask_thing(self, place: Point | None = None) -> None:
        """Find something to put on the map."""

        def there() -> set[UUID]:
            return {thing.about for thing in self.canvas.scene.things.values()}

        popup = AddPopup(self._bridge, there, self.ground)
        popup.chose.connect(lambda key: self.acts.add([key], [place] if place is not None else None))
        self.field = popup
        popup.open_below(self.ground)
        at = (
            self.canvas.from_map(*place).toPoint()
            if place is not None
            else QPoint(self._look.px(24), self._look.px(24))
        )
        popup.move(self.ground.mapToGlobal(at))

    def _dropped(self, things: Sequence[UUID], x: float, y: float) -> None:
        self.acts.add(things, [(x, y + 108.0 * number) for number in range(len(things))])

    def _made(self, keys: Sequence[UUID]) -> None:
        self._awaited = set(keys)
        self.show_awaited()

    def show_awaited(self) -> None:
        """Choose what was put on the map, once it is in the picture."""
        scene = self.canvas.scene
        if self._awaited and all(key in scene.things or key in scene.ties for key in self._awaited):
            found, self._awaited = self._awaited, set()
            self.canvas.choose(found)
            for key in found:
                if key in scene.things:
                    self.canvas.reveal(key)

    # ── writing ──
    def _box(self, key: UUID) -> QRect:
        if self.ground is not self.canvas:
            return self._middle_box(None, 220, 34)
        return self.canvas.box_in_widget(key).toAlignedRect()

    def _middle_box(self, place: Point | None, width: int, height: int) -> QRect:
        px = self._look.px
        seen = place is not None and self.ground is self.canvas
        middle = self.canvas.from_map(*place) if place and seen else QPointF(self.ground.rect().center())
        return QRect(
            max(4, int(middle.x()) - px(width) // 2), max(4, int(middle.y()) - px(height) // 2), px(width), px(height)
        )

    def write_note(self, place: Point | None = None) -> None:
        """Write a note where there is room in view."""
        x, y = place or self.canvas.to_map(QPointF(self.canvas.rect().center()))
        box = self._middle_box((x, y), *_NOTE_SIZE)
        self.field = NoteField(self._look, "", box, lambda text: self.acts.add_note(text, (x, y)), self.ground)

    def ask_group(self, members: Sequence[UUID], place: Point | None = None) -> None:
        """Name a group, of these things or an empty one."""
        spot = place or self.canvas.to_map(QPointF(self.canvas.rect().center()))
        box = self._box(members[0]) if members else self._middle_box(spot, 220, 34)
        name = self.tr("Name of the group")
        self.field = LineField(
            self._look, name, "", box, lambda text: self.acts.add_group(text, members, spot), self.ground
        )

    def _edit(self, key: UUID) -> None:
        thing = self.canvas.scene.things.get(key)
        if thing is None:
            return
        if thing.kind == "note":
            self.field = NoteField(
                self._look,
                thing.words,
                self._box(key),
                lambda text: self.acts.rewrite(key, "note", text),
                self.canvas,
            )
        elif thing.kind == "group":
            self.field = LineField(
                self._look,
                self.tr("Name of the group"),
                thing.name,
                self._box(key),
                lambda text: self.acts.rewrite(key, "group", text),
                self.canvas,
            )

    # ── relations ──
    def kinds(self) -> tuple[str, ...]:
        """The kinds of relations, those that the study's method works with first."""
        return map_relations(self._bridge.method, kind_names())

    def own_kinds(self) -> set[str]:
        """The user's own kinds on this map."""
        return {tie.kind for tie in self.canvas.scene.ties.values()} - kind_names().keys()

    def relate_two(self, where: QPoint) -> bool:
        """Ask how the two chosen things hang together; whether there are two."""
        two = [key for key in self.canvas.scene.things if key in self.canvas.chosen]
        if len(two) != 2 or self.canvas.locked:
            return False
        self._relate(two[0], two[1], where)
        return True

    def _relate(self, source: UUID, target: UUID, where: QPoint) -> None:
        self.menu = kind_menu(
            self.canvas,
            self.kinds(),
            self.own_kinds(),
            lambda kind: self.acts.relate(source, target, kind),
            lambda: self._own_words(lambda text: self.acts.relate(source, target, text), "", where),
        )
        self.menu.popup(where)

    def ask_kind(self, key: UUID) -> None:
        """Call a relation by one's own words."""
        tie = self.canvas.scene.ties[key]
        where = self.canvas.mapToGlobal(self.canvas.from_map(*self.canvas.scene.curve(key).at(0.5)).toPoint())
        self._own_words(lambda text: self.acts.change_relation(key, kind=text), tie.kind, where)

    def _own_words(self, keep: Callable[[str], object], text: str, where: QPoint) -> None:
        spot = self.ground.mapFromGlobal(where)
        box = QRect(spot, spot)
        self.field = LineField(self._look, self.tr("How the two hang together"), text, box, keep, self.ground)

    # ── menus, taking off ──
    def _show_menu(self, where: QPoint) -> None:
        canvas = self.canvas
        if canvas.locked:
            return
        things = canvas.chosen & canvas.scene.things.keys()
        ties = canvas.chosen & canvas.scene.ties.keys()
        if things:
            self.menu = thing_menu(self, self._look, things, where)
        elif len(ties) == 1:
            self.menu = tie_menu(self, next(iter(ties)))
        else:
            self.menu = ground_menu(self, *canvas.to_map(canvas.mapFromGlobal(where)))
        self.menu.popup(where)

    def has_own_color(self, key: UUID) -> bool:
        """Whether a thing has a colour on this map only."""
        picture = self._data.picture
        found = picture.by_id.get(key) if picture is not None else None
        return found is not None and bool(found.node.color)

    def take_off(self) -> None:
        """Take what is chosen off the map."""
        scene, chosen = self.canvas.scene, self.canvas.chosen
        things = [key for key in chosen if key in scene.things]
        gone = scene.ties_of(things)
        ties = [key for key in chosen if key in scene.ties and key not in gone]
        name = self.canvas.name_of(things[0]) if things else ""
        self.acts.take_off(things, ties, name)
