"""What the reader says about codings in words: hover cards, the list of stripes, citations."""

from collections.abc import Mapping, Sequence
from html import escape
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from ...domain.codebook import Code
from ...domain.codings import PlacedCoding
from ...domain.documents import Turn, first_touched
from ..coding.signs import sign_words
from ..parts.dates import short_date
from .numbering import Numbering

LONGEST_MEMO = 400  # characters of a memo on a card


class Telling(QObject):
    """Words about the codings of the document that is shown."""

    card_made = Signal(object)  # coding id: somebody may know more about it, and put it into `origins`

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.origins: dict[UUID, str] = {}  # coding → the codes it carried before, in words
        self.title = ""  # the document's name
        self.turns: Sequence[Turn] = ()
        self.codes: Mapping[UUID, Code] = {}
        self.coders: Mapping[UUID, str] = {}
        self.memos: Mapping[UUID, Sequence[str]] = {}  # segment → texts of the memos about it
        self.numbering = Numbering("turn", "", (), ())

    def cite(self, start: int, end: int) -> str:
        """A passage as it is cited: “P07, turn 43”."""
        return self.numbering.cite(self.title, start, end)

    def card(self, coding: PlacedCoding) -> str:
        """The hover card of a coding: code, coder, date, place, where it comes from, comment and memos."""
        code = self.codes[coding.code]
        who = " · ".join(part for part in (self.coders.get(coding.coder, ""), short_date(coding.created)) if part)
        parts = [f"<b>{escape(code.name)}</b><br>{escape(who)}"]
        if self.title:
            parts[0] += f"<br>{escape(self.cite(coding.start, coding.end))}"
        if said := sign_words(coding):
            parts.append(escape(" · ".join(said)))
        if origin := self.origins.get(coding.id):
            parts.append(escape(origin).replace("\n", "<br>"))
        self.card_made.emit(coding.id)
        if coding.comment:
            parts.append(escape(coding.comment))
        memo = self.tr("Memo: {text}")
        parts += [escape(memo.replace("{text}", _cut(text))) for text in self.memos.get(coding.segment, ())]
        return f"<div style='max-width:320px'>{'<br><br>'.join(parts)}</div>"

    def describe(self, coding: PlacedCoding) -> str:
        """One coding as a list reads it: `unpaid labour, Jun, turn 44`."""
        turn = first_touched(self.turns, coding.start, coding.end)
        parts = [self.codes[coding.code].name, self.coders.get(coding.coder, "")]
        if turn is not None:
            parts.append(self.tr("turn {number}").replace("{number}", str(turn.number)))
        return ", ".join(part for part in (*parts, *sign_words(coding)) if part)


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_MEMO else words[: LONGEST_MEMO - 1].rstrip() + "…"
