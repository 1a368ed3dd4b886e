"""Lanes and levels: nothing overlaps, the longest is nearest, groups are independent."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qualcode.ui.reader.lanes import allocate, groups, label_tops

EXTENTS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 25)).map(lambda pair: (pair[0], pair[0] + pair[1])),
    max_size=40,
)


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@given(EXTENTS)
def test_overlapping_extents_get_lanes_of_their_own(extents: list[tuple[int, int]]) -> None:
    lanes = allocate(extents)
    assert None not in lanes
    for i, one in enumerate(extents):
        for j in range(i):
            assert not (lanes[i] == lanes[j] and overlap(one, extents[j]))


@given(EXTENTS)
def test_a_lane_further_out_is_only_taken_behind_something_as_long(extents: list[tuple[int, int]]) -> None:
    lanes = allocate(extents)
    for extent, lane in zip(extents, lanes, strict=True):
        nearer = set(range(lane or 0))
        blocked = {
            other_lane
            for other, other_lane in zip(extents, lanes, strict=True)
            if overlap(extent, other) and other[1] - other[0] >= extent[1] - extent[0]
        }
        assert nearer <= blocked


@given(EXTENTS, st.integers(1, 4))
def test_with_a_limit_the_rest_gets_none(extents: list[tuple[int, int]], most: int) -> None:
    free, limited = allocate(extents), allocate(extents, most)
    assert all(lane is None or lane < most for lane in limited)
    if max((lane for lane in free if lane is not None), default=0) < most:
        assert limited == free


@given(EXTENTS)
def test_groups_share_nothing_and_lanes_do_not_depend_on_other_groups(extents: list[tuple[int, int]]) -> None:
    extents = sorted(extents)
    found = groups(extents)
    assert sorted(index for group in found for index in group) == list(range(len(extents)))
    for group, following in pairwise(found):
        assert max(extents[index][1] for index in group) <= min(extents[index][0] for index in following)
    whole = allocate(extents)
    for group in found:
        assert allocate([extents[index] for index in group]) == [whole[index] for index in group]


@given(st.lists(st.integers(0, 500), max_size=30), st.integers(0, 600))
def test_labels_are_only_pushed_down_and_never_too_close(wanted: list[int], limit: int) -> None:
    wanted.sort()
    tops = label_tops(wanted, 20, limit)
    kept = [top for top in tops if top is not None]
    assert all(top is None or top >= height for top, height in zip(tops, wanted, strict=True))
    assert all(second - first >= 20 for first, second in pairwise(kept))
    assert all(top <= limit for top in kept)
