"""Writing tables as .csv, .xlsx, .json and .parquet; the old file is replaced only by a whole new one."""

from __future__ import annotations

import json
import math
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from tempfile import NamedTemporaryFile

from ..domain.errors import BadInput
from ..domain.progress import SILENT, Progress
from .workbook import Layout, write_workbook

SUFFIXES = (".csv", ".xlsx", ".json", ".parquet")
_FORMULA = re.compile("'*[=+\\-@\t\r]")  # quotes before it are the text's own: one more keeps them
_TO_QUOTE = re.compile('[",\r\n]')
_BATCH = 5_000
_TOGETHER = 500  # rows of a .csv worked on at once: few enough that the garbage collector never sees them
_WIDTHS_FROM = 200  # rows that decide the widths of the columns

Rows = Iterable[Sequence[object]]


@dataclass(frozen=True, slots=True)
class _About:
    """What a table says about itself, where its format has a place for it."""

    title: str
    made: Mapping[str, object]
    date: str


def write_table(
    columns: Sequence[str],
    rows: Rows,
    path: Path,
    title: str,
    *,
    about: Mapping[str, object] | None = None,
    date: str = "",
    progress: Progress = SILENT,
) -> int:
    """Write a table by the suffix of `path`; the number of rows written.

    `rows` may be a generator; None and NaN are empty cells. `date` (ISO) becomes the file's creation date, so
    the same state gives the same bytes; `title` and `about` (how the table was made, by name) go where the format has a
    place for them (.xlsx: a second sheet; .parquet). Raises `BadInput` for an unknown suffix, a folder that cannot
    be written, or too many rows; the old file is then still there.
    """
    writers: dict[str, Callable[[Sequence[str], Rows, Path, _About], int]] = {
        ".csv": _write_csv,
        ".xlsx": _write_xlsx,
        ".json": _write_json,
        ".parquet": _write_parquet,
    }
    write = writers.get(path.suffix.casefold())
    if write is None:
        raise BadInput(
            "A table can be written as {suffixes}, not as “{name}”.",
            suffixes=", ".join(SUFFIXES),
            name=path.name,
        )
    with replacing(path) as temporary:
        return write(columns, _ticking(rows, progress, path.name), temporary, _About(title, about or {}, date))


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary file beside `path` that takes its place when the block ends well, and vanishes when not.

    Raises `BadInput` when the folder is missing or may not be written.
    """
    temporary: Path | None = None
    try:
        with NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.stem[:40]}-", suffix=path.suffix, delete=False
        ) as file:
            temporary = Path(file.name)
        yield temporary
        # a temporary file is private; the result gets the permissions any new file would have
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        os.replace(temporary, path)  # noqa: PTH105  replaces on every system, and says so
    except OSError as error:
        raise BadInput(
            "“{name}” cannot be written ({reason}). Choose another folder, or close it elsewhere.",
            name=str(path),
            reason=error.strerror or type(error).__name__,
        ) from None
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _ticking(rows: Rows, progress: Progress, name: str) -> Iterator[Sequence[object]]:
    for number, row in enumerate(rows):
        if number % _BATCH == 0:
            progress.tick(number, 0, name)
        yield row


def guarded(text: str) -> str:
    """A text cell that no spreadsheet takes for a formula; our import takes the quote off again."""
    return "'" + text if _FORMULA.match(text) else text


def _plain(value: object) -> object:
    """None for what is undefined; numbers and truth values as they are; everything else as text."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    item = getattr(value, "item", None)  # a NumPy number
    if callable(item):
        return _plain(item())
    text = str(value)
    return None if text in ("NaT", "<NA>", "nan") else text


def _field(value: object) -> str:
    """A value as the field of a .csv."""
    if isinstance(value, str):
        text = guarded(value)
        return '"' + text.replace('"', '""') + '"' if _TO_QUOTE.search(text) else text
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return str(value)
    plain = _plain(value)
    if isinstance(plain, float):
        return repr(plain)
    return "" if plain is None else _field(plain)


class _Fields(dict[str, str]):
    """Texts as fields, each worked out once: most columns say the same again and again."""

    def __missing__(self, text: str) -> str:
        field = self[text] = _field(text)
        return field


def _csv_lines(rows: Sequence[Sequence[object]]) -> str:
    """Rows as lines with `\\n`; column by column, which is twice as fast as the csv module cell by cell."""
    fields = _Fields()
    columns: list[Iterable[str]] = []
    for column in zip(*rows, strict=True):
        kinds = set(map(type, column))
        if kinds == {str}:
            columns.append(map(fields.__getitem__, column))
        elif kinds == {int}:
            columns.append(map(str, column))
        else:
            columns.append(map(_field, column))
    if len(columns) == 1:
        columns = [[field or '""' for field in columns[0]]]  # else it would be a blank line, which is no row
    return "\n".join([*map(",".join, zip(*columns, strict=True)), ""])


def _write_csv(columns: Sequence[str], rows: Rows, path: Path, _: _About) -> int:
    count = 0
    remaining = iter(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(_csv_lines([columns]))
        while part := list(islice(remaining, _TOGETHER)):
            file.write(_csv_lines(part))
            count += len(part)
    return count


def _write_json(columns: Sequence[str], rows: Rows, path: Path, _: _About) -> int:
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("[")
        for row in rows:
            record = {column: _plain(value) for column, value in zip(columns, row, strict=True)}
            file.write(",\n " if count else "\n ")
            file.write(json.dumps(record, ensure_ascii=False))
            count += 1
        file.write("\n]\n" if count else "]\n")
    return count


def _write_parquet(columns: Sequence[str], rows: Rows, path: Path, about: _About) -> int:
    import pyarrow
    from pyarrow import parquet

    values = [[_plain(value) for value in row] for row in rows]
    arrays = []
    for place in range(len(columns)):
        cells = [row[place] for row in values]
        kinds = {type(cell) for cell in cells if cell is not None}
        if len(kinds) > 1 and not kinds <= {int, float}:
            cells = [None if cell is None else str(cell) for cell in cells]
        elif kinds == {int, float}:
            cells = [None if cell is None else float(str(cell)) for cell in cells]
        arrays.append(pyarrow.array(cells, type=None if kinds else pyarrow.string()))
    table = pyarrow.Table.from_arrays(arrays, names=list(columns))
    table = table.replace_schema_metadata(
        {**{name: str(value) for name, value in about.made.items()}, "title": about.title, "date": about.date}
    )
    parquet.write_table(table, path)
    return len(values)


def _write_xlsx(columns: Sequence[str], rows: Rows, path: Path, about: _About) -> int:
    first: list[Sequence[object]] = []
    remaining = iter(rows)
    for row in remaining:
        first.append(row)
        if len(first) >= _WIDTHS_FROM:
            break
    plain = (
        [value if type(value) is str or type(value) is int else _plain(value) for value in row]
        for row in chain(first, remaining)
    )
    return write_workbook(columns, plain, path, Layout(_widths(columns, first), about.title, about.made, about.date))


def _widths(columns: Sequence[str], sample: list[Sequence[object]]) -> list[tuple[int, bool]]:
    """Per column the width in characters, and whether its text is long enough to be wrapped."""
    found = []
    for place, column in enumerate(columns):
        longest = max((_shown(row[place]) for row in sample), default=0)
        found.append((max(8, min(60, max(longest, _shown(column)) + 2)), longest > 58))
    return found


def _shown(value: object) -> int:
    """The width of a cell: East Asian characters take two places."""
    text = "" if value is None else str(value)[:200]
    return len(text) + sum(1 for char in text if "\u1100" <= char <= "\uffdc" and char > "\u2e7f")
