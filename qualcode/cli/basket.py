"""`qualcode basket`: the tables and figures that were sent to the report."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from .options import AsJson, CoderName, ProjectPlace, opened
from .output import one_line, say, say_table


def basket(
    project: ProjectPlace,
    remove: Annotated[
        str, typer.Option(metavar="TITLE", help="Take this one out of the report, by its title or number.")
    ] = "",
    coder: CoderName = "",
    as_json: AsJson = False,
) -> None:
    """List the tables and figures that the report works out anew whenever it is written, or take one out.

    As csv, in the order of the report: number, title, analysis, form, question, comment, coder, created. Send one with:
    qualcode analyse PROJECT NAME [options] --to-report TITLE
    """
    from ..app.basket import COLUMNS, remove_item, rows

    with opened(project, coder, writing=bool(remove)) as study:
        if remove:
            remove_item(study, remove)
        with study.read() as read:
            found = rows(read)
    say_table(COLUMNS, found, as_json)


def send(place: str, coder: str, analysis: str, form: str, options: Mapping[str, Any], title: str) -> None:
    """Keep a question for the report."""
    from ..app.basket import send_to_report

    with opened(place, coder, writing=True) as project:
        item = send_to_report(project, analysis, form, options, title)
    say(f"“{one_line(item.title)}” goes into the report.")
