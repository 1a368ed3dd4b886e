"""The framework matrix of a report: what each case says on each theme, on pages that are wider than high."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..domain.codebook import Code
from ..domain.errors import Phrase
from ..formats.report_parts import Heading, Paragraph, Part, Table
from .framework import CasesByThemes, printed_cells
from .naming import resolve
from .quoting import Quoting
from .report_options import ReportOptions, Say
from .summary_table import SummaryCell

if TYPE_CHECKING:
    from .project import Project

METHOD = "framework"  # the method whose findings are charted in a matrix
_MOST = 4  # themes beside one another: with more the words stand in columns that nobody can read
_NAMES, _WORDS = 3.7, 22.0  # shares of the width: of the names of the cases, and of all themes together


def matrix_parts(project: "Project", options: ReportOptions, say: Say) -> Iterator[Part]:
    """The matrix of a study in framework analysis, a few themes to a table; nothing for other methods or without
    themes."""
    with project.read() as read:
        if read.study().method != METHOD:
            return
        material = project.analyses.material(None)
        matrix, written = printed_cells(read, material, quoting := Quoting(read, options.display_ids), say)
        wanted = {resolve(read, Code, name).id for name in options.themes or ()}
        every = options.themes is None
        columns = [place for place, theme in enumerate(matrix.themes) if every or theme.id in wanted]
        if not columns:
            return
        rows = range(min(len(matrix.cases), options.table_rows))
        names = [quoting.case(matrix.cases[row]) for row in rows]
    yield Heading(1, say(Phrase("Cases by themes")))
    if not names:
        yield Paragraph(say(Phrase("There is nothing in it.")), quiet=True)
        return
    yield Paragraph(
        say(
            Phrase(
                "A cell holds what is written of the case on the theme, or in quotation marks the first words of its "
                "first segment there; below, the number of segments and where the passages stand that it rests on."
            )
        ),
        quiet=True,
    )
    if len(names) < len(matrix.cases):
        shown = Phrase("The first {number} of {all} rows are shown.", number=len(names), all=len(matrix.cases))
        yield Paragraph(say(shown), quiet=True)
    tables = -(-len(columns) // _MOST)
    share = -(-len(columns) // tables)  # as many in each, as far as that goes
    for first in range(0, len(columns), share):
        part = columns[first : first + share]
        cells = tuple(
            (name, *(_words(matrix, written, row, column, say) for column in part))
            for row, name in zip(rows, names, strict=True)
        )
        heads = (say(Phrase("Case")), *(matrix.paths[column] for column in part))
        widths = (_NAMES, *[_WORDS / len(part)] * len(part))
        yield Table(heads, cells, widths, turned=True, named=True)


def _words(matrix: CasesByThemes, written: dict[tuple[int, int], SummaryCell], row: int, column: int, say: Say) -> str:
    """What stands in a cell, and below it what that rests on."""
    there, words = written.get((row, column)), matrix.words.get((row, column), "")
    if there is None and not words:
        return ""
    number = say(Phrase("segments: {number}", number=matrix.segments(row, column)))
    if there is None:
        return f"“{words}”\n{number}"
    return "\n".join(filter(None, (there.text, "; ".join((number, *there.sources)))))
