"""`qualcode queries`: the saved queries and smart codes of a project, and keeping them."""

from typing import TYPE_CHECKING, Annotated

import typer

from ..domain.errors import NotFound
from .options import AsJson, CoderName, ProjectPlace, opened
from .output import say_table

if TYPE_CHECKING:
    from ..app.project import Project

COLUMNS = ("name", "smart", "query", "question", "coder", "created", "comment")


def queries(
    project: ProjectPlace,
    save: Annotated[
        str, typer.Option(metavar="NAME", help="Keep --query under this name; one of that name is asked anew.")
    ] = "",
    query: Annotated[str, typer.Option(metavar="QUERY", help="What --save keeps: power AND trust.")] = "",
    smart: Annotated[
        bool, typer.Option("--smart", help="What --save keeps is a smart code: it stands among the codes.")
    ] = False,
    remove: Annotated[str, typer.Option(metavar="NAME", help="Take a saved query or smart code away.")] = "",
    coder: CoderName = "",
    as_json: AsJson = False,
) -> None:
    """List the saved queries and smart codes, keep one or take one away.

    A row per query, as csv: name, smart (yes or no), query (as it is typed), question (in plain words), coder, created,
    comment. Ask one with: qualcode analyse PROJECT retrieval --saved NAME
    """
    from ..app.queries import remove_query, shown_queries

    if bool(save) != bool(query) or (smart and not save):
        raise typer.BadParameter("--save and --query go together: --save NAME --query 'power AND trust' [--smart].")
    if save and remove:
        raise typer.BadParameter("Choose --save or --remove, not both.")
    with opened(project, coder, writing=bool(save or remove)) as study:
        if remove:
            remove_query(study, remove)
        if save:
            _save(study, save, query, smart)
        with study.read() as read:
            rows = [
                (
                    one.saved.name,
                    "yes" if one.saved.smart else "no",
                    one.text,
                    str(one.sentence),
                    one.coder,
                    one.saved.created,
                    one.saved.comment,
                )
                for one in shown_queries(read)
            ]
    say_table(COLUMNS, rows, as_json)


def _save(study: "Project", name: str, query: str, smart: bool) -> None:
    from ..app.naming import resolve
    from ..app.queries import define_query, make_smart, save_query
    from ..domain.questions import SavedQuery

    tree = study.analyses.retrieval.typed(query)
    with study.read() as read:
        try:
            known = resolve(read, SavedQuery, name)
        except NotFound:
            known = None
    saved = save_query(study, name, tree) if known is None else define_query(study, known, tree)
    if smart and not saved.smart:
        make_smart(study, saved)
