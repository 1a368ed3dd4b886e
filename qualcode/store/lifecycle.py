"""From a path or URL to an open database and back: making, inspecting, migrating, folding, backing up."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import sqlalchemy as sa

from ..domain.documents import clean
from ..domain.errors import BadInput, Damaged, Notice, Refused
from ..domain.ids import new_id
from . import backups, files, migrate, presence, tables
from .copies import PassingCopy
from .engine import Database, in_command, is_url
from .schema import create_tables

SUFFIX = ".qualcode"
_TELLING = {"study", "step", "change", "document", "segment", "coding"}  # no other program has all of these
_OURS = re.compile(r"\d{4}")  # how our schemas are numbered; Alembic names those of other programs otherwise


Fill = Callable[[Database, sa.Connection], None]


def create(place: str, fill: Fill) -> Database:
    """Make a project at a path or URL; `fill` writes its first rows. If that fails, nothing is there.

    Raises `Refused` when something is there already.
    """
    if is_url(place):
        database = Database(place)
        with _closed_on_error(database):
            _require_empty(database)
            create_tables(database, lambda connection: fill(database, connection))
        return database
    path = Path(place)
    if "\0" in place:
        raise BadInput("No file can have NUL in its name. Choose another name.")
    if path.suffix != SUFFIX:
        raise BadInput(
            "A project file ends in {suffix}: call it {name}{suffix}.",
            suffix=SUFFIX,
            name=path.name or "study",
        )
    files.require_free(path)
    draft = path.with_name(f".{new_id().hex}.new")
    try:
        files.touch(draft, path.name)
        database = Database(str(draft))
        with _closed_on_error(database):
            database.name = path.name  # what an error is to speak of
            create_tables(database, lambda connection: fill(database, connection))
        database.close()
        files.rename_new(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    database = Database(str(path))
    try:
        presence.announce(path, database)
        database.write_ahead()
        database.schema_version()  # the log beside the file needs room, too
    except BaseException:
        database.engine.dispose()
        presence.withdraw(path, database)
        for rest in ("", "-wal", "-shm"):
            path.with_name(path.name + rest).unlink(missing_ok=True)
        raise
    return database


def _require_empty(database: Database) -> None:
    """A database for a new project may hold other tables, but none that stand where ours are to be."""
    if database.schema_version():
        raise Refused(
            "There is a project in {place} already. Open it, or choose another database.", place=database.name
        )
    with database.reading() as connection:
        there = set(sa.inspect(connection).get_table_names())
    taken = sorted(there & {*tables.metadata.tables, "alembic_version"})
    if taken:
        raise Refused(
            "The database {place} has tables of another program where a project needs its own: {names}. Choose an "
            "empty database.",
            place=database.name,
            names=", ".join(taken),
        )


def open_database(
    place: str, backups_folder: Callable[[], Path], read_only: bool = False, insist: bool = False
) -> tuple[Database, list[Notice]]:
    """Open what `create` made; the database and what the user should know about how it was found.

    The folder is asked for late: where there is none, a project can be read all the same. Raises `Damaged`,
    `OpenElsewhere`, `BadInput` or `Refused`; the file is left as it is.
    """
    if is_url(place):
        database = Database(place, read_only)
        with _closed_on_error(database):
            _require_ours(database)
            if not read_only:
                migrate.upgrade(database)
            elif database.schema_version() != migrate.newest():
                raise Refused(
                    "{name} is as an older qualcode made it. Open it once for writing, then it can be read here.",
                    name=database.name,
                )
        return database, []
    if not place.strip():
        raise BadInput("No project was named. Give a project file ending in .qualcode.")
    path = Path(place)
    files.inspect(path)
    if not read_only:
        presence.require_alone(path, insist)
    database = Database(str(path), read_only)
    with _closed_on_error(database):
        _require_ours(database)
        if database.schema_version() != migrate.newest() and not read_only:
            backups.make(database, backups_folder())
            migrate.upgrade(database)
        notices = [*files.conflicted_copies(path), *_older_than_seen(database, backups_folder)]
        if database.schema_version() != migrate.newest():
            database = _copy_up_to_date(database)
    if not read_only:
        presence.announce(path, database)
        database.write_ahead()
    return database, notices


def _copy_up_to_date(old: Database) -> Database:
    """A passing copy of a file that an older program made and that is only to be looked at: it stays as it is."""
    passing = PassingCopy()
    copy = Database(str(passing.place))
    passing.goes_with(copy)
    copy.name, copy.in_command, copy.origin = old.name, old.in_command, old.origin
    try:
        with old.raw() as source, copy.raw() as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")
        migrate.upgrade(copy)
    except BaseException:
        copy.close()
        raise
    old.close()
    copy.read_only = True
    return copy


def _older_than_seen(database: Database, backups_folder: Callable[[], Path]) -> list[Notice]:
    """What `backups` has to say; nothing where it has no folder, or where the history is for `checks` to name."""
    try:
        return backups.older_than_seen(database, backups_folder())
    except (Refused, ValueError, TypeError):
        return []


@contextmanager
def _closed_on_error(database: Database) -> Iterator[None]:
    try:
        yield
    except BaseException:
        database.engine.dispose()
        raise


def _require_ours(database: Database) -> None:
    version = database.schema_version()
    if not _OURS.fullmatch(version):
        if version and _has_our_tables(database):
            raise BadInput(
                "{name} was made by another version of qualcode, most likely a newer one: its schema “{version}” is "
                "not known here. Update qualcode to open it; nothing was changed.",
                name=database.name,
                version=version,
            )
        raise BadInput("{name} is not a qualcode project. Make one with: qualcode new", name=database.name)
    if version > migrate.newest():
        raise BadInput(
            "{name} was made by a newer qualcode (schema {version}, this one knows {newest}). Update qualcode to open "
            "it; nothing was changed.",
            name=database.name,
            version=version,
            newest=migrate.newest(),
        )


def _has_our_tables(database: Database) -> bool:
    with database.reading() as connection:
        return set(sa.inspect(connection).get_table_names()) >= _TELLING


def release(database: Database, backups_folder: Callable[[], Path] | None) -> None:
    """Close the database; a file is backed up if it changed, folded into one, and its presence note removed.

    The folder is asked for late: where there is none, the project is closed all the same before that is said.
    None asks for no backup.
    """
    if database.on_server or database.read_only:
        database.close()
        return
    path = Path(database.place)
    moved = not database.in_place()
    try:
        if backups_folder is not None:
            backups.make(database, backups_folder())
    finally:
        database.close()
        presence.withdraw(path, database)
    if moved and backups_folder is not None:
        if not presence.open_here(path):
            for rest in ("-wal", "-shm"):  # left there, they would be folded into the file that came instead
                with suppress(OSError):
                    path.with_name(path.name + rest).unlink(missing_ok=True)
        raise Damaged(
            "{name} was moved, deleted or replaced while it was open. All that you did is in its newest backup: bring "
            "it back with: qualcode backup {place} --restore 1",
            name=path.name,
            place=in_command(path),
        )


def default_name(place: str) -> str:
    """The study's name where none is given: that of the file or database."""
    return clean(Database.name_of(place) if is_url(place) else Path(place).stem).text
