"""What a reviewer says about themes, codes, quotes and relations: comments, marks, and suggested changes."""

import unicodedata
from dataclasses import dataclass
from uuid import UUID

from .codebook import NAME_LIMIT
from .documents import clean
from .visible import between_signs, is_visible

REVIEWED = ("project", "code", "segment", "relation", "map")  # what can be spoken about
MARKS = ("accept", "needs-work")
SUGGESTIONS = ("rename", "merge", "move", "redefine")
NOTE_KINDS = ("comment", *MARKS, *SUGGESTIONS)
STATES = ("open", "accepted", "refused", "settled")


@dataclass(frozen=True, slots=True)
class Review:
    """A reviewer's file that was brought in: what it was made from (the step and its digest), when the reviewer saved
    it, and the digest of the file, by which the same file is known again."""

    id: UUID
    reviewer: str
    step: int
    step_digest: str
    saved: str
    digest_of_file: str
    coder: UUID
    created: str


@dataclass(frozen=True, slots=True)
class ReviewNote:
    """One thing said in a review, or in answer to it.

    `kind` is one of `NOTE_KINDS`; `about_kind` one of `REVIEWED` and `about` its id, which may be gone by now:
    `about_name` is what it was called. `value` is what a suggestion asks for: the new name (rename), the id of the code
    to merge into or to move below (empty: to the top), a JSON object of fields (redefine), or, where a quote is to
    carry another code, one of the ids `from` and `to`. `author` is the name of who said it, `said` when. `state` is
    one of `STATES`, `decided_by` and `decided` who settled it and when, `answer` why. `reply_to` is the note it
    answers, `review` the file it came with (none: written in the program).
    """

    id: UUID
    about_kind: str
    about: UUID
    about_name: str
    kind: str
    text: str
    value: str
    author: str
    said: str
    state: str
    answer: str
    decided_by: str
    decided: str
    coder: UUID
    created: str
    reply_to: UUID | None = None
    review: UUID | None = None


def reviewer_name(written: str) -> str:
    """The name a reviewer gave, as it is stored: one line, no longer than names are; empty where nothing of it can be
    seen. It is never refused: what was said counts, whatever the name is like."""
    line = " ".join(clean(written).text.split())
    name = "".join(char for char in unicodedata.normalize("NFC", line) if unicodedata.category(char) != "Cc")
    return name[: between_signs(name, NAME_LIMIT)].strip() if is_visible(name) else ""
