"""The command `qualcode`: which command is meant, and how every way of failing ends."""

import errno
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from .. import __version__
from ..domain.errors import BadInput, Cancelled, QualcodeError
from ..domain.visible import replaced, signs_named
from . import basket, commands, data, importing, maps, points, private, queries, reviewing, texts
from .analyse import SETTINGS, analyse
from .options import refuse_blanks
from .output import complain, one_line, progress_line, say, sentence, use_utf8
from .stopping import Ended, leave_to_the_window, stoppable

DONE, PROBLEM, USAGE, INTERRUPTED = 0, 1, 2, 130

# click's own class, which typer carries under different names in its versions: wrong usage of any kind
_WrongUsage: type = typer.BadParameter.__mro__[2]

app = typer.Typer(
    name="qualcode",
    help=(
        "A workbench for qualitative thematic analysis. Without a command it opens the window; with a "
        "project file (qualcode STUDY.qualcode) it opens that project, with --reviewer before it for review: comments, "
        "marks and suggestions are kept, nothing else is changed."
    ),
    epilog=(
        "Exit codes: 0 done, 1 a problem that is named in one line, 2 wrong usage, 130 interrupted. Options "
        "stand after the command; every command has its own --help."
    ),
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        say(f"qualcode {__version__}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and stop."),
    ] = False,
) -> None:
    pass


def demo(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="The folder for the sample project; made if need be.")],
    analyses: Annotated[
        bool,
        typer.Option(
            "--analyses",
            help="Write every table (.csv) and figure (.svg, .png) of every analysis into DIR/analyses, with "
            "analyses.csv, which says what was asked for each; no window.",
        ),
    ] = False,
) -> None:
    """Make the sample project and open it.

    Without a display its table, charts, codebook and segments are written into DIR instead (anew each time).
    A sample project that is there already is opened as it is, with whatever you did to it.
    """
    from ..app.sample import make_sample
    from .showing import write_analyses, write_results

    with progress_line() as progress:
        place = make_sample(Path(folder).absolute(), progress)
    say(f"The sample project is {one_line(str(place))}")
    if analyses:
        with progress_line() as progress:
            for file in write_analyses(place, progress):
                say(f"  {one_line(str(file))}")
        return
    if has_display():
        raise typer.Exit(open_window(str(place)))
    say("There is no display to open a window on. Its results are in")
    with progress_line() as progress:
        for file in write_results(place, progress):
            say(f"  {one_line(str(file))}")


app.command("demo")(demo)
app.command("new")(commands.new)
app.command("info")(commands.info)
app.command("import")(importing.import_)
app.command("export")(data.export)
app.command("analyse", context_settings=SETTINGS, add_help_option=False)(analyse)
app.command("basket")(basket.basket)
app.command("map")(maps.map_)
app.command("display-ids")(private.display_ids)
app.command("redactions")(private.redactions)
app.command("search")(data.search)
app.command("queries")(queries.queries)
app.command("versions")(texts.versions)
app.command("review")(texts.review)
app.command("reviews")(reviewing.reviews)
app.command("history")(commands.history)
app.command("name")(points.name)
app.command("diff")(points.diff)
app.command("method")(points.method)
app.command("undo")(commands.undo)
app.command("redo")(commands.redo)
app.command("check")(commands.check)
app.command("backup")(commands.backup)


def has_display() -> bool:
    """Whether a window can be seen here."""
    if sys.platform in ("win32", "darwin"):
        return True
    if os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in ("offscreen", "minimal", "vnc"):
        return False
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_window(place: str | None, reviewing: bool = False) -> int:
    """Open the window, on a project (to review it, if that is asked for) or on the last one; its exit code when it is
    closed."""
    if not has_display() and "QT_QPA_PLATFORM" not in os.environ:
        # Qt would end the process with a core dump
        raise BadInput(
            "There is no display to open a window on. Start qualcode on a desktop, or use its commands: see "
            "qualcode --help"
        )
    try:
        from ..ui.application import run
    except ImportError as error:
        raise BadInput(
            "The window cannot be opened: {reason}. Install what is missing; the README lists the system libraries.",
            reason=error,
        ) from error
    leave_to_the_window()
    return int(run(place, reviewing))


def main(argv: Sequence[str] | None = None, alone: bool = False) -> int:
    """Run a command line (without the program's name); the exit code. `alone`: the process ends with it."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    use_utf8()
    try:
        code = _run(arguments, alone)
        sys.stdout.flush()
    except (Ended, KeyboardInterrupt, Cancelled, typer.Abort):
        complain("Interrupted; the step under way was not made.")
        return INTERRUPTED
    except BrokenPipeError:
        return _reader_left()
    except Exception as error:
        return _explain(error)
    return code


def _explain(error: Exception) -> int:
    """Say in one line what went wrong; the exit code."""
    if isinstance(error, _WrongUsage):
        complain(_usage(error))
        return USAGE
    if isinstance(error, QualcodeError):
        complain(sentence(error))
    elif isinstance(error, OSError) and error.filename is not None:
        reason = error.strerror or type(error).__name__
        complain(one_line(f"“{error.filename}” cannot be used: {reason}. Check the path and its rights."))
    elif isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
        complain(f"the output cannot be written: {error.strerror}. Make room or write it elsewhere.")
        _reader_left()
    else:
        log = _write_down(error)
        where = f" Details are in {one_line(str(log))}." if log else ""
        complain(f"something unexpected went wrong ({type(error).__name__}).{where}")
    return PROBLEM


def _write_down(error: Exception) -> Path | None:
    from ..app import logs

    logging.raiseExceptions = False  # a log that cannot be written is no reason for a second complaint
    try:
        log = logs.start()
    except QualcodeError:
        return None
    logging.getLogger("qualcode.cli").error("a command failed", exc_info=error)
    logs.stop()
    return log if log and log.exists() else None


def _run(arguments: list[str], alone: bool) -> int:
    if not arguments:
        return open_window(None)
    command = typer.main.get_command(app)
    for each in command.commands.values():  # type: ignore[attr-defined]
        refuse_blanks(each)
    if len(arguments) == 1 and _names_project(arguments[0], command.commands):  # type: ignore[attr-defined]
        return open_window(arguments[0])
    if len(arguments) == 2 and "--reviewer" in arguments:
        place = next((one for one in arguments if one != "--reviewer"), "")
        if _names_project(place, command.commands):  # type: ignore[attr-defined]
            return open_window(place, reviewing=True)
    try:
        with stoppable(alone), replaced() as signs:
            code = command.main(arguments, prog_name="qualcode", standalone_mode=False)
            if signs:
                complain(
                    f"No font here can draw {signs_named(signs)}: a □ stands in the picture. Use other words there."
                )
    except SystemExit as leaving:  # what typer makes of a closed pipe
        return _reader_left() if leaving.code == PROBLEM else int(leaving.code or 0)
    return code if isinstance(code, int) else DONE


def _names_project(argument: str, commands: dict[str, object]) -> bool:
    if argument.startswith("-") or argument in commands:
        return False
    return argument.endswith(".qualcode") or "://" in argument or os.path.lexists(argument)


def _usage(error: BaseException) -> str:
    context = getattr(error, "ctx", None)
    path = getattr(context, "command_path", None) or "qualcode"
    message = one_line(error.format_message()) if hasattr(error, "format_message") else one_line(str(error))
    message += "" if message.endswith((".", "?", "!")) else "."
    return f"{message} See: {path} --help"


def _reader_left() -> int:
    """Whoever read our output has enough (`| head`): no reason to complain, now or when Python closes it."""
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
    except (OSError, ValueError):
        pass
    return DONE
