"""Quotes for people: as a Word document and as a web page, each with its source, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from .sheets import replacing
from .web_pages import opening
from .word_tables import QUIET, add, front, new_document, save_document


@dataclass(frozen=True, slots=True)
class PrintedQuote:
    """The words of a quote and its source; `before` and `after` are what stands around it in its turn, with
    the blanks between."""

    text: str
    source: str
    before: str = ""
    after: str = ""


def write_quotes(quotes: Sequence[PrintedQuote], path: Path, title: str, lines: Sequence[str], date: str = "") -> None:
    """Write the quotes below a title and lines that say what they are; the suffix (.docx, .html) says how."""
    if path.suffix.lower() == ".docx":
        _write_docx(quotes, path, title, lines, date)
        return
    with replacing(path) as temporary:
        temporary.write_text(_page(quotes, title, lines), "utf-8", newline="\n")


def _write_docx(quotes: Sequence[PrintedQuote], path: Path, title: str, lines: Sequence[str], date: str) -> None:
    document = new_document(title, date)
    front(document, title, lines)
    for quote in quotes:
        passage = document.add_paragraph(style="Passage")
        if quote.before:
            add(passage, quote.before, color=QUIET)
        add(passage, quote.text)
        if quote.after:
            add(passage, quote.after, color=QUIET)
        add(document.add_paragraph(style="Source line"), quote.source)
    save_document(document, path)


def _page(quotes: Sequence[PrintedQuote], title: str, lines: Sequence[str]) -> str:
    told = "".join(f'<p dir="auto">{escape(line)}</p>' for line in lines if line)
    pieces = [
        opening("en", title, "\n.around { color: var(--ink2); }\n"),
        f'<header><h1 dir="auto">{escape(title)}</h1>{told}</header><main><article>',
    ]
    for quote in quotes:
        before = f'<span class="around">{escape(quote.before)}</span>' if quote.before else ""
        after = f'<span class="around">{escape(quote.after)}</span>' if quote.after else ""
        words = f'<p dir="auto">{before}{escape(quote.text)}{after}</p>'
        pieces.append(f'<blockquote>{words}<cite dir="auto">{escape(quote.source)}</cite></blockquote>')
    return "\n".join([*pieces, "</article></main></body></html>\n"])
