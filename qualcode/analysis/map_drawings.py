"""What a picture of a theme map is drawn from: cards, the relations between them, and how each kind of them looks."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from ..domain.errors import Phrase
from .map_geometry import Box

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_CROWD = 150  # lines from which on none has words, unless there are few for each thing

# dashes and head of each kind; a kind of the user's own is dotted
STYLES: dict[str, tuple[tuple[float, ...], str]] = {
    "leads to": ((), "filled"),
    "condition for": ((), "open"),
    "part of": ((), "diamond"),
    "contradicts": ((8.0, 4.0), "bars"),
    "co-occurs with": ((), "none"),
}
OWN_STYLE: tuple[tuple[float, ...], str] = ((1.8, 3.2), "filled")

_KINDS = {
    "leads to": Phrase("leads to"),
    "contradicts": Phrase("contradicts"),
    "part of": Phrase("part of"),
    "condition for": Phrase("condition for"),
    "co-occurs with": Phrase("co-occurs with"),
    "heard from": Phrase("heard from"),
}


@dataclass(frozen=True, slots=True)
class Card:
    """Something on a map: centre and size in points; `kind` theme, code, case, memo, segment, note or group.

    `color` is as stored, `mark` hexagon, circle, square, diamond or ""; `line` stands below the name, `words` are what
    a quote, memo or note says; `stage` the name of a theme's phase, the `steps`-th of four; `dashed` for one that is no
    settled theme yet; `caution` says that it is unfinished. It is drawn `grown` times as large. `inside` is the group
    it stands in; a `small` one has no room for more than its name, in smaller letters.
    """

    key: UUID
    kind: str
    name: str
    x: float
    y: float
    width: float
    height: float
    color: str = ""
    mark: str = ""
    line: str = ""
    words: str = ""
    stage: str = ""
    steps: int = 0
    dashed: bool = False
    caution: bool = False
    grown: float = 1.0
    inside: UUID | None = None
    small: bool = False

    @property
    def box(self) -> Box:
        """Left, top, right and bottom."""
        half, high = self.width * self.grown / 2, self.height * self.grown / 2
        return self.x - half, self.y - high, self.x + half, self.y + high


@dataclass(frozen=True, slots=True)
class Line:
    """A relation between two cards; `words` stand behind its kind."""

    key: UUID
    source: UUID
    target: UUID
    kind: str
    directed: bool
    words: str = ""
    strength: float | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything a picture of a map shows; `page` is the width in pixels of the page it was laid out for, 0: none."""

    title: str
    cards: tuple[Card, ...]
    lines: tuple[Line, ...]
    caption: tuple[str, ...]
    sizes: tuple[tuple[float, str], ...] = ()  # for the legend: how much a card is grown, and what that means
    page: float = 0.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure with the boxes (x, y, width, height in its pixels) of the cards and of the words of the lines."""

    figure: "Figure"
    size: tuple[float, float]
    cards: dict[UUID, Box]
    labels: dict[UUID, Box]


def kind_name(kind: str) -> str:
    """A kind of relation as a phrase that can be said in another language; an own one as it is."""
    return _KINDS.get(kind, kind)


def style_of(kind: str, directed: bool) -> tuple[tuple[float, ...], str]:
    """Dashes and head (filled, open, diamond, bars or none) of a relation."""
    dashes, head = STYLES.get(kind, OWN_STYLE)
    if not directed and head != "bars":
        return dashes, "none"
    return dashes, "filled" if directed and head == "none" else head


def crowded(drawing: Drawing) -> bool:
    """Whether there are so many lines that their words are left out."""
    return len(drawing.lines) > max(_CROWD, 3 * len(drawing.cards))
