"""Names of columns that R and SPSS take as they are: letters, digits and underscores, unique, of at most 64 bytes."""

import re
import unicodedata
from collections.abc import Iterable

LIMIT = 64  # bytes: what SPSS takes
_NOT_PLAIN = re.compile(r"\W+", re.UNICODE)
_RESERVED = {
    *("all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"),  # SPSS
    *("if", "else", "repeat", "while", "function", "for", "next", "break", "true", "false", "null", "inf", "nan", "na"),
    "in",
}


def plain_names(names: Iterable[str]) -> tuple[str, ...]:
    """A plain name for each name, in order; those alike but for case are numbered, as both programs may ignore case.

    Accents are taken off Latin letters; letters of other scripts stay, which both programs read in UTF-8.
    """
    found: list[str] = []
    taken: set[str] = set()
    for name in names:
        base = _plain(name)
        chosen, number = _cut(base, ""), 1
        while chosen.casefold() in taken:
            number += 1
            chosen = _cut(base, f"_{number}")
        taken.add(chosen.casefold())
        found.append(chosen)
    return tuple(found)


def _plain(name: str) -> str:
    opened = unicodedata.normalize("NFKD", name)
    bare = "".join(char for char in opened if not unicodedata.combining(char))
    text = _NOT_PLAIN.sub("_", unicodedata.normalize("NFC", bare)).strip("_")
    text = re.sub(r"_+", "_", text)
    if not text or not text[0].isalpha() or text.casefold() in _RESERVED:
        text = f"v_{text}" if text else "v"
    return text


def _cut(base: str, end: str) -> str:
    room = LIMIT - len(end)
    return base.encode()[:room].decode(errors="ignore").rstrip("_") + end
