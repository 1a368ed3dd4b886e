"""The numbers in the gutter, and how a passage is cited by them: “P07, turn 43”."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ...domain.documents import Turn
from .blocks import Block

_ONE = {
    "paragraph": QT_TRANSLATE_NOOP("Citation", "{document}, paragraph {first}"),
    "line": QT_TRANSLATE_NOOP("Citation", "{document}, line {first}"),
    "turn": QT_TRANSLATE_NOOP("Citation", "{document}, turn {first}"),
}
_SEVERAL = {
    "paragraph": QT_TRANSLATE_NOOP("Citation", "{document}, paragraphs {first}–{last}"),
    "line": QT_TRANSLATE_NOOP("Citation", "{document}, lines {first}–{last}"),
    "turn": QT_TRANSLATE_NOOP("Citation", "{document}, turns {first}–{last}"),
}


class Numbering:
    """What the blocks of one document are numbered by.

    Paragraphs and lines are those of the text, not of the screen, so that a citation holds at every width and size;
    a line is what an editor counts, blank ones included. Where nothing is numbered, citations name the turn.
    """

    def __init__(self, kind: str, text: str, blocks: Sequence[Block], turns: Sequence[Turn]) -> None:
        self.kind = kind
        self._unit = kind if kind in _ONE else "turn"
        self.by_block: dict[int, int] = {}
        if self._unit == "turn":
            found = {number: turns[block.turn].number for number, block in enumerate(blocks) if block.turn >= 0}
        else:
            found = {}
            for number, block in enumerate(blocks):
                blank = block.start == block.end or text[block.start : block.end].isspace()
                if not block.split and (self._unit == "line" or not blank):
                    found[number] = len(found) + 1
        self._starts = [blocks[number].start for number in found]
        self._numbers = list(found.values())
        if kind in _ONE:
            self.by_block = found

    def at(self, point: int) -> int | None:
        """The number a place belongs to; None before the first."""
        index = bisect_right(self._starts, point) - 1
        return self._numbers[index] if index >= 0 else None

    def cite(self, document: str, start: int, end: int) -> str:
        """A passage as it is cited; the document alone where nothing before it is numbered."""
        first, last = self.at(start), self.at(max(start, end - 1))
        if last is None:
            return document
        forms = _ONE if first in (None, last) else _SEVERAL
        text = QCoreApplication.translate("Citation", forms[self._unit])
        text = text.replace("{first}", str(last if first is None else first)).replace("{last}", str(last))
        return text.replace("{document}", document)
