"""Numbers and days as the sentences of a report say them."""

from ..domain.errors import Phrase

_THINGS = {
    str(thing): thing
    for thing in (
        Phrase("document"),
        Phrase("case"),
        Phrase("turn"),
        Phrase("memo"),
        Phrase("theme"),
        Phrase("code"),
        Phrase("level"),
        Phrase("passage"),
        Phrase("segment"),
        Phrase("person"),
        Phrase("step"),
        Phrase("remark"),
    )
}


def many(number: int, what: str) -> Phrase:
    """“3 documents”, “1 document”; `what` is one of `_THINGS`."""
    several = "people" if what == "person" else what + "s"
    thing = Phrase(_THINGS[what].template, english=what if number == 1 else several)
    return Phrase("{count} {thing}", count=f"{number:,}", thing=thing)


def days(first: str, last: str) -> Phrase:
    """“on 2026-11-23”, or “from … to …”."""
    return Phrase("on {day}", day=first) if first == last else Phrase("from {first} to {last}", first=first, last=last)
