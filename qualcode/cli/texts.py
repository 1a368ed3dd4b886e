"""Commands for texts that change after they were coded: their versions, and the segments somebody should look at."""

from typing import Annotated

import typer

from ..domain.errors import NotFound
from .options import AsJson, CoderName, ProjectPlace, opened, step_number
from .output import one_line, say, say_json, say_table

VERSION_COLUMNS = ("number", "time", "coder", "characters", "came", "went", "step")
DIFFERENCE_COLUMNS = ("what", "text")
REVIEW_COLUMNS = ("segment", "document", "start", "end", "codes", "coder", "then", "now")


def versions(
    project: ProjectPlace,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The document, by name.")],
    old: Annotated[
        int | None, typer.Option("--from", metavar="N", parser=step_number, help="Compare: the older version.")
    ] = None,
    new: Annotated[
        int | None,
        typer.Option("--to", metavar="N", parser=step_number, help="Compare: the newer version; else the present one."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List the versions of a document's text, or compare two.

    The present one first, as csv: number, time, coder, characters, characters that came and went, step. With --from: a
    row per piece in reading order; what is same, gone or came, and the text.
    """
    from ..app.naming import find_document
    from ..app.versions import compare
    from ..app.versions import versions as versions_of

    if new is not None and old is None:
        raise typer.BadParameter("--to goes with --from, the version to compare with.")
    with opened(project) as study, study.read() as read:
        found = versions_of(read, find_document(read, document))
        if old is None:
            rows = [
                (one.number, one.step.time, one.coder, one.characters, one.came, one.went, one.step.number)
                for one in found
            ]
            say_table(VERSION_COLUMNS, rows, as_json)
            return
        texts = {one.number: one.content for one in found}
        wanted = (old, found[0].number if new is None else new)
        for number in wanted:
            if number not in texts:
                raise NotFound("There is no version {number}; there are 1 to {most}.", number=number, most=len(texts))
        pieces = compare(read, texts[wanted[0]], texts[wanted[1]])
        say_table(DIFFERENCE_COLUMNS, ((piece.kind, piece.text) for piece in pieces), as_json)


def review(
    project: ProjectPlace,
    accept: Annotated[
        list[str],
        typer.Option(
            "--accept", metavar="SEGMENT", help="This one stands where it belongs, or “all”; may be repeated."
        ),
    ] = [],  # noqa: B006  typer copies it
    move: Annotated[
        str, typer.Option("--move", metavar="SEGMENT", help="Put this one on the words from --start to --end.")
    ] = "",
    start: Annotated[int | None, typer.Option(metavar="N", help="--move: the first character.", min=0)] = None,
    end: Annotated[int | None, typer.Option(metavar="N", help="--move: behind the last character.", min=1)] = None,
    coder: CoderName = "",
    as_json: AsJson = False,
) -> None:
    """List the segments whose place is in doubt since a newer text came, accept or move them.

    As csv: segment, document, start, end, codes, coder, the words it stood on then and those it stands on now.
    """
    from ..app import reviewing

    if accept and move:
        raise typer.BadParameter("Choose --accept or --move, not both.")
    if bool(move) != (start is not None and end is not None) or (not move and (start, end) != (None, None)):
        raise typer.BadParameter("--move SEGMENT goes with --start and --end, and these with it.")
    with opened(project, coder, writing=bool(accept or move)) as study:
        with study.read() as read:
            found = reviewing.doubts(read)
        if accept:
            chosen = [one.segment.id for one in found] if accept == ["all"] else accept
            done = reviewing.confirm_places(study, chosen)
            _say_done("Accepted", len(done), as_json)
        elif move and start is not None and end is not None:
            segment = next((one.segment for one in found if str(one.segment.id) == move.strip().lower()), None)
            if segment is None:
                raise NotFound("Nobody doubts the place of a segment “{id}”. See: qualcode review PROJECT", id=move)
            reviewing.adjust_place(study, segment, start, end)
            _say_done("Moved", 1, as_json)
        else:
            rows = [
                (
                    str(one.segment.id),
                    one.document.name,
                    one.segment.start,
                    one.segment.end,
                    "; ".join(one.codes),
                    one.coder,
                    one.old,
                    one.new,
                )
                for one in found
            ]
            say_table(REVIEW_COLUMNS, rows, as_json)


def _say_done(what: str, number: int, as_json: bool) -> None:
    if as_json:
        say_json({what.lower(): number})
    else:
        say(one_line(f"{what}: {number} segment{'' if number == 1 else 's'}."))
