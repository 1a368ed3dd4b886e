"""Who has a project file open: one small note per process beside the file, gone when it closes.

A synced folder carries the note to other machines before it carries the changes: that is how a second machine
is warned. Two processes on one machine may both write; SQLite makes them take turns.
"""

import json
import os
import platform
import sys
from pathlib import Path
from threading import Lock

from ..domain.errors import OpenElsewhere
from ..domain.ids import now


def _note(path: Path, host: str, process: int | str) -> Path:
    safe = "".join(char if char.isalnum() else "_" for char in host)
    return path.absolute().with_name(f".{path.name}.{safe}-{process}.open")


# who in this process has a file open, by its note: the note goes with the last of them
_holders: dict[Path, set[int]] = {}
_turn = Lock()


def announce(path: Path, holder: object = None) -> None:
    """Leave our note beside the file; a folder that does not take it is no reason not to work.

    One process has one note for a file, however many `holder`s in it have the file open.
    """
    from getpass import getuser

    with _turn:
        _holders.setdefault(_note(path, platform.node(), os.getpid()), set()).add(id(holder))
    try:
        who = getuser()
    except (OSError, KeyError):
        who = ""
    note = {"host": platform.node(), "process": os.getpid(), "user": who, "since": now()}
    try:
        _note(path, platform.node(), os.getpid()).write_text(json.dumps(note), "utf-8")
    except OSError:
        return


def withdraw(path: Path, holder: object = None) -> None:
    """Take our note away, unless another holder in this process still has the file open."""
    note = _note(path, platform.node(), os.getpid())
    with _turn:
        holders = _holders.get(note, set())
        holders.discard(id(holder))
        if holders:
            return
        _holders.pop(note, None)
        try:
            note.unlink(missing_ok=True)
        except OSError:
            return


def require_alone(path: Path, insist: bool = False) -> None:
    """Raise `OpenElsewhere` when another machine has the file open; notes of dead processes here are removed.

    With `insist` the other machine's notes are taken away: the user knows better.
    """
    for file in sorted(path.absolute().parent.glob(f".{_glob_safe(path.name)}.*.open")):
        try:
            note = json.loads(file.read_text("utf-8"))
            host, process = str(note["host"]), int(note["process"])
        except (OSError, ValueError, KeyError, TypeError):
            continue
        here = host == platform.node()
        if (here and not alive(process)) or (not here and insist):
            file.unlink(missing_ok=True)
        elif not here:
            raise OpenElsewhere(
                "{name} is open on {host} by {user} since {since}. Close it there first, open it for reading only, or "
                "insist if you know that nobody works on it there.",
                name=path.name,
                host=host,
                user=note.get("user") or "somebody",
                since=str(note.get("since", ""))[:16].replace("T", " "),
            )


def open_here(path: Path) -> bool:
    """Whether a process on this machine, this one included, has the file open."""
    for file in path.absolute().parent.glob(f".{_glob_safe(path.name)}.*.open"):
        try:
            note = json.loads(file.read_text("utf-8"))
            if str(note["host"]) == platform.node() and alive(int(note["process"])):
                return True
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return False


def _glob_safe(name: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)


def alive(process: int) -> bool:
    """Whether a process of this number runs on this computer."""
    if sys.platform == "win32":
        import ctypes

        handle = ctypes.windll.kernel32.OpenProcess(0x1000, False, process)  # the right to query, no more
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
