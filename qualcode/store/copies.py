"""Copies of a project made for looking: each in a folder of its own that only its owner may enter, and that goes with
it.

A run that is killed cannot tidy up: the next one that makes a copy does. Whether a run lives is told by a lock in the
folder, as the system gives the number of a process again to another one.
"""

import os
import re
import stat
import tempfile
import weakref
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from .locks import lock
from .presence import alive

if TYPE_CHECKING:
    import sqlalchemy as sa

    from .engine import Database

_NAME = "qualcode-copy-"
_FOLDER = re.compile(re.escape(_NAME) + r"(\d{1,9})-\w+")  # with the process that made it
_COPY, _LOCK = "copy.qualcode", "lock"
_FILES = (_COPY, *(_COPY + end for end in ("-journal", "-wal", "-shm")), _LOCK)  # the lock last: till then it is found


class PassingCopy:
    """A file for a copy, empty at first, that its maker removes unless it `goes_with` a database."""

    def __init__(self) -> None:
        """Copies of runs that were killed are swept away before. Raises `OSError` where there is no room for a file."""
        _sweep()
        self._process = os.getpid()
        self._folder = Path(tempfile.mkdtemp(prefix=f"{_NAME}{self._process}-"))  # for its owner alone
        self.place = self._folder / _COPY
        self._held: int | None = None
        try:
            self._held = os.open(self._folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
            with suppress(OSError):  # without locks nobody can take it for one that was left behind
                lock(self._held, alone=True, waits=True)
            os.close(os.open(self.place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        except BaseException:
            self.remove()
            raise

    def goes_with(self, database: "Database") -> None:
        """Remove the copy when `database` is closed, or when nobody holds it any more, or at the end of the program."""
        database.passing = weakref.finalize(database, self._end, weakref.ref(database.engine))

    def _end(self, engine: "weakref.ref[sa.Engine]") -> None:
        if os.getpid() != self._process:
            return  # a fork has ours in its memory, too
        connections = engine()
        if connections is not None:
            connections.dispose()  # Windows removes no file that is open
        self.remove()

    def remove(self) -> None:
        """Take the copy away."""
        if self._held is not None:
            os.close(self._held)
            self._held = None
        _remove(self._folder)


def _sweep() -> None:
    """Remove the copies of this user that were left behind by a run that has ended."""
    with suppress(OSError):
        for folder in Path(tempfile.gettempdir()).glob(f"{_NAME}*"):
            named = _FOLDER.fullmatch(folder.name)
            if named and _is_own(folder) and _left_behind(folder, int(named[1])):
                _remove(folder)


def _is_own(folder: Path) -> bool:
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and (not hasattr(os, "getuid") or found.st_uid == os.getuid())


def _left_behind(folder: Path, process: int) -> bool:
    """Whether nobody holds the lock in a folder, and it is not only just being made."""
    try:
        found = os.open(folder / _LOCK, os.O_RDWR)
    except FileNotFoundError:
        return not alive(process)
    except OSError:
        return False
    try:
        lock(found, alone=True)
    except OSError:
        return False
    else:
        return (folder / _COPY).exists() or not alive(process)  # its maker locks before there is a copy
    finally:
        os.close(found)


def _remove(folder: Path) -> None:
    """Remove what is ours in a folder, and the folder unless there is more in it."""
    with suppress(OSError):
        for name in _FILES:
            (folder / name).unlink(missing_ok=True)
        folder.rmdir()
