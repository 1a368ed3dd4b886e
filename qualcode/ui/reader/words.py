"""Words, sentences and turns of one text in code points: what selections snap to and grow by."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QTextBoundaryFinder

from ...domain.documents import Turn, turn_at
from .positions import Positions

_REACH = 2_000  # code points looked at to either side for a word or sentence


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
        first, last = self.around(start)[0], self.around(end - 1)[1]
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
        """The next larger unit that holds a span: word, sentence, turn, whole text."""
        turn = self.turn_around(start) or (start, end)
        sentence = self.sentence_around(start)[0], self.sentence_around(max(start, end - 1))[1]
        for unit in (
            self.snapped(start, max(end, min(start + 1, len(self.text)))),
            (max(sentence[0], min(turn[0], start)), sentence[1]),
            turn,
        ):
            if unit[0] <= start and unit[1] >= end and unit != (start, end):
                return unit
        return 0, len(self.text)

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
