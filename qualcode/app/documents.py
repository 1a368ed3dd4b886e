"""Documents: bringing files in, renaming, editing and removing them."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import accumulate, takewhile
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


# scripts written without blanks between words: Thai, Lao, Burmese, Khmer, kana, Chinese characters
_UNSPACED = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff"
)
_PUNCTUATION = r"!-/:-@\[-`{-~\xa0-\xbf\u2000-\u200b\u200e-\u206f\u3000-\u303f\uff00-\uff65"
# a letter takes along the marks that follow it, an apostrophe stands within a word; else each character by itself
_WORD = re.compile(rf"(?:(?:(?<=\w)['’])?[^\W{_UNSPACED}][^\w\s{_PUNCTUATION}]*)+|.", re.DOTALL)
_SENTENCE = re.compile(r"[^.!?。！？…]*[.!?。！？…]*\s*", re.DOTALL)
_MOST_PIECES = 6_000  # compared at once; matching takes time that grows with their square


def differences(old: str, new: str) -> list[Edit]:
    """The edits that lead from one text to another, in old positions: found by lines, within those that differ by
    sentences, within these by words (longest matching blocks, Ratcliff & Obershelp).

    By words, not characters: a replaced word leaves none of its letters behind. Chinese, Japanese and other
    scripts without blanks are compared character by character.
    """
    return list(_edits(old, new, 0, (_lines, _SENTENCE.findall, _WORD.findall)))


def _edits(old: str, new: str, start: int, ways: Sequence[Callable[[str], list[str]]]) -> Iterator[Edit]:
    """The edits between two stretches, cut up in the first of `ways`; `start` is where the old one begins."""
    cut, *finer = ways
    before, after = cut(old), cut(new)
    at = list(accumulate(map(len, before), initial=start))
    for a, b, c, d in _changes(before, after, words=not finer):
        if finer and a < b and c < d:
            yield from _edits("".join(before[a:b]), "".join(after[c:d]), at[a], finer)
        else:
            yield Edit(at[a], at[b], sum(map(len, after[c:d])))


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _changes(old: list[str], new: list[str], words: bool) -> Iterator[tuple[int, int, int, int]]:
    """Where two sequences differ: `[a, b)` of the old one became `[c, d)` of the new one."""
    head = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    rest = zip(reversed(old[head:]), reversed(new[head:]), strict=False)
    tail = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], rest))
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    if not before and not after:
        return
    if not before or not after:
        yield head, head + len(before), head, head + len(after)
    elif len(before) + len(after) > _MOST_PIECES:
        yield from _paired(before, after, head, head)
    else:
        # blanks are no landmarks: else two texts would seem alike by the spaces between their words
        for tag, a, b, c, d in SequenceMatcher(str.isspace, before, after).get_opcodes():
            if tag == "equal":
                continue
            if words:
                yield from _paired(before[a:b], after[c:d], head + a, head + c)
            else:
                yield head + a, head + b, head + c, head + d


def _paired(before: list[str], after: list[str], old: int, new: int) -> Iterator[tuple[int, int, int, int]]:
    """Piece for piece, where as many came as went and the blanks are where they were; else all as one change."""
    if [piece.isspace() and piece for piece in before] != [piece.isspace() and piece for piece in after]:
        yield old, old + len(before), new, new + len(after)
        return
    for place, (gone, came) in enumerate(zip(before, after, strict=True)):
        if gone != came:
            yield old + place, old + place + 1, new + place, new + place + 1
