"""Folding for search and comparison: case, accents and Unicode forms do not count; the text itself stays as it is."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from .visible import without_empty

CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"  # in a class
_CJK = re.compile(f"[{CJK}]")
_RUNS = re.compile("[\0-\x7f]+|[^\0-\x7f]+")
_SCRIPTS = (  # scripts whose signs are vowels, tones and syllable ends, not accents
    range(0x0700, 0x0890),
    range(0x0900, 0x1AB0),
    range(0x1B00, 0x1D00),
    range(0xA800, 0xAC00),
    range(0x11000, 0x12000),
)
_VOICED = "\u3099\u309a"  # か with the first is が


def spelt(name: str) -> str:
    """A name as names are compared: its accents written one way (NFC), whichever way a keyboard or a file system writes
    them, without signs that leave no trace and without blanks at its ends."""
    return unicodedata.normalize("NFC", without_empty(name)).strip()


def _ranges(places: list[int]) -> str:
    """Code points as the inside of a character class."""
    found = []
    for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        row = [place for _, place in run]
        found.append(f"{chr(row[0])}-{chr(row[-1])}")
    return "".join(found)


WORD_SIGNS = _ranges([place for part in _SCRIPTS for place in part if unicodedata.category(chr(place)) in ("Mn", "Mc")])
_SIGN = re.compile(f"[{WORD_SIGNS}{_VOICED}]")
# what may melt into one character with the one before: accents, signs, parts of Hangul, half-width voicing
_JOINING = f"\u0300-\u036f{WORD_SIGNS}{_VOICED}\u1160-\u11ff\uff9e\uff9f"
_JOINED = re.compile(f"[{_JOINING}]")
_CLUSTERS = re.compile(f"[^{_JOINING}]?[{_JOINING}]*", re.DOTALL)


@lru_cache(maxsize=20_000)
def fold_character(character: str) -> str:
    """One character, with the marks behind it, folded: compatibility decomposition, accents dropped, case folded and
    composed again; may be empty or longer.

    Signs that are letters stay: those of Indic and South-East Asian scripts, kana voicing, and the breve of й and ў.
    """
    bare = ""
    for char in unicodedata.normalize("NFKD", character):
        if unicodedata.category(char) != "Mn" or _SIGN.match(char) or (char == "\u0306" and bare[-1:] in tuple("ИиУу")):
            bare += char
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", bare).casefold())


def fold(text: str) -> str:
    """Text with every character folded."""
    return fold_with_origin(text).text


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text that knows where it came from.

    `places` and `origins` name the few positions where folding lost or won characters: from folded position
    `places[i]` on, the original runs along from `origins[i]`.
    """

    text: str
    places: tuple[int, ...] = (0,)
    origins: tuple[int, ...] = (0,)

    def origin(self, place: int) -> int:
        """The position in the original of the folded character at `place`; the end is that of the original."""
        anchor = bisect_right(self.places, place) - 1
        return self.origins[anchor] + place - self.places[anchor]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Original positions of the folded range `[start, end)`."""
        # a character found by a part of what it folds to counts whole, with the marks behind it
        return self.origin(start), max(self.origin(end), self.origin(end - 1) + 1)


def fold_with_origin(text: str) -> Folded:
    """Fold a text and keep where each character came from."""
    if text.isascii():
        return Folded(text.lower())
    folded: list[str] = []
    places, origins = [0], [0]
    length = 0
    for run in _RUNS.finditer(text):
        found = run.group()
        if found.isascii():  # most of most texts, folded as a whole
            folded.append(found.lower())
            length += len(found)
            continue
        clusters = [part for part in _CLUSTERS.findall(found) if part] if _JOINED.search(found) else list(found)
        pieces = list(map(fold_character, clusters))
        joined = "".join(pieces)
        if set(map(len, pieces)) | set(map(len, clusters)) != {1}:
            place, position = length, run.start()
            for cluster, piece in zip(clusters, pieces, strict=True):
                if not len(piece) == len(cluster) == 1:
                    places += range(place, place + len(piece) + 1)
                    origins += [position] * len(piece) + [position + len(cluster)]
                place += len(piece)
                position += len(cluster)
        folded.append(joined)
        length += len(joined)
    return Folded("".join(folded), tuple(places), tuple(origins))


def is_cjk(character: str) -> bool:
    """Whether a character belongs to a script written without spaces between words."""
    return _CJK.match(character) is not None


def spaced(folded: str) -> str:
    """Folded text with a space around each CJK character, so that a word index finds them one by one."""
    return folded if folded.isascii() else _CJK.sub(lambda match: f" {match.group()} ", folded)
