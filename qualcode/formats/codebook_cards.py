"""What a printed codebook says of each code, in its order: the card that Word, PDF, web page and Markdown lay out."""

import re
import unicodedata
from dataclasses import dataclass

from ..domain.codebook import PATH_SEPARATOR
from ..domain.codebook_entries import CodebookEntry, LiveExample, PrintedCodebook
from ..domain.palette import swatch
from .codebook_words import Words
from .word_tables import MARKS

# the six fields of MacQueen et al. (1998) without the name, then ours
WRITTEN = (
    "definition",
    "full_definition",
    "include",
    "exclude",
    "example",
    "example_document",
    "near_miss",
    "concept",
    "boundary",
    "counter_search",
    "stage",
    "origin",
    "status",
)
_FEW = ("stage", "origin")  # one of a few words, which have their own in each language
COUNTED = ("segments", "documents", "cases", "coders")
RECORD = ("color", "created", "changed", "id")
# what neither XML nor print knows: control characters but tab and newline, and what is no character
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled value of a column."""

    column: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """A code as it is printed.

    `level` counts from 1 at the top, `above` is the path to it, `counts` the four counts in words, `record` what only
    machines and archives ask for; fields without a value are not there.
    """

    id: str
    level: int
    name: str
    above: str
    kind: str
    color: str
    mark: str
    fields: tuple[Line, ...]
    examples: tuple[LiveExample, ...]
    memo: Line | None
    counts: tuple[Line, ...]
    record: tuple[Line, ...]


def cards(book: PrintedCodebook, words: Words) -> list[Card]:
    """A card for each entry of the codebook."""
    return [_card(entry, words) for entry in book.entries]


def _card(entry: CodebookEntry, words: Words) -> Card:
    def lines(columns: tuple[str, ...]) -> tuple[Line, ...]:
        found = ((column, printable(str(entry.cell(column)))) for column in columns)
        return tuple(
            Line(column, words.labels[column], words.values.get(text, text) if column in _FEW else text)
            for column, text in found
            if text
        )

    levels = entry.levels
    return Card(
        id=str(entry.id),
        level=len(levels),
        name=printable(entry.name),
        above=printable(PATH_SEPARATOR.join(levels[:-1])),
        kind=entry.kind,
        color=entry.color,
        mark=MARKS[swatch(entry.color).mark],
        fields=lines(WRITTEN),
        examples=tuple(LiveExample(printable(one.text), printable(one.citation)) for one in entry.examples),
        memo=next(iter(lines(("memo",))), None),
        counts=tuple(
            Line(column, words.labels[column], words.counted(int(entry.cell(column)), column)) for column in COUNTED
        ),
        record=lines(RECORD),
    )


def front_lines(book: PrintedCodebook, words: Words) -> list[str]:
    """What stands below the title: method, how many themes and codes, the day."""
    numbers = (
        words.counted(book.themes, "themes"),
        words.counted(len(book.entries) - book.themes, "codes"),
        book.date[:10],
    )
    method = words.values.get(book.method, book.method)
    return [line for line in (method[:1].upper() + method[1:], " · ".join(filter(None, numbers))) if line]


def printable(text: str) -> str:
    """A text without the characters that no file for people can hold."""
    return _FORBIDDEN.sub("", text)


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter of a text belongs to a script that runs from right to left."""
    for char in text[:400]:
        direction = unicodedata.bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
