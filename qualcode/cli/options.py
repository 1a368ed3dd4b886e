"""The arguments and options that several commands share, and opening the project they name."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from ..domain.errors import BadInput, Damaged, Refused, cut_short
from .output import complain, one_line, sentence

if TYPE_CHECKING:
    from ..app.project import Project
    from ..domain.progress import Progress

_SIGN = re.compile("[<>]")
_IN_QUOTES = re.compile(r'\s*"(?:[^"]|"")+"\s*')
_ALONE = re.compile(rf"{_IN_QUOTES.pattern}|[^=<>]*[^=<>\s][^=<>]*")
_QUOTED = re.compile(r'\s*"((?:[^"]|"")+)"\s*([=<>].*)', re.DOTALL)  # "a=b"=c: a name that holds a sign
_MOST_DIGITS = 15  # of a step's or backup's number; a database counts to 19


def refuse_blanks(command: Any) -> None:
    """Let a command refuse every option that is there and empty (an unset variable of the shell): what an option is
    that was left out, everything or now, would be another question. An empty text is none; what has no default has a
    rule of its own."""
    for parameter in command.params:
        naming = parameter.param_type_name == "option" and parameter.default == "" and parameter.metavar != "TEXT"
        if naming and parameter.callback is None:
            parameter.callback = _not_blank


def _not_blank(context: typer.Context, parameter: typer.CallbackParam, value: str) -> str:
    source = context.get_parameter_source(parameter.name or "")
    several = "A,B" in (getattr(parameter, "metavar", "") or "")
    if source is not None and source.name == "COMMANDLINE" and not value.strip(", " if several else None):
        refuse_blank(parameter.opts[0])
    return value


def refuse_blank(flag: str) -> NoReturn:
    """Raise `BadInput` for an option that was given without a name in it."""
    raise BadInput("{option} names nothing. Write a name behind it, or leave it out.", option=flag)


ProjectPlace = Annotated[
    str,
    typer.Argument(metavar="PROJECT", help="A project file (.qualcode) or a URL postgresql://user@host/database."),
]
CoderName = Annotated[
    str,
    typer.Option("--coder", metavar="NAME", help="Who acts; else the name in the settings, else the login name."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON for other programs.")]
_COMMAS = 'A name that holds a comma: alone, in quotes, or with \\ before the comma (A,"Smith, Ann").'
Documents = Annotated[
    str,
    typer.Option(metavar="A,B|all", help=f"Only these documents, by name, separated by commas. {_COMMAS}"),
]
Coders = Annotated[
    str,
    typer.Option(metavar="A,B|all", help=f"Only what these coders coded, separated by commas. {_COMMAS}"),
]
Codes = Annotated[
    str,
    typer.Option(
        metavar="A,B|all", help=f"Only these codes and those below or linked to them, by name or path. {_COMMAS}"
    ),
]
Folders = Annotated[
    list[str],
    typer.Option("--folder", metavar="NAME", help="Only documents in this folder and those below it; may be repeated."),
]
Sets = Annotated[
    list[str],
    typer.Option("--set", metavar="NAME", help="Only documents of this document set; may be repeated."),
]
Variables = Annotated[
    list[str],
    typer.Option(
        "--variable",
        metavar="NAME=VALUE",
        help="Only documents of cases with this value, and of those who speak in a document only their own turns; a "
        "number or date may have a range (age=30..40; in quotes, for the shell: 'age>=30', 'age<40'); nothing behind = "
        "means no value. A name that holds =, < or >: in quotes ('\"a=b\"=c'). Repeated for one variable: any of them.",
    ),
]
AsOf = Annotated[
    str,
    typer.Option(
        "--as-of",
        metavar="MOMENT",
        help="The project as it was: after a day (YYYY-MM-DD), a day and time (UTC), a step's number, or when the "
        "version of this name was.",
    ),
]


def step_number(written: str | int) -> int:
    """The number of a step as it was written on the command line; a default comes as the number it is."""
    number = _whole(written)
    if number is None:
        raise typer.BadParameter(
            f"“{cut_short(one_line(str(written)), 40)}” is not the number of a step. Give a whole number from qualcode "
            "history."
        )
    return number


def backup_number(written: str | int) -> int:
    """The number of a backup as it was written on the command line. Raises `BadInput` for what is no number."""
    number = _whole(written)
    if number is None:
        raise BadInput(
            "“{text}” is not the number of a backup. Give a number that qualcode backup PROJECT --list shows.",
            text=cut_short(str(written), 40),
        )
    return number


def _whole(written: str | int) -> int | None:
    digits = str(written).strip()
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS else None


@contextmanager
def opened(place: str, coder: str = "", writing: bool = False) -> "Iterator[Project]":
    """The project of that path or URL; what is odd about the file is said on standard error.

    A command that only looks opens it for reading: it works in folders that cannot be written, and beside
    anybody.
    """
    from ..app.project import open_project

    with closed(open_project(place, coder, read_only=not writing)) as project:
        for notice in project.notices:
            complain(one_line(str(notice)))
        try:
            yield project
        except (ValueError, TypeError, LookupError, AttributeError, AssertionError):
            _blame(project)
            raise


@contextmanager
def opened_as_of(place: str, moment: str, progress: "Progress") -> "Iterator[Project]":
    """The project to be looked at, as it was at a moment ("": as it is)."""
    with opened(place) as project:
        if not moment.strip():
            yield project
            return
        with project.as_of(moment, progress) as past:
            yield past


@contextmanager
def closed(project: "Project") -> "Iterator[Project]":
    """The project, closed at the end. A backup that could not be made is told and is no failure: the work is done."""
    try:
        yield project
    finally:
        try:
            project.close()
        except Refused as error:
            complain(sentence(error))


def _blame(project: "Project") -> None:
    """Raise `Damaged` when the project holds what cannot be right; else an error was the program's own."""
    problems = project.check()
    if problems:
        raise Damaged(
            "{name} is damaged ({what}). Bring back a good state with: qualcode backup {place} --list",
            name=project.database.name,
            place=project.database.in_command,
            what=problems[0].what.rstrip("."),
        ) from None


def filters(
    documents: str, coders: str, codes: str, folders: list[str], variables: list[str], sets: list[str]
) -> dict[str, Any]:
    """The filters that were given, as `app.scoping.make_scope` takes them."""
    found: dict[str, Any] = {
        name: value for name, value in (("documents", documents), ("coders", coders), ("codes", codes)) if value
    }
    if folders:
        found["folders"] = folders
    if sets:
        found["sets"] = sets
    if variables:
        found["variables"] = _by_variable(variables)
    return found


def apart_from_names(variables: list[str]) -> tuple[list[str], list[str]]:
    """What `--variable` says of filters (`NAME=VALUE`), and apart from it the names that stand alone: an analysis that
    has an option `variable` takes such a name. A name that holds a sign stands in quotes (`"a=b"`)."""
    alone = [each for each in variables if _ALONE.fullmatch(each)]
    return [each for each in variables if each not in alone], [
        each.strip()[1:-1].replace('""', '"') if _IN_QUOTES.fullmatch(each) else each.strip() for each in alone
    ]


def _by_variable(written: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in written:
        name, equals, value = each.partition("=")
        quoted = _QUOTED.fullmatch(each)
        if quoted:
            name, value = quoted[1].replace('""', '"'), quoted[2].removeprefix("=")
        elif not equals and (sign := _SIGN.search(each)):  # age<40
            name, value = each[: sign.start()], each[sign.start() :]
        elif name[-1:] in ("<", ">"):  # age>=30
            name, value = name[:-1], f"{name[-1]}={value}"
        if not name.strip() or not (quoted or equals or value):
            raise typer.BadParameter(
                f"“{one_line(each)}” is not written as NAME=VALUE, or as a range: NAME>=30, NAME<40, NAME=30..40."
            )
        found.setdefault(name.strip(), []).append(value.strip())
    return found
