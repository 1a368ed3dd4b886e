"""Where the pages of a report break: no caption stands alone at the foot of one."""

from pathlib import Path

import docx
import pypdf

from qualcode.formats.report_parts import Heading, Paragraph, Report, Table
from qualcode.formats.report_print import write_report_pdf
from qualcode.formats.report_word import write_report_docx

TABLE = Table(("code", "cases"), (("first row", "1"), ("second row", "2")), (1.0, 1.0))


def report(lines: int) -> Report:
    """A table with its heading and caption below so many lines."""
    above = [Paragraph("Something was said here.") for _ in range(lines)]
    parts = (*above, Heading(2, "Table 1. Matrix"), Paragraph("Rule: spans.", quiet=True), TABLE)
    return Report("Report", (), "2026-11-24", {"basket": parts})


def test_a_table_begins_on_the_page_of_its_heading(tmp_path: Path) -> None:
    begun = set()
    for lines in range(29, 41):  # from where all have room on the first page to where none has
        write_report_pdf(report(lines), tmp_path / "report.pdf")
        pages = [page.extract_text() for page in pypdf.PdfReader(tmp_path / "report.pdf").pages]
        heading, row = (
            next(number for number, text in enumerate(pages) if words in text)
            for words in ("Rule: spans.", "first row")
        )
        assert heading == row, f"below {lines} lines"
        begun.add(row)
    assert len(begun) == 2, "a page ended somewhere there"


def test_in_word_a_caption_is_kept_with_its_table(tmp_path: Path) -> None:
    write_report_docx(report(1), tmp_path / "report.docx")
    kept = {one.text: one.paragraph_format.keep_with_next for one in docx.Document(tmp_path / "report.docx").paragraphs}
    assert kept["Rule: spans."] is True
    assert kept["Something was said here."] is None
