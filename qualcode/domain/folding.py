"""Folding for search and comparison: case, accents and Unicode forms do not count; the text itself stays as it is."""

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache

_CJK = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")


@lru_cache(maxsize=20_000)
def fold_character(character: str) -> str:
    """One character folded: compatibility decomposition, marks dropped, case folded; may be empty or longer."""
    decomposed = unicodedata.normalize("NFKD", character)
    bare = "".join(char for char in decomposed if unicodedata.category(char) != "Mn")
    return unicodedata.normalize("NFKC", bare.casefold())


def fold(text: str) -> str:
    """Text with every character folded."""
    return text.lower() if text.isascii() else "".join(map(fold_character, text))


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text that knows where it came from: `origin[i]` is the position in the original of folded
    character i, with one more entry for the end; None where positions are the same."""

    text: str
    origin: "array[int] | None"

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Original positions of the folded range `[start, end)`."""
        if self.origin is None:
            return start, end
        # a character found by a part of what it folds to counts whole, with the marks behind it
        return self.origin[start], max(self.origin[end], self.origin[end - 1] + 1)


def fold_with_origin(text: str) -> Folded:
    """Fold a text and keep where each character came from."""
    if text.isascii():
        return Folded(text.lower(), None)
    pieces = [fold_character(character) for character in text]
    origin = array("l")
    for position, piece in enumerate(pieces):
        if len(piece) == 1:
            origin.append(position)
        else:
            origin.extend([position] * len(piece))
    origin.append(len(text))
    return Folded("".join(pieces), origin)


def is_cjk(character: str) -> bool:
    """Whether a character belongs to a script written without spaces between words."""
    return _CJK.match(character) is not None


def spaced(folded: str) -> str:
    """Folded text with a space around each CJK character, so that a word index finds them one by one."""
    return folded if folded.isascii() else _CJK.sub(lambda match: f" {match.group()} ", folded)
