"""What is carried by a drag between the reader and the codebook."""

from uuid import UUID

from PySide6.QtCore import QMimeData

SPAN = "application/x-qualcode-span"  # "start end" in code points, ASCII
CODE = "application/x-qualcode-code"  # the code's UUID in its written form, ASCII


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
