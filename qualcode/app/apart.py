"""Taking a surgery apart again after other work: what still stands as it left it goes back, the rest stays."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from ..domain.codebook import Code
from ..domain.codings import Coding
from ..domain.errors import NotFound, Refused
from ..domain.themes import reach
from ..store import memo_rows, trails
from ..store.work import Work
from .acting import because
from .action import action
from .code_history import SURGERIES
from .codebook import SAID, codebook_changed
from .memo_links import drop_memo, links_back
from .standing import KINDS_STANDING, standing_back, stands_on

_Change = tuple[UUID, Any | None, Any | None]  # id, the record before the step and after it


@dataclass(frozen=True, slots=True)
class TakenApart:
    """What came of it. `moved` codings went back; `gone` are not there any more; `elsewhere` carry another code by now
    or were changed since. `returned` are the codes that are back, `renamed` those whose name was taken meanwhile,
    `kept` codes that could not go back to their place, or that the surgery made and that are in use now."""

    moved: int
    gone: int
    elsewhere: int
    returned: tuple[Code, ...]
    renamed: tuple[Code, ...]
    kept: tuple[Code, ...]


@dataclass(slots=True)
class _Account:
    moved: int = 0
    gone: int = 0
    elsewhere: int = 0
    returned: list[Code] = field(default_factory=list)
    renamed: list[Code] = field(default_factory=list)
    kept: list[Code] = field(default_factory=list)


@action("Take apart again: {what}")
def take_apart(work: Work, step: int, reason: str = "") -> TakenApart:
    """Reverse a merge, a split or a move of earlier, whatever was done since.

    Codings that are there and still carry the code that step gave them go back; a code that went comes back with its
    fields, memos and sets; a code the step made goes if nothing stands on it. The rest stays, and is counted.
    """
    meant = work.read.step(step)
    if meant is None:
        raise NotFound("There is no step {number}. See the history for the numbers.", number=step)
    if meant.undone:
        raise Refused("Step {number} “{summary}” is undone already.", number=step, summary=meant.what)
    if meant.action not in SURGERIES:
        raise Refused(
            "Step {number} “{summary}” is no merge, split or move. Undo it from the history instead.",
            number=step,
            summary=meant.what,
        )
    changes = {
        kind: trails.around(work.read, step, kind)
        for kind in ("code", "coding", "memo", "memo_link", "code_set_member", *KINDS_STANDING)
    }
    account = _Account()
    _bring_codes_back(work, changes["code"], account)
    _put_codes_back(work, changes["code"], account)
    named = {UUID(hex=key) for key in meant.values.get("codes", "").split(",") if key}
    _codings_back(work, changes["coding"], named, account)
    _memos_back(work, changes["memo"])
    links_back(work, changes["memo_link"])
    _sets_back(work, changes["code_set_member"])
    standing_back(work, changes)
    _remove_made(work, changes["code"], account)
    if not (account.moved or account.returned or work.touched):
        raise Refused(
            "Nothing of step {number} “{summary}” is as it left it any more; there is nothing to take apart.",
            number=step,
            summary=meant.what,
        )
    work.say(what=meant.what, step=step, codes=meant.values.get("codes", ""))
    because(work, reason)
    return TakenApart(
        account.moved,
        account.gone,
        account.elsewhere,
        tuple(account.returned),
        tuple(account.renamed),
        tuple(account.kept),
    )


def _bring_codes_back(work: Work, changes: Iterable[_Change], account: _Account) -> None:
    """Codes that went come back with their fields, those above before those below."""
    waiting = [
        before for key, before, after in changes if before and not after and work.read.by_id("code", key) is None
    ]
    while waiting:
        book = work.read.codebook
        coming = {code.id for code in waiting}
        code = next((code for code in waiting if code.parent not in coming), waiting[0])
        waiting.remove(code)
        there = replace(code, parent=code.parent if code.parent in book.by_id else None)
        names = {sibling.name for sibling in book.children(there.parent)}
        if there.name in names:
            number = next(number for number in range(2, len(names) + 3) if f"{there.name} {number}" not in names)
            there = replace(there, name=f"{there.name} {number}")
            account.renamed.append(there)
        work.add(there)
        codebook_changed(work)
        account.returned.append(there)


def _put_codes_back(work: Work, changes: Iterable[_Change], account: _Account) -> None:
    """Codes that were moved go back to where they stood, if they still stand where the step put them."""
    for key, before, after in changes:
        if not before or not after or before.parent == after.parent:
            continue
        book = work.read.codebook
        code = book.by_id.get(key)
        if code is None or code.parent != after.parent:
            continue
        parent = before.parent
        lost = parent is not None and parent not in book.by_id
        below = parent in reach(book, work.read.where("theme_code"), key)
        if lost or below or any(one.name == code.name for one in book.children(parent)):
            account.kept.append(code)
            continue
        siblings = list(book.children(parent))
        at = sum(sibling.position < before.position for sibling in siblings)
        ordered = [*siblings[:at], replace(code, parent=parent), *siblings[at:]]
        work.replace([replace(one, position=number) for number, one in enumerate(ordered)])
        codebook_changed(work)


def _codings_back(work: Work, changes: list[_Change], named: set[UUID], account: _Account) -> None:
    """Codings go back to the code they carried; those that went because their segment carried both come back.

    `named` are all codes of the step: those that lost nothing are those that were given something.
    """
    sources = {before.code for _, before, _ in changes if before}
    carried = {(coding.segment, code) for code in sources for coding in work.read.codings_with(code)}
    present = {coding.id: coding for coding in work.read.records("coding", (key for key, *_ in changes))}
    _copies_go(work, [(present.get(key), after) for key, before, after in changes if before is None], account)
    shifted = [
        (present.get(key), before, after)
        for key, before, after in changes
        if before and after and before.code != after.code  # what took over only words: `_sayings_back`
    ]
    back: list[Coding] = []
    surplus: list[Coding] = []
    for now, before, after in shifted:
        if now is None:
            account.gone += 1
        elif now.code != after.code or before.code not in work.read.codebook.by_id:
            account.elsewhere += 1
        elif (now.segment, before.code) in carried:
            surplus.append(now)
        else:
            back.append(replace(now, code=before.code))
    account.moved += len(back) + len(surplus)
    targets = {after.code for _, _, after in changes if after} | (named - sources)
    twins = [before for key, before, after in changes if before and not after and key not in present]
    again = _twins(work, twins, targets, carried, account)
    work.remove(surplus)
    work.replace(back)
    work.add(again)
    _sayings_back(work, changes, present, {coding.segment for coding in again})


def _sayings_back(work: Work, changes: list[_Change], present: dict[UUID, Coding], segments: Collection[UUID]) -> None:
    """What a coding took over from one that is back again (weight, certainty, mark, question) is only that one's."""
    for key, before, after in changes:
        now = present.get(key)
        if now is None or not before or not after or before.code != after.code or now.segment not in segments:
            continue
        taken = [
            name
            for name in SAID
            if getattr(before, name) is None and getattr(now, name) == getattr(after, name) is not None
        ]
        if taken:
            nothing: dict[str, Any] = dict.fromkeys(taken)
            work.replace(replace(now, **nothing))


def _copies_go(work: Work, copies: list[tuple[Coding | None, Coding | None]], account: _Account) -> None:
    """Codings the step made go, if nobody has touched them since."""
    untouched = [now for now, made in copies if now is not None and now == made]
    account.moved += len(untouched)
    account.gone += sum(now is None for now, _ in copies)
    account.elsewhere += sum(now is not None and now != made for now, made in copies)
    work.remove(untouched)


def _twins(
    work: Work, twins: list[Coding], targets: set[UUID], carried: set[tuple[UUID, UUID]], account: _Account
) -> list[Coding]:
    """The codings to come back of those that went because their segment carried both codes: where it still carries
    the other one."""
    there = {segment.id for segment in work.read.records("segment", {coding.segment for coding in twins})}
    given = {coding.segment for code in targets for coding in work.read.codings_with(code)}
    again: list[Coding] = []
    for coding in twins:
        if coding.segment not in there:
            account.gone += 1
        elif coding.code not in work.read.codebook.by_id or (targets and coding.segment not in given):
            account.elsewhere += 1
        elif (coding.segment, coding.code) not in carried:
            again.append(coding)
    account.moved += len(again)
    return again


def _memos_back(work: Work, changes: Iterable[_Change]) -> None:
    """Memos go back to the code they were about; what the step wrote down goes, if it is as it was."""
    for key, before, after in changes:
        now = work.read.by_id("memo", key)
        if before is None:
            if now is not None and now == after:
                drop_memo(work, now)
        elif now is not None and after is not None and before.about != after.about == now.about:
            work.replace(replace(now, about=before.about))


def _sets_back(work: Work, changes: Iterable[_Change]) -> None:
    """Codes are in the sets again in which they were."""
    for key, before, after in changes:
        now = work.read.by_id("code_set_member", key)
        if before is None or before.code not in work.read.codebook.by_id:
            continue
        if work.read.by_id("code_set", before.code_set) is None:
            continue
        twice = any(one.code == before.code for one in work.read.code_set_members(code_set=before.code_set))
        if now is None and after is None and not twice:
            work.add(before)
        elif now is not None and after is not None and now.code == after.code and not twice:
            work.replace(replace(now, code=before.code))


def _remove_made(work: Work, changes: Iterable[_Change], account: _Account) -> None:
    """Codes the step made go, if nothing stands on them."""
    for key, before, after in changes:
        code = work.read.codebook.by_id.get(key)
        if before is not None or after is None or code is None:
            continue
        carries = work.read.codings_with(key) or work.read.codebook.children(key)
        if carries or memo_rows.memos_with(work.read, key) or stands_on(work, key):
            account.kept.append(code)
        else:
            work.remove(work.read.code_set_members(code=key))
            work.remove(code)
            codebook_changed(work)
