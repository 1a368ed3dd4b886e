"""`qualcode import`: files in, and a plain account of what was read, kept and lost."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..domain.errors import BadInput
from .case_table import VARIABLES, import_variables
from .codebook_plan import plan_of, say_plan
from .options import AsJson, CoderName, ProjectPlace, opened
from .output import one_line, progress_line, say, say_json
from .reviewing import import_review_files

if TYPE_CHECKING:
    from ..app.exchange import Arrival, Report
    from ..domain.bundle import ReadDocument

_KINDS = ("document", "survey", "codebook", "segments", VARIABLES)
_KEEPING = ("", "new", "keep")  # under which --codebook our codes stay as they are
_COLUMN = "column:"  # --case names the column of a survey, not a case


def import_(
    project: ProjectPlace,
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="Transcripts, surveys, codebooks, lists of segments, reviews."),
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be brought in and change nothing.")
    ] = False,
    recursive: Annotated[
        bool,
        typer.Option(
            "--recursive", help="Take directories too: the files in them, in folders of documents of the same names."
        ),
    ] = False,
    encoding: Annotated[
        str,
        typer.Option(metavar="NAME", help="Encoding of text files (utf-8, cp1252, gb18030 …); else guessed."),
    ] = "",
    language: Annotated[
        str, typer.Option(metavar="CODE", help="Language of the texts (en, zh, de …); else guessed.")
    ] = "",
    speakers: Annotated[
        str,
        typer.Option(
            metavar="PATTERN|none",
            help="A regular expression with a group (?P<speaker>…) for labels at line starts; else guessed.",
        ),
    ] = "",
    case: Annotated[
        str,
        typer.Option(
            metavar="NAME|file|column:NAME",
            help="The documents' case: a name, each document's own, or the survey's column that names it.",
        ),
    ] = "",
    kind: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="KIND",
            help="document, survey, codebook, segments, or variables of the cases that are there; else by the header.",
        ),
    ] = "",
    exists: Annotated[
        str,
        typer.Option(
            metavar="HOW",
            help="What to do with a document of the same name and other content: skip, replace or keep-both.",
        ),
    ] = "",
    codebook: Annotated[
        str,
        typer.Option(
            metavar="new|update|keep|duplicate",
            help="A codebook's codes that are there and differ, or have ours of that name elsewhere: add those whose "
            "place is free, let ours become as the file says, keep ours, or add them with a number; else new codes "
            "are added and empty fields of ours filled.",
        ),
    ] = "",
    folder: Annotated[str, typer.Option(metavar="NAME", help="Put the documents into this folder.")] = "",
    by: Annotated[
        str,
        typer.Option(metavar="case|document", help="--as variables: what names the cases; else either will do."),
    ] = "",
    unmatched: Annotated[
        str,
        typer.Option(metavar="new|skip", help="--as variables: rows nobody has become cases, or are left out."),
    ] = "",
    unfit: Annotated[
        str,
        typer.Option(metavar="skip|text", help="--as variables: cells that do not fit are left out, or text."),
    ] = "",
    display: Annotated[
        str,
        typer.Option(metavar="COLUMN", help="--as variables: the column with display ids; else one called display."),
    ] = "",
    coder: CoderName = "",
    as_json: AsJson = False,
) -> None:
    """Bring in transcripts, surveys and codebooks.

    All files together are one step; if one of them cannot be used, nothing is changed. What was read, kept
    and lost is said for each. Content that is there already is left alone; with --dry-run a codebook's codes are
    listed, each with what it is to ours and what would become of it. With --as variables a table's rows
    find the cases that are there, and its columns become variables; where a row finds nobody, nothing is changed and
    the exit code is 1, unless --unmatched says what to do.
    """
    from ..app import exchange
    from ..app.codebook_arrivals import TREATMENTS, is_codebook
    from ..app.review_arrivals import is_review
    from ..domain.bundle import ReadOptions

    if any(map(is_review, files)):
        if not all(map(is_review, files)):
            raise BadInput("Bring reviews in by themselves: they are steps of their own.")
        import_review_files(project, files, dry_run, coder, as_json)
        return

    column = case.removeprefix(_COLUMN) if case.startswith(_COLUMN) else ""
    if case.strip() == _COLUMN:
        raise typer.BadParameter(f"--case {_COLUMN} needs the name of a column behind it.")
    if kind not in ("", *_KINDS):
        known = f"{', '.join(_KINDS[:-1])} or {_KINDS[-1]}"
        raise BadInput("“{kind}” is nothing for --as. Choose {known}.", kind=one_line(kind), known=known)
    if kind == VARIABLES:
        unused = {"speakers": speakers, "language": language, "exists": exists, "folder": folder, "encoding": encoding}
        unused |= {"case": "" if column else case, "recursive": "yes" if recursive else "", "codebook": codebook}
        import_variables(project, files, column, by, unmatched, unfit, dry_run, coder, as_json, unused, display)
        return
    of_variables = {"by": by, "unmatched": unmatched, "unfit": unfit, "display": display}
    given = ", ".join(name for name, value in of_variables.items() if value)
    if given:
        raise typer.BadParameter(f"--{given.replace(', ', ', --')} goes with --as {VARIABLES}.")
    if codebook and codebook not in TREATMENTS:
        raise BadInput(
            "“{how}” is nothing for --codebook. Choose {known}.", how=one_line(codebook), known=", ".join(TREATMENTS)
        )
    options = ReadOptions(encoding, language, speakers, kind, column)
    with opened(project, coder, writing=True) as study, progress_line() as progress:
        arrivals = exchange.read_files(files, options, progress, recursive=recursive)
        named = "" if column else case
        _refuse_unused(arrivals, column, speakers=speakers, language=language, exists=exists, folder=folder, case=named)
        if codebook and not any(is_codebook(arrival.bundle) for arrival in arrivals):
            raise BadInput("There is no codebook in what you bring in: leave out {given}.", given="--codebook")
        plan = plan_of(study, arrivals, codebook) if dry_run else []
        steps: list[int] = []
        study.changed.connect(lambda step: steps.append(step.number))
        report = exchange.bring_in(study, arrivals, exists, "" if column else case, folder, dry_run, codebook)
    step = steps[-1] if steps else None
    if as_json:
        say_json(_as_json(arrivals, report, step, dry_run) | ({"plan": plan} if plan else {}))
    else:
        differing = report.differing if codebook in _KEEPING else 0
        _say_import(arrivals, report, step, dry_run, differing)
        say_plan(plan)


def _refuse_unused(arrivals: Sequence["Arrival"], column: str, **of_documents: str) -> None:
    """Options that say something about what none of the files holds are a mistake, not to be passed over."""
    given = ", ".join(f"--{name}" for name, value in of_documents.items() if value)
    if given and not any(arrival.bundle.documents for arrival in arrivals):
        raise BadInput("There is no document in what you bring in: leave out {given}.", given=given)
    if column and not any(arrival.bundle.cases for arrival in arrivals):
        raise BadInput("There is no survey in what you bring in: leave out --case {option}.", option=_COLUMN + column)


def _say_import(
    arrivals: Sequence["Arrival"], report: "Report", step: int | None, dry_run: bool, differing: int
) -> None:
    told = set()
    languages = {document.name: document.language for document in report.documents}
    for arrival in arrivals:
        say(one_line(arrival.name))
        for line in _read(arrival, languages):
            say(f"  read: {one_line(line)}")
        for word, sentences in (("note", arrival.bundle.notes), ("lost", arrival.bundle.lost)):
            for text in sentences:
                say(f"  {word}: {one_line(text)}")
                told.add(f"{arrival.name}: {text}")
    for word, found in (("kept", report.kept), ("lost", report.lost)):
        for text in found:
            if text not in told:
                say(f"{word}: {one_line(text)}")
    for name in report.skipped:
        say(f"skipped: {one_line(name)} is in the project already")
    if differing and not dry_run:  # which has listed them
        say(
            f"kept: {_counted(differing, 'code')} that the file has otherwise; --codebook update takes what the file "
            "says, --dry-run lists the differences"
        )
    say(_sum(report, step, dry_run, differing))


def _read(arrival: "Arrival", languages: dict[str, str]) -> Iterator[str]:
    bundle = arrival.bundle
    for document in bundle.documents:
        yield _described(_facts(document, languages))
    for number, what in (
        (len(bundle.cases), "case"),
        (bundle.code_count, "code"),
        (len(bundle.codings), "coding"),
    ):
        if number:
            yield _counted(number, what)


def _sum(report: "Report", step: int | None, dry_run: bool, differing: int) -> str:
    counts = [
        (len(report.documents), "document"),
        (report.cases, "new case"),
        (0 if report.book else report.codes, "new code"),
        (report.codings, "new coding"),
        (report.code_sets, "new code set"),
        (report.changed, "filled field"),
    ]
    parts = [_counted(count, what) for count, what in counts if count]
    parts += [f"{_counted(count, 'code')} {how}" for how, count in report.book.items() if count]
    brought = ", ".join(parts)
    if dry_run:
        return f"Dry run, nothing was changed. It would bring in: {brought or 'nothing new'}."
    if step is None and differing:
        stayed = "as it was" if differing == 1 else "as they were"
        return f"Nothing new was brought in; {_counted(differing, 'code')} differed and stayed {stayed}."
    if step is None:
        return "Nothing new: the project has all of it already."
    return f"Brought in as step {step}: {brought or 'changes of what was there'}."


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def _facts(document: "ReadDocument", languages: dict[str, str]) -> dict[str, Any]:
    from ..domain.documents import turns

    found = turns(document.text, document.speakers)
    return {
        "name": document.name,
        "format": document.format,
        "characters": len(document.text),
        "turns": len(found),
        "speakers": list(dict.fromkeys(turn.speaker for turn in found if turn.speaker)),
        "encoding": document.encoding,
        "language": languages.get(document.name, document.language),
    }


def _described(facts: dict[str, Any]) -> str:
    parts = [
        f"“{facts['name']}”, {_counted(facts['characters'], 'character')}",
        _counted(facts["turns"], "turn"),
        f"speakers {', '.join(facts['speakers'])}" if facts["speakers"] else "no speakers found",
    ]
    if facts["encoding"]:
        parts.append(f"encoding {facts['encoding']}")
    if facts["language"]:
        parts.append(f"language {facts['language']}")
    return ", ".join(parts)


def _as_json(arrivals: Sequence["Arrival"], report: "Report", step: int | None, dry_run: bool) -> dict[str, Any]:
    languages = {document.name: document.language for document in report.documents}
    return {
        "dry_run": dry_run,
        "step": step,
        "documents": [document.name for document in report.documents],
        "cases": report.cases,
        "codes": report.codes,
        **({"codebook": report.book} if report.book else {}),
        "codings": report.codings,
        "code_sets": report.code_sets,
        "changed": report.changed,
        "differing": report.differing,
        "skipped": report.skipped,
        "kept": report.kept,
        "lost": report.lost,
        "files": [
            {
                "file": arrival.name,
                "documents": [_facts(document, languages) for document in arrival.bundle.documents],
                "cases": len(arrival.bundle.cases),
                "codes": arrival.bundle.code_count,
                "codings": len(arrival.bundle.codings),
                "notes": list(arrival.bundle.notes),
                "lost": list(arrival.bundle.lost),
            }
            for arrival in arrivals
        ],
    }
