"""Per cent as it is written."""

from .errors import Phrase


def per_cent(number: str) -> Phrase:
    """A number of hundredths, to be said: languages write the sign with or without a blank."""
    return Phrase("{number} %", number=number)
