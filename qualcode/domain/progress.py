"""How long work reports how far it is, and learns that it was cancelled."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from .errors import Cancelled

_WAIT = 0.1  # seconds between two looks at whether somebody has cancelled


class Progress:
    """Silent progress that never cancels; long functions take one and call `tick` as they go."""

    def tick(self, done: int, total: int, what: str = "") -> None:
        """Report `done` of `total` (0 = unknown). Raises `Cancelled` when the user has asked to stop."""


class CallbackProgress(Progress):
    """Progress that shows itself through `show` and stops when `cancelled` answers true."""

    def __init__(self, show: Callable[[int, int, str], None], cancelled: Callable[[], bool] = lambda: False) -> None:
        self._show = show
        self._cancelled = cancelled

    def tick(self, done: int, total: int, what: str = "") -> None:
        """Show how far it is. Raises `Cancelled` when the user has had enough."""
        if self._cancelled():
            raise Cancelled
        self._show(done, total, what)


SILENT = Progress()


class Turns(Protocol):
    """What one thread holds at a time: a lock, which may count how often."""

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Take it, if it is free in time."""

    def release(self) -> None:
        """Give it back."""


@contextmanager
def alone(lock: Turns, progress: Progress, what: str = "") -> Iterator[None]:
    """Hold a lock: whoever must wait for it can be cancelled meanwhile."""
    while not lock.acquire(timeout=_WAIT):
        progress.tick(0, 0, what)
    try:
        yield
    finally:
        lock.release()
