"""A report as a PDF: contents with pages, an outline, tables whose heads repeat, charts as vectors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..domain.palette import swatch
from . import report_parts as parts
from .codebook_cards import printable, runs_right_to_left
from .sheets import replacing
from .typesetting import FONTS, breakable, day_parts, set_pages
from .word_tables import MARKS

_WHOLE, _LINE = 900, 40  # characters of a cell or quote that stays on one page; of a line of one
_TEMPLATE = r"""
#let d = json(bytes(sys.inputs.data))
#let day = d.date
#set document(
  title: d.title,
  date: if day == none { none } else { datetime(year: day.at(0), month: day.at(1), day: day.at(2)) },
)
#let ink = rgb("#1D1F21")
#let quiet = rgb("#50545A")
#let line = rgb("#D9D6D0")
#set page(
  paper: "a4", margin: (x: 2.4cm, top: 2.4cm, bottom: 2.2cm),
  header: context if counter(page).get().first() > 1 { set text(8pt, fill: quiet); d.title },
  footer: context { set text(8pt, fill: quiet); align(right, str(counter(page).get().first())) },
)
#set text(font: d.fonts, size: 10pt, fill: ink, lang: d.language, overhang: false)
#set par(leading: 0.62em, spacing: 0.9em, justify: false)
#show heading: set block(above: 1.6em, below: 0.6em, sticky: true)
#show heading.where(level: 1): set text(16pt)
#show heading.where(level: 2): set text(12.5pt)
#show heading.where(level: 3): set text(11pt)
#let put(one) = if one.rtl { align(right, text(dir: rtl, one.text)) } else { one.text }

#block(below: 1em, text(23pt, weight: "bold", d.title))
#for one in d.lines { block(below: 0.6em, text(fill: quiet, one)) }
#if d.runs.len() > 0 {
  set outline.entry(fill: text(fill: line, repeat[.#h(0.25em)]))
  show outline.entry.where(level: 1): set text(weight: "bold")
  v(1em)
  outline(title: none, depth: 2, indent: 1.1em)
}
#let show-part(part, turned) = {
  if part.kind == "heading" {
    let mark = if part.mark != "" { text(fill: rgb(part.color), part.mark + " ") }
    if part.level == 1 and not turned { pagebreak(weak: true) }
    heading(level: part.level, outlined: true, bookmarked: true)[#mark#part.text]
  } else if part.kind == "paragraph" {
    set text(8.5pt, fill: quiet) if part.quiet
    block(sticky: part.leads, { if part.label != "" { strong(part.label); [ ] }; put(part.said) })
  } else if part.kind == "table" {
    set text(8.5pt)
    show table.cell.where(y: 0): strong
    show table.cell.where(x: 0): it => if part.named and it.y > 0 { strong(it) } else { it }
    let sides = part.widths.enumerate().map(one => if one.at(0) in part.numbers { right + top } else { left + top })
    table(columns: part.widths.map(one => one * 1fr), stroke: 0.5pt + line, inset: 5pt, align: sides,
      table.header(..part.columns), ..part.cells.map(cell => block(breakable: cell.long, put(cell))))
  } else if part.kind == "quote" {
    block(above: 1em, below: 1em, inset: (left: 10pt), stroke: (left: 2pt + line), breakable: part.said.long, {
      par({
        if part.before != "" { text(fill: quiet, part.before + " ") }
        put(part.said)
        if part.after != "" { text(fill: quiet, " " + part.after) }
      })
      text(8pt, fill: quiet, part.source)
    })
  } else {
    let chart = image(bytes(part.svg), format: "svg", alt: part.alt, width: 100%, fit: "contain")
    block(above: 1em, below: 1em, breakable: false, chart)
  }
}
#for run in d.runs {
  if run.turned {
    page(flipped: true, margin: (x: 2cm, top: 2.2cm, bottom: 1.6cm), for part in run.parts { show-part(part, true) })
  } else {
    for part in run.parts { show-part(part, false) }
  }
}
"""


def write_report_pdf(report: parts.Report, path: Path, language: str = "en") -> None:
    """Write the report; the same one and the same fonts give the same bytes.

    Raises `BadInput` that names the characters for which no font of this computer has a glyph.
    """
    data = {
        "title": breakable(printable(report.title)),
        "lines": [printable(line) for line in report.lines],
        "date": day_parts(report.date),
        "language": language.partition("-")[0],
        "fonts": FONTS,
        "runs": [
            {"turned": turned, "parts": [_part(part, leads) for part, leads in parts.with_lead(run)]}
            for turned, run in parts.by_page(report.parts)
        ],
    }
    pdf = set_pages(_TEMPLATE, data)
    with replacing(path) as temporary:
        temporary.write_bytes(pdf)


def _part(part: parts.Part, leads: bool) -> dict[str, Any]:
    match part:
        case parts.Heading():
            mark = MARKS[swatch(part.color).mark] if part.color else ""
            text = breakable(printable(part.text))
            return {"kind": "heading", "level": min(part.level, 3), "text": text, "mark": mark, "color": part.color}
        case parts.Paragraph():
            said = _said(part.text)
            return {"kind": "paragraph", "said": said, "quiet": part.quiet, "label": part.label, "leads": leads}
        case parts.Table():
            cells = [_said(cell) for row in part.rows for cell in row]
            numbers = sorted(part.numbers)
            return {
                "kind": "table",
                "columns": part.columns,
                "widths": part.widths,
                "numbers": numbers,
                "named": part.named,
                "cells": cells,
            }
        case parts.Quote():
            around = {"before": breakable(printable(part.before)), "after": breakable(printable(part.after))}
            said = {**_said(part.text), "long": _long(part.before + part.text + part.after)}  # they share one block
            return {"kind": "quote", "said": said, "source": breakable(printable(part.source)), **around}
        case parts.Picture():
            return {"kind": "picture", "svg": part.svg.decode("utf-8"), "alt": part.alt}


def _said(text: str) -> dict[str, Any]:
    """A text, whether it runs from right to left, and whether it may go on on the next page."""
    return {"text": breakable(printable(text)), "rtl": runs_right_to_left(text), "long": _long(text)}


def _long(text: str) -> bool:
    """Whether a text may be higher than a page; a line end takes a line, and signs of CJK twice the room."""
    wide = sum(sign >= "\u2e80" for sign in text)
    return len(text) + wide + _LINE * text.count("\n") > _WHOLE
