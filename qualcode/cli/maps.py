"""Commands for theme maps: making one from the data, arranging it, listing them; a map as a file."""

from typing import Annotated, Any

import typer

from ..domain.errors import BadInput
from ..domain.theme_maps import LAYOUTS, SIZES
from .options import (
    AsJson,
    CoderName,
    Coders,
    Codes,
    Documents,
    Folders,
    ProjectPlace,
    Sets,
    Variables,
    filters,
    opened,
    opened_as_of,
)
from .output import conclude, one_line, progress_line, say, say_table
from .private import listed, warn

MAP_COLUMNS = ("name", "layout", "seed", "things", "relations", "quotes", "basis")
_MOST_DIGITS = 15


Size = Annotated[
    str,
    typer.Option(
        "--size",
        metavar="same|segments|cases",
        help="Map: boxes of themes and codes alike, or as large as their segments or cases; else as kept with the map.",
    ),
]


def map_(
    project: ProjectPlace,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The map to make or to arrange; without one all are listed.")
    ] = "",
    source: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="SOURCE",
            help="Make the map from the data: cooccurrence (codes that meet), themes (themes, their codes and the "
            "cases that speak) or cases (codes and cases).",
        ),
    ] = "",
    layout: Annotated[
        str,
        typer.Option(
            metavar="LAYOUT",
            help="force, hierarchical, radial or free; else what suits the source. Without --from a map that is "
            "there is arranged.",
        ),
    ] = "",
    size: Annotated[
        str,
        typer.Option(
            metavar="same|segments|cases",
            help="Keep with the map that boxes of themes and codes are alike, or as large as their segments or cases.",
        ),
    ] = "",
    seed: Annotated[
        int | None, typer.Option(metavar="N", help="Begin the layout anew from N: the same N, the same picture.")
    ] = None,
    minimum: Annotated[
        float | None,
        typer.Option(
            metavar="N",
            help="The least value of a line: of the measure; of themes and cases the segments in which a case speaks. "
            "Else so many lines that they can be read.",
        ),
    ] = None,
    rule: Annotated[
        str, typer.Option(metavar="RULE", help="Of cooccurrence, as in analyse: overlap (default), turn, near:N …")
    ] = "",
    measure: Annotated[
        str, typer.Option(metavar="MEASURE", help="Of cooccurrence, as in analyse: pairs (default), jaccard, lift …")
    ] = "",
    level: Annotated[str, typer.Option(metavar="LEVEL", help="Of cooccurrence: codes (default) or themes alone.")] = "",
    most: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Of cooccurrence: at most N codes; else 40.")
    ] = None,
    passages: Annotated[
        int | None, typer.Option(metavar="N", min=0, help="How many passages show each relation; else 3.")
    ] = None,
    coders: Coders = "",
    documents: Documents = "",
    codes: Codes = "",
    folders: Folders = [],  # noqa: B006  typer copies it
    variables: Variables = [],  # noqa: B006
    sets: Sets = [],  # noqa: B006
    coder: CoderName = "",
    as_json: AsJson = False,
) -> None:
    """Make a theme map from the data, arrange one, or list all.

    A map is drawn by hand in the window; this makes a first one to work on, in one step that can be undone. What it
    was made from is kept with it. The list has a row per map, as csv: name, layout, seed, things, relations, quotes,
    basis.
    """
    from ..app.map_generation import MapOptions, make_map
    from ..app.map_reading import told
    from ..app.theme_maps import FIRST_SEED, arrange, size_boxes

    chosen = filters(documents, coders, codes, folders, variables, sets)
    of_data: dict[str, Any] = {"rule": rule, "measure": measure, "level": level, "minimum": minimum, "most": most}
    of_data = {key: value for key, value in (of_data | {"passages": passages}).items() if value not in ("", None)}
    if not source and (of_data or chosen):
        raise typer.BadParameter("Filters and the options of the data are for making a map: add --from.")
    if layout and layout not in LAYOUTS:
        raise typer.BadParameter(f"--layout is {', '.join(LAYOUTS)}, not “{one_line(layout)}”.")
    if seed is not None and not 0 <= seed < 10**_MOST_DIGITS:
        raise typer.BadParameter("--seed is a whole number from 0 on.")
    if size:
        require_size_for("map", size)
    if not name:
        if source or layout or size or seed is not None:
            raise typer.BadParameter("Name the map that is to be made or arranged.")
        _list_maps(project, as_json)
        return
    if as_json:
        raise typer.BadParameter("--json is for the list of maps.")
    if not source and not layout and (not size or seed is not None):
        raise BadInput("Say with --from what the map is made from, or with --layout how one that is there is arranged.")
    with opened(project, coder, writing=True) as study, progress_line() as progress:
        if source:
            options = MapOptions(**of_data, filters=chosen)
            made = make_map(study, name, source, options, layout, FIRST_SEED if seed is None else seed, progress)
        elif layout:
            made = arrange(study, name, layout, seed)
        if size:
            made = size_boxes(study, name, size)
        made = told(made)
    did = "Made" if source else "Arranged" if layout else "Sized the boxes of"
    say(f"{did} the map “{one_line(made.name)}”. {one_line(made.basis)}".rstrip())


def require_size_for(what: str, size: str) -> None:
    """Boxes are sized on maps alone, and by what there is."""
    if size and what != "map":
        raise typer.BadParameter("--size is for a map.")
    if size and size not in SIZES:
        raise typer.BadParameter(f"--size is {', '.join(SIZES)}, not “{one_line(size)}”.")


def _list_maps(project: str, as_json: bool) -> None:
    from ..app.map_reading import map_picture, maps

    rows = []
    with opened(project) as study, study.read() as read:
        for one in maps(read):
            picture = map_picture(read, one.id)
            quotes = sum(relation.quotes for relation in picture.relations)
            rows.append(
                (one.name, one.layout, one.seed, len(picture.things), len(picture.relations), quotes, one.basis)
            )
    say_table(MAP_COLUMNS, rows, as_json)


def export_map_file(
    project: str,
    out: str,
    name: str,
    date: str,
    display_ids: bool,
    check: bool,
    others: dict[str, Any],
    as_of: str = "",
    size: str = "",
) -> None:
    """Write a map as a picture, page or graph, or list who could be recognised in it; `others` are options that are
    not for maps."""
    from ..app.map_export import export_map, map_target
    from ..app.map_leaving import check_map

    given = [key for key, value in others.items() if value]
    if given:
        raise typer.BadParameter(f"--{given[0].replace('_', '-')} is not for a map.")
    target = map_target(out)
    with progress_line() as progress, opened_as_of(project, as_of, progress) as study:
        leaving = check_map(study, name or None, target.suffix.lower(), progress, display_ids)
        if listed(leaving, check):
            return
        written = export_map(study, out, name or None, date, progress, display_ids, size=size)
    conclude(f"Wrote {one_line(str(written))}.")
    warn(leaving)
