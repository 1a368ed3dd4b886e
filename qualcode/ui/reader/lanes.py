"""Which stripe stands in which lane and which underline on which level: greedy, longest first."""

from bisect import bisect_right, insort
from collections.abc import Sequence

Extent = tuple[int, int]  # half-open


def groups(extents: Sequence[Extent]) -> list[list[int]]:
    """The indices of `extents`, which ascend by start, in groups that share no unit with each other.

    A group is a chain of overlaps, so lanes inside one group never depend on another: what is off screen
    can stay unallocated, and scrolling never moves a stripe.
    """
    found: list[list[int]] = []
    reach = -1
    for index, (start, end) in enumerate(extents):
        if start < reach:
            found[-1].append(index)
            reach = max(reach, end)
        else:
            found.append([index])
            reach = end
    return found


def allocate(extents: Sequence[Extent], most: int | None = None) -> list[int | None]:
    """The lane of each extent, 0 the nearest: longest first, then by place, each in the lowest free lane.

    No two extents that overlap get the same lane. With `most` lanes, what finds none gets None.
    """
    lanes: list[list[Extent]] = []
    chosen: list[int | None] = [None] * len(extents)
    order = sorted(
        range(len(extents)), key=lambda index: (extents[index][0] - extents[index][1], extents[index], index)
    )
    for index in order:
        extent = extents[index]
        for number, lane in enumerate(lanes):
            if _is_free(lane, extent):
                insort(lane, extent)
                chosen[index] = number
                break
        else:
            if most is None or len(lanes) < most:
                lanes.append([extent])
                chosen[index] = len(lanes) - 1
    return chosen


def allocate_ranked(extents: Sequence[Extent], ranks: Sequence[int], most: int) -> list[int | None]:
    """The lanes of extents that stand in groups side by side, the group of the lowest rank nearest."""
    chosen: list[int | None] = [None] * len(extents)
    used = 0
    for rank in sorted(set(ranks)):
        members = [index for index, other in enumerate(ranks) if other == rank]
        if used < most:
            lanes = allocate([extents[index] for index in members], most - used)
            for index, lane in zip(members, lanes, strict=True):
                chosen[index] = None if lane is None else used + lane
            used += max((lane + 1 for lane in lanes if lane is not None), default=0)
    return chosen


def _is_free(lane: list[Extent], extent: Extent) -> bool:
    at = bisect_right(lane, extent)
    return (at == 0 or lane[at - 1][1] <= extent[0]) and (at == len(lane) or lane[at][0] >= extent[1])


def label_tops(wanted: Sequence[float], pitch: float, limit: float) -> list[float | None]:
    """Where labels go that want to stand at the ascending heights `wanted`.

    Each stands at its height or is pushed down until it is `pitch` below the one before it; what would
    begin below `limit` gets None.
    """
    tops: list[float | None] = []
    free = float("-inf")
    for height in wanted:
        top = max(height, free)
        if top > limit:
            tops.append(None)
        else:
            tops.append(top)
            free = top + pitch
    return tops
