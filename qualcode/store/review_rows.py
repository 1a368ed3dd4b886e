"""Which of some things were touched after a step."""

from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa

from . import tables
from .engine import MOST_IDS, chunks
from .reading import Reading

_KINDS = ("code", "segment", "relation")  # what reviewers speak about


def touched_since(read: Reading, ids: Iterable[UUID], step: int) -> set[UUID]:
    """Those of these codes, segments and relations that a later step wrote."""
    change = tables.change
    found: set[UUID] = set()
    for part in chunks(sorted(key.bytes for key in ids), MOST_IDS):
        query = (
            sa.select(change.c.id)
            .where(change.c.id.in_(part) & (change.c.step > step) & change.c.kind.in_(_KINDS))
            .distinct()
        )
        found.update(UUID(bytes=bytes(key)) for key in read.connection.execute(query).scalars())
    return found
