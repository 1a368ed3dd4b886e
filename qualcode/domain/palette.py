"""The code palette: 24 colours told apart by colour-blind readers too, each with a mark and a line pattern.

Within one shape any two differ by a CIEDE2000 distance of at least 9 in normal, protan, deutan and tritan
vision; across shapes the mark tells them apart, so colour never speaks alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Swatch:
    """A palette entry: its English name, colours for light and dark ground, mark and line pattern."""

    name: str
    light: str
    dark: str
    mark: str  # circle | square | diamond
    dashes: tuple[float, ...]  # lengths on, off; empty = solid


_COLORS = (
    "blue 2067DA 8AB4FA|ochre AC6304 F2AB6A|pine 064936 598D79|coral F05751 FDC8C2|plum 64098E A866D4|"
    "cyan 1099B4 7CDEF8|moss 4F5106 92965B|ruby AB0751 F66D96|"
    "indigo 243BB2 6488F8|lime 7E9500 C3DB71|oxblood 830F05 CD6556|teal 389A97 8DDFDC|"
    "lavender 926BEF D0C4FF|umber 7E5239 C3977F|rose C54064 FB9DAE|slate 366E86 81B3CB|"
    "rust A94008 F18C64|jade 1B9579 7DDABE|violet 7C3FBE BE8FFE|mustard A18800 E5CE70|"
    "navy 045378 5F99BC|wine 7F0A3C CA627F|azure 4C81FA B7CEFE|mauve 8A5654 D09B99"
)
_MARKS: tuple[tuple[str, tuple[float, ...]], ...] = (
    ("circle", ()),
    ("square", (8.0, 3.0)),
    ("diamond", (2.5, 2.5)),
)

PALETTE: tuple[Swatch, ...] = tuple(
    Swatch(name, f"#{light}", f"#{dark}", *_MARKS[number // 8])
    for number, (name, light, dark) in enumerate(entry.split() for entry in _COLORS.split("|"))
)
_BY_COLOR = {swatch.light: swatch for swatch in PALETTE}

HEAT_LIGHT = ("#F4F3F0", "#DCE7F1", "#B4CFE4", "#7FB0D3", "#4587B8", "#1D5E93", "#0B3A63")
HEAT_DARK = ("#24272B", "#24384A", "#2A5272", "#33709C", "#4C93C4", "#86BEE4", "#D3EBFB")


def swatch(color: str) -> Swatch:
    """The palette entry of a stored colour (`#RRGGBB`); one of the user's own becomes a solid circle."""
    known = _BY_COLOR.get(color.upper())
    return known or Swatch(color, color, _lightened(color), "circle", ())


def next_color(used: Iterable[str]) -> str:
    """The least used palette colour, the first of them in palette order."""
    counts = dict.fromkeys(_BY_COLOR, 0)
    for color in used:
        if color in counts:
            counts[color] += 1
    return min(counts, key=lambda color: counts[color])


def _lightened(color: str) -> str:
    """The same hue for dark ground: mixed half with white when it is too dark to see there."""
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    if 0.299 * red + 0.587 * green + 0.114 * blue >= 140:
        return color
    return "#" + "".join(f"{(channel + 255) // 2:02X}" for channel in (red, green, blue))
