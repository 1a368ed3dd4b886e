"""Themes as objects: how far one has grown, what speaks for and against it, and codes that stand elsewhere.

A theme is a `Code` of the kind theme; its stage, central organising concept, boundary and the account of the search
for counter-evidence are fields of that record. What it is made of besides stands here.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from uuid import UUID

from .codebook import Codebook

# the phases of a theme's life after Braun & Clarke (2006, 2022): generated, reviewed, defined, named, or let go
STAGES = ("candidate", "reviewed", "defined", "named", "dropped")
SIDES = ("for", "against")


def is_told(text: str | None) -> bool:
    """Whether a text says anything: a dash or a dot that fills a field does not."""
    return any(char.isalnum() for char in text or "")


@dataclass(frozen=True, slots=True)
class ThemeCode:
    """A code that stands elsewhere in the codebook and belongs to a theme too; its segments are evidence of it."""

    id: UUID
    theme: UUID
    code: UUID
    coder: UUID
    created: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A segment chosen to speak for or against a theme; `side` is one of `SIDES`, `position` orders those of a side."""

    id: UUID
    theme: UUID
    segment: UUID
    side: str
    position: int
    comment: str
    coder: UUID
    created: str


def reach(codebook: Codebook, links: Iterable[ThemeCode], theme: UUID) -> frozenset[UUID]:
    """The codes whose segments are evidence of a theme: itself, those below it, those linked to any of them, and what
    these reach in turn; see `reaches` for many themes."""
    linked: dict[UUID, list[UUID]] = {}
    for link in links:
        linked.setdefault(link.theme, []).append(link.code)
    found: set[UUID] = set()
    waiting = [theme]
    while waiting:
        code = waiting.pop()
        if code not in found:
            found.add(code)
            waiting += (child.id for child in codebook.children(code))
            waiting += linked.get(code, ())
    return frozenset(found)


def reaches(codebook: Codebook, links: Collection[ThemeCode]) -> dict[UUID, frozenset[UUID]]:
    """The `reach` of every code, made from the bottom up, each from those of what is next to it."""
    held = _held(codebook, links)
    found: dict[UUID, frozenset[UUID]] = {}
    try:
        for code in TopologicalSorter(held).static_order():
            found[code] = frozenset((code,)).union(*(found[one] for one in held.get(code, ())))
    except CycleError:  # as an older version or two people at once may have left it: there is no bottom
        return {code: reach(codebook, links, code) for code in codebook.by_id}
    return found


def circle(codebook: Codebook, links: Iterable[ThemeCode]) -> tuple[UUID, ...]:
    """Codes that belong to each other in a circle, each held by the next, by the tree and by links; none if all is
    well."""
    try:
        TopologicalSorter(_held(codebook, links)).prepare()
    except CycleError as error:
        return tuple(dict.fromkeys(error.args[1]))
    return ()


def _held(codebook: Codebook, links: Iterable[ThemeCode]) -> dict[UUID, list[UUID]]:
    """What every code holds next to it: those right below it, and those linked to it."""
    held = {code: [child.id for child in codebook.children(code)] for code in codebook.by_id}
    for link in links:
        held.setdefault(link.theme, []).append(link.code)
    return held
