"""Bookmarks: setting, renaming and removing them."""

from dataclasses import replace

from ..domain.bookmarks import Bookmark, words_at
from ..domain.codebook import clean_name
from ..domain.documents import Document
from ..domain.errors import BadInput
from ..domain.ids import new_id
from ..domain.segments import Edits
from ..store.work import Work
from .acting import coder_of
from .action import action


@action("Bookmark “{name}” in {document.name}")
def add_bookmark(work: Work, document: Document, at: int, name: str = "") -> Bookmark:
    """Remember the place before a character; without a name its first words serve."""
    text = work.read.text(document)
    if not 0 <= at <= len(text):
        raise BadInput(
            "Character {at} is not in “{name}”, which has {length}.", at=at, name=document.name, length=len(text)
        )
    named = " ".join(name.split()) or words_at(text, at) or document.name
    bookmark = Bookmark(new_id(), document.id, at, clean_name(named, "bookmark"), coder_of(work).id, work.time)
    work.say(name=bookmark.name)
    work.add(bookmark)
    return bookmark


@action("Rename bookmark “{bookmark.name}” to “{name}”")
def rename_bookmark(work: Work, bookmark: Bookmark, name: str) -> Bookmark:
    """Give a bookmark another name."""
    renamed = replace(bookmark, name=clean_name(name, "bookmark"))
    work.say(name=renamed.name)
    work.replace(renamed)
    return renamed


@action("Remove bookmark “{bookmark.name}”")
def remove_bookmark(work: Work, bookmark: Bookmark) -> Bookmark:
    """Take a bookmark away."""
    work.remove(bookmark)
    return bookmark


def move_bookmarks(work: Work, document: Document, edits: Edits) -> None:
    """Let the bookmarks of a document move along with edits of its text."""
    there = work.read.bookmarks(document.id)
    moved = [replace(bookmark, at=edits.anchor(bookmark.at)) for bookmark in there]
    work.replace([after for before, after in zip(there, moved, strict=True) if after != before])
