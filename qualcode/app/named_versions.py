"""Named points of the history: naming, renaming, removing; and which step a name, a date or a number means."""

import re
from dataclasses import dataclass, replace

from ..domain.codebook import clean_name
from ..domain.documents import clean
from ..domain.errors import BadInput, NotFound, Refused
from ..domain.history import Step
from ..domain.ids import new_id
from ..domain.named_versions import NamedVersion
from ..store.moments import DATE, in_effect, step_at, steps_between
from ..store.reading import Reading
from ..store.work import Work
from .acting import coder_of
from .action import action

NOW, BEGINNING = "now", "beginning"


@dataclass(frozen=True, slots=True)
class Named:
    """A version, the step whose state it names, and who named it."""

    version: NamedVersion
    step: Step
    coder: str


def named_versions(read: Reading) -> list[Named]:
    """All named versions by their steps, oldest first."""
    versions: list[NamedVersion] = read.where("named_version")
    steps = read.steps_numbered(version.step for version in versions)
    coders = {coder.id: coder.name for coder in read.coders()}
    found = [
        Named(version, steps[version.step], coders.get(version.coder, ""))
        for version in versions
        if version.step in steps
    ]
    return sorted(found, key=lambda one: (one.version.step, one.version.created, one.version.id))


def moment_step(read: Reading, moment: str | int) -> int:
    """The number of the step whose state is meant: by a version's name, a step's number, a date (the whole day counts),
    a date and time in UTC, or “now”.

    Raises `NotFound` and `BadInput`.
    """
    if not isinstance(moment, str):
        return step_at(read, moment)
    written = moment.strip()
    versions = named_versions(read)
    for test in (str, str.casefold):
        for one in versions:
            if test(one.version.name) == test(written):
                return one.version.step
    if written.isascii() and written.isdecimal():
        return step_at(read, int(written) if len(written) < 19 else 0)
    if written.casefold() == NOW:
        return read.last_step()[0]
    if re.match(r"\d{4}-\d", written):
        return step_at(read, written)
    raise NotFound(
        "There is no version “{name}”. Give a version's name, the number of a step, a date as 2026-10-01, or “now”.",
        name=moment,
    )


def changed_since_named(read: Reading) -> tuple[NamedVersion | None, int]:
    """The newest named version, and how many steps have changed the codebook since (undone ones do not count)."""
    versions = named_versions(read)
    last = versions[-1].version if versions else None
    steps = steps_between(read, "code", last.step if last else 0, read.last_step()[0])
    return last, len(in_effect(steps))


def _checked_name(work: Work, name: str, own: NamedVersion | None = None) -> str:
    name = clean_name(name, "version")
    if name.casefold() in (NOW, BEGINNING) or name.isdecimal() or DATE.fullmatch(name.replace(" ", "T")):
        raise BadInput("“{name}” would be read as a moment of its own. Add a word to the name.", name=name)
    there = [one.name.casefold() for one in work.read.where("named_version") if own is None or one.id != own.id]
    if name.casefold() in there:
        raise Refused("There is a version “{name}” already. Choose another name.", name=name)
    return name


def _checked_comment(comment: str) -> str:
    return clean(comment).text.strip()


@action("Name this point “{name}”")
def name_version(work: Work, name: str, comment: str = "", step: int | None = None) -> NamedVersion:
    """Give the state after a step a name (None: the last step)."""
    name = _checked_name(work, name)
    last = work.read.last_step()[0]
    number = last if step is None else step_at(work.read, step)
    if number != last:
        work.say("Name the point after step {number} “{name}”", number=number)
    version = NamedVersion(new_id(), name, number, _checked_comment(comment), coder_of(work).id, work.time)
    work.say(name=name)
    work.add(version)
    return version


@action("Rename version “{version.name}” to “{name}”")
def rename_version(work: Work, version: NamedVersion, name: str) -> NamedVersion:
    """Give a version another name."""
    renamed = replace(version, name=_checked_name(work, name, version))
    work.say(name=renamed.name)
    work.replace(renamed)
    return renamed


@action("Comment on version “{version.name}”")
def comment_version(work: Work, version: NamedVersion, comment: str) -> NamedVersion:
    """Write the comment of a version anew."""
    changed = replace(version, comment=_checked_comment(comment))
    work.replace(changed)
    return changed


@action("Remove the name of version “{version.name}”")
def remove_version(work: Work, version: NamedVersion) -> NamedVersion:
    """Take a version's name away; the history keeps the point itself. One that was signed off stays."""
    signed = work.read.where("sign_off", version=version.id)
    if signed:
        raise Refused(
            "“{name}” was signed off by {signer}; it keeps its name.", name=version.name, signer=signed[0].signer
        )
    work.remove(version)
    return version
