"""A codebook as a PDF: contents with pages and links, an outline, tagged for screen readers, with the system's fonts.

Typst sets the pages from a template; what the researcher wrote goes there as data and is never read as markup.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..domain.codebook_entries import PrintedCodebook
from ..domain.progress import SILENT, Progress
from .codebook_cards import Card, cards, front_lines, printable, runs_right_to_left
from .codebook_words import Words, words_of
from .sheets import replacing
from .typesetting import FONTS, breakable, day_parts, set_pages

_LEFT_TO_RIGHT = "\u200e"  # without it the page would stand before the name in the contents
_LONG = 900  # characters that need not stay on one page

_TEMPLATE = r"""
#let d = json(bytes(sys.inputs.data))
#let w = d.words
#let day = d.date
#set document(title: d.title, date: none)
#set document(date: datetime(year: day.at(0), month: day.at(1), day: day.at(2))) if day != none
#let ink = rgb("#1D1F21")
#let quiet = rgb("#50545A")
#let line = rgb("#D9D6D0")
#set page(
  paper: "a4", margin: (x: 2.4cm, top: 2.4cm, bottom: 2.2cm),
  header: context if counter(page).get().first() > 1 {
    set text(8pt, fill: quiet)
    d.title
  },
  footer: context {
    set text(8pt, fill: quiet)
    align(right, w.page.replace("{page}", str(counter(page).get().first()))
      .replace("{pages}", str(counter(page).final().first())))
  },
)
#set text(font: d.fonts, size: 10pt, fill: ink, lang: d.language, overhang: false)
#set par(leading: 0.62em, spacing: 0.9em, justify: false)
#show heading: set block(above: 1.7em, below: 0.55em, sticky: true)
#show heading.where(level: 1): set text(15pt)
#show heading.where(level: 2): set text(12pt)
#show heading: set text(11pt)
#let put(one) = block(breakable: one.long, if one.rtl { align(right, text(dir: rtl, one.text)) } else { one.text })
#let facts(it) = block(above: 0pt, below: 0.6em, sticky: true, text(8pt, fill: quiet, it))
#let label-cell(it) = text(8pt, fill: quiet, weight: "bold", it)

#block(below: 1em, text(23pt, weight: "bold", d.study))
#block(below: 1.3em, text(13pt, fill: quiet, w.codebook))
#for one in d.front { block(below: 0.7em, text(fill: quiet, one)) }

#if d.cards.len() > 0 {
  show outline.entry.where(level: 1): set block(above: 0.75em)
  show outline.entry.where(level: 1): set text(weight: "bold")
  set outline.entry(fill: text(weight: "regular", fill: line, repeat[.#h(0.25em)]))
  v(1.2em)
  block(below: 0.8em, text(12pt, weight: "bold", w.contents))
  set text(9pt)
  outline(title: none, depth: 3, indent: 1.1em)
  v(1em)
}

#for card in d.cards {
  let mark = text(fill: rgb(card.color), card.mark)
  heading(level: card.level, bookmarked: true, outlined: true)[#mark #card.name]
  facts({
    card.facts
    if card.above != "" { linebreak(); card.above }
  })
  let rows = ()
  for field in card.fields {
    rows += (label-cell(field.label), if field.quoted { emph(put(field)) } else { put(field) })
  }
  if card.examples.len() > 0 {
    rows += (label-cell(w.examples), for one in card.examples {
      block(above: 0pt, below: 0.6em, { emph(one.text); [ ]; text(8pt, fill: quiet, "(" + one.citation + ")") })
    })
  }
  if card.memo != none { rows += (label-cell(w.memo), put(card.memo)) }
  rows += (label-cell(w.record), text(6.5pt, fill: quiet, card.record))
  table(columns: (3.6cm, 1fr), inset: (x, y) => (left: 0pt, right: if x == 0 { 8pt } else { 0pt }, y: 4.5pt),
    stroke: (x, y) => (top: 0.5pt + line, bottom: 0.5pt + line), ..rows)
}
"""


def write_codebook_pdf(book: PrintedCodebook, path: Path, *, language: str = "en", progress: Progress = SILENT) -> None:
    """Write the codebook with a card for each code; the same codebook and fonts give the same bytes.

    Raises `BadInput` that names the characters for which no font of this computer has a glyph.
    """
    words = words_of(language)
    progress.tick(0, 0, path.name)
    data = _data(book, cards(book, words), words)
    pdf = set_pages(_TEMPLATE, data)
    progress.tick(1, 1, path.name)
    with replacing(path) as temporary:
        temporary.write_bytes(pdf)


def _data(book: PrintedCodebook, shown: list[Card], words: Words) -> dict[str, Any]:
    study = printable(book.study)
    return {
        "title": f"{study}: {words.labels['codebook']}",
        "study": study,
        "front": front_lines(book, words),
        "date": day_parts(book.date),
        "language": words.language,
        "fonts": FONTS,
        "words": dict(words.labels),
        "cards": [_card(card, words) for card in shown],
    }


def _card(card: Card, words: Words) -> dict[str, Any]:
    facts = [words.values[card.kind], *(line.text for line in card.counts)]
    return {
        "level": card.level,
        "name": breakable(card.name) + _LEFT_TO_RIGHT * runs_right_to_left(card.name),
        "above": breakable(card.above),
        "mark": card.mark,
        "color": card.color,
        "facts": " · ".join(facts),
        "fields": [
            {"label": line.label, "quoted": line.column in ("example", "near_miss"), **_said(line.text)}
            for line in card.fields
        ],
        "examples": [
            {"text": breakable(f"“{one.text}”"), "citation": breakable(one.citation)} for one in card.examples
        ],
        "memo": _said(card.memo.text) if card.memo else None,
        "record": " · ".join(f"{line.label} {line.text}" for line in card.record),
    }


def _said(text: str) -> dict[str, Any]:
    """A text, whether it runs from right to left, and whether it may go on on the next page."""
    return {"text": breakable(text), "rtl": runs_right_to_left(text), "long": len(text) > _LONG}
