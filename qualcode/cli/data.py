"""Commands for what is taken out of a project: export and search."""

from contextlib import ExitStack
from datetime import date as date_type
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..domain.carrying import Carrying
from ..domain.codings import CERTAINTIES, MARKS
from ..domain.errors import BadInput
from .auditing import Asked, Of, export_history
from .maps import Size, export_map_file, require_size_for
from .options import (
    AsJson,
    AsOf,
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
from .output import complain, conclude, one_line, progress_line, say_table
from .private import Check, DisplayIds, listed, looked_through, warn
from .reporting import Context, Guideline, TableRows, export_report, report_options
from .reviewing import Map, Names, Quotes, Reviewer, Themes, Without, export_page, page_options

if TYPE_CHECKING:
    from ..app.memo_export import Wanted
    from ..store.reading import Reading

SEARCH_COLUMNS = ("document", "start", "end", "context")


def export(
    project: ProjectPlace,
    what: Annotated[
        str, typer.Argument(metavar="codebook|segments|cases|memos|history|map|review|report", help="What to write.")
    ],
    out: Annotated[
        str,
        typer.Argument(
            metavar="OUT",
            help="The file: .csv, .xlsx, .json, .docx (not for cases), .html (codebook, segments), .md (codebook, "
            "memos), .pdf or .qdc (codebook); a map as .svg, .png, .pdf, .html or .graphml; a report as .docx, .html "
            "or .pdf.",
        ),
    ],
    ids: Annotated[bool, typer.Option("--ids", help="Segments: add the columns of ids.")] = False,
    marks: Annotated[
        bool,
        typer.Option(
            "--marks", help="Segments: add certainty, mark, question to discuss, links, use in a draft, new facet."
        ),
    ] = False,
    date: Annotated[
        str, typer.Option(metavar="YYYY-MM-DD", help="The date in the file; else that of the last step.")
    ] = "",
    documents: Documents = "",
    coders: Coders = "",
    codes: Codes = "",
    folders: Folders = [],  # noqa: B006  typer copies it
    variables: Variables = [],  # noqa: B006
    sets: Sets = [],  # noqa: B006
    certainty: Annotated[
        str, typer.Option(metavar="sure,likely,unsure", help="Segments: only codings their coder is so certain of.")
    ] = "",
    mark: Annotated[
        str, typer.Option(metavar="exemplar,near-miss", help="Segments: only codings that are marked so.")
    ] = "",
    discuss: Annotated[
        bool, typer.Option("--discuss", help="Segments: only codings that are to be discussed.")
    ] = False,
    query: Annotated[
        str, typer.Option(metavar="QUERY", help="Segments: only those that answer a query: 'power AND trust'.")
    ] = "",
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="TYPE", help='Memos: only those of this type; "" for those without.')
    ] = None,
    about: Annotated[
        str,
        typer.Option("--about", metavar="NAME", help="Memos: only those about or linked to this, or to “project”."),
    ] = "",
    coder: Annotated[
        str, typer.Option("--coder", metavar="NAME", help="Memos: only those this coder wrote. History: their steps.")
    ] = "",
    since: Annotated[
        str,
        typer.Option(
            metavar="YYYY-MM-DD",
            help="Memos: only those of this day and later. History: the same, or N: the steps after step N. Review: "
            "changes since this day, version or step.",
        ),
    ] = "",
    before: Annotated[
        str, typer.Option(metavar="YYYY-MM-DD", help="Memos, history: only those of days before this.")
    ] = "",
    style: Annotated[
        str,
        typer.Option(
            metavar="cards|tables", help="Codebook as .docx: a card for each code, or a table for each theme."
        ),
    ] = "",
    language: Annotated[
        str,
        typer.Option(
            metavar="en|zh",
            help="Codebook: the language of its labels in a file for people. Review: the language of the page.",
        ),
    ] = "",
    themes: Themes = "",
    quotes: Quotes = None,
    names: Names = False,
    map_name: Map = "",
    size: Size = "",
    without: Without = "",
    reviewer: Reviewer = "",
    guideline: Guideline = "",
    context: Context = False,
    table_rows: TableRows = None,
    of: Of = "",
    as_of: AsOf = "",
    display_ids: DisplayIds = False,
    check: Check = False,
) -> None:
    """Write the codebook, the coded segments, the table of cases, the memos, the history, a map, review or report.

    The suffix of OUT decides the format. segments: a row per coding with its text; codebook: a row per code; cases: a
    row per case with its documents and variables; memos: all in full, by date; history: the
    audit trail, a row per step, with its reason and digest; map: a theme map; review: one page for a supervisor's
    browser; report: methods, themes with quotes, charts, codebook and audit.
    """
    from ..app.export import KINDS, export_file
    from ..app.memo_export import Wanted
    from ..formats.codebook_words import LANGUAGES

    if what not in (*KINDS, "review"):
        raise BadInput(
            "There is no export “{kind}”. There are: {kinds}.", kind=one_line(what), kinds=", ".join((*KINDS, "review"))
        )
    report = {}
    if what == "report":
        report = report_options(themes, quotes, guideline, context, without, display_ids, table_rows)
    of_page = page_options(themes, quotes, names, map_name, "" if report else without, reviewer)
    scope = filters(documents, coders, codes, folders, variables, sets)
    for_others = {"ids": ids, "marks": marks, "kind": kind is not None, "about": about, "style": style}
    for_others |= {"language": language, "certainty": certainty, "mark": mark, "discuss": discuss, "query": query}
    for_others |= dict.fromkeys(scope, True)
    _require_words_for(what, of, as_of, bool(guideline or context or table_rows))
    require_size_for(what, size)
    if what == "report":
        require_date(date)
        for_others |= {"since": since, "before": before, "coder": coder}
        for_others |= dict.fromkeys((one for one in of_page if one not in ("themes", "quotes")), True)
        export_report(project, out, report, date, check, for_others, as_of)
    elif what == "history":
        require_date(date)
        asked = Asked(since, before, coder, of, date, as_of)
        export_history(project, out, asked, display_ids, check, for_others | of_page)
    elif what == "map":
        require_date(date)
        for_others |= {"since": since, "before": before, "coder": coder}
        for_others |= dict.fromkeys((one for one in of_page if one != "map"), True)
        export_map_file(project, out, map_name, date, display_ids, check, for_others, as_of, size)
    elif what == "review":
        export_page(project, out, check, {**of_page, "since": since, "language": language or LANGUAGES[0]})
    elif of_page:
        raise typer.BadParameter(f"--{next(iter(of_page)).replace('tabs', 'without')} is for a review page.")
    else:
        carrying = _carrying(certainty, mark, discuss)
        chosen = scope | ({"carrying": carrying} if carrying is not None else {})
        chosen |= {"query": query} if query else {}
        for written_day in (date, since, before):
            require_date(written_day)
        wanted = Wanted(kind, about, coder, since, before)
        chosen = _chosen(what, chosen, wanted, ids or marks, {"style": style, "language": language})
        with progress_line() as progress, opened_as_of(project, as_of, progress) as study:
            found = looked_through(study, what, check, display_ids, marks, progress, chosen)
            if found is not None and listed(found, check):
                return
            chosen["display_ids"] = display_ids
            written = export_file(study, what, out, ids=ids, marks=marks, date=date, progress=progress, **chosen)
        conclude(f"Wrote {one_line(str(written))}.")
        if found is not None:
            warn(found)


def _require_words_for(what: str, of: str, as_of: str, reported: bool) -> None:
    if reported and what != "report":
        raise typer.BadParameter("--guideline, --context and --table-rows are for a report.")
    if of and what != "history":
        raise typer.BadParameter("--of is for the history.")
    if as_of and what == "review":
        raise typer.BadParameter("--as-of is not for a review page.")


def _chosen(
    what: str, chosen: dict[str, Any], wanted: "Wanted", columns: bool, labels: dict[str, str]
) -> dict[str, Any]:
    """What is written of the project: filters of segments, the memos that are `wanted`, or the `labels` of the
    codebook; each is for its own kind alone. `columns`: whether more of those of the segments are asked for."""
    from ..app.memo_export import Wanted
    from ..formats.codebook_words import LANGUAGES

    if wanted.since and wanted.before and wanted.since >= wanted.before:
        raise typer.BadParameter("--since is to be a day earlier than --before.")
    if what == "memos":
        if columns or chosen:
            raise typer.BadParameter("Memos are chosen by --kind, --about, --coder, --since and --before.")
        return {"wanted": wanted}
    if wanted != Wanted():
        raise typer.BadParameter("--kind, --about, --coder, --since and --before are for memos.")
    if what == "codebook" and (columns or chosen):
        raise typer.BadParameter(
            "The codebook is written whole and has its ids; filters, --ids and --marks are for segments."
        )
    if what == "cases" and (columns or chosen):
        raise typer.BadParameter("The cases are written whole; filters, --ids and --marks are for segments.")
    if what != "codebook" and any(labels.values()):
        raise typer.BadParameter("--style and --language are for the codebook.")
    if labels["language"] not in ("", *LANGUAGES):
        raise typer.BadParameter(f"--language is {' or '.join(LANGUAGES)}, not “{one_line(labels['language'])}”.")
    return chosen | {name: value for name, value in labels.items() if value}


def _carrying(certainty: str, mark: str, discuss: bool) -> Carrying | None:
    """What the codings must carry, if anything was asked for."""
    if not (certainty or mark or discuss):
        return None
    certainties = _values("--certainty", certainty, CERTAINTIES)
    return Carrying(certainties=certainties, marks=_values("--mark", mark, MARKS), discuss=discuss or None)


def _values(option: str, written: str, known: tuple[str, ...]) -> frozenset[str] | None:
    found = frozenset(part.strip() for part in written.split(",") if part.strip())
    for one in found - set(known):
        raise typer.BadParameter(f"{option} is one or more of {', '.join(known)}, not “{one_line(one)}”.")
    return found or None


def require_date(written: str) -> None:
    """Raise wrong usage unless this is a day as YYYY-MM-DD, or nothing."""
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
            help='Words, case and accents apart; word* for a beginning, "…" for a phrase; all must occur. '
            "trust NEAR/5 money: at most five words between them; lemma:trust: all its forms. "
            'doc:P01 code:"gate keeping" speaker:INT case:Ann age=31 say where to look.',
        ),
    ],
    regex: Annotated[bool, typer.Option("--regex", help="The query is a regular expression.")] = False,
    lemma: Annotated[
        bool,
        typer.Option("--lemma", help="Find all forms of each word (trust, trusts, trusted), by language."),
    ] = False,
    substring: Annotated[bool, typer.Option("--substring", help="Find the letters within words too.")] = False,
    code: Annotated[
        str | None, typer.Option(metavar="CODE", help="Put this code on every hit, as one step of the acting coder.")
    ] = None,
    unit: Annotated[
        str, typer.Option(metavar="match|sentence|turn|paragraph", help="How much around each hit is shown and coded.")
    ] = "match",
    first: Annotated[bool, typer.Option("--first", help="Only the first hit of each document.")] = False,
    documents: Documents = "",
    folders: Folders = [],  # noqa: B006  typer copies it
    variables: Variables = [],  # noqa: B006
    sets: Sets = [],  # noqa: B006
    coder: CoderName = "",
    as_json: AsJson = False,
) -> None:
    """Find words in all documents.

    A row per hit, as csv: document, start, end, context; positions are characters, the end is not included.
    What carries CODE by the same coder already is found again, but not coded twice.
    """
    from ..app.autocoding import autocode, propose
    from ..app.scoping import make_scope
    from ..domain.autocoding import UNITS, Autocoding

    if regex + lemma + substring > 1:
        raise typer.BadParameter("Choose one of --regex, --lemma and --substring.")
    if code is not None and not code.strip():
        raise typer.BadParameter("--code needs the name of a code. Name one, or leave the option out.")
    if unit not in UNITS:
        raise typer.BadParameter(f"“{one_line(unit)}” is no unit. Choose match, sentence, turn or paragraph.")
    kind = "regex" if regex else "lemma" if lemma else "substring" if substring else "words"
    with ExitStack() as stack:
        study = stack.enter_context(opened(project, coder, writing=bool(code)))
        progress = stack.enter_context(progress_line())
        with study.read() as read:
            scope = make_scope(read, **filters(documents, "", "", folders, variables, sets))
            _say_without_forms(read, lemma or "lemma:" in query)
        rule = Autocoding(kind, query, unit=unit, first=first, scope=scope)
        hits = propose(study, rule, progress)
        if code:
            found = list(hits)
            if found:
                made = autocode(study, code, found, rule)
                if made.already:
                    complain(f"{made.passages} coded; {made.already} carried “{one_line(made.code.name)}” already.")
            hits = iter(found)
        say_table(SEARCH_COLUMNS, ((hit.document.name, hit.start, hit.end, hit.context) for hit in hits), as_json)


def _say_without_forms(read: "Reading", asked: bool) -> None:
    """Say for which languages no forms of words are known."""
    from ..app.search import without_lemmas

    for language in without_lemmas(read) if asked else ():
        which = f"the language “{one_line(language)}”" if language else "documents without a language"
        complain(f"No forms of words are known for {which}: there the words are looked for as they are.")
