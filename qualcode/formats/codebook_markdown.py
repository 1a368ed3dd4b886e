"""A codebook as Markdown: a heading for each code, its fields as a list; every sign stands for itself."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..domain.codebook_entries import PrintedCodebook
from ..domain.progress import SILENT, Progress
from .codebook_cards import Card, Line, cards, front_lines, printable
from .codebook_words import Words, words_of
from .sheets import replacing

_DEEPEST = 6  # levels of headings that Markdown has
_SIGNS = re.compile(r"([\\`*_\[\]<#|~$]|&(?=[#\w])|^[ \t]*[-+=>]|(?<=\n)[ \t]*[-+=>])")
_NUMBER = re.compile(r"(?m)^(\d{1,9})([.)])")
_EDGE = re.compile(r"(?m)^[ \t]+|[ \t]+$")
_LINK = re.compile(r"(?i)\b(https?|ftp|www)([:.])")


def write_codebook_markdown(
    book: PrintedCodebook, path: Path, *, language: str = "en", progress: Progress = SILENT
) -> None:
    """Write the codebook; a CommonMark reader gives every value back as it is."""
    words = words_of(language)
    progress.tick(0, 0, path.name)
    with replacing(path) as temporary:
        temporary.write_text("\n".join(_lines(book, cards(book, words), words)), encoding="utf-8", newline="\n")


def _lines(book: PrintedCodebook, shown: Sequence[Card], words: Words) -> Iterator[str]:
    yield f"# {plain(printable(book.study))}: {words.labels['codebook']}"
    yield ""
    for line in front_lines(book, words):
        yield plain(line) + "  "
    for card in shown:
        yield ""
        yield f"{'#' * min(card.level + 1, _DEEPEST)} {plain(card.name)}"
        yield ""
        yield " · ".join([words.values[card.kind], *(line.text for line in card.counts)])
        if card.above:
            yield ""
            yield plain(card.above)
        yield ""
        for field in card.fields:
            yield _item(field)
        for example in card.examples:
            text = f"“{example.text}” ({example.citation})"
            yield _item(Line("examples", words.labels["examples"], text))
        if card.memo:
            yield _item(card.memo)
        record = " · ".join(f"{line.label} {line.text}" for line in card.record)
        yield _item(Line("record", words.labels["record"], record))
    yield ""


def _item(line: Line) -> str:
    return f"- **{line.label}:** {in_list(line.text)}"


def in_list(text: str) -> str:
    """A text in an item of a list; its lines are parted by hard breaks, which empty ones survive too."""
    return plain(text).replace("\n", "\\\n  ")


def plain(text: str) -> str:
    """A text of which nothing is markup: signs are escaped, white space at the ends of lines is written as entities."""
    text = _SIGNS.sub(lambda found: f"{found[1][:-1]}\\{found[1][-1]}", text)
    text = _NUMBER.sub(r"\1\\\2", text)
    text = _LINK.sub(lambda found: f"{found[1]}&#{ord(found[2])};", text)  # no reader is to make a link of it
    return _EDGE.sub(lambda found: "".join(f"&#{ord(char)};" for char in found[0]), text)
