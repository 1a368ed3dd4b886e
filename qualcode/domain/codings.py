"""Segments and codings: which words of a document carry which code, and by whom."""

from dataclasses import dataclass
from uuid import UUID

CERTAINTIES = ("sure", "likely", "unsure")
MARKS = ("exemplar", "near-miss")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stored half-open span `[start, end)` of code points in one document, made by one coder.

    All codings this coder puts on this span share the segment, and so its comment. `doubt` holds the words it stood
    on before a new version of the text, as long as nobody has confirmed where it stands now. `used` says where in
    a draft it is quoted (empty: somewhere).
    """

    id: UUID
    document: UUID
    coder: UUID
    start: int
    end: int
    comment: str
    created: str
    doubt: str | None = None
    used: str | None = None


@dataclass(frozen=True, slots=True)
class Coding:
    """One code on one segment; the coder is the segment's.

    `certainty` is one of `CERTAINTIES`, `mark` one of `MARKS`, `discuss` what the team is to talk about (empty: just
    that), `facet` what is new about the code here (empty: just that it is new); None where nothing was said.
    """

    id: UUID
    segment: UUID
    code: UUID
    weight: float | None
    created: str
    certainty: str | None = None
    mark: str | None = None
    discuss: str | None = None
    facet: str | None = None


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
    certainty: str | None = None
    mark: str | None = None
    discuss: str | None = None
    doubt: str | None = None
    facet: str | None = None
    used: str | None = None
