"""Cases (a participant, an organisation) and the variables that describe them."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite
from uuid import UUID

from .errors import BadInput, cut_short

VARIABLE_TYPES = ("text", "number", "date", "yes/no", "choice")
VALUE_LIMIT = (
    32_767  # characters: what a cell of a spreadsheet holds, so that no export cuts one; the user guide names it
)
_SHOWN = 60  # characters of a value that a sentence repeats
_YES = {"yes", "y", "true", "1", "是", "ja", "oui", "sí", "si"}
_NO = {"no", "n", "false", "0", "否", "nein", "non"}
_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?")
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")  # "1,000" is 1000 to one reader and 1 to the next
_POINTED = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}")  # so is "1.000", but in programs a point is a decimal one
_IDENTIFIER = re.compile(r"0\d+|\+\d{7,}|\d{10,}")  # postal codes, phone and account numbers: nothing to reckon with


@dataclass(frozen=True, slots=True)
class Case:
    """Somebody or something the study compares; `display` is what exports may call it instead of its name."""

    id: UUID
    name: str
    created: str
    display: str | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """Text that belongs to a case: a whole document, the turns of one `speaker`, or one span of it."""

    id: UUID
    case: UUID
    document: UUID
    start: int | None
    end: int | None
    speaker: str


@dataclass(frozen=True, slots=True)
class Variable:
    """A typed property of cases; `type` is one of `VARIABLE_TYPES`."""

    id: UUID
    name: str
    type: str
    created: str


@dataclass(frozen=True, slots=True)
class Value:
    """What one case has for one variable, in the variable's written form (see `written`)."""

    id: UUID
    case: UUID
    variable: UUID
    text: str


def written(value: object, variable_type: str) -> str:
    """The stored form of a value: ISO dates, `yes`/`no`, numbers with a point.

    Raises `BadInput` when the value is not of the type or over `VALUE_LIMIT`, and for a number such as "1,000" that
    could be read in two ways.
    """
    text = str(value).strip()
    if len(text) > VALUE_LIMIT:
        raise BadInput(
            "A value may have {limit} characters; this one has {length}. Keep it as a document or a memo.",
            limit=f"{VALUE_LIMIT:,}",
            length=f"{len(text):,}",
        )
    if variable_type == "yes/no":
        if text.casefold() in _YES:
            return "yes"
        if text.casefold() in _NO:
            return "no"
        raise BadInput("“{value}” is not yes or no.", value=_shown(text))
    if variable_type == "number":
        return _written_number(text)
    if variable_type == "date":
        try:
            return (date if len(text) <= 10 else datetime).fromisoformat(text).isoformat()[:10]
        except ValueError:
            raise BadInput("“{value}” is not a date; write it as 2026-11-22.", value=_shown(text)) from None
    return text


def _shown(text: str) -> str:
    return cut_short(text, _SHOWN)


def _written_number(text: str) -> str:
    if _THOUSANDS.fullmatch(text):
        raise BadInput(
            "“{value}” can be read as {thousands} or as {decimal}; write it without the comma.",
            value=text,
            thousands=text.replace(",", ""),
            decimal=text.replace(",", "."),
        )
    number = float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else float("nan")
    if not isfinite(number):
        raise BadInput("“{value}” is not a number.", value=_shown(text))
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)


def guess_type(values: list[str]) -> str:
    """The narrowest variable type that all non-empty `values` fit.

    Digits that only name something (a leading zero, a phone number) and numbers that can be read in two ways are text:
    "1,000", and "1.000" where every point of the column stands so. Few distinct short answers are a choice; anything
    else is text.
    """
    answers = [value.strip() for value in values if value.strip()]
    if not answers:
        return "text"
    folded = {answer.casefold() for answer in answers}
    if folded <= (_YES | _NO) - {"0", "1"}:
        return "yes/no"
    if all(re.fullmatch(r"\d{4}-\d{2}-\d{2}", answer) for answer in answers) and _fit(answers, "date"):
        return "date"
    if all(_NUMBER.fullmatch(answer) for answer in answers):
        named = any(_IDENTIFIER.fullmatch(answer) for answer in answers)
        pointed = [answer for answer in answers if "." in answer]
        named = named or (bool(pointed) and all(_POINTED.fullmatch(answer) for answer in pointed))
        return "number" if not named and _fit(answers, "number") else "text"
    if len(folded) <= max(2, len(answers) * 2 // 3) and all(len(answer) <= 60 for answer in answers):
        return "choice"
    return "text"


def _fit(answers: list[str], variable_type: str) -> bool:
    try:
        for answer in answers:
            written(answer, variable_type)
    except BadInput:
        return False
    return True
