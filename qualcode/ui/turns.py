"""Work in the window's thread in short turns, so that keys, mouse and painting never wait for the whole of it."""

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

_TURN = 0.012  # seconds of work before events have their turn again


class Turns(QObject):
    """Goes through steps, some at a time between the events of the window. New steps take the place of old ones."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self._done: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def take(self, steps: Iterator[object], done: Callable[[], object]) -> None:
        """Go through these steps from the next turn on, then call `done`."""
        self._steps, self._done = steps, done
        self._timer.start()

    def finish(self) -> None:
        """Do at once what is left."""
        for _ in self._steps or ():
            pass
        self._end()

    def stop(self) -> None:
        """Leave undone what is left."""
        self._timer.stop()
        self._steps = self._done = None

    def _go_on(self) -> None:
        end, steps = perf_counter() + _TURN, self._steps
        for _ in steps or ():
            if self._steps is not steps:
                return  # a step began something else
            if perf_counter() >= end:
                return
        self._end()

    def _end(self) -> None:
        done = self._done
        self.stop()
        if done is not None:
            done()
