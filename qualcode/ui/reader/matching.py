"""Finds codes by what was typed: case and accents folded, beginnings of words before anything inside."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from ...domain.codebook import PATH_SEPARATOR


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


def folded(text: str) -> tuple[str, list[int]]:
    """`text` without case and accents, and for each character left the index it came from."""
    pieces: list[str] = []
    origins: list[int] = []
    for index, char in enumerate(text):
        for part in unicodedata.normalize("NFKD", char).casefold():
            if not unicodedata.combining(part):
                pieces.append(part)
                origins.append(index)
    return "".join(pieces), origins


def find(typed: str, entries: Sequence[PanelEntry]) -> list[Hit]:
    """The entries that fit, best first: name begins so, a word begins so, inside the name, in the path."""
    wanted = folded(" ".join(typed.split()))[0]
    if not wanted:
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


def is_taken(typed: str, entries: Sequence[PanelEntry]) -> bool:
    """Whether a code has exactly this name, by the same folding."""
    wanted = folded(" ".join(typed.split()))[0]
    return any(folded(entry.name)[0] == wanted for entry in entries)
