"""A codebook as a Word document that can be an appendix: contents, a card for each code or a table for each theme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..domain.codebook_entries import PrintedCodebook
from ..domain.progress import SILENT, Progress
from .codebook_cards import Card, Line, cards, front_lines, printable, runs_right_to_left
from .codebook_words import Words, words_of
from .word_fields import add_bookmark, add_field, element, write_contents
from .word_layout import DEEPEST, add_cells, add_head, ruled_table, style_headings
from .word_tables import QUIET, add, new_document, save_document

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph
else:
    WordDocument = Table = _Cell = Paragraph = Any

_LABEL_WIDTH, _PAGE_WIDTH = 3.6, 16.0  # centimetres
_TABLE_WIDTHS = (5.0, 7.2, 6.2, 7.0)
_LONG = 900  # characters of a value that may go on on the next page
_LISTED = 3  # of them in the contents


def write_codebook_docx(
    book: PrintedCodebook,
    path: Path,
    *,
    style: str = "cards",
    language: str = "en",
    progress: Progress = SILENT,
) -> None:
    """Write the codebook with `style` cards (a card for each code) or tables (one for each theme, on wide pages).

    Headings follow the levels of the codebook, so the outline is its tree; fields that are empty are left out.
    """
    words = words_of(language)
    shown = cards(book, words)
    title = f"{printable(book.study)}: {words.labels['codebook']}"
    document = new_document(title, book.date)
    _prepare(document, printable(book.study), words, wide=style == "tables")
    _title(document, book, words)
    write = _write_tables if style == "tables" else _write_cards
    write(document, shown, words, path.name, progress)
    save_document(document, path)


def _prepare(document: WordDocument, study: str, words: Words, *, wide: bool) -> None:
    """Page, headings of all levels, the header and the numbers in the footer."""
    from docx.enum.section import WD_ORIENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    section = document.sections[0]
    if wide:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
        section.left_margin = section.right_margin = Cm(2.1)
    style_headings(document)
    head = section.header.paragraphs[0]
    add(head, f"{study} · {words.labels['codebook']}", size=9, color=QUIET)
    foot = section.footer.paragraphs[0]
    for child in list(foot._p):
        if not child.tag.endswith("}pPr"):
            foot._p.remove(child)
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    before, _, rest = words.labels["page"].partition("{page}")
    between, _, after = rest.partition("{pages}")
    for text, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
        if text:
            add(foot, text, size=9, color=QUIET)
        if field:
            add_field(foot, field, "1")


def _title(document: WordDocument, book: PrintedCodebook, words: Words) -> None:
    add(document.add_paragraph(style="Title"), printable(book.study))
    subtitle = document.add_paragraph()
    add(subtitle, words.labels["codebook"], size=14, color=QUIET)
    for line in front_lines(book, words):
        add(document.add_paragraph(), line, color=QUIET)


# ── a card for each code ───────────────────────────────────────────────────────────────────────────────────
def _write_cards(document: WordDocument, shown: Sequence[Card], words: Words, name: str, progress: Progress) -> None:
    listed = [(card.level, card.name, _anchor(number)) for number, card in enumerate(shown) if card.level <= _LISTED]
    write_contents(document, listed, words.labels["contents"])
    for number, card in enumerate(shown):
        if number % 20 == 0:
            progress.tick(number, len(shown), name)
        heading = document.add_paragraph(style=f"Heading {min(card.level, DEEPEST)}")
        _name(heading, card)
        add_bookmark(heading, _anchor(number), number)
        facts = document.add_paragraph()
        facts.paragraph_format.keep_with_next = True
        _facts(facts, card, words)
        _card_table(document, card, words)


def _anchor(number: int) -> str:
    return f"_Toc{number:08d}"


def _name(paragraph: Paragraph, card: Card) -> None:
    add(paragraph, card.mark + " ", color=card.color[1:].upper())
    add(paragraph, card.name)


def _facts(paragraph: Paragraph, card: Card, words: Words) -> None:
    facts = [words.values[card.kind], *(line.text for line in card.counts)]
    add(paragraph, " · ".join(facts), size=9, color=QUIET)
    if card.above:
        add(paragraph, f"\n{card.above}", size=9, color=QUIET)


def _card_table(document: WordDocument, card: Card, words: Words) -> None:
    from docx.shared import Pt

    table = ruled_table(document, 2, (_LABEL_WIDTH, _PAGE_WIDTH - _LABEL_WIDTH))
    margins = element("tblCellMar")
    margins.append(element("left", w="0", type="dxa"))
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")  # the format wants them in its order
    for line in card.fields:
        cell = _row(table, line.label, len(line.text))
        _value(cell.paragraphs[0], line.text, italic=line.column in ("example", "near_miss"))
    if card.examples:
        cell = _row(table, words.labels["examples"])
        _examples(cell, card)
    if card.memo:
        _value(_row(table, card.memo.label, len(card.memo.text)).paragraphs[0], card.memo.text)
    cell = _row(table, words.labels["record"])
    _record(cell.paragraphs[0], card.record)
    gap = document.add_paragraph()
    gap.paragraph_format.space_after = Pt(2)
    gap.paragraph_format.line_spacing = Pt(4)


def _row(table: Table, label: str, length: int = _LONG) -> _Cell:
    """One more row with its label; short ones stay on one page. The cell for its value."""
    left, right = add_cells(table)
    if length < _LONG:
        table.rows[-1]._tr.get_or_add_trPr().append(element("cantSplit"))
    add(left.paragraphs[0], label, size=9, color=QUIET, bold=True)
    return right


def _examples(cell: _Cell, card: Card) -> None:
    for number, example in enumerate(card.examples):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        _value(paragraph, f"“{example.text}”", italic=True)
        add(paragraph, f" ({example.citation})", size=9, color=QUIET)


def _record(paragraph: Paragraph, lines: Iterable[Line]) -> None:
    add(paragraph, " · ".join(f"{line.label} {line.text}" for line in lines), size=7.5, color=QUIET)


def _value(paragraph: Paragraph, text: str, *, italic: bool = False) -> None:
    run = add(paragraph, text, italic=True if italic else None)
    if runs_right_to_left(text):
        after = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr")
        paragraph._p.get_or_add_pPr().insert_element_before(element("bidi"), *after)
        run.font.rtl = True


# ── a table for each theme ─────────────────────────────────────────────────────────────────────────────────
def _write_tables(document: WordDocument, shown: Sequence[Card], words: Words, name: str, progress: Progress) -> None:
    groups = _grouped(shown)
    titles = [group[0].name if heads else words.labels["ungrouped"] for heads, group in groups]
    listed = [(1, title, _anchor(number)) for number, title in enumerate(titles)]
    write_contents(document, listed, words.labels["contents"])
    done = 0
    for number, ((heads, group), title) in enumerate(zip(groups, titles, strict=True)):
        heading = document.add_paragraph(style="Heading 1")
        if heads:
            _name(heading, group[0])
        else:
            add(heading, title)
        add_bookmark(heading, _anchor(number), number)
        table = ruled_table(document, len(_TABLE_WIDTHS), _TABLE_WIDTHS)
        add_head(table, [words.labels[label] for label in ("code_column", "meaning", "rules", "evidence")])
        for card in group:
            if done % 20 == 0:
                progress.tick(done, len(shown), name)
            done += 1
            _table_row(table, card, words)


def _grouped(shown: Sequence[Card]) -> list[tuple[bool, list[Card]]]:
    """Each theme of the top with all below it; codes that stand alone at the top together, where the first stands."""
    groups: list[tuple[bool, list[Card]]] = []
    alone: list[Card] | None = None
    for number, card in enumerate(shown):
        below = number + 1 < len(shown) and shown[number + 1].level > card.level
        if card.level > 1:
            groups[-1][1].append(card)
        elif card.kind == "theme" or below:
            groups.append((True, [card]))
        elif alone is None:
            alone = [card]
            groups.append((False, alone))
        else:
            alone.append(card)
    return groups


_MEANING = ("definition", "full_definition", "concept", "boundary")
_RULES = ("include", "exclude", "near_miss", "counter_search")


def _table_row(table: Table, card: Card, words: Words) -> None:
    from docx.shared import Cm

    code, meaning, rules, evidence = add_cells(table)
    first = code.paragraphs[0]
    first.paragraph_format.left_indent = Cm(0.35 * min(card.level - 1, 6))
    add(first, card.mark + " ", color=card.color[1:].upper())
    add(first, card.name, bold=True)
    facts = code.add_paragraph()
    _facts(facts, card, words)
    own = {line.column: line for line in card.fields}
    for cell, columns in ((meaning, _MEANING), (rules, _RULES)):
        _labelled(cell, [own[column] for column in columns if column in own])
    rest = [line for line in card.fields if line.column not in (*_MEANING, *_RULES)]
    _labelled(evidence, rest)
    if card.examples:
        _label(_next(evidence), words.labels["examples"])
        for example in card.examples:
            paragraph = evidence.add_paragraph()
            _value(paragraph, f"“{example.text}”", italic=True)
            add(paragraph, f" ({example.citation})", size=9, color=QUIET)
    if card.memo:
        _labelled(evidence, [card.memo])
    _record(code.add_paragraph(), card.record)


def _labelled(cell: _Cell, lines: Iterable[Line]) -> None:
    for line in lines:
        paragraph = _next(cell)
        _label(paragraph, line.label)
        if runs_right_to_left(line.text):  # else the label would stand at the right, too
            paragraph = cell.add_paragraph()
        _value(paragraph, line.text, italic=line.column == "example")


def _label(paragraph: Paragraph, label: str) -> None:
    add(paragraph, f"{label}: ", size=9, color=QUIET, bold=True)


def _next(cell: _Cell) -> Paragraph:
    """The paragraph of a cell to write into: its first one while that is empty, else one more."""
    first: Paragraph = cell.paragraphs[0]
    return first if len(cell.paragraphs) == 1 and not first.text else cell.add_paragraph()
