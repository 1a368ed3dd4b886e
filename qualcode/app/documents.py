"""Documents: bringing files in, renaming, editing and removing them."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ..domain.codebook import clean_name
from ..domain.documents import Document, clean
from ..domain.errors import BadInput, Refused, listed
from ..domain.folders import clean_folder
from ..domain.reanchoring import Anchoring
from ..domain.segments import Edit, Span
from ..store.work import Work
from .action import action
from .naming import resolve, resolve_many
from .patterns import require_bounded, require_quick
from .rewriting import anchor_again, rewrite
from .standing import drop_segments, drop_standing

if TYPE_CHECKING:
    from ..domain.progress import Progress
    from .exchange import Report
    from .project import Project


def import_files(
    project: "Project", paths: Iterable[str | Path], progress: "Progress | None" = None, **options: Any
) -> "Report":
    """Bring in transcripts and whatever else `qualcode import` reads; see `exchange.import_files`."""
    from . import exchange

    return exchange.import_files(project, paths, progress, **options)


@action("Rename document “{document.name}” to “{name}”")
def rename_document(work: Work, document: Document, name: str) -> Document:
    """Give a document another name."""
    name = clean_name(name, "document")
    other = work.read.document_named(name)
    if other is not None and other.id != document.id:
        raise Refused("There is a document “{name}” already. Choose another name.", name=name)
    renamed = replace(document, name=name)
    work.say(name=name)
    work.replace(renamed)
    return renamed


@action("Remove document “{document.name}” and its {codings} codings")
def remove_document(work: Work, document: Document) -> Document:
    """Take a document out of the project with its segments and codings; cases keep their values."""
    codings = work.read.placed(document=document.id)
    work.say(codings=len(codings))
    drop_segments(work, [segment.id for segment in work.read.segments_of(document.id)])
    drop_standing(work, [document.id])
    work.remove(work.read.assignments(document=document.id))
    work.remove(work.read.bookmarks(document.id))
    work.remove(work.read.where("redaction", document=document.id))
    work.remove(work.read.document_set_members(document=document.id))
    work.remove(document)
    return document


@action("Remove {names} with {codings} codings")
def remove_documents(work: Work, documents: Iterable[Document | UUID | str]) -> list[Document]:
    """Take several documents out of the project as one step; see `remove_document`."""
    gone: list[Document] = resolve_many(work.read, Document, documents)
    codings = sum(len(work.read.placed(document=document.id)) for document in gone)
    for document in gone:
        remove_document.within(work, document)
    work.say("Remove {names} with {codings} codings", names=listed(one.name for one in gone), codings=codings)
    return gone


@action("Move document “{document.name}” to folder “{folder}”")
def file_document(work: Work, document: Document, folder: str) -> Document:
    """Put a document into a folder of the document list; empty takes it out."""
    filed = replace(document, folder=clean_folder(folder))
    work.say(folder=filed.folder)
    work.replace(filed)
    return filed


def _try_speakers(project: "Project", document: Document | UUID | str, speakers: str) -> None:
    """Try a rule on the text before anybody has to wait for the step: it may take seconds to be found too slow."""
    rule = clean(speakers).text
    if rule:
        with project.read() as read:
            text = read.text(resolve(read, Document, document))
        require_quick(rule, text)


@action("Set the speakers of “{document.name}”", before=_try_speakers)
def set_speakers(work: Work, document: Document, speakers: str) -> Document:
    """Correct how turns are found: a regular expression with a group `speaker`, or empty for none."""
    speakers = clean(speakers).text
    if speakers:
        require_bounded(speakers)
    ruled = replace(document, speakers=speakers)
    work.replace(ruled)
    return ruled


@action("Set the language of “{document.name}” to {language}")
def set_language(work: Work, document: Document, language: str) -> Document:
    """Say in which language a document is, as an ISO 639-1 code."""
    code = language.strip().lower()
    if not (2 <= len(code) <= 8 and code.isascii() and code.isalpha()):
        raise BadInput("“{language}” is not a language code; write en, zh, de …", language=language)
    work.say(language=code)
    spoken = replace(document, language=code)
    work.replace(spoken)
    return spoken


@action("Edit “{document.name}”")
def edit_text(work: Work, document: Document, start: int, end: int, text: str) -> Document:
    """The characters `[start, end)` become `text`; segments move with the words they are on.

    A segment whose every character is gone is removed with its codings; undo brings all of it back.
    """
    return _edit(work, document, [(start, end, text)])


@action("Edit “{document.name}”")
def edit_passages(
    work: Work, document: Document, changes: Iterable[tuple[int, int, str]], base: str | None = None
) -> Document:
    """Several passages `[start, end)` become other words, as one step; segments move by exactly these changes.

    The changes are given in positions of the text they were made on, in order and apart. `base` is that text: where
    somebody else has changed the document since, they are made where those passages stand now.
    """
    found = list(changes)
    present = work.read.text(document)
    if base is not None and base != present:
        since = Anchoring(base, present)
        found = [(*_place(since, start, end), words) for start, end, words in found]
    return _edit(work, document, found)


def _place(since: Anchoring, start: int, end: int) -> tuple[int, int]:
    """Where a passage lies after what somebody else did; what they took away is not brought back."""
    there = since.place(Span(start, end)) if start < end else None
    if there is not None:
        return there.span.start, there.span.end
    at = since.anchor(start)
    return at, max(at, since.anchor(end)) if start < end else at


def _edit(work: Work, document: Document, changes: list[tuple[int, int, str]]) -> Document:
    old = work.read.text(document)
    changes = sorted((start, end, clean(words).text) for start, end, words in changes)
    pieces: list[str] = []
    last = 0
    for start, end, words in changes:
        if not last <= start <= end <= len(old):
            raise BadInput(
                "Characters {start} to {end} are not in “{name}”, which has {length}.",
                start=start,
                end=end,
                name=document.name,
                length=len(old),
            )
        pieces += old[last:start], words
        last = end
    edits = [Edit(start, end, len(words)) for start, end, words in changes]
    result = rewrite(work, document, "".join([*pieces, old[last:]]), edits)
    if result.gone:
        work.say("Edit “{document.name}” ({gone} segments lost their words)", gone=result.gone)
    if result.parts:
        work.say(
            "Edit “{document.name}” ({gone} segments and parts of {cases} lost their words)",
            gone=result.gone,
            cases=result.cases,
        )
    return result.document


@action("Replace the text of “{document.name}” ({gone} segments lost their words)")
def replace_text(work: Work, document: Document, text: str) -> Document:
    """Put a whole new version in the place of a text; segments are anchored again where their words are.

    Where that is uncertain a segment remembers the words it stood on, until somebody confirms its place.
    """
    result = anchor_again(work, document, clean(text).text)
    work.say(gone=result.gone)
    if result.parts:
        work.say(
            "Replace the text of “{document.name}” ({gone} segments and parts of {cases} lost their words)",
            cases=result.cases,
        )
    return result.document
