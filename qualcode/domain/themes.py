"""Themes as objects: how far one has grown, what speaks for and against it, and codes that stand elsewhere.

A theme is a `Code` of the kind theme; its stage, central organising concept, boundary and the account of the search
for counter-evidence are fields of that record. What it is made of besides stands here.
"""

from dataclasses import dataclass
from uuid import UUID

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
