"""A report as a Word document: headings of the outline, a table of contents, tables whose heads repeat."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..domain.palette import swatch
from . import report_parts as parts
from .codebook_cards import printable
from .word_fields import add_bookmark, element, write_contents
from .word_layout import add_cells, add_head, ruled_table, style_headings
from .word_tables import MARKS, QUIET, add, front, new_document, save_document

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
else:
    WordDocument = Any

_PAGE, _HIGHEST = 16.0, 21.0  # centimetres between the margins, and of a picture
_TURNED = (25.7, 15.0)  # the same on a page that is turned
_WHOLE = 1_500  # characters of a row that stays on one page
_LISTED = 2  # levels of headings in the contents


def write_report_docx(report: parts.Report, path: Path, contents: str = "Contents") -> None:
    """Write the report, its table of contents under that title; the same one gives the same bytes."""
    document = new_document(report.title, report.date)
    style_headings(document)
    front(document, report.title, report.lines)
    _contents(document, report, contents)
    number, was_turned = 0, False
    for turned, run in parts.by_page(report.parts):
        if turned or was_turned:  # what is turned has pages of its own
            _turn(document, turned)
        was_turned = turned
        for part, leads in parts.with_lead(run):
            _part(document, part, number, _TURNED if turned else (_PAGE, _HIGHEST), leads)
            number += 1
    save_document(document, path)


def _part(document: WordDocument, part: parts.Part, number: int, room: tuple[float, float], leads: bool) -> None:
    match part:
        case parts.Heading():
            _heading(document, part, number)
        case parts.Paragraph():
            _paragraph(document, part, leads)
        case parts.Table():
            _table(document, part, room[0])
        case parts.Quote():
            _quote(document, part)
        case parts.Picture():
            _picture(document, part, room)


def _turn(document: WordDocument, turned: bool) -> None:
    """What follows stands on pages that are wider than high, or upright again."""
    from docx.enum.section import WD_ORIENT, WD_SECTION
    from docx.shared import Cm

    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE if turned else WD_ORIENT.PORTRAIT
    long, short = max(section.page_width, section.page_height), min(section.page_width, section.page_height)
    section.page_width, section.page_height = (long, short) if turned else (short, long)
    upright = document.sections[0]
    edge, foot = (Cm(2), Cm(1.6)) if turned else (upright.left_margin, upright.bottom_margin)
    section.left_margin = section.right_margin = edge
    section.top_margin, section.bottom_margin = (Cm(2), foot) if turned else (upright.top_margin, foot)


def _contents(document: WordDocument, report: parts.Report, title: str) -> None:
    listed = [
        (part.level, printable(part.text), f"_Toc{number:08d}")
        for number, part in enumerate(report.parts)
        if isinstance(part, parts.Heading) and part.level <= _LISTED
    ]
    write_contents(document, listed, title)


def _heading(document: WordDocument, part: parts.Heading, number: int) -> None:
    heading = document.add_paragraph(style=f"Heading {min(part.level, 3)}")
    if part.color:
        add(heading, MARKS[swatch(part.color).mark] + " ", color=part.color[1:].upper())
    add(heading, part.text)
    add_bookmark(heading, f"_Toc{number:08d}", number)


def _paragraph(document: WordDocument, part: parts.Paragraph, leads: bool) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = leads or None
    if part.label:
        add(paragraph, part.label + "  ", bold=True)
    add(paragraph, part.text, color=QUIET if part.quiet else "", size=9.5 if part.quiet else None)


def _table(document: WordDocument, part: parts.Table, wide: float) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    total = sum(part.widths)
    table = ruled_table(document, len(part.columns), [wide * width / total for width in part.widths])
    add_head(table, part.columns)
    for row in part.rows:
        for place, (cell, text) in enumerate(zip(add_cells(table), row, strict=True)):
            add(cell.paragraphs[0], text, size=9, bold=part.named and place == 0)
            if place in part.numbers:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if sum(map(len, row)) <= _WHOLE:
            table.rows[-1]._tr.get_or_add_trPr().append(element("cantSplit"))
    document.add_paragraph().paragraph_format.space_after = Pt(2)


def _quote(document: WordDocument, part: parts.Quote) -> None:
    passage = document.add_paragraph(style="Passage")
    if part.before:
        add(passage, part.before + " ", color=QUIET, size=9.5)
    add(passage, part.text)
    if part.after:
        add(passage, " " + part.after, color=QUIET, size=9.5)
    add(document.add_paragraph(style="Source line"), part.source)


def _picture(document: WordDocument, part: parts.Picture, room: tuple[float, float]) -> None:
    from docx.shared import Cm, Emu

    paragraph = document.add_paragraph()
    shape = paragraph.add_run().add_picture(io.BytesIO(part.png))
    smaller = min(1.0, Cm(room[0]) / shape.width, Cm(room[1]) / shape.height)
    shape.width, shape.height = Emu(int(shape.width * smaller)), Emu(int(shape.height * smaller))
    shape._inline.docPr.set("descr", part.alt)
