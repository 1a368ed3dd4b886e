"""The project as it was: a copy in a file of its own, walked back from the present by the journal."""

import os
import re
import tempfile
from pathlib import Path

import sqlalchemy as sa

from ..domain.errors import BadInput, NotFound
from . import search, tables
from .engine import Database
from .reading import Reading
from .records import KINDS
from .schema import create_tables


def as_of(database: Database, moment: str | int) -> Database:
    """A read-only copy of the project after its last step at or before `moment`.

    `moment` is a step number, a date (the whole day counts) or a date and time in UTC.
    """
    with database.reading() as connection:
        number = _last_number(Reading(database, connection), moment)
        handle, name = tempfile.mkstemp(suffix=".qualcode")
        os.close(handle)
        copy = Database(name)
        try:
            _copy(connection, copy)
            with copy.writing() as target:
                _walk_back(copy, target, number)
        except BaseException:
            copy.close()
            Path(name).unlink()
            raise
    copy.close()
    past = Database(name, read_only=True)
    past.passing = True
    return past


def _last_number(read: Reading, moment: str | int) -> int:
    steps = read.steps()
    if isinstance(moment, int):
        if not any(step.number == moment for step in steps):
            raise NotFound("There is no step {number}. See the history for the numbers.", number=moment)
        return moment
    text = moment.strip().replace(" ", "T")
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?)?", text):
        raise BadInput("“{moment}” is not a date; write 2026-10-01 or 2026-10-01 16:20.", moment=moment)
    bound = text.rstrip("Z") + ("T99" if len(text) == 10 else ":99" if text.count(":") == 1 else "~")
    before = [step.number for step in steps if step.time <= bound]
    if not before:
        raise NotFound("The project was made on {date}; it has no state before that.", date=steps[0].time[:10])
    return before[-1]


def _copy(connection: sa.Connection, copy: Database) -> None:
    """All rows into a fresh file, so that it works from a server too."""
    create_tables(copy)
    with copy.writing() as target:
        for table in tables.metadata.sorted_tables:
            # in order: a step may revert an earlier one
            rows = connection.execute(sa.select(table).order_by(*table.primary_key)).yield_per(10_000)
            copy.insert(target, table, (tuple(row) for row in rows))
        search.index_documents(target, [document.id.bytes for document in Reading(copy, target).documents()])


def _walk_back(copy: Database, connection: sa.Connection, number: int) -> None:
    """Put every row touched since step `number` back to what its first change since then found."""
    change = tables.change
    later = (
        sa.select(change.c.kind, change.c.id, sa.func.min(change.c.step).label("step"))
        .where(change.c.step > number)
        .group_by(change.c.kind, change.c.id)
        .subquery()
    )
    for kind in KINDS.values():
        query = sa.select(change.c.id, change.c.before).join(
            later,
            (later.c.kind == change.c.kind) & (later.c.id == change.c.id) & (later.c.step == change.c.step),
        )
        first = connection.execute(query.where(change.c.kind == kind.name)).all()
        touched = sa.select(change.c.id).where((change.c.step > number) & (change.c.kind == kind.name))
        connection.execute(kind.table.delete().where(kind.table.c.id.in_(touched)))
        copy.insert(connection, kind.table, (kind.row_of_image(before) for _, before in first if before is not None))
        if kind.name == "document":
            search.index_documents(connection, [bytes(key) for key, _ in first])
    connection.execute(change.delete().where(change.c.step > number))
    connection.execute(tables.step.delete().where(tables.step.c.number > number))
