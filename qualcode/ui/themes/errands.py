"""The Themes tab of one open project: made when it is shown for the first time, wired to the rest of the window."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt

from ..dialogs.choose_code import ChooseCodeDialog
from ..docks import Docks
from ..look import Look
from ..maps.add_to_map import AddToMap, codes_of
from ..turns import Turns
from .acts import ThemeActs

if TYPE_CHECKING:
    from ..commands.actions import Actions
    from ..maps.joining import MapErrands
    from ..workspace import Workspace
    from .themes_tab import ThemesTab


class ThemesErrands(QObject):
    """Makes the tab and takes its wishes to where they can be fulfilled."""

    def __init__(self, workspace: "Workspace", look: Look, actions: "Actions", docks: Docks) -> None:
        super().__init__(workspace)
        self._workspace, self._look, self._actions, self._docks = workspace, look, actions, docks
        self.tab: ThemesTab | None = None
        self.maps: MapErrands | None = None
        self._turns = Turns(self)
        self._then: Callable[[ThemesTab, MapErrands], object] | None = None  # what waits for the tab to be made
        self.acts = ThemeActs(workspace.bridge, self)
        self.acts.said.connect(workspace.said)
        self.to_map = AddToMap(workspace)
        workspace.codebook.more_actions.insert(0, actions["add_to_map"])
        self.dialog: ChooseCodeDialog | None = None
        workspace.segment_work.marking.evidence_wanted.connect(self.ask_theme)

    def show(self) -> None:
        """Show the tab; if nobody has opened it yet, it is made in short turns."""
        if self.tab is None:
            tab = self.tab = self._make()
            self._turns.take(self._build(tab), lambda: self._made(tab))
        self._workspace.views.setCurrentWidget(self.tab)

    def _made(self, tab: "ThemesTab") -> None:
        methods = self._workspace.methods
        methods.explain(tab)
        if methods.method is not None and methods.method.first_themes:
            tab.show_page(methods.method.first_themes)
        then, self._then = self._then, None
        if then is not None and self.maps is not None:
            then(tab, self.maps)

    def show_page(self, page: str) -> None:
        """Show the board or the map, with the keys in it."""

        def look(tab: "ThemesTab", maps: "MapErrands") -> None:
            tab.show_page(page)
            if page == "map":
                assert maps.place is not None
                maps.place.setFocus()
            else:
                tab.board.focus_theme()

        self._on_themes(look)

    def show_map_history(self) -> None:
        """Show the map with its history below it."""

        def look(tab: "ThemesTab", maps: "MapErrands") -> None:
            tab.show_page("map")
            assert maps.place is not None
            maps.place.bar.history.setChecked(True)

        self._on_themes(look)

    def _on_themes(self, look: Callable[["ThemesTab", "MapErrands"], object]) -> None:
        """Show the themes, and look there once they are built."""
        self._actions["tab_themes"].trigger()
        if self.tab is not None and self.tab.built and self.maps is not None:
            look(self.tab, self.maps)
        else:
            self._then = look

    def _make(self) -> "ThemesTab":
        from .themes_tab import ThemesTab

        workspace = self._workspace
        tab = ThemesTab(workspace.bridge, self._look, workspace.page)
        workspace.views.addWidget(tab)
        tab.open_segment.connect(workspace.open_segment)
        tab.said.connect(workspace.said)
        tab.acts.staged.connect(lambda *what: workspace.methods.prompts.stage_changed(tab, *what))
        tab.codebook_wanted.connect(self._to_codebook)
        tab.map_wanted.connect(lambda theme, place: self.to_map.ask(codes_of(workspace, [theme]), place))
        tab.history_wanted.connect(self._history)
        tab.limit(workspace.filtering.scope)
        workspace.filtering.limited.connect(tab.limit)
        return tab

    def _build(self, tab: "ThemesTab") -> Iterator[None]:
        yield from tab.build()
        from ..maps.joining import MapErrands

        yield
        self.maps = MapErrands(tab, self._workspace, self._look)
        yield from self.maps.warm_up()

    def ask_theme(self, passage: Any, side: str) -> None:
        """Ask which theme a passage speaks for or against."""
        book = self._workspace.coding.codebook
        themes = {code.id for code in book.ordered if code.kind == "theme"}
        if not themes:
            self._workspace.said.emit(self.tr("There is no theme yet. Make one in the Themes tab."), None)
            return
        title = self.tr("Evidence for which theme?") if side == "for" else self.tr("Evidence against which theme?")
        without = {code.id for code in book.ordered} - themes
        self.dialog = ChooseCodeDialog(title, self.tr("Choose"), book, without, parent=self._workspace.page.window())
        self.dialog.chose.connect(lambda theme: self.acts.choose(theme, book.by_id[theme].name, [passage], side))
        self.dialog.show()

    def _to_codebook(self, code: UUID) -> None:
        self._actions["tab_code"].trigger()
        self._docks.show("codebook")
        self._workspace.codebook.choose(code)
        self._workspace.codebook.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _history(self, theme: UUID, _name: str) -> None:
        self._workspace.codebook.surgery.history_of(theme)

    def renew(self) -> None:
        """Make the tab anew, at once if it is looked at: what can be done in it has changed."""
        tab, maps, self.tab, self.maps = self.tab, self.maps, None, None
        if tab is None:
            return
        if tab.built and maps is not None:
            page, seen = tab.page, maps.place.data.map if maps.place is not None else None
            self._then = lambda tab, maps: _as_it_was(tab, maps, page, seen)
        self._turns.stop()
        views = self._workspace.views
        shown = views.currentWidget() is tab
        if shown:
            self.show()
        views.removeWidget(tab)
        tab.hide()
        tab.deleteLater()

    def close(self) -> None:
        """What is being written about a theme is kept."""
        self._turns.stop()
        self.save()

    def save(self) -> None:
        """Keep what is being written about a theme or on a map."""
        if self.tab is not None:
            self.tab.save()
        if self.maps is not None:
            self.maps.save()


def _as_it_was(tab: "ThemesTab", maps: "MapErrands", page: str, seen: UUID | None) -> None:
    """Show the page and the map again that were looked at."""
    tab.show_page(page)
    if maps.place is not None and seen is not None:
        maps.place.show_map(seen)
