"""People who code."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Coder:
    """A person who codes; `created` is ISO 8601 UTC."""

    id: UUID
    name: str
    created: str
