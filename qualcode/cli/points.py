"""Commands about points of the history and the method: naming a point, the codebook's changes, the method profile."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import AsJson, CoderName, ProjectPlace, opened, step_number
from .output import complain, conclude, one_line, say, say_json, say_table
from .private import AlsoCheck, AlsoDisplayIds, listed, warn

if TYPE_CHECKING:
    from ..app.codebook_diff import Moment

VERSION_COLUMNS = ("name", "step", "time", "coder", "comment")


def name(
    project: ProjectPlace,
    called: Annotated[str, typer.Argument(metavar="NAME", help="The name, or that of a version there is.")] = "",
    step: Annotated[
        int | None,
        typer.Option(metavar="N", parser=step_number, help="The point after step N; else the last step."),
    ] = None,
    comment: Annotated[str, typer.Option(metavar="TEXT", help="What there is to say about this point.")] = "",
    rename: Annotated[str, typer.Option(metavar="NEW", help="Give the version of that name another one.")] = "",
    remove: Annotated[bool, typer.Option("--remove", help="Take the version's name away; the history stays.")] = False,
    listing: Annotated[bool, typer.Option("--list", help="List the named versions, oldest first.")] = False,
    coder: CoderName = "",
    as_json: AsJson = False,
) -> None:
    """Name a point of the history, so that it is found again.

    The name then means that point wherever a moment is asked for, as in: qualcode diff PROJECT --from NAME. --list:
    name, step, time of the step, who named it, comment, as csv.
    """
    from ..app import named_versions

    if listing:
        if called or step is not None or comment or rename or remove:
            raise typer.BadParameter("--list stands alone.")
        with opened(project) as study, study.read() as read:
            found = named_versions.named_versions(read)
        rows = [(one.version.name, one.version.step, one.step.time, one.coder, one.version.comment) for one in found]
        say_table(VERSION_COLUMNS, rows, as_json)
        return
    if not called:
        raise typer.BadParameter("Give a name, or --list.")
    if bool(rename) + remove + bool(step is not None or comment) > 1:
        raise typer.BadParameter("--rename and --remove are for a version there is; they stand alone.")
    with opened(project, coder, writing=True) as study:
        if rename:
            version, what = named_versions.rename_version(study, called, rename), "Renamed"
        elif remove:
            version, what = named_versions.remove_version(study, called), "Removed the name of"
        else:
            version, what = named_versions.name_version(study, called, comment, step), "Named"
    if as_json:
        say_json({"id": str(version.id), "name": version.name, "step": version.step, "comment": version.comment})
    else:
        say(f"{what} step {version.step}: {one_line(version.name)}")


def diff(
    project: ProjectPlace,
    since: Annotated[
        str, typer.Option("--from", metavar="MOMENT", help="Since then; else the last version named, or the beginning.")
    ] = "",
    until: Annotated[str, typer.Option("--to", metavar="MOMENT", help="Up to then; else now.")] = "",
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a file: .docx, .html, .md, .xlsx, .csv or .json.")
    ] = None,
    small: Annotated[bool, typer.Option("--all", help="Changes of colour and order, too.")] = False,
    date: Annotated[
        str, typer.Option(metavar="YYYY-MM-DD", help="The date in the file; else that of the later moment.")
    ] = "",
    display_ids: AlsoDisplayIds = False,
    check: AlsoCheck = False,
    as_json: AsJson = False,
) -> None:
    """Say what became of the codebook, by whom, when and why.

    A MOMENT is the name of a version (qualcode name), the number of a step, a date (the whole day counts), a date and
    time in UTC, “now” or “beginning”. A row per change, as csv: change (added, merged, split, removed, renamed, moved,
    redefined, stage), code, kind, field, before, after, who, when, why, step. What was taken back is no change.
    """
    from ..app.codebook_diff import COLUMNS, as_printed, change_rows, changes_between, summary, write_changes
    from ..app.history_leaving import check_changes
    from ..app.quoting import Quoting
    from .data import require_date

    require_date(date)
    if out is not None and as_json:
        raise typer.BadParameter("Choose --out or --json, not both; a file that ends in .json holds the same.")
    with opened(project) as study:
        with study.read() as read:
            found = changes_between(read, since or None, until or None, small)
            told = as_printed(found.told, Quoting(read, display_ids))
        if found.turned:
            complain("--from is later than --to; the earlier of them counts as the first.")
        leaving = check_changes(study, found, display_ids=display_ids) if check or out is not None else None
        if leaving is not None and listed(leaving, check):
            return
        stretch = f"from {_moment(found.since)} to {_moment(found.until)}"
        if out is not None:
            written = write_changes(study, out, found, date, display_ids)
            conclude(f"Wrote {one_line(str(written))}: {summary(found.told) or 'no changes'} {stretch}.")
            if leaving is not None:
                warn(leaving)
            return
    complain(f"compared {stretch}")
    say_table(COLUMNS, change_rows(told), as_json)


def _moment(moment: "Moment") -> str:
    if not moment.step:
        return "the beginning"
    return f"step {moment.step}" + (f" ({one_line(moment.name)})" if moment.name else "")


def method(
    project: ProjectPlace,
    chosen: Annotated[
        str,
        typer.Argument(metavar="METHOD", help="reflexive, codebook, coding-reliability, framework, grounded, or none."),
    ] = "",
    coder: CoderName = "",
    as_json: AsJson = False,
) -> None:
    """Say which method the study follows, or choose another one.

    The method changes what is offered first and which explanations are shown; it never changes what is there.
    """
    from ..app.methods import set_method
    from ..domain.methods import BY_KEY

    with opened(project, coder, writing=bool(chosen)) as study:
        if chosen:
            set_method(study, "" if chosen.casefold() == "none" else chosen)
        with study.read() as read:
            key = read.study().method
    found = BY_KEY.get(key)
    if as_json:
        references = list(found.references) if found else []
        say_json({"method": key, "name": str(found.name) if found else "", "references": references})
        return
    if found is None:
        say(f"No method is chosen. There are: {', '.join(BY_KEY)}.")
        return
    say(f"{found.name} ({found.key})")
    say(str(found.about))
    for line in (*found.changes, *found.references):
        say(f"- {line}")
