"""What is counted of the whole project for a view, and counted anew when a step or the filter changes it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from ..app.project import Project
from ..domain.history import Step
from ..domain.progress import Progress
from ..domain.queries import Scope
from .bridge import Bridge
from .tasks import Task


class WhileSeen(QObject):
    """Asks only while somebody looks; what happened meanwhile is asked for on coming back.

    `question` is asked of the project and of what the window's filter leaves. It is asked again `wait` milliseconds
    after the last step that touched one of the kinds `touched`; at once after one of `at_once`.
    """

    asked, arrived, failed = Signal(), Signal(), Signal()

    def __init__(
        self,
        bridge: Bridge,
        parent: QObject,
        question: Callable[[Project, Scope], Any],
        touched: tuple[str, ...],
        wait: int,
        at_once: tuple[str, ...] = (),
    ) -> None:
        super().__init__(parent)
        self._bridge, self._question = bridge, question
        self._touched, self._at_once = touched, at_once
        self._scope = Scope()
        self._task: Task | None = None
        self._stale = True
        self._looked_at = False
        self.answer: Any = None  # the latest one, None before the first
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(wait)
        self._timer.timeout.connect(self._ask)
        bridge.followed.connect(self._stepped)

    @property
    def limited(self) -> bool:
        """Whether a filter leaves something out."""
        return not self._scope.everything

    def limit(self, scope: Scope) -> None:
        """Count within what the window's filter leaves."""
        if scope != self._scope:
            self._scope = scope
            self._stale = True
            if self._looked_at:
                self._ask()

    def look(self, looked_at: bool) -> None:
        """Somebody looks, or looks away: then what is under way need not be finished."""
        self._looked_at = looked_at
        if looked_at and self._stale:
            self._ask()
        elif not looked_at:
            self._timer.stop()
            if self._task is not None:
                self._task.cancel()
                self._task, self._stale = None, True

    def _stepped(self, step: Step) -> None:
        if not step.touches(*self._touched):
            return
        self._stale = True
        if self._looked_at and step.touches(*self._at_once):
            self._ask()
        elif self._looked_at:
            self._timer.start()

    def _ask(self) -> None:
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()
        self._stale = False
        scope = self._scope

        def job(project: Project, _progress: Progress) -> Any:
            return self._question(project, scope)

        self._task = self._bridge.run(job, self._arrived, self._failed)
        self.asked.emit()

    def _failed(self, error: Exception) -> None:
        self._task, self._stale = None, True
        self.failed.emit()
        self._bridge.failed.emit(error)

    def _arrived(self, answer: Any) -> None:
        self._task = None
        self.answer = answer
        self.arrived.emit()
