"""What a right click in the reader offers: on words, and on a coding."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from ..commands.actions import Actions
from ..look import Look
from ..marks import mark_icon

if TYPE_CHECKING:
    from .coding_tab import CodingTab

RECENT_CODES = 8


class ReaderMenus(QObject):
    """The context menus of the Code tab."""

    def __init__(self, tab: "CodingTab", look: Look, actions: Actions) -> None:
        super().__init__(tab)
        self._tab, self._look, self._actions = tab, look, actions

    def show(self, kind: str, target: object, place: QPoint) -> None:
        """Open the menu of the "text" or of a "coding" (its id) at a place on the screen."""
        menu = QMenu(self._tab)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if kind == "text":
            self._text_menu(menu, target)
        else:
            self._coding_menu(menu, target)
        menu.popup(place)

    def _text_menu(self, menu: QMenu, target: object) -> None:
        tab = self._tab
        selected = tab.reader.selection is not None
        for identity in ("code", "again"):
            menu.addAction(self._actions[identity])
        recent = menu.addMenu(self.tr("Recent codes"))
        by_id = tab.codebook.by_id
        known = [by_id[code] for code in tab.flow.use.recent if code in by_id]
        for code in known[:RECENT_CODES]:
            name = code.name.replace("&", "&&")
            action = recent.addAction(mark_icon(code.color, code.kind, self._look.current.dark), name)
            action.triggered.connect(lambda _checked=False, key=code.id: tab.flow.apply(key, tab.reader.selection))
        recent.setEnabled(bool(known) and selected)
        menu.addAction(self._actions["in_vivo"])
        menu.addSeparator()
        menu.addAction(self._actions["memo"])
        if tab.marking is not None and tab.document is not None and tab.reader.selection is not None:
            tab.marking.add_evidence_to(menu, (tab.document.id, *tab.reader.selection))
        copy = QAction(self.tr("Copy"), menu)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setEnabled(selected)
        copy.triggered.connect(tab.reader.view.copy)
        menu.addAction(copy)
        menu.addSeparator()
        tab.redacting.add_to(menu, self._actions, target)
        menu.addAction(self._actions["find"])
        menu.addAction(self._actions["edit_text"])

    def _coding_menu(self, menu: QMenu, key: object) -> None:
        tab = self._tab
        coding = next((coding for coding in tab.codings if coding.id == key), None)
        if coding is None:
            return
        tab.reader.choose(coding.id)
        show = menu.addAction(self.tr("Select these words"))
        show.triggered.connect(lambda: tab.reader.select(coding.start, coding.end))
        menu.addAction(self._actions["next_same"])
        menu.addAction(self._actions["memo"])
        if tab.marking is not None:
            menu.addSeparator()
            tab.marking.add_to(menu, coding, coding.coder == tab.coder)
        menu.addSeparator()
        name = tab.codebook.by_id[coding.code].name.replace("&", "&&")
        remove = menu.addAction(self.tr("Remove coding “{name}”").replace("{name}", name))
        remove.setShortcut(self._actions["uncode"].shortcut())
        remove.triggered.connect(lambda: tab.flow.remove(coding.id))
