"""Cases by themes as a file, and what somebody could be recognised by in it before it leaves."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..domain.errors import BadInput
from ..domain.progress import SILENT, Progress
from .destination import destination
from .export import date_of
from .framework import WORDS, cases_by_themes
from .leaving import Leaving, look_through
from .leaving import Words as Beside
from .provenance import made_of
from .quoting import Quoting
from .table_leaving import words_of_origin

if TYPE_CHECKING:
    from .project import Project

SUFFIXES = (".xlsx", ".csv", ".json")


def export_cells(
    project: "Project",
    place: Path | str,
    square: bool = False,
    filters: Mapping[str, Any] | None = None,
    progress: Progress = SILENT,
    display_ids: bool = False,
) -> Path:
    """Write the matrix of numbers (`square`), or the list of cells with their first words; the suffix says how."""
    from ..formats.sheets import write_table

    target = destination(place)
    if target.suffix.lower() not in SUFFIXES:
        raise BadInput("Cases by themes come as a table: end the name in {suffixes}.", suffixes=", ".join(SUFFIXES))
    options = {**(filters or {}), "square": square, "display_ids": display_ids}
    frame = project.analyse("cases-by-themes", progress=progress, **options)
    with project.read() as read:
        date, names = date_of(read), Quoting(read, display_ids).names
    about = {name: names(value) if isinstance(value, str) else value for name, value in made_of(frame).items()}
    # column by column: rows of a frame would turn counts into floats
    columns = [frame.iloc[:, number].tolist() for number in range(frame.shape[1])]
    titles = [str(title) for title in frame.columns]
    rows = zip(*columns, strict=True)
    write_table(titles, rows, target, "cases-by-themes", about=about, date=date, progress=progress)
    return target


def check_cells(
    project: "Project",
    square: bool = False,
    filters: Mapping[str, Any] | None = None,
    progress: Progress = SILENT,
    display_ids: bool = False,
    suffix: str = ".xlsx",
) -> Leaving:
    """What is found in the file that `export_cells` would write: an .xlsx has a sheet that says how it was made."""
    matrix = cases_by_themes(project, project.analyses.scope(**(filters or {})))
    spans, documents = matrix.crossing.spans, matrix.material.documents
    quotes = []
    for row, column in () if square else matrix.words:
        span = int(matrix.crossing.first[matrix.numbers[row], column])
        start, end = int(spans.start[span]), int(spans.end[span])
        quotes.append((documents[int(spans.document[span])].id, start, min(end, start + 2 * WORDS)))
    options = {**(filters or {}), "square": square}
    about = made_of(project.analyse("cases-by-themes", progress=progress, **options)) if suffix == ".xlsx" else {}
    with project.read() as read:
        quoting = Quoting(read, display_ids)
        words = [Beside("case", quoting.case(case), about=quoting.case(case)) for case in matrix.cases]
        words += [Beside("code", path, about=path) for path in matrix.paths]
        words += words_of_origin(about.values(), quoting)
        return look_through(read, quoting, quotes, words, progress)
