"""Links between segments: one passage contradicts, continues or explains another."""

from dataclasses import dataclass
from uuid import UUID

RELATIONS = ("contradicts", "continues", "explains", "example of", "answers")
LONGEST_RELATION = 80  # characters


@dataclass(frozen=True, slots=True)
class Link:
    """A directed relation from one segment to another; `relation` is one of `RELATIONS` or the user's own word."""

    id: UUID
    source: UUID
    target: UUID
    relation: str
    comment: str
    coder: UUID
    created: str
