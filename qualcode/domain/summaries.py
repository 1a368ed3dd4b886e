"""What an analyst wrote about a case on a theme: the cells of a framework matrix."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """What a case says on a theme, in the analyst's words (Ritchie & Spencer 1994); one for each pair."""

    id: UUID
    case: UUID
    theme: UUID
    text: str
    coder: UUID
    created: str


@dataclass(frozen=True, slots=True)
class SummarySegment:
    """A segment that a summary rests on."""

    id: UUID
    summary: UUID
    segment: UUID
    coder: UUID
    created: str
