"""One document as the reader shows it: asked for in one go, then corrected step by step."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from uuid import UUID

from ...app.redactions import redactions_of
from ...app.rewriting import parts as parts_of_cases
from ...domain.bookmarks import Bookmark
from ...domain.codebook import Codebook
from ...domain.codings import PlacedCoding
from ...domain.documents import Document, Turn, turns
from ...domain.history import Step
from ...domain.redactions import Redaction
from ...domain.segments import Span
from ...store import pages

if TYPE_CHECKING:
    from ...store.reading import Reading


@dataclass(frozen=True, slots=True)
class Opened:
    """A document with everything that stands on it."""

    document: Document
    text: str
    turns: list[Turn]
    codings: list[PlacedCoding]
    codebook: Codebook
    coders: dict[UUID, str]
    bookmarks: list[Bookmark] = field(default_factory=list)  # in text order
    memos: dict[UUID, list[str]] = field(default_factory=dict)  # segment → texts of the memos about it
    parts: list[tuple[str, Span]] = field(default_factory=list)  # what belongs to a case, by its name
    redactions: list[Redaction] = field(default_factory=list)  # in text order

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
    found, placed = turns(text, document.speakers), read.placed(document=key)
    bookmarks, memos = read.bookmarks(key), read.segment_memos(key)
    parts, redactions = _parts(read, document), redactions_of(read, key)
    return Opened(document, text, found, placed, read.codebook, _coders(read), bookmarks, memos, parts, redactions)


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
    bookmarks = read.bookmarks(key) if touched("bookmark") else old.bookmarks
    memos = read.segment_memos(key) if touched("memo") else old.memos
    parts = _parts(read, document) if touched("assignment") or touched("case") else old.parts
    redactions = redactions_of(read, key) if touched("redaction") else old.redactions
    return replace(
        old,
        document=document,
        codings=codings,
        codebook=codebook,
        coders=coders,
        bookmarks=bookmarks,
        memos=memos,
        parts=parts,
        redactions=redactions,
    )


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


def _parts(read: "Reading", document: Document) -> list[tuple[str, Span]]:
    found = parts_of_cases(read, document)
    names = {case.id: case.name for case in read.records("case", {one.case for one, _ in found})}
    return [(names[one.case], span) for one, span in found]


def _coders(read: "Reading") -> dict[UUID, str]:
    return {coder.id: coder.name for coder in read.coders()}
