"""What each case says on each theme: the analysis *cases-by-themes*."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...domain.errors import Phrase
from ...domain.options import TABLE, option
from .cautions import nobody_coded, note
from .registry import Analysis, Asked, Say

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Options:
    """What the table of cases and themes holds; see `app.framework.framework_table`."""

    square: bool = option(
        False,
        Phrase("Case by theme"),
        Phrase("A row per case and a column per theme, holding the numbers of segments."),
        only=TABLE,
    )
    all_pairs: bool = option(False, Phrase("All pairs"), Phrase("Empty cells, too."), only=TABLE, flag="all")
    ids: bool = option(False, Phrase("Ids"), Phrase("Add the columns of ids."), only=TABLE, quiet=True)


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    from ..framework import framework_table
    from ..theme_facts import with_all_codes

    material = with_all_codes(asked.project, asked.scope)
    wanted = {"square": options.square, "all_pairs": options.all_pairs, "ids": options.ids}
    with asked.project.read() as read:
        table = framework_table(read, material, display_ids=asked.display_ids, chosen=asked.scope.codes, **wanted)
    if options.square or options.all_pairs:  # else there is no 0
        note(table, nobody_coded(table.attrs["n_uncoded_cases"], table.attrs["n_cases"], Phrase("cases")))
    return table


def _pages(asked: Asked, _options: Options, target: Path, date: str, say: Say) -> None:
    """The matrix for people: in each cell what is written, or the first words where nothing is; then how many segments
    there are and what the summary rests on."""
    from ...formats.matrix_pages import MatrixCell, write_matrix
    from ..framework import printed_cells
    from ..quoting import Quoting
    from ..theme_facts import with_all_codes

    with asked.project.read() as read:
        quoting = Quoting(read, asked.display_ids)
        material = with_all_codes(asked.project, asked.scope)
        matrix, written = printed_cells(read, material, quoting, say, asked.scope.codes)
        names = [quoting.case(case) for case in matrix.cases]
        title = read.study().name

    def cell(row: int, column: int) -> MatrixCell:
        there, words = written.get((row, column)), matrix.words.get((row, column), "")
        if there is None and not words:
            return MatrixCell("")
        number = say(Phrase("segments: {number}", number=matrix.segments(row, column)))
        if there is None:
            return MatrixCell(words, number, quoted=True)
        return MatrixCell(there.text, "; ".join((number, *there.sources)))

    cells = [[cell(row, column) for column in range(len(matrix.themes))] for row in range(len(names))]
    about = Phrase("{cases} cases and {themes} themes", cases=len(names), themes=len(matrix.themes))
    uncoded = nobody_coded(matrix.uncoded, len(names), Phrase("cases"))
    lines = [say(Phrase("Cases by themes")), say(about), *([say(uncoded)] if uncoded else []), date]
    write_matrix(say(Phrase("Case")), names, matrix.paths, cells, target, title, lines, date)


ANALYSIS = Analysis(
    name="cases-by-themes",
    title=Phrase("Cases by themes"),
    about=Phrase("What each case says on each theme."),
    columns="each case and theme it speaks to: case, theme, segments, first_words, summary, summary_segments.",
    options=Options,
    table=_table,
    pages=_pages,
    group="cases",
    in_window=False,
    no_figure=Phrase("Cases by themes come as a table, or for people as .docx or .html."),
)
