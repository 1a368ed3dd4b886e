"""What keeps people unnamed: the check before an export with quotes, and the display ids of cases and speakers."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..domain.errors import BadInput
from .options import AsJson, CoderName, ProjectPlace, opened
from .output import complain, one_line, say_json, say_table

if TYPE_CHECKING:
    from ..app.leaving import Leaving
    from ..app.project import Project
    from ..domain.progress import Progress

DisplayIds = Annotated[
    bool,
    typer.Option(
        "--display-ids",
        help="Call cases and speakers by their display ids, where they have one; in all but the table of cases, which "
        "is the key to them. A review page does so of itself.",
    ),
]
Check = Annotated[
    bool,
    typer.Option(
        "--check",
        help="Write nothing; list the names, addresses and numbers that the file would hold, as csv. For all but the "
        "table of cases.",
    ),
]
AlsoDisplayIds = Annotated[
    bool, typer.Option("--display-ids", help="Call cases and speakers by their display ids, where they have one.")
]
AlsoCheck = Annotated[
    bool,
    typer.Option(
        "--check",
        help="Write nothing; list the names, addresses and numbers that the file would hold, as csv.",
    ),
]
_COLUMNS = ("kind", "name", "display")


def listed(leaving: "Leaving", check: bool) -> bool:
    """With --check, list what a file would hold; whether that was all that is to be done."""
    from ..app.leaving import CHECK_COLUMNS

    if check:
        say_table(CHECK_COLUMNS, leaving.rows())
    return check


def warn(leaving: "Leaving") -> None:
    """Say in one line what a file holds that was written, if anything was found."""
    if leaving.found:
        complain(f"{leaving} --check lists them.")


def looked_through(
    study: "Project",
    what: str,
    check: bool,
    display_ids: bool,
    marks: bool,
    progress: "Progress",
    chosen: dict[str, Any],
) -> "Leaving | None":
    """What is found in an export of `app.export` that is about to be written; None where there is nothing to find."""
    from ..app.export_leaving import CHECKED, check_export

    if what not in CHECKED:
        if check or display_ids:
            raise typer.BadParameter(
                "--check and --display-ids are not for the table of cases: it is the key to the display ids."
            )
        return None
    return check_export(study, what, marks, progress, display_ids, **chosen)


def display_ids(
    project: ProjectPlace,
    give: Annotated[
        str,
        typer.Option(
            metavar="PATTERN",
            help='Give one to all that have none: "P{n:02}" counts P01, P02 …; "Partner {A}" letters.',
        ),
    ] = "",
    to: Annotated[str, typer.Option(metavar="cases|speakers", help="Whom --give gives one to.")] = "cases",
    case: Annotated[
        str, typer.Option(metavar="NAME=ID", help="The display id of one case; nothing takes it back.")
    ] = "",
    speaker: Annotated[
        str, typer.Option(metavar="LABEL=ID", help="The display id of one speaker; nothing takes it back.")
    ] = "",
    coder: CoderName = "",
    as_json: AsJson = False,
) -> None:
    """List what exports call cases and speakers with --display-ids, and set it.

    A row per case and speaker, as csv: kind, name, display.
    """
    from ..app import display_names

    if sum(map(bool, (give, case, speaker))) > 1:
        raise typer.BadParameter("Choose one of --give, --case and --speaker.")
    with opened(project, coder, writing=bool(give or case or speaker)) as study:
        if give:
            display_names.give_displays(study, give, to)
        elif case:
            display_names.set_display(study, *_pair("--case", case))
        elif speaker:
            display_names.set_speaker_name(study, *_pair("--speaker", speaker))
        with study.read() as read:
            called = {one.label: one.display for one in read.where("speaker_name")}
            rows = [("case", one.name, one.display or "") for one in read.cases()]
            labels = dict.fromkeys([*display_names.labels_of(read), *called])
            rows += [("speaker", label, called.get(label, "")) for label in labels]
    if as_json:
        say_json([dict(zip(_COLUMNS, row, strict=True)) for row in rows])
    else:
        say_table(_COLUMNS, rows)


def _pair(option: str, written: str) -> tuple[str, str]:
    name, equals, display = written.rpartition("=")
    if not equals or not name.strip():
        raise BadInput("{option} is written as NAME=ID, not “{written}”.", option=option, written=one_line(written))
    return name.strip(), display.strip()


def redactions(project: ProjectPlace, as_json: AsJson = False) -> None:
    """List the passages that no export prints.

    A row per passage, as csv: document, start, end, reason. They are made and taken back in the window.
    """
    columns = ("document", "start", "end", "reason")
    with opened(project) as study, study.read() as read:
        documents = {one.id: one for one in read.documents()}
        found = sorted(read.where("redaction"), key=lambda one: (documents[one.document].position, one.start))
        rows = [(documents[one.document].name, one.start, one.end, one.reason) for one in found]
    if as_json:
        say_json([dict(zip(columns, row, strict=True)) for row in rows])
    else:
        say_table(columns, rows)
