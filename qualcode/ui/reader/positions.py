"""The one place where code points of a document and positions in Qt's text are turned into each other."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
# Qt keeps these for itself (frames, embedded objects) or would make a break of its own of them;
# one character stands for one, so positions stay
_OWN = re.compile("[\0\r\ufdd0\ufdd1\ufeff\ufffc\ufffe\u2028\u2029]")
_SHOWN = {
    0x00: "\ufffd",
    0x0D: " ",
    0xFDD0: "\ufffd",
    0xFDD1: "\ufffd",
    0xFEFF: "\u2060",  # at the beginning of a text both are taken for marks of its byte order, and left out
    0xFFFE: "\ufffd",
    0xFFFC: "\ufffd",
    0x2028: " ",
    0x2029: " ",
}


class Positions:
    """Code points of one text against positions in a QTextDocument that shows it.

    Qt counts UTF-16 units, so each character beyond the basic plane takes two. A paragraph that was split
    for layout has, at each of `splits` (code points, ascending), one separator that is not in the text.
    """

    def __init__(self, text: str, splits: Sequence[int] = ()) -> None:
        self.length = len(text)
        astral: list[int] = []
        if not text.isascii() and len(text.encode("utf-16-le", "surrogatepass")) // 2 != len(text):
            astral = [match.start() for match in _ASTRAL.finditer(text)]
        # even keys are separators before a character, odd ones the second unit of a character
        self._keys = sorted([2 * point + 1 for point in astral] + [2 * point for point in splits])
        self._extra = [(key >> 1) + count + (key & 1) for count, key in enumerate(self._keys)]

    def to_qt(self, point: int, end: bool = False) -> int:
        """The Qt position of a code point; of an `end`, before a separator instead of after it."""
        point = max(0, min(point, self.length))
        if not self._keys:
            return point
        count = bisect_left(self._keys, 2 * point) if end else bisect_right(self._keys, 2 * point)
        return point + count

    def from_qt(self, position: int) -> int:
        """The code point of a Qt position; inside a surrogate pair, the one after it."""
        if self._extra:
            position -= bisect_left(self._extra, position)
        return max(0, min(position, self.length))


def shown(text: str) -> str:
    """`text` as it may be given to Qt: as many characters, none of which Qt would take for its own."""
    return text.translate(_SHOWN) if _OWN.search(text) else text
