"""Commands for what is taken out of a project: export and search."""

from contextlib import ExitStack
from datetime import date as date_type
from typing import TYPE_CHECKING, Annotated

import typer

from ..domain.carrying import Carrying
from ..domain.codings import CERTAINTIES, MARKS
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
)
from .output import complain, one_line, progress_line, say, say_table

if TYPE_CHECKING:
    from ..store.reading import Reading

SEARCH_COLUMNS = ("document", "start", "end", "context")


def export(
    project: ProjectPlace,
    what: Annotated[str, typer.Argument(metavar="codebook|segments|cases|memos", help="What to write.")],
    out: Annotated[
        str, typer.Argument(metavar="OUT", help="The file: .csv, .xlsx, .json, .docx (not for cases) or .md (memos).")
    ],
    ids: Annotated[bool, typer.Option("--ids", help="Segments: add the columns of ids.")] = False,
    marks: Annotated[
        bool, typer.Option("--marks", help="Segments: add certainty, mark, question to discuss, and links.")
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
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="TYPE", help='Memos: only those of this type; "" for those without.')
    ] = None,
    about: Annotated[
        str,
        typer.Option("--about", metavar="NAME", help="Memos: only those about or linked to this, or to “project”."),
    ] = "",
    coder: Annotated[str, typer.Option("--coder", metavar="NAME", help="Memos: only those this coder wrote.")] = "",
    since: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="Memos: only those of this day and later.")] = "",
    before: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="Memos: only those of days before this.")] = "",
) -> None:
    """Write the codebook, the coded segments, the table of cases or the memos.

    The suffix of OUT decides the format. segments: a row per coding with its text; codebook: a row per code; cases: a
    row per case with its documents and variables; memos: all in full, by date.
    """
    from ..app.export import export_file
    from ..app.memo_export import Wanted

    chosen = filters(documents, coders, codes, folders, variables, sets)
    carrying = _carrying(certainty, mark, discuss)
    if carrying is not None:
        chosen["carrying"] = carrying
    for written_day in (date, since, before):
        _require_date(written_day)
    if since and before and since >= before:
        raise typer.BadParameter("--since is to be a day earlier than --before.")
    wanted = Wanted(kind, about, coder, since, before)
    if what == "memos":
        if ids or marks or chosen:
            raise typer.BadParameter("Memos are chosen by --kind, --about, --coder, --since and --before.")
        chosen["wanted"] = wanted
    elif wanted != Wanted():
        raise typer.BadParameter("--kind, --about, --coder, --since and --before are for memos.")
    if what == "codebook" and (ids or marks or chosen):
        raise typer.BadParameter(
            "The codebook is written whole and has its ids; filters, --ids and --marks are for segments."
        )
    if what == "cases" and (ids or marks or chosen):
        raise typer.BadParameter("The cases are written whole; filters, --ids and --marks are for segments.")
    with opened(project) as study, progress_line() as progress:
        written = export_file(study, what, out, ids=ids, marks=marks, date=date, progress=progress, **chosen)
    say(f"Wrote {one_line(str(written))}.")


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
                made = autocode(study, code, [(hit.document.id, hit.start, hit.end) for hit in found], rule)
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
