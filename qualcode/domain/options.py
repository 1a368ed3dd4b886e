"""The options of an analysis, described once: the command line, the dialog and the notebook call come from it."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from typing import Any

from .errors import BadInput, Phrase

TABLE, FIGURE = "table", "figure"
TEXT, WHOLE, NUMBER, SWITCH, LIST = "text", "whole", "number", "switch", "list"


@dataclass(frozen=True, slots=True)
class Option:
    """What one field of an options record is.

    `label` is the name of its control, `help` a sentence, `kind` one of TEXT WHOLE NUMBER SWITCH LIST. `choices` are
    the values it may have, with their names (none: any). `names` says what a text names, so that a window can offer
    it: code, theme, document, case, variable, coder, speaker, language, rule (of co-occurrence), or
    side (code, theme, and what they can be crossed with). `least` and `most` bound a number; `optional` numbers
    may be None. `unset` is what stands in a control where nothing is chosen, and is what that means; `zero` what 0 is
    called where it is not a number of something. `only` says which form it is for, the TABLE or the FIGURE ("": both).
    Switches with the same `one_of` exclude each other; it is what the choice between them is called, and what none of
    them means. An option with `needs` does something only where the switch of that name is on.
    `flag` is its name on the command line where that is not the field's. `quiet` options stand in the dialog's second
    row, out of a beginner's way.
    """

    label: Phrase
    help: Phrase
    kind: str
    choices: tuple[tuple[str, Phrase], ...] = ()
    names: str = ""
    least: float | None = None
    most: float | None = None
    optional: bool = False
    unset: Phrase | None = None
    zero: Phrase | None = None
    only: str = ""
    one_of: tuple[Phrase, Phrase] | None = None
    needs: str = ""
    flag: str = ""
    quiet: bool = False


def option(
    default: Any,
    label: Phrase,
    help: Phrase,  # noqa: A002  as everywhere for command lines
    *,
    kind: str = "",
    **facts: Any,
) -> Any:
    """A field of an options record; its kind follows from the default where that is not None."""
    return field(default=default, metadata={"option": Option(label, help, kind or _kind_of(default), **facts)})


def _kind_of(default: Any) -> str:
    for sort, kind in ((bool, SWITCH), (int, WHOLE), (float, NUMBER), (tuple, LIST), (str, TEXT)):
        if isinstance(default, sort):
            return kind
    raise TypeError(f"say the kind of an option whose default is {default!r}")


def options_of(record: type[Any]) -> tuple[tuple[str, Option, Any], ...]:
    """Name, description and default of every option of a record, in order."""
    return tuple((each.name, each.metadata["option"], _default(each)) for each in fields(record))


def _default(each: "Field[Any]") -> Any:
    if each.default is MISSING:
        raise TypeError(f"the option {each.name} has no default")
    return each.default


def options_from(record: type[Any], analysis: str, given: Mapping[str, Any], form: str = "") -> Any:
    """An options record from what was asked for by name, for one form of the result ("": for both).

    Raises `BadInput` for an option that the analysis or this form of it does not have, a value that is none of its
    choices, and a number out of its bounds.
    """
    known = {name: each for name, each, _ in options_of(record)}
    values = {}
    for name, value in given.items():
        if name not in known:
            raise BadInput("The analysis {name} has no option “{option}”.", name=analysis, option=name)
        if form and known[name].only not in ("", form):
            only = Phrase("tables") if known[name].only == TABLE else Phrase("figures")
            raise BadInput("The option “{option}” of {name} is for {only}.", name=analysis, option=name, only=only)
        values[name] = _checked(name, known[name], value)
    return record(**values)


def _checked(name: str, each: Option, value: Any) -> Any:
    if value is None and (each.optional or each.kind == TEXT):
        return None if each.optional else ""
    if each.kind == SWITCH:
        return bool(value)
    if each.kind == LIST:
        parts: Iterable[Any] = (value,) if isinstance(value, str) else value
        return tuple(_one_of(name, each, str(part)) for part in parts)
    if each.kind == TEXT:
        return _one_of(name, each, str(value))
    return _bounded(name, each, value)


def _one_of(name: str, each: Option, value: str) -> str:
    if each.choices and value not in (key for key, _ in each.choices):
        raise BadInput(
            "There is no {option} “{value}”. Choose one of {choices}.",
            option=name.replace("_", " "),
            value=value,
            choices=", ".join(key for key, _ in each.choices if key),
        )
    return value


def _bounded(name: str, each: Option, value: Any) -> int | float:
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        number = math.nan
    whole = each.kind == WHOLE
    if not math.isfinite(number) or (whole and number != int(number)):
        kind = Phrase("a whole number") if whole else Phrase("a number")
        raise BadInput("“{value}” is not {kind}: {option}.", value=value, kind=kind, option=name.replace("_", " "))
    if (each.least is not None and number < each.least) or (each.most is not None and number > each.most):
        if each.most is None:
            raise BadInput("The {option} is {least} or more.", option=name.replace("_", " "), least=each.least)
        raise BadInput(
            "The {option} lies between {least} and {most}.",
            option=name.replace("_", " "),
            least=each.least,
            most=each.most,
        )
    return int(number) if whole else number
