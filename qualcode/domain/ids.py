"""Identifiers: time-ordered UUIDs (RFC 9562, version 7), so that rows made together lie together."""

import os
import threading
import time
from datetime import UTC, datetime
from itertools import accumulate
from struct import unpack
from uuid import UUID

_lock = threading.Lock()
_last = 0


def new_id() -> UUID:
    """A fresh UUID; ids made by one process strictly increase."""
    return new_ids(1)[0]


def new_ids(count: int) -> list[UUID]:
    """`count` fresh UUIDs in increasing order."""
    global _last  # noqa: PLW0603  (one clock per process)
    with _lock:
        # 48 bits of time over 74 random bits; within one millisecond we count on in random strides instead
        value = (time.time_ns() // 1_000_000 << 74) | int.from_bytes(os.urandom(10), "big") >> 6
        value = max(value, _last + 1)
        strides = unpack(f">{count}I", os.urandom(4 * count))
        values = list(accumulate(strides, lambda last, stride: last + 1 + stride, initial=value))[1:]
        _last = values[-1] if values else value
    return [UUID(int=_layout(value)) for value in values]


def _layout(value: int) -> int:
    """122 bits spread around the version and variant fields of RFC 9562."""
    high = value >> 62
    return high >> 12 << 80 | 0x7 << 76 | (high & 0xFFF) << 64 | 0b10 << 62 | value & 0x3FFF_FFFF_FFFF_FFFF


def now() -> str:
    """The present moment as ISO 8601 text in UTC, with microseconds, so that text order is time order."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
