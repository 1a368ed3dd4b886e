"""The codebook: adding, defining, moving and merging themes and codes."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from ..domain import palette
from ..domain.codebook import CODE_KINDS, ORIGINS, TEXT_FIELDS, THEME_FIELDS, Code, clean_name
from ..domain.codings import Coding, Segment
from ..domain.documents import clean
from ..domain.errors import BadInput, Refused, cut_short, listed
from ..domain.ids import new_id
from ..domain.memos import Memo
from ..domain.themes import STAGES, ThemeCode, circle, reaches
from ..store import columns
from ..store.work import Work
from .acting import because, coder_of
from .action import action
from .repointing import repoint_questions
from .standing import both_comments, carry_standing, drop_standing

MERGED = "merge"  # the kind of the memo that keeps what a merged code said
SAID = ("weight", "certainty", "mark", "discuss", "facet")  # what a coding may say beside its code
_JUDGED = SAID[:3]  # of which two codings can say different things; questions are put together


def new_code(work: Work, name: str, kind: str, parent: UUID | None, color: str | None = None, **texts: str) -> Code:
    """The record of a code to be added last among its siblings, its colour the least used one if none is given."""
    if kind not in CODE_KINDS:
        raise BadInput("A code is a theme or a code, not “{kind}”.", kind=kind)
    codebook = work.read.codebook
    name = clean_name(name, kind)
    _require_free(work, name, parent)
    fields: dict[str, Any] = {**dict.fromkeys(TEXT_FIELDS, ""), **checked_fields(texts)}
    return Code(
        id=new_id(),
        parent=parent,
        name=name,
        kind=kind,
        color=checked_color(color) if color else palette.next_color(code.color for code in codebook.ordered),
        position=codebook.next_position(parent),
        coder=coder_of(work).id,
        created=work.time,
        **fields,
    )


def checked_color(color: str) -> str:
    """A colour as `#RRGGBB`. Raises `BadInput` for anything else."""
    digits = color.strip().lstrip("#")
    if len(digits) != 6 or any(digit not in "0123456789abcdefABCDEF" for digit in digits):
        raise BadInput("“{color}” is not a colour; write it as #2067DA.", color=color)
    return "#" + digits.upper()


def checked_fields(texts: dict[str, Any]) -> dict[str, str | None]:
    """The codebook's text fields, cleaned; of those of themes (`THEME_FIELDS`) an empty one is none.

    Raises `BadInput` for a field there is not, an origin or a stage there is not.
    """
    for field in texts:
        if field not in (*TEXT_FIELDS, *THEME_FIELDS):
            raise BadInput(
                "A code has no field “{field}”. There are: {fields}.",
                field=field,
                fields=", ".join((*TEXT_FIELDS, *THEME_FIELDS)),
            )
    found: dict[str, str | None] = {}
    for field, text in texts.items():
        words = "" if text is None else clean(str(text)).text.strip()
        found[field] = None if field in THEME_FIELDS and not words else words
    if (found.get("origin") or "") not in ORIGINS:
        raise BadInput(
            "The origin of a code is inductive, deductive or in-vivo, not “{origin}”.", origin=found["origin"]
        )
    if found.get("stage") not in (None, *STAGES):
        raise BadInput("A theme is {stages}, not “{stage}”.", stages=listed(STAGES), stage=found["stage"])
    return found


def _require_free(work: Work, name: str, parent: UUID | None, code: UUID | None = None) -> None:
    for sibling in work.read.codebook.children(parent):
        if sibling.name == name and sibling.id != code:
            raise _name_taken(name)


def _name_taken(name: str) -> Refused:
    return Refused("There is a code “{name}” in this place already. Choose another name, or merge the two.", name=name)


def name_codes(work: Work, involved: Iterable[UUID] = (), **codes: Code) -> None:
    """Call the codes of a step by their paths where names alone would not tell them apart, and keep whose history it
    belongs to: theirs, and that of all `involved`."""
    book = work.read.codebook
    work.say(**{f"{name}.name": book.label(code.id) for name, code in codes.items()})
    ids = dict.fromkeys((*(code.id for code in codes.values()), *involved))
    work.say(codes=",".join(key.hex for key in ids))


def codebook_changed(work: Work) -> None:
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
    codebook_changed(work)
    return code


@action("Rename “{code.name}” to “{name}”")
def rename_code(work: Work, code: Code, name: str, reason: str = "") -> Code:
    """Give a code another name."""
    name = clean_name(name, code.kind)
    _require_free(work, name, code.parent, code.id)
    name_codes(work, code=code)
    work.say(name=name)
    because(work, reason)
    return _write(work, replace(code, name=name))


@action("Change the colour of “{code.name}”")
def recolor_code(work: Work, code: Code, color: str) -> Code:
    """Give a code another colour, `#RRGGBB`."""
    return _write(work, replace(code, color=checked_color(color)))


@action("Define “{code.name}”")
def define_code(work: Work, code: Code, reason: str = "", **texts: str) -> Code:
    """Write the codebook's text fields of a code; those not named stay."""
    because(work, reason)
    changes: dict[str, Any] = dict(texts)
    kind = changes.pop("kind", code.kind)
    if kind not in CODE_KINDS:
        raise BadInput("A code is a theme or a code, not “{kind}”.", kind=kind)
    texts_given: dict[str, Any] = {**checked_fields(changes)}
    return _write(work, replace(code, kind=kind, **texts_given))


def _write(work: Work, code: Code) -> Code:
    work.replace(code)
    codebook_changed(work)
    return code


@action("Move “{code.name}”")
def move_code(work: Work, code: Code, parent: Code | None, position: int | None = None, reason: str = "") -> Code:
    """Put a code below `parent` (None: at the top), as sibling number `position` (from 0; None: last)."""
    name_codes(work, code=code)
    because(work, reason)
    return place_codes(work, [code], parent, position)[0]


def place_codes(work: Work, codes: Iterable[Code], parent: Code | None, position: int | None) -> list[Code]:
    """Put codes below another one (None: at the top), as part of a step: in their order, the first as sibling number
    `position`, counted without them (None: last)."""
    codebook = work.read.codebook
    target = parent.id if parent else None
    links: list[ThemeCode] = [] if target is None else work.read.where("theme_code")
    below = reaches(codebook, links) if links else {}
    above = set() if target is None else {target, *(one.id for one in codebook.ancestors(target))}
    moved = [replace(code, parent=target) for code in codes]
    going = {code.id for code in moved}
    siblings = [sibling for sibling in codebook.children(target) if sibling.id not in going]
    taken = {sibling.name for sibling in siblings}
    for code in moved:
        if code.id in above:
            raise Refused("“{name}” cannot be moved below itself.", name=code.name)
        if target is not None and target in below.get(code.id, ()):
            raise Refused(
                "“{theme}” belongs to “{name}”: it cannot be the other way round as well.",
                theme=codebook.label(target),
                name=codebook.label(code.id),
            )
        if code.name in taken:
            raise _name_taken(code.name)
        taken.add(code.name)
    at = len(siblings) if position is None else max(0, min(position, len(siblings)))
    ordered = [*siblings[:at], *moved, *siblings[at:]]
    work.replace([replace(code, position=number) for number, code in enumerate(ordered)])
    codebook_changed(work)
    return [work.read.codebook.by_id[code.id] for code in moved]


@action("Merge “{code.name}” into “{into.name}”")
def merge_codes(work: Work, code: Code, into: Code, reason: str = "") -> Code:
    """Put everything coded with `code` under `into`; codes below it and its memos move along, and it goes.

    A segment that carries both keeps one coding. What the codebook said of the code stays as a memo.
    """
    name_codes(work, code=code, into=into)
    because(work, reason)
    merge_into(work, code, into)
    return into


def merge_into(work: Work, code: Code, into: Code) -> None:
    """Merge one code into another one, as part of a step."""
    if code.id == into.id:
        raise Refused("“{name}” cannot be merged into itself.", name=code.name)
    if code.id in {above.id for above in work.read.codebook.ancestors(into.id)}:
        raise Refused(
            "“{name}” lies above “{into}”. Move “{into}” out first, or merge the other way round.",
            name=code.name,
            into=into.name,
        )
    work.repoint("coding", "code", code.id, into.id, but=columns.carries(into.id))
    shift_codings(work, work.read.codings_with(code.id), into.id)  # those whose segment carries it already
    _lift_children(work, code, into.id)
    carry_standing(work, code.id, into.id)
    repoint_questions(work, code.id, into.id, work.read.codebook.paths()[into.id])
    _keep_words(work, code, into)
    there = {member.code_set for member in work.read.code_set_members(code=into.id)}
    for member in work.read.code_set_members(code=code.id):
        if member.code_set in there:
            work.remove(member)
        else:
            work.replace(replace(member, code=into.id))
    work.remove(code)
    codebook_changed(work)
    if into.id in circle(work.read.codebook, work.read.where("theme_code")):
        raise Refused(
            "“{name}” and “{into}” cannot become one: what belongs to the one holds the other, by a link. Take a code "
            "out of a theme first.",
            name=code.name,
            into=into.name,
        )


def shift_codings(work: Work, codings: Iterable[Coding], target: UUID) -> int:
    """Let codings carry the code `target`; how many changed.

    Where their segment carries it already they go; what they said of their own (weight, certainty, mark, question)
    is kept on the other coding where that says nothing, and in the segment's comment where it says something else.
    """
    shifted = [coding for coding in codings if coding.code != target]
    if not shifted:
        return 0
    there = {coding.segment: coding for coding in work.read.codings_with(target)}
    gone: list[Coding] = []
    changed: dict[UUID, Coding] = {}
    pairs: list[tuple[Coding, Coding]] = []
    for coding in shifted:
        twin = there.get(coding.segment)
        if twin is None:
            there[coding.segment] = changed[coding.id] = replace(coding, code=target)
            continue
        gone.append(coding)
        pairs.append((twin, coding))
        both = fuller(twin, coding)
        if both != twin:
            there[coding.segment] = changed[twin.id] = both
    keep_conflicts(work, pairs)
    work.remove(gone)
    work.replace(changed.values())
    return len(shifted)


def keep_conflicts(work: Work, pairs: Iterable[tuple[Coding, Coding]]) -> None:
    """Of two codings of which one stays: where both say something and not the same, what the other one (the second)
    said goes into the comment of the segment that stays, and the step counts it."""
    lines: dict[UUID, list[str]] = {}
    count = int(work.values.get("conflicts", "0"))
    label = work.read.codebook.label
    for one, other in pairs:
        said = [
            f"{field} {theirs:g}" if field == "weight" else f"{field} {theirs}"
            for field in _JUDGED
            if (theirs := getattr(other, field)) is not None and getattr(one, field) not in (None, theirs)
        ]
        if said:
            count += len(said)
            lines.setdefault(one.segment, []).append(f"{label(other.code)}: {', '.join(said)}")
    if lines:
        segments: list[Segment] = work.read.records("segment", lines)
        work.replace(
            [replace(each, comment="\n".join(filter(None, (each.comment, *lines[each.id])))) for each in segments]
        )
        work.also("{conflicts} judgements differed, see the comments", conflicts=count)


def fuller(coding: Coding, other: Coding) -> Coding:
    """A coding with what only the other one of its segment says, and the questions of both."""
    said = {field: getattr(other, field) for field in SAID if getattr(coding, field) is None}
    if coding.discuss is not None and other.discuss:
        said["discuss"] = both_comments(coding.discuss, other.discuss)
    return replace(coding, **said)


def _keep_words(work: Work, code: Code, into: Code) -> None:
    """What the codebook says of a code that goes stays as a memo on the one that takes its codings."""
    fields = (*TEXT_FIELDS, *THEME_FIELDS)
    words = [f"{field.replace('_', ' ')}: {getattr(code, field)}" for field in fields if getattr(code, field)]
    if any(getattr(code, field) for field in fields if field not in ("origin", "status", "stage")):
        title = f"Merged: {code.name}"
        title = cut_short(title, 80)
        text = "\n".join(words)
        work.add(Memo(new_id(), "code", into.id, title, MERGED, text, coder_of(work).id, work.time))


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
def remove_code(work: Work, code: Code, reason: str = "") -> Code:
    """Take a code out of the codebook, its codings with it; codes below it move up to its place."""
    name_codes(work, code=code)
    because(work, reason)
    work.say(codings=take_out(work, code))
    return code


def take_out(work: Work, code: Code) -> int:
    """Take a code out of the codebook, as part of a step; how many codings went with it."""
    codings = work.read.codings_with(code.id)
    work.remove(codings)
    _lift_children(work, code, code.parent)
    drop_standing(work, [code.id])
    work.remove(work.read.code_set_members(code=code.id))
    work.remove(code)
    codebook_changed(work)
    return len(codings)
