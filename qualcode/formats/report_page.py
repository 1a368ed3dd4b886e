"""A report as one web page: no script, nothing from elsewhere, light and dark, and it prints."""

import base64
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

from ..domain.palette import swatch
from . import report_parts as parts
from .sheets import replacing
from .web_pages import opening
from .word_tables import MARKS

_LISTED = 2  # levels of headings in the contents
_CJK = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")  # no serifs for these
_STYLE = """
main { max-width: 860px; }
article p { margin: 6px 0; white-space: pre-line; }
article h2 { font-size: 20px; margin: 0 0 12px; } article h3 { font-size: 17px; margin: 28px 0 6px; }
article h4 { font-size: 15px; margin: 20px 0 4px; }
.quiet { color: var(--ink2); font-size: 13px; } .around { color: var(--ink2); }
article blockquote { margin: 14px 0; } blockquote.cjk { font-family: inherit; }
table { border-collapse: collapse; width: 100%; font-size: 13px; margin: 8px 0 16px; }
th, td { border-bottom: 1px solid var(--line); padding: 6px 8px; text-align: left; vertical-align: top;
  white-space: pre-line; }
th { color: var(--ink2); } th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
figure { margin: 12px 0; } figure img { max-width: 100%; height: auto; background: #FFFFFF; border-radius: 6px; }
figure.wide { overflow-x: auto; } figure.wide img { max-width: none; }
nav .l2 { padding-left: 14px; }
@media print { h2, h3, h4 { break-after: avoid; } tr, figure { break-inside: avoid; }
  figure.wide img { max-width: 100%; } }
"""


def write_report_html(report: parts.Report, path: Path, language: str = "en") -> None:
    """Write the report; the same one gives the same bytes. `language` is that of its words (BCP 47)."""
    page = "".join(_page(report, language))
    with replacing(path) as temporary:
        temporary.write_text(page, "utf-8", newline="\n")


def _page(report: parts.Report, language: str) -> Iterator[str]:
    yield opening(language, report.title, _STYLE)
    yield f"\n<header>\n<h1>{escape(report.title)}</h1>\n"
    for line in report.lines:
        yield f"<p>{escape(line)}</p>\n"
    yield '</header>\n<div class="page">\n<nav>\n<ul>\n'
    for number, part in enumerate(report.parts):
        if isinstance(part, parts.Heading) and part.level <= _LISTED:
            yield f'<li class="l{part.level}"><a href="#p{number}">{escape(part.text)}</a></li>\n'
    yield "</ul>\n</nav>\n<main>\n"
    opened = False
    for number, part in enumerate(report.parts):
        if isinstance(part, parts.Heading) and part.level == 1:
            yield "</article>\n" * opened + "<article>\n"
            opened = True
        yield _part(part, number)
    yield "</article>\n" * opened + "</main>\n</div>\n</body>\n</html>\n"


def _part(part: parts.Part, number: int) -> str:
    match part:
        case parts.Heading():
            level = min(part.level, 3) + 1
            mark = _mark(part.color) if part.color else ""
            return f'<h{level} id="p{number}">{mark}{escape(part.text)}</h{level}>\n'
        case parts.Paragraph():
            label = f"<strong>{escape(part.label)}</strong> " if part.label else ""
            return f"<p{' class=quiet' if part.quiet else ''}>{label}{escape(part.text)}</p>\n"
        case parts.Table():
            return _table(part)
        case parts.Quote():
            before = f'<span class="around">{escape(part.before)} </span>' if part.before else ""
            after = f'<span class="around"> {escape(part.after)}</span>' if part.after else ""
            words = f"<p>{before}{escape(part.text)}{after}</p>"
            kind = ' class="cjk"' if _CJK.search(part.text) else ""
            return f"<blockquote{kind}>{words}<cite>{escape(part.source)}</cite></blockquote>\n"
        case parts.Picture():
            data = base64.b64encode(part.svg).decode("ascii")
            image = f'<img src="data:image/svg+xml;base64,{data}" alt="{escape(part.alt)}">'
            return f"<figure{' class=wide' if part.turned else ''}>{image}</figure>\n"


def _mark(color: str) -> str:
    """The mark of a code in its colour, light and dark."""
    known = swatch(color)
    return f'<span class="mark" style="--light:{escape(color)};--dark:{known.dark}">{MARKS[known.mark]}</span> '


def _table(part: parts.Table) -> str:
    total = sum(part.widths)
    columns = "".join(f'<col style="width:{100 * width / total:.1f}%">' for width in part.widths)
    kinds = [" class=number" if place in part.numbers else "" for place in range(len(part.columns))]
    head = "".join(
        f'<th scope="col"{kind}>{escape(column)}</th>' for column, kind in zip(part.columns, kinds, strict=True)
    )
    rows = "".join(f"<tr>{_cells(row, kinds, part.named)}</tr>\n" for row in part.rows)
    return f"<table><colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table>\n"


def _cells(row: tuple[str, ...], kinds: list[str], named: bool) -> str:
    told = [f"<td{kind}>{escape(cell)}</td>" for cell, kind in zip(row, kinds, strict=True)]
    if named:
        told[0] = f'<th scope="row">{escape(row[0])}</th>'
    return "".join(told)
