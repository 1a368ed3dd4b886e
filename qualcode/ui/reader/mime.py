"""What is carried by a drag between the reader, the lists of segments and the codebook, and what is pasted."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QMimeData

from ...domain.documents import clean
from .positions import shown

SPAN = "application/x-qualcode-span"  # "start end" in code points, ASCII
CODE = "application/x-qualcode-code"  # the code's UUID in its written form, ASCII
CODES = "application/x-qualcode-codes"  # the same of several codes, with blanks between them
_BREAKS = re.compile("[\u2028\u2029]")
CODINGS = "application/x-qualcode-codings"  # UUIDs of codings, with blanks between them


def put_span(data: QMimeData, start: int, end: int) -> None:
    """Lay a span of the open document into a drag."""
    data.setData(SPAN, f"{start} {end}".encode())


def span_of(data: QMimeData) -> tuple[int, int] | None:
    """The span a drag carries."""
    pieces = bytes(data.data(SPAN).data()).split()
    if len(pieces) != 2 or not all(piece.isdigit() for piece in pieces):
        return None
    return int(pieces[0]), int(pieces[1])


def put_code(data: QMimeData, code: UUID) -> None:
    """Lay a code into a drag."""
    data.setData(CODE, str(code).encode())


def code_of(data: QMimeData) -> UUID | None:
    """The code a drag carries."""
    try:
        return UUID(bytes(data.data(CODE).data()).decode("ascii"))
    except ValueError:
        return None


def put_codes(data: QMimeData, codes: Iterable[UUID]) -> None:
    """Lay several codes into a drag; who takes only one gets the first."""
    found = list(codes)
    data.setData(CODES, " ".join(map(str, found)).encode())
    if found:
        put_code(data, found[0])


def codes_of(data: QMimeData) -> list[UUID]:
    """The codes a drag carries."""
    one = code_of(data)
    return _ids(data, CODES) or ([one] if one is not None else [])


def put_codings(data: QMimeData, codings: Iterable[UUID]) -> None:
    """Lay codings into a drag: dropped on a code they get it instead of theirs, with Ctrl as well as theirs."""
    data.setData(CODINGS, " ".join(map(str, codings)).encode())


def codings_of(data: QMimeData) -> list[UUID]:
    """The codings a drag carries."""
    return _ids(data, CODINGS)


def _ids(data: QMimeData, kind: str) -> list[UUID]:
    try:
        return [UUID(piece) for piece in bytes(data.data(kind).data()).decode("ascii").split()]
    except ValueError:
        return []


@dataclass(frozen=True, slots=True)
class Pasted:
    """Words from elsewhere as a document can hold them, and what is not as it was: Unicode's own separators of lines
    and paragraphs that became line ends, signs left out (NUL, a byte order mark), and signs nobody can read that
    became U+FFFD."""

    words: str
    breaks: int
    left_out: int
    unreadable: int

    @property
    def whole(self) -> bool:
        """Whether all is as it was."""
        return not (self.breaks or self.left_out or self.unreadable)


def pasted(raw: str) -> Pasted:
    """What is pasted into a text that is written on. Qt keeps U+2028, U+2029 and some others for itself, so that a
    text that is typed into cannot tell them from line ends and placeholders."""
    cleaned = clean(raw)
    breaks = len(_BREAKS.findall(cleaned.text))
    words = _BREAKS.sub("\n", cleaned.text)
    seen = shown(words)
    unreadable = len(cleaned.replaced) + sum(one != other for one, other in zip(words, seen, strict=True))
    return Pasted(seen, breaks, sum(count for _, count in cleaned.removed), unreadable)
