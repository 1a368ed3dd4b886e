"""The problems a person can mend: each message says what is wrong and what to do."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_FIELD = re.compile(r"{(\w+(?:\.\w+)*)}")


class QualcodeError(Exception):
    """A known problem.

    `template` is a plain English sentence with `{names}`; `values` fill it. Keeping them apart lets the
    window translate the sentence while the names stay as the user wrote them.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values
        super().__init__(fill(template, values))


class BadInput(QualcodeError):
    """A file, text or option that cannot be used as it is."""


class NotFound(QualcodeError):
    """A document, code, case … of that name does not exist."""


class Ambiguous(QualcodeError):
    """A name that means more than one thing."""


class Refused(QualcodeError):
    """The request is understood but would break a rule of the project."""


class Clash(QualcodeError):
    """A step that cannot be undone because later work stands on it."""


class Damaged(QualcodeError):
    """A project file that is broken, truncated or not ours."""


class Busy(QualcodeError):
    """Another writer holds the project."""


class OpenElsewhere(QualcodeError):
    """The project file is open on another machine."""


class Cancelled(Exception):
    """The user stopped a long job; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user should know that stops nothing: a sentence with `{names}`, and the values that fill it."""

    template: str
    values: Mapping[str, object]

    def __str__(self) -> str:
        return fill(self.template, self.values)


def fill(template: str, values: Mapping[str, object]) -> str:
    """Put `values` into `template` without interpreting braces or attributes inside the values."""
    return _FIELD.sub(lambda found: str(values.get(found[1], found[0])), template)


def listed(names: Iterable[str], most: int = 5) -> str:
    """Names in quotes, separated by commas; beyond `most` only how many more there are."""
    shown = list(names)
    text = ", ".join(f"“{name}”" for name in shown[:most])
    return text if len(shown) <= most else f"{text} and {len(shown) - most} more"
