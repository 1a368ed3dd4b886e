"""What a right click on a theme offers."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from ...app.theme_facts import ThemeFacts
from ..icons import icon
from .wording import stage_names

if TYPE_CHECKING:
    from .themes_tab import ThemesTab


class ThemeMenu(QObject):
    """The context menu of board and list."""

    def __init__(self, tab: "ThemesTab") -> None:
        super().__init__(tab)
        self._tab = tab

    def show(self, facts: ThemeFacts | None, place: QPoint) -> QMenu:
        """Open the menu of a theme, or that of the empty board."""
        menu = QMenu(self._tab)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if facts is not None:
            self._fill(menu, facts, place)
        new = menu.addAction(icon("add"), self.tr("New theme"), self._tab.ask_name)
        new.setEnabled(self._tab.acts.writes)
        menu.popup(place)
        return menu

    def _fill(self, menu: QMenu, facts: ThemeFacts, place: QPoint) -> None:
        tab, writes = self._tab, self._tab.acts.writes
        theme, name = facts.theme.id, facts.theme.name
        for side, words in (
            ("for", self.tr("Choose evidence for it…")),
            ("against", self.tr("Choose evidence against it…")),
        ):
            entry = menu.addAction(words)
            entry.triggered.connect(lambda _on=False, side=side: tab.inspector.choose_evidence(side))
            entry.setEnabled(writes)
        stages = menu.addMenu(self.tr("Stage"))
        group = QActionGroup(stages)
        for stage, words in stage_names().items():
            entry = stages.addAction(words)
            entry.setCheckable(True)
            entry.setChecked(stage == facts.stage)
            group.addAction(entry)
            entry.triggered.connect(lambda _on=False, stage=stage: tab.acts.set_stage(theme, name, stage))
        stages.setEnabled(writes)
        menu.addSeparator()
        rename = menu.addAction(self.tr("Rename"), tab.inspector.rename)
        rename.setEnabled(writes)
        link = menu.addAction(icon("link"), self.tr("Link a code…"), tab.inspector.ask_code)
        link.setEnabled(writes)
        to_map = menu.addAction(self.tr("Add to map…"), lambda: tab.map_wanted.emit(theme, place))
        to_map.setEnabled(writes)
        menu.addAction(self.tr("Show in the codebook"), lambda: tab.codebook_wanted.emit(theme))
        menu.addAction(icon("history"), self.tr("History…"), lambda: tab.history_wanted.emit(theme, name))
        menu.addSeparator()
