"""Which runs of the program live: each locks a file of its name for as long as it lives.

The number of a process says less: the system gives it again to another one. A lock goes with whoever holds it, however
that ends.
"""

import atexit
import os
from contextlib import suppress
from pathlib import Path
from threading import Lock
from uuid import uuid4

from ..store.locks import lock

NAME = uuid4().hex  # of this run
_held: dict[Path, int] = {}  # the lock of this run, by its file: one, but for a program whose folders change
_turn = Lock()


def hold(folder: Path) -> None:
    """Let others see that this run lives, by its lock in `folder`.

    Raises `OSError` where the folder takes no file.
    """
    file = _file(folder, NAME)
    with _turn:
        if file not in _held or not file.exists():
            _let_go()
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            found = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                lock(found, alone=True)
            except OSError:  # a file system without locks: without a file nobody waits for a run that has ended
                os.close(found)
                file.unlink(missing_ok=True)
            else:
                _held[file] = found


def lives(folder: Path, name: str) -> bool:
    """Whether the run of this name lives, on this computer or on one that shares the folder."""
    if name == NAME:
        return True
    file = _file(folder, name)
    try:
        found = os.open(file, os.O_RDWR)
    except FileNotFoundError:
        return False
    except OSError:
        return True  # somebody else's
    try:
        lock(found, alone=False)
    except OSError:
        return True
    finally:
        os.close(found)
    with suppress(OSError):
        file.unlink()  # no run is ever called so again
    return False


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name}.lock"


def _let_go() -> None:
    while _held:
        file, found = _held.popitem()
        os.close(found)
        with suppress(OSError):
            file.unlink()


atexit.register(_let_go)
