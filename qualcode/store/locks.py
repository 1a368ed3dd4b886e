"""Locks on open files: they go with whoever holds them, however that ends."""

import sys


def lock(file: int, alone: bool, waits: bool = False) -> None:
    """Lock an open file, or raise `OSError` where somebody else has locked it, or the file system knows no locks.

    Who only looks does not keep others from looking, where the system knows such locks. With `waits` that is tried
    until the file is free (on Windows: for ten seconds).
    """
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_LOCK if waits else msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | (0 if waits else fcntl.LOCK_NB))
