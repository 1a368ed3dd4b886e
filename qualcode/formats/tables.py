"""Tables (.csv, .tsv, .xlsx, .xls, .ods, .json) as rows of text, and which kind of table it is."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from ..domain.bundle import Bundle, ReadOptions
from ..domain.errors import BadInput, Phrase, listed
from ..domain.progress import Progress
from . import codebooks, encodings, surveys
from .guards import Container
from .objects import read_json

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_DELIMITERS = ",;\t|"
_ESCAPED = re.compile("'+[=+\\-@\t\r]")
_CELL_LIMIT = 5_000_000  # cells with something in them; the user guide names it
_ROOM_LIMIT = 50_000_000  # cells of a sheet, empty ones between the others too; one that claims more is an attack
_MOST_DIGITS = 4_300  # of a whole number in JSON: beyond it Python reads none, as that takes ever longer
_ROW_LIMIT = 1_048_576  # rows of a sheet, as office programs have it
_COLUMN_LIMIT = 16_384  # so many columns have those; each becomes a variable; the user guide names it
_TITLES_LOOKED_AT = 20  # rows at the top of a table in which a title may stand above the header
_PIECE = 1 << 20  # bytes of a sheet looked at between two looks at the user, who may have had enough
_TAG = re.compile(rb"<(?:\w+:)?(row|c)\b([^>]*)>")
_PLACE = re.compile(rb"""(?:^|\s)r\s*=\s*["']([A-Za-z]*)(\d*)["']""")
_PLACELESS = re.compile(rb"<(?:\w+:)?c(?=[\s>])(?![^>]*\sr\s*=)[^>]*>")  # a cell that only follows the one before
_FILLED = (b"</c>", b":c>", b"</table:table-cell>")  # where a cell with something in it ends
_FAR = re.compile(rb"""\sr\s*=\s*["'](?:([A-Za-z]{2,})\d|[A-Za-z]*0*[1-9]\d{7})""")  # beyond the column Z or all rows


@dataclass(frozen=True, slots=True)
class Table:
    """A header and rows of equal width; every cell is text, dates as ISO dates, numbers with a point. `numbers` are
    those of the rows in the file, as a spreadsheet shows them. `columns` are all different, with numbers behind names
    that the file has twice; `header` is what the file says."""

    name: str
    columns: tuple[str, ...]
    rows: list[tuple[str, ...]]
    numbers: tuple[int, ...]
    encoding: str = ""
    notes: tuple[str, ...] = ()
    header: tuple[str, ...] = ()

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
    cells = 0
    for row in lines:
        rows.append([_unescaped(cell) for cell in row])
        cells += len(row)
        _check_number(name, cells)
        if len(rows) % 5_000 == 0:
            progress.tick(len(rows), 0, name)
    table = _table(name, rows)
    notes = list(decoded.notes)
    unclosed = _swallowed(text)
    if unclosed:
        notes.append(Phrase("a quotation mark is opened and never closed: check the last row"))
    return replace(table, encoding=decoded.encoding, notes=(*notes, *table.notes))


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
    return cell[1:] if _ESCAPED.match(cell) else cell


def _from_workbook(name: str, data: bytes, suffix: str, progress: Progress) -> Table:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    if data.startswith(b"PK"):
        # refuses bombs before the reader unpacks them
        _check_sheets(name, Container(name, data, "spreadsheet"), progress)
    progress.tick(0, 0, name)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for sheet in workbook.sheet_names:
            opened = workbook.get_sheet_by_name(sheet)
            if opened.width * opened.height > _ROOM_LIMIT:
                raise _too_much(name)
            rows = _rows_of(name, opened, progress)
            if any(any(row) for row in rows):
                table = _table(name, rows)
                others = [other for other in workbook.sheet_names if other != sheet]
                notes = (
                    [Phrase("read the sheet “{name}” of {number}", name=sheet, number=len(others) + 1)]
                    if others
                    else []
                )
                return replace(table, notes=(*notes, *table.notes))
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


def _rows_of(name: str, sheet: CalamineSheet, progress: Progress) -> list[list[str]]:
    """All rows from the first of the sheet on; those with nothing in them are empty."""
    nothing = [""] * sheet.width
    empty: list[str] = []
    rows = []
    for number, row in enumerate(sheet.iter_rows()):
        if number % 5_000 == 0:
            progress.tick(number, 0, name)
        rows.append(empty if row == nothing else [_cell(value) for value in row])
    return rows


def _check_sheets(name: str, container: Container, progress: Progress) -> None:
    """Refuse a sheet with more cells than can be read; and one whose cells lie so far apart that the reader, which
    makes room for all between them, would take the program down: two cells and 5 KB are enough for that."""
    for part in container.names:
        data = container.part(part) if part.casefold().endswith(".xml") else b""
        if b"sheetData" in data or b"<table:table-cell" in data:
            cells = 0
            for piece in _pieces(name, data, progress):
                cells += sum(map(piece.count, _FILLED))
                _check_number(name, cells)
        if b"sheetData" in data and _could_be_too_much(_pieces(name, data, progress)):
            high, wide = _extent(_pieces(name, data, progress))
            if high * wide > _ROOM_LIMIT:
                raise _too_much(name)


def _pieces(name: str, data: bytes, progress: Progress) -> Iterator[bytes]:
    """The data bit by bit, no tag cut in two."""
    start = 0
    while start < len(data):
        progress.tick(0, 0, name)
        end = data.find(b">", start + _PIECE) + 1 or len(data)
        yield data[start:end]
        start = end


def _check_number(name: str, cells: int) -> None:
    if cells > _CELL_LIMIT:
        raise BadInput(
            "“{name}” has more than {limit} cells, which is more than can be read. Save only what you need of it.",
            name=name,
            limit=f"{_CELL_LIMIT:,}",
        )


def _too_much(name: str) -> BadInput:
    return BadInput("“{name}” claims more cells than can be read. Save only the table.", name=name)


def _could_be_too_much(pieces: Iterable[bytes]) -> bool:
    """Whether a sheet has far places, or more cells without a place than one row may have within the limit."""
    letters: set[bytes] = set()
    for piece in pieces:
        for found in _FAR.finditer(piece):
            if found[1] is None:
                return True
            letters.add(found[1])
        if _PLACELESS.search(piece):
            return True
    return max(map(_column_number, letters), default=0) * _ROW_LIMIT > _ROOM_LIMIT


def _extent(pieces: Iterable[bytes]) -> tuple[int, int]:
    """Last row and last column in which something stands; cells with a look and no contents do not count."""
    row = column = high = wide = 0
    for tag in chain.from_iterable(map(_TAG.finditer, pieces)):
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
        found = read_json(name, decoded.text.lstrip("\ufeff"), whole=partial(_whole_number, name))
    except ValueError:  # what is nested too deeply is named by `reading`
        raise BadInput(
            "“{name}” is no JSON: its brackets or quotes do not close. Export it again.", name=name
        ) from None
    if not isinstance(found, list) or not found or not all(isinstance(row, dict) for row in found):
        raise BadInput("“{name}” is no table: a list of objects with the column names is expected.", name=name)
    columns = list(dict.fromkeys(str(key) for row in found for key in row))
    _check_number(name, len(columns) * len(found))
    rows = [[_json_cell(row.get(column)) for column in columns] for row in found]
    return _table(name, [columns, *rows])


def _whole_number(name: str, digits: str) -> int:
    length = len(digits.lstrip("-"))
    if length > _MOST_DIGITS:
        raise BadInput(
            "“{name}” holds a number of {length} digits; one may have {limit}. Put it into quotes, as text.",
            name=name,
            length=f"{length:,}",
            limit=f"{_MOST_DIGITS:,}",
        )
    return int(digits)


def _json_cell(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else _cell(value)


def _table(name: str, rows: list[list[str]]) -> Table:
    """Header and rows of one width: titles above and empty lines out, nameless and repeated columns named."""
    filled = [(number, row) for number, row in enumerate(rows, start=1) if any(cell.strip() for cell in row)]
    if not filled:
        raise BadInput("“{name}” holds no table: it is empty.", name=name)
    width = max(len(row) for _, row in filled)
    if width > _COLUMN_LIMIT:
        raise BadInput(
            "“{name}” has {number} columns; a table may have {limit}. Save only what you need of it.",
            name=name,
            number=f"{width:,}",
            limit=f"{_COLUMN_LIMIT:,}",
        )
    _check_number(name, width * len(filled))
    above = _titles([row for _, row in filled[:_TITLES_LOOKED_AT]])
    heading = filled[above][1]
    header = [*heading, *[""] * (width - len(heading))]
    columns = surveys.headings(header)
    below = filled[above + 1 :]
    notes = []
    if above:
        words = listed(" ".join(filter(None, map(str.strip, row))) for _, row in filled[:above])
        notes.append(Phrase("left out what stands above the header: {words}", words=words))
    ragged = sum(1 for _, row in below if len(row) != len(heading))
    if ragged:
        notes.append(Phrase("{number} rows have more or fewer cells than the header", number=f"{ragged:,}"))
    padded = [(*row, *[""] * (width - len(row))) for _, row in below]
    numbers = tuple(number for number, _ in below)
    return Table(name, tuple(columns), padded, numbers, notes=tuple(notes), header=tuple(map(surveys.visible, header)))


def _titles(rows: list[list[str]]) -> int:
    """How many rows at the top are a title and no header: one cell each, above a row of words that are all different,
    in a table that is wider."""
    given = [[cell.strip() for cell in row if cell.strip()] for row in rows]
    above = next((number for number, cells in enumerate(given) if len(cells) > 1), 0)
    if not above or above + 1 == len(rows) or any(map(surveys.says_case, chain.from_iterable(given[:above]))):
        return 0
    header = given[above]
    words = all(any(char.isalpha() for char in cell) for cell in header)
    whole = len(header) > 2 and len(header) >= max(map(len, given))
    return above if words and whole and len({cell.casefold() for cell in header}) == len(header) else 0
