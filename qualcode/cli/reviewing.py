"""Commands for reviews: the page that is sent, the files that come back, and what becomes of what they say."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..domain.errors import BadInput, NotFound
from .options import AsJson, CoderName, ProjectPlace, opened
from .output import conclude, one_line, progress_line, say, say_json, say_table
from .private import listed, warn

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..app.project import Project
    from ..app.review_arrivals import Reviewed
    from ..store.work import Work

Themes = Annotated[
    str,
    typer.Option(
        "--themes",
        metavar="A,B",
        help="Review: only these themes, by name or path, separated by commas; of a map what is tied to them.",
    ),
]
Quotes = Annotated[
    int | None,
    typer.Option(
        "--quotes",
        metavar="N",
        help="Review: how many quotes of each theme, and no more evidence for or against one thing; else 5, and 3.",
        min=0,
    ),
]
Names = Annotated[
    bool, typer.Option("--names", help="Review: call cases and speakers by their names, not by their display ids.")
]
Map = Annotated[
    str,
    typer.Option(
        "--map", metavar="NAME", help="Map: which, where there are several. Review: this map; else the first one."
    ),
]
Without = Annotated[
    str,
    typer.Option("--without", metavar="PARTS", help="Review: leave out map, quotes, together or changes; with commas."),
]
Reviewer = Annotated[str, typer.Option("--reviewer", metavar="NAME", help="Review: to whom the page goes.")]


def page_options(
    themes: str, quotes: int | None, names: bool, map_name: str, without: str, reviewer: str
) -> dict[str, Any]:
    """The options of a review page that were given, as `app.review_page.PageOptions` takes them."""
    from ..app.review_page import TABS

    left_out = [part.strip() for part in without.split(",") if part.strip()]
    for part in left_out:
        if part not in TABS:
            raise typer.BadParameter(f"--without takes {', '.join(TABS)}, not “{one_line(part)}”.")
    given = {
        "themes": tuple(part.strip() for part in themes.split(",") if part.strip()),
        "names": names,
        "map": map_name,
        "tabs": tuple(tab for tab in TABS if tab not in left_out) if left_out else (),
        "reviewer": reviewer,
    }
    return {name: value for name, value in given.items() if value} | ({} if quotes is None else {"quotes": quotes})


def export_page(project: str, out: str, check: bool, options: dict[str, Any]) -> None:
    """Write a review page, or list who could be recognised in it; one line on standard error says how many."""
    from ..app.review_leaving import look_at_page
    from ..app.review_page import PageOptions, made_page, page_target, write_page

    target = page_target(out)
    chosen = replace(PageOptions(), **options)
    with opened(project) as study, progress_line() as progress:
        page = made_page(study, chosen, progress)
        leaving = look_at_page(study, page, chosen, progress)
        if listed(leaving, check):
            return
        written = write_page(page, target)
    conclude(f"Wrote {one_line(str(written))}.")
    warn(leaving)


def import_review_files(project: str, files: list[str], dry_run: bool, coder: str, as_json: bool) -> None:
    """Bring review files in, and say what was new in them."""
    from ..app.review_arrivals import import_reviews

    with opened(project, coder, writing=True) as study:
        found = import_reviews(study, files, dry_run)
    told = [(Path(file).name, made, made.step) for file, made in zip(files, found, strict=True)]
    if as_json:
        say_json(
            {
                "dry_run": dry_run,
                "step": max((step for *_, step in told if step is not None), default=None),
                "reviews": [
                    {
                        "file": name,
                        "reviewer": made.review.reviewer,
                        "step": step,
                        "comments": made.comments,
                        "marks": made.marks,
                        "suggestions": made.suggestions,
                        "sign_offs": made.sign_offs,
                        "gone": made.gone,
                    }
                    for name, made, step in told
                ],
            }
        )
        return
    for name, made, step in told:
        counts = (
            (made.comments, "comment"),
            (made.marks, "mark"),
            (made.suggestions, "suggestion"),
            (made.sign_offs, "sign-off"),
        )
        brought = ", ".join(f"{number} {what}{'' if number == 1 else 's'}" for number, what in counts if number)
        say(one_line(f"{name}: review of {made.review.reviewer}"))
        if made.gone:
            say(f"  note: {made.gone} of what is said is about what is gone since")
        if dry_run:
            say(f"Dry run, nothing was changed. It would bring in: {brought or 'nothing new'}.")
        elif step is None:
            say("Nothing new: the project has all of it already.")
        else:
            say(f"Brought in as step {step}: {brought or _nothing_new(made)}.")


def _nothing_new(made: "Reviewed") -> str:
    if made.gone:
        return "nothing that is still there"
    return "a review that says nothing yet" if made.first else "a later save without anything new"


def reviews(
    project: ProjectPlace,
    accept: Annotated[
        list[str],
        typer.Option("--accept", metavar="ID", help="Do what this suggestion asks for, as a step; may be repeated."),
    ] = [],  # noqa: B006  typer copies it
    refuse: Annotated[
        list[str], typer.Option("--refuse", metavar="ID", help="Refuse this suggestion; may be repeated.")
    ] = [],  # noqa: B006
    settle: Annotated[
        list[str], typer.Option("--settle", metavar="ID", help="This comment or mark is dealt with; may be repeated.")
    ] = [],  # noqa: B006
    answer: Annotated[
        str, typer.Option("--answer", metavar="TEXT", help="The answer, with --accept or --refuse; alone with --to.")
    ] = "",
    to: Annotated[str, typer.Option("--to", metavar="ID", help="--answer: the remark that is answered.")] = "",
    state: Annotated[
        str, typer.Option("--state", metavar="open|accepted|refused|settled|signed", help="Only what is in this state.")
    ] = "",
    coder: CoderName = "",
    as_json: AsJson = False,
) -> None:
    """List what reviewers said, accept or refuse what they suggest, and answer them.

    A row per remark, in codebook order, as csv: id, about, name, what, author, said, state, text, asks, answer,
    decided_by, decided, note. Sign-offs come last.
    """
    from ..app import reviews as acts
    from ..app.review_arrivals import rehearse
    from ..app.review_threads import COLUMNS, STATES, review_rows

    if state and state not in STATES:
        raise BadInput("--state is {states}, not “{state}”.", states=", ".join(STATES), state=one_line(state))
    if (to != "") != (answer != "" and not (accept or refuse or settle)):
        raise typer.BadParameter("--answer goes with --accept, --refuse, or --to ID.")
    wanted = [*accept, *refuse, *settle, *([to] if to else [])]
    with opened(project, coder, writing=bool(wanted)) as study:
        if not wanted:
            with study.read() as read:
                say_table(COLUMNS, review_rows(read, state), as_json)
            return
        known = _known(study, wanted)
        wanted_acts: list[tuple[str, Any, tuple[Any, ...]]] = [
            *(("accepted", acts.accept_suggestion, (known[given], answer)) for given in accept),
            *(("refused", acts.refuse_suggestion, (known[given], answer)) for given in refuse),
            *(("settled", acts.settle_note, (known[given],)) for given in settle),
            *([("answered", acts.answer_note, (known[to], answer))] if to else []),
        ]
        # all of it, or nothing
        rehearse(study, [_within(act, given) for _, act, given in wanted_acts])
        done = [(what, act(study, *given)) for what, act, given in wanted_acts]
        if as_json:
            say_json([{"id": str(note.id), "state": what} for what, note in done])
            return
        for what, note in done:
            say(one_line(f"{what}: {note.kind} about “{note.about_name}”"))


def _within(act: Any, given: tuple[Any, ...]) -> "Callable[[Work], Any]":
    return lambda work: act.within(work, *given)


def _known(study: "Project", wanted: list[str]) -> dict[str, Any]:
    """The remarks of these ids, before the first of them is changed."""
    with study.read() as read:
        there = {str(note.id): note for note in read.where("review_note")}
    for given in wanted:
        if given.strip().lower() not in there:
            raise NotFound("There is no remark “{id}”. See: qualcode reviews PROJECT", id=given)
    return {given: there[given.strip().lower()] for given in wanted}
