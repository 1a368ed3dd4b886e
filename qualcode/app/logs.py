"""The log: where the program went and what failed, never what people said: no messages of errors, no values."""

import logging
import platform
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from .. import __version__
from .settings import log_folder

_MOST_BYTES = 1_000_000
_KEPT = 3  # older logs beside the present one
_PACKAGE_MARKS = ("qualcode", "site-packages", "dist-packages")

_Exception = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class _Discreet(logging.Formatter):
    """Writes errors as places in the program; an error's own words may quote an interview."""

    def formatException(self, ei: _Exception) -> str:  # noqa: N802  (overridden)
        return "" if ei[1] is None else places(ei[1])


def start() -> Path | None:
    """Write the program's log from now on; its path, or None where no log can be written."""
    logger = logging.getLogger("qualcode")
    stop()
    try:
        file = log_folder() / "qualcode.log"
        handler = RotatingFileHandler(file, maxBytes=_MOST_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True)
    except OSError:
        return None
    handler.setFormatter(_Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.info("qualcode %s starts", __version__)
    return file


def stop() -> None:
    """Close the log."""
    logger = logging.getLogger("qualcode")
    for handler in tuple(logger.handlers):
        if isinstance(handler, RotatingFileHandler):
            logger.removeHandler(handler)
            handler.close()


def places(error: BaseException) -> str:
    """The type of an error and the lines of the program it went through, with those of its causes."""
    lines: list[str] = []
    seen: set[int] = set()
    following: BaseException | None = error
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        lines.append(type(following).__name__)
        lines += [
            f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(following.__traceback__)
        ]
        following = following.__cause__ or following.__context__
    return "\n".join(lines)


def report(error: BaseException, also: str = "") -> str:
    """What a person may send about a failure: versions, system and `places`; nothing of any project."""
    head = [
        f"qualcode {__version__}",
        f"Python {platform.python_version()} {sys.platform} {platform.machine()}",
        *([also] if also else []),
    ]
    return "\n".join([*head, "", places(error), ""])


def _short(file: str) -> str:
    """A file's name from its package on: what stands before tells who somebody is."""
    parts = Path(file).parts
    for number in range(len(parts) - 2, -1, -1):
        if parts[number] in _PACKAGE_MARKS:
            first = number if parts[number] == "qualcode" else number + 1
            return "/".join(parts[first:])
    return parts[-1] if parts else file
