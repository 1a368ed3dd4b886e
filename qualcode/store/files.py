"""What a project file looks like from outside: its header, its size, its neighbours."""

import os
import re
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..domain.errors import BadInput, Damaged, Notice, Refused
from .engine import APPLICATION_ID, in_command

_MAGIC = b"SQLite format 3\0"
_COPY_NAMES = re.compile(
    r"conflict|konflikt|conflit|冲突|副本|\(\d+\)$|-(?:[A-Z]+-)?(?:LAPTOP|DESKTOP|PC)[\w-]*$", re.IGNORECASE
)


def inspect(path: Path) -> None:
    """Make sure that a path is a whole project file of ours.

    Raises `BadInput` for what is none and `Damaged` for what was cut short on its way (a half-synced file).
    """
    name = path.name
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        raise BadInput(
            "There is no file {path}. Make a project with: qualcode new {place}", path=path, place=in_command(path)
        ) from None
    except (OSError, ValueError) as error:
        raise BadInput("{path} cannot be opened: {reason}. Check the path.", path=path, reason=_reason(error)) from None
    if stat.S_ISDIR(mode):
        raise BadInput("{name} is a folder. Give the project file inside it, ending in .qualcode.", name=name)
    if not stat.S_ISREG(mode):
        raise BadInput(
            "{name} is not a file but a device or a pipe. Give a project file ending in .qualcode.", name=name
        )
    try:
        with path.open("rb") as file:
            header = file.read(100)
            size = os.fstat(file.fileno()).st_size
    except OSError as error:
        raise BadInput("{name} cannot be read: {reason}. Check its rights.", name=name, reason=_reason(error)) from None
    if size == 0:
        raise Damaged(
            "{name} is empty: 0 bytes. If it lies in a synced folder, wait until it has arrived; else bring back a "
            "good state with: qualcode backup {place} --list",
            name=name,
            place=in_command(path),
        )
    if not header.startswith(_MAGIC) or len(header) < 100:
        raise BadInput("{name} is not a qualcode project. To bring it in as data: qualcode import", name=name)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise BadInput("{name} is a database of another program, not a qualcode project.", name=name)
    page = int.from_bytes(header[16:18], "big")
    page = 65536 if page == 1 else page
    pages = int.from_bytes(header[28:32], "big")
    counted = header[24:28] == header[92:96]  # the page count is only valid when these agree
    if size % page or (counted and size < pages * page and not path.with_name(name + "-wal").exists()):
        raise Damaged(
            "{name} is cut short: {size} of {whole} bytes are there. If it lies in a synced folder, wait until it has "
            "arrived; else bring back a good state with: qualcode backup {place} --list",
            name=name,
            place=in_command(path),
            size=size,
            whole=max(pages * page, size),
        )


def conflicted_copies(path: Path) -> list[Notice]:
    """A notice for each neighbour that looks like a synced folder's second version of this file."""
    found = []
    for other in sorted(path.absolute().parent.glob(f"{_glob_safe(path.stem)}*{path.suffix}")):
        rest = other.stem[len(path.stem) :]
        if rest and _COPY_NAMES.search(rest):
            found.append(
                Notice(
                    "Beside {name} lies {other}: a synced folder kept two versions. Open both, compare their "
                    "histories, and put the other one away.",
                    {"name": path.name, "other": other.name},
                )
            )
    return found


def _glob_safe(name: str) -> str:
    return re.sub(r"([*?\[])", r"[\1]", name)


def require_free(path: Path) -> None:
    """Make sure a file can be made at `path`: nothing is there, and its folder is."""
    folder = path.absolute().parent
    try:
        if path.is_symlink() or path.exists():
            raise Refused("{name} exists already. Choose another name; nothing was changed.", name=path.name)
        if not folder.is_dir():
            raise BadInput("There is no folder {folder}. Make it first, or choose another place.", folder=folder)
        path.with_name(f"{path.name}-journal").exists()  # the name must leave room for what SQLite puts behind it
    except (OSError, ValueError) as error:
        raise BadInput(
            "{path} cannot be used: {reason}. Choose another name.", path=path, reason=_reason(error)
        ) from None


def touch(path: Path, name: str) -> None:
    """Make an empty file that is not there yet; `name` is what an error calls it."""
    try:
        path.open("xb").close()
    except (OSError, ValueError) as error:
        raise Refused(
            "{name} cannot be made: {reason}. Choose another place.", name=name, reason=_reason(error)
        ) from None


@contextmanager
def draft_folder(folder: Path, name: str) -> Iterator[Path]:
    """A hidden folder inside `folder` to build the file `name` in, gone at the end."""
    try:
        draft = tempfile.TemporaryDirectory(prefix=".draft-", dir=folder)
    except OSError as error:
        raise Refused(
            "{name} cannot be made: {reason}. Choose another place.", name=name, reason=_reason(error)
        ) from None
    with draft as inside:
        yield Path(inside)


def rename_new(draft: Path, path: Path) -> None:
    """Give a finished file its name, unless something took that name meanwhile."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise Refused("{name} exists already. Choose another name; nothing was changed.", name=path.name) from None
    except OSError:  # a file system without hard links
        draft.rename(path)


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else str(error)) or type(error).__name__
