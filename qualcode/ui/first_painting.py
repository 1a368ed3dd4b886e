"""The moment something is first seen: what is not looked at yet can wait for it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_LATEST = 250  # milliseconds: it may stay hidden


class FirstPainting(QObject):
    """Calls something once, after a widget was painted for the first time, or a moment later if it never is."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._over)
        self._timer.timeout.connect(then)
        self._timer.start(_LATEST)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Goes on after the painting, not within it."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._timer.start(0)
        return False

    def _over(self) -> None:
        self._widget.removeEventFilter(self)
        self.deleteLater()
