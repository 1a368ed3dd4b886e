"""What a filter asks of a variable: one of some values, a range of numbers or dates, or no value at all."""

import re
from collections.abc import Callable, Iterable

from .cases import written
from .errors import BadInput

NO_VALUE = ""
RANGED = ("number", "date")  # the types of variables that have an order
_RANGE = re.compile(r"\s*(?:(?P<sign>>=|<=|>|<)\s*(?P<bound>.+?)|(?P<low>.+?)\s*\.\.\s*(?P<high>.+?))\s*")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)
_PERIOD = re.compile(r"\d{4}(?:-\d{2})?", re.ASCII)
Test = Callable[[str], bool]


def is_range(text: str, variable_type: str) -> bool:
    """Whether a text asks for a range (`>=30`, `<2024-05`, `30..40`) where the variable has an order."""
    return variable_type in RANGED and _RANGE.fullmatch(text) is not None


def is_period(text: str, variable_type: str) -> bool:
    """Whether a text is a year or a month where the variable is a date; `2024-05..2024-05` is the range it means."""
    return variable_type == "date" and _PERIOD.fullmatch(text) is not None


def range_test(text: str, variable_type: str) -> Test:
    """The test that a written range means for stored values.

    `30..40` holds both ends; a date may leave out day or month, and then all of that month or year is meant.
    Raises `BadInput` for what is no range of numbers or dates.
    """
    match = _RANGE.fullmatch(text)
    if match is None or variable_type not in RANGED:
        raise BadInput("“{text}” is no range. Write >=30, <2024-05 or 30..40.", text=text)
    if match["sign"]:
        return _bounded(match["sign"], match["bound"], variable_type)
    if _upside_down(match["low"], match["high"], variable_type):
        raise BadInput(
            "The range “{text}” holds nothing: its first end is behind its second. Write it the other way round.",
            text=text,
        )
    low = _bounded(">=", match["low"], variable_type)
    high = _bounded("<=", match["high"], variable_type)
    return lambda value: low(value) and high(value)


def _upside_down(low: str, high: str, variable_type: str) -> bool:
    if variable_type == "number":
        return float(written(low, "number")) > float(written(high, "number"))
    size = min(len(low), len(high))  # 2024-05..2024 is all of 2024 from May on
    return low[:size] > high[:size]


def _bounded(sign: str, bound: str, variable_type: str) -> Test:
    if variable_type == "number":
        limit = float(written(bound, "number"))
        return lambda value: _compared(sign, _number(value), limit)
    if len(bound) == 10 or not _DATE.fullmatch(bound) or not "01" <= (bound[5:7] or "01") <= "12":
        bound = written(bound, "date")
    # ISO dates sort as text; as many signs of them as the bound has say whether they lie in its year or month
    return lambda value: _compared(sign, value[: len(bound)], bound)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return float("nan")  # on neither side of anything


def _compared(sign: str, value: float | str, limit: float | str) -> bool:
    if isinstance(value, float) and isinstance(limit, float):
        return {">=": value >= limit, "<=": value <= limit, ">": value > limit, "<": value < limit}[sign]
    one, other = str(value), str(limit)
    return {">=": one >= other, "<=": one <= other, ">": one > other, "<": one < other}[sign]


def range_text(low: str, high: str) -> str:
    """The written form of a range with one end or two; "" where neither is said."""
    low, high = low.strip(), high.strip()
    if low and high:
        return f"{low}..{high}"
    return f">={low}" if low else f"<={high}" if high else ""


def one_sided(text: str, variable_type: str) -> tuple[str, str] | None:
    """Sign and bound of a range with one end (`>=30`), as they are said; None for anything else."""
    match = _RANGE.fullmatch(text) if variable_type in RANGED else None
    return (match["sign"], match["bound"]) if match is not None and match["sign"] else None


def range_ends(texts: Iterable[str]) -> tuple[str, str]:
    """The two ends of the first range among some texts, as `range_text` takes them."""
    for text in texts:
        match = _RANGE.fullmatch(text)
        if match is None:
            continue
        if match["low"]:
            return match["low"], match["high"]
        if match["sign"] in (">=", ">"):
            return match["bound"], ""
        return "", match["bound"]
    return "", ""
