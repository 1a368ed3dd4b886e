"""Saying in plain words how much of what a reader leaves out."""


def counted(number: int, what: str) -> str:
    """“3 footnotes”, “1 picture”."""
    if number == 1:
        return f"1 {what}"
    return f"{number:,} {what[:-1]}ies" if what.endswith("y") and what[-2] not in "aeiou" else f"{number:,} {what}s"
