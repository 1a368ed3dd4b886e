"""The problems a person can mend, each with what to do, and the other sentences of the core that can be translated."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from .visible import between_signs

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


class Phrase(str):
    """Words of ours: plain English wherever text is wanted, and translatable, since it keeps its parts.

    `template` has `{names}` that `values` fill; a value may be a phrase, or a tuple of texts to be listed.
    `english` is how it reads where that is not the filled template: a plural, a capital letter.
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, /, english: str = "", **values: object) -> Self:
        phrase = super().__new__(cls, english or fill(template, values))
        phrase.template, phrase.values = template, values
        return phrase

    def capital(self) -> "Phrase":
        """The same at the beginning of a sentence."""
        return Phrase(self.template, english=self[:1].upper() + self[1:], **self.values)


def fill(template: str, values: Mapping[str, object]) -> str:
    """Put `values` into `template` without interpreting braces or attributes inside the values; tuples are listed."""

    def text(found: re.Match[str]) -> str:
        value = values.get(found[1], found[0])
        return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)

    return _FIELD.sub(text, template)


def listed(names: Iterable[str], most: int = 5) -> Phrase:
    """Names in quotes, separated by commas; beyond `most` only how many more there are."""
    shown = list(names)
    quoted = tuple(f"“{name}”" for name in shown[:most])
    if len(shown) <= most:
        return Phrase("{names}", names=quoted)
    return Phrase("{names} and {number} more", names=quoted, number=len(shown) - most)


def beginning(text: str, most: int) -> str:
    """The first words of a text, at most so many characters, not cut within a word or number: half a number is another
    one. Words that take more than half of them are cut all the same, but never within a sign: an accent or a tone of
    skin stays with what it belongs to."""
    if len(text) <= most:
        return text
    last = max((place for place in range(most // 2, most + 1) if text[place].isspace()), default=0)
    return text[: last or between_signs(text, most)].rstrip()


def cut_short(text: str, most: int) -> str:
    """A text, or its beginning with a sign that there is more."""
    return text if len(text) <= most else f"{beginning(text, most - 1)}…"


def paragraph(sentences: Iterable[str], say: Callable[[str], str] = str) -> str:
    """Sentences one after the other, each as `say` says it; a Chinese full stop needs no blank behind it."""
    return " ".join(map(say, sentences)).replace("。 ", "。")
