"""Tables (.csv, .tsv, .xlsx, .xls, .ods, .json) as rows of text, and which kind of table it is."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from ..domain.bundle import Bundle, ReadOptions
from ..domain.errors import BadInput, Phrase
from ..domain.progress import Progress
from . import codebooks, encodings, surveys
from .guards import Container

_DELIMITERS = ",;\t|"
_ESCAPED = "=+-@\t\r"
_CELL_LIMIT = 50_000_000  # cells of one sheet; a spreadsheet that claims more is an attack
_ROW_LIMIT = 1_048_576  # rows of a sheet, as office programs have it
_TAG = re.compile(rb"<(?:\w+:)?(row|c)\b([^>]*)>")
_PLACE = re.compile(rb"""(?:^|\s)r\s*=\s*["']([A-Za-z]*)(\d*)["']""")
_PLACELESS = re.compile(rb"<(?:\w+:)?c(?=[\s>])(?![^>]*\sr\s*=)[^>]*>")  # a cell that only follows the one before
_FAR = re.compile(rb"""\sr\s*=\s*["'](?:([A-Za-z]{2,})\d|[A-Za-z]*0*[1-9]\d{7})""")  # beyond the column Z or all rows


@dataclass(frozen=True, slots=True)
class Table:
    """A header and rows of equal width; every cell is text, dates as ISO dates, numbers with a point."""

    name: str
    columns: tuple[str, ...]
    rows: list[tuple[str, ...]]
    encoding: str = ""
    notes: tuple[str, ...] = ()

    def records(self) -> Iterator[dict[str, str]]:
        """The rows by column name in lower case, for codebooks and segments."""
        keys = [column.strip().casefold() for column in self.columns]
        for row in self.rows:
            yield dict(zip(keys, row, strict=True))


def read(name: str, data: bytes, options: ReadOptions, progress: Progress) -> Bundle:
    """A table as a codebook, a list of segments or a survey, by its header or by `options.kind`."""
    table = read_table(name, data, options, progress)
    kind = options.kind or kind_of(table.columns)
    if kind == "codebook":
        return codebooks.codebook(name, table, progress)
    if kind == "segments":
        return codebooks.segments(name, table, progress)
    if kind == "document":
        return surveys.as_document(name, table, options)
    return surveys.survey(name, table, options, progress)


def kind_of(columns: tuple[str, ...]) -> str:
    """codebook, segments or survey."""
    header = {column.strip().casefold() for column in columns}
    if {"document", "start", "end", "code"} <= header:
        return "segments"
    if "path" in header or ("name" in header and header & {"definition", "kind"}):
        return "codebook"
    if {"name", "parent"} <= header <= codebooks.COLUMNS:  # a survey may ask about parents, too
        return "codebook"
    return "survey"


def read_table(name: str, data: bytes, options: ReadOptions, progress: Progress) -> Table:
    """The first sheet that holds something, or the text table. Raises `BadInput` when there is no header."""
    suffix = name.rpartition(".")[2].casefold()
    if suffix == "json":
        return _from_json(name, data, options)
    if suffix in ("csv", "tsv"):
        return _from_text(name, data, options, suffix, progress)
    return _from_workbook(name, data, suffix, progress)


def _from_text(name: str, data: bytes, options: ReadOptions, suffix: str, progress: Progress) -> Table:
    decoded = encodings.decode(name, data, options.encoding, "a table")
    text = decoded.text.lstrip("\ufeff").replace("\0", "")
    delimiter, text = _delimiter(text, suffix)
    # csv's own limit of 131,072 characters is below the length of a pasted interview
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[list[str]] = []
    for row in lines:
        rows.append([_unescaped(cell) for cell in row])
        if len(rows) % 5_000 == 0:
            progress.tick(len(rows), 0, name)
    table = _table(name, rows)
    notes = list(decoded.notes)
    unclosed = _swallowed(text)
    if unclosed:
        notes.append(Phrase("a quotation mark is opened and never closed: check the last row"))
    return Table(name, table.columns, table.rows, decoded.encoding, (*notes, *table.notes))


def _swallowed(text: str) -> bool:
    return text.count('"') % 2 == 1


def _delimiter(text: str, suffix: str) -> tuple[str, str]:
    """The delimiter that parts the first lines most evenly; Excel may name it in a line `sep=;`."""
    if text[:4].casefold() == "sep=" and len(text) > 5:
        return text[4], text[5:].lstrip("\r\n")
    if suffix == "tsv":
        return "\t", text
    sample = text[:50_000]
    best, most = ",", 0.0
    for candidate in _DELIMITERS:
        widths = [len(row) for row in _first_rows(sample, candidate) if row]
        if not widths or widths[0] < 2:
            continue
        even = sum(1 for width in widths if width == widths[0]) / len(widths)
        if even * min(widths[0], 10) > most:
            best, most = candidate, even * min(widths[0], 10)
    return best, text


def _first_rows(sample: str, delimiter: str) -> list[list[str]]:
    rows = []
    try:
        for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
            rows.append(row)
            if len(rows) > 30:
                break
    except csv.Error:
        return rows
    return rows[:-1] if len(rows) > 2 else rows  # the last row of a sample may be cut


def _unescaped(cell: str) -> str:
    """Take off the quote that keeps a spreadsheet from running a cell as a formula."""
    return cell[1:] if len(cell) > 1 and cell[0] == "'" and cell[1] in _ESCAPED else cell


def _from_workbook(name: str, data: bytes, suffix: str, progress: Progress) -> Table:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    if data.startswith(b"PK"):
        _check_extent(name, Container(name, data, "spreadsheet"))  # refuses bombs before the reader unpacks them
    progress.tick(0, 0, name)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for sheet in workbook.sheet_names:
            opened = workbook.get_sheet_by_name(sheet)
            if opened.width * opened.height > _CELL_LIMIT:
                raise _too_many(name)
            rows = [[_cell(value) for value in row] for row in opened.to_python(skip_empty_area=True)]
            if any(any(row) for row in rows):
                table = _table(name, rows)
                others = [other for other in workbook.sheet_names if other != sheet]
                notes = (
                    [Phrase("read the sheet “{name}” of {number}", name=sheet, number=len(others) + 1)]
                    if others
                    else []
                )
                return Table(name, table.columns, table.rows, "", (*notes, *table.notes))
    except PasswordError:
        raise BadInput(
            "“{name}” is protected by a password. Save it without one, then import it again.", name=name
        ) from None
    except CalamineError:
        raise BadInput(
            "“{name}” is damaged or is no .{suffix} table. Save it anew in its own program.",
            name=name,
            suffix=suffix,
        ) from None
    raise BadInput("“{name}” holds no table: all its sheets are empty.", name=name)


def _check_extent(name: str, container: Container) -> None:
    """Refuse a sheet whose cells lie so far apart that the reader, which makes room for all between them, would take
    the program down: two cells and 5 KB are enough for that."""
    for part in container.names:
        data = container.part(part) if part.casefold().endswith(".xml") else b""
        if b"sheetData" in data and _could_be_too_much(data):
            high, wide = _extent(data)
            if high * wide > _CELL_LIMIT:
                raise _too_many(name)


def _too_many(name: str) -> BadInput:
    return BadInput("“{name}” claims more cells than can be read. Save only the table.", name=name)


def _could_be_too_much(data: bytes) -> bool:
    """Whether a sheet has far places, or more cells without a place than one row may have within the limit."""
    letters = set()
    for found in _FAR.finditer(data):
        if found[1] is None:
            return True
        letters.add(found[1])
    wide = max(map(_column_number, letters), default=0)
    return wide * _ROW_LIMIT > _CELL_LIMIT or _PLACELESS.search(data) is not None


def _extent(data: bytes) -> tuple[int, int]:
    """Last row and last column in which something stands; cells with a look and no contents do not count."""
    row = column = high = wide = 0
    for tag in _TAG.finditer(data):
        place = _PLACE.search(tag[2])
        if tag[1] == b"row":
            row, column = int(place[2][:20] or 0) if place else row + 1, 0
            continue
        if place:
            row, column = int(place[2][:20] or row), _column_number(place[1])
        else:
            column += 1
        if not tag[2].endswith(b"/"):
            high, wide = max(high, row), max(wide, column)
    return high, wide


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters[:8].upper():
        number = number * 26 + letter - 64
    return number


def _cell(value: object) -> str:
    """A cell as text: whole numbers without “.0”, dates and times in ISO form, yes and no in words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return "" if value is None else str(value)


def _from_json(name: str, data: bytes, options: ReadOptions) -> Table:
    decoded = encodings.decode(name, data, options.encoding, "a table")
    try:
        found = json.loads(decoded.text.lstrip("\ufeff"))
    except ValueError:  # what is nested too deeply is named by `reading`
        raise BadInput(
            "“{name}” is no JSON: its brackets or quotes do not close. Export it again.", name=name
        ) from None
    if not isinstance(found, list) or not found or not all(isinstance(row, dict) for row in found):
        raise BadInput("“{name}” is no table: a list of objects with the column names is expected.", name=name)
    columns = list(dict.fromkeys(str(key) for row in found for key in row))
    rows = [[_json_cell(row.get(column)) for column in columns] for row in found]
    return _table(name, [columns, *rows])


def _json_cell(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else _cell(value)


def _table(name: str, rows: list[list[str]]) -> Table:
    """Header and rows of one width: empty lines out, nameless and repeated columns named."""
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if not filled:
        raise BadInput("“{name}” holds no table: it is empty.", name=name)
    width = max(len(row) for row in filled)
    header = [*filled[0], *[""] * (width - len(filled[0]))]
    columns: list[str] = []
    taken: set[str] = set()
    for number, cell in enumerate(header, start=1):
        column = base = " ".join(cell.split()) or f"Column {number}"
        again = 2
        while column.casefold() in taken:
            column = f"{base} ({again})"
            again += 1
        taken.add(column.casefold())
        columns.append(column)
    ragged = sum(1 for row in filled[1:] if len(row) != len(filled[0]))
    uneven = Phrase("{number} rows have more or fewer cells than the header", number=f"{ragged:,}")
    notes = (uneven,) if ragged else ()
    padded = [(*row, *[""] * (width - len(row))) for row in filled[1:]]
    return Table(name, tuple(columns), padded, "", notes)
