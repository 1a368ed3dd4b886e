"""`qualcode import --as variables`: the columns of a table become variables of the cases its rows find."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from ..domain.errors import BadInput
from ..domain.folding import spelt
from .options import opened
from .output import complain, one_line, progress_line, say, say_json

if TYPE_CHECKING:
    from ..app.case_tables import Sheet, Unfit
    from ..domain.matching import Match

VARIABLES = "variables"
_WHY = {
    "nobody": "no case and no document has this name",
    "several": "this could be more than one case",
    "nameless": "the row has no name",
    "again": "another row is about the same case",
}
_MOST = 20  # rows listed


def import_variables(
    project: str,
    files: Sequence[str],
    column: str,
    by: str,
    unmatched: str,
    unfit: str,
    dry_run: bool,
    coder: str,
    as_json: bool,
    unused: Mapping[str, str],
    display: str = "",
) -> None:
    """Bring in one table; rows that find nobody are listed on standard error. `display` names the column with display
    ids, where it is not called so."""
    from ..app import case_tables
    from ..domain.matching import ANY, BY_CASE, BY_DOCUMENT

    given = ", ".join(f"--{name}" for name, value in unused.items() if value)
    if given:
        raise typer.BadParameter(f"{given} is for documents, not for --as {VARIABLES}.")
    for name, value, known in (
        ("by", by, ("", BY_CASE, BY_DOCUMENT)),
        ("unmatched", unmatched, ("", "new", "skip")),
        ("unfit", unfit, ("", case_tables.SKIP, case_tables.TEXT)),
    ):
        if value not in known:
            choices = " or ".join(filter(None, known))
            raise typer.BadParameter(f"“{one_line(value)}” is nothing for --{name}. Choose {choices}.")
    if len(files) != 1:
        raise typer.BadParameter(f"--as {VARIABLES} takes one table at a time.")
    with progress_line() as progress:
        sheet = case_tables.read_sheet(files[0], progress)
    for note in sheet.notes:
        complain(one_line(f"{sheet.name}: {note}"))
    with opened(project, coder, writing=True) as study:
        with study.read() as read:
            known_cases = case_tables.directory(read)
            variables = read.variables()
            documents = {document.id: document.name for document in read.documents()}
        key = _place(sheet, column) if column else case_tables.key_column(sheet, known_cases)
        matches = case_tables.match_rows(sheet, known_cases, key, by or ANY)
        _complain(sheet, matches, unmatched)
        targets = case_tables.targets_of(matches, documents, unmatched == "new")
        columns = [
            one for one in case_tables.columns_of(sheet, variables, key) if one.variable != case_tables.DOCUMENTS
        ]
        if display:
            place = _place(sheet, display)
            columns = [replace(one, variable=case_tables.DISPLAY) if one.place == place else one for one in columns]
        left = len(matches) - len(targets)
        if left and not unmatched:
            raise BadInput(
                "{left} of {rows} rows find nobody by “{column}”; nothing was changed. Say --unmatched skip or new, or "
                "name the column with --case column:NAME.",
                left=left,
                rows=len(matches),
                column=sheet.columns[key],
            )
        types = {one.name: one.type for one in variables}
        bad = case_tables.unfitting(sheet, columns, targets, types) if dry_run or not unfit else []
        if dry_run:
            _tell(as_json, sheet.columns[key], len(targets), left, dry_run=True, unfit=len(bad))
            return
        if bad:
            _complain_of_cells(sheet, bad)
            raise BadInput(
                "{number} of the cells do not fit the type of their variable; nothing was changed. Change them, or say "
                "--unfit skip to leave them out or --unfit text to make these variables text.",
                number=f"{len(bad):,}",
            )
        steps: list[int] = []
        study.changed.connect(lambda step: steps.append(step.number))
        brought = case_tables.bring_in_table(study, sheet, columns, targets, unfit or case_tables.REFUSE)
    _complain_of_cells(sheet, brought.unfit)
    _tell(
        as_json,
        sheet.columns[key],
        len(targets),
        left,
        step=steps[-1] if steps else None,
        values=brought.values,
        new_cases=len(brought.cases),
        new_variables=len(brought.variables),
        unfit=len(brought.unfit),
    )


def _place(sheet: "Sheet", wanted: str) -> int:
    for place, column in enumerate(sheet.columns):
        if spelt(column).casefold() == spelt(wanted).casefold():
            return place
    raise BadInput(
        "“{name}” has no column “{column}”. It has {columns}.",
        name=sheet.name,
        column=wanted,
        columns=", ".join(sheet.columns[:12]),
    )


def _complain(sheet: "Sheet", matches: "Sequence[Match]", unmatched: str) -> None:
    """List the rows that found nobody."""
    from ..app.mentions import shortened

    lost = [(row, one) for row, one in enumerate(matches) if not one.found]
    if unmatched == "new":
        lost = [(row, one) for row, one in lost if one.why != "nobody"]
    for row, one in lost[:_MOST]:
        complain(one_line(f"{sheet.name}, row {sheet.numbers[row]}: “{shortened(one.name)}”: {_WHY[one.why]}"))
    if len(lost) > _MOST:
        complain(f"and {len(lost) - _MOST:,} more rows")


def _complain_of_cells(sheet: "Sheet", cells: "Sequence[Unfit]") -> None:
    """List the cells that do not fit, and why."""
    for one in cells[:_MOST]:
        complain(one_line(f"row {sheet.numbers[one.row]}, {one.column.variable}: {one.problem}"))
    if len(cells) > _MOST:
        complain(f"and {len(cells) - _MOST:,} more cells")


def _counted(number: int | None, what: str) -> str:
    return f"{number or 0:,} {what}{'' if number == 1 else 's'}"


def _tell(as_json: bool, column: str, rows: int, left: int, dry_run: bool = False, **figures: int | None) -> None:
    if as_json:
        say_json({"dry_run": dry_run, "column": column, "rows": rows, "left_out": left, **figures})
        return
    say(f"{rows:,} {'row' if rows == 1 else 'rows'} found by “{one_line(column)}”, {left:,} left out.")
    unfit = figures.get("unfit") or 0
    if unfit:
        say(f"{unfit:,} {'cell does' if unfit == 1 else 'cells do'} not fit the type of the variable.")
    if dry_run:
        say("Dry run, nothing was changed.")
    elif figures["step"] is None:
        say("Nothing new: the project has all of it already.")
    else:
        say(
            f"Brought in as step {figures['step']}: {_counted(figures['values'], 'value')}, "
            f"{_counted(figures['new_cases'], 'new case')}, {_counted(figures['new_variables'], 'new variable')}."
        )
