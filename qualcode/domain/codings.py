"""Segments and codings: which words of a document carry which code, and by whom."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Segment:
    """A stored half-open span `[start, end)` of code points in one document, made by one coder.

    All codings this coder puts on this span share the segment, and so its comment.
    """

    id: UUID
    document: UUID
    coder: UUID
    start: int
    end: int
    comment: str
    created: str


@dataclass(frozen=True, slots=True)
class Coding:
    """One code on one segment; the coder is the segment's."""

    id: UUID
    segment: UUID
    code: UUID
    weight: float | None
    created: str


@dataclass(frozen=True, slots=True)
class PlacedCoding:
    """A coding together with where it stands: what lists, stripes and scripts work with."""

    id: UUID
    segment: UUID
    document: UUID
    coder: UUID
    code: UUID
    start: int
    end: int
    comment: str
    weight: float | None
    created: str
