"""Cases by themes as a file, and what somebody could be recognised by in it before it leaves."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..domain.errors import BadInput
from ..domain.progress import SILENT, Progress
from .destination import destination
from .export import date_of
from .framework import WORDS, cases_by_themes, summaries_in
from .leaving import Leaving, look_through
from .leaving import Words as Beside
from .provenance import made_of
from .quoting import Quoting
from .table_leaving import words_of_origin

if TYPE_CHECKING:
    from .project import Project

SUFFIXES = (".xlsx", ".csv", ".json")
NAME = "cases-by-themes"
READ = (".docx", ".html")  # the matrix for people


def export_cells(
    project: "Project",
    place: Path | str,
    square: bool = False,
    filters: Mapping[str, Any] | None = None,
    progress: Progress = SILENT,
    display_ids: bool = False,
    say: Callable[[str], str] = str,
) -> Path:
    """Write the matrix of numbers (`square`), or the list of cells with their first words and summaries; as .docx or
    .html the matrix with its words, for people. The suffix says how; `say` says our phrases in another language."""
    from ..formats.sheets import write_table

    target = destination(place)
    if target.suffix.lower() in READ:
        from .analysing.files import write_pages

        return write_pages(project, target, NAME, "", progress, say, display_ids, **(filters or {}))
    if target.suffix.lower() not in SUFFIXES:
        ends = ", ".join(SUFFIXES + READ)
        raise BadInput("Cases by themes come as a table or a document: end the name in {suffixes}.", suffixes=ends)
    options = {**(filters or {}), "square": square, "display_ids": display_ids}
    frame = project.analyse(NAME, progress=progress, **options)
    with project.read() as read:
        date, names = date_of(read), Quoting(read, display_ids).names
    about = {name: names(value) if isinstance(value, str) else value for name, value in made_of(frame).items()}
    # column by column: rows of a frame would turn counts into floats
    columns = [frame.iloc[:, number].tolist() for number in range(frame.shape[1])]
    titles = [str(title) for title in frame.columns]
    rows = zip(*columns, strict=True)
    write_table(titles, rows, target, NAME, about=about, date=date, progress=progress)
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
    made = made_of(project.analyse(NAME, progress=progress, **options)) if suffix == ".xlsx" else {}
    with project.read() as read:
        quoting = Quoting(read, display_ids)
        words = [Beside("case", quoting.case(case), about=quoting.case(case)) for case in matrix.cases]
        words += [Beside("code", path, about=path) for path in matrix.paths]
        for (row, _), cell in () if square else summaries_in(read, matrix, quoting).items():
            about = quoting.case(matrix.cases[row])
            words += [Beside("summary", cell.text, about=about), *(Beside("summary", one) for one in cell.sources)]
        if suffix in READ:
            words.append(Beside("study", read.study().name))
        words += words_of_origin(made.values(), quoting)
        return look_through(read, quoting, quotes, words, progress)
