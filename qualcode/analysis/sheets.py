"""A sheet to draw on in pixels, with text that is measured, elided, and always found in some font."""

import logging
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache, wraps
from threading import RLock
from typing import Any, ParamSpec, TypeVar

from ..domain.visible import MISSING, between_signs, note_replaced, without_empty
from .drawn import Drawn, Mark

PIXELS = 96  # to the inch: sizes here are CSS pixels, as in the design
_FAMILIES = (
    "Noto Sans",
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Microsoft YaHei",
    "PingFang SC",
    "DejaVu Sans",
)
_MIDDLE = 0.357  # half the height of digits and capitals in Noto Sans, as a part of the size

# that a font has no bold is nothing to tell whoever wanted a chart: the signs are there
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)

# Matplotlib's settings belong to the whole process and its figures to no thread: whoever makes, paints or writes one
# holds this lock meanwhile, or a file would be written with the settings of another
DRAWING = RLock()
_P = ParamSpec("_P")
_R = TypeVar("_R")
_calling: ContextVar[Callable[[str], str]] = ContextVar("calling", default=str)


def _alone(draw: Callable[_P, _R]) -> Callable[_P, _R]:
    @wraps(draw)
    def drawn(*args: _P.args, **named: _P.kwargs) -> _R:
        with DRAWING:
            return draw(*args, **named)

    return drawn


@contextmanager
def calling(called: Callable[[str], str]) -> Iterator[None]:
    """Whatever is written or measured meanwhile in this thread is written as `called` gives it back: people by their
    display ids, for instance. It gets every text whole, before it is cut short or broken into lines."""
    known: dict[str, str] = {}

    def once(text: str) -> str:
        if text not in known:
            known[text] = called(text)
        return known[text]

    before = _calling.set(once)
    try:
        yield
    finally:
        _calling.reset(before)


class Shown(str):
    """Words as they stand on a sheet: how people are called in them is settled."""

    __slots__ = ()


def shown(text: str) -> Shown:
    """The words as they are written on a sheet; for whoever breaks them into pieces before they are."""
    return text if isinstance(text, Shown) else Shown(_calling.get()(text))


@dataclass(frozen=True, slots=True)
class Tones:
    """The neutral colours of a chart."""

    ground: str
    ink: str
    ink2: str
    ink3: str
    line: str
    tie: str
    bar: str


LIGHT = Tones("#FFFFFF", "#1D1F21", "#50545A", "#61656C", "#E0DED9", "#A8A7A3", "#7FB0D3")
DARK = Tones("#1B1C1F", "#E4E2DD", "#B9BBBF", "#A0A3AA", "#33363B", "#75787E", "#33709C")


class Sheet:
    """A figure of `width` x `height` pixels, measured from its top left corner."""

    @_alone
    def __init__(self, width: float, height: float, tones: Tones) -> None:
        from matplotlib.figure import Figure

        self.tones = tones
        self.width, self.height = width, height
        self.figure = Figure(figsize=(width / PIXELS, height / PIXELS), dpi=PIXELS, facecolor=tones.ground)
        self._axes: Any = self.figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        self._axes.set_axis_off()

    def drawn(self, marks: Sequence[Mark] = ()) -> Drawn:
        """What was drawn, with what in it can be pointed at."""
        return Drawn(self.figure, self.width, self.height, tuple(marks))

    def text(self, x: float, y: float, text: str, size: float, **style: Any) -> None:
        """Write with digits and capitals centred on `y`; `size` in pixels, `style` as Text takes it."""
        written = printable(shown(text), noting=True)
        style.setdefault("color", self.tones.ink)
        weight = style.pop("weight", "normal")
        slanted = "rotation" in style
        if not slanted:
            y += _MIDDLE * size
        style.setdefault("va", "baseline")
        with DRAWING:
            # Matplotlib puts signs of a second font beside their place where a text is turned
            font = _font(written, size, weight, alone=slanted)
            self._axes.text(x, y, written, font=font, parse_math=False, clip_on=False, **style)

    @_alone
    def rectangles(self, boxes: Sequence[tuple[float, float, float, float]], color: str) -> None:
        """Fill boxes (x, y, width, height) with one colour, in few paths however many they are."""
        import numpy as np
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        kinds = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY]
        # a path of a hundred thousand boxes takes the rasterizer many times as long as its parts
        for begin in range(0, len(boxes), 1000):
            x, y, width, height = np.array(boxes[begin : begin + 1000], dtype=np.float64).T
            corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
            points = np.stack([np.stack(corner, axis=-1) for corner in corners], axis=1).reshape(-1, 2)
            path = Path(points, np.tile(np.array(kinds, dtype=np.uint8), x.size))
            self._axes.add_artist(PathPatch(path, facecolor=color, edgecolor="none", linewidth=0))

    @_alone
    def numbers(self, texts: Sequence[tuple[float, float, str, float]], color: str) -> None:
        """Write numbers (x, y of their middle, text, size) as one path: thousands of Text take seconds."""
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path
        from matplotlib.transforms import Affine2D

        if not texts:
            return
        paths = []
        for x, y, text, size in texts:
            outline, width = _outline(text)
            place = Affine2D().translate(-width / 2, 0).scale(size, -size).translate(x, y + _MIDDLE * size)
            paths.append(outline.transformed(place))
        whole = Path.make_compound_path(*paths)
        self._axes.add_artist(PathPatch(whole, facecolor=color, edgecolor="none", linewidth=0, zorder=3))

    @_alone
    def line(self, xs: Sequence[float], ys: Sequence[float], color: str, width: float = 1, z: float = 1) -> None:
        """Draw a line through points."""
        from matplotlib.lines import Line2D

        points = width * 72 / PIXELS
        self._axes.add_line(
            Line2D(xs, ys, color=color, linewidth=points, zorder=z, solid_capstyle="butt", clip_on=False)
        )

    @_alone
    def shape(
        self,
        points: Sequence[tuple[float, float]],
        kinds: Sequence[int],
        *,
        fill: str = "none",
        edge: str = "none",
        width: float = 1,
        dashes: Sequence[float] = (),
        z: float = 1,
    ) -> None:
        """Draw a path (`kinds` are those of `matplotlib.path.Path`), filled, edged or both; lengths in pixels."""
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        style = (0, tuple(length / width for length in dashes)) if dashes else "solid"
        points_wide = width * 72 / PIXELS if edge != "none" else 0
        self._axes.add_artist(
            PathPatch(
                Path(list(points), list(kinds)),
                facecolor=fill,
                edgecolor=edge,
                linewidth=points_wide,
                linestyle=style,
                capstyle="butt",
                joinstyle="miter",
                zorder=z,
                clip_on=False,
            )
        )

    @_alone
    def ring(self, x: float, y: float, radius: float, fill: str, edge: str) -> None:
        """Draw a circle filled and edged."""
        from matplotlib.patches import Circle

        wide = 72 / PIXELS
        self._axes.add_artist(Circle((x, y), radius, facecolor=fill, edgecolor=edge, linewidth=wide, zorder=1))

    @_alone
    def mark(self, x: float, y: float, kind: str, color: str, diameter: float, *, z: float = 2) -> None:
        """Draw a code's mark (circle, square, diamond) or a theme's hexagon: a ring filled to 22 %."""
        from matplotlib.colors import to_rgba
        from matplotlib.patches import Circle, Polygon, RegularPolygon

        radius = diameter / 2
        style: dict[str, Any] = {"facecolor": color, "edgecolor": "none", "linewidth": 0, "zorder": z}
        if kind == "hexagon":
            style |= {"facecolor": mixed(color, self.tones.ground), "edgecolor": to_rgba(color)}
            style["linewidth"] = 1.6 * 72 / PIXELS
            patch: Any = RegularPolygon((x, y), 6, radius=radius, **style)
        elif kind == "circle":
            patch = Circle((x, y), radius, **style)
        else:
            # the same area as the circle, so that no shape looks weightier
            half = radius * (0.886 if kind == "square" else 1.2)
            offsets = [(-1, -1), (1, -1), (1, 1), (-1, 1)] if kind == "square" else [(0, -1), (1, 0), (0, 1), (-1, 0)]
            patch = Polygon([(x + half * dx, y + half * dy) for dx, dy in offsets], closed=True, **style)
        self._axes.add_artist(patch)


def mixed(color: str, ground: str, share: float = 0.22) -> str:
    """`color` at `share` over the ground, as an opaque colour: PDF readers print it alike."""
    pairs = ((int(color[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(share * over + (1 - share) * under):02X}" for over, under in pairs)


def text_width(text: str, size: float, weight: str = "normal") -> float:
    """Width of a text in pixels."""
    return _width(str(shown(text)), size, weight)


@lru_cache(maxsize=8192)
@_alone
def _width(text: str, size: float, weight: str) -> float:
    written = printable(text)
    # measured large: at screen size the hinting of single signs adds up to some per cent
    width, _, _ = _renderer().get_text_width_height_descent(written, _font(written, 4 * size, weight), False)
    return float(width) / 4


@lru_cache(maxsize=4096)
def _outline(text: str) -> tuple[Any, float]:
    """Outline of a text one pixel high (y upwards) and its width."""
    from matplotlib.textpath import TextPath

    points = 100 * PIXELS / 72  # TextPath takes pixels for points
    outline = TextPath((0, 0), text, prop=_font(text, points, "normal"), usetex=False)
    scaled = outline.transformed(_scaled(1 / 100))
    return scaled, _width(text, 100, "normal") / 100


def _scaled(factor: float) -> Any:
    from matplotlib.transforms import Affine2D

    return Affine2D().scale(factor)


def elided(text: str, width: float, size: float, weight: str = "normal") -> str:
    """The text, cut at its end with an ellipsis so that it is no wider than `width` pixels."""
    return Shown(_elided(shown(text), width, size, weight))


def _elided(text: str, width: float, size: float, weight: str) -> str:
    if _width(text, size, weight) <= width:
        return text
    low, high = 0, min(len(text), int(width / size * 8))  # no eight signs are narrower than one is high
    while low < high:  # the most signs that fit
        middle = (low + high + 1) // 2
        if _width(text[:middle].rstrip() + "…", size, weight) <= width:
            low = middle
        else:
            high = middle - 1
    return text[: between_signs(text, low)].rstrip() + "…"


def wrapped(text: str, width: float, size: float) -> list[str]:
    """The text in lines no wider than `width` pixels; CJK text breaks between any two signs."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(shown(text)):
        if line and _width((line + piece).rstrip(), size, "normal") > width:
            lines.append(line.rstrip())
            line = ""
        line += piece
        while _width(line.rstrip(), size, "normal") > width and len(line) > 1:  # one word wider than the sheet
            fits = _elided(line.rstrip(), width, size, "normal")[:-1]
            lines.append(fits or line[0])
            line = line[len(lines[-1]) :]
    if line.strip():
        lines.append(line.rstrip())
    return [Shown(one) for one in lines]


def _pieces(text: str) -> list[str]:
    """Where lines may break: behind white space, but not in “n = 12”, and behind CJK signs that no closing mark
    follows."""
    pieces = [""]
    for place, char in enumerate(text):
        pieces[-1] += char
        following = text[place + 1 : place + 2]
        wide = unicodedata.east_asian_width(char) == "W" and following not in "，。、；：！？）】」》”’"
        blank = char == " " and "=" not in (text[place - 1 : place], following)
        if blank or wide:
            pieces.append("")
    return [piece for piece in pieces if piece]


@lru_cache(maxsize=1)
def _renderer() -> Any:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    # a canvas of its own for measuring; a hidden figure never becomes anybody's current one
    canvas: Any = FigureCanvasAgg(Figure(figsize=(1, 1), dpi=PIXELS))
    return canvas.get_renderer()


@lru_cache(maxsize=1)
def _installed() -> tuple[str, ...]:
    from matplotlib import font_manager

    names = {font.name for font in font_manager.fontManager.ttflist}
    usual = [name for name in _FAMILIES if name in names]
    others = sorted(names - set(usual), key=lambda name: (not name.startswith("Noto Sans"), name))
    return (*usual, "|", *(name for name in others if "Resort" not in name and "Emoji" not in name))


@lru_cache(maxsize=512)
def _signs(family: str) -> frozenset[int]:
    from matplotlib import font_manager

    path = font_manager.findfont(font_manager.FontProperties(family=[family]), fallback_to_default=True)
    return frozenset(font_manager.get_font(path).get_charmap())


@lru_cache(maxsize=4096)
def _family(char: str) -> str:
    """The first family that has a sign, empty when none has: the usual ones first, then all others."""
    return next((name for name in _installed() if name != "|" and ord(char) in _signs(name)), "")


def printable(text: str, noting: bool = False) -> str:
    """The text with control signs and those without a trace gone and signs that no font has as white squares; `noting`
    them for whoever asked for the picture."""
    signs = []
    for char in without_empty(text):  # Matplotlib's .pdf fails over U+FEFF
        category = unicodedata.category(char)
        if char.isspace():
            signs.append(" ")
        elif category in ("Cc", "Cs"):  # some fonts draw them, but no SVG may hold them
            continue
        elif category != "Cn" and _family(char):
            signs.append(char)
        elif category not in ("Cf", "Mn"):
            if noting:
                note_replaced(char)
            signs.append(MISSING)
    return "".join(signs)


def _font(text: str, size: float, weight: str, alone: bool = False) -> Any:
    """Fonts that have all signs of a text; with `alone` one that has them all stands first, where there is one."""
    from matplotlib.font_manager import FontProperties

    usual = _installed()[: _installed().index("|")]
    families = dict.fromkeys([*usual, *(_family(char) for char in text if _family(char))])
    if alone:
        whole = [name for name in families if all(ord(char) in _signs(name) for char in text)]
        families = dict.fromkeys([*whole[:1], *families])
    return FontProperties(family=list(families), size=size * 72 / PIXELS, weight=weight)
