"""Moving the ends of the chosen coding word by word, with keys."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ...domain.codings import PlacedCoding
from ..reader.words import Words

if TYPE_CHECKING:
    from .coding_tab import CodingTab


class Adjusting(QObject):
    """What Alt+Shift and the arrows do in the Code tab."""

    said = Signal(str)

    def __init__(self, tab: "CodingTab") -> None:
        super().__init__(tab)
        self._tab = tab

    def end(self, step: int) -> None:
        """Let the chosen coding end a word later (1) or earlier (-1)."""
        coding = self._chosen()
        if coding is not None:
            words = self._tab.reader.view.words
            end = word_after(words, coding.end) if step > 0 else end_before(words, coding.end)
            self._resize(coding, coding.start, end)

    def start(self, step: int) -> None:
        """Let the chosen coding begin a word later (1) or earlier (-1)."""
        coding = self._chosen()
        if coding is not None:
            words = self._tab.reader.view.words
            start = start_after(words, coding.start) if step > 0 else word_before(words, coding.start)
            self._resize(coding, start, coding.end)

    def _chosen(self) -> PlacedCoding | None:
        reader = self._tab.reader
        coding = next((coding for coding in reader.codings if coding.id == reader.chosen), None)
        if coding is None:
            self.said.emit(self.tr("Choose a segment first, then move its ends."))
        return coding

    def _resize(self, coding: PlacedCoding, start: int | None, end: int | None) -> None:
        if start is None or end is None or start >= end:
            self.said.emit(self.tr("It cannot be moved further."))
            return
        reader = self._tab.reader
        start, end = reader.view.words.whole(start, end)
        self._tab.flow.resize(coding.id, start, end)
        reader.select(start, start)
        reader.reveal(start, end)


def word_after(words: Words, point: int) -> int | None:
    """Where the first word that ends behind a place ends; None behind the last one."""
    text = words.text
    at = next((place for place in range(point, len(text)) if text[place].isalnum()), None)
    return None if at is None else max(words.around(at)[1], point + 1)


def word_before(words: Words, point: int) -> int | None:
    """Where the last word that begins before a place begins; None before the first one."""
    at = next((place for place in range(point - 1, -1, -1) if words.text[place].isalnum()), None)
    return None if at is None else min(words.around(at)[0], point - 1)


def end_before(words: Words, end: int) -> int | None:
    """Where the word before the last one in front of a place ends."""
    start = word_before(words, end)
    at = None if start is None else next((p for p in range(start - 1, -1, -1) if words.text[p].isalnum()), None)
    return None if at is None else words.around(at)[1]


def start_after(words: Words, start: int) -> int | None:
    """Where the word after the first one behind a place begins."""
    end = word_after(words, start)
    text = words.text
    at = None if end is None else next((place for place in range(end, len(text)) if text[place].isalnum()), None)
    return None if at is None else words.around(at)[0]
