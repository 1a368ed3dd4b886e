"""Where a coding comes from, on its hover card: asked for when the card is first shown."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from ...app.code_history import Origin, provenance_of_coding
from ...domain.history import Step
from ..panels.origin_line import origin_words

if TYPE_CHECKING:
    from .coding_tab import CodingTab


class CardOrigins(QObject):
    """Answers the cards of one reader, and remembers the answers until codes or codings change."""

    def __init__(self, tab: "CodingTab") -> None:
        super().__init__(tab)
        self._tab = tab
        self._asked: set[UUID] = set()
        tab.reader.telling.card_made.connect(self._ask)
        tab.bridge.changed.connect(self._stepped)

    def _stepped(self, step: Step) -> None:
        if step.touches("coding", "code"):
            self._asked.clear()
            self._tab.reader.telling.origins.clear()

    def _ask(self, coding: UUID) -> None:
        if coding not in self._asked:
            self._asked.add(coding)
            self._tab.bridge.ask(lambda read: (coding, provenance_of_coding(read, coding)), self._arrived)

    def _arrived(self, answer: tuple[UUID, tuple[Origin, ...]]) -> None:
        coding, origins = answer
        if origins and coding in self._asked:
            self._tab.reader.telling.origins[coding] = origin_words(origins)
            self._tab.reader.margin.renew_card(coding)
