"""Documents: bringing files in, renaming, editing and removing them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..domain.codebook import clean_name
from ..domain.codings import Segment
from ..domain.documents import TEXT_LIMIT, Document, clean, speaker_rule
from ..domain.errors import BadInput, Refused
from ..domain.segments import Edit, Span, shifted_through
from ..store.work import Work
from .action import action
from .codebook import remove_codings
from .coding import absorb

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


@dataclass(frozen=True, slots=True)
class Moved:
    """What an edit did to what stands on a text: how many segments moved along and how many lost all their words."""

    document: Document
    moved: int
    gone: int


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


def rewrite(work: Work, document: Document, text: str, edits: Sequence[Edit]) -> Moved:
    """Give a document a new text that came about by `edits`, and move everything that stands on it."""
    if not text.strip():
        raise BadInput("“{name}” would have no text left. Remove the document instead.", name=document.name)
    if len(text) > TEXT_LIMIT:
        raise BadInput(
            "A text may have {limit} characters; this one has {length}. Split it.",
            limit=TEXT_LIMIT,
            length=len(text),
        )
    structure = work.read.structure(document)
    structure["marks"] = [
        [*place, *mark[2:]] for mark in structure.get("marks", []) if (place := _along(mark[0], mark[1], edits))
    ]
    edited = replace(
        document,
        content=work.keep(text),
        structure=work.keep(json.dumps(structure, ensure_ascii=False, separators=(",", ":"))),
        characters=len(text),
    )
    moved: list[Segment] = []
    gone: list[Segment] = []
    for segment in work.read.segments_of(document.id):
        span = shifted_through(Span(segment.start, segment.end), edits)
        if span is None:
            gone.append(segment)
        elif (span.start, span.end) != (segment.start, segment.end):
            moved.append(replace(segment, start=span.start, end=span.end))
    codings = {segment.id: work.read.codings_on(segment.id) for segment in gone}
    remove_codings(work, [coding.id for found in codings.values() for coding in found])
    _settle(work, moved)
    for assignment in work.read.assignments(document=document.id):
        if assignment.start is None or assignment.end is None:
            continue
        span = shifted_through(Span(assignment.start, assignment.end), edits)
        if span is None:
            work.remove(assignment)
        else:
            work.replace(replace(assignment, start=span.start, end=span.end))
    work.replace(edited)
    return Moved(edited, len(moved), len(gone))


def _along(start: int, end: int, edits: Sequence[Edit]) -> tuple[int, int] | None:
    """Where a mark goes; an anchor without length stays before what follows it."""
    if start < end:
        span = shifted_through(Span(start, end), edits)
        return (span.start, span.end) if span else None
    at = start
    for edit in edits:
        if edit.end <= start:
            at += edit.length - (edit.end - edit.start)
        elif edit.start < start:  # what it stood on was replaced: it goes behind what came instead
            at += edit.start + edit.length - start
    return (at, at)


def _settle(work: Work, moved: list[Segment]) -> None:
    """Write moved segments; two of one coder that now cover the same words become one."""
    places: dict[tuple[Any, ...], Segment] = {}
    doubled = []
    moving = {segment.id for segment in moved}
    for segment in moved:
        place = (segment.document, segment.coder, segment.start, segment.end)
        there = places.get(place) or work.read.segment_at(segment.document, segment.start, segment.end, segment.coder)
        if there is not None and there.id != segment.id and (there.id not in moving or place in places):
            doubled.append((segment, there))
        else:
            places[place] = segment
    for segment, there in doubled:
        place = (segment.document, segment.coder, segment.start, segment.end)
        joined = absorb(work, segment, work.read.record("segment", there.id))
        if place in places:
            places[place] = replace(places[place], comment=joined.comment)
    work.replace(list(places.values()))


def differences(old: str, new: str) -> list[Edit]:
    """The edits that lead from one text to another, in old positions: found by lines, then by characters within
    the lines that differ (longest matching blocks, Ratcliff & Obershelp)."""
    edits: list[Edit] = []
    old_lines, new_lines = old.splitlines(keepends=True), new.splitlines(keepends=True)
    starts = [0]
    for line in old_lines:
        starts.append(starts[-1] + len(line))
    for tag, a, b, c, d in SequenceMatcher(None, old_lines, new_lines, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        before, after = "".join(old_lines[a:b]), "".join(new_lines[c:d])
        if not before or not after or len(before) + len(after) > 20_000:
            edits.append(Edit(starts[a], starts[b], len(after)))
            continue
        for inner, e, f, g, h in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            if inner != "equal":
                edits.append(Edit(starts[a] + e, starts[a] + f, h - g))
    return edits
