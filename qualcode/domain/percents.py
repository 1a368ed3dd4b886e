"""Per cent as it is written."""

import math

from .errors import Phrase


def per_cent(number: str) -> Phrase:
    """A number of hundredths, to be said: languages write the sign with or without a blank."""
    return Phrase("{number} %", number=number)


def whole_percent(share: float) -> str:
    """The hundredths of a share of 0 to 1, whole: 0 only for nothing, 100 only for everything."""
    if 0 < share < 0.01:
        return "< 1"
    return "> 99" if 0.99 < share < 1 else str(round(100 * share))


def percent(share: float) -> str:
    """A share of 0 to 1 in per cent, to be said: whole, with one digit below ten, and never 0 or 100 that is not quite
    so."""
    if math.isnan(share):
        return "–"
    if 0 < share < 0.0005:
        return per_cent("<0.1")
    digits = 1 if 0 < share < 0.0995 or 0.995 <= share < 1 else 0
    return per_cent(f"{100 * (min(share, 0.999) if digits and share > 0.5 else share):.{digits}f}")
