"""The journal as a Word document: a heading for each memo, its text with what Markdown marks in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..domain.progress import SILENT, Progress
from . import markdown
from .losses import counted
from .word_tables import QUIET, add, day_text, front, new_document, save_document, text_of

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
else:
    WordDocument = Any

_CODE_FONT = "Consolas"


def write_memos_docx(
    rows: Iterable[Mapping[str, object]],
    path: Path,
    title: str,
    *,
    notes: Iterable[str] = (),
    date: str = "",
    progress: Progress = SILENT,
) -> int:
    """Write memos, rows in their order with the columns of `app.memo_export`; how many there are."""
    document = new_document(title, date)
    shown = list(rows)
    front(document, title, [" · ".join([counted(len(shown), "memo"), *([day_text(date)] if date else [])]), *notes])
    for number, row in enumerate(shown):
        if number % 50 == 0:
            progress.tick(number, len(shown), path.name)
        _memo(document, row)
    save_document(document, path)
    return len(shown)


def _memo(document: WordDocument, row: Mapping[str, object]) -> None:
    heading = document.add_paragraph(style="Heading 2")
    add(heading, text_of(row, "title"))
    facts = document.add_paragraph()
    facts.paragraph_format.keep_with_next = True
    parts = [text_of(row, column) for column in ("date", "type", "coder")]
    add(facts, " · ".join([*filter(None, parts), text_of(row, "subject")]), size=9, color=QUIET)
    if text_of(row, "quote"):
        add(document.add_paragraph(style="Passage"), text_of(row, "quote"), italic=True)
        add(document.add_paragraph(style="Source line"), text_of(row, "document"))
    for block in markdown.blocks(text_of(row, "text")):
        _block(document, block)
    if text_of(row, "links"):
        links = document.add_paragraph()
        add(links, "Leads to: " + text_of(row, "links").replace("\n", "; "), size=9, color=QUIET)


def _block(document: WordDocument, block: markdown.Block) -> None:
    from docx.shared import Cm, Pt

    if block.kind == "rule":
        add(document.add_paragraph(), "* * *", color=QUIET)
        return
    paragraph = document.add_paragraph()
    form = paragraph.paragraph_format
    if block.kind in ("bullet", "number"):
        form.left_indent, form.first_line_indent = Cm(0.6 * (block.level + 1) + 0.1), Cm(-0.6)
        form.tab_stops.add_tab_stop(form.left_indent)
        form.space_after = Pt(2)
        add(paragraph, "•\t" if block.kind == "bullet" else f"{block.number}.\t")
    elif block.kind in ("quote", "code"):
        form.left_indent = Cm(0.8)
    elif block.kind == "heading":
        # bold only: headings of the outline are the memos' own
        form.keep_with_next = True
        form.space_before = Pt(8)
    for span in block.spans:
        run = add(
            paragraph,
            span.text,
            size={1: 11.5, 2: 11}.get(block.level) if block.kind == "heading" else None,
            bold=True if span.bold or block.kind == "heading" else None,
            italic=True if span.italic or block.kind == "quote" else None,
        )
        if span.code:
            run.font.name = _CODE_FONT
