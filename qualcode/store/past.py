"""The project as it was: a copy in a file of its own, walked back from the present by the journal; but what must not
leave the program is that of the present (`past_private`)."""

import sqlite3
from contextlib import closing

import sqlalchemy as sa

from ..domain.progress import SILENT, Progress
from . import search, tables
from .copies import PassingCopy
from .engine import Database
from .moments import step_at
from .past_private import keep_private, private_now
from .reading import Reading
from .records import KINDS
from .schema import create_tables

_LATER = sa.table("later", sa.column("kind"), sa.column("id", tables.Id), sa.column("before"))
_PAGES = 4_000  # of a file, copied between two signs of life


def as_of(database: Database, moment: str | int, progress: Progress = SILENT) -> Database:
    """A read-only copy of the project after its last step at or before `moment`.

    `moment` is a step number, a date (the whole day counts) or a date and time in UTC. The copy goes when it is closed,
    when nobody holds it any more, or with the program.
    """
    with database.reading() as connection:
        read = Reading(database, connection)
        number = step_at(read, moment)
        private = private_now(read, number)
        passing = PassingCopy()
        name = str(passing.place)
        copy = Database(name, being_made=True)
        try:
            if database.on_server:
                _copy(connection, copy, progress)
            else:
                _copy_file(connection, name, progress)
            with copy.writing() as target:
                _walk_back(copy, target, number, progress)
                keep_private(copy, target, private)
        except BaseException:
            copy.close()
            passing.remove()
            raise
    copy.close()
    past = Database(name, read_only=True)
    passing.goes_with(past)
    past.name, past.past = database.name, True
    past.redacted = private.ever
    return past


def _copy_file(connection: sa.Connection, name: str, progress: Progress) -> None:
    """The file as this connection sees it."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    with closing(sqlite3.connect(name)) as copy:
        copy.execute("PRAGMA synchronous=OFF")
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
    # the copy is a file: beside min() SQLite gives the columns of the very row that holds it
    connection.exec_driver_sql(
        "CREATE TEMP TABLE later AS SELECT kind, id, before, min(step) FROM change WHERE step > ? GROUP BY kind, id",
        (number,),
    )
    changed = set(connection.execute(sa.select(_LATER.c.kind).distinct()).scalars())
    for place, kind in enumerate(kind for kind in KINDS.values() if kind.name in changed):
        progress.tick(place, len(changed))
        own = _LATER.c.kind == kind.name
        key, touched = kind.table.c.id, sa.select(_LATER.c.id).where(own)
        others = connection.execute(sa.select(key).where(key.not_in(touched)).limit(1)).first()
        # without a condition SQLite lets go of whole pages: where all was done since, that is a moment
        connection.execute(kind.table.delete() if others is None else kind.table.delete().where(key.in_(touched)))
        images = sa.select(_LATER.c.before).where(own & _LATER.c.before.is_not(None))
        before = connection.execute(images).scalars().all()
        copy.insert(connection, kind.table, map(kind.row_of_image, before))
        if kind.name == "document" and others is None and not before:
            search.forget_all(copy, connection)
        elif kind.name == "document":
            search.index_documents(connection, map(bytes, connection.execute(touched).scalars().all()))
    connection.execute(change.delete().where(change.c.step > number))
    connection.execute(tables.step.delete().where(tables.step.c.number > number))
