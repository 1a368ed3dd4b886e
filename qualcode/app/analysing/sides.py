"""What codes can be crossed with: documents, cases, speakers, coders, sets, folders, or the values of a variable."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from ...domain.cases import Variable
from ...domain.categories import Categories, categories
from ...domain.errors import BadInput, NotFound, Phrase, listed
from ...domain.folders import with_those_above, within
from ...domain.selections import Selection
from ..naming import resolve
from .registry import Asked

if TYPE_CHECKING:
    from ...analysis.crossings import Sides
    from ...analysis.material import Material
    from ...store.reading import Reading

DOCUMENT, CASE, SPEAKER, CODER, SET, FOLDER, VARIABLE = (
    "document",
    "case",
    "speaker",
    "coder",
    "set",
    "folder",
    "variable",
)
KINDS = (DOCUMENT, CASE, SPEAKER, CODER, SET, FOLDER)
_REST = {
    CASE: Phrase("(no case)"),
    SPEAKER: Phrase("(no speaker)"),
    SET: Phrase("(no set)"),
    FOLDER: Phrase("(no folder)"),
    VARIABLE: Phrase("(no value)"),
}
_UNITS = {
    DOCUMENT: Phrase("documents"),
    CASE: Phrase("cases"),
    SPEAKER: Phrase("speakers"),
    CODER: Phrase("coders"),
    SET: Phrase("sets of documents"),
    FOLDER: Phrase("folders"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Crossed:
    """The parts that codes are crossed with: `names` in order, and what each opens (None: the passages in it).

    `kind` is one of `KINDS` or VARIABLE, `heading` what they are called, `unit` that in the plural. `rest` is the
    number of the part of what lies in no other, -1 where there is none. `said` tells how values were put together.
    """

    kind: str
    heading: str
    unit: Phrase
    names: tuple[str, ...]
    sides: "Sides"
    opens: tuple[Selection | None, ...]
    rest: int = -1
    said: tuple[Phrase, ...] = ()

    def selection(self, material: "Material", codes: frozenset[int], ids: frozenset[UUID], part: int) -> Selection:
        """What the segments of codes (indices, and their ids) in one part are."""
        from ...analysis.crossings import places_in

        opened = self.opens[part]
        if opened is None:
            return Selection(places=places_in(material, codes, self.sides, part))
        # a hundred thousand cells are made at once: `replace` takes several times as long
        return Selection(ids, opened.documents, opened.cases, opened.coders, opened.speakers)


def crossed(asked: Asked, wanted: str, bins: int | None = None) -> Crossed:
    """The parts of a kind, or the groups that a variable makes (`variable:NAME` where a kind is called so).

    Raises `BadInput` for what is neither.
    """
    kind = wanted.casefold()
    make = {DOCUMENT: _documents, CASE: _cases, SPEAKER: _speakers, CODER: _coders, SET: _sets, FOLDER: _folders}.get(
        kind
    )
    if make is not None:
        return make(asked)
    with asked.project.read() as read:
        return _of_variable(asked, read, variable_named(read, wanted), bins)


def variable_named(read: "Reading", wanted: str) -> Variable:
    """The variable of that name. Raises `BadInput` where there is none, with what there is."""
    name = wanted[9:] if wanted.casefold().startswith("variable:") else wanted
    try:
        found: Variable = resolve(read, Variable, name)
    except NotFound:
        raise BadInput(
            "“{name}” is nothing to compare. Choose one of {kinds}, or a variable: {variables}.",
            name=name,
            kinds=", ".join(KINDS),
            variables=listed([one.name for one in read.variables()], 12) or Phrase("none yet"),
        ) from None
    return found


def categories_of(asked: Asked, read: "Reading", variable: Variable, bins: int | None) -> Categories:
    """How the cases that have text in what is looked at are grouped by a variable."""
    from ...analysis.material import case_names

    names = {case.id: case.name for case in read.cases()}
    values = {names[value.case]: value.text for value in read.values(variable=variable.id)}
    return categories(variable, values, case_names(asked.material), bins)


def _documents(asked: Asked) -> Crossed:
    import numpy as np

    from ...analysis.crossings import DOCUMENTS, Sides

    documents = asked.material.documents
    numbers = np.arange(len(documents), dtype=np.int64)
    return Crossed(
        DOCUMENT,
        DOCUMENT,
        _UNITS[DOCUMENT],
        tuple(document.name for document in documents),
        Sides(DOCUMENTS, len(documents), numbers, numbers),
        tuple(Selection(documents=frozenset({document.id})) for document in documents),
    )


def _coders(asked: Asked) -> Crossed:
    from ...analysis.crossings import CODERS, Sides

    names = asked.material.coders
    opens = tuple(Selection(coders=frozenset({name})) for name in names)
    return Crossed(CODER, CODER, _UNITS[CODER], names, Sides(CODERS, len(names)), opens)


def _cases(asked: Asked) -> Crossed:
    from ...analysis.crossings import case_sides
    from ...analysis.material import case_names

    names = case_names(asked.material)
    groups = [frozenset({name}) for name in names]
    opens = (*(Selection(cases=group) for group in groups), None)
    sides = case_sides(asked.material, [*groups, frozenset()], len(groups))
    return Crossed(CASE, CASE, _UNITS[CASE], (*names, _REST[CASE]), sides, opens, len(groups))


def _speakers(asked: Asked) -> Crossed:
    from ...analysis.crossings import speaker_sides

    names, sides = speaker_sides(asked.material)
    # where only parts of documents are looked at, a speaker's turns outside of them do not count
    whole = not asked.material.parts
    opens = tuple(Selection(speakers=frozenset({name})) if whole else None for name in names)
    return Crossed(SPEAKER, SPEAKER, _UNITS[SPEAKER], (*names, _REST[SPEAKER]), sides, (*opens, None), len(names))


def _sets(asked: Asked) -> Crossed:
    with asked.project.read() as read:
        sets, members = read.document_sets(), read.document_set_members()
    homes: dict[UUID, set[UUID]] = {one.id: set() for one in sets}
    for member in members:
        homes[member.document_set].add(member.document)
    return _of_documents(asked, SET, {one.name: homes[one.id] for one in sets})


def _folders(asked: Asked) -> Crossed:
    with asked.project.read() as read:
        folders = {document.id: document.folder for document in read.documents()}
    every = with_those_above(folder for folder in folders.values() if folder)
    groups = {one: {key for key, folder in folders.items() if folder and within(folder, one)} for one in every}
    return _of_documents(asked, FOLDER, groups)


def _of_documents(asked: Asked, kind: str, groups: dict[str, set[UUID]]) -> Crossed:
    """Groups of documents by name, and those in none."""
    import numpy as np

    from ...analysis.crossings import DOCUMENTS, Sides

    numbers = {document.id: number for number, document in enumerate(asked.material.documents)}
    held = {name: group & numbers.keys() for name, group in groups.items()}
    held = {name: group for name, group in held.items() if group}
    alone = numbers.keys() - set().union(*held.values())
    every = [*held.values(), alone]
    rows = [(part, numbers[key]) for part, group in enumerate(every) for key in sorted(group, key=numbers.__getitem__)]
    part, document = np.array(rows, dtype=np.int64).reshape(-1, 2).T
    opens = tuple(Selection(documents=frozenset(group)) for group in every)
    sides = Sides(DOCUMENTS, len(every), part, document)
    return Crossed(kind, kind, _UNITS[kind], (*held, _REST[kind]), sides, opens, len(held))


def _of_variable(asked: Asked, read: "Reading", variable: Variable, bins: int | None) -> Crossed:
    from ...analysis.crossings import case_sides

    made = categories_of(asked, read, variable, bins)
    groups = [group.cases for group in made.groups]
    # what belongs to no case has no value either: it counts with the cases that have none
    sides = case_sides(asked.material, [*groups, made.without], len(groups))
    names = (*(group.name for group in made.groups), _REST[VARIABLE])
    opens = (*(Selection(cases=group) for group in groups), None)
    return Crossed(
        VARIABLE,
        variable.name,
        Phrase("values"),
        names,
        sides,
        opens,
        len(groups),
        (made.said, *((Phrase("Cases without a value: {number}.", number=len(made.without)),) if made.without else ())),
    )
