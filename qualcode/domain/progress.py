"""How long work reports how far it is, and learns that it was cancelled."""

from collections.abc import Callable

from .errors import Cancelled


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
