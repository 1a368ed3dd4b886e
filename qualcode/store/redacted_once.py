"""Redactions on words that are gone: deleted with their document, edited away or replaced. Nobody has said that these
words may be printed, and copies of them may stand anywhere."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from ..domain.redactions import Former, Redaction
from . import tables
from .engine import MOST_IDS, chunks
from .reading import Reading
from .records import KINDS


def redacted_once(read: Reading) -> list[Former]:
    """Every redaction as it stood on each text that its document has no more, the newest first.

    Left out are those that somebody took back for their own sake (one that another one swallowed shares its fate), and
    pieces that came of an edit which was undone. In a copy of the past the present says what this is.
    """
    if read.database.redacted is not None:
        return list(read.database.redacted)
    walk = _Walk(read)
    return [former for number in walk.steps for former in walk.back(number)]


def gone_redactions(read: Reading, step: int = 0) -> Iterator[Former]:
    """Those redactions that went with their words after step number `step`, each as it stood last."""
    there = {one.id for one in read.where("redaction")}
    for former in redacted_once(read):
        if former.step > step and former.redaction.id not in there:
            there.add(former.redaction.id)
            yield former


class _Walk:
    """The redactions of a project and the texts of their documents, from step to step back from the present."""

    def __init__(self, read: Reading) -> None:
        self._read = read
        steps = sa.select(tables.step.c.number).where(tables.step.c.kinds.contains("redaction"))
        self._changed = _changes(read, "redaction", tables.change.c.step.in_(steps))
        self._there: dict[UUID, Redaction] = {one.id: one for one in read.where("redaction")}
        found = (one for step in self._changed.values() for one in step.values() if one is not None)
        documents = {one.document for one in (*self._there.values(), *found)}
        self._edited: dict[int, dict[UUID, Any | None]] = {}
        for part in chunks(sorted(key.bytes for key in documents), MOST_IDS):
            for number, edited in _changes(read, "document", tables.change.c.id.in_(part)).items():
                self._edited.setdefault(number, {}).update(edited)
        self._texts = {document.id: document.content for document in read.records("document", documents)}
        self._known, self._taken_back = set(self._there), set[UUID]()
        self.steps = sorted({*self._changed, *self._edited}, reverse=True)

    def back(self, number: int) -> Iterator[Former]:
        """Go back behind a step; what stood on the texts that it took or changed."""
        edited, changed = self._edited.get(number, {}), self._changed.get(number, {})
        before = {key: one.content for key, one in edited.items() if one is not None}
        gone = {key: content for key, content in before.items() if content != self._texts.get(key)}
        for one in changed.values():
            if one is not None and one.id not in self._known:
                self._known.add(one.id)
                if self._is_taken_back(number, one, gone):
                    self._taken_back.add(one.id)
        for there, rows in ((self._there, changed), (self._texts, {**edited, **before})):
            _rewind(there, rows)
        for one in self._there.values():
            if one.document in gone and one.id not in self._taken_back:
                yield Former(number, one, gone[one.document])

    def _is_taken_back(self, number: int, one: Redaction, gone: Mapping[UUID, str]) -> bool:
        """Whether a step took a redaction away for its own sake, not with its words."""
        if one.document not in gone:
            others = (other for other in self._there.values() if other.document == one.document)
            into = next((other for other in others if other.start <= one.start and one.end <= other.end), None)
            return into is None or into.id in self._taken_back
        query = sa.select(tables.step.c.reverts).where(tables.step.c.number == number)
        reverted = self._read.connection.execute(query).scalar()
        made = self._changed.get(reverted, {}) if reverted is not None else {}
        return one.document in self._texts and made.get(one.id, one) is None


def _rewind(there: dict[UUID, Any], rows: Mapping[UUID, Any | None]) -> None:
    for key, before in rows.items():
        if before is None:
            there.pop(key, None)
        else:
            there[key] = before


def _changes(read: Reading, kind: str, condition: sa.ColumnElement[bool]) -> dict[int, dict[UUID, Any | None]]:
    """By number of a step, what it found of the rows of a kind that it changed."""
    change, chosen = tables.change, KINDS[kind]
    query = sa.select(change.c.step, change.c.id, change.c.before).where(condition & (change.c.kind == kind))
    found: dict[int, dict[UUID, Any | None]] = {}
    for number, key, before in read.connection.execute(query):
        record = None if before is None else chosen.record_of(chosen.row_of_image(before))
        found.setdefault(number, {})[UUID(bytes=bytes(key))] = record
    return found
