"""What became of the codebook between two moments: what, by whom, when and why; for the window, the table, a file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from ..domain.codebook import Code, Codebook
from ..domain.codebook_diff import (
    ADDED,
    CHANGE_NAMES,
    MERGED,
    MOVED,
    REMOVED,
    SMALL,
    SPLIT,
    STAGE,
    Cause,
    Difference,
    Told,
    counts,
    differences_of,
    stage_of,
    texts_of,
)
from ..domain.errors import BadInput
from ..domain.history import Step
from ..store import trails
from ..store.engine import MOST_IDS, chunks
from ..store.moments import in_effect, steps_between
from ..store.past_rows import records_at
from ..store.reading import Reading
from .code_history import reasons
from .destination import destination
from .named_versions import BEGINNING, moment_step, named_versions
from .quoting import Quoting

if TYPE_CHECKING:
    from .project import Project

COLUMNS = ("change", "code", "kind", "field", "before", "after", "who", "when", "why", "step")
SUFFIXES = (".docx", ".html", ".md", ".xlsx", ".csv", ".json")
_SPLIT_ACTION = "surgery.split_code"
_ALL = 1 << 40  # rows: more than there are


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of the history: after step number `step` (0: before there was anything), made at `time`; `name` is that
    of a version where there is one."""

    step: int
    time: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of the codebook from one moment to a later one."""

    since: Moment
    until: Moment
    told: tuple[Told, ...]
    turned: bool = field(default=False, compare=False)  # whether the later moment was given first


def changes_between(
    read: Reading, since: str | int | None = None, until: str | int | None = None, small: bool = False
) -> Changes:
    """The changes from one moment to another (`named_versions.moment_step` says how moments are written; “beginning”
    is before the first code); the earlier one counts as the first, whichever is given first.

    Without `until` up to now, without `since` from the last version named before that, else from the beginning. What
    changed colours and order only is told if `small`. What was taken back within the stretch is no change.
    """
    last = read.last_step()[0]
    end = last if until is None else _step(read, until)
    if since is None:
        earlier = [one.version.step for one in named_versions(read) if one.version.step < end]
        start = earlier[-1] if earlier else 0
    else:
        start = _step(read, since)
    turned = start > end
    start, end = sorted((start, end))
    told = _Stretch(read, start, end).told()
    return Changes(
        _moment(read, start),
        _moment(read, end),
        tuple(one for one in told if small or one.change not in SMALL),
        turned,
    )


def _step(read: Reading, moment: str | int) -> int:
    if str(moment).strip().casefold() in (BEGINNING, "0"):
        return 0
    return moment_step(read, moment)


def _moment(read: Reading, number: int) -> Moment:
    step = read.step(number)
    if step is None:
        return Moment(number)
    names = [one.version.name for one in named_versions(read) if one.version.step == number]
    return Moment(number, step.time, names[-1] if names else "")


@dataclass(frozen=True, slots=True)
class _Passed:
    """A step that is in effect and changed a code: what it found and what it left."""

    step: int
    before: Code | None
    after: Code | None


class _Stretch:
    """The codes and the journal of a stretch of the history."""

    def __init__(self, read: Reading, start: int, end: int) -> None:
        self._read = read
        self._old: list[Code] = records_at(read, "code", start) if start else []
        self._new: list[Code] = records_at(read, "code", end)
        self._steps = {step.number: step for step in in_effect(steps_between(read, "code", start, end))}
        self._passed = self._journal()
        self._why = reasons(read) if self._steps else {}
        self._books = Codebook(self._old), Codebook(self._new)

    def _journal(self) -> dict[UUID, list[_Passed]]:
        touched: set[UUID] = set()
        for part in chunks(sorted(self._steps), MOST_IDS):
            touched |= (trails.changed_rows(self._read, part, ["code"], most=_ALL) or {"code": set()})["code"]
        found: dict[UUID, list[_Passed]] = {}
        present = {code.id: code for code in self._read.codes()}
        for key, passed in trails.trail(self._read, "code", touched).items():
            left = [before for _, before in passed[1:]] + [present.get(key)]
            found[key] = [
                _Passed(number, before, after)
                for (number, before), after in zip(passed, left, strict=True)
                if number in self._steps
            ]
        return found

    def told(self) -> list[Told]:
        """The changes, with their causes."""
        merged = self._merges()
        found = differences_of(self._old, self._new, merged, self._splits())
        told = (self._tell(one, merged) for one in found)
        return [one for one in told if one.change != STAGE or one.before != one.after]

    # ── who went where ──
    def _codes_said(self, number: int) -> list[UUID]:
        """The codes that a step names; one that takes back a taking back names those of the first."""
        step: Step | None = self._steps[number]
        again = 0
        while step is not None and step.reverts is not None:
            step, again = self._read.step(step.reverts), again + 1
        if step is None or again % 2:
            return []
        return [UUID(hex=key) for key in step.values.get("codes", "").split(",") if key]

    def _merges(self) -> dict[UUID, UUID]:
        """Into what codes were merged: what the step that took them out names besides and has left there."""
        gone: dict[int, set[UUID]] = {}
        for key, passed in self._passed.items():
            if passed and passed[-1].after is None:
                gone.setdefault(passed[-1].step, set()).add(key)
        found: dict[UUID, UUID] = {}
        for number, keys in gone.items():
            staying = [key for key in self._codes_said(number) if key not in keys]
            if staying:
                found.update(dict.fromkeys(keys, staying[0]))
        return found

    def _splits(self) -> dict[UUID, list[UUID]]:
        found: dict[UUID, list[UUID]] = {}
        for number, step in self._steps.items():
            if step.action == _SPLIT_ACTION and (said := self._codes_said(number)):
                parts = found.setdefault(said[0], [])
                parts.extend(key for key in said[1:] if key not in parts)
        return found

    # ── words ──
    def _path(self, key: UUID | None, newer: bool = True) -> str:
        for book in self._books[::-1] if newer else self._books:
            if key is not None and key in book.by_id:
                return book.path(key)
        last = next((one.before or one.after for one in reversed(self._passed.get(key, []))), None) if key else None
        return last.name if last is not None else ""

    def _tell(self, one: Difference, merged: Mapping[UUID, UUID]) -> Told:
        new = self._books[1].by_id.get(one.code)
        code = new or self._books[0].by_id[one.code]
        before, after = self._texts(one)
        return Told(
            one.change,
            one.code,
            self._path(one.code),
            code.kind,
            one.field,
            before,
            after,
            self._causes(one, merged),
            new is not None,
            texts_of(code) if one.change in (ADDED, REMOVED, MERGED) else (),
            code.color,
        )

    def _texts(self, one: Difference) -> tuple[str, str]:
        if one.change == ADDED:
            return "", self._path(one.code)
        if one.change in (REMOVED, MERGED, SPLIT):
            return self._path(one.code, newer=False), "; ".join(self._path(other) for other in one.others)
        if one.change == MOVED:
            return self._path(one.before, newer=False), self._path(one.after)
        if one.change == STAGE:
            return stage_of(self._books[0].by_id[one.code]), stage_of(self._books[1].by_id[one.code])
        return _text(one.before), _text(one.after)

    def _causes(self, one: Difference, merged: Mapping[UUID, UUID]) -> tuple[Cause, ...]:
        passed = self._passed.get(one.code, [])
        if one.change == SPLIT:
            numbers = {
                number
                for number, step in self._steps.items()
                if step.action == _SPLIT_ACTION and self._codes_said(number)[:1] == [one.code]
            }
        elif one.change in (REMOVED, MERGED):
            numbers = {passed[-1].step}
            into, seen = merged.get(one.code), {one.code}
            while into is not None and into not in self._books[1].by_id and into not in seen:
                seen.add(into)
                numbers |= {self._passed[into][-1].step} if self._passed.get(into) else set()
                into = merged.get(into)
        elif one.change == ADDED:
            numbers = {step.step for step in passed if _but_place(step.before) != _but_place(step.after)}
        else:
            numbers = {
                step.step
                for step in passed
                if step.before and step.after and getattr(step.before, one.field) != getattr(step.after, one.field)
            } or {step.step for step in passed}  # it went and came back as another
        return tuple(self._cause(self._steps[number]) for number in sorted(numbers))

    def _cause(self, step: Step) -> Cause:
        return Cause(step.number, step.time, step.coder, step.what, self._why.get(step.number) or step.reason)


def _but_place(code: Code | None) -> object:
    return code and tuple(getattr(code, name) for name in Code.__slots__ if name != "position")


def _text(value: object) -> str:
    return "" if value is None else str(value)


# ── as a table, as a file ──
def as_printed(told: Iterable[Told], quoting: Quoting) -> list[Told]:
    """The changes with the words that may leave the program; where an example is from is a document's name."""
    sentence = quoting.sentence

    def clean(field: str, text: str) -> str:
        return quoting.names(text) if field == "example_document" else quoting.excerpt(text)

    return [
        replace(
            one,
            before=clean(one.field, one.before),
            after=clean(one.field, one.after),
            filled=tuple((field, clean(field, text)) for field, text in one.filled),
            causes=tuple(replace(cause, what=sentence(cause.what), why=sentence(cause.why)) for cause in one.causes),
        )
        for one in told
    ]


def change_rows(told: Iterable[Told]) -> list[tuple[object, ...]]:
    """A row per change with `COLUMNS`; where several steps led there they stand one after the other, oldest first."""
    return [
        (
            one.change,
            one.code,
            one.kind,
            one.field,
            one.before,
            one.after,
            "; ".join(dict.fromkeys(cause.coder for cause in one.causes)),
            "; ".join(cause.time for cause in one.causes),
            "; ".join(dict.fromkeys(cause.why for cause in one.causes if cause.why)),
            "; ".join(str(cause.step) for cause in one.causes),
        )
        for one in told
    ]


def write_changes(
    project: "Project", path: str | Path, found: Changes, date: str = "", display_ids: bool = False
) -> Path:
    """Write changes to a file by its suffix, one of `SUFFIXES`; the path written.

    `date` is the date in the file, else that of the later moment, so that the same stretch gives the same bytes. With
    `display_ids` names of cases and speakers in sentences and reasons are replaced by theirs.
    """
    target = destination(path)
    suffix = target.suffix.lower()
    if suffix not in SUFFIXES:
        raise BadInput(
            "The {kind} cannot be written as “{suffix}”. Name a file ending in {suffixes}.",
            kind="changes of the codebook",
            suffix=suffix or target.name,
            suffixes=", ".join(SUFFIXES),
        )
    day = date or found.until.time[:10]
    with project.read() as read:
        quoting = Quoting(read, display_ids)
        title, told = read.study().name, as_printed(found.told, quoting)
        since, until = (_written(moment, quoting.sentence(moment.name)) for moment in (found.since, found.until))
    if suffix in (".csv", ".xlsx", ".json"):
        from ..formats.sheets import write_table

        write_table(COLUMNS, change_rows(told), target, title="codebook changes", date=day)
        return target
    from ..formats.codebook_changes import Front, write_changes_file

    write_changes_file(told, target, Front(title, since, until, day))
    return target


def _written(moment: Moment, name: str) -> str:
    """A moment in the words of a file, with its name as it may be printed."""
    if not moment.step:
        return "the beginning"
    facts = ", ".join(filter(None, (moment.time[:16].replace("T", " "), f"step {moment.step}")))
    return f"“{name}” ({facts})" if name else facts


def summary(told: Iterable[Told]) -> str:
    """How many codes changed in which way: “1 merged, 2 renamed”."""
    return ", ".join(f"{number} {CHANGE_NAMES[change].lower()}" for change, number in counts(told).items())
