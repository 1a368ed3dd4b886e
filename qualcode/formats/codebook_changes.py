"""The changes of a codebook as a document: Word, web page or Markdown, with old and new words marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

from ..domain.codebook_diff import (
    ADDED,
    CHANGE_NAMES,
    FIELD_NAMES,
    MERGED,
    REMOVED,
    SPLIT,
    Cause,
    Entry,
    Told,
    counts,
    entries,
)
from ..domain.differences import CAME, GONE, SAME, Piece
from .sheets import replacing

_GONE, _CAME = "A9271F", "1C6443"
_WHOLE = (ADDED, REMOVED, MERGED, SPLIT)  # changes of a code as a whole, not of a field


@dataclass(frozen=True, slots=True)
class Front:
    """What stands at the top: the study's name, the two moments in words, the day of the file."""

    title: str
    since: str
    until: str
    date: str


def write_changes_file(told: Sequence[Told], path: Path, front: Front) -> None:
    """Write changes, in their order, to a file .docx, .html or .md."""
    writers = {".docx": _write_docx, ".html": _write_html, ".md": _write_markdown}
    writers[path.suffix.lower()](told, path, front)


def _lines(told: Sequence[Told], front: Front) -> list[str]:
    found = counts(told)
    what = (
        " · ".join(f"{number} {CHANGE_NAMES[change].lower()}" for change, number in found.items())
        or "Nothing has changed."
    )
    return [f"From {front.since} to {front.until}", what]


def _groups(told: Sequence[Told]) -> Iterable[tuple[str, list[Entry]]]:
    for change, found in groupby(entries(told), key=lambda one: one.change):
        yield f"{CHANGE_NAMES[change]}", list(found)


def whole(one: Told) -> str:
    """What happened to a code as a whole, behind its name: “→ Power > trust”; nothing for a field."""
    return f"→ {one.after}" if one.change in (MERGED, SPLIT) and one.after else ""


def fields(entry: Entry) -> list[tuple[str, list[Piece]]]:
    """The fields of an entry with what went and what came; all that is written of a code that came or went."""
    if entry.change in _WHOLE:
        return [(str(FIELD_NAMES[field]), [Piece(SAME, text)]) for one in entry.told for field, text in one.filled]
    if entry.change == "moved":
        return [
            (str(FIELD_NAMES[one.field]), _replaced(one.before or "(top)", one.after or "(top)")) for one in entry.told
        ]
    if entry.change in ("renamed", "stage", "recoloured", "reordered"):
        return [(str(FIELD_NAMES[one.field]), _replaced(one.before, one.after)) for one in entry.told]
    return [(str(FIELD_NAMES[one.field]), one.pieces) for one in entry.told]


def _replaced(before: str, after: str) -> list[Piece]:
    """A short value and the one in its place, each whole."""
    return [Piece(GONE, before), Piece(SAME, " → "), Piece(CAME, after)]


def _cause(cause: Cause) -> str:
    told = [f"Step {cause.step}", cause.time[:16].replace("T", " "), cause.coder, cause.what]
    return " · ".join(filter(None, (*told, f"Why: {cause.why}" if cause.why else "")))


# ── Word ──
def _write_docx(told: Sequence[Told], path: Path, front: Front) -> None:
    from .word_tables import QUIET, add, new_document, save_document
    from .word_tables import front as title_page

    document = new_document(f"Codebook changes: {front.title}", front.date)
    title_page(document, f"Codebook changes: {front.title}", _lines(told, front))
    for name, found in _groups(told):
        add(document.add_paragraph(style="Heading 1"), name)
        for entry in found:
            heading = document.add_paragraph(style="Heading 2")
            add(heading, entry.code)
            for one in entry.told:
                if whole(one):
                    add(heading, f"  {whole(one)}", bold=False)
            if entry.kind == "theme":
                add(heading, "  theme", size=9, color=QUIET, bold=False)
            for label, pieces in fields(entry):
                paragraph = document.add_paragraph()
                add(paragraph, f"{label}: ", color=QUIET)
                for piece in pieces:
                    run = add(paragraph, piece.text, color={GONE: _GONE, CAME: _CAME}.get(piece.kind, ""))
                    run.font.strike, run.font.underline = piece.kind == GONE, piece.kind == CAME
            for cause in entry.causes:
                add(document.add_paragraph(style="Source line"), _cause(cause))
    save_document(document, path)


# ── web page ──
_STYLE = """
:root { color-scheme: light dark; }
body { font: 15px/1.55 system-ui, sans-serif; max-width: 46rem; margin: 2.5rem auto; padding: 0 1.25rem;
  color: light-dark(#1D1F21, #E4E2DD); background: light-dark(#FFFFFF, #1B1C1F); }
h1 { font-size: 1.6rem; margin-bottom: .25rem; } h2 { font-size: 1.15rem; margin: 2.2rem 0 .4rem; }
h3 { font-size: 1rem; margin: 1.4rem 0 .2rem; } p { margin: .3rem 0; white-space: pre-wrap; }
.quiet { color: light-dark(#50545A, #B9BBBF); font-size: .85rem; font-weight: normal; }
del { color: light-dark(#A9271F, #F2958C); background: light-dark(#FBE7E4, #43211F); }
ins { color: light-dark(#1C6443, #7FCBA4); background: light-dark(#E2F2E9, #1B3529); }
@media print { h3 { break-after: avoid; } }
"""


def _write_html(told: Sequence[Told], path: Path, front: Front) -> None:
    title = escape(f"Codebook changes: {front.title}")
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="en"><head><meta charset="utf-8"><title>{title}</title>',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<style>{_STYLE}</style></head><body><main>",
        f"<h1>{title}</h1>",
        *(f'<p class="quiet">{escape(line)}</p>' for line in _lines(told, front)),
    ]
    for name, found in _groups(told):
        parts.append(f"<section><h2>{escape(name)}</h2>")
        for entry in found:
            into = "".join(f" {escape(whole(one))}" for one in entry.told if whole(one))
            kind = ' <span class="quiet">theme</span>' if entry.kind == "theme" else ""
            parts.append(f"<article><h3>{escape(entry.code)}{into}{kind}</h3>")
            for label, pieces in fields(entry):
                parts.append(f'<p><span class="quiet">{escape(label)}:</span> {"".join(map(_tagged, pieces))}</p>')
            parts += [f'<p class="quiet">{escape(_cause(cause))}</p>' for cause in entry.causes]
            parts.append("</article>")
        parts.append("</section>")
    parts.append("</main></body></html>")
    with replacing(path) as temporary:
        temporary.write_text("\n".join(parts) + "\n", "utf-8", newline="\n")


def _tagged(piece: Piece) -> str:
    tag = {GONE: "del", CAME: "ins"}.get(piece.kind)
    words = escape(piece.text)
    return f"<{tag}>{words}</{tag}>" if tag else words


# ── Markdown ──
def _write_markdown(told: Sequence[Told], path: Path, front: Front) -> None:
    lines = [f"# {_plain(f'Codebook changes: {front.title}')}", ""]
    for line in _lines(told, front):
        lines += [_plain(line), ""]
    for name, found in _groups(told):
        lines += [f"## {name}", ""]
        for entry in found:
            into = "".join(f" {_plain(whole(one))}" for one in entry.told if whole(one))
            lines += [f"### {_plain(entry.code)}{into}{' (theme)' if entry.kind == 'theme' else ''}", ""]
            for label, pieces in fields(entry):
                lines += [f"{label}: {''.join(map(_marked, pieces))}", ""]
            lines += [f"- {_plain(_cause(cause))}" for cause in entry.causes]
            lines.append("")
    with replacing(path) as temporary:
        temporary.write_text("\n".join(lines).rstrip("\n") + "\n", "utf-8", newline="\n")


def _marked(piece: Piece) -> str:
    words = _plain(piece.text)
    if piece.kind == SAME:
        return words
    sign = "~~" if piece.kind == GONE else "**"
    inner = words.strip()
    if not inner:
        return words
    head = words[: len(words) - len(words.lstrip())]
    return f"{head}{sign}{inner}{sign}{words[len(words.rstrip()) :]}"


def _plain(words: str) -> str:
    """Words of a person on one line as they are, whatever they would mean in Markdown."""
    line = re.sub(r"\s+", " ", words)
    return "".join(f"\\{char}" if char in "\\`*_[]<#~" else char for char in line)
