"""Circles packed close to each other without touching: always the same picture for the same radii."""

import math
from collections.abc import Sequence

Circle = tuple[float, float, float]  # x, y, radius


def packed(radii: Sequence[float], gap: float = 0.0) -> list[Circle]:
    """Circles of these radii round the origin, at least `gap` apart, in the order given.

    The largest comes first; each next one goes where it touches two of those that stand, as near as can be to their
    middle (Wang et al. 2006 in its plainest form). Nothing is random.
    """
    order = sorted(range(len(radii)), key=lambda place: (-radii[place], place))
    placed: list[Circle] = []
    where: dict[int, Circle] = {}
    for place in order:
        wide = radii[place] + gap / 2
        x, y = _nearest(placed, wide)
        placed.append((x, y, wide))
        where[place] = (x, y, radii[place])
    return [where[place] for place in range(len(radii))]


def _nearest(placed: list[Circle], radius: float) -> tuple[float, float]:
    if not placed:
        return 0.0, 0.0
    if len(placed) == 1:
        return placed[0][0] + placed[0][2] + radius, placed[0][1]
    weight = sum(wide**2 for *_, wide in placed)
    middle = (
        sum(px * wide**2 for px, _, wide in placed) / weight,
        sum(py * wide**2 for _, py, wide in placed) / weight,
    )
    best: tuple[float, float, float] | None = None
    for number, one in enumerate(placed):
        for other in placed[:number]:
            for x, y in _beside(one, other, radius):
                far = round(math.hypot(x - middle[0], y - middle[1]), 6)
                if (best is None or far < best[0]) and _free(placed, x, y, radius):
                    best = (far, x, y)
    if best is None:  # two equal circles always leave a place at their outside
        edge = max(x + wide for x, _, wide in placed)
        return edge + radius, 0.0
    return best[1], best[2]


def _beside(one: Circle, other: Circle, radius: float) -> list[tuple[float, float]]:
    """The middles of the circles of a radius that touch both."""
    (x1, y1, r1), (x2, y2, r2) = one, other
    a, b = r1 + radius, r2 + radius
    dx, dy = x2 - x1, y2 - y1
    far = math.hypot(dx, dy)
    if far > a + b or far == 0:
        return []
    along = (a * a - b * b + far * far) / (2 * far)
    high = math.sqrt(max(a * a - along * along, 0.0))
    x, y = x1 + along * dx / far, y1 + along * dy / far
    return [(x - high * dy / far, y + high * dx / far), (x + high * dy / far, y - high * dx / far)]


def _free(placed: list[Circle], x: float, y: float, radius: float) -> bool:
    return all((x - px) ** 2 + (y - py) ** 2 >= (radius + wide) ** 2 - 1e-7 for px, py, wide in placed)


def enclosing(circles: Sequence[Circle]) -> Circle:
    """A circle that holds all of these, nearly the smallest (its middle is found step by step)."""
    if not circles:
        return 0.0, 0.0, 0.0
    x = sum(one[0] * one[2] for one in circles) / sum(one[2] for one in circles)
    y = sum(one[1] * one[2] for one in circles) / sum(one[2] for one in circles)
    step = 0.5
    for _ in range(200):  # towards the circle that reaches furthest, ever less
        far = max(circles, key=lambda one: math.hypot(one[0] - x, one[1] - y) + one[2])
        x, y = x + (far[0] - x) * step, y + (far[1] - y) * step
        step *= 0.96
    return x, y, max(math.hypot(one[0] - x, one[1] - y) + one[2] for one in circles)
