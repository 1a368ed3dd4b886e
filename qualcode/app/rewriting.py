"""Giving a document another text, and moving everything that stands on it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..domain.codings import Segment
from ..domain.documents import TEXT_LIMIT, Document
from ..domain.errors import BadInput
from ..domain.segments import Edit, Edits, Span
from ..store.work import Work
from .codebook import remove_codings
from .coding import absorb


@dataclass(frozen=True, slots=True)
class Moved:
    """What an edit did to what stands on a text: how many segments moved along and how many lost all their words."""

    document: Document
    moved: int
    gone: int


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
    together = Edits(edits)
    structure = work.read.structure(document)
    structure["marks"] = [
        [*place, *mark[2:]] for mark in structure.get("marks", []) if (place := _along(mark[0], mark[1], together))
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
        span = together.moved(Span(segment.start, segment.end))
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
        span = together.moved(Span(assignment.start, assignment.end))
        if span is None:
            work.remove(assignment)
        else:
            work.replace(replace(assignment, start=span.start, end=span.end))
    work.replace(edited)
    return Moved(edited, len(moved), len(gone))


def _along(start: int, end: int, edits: Edits) -> tuple[int, int] | None:
    """Where a mark goes; an anchor has no length."""
    if start < end:
        span = edits.moved(Span(start, end))
        return (span.start, span.end) if span else None
    at = edits.anchor(start)
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
