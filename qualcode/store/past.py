"""The project as it was: a copy in a file of its own, walked back from the present by the journal."""

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa

from ..domain.progress import SILENT, Progress
from . import search, tables
from .engine import Database
from .moments import step_at
from .reading import Reading
from .records import KINDS
from .schema import create_tables

_PAGES = 4_000  # of a file, copied between two signs of life


def as_of(database: Database, moment: str | int, progress: Progress = SILENT) -> Database:
    """A read-only copy of the project after its last step at or before `moment`.

    `moment` is a step number, a date (the whole day counts) or a date and time in UTC.
    """
    with database.reading() as connection:
        number = step_at(Reading(database, connection), moment)
        handle, name = tempfile.mkstemp(suffix=".qualcode")
        os.close(handle)
        copy = Database(name)
        try:
            if database.on_server:
                _copy(connection, copy, progress)
            else:
                _copy_file(connection, name, progress)
            with copy.writing() as target:
                _walk_back(copy, target, number, progress)
        except BaseException:
            copy.close()
            Path(name).unlink()
            raise
    copy.close()
    past = Database(name, read_only=True)
    past.passing = True
    return past


def _copy_file(connection: sa.Connection, name: str, progress: Progress) -> None:
    """The file as this connection sees it."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    with closing(sqlite3.connect(name)) as copy:
        driver.backup(copy, pages=_PAGES, progress=lambda _state, left, total: progress.tick(total - left, total))
        copy.execute("PRAGMA journal_mode=DELETE")


def _copy(connection: sa.Connection, copy: Database, progress: Progress) -> None:
    """All rows into a fresh file, from a server."""
    create_tables(copy)
    with copy.writing() as target:
        every = tables.metadata.sorted_tables
        for number, table in enumerate(every):
            progress.tick(number, len(every))
            # in order: a step may revert an earlier one
            rows = connection.execute(sa.select(table).order_by(*table.primary_key)).yield_per(10_000)
            copy.insert(target, table, (tuple(row) for row in rows))
        search.index_documents(target, [document.id.bytes for document in Reading(copy, target).documents()])


def _walk_back(copy: Database, connection: sa.Connection, number: int, progress: Progress) -> None:
    """Put every row touched since step `number` back to what its first change since then found."""
    change = tables.change
    since = change.c.step > number
    changed = set(connection.execute(sa.select(change.c.kind).where(since).distinct()).scalars())
    later = (
        sa.select(change.c.kind, change.c.id, sa.func.min(change.c.step).label("step"))
        .where(since)
        .group_by(change.c.kind, change.c.id)
        .subquery()
    )
    for place, kind in enumerate(kind for kind in KINDS.values() if kind.name in changed):
        progress.tick(place, len(changed))
        query = sa.select(change.c.id, change.c.before).join(
            later,
            (later.c.kind == change.c.kind) & (later.c.id == change.c.id) & (later.c.step == change.c.step),
        )
        first = connection.execute(query.where(change.c.kind == kind.name)).all()
        touched = sa.select(change.c.id).where(since & (change.c.kind == kind.name))
        connection.execute(kind.table.delete().where(kind.table.c.id.in_(touched)))
        copy.insert(connection, kind.table, (kind.row_of_image(before) for _, before in first if before is not None))
        if kind.name == "document":
            search.index_documents(connection, [bytes(key) for key, _ in first])
    connection.execute(change.delete().where(since))
    connection.execute(tables.step.delete().where(tables.step.c.number > number))
