"""Document sets: some documents put together for a purpose, whatever folder they lie in."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class DocumentSet:
    """A named choice of documents; `position` orders the sets."""

    id: UUID
    name: str
    position: int
    created: str


@dataclass(frozen=True, slots=True)
class DocumentSetMember:
    """One document in one set."""

    id: UUID
    document_set: UUID
    document: UUID
