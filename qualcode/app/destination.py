"""Where a result is written: a file that may be made or replaced, never a folder, a device or a pipe."""

import stat
from pathlib import Path

from ..domain.errors import BadInput


def destination(place: str | Path) -> Path:
    """The file that a result is written to: where a link leads, so that the link stays.

    Raises `BadInput` for a folder, a device or a pipe: a result is a file that takes its name when it is whole.
    """
    written, path = str(place), Path(place)
    if "\0" in written:
        raise BadInput("No file can have NUL in its name. Choose another name.")
    try:
        if path.is_symlink():
            path = path.resolve()
        mode = path.stat().st_mode
    except FileNotFoundError:
        return path
    except (OSError, RuntimeError) as error:  # the second for links that lead in a circle
        raise BadInput(
            "“{name}” cannot be written ({reason}). Choose another folder, or close it elsewhere.",
            name=written,
            reason=getattr(error, "strerror", None) or "its links lead in a circle",
        ) from None
    if stat.S_ISDIR(mode):
        raise BadInput("“{name}” is a folder. Give the name of a file to write.", name=written)
    if not stat.S_ISREG(mode):
        raise BadInput("“{name}” is not a file but a device or a pipe. Give the name of a file to write.", name=written)
    return path
