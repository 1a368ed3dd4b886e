"""Word documents people print and send: the segments grouped by code, and what all such documents share."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..domain.progress import SILENT, Progress
from .links import JUST, NO_QUESTION
from .losses import counted
from .sheets import replacing

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run
else:
    WordDocument = Paragraph = Run = Any

Row = Mapping[str, object]

_FONT, _EAST_ASIAN_FONT, _COMPLEX_FONT = "Calibri", "Microsoft YaHei", "Arial"
_INK, QUIET = "1F2328", "5B6470"
MARKS = {"circle": "●", "square": "■", "diamond": "◆"}
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)


def write_segments_docx(
    rows: Iterable[Row],
    path: Path,
    title: str,
    *,
    notes: Sequence[str] = (),
    date: str = "",
    progress: Progress = SILENT,
) -> int:
    """Write the quotes of the table *segments* grouped by code, as they first appear; their number."""
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        grouped.setdefault(text_of(row, "code"), []).append(row)
    total = sum(len(found) for found in grouped.values())
    document = new_document(title, date)
    summary = [counted(total, "coding"), counted(len(grouped), "code")]
    front(document, title, [" · ".join([*summary, *([day_text(date)] if date else [])]), *notes])
    done = 0
    for code, found in grouped.items():
        heading = document.add_paragraph(style="Heading 2")
        add(heading, code)
        add(heading, "  " + counted(len(found), "coding"), size=10, color=QUIET, bold=False)
        for row in found:
            done += 1
            if done % 100 == 0:
                progress.tick(done, total, path.name)
            _segment(document, row)
    save_document(document, path)
    return total


def text_of(row: Row, column: str) -> str:
    """What a row says in a column; nothing for None and NaN."""
    value = row.get(column)
    if value is None or value != value:  # noqa: PLR0124  NaN, the empty cell of a data frame, is not itself
        return ""
    return _FORBIDDEN.sub("", str(value)).strip()


def new_document(title: str, date: str) -> WordDocument:
    """An empty document with our styles, on A4."""
    import docx
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt, RGBColor

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.3), Cm(2.2)
    normal = document.styles["Normal"]
    _set_font(normal, 10.5, _INK, bold=False)
    normal.paragraph_format.space_after = Pt(4)
    normal.paragraph_format.line_spacing = 1.15
    for name, size, before, after in (
        ("Title", 24, 0, 4),
        ("Heading 1", 16, 22, 4),
        ("Heading 2", 12.5, 14, 3),
    ):
        style = document.styles[name]
        _set_font(style, size, _INK, bold=True)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.keep_with_next = True
        borders = style.element.pPr.find(named("pBdr")) if style.element.pPr is not None else None
        if borders is not None:
            style.element.pPr.remove(borders)
    quote = document.styles.add_style("Passage", WD_STYLE_TYPE.PARAGRAPH)
    quote.base_style = normal
    quote.paragraph_format.left_indent = Cm(0.6)
    quote.paragraph_format.space_before = Pt(6)
    quote.paragraph_format.space_after = Pt(1)
    quote.paragraph_format.keep_with_next = True
    source = document.styles.add_style("Source line", WD_STYLE_TYPE.PARAGRAPH)
    source.base_style = normal
    source.font.size, source.font.color.rgb = Pt(9), RGBColor.from_string(QUIET)
    source.paragraph_format.left_indent = Cm(0.6)
    source.paragraph_format.space_after = Pt(6)
    _page_numbers(section.footer.paragraphs[0])
    properties = document.core_properties
    properties.title, properties.author, properties.comments = _FORBIDDEN.sub("", title), "", ""
    properties.created = properties.modified = _moment(date)
    properties.last_modified_by = ""
    return document


def named(tag: str) -> str:
    """A name of the format in its namespace."""
    from docx.oxml.ns import qn

    return str(qn(f"w:{tag}"))


def _set_font(style: Any, size: float, color: str, *, bold: bool) -> None:
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), bold
    style.font.color.rgb = RGBColor.from_string(color)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        if attribute.endswith("Theme"):  # a theme font would win over the named one
            del fonts.attrib[attribute]
    fonts.set(named("hAnsi"), _FONT)
    fonts.set(named("eastAsia"), _EAST_ASIAN_FONT)
    fonts.set(named("cs"), _COMPLEX_FONT)


def add(
    paragraph: Paragraph,
    text: str,
    *,
    size: float | None = None,
    color: str = "",
    bold: bool | None = None,
    italic: bool | None = None,
) -> Run:
    """Add words to a paragraph; what is None is as its style says."""
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(_FORBIDDEN.sub("", text))
    run.bold, run.italic = bold, italic
    if size:
        run.font.size = Pt(size)
    if color:
        run.font.color.rgb = RGBColor.from_string(color)
    return run


def front(document: WordDocument, title: str, lines: Sequence[str]) -> None:
    """The title and lines below it."""
    add(document.add_paragraph(style="Title"), title)
    for line in lines:
        if line:
            add(document.add_paragraph(), line, color=QUIET)


def _segment(document: WordDocument, row: Row) -> None:
    from docx.shared import Cm

    add(document.add_paragraph(style="Passage"), text_of(row, "text"))
    add(document.add_paragraph(style="Source line"), source_line(row))
    if text_of(row, "comment"):
        comment = document.add_paragraph(style="Source line")
        comment.paragraph_format.left_indent = Cm(1.2)
        add(comment, text_of(row, "comment"), italic=True)
    for line in said_lines(row):
        said_line = document.add_paragraph(style="Source line")
        said_line.paragraph_format.left_indent = Cm(1.2)
        add(said_line, line)


def source_line(row: Row) -> str:
    """Where a segment stands, whose words they are, who coded them, and how."""
    where = text_of(row, "document")
    if text_of(row, "turn"):
        where += f", turn {text_of(row, 'turn').removesuffix('.0')}"
    parts = [
        where,
        text_of(row, "speaker"),
        text_of(row, "case"),
        f"coded by {text_of(row, 'coder')}" * bool(text_of(row, "coder")),
    ]
    if text_of(row, "weight"):
        parts.append(f"weight {text_of(row, 'weight').removesuffix('.0')}")
    parts += [text_of(row, "certainty"), text_of(row, "mark").replace("-", " ")]
    return " · ".join(dict.fromkeys(part for part in parts if part))


def said_lines(row: Row) -> list[str]:
    """What is to be discussed about a segment, what is a new facet in it, where it is used, and its links."""
    asked = text_of(row, "discuss")
    said = ["to discuss" + f": {asked}" * (asked != NO_QUESTION)] if asked else []
    for column, label in (("facet", "new facet"), ("used", "used in a draft")):
        told = text_of(row, column)
        said += [label + f": {told}" * (told != JUST)] if told else []
    links = text_of(row, "links").split("\n") * bool(text_of(row, "links"))
    return said + [line.replace(" -> ", " → ", 1).replace(" <- ", " ← ", 1) for line in links]


def _page_numbers(paragraph: Paragraph) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement

    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    field = OxmlElement("w:fldSimple")
    field.set(named("instr"), "PAGE")
    paragraph._p.append(field)


def _moment(date: str) -> datetime:
    try:
        found = datetime.fromisoformat(date)
    except ValueError:
        return _NO_DATE
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def day_text(date: str) -> str:
    """A date as its ISO day."""
    return _moment(date).date().isoformat()


def save_document(document: WordDocument, path: Path) -> None:
    """Save with the zip's own dates fixed, so that the same content gives the same bytes."""
    raw = io.BytesIO()
    document.save(raw)
    with (
        replacing(path) as temporary,
        zipfile.ZipFile(raw) as source,
        zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.infolist():
            fixed = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            fixed.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(fixed, source.read(entry))
