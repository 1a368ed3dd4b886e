"""Drafts: what is being written into a memo and is not a step yet, kept on this computer so that nothing is lost when
the program is killed.

A step for every pause would flood the history, and steps are never joined afterwards, for each stands on the digest of
the one before. So what is typed is put aside every two seconds, and becomes a step when the writer leaves the memo.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING
from uuid import UUID

from ..domain.documents import clean
from ..domain.errors import listed
from ..domain.ids import now
from ..domain.memos import LONGEST_TYPE, Memo, is_day
from ..store.reading import Reading
from ..store.work import Work
from .action import action
from .kept import Kept, Shelf
from .memos import edit_memo, write_memo

if TYPE_CHECKING:
    from .project import Project

_shelf = Shelf(lasts=True)


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


def put_aside(draft: Draft) -> None:
    """Keep a draft, unless it was dropped. Where the disk does not take it the memo is still in the editor, and becomes
    a step as usual."""
    _shelf.put(draft.study, draft.key, asdict(replace(draft, time=now())))


def drop(study: str, key: str) -> None:
    """A draft is a step now, or was given up."""
    _shelf.drop(study, key, settled=True)


def let_go(study: str) -> None:
    """The project is closed here: whoever opens it next is offered what could not be written."""
    _shelf.let_go(study)


def left_behind(study: str, coder: str) -> list[Draft]:
    """The drafts of a coder in a project that no running program holds, oldest first."""
    found = [draft for draft in map(_draft, _shelf.left(study)) if draft is not None and draft.coder == coder]
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
    drafts = [
        draft
        for left in left_behind(study, project.coder)
        if (kept := _shelf.take(study, left.key)) is not None and (draft := _draft(kept)) is not None
    ]
    try:
        with project.read() as read:
            wanted = [draft for draft in drafts if _tells_more(read, draft)]
        made = keep_drafts(project, wanted) if wanted else []
    except Exception:
        for draft in drafts:
            _shelf.let_go(study, draft.key)
        raise
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


def _draft(kept: Kept) -> Draft | None:
    """The draft that a file keeps; None where it is none."""
    try:
        values = {one.name: kept[one.name] for one in fields(Draft)}
        for name in ("memo", "about"):
            if values[name]:
                UUID(hex=values[name])
    except (ValueError, LookupError, TypeError, AttributeError):
        return None
    return Draft(**values) if all(isinstance(value, str) for value in values.values()) else None
