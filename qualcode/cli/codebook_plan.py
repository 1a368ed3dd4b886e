"""`qualcode import --dry-run` of a codebook: what each of its codes is to ours, and what would become of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..domain.errors import cut_short
from .output import one_line, say, say_table

if TYPE_CHECKING:
    from ..app.codebook_arrivals import ArrivingCode
    from ..app.exchange import Arrival
    from ..app.project import Project

COLUMNS = ("row", "path", "state", "treatment", "ours", "differences")
_FILL = "fill"  # what happens without --codebook: empty fields of ours are filled


def plan_of(project: "Project", arrivals: "Sequence[Arrival]", wish: str) -> list[dict[str, Any]]:
    """The plan for the codes of all codebooks among the files, a record per code; empty without a codebook."""
    from ..app.codebook_arrivals import codebook_of, read_plan

    found = codebook_of(arrival.bundle for arrival in arrivals)
    if not found:
        return []
    with project.read() as read:
        rows = read_plan(read, found, wish)
        ours = set(read.codebook.paths().values())
    return [_record(row, row.treatment if wish else _usual(row, ours)) for row in rows]


def _usual(row: "ArrivingCode", ours: set[str]) -> str:
    if row.path not in ours:
        return "new"
    return _FILL if row.state == "update" and any(not one.old for one in row.differences) else "keep"


def _record(row: "ArrivingCode", treatment: str) -> dict[str, Any]:
    return {
        "row": row.read.row or None,
        "path": row.path,
        "state": f"{row.state}: {row.why}" if row.why else row.state,
        "treatment": treatment,
        "ours": row.at,
        "differences": [{"field": one.field, "old": one.old, "new": one.new} for one in row.differences],
        "held": list(row.held),
    }


def say_plan(records: list[dict[str, Any]]) -> None:
    """The plan as a table, csv."""
    if not records:
        return
    say()
    rows = []
    for record in records:
        told = [f"{one['field']}: {_cut(one['old'])} → {_cut(one['new'])}" for one in record["differences"]]
        told += [f"{field}: stays, since the file has […] for redacted words" for field in record["held"]]
        rows.append((*(record[column] for column in COLUMNS[:-1]), "; ".join(told)))
    say_table(COLUMNS, rows)


def _cut(words: str, most: int = 60) -> str:
    line = one_line(words)
    return f"“{cut_short(line, most)}”" if line else "nothing"
