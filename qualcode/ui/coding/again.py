"""The same document with another text: where one was, what was selected and which coding was chosen stay."""

from ...domain.segments import Edit, Edits, Span
from ..reader.reader import Reader


class Again:
    """Remembers where one is in a reader before its text is exchanged."""

    def __init__(self, reader: Reader, old: str, new: str) -> None:
        self._reader = reader
        self._edits = Edits([_difference(old, new)])
        self._chosen, self._selection, self._cursor = reader.chosen, reader.selection, reader.cursor
        point, above = reader.place()
        self._place = self._edits.anchor(point), above

    def go_on(self) -> None:
        """The reader has the new text: be where one was."""
        reader = self._reader
        span = self._edits.moved(Span(*self._selection)) if self._selection is not None else None
        if span is not None:
            reader.select(span.start, span.end)
        else:
            at = min(self._edits.anchor(self._cursor), len(reader.text))
            reader.select(at, at)
        if self._chosen is not None and any(one.id == self._chosen for one in reader.codings):
            reader.choose(self._chosen)
        reader.return_to(self._place)


def _difference(old: str, new: str) -> Edit:
    """The one passage in which two texts differ."""
    shorter = min(len(old), len(new))
    head = _same(old[:shorter], new[:shorter])
    left = shorter - head
    tail = _same(old[len(old) - left :][::-1], new[len(new) - left :][::-1])
    return Edit(head, len(old) - tail, len(new) - tail - head)


def _same(one: str, other: str) -> int:
    """How many characters two texts of one length have in common at their beginning."""
    low, high = 0, len(one)
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
