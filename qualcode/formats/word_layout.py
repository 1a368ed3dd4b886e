"""How our Word documents are laid out: headings of all levels alike, and tables with fine lines and a head."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .word_fields import element
from .word_tables import add

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table, _Cell
else:
    WordDocument = Table = _Cell = Any

DEEPEST = 9  # levels of headings that Word has
_LINE, _SHADE = "D9D6D0", "F4F3F0"
_SIZES = (16, 13, 11.5, 11)  # of the headings, in points


def style_headings(document: WordDocument) -> None:
    """Give the headings of all levels our font, a size each and room above."""
    from docx.shared import Pt

    model = document.styles["Heading 2"]
    for level in range(1, DEEPEST + 1):
        style = document.styles[f"Heading {level}"]
        if level > 2:
            _copy_font(model, style)
        style.font.size = Pt(_SIZES[min(level, len(_SIZES)) - 1])
        style.font.italic = False
        form = style.paragraph_format
        form.space_before, form.space_after, form.keep_with_next = Pt(20 if level == 1 else 14), Pt(3), True


def _copy_font(model: Any, style: Any) -> None:
    from copy import deepcopy

    own = style.element.rPr
    if own is not None:
        style.element.remove(own)
    style.element.append(deepcopy(model.element.rPr))


def ruled_table(document: WordDocument, columns: int, widths: Sequence[float]) -> Table:
    """A table with lines between its rows; `widths` in centimetres. Rows come by `add_head` and `add_cells`."""
    from docx.shared import Cm

    table: Table = document.add_table(rows=0, cols=columns)
    table.autofit = False
    properties = table._tbl.tblPr
    borders = element("tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(element(side, val="single", sz="4", space="0", color=_LINE))
    properties.insert_element_before(borders, "w:tblLayout", "w:tblLook")
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    return table


def add_cells(table: Table) -> tuple[_Cell, ...]:
    """The cells of one more row, their columns' width and close lines."""
    from docx.shared import Pt

    row: Any = table.add_row()  # type: ignore[no-untyped-call]
    cells = row.cells
    for cell, column in zip(cells, table.columns, strict=True):
        cell.width = column.width
        cell.paragraphs[0].paragraph_format.space_after = Pt(3)
    return tuple(cells)


def add_head(table: Table, labels: Sequence[str]) -> None:
    """The first row, which stands at the top of every page."""
    for cell, label in zip(add_cells(table), labels, strict=True):
        add(cell.paragraphs[0], label, size=9, bold=True)
        cell._tc.get_or_add_tcPr().append(element("shd", val="clear", color="auto", fill=_SHADE))
    table.rows[0]._tr.get_or_add_trPr().append(element("tblHeader"))
