"""Codes and themes go on a map from where they are listed: on one that is there, or on a new one of them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu, QTreeView

from ...domain.codebook import Code
from ...domain.history import Step
from ...domain.theme_maps import ThemeMap

if TYPE_CHECKING:
    from ..workspace import Workspace

_AFTER_MENU = 80  # milliseconds


class AddToMap(QObject):
    """Asks which map, and puts them there in one step."""

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._workspace, self._bridge = workspace, workspace.bridge
        self.menu: QMenu | None = None

    def chosen_codes(self) -> None:
        """Put what is chosen in the codebook on a map."""
        panel = self._workspace.codebook
        codes = panel.chosen()
        if not codes:
            self._workspace.said.emit(self.tr("Choose a code in the codebook first."), None)
            return
        self.ask(codes, self._below_row(panel.tree))

    def _below_row(self, tree: QTreeView) -> QPoint:
        """Where the menu opens: below the row that is chosen; where that cannot be seen, in the middle of what can."""
        row = tree.visualRect(tree.currentIndex())
        if tree.isVisible() and tree.viewport().rect().contains(row.bottomLeft()):
            return tree.viewport().mapToGlobal(row.bottomLeft())
        room = tree.viewport() if tree.isVisible() else self._workspace.page
        return room.mapToGlobal(room.rect().center())

    def ask(self, codes: Sequence[Code], place: QPoint) -> None:
        """Ask for the map there; the place is one of the screen."""
        from ...app.map_reading import maps

        if not codes:
            self._workspace.said.emit(self.tr("What was chosen is not in the codebook any more."), None)
            return

        def arrived(found: Sequence[ThemeMap]) -> None:
            # the menu that asked has just been closed: its window's giving way would close this one, too
            QTimer.singleShot(_AFTER_MENU, self, lambda: self._show(codes, found, place))

        self._bridge.ask(maps, arrived)

    def _show(self, codes: Sequence[Code], found: Sequence[ThemeMap], place: QPoint) -> None:
        menu = self.menu = QMenu(self._workspace.page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in found:
            text = one.name.replace("&", "&&")
            menu.addAction(text, lambda one=one: self._add(codes, one))
        if found:
            menu.addSeparator()
        menu.addAction(
            self.tr("New map of it") if len(codes) == 1 else self.tr("New map of these"), lambda: self._new(codes)
        )
        menu.popup(place)

    def _add(self, codes: Sequence[Code], theme_map: ThemeMap) -> None:
        from ...app.theme_maps import add_nodes

        self._act(codes, add_nodes, theme_map.id, [code.id for code in codes], name=lambda _made: theme_map.name)

    def _new(self, codes: Sequence[Code]) -> None:
        from ...app.map_moves import start_map

        self._act(codes, start_map, [code.id for code in codes], name=lambda made: made.name)

    def _act(self, codes: Sequence[Code], action: Callable[..., Any], *args: Any, name: Callable[[Any], str]) -> None:
        def done(made: Any, step: Step | None) -> None:
            text = self.tr("%n thing(s) put on the map “{map}”.", "", len(codes))
            if step is None:
                text = self.tr("Already on the map “{map}”.")
            elif len(codes) == 1:
                text = self.tr("“{name}” put on the map “{map}”.")
            text = text.format(name=codes[0].name, map=name(made))
            self._workspace.said.emit(text, None if step is None else step.number)

        self._bridge.act(action, *args, then=done, failed=self._bridge.failed.emit)


def codes_of(workspace: "Workspace", keys: Sequence[UUID]) -> list[Code]:
    """The codes and themes of these ids that are there."""
    book = workspace.coding.codebook.by_id
    return [book[key] for key in keys if key in book]
