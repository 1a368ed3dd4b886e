"""The facts of all themes as the tab shows them."""

from uuid import UUID

from PySide6.QtCore import QObject

from ...app.theme_facts import ThemeBoard, ThemeFacts, theme_board
from ..bridge import Bridge
from ..while_seen import WhileSeen

_TOUCHED = ("code", "coding", "segment", "theme_code", "evidence", "document", "case", "assignment")
_AT_ONCE = ("code", "theme_code", "evidence")  # what is done to themes themselves is seen at once
_WAIT = 120  # milliseconds after the last other step


class ThemeData(WhileSeen):
    """Counted while somebody looks."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(bridge, parent, theme_board, _TOUCHED, _WAIT, _AT_ONCE)

    @property
    def board(self) -> ThemeBoard | None:
        """What was counted last."""
        found: ThemeBoard | None = self.answer
        return found

    def facts(self, theme: UUID | None) -> ThemeFacts | None:
        """What is known of a theme at present."""
        return None if theme is None or self.board is None else self.board.facts(theme)
