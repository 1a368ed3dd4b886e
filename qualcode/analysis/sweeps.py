"""Spans as sorted arrays: distinct rows, unions, every pair that shares a character, in bounded memory."""

from collections.abc import Iterator

import numpy as np

from .material import BoolArray, IntArray

BLOCK = 1 << 17  # pairs held at once: small enough to stay in the processor's cache


def distinct_rows(*columns: IntArray) -> tuple[IntArray, ...]:
    """The distinct rows of columns of whole numbers >= 0, sorted by the first column, then the next."""
    if not columns[0].size:
        return columns
    widths = [int(column.max()).bit_length() for column in columns]
    if sum(widths) > 63:
        order = np.lexsort(columns[::-1])
        ordered = [column[order] for column in columns]
        fresh = np.logical_or.reduce([heads(column) for column in ordered])
        return tuple(column[fresh] for column in ordered)
    # sorting one packed number is several times faster than sorting by several columns
    keys = columns[0].astype(np.int64)
    for column, width in zip(columns[1:], widths[1:], strict=True):
        keys = (keys << width) | column
    keys = distinct(keys)
    unpacked: list[IntArray] = []
    for width in reversed(widths[1:]):
        unpacked.append(keys & ((1 << width) - 1))
        keys = keys >> width
    return (keys, *reversed(unpacked))


def distinct(keys: IntArray) -> IntArray:
    """The distinct numbers (>= 0), ascending."""
    if not (keys[1:] >= keys[:-1]).all():
        # half the width sorts in half the time
        narrow = int(keys.max()) < 1 << 31
        keys = np.sort(keys.astype(np.int32)).astype(np.int64) if narrow else np.sort(keys)
    return keys[heads(keys)]


def heads(values: IntArray) -> BoolArray:
    """True where a value differs from the one before it; the first always does."""
    fresh = np.ones(values.size, dtype=np.bool_)
    np.not_equal(values[1:], values[:-1], out=fresh[1:])
    return fresh


def union(group: IntArray, start: IntArray, end: IntArray) -> tuple[IntArray, IntArray]:
    """The union of spans per group, from rows sorted by group and start.

    Returns the index of the first row of every united span, and its end.
    """
    if not start.size:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    # lay the groups end to end, so that one running maximum serves all of them
    length = int(end.max()) + 1
    shift = group * length
    reach = np.maximum.accumulate(end + shift)
    fresh = np.ones(start.size, dtype=np.bool_)
    np.greater((start + shift)[1:], reach[:-1], out=fresh[1:])
    first = np.flatnonzero(fresh)
    last = np.append(first[1:], start.size) - 1
    return first, reach[last] - shift[first]


def runs(first: IntArray, counts: IntArray) -> tuple[IntArray, IntArray]:
    """Row number and value of the runs `first[i], first[i] + 1, …` of `counts[i]` values each."""
    row = np.repeat(np.arange(counts.size, dtype=np.int64), counts)
    value = np.arange(row.size, dtype=np.int64) + np.repeat(first - np.cumsum(counts) + counts, counts)
    return row, value


def blocks(counts: IntArray, most: int = BLOCK) -> Iterator[slice]:
    """Slices of rows that have at most `most` counts together (a single row may have more)."""
    total = np.cumsum(counts)
    begin = 0
    while begin < counts.size:
        before = int(total[begin - 1]) if begin else 0
        stop = max(begin + 1, int(np.searchsorted(total, before + most, side="right")))
        yield slice(begin, stop)
        begin = stop


def overlapping(start: IntArray, end: IntArray) -> Iterator[tuple[IntArray, IntArray]]:
    """All pairs of rows whose spans share a place, each once, in blocks; rows are sorted by start."""
    following = np.arange(1, start.size + 1, dtype=np.int64)
    counts = np.searchsorted(start, end, side="left").astype(np.int64) - following
    for block in blocks(counts):
        row, other = runs(following[block], counts[block])
        yield row + block.start, other


def touching(
    start: IntArray, end: IntArray, other_start: IntArray, other_end: IntArray
) -> Iterator[tuple[IntArray, IntArray]]:
    """All pairs (row, other row) of two sets of spans that share a place, once each, in no order."""
    order = np.argsort(other_start, kind="stable")
    starts = other_start[order]
    low = np.searchsorted(starts, start, side="left").astype(np.int64)
    counts = np.maximum(np.searchsorted(starts, end, side="left") - low, 0)
    for block in blocks(counts):
        row, other = runs(low[block], counts[block])
        yield row + block.start, order[other]
    # the others that began earlier and reach in: seen from their side, the rows that begin inside them
    order = np.argsort(start, kind="stable")
    starts = start[order]
    low = np.searchsorted(starts, other_start, side="right").astype(np.int64)
    counts = np.maximum(np.searchsorted(starts, other_end, side="left") - low, 0)
    for block in blocks(counts):
        other, row = runs(low[block], counts[block])
        yield order[row], other + block.start


class Gathered:
    """Distinct numbers collected piece by piece; what is held stays near the number of distinct ones."""

    def __init__(self, most: int = 1 << 21) -> None:
        self._pieces: list[IntArray] = []
        self._held = 0
        self._most = most

    def add(self, keys: IntArray) -> None:
        """Take in more numbers, doubles welcome."""
        self._pieces.append(keys)
        self._held += keys.size
        if self._held > self._most:
            kept = self.distinct()
            self._pieces, self._held = [kept], kept.size
            self._most = max(self._most, 2 * kept.size)

    def distinct(self) -> IntArray:
        """The distinct numbers so far, ascending."""
        return distinct(np.concatenate([np.empty(0, np.int64), *self._pieces]))


class Tally:
    """Sums by key, `0 <= key < size`: a plain array when that is small, sorted runs otherwise."""

    def __init__(self, size: int, dense_limit: int = 1 << 22) -> None:
        self._dense = np.zeros(size, np.int64) if size <= dense_limit else None
        self._keys: list[IntArray] = []
        self._sums: list[IntArray] = []

    def add(self, keys: IntArray, weights: IntArray | None = None) -> None:
        """Add `weights` (or one) at each of `keys`. Sums stay exact below 2 ** 53."""
        if self._dense is not None:
            sums = np.bincount(keys, weights, minlength=self._dense.size)
            self._dense += sums.astype(np.int64, copy=False)
            return
        found, inverse = np.unique(keys, return_inverse=True)
        self._keys.append(found)
        self._sums.append(np.bincount(inverse, weights, minlength=found.size).astype(np.int64))

    def at(self, keys: IntArray) -> IntArray:
        """The sums of these keys, 0 where nothing was added."""
        if self._dense is not None:
            return self._dense[keys]
        known, sums = self._merged()
        if not known.size:
            return np.zeros(keys.size, np.int64)
        places = np.minimum(np.searchsorted(known, keys), known.size - 1)
        return np.where(known[places] == keys, sums[places], 0)

    def keys(self) -> IntArray:
        """The keys with a sum, ascending."""
        return np.flatnonzero(self._dense) if self._dense is not None else self._merged()[0]

    def _merged(self) -> tuple[IntArray, IntArray]:
        if len(self._keys) != 1:
            keys = np.concatenate([np.empty(0, np.int64), *self._keys])
            sums = np.concatenate([np.empty(0, np.int64), *self._sums])
            found, inverse = np.unique(keys, return_inverse=True)
            total = np.bincount(inverse, sums, minlength=found.size).astype(np.int64)
            self._keys, self._sums = [found], [total]
        return self._keys[0], self._sums[0]
