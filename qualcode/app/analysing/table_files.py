"""The table of an analysis as a file: what the notebook gives, value for value."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...domain.errors import BadInput
from ...domain.progress import SILENT, Progress
from ..export import date_of
from ..one_moment import at_one_moment
from ..provenance import made_of
from .files import CHART_SUFFIXES, table_of

if TYPE_CHECKING:
    import pandas as pd

    from ..leaving import Leaving
    from ..project import Project


def cells_of(frame: "pd.DataFrame") -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """Columns and rows of an analysis."""
    # column by column: rows of a frame would turn counts into floats
    values = [frame.iloc[:, place].tolist() for place in range(frame.shape[1])]
    return [str(column) for column in frame.columns], zip(*values, strict=True)


def printed_of(
    project: "Project", name: str, progress: Progress = SILENT, display_ids: bool = False, **options: Any
) -> "tuple[pd.DataFrame, Leaving]":
    """The table of an analysis as it may leave the program, and what is found in it."""
    from ..quoting import Quoting
    from ..table_leaving import look_at_table, printed_table

    def work() -> "tuple[pd.DataFrame, Leaving]":
        table = table_of(project, name, progress, display_ids, **options)
        with project.read() as read:
            quoting = Quoting(read, display_ids)
            frame = printed_table(table, quoting)
            return frame, look_at_table(read, quoting, frame)

    return at_one_moment(project, work)


def write_table_of(project: "Project", place: Path, name: str, progress: Progress = SILENT, **options: Any) -> None:
    """Write the table of an analysis (.csv .xlsx .json .parquet), with how it was made where the format has room.

    Raises `BadInput` for another suffix, and as `table_of` does.
    """
    require_table(place)
    write_frame(project, table_of(project, name, progress, **options), place, name, progress)


def require_table(place: Path) -> None:
    """Raise `BadInput` for a name that is not that of a table."""
    from ...formats.sheets import SUFFIXES

    if place.suffix.lower() not in SUFFIXES:
        raise BadInput(
            "“{name}” is neither a table nor a figure. End the name in {suffixes}.",
            name=place.name,
            suffixes=", ".join(SUFFIXES + CHART_SUFFIXES),
        )


def write_frame(project: "Project", frame: "pd.DataFrame", place: Path, name: str, progress: Progress = SILENT) -> None:
    """Write a table that was worked out."""
    from ...formats.sheets import write_table

    columns, rows = cells_of(frame)
    with project.read() as read:
        date = date_of(read)
    write_table(columns, rows, place, name, about=made_of(frame), date=date, progress=progress)
