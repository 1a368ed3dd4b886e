"""All that can be filtered for in a project, and how it reads."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from ..domain.conditions import NO_VALUE, RANGED, is_range, range_ends
from ..domain.folders import with_those_above

if TYPE_CHECKING:
    from ..store.reading import Reading


@dataclass(frozen=True, slots=True)
class Choices:
    """All that can be chosen: documents with their folders, sets of them, coders, and variables with their values."""

    documents: tuple[tuple[UUID, str, str], ...] = ()  # id, name, folder
    coders: tuple[tuple[UUID, str], ...] = ()
    variables: tuple[tuple[str, str, tuple[str, ...]], ...] = ()  # name, type, values
    sets: tuple[tuple[UUID, str, frozenset[UUID]], ...] = ()  # id, name, documents
    study: UUID | None = None

    @property
    def folder_paths(self) -> frozenset[str]:
        """The paths of all folders, and "" where documents are in none."""
        folders = {folder for _, _, folder in self.documents}
        return frozenset(with_those_above(folders)) | ({""} & folders)


def choices(read: "Reading") -> Choices:
    """What can be chosen in a project."""
    values: dict[UUID, set[str]] = {}
    for value in read.values():
        if value.text:
            values.setdefault(value.variable, set()).add(value.text)
    members: dict[UUID, set[UUID]] = {}
    for member in read.document_set_members():
        members.setdefault(member.document_set, set()).add(member.document)
    return Choices(
        tuple((document.id, document.name, document.folder) for document in read.documents()),
        tuple((coder.id, coder.name) for coder in read.coders()),
        tuple(
            (variable.name, variable.type, tuple(sorted(values[variable.id], key=natural)))
            for variable in read.variables()
            if variable.id in values
        ),
        tuple((one.id, one.name, frozenset(members.get(one.id, ()))) for one in read.document_sets()),
        read.study().id,
    )


def natural(text: str) -> tuple[int, float, str]:
    """Numbers by size before words by letters."""
    try:
        return (0, float(text), text)
    except ValueError:
        return (1, 0.0, text.casefold())


def value_words(text: str) -> str:
    """A wanted value of a variable as people read it."""
    if text == NO_VALUE:
        return QCoreApplication.translate("FilterChoices", "no value")
    if any(is_range(text, kind) for kind in RANGED):
        low, high = range_ends([text])
        if low and high:
            return f"{low} – {high}"
        sign = {">=": "≥", "<=": "≤"}.get(text[:2], text[:1])
        return f"{sign} {low or high}"
    return text


def few(names: Iterable[str], most: int = 3) -> str:
    """The first of some names, and how many more there are."""
    found = list(names)
    return ", ".join(found[:most]) + (f" +{len(found) - most}" if len(found) > most else "")


def values_in_words(values: Collection[str]) -> str:
    """Wanted values of a variable in one line."""
    return few([value_words(text) for text in sorted(values, key=natural)])
