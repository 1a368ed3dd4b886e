"""`qualcode export PROJECT history`: the audit trail as a file, and whether its chain of digests is whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

import typer

from .options import opened_as_of
from .output import complain, conclude, one_line, progress_line, say
from .private import listed, warn

Of = Annotated[
    str,
    typer.Option("--of", metavar="CODE", help="History: only the story of this code or theme, by name, path or id."),
]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which steps are written, as the options say, the date in the file, and the moment that is looked at."""

    since: str
    before: str
    coder: str
    of: str
    date: str
    as_of: str


def export_history(
    project: str, out: str, asked: Asked, display_ids: bool, check: bool, others: Mapping[str, object]
) -> None:
    """Write the audit trail of a project, or list who could be recognised in it; a broken chain is written into its
    head and said on standard error."""
    given = [name for name, value in others.items() if value]
    if given:
        raise typer.BadParameter(
            f"The history is chosen by --since, --before, --coder and --of, not by --{given[0].replace('_', '-')}."
        )
    from ..app.audit_trail import Which, export_audit
    from ..app.history_leaving import check_history, look_at_audit
    from ..app.quoting import Quoting

    which = Which(asked.since, asked.before, asked.coder, asked.of)
    with progress_line() as progress, opened_as_of(project, asked.as_of, progress) as study:
        if check:
            listed(check_history(study, which, progress, display_ids), check)
            return
        written, audit = export_audit(study, out, which, asked.date, progress, display_ids)
        with study.read() as read:
            leaving = look_at_audit(read, Quoting(read, display_ids), audit)
    conclude(f"Wrote {one_line(str(written))}: {len(audit.rows):,} of {audit.head['steps']:,} steps.")
    if audit.broken:
        complain(f"The chain of digests is broken: {one_line('; '.join(audit.broken))}")
    else:
        say(f"The chain of digests is intact; the last one is {audit.head['last digest']}.")
    warn(leaving)
