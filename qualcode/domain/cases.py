"""Cases (a participant, an organisation) and the variables that describe them."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite
from uuid import UUID

from .errors import BadInput

VARIABLE_TYPES = ("text", "number", "date", "yes/no", "choice")
_YES = {"yes", "y", "true", "1", "是", "ja", "oui", "sí", "si"}
_NO = {"no", "n", "false", "0", "否", "nein", "non"}


@dataclass(frozen=True, slots=True)
class Case:
    """Somebody or something the study compares."""

    id: UUID
    name: str
    created: str


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

    Raises `BadInput` when the value is not of the type.
    """
    text = str(value).strip()
    if variable_type == "yes/no":
        if text.casefold() in _YES:
            return "yes"
        if text.casefold() in _NO:
            return "no"
        raise BadInput("“{value}” is not yes or no.", value=text)
    if variable_type == "number":
        try:
            number = float(text.replace(",", ".") if text.count(",") == 1 and "." not in text else text)
        except ValueError:
            raise BadInput("“{value}” is not a number.", value=text) from None
        if not isfinite(number):
            raise BadInput("“{value}” is not a number.", value=text)
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)
    if variable_type == "date":
        try:
            return (date if len(text) <= 10 else datetime).fromisoformat(text).isoformat()[:10]
        except ValueError:
            raise BadInput("“{value}” is not a date; write it as 2026-11-22.", value=text) from None
    return text


def guess_type(values: list[str]) -> str:
    """The narrowest variable type that all non-empty `values` fit.

    Few distinct short answers are a choice; anything else is text.
    """
    answers = [value.strip() for value in values if value.strip()]
    if not answers:
        return "text"
    folded = {answer.casefold() for answer in answers}
    if folded <= (_YES | _NO) - {"0", "1"}:
        return "yes/no"
    if all(re.fullmatch(r"\d{4}-\d{2}-\d{2}", answer) for answer in answers):
        return "date"
    for candidate in ("number",):
        try:
            for answer in answers:
                written(answer, candidate)
        except BadInput:
            continue
        return candidate
    if len(folded) <= max(2, len(answers) * 2 // 3) and all(len(answer) <= 60 for answer in answers):
        return "choice"
    return "text"
