"""The values of a variable as groups of cases: one by one, or numbers and dates put together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .cases import Variable
from .errors import Phrase

LISTED = 8  # up to so many different numbers or dates are listed one by one unless asked otherwise
_BINS = 4
_SHORT = {"yes": 0, "no": 1}


@dataclass(frozen=True, slots=True)
class Category:
    """Cases that count as alike: `name` is their value, or the first and last of their values."""

    name: str
    cases: frozenset[str]


@dataclass(frozen=True, slots=True)
class Categories:
    """The groups that a variable makes, in order, and the cases without a value; `said` tells how they were made."""

    groups: tuple[Category, ...]
    without: frozenset[str]
    said: Phrase


def categories(variable: Variable, values: Mapping[str, str], cases: tuple[str, ...], bins: int | None) -> Categories:
    """Group `cases` by their stored values (by case; "" or absent: none).

    `bins` says into how many groups of about as many cases numbers and dates are put, 0 that they are listed; None:
    listed up to 8 different ones, else numbers in 4 groups and dates by year (by month within one year). Equal values
    stay together. Other variables are always listed: yes before no, the rest by the alphabet.
    """
    held = {case: values[case] for case in cases if values.get(case)}
    without = frozenset(cases) - held.keys()
    different = set(held.values())
    ordered = variable.type in ("number", "date")
    if not ordered or bins == 0 or (bins is None and len(different) <= LISTED):
        groups = [Category(value, _having(held, {value})) for value in sorted(different, key=_key(variable))]
        return Categories(
            tuple(groups), without, Phrase("Each value of “{variable}” by itself.", variable=variable.name)
        )
    if variable.type == "date" and bins is None:
        return Categories(_periods(held), without, _said_periods(variable, different))
    groups = _binned(variable, held, bins or _BINS)
    said = Phrase(
        "“{variable}” in {number} groups of about as many cases; equal values stay together.",
        variable=variable.name,
        number=len(groups),
    )
    return Categories(tuple(groups), without, said)


def _having(held: Mapping[str, str], wanted: set[str]) -> frozenset[str]:
    return frozenset(case for case, value in held.items() if value in wanted)


def _key(variable: Variable) -> Callable[[str], tuple[float, str]]:
    if variable.type == "number":
        return _number
    if variable.type == "yes/no":
        return lambda value: (_SHORT.get(value, 2), value)
    return lambda value: (0, f"{value.casefold()}\0{value}")


def _number(value: str) -> tuple[float, str]:
    try:
        return float(value), value
    except ValueError:
        return float("inf"), value  # kept from a time when the variable was text


def _periods(held: Mapping[str, str]) -> tuple[Category, ...]:
    signs = 4 if len({value[:4] for value in held.values()}) > 1 else 7
    periods = sorted({value[:signs] for value in held.values()})
    return tuple(Category(one, _having(held, {v for v in held.values() if v[:signs] == one})) for one in periods)


def _said_periods(variable: Variable, different: set[str]) -> Phrase:
    if len({value[:4] for value in different}) > 1:
        return Phrase("“{variable}” by year.", variable=variable.name)
    return Phrase("“{variable}” by month.", variable=variable.name)


def _binned(variable: Variable, held: Mapping[str, str], bins: int) -> list[Category]:
    key = _key(variable)
    rows = sorted(held.items(), key=lambda row: (key(row[1]), row[0]))
    groups: dict[int, list[tuple[str, str]]] = {}
    number, before = 0, ""
    for place, row in enumerate(rows):
        if row[1] != before:  # a value that has begun in one group stays there
            number, before = place * bins // len(rows), row[1]
        groups.setdefault(number, []).append(row)
    return [Category(_span(group), frozenset(case for case, _ in group)) for group in groups.values()]


def _span(group: list[tuple[str, str]]) -> str:
    first, last = group[0][1], group[-1][1]
    return first if first == last else f"{first}–{last}"
