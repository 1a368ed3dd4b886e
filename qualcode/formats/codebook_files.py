"""A codebook as a file, by the suffix of its name."""

from pathlib import Path

from ..domain.codebook_entries import PrintedCodebook
from ..domain.errors import BadInput
from ..domain.progress import SILENT, Progress

STYLES = ("cards", "tables")  # of a Word document: a card for each code, or a table for each theme
SUFFIXES = (".docx", ".xlsx", ".csv", ".pdf", ".html", ".md", ".json", ".qdc")


def write_codebook(
    book: PrintedCodebook,
    path: Path,
    *,
    style: str = "",
    language: str = "en",
    progress: Progress = SILENT,
) -> None:
    """Write the codebook by the suffix of `path`, one of `SUFFIXES`; all of them hold the same values.

    `style` (.docx only) is one of `STYLES`; `language` is that of the labels in files for people. The same codebook
    gives the same bytes. Raises `BadInput` for another suffix or style and for what a format cannot hold.
    """
    suffix = path.suffix.lower()
    if style not in ("", *STYLES):
        raise BadInput("“{style}” is no style. There are: {styles}.", style=style, styles=", ".join(STYLES))
    if style and suffix != ".docx":
        raise BadInput("A style is for a .docx. Leave it out, or write “{name}” as .docx.", name=path.name)
    match suffix:
        case ".docx":
            from .codebook_docx import write_codebook_docx

            write_codebook_docx(book, path, style=style or STYLES[0], language=language, progress=progress)
        case ".pdf":
            from .codebook_pdf import write_codebook_pdf

            write_codebook_pdf(book, path, language=language, progress=progress)
        case ".html":
            from .codebook_html import write_codebook_html

            write_codebook_html(book, path, language=language, progress=progress)
        case ".md":
            from .codebook_markdown import write_codebook_markdown

            write_codebook_markdown(book, path, language=language, progress=progress)
        case ".qdc":
            from .codebook_qdc import write_codebook_qdc

            write_codebook_qdc(book, path, progress=progress)
        case ".csv" | ".xlsx" | ".json":
            from .codebook_tables import write_codebook_table

            write_codebook_table(book, path, progress=progress)
        case _:
            raise BadInput(
                "A codebook can be written as {suffixes}, not as “{name}”.",
                suffixes=", ".join(SUFFIXES),
                name=path.name,
            )
