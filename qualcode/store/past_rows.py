"""The rows of one kind as they were after a step, without a copy of the project: the present ones, and for those
touched since then what the first step that touched them found."""

from typing import Any

import sqlalchemy as sa

from . import tables
from .reading import Reading
from .records import KINDS


def records_at(read: Reading, kind: str, step: int) -> list[Any]:
    """The records of a kind after step number `step`, in order of id."""
    chosen, change = KINDS[kind], tables.change
    later = (change.c.kind == kind) & (change.c.step > step)
    first = sa.select(change.c.id, sa.func.min(change.c.step).label("step")).where(later).group_by(change.c.id)
    began = first.subquery()
    found = {
        bytes(key): None if before is None else chosen.record_of(chosen.row_of_image(before))
        for key, before in read.connection.execute(
            sa.select(change.c.id, change.c.before)
            .join(began, (began.c.id == change.c.id) & (began.c.step == change.c.step))
            .where(change.c.kind == kind)
        )
    }
    untouched = sa.select(chosen.table).where(chosen.table.c.id.not_in(sa.select(change.c.id).where(later)))
    for row in read.connection.execute(untouched):
        found[bytes(row[0])] = chosen.record_of(row)
    return [record for _, record in sorted(found.items()) if record is not None]
