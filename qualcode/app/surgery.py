"""Codebook surgery: splitting a code, moving segments between codes, and several codes at once."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from ..domain.codebook import TEXT_FIELDS, Code
from ..domain.codings import Coding, PlacedCoding, Segment
from ..domain.errors import BadInput, NotFound, Refused, listed
from ..domain.ids import new_id
from ..store.work import Work
from .acting import because, coder_of
from .action import action
from .code_history import COPIED, written_copies
from .codebook import (
    codebook_changed,
    merge_into,
    name_codes,
    new_code,
    place_codes,
    shift_codings,
    take_out,
)
from .memo_links import repeat_memos
from .naming import resolve

Part = tuple[Code | UUID | str | Mapping[str, Any], Iterable[Coding | PlacedCoding | UUID | str]]


@action("Split “{code.name}” into {names}")
def split_code(
    work: Work,
    code: Code,
    parts: Iterable[Part],
    copy_definition: bool = False,
    copy_memos: bool = False,
    reason: str = "",
) -> list[Code]:
    """Give codings of a code to other codes; those that are named in no part stay. Answers the codes of the parts.

    Each part is a code and the codings it gets. A code that is there is named as usual; a new one by the arguments
    of `add_code`, `{"name": "unpaid labour", "definition": "…"}`, its parent that of `code` unless given. New codes
    may take over the definition and memos of `code`.
    """
    try:
        given = [(target, list(codings)) for target, codings in parts]
    except (TypeError, ValueError):
        raise BadInput("Each part is a pair: a code, and the codings that it gets.") from None
    wanted = [(target, [_coding_id(coding) for coding in codings]) for target, codings in given]
    if not wanted:
        raise BadInput("Name at least one code that is to take segments of “{name}”.", name=code.name)
    named = [key for _, keys in wanted for key in keys]
    if len(set(named)) < len(named):
        raise BadInput("A coding can go to one code only; name each once.")
    there = {coding.id: coding for coding in work.read.codings_with(code.id)}
    if any(key not in there for key in named):
        raise Refused(
            "Some of these segments do not carry “{name}” any more. Look at the list anew.",
            name=code.name,
        )
    made: list[Code] = []
    for target, keys in wanted:
        if isinstance(target, Mapping):
            taken = _part_code(work, code, target, copy_definition)
            if copy_memos:
                repeat_memos(work, code.id, taken.id)
        else:
            taken = resolve(work.read, Code, target)
            if taken.id == code.id:
                raise Refused("“{name}” keeps what stays; name another code for what is to move.", name=code.name)
        shift_codings(work, [there[key] for key in keys], taken.id)
        made.append(taken)
    name_codes(work, (one.id for one in made), code=code)
    work.say(names=listed(work.read.codebook.label(one.id) for one in made))
    because(work, reason)
    return made


def _part_code(work: Work, code: Code, asked: Mapping[str, Any], copy_definition: bool) -> Code:
    """The new code that takes a part of another one."""
    fields = dict(asked)
    name, kind, color = fields.pop("name", ""), fields.pop("kind", "code"), fields.pop("color", None)
    parent = fields.pop("parent", code.parent)
    above = None if parent is None else resolve(work.read, Code, parent).id
    if copy_definition:
        fields = {field: getattr(code, field) for field in TEXT_FIELDS if getattr(code, field)} | fields
    made = new_code(work, str(name), str(kind), above, color, **fields)
    work.add(made)
    codebook_changed(work)
    return made


def _coding_id(coding: Coding | PlacedCoding | UUID | str) -> UUID:
    if isinstance(coding, UUID):
        return coding
    try:
        return coding.id if isinstance(coding, (Coding, PlacedCoding)) else UUID(str(coding))
    except ValueError:
        raise NotFound(
            "A {kind} is named by its record or id; “{name}” is neither.", kind="coding", name=coding
        ) from None


@action("Move {count} segments to “{to.name}”")
def move_codings(
    work: Work,
    codings: Iterable[Coding | PlacedCoding | UUID | str],
    to: Code,
    copy: bool = False,
    reason: str = "",
) -> Code:
    """Let codings carry the code `to` instead of theirs; with `copy` their segments carry it as well as theirs.

    A segment that carries it already has it once. A copy is a coding of who makes it: of another coder's passage it
    stands on a segment of one's own.
    """
    keys = {_coding_id(coding) for coding in codings}
    found: list[Coding] = work.read.records("coding", keys)
    if len(found) < len(keys):
        raise NotFound(
            "That {kind} is not in the project any more. Look in the history for when it went.", kind="coding"
        )
    sources = dict.fromkeys(coding.code for coding in found)
    if copy:
        fresh, copied = _copies(work, found, to)
        if fresh:
            work.say(**{COPIED: written_copies(copied)})
        work.say("Code {count} segments with “{to.name}” too", count=len(fresh))
        if len(fresh) == 1:
            work.say("Code a segment with “{to.name}” too")
    else:
        count = shift_codings(work, found, to.id)
        work.say(count=count)
        if count == 1:
            work.say("Move a segment to “{to.name}”")
    name_codes(work, sources, to=to)
    because(work, reason)
    return to


def _copies(work: Work, codings: Iterable[Coding], to: Code) -> tuple[list[Coding], dict[UUID, list[UUID]]]:
    """The same passages coded with `to` by the acting coder, weight and certainty only where they are theirs; and
    which of them were copied from which code."""
    me = coder_of(work).id
    carried = {coding.segment for coding in work.read.codings_with(to.id)}
    made: list[Coding] = []
    copied: dict[UUID, list[UUID]] = {}
    own: dict[tuple[UUID, int, int], Segment] = {}
    for coding in codings:
        segment: Segment = work.read.record("segment", coding.segment)
        weight, certainty = coding.weight, coding.certainty
        if segment.coder != me:
            weight = certainty = None
            span = (segment.document, segment.start, segment.end)
            mine = own.get(span) or work.read.segment_at(*span, me)
            if mine is None:
                mine = Segment(new_id(), segment.document, me, segment.start, segment.end, "", work.time)
                work.add(mine)
            own[span] = segment = mine
        if segment.id not in carried:
            carried.add(segment.id)
            made.append(Coding(new_id(), segment.id, to.id, weight, work.time, certainty))
            copied.setdefault(coding.code, []).append(made[-1].id)
    work.add(made)
    return made, copied


def _uppermost(work: Work, codes: Iterable[Code | UUID | str]) -> list[Code]:
    """The codes in codebook order, without those that stand below another one of them."""
    book = work.read.codebook
    wanted = {resolve(work.read, Code, code).id for code in codes}
    if not wanted:
        raise BadInput("Name at least one code.")
    return [
        code
        for code in book.ordered
        if code.id in wanted and wanted.isdisjoint(above.id for above in book.ancestors(code.id))
    ]


def _say_codes(work: Work, codes: Iterable[Code], *others: Code) -> None:
    chosen = list(codes)
    name_codes(work, (one.id for one in (*chosen, *others)))
    work.say(names=listed(work.read.codebook.label(code.id) for code in chosen))


@action("Move {names}")
def move_codes(
    work: Work,
    codes: Iterable[Code | UUID | str],
    parent: Code | None,
    position: int | None = None,
    reason: str = "",
) -> list[Code]:
    """Put several codes, each with what stands below it, below `parent` (None: at the top), from sibling number
    `position` on (from 0, counted without them; None: last). They keep their order."""
    chosen = _uppermost(work, codes)
    _say_codes(work, chosen)
    because(work, reason)
    return place_codes(work, chosen, parent, position)


@action("Merge {names} into “{into.name}”")
def merge_several(work: Work, codes: Iterable[Code | UUID | str], into: Code, reason: str = "") -> Code:
    """Merge several codes into one, each as `merge_codes` does."""
    wanted = {resolve(work.read, Code, code).id for code in codes} - {into.id}
    if not wanted:
        raise Refused("“{name}” cannot be merged into itself.", name=into.name)
    chosen = [code for code in work.read.codebook.ordered if code.id in wanted]
    name_codes(work, (code.id for code in chosen), into=into)
    work.say(names=listed(work.read.codebook.label(code.id) for code in chosen))
    because(work, reason)
    for code in reversed(chosen):  # from the leaves up, so that none lies above what is still to go
        merge_into(work, work.read.codebook.by_id[code.id], into)
    return work.read.codebook.by_id[into.id]


@action("Remove {names} and their {codings} codings")
def remove_codes(work: Work, codes: Iterable[Code | UUID | str], reason: str = "") -> list[Code]:
    """Take several codes out of the codebook, each as `remove_code` does."""
    wanted = {resolve(work.read, Code, code).id for code in codes}
    if not wanted:
        raise BadInput("Name at least one code.")
    chosen = [code for code in work.read.codebook.ordered if code.id in wanted]
    _say_codes(work, chosen)
    because(work, reason)
    work.say(codings=sum(take_out(work, work.read.codebook.by_id[code.id]) for code in reversed(chosen)))
    return chosen
