"""Bookmarks: places in documents somebody wants to come back to."""

from dataclasses import dataclass
from uuid import UUID

from .visible import between_signs

LONGEST_NAME = 60  # characters of a name made of the words at the place


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A named place before the code point `at` of a document."""

    id: UUID
    document: UUID
    at: int
    name: str
    coder: UUID
    created: str


def words_at(text: str, at: int) -> str:
    """The words a place is named by when nobody named it: what its line goes on with, cut where a word ends."""
    line = text[at : at + 4 * LONGEST_NAME].lstrip().partition("\n")[0]
    words = " ".join("".join(char if char.isprintable() else " " for char in line).split())
    if len(words) <= LONGEST_NAME:
        return words
    cut = words[: between_signs(words, LONGEST_NAME)]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:.") + "…"
