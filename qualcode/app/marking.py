"""Saying something about a coding: how much, how surely, whether it is a good example, whether to talk about it.

Weight and certainty are the coder's own judgement, so only they give them. A mark says what a coding is to the
*code* (an exemplar, a near miss), and the codebook belongs to the team: anyone may set it. A question needs somebody
else, so anyone may ask for discussion of anybody's coding, and anyone may settle it. Who did so is in the history.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ..domain.codebook import Code
from ..domain.codings import CERTAINTIES, MARKS, Coding, PlacedCoding
from ..domain.documents import clean
from ..domain.errors import BadInput, Refused
from ..store.work import Work
from .acting import coder_of
from .action import action
from .codebook import define_code
from .coding import checked_weight, placed
from .naming import resolve_many


@action("Weigh “{code}” in {document}")
def weigh_coding(work: Work, coding: Coding, weight: float | None) -> PlacedCoding:
    """Give one of one's own codings a weight, any number; None takes it away."""
    return _one(work, coding, own=True, weight=checked_weight(weight))


@action("Weigh {count} codings")
def weigh_codings(work: Work, codings: Iterable[Any], weight: float | None) -> list[PlacedCoding]:
    """Give many of one's own codings the same weight in one step; None takes it away."""
    return _many(work, codings, own=True, weight=checked_weight(weight))


@action("Say how certain “{code}” in {document} is")
def set_certainty(work: Work, coding: Coding, certainty: str | None) -> PlacedCoding:
    """Say of one of one's own codings that it is sure, likely or unsure; None takes that back."""
    return _one(work, coding, own=True, certainty=_checked(certainty, CERTAINTIES))


@action("Say how certain {count} codings are")
def set_certainties(work: Work, codings: Iterable[Any], certainty: str | None) -> list[PlacedCoding]:
    """Say the same of many of one's own codings in one step; None takes it back."""
    return _many(work, codings, own=True, certainty=_checked(certainty, CERTAINTIES))


@action("Mark “{code}” in {document}")
def mark_coding(work: Work, coding: Coding, mark: str | None) -> PlacedCoding:
    """Mark anybody's coding as an exemplar of its code or as a near miss; None takes the mark off."""
    mark = _checked(mark, MARKS)
    _say_mark(work, mark)
    return _one(work, coding, mark=mark)


@action("Mark {count} codings")
def mark_codings(work: Work, codings: Iterable[Any], mark: str | None) -> list[PlacedCoding]:
    """Mark many codings alike in one step, whoever made them; None takes the marks off."""
    return _many(work, codings, mark=_checked(mark, MARKS))


@action("Ask to discuss “{code}” in {document}")
def discuss_coding(work: Work, coding: Coding, question: str | None = "") -> PlacedCoding:
    """Say that the team is to talk about a coding, and about what; None: that is settled. Anyone may do both."""
    if question is None:
        work.say("Settle the discussion of “{code}” in {document}")
    return _one(work, coding, discuss=_question(question))


@action("Ask to discuss {count} codings")
def discuss_codings(work: Work, codings: Iterable[Any], question: str | None = "") -> list[PlacedCoding]:
    """Ask the same about many codings in one step, whoever made them; None: that is settled."""
    if question is None:
        work.say("Settle the discussion of {count} codings")
    return _many(work, codings, discuss=_question(question))


@action("Mark a new facet of “{code}” in {document}")
def mark_facet(work: Work, coding: Coding, facet: str = "") -> PlacedCoding:
    """Mark anybody's coding as one that shows something new about its code, and what (no words: just that it is new).
    Saturation of meaning is counted from these marks; those of one code that say the same are one facet."""
    return _one(work, coding, facet=" ".join(clean(facet).text.split()))


@action("Take the mark of a new facet off “{code}” in {document}")
def clear_facet(work: Work, coding: Coding) -> PlacedCoding:
    """Say that a coding shows nothing new about its code."""
    return _one(work, coding, facet=None)


@action("Use a segment as the example of “{code}”")
def use_as_example(work: Work, coding: Coding, near_miss: bool = False) -> Code:
    """Write the words of a coding into the codebook as the example of its code, or as its near miss, and mark the
    coding as that. What stood there is replaced; anyone may do it, as anyone may define a code."""
    segment = work.read.record("segment", coding.segment)
    document = work.read.record("document", segment.document)
    code = work.read.codebook.by_id[coding.code]
    words = " ".join(work.read.text(document)[segment.start : segment.end].split())
    if near_miss:
        work.say("Use a segment as the near miss of “{code}”")
        defined = define_code.within(work, code, near_miss=words)
    else:
        defined = define_code.within(work, code, example=words, example_document=document.name)
    work.say(code=code.name)
    work.replace(replace(coding, mark="near-miss" if near_miss else "exemplar"))
    return defined


def _say_mark(work: Work, mark: str | None) -> None:
    if mark == "exemplar":
        work.say("Mark “{code}” in {document} as an exemplar")
    elif mark == "near-miss":
        work.say("Mark “{code}” in {document} as a near miss")
    else:
        work.say("Take the mark off “{code}” in {document}")


def _one(work: Work, coding: Coding, own: bool = False, **fields: Any) -> PlacedCoding:
    changed = _write(work, [coding], own, fields)[0]
    document = work.read.record("document", changed.document)
    work.say(code=work.read.codebook.by_id[coding.code].name, document=document.name)
    return changed


def _many(work: Work, codings: Iterable[Any], own: bool = False, **fields: Any) -> list[PlacedCoding]:
    found: list[Coding] = resolve_many(work.read, Coding, codings)
    work.say(count=len(found))
    return _write(work, found, own, fields)


def _write(work: Work, codings: list[Coding], own: bool, fields: dict[str, Any]) -> list[PlacedCoding]:
    segments = {segment.id: segment for segment in work.read.records("segment", {one.segment for one in codings})}
    if own:
        me = coder_of(work).id
        others = {segment.coder for segment in segments.values()} - {me}
        if others:
            names = sorted(coder.name for coder in work.read.coders() if coder.id in others)
            raise Refused(
                "This is {coder}'s coding. Weight and certainty are the judgement of who coded; ask to discuss it "
                "instead, or code the passage yourself.",
                coder=", ".join(names),
            )
    changed = [replace(coding, **fields) for coding in codings]
    work.replace(changed)
    return [placed(segments[coding.segment], coding) for coding in changed]


def _checked(value: str | None, known: tuple[str, ...]) -> str | None:
    if value is None or value in known:
        return value
    raise BadInput("“{value}” is none of: {known}.", value=value, known=", ".join(known))


def _question(question: str | None) -> str | None:
    return None if question is None else clean(question).text.strip()
