"""The Themes tab of one open project: made when it is shown for the first time, wired to the rest of the window."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt

from ..dialogs.choose_code import ChooseCodeDialog
from ..docks import Docks
from ..look import Look
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
        self.acts = ThemeActs(workspace.bridge, self)
        self.acts.said.connect(workspace.said)
        self.dialog: ChooseCodeDialog | None = None
        workspace.segment_work.marking.evidence_wanted.connect(self.ask_theme)

    def show(self) -> None:
        """Show the tab; if nobody has opened it yet, it is made in short turns."""
        if self.tab is None:
            tab = self.tab = self._make()
            self._turns.take(self._build(tab), lambda: self._workspace.methods.explain(tab))
        self._workspace.views.setCurrentWidget(self.tab)

    def _make(self) -> "ThemesTab":
        from .themes_tab import ThemesTab

        workspace = self._workspace
        tab = ThemesTab(workspace.bridge, self._look, workspace.page)
        workspace.views.addWidget(tab)
        tab.open_segment.connect(workspace.open_segment)
        tab.said.connect(workspace.said)
        tab.codebook_wanted.connect(self._to_codebook)
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
        tab, self.tab, self.maps = self.tab, None, None
        if tab is None:
            return
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
