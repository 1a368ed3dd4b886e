"""One document as the reader shows it: asked for in one go, then corrected step by step."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from ..domain.codebook import Codebook
from ..domain.codings import PlacedCoding
from ..domain.documents import Document, Turn, turns
from ..domain.history import Step
from ..store import pages

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


def open_document(read: "Reading", key: UUID) -> Opened | None:
    """Everything about one document; None when it is gone."""
    document = read.by_id("document", key)
    if document is None:
        return None
    text = read.text(document)
    return Opened(
        document, text, turns(text, document.speakers), read.placed(document=key), read.codebook, _coders(read)
    )


def first_document(read: "Reading", wanted: str) -> tuple[int, Opened | None]:
    """How many documents there are, and the one whose id is `wanted`, else the first."""
    documents = read.documents()
    chosen = next((document for document in documents if str(document.id) == wanted), None)
    first = chosen or next(iter(documents), None)
    return len(documents), open_document(read, first.id) if first is not None else None


def renewed(read: "Reading", old: Opened, steps: Sequence[Step]) -> Opened | None:
    """An open document after these steps, read again only as far as they reach; None when it is gone.

    One coding among thousands must be seen at once, so the others are not asked for again.
    """

    def touched(kind: str) -> bool:
        return any(step.touches(kind) for step in steps)

    key = old.document.id
    document = read.by_id("document", key) if touched("document") else old.document
    if document is None:
        return None
    if (document.content, document.speakers) != (old.document.content, old.document.speakers):
        return open_document(read, key)
    codings = _codings(read, old, steps) if touched("coding") or touched("segment") else old.codings
    codebook = read.codebook if touched("code") else old.codebook
    coders = _coders(read) if touched("coder") else old.coders
    return replace(old, document=document, codings=codings, codebook=codebook, coders=coders)


def _codings(read: "Reading", old: Opened, steps: Sequence[Step]) -> list[PlacedCoding]:
    key = old.document.id
    changed = pages.changed_codings(read, [step.number for step in steps])
    if changed is None:
        return read.placed(document=key)
    touched, present = changed
    found = [coding for coding in old.codings if coding.id not in touched]
    found += [coding for coding in present if coding.document == key]
    found.sort(key=lambda coding: (coding.start, -coding.end, coding.id))
    return found


def _coders(read: "Reading") -> dict[UUID, str]:
    return {coder.id: coder.name for coder in read.coders()}


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
