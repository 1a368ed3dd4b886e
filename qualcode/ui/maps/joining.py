"""Theme maps as a page of the Themes tab: what is chosen on a map is shown on its right."""

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject

from ..bridge import Bridge
from ..look import Look

if TYPE_CHECKING:
    from ..themes.themes_tab import ThemesTab
    from ..workspace import Workspace
    from .map_place import MapPlace
    from .relation_inspector import RelationInspector

# in an order in which none brings many others with it
_PARTS = (
    "scene",
    "wording",
    "thing_painter",
    "tie_painter",
    "map_view",
    "canvas",
    "acts",
    "map_data",
    "add_popup",
    "map_work",
    "map_tools",
    "map_bar",
    "list_page",
    "exports",
    "history_bar",
    "map_place",
    "relation_inspector",
)


class MapErrands(QObject):
    """Makes the page when it is shown for the first time, and joins it to the tab."""

    def __init__(self, tab: "ThemesTab", workspace: "Workspace", look: Look) -> None:
        super().__init__(tab)
        self._tab, self._workspace, self._look = tab, workspace, look
        self.place: MapPlace | None = None
        self.relation: RelationInspector | None = None
        tab.offer("map", QCoreApplication.translate("MapErrands", "Map"), self._make)

    @staticmethod
    def warm_up() -> Iterator[None]:
        """Load what a map is shown with, piece by piece: to load all of it at once would hold the window up."""
        for name in _PARTS:
            import_module(f".{name}", __package__)
            yield

    @property
    def _bridge(self) -> Bridge:
        return self._workspace.bridge

    def _make(self) -> "MapPlace":
        from .map_place import MapPlace

        tab, workspace = self._tab, self._workspace
        place = MapPlace(self._bridge, tab, self._look)
        place.said.connect(tab.said)
        place.exported.connect(workspace.say_written)
        place.open_segment.connect(tab.open_segment)
        place.chosen.connect(self._chosen)
        place.inspect_wanted.connect(self._inspect)
        place.bar.history_wanted.connect(lambda shown: tab.give_room() if shown else None)
        place.filters = workspace.filters.options
        place.limit(workspace.filtering.scope)
        workspace.filtering.limited.connect(place.limit)
        tab.chosen.connect(self._theme_chosen)
        workspace.methods.prompts.open_history(place)
        self.place = place
        return place

    def _inspector(self) -> "RelationInspector":
        """The inspector of relations, made when the first one is chosen."""
        if self.relation is None:
            from .relation_inspector import RelationInspector

            assert self.place is not None
            self.relation = RelationInspector(self._bridge, self._look, self.place.acts, self._tab)
            self.relation.open_segment.connect(self._tab.open_segment)
            self.relation.closed.connect(self._leave_relation)
        return self.relation

    def _chosen(self, what: tuple[str, UUID] | None) -> None:
        """Show what is chosen on the map beside it."""
        kind, key = what or ("", None)
        if kind == "relation":
            self._inspector().show_relation(key)
            self._tab.inspect(self._inspector())
        else:
            self._tab.inspect(None)
            if kind == "code" and self._tab.data.facts(key) is not None:
                self._tab.choose(key)

    def _inspect(self) -> None:
        """The keys go to what is shown beside the map; a quote, a memo, a case or a code is shown where it stands."""
        assert self.place is not None
        kind, key = self.place.inspected() or ("", None)
        if kind == "relation":
            self._tab.show_details()
            self._inspector().take_keys()
        elif kind == "code" and self._tab.data.facts(key) is not None:
            self._tab.take_keys()
        else:
            thing = self.place.only_thing()
            if thing is not None and thing.kind not in ("note", "group"):
                self._workspace.journal.go(thing.kind, thing.about)

    def _theme_chosen(self, theme: UUID | None) -> None:
        if self.place is not None and self._tab.page == "map":
            self.place.choose_code(theme)

    def _leave_relation(self) -> None:
        assert self.place is not None
        self._tab.inspect(None)
        self.place.canvas.choose(())
        self.place.canvas.setFocus()

    def save(self) -> None:
        """Keep what is being written."""
        if self.relation is not None:
            self.relation.save()
