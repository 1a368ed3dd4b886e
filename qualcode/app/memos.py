"""Memos: writing, changing and removing them."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from ..domain.cases import Case
from ..domain.codebook import Code
from ..domain.codings import PlacedCoding, Segment
from ..domain.documents import Document, clean
from ..domain.errors import Ambiguous, BadInput, NotFound
from ..domain.ids import new_id
from ..domain.memos import Memo
from ..domain.project import Study
from ..store.work import Work
from .acting import coder_of
from .action import action
from .naming import resolve

_KIND_OF: dict[type, str] = {Document: "document", Code: "code", Case: "case", Segment: "segment"}


@action("Write memo “{title}”")
def write_memo(work: Work, text: str, about: Any = None, title: str = "", kind: str = "") -> Memo:
    """Write a memo about a document, segment, code or case (record, id or name), or None: the project.

    Without a title its first words serve.
    """
    words = clean(text).text.strip()
    if not words:
        raise BadInput("A memo needs some text.")
    about_kind, subject = _subject(work, about)
    memo = Memo(
        new_id(), about_kind, subject, _title(title, words), _one_line(kind), words, coder_of(work).id, work.time
    )
    work.say(title=memo.title)
    work.add(memo)
    return memo


@action("Change memo “{title}”")
def edit_memo(work: Work, memo: Memo, text: str, title: str = "", kind: str | None = None) -> Memo:
    """Replace the text of a memo, and its title and kind where given."""
    words = clean(text).text.strip()
    if not words:
        raise BadInput("A memo needs some text. To take it away, remove it.")
    edited = replace(
        memo,
        text=words,
        title=_title(title or memo.title, words),
        kind=memo.kind if kind is None else _one_line(kind),
    )
    work.say(title=edited.title)
    work.replace(edited)
    return edited


@action("Remove memo “{memo.title}”")
def remove_memo(work: Work, memo: Memo) -> Memo:
    """Take a memo away."""
    work.remove(memo)
    return memo


def _title(title: str, text: str) -> str:
    line = _one_line(title) or _one_line(text)
    return line if len(line) <= 80 else line[:79].rstrip() + "…"


def _subject(work: Work, about: Any) -> tuple[str, UUID]:
    """Kind and id of what a memo is about."""
    if about is None or isinstance(about, Study):
        return "project", work.read.study().id
    if isinstance(about, PlacedCoding):
        return "segment", about.segment
    for record, kind in _KIND_OF.items():
        if isinstance(about, record):
            return kind, resolve(work.read, record, about).id
    found = []
    for record, kind in _KIND_OF.items():
        try:
            found.append((kind, resolve(work.read, record, about).id))
        except NotFound:
            continue
    if len(found) > 1:
        raise Ambiguous(
            "“{name}” is the name of a {kinds}. Give the record or its id.",
            name=about,
            kinds=" and a ".join(kind for kind, _ in found),
        )
    if not found:
        raise NotFound("There is no document, code or case “{name}” to write a memo about.", name=about)
    return found[0]


def _one_line(text: str) -> str:
    return " ".join(clean(text).text.split())
