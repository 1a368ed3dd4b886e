"""Which codings get a stripe, in whose colour and beside whom: all, some codes, the latest, by coder, by theme."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from ...domain.codebook import Code
from ...domain.codings import PlacedCoding
from ...domain.palette import PALETTE

WAYS = ("all", "chosen", "recent", "coder", "theme")
SIDES = ("right", "left")
MOST_RECENT = 8  # codes


@dataclass(frozen=True, slots=True)
class Showing:
    """`by` is one of `WAYS`, `codes` those of “chosen”; `side` of a text that is read from the left: one that is read
    from the right is mirrored."""

    by: str = "all"
    codes: frozenset[UUID] = frozenset()
    side: str = "right"

    def written(self) -> str:
        """As the window remembers it; "" for the usual."""
        if self == Showing():
            return ""
        return " ".join([self.by, self.side, *sorted(str(code) for code in self.codes)])


def showing_of(written: str) -> Showing:
    """What was remembered; the usual where that is no such thing."""
    by, side, *codes = [*written.split(), "", ""][: max(2, len(written.split()))]
    if by not in WAYS or side not in SIDES:
        return Showing()
    try:
        return Showing(by, frozenset(UUID(code) for code in codes), side)
    except ValueError:
        return Showing()


@dataclass(frozen=True, slots=True)
class Dress:
    """How codings look: `tints` where a code or a coder is not drawn in the code's own colour, `rank` of what stands
    nearest the text first, `beside` what stands after the code's name."""

    by: str = "all"
    tints: Mapping[UUID, str] = field(default_factory=dict)
    ranks: Mapping[UUID, int] = field(default_factory=dict)
    beside: Mapping[UUID, str] = field(default_factory=dict)

    def _key(self, coding: PlacedCoding) -> UUID:
        return coding.coder if self.by == "coder" else coding.code

    def color(self, coding: PlacedCoding, code: Code) -> str:
        """The colour of a coding."""
        return self.tints.get(self._key(coding), code.color)

    def rank(self, coding: PlacedCoding) -> int:
        """Which of the groups that stand side by side it belongs to."""
        return self.ranks.get(self._key(coding), 0)

    def name(self, coding: PlacedCoding, code: Code) -> str:
        """What its stripe is called."""
        after = self.beside.get(self._key(coding), "")
        return f"{code.name} · {after}" if after else code.name


def dress(showing: Showing, codes: Mapping[UUID, Code], coders: Mapping[UUID, str]) -> Dress:
    """The colours, groups and names a way of showing gives."""
    if showing.by == "coder":
        order = list(coders)
        return Dress(
            "coder",
            {coder: PALETTE[number % len(PALETTE)].light for number, coder in enumerate(order)},
            {coder: number for number, coder in enumerate(order)},
            dict(coders),
        )
    if showing.by == "theme":
        tops = {code.id: _top(code, codes) for code in codes.values()}
        roots = sorted({top.id: top for top in tops.values()}.values(), key=lambda top: (top.position, top.id))
        places = {top.id: number for number, top in enumerate(roots)}
        return Dress(
            "theme",
            {code: top.color for code, top in tops.items()},
            {code: places[top.id] for code, top in tops.items()},
            {code: top.name for code, top in tops.items() if top.id != code},
        )
    return Dress()


def _top(code: Code, codes: Mapping[UUID, Code]) -> Code:
    """The theme or code at the top of a code's branch."""
    seen = {code.id}
    while code.parent is not None and code.parent in codes and code.parent not in seen:
        code = codes[code.parent]
        seen.add(code.id)
    return code


def shown(
    showing: Showing, codings: Sequence[PlacedCoding], recent: Sequence[UUID], also: UUID | None = None
) -> Sequence[PlacedCoding]:
    """The codings that get a stripe; the coding `also` always does, for it was asked for."""
    if showing.by == "chosen":
        codes: frozenset[UUID] = showing.codes
    elif showing.by == "recent":
        codes = frozenset(recent[:MOST_RECENT])
    else:
        return codings
    return [coding for coding in codings if coding.code in codes or coding.id == also]
