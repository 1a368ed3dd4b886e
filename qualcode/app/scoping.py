"""From what a user names (documents, coders, codes, variables) to the part of the project an analysis looks at."""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from ..domain.cases import Variable, written
from ..domain.codebook import Code
from ..domain.coders import Coder
from ..domain.documents import Document, clean
from ..domain.errors import BadInput, NotFound, Phrase, listed
from ..domain.queries import Scope
from ..store.reading import Reading
from .naming import resolve

ALL = "all"
# a name in quotes, or everything up to a comma that has no backslash before it
_PARTS = re.compile(r'(?:(?<=,)|^)(\s*"(?:[^"]|"")*"\s*(?=,|$)|(?:\\,|[^,])*)')


def make_scope(
    read: Reading,
    documents: Iterable[Any] | str | None = None,
    coders: Iterable[Any] | str | None = None,
    codes: Iterable[Any] | str | None = None,
    variables: Mapping[str, Iterable[str] | str] | None = None,
    folders: Iterable[str] | None = None,
) -> Scope:
    """A scope from names, ids or records; None or "all" means no filter.

    `variables` maps a variable's name to the values wanted: a document stays when one of its cases has, of every
    variable named, one of them. Several filters hold together. Raises `NotFound` for what the project does not have.
    """
    chosen = _ids(read, Document, documents)
    if variables:
        having = _documents_with(read, variables)
        chosen = having if chosen is None else chosen & having
    if folders is not None:
        wanted = set(folders)
        known = {document.folder for document in read.documents()}
        for folder in sorted(wanted - known):
            raise NotFound(
                "There is no folder “{name}”. There are: {names}.",
                name=folder,
                names=listed(sorted(known - {""})) or Phrase("none yet"),
            )
        inside = frozenset(document.id for document in read.documents() if document.folder in wanted)
        chosen = inside if chosen is None else chosen & inside
    code_ids = _ids(read, Code, codes)
    if code_ids is not None:
        below = {code.id for chosen_code in code_ids for code in read.codebook.descendants(chosen_code)}
        code_ids = code_ids | below
    return Scope(chosen, _ids(read, Coder, coders), code_ids)


def _ids(read: Reading, record: type, things: Iterable[Any] | str | None) -> frozenset[UUID] | None:
    if things is None or things == ALL:
        return None
    names = _names(read, record, things) if isinstance(things, str) else list(things)
    if not names:
        raise BadInput("The filter names nothing. Leave it out to look at everything.")
    return frozenset(thing if isinstance(thing, UUID) else resolve(read, record, thing).id for thing in names)


def _names(read: Reading, record: type, written: str) -> list[Any]:
    """The names in a text with commas: all of it where that is one name, else its parts; a comma in quotes or
    behind a backslash belongs to the name."""
    if "," in written or '"' in written:
        try:
            return [resolve(read, record, written).id]
        except NotFound:
            pass
    return split_names(written)


def split_names(written: str) -> list[str]:
    """Names separated by commas: `A,B`, `"Smith, Ann",B` or `Smith\\, Ann,B`; a quote inside quotes is doubled."""
    return [_unquoted(part.strip()) for part in _PARTS.findall(written)]


def _unquoted(part: str) -> str:
    if len(part) > 1 and part.startswith('"') and part.endswith('"'):
        return part[1:-1].replace('""', '"')
    return part.replace("\\,", ",")


def _documents_with(read: Reading, variables: Mapping[str, Iterable[str] | str]) -> frozenset[UUID]:
    """The documents of the cases that have what is wanted of all variables."""
    cases = {case.id for case in read.cases()}
    for name, wanted in variables.items():
        variable: Variable = resolve(read, Variable, name)
        held = read.values(variable=variable.id)
        known = {value.text for value in held}
        texts = {_known(value, variable, known) for value in ([wanted] if isinstance(wanted, str) else wanted)}
        cases &= {value.case for value in held if value.text in texts}
    return frozenset(assignment.document for assignment in read.assignments() if assignment.case in cases)


def _known(value: object, variable: Variable, known: set[str]) -> str:
    """A value in the form in which it is stored; some case must have it."""
    plain = ("yes" if value else "no") if isinstance(value, bool) else clean(str(value)).text
    try:
        text = written(plain, variable.type)
    except BadInput:
        text = plain
    if text not in known:
        raise NotFound(
            "No case has “{value}” for “{variable}”. There are: {names}.",
            value=value,
            variable=variable.name,
            names=listed(sorted(known)) or Phrase("none yet"),
        )
    return text
