"""Search in the whole project: hits page by page, each with its place and context."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from ..domain.documents import Document
from ..domain.progress import SILENT, Progress
from ..domain.queries import TextQuery, regex_query, substring_query, words_query
from ..store.search import candidates, row_number

if TYPE_CHECKING:
    from .project import Project

_CONTEXT = 60  # characters on each side


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a query was found; `before` and `after` are the text around it on one line."""

    document: Document
    start: int
    end: int
    before: str
    text: str
    after: str

    @property
    def context(self) -> str:
        """The hit in its surroundings."""
        return f"{self.before}{self.text}{self.after}"


def make_query(text: str, regex: bool = False, substring: bool = False) -> TextQuery:
    """The query a user means; raises `BadInput` when it is none."""
    if regex:
        return regex_query(text)
    return substring_query(text) if substring else words_query(text)


def search(
    project: "Project", query: TextQuery | str, progress: Progress = SILENT, after: UUID | None = None
) -> Iterator[Hit]:
    """Hits in document order, beginning behind document `after`; documents are read only as hits are asked for."""
    asked = words_query(query) if isinstance(query, str) else query
    with project.read() as read:
        ids = read.document_ids()
        if after is not None:
            ids = ids[1 + next((number for number, key in enumerate(ids) if key == after), -1) :]
        if asked.terms:
            rows = candidates(read.database, read.connection, asked.terms)
            ids = [key for key in ids if row_number(key.bytes) in rows] if rows else []
        for number, key in enumerate(ids):
            document: Document = read.record("document", key)
            progress.tick(number, len(ids), document.name)
            text = read.text(document)
            for start, end in asked.hits_of_all(text):
                yield _hit(document, text, start, end)


def _hit(document: Document, text: str, start: int, end: int) -> Hit:
    before = text[max(0, start - _CONTEXT) : start]
    after = text[end : end + _CONTEXT]
    return Hit(document, start, end, _one_line(before), _one_line(text[start:end]), _one_line(after))


def _one_line(text: str) -> str:
    return text.replace("\n", " ")
