"""A matrix of written words as a Word document: on its side, a few columns to a table, the head on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .word_layout import add_cells, add_head, ruled_table, style_headings
from .word_tables import QUIET, add, front, new_document, save_document

_ROOM, _NAMES = 25.7, 3.7  # cm: of the page on its side, and of the column of names
_MOST = 4  # columns of words beside the names: with more nobody can read them


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """Words, and below them in small where they come from."""

    text: str
    source: str = ""


def write_matrix_docx(
    corner: str,
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Sequence[Sequence[MatrixCell]],
    path: Path,
    title: str,
    lines: Sequence[str] = (),
    date: str = "",
) -> None:
    """Write names of rows, names of columns and the cells, row by row; `corner` stands above the names of the rows."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    document = new_document(title, date)
    style_headings(document)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(2.0)
    front(document, title, lines)
    tables = max(1, -(-len(columns) // _MOST))
    share = -(-len(columns) // tables) if columns else 0  # as many in each, as far as that goes
    for first in range(0, len(columns), share or 1):
        shown = range(first, min(first + share, len(columns)))
        widths = [_NAMES, *[(_ROOM - _NAMES) / len(shown)] * len(shown)]
        table = ruled_table(document, len(widths), widths)
        add_head(table, [corner, *(columns[column] for column in shown)])
        for name, row in zip(rows, cells, strict=True):
            head, *others = add_cells(table)
            add(head.paragraphs[0], name, size=9, bold=True)
            for cell, column in zip(others, shown, strict=True):
                for number, line in enumerate(row[column].text.split("\n") if row[column].text else ()):
                    add(cell.paragraphs[0] if number == 0 else cell.add_paragraph(), line, size=9)
                if row[column].source:
                    below = cell.add_paragraph() if row[column].text else cell.paragraphs[0]
                    add(below, row[column].source, size=8, color=QUIET)
        document.add_paragraph()
    save_document(document, path)
