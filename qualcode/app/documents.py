"""Documents: bringing files in, renaming, editing and removing them."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..domain.codebook import clean_name
from ..domain.differences import differences
from ..domain.documents import Document, clean, speaker_rule
from ..domain.errors import BadInput, Refused
from ..domain.segments import Edit
from ..store.work import Work
from .action import action
from .rewriting import rewrite

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
    work.remove(work.read.records("coding", [coding.id for coding in codings]))
    segments = work.read.segments_of(document.id)
    work.remove(work.read.memos_about([document.id, *(segment.id for segment in segments)]))
    work.remove(work.read.links(segment.id for segment in segments))
    work.remove(segments)
    work.remove(work.read.assignments(document=document.id))
    work.remove(document)
    return document


@action("Move document “{document.name}” to folder “{folder}”")
def file_document(work: Work, document: Document, folder: str) -> Document:
    """Put a document into a folder of the document list; empty takes it out."""
    filed = replace(document, folder=clean_name(folder, "folder") if folder.strip() else "")
    work.replace(filed)
    return filed


@action("Set the speakers of “{document.name}”")
def set_speakers(work: Work, document: Document, speakers: str) -> Document:
    """Correct how turns are found: a regular expression with a group `speaker`, or empty for none."""
    speakers = clean(speakers).text
    if speakers:
        speaker_rule(speakers)
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
    old = work.read.text(document)
    if not 0 <= start <= end <= len(old):
        raise BadInput(
            "Characters {start} to {end} are not in “{name}”, which has {length}.",
            start=start,
            end=end,
            name=document.name,
            length=len(old),
        )
    new = clean(text).text
    return rewrite(work, document, old[:start] + new + old[end:], [Edit(start, end, len(new))]).document


@action("Replace the text of “{document.name}” ({gone} segments lost their words)")
def replace_text(work: Work, document: Document, text: str) -> Document:
    """Put a whole new version in the place of a text; segments are anchored again where their words are."""
    new = clean(text).text
    result = rewrite(work, document, new, differences(work.read.text(document), new))
    work.say(gone=result.gone)
    return result.document
