"""Writes `docs/command-line.md` from the commands themselves: `python packaging/command_line.py`."""

import re
from pathlib import Path
from typing import Any

import typer

from qualcode.app.analysing.catalogue import ANALYSES
from qualcode.app.analysing.registry import Analysis
from qualcode.cli.analysis_options import told, written
from qualcode.cli.main import app
from qualcode.domain.options import options_of

PAGE = Path(__file__).resolve().parents[1] / "docs" / "command-line.md"

INTRODUCTION = """# The command line

Every command and option. What they are for is in the [user guide](user-guide.md#command-line), what the tables mean in [methods](methods.md).

PROJECT is a project file or a URL `postgresql://user@host/database`. Options stand after the command; every command has
`--help`. Results go to standard output; notices and progress go to standard error, progress only on a terminal. Exit codes: 0 done, 1 a
problem that is named in one line, 2 wrong usage, 130 interrupted. `qualcode` alone opens the window, `qualcode
STUDY.qualcode` opens it on that project, `qualcode --version` says the version.
"""  # noqa: E501  as it stands in the page


def page() -> str:
    """The whole page."""
    commands: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    return "\n".join([INTRODUCTION, *(_section(name, command) for name, command in commands.items())])


def _section(name: str, command: Any) -> str:
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    options = [each for each in command.params if each.param_type_name == "option"]
    usage = ["qualcode", name, *(each.metavar + ("…" if each.nargs < 0 else "") for each in arguments)]
    rows = [(_shown(each.metavar), each.help) for each in arguments]
    rows += [(f"`{_shown(_option(each))}`", each.help) for each in options]
    table = [f"| {left} | {_shown(right)} |" for left, right in [("", ""), *rows]]
    table = ["| | |", "|---|---|", *table[1:]]
    lines = [f"## `qualcode {name}`", "", "```text", " ".join([*usage, *(["[options]"] if options else [])]), "```", ""]
    own = [_analysis(one) for one in ANALYSES.values()] if name == "analyse" else []
    return "\n".join([*lines, _told(command.help), "", *table, "", *own])


def _analysis(analysis: Analysis) -> str:
    rows = [
        f"| `{_shown(written(name, each, default))}` | {_shown(told(each, default))} |"
        for name, each, default in options_of(analysis.options)
    ]
    holds = analysis.columns[:1].upper() + analysis.columns[1:]
    return "\n".join(
        [f"### `analyse PROJECT {analysis.name}`", "", f"{analysis.about} {holds}", "", "| | |", "|---|---|", *rows, ""]
    )


def _option(option: Any) -> str:
    return option.opts[0] if option.is_flag else f"{option.opts[0]} {option.metavar}"


def _shown(text: str) -> str:
    """A text in a cell: an upright bar would end it."""
    return text.replace("|", "\\|")


def _told(text: str) -> str:
    """A command's help, a paragraph a line."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()))


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
