"""The matrix of cases by themes as it is shown."""

from PySide6.QtCore import QObject

from ...app.framework import CasesByThemes, cases_by_themes
from ..bridge import Bridge
from ..while_seen import WhileSeen

_TOUCHED = ("code", "coding", "segment", "theme_code", "document", "case", "assignment")
_WAIT = 250  # milliseconds after the last step


class FrameworkData(WhileSeen):
    """Counted while somebody looks."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(bridge, parent, cases_by_themes, _TOUCHED, _WAIT)

    @property
    def matrix(self) -> CasesByThemes | None:
        """What was counted last."""
        found: CasesByThemes | None = self.answer
        return found
