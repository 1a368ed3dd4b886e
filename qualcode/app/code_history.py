"""Where codings come from, what happened to a code, why, and taking a surgery apart again later."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from ..domain.codebook import Code
from ..domain.errors import BadInput, NotFound, cut_short
from ..domain.history import REASON, Step
from ..domain.ids import new_id
from ..domain.memos import Memo
from ..store import trails
from ..store.reading import Reading
from ..store.work import Work
from .acting import because, coder_of
from .action import action

SURGERIES = (
    "codebook.merge_codes",
    "codebook.move_code",
    "surgery.merge_several",
    "surgery.move_codes",
    "surgery.move_codings",
    "surgery.split_code",
)
_RECODING = (*SURGERIES, "apart.take_apart")
SAYS_WHY = "code_history.say_why"
COPIED = "copied"  # from which codes a step copied, in its values: see `written_copies`
WHY = "reason"  # the kind of the memo that says why something was done


@dataclass(frozen=True, slots=True)
class Origin:
    """A code that a coding carried before: until `step`, done by `coder` at `time`, for a `reason` if one was given.

    `beside`: the passage carried that code as well, by a coding of its own that went. `copied`: the coding was made
    as a copy of one with that code.
    """

    code: UUID
    name: str
    step: Step
    reason: str
    beside: bool = False
    copied: bool = False


def provenance_of_coding(read: Reading, coding: UUID) -> tuple[Origin, ...]:
    """The codes that a coding carried before, oldest first: "was X, merged on that day by Ana, because …"."""
    return origins(read, [coding]).get(coding, ())


def origins(read: Reading, codings: Iterable[UUID]) -> dict[UUID, tuple[Origin, ...]]:
    """The same for several codings; those that always carried their code are left out."""
    present = {coding.id: coding for coding in read.records("coding", codings)}
    jumps: dict[UUID, list[tuple[int, UUID, bool]]] = {}
    born: dict[UUID, int] = {}
    for key, passed in trails.trail(read, "coding", present).items():
        born[key] = passed[0][0]
        left = [found for _, found in passed[1:]] + [present[key]]
        for (step, found), after in zip(passed, left, strict=True):
            if found is not None and after is not None and found.code != after.code:
                jumps.setdefault(key, []).append((step, found.code, False))
    for key, coding in present.items():
        for step, gone in trails.removed_from(read, _RECODING, coding.segment):
            if gone.code != coding.code:
                jumps.setdefault(key, []).append((step, gone.code, True))
    numbers = {step for found in jumps.values() for step, _, _ in found}
    steps = read.steps_numbered(numbers | set(born.values()))
    copies = {number: copied_from(step) for number, step in steps.items() if COPIED in step.values}
    why = reasons(read) if numbers or copies else {}
    told: dict[UUID, tuple[Origin, ...]] = {}
    for key, coding in present.items():
        found = jumps.get(key, [])
        source = copies.get(born.get(key, 0), {}).get(key) or copies.get(born.get(key, 0), {}).get(None)
        kept = [] if source is None else [_copy_of(read, source, steps[born[key]], why)]
        kept += [
            Origin(code, _name_then(read, code, number), steps[number], _reason(steps[number], why), beside)
            for number, code, beside in sorted(found)
            if not (steps[number].undone or steps[number].reverts is not None)
            and (not beside or _took(steps[number], coding.code))
        ]
        if kept:
            told[key] = tuple(kept)
    return told


def _copy_of(read: Reading, code: UUID, step: Step, why: dict[int, str]) -> Origin:
    return Origin(code, _name_then(read, code, step.number), step, _reason(step, why), copied=True)


def written_copies(copied: Mapping[UUID, Sequence[UUID]]) -> str:
    """From which code codings were copied, for the values of their step; where it is one code just that."""
    if len(copied) == 1:
        return next(iter(copied)).hex
    return ";".join(f"{code.hex}:{','.join(key.hex for key in keys)}" for code, keys in copied.items())


def copied_from(step: Step) -> dict[UUID | None, UUID]:
    """The same read back: the code of each coding that a step made as a copy; under None that of all."""
    found: dict[UUID | None, UUID] = {}
    for part in step.values.get(COPIED, "").split(";"):
        code, _, keys = part.partition(":")
        for key in keys.split(",") if keys else [""]:
            found[UUID(key) if key else None] = UUID(code)
    return found


def _took(step: Step, code: UUID) -> bool:
    """Whether a step gave codings to a code."""
    return code.hex in step.values.get("codes", "").split(",")


def _reason(step: Step, said_later: dict[int, str]) -> str:
    return said_later.get(step.number) or step.reason


def _name_then(read: Reading, code: UUID, step: int) -> str:
    found = trails.record_before(read, "code", code, step)
    return str(found.name) if found is not None else ""


def reasons(read: Reading) -> dict[int, str]:
    """Why steps were made, where that was said after them."""
    return {
        int(step.values["step"]): step.values[REASON]
        for step in read.steps_of(SAYS_WHY)
        if not step.undone and step.values.get("step", "").isdigit() and REASON in step.values
    }


@action("Say why: {what}")
def say_why(work: Work, step: int, reason: str, about: Code | None = None) -> Memo:
    """Say why an earlier step was made: a memo of that kind about the code whose history it belongs to, or about the
    project where that code is gone."""
    meant = work.read.step(step)
    if meant is None:
        raise NotFound("There is no step {number}. See the history for the numbers.", number=step)
    because(work, reason)
    if REASON not in work.values:
        raise BadInput("A reason needs some words.")
    what = cut_short(meant.what, 80)
    work.say(what=what, step=step, codes=about.id.hex if about else "")
    kind, subject = ("code", about.id) if about else ("project", work.read.study().id)
    memo = Memo(new_id(), kind, subject, what, WHY, work.values[REASON], coder_of(work).id, work.time)
    work.add(memo)
    return memo


@dataclass(frozen=True, slots=True)
class CodeStep:
    """One step of a code's history and why it was made; `surgery`: it can be taken apart again later."""

    step: Step
    reason: str
    surgery: bool


def history_of_code(read: Reading, code: UUID) -> list[CodeStep]:
    """Every step that changed a code itself, its memos, its sets, what belongs to it or speaks for and against it as a
    theme, or what it stands for (merging, splitting, moving segments); oldest first. Single codings and what only
    shifted its place among its neighbours are left out."""
    numbers = trails.steps_about(read, code, SURGERIES)
    passed = trails.trail(read, "code", [code]).get(code, [])
    left = [found for _, found in passed[1:]] + [read.by_id("code", code)]
    for (step, found), after in zip(passed, left, strict=True):
        if found is None or after is None or _but_place(found) != _but_place(after):
            numbers.add(step)
    steps = read.steps_numbered(numbers)
    why = reasons(read)
    return [
        CodeStep(step, _reason(step, why), step.action in SURGERIES and not step.undone)
        for _, step in sorted(steps.items())
        if step.reverts is None and step.action != SAYS_WHY
    ]


def _but_place(code: Code) -> tuple[object, ...]:
    return tuple(getattr(code, name) for name in Code.__slots__ if name != "position")
