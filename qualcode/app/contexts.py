"""The segments of a code with what stands around them: for going through them one by one."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from ..domain.codings import PlacedCoding
from ..domain.errors import cut_short
from ..domain.folding import fold
from ..store.reading import Reading
from .lists import rows_by_id

AROUND = 120  # characters before and after
_LONGEST = 1_200  # characters of a segment


@dataclass(frozen=True, slots=True)
class Context:
    """One coding with its words, what stands before and after them, and where that is. `folded` is for searching."""

    coding: PlacedCoding
    before: str
    words: str
    after: str
    document: str
    turn: int
    coder: str
    folded: str


def documents_with(read: Reading, code: UUID) -> list[tuple[UUID, bytes]]:
    """The documents that hold codings of a code, in their order, each with the packed ids of those in text order."""
    held: dict[UUID, list[bytes]] = {}
    for coding in read.placed(code=code):
        held.setdefault(coding.document, []).append(coding.id.bytes)
    return [(document, b"".join(held[document])) for document in read.document_ids() if document in held]


def segments_in_context(read: Reading, held: Iterable[tuple[UUID, bytes]]) -> list[Context]:
    """The codings of some documents of `documents_with`, each with its surroundings on one line."""
    coders = {coder.id: coder.name for coder in read.coders()}
    found: list[Context] = []
    for key, ids in held:
        document = read.by_id("document", key)
        if document is None:
            continue
        text = read.text(document)
        for row in rows_by_id(read, ids):
            coding = row.coding
            words = text[coding.start : coding.end]
            shown = cut_short(words, _LONGEST)
            found.append(
                Context(
                    coding,
                    _line(text[max(0, coding.start - AROUND) : coding.start], cut_start=coding.start > AROUND),
                    " ".join(shown.split()),
                    _line(text[coding.end : coding.end + AROUND], cut_end=coding.end + AROUND < len(text)),
                    document.name,
                    row.turn,
                    coders.get(coding.coder, ""),
                    fold(words),
                )
            )
    return found


def _line(text: str, cut_start: bool = False, cut_end: bool = False) -> str:
    """A piece of text on one line, from whole words where it was cut."""
    if cut_start and " " in text:
        text = "…" + text[text.index(" ") :]
    if cut_end and " " in text:
        text = text[: text.rindex(" ")] + " …"
    return " ".join(text.split())
