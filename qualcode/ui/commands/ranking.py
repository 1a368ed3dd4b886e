"""Finds entries by a few letters of their names, best first: the palette's way of searching."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ...domain.folding import fold

BEGINS, WORD, INSIDE, BESIDE, SCATTERED = range(5)  # how well a name fits, best first

FEWEST_SCATTERED = 3  # two letters are scattered over nearly every name


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to choose: `key` names it among those used last, `beside` is found as well but counts less."""

    key: str
    text: str
    beside: str
    hint: str
    run: Callable[[], None]
    color: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry, and which of its name's characters were typed."""

    entry: Entry
    marked: frozenset[int] = frozenset()


class Searchable:
    """An entry folded once, to be looked through at every letter typed."""

    __slots__ = ("beside", "entry", "name")

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.name = entry.text.casefold() if entry.text.isascii() else fold(entry.text)
        self.beside = entry.beside.casefold() if entry.beside.isascii() else fold(entry.beside)


def ranked(typed: str, entries: Iterable[Searchable], recent: Sequence[str], most: int) -> list[Found]:
    """The entries that fit what was typed, best first; with nothing typed those used last, then all in their order.

    A name that begins so comes before one with a word that begins so, letters inside a name before those of its place
    in the menus, letters scattered over the name last; among equals what was used last, then the shorter name.
    """
    used = {key: number for number, key in enumerate(recent)}
    wanted = fold(" ".join(typed.split()))
    if not wanted:
        first = sorted((one for one in entries if one.entry.key in used), key=lambda one: used[one.entry.key])
        rest = [one for one in entries if one.entry.key not in used]
        return [Found(one.entry) for one in (*first, *rest)][:most]
    scattered = re.compile(".*?".join(map(re.escape, wanted.replace(" ", ""))))
    fits: list[tuple[int, int, int, int, Searchable]] = []
    for number, one in enumerate(entries):
        rank = _rank(wanted, scattered, one)
        if rank is not None:
            fits.append((rank, used.get(one.entry.key, len(used)), len(one.name), number, one))
    fits.sort(key=lambda fit: fit[:4])
    return [Found(fit[4].entry, marked(fit[4].entry.text, wanted)) for fit in fits[:most]]


def _rank(wanted: str, scattered: re.Pattern[str], one: Searchable) -> int | None:
    at = one.name.find(wanted)
    if at == 0:
        return BEGINS
    while at > 0:
        if not one.name[at - 1].isalnum():
            return WORD
        at = one.name.find(wanted, at + 1)
    if wanted in one.name:
        return INSIDE
    words = wanted.split()
    if len(words) > 1 and all(word in one.name or word in one.beside for word in words):
        return INSIDE if all(word in one.name for word in words) else BESIDE
    if wanted in one.beside:
        return BESIDE
    return SCATTERED if len(wanted) >= FEWEST_SCATTERED and scattered.search(one.name) else None


def marked(text: str, wanted: str) -> frozenset[int]:
    """Which characters of a name stand out: those that were typed."""
    letters = [fold(char) for char in text]
    name = "".join(letter if len(letter) == 1 else "\0" for letter in letters)
    words = [wanted] if wanted in name else wanted.split()
    if all(word in name for word in words):
        places: set[int] = set()
        for word in words:
            at = name.find(word)
            while at > 0 and name[at - 1].isalnum() and name.find(word, at + 1) > 0:
                at = name.find(word, at + 1)
            places.update(range(at, at + len(word)))
        return frozenset(places)
    places, at = set(), -1
    for letter in wanted.replace(" ", ""):
        at = name.find(letter, at + 1)
        if at < 0:
            return frozenset()
        places.add(at)
    return frozenset(places)
