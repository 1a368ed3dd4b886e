"""Drafts: what is being written into a memo and is not a step yet, kept on this computer so that nothing is lost when
the program is killed.

A step for every pause would flood the history, and steps are never joined afterwards, for each stands on the digest of
the one before. So what is typed is put aside every two seconds, and becomes a step when the writer leaves the memo.
"""

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from uuid import UUID

from ..domain.documents import clean
from ..domain.errors import Refused, listed
from ..domain.ids import now
from ..domain.memos import LONGEST_TYPE, Memo, is_day
from ..store import presence
from ..store.reading import Reading
from ..store.work import Work
from .action import action
from .memos import edit_memo, write_memo
from .settings import drafts_folder

if TYPE_CHECKING:
    from .project import Project

_SUFFIX, _HALF = ".json", ".new"
_ours: set[str] = set()  # drafts of this process: they are still in somebody's hands
_settled: set[str] = set()  # drafts that were dropped: whoever is late with one puts nothing aside any more
_turn = Lock()  # a draft is put aside and dropped in several threads


@dataclass(frozen=True, slots=True)
class Draft:
    """A memo as it stands in an editor. `memo` is the id of the one that is changed ("": a new one), `base` its text
    when that began; ids are hexadecimal, as all of this is kept as JSON."""

    key: str
    study: str
    coder: str
    memo: str
    about_kind: str
    about: str
    title: str
    kind: str
    dated: str
    text: str
    base: str
    time: str = ""
    host: str = ""
    process: int = 0


def put_aside(draft: Draft) -> None:
    """Keep a draft, in one stroke: a crash leaves this one or the one before. Where the disk does not take it the memo
    is still in the editor, and becomes a step as usual."""
    kept = replace(draft, time=now(), host=platform.node(), process=os.getpid())
    with _turn:
        if draft.key in _settled:
            return
        _ours.add(draft.key)
        try:
            target = _place(draft.study, draft.key)
            target.parent.mkdir(mode=0o700, exist_ok=True)
            new = target.with_suffix(_HALF)
            with new.open("w", encoding="utf-8", errors="replace") as file:
                json.dump(asdict(kept), file, ensure_ascii=False)
                file.flush()
                os.fsync(file.fileno())
            new.replace(target)
        except (OSError, Refused):
            return


def drop(study: str, key: str) -> None:
    """A draft is a step now, or was given up."""
    with _turn:
        _settled.add(key)
        _ours.discard(key)
        try:
            place = _place(study, key)
            for file in (place, place.with_suffix(_HALF)):  # a full disk leaves half of one
                file.unlink(missing_ok=True)
        except (OSError, Refused):
            return


def let_go(study: str) -> None:
    """The project is closed here: whoever opens it next is offered what could not be written."""
    with _turn:
        _ours.difference_update(file.stem for file in _files(study))


def left_behind(study: str, coder: str) -> list[Draft]:
    """The drafts of a coder in a project that no running program holds, oldest first."""
    found = []
    for file in _files(study):
        draft = _read(file)
        if draft is not None and draft.coder == coder and draft.study == study and not _held(draft):
            found.append(draft)
    return sorted(found, key=lambda draft: draft.time)


def drafts_of(project: "Project") -> list[Draft]:
    """What a killed program left behind in this project for whoever acts now."""
    with project.read() as read:
        return left_behind(read.study().id.hex, project.coder)


def bring_back(project: "Project") -> list[Memo]:
    """Make memos of the drafts that a killed program left behind, as one step; those that are there already are only
    forgotten."""
    if project.read_only:
        return []
    with project.read() as read:
        study = read.study().id.hex
        drafts = left_behind(study, project.coder)
        wanted = [draft for draft in drafts if _tells_more(read, draft)]
    made = keep_drafts(project, wanted) if wanted else []
    for draft in drafts:
        drop(study, draft.key)
    return made


@action("Keep what was being written: {titles}")
def keep_drafts(work: Work, drafts: Sequence[Draft]) -> list[Memo]:
    """Write drafts into the memos they belong to. Where the memo has been changed since or is gone, a draft becomes a
    memo of its own about the same thing, or about the project where that is gone too."""
    made = []
    for draft in drafts:
        memo = work.read.by_id("memo", UUID(hex=draft.memo)) if draft.memo else None
        kind = draft.kind[:LONGEST_TYPE]
        day = draft.dated if is_day(draft.dated) else ""
        if memo is not None and memo.text == draft.base:
            made.append(edit_memo.within(work, memo.id, draft.text, draft.title, kind, day))
        else:
            about = _subject_of(work.read, draft)
            made.append(write_memo.within(work, draft.text, about, draft.title, kind, day))
    work.values.clear()
    work.say(titles=listed(memo.title for memo in made))
    return made


def _subject_of(read: Reading, draft: Draft) -> UUID | None:
    if draft.about_kind not in ("document", "segment", "code", "case") or not draft.about:
        return None
    key = UUID(hex=draft.about)
    return key if read.by_id(draft.about_kind, key) is not None else None


def _tells_more(read: Reading, draft: Draft) -> bool:
    """Whether a draft says what no memo about its subject says already: the program may have died between the step and
    the end of the draft."""
    words = clean(draft.text).text.strip()
    if not words:
        return False
    if draft.memo:
        memo = read.by_id("memo", UUID(hex=draft.memo))
        if memo is not None:
            same = (memo.title, memo.kind, memo.dated or "") == (draft.title or memo.title, draft.kind, draft.dated)
            return memo.text != words or (not same and memo.text == draft.base)
    about = UUID(hex=draft.about) if draft.about else read.study().id
    return all(memo.text != words for memo in read.memos(about))


def _place(study: str, key: str) -> Path:
    return drafts_folder() / study / f"{key}{_SUFFIX}"


def _files(study: str) -> list[Path]:
    try:
        return sorted(_place(study, "any").parent.glob(f"*{_SUFFIX}"))
    except (OSError, Refused):
        return []


def _read(file: Path) -> Draft | None:
    """A draft of a file; None where it cannot be read, or is none."""
    try:
        if not file.is_file():
            return None
        found = json.loads(file.read_text("utf-8"))
        values = {one.name: found[one.name] for one in fields(Draft)}
        for name in ("key", "study", "memo", "about"):
            if values[name]:
                UUID(hex=values[name])
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
    if not all(isinstance(value, int if name == "process" else str) for name, value in values.items()):
        return None
    if values["key"] != file.stem or not 0 < values["process"] < 2**31:
        return None
    return Draft(**values)


def _held(draft: Draft) -> bool:
    """Whether an editor still has it: one of ours, or one in another program that runs on this computer."""
    if draft.key in _ours:
        return True
    return draft.process != os.getpid() and draft.host == platform.node() and presence.alive(draft.process)
