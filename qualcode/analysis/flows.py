"""Bands between two columns of codes (a Sankey picture) and across a ring (a chord picture), drawn flat."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from ..domain.selections import Selection
from .chart_pages import EDGE, NAME, Page, color_of
from .drawn import Mark
from .material import FloatArray
from .matrices import Label
from .sheets import elided, text_width

Opens = Callable[[int, int], Selection | None]  # of two places among the labels
Text = Callable[[float], str]
_GAP, _BLOCK = 10.0, 12.0  # between the codes of a column, and their width
_SEE_THROUGH = "70"  # bands lie on each other: 44 % opaque
_ARC = 14.0  # width of the ring
_ROW = 17.0  # between two names beside the ring
CURVE = (1, 4, 4, 4, 2, 4, 4, 4, 79)  # move, a curve, a line, a curve, close: as matplotlib.path.Path numbers them


def band(page: Page, color: str, points: Sequence[tuple[float, float]]) -> None:
    """A band along two curves; nine points as `CURVE` takes them."""
    page.sheet.shape(points, CURVE, fill=color + _SEE_THROUGH, z=1)


def readable(values: FloatArray, most: int = 60) -> tuple[FloatArray, float]:
    """The values with at most about so many bands, the widest (equal ones together), and the least of them; 0 if all
    are drawn."""
    known = np.sort(values[np.nan_to_num(values) > 0])[::-1]
    if known.size <= most:
        return values, 0.0
    above = known[known > known[most]]
    bound = float(above[-1]) if above.size >= most // 3 else float(known[most])
    return np.where(values >= bound, values, 0), bound


def sankey_height(values: FloatArray) -> float:
    """How high the picture of these flows stands."""
    most = max(int((values.sum(axis=1) > 0).sum()), int((values.sum(axis=0) > 0).sum()), 1)
    return max(300.0, 30.0 * most + 20)


def sankey(page: Page, labels: Sequence[Label], values: FloatArray, text: Text, says: str, opens: Opens) -> None:
    """From each row's code on the left to each column's on the right, as wide as its value; 0 and nan are no band.

    `says` is how a band names itself, with {a}, {b} and {value}.
    """
    values = np.nan_to_num(values)
    sides = (np.flatnonzero(values.sum(axis=1) > 0).tolist(), np.flatnonzero(values.sum(axis=0) > 0).tolist())
    whole = float(values.sum())
    if not whole:
        return
    room = page.body - 12 - _GAP * max(len(side) - 1 for side in sides)
    scale = room / whole
    names = [max((min(text_width(labels[n].name, NAME), 230.0) for n in side), default=0.0) for side in sides]
    left, right = EDGE + names[0] + 30, page.width - EDGE - names[1] - 30 - _BLOCK
    tops: list[NDArray[np.float64]] = []
    for side, totals in zip(sides, (values.sum(axis=1), values.sum(axis=0)), strict=True):
        high = totals[side] * scale
        used = high.sum() + _GAP * (len(side) - 1)
        starts = page.top + 6 + (page.body - 12 - used) / 2 + np.cumsum(high + _GAP) - (high + _GAP)
        full = np.zeros(len(labels))
        full[side] = starts
        tops.append(full)
        x = left if not len(tops) - 1 else right
        for n, start, tall in zip(side, starts, high, strict=True):
            label = labels[n]
            page.sheet.rectangles([(x, start, _BLOCK, max(tall, 1.0))], color_of(label, page.dark))
            where = (x - 10, "right") if x == left else (x + _BLOCK + 10, "left")
            page.sheet.mark(
                where[0] - 5 if x == left else where[0] + 5, start + tall / 2, label.mark, color_of(label, page.dark), 9
            )
            at = where[0] - 16 if x == left else where[0] + 16
            name = elided(label.name, 230.0, NAME)
            page.sheet.text(at, start + tall / 2, name, NAME, ha=where[1], color=page.tones.ink2)
    out, into = tops[0].copy(), tops[1].copy()
    begin, finish = left + _BLOCK, right
    middle = (begin + finish) / 2
    for a in sides[0]:
        for b in sides[1]:
            value = float(values[a, b])
            if not value:
                continue
            tall = value * scale
            y1, y2 = float(out[a]), float(into[b])
            points = [(begin, y1), (middle, y1), (middle, y2), (finish, y2), (finish, y2 + tall)]
            points += [(middle, y2 + tall), (middle, y1 + tall), (begin, y1 + tall), (begin, y1)]
            band(page, color_of(labels[a], page.dark), points)
            said = says.format(a=labels[a].path, b=labels[b].path, value=text(value))
            for x, y in ((begin, y1), (finish - 46, y2)):
                page.marks.append(Mark(x, y, 46, max(tall, 3.0), said, opens(int(a), int(b))))
            out[a] += tall
            into[b] += tall


def chord_height(many: int) -> float:
    """How high the ring of so many codes stands."""
    return max(430.0, _ROW * (many / 2 + 4) + 60)


def chord(page: Page, labels: Sequence[Label], values: FloatArray, text: Text, says: str, opens: Opens) -> None:
    """A ring of codes, each as long as all its values with others together, and a band for each pair.

    `values` is symmetric; 0 and nan are no band. A band has the colour of its first code in the ring.
    """
    values = np.nan_to_num(values)
    np.fill_diagonal(values, 0)
    totals = values.sum(axis=1)
    whole = float(totals.sum())
    if not whole:
        return
    size = len(labels)
    gap = min(0.05, 1.2 / size)
    lengths = totals / whole * (2 * np.pi - gap * size)
    starts = np.cumsum(lengths + gap) - (lengths + gap) - np.pi / 2  # from the top, to the right
    radius = min(page.body / 2 - 30, 260.0)
    x0, y0 = page.width / 2, page.top + page.body / 2

    def at(angle: float, far: float) -> tuple[float, float]:
        return x0 + far * float(np.cos(angle)), y0 + far * float(np.sin(angle))

    for n, label in enumerate(labels):
        ring = np.linspace(starts[n], starts[n] + lengths[n], max(3, int(lengths[n] * 60)))
        points = [at(a, radius) for a in ring] + [at(a, radius - _ARC) for a in ring[::-1]]
        kinds = [1] + [2] * (len(points) - 1)
        page.sheet.shape([*points, points[0]], [*kinds, 79], fill=color_of(label, page.dark), z=2)
    # what of each code's arc each partner takes: the far ones first, so that bands cross less
    taken: dict[tuple[int, int], tuple[float, float]] = {}
    inner = radius - _ARC - 2
    for n in range(size):
        angle = float(starts[n])
        for step in range(size - 1, 0, -1):
            other = (n + step) % size
            if values[n, other]:
                wide = float(values[n, other] / totals[n] * lengths[n])
                taken[n, other] = (angle, angle + wide)
                angle += wide
    marks: list[Mark] = []
    order = sorted(((a, b) for a, b in taken if a < b), key=lambda pair: -values[pair])
    for a, b in order:  # narrow ones above wide ones
        (a1, a2), (b1, b2) = taken[a, b], taken[b, a]
        _ribbon(page, color_of(labels[a], page.dark), at, inner, (a1, a2, b1, b2))
        said = says.format(a=labels[a].path, b=labels[b].path, value=text(float(values[a, b])))
        for angle in ((a1 + a2) / 2, (b1 + b2) / 2):
            x, y = at(angle, inner - 8)
            marks.append(Mark(x - 7, y - 7, 14, 14, said, opens(a, b)))
    page.marks += marks
    _ring_names(page, labels, starts + lengths / 2, radius, (x0, y0))


def _ribbon(
    page: Page,
    color: str,
    at: Callable[[float, float], tuple[float, float]],
    radius: float,
    ends: tuple[float, float, float, float],
) -> None:
    a1, a2, b1, b2 = ends
    along_a = [at(float(angle), radius) for angle in np.linspace(a1, a2, max(2, int((a2 - a1) * 40)))]
    along_b = [at(float(angle), radius) for angle in np.linspace(b1, b2, max(2, int((b2 - b1) * 40)))]
    points = [*along_a, _bent(at, radius, a2, b1), *along_b, _bent(at, radius, b2, a1), along_a[0]]
    kinds = [1, *[2] * (len(along_a) - 1), 3, 3, *[2] * (len(along_b) - 1), 3, 3]
    page.sheet.shape([*points, along_a[0]], [*kinds, 79], fill=color + _SEE_THROUGH, z=1)


def _bent(
    at: Callable[[float, float], tuple[float, float]], radius: float, one: float, other: float
) -> tuple[float, float]:
    """What bends a curve between two angles of the ring: the middle, or for near ones a place on their side of it, so
    that no band is pinched."""
    way = (other - one) % (2 * np.pi)
    middle, half = one + way / 2, way / 2
    if half > np.pi / 2:
        middle, half = middle + np.pi, np.pi - half
    return at(middle, radius * 0.8 * (1 - half / (np.pi / 2)) ** 1.2)


def _ring_names(
    page: Page, labels: Sequence[Label], angles: FloatArray, radius: float, centre: tuple[float, float]
) -> None:
    """Names beside the ring, a line each, tied to their arcs."""
    x0, y0 = centre
    for side in (1, -1):
        mine = [n for n in range(len(labels)) if (np.cos(angles[n]) >= 0) == (side == 1)]
        mine.sort(key=lambda n: float(np.sin(angles[n])))
        wanted = np.array([y0 + (radius + 16) * np.sin(angles[n]) for n in mine])
        for n, y in zip(mine, spread(wanted, _ROW, page.top + 8, page.top + page.body - 8), strict=True):
            x = x0 + side * (radius + 26)
            edge = x0 + (radius + 2) * float(np.cos(angles[n])), y0 + (radius + 2) * float(np.sin(angles[n]))
            page.sheet.line([edge[0], x - side * 4], [edge[1], y], page.tones.tie, 0.8)
            page.sheet.mark(x + side * 5, y, labels[n].mark, color_of(labels[n], page.dark), 9)
            room = (page.width - 2 * EDGE) / 2 - radius - 46
            name = elided(labels[n].name, room, NAME)
            page.sheet.text(x + side * 16, y, name, NAME, ha="left" if side == 1 else "right", color=page.tones.ink2)


def spread(wanted: FloatArray, least: float, low: float, high: float) -> list[float]:
    """Heights at least `least` apart, in order, near where they are wanted, within the bounds if there is room."""
    placed = list(map(float, wanted))
    for place in range(len(placed)):
        placed[place] = max(placed[place], placed[place - 1] + least if place else low)
    if placed and placed[-1] > high:
        placed[-1] = high
        for place in range(len(placed) - 2, -1, -1):
            placed[place] = min(placed[place], placed[place + 1] - least)
    return placed
