"""Backups of a project file, to be had even when the file itself cannot be opened any more."""

from pathlib import Path

from ..domain.errors import BadInput, Refused
from ..store import backups, presence
from ..store.backups import Backup
from ..store.engine import is_url
from .settings import backups_folder


def backups_of(place: str | Path) -> list[Backup]:
    """The backups on this machine of the project file at `place`, newest first.

    Raises `Refused` for a project on a server.
    """
    return backups.listed(_file(place), backups_folder())


def restore(place: str | Path, number: int) -> tuple[Backup, Path | None]:
    """Put backup `number` (1 = newest) at `place`; the file that was there is kept under another name.

    Answers the backup and the other name (None: there was no file). Raises `NotFound` or `BadInput` when
    there is no such backup, `OpenElsewhere` or `Refused` while somebody has the project open.
    """
    path = _file(place)
    presence.require_alone(path)
    if presence.open_here(path):
        raise Refused("{name} is open in another window or program. Close it there first.", name=path.name)
    return backups.restore(path, backups_folder(), number)


def _file(place: str | Path) -> Path:
    if is_url(str(place)):
        raise Refused("A project on a server is backed up there, with pg_dump.")
    if not str(place).strip():
        raise BadInput("No project was named. Give a project file ending in .qualcode.")
    return Path(place)
