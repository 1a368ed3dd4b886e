"""Which codings or passages a number of a table or a mark of a chart stands for."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

Place = tuple[UUID, int, int]  # document, start, end


@dataclass(frozen=True, slots=True)
class Selection:
    """The codings of what was looked at that have all of these; None means any.

    `codes` are the codes meant, those below them included where they count. `cases`, `coders` and `speakers` are
    names: a coding belongs to a case or speaker if its span touches a part of that case, a turn of that speaker.
    `made` are the first hour and the one after the last in which codings were made (see `domain.hours`).
    With `places` the selection is these passages, whatever codes they carry, and nothing else is asked.
    """

    codes: frozenset[UUID] | None = None
    documents: frozenset[UUID] | None = None
    cases: frozenset[str] | None = None
    coders: frozenset[str] | None = None
    speakers: frozenset[str] | None = None
    places: Sequence[Place] | None = None
    made: tuple[int, int] | None = None
