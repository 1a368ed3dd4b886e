"""Options that several charts share, and what they mean in a project."""

from typing import Any
from uuid import UUID

from ...domain.documents import Document
from ...domain.errors import BadInput, Phrase
from ...domain.options import FIGURE, option
from ..naming import resolve
from .code_rows import THEME, code_rows
from .registry import Asked


def level_option(default: str) -> Any:
    """Codes one by one, or themes with all codes below them."""
    return option(
        default,
        Phrase("Level"),
        Phrase("Codes one by one, or themes with all codes below them; a project without themes shows its codes."),
        choices=(("codes", Phrase("codes")), ("themes", Phrase("themes"))),
    )


def most_option(default: int, only: str = FIGURE) -> Any:
    """How many codes are shown at most."""
    return option(
        default,
        Phrase("At most"),
        Phrase("At most so many codes: those with most segments."),
        least=1,
        most=400,
        only=only,
        quiet=True,
    )


def document_of(asked: Asked, name: str) -> int:
    """The place among the chosen documents of the one named, or of that with most codings where none is.

    Raises `NotFound` for a name that the project does not have, `BadInput` for a document that is not among those
    looked at, and where there is none at all.
    """
    import numpy as np

    material = asked.material
    if not material.documents:
        raise BadInput("There is no document to look at. Choose other documents, or import some.")
    if not name:
        return int(np.bincount(material.document, minlength=len(material.documents)).argmax())
    with asked.project.read() as read:
        document: Document = resolve(read, Document, name)
    for number, one in enumerate(material.documents):
        if one.id == document.id:
            return number
    raise BadInput("“{name}” is not among the documents that are looked at.", name=document.name)


def themes_of(asked: Asked, level: str) -> tuple[tuple[int, frozenset[int]], ...]:
    """The themes of the scope with the codes that count as each, those below and those linked; none for `codes`."""
    if level != "themes":
        return ()
    return tuple((row.code, row.group) for row in code_rows(asked, THEME, True))


def codes_at(asked: Asked, path: str, level: str) -> frozenset[UUID]:
    """The codes that a row of a chart's table takes in, by its path."""
    material = asked.material
    number = next(number for number, code in enumerate(material.codes) if code.path == path)
    taken_in = dict(themes_of(asked, level)).get(number, frozenset((number,)))
    return frozenset(material.codes[code].id for code in taken_in)
