"""How much of a text is coded, and what is not."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

Place = tuple[int, int]  # half-open, in code points


def merged(spans: Iterable[Place]) -> list[Place]:
    """Spans as disjoint ones in order; those that touch become one, empty ones are left out."""
    found: list[Place] = []
    for start, end in sorted(spans):
        if start >= end:
            continue
        if found and start <= found[-1][1]:
            if end > found[-1][1]:
                found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def gaps(covered: Sequence[Place], start: int, end: int) -> list[Place]:
    """What of `[start, end)` lies in none of the disjoint, ascending spans."""
    found: list[Place] = []
    at = start
    for first, last in covered[bisect_right(covered, start, key=lambda span: span[1]) :]:
        if first >= end:
            break
        if first > at:
            found.append((at, first))
        at = max(at, last)
    if at < end:
        found.append((at, end))
    return found


def share(covered: Iterable[Place], characters: int) -> float:
    """Which part of a text disjoint spans cover, 0 to 1."""
    return sum(end - start for start, end in covered) / characters if characters else 0.0


def share_within(covered: Sequence[Place], places: Iterable[Place]) -> float:
    """Which part of some disjoint places disjoint, ascending spans cover, 0 to 1."""
    found = [(end - start, sum(last - first for first, last in gaps(covered, start, end))) for start, end in places]
    characters = sum(size for size, _ in found)
    return 1 - sum(bare for _, bare in found) / characters if characters else 0.0
