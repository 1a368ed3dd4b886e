"""The study itself."""

from dataclasses import dataclass
from uuid import UUID

METHODS = ("reflexive", "codebook", "coding-reliability", "framework", "grounded")


@dataclass(frozen=True, slots=True)
class Study:
    """The one row that says whose project file this is; `method` is one of `METHODS` or empty."""

    id: UUID
    name: str
    method: str
    created: str
