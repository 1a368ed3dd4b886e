"""What an analysis answered, of which state of the project, and what is pointed at in it, found again in the next."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtGui import QImage

from ...analysis.drawn import Drawn, Mark
from ...app.analysing.registry import Analysis, Asked
from ...app.analysing.remembered import State
from ...app.one_moment import at_one_moment
from ...app.project import Project
from ...domain.errors import Phrase
from ...domain.options import options_from
from ...domain.progress import Progress
from ...domain.selections import Selection

if TYPE_CHECKING:
    import pandas as pd

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What was asked for, worked out: a table, or a chart with its image. What a cell or a mark stands for holds in the
    `state` of the project it was worked out in; in another one a row is another row, a place other words."""

    state: State
    filters: Mapping[str, Any]
    options: Mapping[str, Any]
    table: "pd.DataFrame | None" = None
    cells: list[list[Any]] | None = None  # of the table
    why: Mapping[str, Phrase] = field(default_factory=dict)  # … there are columns with a number that is not defined
    drawn: Drawn | None = None
    image: QImage | None = None


def state_of(project: Project) -> State:
    """The last step that changed anything analyses read."""
    with project.read() as read:
        return project.analyses.remembered.state(read)


def at_its_state(project: Project, work: Callable[[], Found]) -> tuple[State, Found]:
    """What `work` finds at one moment, with the state of that moment."""
    return at_one_moment(project, lambda: (state_of(project), work()))


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A cell of a table that was pointed at; `shown`: its quotes are."""

    table: "pd.DataFrame"
    row: int
    column: str
    shown: bool = False


def selected_by(
    cell: Cell, analysis: Analysis, answer: Answer, project: Project, progress: Progress
) -> tuple[State, tuple[Cell, Selection] | None]:
    """The cell in the table of an answer, with what it stands for, and the state of the project that was found in.

    None where the table has no such row any more, where nothing stands behind the cell, and where the project is in
    another state than the answer.
    """

    def find() -> tuple[Cell, Selection] | None:
        table = answer.table
        if table is None or analysis.cell is None or state_of(project) != answer.state:
            return None
        row = cell.row if cell.table is table else row_again(cell.table, cell.row, table)
        if row is None or cell.column not in table.columns:
            return None
        options = options_from(analysis.options, analysis.name, answer.options)
        found = analysis.cell(Asked(project, answer.filters, progress), options, table, row, cell.column)
        return None if found is None else (Cell(table, row, cell.column, shown=True), found)

    return at_its_state(project, find)


def row_again(before: "pd.DataFrame", row: int, now: "pd.DataFrame") -> int | None:
    """The row of a table worked out anew that is about the same as a row of the one before: the only one with the same
    texts; None where there is none."""
    import numpy as np

    same = np.ones(len(now), dtype=bool)
    told = {str(column): before[column].iloc[row] for column in before.columns if column in now.columns}
    texts = {column: value for column, value in told.items() if isinstance(value, str)}
    for column, text in texts.items():
        same &= (now[column] == text).to_numpy(dtype=bool, na_value=False)
    rows = np.flatnonzero(same)
    return int(rows[0]) if texts and rows.size == 1 else None


def mark_again(mark: Mark, now: Drawn) -> Mark | None:
    """The mark of a chart drawn anew that stands for the same as a mark of the one before: it opens what has the same
    codes, documents and so on or, where only places are known, it says the same; None where there is none."""
    if mark.opens is not None and mark.opens.places is None:
        found = [one for one in now.marks if one.opens == mark.opens]
    else:
        found = [one for one in now.marks if one.says == mark.says and one.opens is not None]
        found = found if len(found) == 1 else []
    return found[0] if found else None
