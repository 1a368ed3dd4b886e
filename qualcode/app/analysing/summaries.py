"""What cases say on themes, in the analyst's words: the analysis *summaries*."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...domain.errors import Phrase
from ...domain.options import TABLE, option
from ...domain.selections import Selection
from .registry import Analysis, Asked, Say

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Options:
    """How the written summaries are laid out; see `app.summary_table`."""

    square: bool = option(
        False, Phrase("As a matrix"), Phrase("A row per case, a column per theme, in the cells what is written.")
    )
    all_pairs: bool = option(
        False, Phrase("Empty cells, too"), Phrase("List the cells in which nothing is written, too."), flag="all"
    )
    display_ids: bool = option(
        False, Phrase("Display ids"), Phrase("Call cases and speakers by their display ids."), quiet=True
    )
    ids: bool = option(False, Phrase("Ids"), Phrase("Add the columns of ids."), only=TABLE, quiet=True)


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    from ..summary_table import summaries_table

    with asked.project.read() as read:
        return summaries_table(
            read,
            asked.project.analyses.material(asked.scope),
            square=options.square,
            all_pairs=options.all_pairs,
            ids=options.ids,
            display_ids=options.display_ids,
        )


def _cell(asked: Asked, options: Options, _table: "pd.DataFrame", row: int, column: str) -> Selection | None:
    """The passages under a summary."""
    from ..quoting import Quoting
    from ..summaries import linked_passages, summary_of
    from ..summary_table import all_summaries

    with asked.project.read() as read:
        found = all_summaries(read, asked.project.analyses.material(asked.scope), Quoting(read, options.display_ids))
        if options.square:
            path = column.removesuffix(" (theme)") if column not in found.paths else column
            if path not in found.paths:
                return None
            key = found.cases[row].id, found.themes[found.paths.index(path)].id
        else:
            pairs = [(case.id, theme.id) for case in found.cases for theme in found.themes]
            key = [pair for pair in pairs if options.all_pairs or pair in found.cells][row]
        summary = summary_of(read, *key)
        under = linked_passages(read, [summary.id])[summary.id] if summary is not None and key in found.cells else []
    return Selection(places=tuple((one.segment.document, one.segment.start, one.segment.end) for one in under))


def _pages(asked: Asked, options: Options, target: Path, date: str, say: Say) -> None:
    from ...formats.matrix_pages import MatrixCell, write_matrix
    from ..quoting import Quoting
    from ..summary_table import all_summaries

    with asked.project.read() as read:
        quoting = Quoting(read, options.display_ids)
        found = all_summaries(read, asked.project.analyses.material(asked.scope), quoting, say)
        title = read.study().name
        names = [quoting.case(case) for case in found.cases]
    cells = [
        [
            MatrixCell(cell.text, "; ".join(cell.sources)) if cell else MatrixCell("")
            for cell in (found.cells.get((case.id, theme.id)) for theme in found.themes)
        ]
        for case in found.cases
    ]
    about = Phrase("Summaries of {cases} cases on {themes} themes", cases=len(names), themes=len(found.themes))
    write_matrix(say(Phrase("Case")), names, found.paths, cells, target, title, [say(about), date], date)


def _own_columns(options: Options, table: "pd.DataFrame") -> set[int]:
    every = range(table.shape[1])
    return {0, *every[-1:]} if options.square and options.ids else {0} if options.square else set(every)


ANALYSIS = Analysis(
    name="summaries",
    title=Phrase("Summaries"),
    about=Phrase("What each case says on each theme, in the analyst's words, and the passages it rests on."),
    columns=(
        "each cell of the framework matrix in which something is written: case, theme, summary, summary_segments, "
        "coder, created; with --square a row per case, a column per theme."
    ),
    options=Options,
    table=_table,
    cell=_cell,
    pages=_pages,
    own_columns=_own_columns,
    group="cases",
    nothing=Phrase("No summary is written yet. Choose a cell in cases by themes and write one below its quotes."),
    no_figure=Phrase("Summaries come as a table, or for people as .docx or .html."),
)
