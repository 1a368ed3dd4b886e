"""Commands for what is taken out of a project: export and search."""

from contextlib import ExitStack
from datetime import date as date_type
from typing import Annotated

import typer

from .options import (
    AsJson,
    CoderName,
    Coders,
    Codes,
    Documents,
    Folders,
    ProjectPlace,
    Variables,
    filters,
    opened,
)
from .output import one_line, progress_line, say, say_table

SEARCH_COLUMNS = ("document", "start", "end", "context")


def export(
    project: ProjectPlace,
    what: Annotated[str, typer.Argument(metavar="codebook|segments", help="What to write.")],
    out: Annotated[str, typer.Argument(metavar="OUT", help="The file: .csv, .xlsx, .docx or .json.")],
    ids: Annotated[bool, typer.Option("--ids", help="Segments: add the columns of ids.")] = False,
    date: Annotated[
        str, typer.Option(metavar="YYYY-MM-DD", help="The date in the file; else that of the last step.")
    ] = "",
    documents: Documents = "",
    coders: Coders = "",
    codes: Codes = "",
    folders: Folders = [],  # noqa: B006  typer copies it
    variables: Variables = [],  # noqa: B006
) -> None:
    """Write the codebook or the coded segments.

    The suffix of OUT decides the format. segments: a row per coding with its text; codebook: a row per code.
    """
    from ..app.export import export_file

    chosen = filters(documents, coders, codes, folders, variables)
    _require_date(date)
    if what == "codebook" and (ids or chosen):
        raise typer.BadParameter("The codebook is written whole and has its ids; filters and --ids are for segments.")
    with opened(project) as study, progress_line() as progress:
        written = export_file(study, what, out, ids=ids, date=date, progress=progress, **chosen)
    say(f"Wrote {one_line(str(written))}.")


def _require_date(written: str) -> None:
    try:
        valid = not written or date_type.fromisoformat(written).isoformat() == written
    except ValueError:
        valid = False
    if not valid:
        raise typer.BadParameter(f"“{one_line(written)}” is not a date. Write it as YYYY-MM-DD.")


def search(
    project: ProjectPlace,
    query: Annotated[
        str,
        typer.Argument(
            metavar="QUERY",
            help='Words, case and accents apart; word* for a beginning, "…" for a phrase; all must occur.',
        ),
    ],
    regex: Annotated[bool, typer.Option("--regex", help="The query is a regular expression.")] = False,
    substring: Annotated[bool, typer.Option("--substring", help="Find the letters within words too.")] = False,
    code: Annotated[
        str | None, typer.Option(metavar="CODE", help="Put this code on every hit, as one step of the acting coder.")
    ] = None,
    coder: CoderName = "",
    as_json: AsJson = False,
) -> None:
    """Find words in all documents.

    A row per hit, as csv: document, start, end, context; positions are characters, the end is not included.
    """
    from ..app.coding import apply_to_spans
    from ..app.search import make_query
    from ..app.search import search as hits_of

    if regex and substring:
        raise typer.BadParameter("Choose --regex or --substring, not both.")
    if code is not None and not code.strip():
        raise typer.BadParameter("--code needs the name of a code. Name one, or leave the option out.")
    with ExitStack() as stack:
        study = stack.enter_context(opened(project, coder, writing=bool(code)))
        progress = stack.enter_context(progress_line())
        hits = hits_of(study, make_query(query, regex, substring), progress)
        if code:
            found = list(hits)
            if found:
                apply_to_spans(study, code, [(hit.document, hit.start, hit.end) for hit in found])
            hits = iter(found)
        say_table(SEARCH_COLUMNS, ((hit.document.name, hit.start, hit.end, hit.context) for hit in hits), as_json)
