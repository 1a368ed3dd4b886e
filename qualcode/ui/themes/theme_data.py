"""The facts of all themes as the tab shows them, asked for anew when a step or the filter changes them."""

from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from ...app.project import Project
from ...app.theme_facts import ThemeBoard, ThemeFacts, theme_board
from ...domain.history import Step
from ...domain.progress import Progress
from ...domain.queries import Scope
from ..bridge import Bridge
from ..tasks import Task

_TOUCHED = ("code", "coding", "segment", "theme_code", "evidence", "document", "case", "assignment")
_DEBOUNCE = 120  # milliseconds after the last step


class ThemeData(QObject):
    """Asks only while somebody looks; what happened meanwhile is asked for on coming back."""

    arrived = Signal()

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._scope = Scope()
        self._task: Task | None = None
        self._stale = True
        self._looked_at = False
        self.board: ThemeBoard | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DEBOUNCE)
        self._timer.timeout.connect(self._ask)
        bridge.followed.connect(self._stepped)

    def facts(self, theme: UUID | None) -> ThemeFacts | None:
        """What is known of a theme at present."""
        return None if theme is None or self.board is None else self.board.facts(theme)

    @property
    def limited(self) -> bool:
        """Whether a filter leaves something out."""
        return not self._scope.everything

    def limit(self, scope: Scope) -> None:
        """Count within what the window's filter leaves."""
        if scope != self._scope:
            self._scope = scope
            self._again(at_once=True)

    def look(self, looked_at: bool) -> None:
        """Somebody looks at the themes, or looks away."""
        self._looked_at = looked_at
        if looked_at and self._stale:
            self._ask()

    def _stepped(self, step: Step) -> None:
        if step.touches(*_TOUCHED):
            self._again(at_once=step.touches("code", "evidence", "theme_code"))

    def _again(self, at_once: bool) -> None:
        self._stale = True
        if self._looked_at and at_once:
            self._ask()
        elif self._looked_at:
            self._timer.start()

    def _ask(self) -> None:
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()
        self._stale = False
        scope = self._scope

        def job(project: Project, _progress: Progress) -> ThemeBoard:
            return theme_board(project, scope)

        self._task = self._bridge.run(job, self._arrived)

    def _arrived(self, board: ThemeBoard) -> None:
        self._task = None
        self.board = board
        self.arrived.emit()
