"""Questions about memos and what they are linked to, each by an index: own memos, links of both directions, titles;
and what is about something that is not there."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from ..domain.memos import MEMO_LINKS, MEMO_SUBJECTS, Memo, MemoLink
from ..domain.theme_maps import NODE_KINDS, NODE_SUBJECTS
from . import tables
from .engine import MOST_IDS, chunks
from .reading import Reading
from .records import KINDS

_MEMO, _LINK = tables.memo, tables.memo_link
# what rows are about, and what a row may be besides that is about nothing else
_SUBJECTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "memo": (MEMO_SUBJECTS, ()),
    "memo_link": (MEMO_LINKS, ()),
    "map_node": (NODE_SUBJECTS, tuple(kind for kind in NODE_KINDS if kind not in NODE_SUBJECTS)),
}


def links_at(read: Reading, ids: Iterable[UUID]) -> list[MemoLink]:
    """The links of these memos, and those that lead to any of these things, in order of id."""
    found: dict[UUID, MemoLink] = {}
    for part in chunks(sorted({key.bytes for key in ids}), MOST_IDS):
        for column in (_LINK.c.memo, _LINK.c.about):
            found.update((link.id, link) for link in _records(read, "memo_link", column.in_(part)))
    return [found[key] for key in sorted(found)]


def memos_linking(read: Reading, about: UUID) -> list[Memo]:
    """The memos that are linked to a thing, oldest first; its own memos are `Reading.memos(about)`."""
    linked = sa.select(_LINK.c.memo).where(_LINK.c.about == about.bytes)
    return _records(read, "memo", _MEMO.c.id.in_(linked))


def memos_with(read: Reading, about: UUID) -> list[Memo]:
    """The memos about a thing and those linked to it, oldest first."""
    linked = sa.select(_LINK.c.memo).where(_LINK.c.about == about.bytes)
    return _records(read, "memo", (_MEMO.c.about == about.bytes) | _MEMO.c.id.in_(linked))


def memos_titled(read: Reading, titles: Iterable[str]) -> list[Memo]:
    """The memos with one of these titles."""
    found: list[Memo] = []
    for part in chunks(sorted(set(titles)), MOST_IDS):
        found.extend(_records(read, "memo", _MEMO.c.title.in_(part)))
    return found


@dataclass(frozen=True, slots=True)
class Adrift:
    """A memo, the link of one, or a node of a map whose subject is not there: its row, and what is missing."""

    row: UUID
    about_kind: str
    about: bytes


def adrift(connection: sa.Connection, kind: str, among: sa.ColumnElement[bool] | None = None) -> list[Adrift]:
    """The rows of a kind (memo, memo_link, map_node) that are about what is not there; `among` says which rows are
    looked at."""
    table = KINDS[kind].table
    known, others = _SUBJECTS[kind]
    missing: sa.ColumnElement[bool] = table.c.about_kind.not_in((*known, *others))
    for subject in known:
        there = KINDS["study" if subject == "project" else subject].table.alias()
        found = sa.exists().where(there.c.id == table.c.about)
        missing = missing | ((table.c.about_kind == subject) & ~found)
    query = sa.select(table.c.id, table.c.about_kind, table.c.about).where(missing)
    rows = connection.execute(query if among is None else query.where(among))
    return [Adrift(UUID(bytes=bytes(key)), str(name), bytes(about)) for key, name, about in rows]


def _records(read: Reading, kind: str, condition: sa.ColumnElement[bool]) -> list[Any]:
    chosen = KINDS[kind]
    query = sa.select(chosen.table).where(condition).order_by(chosen.table.c.id)
    return [chosen.record_of(row) for row in read.connection.execute(query)]
