"""A codebook as one web page: nothing fetched, no script, light and dark, with the themes at its side; it prints."""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from ..domain.codebook_entries import PrintedCodebook
from ..domain.palette import swatch
from ..domain.progress import SILENT, Progress
from .codebook_cards import Card, Line, cards, front_lines, printable
from .codebook_words import Words, words_of
from .sheets import replacing
from .web_pages import opening

_QUOTED = ("example", "near_miss")


def write_codebook_html(
    book: PrintedCodebook, path: Path, *, language: str = "en", progress: Progress = SILENT
) -> None:
    """Write the codebook as one page; every value stands in an element whose `data-column` names its column."""
    words = words_of(language)
    progress.tick(0, 0, path.name)
    with replacing(path) as temporary:
        temporary.write_text("\n".join(_page(book, cards(book, words), words)), encoding="utf-8", newline="\n")


def _page(book: PrintedCodebook, shown: Sequence[Card], words: Words) -> Iterator[str]:
    study, title = _safe(printable(book.study)), _safe(words.labels["codebook"])
    yield opening(words.language, f"{printable(book.study)}: {words.labels['codebook']}")
    yield f'<header><h1 dir="auto">{study}</h1><p>{title}</p>'
    for line in front_lines(book, words):
        yield f"<p>{_safe(line)}</p>"
    yield '</header>\n<div class="page">'
    yield from _contents(shown, words)
    yield "<main>"
    for card in shown:
        yield from _article(card, words)
    yield "</main>\n</div>\n</body>\n</html>\n"


def _contents(shown: Sequence[Card], words: Words) -> Iterator[str]:
    label = _safe(words.labels["contents"])
    yield f'<nav aria-label="{label}"><h2>{label}</h2><ul>'
    for card in shown:
        indent = 12 * min(card.level - 1, 8)
        yield (
            f'<li class="{card.kind}" style="padding-left: {indent}px"><a href="#code-{card.id}">'
            f"{_mark(card)} <bdi>{_safe(card.name)}</bdi></a></li>"
        )
    yield "</ul></nav>"


def _article(card: Card, words: Words) -> Iterator[str]:
    level = card.level + 1
    tag, deep = ("h6", f' aria-level="{level}"') if level > 6 else (f"h{level}", "")
    yield (
        f'<article id="code-{card.id}" class="{card.kind}" data-level="{card.level}">'
        f'<{tag} class="name"{deep}>{_mark(card)} <bdi data-column="name">{_safe(card.name)}</bdi></{tag}>'
    )
    facts = [f'<span data-column="kind">{_safe(words.values[card.kind])}</span>']
    facts += [f'<span data-column="{line.column}">{_safe(line.text)}</span>' for line in card.counts]
    yield f'<p class="facts">{" · ".join(facts)}</p>'
    if card.above:
        yield f'<p class="above" dir="auto">{_safe(card.above)}</p>'
    yield "<dl>"
    for line in card.fields:
        yield _field(line)
    if card.examples:
        quotes = "".join(
            f'<blockquote><p dir="auto">“{_safe(one.text)}”</p><cite>{_safe(one.citation)}</cite></blockquote>'
            for one in card.examples
        )
        label = _safe(words.labels["examples"])
        yield f'<div><dt>{label}</dt><dd class="pinned" data-column="examples">{quotes}</dd></div>'
    if card.memo:
        yield _field(card.memo)
    yield '</dl><dl class="record">'
    for line in card.record:
        yield _field(line)
    yield "</dl></article>"


def _field(line: Line) -> str:
    quoted = ' class="quoted"' if line.column in _QUOTED else ""
    value = f'<dd data-column="{line.column}" dir="auto"{quoted}>{_safe(line.text)}</dd>'
    return f"<div><dt>{_safe(line.label)}</dt>{value}</div>"


def _mark(card: Card) -> str:
    colors = swatch(card.color)
    style = f"--light: {_safe(colors.light)}; --dark: {_safe(colors.dark)}"
    return f'<span class="mark" aria-hidden="true" style="{style}">{card.mark}</span>'


def _safe(text: str) -> str:
    return escape(text, quote=True)
