"""Themes as objects: how far one has grown, what speaks for and against it, and codes that stand elsewhere.

A theme is a `Code` of the kind theme; its stage, central organising concept, boundary and the account of the search
for counter-evidence are fields of that record. What it is made of besides stands here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from .codebook import Codebook

# the phases of a theme's life after Braun & Clarke (2006, 2022): generated, reviewed, defined, named, or let go
STAGES = ("candidate", "reviewed", "defined", "named", "dropped")
SIDES = ("for", "against")


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
    these reach in turn."""
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
