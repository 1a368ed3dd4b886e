"""Whether a regular expression ends in good time on any text: seen from the expression alone."""

from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from itertools import zip_longest
from math import inf
from typing import Any

_WIDE = 50  # times more or less, from which a repeat is one of those that multiply each other
_MOST_WIDE = 3  # repeats in a row: with a label's length to the power of it is what a line may cost
_ONE = ("ANY", "IN", "LITERAL", "NOT_LITERAL")  # parts that are one character
_FEW = 4  # times something with choices of its own may be repeated


@lru_cache(maxsize=256)
def ends_soon(pattern: str) -> bool:
    """Whether no repeat stands inside a repeat, nor so many one behind the other that each line takes for ever.

    Told from the parsed expression; of what is no expression at all nothing is said.
    """
    parser = import_module("re._parser")
    try:
        return _weight(parser.parse(pattern)) <= _MOST_WIDE
    except (parser.error, OverflowError, RecursionError):
        return True


def _weight(parsed: Any) -> float:
    """How many wide repeats a match may try against each other; infinite where a repeat holds choices."""
    found = 0.0
    parts = list(_flat(parsed))
    for (operator, value), following in zip_longest(parts, parts[1:]):
        name = str(operator)
        if name.endswith("_REPEAT"):
            least, most, inner = value
            wide = float(most - least > _WIDE and not _stopped(inner, following))
            if most <= 1:
                found += _weight(inner)
            elif not _chooses(inner):
                found += wide
            elif most <= _FEW:
                found += int(most) * _weight(inner)
            else:
                return inf
        else:
            found += max((_weight(part) for part in _parts(name, value)), default=0.0)
    return found


def _flat(parsed: Any) -> Iterator[tuple[Any, Any]]:
    """The parts of an expression, those in groups among them."""
    for operator, value in parsed:
        if str(operator) == "SUBPATTERN":
            yield from _flat(value[3])
        else:
            yield operator, value


def _stopped(inner: Any, following: tuple[Any, Any] | None) -> bool:
    """Whether a repeat can only end in one place: before a sign that it cannot hold itself, as in `[^:]+:`."""
    if following is None or str(following[0]) != "LITERAL" or len(inner) != 1 or str(inner[0][0]) not in _ONE:
        return False
    return import_module("re._compiler").compile(inner, inner.state.flags).match(chr(following[1])) is None


def _chooses(parsed: Any) -> bool:
    """Whether there is more than one way to match."""
    for operator, value in parsed:
        name = str(operator)
        if name == "BRANCH":
            return True
        if name.endswith("_REPEAT"):
            least, most, inner = value
            if least != most or _chooses(inner):
                return True
        elif any(_chooses(part) for part in _parts(name, value)):
            return True
    return False


def _parts(name: str, value: Any) -> list[Any]:
    """The expressions inside one part of an expression."""
    if name == "SUBPATTERN":
        return [value[3]]
    if name == "BRANCH":
        return list(value[1])
    if name in ("ASSERT", "ASSERT_NOT"):
        return [value[1]]
    if name == "ATOMIC_GROUP":
        return [value]
    if name == "GROUPREF_EXISTS":
        return [part for part in value[1:] if part is not None]
    return []
