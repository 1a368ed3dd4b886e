"""Commands about the project as a whole: making it, what is in it, its history, its health."""

from typing import TYPE_CHECKING, Annotated

import typer

from .options import AsJson, CoderName, ProjectPlace, backup_number, closed, opened, step_number
from .output import complain, one_line, progress_line, say, say_json, say_table

if TYPE_CHECKING:
    from ..app.project import Project
    from ..domain.history import Step

HISTORY_COLUMNS = ("number", "time", "coder", "action", "summary", "reverts")


def new(
    project: ProjectPlace,
    name: Annotated[str, typer.Option(metavar="TEXT", help="The study's name; else that of the file.")] = "",
    method: Annotated[
        str,
        typer.Option(
            metavar="METHOD",
            help="reflexive, codebook, coding-reliability, framework or grounded; else none.",
        ),
    ] = "",
    coder: CoderName = "",
) -> None:
    """Make an empty project.

    Nothing that exists is ever overwritten.
    """
    from ..app.project import new as make

    with closed(make(project, name, method, coder)) as made:
        say(f"Made {one_line(made.database.name)}.")


def info(project: ProjectPlace, as_json: AsJson = False) -> None:
    """Say how much there is of everything.

    Counts of documents, turns, segments, codings, codes, themes, cases, coders, memos and steps, and the method. A
    segment is a span marked by one coder, a coding one code on it.
    """
    with opened(project) as study:
        counts = _counts(study)
        with study.read() as read:
            method = read.study().method
    if as_json:
        say_json({**counts, "method": method})
        return
    for name, count in counts.items():
        say(f"{name:<10}{count:>10}")
    say(f"{'method':<10}{method or 'none':>10}")


def _counts(project: "Project") -> dict[str, int]:
    from ..domain.documents import turns

    with project.read() as read:
        codes = read.codes()
        return {
            "documents": read.count("document"),
            "turns": sum(len(turns(read.text(document), document.speakers)) for document in read.documents()),
            "segments": read.count("segment"),
            "codings": read.count("coding"),
            "codes": sum(code.kind == "code" for code in codes),
            "themes": sum(code.kind == "theme" for code in codes),
            "cases": read.count("case"),
            "coders": read.count("coder"),
            "memos": read.count("memo"),
            "steps": read.last_step()[0],
        }


def history(
    project: ProjectPlace,
    since: Annotated[int, typer.Option(metavar="N", parser=step_number, help="Only the steps after step N.")] = 0,
    as_json: AsJson = False,
) -> None:
    """List the steps of the project.

    Oldest first, as csv: number, time, coder, action, summary, reverts (the step that this one takes back).
    """
    with opened(project) as study:
        steps = study.history(since)
    if as_json:
        say_json([_record(step) for step in steps])
        return
    say_table(HISTORY_COLUMNS, (tuple(_record(step).values()) for step in steps))


def _record(step: "Step") -> dict[str, object]:
    return {
        "number": step.number,
        "time": step.time,
        "coder": step.coder,
        "action": step.action,
        "summary": step.summary,
        "reverts": step.reverts,
    }


def undo(
    project: ProjectPlace,
    step: Annotated[
        int | None,
        typer.Option(metavar="N", parser=step_number, help="Take back step N, if no later step stands on it."),
    ] = None,
    anyone: Annotated[bool, typer.Option("--anyone", help="Take back the last step, whoever made it.")] = False,
    coder: CoderName = "",
    as_json: AsJson = False,
) -> None:
    """Take back a step.

    Without options the acting coder's last step that is neither an undo nor undone already. The undo is a
    step of its own, and refuses when later work stands on what it would take away.
    """
    with opened(project, coder, writing=True) as study:
        _say_step("Undone", study.undo(step, anyone), as_json)


def redo(project: ProjectPlace, coder: CoderName = "", as_json: AsJson = False) -> None:
    """Take back an undo.

    The acting coder's latest one, unless they have made a new step since.
    """
    with opened(project, coder, writing=True) as study:
        _say_step("Redone", study.redo(), as_json)


def _say_step(what: str, step: "Step", as_json: bool) -> None:
    if as_json:
        say_json(_record(step))
    else:
        say(f"{what}: {one_line(step.summary)} (step {step.number}, {one_line(step.coder)})")


def check(project: ProjectPlace, as_json: AsJson = False) -> None:
    """Check that the project is sound.

    Structure, offsets, search index and digest chain; every problem is named, and the exit code is 1 if there
    is one.
    """
    from ..app.project import check_project

    with progress_line() as progress:
        problems, notices = check_project(project, progress)
    for notice in notices:
        complain(one_line(str(notice)))
    if as_json:
        say_json([{"where": problem.where, "what": problem.what} for problem in problems])
    else:
        for problem in problems:
            say(one_line(f"{problem.where}: {problem.what}"))
        if not problems:
            say("Nothing is wrong.")
    if problems:
        raise typer.Exit(1)


def backup(
    project: ProjectPlace,
    listing: Annotated[bool, typer.Option("--list", help="List the backups on this machine, newest first.")] = False,
    number: Annotated[
        int | None,
        typer.Option(
            "--restore", metavar="N", parser=backup_number, help="Put backup N in the place of the project file."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Back up the project, or bring a backup back.

    Backups are kept on this machine, outside the project's folder; one is made whenever a changed project is
    closed, too.
    --list: number, time (UTC), step, file. --restore keeps the present file under another name.
    """
    from ..app.backups import backups_of, restore

    if listing and number is not None:
        raise typer.BadParameter("Choose --list or --restore, not both.")
    if listing:
        rows = [
            (place, f"{kept.time:%Y-%m-%d %H:%M:%S}", kept.step, str(kept.file))
            for place, kept in enumerate(backups_of(project), start=1)
        ]
        say_table(("number", "time", "step", "file"), rows, as_json)
        return
    if number is not None:
        chosen, aside = restore(project, number)
        done = {"step": chosen.step, "file": str(chosen.file), "kept": str(aside) if aside else None}
        line = f"Brought back backup {number}, step {chosen.step}."
        line += f" The file that was there is now {one_line(str(aside))}." if aside else ""
    else:
        with opened(project) as study:
            made = study.backup()
        newest = made or backups_of(project)[0]
        done = {"step": newest.step, "file": str(newest.file), "new": made is not None}
        line = f"{'Made' if made else 'Nothing has changed since'} the backup {one_line(str(newest.file))}."
    if as_json:
        say_json(done)
    else:
        say(line)
