"""Code sets: choices of codes for a purpose; the first nine of a set answer the digit keys."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from ..domain.bundle import ReadCodeSet
from ..domain.code_sets import CodeSet, CodeSetMember
from ..domain.codebook import Code, clean_name
from ..domain.errors import Refused, listed
from ..domain.ids import new_id
from ..store.work import Work
from .action import action
from .naming import by_name, resolve


def _free_name(work: Work, name: str, own: UUID | None = None) -> str:
    name = clean_name(name, "code set")
    if any(one.name == name and one.id != own for one in work.read.code_sets()):
        raise Refused("There is a code set “{name}” already. Choose another name.", name=name)
    return name


def _put_in(work: Work, code_set: CodeSet, codes: Iterable[Code | UUID | str]) -> list[Code]:
    """Add codes at the end of a set; those that are in it stay where they are. Answers those that were added."""
    there = work.read.code_set_members(code_set=code_set.id)
    known = {member.code for member in there}
    position = max((member.position for member in there), default=-1) + 1
    added: dict[UUID, Code] = {}
    for thing in codes:
        code = resolve(work.read, Code, thing)
        if code.id not in known:
            added.setdefault(code.id, code)
    work.add(CodeSetMember(new_id(), code_set.id, key, position + number) for number, key in enumerate(added))
    return list(added.values())


def take_code_sets(work: Work, found: Iterable[ReadCodeSet]) -> int:
    """Bring in sets that a file holds, as part of a step; how many are new. One of a known name gets the codes it
    lacks; codes that are not in the codebook are left out."""
    wanted = list(found)
    if not wanted:
        return 0
    at = work.read.codebook.places()
    sets = work.read.code_sets()
    known = by_name(sets)
    ids = {one.id for one in sets}
    position = max((one.position for one in sets), default=-1)
    before = len(known)
    for read in wanted:
        name = clean_name(read.name, "code set")
        if name not in known:
            position += 1
            key = UUID(read.id) if read.id and UUID(read.id) not in ids else new_id()
            ids.add(key)
            known[name] = CodeSet(key, name, position, work.time)
            work.add(known[name])
        _put_in(work, known[name], [at[path] for path in read.codes if path in at])
    return len(known) - before


@action("Make the code set “{name}”")
def add_code_set(work: Work, name: str, codes: Iterable[Code | UUID | str] = ()) -> CodeSet:
    """Make a set of codes, last among the sets."""
    name = _free_name(work, name)
    work.say(name=name)
    position = max((one.position for one in work.read.code_sets()), default=-1) + 1
    made = CodeSet(new_id(), name, position, work.time)
    work.add(made)
    _put_in(work, made, codes)
    return made


@action("Rename the code set “{code_set.name}” to “{name}”")
def rename_code_set(work: Work, code_set: CodeSet, name: str) -> CodeSet:
    """Give a set of codes another name."""
    renamed = replace(code_set, name=_free_name(work, name, code_set.id))
    work.say(name=renamed.name)
    work.replace(renamed)
    return renamed


@action("Remove the code set “{code_set.name}”")
def remove_code_set(work: Work, code_set: CodeSet) -> CodeSet:
    """Take a set away; its codes stay in the codebook."""
    work.remove(work.read.code_set_members(code_set=code_set.id))
    work.remove(code_set)
    return code_set


@action("Put {names} into the code set “{code_set.name}”")
def add_to_code_set(work: Work, code_set: CodeSet, codes: Iterable[Code | UUID | str]) -> CodeSet:
    """Add codes at the end of a set; those that are in it stay where they are."""
    added = _put_in(work, code_set, codes)
    work.say(names=listed(code.name for code in added))
    return code_set


@action("Take {names} out of the code set “{code_set.name}”")
def remove_from_code_set(work: Work, code_set: CodeSet, codes: Iterable[Code | UUID | str]) -> CodeSet:
    """Take codes out of a set; they stay in the codebook."""
    wanted = {code.id: code for code in (resolve(work.read, Code, thing) for thing in codes)}
    gone = [member for member in work.read.code_set_members(code_set=code_set.id) if member.code in wanted]
    work.remove(gone)
    work.say(names=listed(wanted[member.code].name for member in gone))
    return code_set


@action("Put “{code.name}” elsewhere in the code set “{code_set.name}”")
def move_in_code_set(work: Work, code_set: CodeSet, code: Code, position: int) -> CodeSet:
    """Let a code of a set stand as number `position` (from 0): the first nine answer the digit keys."""
    members = work.read.code_set_members(code_set=code_set.id)
    moved = next((member for member in members if member.code == code.id), None)
    if moved is None:
        raise Refused("“{code}” is not in the code set “{name}”. Add it first.", code=code.name, name=code_set.name)
    rest = [member for member in members if member is not moved]
    at = max(0, min(position, len(rest)))
    ordered = [*rest[:at], moved, *rest[at:]]
    work.replace([replace(member, position=number) for number, member in enumerate(ordered)])
    return code_set
