"""Blocks of cells as spreadsheets copy them: lines of cells parted by tabs, a cell in quotes may hold line ends."""

import re
from collections.abc import Iterable, Sequence

# a quote opens a cell only where its partner stands right before the cell's end: Excel leaves `"so" she said` bare
_QUOTED = re.compile(r'"((?:[^"]|"")*+)"(?=\t|\r|\n|\Z)')
_BARE = re.compile(r"[^\t\r\n]*")
_END = re.compile(r"\r\n|\r|\n")
_TO_QUOTE = re.compile(r'[\t\r\n]|\A"')
_FORMULA = re.compile(r"[=+\-@]")
_NUMBER = re.compile(r"[+-]?[\d.,]+(?:[eE][+-]?\d+)?")


def read_block(text: str) -> list[list[str]]:
    """The rows of a block from the clipboard; every row has as many cells as the widest."""
    rows: list[list[str]] = [[]]
    at = 0
    while True:
        quoted = _QUOTED.match(text, at)
        if quoted is not None:
            cell, at = quoted[1].replace('""', '"'), quoted.end()
        else:
            bare = _BARE.match(text, at)
            assert bare is not None
            cell, at = bare[0], bare.end()
        rows[-1].append(_bare(cell))
        if at >= len(text):
            break
        end = _END.match(text, at)
        at = end.end() if end is not None else at + 1
        if end is not None:
            if at >= len(text):
                break  # programs end the last line too
            rows.append([])
    width = max(map(len, rows))
    return [[*row, *[""] * (width - len(row))] for row in rows]


def written_block(rows: Iterable[Sequence[str]]) -> str:
    """Rows as a spreadsheet takes them from the clipboard; no text becomes a formula there."""
    return "\n".join("\t".join(_field(cell) for cell in row) for row in rows)


def _field(cell: str) -> str:
    guarded = "'" + cell if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell
    return '"' + guarded.replace('"', '""') + '"' if _TO_QUOTE.search(guarded) else guarded


def _bare(cell: str) -> str:
    """Take off the quote that keeps a spreadsheet from running a cell as a formula."""
    return cell[1:] if len(cell) > 1 and cell[0] == "'" and _FORMULA.match(cell, 1) else cell
