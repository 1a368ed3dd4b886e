"""Words, sentences and turns of one text in code points: what selections snap to and grow by."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QTextBoundaryFinder

from ...domain.documents import Turn, turn_at
from .positions import Positions

_GRAPHEME = 64  # code points looked at to either side for a letter with its marks
_REACH = 2_000  # code points looked at to either side for a word or sentence


def whole(text: str, point: int) -> tuple[int, int]:
    """The boundaries of graphemes at or before and at or after a place: nobody sees half a letter or emoji."""
    if not 0 < point < len(text) or (text[point - 1 : point + 1].isascii() and text[point - 1 : point + 1] != "\r\n"):
        return point, point  # plain letters meet here, as nearly everywhere: nothing to look up
    if _is_half_flag(text[point - 1]) and _is_half_flag(text[point]):
        # Qt parts a flag that follows another emoji
        flags = next((far for far in range(1, point + 1) if not _is_half_flag(text[point - far])), point + 1) - 1
        return (point - 1, point + 1) if flags % 2 else (point, point)
    low, high = max(0, point - _GRAPHEME), min(len(text), point + _GRAPHEME)
    piece = text[low:high]
    # a piece that begins inside a grapheme would be cut differently: begin behind the last blank or control
    first = max((number for number in range(point - low) if piece[number] <= "\u0020"), default=-1) + 1
    piece, low = piece[first:], low + first
    positions = Positions(piece)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, piece)
    finder.setPosition(positions.to_qt(point - low))
    if finder.isAtBoundary():
        return point, point
    after = finder.toNextBoundary()
    before = finder.toPreviousBoundary()
    return low + positions.from_qt(max(0, before)), low + positions.from_qt(after) if after >= 0 else len(text)


def _is_half_flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


class Words:
    """Boundaries by the Unicode rules, looked up only round the place asked for."""

    def __init__(self, text: str, turns: Sequence[Turn] = ()) -> None:
        self.text = text
        self._turns = turns

    def around(self, point: int) -> tuple[int, int]:
        """The word at a place, or the next boundaries where no word is."""
        return self._unit(point, QTextBoundaryFinder.BoundaryType.Word)

    def sentence_around(self, point: int) -> tuple[int, int]:
        """The sentence at a place, white space at its ends left out."""
        return self.trimmed(*self._unit(point, QTextBoundaryFinder.BoundaryType.Sentence))

    def turn_around(self, point: int) -> tuple[int, int] | None:
        """The words of the turn at a place, without the speaker's label."""
        turn = turn_at(self._turns, point)
        return (turn.body, turn.end) if turn is not None and turn.body < turn.end else None

    def snapped(self, start: int, end: int) -> tuple[int, int]:
        """A span (not empty) widened to whole words, white space at its ends left out."""
        first, last = self.whole(self.around(start)[0], self.around(end - 1)[1])
        return self.trimmed(first, max(last, first))

    def nearest_edge(self, point: int, start: bool) -> int:
        """The word edge nearest a place that can be the start or the end of a coding."""
        left, right = self.around(min(point, max(0, len(self.text) - 1)))
        if self.text[left:right].isspace():
            return right if start else left
        return left if point - left <= right - point else self._past(right) if start else right

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """A span without the white space at its ends; as it is when it holds nothing else."""
        first, last = start, end
        while first < last and self.text[first].isspace():
            first += 1
        while last > first and self.text[last - 1].isspace():
            last -= 1
        return (first, last) if first < last else (start, end)

    def larger(self, start: int, end: int) -> tuple[int, int]:
        """The next larger unit that holds a span: words, sentences, turns and paragraphs, the whole text.

        A paragraph inside a turn comes before the turn, a turn inside a paragraph before that; the speaker's label
        belongs to neither. Where the span reaches over several units, it is all of them.
        """
        last = max(start, end - 1)
        first = self.paragraph_around(start)
        after = self.paragraph_around(last)
        one, other = self.turn_around(start), self.turn_around(last)
        # blanks before and behind the words of a line belong to no paragraph; a selection of them still grows to theirs
        paragraph = (min(first[0], start), max(after[1], end)) if first and after else None
        told = one is not None and other is not None and one[0] < end and start < other[1]  # not blanks between turns
        turn = (min(one[0], start), max(other[1], end)) if told and one and other else None
        # a sentence or word does not reach over the border of its paragraph, even where the rules see none
        bound = paragraph or (start, end)
        sentence = self.sentence_around(start)[0], self.sentence_around(last)[1]
        units = [
            self.snapped(start, max(end, min(start + 1, len(self.text)))),
            (max(sentence[0], min(bound[0], start)), sentence[1]),
            *sorted((unit for unit in (paragraph, turn) if unit), key=lambda unit: unit[1] - unit[0]),
        ]
        for unit in units:
            grown = self.whole(*unit)
            if grown[0] <= start and grown[1] >= end and grown != (start, end):
                return grown
        return 0, len(self.text)

    def paragraph_around(self, point: int) -> tuple[int, int] | None:
        """The words of the paragraph at a place, without the speaker's label."""
        start = self.text.rfind("\n", 0, point) + 1
        end = self.text.find("\n", point)
        end = len(self.text) if end < 0 else end
        index = bisect_right(self._turns, start, key=lambda turn: turn.start)
        turn = self._turns[index - 1] if index else None
        if turn is not None and turn.start <= start < turn.body <= point:
            start = min(turn.body, end)
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return (start, end) if start < end else None

    def whole(self, start: int, end: int) -> tuple[int, int]:
        """A span widened so that it splits no letter from its marks and no emoji made of several characters."""
        if start >= end:
            return start, end
        return whole(self.text, start)[0], whole(self.text, end)[1]

    def neighbour_turn(self, point: int, step: int) -> tuple[int, int] | None:
        """The words of the turn `step` turns on from the one at a place."""
        index = bisect_right(self._turns, point, key=lambda turn: turn.start) - 1 + step
        if not 0 <= index < len(self._turns):
            return None
        return self._turns[index].body, self._turns[index].end

    def _past(self, point: int) -> int:
        while point < len(self.text) and self.text[point].isspace():
            point += 1
        return point

    def _unit(self, point: int, kind: QTextBoundaryFinder.BoundaryType) -> tuple[int, int]:
        """The unit that holds the character at `point`, inside its paragraph."""
        if not self.text:
            return 0, 0
        point = max(0, min(point, len(self.text) - 1))
        if self.text[point] == "\n":
            return point, point
        low = max(self.text.rfind("\n", 0, point) + 1, point - _REACH)
        high = self.text.find("\n", point)
        high = min(len(self.text) if high < 0 else high, point + _REACH)
        piece = self.text[low:high]
        positions = Positions(piece)
        finder = QTextBoundaryFinder(kind, piece)
        finder.setPosition(positions.to_qt(point - low + 1))
        end = finder.position() if finder.isAtBoundary() else finder.toNextBoundary()
        start = finder.toPreviousBoundary()
        last = positions.from_qt(end) if end >= 0 else len(piece)
        return low + positions.from_qt(max(0, start)), low + last
