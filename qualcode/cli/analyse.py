"""`qualcode analyse`: the tables of the analyses and their figures."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..domain.options import FIGURE, TABLE
from .analysis_options import own_variable, read_words, refuse_other_form, write_help
from .basket import send
from .options import AsJson, AsOf, CoderName, Coders, Codes, Documents, Folders, Sets, Variables, filters, opened_as_of
from .output import complain, conclude, one_line, progress_line, say, say_table
from .private import AlsoCheck, AlsoDisplayIds, listed, warn

if TYPE_CHECKING:
    from pandas import DataFrame

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
            help="A table: .csv .xlsx .json .parquet; a figure: .svg .png .pdf; quotes and summaries also .docx .html; "
            "networks also .graphml; else csv on standard output.",
        ),
    ] = "",
    to_report: Annotated[
        str,
        typer.Option(
            metavar="TITLE",
            help="Keep the question for the report under this title: its table, or its figure where --out names one. "
            "Without --out nothing else is written. What is kept: qualcode basket PROJECT",
        ),
    ] = "",
    as_figure: Annotated[
        bool, typer.Option("--as-figure", help="With --to-report and no --out: the figure, not the table.")
    ] = False,
    editable: Annotated[
        bool,
        typer.Option("--editable", help="The words of an .svg or .pdf as text that a drawing program can change."),
    ] = False,
    coder: CoderName = "",
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
    from ..app.analysing.registry import GRAPH, PAGES
    from ..app.analysing.table_files import cells_of, printed_of, require_table, write_frame
    from ..app.destination import destination

    project, name, options = read_words(given)
    variables, options = own_variable(name, variables, options)
    place = destination(out) if out else None  # before anything is counted
    figure = as_figure or (place is not None and place.suffix.lower() in FIGURES)
    _require_fitting(place, figure, as_figure, to_report, as_of, as_json, editable, display_ids or check)
    refuse_other_form(name, options, FIGURE if figure else TABLE)
    options |= filters(documents, coders, codes, folders, variables, sets)
    found: Leaving | None = None
    with progress_line() as progress, opened_as_of(project, as_of, progress) as study:
        if place is None and as_figure:
            drawn_of(study, name, progress=progress, **options)  # what cannot be asked is not kept
        elif place is not None and place.suffix.lower() in PAGES:
            found = _write_pages(study, name, place, progress, options, display_ids, check)
        elif place is not None and (figure or place.suffix.lower() == GRAPH):
            found = _write_file(study, name, place, progress, options, editable, display_ids, check)
            _tell(study, name)
        else:
            if place is not None:
                require_table(place)
            frame, found = printed_of(study, name, progress, display_ids, **options)
            if not listed(found, check):
                if place is not None:
                    write_frame(study, frame, place, name, progress)
                elif not to_report:
                    say_table(*cells_of(frame), as_json)
                _tell(study, name, frame)
    if place is not None and not check:
        (say if to_report else conclude)(f"Wrote {one_line(out)}.")
        if found is not None:
            warn(found)
    if to_report:
        send(project, coder, name, FIGURE if figure else TABLE, options, to_report)


def _tell(study: "Project", name: str, frame: "DataFrame | None" = None) -> None:
    """Say beside a table what its reader has to know, and of a figure what its caption does not say: on standard error,
    where it spoils no file."""
    from ..app.analysing.cautions import method_says, said_of
    from ..app.analysing.registry import named

    said = said_of(frame) if frame is not None else ()
    for each in (*said, *method_says(study, named(name), frame)):
        complain(one_line(str(each)))


def _require_fitting(
    place: Path | None,
    figure: bool,
    as_figure: bool,
    to_report: str,
    as_of: str,
    as_json: bool,
    editable: bool,
    for_leaving: bool,
) -> None:
    """Raise `typer.BadParameter` for options that do not go together."""
    if as_figure and (place is not None or not to_report):
        raise typer.BadParameter("--as-figure goes with --to-report; a file's name says by itself what it is.")
    if to_report and (as_of or as_json):
        raise typer.BadParameter("--to-report keeps the question of the project as it is: without --as-of and --json.")
    if editable and (place is None or place.suffix.lower() not in (".svg", ".pdf")):
        raise typer.BadParameter("--editable is for figures: end the name after --out in .svg or .pdf.")
    graph = place is not None and place.suffix.lower() == ".graphml"
    if graph and for_leaving:
        raise typer.BadParameter("--display-ids and --check are for what names people; a graph holds names of codes.")
    if as_figure and for_leaving:
        raise typer.BadParameter("--display-ids and --check are for what is written now; the report has its own.")
    if (figure or graph) and as_json:
        raise typer.BadParameter("--json is for tables, not for figures.")
    if place and as_json:
        raise typer.BadParameter("--json is for standard output; end the name after --out in .json instead.")


def _write_pages(
    study: "Project",
    name: str,
    place: Path,
    progress: "Progress",
    options: dict[str, Any],
    display_ids: bool,
    check: bool,
) -> "Leaving":
    """Write an analysis for people, unless what is found in it is only to be listed; what is found."""
    from ..app.analysing.files import write_pages
    from ..app.analysing.outgoing import check_file

    found = check_file(study, place, name, progress, display_ids, **options)
    if not listed(found, check):
        write_pages(study, place, name, "", progress, display_ids=display_ids, **options)
    return found


def _write_file(
    study: "Project",
    name: str,
    place: Path,
    progress: "Progress",
    options: dict[str, Any],
    editable: bool,
    display_ids: bool,
    check: bool,
) -> "Leaving | None":
    """Write a figure, unless what is found in it is only to be listed, or a graph, which holds names of codes alone; as
    the suffix of the file says. What is found."""
    from ..app.analysing.files import write_graph

    if place.suffix.lower() not in FIGURES:
        write_graph(study, place, name, progress=progress, **options)
        return None
    from ..analysis.figures import save
    from ..app.analysing.outgoing import drawn_to_leave, look_at_chart
    from ..app.export import date_of

    drawn, said = drawn_to_leave(study, name, str, progress, display_ids, **options)
    found = look_at_chart(study, drawn, said, display_ids)
    if not listed(found, check):
        with study.read() as read:
            save(drawn.figure, place, date_of(read), editable)
    return found


def _show_help(context: typer.Context, given: list[str]) -> None:
    """The help of the analyses that are named, each with its own options first; else that of the command, and all."""
    from ..app.analysing.catalogue import ANALYSES

    named = [ANALYSES[word] for word in given if word in ANALYSES]
    formatter = context.make_formatter()
    if named:
        for analysis in named:
            write_help(analysis, formatter)
        with formatter.section("Every analysis"):
            context.command.format_options(context, formatter)
    else:
        context.command.format_help(context, formatter)
        with formatter.section("Analyses"):
            formatter.write_dl([(one.name, one.about) for one in ANALYSES.values()])
    say(formatter.getvalue().rstrip("\n"))
    raise typer.Exit
