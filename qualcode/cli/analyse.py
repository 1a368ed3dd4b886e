"""`qualcode analyse`: the tables of the analyses and their figures."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..domain.errors import BadInput
from .options import (
    AsJson,
    AsOf,
    Coders,
    Codes,
    Documents,
    Folders,
    ProjectPlace,
    Sets,
    Variables,
    filters,
    opened_as_of,
)
from .output import one_line, progress_line, say, say_table
from .private import AlsoCheck, AlsoDisplayIds, listed, warn

if TYPE_CHECKING:
    import pandas as pd

    from ..app.leaving import Leaving
    from ..app.project import Project
    from ..domain.progress import Progress

FIGURES = (".svg", ".png", ".pdf")
_TABLES = (".csv", ".xlsx", ".json", ".parquet")


def analyse(
    project: ProjectPlace,
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="cooccurrence, frequencies, themes, cases-by-themes or relations."),
    ],
    rule: Annotated[
        str,
        typer.Option(
            metavar="RULE",
            help=(
                "When two codes co-occur: overlap (default), same-segment, sentence, turn, paragraph, "
                "near:N, document or case."
            ),
        ),
    ] = "",
    coders: Coders = "",
    documents: Documents = "",
    codes: Codes = "",
    folders: Folders = [],  # noqa: B006  typer copies it
    variables: Variables = [],  # noqa: B006
    sets: Sets = [],  # noqa: B006
    rollup: Annotated[bool, typer.Option("--rollup", help="A code takes in the codes below it.")] = False,
    square: Annotated[
        bool,
        typer.Option("--square", help="A code by code table of one measure, both halves; a case by theme table."),
    ] = False,
    all_pairs: Annotated[bool, typer.Option("--all", help="Pairs that never meet too, and empty cells.")] = False,
    measure: Annotated[
        str,
        typer.Option(
            metavar="MEASURE",
            help=(
                "What --square and a figure show: pairs (default), n_ab, jaccard, dice, overlap, "
                "p_b_given_a, p_a_given_b, lift, phi, documents or cases."
            ),
        ),
    ] = "",
    kind: Annotated[
        str, typer.Option(metavar="KIND", help="The figure of cooccurrence: heatmap (default) or network.")
    ] = "",
    level: Annotated[
        str,
        typer.Option(metavar="LEVEL", help="What the figure of cooccurrence shows: codes (default) or themes alone."),
    ] = "",
    order: Annotated[
        str,
        typer.Option(metavar="ORDER", help="Of the heat map: codebook (default), likeness (clustered) or frequency."),
    ] = "",
    most: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="At most N codes in a figure: those with most segments."),
    ] = None,
    ids: Annotated[bool, typer.Option("--ids", help="Add the columns of ids.")] = False,
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
) -> None:
    """Count how codes meet and how often, and what themes rest on.

    cooccurrence: each pair of codes that meet, once, in codebook order: code_a, code_b, unit, n_units, n_a,
    n_b, n_ab, pairs, jaccard, dice, overlap, p_b_given_a, p_a_given_b, lift, phi, documents, cases.

    frequencies: each code: code, segments, codings, documents, cases, coders, characters, share_of_text.

    themes: each theme with the codes below it and those linked to it: theme, stage, concept, segments, documents,
    cases, silent, top_case, top_share, evidence_for, evidence_against, counter_search, unfinished, silent_cases.

    cases-by-themes: each case and theme it speaks to: case, theme, segments, first_words; with --square a row per
    case and a column per theme, holding the numbers of segments.

    relations: each relation of the theme maps: map, source, source_kind, kind, target, target_kind, directed, strength,
    quotes, comment, basis, coder, created.
    """
    from ..app.destination import destination

    place = destination(out) if out else None  # before anything is counted
    figure = place is not None and place.suffix.lower() in FIGURES
    options = filters(documents, coders, codes, folders, variables, sets)
    options |= _given(rule=rule, measure=measure, rollup=rollup)
    of_figures = _given(kind=kind, level=level, order=order, most=most)
    of_tables = _given(square=square, ids=ids, all_pairs=all_pairs)
    if figure and (of_tables or as_json or display_ids or check):
        raise typer.BadParameter(
            "--square, --ids, --all, --display-ids, --check and --json are for tables, not for figures."
        )
    if not figure and of_figures:
        raise typer.BadParameter(
            "--kind, --level, --order and --most are for figures: name one with --out, ending in .svg, .png or .pdf."
        )
    if not figure and measure and not square and name != "cases-by-themes":
        raise typer.BadParameter("--measure is for --square and for figures; the table has all measures.")
    if kind == "network" and order:
        raise typer.BadParameter("--order is for the heat map; a network has no order.")
    of_pairs = _given(rule=rule, square=square, all=all_pairs, kind=kind, level=level, order=order)
    _refuse_for(name, of_pairs, _given(rollup=rollup, measure=measure, most=most), figure)
    if place and as_json:
        raise typer.BadParameter("--json is for standard output; end the name after --out in .json instead.")
    with progress_line() as progress, opened_as_of(project, as_of, progress) as study:
        if place is not None and figure:
            from ..app.charts import export_chart

            export_chart(study, place, name, progress=progress, **options, **of_figures)
        elif place is not None and not check:
            found = write(study, name, place, progress, display_ids, **options, **of_tables)
        else:
            frame, found = printed(study, name, progress, display_ids, **options, **of_tables)
            if not listed(found, check):
                say_table(*_cells(frame), as_json)
            return
    say(f"Wrote {one_line(out)}.")
    if not figure:
        warn(found)


def _given(**options: Any) -> dict[str, Any]:
    """The options that were used: an analysis refuses those that it does not know."""
    return {name: value for name, value in options.items() if value}


def _refuse_for(name: str, of_pairs: dict[str, Any], of_counts: dict[str, Any], figure: bool) -> None:
    """Refuse the options that an analysis has no use for."""
    if name == "frequencies":
        _refuse_for_frequencies(of_pairs)
    elif name == "themes":
        _refuse_for_themes(of_pairs | of_counts, figure)
    elif name == "cases-by-themes":
        square = ("square", "all")
        _refuse_for_cells({key: value for key, value in of_pairs.items() if key not in square} | of_counts, figure)
    elif name == "relations":
        _refuse_for_relations(of_pairs | of_counts, figure)


def _refuse_for_frequencies(options: dict[str, Any]) -> None:
    given = ", ".join(f"--{name}" for name in options)
    if given:
        raise BadInput("Frequencies count codes one by one: leave out {given}, meant for pairs of codes.", given=given)


def _refuse_for_themes(options: dict[str, Any], figure: bool) -> None:
    given = ", ".join(f"--{name}" for name in options)
    if given:
        raise BadInput("The table of themes has neither pairs nor measures: leave out {given}.", given=given)
    if figure:
        raise BadInput("Themes come as a table: end the name in {suffixes}.", suffixes=", ".join(_TABLES))


def _refuse_for_cells(options: dict[str, Any], figure: bool) -> None:
    given = ", ".join(f"--{name}" for name in options)
    if given:
        raise BadInput("Cases by themes count segments, not pairs of codes: leave out {given}.", given=given)
    if figure:
        raise BadInput("Cases by themes come as a table: end the name in {suffixes}.", suffixes=", ".join(_TABLES))


def _refuse_for_relations(options: dict[str, Any], figure: bool) -> None:
    given = ", ".join(f"--{name}" for name in options)
    if given:
        raise BadInput("The table of relations is that of the maps: leave out {given}.", given=given)
    if figure:
        raise BadInput("A picture of a map is written by: qualcode export PROJECT map FILE")


def _cells(frame: "pd.DataFrame") -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """Columns and rows of an analysis."""
    # column by column: rows of a frame would turn counts into floats
    values = [frame.iloc[:, place].tolist() for place in range(frame.shape[1])]
    return [str(column) for column in frame.columns], zip(*values, strict=True)


def printed(
    project: "Project", name: str, progress: "Progress", display_ids: bool = False, **options: Any
) -> "tuple[pd.DataFrame, Leaving]":
    """The table of an analysis as it may leave the program, and what is found in it."""
    from ..app.analyses import CASES_BY_THEMES
    from ..app.quoting import Quoting
    from ..app.table_leaving import look_at_table, printed_table

    if name == CASES_BY_THEMES:  # it holds what people say, cut short: labels are replaced before
        options["display_ids"] = display_ids
    table = project.analyse(name, progress=progress, **options)
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
