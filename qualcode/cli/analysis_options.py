"""The options of every analysis on the command line, made from their records."""

import argparse
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from ..domain.options import FIGURE, LIST, SWITCH, TABLE, TEXT, WHOLE, Option, options_of
from .options import apart_from_names, refuse_blank
from .output import one_line

if TYPE_CHECKING:
    from ..app.analysing.registry import Analysis

_METAVARS = {WHOLE: "N", LIST: "A,B", TEXT: "TEXT"}
_FORMS = {TABLE: "tables", FIGURE: "figures"}


class _Parser(argparse.ArgumentParser):
    """Says what is wrong as all our commands do."""

    def error(self, message: str) -> NoReturn:
        raise typer.BadParameter(one_line(message[:1].upper() + message[1:]) + ".")


def flag_of(name: str, each: Option, default: Any = None) -> str:
    """An option as it is written: `--all`; a switch that is on without it is written `--no-…`."""
    off = "no-" if each.kind == SWITCH and default else ""
    return f"--{off}{(each.flag or name).replace('_', '-')}"


def read_words(words: Sequence[str]) -> tuple[str, str, dict[str, Any]]:
    """Project, name of the analysis, and the options that stand among the words, by the names of their fields.

    A list that is written several times is all of it; anything else written twice is refused. An option of another
    analysis is taken too: the analysis itself refuses it. Raises `typer.BadParameter` for what is an option of none,
    and for a word too many.
    """
    from ..app.analysing.catalogue import ANALYSES

    parser = _Parser(add_help=False, allow_abbrev=False, argument_default=argparse.SUPPRESS, prog="qualcode analyse")
    parser.add_argument("project", nargs="?")
    parser.add_argument("name", nargs="?")
    seen: set[str] = set()
    name_of = next((word for word in words if word in ANALYSES), None)
    # those of the analysis that is meant come first: where two analyses write an option alike, its own counts
    for analysis in sorted(ANALYSES.values(), key=lambda one: one.name != name_of):
        for name, each, default in options_of(analysis.options):
            flag = flag_of(name, each, default)
            if flag in seen:
                continue
            seen.add(flag)
            if each.kind == SWITCH:
                parser.add_argument(flag, dest=name, action="store_const", const=not default)
            else:
                parser.add_argument(flag, dest=name, action="append")
    given = vars(parser.parse_intermixed_args(list(words)))
    project, name = given.pop("project", None), given.pop("name", None)
    if not project or not name:
        missing = "PROJECT" if not project else "NAME"
        raise typer.BadParameter(f"{missing} is missing: qualcode analyse PROJECT NAME [options]")
    _refuse_blanks(name, given)
    lists = {key for one in ANALYSES.values() for key, each, _ in options_of(one.options) if each.kind == LIST}
    return project, name, {key: _value(key, key in lists, value) for key, value in given.items()}


def _value(key: str, several: bool, given: Any) -> Any:
    """An option as it was written, once or more often."""
    if not isinstance(given, list):
        return given  # a switch
    if several:
        return tuple(part for written in given for part in _parts(written))
    if len(given) > 1:
        raise typer.BadParameter(f"--{key.replace('_', '-')} is there more than once: leave one.")
    return given[0]


def _refuse_blanks(analysis: str, given: dict[str, Any]) -> None:
    """Raise `BadInput` for an option that is to name something and was given empty: it would ask another question."""
    from ..app.analysing.catalogue import ANALYSES

    known = options_of(ANALYSES[analysis].options) if analysis in ANALYSES else ()
    for key, each, default in known:
        naming = each.kind in (TEXT, LIST) and not each.choices
        if naming and any(not written.strip(", ") for written in given.get(key, ())):
            refuse_blank(flag_of(key, each, default))


def own_variable(analysis: str, variables: list[str], given: dict[str, Any]) -> tuple[list[str], dict[str, Any]]:
    """The filters by variables, and the options of an analysis. `--variable` is one word for two things: NAME=VALUE
    filters, and a NAME alone is the option `variable` of an analysis that has one."""
    from ..app.analysing.catalogue import ANALYSES

    if analysis not in ANALYSES or "variable" not in {name for name, _, _ in options_of(ANALYSES[analysis].options)}:
        return variables, given
    filters, alone = apart_from_names(variables)
    if len(alone) > 1:
        raise typer.BadParameter(f"{analysis} takes one variable: --variable NAME. A filter is written NAME=VALUE.")
    return filters, given | ({"variable": alone[0]} if alone else {})


def refuse_other_form(analysis: str, given: Iterable[str], form: str) -> None:
    """Raise `typer.BadParameter` for an option that only the other form of the result has."""
    from ..app.analysing.registry import named

    for name, each, default in options_of(named(analysis).options):
        if name in given and each.only not in ("", form):
            flag = flag_of(name, each, default)
            if form == TABLE:
                raise typer.BadParameter(f"{flag} is for figures: name one with --out, ending in .svg, .png or .pdf.")
            raise typer.BadParameter(f"{flag} is for tables, not for figures.")


def _parts(written: str) -> tuple[str, ...]:
    from ..app.scoping import split_names

    return tuple(split_names(written))


def write_help(analysis: "Analysis", formatter: Any) -> None:
    """Write what an analysis answers, what its table holds, and its options, with the command's own formatter."""
    formatter.write_usage("qualcode analyse", f"PROJECT {analysis.name} [OPTIONS]")
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(f"{analysis.about} {_first_upper(analysis.columns)}")
    with formatter.section(f"Options of {analysis.name}"):
        formatter.write_dl(
            [
                (written(name, each, default), told(each, default))
                for name, each, default in options_of(analysis.options)
            ]
        )
    if analysis.notes:
        with formatter.section("Notes"):
            for note in analysis.notes:
                formatter.write_text(note)


def written(name: str, each: Option, default: Any) -> str:
    """An option with what is to be put behind it."""
    flag = flag_of(name, each, default)
    if each.kind == SWITCH:
        return flag
    return f"{flag} {_METAVARS.get(each.kind, 'X') if not each.choices else each.label.upper().replace(' ', '-')}"


def told(each: Option, default: Any) -> str:
    """What an option decides, what may stand there, and what holds without it."""
    parts = [str(each.off if each.off and each.kind == SWITCH and default else each.help)]
    if each.choices:
        keys = [key for key, _ in each.choices if key]
        parts.append(f"One of: {', '.join(keys)}.")
    if each.kind != SWITCH and default not in (None, "", ()):
        parts.append(f"Without it: {default if not isinstance(default, tuple) else ','.join(map(str, default))}.")
    if each.only:
        parts.append(f"Only for {_FORMS[each.only]}.")
    return " ".join(parts)


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
