"""Documents: how their text is cleaned once, how turns and paragraphs follow from it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from uuid import UUID

from .errors import BadInput
from .repeats import ends_soon

TEXT_LIMIT = 20_000_000  # characters in one document; the user guide names it
_LABEL = 300  # characters from the beginning of a line that a label may reach
NO_SPEAKERS = ""  # the speaker rule of a document without labels


@dataclass(frozen=True, slots=True)
class Document:
    """A transcript or other text.

    `content` is the SHA-256 of the text, `structure` that of its marks (JSON, see `formats`), `source` that
    of the original file; all three live in the store's contents. `speakers` is the regular expression that
    finds a speaker's label at the start of a turn (group `speaker`), or empty. `characters` counts code
    points. `position` is the order of import.
    """

    id: UUID
    name: str
    content: str
    structure: str
    source: str
    source_name: str
    format: str
    language: str
    speakers: str
    folder: str
    characters: int
    position: int
    created: str


@dataclass(frozen=True, slots=True)
class Turn:
    """From a speaker's label to the next. `start` includes the label, `body` is where the words begin."""

    number: int
    start: int
    end: int
    body: int
    speaker: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Text as it is stored, and what was done to it.

    `newlines` are positions in the cleaned text whose `\\n` was two characters before; `removed` positions
    before which that many characters were taken out; `replaced` positions of lone surrogates now U+FFFD.
    """

    text: str
    newlines: tuple[int, ...]
    removed: tuple[tuple[int, int], ...]
    replaced: tuple[int, ...]


_TO_CLEAN = re.compile("\r\n?|[\0\ud800-\udfff]|\ufeff")


def clean(raw: str) -> Cleaned:
    """Clean a text once, at import: newlines to `\\n`, BOM at the start and NUL removed, lone surrogates to
    U+FFFD; every other character stays as it is."""
    if not _TO_CLEAN.search(raw):
        return Cleaned(raw, (), (), ())
    pieces: list[str] = []
    newlines: list[int] = []
    removed: list[tuple[int, int]] = []
    replaced: list[int] = []
    last = length = 0
    for match in _TO_CLEAN.finditer(raw):
        found = match.group()
        if found == "\ufeff" and match.start() > 0:
            continue  # inside the text it is a zero-width no-break space: a character like others
        piece = raw[last : match.start()]
        pieces.append(piece)
        length += len(piece)
        last = match.end()
        if found in ("\r\n", "\r"):
            if found == "\r\n":
                newlines.append(length)
            pieces.append("\n")
            length += 1
        elif found in ("\0", "\ufeff"):
            removed.append((length, 1))
        else:
            replaced.append(length)
            pieces.append("\ufffd")
            length += 1
    pieces.append(raw[last:])
    return Cleaned("".join(pieces), tuple(newlines), tuple(removed), tuple(replaced))


# ── turns ──────────────────────────────────────────────────────────────────────────────────────────────────
@lru_cache(maxsize=256)
def speaker_rule(pattern: str) -> re.Pattern[str]:
    """Compile a speaker rule. It is matched at the start of lines and must name a group `speaker`.

    Raises `BadInput` with the reason when it is not such a regular expression.
    """
    try:
        rule = re.compile(pattern, re.MULTILINE)
    except (re.error, OverflowError, RecursionError) as error:
        raise BadInput(
            "The speaker pattern “{pattern}” is not a regular expression: {reason}.",
            pattern=pattern,
            reason=error,
        ) from None
    if "speaker" not in rule.groupindex:
        raise BadInput(
            "The speaker pattern “{pattern}” does not say where the name is. Write it as (?P<speaker>…).",
            pattern=pattern,
        )
    return rule


def turns(text: str, speakers: str) -> list[Turn]:
    """The turns of a text by its document's speaker rule, in order.

    With a rule: from each label to the next, white space at the ends left out; text before the first label
    is a turn without speaker. Without labels each paragraph is a turn.
    """
    return [Turn(number, *place) for number, place in enumerate(turn_places(text, speakers), start=1)]


def turn_places(text: str, speakers: str) -> list[tuple[int, int, int, str]]:
    """Start, end, start of the words and speaker of every turn (see `turns`), without a record for each: of a corpus
    all are wanted at once."""
    labels = _labels(text, speakers)
    if not labels:
        return [(start, end, start, "") for start, end in paragraphs(text)]
    found: list[tuple[int, int, int, str]] = []
    head = _trimmed(text, 0, labels[0][0])
    if head:
        found.append((*head, head[0], ""))
    labels.append((len(text), len(text), ""))
    for (start, body, speaker), (following, _, _) in pairwise(labels):
        span = _trimmed(text, start, following)
        if span:
            found.append((*span, min(body, span[1]), speaker))
    return found


def speakers_of(text: str, speakers: str) -> list[str]:
    """Who speaks in a text by its document's speaker rule, in order of appearance."""
    return list(dict.fromkeys(speaker for _, _, speaker in _labels(text, speakers) if speaker))


def _labels(text: str, speakers: str) -> list[tuple[int, int, str]]:
    """Start of label, start of words and speaker of every label.

    Looked for at the beginnings of lines and not far from them, and never by a rule that might not end: a project that
    holds one can be opened, without speakers.
    """
    if speakers == NO_SPEAKERS or not ends_soon(speakers):
        return []
    found = []
    rule, start = speaker_rule(speakers), 0
    while start >= 0 and (start == 0 or start < len(text)):
        match = rule.match(text, start, start + _LABEL)
        end = start
        if match is not None and match.end() > start:
            end = match.end()
            found.append((start, end, (match.group("speaker") or "").strip()))
        start = text.find("\n", max(start, end - 1)) + 1 or -1
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans of the maximal runs without a newline, trimmed; blank ones left out."""
    return list(_paragraphs(text))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        span = _trimmed(text, start, end)
        if span:
            yield span
        start = end + 1


def turn_at(found: Sequence[Turn], position: int) -> Turn | None:
    """The turn that holds `position`, or the last one before it; None before the first."""
    index = bisect_right(found, position, key=lambda turn: turn.start) - 1
    return found[index] if index >= 0 else None


def first_touched(found: Sequence[Turn], start: int, end: int) -> Turn | None:
    """The first turn that shares a character with a span; None where none does."""
    index = bisect_right(found, start, key=lambda turn: turn.end)
    return found[index] if index < len(found) and found[index].start < end else None
