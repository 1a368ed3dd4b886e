"""Coding: putting codes on words, moving and removing them, commenting on segments."""

from collections.abc import Iterable
from dataclasses import replace
from math import inf, isfinite
from typing import Any
from uuid import UUID

from ..domain.codebook import Code
from ..domain.codings import Coding, PlacedCoding, Segment
from ..domain.documents import Document, clean
from ..domain.errors import BadInput, Refused
from ..domain.ids import new_id
from ..domain.links import Link
from ..domain.segments import trimmed
from ..store.work import Work
from .acting import coder_of
from .action import action
from .codebook import codebook_changed, fuller, keep_conflicts, new_code
from .standing import both_comments, carry_standing


def own_segment(work: Work, document: Document, start: int, end: int, comment: str = "") -> Segment:
    """The acting coder's segment of that span, made if it is not there."""
    coder = coder_of(work)
    segment = work.read.segment_at(document.id, start, end, coder.id)
    if segment is None:
        segment = Segment(new_id(), document.id, coder.id, start, end, comment, work.time)
        work.add(segment)
    elif comment and segment.comment != comment:
        segment = replace(segment, comment=comment)
        work.replace(segment)
    return segment


def _apply(
    work: Work,
    document: Document,
    start: int,
    end: int,
    code: Code,
    comment: str = "",
    weight: float | None = None,
) -> PlacedCoding:
    span = trimmed(work.read.text(document), start, end)
    segment = own_segment(work, document, span.start, span.end, clean(comment).text)
    weight = checked_weight(weight)
    coding = next((coding for coding in work.read.codings_on(segment.id) if coding.code == code.id), None)
    if coding is None:
        coding = Coding(new_id(), segment.id, code.id, weight, work.time)
        work.add(coding)
    elif weight is not None and coding.weight != weight:
        coding = replace(coding, weight=weight)
        work.replace(coding)
    return placed(segment, coding)


def placed(segment: Segment, coding: Coding) -> PlacedCoding:
    """A coding together with its place."""
    return PlacedCoding(
        id=coding.id,
        segment=segment.id,
        document=segment.document,
        coder=segment.coder,
        code=coding.code,
        start=segment.start,
        end=segment.end,
        comment=segment.comment,
        weight=coding.weight,
        created=coding.created,
        certainty=coding.certainty,
        mark=coding.mark,
        discuss=coding.discuss,
        doubt=segment.doubt,
        facet=coding.facet,
        used=segment.used,
    )


def checked_weight(weight: float | None) -> float | None:
    """A weight as a number. Raises `BadInput` for what is none."""
    if weight is None:
        return None
    try:
        number = float(weight)
    except (TypeError, ValueError):
        raise BadInput("The weight “{weight}” is not a number.", weight=weight) from None
    except OverflowError:  # a whole number with hundreds of digits
        number = inf
    if not isfinite(number):
        raise BadInput("The weight must be a number one can write down, not {weight}.", weight=number)
    return number


@action("Code “{code.name}” in {document.name}")
def apply_code(
    work: Work,
    document: Document,
    start: int,
    end: int,
    code: Code,
    comment: str = "",
    weight: float | None = None,
) -> PlacedCoding:
    """Put a code on the characters `[start, end)` of a document; white space at the ends is left out.

    The same code on the same span by the same coder is there once: applying it again changes nothing.
    """
    return _apply(work, document, start, end, code, comment, weight)


@action("New code “{name}” in {document.name}")
def apply_new_code(
    work: Work,
    document: Document,
    start: int,
    end: int,
    name: str,
    parent: Code | None = None,
    origin: str = "",
    above: Iterable[str] = (),
) -> PlacedCoding:
    """Add a code below `parent` and put it on a span, in one step; `above` are themes to make between the two."""
    over = parent.id if parent else None
    for theme in above:
        made = new_code(work, theme, "theme", over)
        work.add(made)
        codebook_changed(work)
        over = made.id
    code = new_code(work, name, "code", over, origin=origin)
    work.say(name=code.name)
    work.add(code)
    codebook_changed(work)
    return _apply(work, document, start, end, code)


@action("Code {count} hits with “{code.name}”")
def apply_to_spans(
    work: Work, code: Code, spans: Iterable[tuple[Document | UUID | str, int, int]]
) -> list[PlacedCoding]:
    """Put a code on many spans, each `(document, start, end)`, in one step."""
    from .naming import resolve

    found = [_apply(work, resolve(work.read, Document, place), start, end, code) for place, start, end in spans]
    work.say(count=len(found))
    return found


@action("Remove “{code}” from {document}")
def remove_coding(work: Work, coding: Coding) -> Coding:
    """Take one code off one segment; the text, the code and other codings stay."""
    segment = work.read.record("segment", coding.segment)
    document = work.read.record("document", segment.document)
    work.say(code=work.read.codebook.by_id[coding.code].name, document=document.name)
    work.remove(coding)
    return coding


@action("Remove {count} codings")
def remove_codings(work: Work, codings: Iterable[Any]) -> list[Coding]:
    """Take codes off segments, in one step; the text, the codes and other codings stay."""
    from .naming import resolve_many

    gone: list[Coding] = resolve_many(work.read, Coding, codings)
    codes = {coding.code for coding in gone}
    work.say(count=len(gone))
    if len(codes) == 1:
        work.say("Remove “{code}” from {count} passages", code=work.read.codebook.by_id[codes.pop()].name)
    work.remove(gone)
    return gone


@action("Adjust “{code}” in {document}")
def resize_coding(work: Work, coding: Coding, start: int, end: int) -> PlacedCoding:
    """Move one coding to another span, onto a segment of its own; the others of its segment stay."""
    segment = work.read.record("segment", coding.segment)
    _require_own(work, segment)
    document = work.read.record("document", segment.document)
    work.say(code=work.read.codebook.by_id[coding.code].name, document=document.name)
    span = trimmed(work.read.text(document), start, end)
    if (span.start, span.end) == (segment.start, segment.end):
        return placed(segment, coding)
    alone = len(work.read.codings_on(segment.id)) == 1
    there = work.read.segment_at(document.id, span.start, span.end, segment.coder)
    if alone and there is None:
        moved = replace(segment, start=span.start, end=span.end)
        work.replace(moved)
        return placed(moved, coding)
    if there is None:
        there = Segment(new_id(), document.id, segment.coder, span.start, span.end, segment.comment, work.time)
        work.add(there)
    twin = next((other for other in work.read.codings_on(there.id) if other.code == coding.code), None)
    moved_on = replace(coding, segment=there.id) if twin is None else fuller(twin, coding)
    if alone:
        there = absorb(work, segment, there)
    else:
        if twin is not None:
            keep_conflicts(work, [(twin, coding)])
            there = work.read.record("segment", there.id)
            work.remove(coding)
        work.replace(moved_on)
    return placed(there, moved_on)


@action("Adjust a segment in {document}")
def resize_segment(work: Work, segment: Segment, start: int, end: int) -> Segment:
    """Move a segment, with all codings its coder put on it, to another span."""
    _require_own(work, segment)
    document = work.read.record("document", segment.document)
    work.say(document=document.name)
    span = trimmed(work.read.text(document), start, end)
    there = work.read.segment_at(document.id, span.start, span.end, segment.coder)
    if there is None or there.id == segment.id:
        moved = replace(segment, start=span.start, end=span.end)
        work.replace(moved)
        return moved
    return absorb(work, segment, there)


def absorb(work: Work, segment: Segment, into: Segment) -> Segment:
    """Two segments of one coder on the same words become one, with the codings, memos, links and comments of both.

    Of two codings with one code one stays, with what either says (weight, certainty, mark, question); where they say
    different things that of `into` stays, and the other's is written into the comment.
    """
    carried = {coding.code: coding for coding in work.read.codings_on(into.id)}
    codings = work.read.codings_on(segment.id)
    doubled = [(carried[coding.code], coding) for coding in codings if coding.code in carried]
    keep_conflicts(work, doubled)
    into = work.read.record("segment", into.id)
    work.replace([both for one, other in doubled if (both := fuller(one, other)) != one])
    work.remove([coding for coding in codings if coding.code in carried])
    work.replace([replace(coding, segment=into.id) for coding in codings if coding.code not in carried])
    carry_standing(work, segment.id, into.id)
    comment, used = both_comments(into.comment, segment.comment), _both_used(into.used, segment.used)
    there: dict[tuple[UUID, UUID, str], Link] = {
        (link.source, link.target, link.relation): link for link in work.read.links([into.id])
    }
    for link in work.read.links([segment.id]):
        source, target = (into.id if end == segment.id else end for end in (link.source, link.target))
        twin = there.get((source, target, link.relation))
        if source == target:
            comment = both_comments(comment, link.comment)
        elif twin is None:
            work.replace(replace(link, source=source, target=target))
            continue
        elif (said := both_comments(twin.comment, link.comment)) != twin.comment:
            work.replace(replace(twin, comment=said))
        work.remove(link)
    if (comment, used) != (into.comment, into.used):
        into = replace(into, comment=comment, used=used)
        work.replace(into)
    work.remove(work.read.record("segment", segment.id))
    return into


def _both_used(one: str | None, other: str | None) -> str | None:
    """The drafts in which a passage stands by either of two marks; None: in none."""
    return both_comments(one or "", other or "") if one is not None and other is not None else one or other


@action("Comment on a segment in {document}")
def comment_segment(work: Work, segment: Segment, text: str) -> Segment:
    """Write the comment of a segment; empty text takes it away."""
    _require_own(work, segment)
    work.say(document=work.read.record("document", segment.document).name)
    commented = replace(segment, comment=clean(text).text.strip())
    work.replace(commented)
    return commented


def _require_own(work: Work, segment: Segment) -> None:
    if segment.coder != coder_of(work).id:
        raise Refused(
            "This segment is {coder}'s. Code the passage yourself to mark it differently; theirs stays as it is.",
            coder=work.read.record("coder", segment.coder).name,
        )
