"""Theme maps: what stands on a map, and the typed relations between, each with its evidence."""

from dataclasses import dataclass
from math import sqrt
from uuid import UUID

RELATION_KINDS = ("leads to", "contradicts", "part of", "condition for", "co-occurs with")
SAID_BY = "heard from"  # the kind of the relation from a code to a case that speaks of it
NODE_SUBJECTS = ("code", "case", "memo", "segment")  # what a node shows; a note and a group stand for themselves
NODE_KINDS = (*NODE_SUBJECTS, "note", "group")
LAYOUTS = ("free", "force", "hierarchical", "radial")
LONGEST_KIND = 60  # characters of an own kind of relation
NODE_WIDTH, NODE_HEIGHT = 256.0, 92.0  # points, of all but notes and groups
NOTE_WIDTH, NOTE_HEIGHT = 200.0, 96.0  # of a new note
SIZES = ("same", "segments", "cases")  # what boxes of themes and codes can be as large as
_SMALLEST, _LARGEST = 0.9, 1.7  # how much smaller and larger they become
GROUP_EDGE, GROUP_HEAD = 24.0, 28.0  # between a group's edge and what is in it; more above, for its name


def growth(count: int, most: int) -> float:
    """How much larger than usual a box is with so many of the `most` segments or cases that one on its map has: so
    that areas tell them apart."""
    return _SMALLEST + (_LARGEST - _SMALLEST) * sqrt(count / most) if most else 1.0


@dataclass(frozen=True, slots=True)
class ThemeMap:
    """A map; `layout` is one of `LAYOUTS`, `seed` makes a computed one come out the same, `position` orders maps,
    `basis` says what it was generated from (see `domain.phrases`; empty: drawn by hand), `size_by` what the size of a
    thing shows: segments or cases; None: nothing."""

    id: UUID
    name: str
    layout: str
    seed: int
    position: int
    basis: str
    coder: UUID
    created: str
    size_by: str | None = None

    @property
    def sized(self) -> str:
        """What boxes are as large as: one of `SIZES`."""
        return self.size_by if self.size_by in SIZES else SIZES[0]


@dataclass(frozen=True, slots=True)
class MapNode:
    """Something on a map: its centre (`x`, `y`) in points, right and down from the middle of the map.

    `about_kind` is one of `NODE_KINDS`; `about` the id of what it shows, for a note and a group its own id. `text` is
    what a note says or a group is called, `color` `#RRGGBB` or empty (that of the code), `inside` the group it is in.
    A group and a note have a `width` and a `height`; for others they are none, and follow from what is shown.
    """

    id: UUID
    map: UUID
    about_kind: str
    about: UUID
    x: float
    y: float
    text: str
    color: str
    coder: UUID
    created: str
    inside: UUID | None = None
    width: float | None = None
    height: float | None = None

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as drawn, in points."""
        return self.width or NODE_WIDTH, self.height or NODE_HEIGHT


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of a map from one node to another; there may be several between two.

    `kind` is one of `RELATION_KINDS` or the user's own words; `directed` 1 or 0; `strength` the number it was
    generated from (none: drawn by hand), which `basis` explains.
    """

    id: UUID
    map: UUID
    source: UUID
    target: UUID
    kind: str
    directed: int
    comment: str
    basis: str
    coder: UUID
    created: str
    strength: float | None = None


@dataclass(frozen=True, slots=True)
class RelationEvidence:
    """A segment that shows a relation."""

    id: UUID
    relation: UUID
    segment: UUID
    coder: UUID
    created: str
