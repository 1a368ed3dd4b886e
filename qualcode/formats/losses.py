"""Saying in plain words how much of what a reader leaves out."""

from ..domain.errors import Phrase


def counted(number: int, what: str) -> Phrase:
    """“3 footnotes”, “1 picture”; `what` in the singular is among the words the window translates."""
    plural = f"{what[:-1]}ies" if what.endswith("y") and what[-2] not in "aeiou" else f"{what}s"
    things = Phrase(what, english=what if number == 1 else plural)
    return Phrase("{number} {lost}", number=f"{number:,}", lost=things)
