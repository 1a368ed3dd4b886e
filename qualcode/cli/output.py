"""What the commands say: lines, tables and JSON on standard output, notices and progress on the other."""

import io
import json
import os
import sys
import tempfile
import time
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from ..domain.errors import QualcodeError, beginning, fill
from ..domain.progress import CallbackProgress, Progress
from .stopping import asked, finished

_VALUE_LIMIT = 200  # characters of a name or path shown in an error
_PASTED = "place"  # the value that is part of a command to be copied: shortened it would name nothing
_BETWEEN = 0.1  # seconds between two signs of progress
_TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # make a terminal show words in another order
_BREAKS = "\n\r\t\v\f\x85\u2028\u2029"


def use_utf8() -> None:
    """Write UTF-8 with plain line feeds whatever the locale: a table is a file others read.

    A program started without output (`>&-`, or by Windows without a console) writes to nowhere.
    """
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  as long as the process
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def one_line(text: str) -> str:
    """The text on one line without control characters, so that no name can move the cursor or hide words."""
    spaced = "".join(" " if char in _BREAKS else char for char in text)
    visible = "".join(char for char in spaced if unicodedata.category(char) not in ("Cc", "Cs") and char not in _TURNS)
    return " ".join(visible.split())


def sentence(error: QualcodeError) -> str:
    """What an error says, with long names cut in their middle: the end of the sentence says what to do."""
    values = {name: str(value) if name == _PASTED else _shortened(value) for name, value in error.values.items()}
    return one_line(fill(error.template, values))


def _shortened(value: object) -> str | tuple[str, ...]:
    return tuple(_cut(str(each)) for each in value) if isinstance(value, tuple) else _cut(str(value))


def _cut(text: str) -> str:
    if len(text) <= _VALUE_LIMIT:
        return text
    return f"{beginning(text, _VALUE_LIMIT // 2)} … {beginning(text[::-1], _VALUE_LIMIT // 4)[::-1]}"


def complain(message: str) -> None:
    """One line on standard error, under the program's name."""
    print(f"qualcode: {message}", file=sys.stderr)


def say(line: str = "") -> None:
    """One line on standard output."""
    print(line)


def conclude(line: str) -> None:
    """The line that says that all is done; whoever ends the program from here on unsays nothing."""
    finished()
    say(line)


def say_json(value: Any) -> None:
    """A value as JSON on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False))


def say_table(columns: Sequence[str], rows: Iterable[Sequence[object]], as_json: bool = False) -> None:
    """A table on standard output, the same bytes that a file .csv or .json would get."""
    from ..formats.sheets import write_table

    with tempfile.TemporaryDirectory(prefix="qualcode-") as folder:
        path = Path(folder) / ("table.json" if as_json else "table.csv")
        write_table(columns, rows, path, "table")
        with path.open(encoding="utf-8", newline="") as text:
            while part := text.read(1 << 20):
                sys.stdout.write(part)


@contextmanager
def progress_line() -> Iterator[Progress]:
    """Progress on standard error, if somebody is looking; the line is cleared at the end."""
    if not sys.stderr.isatty():
        yield CallbackProgress(lambda *_: None, asked)
        return
    line = _Line(sys.stderr)
    try:
        yield CallbackProgress(line.show, asked)
    finally:
        line.clear()


class _Line:
    """A line on a terminal that is written over."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._last = time.monotonic()  # short work shows nothing at all
        self._shown = False

    def show(self, done: int, total: int, what: str) -> None:
        """Say how far the work is, not more often than one can read."""
        now = time.monotonic()
        if now - self._last < _BETWEEN:
            return
        self._last = now
        share = f"{100 * done // total:3d} %  " if total else f"{done:,}  " if done else ""
        self._stream.write(f"\r\x1b[K{share}{one_line(what)[:60]}")
        self._stream.flush()
        self._shown = True

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
