"""Python's garbage collector, kept in the window's thread.

It would run in whichever thread happens to make the next object. A widget that it found there would be destroyed
beside the window's thread: Qt holds a lock while it waits for Python, Python runs on and waits for Qt, for ever.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_MILLISECONDS = 1_000  # how often we look whether there is enough to collect


class Garbage(QObject):
    """Collects in the thread it lives in, from `begin` to `end`, instead of the automatic collector."""

    _begun = 0  # how many of us are at work

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_MILLISECONDS)
        self._timer.timeout.connect(self.collect)
        self._working = False

    def begin(self) -> None:
        """Other threads are about to work."""
        self._working = True
        Garbage._begun += 1
        gc.disable()
        self._timer.start()

    def end(self) -> None:
        """The other threads have ended."""
        if not self._working:
            return
        self._working = False
        self._timer.stop()
        Garbage._begun -= 1
        if not Garbage._begun:
            gc.enable()

    @staticmethod
    def collect() -> None:
        """Collect the oldest generation that is due, as the automatic collector would."""
        due = [number for number, limit in enumerate(gc.get_threshold()) if gc.get_count()[number] > limit]
        if due:
            gc.collect(due[-1])
