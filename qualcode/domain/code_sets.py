"""Code sets: some codes of the codebook put together for a purpose, whatever branch they stand on."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class CodeSet:
    """A named choice of codes; `position` orders the sets."""

    id: UUID
    name: str
    position: int
    created: str


@dataclass(frozen=True, slots=True)
class CodeSetMember:
    """One code in one set; `position` orders the codes of a set, the first nine answer the digit keys."""

    id: UUID
    code_set: UUID
    code: UUID
    position: int
