"""A codebook as a table (.csv, .xlsx, .json) that comes back as it went."""

from pathlib import Path

from ..domain.codebook_entries import CODEBOOK_COLUMNS, PrintedCodebook
from ..domain.progress import SILENT, Progress
from .sheets import write_table
from .workbook import CELL_LIMIT

Cell = str | int


def write_codebook_table(book: PrintedCodebook, path: Path, *, progress: Progress = SILENT) -> None:
    """Write a row for each code, as `write_table` does.

    A worksheet's cell holds 32,767 characters: what is longer goes on in columns named “memo (2)”, “memo (3)”, …,
    which an import puts together again.
    """
    columns: list[str] = list(CODEBOOK_COLUMNS)
    rows = [list(entry.cells()) for entry in book.entries]
    if path.suffix.lower() == ".xlsx":
        _go_on(columns, rows)
    write_table(columns, rows, path, "codebook", date=book.date, progress=progress)


def _go_on(columns: list[str], rows: list[list[Cell]]) -> None:
    """Give long texts further columns, behind all others."""
    for place, column in enumerate(CODEBOOK_COLUMNS):
        parts = {number: found for number, row in enumerate(rows) if len(found := pieces(row[place])) > 1}
        most = max(map(len, parts.values()), default=1)
        columns += [f"{column} ({number})" for number in range(2, most + 1)]
        for number, row in enumerate(rows):
            own = parts.get(number, [row[place]])
            row[place] = own[0]
            row += [*own[1:], *[""] * (most - len(own))]


def pieces(value: Cell) -> list[Cell]:
    """A text in pieces that a cell holds, which counts UTF-16 units and keeps no blank at a piece's end apart."""
    if not isinstance(value, str) or len(value) * 2 <= CELL_LIMIT:
        return [value]
    found: list[Cell] = []
    start = units = 0
    for place, char in enumerate(value):
        width = 2 if char > "\uffff" else 1
        if units + width > CELL_LIMIT:
            found.append(value[start:place])
            start, units = place, 0
        units += width
    return [*found, value[start:]]
