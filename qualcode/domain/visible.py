"""Whether there is anything to see in a text: marks of direction and joiners alone are nothing."""

import unicodedata

_BLANK = "\u115f\u1160\u2800\u3164\uffa0"  # letters and signs by their category, and empty
_UNSEEN = ("Cc", "Cf", "Cs", "Mn", "Me", "Zl", "Zp", "Zs")


def is_visible(text: str) -> bool:
    """Whether at least one character of a text can be seen by itself."""
    return any(unicodedata.category(char) not in _UNSEEN and char not in _BLANK for char in text)
