"""The quotes of the table *segments* as one web page: by code, each with its source, nothing fetched; it prints."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path

from ..domain.progress import SILENT, Progress
from .losses import counted
from .sheets import replacing
from .web_pages import opening
from .word_tables import Row, day_text, said_lines, source_line, text_of


def write_segments_html(
    rows: Iterable[Row], path: Path, title: str, *, date: str = "", progress: Progress = SILENT
) -> int:
    """Write the quotes grouped by code, as they first appear; their number."""
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        grouped.setdefault(text_of(row, "code"), []).append(row)
    total = sum(map(len, grouped.values()))
    summary = " · ".join([counted(total, "coding"), counted(len(grouped), "code"), *([day_text(date)] if date else [])])
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8", newline="\n") as file:
        for number, piece in enumerate(_page(grouped, title, summary)):
            if number % 500 == 0:
                progress.tick(number, total, path.name)
            file.write(piece + "\n")
    return total


def _page(grouped: Mapping[str, list[Row]], title: str, summary: str) -> Iterator[str]:
    yield opening("en", title)
    yield f'<header><h1 dir="auto">{escape(title)}</h1><p>{escape(summary)}</p></header>'
    yield '<div class="page"><nav aria-label="Contents"><h2>Contents</h2><ul>'
    for number, (code, found) in enumerate(grouped.items()):
        count = f'<span class="facts">{len(found):,}</span>'
        yield f'<li><a href="#code-{number}"><bdi>{escape(code)}</bdi> {count}</a></li>'
    yield "</ul></nav><main>"
    for number, (code, found) in enumerate(grouped.items()):
        yield f'<article id="code-{number}"><h2 class="name"><bdi>{escape(code)}</bdi></h2>'
        yield f'<p class="facts">{escape(counted(len(found), "coding"))}</p>'
        for row in found:
            yield _quote(row)
        yield "</article>"
    yield "</main></div></body></html>"


def _quote(row: Row) -> str:
    said = [text_of(row, "comment"), *said_lines(row)]
    below = "".join(f'<p class="said" dir="auto">{escape(line)}</p>' for line in said if line)
    source = f"<cite>{escape(source_line(row))}</cite>"
    return f'<blockquote><p dir="auto">{escape(text_of(row, "text"))}</p>{source}{below}</blockquote>'
