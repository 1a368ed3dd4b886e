"""Folding for search and comparison: case, accents and Unicode forms do not count; the text itself stays as it is."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

_CJK = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
_RUNS = re.compile("[\0-\x7f]+|[^\0-\x7f]+")


@lru_cache(maxsize=20_000)
def fold_character(character: str) -> str:
    """One character folded: compatibility decomposition, marks dropped, case folded; may be empty or longer."""
    decomposed = unicodedata.normalize("NFKD", character)
    bare = "".join(char for char in decomposed if unicodedata.category(char) != "Mn")
    return unicodedata.normalize("NFKC", bare.casefold())


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
        pieces = list(map(fold_character, found))
        joined = "".join(pieces)
        if "" in pieces or len(joined) != len(found):
            place = length
            for position, piece in enumerate(pieces, start=run.start()):
                if len(piece) != 1:
                    places += range(place, place + len(piece) + 1)
                    origins += [position] * len(piece) + [position + 1]
                    place += len(piece)
                else:
                    place += 1
        folded.append(joined)
        length += len(joined)
    return Folded("".join(folded), tuple(places), tuple(origins))


def is_cjk(character: str) -> bool:
    """Whether a character belongs to a script written without spaces between words."""
    return _CJK.match(character) is not None


def spaced(folded: str) -> str:
    """Folded text with a space around each CJK character, so that a word index finds them one by one."""
    return folded if folded.isascii() else _CJK.sub(lambda match: f" {match.group()} ", folded)
