"""Writing an audit trail: as a table (.csv, .xlsx), as records with a head (.json), and to be read (.docx, .html)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from ..domain.progress import SILENT, Progress
from .codebook_cards import printable
from .losses import counted
from .sheets import replacing, write_table

SUFFIXES = (".csv", ".xlsx", ".json", ".docx", ".html")
Row = Mapping[str, object]
_NOTE = (
    "Each step's digest covers the digest before it, the step itself and the rows it left, so that a step that is "
    "changed, left out or put in afterwards breaks the chain. Times are UTC."
)


def write_audit(
    head: Row, columns: Sequence[str], rows: Sequence[Row], path: Path, *, date: str = "", progress: Progress = SILENT
) -> None:
    """Write an audit trail by the suffix of `path`, one of `SUFFIXES`.

    `head` says by name what it is (study, steps, digest chain, last digest …); a .csv has no place for it. No text of
    a table is taken for a formula. The same head, rows and date give the same bytes.
    """
    suffix = path.suffix.lower()
    progress.tick(0, len(rows), path.name)
    if suffix == ".json":
        _write_json(head, rows, path)
    elif suffix == ".docx":
        _write_docx(head, rows, path, date, progress)
    elif suffix == ".html":
        with replacing(path) as temporary:
            temporary.write_text("\n".join(_page(head, rows, date)), encoding="utf-8", newline="\n")
    else:
        cells = ([row[column] for column in columns] for row in rows)
        write_table(columns, cells, path, "history", about=head, date=date, progress=progress)


def _write_json(head: Row, rows: Sequence[Row], path: Path) -> None:
    told = json.dumps({"about": dict(head), "steps": [dict(row) for row in rows]}, ensure_ascii=False, indent=1)
    with replacing(path) as temporary:
        temporary.write_text(told + "\n", encoding="utf-8", newline="\n")


def _title(head: Row) -> str:
    of = f": {head['of']}" if head.get("of") else ""
    return f"Audit trail of {head['study']}{of}"


def _head_lines(head: Row, date: str) -> list[tuple[str, str]]:
    lines = [(name.capitalize(), str(value)) for name, value in head.items() if name not in ("study", "of")]
    return [*lines, ("As of", date)] if date else lines


def _by_day(rows: Sequence[Row]) -> Iterator[tuple[str, Iterable[Row]]]:
    return groupby(rows, key=lambda row: str(row["time"])[:10])


def _facts(row: Row) -> str:
    facts = [str(row["coder"]), str(row["action"])]
    if row["reverts"] is not None:
        facts.append(f"takes back step {row['reverts']}")
    if row["undone"]:
        facts.append("undone")
    return " · ".join(facts)


def _write_docx(head: Row, rows: Sequence[Row], path: Path, date: str, progress: Progress) -> None:
    from docx.shared import Cm, Pt

    from .word_tables import QUIET, add, front, new_document, save_document

    title = _title(head)
    document = new_document(title, date)
    front(document, title, [f"{name}: {value}" for name, value in _head_lines(head, date)])
    add(document.add_paragraph(), _NOTE, size=9, color=QUIET)
    done = 0
    for day, found in _by_day(rows):
        steps = list(found)
        add(document.add_paragraph(style="Heading 2"), day)
        for row in steps:
            paragraph = document.add_paragraph()
            form = paragraph.paragraph_format
            form.left_indent, form.first_line_indent, form.space_after = Cm(2.6), Cm(-2.6), Pt(4)
            form.tab_stops.add_tab_stop(Cm(1.2))
            form.tab_stops.add_tab_stop(Cm(2.6))
            add(paragraph, f"{row['number']}\t{str(row['time'])[11:16]}\t", size=9, color=QUIET)
            words = add(paragraph, str(row["summary"]))
            words.font.strike = True if row["undone"] else None
            if row["reason"]:
                add(paragraph, f"\n{row['reason']}", italic=True)
            add(paragraph, f"\n{_facts(row)}", size=9, color=QUIET)
            add(paragraph, f"\n{row['digest']}", size=7, color=QUIET)
        done += len(steps)
        progress.tick(done, len(rows), path.name)
    save_document(document, path)


# the colours of the window, light and dark
_STYLE = """
:root { color-scheme: light dark; --window: #F1F0ED; --paper: #FFFFFF; --line: #E0DED9; --ink: #1D1F21;
  --ink2: #50545A; --good: #1C6443; --danger: #A9271F; }
@media (prefers-color-scheme: dark) { :root { --window: #17181A; --paper: #1B1C1F; --line: #33363B; --ink: #E4E2DD;
  --ink2: #B9BBBF; --good: #7FCBA4; --danger: #F2958C; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1100px; padding: 24px; background: var(--window); color: var(--ink);
  overflow-wrap: anywhere;
  font: 15px/1.5 system-ui, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { margin: 0 0 12px; font-size: 26px; line-height: 1.25; }
h2 { margin: 24px 0 8px; font-size: 13px; color: var(--ink2); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 0 0 12px; }
dt, .note, .facts, .digest, time, .number { color: var(--ink2); font-size: 12px; }
dd { margin: 0; }
dt { padding-top: 3px; }
.intact { color: var(--good); } .broken { color: var(--danger); font-weight: bold; }
ol { margin: 0; padding: 0; list-style: none; background: var(--paper); border: 1px solid var(--line);
  border-radius: 10px; }
li { display: grid; grid-template-columns: 48px 48px 1fr; gap: 0 8px; padding: 8px 16px;
  border-top: 1px solid var(--line); font-variant-numeric: tabular-nums; }
li:first-child { border-top: 0; }
li p { margin: 0; }
.number, time { padding-top: 3px; }
.undone { text-decoration: line-through; color: var(--ink2); }
.reason { font-style: italic; }
:lang(zh) .reason { font-style: normal; }
.digest { font: 11px/1.4 ui-monospace, Consolas, monospace; }
@media (max-width: 560px) { body { padding: 12px; } li { grid-template-columns: 40px 1fr; }
  li div { grid-column: 1 / 3; } }
@page { margin: 2cm; }
@media print {
  :root { --window: #FFFFFF; --paper: #FFFFFF; --ink: #000000; --ink2: #444444; --line: #CCCCCC; }
  body { max-width: none; padding: 0; font-size: 10.5pt; } ol { border: 0; } li { padding: 4pt 0; break-inside: avoid; }
  h2 { break-after: avoid; }
}
"""


def _page(head: Row, rows: Sequence[Row], date: str) -> Iterator[str]:
    title = _safe(_title(head))
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1 dir="auto">{title}</h1>\n<dl>'
    )
    for name, value in _head_lines(head, date):
        state = ""
        if name == "Digest chain":
            state = ' class="intact"' if value == "intact" else ' class="broken"'
        yield f"<dt>{_safe(name)}</dt><dd{state}>{_safe(value)}</dd>"
    yield f'</dl>\n<p class="note">{_safe(_NOTE)}</p>'
    for day, found in _by_day(rows):
        steps = list(found)
        yield f'<h2>{_safe(day)} · {counted(len(steps), "step")}</h2>\n<ol aria-label="{_safe(day)}">'
        yield from map(_item, steps)
        yield "</ol>"
    yield "</body>\n</html>\n"


def _item(row: Row) -> str:
    undone = ' class="undone"' if row["undone"] else ""
    reason = f'<p class="reason" dir="auto">{_safe(row["reason"])}</p>' if row["reason"] else ""
    return (
        f'<li><span class="number">{row["number"]}</span><time datetime="{_safe(row["time"])}">'
        f'{_safe(str(row["time"])[11:16])}</time><div><p{undone} dir="auto">{_safe(row["summary"])}</p>{reason}'
        f'<p class="facts" dir="auto">{_safe(_facts(row))}</p><p class="digest">{_safe(row["digest"])}</p></div></li>'
    )


def _safe(value: object) -> str:
    return escape(printable(str(value)), quote=True)
