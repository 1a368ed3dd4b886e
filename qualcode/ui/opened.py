"""One document as the reader shows it, asked for in one go."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from ..domain.codebook import Codebook
from ..domain.codings import PlacedCoding
from ..domain.documents import Document, Turn, turns

if TYPE_CHECKING:
    from ..store.reading import Reading


@dataclass(frozen=True, slots=True)
class Opened:
    """A document with everything that stands on it."""

    document: Document
    text: str
    turns: list[Turn]
    codings: list[PlacedCoding]
    codebook: Codebook
    coders: dict[UUID, str]

    @property
    def speakers(self) -> bool:
        """Whether its turns carry labels."""
        return any(turn.speaker for turn in self.turns)


@dataclass(frozen=True, slots=True)
class Marks:
    """What may change on an open document without its text: the record, codings, codes, coders."""

    document: Document | None
    codings: list[PlacedCoding]
    codebook: Codebook
    coders: dict[UUID, str]


def open_document(read: "Reading", key: UUID) -> Opened | None:
    """Everything about one document; None when it is gone."""
    document = read.by_id("document", key)
    if document is None:
        return None
    text = read.text(document)
    marks = read_marks(read, key)
    return Opened(document, text, turns(text, document.speakers), marks.codings, marks.codebook, marks.coders)


def read_marks(read: "Reading", key: UUID) -> Marks:
    """What stands on a document now."""
    coders = {coder.id: coder.name for coder in read.coders()}
    return Marks(read.by_id("document", key), read.placed(document=key), read.codebook, coders)


def merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans as disjoint ones in order; those that touch become one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def share_coded(codings: list[PlacedCoding], characters: int) -> float:
    """Which part of a text carries a code, 0 to 1."""
    covered = sum(end - start for start, end in merged([(coding.start, coding.end) for coding in codings]))
    return covered / characters if characters else 0.0
