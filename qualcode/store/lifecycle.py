"""From a path or URL to an open database and back: making, inspecting, migrating, folding, backing up."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..domain.errors import BadInput, Notice, Refused
from ..domain.ids import new_id
from . import backups, files, migrate, presence
from .engine import Database, is_url
from .schema import create_tables

SUFFIX = ".qualcode"


def create(place: str) -> Database:
    """Make an empty project at a path or URL. Raises `Refused` when something is there already."""
    if is_url(place):
        database = Database(place)
        with _closed_on_error(database):
            if database.schema_version():
                raise Refused(
                    "There is a project in {place} already. Open it, or choose another database.",
                    place=database.name,
                )
            create_tables(database)
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
        files.touch(draft)
        database = Database(str(draft))
        database.name = path.name  # what an error is to speak of
        create_tables(database)
        database.close()
        files.rename_new(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    database = Database(str(path))
    presence.announce(path, database)
    database.write_ahead()
    return database


def open_database(
    place: str, backups_folder: Path, read_only: bool = False, insist: bool = False
) -> tuple[Database, list[Notice]]:
    """Open what `create` made; the database and what the user should know about how it was found.

    Raises `Damaged`, `OpenElsewhere`, `BadInput` or `Refused`; the file is left as it is.
    """
    if is_url(place):
        database = Database(place, read_only)
        with _closed_on_error(database):
            _require_ours(database)
            if not read_only:
                migrate.upgrade(database)
        return database, []
    path = Path(place)
    files.inspect(path)
    if not read_only:
        presence.require_alone(path, insist)
    database = Database(str(path), read_only)
    with _closed_on_error(database):
        _require_ours(database)
        if database.schema_version() != migrate.newest() and not read_only:
            backups.make(database, backups_folder)
            migrate.upgrade(database)
        notices = [*files.conflicted_copies(path), *backups.older_than_seen(database, backups_folder)]
    if not read_only:
        presence.announce(path, database)
        database.write_ahead()
    return database, notices


@contextmanager
def _closed_on_error(database: Database) -> Iterator[None]:
    try:
        yield
    except BaseException:
        database.engine.dispose()
        raise


def _require_ours(database: Database) -> None:
    version = database.schema_version()
    if not version:
        raise BadInput("{name} is not a qualcode project. Make one with: qualcode new", name=database.name)
    if version > migrate.newest():
        raise BadInput(
            "{name} was made by a newer qualcode (schema {version}, this one knows {newest}). Update qualcode to open "
            "it; nothing was changed.",
            name=database.name,
            version=version,
            newest=migrate.newest(),
        )


def release(database: Database, backups_folder: Callable[[], Path]) -> None:
    """Close the database; a file is backed up if it changed, folded into one, and its presence note removed.

    The folder is asked for late: where there is none, the project is closed all the same before that is said.
    """
    if database.on_server or database.read_only:
        database.close()
        return
    path = Path(database.place)
    try:
        backups.make(database, backups_folder())
    finally:
        database.close()
        presence.withdraw(path, database)


def default_name(database: Database) -> str:
    """The study's name where none is given: that of the file or database."""
    return database.name.partition("?")[0] if database.on_server else Path(database.place).stem
