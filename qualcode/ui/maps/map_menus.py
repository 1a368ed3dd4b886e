"""What can be done with what is chosen on a map, and which kind of relation is meant."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from ..look import Look
from ..panels.palette import PalettePopup
from .wording import kind_name, kind_names, translate

if TYPE_CHECKING:
    from .map_work import MapWork


def kind_menu(
    parent: QWidget,
    kinds: Iterable[str],
    own: Iterable[str],
    chosen: Callable[[str], object],
    words: Callable[[], object],
) -> QMenu:
    """The kinds of relations in this order, the user's own among them, and room for another."""
    menu = QMenu(parent)
    for kind in kinds:
        menu.addAction(kind_name(kind), lambda kind=kind: chosen(kind))
    others = sorted(set(own) - kind_names().keys())
    if others:
        menu.addSeparator()
    for kind in others:
        menu.addAction(kind, lambda kind=kind: chosen(kind))
    menu.addSeparator()
    menu.addAction(translate("ThemeMap", "In my own words…"), words)
    return menu


def thing_menu(work: "MapWork", look: Look, keys: set[UUID], place: QPoint) -> QMenu:
    """For things: frequent first, the loss last."""
    canvas = work.canvas
    scene = canvas.scene
    things = [scene.things[key] for key in keys]
    only = things[0] if len(things) == 1 else None
    menu = QMenu(canvas)
    if only is not None:
        if only.kind in ("note", "group"):
            words = translate("ThemeMap", "Write…") if only.kind == "note" else translate("ThemeMap", "Rename…")
            menu.addAction(words, lambda: canvas.editing_wanted.emit(only.id))
        else:
            menu.addAction(translate("ThemeMap", "Evidence"), canvas.inspecting_wanted.emit)
        menu.addAction(translate("ThemeMap", "Relate to…"), lambda: _relate(work, only.id))
    loose = [thing.id for thing in things if thing.kind != "group"]
    if loose:
        menu.addAction(translate("ThemeMap", "Put in a new group…"), lambda: work.ask_group(loose))
    grouped = [thing.id for thing in things if thing.inside is not None]
    if grouped:
        menu.addAction(translate("ThemeMap", "Take out of its group"), lambda: work.acts.regroup(grouped, None))
    ids = [thing.id for thing in things]
    menu.addAction(translate("ThemeMap", "Colour on this map…"), lambda: _ask_color(work, look, ids, place))
    if any(work.has_own_color(key) for key in ids):
        menu.addAction(translate("ThemeMap", "Back to its own colour"), lambda: work.acts.recolor(ids, ""))
    menu.addSeparator()
    menu.addAction(translate("ThemeMap", "Take off the map"), work.take_off)
    return menu


def _relate(work: "MapWork", key: UUID) -> None:
    work.canvas.choose({key}, key)
    work.canvas.setFocus()
    work.canvas.start_relating()


def _ask_color(work: "MapWork", look: Look, keys: list[UUID], place: QPoint) -> None:
    popup = PalettePopup(look, "", "code", work.canvas)
    popup.chose.connect(lambda color: work.acts.recolor(keys, color))
    popup.open_at(place)


def tie_menu(work: "MapWork", key: UUID) -> QMenu:
    """For a relation."""
    canvas = work.canvas
    menu = QMenu(canvas)
    menu.addAction(translate("ThemeMap", "Evidence"), canvas.inspecting_wanted.emit)
    kinds = kind_menu(
        menu,
        work.kinds(),
        work.own_kinds(),
        lambda kind: work.acts.change_relation(key, kind=kind),
        lambda: work.ask_kind(key),
    )
    kinds.setTitle(translate("ThemeMap", "Kind"))
    menu.addMenu(kinds)
    if canvas.scene.ties[key].directed:
        menu.addAction(translate("ThemeMap", "Turn round"), lambda: work.acts.turn_round(key))
    menu.addSeparator()
    menu.addAction(translate("ThemeMap", "Remove the relation"), work.take_off)
    return menu


def ground_menu(work: "MapWork", x: float, y: float) -> QMenu:
    """For the empty ground."""
    menu = QMenu(work.canvas)
    menu.addAction(translate("ThemeMap", "Add to map…"), lambda: work.ask_thing((x, y)))
    menu.addAction(translate("ThemeMap", "Write a note"), lambda: work.write_note((x, y)))
    menu.addAction(translate("ThemeMap", "New group…"), lambda: work.ask_group([], (x, y)))
    menu.addSeparator()
    menu.addAction(translate("ThemeMap", "Show everything"), work.canvas.fit)
    return menu
