"""The codebook: adding, defining, moving and merging themes and codes."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from ..domain import palette
from ..domain.codebook import CODE_KINDS, ORIGINS, TEXT_FIELDS, Code, clean_name
from ..domain.documents import clean
from ..domain.errors import BadInput, Refused, listed
from ..domain.ids import new_id
from ..store.work import Work
from .acting import coder_of
from .action import action


def new_code(work: Work, name: str, kind: str, parent: UUID | None, color: str | None = None, **texts: str) -> Code:
    """The record of a code to be added last among its siblings, its colour the least used one if none is given."""
    if kind not in CODE_KINDS:
        raise BadInput("A code is a theme or a code, not “{kind}”.", kind=kind)
    codebook = work.read.codebook
    name = clean_name(name, kind)
    _require_free(work, name, parent)
    return Code(
        id=new_id(),
        parent=parent,
        name=name,
        kind=kind,
        color=checked_color(color) if color else palette.next_color(code.color for code in codebook.ordered),
        position=codebook.next_position(parent),
        **dict.fromkeys(TEXT_FIELDS, "") | checked_fields(texts),
        coder=coder_of(work).id,
        created=work.time,
    )


def checked_color(color: str) -> str:
    """A colour as `#RRGGBB`. Raises `BadInput` for anything else."""
    digits = color.strip().lstrip("#")
    if len(digits) != 6 or any(digit not in "0123456789abcdefABCDEF" for digit in digits):
        raise BadInput("“{color}” is not a colour; write it as #2067DA.", color=color)
    return "#" + digits.upper()


def checked_fields(texts: dict[str, Any]) -> dict[str, str]:
    """The codebook's text fields, cleaned. Raises `BadInput` for a field there is not."""
    for field in texts:
        if field not in TEXT_FIELDS:
            raise BadInput(
                "A code has no field “{field}”. There are: {fields}.",
                field=field,
                fields=", ".join(TEXT_FIELDS),
            )
    found = {field: clean(str(text)).text.strip() for field, text in texts.items()}
    if found.get("origin", "") not in ORIGINS:
        raise BadInput(
            "The origin of a code is inductive, deductive or in-vivo, not “{origin}”.", origin=found["origin"]
        )
    return found


def _require_free(work: Work, name: str, parent: UUID | None, code: UUID | None = None) -> None:
    for sibling in work.read.codebook.children(parent):
        if sibling.name == name and sibling.id != code:
            raise Refused("There is a code “{name}” in this place already. Choose another name.", name=name)


def _changed(work: Work) -> None:
    """The codebook was written: read it anew when it is asked for again."""
    work.read.__dict__.pop("codebook", None)


@action("Add {kind} “{name}”")
def add_code(
    work: Work,
    name: str,
    kind: str = "code",
    parent: Code | None = None,
    color: str | None = None,
    **texts: str,
) -> Code:
    """Add a theme or code below `parent` (None: at the top), last among its siblings."""
    code = new_code(work, name, kind, parent.id if parent else None, color, **texts)
    work.say(name=code.name)
    work.add(code)
    _changed(work)
    return code


@action("Rename “{code.name}” to “{name}”")
def rename_code(work: Work, code: Code, name: str) -> Code:
    """Give a code another name."""
    name = clean_name(name, code.kind)
    _require_free(work, name, code.parent, code.id)
    work.say(name=name)
    return _write(work, replace(code, name=name))


@action("Change the colour of “{code.name}”")
def recolor_code(work: Work, code: Code, color: str) -> Code:
    """Give a code another colour, `#RRGGBB`."""
    return _write(work, replace(code, color=checked_color(color)))


@action("Define “{code.name}”")
def define_code(work: Work, code: Code, **texts: str) -> Code:
    """Write the codebook's text fields of a code; those not named stay."""
    changes: dict[str, Any] = dict(texts)
    kind = changes.pop("kind", code.kind)
    if kind not in CODE_KINDS:
        raise BadInput("A code is a theme or a code, not “{kind}”.", kind=kind)
    texts_given: dict[str, Any] = {**checked_fields(changes)}
    return _write(work, replace(code, kind=kind, **texts_given))


def _write(work: Work, code: Code) -> Code:
    work.replace(code)
    _changed(work)
    return code


@action("Move “{code.name}”")
def move_code(work: Work, code: Code, parent: Code | None, position: int | None = None) -> Code:
    """Put a code below `parent` (None: at the top), as sibling number `position` (from 0; None: last)."""
    codebook = work.read.codebook
    target = parent.id if parent else None
    if target is not None and (target == code.id or code.id in {above.id for above in codebook.ancestors(target)}):
        raise Refused("“{name}” cannot be moved below itself.", name=code.name)
    _require_free(work, code.name, target, code.id)
    siblings = [sibling for sibling in codebook.children(target) if sibling.id != code.id]
    at = len(siblings) if position is None else max(0, min(position, len(siblings)))
    moved = replace(code, parent=target)
    ordered = [*siblings[:at], moved, *siblings[at:]]
    work.replace([replace(sibling, position=number) for number, sibling in enumerate(ordered)])
    _changed(work)
    return replace(moved, position=at)


@action("Merge “{code.name}” into “{into.name}”")
def merge_codes(work: Work, code: Code, into: Code) -> Code:
    """Put everything coded with `code` under `into`; codes below it and its memos move along, and it goes.

    A segment that carries both keeps one coding.
    """
    if code.id == into.id:
        raise Refused("“{name}” cannot be merged into itself.", name=code.name)
    if code.id in {above.id for above in work.read.codebook.ancestors(into.id)}:
        raise Refused(
            "“{name}” lies above “{into}”. Move “{into}” out first, or merge the other way round.",
            name=code.name,
            into=into.name,
        )
    carried = {coding.segment for coding in work.read.codings_with(into.id)}
    codings = work.read.codings_with(code.id)
    work.remove([coding for coding in codings if coding.segment in carried])
    work.replace([replace(coding, code=into.id) for coding in codings if coding.segment not in carried])
    _lift_children(work, code, into.id)
    work.replace([replace(memo, about=into.id) for memo in work.read.memos(code.id)])
    there = {member.code_set for member in work.read.code_set_members(code=into.id)}
    for member in work.read.code_set_members(code=code.id):
        if member.code_set in there:
            work.remove(member)
        else:
            work.replace(replace(member, code=into.id))
    work.remove(code)
    _changed(work)
    return into


def _lift_children(work: Work, code: Code, parent: UUID | None) -> None:
    """Move the codes below `code` to `parent`, after those that are there."""
    codebook = work.read.codebook
    children = codebook.children(code.id)
    taken = {sibling.name for sibling in codebook.children(parent) if sibling.id != code.id}
    clashing = [child.name for child in children if child.name in taken]
    if clashing:
        raise Refused("{names} would stand twice in one place. Rename or merge them first.", names=listed(clashing))
    first = codebook.next_position(parent)
    work.replace([replace(child, parent=parent, position=first + number) for number, child in enumerate(children)])


@action("Remove “{code.name}” and its {codings} codings")
def remove_code(work: Work, code: Code) -> Code:
    """Take a code out of the codebook, its codings with it; codes below it move up to its place."""
    codings = work.read.codings_with(code.id)
    work.say(codings=len(codings))
    remove_codings(work, [coding.id for coding in codings])
    _lift_children(work, code, code.parent)
    work.remove(work.read.memos(code.id))
    work.remove(work.read.code_set_members(code=code.id))
    work.remove(code)
    _changed(work)
    return code


def remove_codings(work: Work, ids: list[UUID]) -> None:
    """Take codings away, and segments that are left without any, with their memos."""
    codings = work.read.records("coding", ids)
    segments = {coding.segment for coding in codings}
    work.remove(codings)
    bare = work.read.bare_segments(segments)
    if bare:
        work.remove(work.read.memos_about(bare))
        work.remove(work.read.links(bare))
        work.remove(work.read.records("segment", bare))
