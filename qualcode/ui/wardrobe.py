"""What wears the style sheet: one room of the window after the other, so that another look holds nobody up.

A style sheet of the whole application is put on in one go, which takes half a second in a full window. Here each
room (a dock, a page, a bar, a dialog) wears the sheet itself, and a change reaches them one by one between the events
of the window; the windows show the old picture until the last has changed, and then the new one at once.
"""

import weakref
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from shiboken6 import isValid

from .turns import Turns


class Wardrobe(QObject):
    """Rooms that wear the sheet, and whoever wants to know of a change; both are forgotten when they are destroyed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sheet = ""
        self._rooms: weakref.WeakSet[QWidget] = weakref.WeakSet()
        self._followers: list[tuple[weakref.ref[Any], str]] = []
        self._sweep_at = 0  # so many followers: look which of them are gone, seldom, for one project brings fifty
        self._held: list[QWidget] = []
        self._turns = Turns(self)

    def dress(self, room: QWidget) -> None:
        """Put the sheet on a room, and every later one."""
        self._rooms.add(room)
        if room.styleSheet() != self._sheet:
            room.setStyleSheet(self._sheet)
        for box in room.findChildren(QDialogButtonBox):  # filled before the sheet could say that they have none
            for button in box.buttons():
                button.setIcon(QIcon())

    def follow(self, then: Callable[[], object]) -> None:
        """Call a method of a Qt object after every change, for as long as the object lives."""
        self._followers.append((weakref.ref(then.__self__), then.__name__))  # type: ignore[attr-defined]
        if len(self._followers) > self._sweep_at:
            self._followers = [known for known in self._followers if _alive(known[0]) is not None]
            self._sweep_at = 2 * len(self._followers)

    def change(self, sheet: str, then: Callable[[], None]) -> None:
        """Give every room another sheet, tell the followers, and call `then`."""

        def done() -> None:
            self._let_go()
            then()

        self._sheet = sheet
        self._turns.take(self._steps(), done)
        self._hold()
        if not self._held:  # nobody is looking
            self._turns.finish()

    def finish(self) -> None:
        """Do at once what is left of a change."""
        self._turns.finish()

    def _steps(self) -> Iterator[None]:
        """What is seen comes first."""
        for room in sorted(filter(isValid, self._rooms), key=lambda room: not room.isVisible()):
            if isValid(room):
                room.setStyleSheet(self._sheet)
            yield
        for who, name in tuple(self._followers):
            found = _alive(who)
            if found is not None:
                getattr(found, name)()
                yield

    def _hold(self) -> None:
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window.updatesEnabled():
                window.setUpdatesEnabled(False)
                self._held.append(window)

    def _let_go(self) -> None:
        held, self._held = self._held, []
        # a panel that was taken out of its window meanwhile was held with it, and is a window of its own now
        alone = [window for window in QApplication.topLevelWidgets() if not window.updatesEnabled()]
        for window in filter(isValid, [*held, *alone]):
            window.setUpdatesEnabled(True)


def _alive(who: "weakref.ref[Any]") -> Any:
    found = who()
    return found if found is not None and isValid(found) else None
