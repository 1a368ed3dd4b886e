"""Rows of theme maps that need more than one table: the evidence of a whole map, and the steps that changed one."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from ..domain.theme_maps import RelationEvidence
from . import tables
from .reading import Reading
from .records import KINDS

MAP_KINDS = ("theme_map", "map_node", "relation", "relation_evidence")


def evidence_of_map(read: Reading, theme_map: UUID) -> list[RelationEvidence]:
    """The evidence of all relations of a map, in the order in which it was added."""
    chosen, table = KINDS["relation_evidence"], tables.relation_evidence
    query = (
        sa.select(table)
        .join(tables.relation, tables.relation.c.id == table.c.relation)
        .where(tables.relation.c.map == theme_map.bytes)
        .order_by(table.c.created, table.c.id)
    )
    return [chosen.record_of(row) for row in read.connection.execute(query)]


def steps_of_map(read: Reading, theme_map: UUID) -> list[int]:
    """Numbers of the steps that changed a map or anything on it, oldest first, whether it is there now or not."""
    change, step = tables.change, tables.step
    query = (
        sa.select(change.c.step, change.c.kind, change.c.id, change.c.before)
        .join(step, step.c.number == change.c.step)
        .where(sa.or_(*(step.c.kinds.contains(word) for word in ("map", "relation"))))
        .where(change.c.kind.in_(MAP_KINDS))
    )
    rows = [(step, kind, bytes(key), before) for step, kind, key, before in read.connection.execute(query)]
    # a row never changes its map, nor evidence its relation: what any of its images says holds for all
    home: dict[bytes, bytes] = {}
    relation_of: dict[bytes, bytes] = {}
    for kind in MAP_KINDS:
        table = tables.metadata.tables[kind]
        column = {"theme_map": "id", "relation_evidence": "relation"}.get(kind, "map")
        for key, above in read.connection.execute(sa.select(table.c.id, table.c[column])):
            (relation_of if kind == "relation_evidence" else home)[bytes(key)] = bytes(above)
    for _, kind, key, before in rows:
        if before is None or key in home or key in relation_of:
            continue
        record: Any = KINDS[kind].record_of(KINDS[kind].row_of_image(before))
        if kind == "relation_evidence":
            relation_of[key] = record.relation.bytes
        else:
            home[key] = record.id.bytes if kind == "theme_map" else record.map.bytes
    home.update((key, home[relation]) for key, relation in relation_of.items() if relation in home)
    return sorted({step for step, _, key, _ in rows if home.get(key) == theme_map.bytes})
