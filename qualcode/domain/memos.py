"""Memos: what a researcher thinks, about the project, a document, a segment, a code or a case; together the journal."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

MEMO_SUBJECTS = ("project", "document", "segment", "code", "case")
MEMO_LINKS = (*MEMO_SUBJECTS, "memo")  # what a memo can be linked to besides
# the types of memo that handbooks name; a memo may have one of these, a word of its own, or none
MEMO_TYPES = ("reflexive", "method", "theory", "analytic", "code", "case", "document", "question")
LONGEST_TYPE = 60  # characters
_MENTION = re.compile(r"\[\[([^\[\]\n]{1,200})\]\]")


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


def mentions(text: str) -> list[str]:
    """The names written as `[[name]]` in the text of a memo, each once, in their order."""
    return list(dict.fromkeys(name for found in _MENTION.finditer(text) if (name := found[1].strip())))


def replace_mentions(text: str, said: Callable[[str], str]) -> str:
    """The text with `said(name)` in the place of each `[[name]]`."""
    return _MENTION.sub(lambda found: said(name) if (name := found[1].strip()) else found[0], text)


def is_day(written: str) -> bool:
    """Whether this is a day as YYYY-MM-DD."""
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False


def day_of(memo: Memo) -> str:
    """The day a memo is about: the one it was given, else that on which it was written, by the clock here."""
    # the time is kept in UTC, where it was yesterday still when somebody in China wrote before breakfast
    return memo.dated or datetime.fromisoformat(memo.created).astimezone().date().isoformat()


def printed_day_of(memo: Memo) -> str:
    """The day a memo is about as files say it, which are the same wherever they are written: that of UTC."""
    return memo.dated or memo.created[:10]
