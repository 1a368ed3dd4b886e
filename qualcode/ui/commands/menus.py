"""The window's menus: the commands in their order, and the submenus that fill themselves."""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from ...app import settings
from ...domain.percents import per_cent
from ..coding.code_use import DIGITS
from ..marks import mark_icon
from ..translation import say
from .actions import CHOSEN_CODE, COMMANDS, MENUS, SEGMENT

if TYPE_CHECKING:
    from ..window import MainWindow
    from ..workspace import Workspace

_LOOKS = ("system", "light", "dark", "contrast")
_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)


class WindowMenus(QObject):
    """Fills the menu bar of a window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def fill(self) -> None:
        """Make the menus anew."""
        self._window.menuBar().clear()
        fillers = {"(recent)": self._recent_menu, "(look)": self._look_menu, "(size)": self._size_menu,
                   "(digits)": self._digits_menu, "(segment)": self._segment_menu,
                   "(code)": self._code_menu}  # fmt: skip
        for title, entries in MENUS:
            menu = self._window.menuBar().addMenu(QCoreApplication.translate("Menus", title))
            for entry in entries:
                if entry is None:
                    menu.addSeparator()
                elif entry in fillers:
                    fillers[entry](menu)
                else:
                    menu.addAction(self._window.commands[entry])
        # commands without a place in the menus still answer to their keys
        for command in COMMANDS:
            self._window.addAction(self._window.commands[command.id])

    def _segment_menu(self, above: QMenu) -> None:
        self._add(above.addMenu(self.tr("The chosen coding")), SEGMENT)

    def _code_menu(self, above: QMenu) -> None:
        self._add(above.addMenu(self.tr("The chosen code")), CHOSEN_CODE)

    def _add(self, menu: QMenu, entries: Iterable[str | None]) -> None:
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            else:
                menu.addAction(self._window.commands[entry])

    def _recent_menu(self, above: QMenu) -> None:
        menu = above.addMenu(self.tr("Recent projects"))

        def fill() -> None:
            menu.clear()
            for place in settings.load().recent:
                shown = place.rpartition("@")[2] if "://" in place else place
                menu.addAction(shown.replace("&", "&&")).triggered.connect(
                    lambda _checked=False, place=place: self._window.open_place(place)
                )
            if menu.isEmpty():
                menu.addAction(self.tr("None yet")).setEnabled(False)

        menu.aboutToShow.connect(fill)

    def _look_menu(self, above: QMenu) -> None:
        menu = above.addMenu(self.tr("Colours"))
        group = QActionGroup(menu)
        for choice in _LOOKS:
            action = self._window.commands[f"look_{choice}"]
            group.addAction(action)
            menu.addAction(action)
            action.setChecked(choice == self._window.look.choice)

    def _size_menu(self, above: QMenu) -> None:
        menu = above.addMenu(self.tr("Size of everything"))
        group = QActionGroup(menu)
        for percent in _SIZES:
            action = menu.addAction(say(per_cent(f"{percent}")))
            action.setCheckable(True)
            action.setChecked(percent == self._window.look.scale)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, percent=percent: self._window.choose_scale(percent))

    def _digits_menu(self, above: QMenu) -> None:
        menu = above.addMenu(self.tr("Code by digit"))

        def fill() -> None:
            menu.clear()
            for below in menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
                below.deleteLater()  # clearing leaves them, and with them the project they were made for
            workspace = self._window.workspace
            book = workspace.coding.codebook.by_id if workspace else {}
            for code, digit in workspace.use.digits().items() if workspace else ():
                if code in book:
                    found = book[code]
                    action = menu.addAction(
                        mark_icon(found.color, found.kind, self._window.look.current.dark),
                        found.name.replace("&", "&&"),
                    )
                    action.setIconVisibleInMenu(True)
                    native = QKeySequence.SequenceFormat.NativeText
                    key = self._window.commands[f"digit_{digit}"].shortcut().toString(native)
                    action.setText(f"{action.text()}\t{key}")
                    action.triggered.connect(self._window.commands[f"digit_{digit}"].trigger)
            if menu.isEmpty():
                follows = workspace is not None and workspace.use.follows_set
                empty = self.tr("This set is empty") if follows else self.tr("A code gets a digit with its third use")
                menu.addAction(empty).setEnabled(False)
            chosen = workspace.codebook.current() if workspace else None
            if workspace is not None and chosen is not None and not workspace.use.follows_set:
                menu.addSeparator()
                text = self.tr("Digit for “{name}”").replace("{name}", chosen.name.replace("&", "&&"))
                self._digit_choice(menu.addMenu(text), workspace, chosen.id)
            if workspace is not None and workspace.digit_sets.sets:
                menu.addSeparator()
                self._set_choice(menu.addMenu(self.tr("Digits stand for")), workspace)

        menu.aboutToShow.connect(fill)

    @staticmethod
    def _digit_choice(menu: QMenu, workspace: "Workspace", code: UUID) -> None:
        """The nine digits, of which a code may have one."""
        for digit in DIGITS:
            action = menu.addAction(digit)
            action.setCheckable(True)
            action.setChecked(workspace.use.digit_of(code) == digit)
            action.triggered.connect(
                lambda checked, digit=digit: workspace.use.assign(digit, code if checked else None)
            )

    def _set_choice(self, menu: QMenu, workspace: "Workspace") -> None:
        """Whose codes the digits stand for: those used most, or those of a set."""
        sets = workspace.digit_sets
        group = QActionGroup(menu)
        choices = [(None, self.tr("The codes used most")), *((found.id, found.name) for found in sets.sets)]
        for key, name in choices:
            action = menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key == sets.chosen)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, key=key: sets.choose(key))
