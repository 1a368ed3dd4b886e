"""Themes: how far one has grown, what it says, codes that stand elsewhere, and evidence chosen for and against it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from ..domain.codebook import Code
from ..domain.codings import PlacedCoding, Segment
from ..domain.documents import Document, clean
from ..domain.errors import BadInput, Refused, listed
from ..domain.ids import new_id
from ..domain.segments import trimmed
from ..domain.themes import SIDES, STAGES, Evidence, ThemeCode, reach
from ..store.work import Work
from .acting import because, coder_of
from .action import action
from .codebook import checked_fields, codebook_changed, name_codes
from .coding import own_segment
from .naming import resolve


@action("Move “{theme.name}” from {old_stage} to {stage}")
def set_stage(work: Work, theme: Code, stage: str, reason: str = "") -> Code:
    """Put a theme into another phase of its life: candidate, reviewed, defined, named or dropped."""
    _require_theme(theme)
    if stage not in STAGES:
        raise BadInput("A theme is {stages}, not “{stage}”.", stages=listed(STAGES), stage=stage)
    before = theme.stage or STAGES[0]
    _name(work, theme)
    work.say(old_stage=before, stage=stage)
    because(work, reason)
    return theme if stage == before else _write(work, replace(theme, stage=stage))


@action("Describe the theme “{theme.name}”")
def describe_theme(
    work: Work,
    theme: Code,
    concept: str | None = None,
    boundary: str | None = None,
    counter_search: str | None = None,
) -> Code:
    """Write what holds a theme together, what it leaves out, and where counter-evidence was looked for; what is not
    given stays, an empty text takes away what was written."""
    _require_theme(theme)
    given = {"concept": concept, "boundary": boundary, "counter_search": counter_search}
    texts: dict[str, Any] = {**checked_fields({name: text for name, text in given.items() if text is not None})}
    _name(work, theme)
    if list(texts) == ["concept"]:
        work.say("Write the central organising concept of “{theme.name}”")
    elif list(texts) == ["boundary"]:
        work.say("Write the boundary of “{theme.name}”")
    elif list(texts) == ["counter_search"]:
        work.say("Write the search for counter-evidence to “{theme.name}”")
    return _write(work, replace(theme, **texts))


def _write(work: Work, code: Code) -> Code:
    work.replace(code)
    codebook_changed(work)
    return code


def _name(work: Work, theme: Code, *involved: UUID) -> None:
    """Call a theme by its path where its name is not enough, and say whose history the step belongs to."""
    name_codes(work, involved, theme=theme)


def _require_theme(code: Code) -> None:
    if code.kind != "theme":
        raise Refused("“{name}” is a code. Make it a theme in its definition first.", name=code.name)


# ── codes that stand elsewhere ──


@action("Link “{code.name}” to the theme “{theme.name}”")
def link_code(work: Work, theme: Code, code: Code) -> ThemeCode:
    """Let a code that stands elsewhere belong to a theme, too: its segments, and those of the codes below it, are
    evidence of the theme."""
    _require_theme(theme)
    book, links = work.read.codebook, work.read.where("theme_code")
    names = {"name": book.label(code.id), "theme": book.label(theme.id)}
    if code.id == theme.id:
        raise Refused("“{theme}” cannot be linked to itself.", **names)
    if any(link.theme == theme.id and link.code == code.id for link in links):
        raise Refused("“{name}” is linked to “{theme}” already.", **names)
    if any(below.id == code.id for below in book.descendants(theme.id)):
        raise Refused("“{name}” stands below “{theme}” and belongs to it already.", **names)
    if theme.id in reach(book, links, code.id):
        raise Refused("“{theme}” belongs to “{name}”: it cannot be the other way round as well.", **names)
    name_codes(work, theme=theme, code=code)
    made = ThemeCode(new_id(), theme.id, code.id, coder_of(work).id, work.time)
    work.add(made)
    return made


@action("Take “{code.name}” out of the theme “{theme.name}”")
def unlink_code(work: Work, theme: Code, code: Code) -> ThemeCode:
    """Take back that a code that stands elsewhere belongs to a theme."""
    found = work.read.where("theme_code", theme=theme.id, code=code.id)
    if not found:
        raise Refused("“{name}” is not linked to “{theme}”.", name=code.name, theme=theme.name)
    name_codes(work, theme=theme, code=code)
    work.remove(found)
    link: ThemeCode = found[0]
    return link


# ── evidence ──


@action("Evidence for “{theme.name}”")
def add_evidence(work: Work, theme: Code, passage: Any, side: str = "for", comment: str = "") -> Evidence:
    """Choose a passage to speak for or against a theme: a segment, a coding, or `(document, start, end)`, where the
    acting coder's segment is made if there is none.

    A passage is evidence of a theme once: chosen again for the other side it goes there.
    """
    _require_theme(theme)
    _require_side(side)
    _name(work, theme)
    if side == "against":
        work.say("Evidence against “{theme.name}”")
    there = _chosen(work, theme)
    return _choose(work, theme, there, _segment_of(work, passage), side, clean(comment).text.strip())


@action("{count} segments as evidence for “{theme.name}”")
def choose_evidence(work: Work, theme: Code, passages: Iterable[Any], side: str = "for") -> list[Evidence]:
    """Choose several passages at once; see `add_evidence`."""
    _require_theme(theme)
    _require_side(side)
    _name(work, theme)
    if side == "against":
        work.say("{count} segments as evidence against “{theme.name}”")
    there = _chosen(work, theme)
    made = [_choose(work, theme, there, _segment_of(work, passage), side, "") for passage in passages]
    work.say(count=len(made))
    return made


def _chosen(work: Work, theme: Code) -> dict[UUID, Evidence]:
    """The evidence of a theme by its segments."""
    return {one.segment: one for one in work.read.where("evidence", theme=theme.id)}


def _choose(
    work: Work, theme: Code, there: dict[UUID, Evidence], segment: Segment, side: str, comment: str
) -> Evidence:
    """Choose a segment, beside those that are `there`."""
    last = max((one.position for one in there.values() if one.side == side), default=-1) + 1
    known = there.get(segment.id)
    if known is None:
        made = Evidence(new_id(), theme.id, segment.id, side, last, comment, coder_of(work).id, work.time)
        work.add(made)
    else:
        made = replace(known, comment=comment or known.comment)
        if known.side != side:
            made = replace(made, side=side, position=last)
        work.replace(made)
    there[segment.id] = made
    return made


def _segment_of(work: Work, passage: Any) -> Segment:
    if isinstance(passage, (tuple, list)):
        place, start, end = passage
        document: Document = resolve(work.read, Document, place)
        span = trimmed(work.read.text(document), start, end)
        return own_segment(work, document, span.start, span.end)
    if isinstance(passage, Segment):
        passage = passage.id
    segment: Segment = resolve(work.read, Segment, passage.segment if isinstance(passage, PlacedCoding) else passage)
    return segment


def _require_side(side: str) -> None:
    if side not in SIDES:
        raise BadInput("Evidence is for or against a theme, not “{side}”.", side=side)


@action("Take evidence away from “{theme.name}”")
def remove_evidence(work: Work, evidence: Evidence) -> Evidence:
    """Choose a passage no longer; a segment that shows nothing else goes with it, the text stays."""
    _name(work, _theme_of(work, evidence))
    work.remove(evidence)
    return evidence


@action("Comment on evidence of “{theme.name}”")
def comment_evidence(work: Work, evidence: Evidence, comment: str) -> Evidence:
    """Say what a passage shows; an empty text takes the comment away."""
    _name(work, _theme_of(work, evidence))
    commented = replace(evidence, comment=clean(comment).text.strip())
    work.replace(commented)
    return commented


@action("Order the evidence of “{theme.name}”")
def move_evidence(work: Work, evidence: Evidence, position: int | None = None, side: str | None = None) -> Evidence:
    """Put a piece of evidence at another place (from 0; None: last, or where it is) of its side or of the other one."""
    theme = _theme_of(work, evidence)
    _name(work, theme)
    target = evidence.side if side is None else side
    _require_side(target)
    if target != evidence.side and target == "for":
        work.say("Evidence turned: it speaks for “{theme.name}”")
    elif target != evidence.side:
        work.say("Evidence turned: it speaks against “{theme.name}”")
    elif position is None:
        return evidence
    there: list[Evidence] = work.read.where("evidence", theme=theme.id)
    others = [one for one in there if one.side == target and one.id != evidence.id]
    at = len(others) if position is None else max(0, min(position, len(others)))
    others.insert(at, replace(evidence, side=target))
    ordered = [replace(one, position=number) for number, one in enumerate(others)]
    work.replace(ordered)
    return ordered[at]


def _theme_of(work: Work, evidence: Evidence) -> Code:
    return work.read.codebook.by_id[evidence.theme]
