"""Whether there is anything to see in a text: marks of direction and joiners alone are nothing."""

import re
import unicodedata

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
