"""The report as a file: its options, and what is asked before it is written."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from .options import opened_as_of
from .output import complain, conclude, one_line, progress_line
from .private import listed, warn

if TYPE_CHECKING:
    from ..formats.report_parts import Report

Guideline = Annotated[
    str,
    typer.Option(
        metavar="COREQ|SRQR|none",
        help="Report: the guideline whose items the methods appendix answers; else SRQR in a reflexive study, COREQ in "
        "others.",
    ),
]
Context = Annotated[bool, typer.Option("--context", help="Report: the rest of the turn around each quote.")]
TableRows = Annotated[
    int | None,
    typer.Option("--table-rows", metavar="N", help="Report: rows that a table sent to it has at most; 40 unless said."),
]


def export_report(
    project: str, out: str, options: dict[str, Any], date: str, check: bool, others: dict[str, Any], as_of: str
) -> None:
    """Write the report, or list who could be recognised in it; `options` are fields of
    `app.report_options.ReportOptions`, `others` those that are not for a report."""
    from ..app.report import build, report_place, write_built
    from ..app.report_leaving import built_to_check, look_at_report
    from ..app.report_options import ReportOptions

    given = [key for key, value in others.items() if value]
    if given:
        raise typer.BadParameter(f"--{given[0].replace('_', '-')} is not for a report.")
    chosen = ReportOptions(**options)
    with progress_line() as progress, opened_as_of(project, as_of, progress) as study:
        if check:
            report = built_to_check(study, chosen, progress)
            listed(look_at_report(study, report, chosen, progress), check)
            _tell_lost(report)
            return
        target = report_place(out)  # before anything is counted
        report = build(study, chosen, date, progress)
        leaving = look_at_report(study, report, chosen, progress)
        write_built(report, target)
    conclude(f"Wrote {one_line(str(target))}.")
    _tell_lost(report)
    warn(leaving)


def _tell_lost(report: "Report") -> None:
    from ..app.report_basket import lost_items

    lost = lost_items(report)
    if lost is not None:
        complain(one_line(lost))


def report_options(
    themes: str,
    quotes: int | None,
    guideline: str,
    context: bool,
    without: str,
    display_ids: bool,
    table_rows: int | None = None,
) -> dict[str, Any]:
    """The options of a report that were given."""
    from ..app.report_options import SECTIONS
    from ..domain.reporting import GUIDELINES

    left_out = {part.strip() for part in without.split(",") if part.strip()}
    for part in sorted(left_out - set(SECTIONS)):
        raise typer.BadParameter(f"--without takes {', '.join(SECTIONS)}, not “{one_line(part)}”.")
    chosen: dict[str, Any] = {"context": context, "display_ids": display_ids}
    chosen["sections"] = tuple(section for section in SECTIONS if section not in left_out)
    if themes:
        chosen["themes"] = tuple(part.strip() for part in themes.split(",") if part.strip())
    if quotes is not None:
        chosen["quotes"] = quotes
    if table_rows is not None:
        chosen["table_rows"] = table_rows
    if guideline:
        known = {"none": "", **{key.casefold(): key for key in GUIDELINES}}
        if guideline.casefold() not in known:
            raise typer.BadParameter(
                f"There is no guideline “{one_line(guideline)}”. There are: {', '.join((*GUIDELINES, 'none'))}."
            )
        chosen["guideline"] = known[guideline.casefold()]
    return chosen
