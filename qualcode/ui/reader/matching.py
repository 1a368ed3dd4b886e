"""Finds codes by what was typed: case and accents folded, beginnings of words before anything inside."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from ...domain.codebook import PATH_SEPARATOR

SEPARATOR = PATH_SEPARATOR.strip()


@dataclass(frozen=True, slots=True)
class PanelEntry:
    """A code as the panel shows it: how many codings, its digit (Ctrl+1 …) or "", `kind` theme or code."""

    code_id: UUID
    name: str
    path: str
    definition: str
    count: int
    digit: str
    color: str
    kind: str

    @property
    def parent(self) -> str:
        """The name of what the code stands under, or ""."""
        levels = self.path.split(PATH_SEPARATOR)
        return levels[-2] if len(levels) > 1 else ""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found, and the part `[start, end)` of its name that was typed (empty if in its path)."""

    entry: PanelEntry
    start: int
    end: int


@lru_cache(maxsize=50_000)  # names and paths are looked through at every letter typed
def folded(text: str) -> tuple[str, tuple[int, ...]]:
    """`text` without case and accents, and for each character left the index it came from."""
    pieces: list[str] = []
    origins: list[int] = []
    for index, char in enumerate(text):
        for part in unicodedata.normalize("NFKD", char).casefold():
            if not unicodedata.combining(part):
                pieces.append(part)
                origins.append(index)
    return "".join(pieces), tuple(origins)


def find(typed: str, entries: Sequence[PanelEntry]) -> list[Hit]:
    """The entries that fit, best first: name begins so, a word begins so, inside the name, in the path."""
    wanted = _wanted(typed)
    if not wanted.strip(" >"):
        return []
    ranked: list[tuple[int, int, Hit]] = []
    for number, entry in enumerate(entries):
        name, origins = folded(entry.name)
        at, rank = _best(name, wanted)
        if at >= 0:
            hit = Hit(entry, origins[at], origins[at + len(wanted) - 1] + 1)
        elif wanted in folded(entry.path)[0]:
            hit, rank = Hit(entry, 0, 0), 3
        else:
            continue
        ranked.append((rank, number, hit))
    return [hit for _, _, hit in sorted(ranked, key=lambda found: found[:2])]


def _best(name: str, wanted: str) -> tuple[int, int]:
    """Where `wanted` stands best in `name` (-1: nowhere), and how good a place that is (0 best)."""
    first = at = name.find(wanted)
    while at >= 0:
        if at == 0 or not name[at - 1].isalnum():
            return at, 0 if at == 0 else 1
        at = name.find(wanted, at + 1)
    return first, 2


@dataclass(frozen=True, slots=True)
class Draft:
    """A code to be made: below `parent` (None: at the top), with the themes `above` made between the two."""

    name: str
    parent: UUID | None = None
    above: tuple[str, ...] = ()


def draft(typed: str, entries: Sequence[PanelEntry], under: UUID | None) -> Draft:
    """What a new code would be: `Gatekeeping` goes below `under`, `Power > Gatekeeping` below Power, wherever that is,
    or a new one; `> Gatekeeping` to the top."""
    levels = [" ".join(level.split()) for level in typed.split(SEPARATOR)]
    if len(levels) == 1:
        return Draft(levels[0], under)
    name, path = levels[-1], [level for level in levels[:-1] if level]
    parent: PanelEntry | None = None
    while path:
        wanted = folded(path[0])[0]
        start = f"{parent.path}{PATH_SEPARATOR}" if parent is not None else ""
        named = [entry for entry in entries if folded(entry.name)[0] == wanted]
        below = [entry for entry in named if parent is None or entry.path == start + entry.name]
        if not below:
            break
        parent = min(below, key=lambda entry: entry.path.count(PATH_SEPARATOR))
        path.pop(0)
    return Draft(name, parent.code_id if parent is not None else None, tuple(path))


def is_taken(typed: str, entries: Sequence[PanelEntry]) -> bool:
    """Whether a code has exactly this name, or this path, by the same folding."""
    wanted = _wanted(typed)
    if wanted.startswith(PATH_SEPARATOR):
        return any(folded(entry.path)[0] == wanted.removeprefix(PATH_SEPARATOR) for entry in entries)
    if SEPARATOR in wanted:
        ends = f"{PATH_SEPARATOR}{wanted}"
        return any(f"{PATH_SEPARATOR}{folded(entry.path)[0]}".endswith(ends) for entry in entries)
    return any(folded(entry.name)[0] == wanted for entry in entries)


def _wanted(typed: str) -> str:
    """What was typed as names and paths are compared with it."""
    return folded(PATH_SEPARATOR.join(" ".join(level.split()) for level in typed.split(SEPARATOR)))[0]
