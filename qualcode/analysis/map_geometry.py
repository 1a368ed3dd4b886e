"""Where lines of a map run: from the edge of one box to the edge of another, several between two fanned out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import hypot

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom

FAN = 76.0  # how far apart the bends of two lines between the same boxes are
_SINGLE = 0.16  # the bend of a line that is alone, as a share of its length
_MOST_SINGLE = 46.0
_GAP = 2.0  # between the end of a line and the box
_ASIDE = 0.12  # so much of a label may be covered before it leaves its line
_APART = 16.0  # between boxes that have grown
_PIECES = 14  # straight pieces a curve is measured by
_LABELS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)  # where along its line a label may stand, best first


@dataclass(frozen=True, slots=True)
class Curve:
    """A quadratic curve: where it begins, what it bends to, where it ends."""

    x0: float
    y0: float
    cx: float
    cy: float
    x1: float
    y1: float

    def at(self, t: float) -> Point:
        """The place a share `t` of the way along."""
        u = 1 - t
        a, b, c = u * u, 2 * u * t, t * t
        return a * self.x0 + b * self.cx + c * self.x1, a * self.y0 + b * self.cy + c * self.y1

    def bounds(self) -> Box:
        """A box around the curve; its bend lies half way to the control point."""
        mx, my = self.at(0.5)
        # a quadratic curve stays within the triangle; half of the way to its tip is enough for ours
        qx, qy = (self.cx + mx) / 2, (self.cy + my) / 2
        return (
            min(self.x0, self.x1, qx),
            min(self.y0, self.y1, qy),
            max(self.x0, self.x1, qx),
            max(self.y0, self.y1, qy),
        )

    def crosses(self, box: Box, by: float) -> bool:
        """Whether a quarter of the curve comes as near as that to a box; closer than `bounds`, and not exact."""
        ax, ay = self.x0, self.y0
        for share in (0.25, 0.5, 0.75, 1.0):
            bx, by_ = self.at(share)
            if (
                min(ax, bx) - by < box[2]
                and box[0] < max(ax, bx) + by
                and min(ay, by_) - by < box[3]
                and box[1] < max(ay, by_) + by
            ):
                return True
            ax, ay = bx, by_
        return False

    def away(self, x: float, y: float) -> float:
        """How far a place is from the curve."""
        best = float("inf")
        ax, ay = self.x0, self.y0
        for piece in range(1, _PIECES + 1):
            bx, by = self.at(piece / _PIECES)
            best = min(best, _distance(x, y, ax, ay, bx, by))
            ax, ay = bx, by
        return best

    def heading(self, back: float = 0.0) -> Point:
        """The direction (length 1) in which the curve arrives at its end; with `back` 1 at its beginning."""
        dx, dy = (self.x0 - self.cx, self.y0 - self.cy) if back else (self.x1 - self.cx, self.y1 - self.cy)
        length = hypot(dx, dy) or 1.0
        return dx / length, dy / length


def curve_between(one: Box, other: Box, place: int = 0, of: int = 1, turned: bool = False) -> Curve:
    """The line from box `one` to box `other`, the `place`-th `of` so many between the two.

    `turned` says that it runs against the order in which the two are counted, so that lines there and back do not
    lie on one another.
    """
    ax, ay = (one[0] + one[2]) / 2, (one[1] + one[3]) / 2
    bx, by = (other[0] + other[2]) / 2, (other[1] + other[3]) / 2
    dx, dy = bx - ax, by - ay
    length = hypot(dx, dy) or 1.0
    nx, ny = -dy / length, dx / length
    if turned:
        nx, ny = -nx, -ny
    bend = (place - (of - 1) / 2) * FAN if of > 1 else min(_SINGLE * length, _MOST_SINGLE) * (-1 if turned else 1)
    cx, cy = (ax + bx) / 2 + nx * bend, (ay + by) / 2 + ny * bend
    aside = bend / 4 if of > 1 else 0.0
    x0, y0 = _leave(one, ax + nx * aside, ay + ny * aside, cx, cy)
    x1, y1 = _leave(other, bx + nx * aside, by + ny * aside, cx, cy)
    return Curve(x0, y0, cx, cy, x1, y1)


def _leave(box: Box, x: float, y: float, to_x: float, to_y: float) -> Point:
    """Where a ray from a place in a box leaves it."""
    left, top, right, bottom = box
    x = min(max(x, left + 4), right - 4) if right - left > 8 else (left + right) / 2
    y = min(max(y, top + 4), bottom - 4) if bottom - top > 8 else (top + bottom) / 2
    dx, dy = to_x - x, to_y - y
    length = hypot(dx, dy)
    if length < 1e-6:
        return x, y
    across = ((right if dx > 0 else left) - x) / dx if abs(dx) > 1e-9 else float("inf")
    down = ((bottom if dy > 0 else top) - y) / dy if abs(dy) > 1e-9 else float("inf")
    share = min(across, down) + _GAP / length
    return x + dx * share, y + dy * share


def room_for(boxes: Iterable[tuple[Box, Box]]) -> float:
    """How much farther apart boxes, each in its usual size and grown around the same middle, must stand so that none
    covers another that it did not cover in its usual size; 1 where there is room."""
    factor = 1.0
    for (one, wide), (other, high) in combinations(boxes, 2):
        if touch(one, other) or not touch(grown(wide, _APART / 2), grown(high, _APART / 2)):
            continue
        dx, dy = (abs(one[at] + one[at + 2] - other[at] - other[at + 2]) / 2 for at in (0, 1))
        across, down = ((wide[at + 2] - wide[at] + high[at + 2] - high[at]) / 2 + _APART for at in (0, 1))
        factor = max(factor, min(across / max(dx, 1.0), down / max(dy, 1.0)))
    return factor


def label_place(curve: Curve, width: float, height: float, boxes: Iterable[Box]) -> Point:
    """The middle of a label on its line where it covers none of the boxes; else close beside the line, where that
    covers much less; else where it covers least."""
    around = list(boxes)

    def covered(place: Point) -> float:
        x, y = place
        mine = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        return sum(_shared(mine, box) for box in around)

    best: tuple[float, Point] | None = None
    for share in _LABELS:
        place = curve.at(share)
        cost = covered(place)
        if best is None or cost < best[0]:
            best = cost, place
        if cost == 0:
            return place
    assert best is not None
    for place in _beside(curve, width, height):
        cost = covered(place) + _ASIDE * width * height
        if cost < best[0]:
            best = cost, place
    return best[1]


def _beside(curve: Curve, width: float, height: float) -> Iterator[Point]:
    """Places of a label that touches its line at one side or the other."""
    dx, dy = curve.x1 - curve.x0, curve.y1 - curve.y0
    length = hypot(dx, dy) or 1.0
    nx, ny = -dy / length, dx / length
    away = abs(nx) * width / 2 + abs(ny) * height / 2 + _GAP
    for share in _LABELS[:3]:
        x, y = curve.at(share)
        for side in (1, -1):
            yield x + side * nx * away, y + side * ny * away


def _shared(one: Box, other: Box) -> float:
    """How much of the plane lies in both boxes."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across * down if across > 0 and down > 0 else 0.0


def touch(one: Box, other: Box) -> bool:
    """Whether two boxes share a place."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def around(boxes: Iterable[Box]) -> Box | None:
    """One box around all, None around none."""
    found = list(boxes)
    if not found:
        return None
    return (
        min(box[0] for box in found),
        min(box[1] for box in found),
        max(box[2] for box in found),
        max(box[3] for box in found),
    )


def grown(box: Box, by: float) -> Box:
    """The box with a margin."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def next_in_direction(here: Point, places: dict[object, Point], dx: int, dy: int) -> object | None:
    """What lies next in a direction: near, and rather ahead than aside; None when nothing lies there."""
    best: tuple[float, object] | None = None
    for key, (x, y) in places.items():
        ahead = (x - here[0]) * dx + (y - here[1]) * dy
        aside = abs((x - here[0]) * dy) + abs((y - here[1]) * dx)
        if ahead <= 1 or aside > 2.5 * ahead + 40:
            continue
        cost = ahead + 2 * aside
        if best is None or cost < best[0]:
            best = cost, key
    return best[1] if best else None


def _distance(x: float, y: float, ax: float, ay: float, bx: float, by: float) -> float:
    along, across = bx - ax, by - ay
    length = along * along + across * across
    share = 0.0
    if length:
        share = max(0.0, min(1.0, ((x - ax) * along + (y - ay) * across) / length))
    return hypot(x - ax - share * along, y - ay - share * across)
