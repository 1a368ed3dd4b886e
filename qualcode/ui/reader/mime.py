"""What is carried by a drag between the reader, the lists of segments and the codebook."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QMimeData

SPAN = "application/x-qualcode-span"  # "start end" in code points, ASCII
CODE = "application/x-qualcode-code"  # the code's UUID in its written form, ASCII
CODES = "application/x-qualcode-codes"  # the same of several codes, with blanks between them
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
