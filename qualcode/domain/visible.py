"""Whether there is anything to see in a text: marks of direction and joiners alone are nothing."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_BLANK = "\u115f\u1160\u2800\u3164\uffa0"  # letters and signs by their category, and empty
_UNSEEN = ("Cc", "Cf", "Cs", "Mn", "Me", "Zl", "Zp", "Zs")


def is_visible(text: str) -> bool:
    """Whether at least one character of a text can be seen by itself."""
    return any(unicodedata.category(char) not in _UNSEEN and char not in _BLANK for char in text)


# signs that leave no trace where they stand: soft hyphen, zero-width blank, word joiner, byte order mark and such;
# joiners and marks of direction change what is seen around them, and stay
_EMPTY = "\u00ad\u200b\u2060-\u2064\u206a-\u206f\ufeff"
_NOT_DRAWN = re.compile(f"[{_EMPTY}]")
_NOT_KEPT = re.compile(f"[\\x00-\\x1f\\x7f-\\x9f\\ud800-\\udfff{_EMPTY}]")


def without_empty(text: str) -> str:
    """The text without signs that leave no trace, for drawing it: some fonts fail over them or draw a hyphen."""
    return _NOT_DRAWN.sub("", text)


def tidy(text: str) -> str:
    """The text without those and without control characters and lone surrogates, which no name keeps: two names
    that look alike would be two."""
    return _NOT_KEPT.sub("", text)


_JOINER = "\u200d"
# what goes on with the sign before it beside marks (accents, vowels, variants): tones of skin, flags of regions, vowels
# and ends of Hangul syllables
_GOES_ON = re.compile("[\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\u1160-\u11ff\ud7b0-\ud7fb]")
_FLAG = range(0x1F1E6, 0x1F200)  # two of these are one flag
_LONGEST_SIGN = 64  # code points that are looked back on; what is longer is nobody's letter


def between_signs(text: str, at: int) -> int:
    """The last place not behind `at` that does not part what is seen as one sign (a rule of thumb for UAX #29)."""
    place = at
    while max(0, at - _LONGEST_SIGN) < place < len(text) and _within(text, place):
        place -= 1
    return place if not _within(text, place) else at


def _within(text: str, place: int) -> bool:
    if not 0 < place < len(text):
        return False
    before, here = text[place - 1], text[place]
    if _JOINER in (here, before) or _GOES_ON.match(here) or unicodedata.category(here) in ("Mn", "Mc", "Me"):
        return True
    if ord(here) not in _FLAG:
        return False
    flags = 0
    while flags < place and ord(text[place - 1 - flags]) in _FLAG:
        flags += 1
    return flags % 2 == 1


MISSING = "\u25a1"  # a white square stands in a picture for a sign that no font of this computer can draw
_NAMED = 12  # signs that are named one by one
_replaced: ContextVar[set[str] | None] = ContextVar("replaced", default=None)


@contextmanager
def replaced() -> Iterator[set[str]]:
    """The signs for which squares are drawn meanwhile in this thread, so that whoever asked for a picture is told."""
    signs: set[str] = set()
    before = _replaced.set(signs)
    try:
        yield signs
    finally:
        _replaced.reset(before)


def note_replaced(sign: str) -> None:
    """Remember that a square was drawn for a sign, where somebody wants to know."""
    signs = _replaced.get()
    if signs is not None:
        signs.add(sign)


def signs_named(signs: Collection[str]) -> str:
    """Signs with their numbers and names in Unicode, for those who cannot see them; the first dozen of many."""
    ordered = sorted(signs)
    named = [f"{one} (U+{ord(one):04X} {unicodedata.name(one, 'without a name').lower()})" for one in ordered[:_NAMED]]
    more = f" and {len(ordered) - _NAMED} more" if len(ordered) > _NAMED else ""
    return ", ".join(named) + more
