"""Memos: what a researcher thinks, about the project, a document, a segment, a code or a case; together the journal."""

from dataclasses import dataclass
from uuid import UUID

MEMO_SUBJECTS = ("project", "document", "segment", "code", "case")
MEMO_LINKS = (*MEMO_SUBJECTS, "memo")  # what a memo can be linked to besides


@dataclass(frozen=True, slots=True)
class Memo:
    """A dated note; `about_kind` is one of `MEMO_SUBJECTS`, `about` the id of the subject.

    `changed` is the time of the last change, none while it stands as it was written; `dated` (an ISO date) the
    day it is about where that is not the day it was written.
    """

    id: UUID
    about_kind: str
    about: UUID
    title: str
    kind: str
    text: str
    coder: UUID
    created: str
    changed: str | None = None
    dated: str | None = None


@dataclass(frozen=True, slots=True)
class MemoLink:
    """A memo points to something besides its subject; `about_kind` is one of `MEMO_LINKS`."""

    id: UUID
    memo: UUID
    about_kind: str
    about: UUID
    created: str
