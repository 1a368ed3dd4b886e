"""Where lines of a map run: the same on the canvas and in its pictures."""

from ...analysis.map_geometry import (
    Box,
    Curve,
    Point,
    around,
    curve_between,
    grown,
    label_place,
    next_in_direction,
    touch,
)

__all__ = ["Box", "Curve", "Point", "around", "curve_between", "grown", "label_place", "next_in_direction", "touch"]
