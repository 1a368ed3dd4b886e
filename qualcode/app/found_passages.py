"""What is done to passages that a query found, each in one step: code them, take a code off, write a memo on them.

Between the answer and the deed somebody else may have written, or the answer was looked at for long. So the writer
looks again, in the very step: where the text of a document is another one than the query saw, its places mean other
words, and nothing is done at all.
"""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from ..domain.codebook import Code
from ..domain.codings import Coding
from ..domain.errors import NotFound, Refused
from ..domain.memos import Memo
from ..domain.selections import Place
from ..store.work import Work
from .action import action
from .autocoding import Coded, autocode, autocode_new
from .coding import remove_codings
from .memos import write_memo
from .query_results import codings_found, places_of
from .retrieving import Retrieved


@action("Autocode “{code.name}”: {count} passages")
def code_found(work: Work, code: Code, found: Retrieved, places: Sequence[Place] | None = None) -> Coded:
    """Put a code on the passages a query found, or on these of them.

    Raises `Refused` where the text of one of their documents has changed since the query was answered.
    """
    coded: Coded = autocode.within(work, code, _standing(work, found, places))
    return coded


@action("Autocode “{name}”: {count} passages")
def code_found_anew(
    work: Work,
    name: str,
    found: Retrieved,
    places: Sequence[Place] | None = None,
    parent: Code | None = None,
    above: Iterable[str] = (),
) -> Coded:
    """Make a code below `parent` and put it on the passages a query found, or on these of them.

    `above` are themes to make between the two. Raises `Refused` as `code_found` does.
    """
    coded: Coded = autocode_new.within(work, name, _standing(work, found, places), parent=parent, above=above)
    return coded


@action("Remove {count} codings")
def uncode_found(work: Work, code: Code, found: Retrieved, places: Sequence[Place] | None = None) -> list[Coding]:
    """Take the codings with a code that a query found off its passages, or off these of them.

    Codings that are gone already are left out. Raises `Refused` as `code_found` does.
    """
    _standing(work, found, places)
    gone: list[Coding] = remove_codings.within(work, codings_found(work.read, found, code.id, places))
    return gone


@action("Write memo “{title}”")
def memo_on_found(work: Work, text: str, found: Retrieved, places: Sequence[Place] | None = None) -> Memo:
    """Write a memo on the project that leads to the passages a query found, or to these of them.

    Raises `Refused` as `code_found` does, and where a passage carries no coding any more: nothing could lead to it.
    """
    memo: Memo = write_memo.within(work, text, links=_segments(work, _standing(work, found, places)))
    return memo


def _standing(work: Work, found: Retrieved, places: Sequence[Place] | None) -> Sequence[Place]:
    """The places, where the words that were found still stand there."""
    wanted = places_of(found) if places is None else places
    documents = {document for document, *_ in wanted}
    now = {record.id: record for record in work.read.records("document", documents)}
    for then in found.material.documents:
        if then.id not in documents:
            continue
        if then.id not in now:
            raise NotFound("“{document}” is no longer in the project. Ask again for the passages.", document=then.name)
        if now[then.id].content != then.content:
            raise Refused(
                "The text of “{document}” has changed since these passages were found. Look at them again.",
                document=now[then.id].name,
            )
    return wanted


def _segments(work: Work, places: Sequence[Place]) -> list[Any]:
    """A segment at each place; where several coders have one there any will do."""
    by_document: dict[UUID, set[tuple[int, int]]] = {}
    for document, start, end in places:
        by_document.setdefault(document, set()).add((start, end))
    segments: list[Any] = []
    for document, spans in by_document.items():
        own: dict[tuple[int, int], Any] = {}
        for one in work.read.segments_of(document, {start for start, _ in spans}):
            own.setdefault((one.start, one.end), one)
        if not spans <= own.keys():
            raise Refused("Not all of these passages are still coded. Look at them again.")
        segments += [own[span] for span in sorted(spans)]
    return segments
