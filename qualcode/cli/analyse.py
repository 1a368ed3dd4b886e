"""`qualcode analyse`: the tables of the analyses and their figures."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..domain.errors import BadInput
from ..domain.options import FIGURE, TABLE
from .analysis_options import help_lines, read_words, refuse_other_form
from .options import AsJson, AsOf, Coders, Codes, Documents, Folders, Sets, Variables, filters, opened_as_of
from .output import one_line, progress_line, say, say_table
from .private import AlsoCheck, AlsoDisplayIds, listed, warn

if TYPE_CHECKING:
    import pandas as pd

    from ..app.leaving import Leaving
    from ..app.project import Project
    from ..domain.progress import Progress

FIGURES = (".svg", ".png", ".pdf")
SETTINGS = {"allow_extra_args": True, "ignore_unknown_options": True}  # each analysis has options of its own


def analyse(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="PROJECT NAME", help="A project file or URL, and the analysis: one of those above."),
    ] = None,
    coders: Coders = "",
    documents: Documents = "",
    codes: Codes = "",
    folders: Folders = [],  # noqa: B006  typer copies it
    variables: Variables = [],  # noqa: B006
    sets: Sets = [],  # noqa: B006
    out: Annotated[
        str,
        typer.Option(
            metavar="FILE",
            help="A table: .csv .xlsx .json .parquet; a figure: .svg .png .pdf; else csv on standard output.",
        ),
    ] = "",
    as_of: AsOf = "",
    display_ids: AlsoDisplayIds = False,
    check: AlsoCheck = False,
    as_json: AsJson = False,
    help_wanted: Annotated[
        bool, typer.Option("--help", "-h", help="Show this message, and the options of the analysis NAME, and stop.")
    ] = False,
) -> None:
    """Ask a question of the coded data: a table, or a figure with --out.

    Options of one analysis: qualcode analyse NAME --help
    """
    given = [*(words or ()), *context.args]
    if help_wanted:
        _show_help(context, given)
    from ..app.analysing.files import drawn_of
    from ..app.destination import destination

    project, name, options = read_words(given)
    place = destination(out) if out else None  # before anything is counted
    figure = place is not None and place.suffix.lower() in FIGURES
    refuse_other_form(name, options, FIGURE if figure else TABLE)
    if figure and (as_json or display_ids or check):
        raise typer.BadParameter("--display-ids, --check and --json are for tables, not for figures.")
    if place and as_json:
        raise typer.BadParameter("--json is for standard output; end the name after --out in .json instead.")
    options |= filters(documents, coders, codes, folders, variables, sets)
    with progress_line() as progress, opened_as_of(project, as_of, progress) as study:
        if place is not None and figure:
            from ..analysis.figures import save
            from ..app.export import date_of

            drawn = drawn_of(study, name, progress=progress, **options)
            with study.read() as read:
                save(drawn.figure, place, date_of(read))
        elif place is not None and not check:
            found = write(study, name, place, progress, display_ids, **options)
        else:
            frame, found = printed(study, name, progress, display_ids, **options)
            if not listed(found, check):
                say_table(*_cells(frame), as_json)
            return
    say(f"Wrote {one_line(out)}.")
    if not figure:
        warn(found)


def _show_help(context: typer.Context, given: list[str]) -> None:
    """The help of the command, and of the analysis that is named or of all."""
    from ..app.analysing.catalogue import ANALYSES

    say(context.get_help())
    named = [ANALYSES[word] for word in given if word in ANALYSES]
    say("")
    if named:
        for line in help_lines(named):
            say(line)
    else:
        say("Analyses:")
        for one in ANALYSES.values():
            say(f"  {one.name}  {one.about}")
    raise typer.Exit


def _cells(frame: "pd.DataFrame") -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """Columns and rows of an analysis."""
    # column by column: rows of a frame would turn counts into floats
    values = [frame.iloc[:, place].tolist() for place in range(frame.shape[1])]
    return [str(column) for column in frame.columns], zip(*values, strict=True)


def printed(
    project: "Project", name: str, progress: "Progress", display_ids: bool = False, **options: Any
) -> "tuple[pd.DataFrame, Leaving]":
    """The table of an analysis as it may leave the program, and what is found in it."""
    from ..app.quoting import Quoting
    from ..app.table_leaving import look_at_table, printed_table

    table = project.analyse(name, progress=progress, display_ids=display_ids, **options)
    with project.read() as read:
        quoting = Quoting(read, display_ids)
        frame = printed_table(table, quoting)
        return frame, look_at_table(read, quoting, frame)


def write(
    project: "Project", name: str, place: Path, progress: "Progress", display_ids: bool = False, **options: Any
) -> "Leaving":
    """Write the table of an analysis to a file; what is found in it."""
    from ..app.export import date_of
    from ..app.provenance import made_of
    from ..formats.sheets import SUFFIXES, write_table

    if place.suffix.lower() not in SUFFIXES:
        raise BadInput(
            "“{name}” is neither a table nor a figure. End the name in {suffixes}.",
            name=place.name,
            suffixes=", ".join(SUFFIXES + FIGURES),
        )
    frame, leaving = printed(project, name, progress, display_ids, **options)
    columns, rows = _cells(frame)
    with project.read() as read:
        date = date_of(read)
    write_table(columns, rows, place, name, about=made_of(frame), date=date, progress=progress)
    return leaving
