"""Rolling backups of project files, outside the project's folder: the last good state when a sync broke it."""

import os
import re
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import sqlalchemy as sa

from ..domain.errors import BadInput, NotFound, Notice, Refused
from .engine import Database
from .reading import Reading

_NEWEST = 5  # always kept; beyond them one a day for a week and one a week for a month
_DRAFT_SECONDS = 3600
_NAME = re.compile(r"(\d{8}T\d{12})Z-step(\d+)-([0-9a-f]{16})\.qualcode")


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy: when it was made (UTC), its last step and that step's digest (first 16 hexadecimal digits)."""

    file: Path
    time: datetime
    step: int
    digest: str


def folder_of(path: Path, backups: Path) -> Path:
    """Where the backups of the file at `path` are."""
    whole = os.path.abspath(path)  # noqa: PTH100  without “..”, with links as they are
    stem = "".join(char if char.isalnum() or char in "-_" else "_" for char in path.stem)[:60]
    return backups / f"{stem}-{sha256(whole.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def listed(path: Path, backups: Path) -> list[Backup]:
    """The backups of a file, newest first. Raises `Refused` where their folder cannot be read."""
    folder = folder_of(path, backups)
    try:
        files = list(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise Refused(
            "The backups of {name} in {folder} cannot be read: {reason}. Check the rights of that folder.",
            name=path.name,
            folder=folder,
            reason=error.strerror or type(error).__name__,
        ) from None
    found = []
    for file in files:
        match = _NAME.fullmatch(file.name)
        if match:
            time = datetime.strptime(match[1], "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC)
            found.append(Backup(file, time, int(match[2]), match[3]))
    return sorted(found, key=lambda backup: (backup.time, backup.step), reverse=True)


def make(database: Database, backups: Path) -> Backup | None:
    """Copy the project as it is now; None when the newest backup holds this state already."""
    path = Path(database.origin)
    with database.reading() as connection:
        step, digest = Reading(database, connection).last_step()
    existing = listed(path, backups)
    if not step or (existing and (existing[0].step, existing[0].digest) == (step, digest[:16])):
        return None
    folder = folder_of(path, backups)
    time = datetime.now(UTC)
    target = folder / f"{time:%Y%m%dT%H%M%S%f}Z-step{step}-{digest[:16]}.qualcode"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _copy(database, target)
    except (OSError, sqlite3.Error, sa.exc.DBAPIError) as error:
        if type(error) is sqlite3.DatabaseError:  # what is to be copied is no sound database
            raise database.sentence(error) from error
        raise Refused(
            "No backup of {name} can be kept in {folder}: {reason}. The project itself is saved; make room there.",
            name=path.name,
            folder=folder,
            reason=error,
        ) from error
    made = Backup(target, time, step, digest[:16])
    for old in _superfluous([made, *existing]):
        old.file.unlink(missing_ok=True)
    _clear_drafts(folder)
    return made


def _clear_drafts(folder: Path) -> None:
    """Remove what a program that was killed left half copied; younger drafts may be another program's at work."""
    limit = datetime.now(UTC).timestamp() - _DRAFT_SECONDS
    for draft in folder.glob("*.part"):
        with suppress(OSError):
            if draft.stat().st_mtime < limit:
                draft.unlink()


def _copy(database: Database, target: Path) -> None:
    """The database in a file of its own, which has its name only when it is whole."""
    draft = target.with_suffix(".part")
    try:
        # a connection that is open already still sees the file when somebody has moved it away
        with database.engine.connect() as source, closing(sqlite3.connect(draft)) as copy:
            driver = source.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            driver.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _superfluous(backups: list[Backup]) -> list[Backup]:
    """Of backups, newest first, those that the rule above lets go."""
    keep = set(backups[:_NEWEST])
    newest = backups[0].time
    for slot_length, slots in ((timedelta(days=1), 7), (timedelta(weeks=1), 5)):
        taken = set()
        for backup in backups:
            slot = (newest - backup.time) // slot_length
            if slot < slots and slot not in taken:
                taken.add(slot)
                keep.add(backup)
    return [backup for backup in backups if backup not in keep]


def restore(path: Path, backups: Path, number: int) -> tuple[Backup, Path | None]:
    """Put backup `number` (1 = newest) in the place of the file; the file that was there is kept beside it.

    Answers the backup and where the old file went (None when there was none).
    """
    existing = listed(path, backups)
    if not 1 <= number <= len(existing):
        if not existing:
            raise NotFound("There are no backups of {name} on this machine.", name=os.path.abspath(path))  # noqa: PTH100
        raise BadInput("There is no backup {number}; choose one from 1 to {most}.", number=number, most=len(existing))
    chosen = existing[number - 1]
    aside = None
    draft = path.with_name(f".{path.name}.restored")
    try:
        shutil.copyfile(chosen.file, draft)
    except OSError as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise Refused(
            "Backup {number} cannot be put beside {name}: {reason}. Nothing was changed; make room there or check the "
            "rights of the folder.",
            number=number,
            name=path.name,
            reason=error.strerror or type(error).__name__,
        ) from error
    if path.exists():
        aside = _free(path)
        path.rename(aside)
        for rest in ("-wal", "-shm", "-journal"):  # they belong to the old file
            side = path.with_name(path.name + rest)
            if side.exists():
                side.rename(aside.with_name(aside.name + rest))
    draft.replace(path)
    return chosen, aside


def _free(path: Path) -> Path:
    moment = datetime.now(UTC).strftime("%Y-%m-%d %H.%M.%S")
    return path.with_name(f"{path.stem} (before restoring {moment}){path.suffix}")


def older_than_seen(database: Database, backups: Path) -> list[Notice]:
    """A notice when the file is behind, or beside, the last state saved on this machine: a sync brought an old one."""
    path = Path(database.place)
    existing = listed(path, backups)
    if not existing:
        return []
    newest = existing[0]
    with database.reading() as connection:
        read = Reading(database, connection)
        last = read.last_step()[0]
        same = read.step(newest.step)
    if last >= newest.step and same is not None and same.digest.startswith(newest.digest):
        return []
    return [
        Notice(
            "{name} is not the state last saved on this machine (step {here} here, step {saved} saved on {when} UTC): "
            "a synced folder may have brought back another version. The saved state is backup 1.",
            {"name": path.name, "here": last, "saved": newest.step, "when": f"{newest.time:%Y-%m-%d %H:%M}"},
        )
    ]
