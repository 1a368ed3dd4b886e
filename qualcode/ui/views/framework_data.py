"""The matrix of cases by themes as it is shown, and what was written into its cells."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from ...app.framework import CasesByThemes, cases_by_themes
from ...app.project import Project
from ...app.summaries import written
from ...domain.history import Step
from ...domain.queries import Scope
from ..bridge import Bridge
from ..while_seen import WhileSeen

_TOUCHED = ("code", "coding", "segment", "theme_code", "document", "case", "assignment")
_WRITTEN = ("case_summary", "summary_segment")
_WAIT = 250  # milliseconds after the last step

Summaries = Mapping[tuple[UUID, UUID], str]  # by case and theme; "" where only passages are linked


def _counted(project: Project, scope: Scope) -> tuple[CasesByThemes, Summaries]:
    matrix = cases_by_themes(project, scope)
    with project.read() as read:
        return matrix, written(read)


class FrameworkData(WhileSeen):
    """Counted while somebody looks."""

    rewritten = Signal()  # somebody wrote a summary; the numbers are what they were

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(bridge, parent, _counted, _TOUCHED, _WAIT)
        self.summaries: Summaries = {}
        self._rewritten = False  # while the matrix was under way

    @property
    def matrix(self) -> CasesByThemes | None:
        """What was counted last."""
        return None if self.answer is None else self.answer[0]

    def _stepped(self, step: Step) -> None:
        super()._stepped(step)
        if step.touches(*_WRITTEN) and not step.touches(*_TOUCHED):
            self._stale = self._stale or not self._looked_at
            self._rewritten = self._looked_at
            if self._looked_at and self._task is None:
                self._ask_written()

    def _ask_written(self) -> None:
        self._rewritten = False
        self._bridge.ask(written, self._written)

    def _written(self, found: Summaries) -> None:
        self.summaries = found
        self.rewritten.emit()

    def _arrived(self, answer: tuple[CasesByThemes, Summaries]) -> None:
        self.summaries = answer[1]
        super()._arrived(answer)
        if self._rewritten:
            self._ask_written()
