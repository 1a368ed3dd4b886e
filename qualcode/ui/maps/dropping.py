"""What can be dropped on a map: codes and themes from the lists beside it."""

from uuid import UUID

from PySide6.QtCore import QMimeData

from ..reader.mime import codes_of
from ..themes.column import THEME


def things_in(data: QMimeData) -> list[UUID]:
    """The codes and themes a drag carries."""
    found = codes_of(data)
    one = bytes(data.data(THEME).data())
    if not found and len(one) == 16:
        found = [UUID(bytes=one)]
    return found
