"""A matrix of words for people: as a Word document on its side, a few columns to a table, and as a web page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from .sheets import replacing
from .web_pages import opening
from .word_layout import add_cells, add_head, ruled_table, style_headings
from .word_tables import QUIET, add, front, new_document, save_document

_ROOM, _NAMES = 25.7, 3.7  # cm: of the page on its side, and of the column of names
_MOST = 4  # columns of words beside the names: with more nobody can read them
_STYLE = """
header, main { max-width: none; }
main { overflow-x: auto; }
table { border-collapse: collapse; background: var(--paper); min-width: 100%; }
th, td { border: 1px solid var(--line); padding: 8px 12px; text-align: start; vertical-align: top; min-width: 200px; }
th[scope="row"], th:first-child { min-width: 120px; }
thead th { position: sticky; top: 0; background: var(--soft); }
td p { margin: 0; white-space: pre-wrap; }
td cite { display: block; margin-top: 4px; font-style: normal; }
@media print { th, td { min-width: 0; } tr { break-inside: avoid; } }
"""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """Words, and below them in small where they come from; `quoted` are words that somebody said."""

    text: str
    source: str = ""
    quoted: bool = False


def write_matrix(
    corner: str,
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Sequence[Sequence[MatrixCell]],
    path: Path,
    title: str,
    lines: Sequence[str] = (),
    date: str = "",
) -> None:
    """Write names of rows, names of columns and the cells, row by row; `corner` stands above the names of the rows. The
    suffix (.docx, .html) says how."""
    if path.suffix.lower() == ".docx":
        _write_docx(corner, rows, columns, cells, path, title, lines, date)
        return
    with replacing(path) as temporary:
        temporary.write_text(_page(corner, rows, columns, cells, title, lines), "utf-8", newline="\n")


def _page(
    corner: str,
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Sequence[Sequence[MatrixCell]],
    title: str,
    lines: Sequence[str],
) -> str:
    told = "".join(f'<p dir="auto">{escape(line)}</p>' for line in lines if line)
    heads = "".join(f'<th scope="col" dir="auto">{escape(name)}</th>' for name in (corner, *columns))
    pieces = [
        opening("en", title, _STYLE),
        f'<header><h1 dir="auto">{escape(title)}</h1>{told}</header><main><table>',
        f"<thead><tr>{heads}</tr></thead><tbody>",
    ]
    for name, row in zip(rows, cells, strict=True):
        said = "".join(f"<td>{_words(cell)}</td>" for cell in row)
        pieces.append(f'<tr><th scope="row" dir="auto">{escape(name)}</th>{said}</tr>')
    return "\n".join([*pieces, "</tbody></table></main></body></html>\n"])


def _words(cell: MatrixCell) -> str:
    kind = ' class="quoted"' if cell.quoted else ""
    words = f'<p dir="auto"{kind}>{escape(cell.text)}</p>' if cell.text else ""
    return words + (f'<cite dir="auto">{escape(cell.source)}</cite>' if cell.source else "")


def _write_docx(
    corner: str,
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Sequence[Sequence[MatrixCell]],
    path: Path,
    title: str,
    lines: Sequence[str],
    date: str,
) -> None:
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
