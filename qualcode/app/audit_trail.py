"""The audit trail: every step with who, when, what and why, and the proof that nobody changed them afterwards."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ..domain.codebook import Code
from ..domain.coders import Coder
from ..domain.errors import BadInput, fill
from ..domain.history import REASON, Step
from ..domain.memos import is_day
from ..domain.progress import SILENT, Progress
from ..formats.audit_files import SUFFIXES, write_audit
from ..store import checks, trails
from ..store.reading import Reading
from .code_history import SAYS_WHY, history_of_code, reasons
from .destination import destination
from .naming import resolve
from .quoting import Quoting

if TYPE_CHECKING:
    from .project import Project

__all__ = ["AUDIT_COLUMNS", "SUFFIXES", "Audit", "Which", "audit_trail", "export_audit"]

AUDIT_COLUMNS = ("number", "time", "coder", "action", "summary", "reason", "reverts", "undone", "digest")
INTACT = "intact"
# what stands on a theme or code besides its memos and sets, and makes its history
_STANDING = (
    ("evidence", "theme"),
    ("theme_code", "theme"),
    ("theme_code", "code"),
    ("map_node", "about"),
    ("case_summary", "case"),
    ("case_summary", "theme"),
)


@dataclass(frozen=True, slots=True)
class Which:
    """Which steps: those `since` (a step's number: later ones; or a day, ISO: of that day and later), of days before
    `before` (ISO), by a `coder` (name), of the whole story `of` a theme or code (name, path or id)."""

    since: str = ""
    before: str = ""
    coder: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class Audit:
    """`head` says what it is, by name; `rows` have `AUDIT_COLUMNS`; `broken` where the chain of digests is broken."""

    head: dict[str, Any]
    rows: list[dict[str, Any]]
    broken: list[str]


def audit_trail(
    read: Reading, which: Which | None = None, progress: Progress = SILENT, quoting: Quoting | None = None
) -> Audit:
    """The steps that were asked for, oldest first. The whole chain of digests is worked out anew for it, whichever
    steps are asked for. Times are UTC. Raises `NotFound` and `BadInput` for a coder, code or moment there is not."""
    which = which or Which()
    asked = quoting or Quoting(read)
    since, day = _since(which.since)
    coder = resolve(read, Coder, which.coder).name if which.coder else ""
    code: Code | None = resolve(read, Code, which.of) if which.of else None
    progress.tick(0, 0)
    broken = [str(problem.what) for problem in checks.chain_problems(read)]
    number, digest = read.last_step()
    story = None if code is None else _story(read, code.id)
    why = reasons(read)
    rows = [
        _row(step, why, asked)
        for step in read.steps(since)
        if (not day or step.time[:10] >= day)
        and (not which.before or step.time[:10] < _day(which.before))
        and (not coder or step.coder == coder)
        and (story is None or step.number in story)
    ]
    head = {
        "study": read.study().name,
        "steps": number,
        "steps in this file": len(rows),
        "of": read.codebook.path(code.id) if code is not None else None,
        "coder": coder or None,
        "since": which.since or None,
        "before": which.before or None,
        "digest chain": INTACT if not broken else "; ".join(broken),
        "last digest": digest,
    }
    return Audit({name: value for name, value in head.items() if value is not None}, rows, broken)


def _since(written: str) -> tuple[int, str]:
    digits = written.strip()
    if digits.isascii() and digits.isdecimal() and len(digits) < 16:
        return int(digits), ""
    return 0, _day(digits) if digits else ""


def _day(written: str) -> str:
    if not is_day(written):
        raise BadInput("“{day}” is neither the number of a step nor a day. Write a day as YYYY-MM-DD.", day=written)
    return written


def _story(read: Reading, code: UUID) -> set[int]:
    """The numbers of all steps of a code's history, with what took them back, brought them again or gave a reason."""
    numbers = {one.step.number for one in history_of_code(read, code)} | trails.steps_on(read, code, _STANDING)
    for step in read.steps():  # oldest first: what is taken back stands before what takes it back
        told = step.values.get("step", "") if step.action == SAYS_WHY else ""
        if step.reverts in numbers or (told.isdecimal() and int(told) in numbers):
            numbers.add(step.number)
    return numbers


def _row(step: Step, why: dict[int, str], quoting: Quoting) -> dict[str, Any]:
    bare = {name: value for name, value in step.values.items() if name != REASON}
    summary = fill(step.template, bare) if step.template else step.summary
    return {
        "number": step.number,
        "time": step.time,
        "coder": step.coder,
        "action": step.action,
        "summary": quoting.sentence(summary),
        "reason": quoting.sentence(why.get(step.number) or step.reason),
        "reverts": step.reverts,
        "undone": step.undone,
        "digest": step.digest,
    }


def export_audit(
    project: "Project",
    path: str | Path,
    which: Which | None = None,
    date: str = "",
    progress: Progress = SILENT,
    display_ids: bool = False,
) -> tuple[Path, Audit]:
    """Write the audit trail to a file by its suffix, one of `SUFFIXES`; the path written, and what stands in it.

    `date` is the date in the file, else that of the last step. Redacted words in the sentences are left out; with
    `display_ids` names of cases and speakers in them, former ones too, are replaced by theirs.
    """
    target = destination(path)
    if target.suffix.lower() not in SUFFIXES:
        raise BadInput(
            "The {kind} cannot be written as “{suffix}”. Name a file ending in {suffixes}.",
            kind="history",
            suffix=target.suffix.lower() or target.name,
            suffixes=", ".join(SUFFIXES),
        )
    with project.read() as read:
        audit = audit_trail(read, which, progress, Quoting(read, display_ids))
        steps = read.steps(most=1)
    day = date or (steps[-1].time[:10] if steps else "")
    write_audit(audit.head, AUDIT_COLUMNS, audit.rows, target, date=day, progress=progress)
    return target, audit
