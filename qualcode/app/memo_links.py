"""What happens to memos and their links when what they stand on goes, becomes another thing, or is copied."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from ..domain.ids import new_id
from ..domain.memos import Memo, MemoLink
from ..store import memo_rows
from ..store.work import Work


def drop_memos(work: Work, subjects: Iterable[UUID]) -> None:
    """Things go: the memos about them go with them, and so do the links that lead to them or to these memos."""
    gone = list(subjects)
    memos = work.read.memos_about(gone)
    work.remove(memo_rows.links_at(work.read, [*gone, *(memo.id for memo in memos)]))
    work.remove(memos)


def drop_memo(work: Work, memo: Memo) -> None:
    """A memo goes with its links and those that lead to it."""
    work.remove(memo_rows.links_at(work.read, [memo.id]))
    work.remove(memo)


def carry_memos(work: Work, source: UUID, target: UUID) -> None:
    """One thing becomes another of its kind: the memos about it and the links to it are now about that one.

    A memo is linked to a thing once, and never to what it is about.
    """
    carried = [replace(memo, about=target) for memo in work.read.memos(source)]
    work.replace(carried)
    own = {memo.id for memo in work.read.memos(target)}
    there = {link.memo for link in work.read.memo_links(about=target)} | own
    work.remove([link for link in work.read.memo_links(about=target) if link.memo in own])
    for link in work.read.memo_links(about=source):
        if link.memo in there:
            work.remove(link)
        else:
            work.replace(replace(link, about=target))


def repeat_memos(work: Work, source: UUID, target: UUID) -> None:
    """Another thing gets the same memos, with their links."""
    for memo in work.read.memos(source):
        twin = replace(memo, id=new_id(), about=target)
        work.add(twin)
        links = [link for link in work.read.memo_links(memo=memo.id) if link.about != target]
        work.add([replace(link, id=new_id(), memo=twin.id) for link in links])


def links_back(work: Work, changes: Iterable[tuple[UUID, Any | None, Any | None]]) -> None:
    """Links that a step carried to another thing lead back, and those it took away because they led there already."""
    for key, before, after in changes:
        now = work.read.by_id("memo_link", key)
        if before is None:
            if now is not None and now == after:
                work.remove(now)
        elif _may_lead(work, before):
            if now is None and after is None:
                work.add(before)
            elif now is not None and after is not None and before.about != after.about == now.about:
                work.replace(replace(now, about=before.about))


def _may_lead(work: Work, link: MemoLink) -> bool:
    """Whether the memo and the thing of a link are there, and the memo neither about it nor linked to it yet."""
    memo = work.read.by_id("memo", link.memo)
    kind = "study" if link.about_kind == "project" else link.about_kind
    if memo is None or memo.about == link.about or work.read.by_id(kind, link.about) is None:
        return False
    return all(one.about != link.about for one in work.read.memo_links(memo=link.memo))
