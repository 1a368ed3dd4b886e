"""The matrix of cases by themes as it is shown, asked for anew when a step or the filter changes it."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from ...app.framework import CasesByThemes, cases_by_themes
from ...app.project import Project
from ...app.summaries import written
from ...domain.history import Step
from ...domain.progress import Progress
from ...domain.queries import Scope
from ..bridge import Bridge
from ..tasks import Task

_TOUCHED = ("code", "coding", "segment", "theme_code", "document", "case", "assignment")
_WRITTEN = ("case_summary", "summary_segment")
_DEBOUNCE = 250  # milliseconds after the last step


class FrameworkData(QObject):
    """Asks only while somebody looks; what happened meanwhile is asked for on coming back."""

    asked, arrived, failed = Signal(), Signal(), Signal()
    rewritten = Signal()  # somebody wrote a summary; the numbers are what they were

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._scope = Scope()
        self._task: Task | None = None
        self._stale = True
        self._looked_at = False
        self.matrix: CasesByThemes | None = None
        self.summaries: Mapping[tuple[UUID, UUID], str] = {}  # by case and theme; "" where only passages are linked
        self._rewritten = False  # while the matrix was under way
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DEBOUNCE)
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
        """Somebody looks at the matrix, or looks away: then what is under way need not be finished."""
        self._looked_at = looked_at
        if looked_at and self._stale:
            self._ask()
        elif not looked_at:
            self._timer.stop()
            if self._task is not None:
                self._task.cancel()
                self._task, self._stale = None, True

    def _stepped(self, step: Step) -> None:
        if step.touches(*_TOUCHED):
            self._stale = True
            if self._looked_at:
                self._timer.start()
        elif step.touches(*_WRITTEN):
            self._stale = self._stale or not self._looked_at
            self._rewritten = self._looked_at
            if self._looked_at and self._task is None:
                self._ask_written()

    def _ask_written(self) -> None:
        self._rewritten = False
        self._bridge.ask(written, self._written)

    def _written(self, found: Mapping[tuple[UUID, UUID], str]) -> None:
        self.summaries = found
        self.rewritten.emit()

    def _ask(self) -> None:
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()
        self._stale = False
        scope = self._scope

        def job(project: Project, _progress: Progress) -> tuple[CasesByThemes, Mapping[tuple[UUID, UUID], str]]:
            matrix = cases_by_themes(project, scope)
            with project.read() as read:
                return matrix, written(read)

        self._task = self._bridge.run(job, self._arrived, self._failed)
        self.asked.emit()

    def _failed(self, error: Exception) -> None:
        self._task, self._stale = None, True
        self.failed.emit()
        self._bridge.failed.emit(error)

    def _arrived(self, answer: tuple[CasesByThemes, Mapping[tuple[UUID, UUID], str]]) -> None:
        self._task = None
        self.matrix, self.summaries = answer
        self.arrived.emit()
        if self._rewritten:
            self._ask_written()
