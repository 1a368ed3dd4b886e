"""Memos: what a researcher thinks, about the project, a document, a segment or a code."""

from dataclasses import dataclass
from uuid import UUID

MEMO_SUBJECTS = ("project", "document", "segment", "code", "case")


@dataclass(frozen=True, slots=True)
class Memo:
    """A dated note; `about_kind` is one of `MEMO_SUBJECTS`, `about` the id of the subject."""

    id: UUID
    about_kind: str
    about: UUID
    title: str
    kind: str
    text: str
    coder: UUID
    created: str
