"""Text as tokenizers know it: composed and without signs above and below letters; each place leads back to the text.

spaCy's tokenizers end a sentence, or part a word from its full stop, only behind what they know as a letter, and their
tables hold composed words only. A letter that is written as two characters (`e` and an accent, as macOS and many PDFs
write it) or carries a vowel sign (Arabic tanwin) is none to them.
"""

import re
import unicodedata
from functools import lru_cache

# signs that stay apart from their letter in composed text: accents without a composed letter, Arabic vowel signs,
# and what chooses the look of a character
_SIGNS = (
    "\u0300-\u036f\u0483-\u0487\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u08d3-\u08e1\u08e3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f"
)
_SIGN = re.compile(f"[{_SIGNS}]")
_LETTERS_OF_SYLLABLES = "\u1160-\u11ff"  # Korean vowels and finals, which go with the consonant before them
_LAST = 0x1F000  # no combining sign of a living script lies behind it


class Composed:
    """A text as it is given to a tokenizer (`text`), and the places of that in what is stored."""

    def __init__(self, stored: str) -> None:
        self._back: list[int] | None = None
        self.text = stored
        if unicodedata.is_normalized("NFC", stored) and not _SIGN.search(stored):
            return
        pieces: list[str] = []
        back: list[int] = []
        done = 0
        for found in _clusters().finditer(stored):
            begin, end = found.span()
            letter = unicodedata.normalize("NFC", found[0])
            letter = letter[0] + _SIGN.sub("", letter[1:])
            pieces += (stored[done:begin], letter)
            back.extend(range(done, begin))
            back.extend(min(begin + place, end - 1) for place in range(len(letter)))
            done = end
        back.extend(range(done, len(stored) + 1))
        self.text, self._back = "".join((*pieces, stored[done:])), back

    def place(self, place: int) -> int:
        """Where a place between two characters of `text` is in what is stored; a letter's signs come before it."""
        return place if self._back is None else self._back[place]


@lru_cache(maxsize=1)
def _clusters() -> re.Pattern[str]:
    """A character with the signs that go with it."""
    signs = (chr(code) for code in range(0x300, _LAST) if unicodedata.category(chr(code))[0] == "M")
    return re.compile(f"\\S[{_LETTERS_OF_SYLLABLES}{''.join(signs)}]+")
